"""Who issued the message that a later mention points back to: следует из документа, after a letter of the committee."""

from __future__ import annotations

import msgspec

from core.preannotate.actors.cast import Candidate, Cast
from core.preannotate.actors.titles import lemma_of
from core.preannotate.analysis.analysis import Analysis
from core.preannotate.quotations.phrases import span
from core.preannotate.quotations.proposal import Proposal
from core.preannotate.speakers.mentions import Kind, View, classes_of, issuer_view, view_of


def issuer_of(analysis: Analysis, cast: Cast, proposal: Proposal, chosen: Candidate | None) -> View | None:
    """Return the view of who issued the message that was chosen as a source; None where it is none, or unsaid."""
    if chosen is None or "message" not in classes_of(chosen.head) or not chosen.mentions:
        return None
    tokens = analysis.touching(chosen.mentions[0].start, chosen.mentions[0].end)
    head = next((t for t in tokens if t.pos == "NOUN" and lemma_of(t) == chosen.head), None)
    if head is None:
        return None
    own = msgspec.structs.replace(proposal, mention=span(tokens), mention_tokens=tokens, mention_head=head)
    view = issuer_view(analysis, view_of(analysis, own, cast), own, cast)
    return view if view is not None and view.kind in (Kind.NAME, Kind.ORGANISATION, Kind.DESCRIPTION) else None
