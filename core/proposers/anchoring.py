"""Strings that a language model quoted, found again in the text: exact search, in order, never by likeness.

A string that does not stand in the text word for word is sought once more with marks and blanks made alike (``«`` and
``"``, a no-break blank and a blank, one blank or several); nothing else is evened out. What is not found is counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from core.model import Range

_ALIKE = str.maketrans({
    **dict.fromkeys("«»“”„‟″", '"'), **dict.fromkeys("‘’‚‛′", "'"), **dict.fromkeys("—–―‒−‐‑", "-"),
})  # fmt: skip
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"


class Anchor(NamedTuple):
    """Where a string stands; ``evened``: only with marks and blanks made alike."""

    span: Range
    evened: bool = False


class Anchors:
    """A text in which strings are found."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._even, self._offsets = _evened(text)

    def find(self, words: str, start: int = 0, end: int | None = None) -> Anchor | None:
        """Return where ``words`` stand first in ``[start, end)``: word for word, or else with marks made alike."""
        end = len(self._text) if end is None else end
        words = words.strip()
        if not words:
            return None
        exact = next(self._exact(words, start, end), None)
        if exact is not None:
            return Anchor(exact)
        sought, _ = _evened(words)
        sought = sought.strip()
        at = -1
        while sought and (at := self._even.find(sought, at + 1)) >= 0:
            span = Range(self._offsets[at], self._offsets[at + len(sought) - 1] + 1)
            if start <= span.start and span.end <= end and self._is_whole(span):
                return Anchor(span, evened=True)
        return None

    def nearest(self, words: str, to: Range, start: int, end: int) -> Anchor | None:
        """Return where ``words`` stand nearest to a span in ``[start, end)``, outside it where they do."""
        words = words.strip()
        found = list(self._exact(words, start, end)) if words else []
        outside = [one for one in found if not to.overlaps(one)] or found
        if outside:
            return Anchor(min(outside, key=lambda one: (_distance(one, to), one.start)))
        return self.find(words, start, end)

    def _exact(self, words: str, start: int, end: int) -> Iterator[Range]:
        at = self._text.find(words, start, end)
        while at >= 0:
            span = Range(at, at + len(words))
            if self._is_whole(span):
                yield span
            at = self._text.find(words, at + 1, end)

    def _is_whole(self, span: Range) -> bool:
        """Tell whether a span begins and ends between words: ``он`` is not in ``она``."""
        text, (start, end) = self._text, span
        before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
        after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
        return not before and not after


def _distance(one: Range, other: Range) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _evened(text: str) -> tuple[str, list[int]]:
    """Return a text with marks and blanks made alike, and for each of its characters the offset it came from."""
    out: list[str] = []
    offsets: list[int] = []
    for at, character in enumerate(text.translate(_ALIKE)):
        if character in _INVISIBLE:
            continue
        if character.isspace():
            if out and out[-1] == " ":
                continue
            character = " "
        out.append(character)
        offsets.append(at)
    return "".join(out), offsets
