"""Lines over time: one for each column of the table, or all quotations and the settled ones of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from core.charts.frame import EDGE, SWATCH, Entry, Frame, column_words, series_of, settled_part, value_of
from core.charts.sheet import DASHES, MARKERS, SMALL, Sheet, width_of
from core.charts.types import Box, Ink, Measure
from core.corpus.counting.types import Axis, Figures, Row, Table
from core.language import number, tr
from core.words.counts import basis_words, figure_words, label_words

HEIGHT = 240.0
POINT = 18.0
"""Pixels of what is clicked around a point."""
MOST = 1500
"""Moments between the first and the last row that get a point, empty ones too; further apart rows have theirs alone."""


class _Line(NamedTuple):
    """One line: a value for every moment, the query and the words of each, what it is called and how it looks."""

    name: str
    column: str | None
    values: list[float]
    queries: list[str | None]
    words: list[str]
    style: int
    colour: str


def lines(
    table: Table, measure: Measure, ink: Ink, width: float, title: str, *, basis: bool
) -> tuple[Sheet, list[Box]]:
    """Draw a table whose first axis is time; what has no date is not drawn."""
    rows = [row for row in table.rows if row.key]
    moments = _moments(table.by, rows)
    every = list(_series(table, rows, moments, measure, ink))
    legend = [Entry(line.name, _Swatch(line)) for line in every] if len(every) > 1 else []
    foot = [] if len(rows) == len(table.rows) else [tr("What has no date is not drawn.")]
    frame = Frame(title, legend, width, [*foot, *([basis_words(table.total)] * basis)])
    sheet = frame.sheet(HEIGHT + 26, ink)
    ticks = _ticks(max(max(line.values) for line in every), whole=measure is not Measure.SHARE)
    said = [_tick_words(tick, measure) for tick in ticks]
    left, right = EDGE + max(width_of(one, SMALL) for one in said) + 10, width - EDGE - 12
    top = frame.top + 6

    def y(value: float) -> float:
        return top + (HEIGHT - 12) * (1 - value / ticks[-1])

    def x(at: int) -> float:
        return (left + right) / 2 if len(moments) == 1 else left + 8 + (right - left - 8) * at / (len(moments) - 1)

    for tick, words in zip(ticks, said, strict=True):
        sheet.rule([(left, y(tick)), (right, y(tick))], ink.line)
        sheet.words(left - 8, y(tick), words, soft=True, size=SMALL, align="right")
    for at, words in _dates(table.by, moments, x):
        sheet.words(x(at), top + HEIGHT + 4, words, soft=True, size=SMALL, align="center")
    boxes: list[Box] = []
    for line in every:
        boxes += _draw(sheet, line, moments, x, y)
    return sheet, boxes


def _draw(
    sheet: Sheet, line: _Line, moments: Sequence[str], x: Callable[[int], float], y: Callable[[float], float]
) -> Iterator[Box]:
    points = [(x(at), y(value)) for at, value in enumerate(line.values)]
    sheet.rule(points, line.colour, 2.0, DASHES[line.style])
    told = [at for at, query in enumerate(line.queries) if query is not None]
    sheet.dots([points[at] for at in told], line.colour, MARKERS[line.style])
    for at in told:
        px, py = points[at]
        yield Box(
            row=moments[at], column=line.column, query=line.queries[at] or "", words=line.words[at],
            left=(px - POINT / 2) / sheet.width, top=(py - POINT / 2) / sheet.height,
            width=POINT / sheet.width, height=POINT / sheet.height,
        )  # fmt: skip


class _Swatch:
    """Draws a piece of a line before the words of a legend."""

    def __init__(self, line: _Line) -> None:
        self._line = line

    def __call__(self, sheet: Sheet, left: float, middle: float) -> None:
        sheet.rule([(left, middle), (left + SWATCH, middle)], self._line.colour, 2.0, DASHES[self._line.style])
        sheet.dots([(left + SWATCH / 2, middle)], self._line.colour, MARKERS[self._line.style])


# -- series ----------------------------------------------------------------------------------------------------------


def _series(table: Table, rows: Sequence[Row], moments: Sequence[str], measure: Measure, ink: Ink) -> Iterator[_Line]:
    by_key = {row.key: row for row in rows}

    def line(
        name: str, column: str | None, of: Callable[[Row], tuple[Figures, str]], style: int, part: bool = False
    ) -> _Line:
        values, queries, words = [], [], []
        for key in moments:
            row = by_key.get(key)
            figures, query = of(row) if row is not None else (Figures(), None)
            share = figures.words / table.total.words if table.total.words else 0.0
            values.append(value_of(measure, figures, table.total) * (settled_part(measure, figures) if part else 1))
            queries.append(query if figures.quotations and not part else None)
            said = figure_words(measure, figures, share)
            words.append(f"{label_words(table.by, key, key)}{', ' if name else ''}{name}: {said}")
        return _Line(name, column, values, queries, words, style, ink.series[style])

    if table.second is None:
        yield line(tr("all quotations"), None, lambda row: (row.figures, row.query), 0)
        total = table.total
        if total.settled and total.proposals and measure is not Measure.ARTICLES:
            yield line(tr("settled"), None, lambda row: (row.figures, row.query), 1, True)
        return
    for style, at in enumerate(series_of(table.columns, len(ink.series)).shown[: len(MARKERS)]):

        def of(row: Row, at: int = at) -> tuple[Figures, str]:
            return row.cells[at].figures, row.cells[at].query

        yield line(column_words(table, at), table.columns[at].key, of, style)


# -- axes ------------------------------------------------------------------------------------------------------------


def _moments(axis: Axis, rows: Sequence[Row]) -> list[str]:
    """Return every year, month or day from the first row to the last: where nothing was said stands a zero."""
    keys = [row.key for row in rows]
    if axis is Axis.DAY:
        first, last = (date.fromisoformat(key).toordinal() for key in (keys[0], keys[-1]))
        every = [date.fromordinal(at).isoformat() for at in range(first, last + 1)] if last - first < MOST else keys
    elif axis is Axis.MONTH:
        first, last = (int(key[:4]) * 12 + int(key[5:]) - 1 for key in (keys[0], keys[-1]))
        every = [f"{at // 12:04}-{at % 12 + 1:02}" for at in range(first, last + 1)] if last - first < MOST else keys
    else:
        first, last = int(keys[0]), int(keys[-1])
        every = [f"{at:04}" for at in range(first, last + 1)] if last - first < MOST else keys
    return every


def _ticks(most: float, *, whole: bool) -> list[float]:
    """Return three to six round values from 0 to at least ``most``."""
    step = 1.0 if whole else 0.001
    factors = (2.0, 2.5, 2.0)  # 1, 2, 5, 10, 20, 50 …
    at = 0
    while step * 5 < most:
        step = round(step * factors[at % 3], 6)
        at += 1
    return [step * number for number in range(max(1, int(-(-most // step))) + 1)]


def _tick_words(value: float, measure: Measure) -> str:
    return f"{number(100 * value, 1)} %" if measure is Measure.SHARE else number(value)


def _dates(axis: Axis, moments: Sequence[str], x: Callable[[int], float]) -> Iterator[tuple[int, str]]:
    """Yield the moments that have room for their words."""
    free = 0.0
    for at, key in enumerate(moments):
        words = label_words(axis, key, key)
        half = width_of(words, SMALL) / 2
        if at == 0 or x(at) - half >= free:
            yield at, words
            free = x(at) + half + 14
