"""Foreign offsets that are off by a known bug: which one it is, and the reading that puts them right.

A reading is tried on all spans of an article at once and holds only if every span then covers the text that the
file says it covers; without any covered text nothing is guessed. Readings besides the plain one: UTF-16 units (an emoji
counts two), bytes of UTF-8, newlines that count two (CRLF), a BOM that counts one; and with each, no-break spaces and
accents that were changed in the covered text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from typing import NamedTuple

from core.errors import UserError
from core.model import Range
from core.model.text import BOM, Utf8Map, Utf16Map, canonical

RawSpan = tuple[int, int, str | None]
"""Start, end and covered text (None where the file does not say) of one span."""


class Reading(NamedTuple):
    """How offsets are to be read: its name, and the spans in code points of the canonical text."""

    name: str
    ranges: tuple[Range, ...]


def read_offsets(
    raw: str, raw_spans: Sequence[RawSpan], *, offsets: str = "code-points", repair: bool = False
) -> tuple[Reading, str | None]:
    """Return the ranges of spans in the canonical form of ``raw``, and a note where they had to be repaired.

    ``offsets`` is what the file should count (``code-points``, ``utf-16``). Raises UserError ``record-offsets-off``
    (reading) where another reading fits and ``repair`` is not asked for, ``record-text-differs`` or
    ``record-range-outside`` where none does.
    """
    text = canonical(raw)
    first = "utf-16" if offsets == "utf-16" else "code-points"
    proven = any(covered is not None for _, _, covered in raw_spans)
    order = [first, *(name for name in _READINGS if name != first)] if proven else [first]
    for loose in (False, True) if proven else (False,):
        for name in order:
            ranges = _try(raw, text, raw_spans, name, loose=loose)
            if ranges is None:
                continue
            if name == first and not loose:
                return Reading(name, ranges), None
            said = _SAID[name] if name != first else ""
            said += (" and " if said and loose else "") + (_LOOSE if loose else "")
            if not repair:
                raise UserError("record-offsets-off", field="", reading=said)
            return Reading(name, ranges), f"repaired: {said}"
    to_ours = _try_one(raw, text, first)
    faults = (_fault(text, one, to_ours) for one in raw_spans)
    raise next(fault for fault in faults if fault is not None)  # there is one: the plain reading did not fit


def _try(raw: str, text: str, raw_spans: Sequence[RawSpan], name: str, *, loose: bool) -> tuple[Range, ...] | None:
    to_ours = _try_one(raw, text, name)
    out = []
    for start, end, covered in raw_spans:
        span = Range(to_ours(start), to_ours(end)) if 0 <= start <= end else Range(-1, -1)
        if not 0 <= span.start < span.end <= len(text):
            return None
        if covered is not None and not _same(text[span.start : span.end], canonical(covered), loose):
            return None
        out.append(span)
    return tuple(out)


def _same(ours: str, theirs: str, loose: bool) -> bool:
    return ours == theirs if not loose else _loosened(ours) == _loosened(theirs)


def _loosened(text: str) -> str:
    """Return text with all white space as plain spaces and letters composed: what editors and JSON tools change."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _try_one(raw: str, text: str, name: str) -> Callable[[int], int]:
    """Return the function from a foreign offset to a code point of the canonical text, under one reading."""
    if name == "code-points":
        return lambda offset: offset
    if name == "utf-16":
        return Utf16Map(text).to_code_points
    if name == "bytes":
        return Utf8Map(text).to_code_points
    if name == "bom":
        return lambda offset: offset - 1
    if name == "bom-utf-16":
        units = Utf16Map(text)
        return lambda offset: units.to_code_points(offset - 1)
    lines = _crlf(raw, text)
    if name == "crlf":
        return lambda offset: _from_crlf(lines, offset)
    units = Utf16Map(text)
    return lambda offset: units.to_code_points(_from_crlf([units.to_utf16(at) for at in lines], offset))


def _crlf(raw: str, text: str) -> list[int]:
    """Return the newlines that count two: those written CRLF in ``raw``, or all where it has none left."""
    if "\r\n" not in raw:
        return [at for at, character in enumerate(text) if character == "\n"]
    body = raw.removeprefix(BOM)
    found, shift, at = [], 0, body.find("\r\n")
    while at >= 0:
        found.append(at - shift)
        shift += 1
        at = body.find("\r\n", at + 2)
    return found


def _from_crlf(lines: Sequence[int], offset: int) -> int:
    """Return ``offset`` less the newlines before it, each of which it counts twice."""
    low, high = 0, len(lines)
    while low < high:
        middle = (low + high) // 2
        if lines[middle] + middle < offset:
            low = middle + 1
        else:
            high = middle
    return offset - low


def _fault(text: str, raw_span: RawSpan, to_ours: Callable[[int], int]) -> UserError | None:
    """Return why a span does not fit the text under one reading; None where it does."""
    start, end, covered = raw_span
    here = (to_ours(start), to_ours(end)) if 0 <= start <= end else (start, end)
    if not 0 <= here[0] < here[1] <= len(text):
        return UserError("record-range-outside", field="", start=start, end=end, length=len(text))
    ours = text[here[0] : here[1]]
    if covered is None or canonical(covered) == ours:
        return None
    return UserError("record-text-differs", field=f"{start}–{end}", expected=repr(ours[:80]), found=repr(covered[:80]))


_READINGS = ("code-points", "utf-16", "crlf", "crlf-utf-16", "bom", "bom-utf-16", "bytes")
_SAID = {
    "code-points": "the offsets count code points, not UTF-16 units",
    "utf-16": "the offsets count UTF-16 units (an emoji is two)",
    "bytes": "the offsets count bytes of UTF-8",
    "crlf": "the offsets count every newline twice (CRLF)",
    "crlf-utf-16": "the offsets count UTF-16 units and every newline twice (CRLF)",
    "bom": "the offsets count a byte order mark",
    "bom-utf-16": "the offsets count UTF-16 units and a byte order mark",
}
_LOOSE = "the covered text had its no-break spaces, line breaks or accents changed"
