"""Paragraphs out of a PDF's lines: by the room that a line left, by indents, by gaps, across columns and pages."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from core.formats.hyphens import joined
from core.formats.pdf_lines import Line

_END = re.compile(r"[.!?…:;][»”\"')\]\d]*$")
_MARK = re.compile(r"^[—–•▪‣◦]|^-\s|^(?:\d{1,3}|[a-zа-я]|[ivxlc]{1,5})[.)]\s")
"""What begins a speech of a dialogue or an item of a list."""


class Column(NamedTuple):
    """Lines that go down the page under each other."""

    lines: list[Line]
    left: float
    right: float
    leading: float


def columns_of(pages: list[list[Line]]) -> list[Column]:
    """Return the columns of all pages; a line that stands higher than the one before it begins a new one."""
    groups: list[list[Line]] = []
    for lines in pages:
        for at, line in enumerate(lines):
            before = lines[at - 1] if at else None
            if before is None or line.base > before.base + 2 or line.left > before.right + 2 * line.size:
                groups.append([])
            groups[-1].append(line)
    gaps = [one.base - two.base for group in groups for one, two in pairwise(group) if one.base - two.base > 1]
    usual = statistics.median(gaps) if gaps else 0.0
    return [_column(group, usual) for group in groups]


def _column(group: list[Line], usual: float) -> Column:
    gaps = [one.base - two.base for one, two in pairwise(group) if one.base - two.base > 1]
    leading = statistics.median(gaps) if len(gaps) > 3 else min(gaps, key=lambda gap: abs(gap - usual), default=usual)
    return Column(group, min(line.left for line in group), max(line.right for line in group), leading)


def paragraphs_of(pages: list[list[Line]], known: Counter[str]) -> Iterator[str]:
    """Yield the paragraphs, words parted at line ends joined as the dictionary has them."""
    columns = columns_of(pages)
    flat = [(line, column) for column in columns for line in column.lines]
    pending, parted = "", False
    for at, (line, column) in enumerate(flat):
        before = flat[at - 1] if at else None
        if before is not None and _is_break(before[0], before[1], line, column):
            yield pending + ("-" if parted else "")
            pending, parted = "", False
        pending = joined(pending, line.text, known) if parted else f"{pending} {line.text}".lstrip()
        parted = line.parted
    if pending:
        yield pending + ("-" if parted else "")


def _is_indented(line: Line, column: Column) -> bool:
    indent = line.left - column.left
    return 0.6 * line.size < indent < 8 * line.size


def _is_break(one: Line, where: Column, two: Line, there: Column) -> bool:
    """Tell whether the second line begins a paragraph."""
    if one.parted:
        return not two.text[:1].isalnum()
    if one.cell or two.cell:
        return True
    begins = not two.text[:1].islower() or bool(_MARK.match(two.text))
    ended = bool(_END.search(one.text))
    if where is not there:
        if not begins:
            return False
        speech = ended and bool(_MARK.match(two.text))
        return _is_other_size(one, two) or _has_room(one, where, two) or _is_indented(two, there) or speech
    if _is_other_size(one, two) and begins:
        return True
    gap = one.base - two.base
    if there.leading and gap > 1.35 * there.leading and (begins or gap > 2.6 * there.leading):
        return True
    if begins and _is_indented(two, there) and (ended or not _is_indented(one, where)):
        return True
    return begins and _has_room(one, where, two)


def _is_other_size(one: Line, two: Line) -> bool:
    low, high = sorted((one.size, two.size))
    return low > 0 and high > 1.12 * low


def _has_room(one: Line, where: Column, two: Line) -> bool:
    """Tell whether the next line's first word would have fitted into a line: it ends where it does on purpose."""
    return where.right - one.right > two.word + 0.5 * max(one.size, 1)
