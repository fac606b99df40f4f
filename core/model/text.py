"""Canonical text, its digest, tokens and sentences; the only module that converts offsets between units."""

from __future__ import annotations

import bisect
import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from core.model import Range
from core.model.punctuation import QUOTATION_MARKS, TYPED_DASHES

BOM = "\ufeff"
EDGE = " \t\r\n\u00a0\u202f" + QUOTATION_MARKS + "'.,;:!?…" + TYPED_DASHES
"""What a comparison of content ranges trims, the same set as the scorer's."""

_COMBINING = "\u0300-\u036f"
_JOINERS = "\u200d\ufe0f\U0001f3fb-\U0001f3ff"
TOKEN = re.compile(
    rf"[\w{_COMBINING}]+(?:[-\u2010\u2011'’][\w{_COMBINING}]+)*"  # words: пресс-секретарь, О’Нил, NFD й
    rf"|[\U0001f1e6-\U0001f1ff]{{2}}"  # flags are two letters
    rf"|[^\w\s](?:[{_JOINERS}]|(?<=\u200d)[^\w\s])*"  # one mark, or an emoji with its joiners
)
"""A token of ours: a word with its inner hyphens and apostrophes, or one mark; never a quotation mark with a word."""
WORD = re.compile(rf"[\w{_COMBINING}]+(?:[-\u2010\u2011'’][\w{_COMBINING}]+)*")


def canonical(text: str) -> str:
    """Return ``text`` with newlines as ``\\n`` and no leading BOM, and nothing else changed.

    No Unicode normalisation and no trimming: a no-break space stays one (docs/formats.md).
    """
    return text.removeprefix(BOM).replace("\r\n", "\n").replace("\r", "\n")


def digest(text: str) -> str:
    """Return the SHA-256 of canonical ``text`` in UTF-8, as 64 hex digits; lone surrogates are kept apart."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def covered(text: str, ranges: Iterable[Range]) -> str:
    """Return the text under ``ranges``, with `` … `` between them."""
    return " … ".join(text[start:end] for start, end in ranges)


def words_in(text: str, span: Range) -> int:
    """Count the words of a text that share a code point with a span."""
    start, end = span
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return sum(found.start() < span.end and found.end() > span.start for found in WORD.finditer(text, start, end))


def snap(text: str, span: Range) -> Range:
    """Return ``span`` grown to whole tokens and without white space at its edges; an empty span where none is left."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start == end:
        return Range(start, end)
    return Range(token_at(text, start).start, token_at(text, end - 1).end)


def token_at(text: str, offset: int) -> Range:
    """Return the token that holds the code point at ``offset``; one code point where no token does (white space)."""
    left = text.rfind("\n", 0, offset) + 1
    window = max(left, offset - 200)
    while window > left and not text[window].isspace():
        window -= 1
    for match in TOKEN.finditer(text, window):
        if match.start() > offset:
            break
        if offset < match.end():
            return Range(*match.span())
    return Range(offset, min(offset + 1, len(text)))


def next_token(text: str, offset: int) -> Range | None:
    """Return the first token that ends after ``offset``, or None at the end of the text."""
    match = TOKEN.search(text, offset)
    inside = token_at(text, offset) if offset < len(text) else None
    if inside is not None and not text[inside.start].isspace():
        return inside
    return Range(*match.span()) if match else None


def previous_token(text: str, offset: int) -> Range | None:
    """Return the last token that starts before ``offset``, or None at the start of the text."""
    at = offset - 1
    while at >= 0 and text[at].isspace():
        at -= 1
    return token_at(text, at) if at >= 0 else None


def paragraph_at(text: str, offset: int) -> Range:
    """Return the paragraph that holds ``offset``, without its newline."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return Range(start, len(text) if end < 0 else end)


def sentence_at(text: str, offset: int) -> Range:
    """Return the sentence that holds ``offset``, by razdel within the paragraph, without white space at its edges."""
    from razdel import sentenize

    paragraph = paragraph_at(text, offset)
    best = Range(paragraph.start, paragraph.end)
    for found in sentenize(text[paragraph.start : paragraph.end]):
        best = Range(paragraph.start + found.start, paragraph.start + found.stop)
        if offset < best.end:
            break
    return trim_space(text, best)


def trim_space(text: str, span: Range) -> Range:
    """Return ``span`` without white space at its edges."""
    part = text[span.start : span.end]
    start = span.start + len(part) - len(part.lstrip())
    return Range(start, max(start, span.end - (len(part) - len(part.rstrip()))))


def trim_edges(text: str, span: Range) -> Range:
    """Return ``span`` without white space, quotation marks and punctuation at its edges (the scorer's trimming)."""
    start, end = span
    while start < end and text[start] in EDGE:
        start += 1
    while start < end and text[end - 1] in EDGE:
        end -= 1
    return Range(start, end)


def paragraphs(text: str) -> Iterator[Range]:
    """Yield every paragraph, empty ones too, without its newline; an empty text has one."""
    start = 0
    while True:
        end = text.find("\n", start)
        if end < 0:
            yield Range(start, len(text))
            return
        yield Range(start, end)
        start = end + 1


class Utf16Map:
    """Convert between code points and UTF-16 code units of one text (Qt, UIMA and Java count the latter).

    Stores only the offsets of code points above U+FFFF, so a text without any costs nothing.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _astral(self) -> list[int]:
        """The code points' offsets that take two units, ascending."""
        if max(self._text, default="") <= "\uffff":
            return []
        return [at for at, character in enumerate(self._text) if character > "\uffff"]

    @cached_property
    def _astral_units(self) -> list[int]:
        return [at + before for before, at in enumerate(self._astral)]

    def to_utf16(self, offset: int) -> int:
        """Return the UTF-16 offset of code point ``offset``."""
        return offset + bisect.bisect_left(self._astral, offset)

    def to_code_points(self, unit: int) -> int:
        """Return the code point offset of UTF-16 ``unit``; inside a surrogate pair, the pair's code point."""
        before = bisect.bisect_right(self._astral_units, unit)
        if before and self._astral_units[before - 1] + 1 == unit:
            return self._astral[before - 1]
        return unit - bisect.bisect_left(self._astral_units, unit)


class Utf8Map:
    """Convert between code points and UTF-8 bytes of one text (for formats that count bytes)."""

    def __init__(self, text: str) -> None:
        self._starts = [0]
        total = 0
        for character in text:
            total += len(character.encode("utf-8", "surrogatepass"))
            self._starts.append(total)

    def to_bytes(self, offset: int) -> int:
        """Return the byte offset of code point ``offset``."""
        return self._starts[offset]

    def to_code_points(self, byte: int) -> int:
        """Return the code point that the byte at ``byte`` belongs to."""
        return bisect.bisect_right(self._starts, byte) - 1
