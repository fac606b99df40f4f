"""Running heads, feet and page numbers of a PDF: told by where they stand and that they come again."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import NamedTuple

from core.formats.pdf_lines import Line

_EDGE = 3
"""Lines at the top and at the bottom of a page that may be its frame."""
_NEAR = 4.0
"""Points by which a running head may move from page to page."""
_NUMBER = re.compile(
    r"[-–—\s]*(?:стр(?:аница|\.)?\s*|с\.\s*|page\s*)?(\d{1,4})(?:\s*(?:из|of|/)\s*\d{1,4})?[-–—\s]*", re.IGNORECASE
)


def without_frame(pages: list[list[Line]], heights: list[float], left: Counter[str]) -> list[list[Line]]:
    """Return the pages' lines without heads, feet and page numbers; what goes is counted in ``left``."""
    edges = [_edges(lines, height) for lines, height in zip(pages, heights, strict=True)]
    gone = _numbers(edges) | _repeated(edges)
    for number in sorted(gone, key=lambda one: not one[1]):  # of a set: else the notes would stand in any order
        left["page number" if number[1] else "running head or foot"] += 1
    out_ids = {number[0] for number in gone}
    return [[line for line in lines if id(line) not in out_ids] for lines in pages]


class _Edges(NamedTuple):
    """The lines of a page that may be its frame."""

    top: list[Line]
    foot: list[Line]

    def all(self) -> list[Line]:
        return [*self.top, *self.foot]


def _edges(lines: list[Line], height: float) -> _Edges:
    """Return the lines at a page's top and bottom, those that stand in its outer parts."""
    tall = height or 1.0
    ordered = sorted(lines, key=lambda line: -line.base)
    top = [line for line in ordered[:_EDGE] if line.base > 0.75 * tall]
    foot = [line for line in ordered[-_EDGE:] if line.base < 0.25 * tall]
    return _Edges(top, foot)


def _worded(line: Line) -> str:
    """Return what is constant in a running head: its words, every number as one character."""
    return re.sub(r"\d+", "#", re.sub(r"\W+", " ", line.text.lower())).strip()


def _repeated(edges: list[_Edges]) -> set[tuple[int, bool]]:
    """Return the lines that come again at the same height on another page."""
    groups: defaultdict[str, list[Line]] = defaultdict(list)
    for page in edges:
        for line in page.all():
            if not line.parted:
                groups[_worded(line)].append(line)
    gone = set()
    for words, lines in groups.items():
        for line in lines:
            again = {one.page for one in lines if abs(one.base - line.base) < _NEAR}
            if len(again) > 1 and any(char.isalpha() for char in words) and _is_outermost(line, edges):
                gone.add((id(line), False))
    return gone


def _is_outermost(line: Line, edges: list[_Edges]) -> bool:
    """Tell whether nothing but others like it stands farther out: two lines of a head at the most.

    A line that stands nearer to the text than to what is farther out is the text's: a refrain at the foot of two pages.
    """
    beside, top = next(
        (lines, lines is page.top) for page in edges for lines in page if any(one is line for one in lines)
    )
    outer = [one for one in beside if (one.base > line.base + 1 if top else one.base < line.base - 1)]
    inner = [one for one in beside if (one.base < line.base - 1 if top else one.base > line.base + 1)]
    if outer and inner:
        out, into = (min(abs(one.base - line.base) for one in some) for some in (outer, inner))
        if out > 1.3 * into:
            return False
    return len(outer) < 2


def _numbers(edges: list[_Edges]) -> set[tuple[int, bool]]:
    """Return the lines that are page numbers: they count with the pages, or a document of one page has one."""
    found = [
        (line, int(match[1]) - line.page)
        for page in edges
        for line in page.all()
        if (match := _NUMBER.fullmatch(line.text)) and not line.parted
    ]
    shifts = Counter(shift for _, shift in found)
    single = len(edges) == 1
    return {
        (id(line), True)
        for line, shift in found
        if shifts[shift] > 1 or (single and line.text.strip(" -–—").isdecimal() and _is_outermost(line, edges))
    }
