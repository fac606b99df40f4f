"""The law that says something where the article names only one of its parts (``в статье 5 закона``)."""

from __future__ import annotations

import msgspec

from core.preannotate.actors.cast import Cast
from core.preannotate.analysis.analysis import Analysis
from core.preannotate.quotations.phrases import noun_phrase
from core.preannotate.quotations.proposal import Proposal
from core.preannotate.speakers.mentions import Kind, View, view_of

PARTS = frozenset(("статья", "глава", "пункт", "часть", "раздел", "параграф", "подпункт", "абзац", "ст", "п", "ч"))
LAWS = frozenset(("закон", "кодекс", "конституция", "устав", "госзакон", "уложение"))
"""Nouns for papers that have such parts, and speak as a whole (GUIDELINES, settled case 19)."""


def law_view(analysis: Analysis, view: View, proposal: Proposal, cast: Cast) -> View | None:
    """Return the view of the law whose part a mention is; None for other mentions."""
    head = view.head
    if view.kind is not Kind.DESCRIPTION or head is None or view.tokens[-1] is head or not _is_part(view):
        return None
    law = next((t for t in view.tokens if t.lemma in LAWS and t.index > head.index), None)
    sentence = analysis.sentence_of.get(head.index)
    if law is None or sentence is None or law.feat("Case") not in ("Gen", ""):
        return None
    tokens = tuple(t for t in noun_phrase(sentence, law) if t.index > head.index)
    if law not in tokens:
        return None
    own = msgspec.structs.replace(proposal, mention_tokens=tokens, mention_head=law)
    return view_of(analysis, own, cast)


def _is_part(view: View) -> bool:
    """Tell whether a mention begins with a part of a paper, by its noun (view.lemma of ``глава`` may be an office)."""
    return view.head is not None and view.head.lemma in PARTS
