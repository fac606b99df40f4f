"""Horizontal bars: by one axis, settled part filled and proposals hatched; by two axes stacked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from core.charts.frame import EDGE, OTHER, SWATCH, Entry, Frame, column_words, series_of, settled_part, value_of
from core.charts.sheet import HATCHES, SIZE, Sheet, cut, width_of
from core.charts.types import Box, Ink, Measure
from core.corpus.counting.types import Figures, Row, Table
from core.language import tr
from core.words.counts import basis_words, figure_words, label_words, measure_words

ROW, BAR = 28.0, 18.0
"""Pixels from one bar to the next, and of a bar."""
LABEL = 0.38
"""Share of the width that labels have at most."""
PROPOSED = "////"


class _Piece(NamedTuple):
    """A part of a bar: how long it is as a value, and how it is drawn."""

    value: float
    colour: str
    hatch: str
    column: str | None
    query: str
    words: str


def bars(
    table: Table, measure: Measure, ink: Ink, width: float, most: int, title: str, *, stacked: bool, basis: bool
) -> tuple[Sheet, list[Box]]:
    """Draw a bar for every row, at most ``most``."""
    rows = table.rows[:most]
    left_out = len(table.rows) - len(rows) + table.rest_rows
    foot = [tr("%n further row(s) are left out.", left_out)] if left_out else []
    legend = list(_columns(table, ink)) if stacked else list(_states(rows, measure, ink))
    frame = Frame(title, legend, width, [*foot, *([basis_words(table.total)] * basis)])
    sheet = frame.sheet(ROW * len(rows), ink)
    labels = [cut(label_words(table.by, row.key, row.label), width * LABEL) for row in rows]
    left = EDGE + max(map(width_of, labels)) + 10
    values = [value_of(measure, row.figures, table.total) for row in rows]
    said = [figure_words(measure, row.figures, row.share) for row in rows]
    room = width - EDGE - left - max(map(width_of, said)) - 8
    unit = room / (max(values) or 1)
    boxes: list[Box] = []
    for at, (row, label, value, words) in enumerate(zip(rows, labels, values, said, strict=True)):
        middle = frame.top + ROW * (at + 0.5)
        sheet.words(left - 10, middle, label, align="right")
        pieces = list(_stack(table, row, measure, ink) if stacked else _split(row, measure, value, ink))
        boxes += _draw(sheet, pieces, row, left, middle, unit)
        sheet.words(left + sum(piece.value for piece in pieces) * unit + 8, middle, words, soft=True)
        if not stacked:
            words = f"{label_words(table.by, row.key, row.label)}: {words}"
            boxes.append(_box(sheet, row, None, row.query, words, (left, middle, value * unit)))
    sheet.rule([(left, frame.top), (left, frame.top + ROW * len(rows))], ink.soft)
    return sheet, boxes


def _draw(sheet: Sheet, pieces: list[_Piece], row: Row, left: float, middle: float, unit: float) -> Iterator[Box]:
    for piece in pieces:
        if piece.value <= 0:
            continue
        sheet.bar(left, middle - BAR / 2, piece.value * unit, BAR, piece.colour, piece.hatch)
        if piece.words:
            yield _box(sheet, row, piece.column, piece.query, piece.words, (left, middle, piece.value * unit))
        left += piece.value * unit


def _box(sheet: Sheet, row: Row, column: str | None, query: str, words: str, at: tuple[float, float, float]) -> Box:
    left, middle, width = at
    return Box(
        row=row.key, column=column, query=query, words=words, left=left / sheet.width,
        top=(middle - ROW / 2) / sheet.height, width=max(width, 3.0) / sheet.width, height=ROW / sheet.height,
    )  # fmt: skip


# -- by one axis -----------------------------------------------------------------------------------------------------


def _split(row: Row, measure: Measure, value: float, ink: Ink) -> Iterator[_Piece]:
    """Yield what is settled of a bar, and what is proposed."""
    settled = settled_part(measure, row.figures)
    yield _Piece(value * settled, ink.series[0], "", None, row.query, "")
    yield _Piece(value * (1 - settled), ink.series[0], PROPOSED, None, row.query, "")


def _states(rows: tuple[Row, ...], measure: Measure, ink: Ink) -> Iterator[Entry]:
    parts = [settled_part(measure, row.figures) for row in rows]
    if any(part > 0 for part in parts):
        yield Entry(tr("settled"), _Swatch(ink.series[0], ""))
    if any(part < 1 for part in parts):
        words = tr("proposals in part or all") if measure is Measure.ARTICLES else tr("proposals")
        yield Entry(words, _Swatch(ink.series[0], PROPOSED))


class _Swatch:
    """Draws a small bar before the words of a legend."""

    def __init__(self, colour: str, hatch: str) -> None:
        self._look = (colour, hatch)

    def __call__(self, sheet: Sheet, left: float, middle: float) -> None:
        sheet.bar(left, middle - SIZE / 2, SWATCH, SIZE, *self._look)


# -- by two axes -----------------------------------------------------------------------------------------------------


def _stack(table: Table, row: Row, measure: Measure, ink: Ink) -> Iterator[_Piece]:
    """Yield a piece for every column that has a colour, and one for all others."""
    series = series_of(table.columns, len(ink.series))
    name = label_words(table.by, row.key, row.label)
    for number, at in enumerate(series.shown):
        cell = row.cells[at]
        value = value_of(measure, cell.figures, table.total)
        words = f"{name}, {column_words(table, at)}: {_said(measure, cell.figures, table.total)}"
        look = (ink.series[number], HATCHES[number % len(HATCHES)])
        yield _Piece(value, *look, table.columns[at].key, cell.query, words)
    if series.together:
        value = sum(value_of(measure, row.cells[at].figures, table.total) for at in series.together)
        look = (ink.series[len(series.shown)], HATCHES[len(series.shown) % len(HATCHES)])
        yield _Piece(value, *look, None, row.query, f"{name}, {tr('others')}")


def _said(measure: Measure, figures: Figures, total: Figures) -> str:
    share = figures.words / total.words if total.words else 0.0
    return f"{figure_words(measure, figures, share)} ({measure_words(measure).lower()})"


def _columns(table: Table, ink: Ink) -> Iterator[Entry]:
    series = series_of(table.columns, len(ink.series))
    names = [column_words(table, at) for at in series.shown] + [tr("others")] * bool(series.together)
    for number, name in enumerate(names):
        yield Entry(name or OTHER, _Swatch(ink.series[number], HATCHES[number % len(HATCHES)]))
