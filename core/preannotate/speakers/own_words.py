"""Whose ``по собственному признанию`` is: the subject's of its clause, which stands outside the frame."""

from __future__ import annotations

from msgspec.structs import replace

from core.preannotate.analysis.analysis import Analysis
from core.preannotate.quotations.phrases import noun_phrase, span
from core.preannotate.quotations.proposal import Proposal


def with_subject(analysis: Analysis, proposal: Proposal) -> Proposal:
    """Return a quotation by somebody's own words with the subject of its sentence for its mention; any other as it
    is."""
    cue, token = proposal.cue, proposal.cue_token
    if proposal.mention is not None or cue is None or token is None:
        return proposal
    if not analysis.text[cue.start : cue.end].lower().startswith("по собственн"):
        return proposal
    sentence = analysis.sentences[proposal.sentence]
    own = (t for t in sentence.tokens if t.rel == "nsubj" and t.feat("Case") in ("Nom", "") and not t.is_placeholder)
    head = min(own, key=lambda t: abs(t.position - token.position), default=None)
    if head is None:
        return proposal
    phrase = noun_phrase(sentence, head)
    return replace(proposal, mention=span(phrase), mention_tokens=phrase, mention_head=head)
