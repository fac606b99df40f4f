"""The shape of a word as the networks see it: its script and where its capitals are (``RU_Xx``, ``PUNCT_,``)."""

from __future__ import annotations

import re

PUNCTUATION = "!#$%&()[]\\/*+,.:;<=>?@^_{|}~-‐−‒⁃–—―`\"'«»„“ʼʻ”№…"
_KIND = re.compile(
    rf"(?P<RU>[а-яё]+)|(?P<EN>[a-z]+)|(?P<NUM>[+-]?\d+)|(?P<PUNCT>[{re.escape(PUNCTUATION)}]+)", re.IGNORECASE
)


_SMALL = {"RU": "абвгдежзийклмнопрстуфхцчшщъыьэюяё", "EN": "abcdefghijklmnopqrstuvwxyz"}
_BY_LETTER = {letter: kind for kind, letters in _SMALL.items() for letter in letters + letters.upper()}


def word_shape(word: str) -> str:
    """Return the shape of a word of at least one character."""
    kind = _BY_LETTER.get(word[0])
    if kind is not None:
        return f"{kind}_{_outline(word)}"
    match = _KIND.match(word)
    kind = match.lastgroup if match else None
    if kind == "PUNCT":
        return f"PUNCT_{word}" if len(word) == 1 else "PUNCT_OTHER"
    if kind in ("RU", "EN"):
        return f"{kind}_{_outline(word)}"
    return kind or "OTHER"


def _outline(word: str) -> str:
    if len(word) == 1:
        return "X" if word.isupper() else "x"
    if word.isupper():
        return "XX"
    if word.islower():
        return "xx"
    if _is_title(word):
        return "Xx"
    left, dash, right = word.partition("-")
    return "Xx-Xx" if dash and _is_title(left) and _is_title(right) else "OTHER"


def _is_title(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and word[1:].islower()
