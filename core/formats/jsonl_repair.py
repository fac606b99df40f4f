"""Exchange records whose offsets are off by a known bug: told from records that are simply wrong, and put right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from core.errors import UserError
from core.formats.repair import RawSpan, read_offsets
from core.model.text import canonical

REPAIRABLE = ("record-text-differs", "record-range-outside", "record-not-canonical")
"""Refusals that another reading of the offsets may explain."""


def repaired(line: bytes, *, repair: bool) -> tuple[bytes, str] | None:
    """Return the line with offsets of the canonical text, and what was wrong; None where no reading fits.

    ``line`` is a record whose fields are of their types: it was refused as one of ``REPAIRABLE``.

    Raises UserError ``record-offsets-off`` where one fits but ``repair`` is not asked for.
    """
    raw = msgspec.json.decode(line)
    spans = list(_spans(raw))
    raw_spans: list[RawSpan] = [(span["start"], span["end"], span["text"]) for span in spans]
    try:
        reading, note = read_offsets(raw["text"], raw_spans, repair=repair)
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
    for group in (raw, raw.get("rejected") or {}):
        yield from group.get("entities") or ()
        for quotation in group.get("quotations") or ():
            yield from quotation["ranges"]
            yield from (part for part in (quotation.get("cue"), quotation.get("speaker_mention")) if part)
