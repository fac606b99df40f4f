"""Exchange records whose offsets are off by a known bug: told from records that are simply wrong, and put right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from core.errors import UserError
from core.formats.repair import Stretch, read_offsets
from core.text import canonical

MENDABLE = ("record-text-differs", "record-range-outside", "record-not-canonical")
"""Refusals that another reading of the offsets may explain."""


def repaired(line: bytes, *, repair: bool) -> tuple[bytes, str] | None:
    """Return the line with offsets of the canonical text, and what was wrong; None where no reading fits.

    Raises UserError ``record-offsets-off`` where one fits but ``repair`` is not asked for.
    """
    try:
        raw = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    if not isinstance(raw, dict) or not isinstance(raw.get("text"), str):
        return None
    spans = list(_spans(raw))
    stretches: list[Stretch] = [(span["start"], span["end"], span.get("text")) for span in spans]
    if not all(isinstance(a, int) and isinstance(b, int) and isinstance(c, str) for a, b, c in stretches):
        return None
    try:
        reading, note = read_offsets(raw["text"], stretches, repair=repair)
    except UserError as error:
        if error.code == "record-offsets-off":
            raise
        return None
    raw["text"] = canonical(raw["text"])
    for span, (start, end) in zip(spans, reading.ranges, strict=True):
        span |= {"start": start, "end": end, "text": raw["text"][start:end]}
    return msgspec.json.encode(raw), note or "repaired: the text's newlines or BOM"


def _spans(raw: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield every object of a record that has offsets, wherever the format puts one."""
    groups = [raw, raw.get("rejected")]
    for group in groups:
        if not isinstance(group, dict):
            continue
        for entity in _dicts(group.get("entities")):
            yield from _dicts([entity])
        for quotation in _dicts(group.get("quotations"), offsets=False):
            yield from _dicts(quotation.get("ranges"))
            yield from _dicts([quotation.get("cue"), quotation.get("speaker_mention")])


def _dicts(found: Any, *, offsets: bool = True) -> Iterator[dict[str, Any]]:
    for one in found if isinstance(found, list) else ():
        if isinstance(one, dict) and (not offsets or ("start" in one and "end" in one)):
            yield one
