"""A table of figures as a value: what its columns are, its lines, and the query behind each; how they are written."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from core.language import number
from gui.look.languages import tr

Value: TypeAlias = str | int | float | None


class Sort(StrEnum):
    """What the values of a column are, and so how they are written."""

    WORDS = "words"
    TIME = "time"
    """Words of a day, a month: sorted by the key of their line."""
    COUNT = "count"
    SHARE = "share"
    """0 to 1."""
    SCORE = "score"
    SECONDS = "seconds"


NUMBERS = frozenset({Sort.COUNT, Sort.SHARE, Sort.SCORE, Sort.SECONDS})


class Head(NamedTuple):
    """A column: ``words`` above it, ``name`` in exported files."""

    words: str
    name: str
    sort: Sort = Sort.COUNT
    tip: str = ""


class Line(NamedTuple):
    """A row: its values, what it is told by when it is counted anew, the query that lists its quotations.

    ``queries`` are those of single cells, by the number of the column.
    """

    values: tuple[Value, ...]
    key: str = ""
    query: str = ""
    queries: tuple[tuple[int, str], ...] = ()

    def query_at(self, column: int) -> str:
        """Return the query behind a cell: its own, else that of the row."""
        return next((query for at, query in self.queries if at == column), self.query)


class Sheet(NamedTuple):
    """A table with its title and the sentence that says of what its figures are counted."""

    title: str
    heads: tuple[Head, ...]
    lines: tuple[Line, ...]
    basis: str = ""


def written(sort: Sort, value: Value) -> str:
    """Return a value as people read it; nothing where there is none."""
    if value is None or isinstance(value, str):
        return value or ""
    if sort is Sort.SHARE:
        return percent(value)
    if sort is Sort.SCORE:
        return number(value if abs(value) >= 0.05 else 0.0, 1)
    return duration(value) if sort is Sort.SECONDS else number(value)


def percent(share: float) -> str:
    """Return a share (0 to 1) in per cent; small ones are not rounded away."""
    places = 1 if 0 < share < 0.0995 else 0
    return f"{number(100 * share, places)}\u00a0%"


def duration(seconds: float) -> str:
    """Return a time as hours and minutes; as seconds where it is shorter."""
    if seconds < 60:
        return tr("{count} s", count=round(seconds))
    minutes = round(seconds / 60)
    if minutes < 60:
        return tr("{count} min", count=minutes)
    return tr("{hours} h {minutes:02} min", hours=minutes // 60, minutes=minutes % 60)


def as_text(heads: Sequence[Head], lines: Sequence[Line]) -> str:
    """Return lines as a table for a spreadsheet: cells parted by tabs, a head above them, numbers as they are."""
    rows = [[head.words for head in heads], *([_plain(value) for value in line.values] for line in lines)]
    return "".join("\t".join(" ".join(cell.split()) for cell in row) + "\n" for row in rows)


def _plain(value: Value) -> str:
    """Return a value as a spreadsheet in the user's language takes it for a number."""
    if isinstance(value, float) and not value.is_integer():
        return number(value, 4).replace("\u00a0", "") if number(0.5, 1) == "0,5" else f"{value:.4f}"
    return "" if value is None else str(int(value) if isinstance(value, float) else value)
