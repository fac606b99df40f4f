"""A long article in parts that overlap, so that a model with a short memory reads all of it."""

from __future__ import annotations

import re

from core.model import Range

OVERLAP = 0.2
"""The share of a part that the next one repeats."""
_BORDER = re.compile(r"\n+|(?<=[.!?…»\"])\s+(?=[«\"А-ЯЁA-Z—–-])")
"""Where a paragraph or a sentence ends, roughly: only where parts are cut, never what is marked."""


def parts(text: str, length: int) -> list[Range]:
    """Return spans of at most ``length`` code points that cover a text, each beginning and ending at a border."""
    if len(text) <= length:
        return [Range(0, len(text))]
    borders = [0, *(one.end() for one in _BORDER.finditer(text)), len(text)]
    out: list[Range] = []
    start = 0
    while True:
        end = _last(borders, start + length // 2, start + length) or min(start + length, len(text))
        out.append(Range(start, end))
        if end >= len(text):
            return out
        again = _last(borders, max(end - 2 * round(length * OVERLAP), start + 1), end - round(length * OVERLAP))
        start = again if again is not None else max(end - round(length * OVERLAP), start + 1)


def _last(borders: list[int], low: int, high: int) -> int | None:
    """Return the last border in ``[low, high]``."""
    return next((one for one in reversed(borders) if low <= one <= high), None)
