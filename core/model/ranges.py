"""Content ranges put in order: sorted and joined, closed up, without white space at their ends."""

from __future__ import annotations

from collections.abc import Iterable

from core.model import Range, text


def union(ranges: Iterable[Range]) -> tuple[Range, ...]:
    """Return ``ranges`` sorted, those that overlap joined; those that only touch stay apart."""
    out: list[Range] = []
    for span in sorted(set(ranges)):
        if out and span.start < out[-1].end:
            out[-1] = Range(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)


def closed_up(whole: str, ranges: Iterable[Range]) -> tuple[Range, ...]:
    """Return ``ranges`` sorted, those joined that overlap, touch, or have nothing but spaces of a line between them."""
    out: list[Range] = []
    for span in union(ranges):
        between = whole[out[-1].end : span.start] if out else ""
        if out and not between.strip() and "\n" not in between:
            out[-1] = Range(out[-1].start, span.end)
        else:
            out.append(span)
    return tuple(out)


def with_content(whole: str, ranges: Iterable[Range]) -> list[Range]:
    """Return ranges without white space at their ends, those that hold nothing else left out."""
    trimmed = [text.trim_space(whole, span) for span in ranges]
    return [span for span in trimmed if span.start < span.end]
