"""Marks and brackets of a noun phrase: both partners lie inside, and a name in marks behind it."""

from __future__ import annotations

from core.model.punctuation import CLOSERS, MARKS, OPENERS, STRAIGHT
from core.preannotate.analysis.analysis import Sentence


def with_marks(sentence: Sentence, left: int, right: int) -> tuple[int, int]:
    """Take in the partner of a mark or bracket inside, the marks around the whole, a quoted or bracketed name after."""
    words = [t.text for t in sentence.tokens]
    right = _closed(words, left, right)
    if right + 2 < len(words) and words[right + 1] in ("«", '"') and words[right + 2][:1].isupper():
        close = next((i for i in range(right + 3, min(right + 9, len(words))) if words[i] in ("»", '"')), None)
        if (
            close
            and sentence.tokens[right].pos in ("NOUN", "PROPN")
            and not sentence.tokens[right].feats.get("Foreign")
        ):
            right = close
    around = left > 0 and words[left - 1] in MARKS and words[left - 1] not in CLOSERS
    if around and right + 1 < len(words) and words[right + 1] in MARKS and words[right + 1] not in OPENERS[:2]:
        left, right = left - 1, right + 1
    elif around and words[left - 1] in OPENERS and sum(w in CLOSERS for w in words[left : right + 1]) > 0:
        left -= 1
    if right + 1 < len(words) and words[right + 1] == "(":
        close = next((i for i in range(right + 2, min(right + 12, len(words))) if words[i] == ")"), None)
        right = close or right
    return left, right


def _closed(words: list[str], left: int, right: int) -> int:
    """Return the right edge moved to the closing partner of a bracket or mark that opens inside."""
    inside = [w for w in words[left : right + 1] if w and not w.isalnum()]
    if not inside:
        return right
    for openers, closers in (("(", ")"), (OPENERS, CLOSERS + "“")):
        if sum(w in openers for w in inside) > sum(w in closers for w in inside):
            right = next(
                (i for i in range(right + 1, min(right + 12, len(words))) if words[i] and words[i] in closers), right
            )
    if sum(w in STRAIGHT for w in inside) % 2 and right + 1 < len(words):
        right = next((i for i in range(right + 1, min(right + 8, len(words))) if words[i] == '"'), right)
    return right
