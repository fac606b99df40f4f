"""Who issued the message that a later mention points back to: следует из документа, after a letter of the committee."""

from __future__ import annotations

import msgspec

from core.preannotate.actors.cast import Candidate, Cast
from core.preannotate.actors.titles import lemma_of
from core.preannotate.analysis.analysis import Analysis
from core.preannotate.quotations.phrases import span
from core.preannotate.quotations.proposal import Proposal
from core.preannotate.speakers.candidates import described
from core.preannotate.speakers.mentions import Kind, classes_of, issuer_view, view_of


def issuer_of(analysis: Analysis, cast: Cast, proposal: Proposal, chosen: Candidate | None) -> Candidate | None:
    """Return who issued the message that was chosen as a source; who was chosen where it is none, or unsaid."""
    if chosen is None or "message" not in classes_of(chosen.head) or not chosen.mentions:
        return chosen
    tokens = analysis.touching(chosen.mentions[0].start, chosen.mentions[0].end)
    head = next((t for t in tokens if t.pos == "NOUN" and lemma_of(t) == chosen.head), None)
    if head is None:
        return chosen
    own = msgspec.structs.replace(proposal, mention=span(tokens), mention_tokens=tokens, mention_head=head)
    view = issuer_view(analysis, view_of(analysis, own, cast), own, cast)
    if view is None or view.kind not in (Kind.NAME, Kind.ORGANISATION, Kind.DESCRIPTION):
        return chosen
    return view.named[0] if view.named else described(analysis, view, ())
