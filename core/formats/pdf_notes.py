"""Footnotes of a PDF: lines in small type at the foot of a page, the first beginning with its figure or star."""

from __future__ import annotations

import re
import statistics
from collections import Counter

from core.formats.pdf_lines import Line

_MARK = re.compile(r"^(\d{1,3}|\*{1,3})(?=\D|$)")


def without_notes(pages: list[list[Line]], notes: list[str], left: Counter[str]) -> list[list[Line]]:
    """Return the pages' lines without footnotes, which go to ``notes``; marks in the text were taken out before."""
    sizes = [line.size for lines in pages for line in lines for _ in range(len(line.text))]
    usual = statistics.median(sizes) if sizes else 0.0
    if not any(line.marks for lines in pages for line in lines):
        return pages
    out = []
    for lines in pages:
        start = len(lines)
        while start and lines[start - 1].size < 0.92 * usual:
            start -= 1
        start = min(start, _after_gap(lines))
        while start < len(lines) and not _MARK.match(lines[start].text):
            start += 1
        for line in lines[start:]:
            if _MARK.match(line.text):
                left["footnote"] += 1
                notes.append(_MARK.sub("", line.text).strip())
            elif notes:
                notes[-1] = f"{notes[-1]} {line.text}".strip()
        out.append(lines[:start])
    return out


def _after_gap(lines: list[Line]) -> int:
    """Return where the notes begin that only a gap parts from the text; the end of the page where none does."""
    if not any(line.marks for line in lines):
        return len(lines)
    for at in range(len(lines) - 1, 0, -1):
        gap = lines[at - 1].base - lines[at].base
        if _MARK.match(lines[at].text) and len(lines[at].text) > 3 and gap > 2.5 * lines[at].size:
            return at
    return len(lines)
