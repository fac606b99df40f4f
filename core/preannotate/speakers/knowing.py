"""How an unnamed source knows, told behind a comma: it identifies it (``источника, близкого к мэрии``)."""

from __future__ import annotations

from core.preannotate.analysis.analysis import Analysis
from core.preannotate.names.phrase import nominative_phrase
from core.preannotate.speakers.heads import is_counted
from core.preannotate.speakers.mentions import View, classes_of

CLOSE = ("близк", "знаком", "приближенн", "осведомленн")
"""How adjectives begin that tell how a source knows (``источник, близкий к``, ``собеседник, знакомый с``)."""
LONGEST = 8
"""Words of what tells it."""


def how_close(analysis: Analysis, view: View) -> str:
    """Return what follows a source with its comma, its adjective in the nominative; '' where nothing tells it."""
    last = view.tokens[-1]
    sentence = analysis.sentence_of.get(last.index)
    if sentence is None or "source" not in classes_of(view.lemma) or view.head is None:
        return ""
    behind = sentence.tokens[last.position + 1 : last.position + 2 + LONGEST]
    if len(behind) < 2 or behind[0].text != "," or not behind[1].lower.startswith(CLOSE):
        return ""
    end = next((i for i, t in enumerate(behind[1:], 1) if t.pos in ("PUNCT", "SCONJ", "VERB")), 0)
    if end < 2 or behind[1].feat("Case") != view.head.feat("Case"):
        return ""
    first, *rest = behind[1:end]
    stays = first.feat("Case") == "Gen" and is_counted(view.tokens, view.head)  # два источника, близких к мэрии
    words = first.text if stays else nominative_phrase([first], first)
    return f", {words} {analysis.text[rest[0].start : rest[-1].end]}" if rest else ""
