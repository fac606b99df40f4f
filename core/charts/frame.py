"""What stands around bars and lines: title, legend, and of what all this is counted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from core.charts.sheet import SIZE, SMALL, Sheet, cut, width_of, wrapped
from core.charts.types import Ink, Measure
from core.corpus.counting.types import Column, Figures, Table
from core.words.counts import label_words

EDGE = 16.0
LINE = 22.0
"""Pixels around everything, and of a line of words."""
SWATCH = 18.0
OTHER = ""
"""The key of what several columns have together."""


class Entry(NamedTuple):
    """A line of the legend: its words, and how its swatch is drawn at a left edge and a middle."""

    words: str
    draw: Callable[[Sheet, float, float], None]


class Frame:
    """Lays out a chart of a given width: what is drawn by others gets its room between head and foot."""

    def __init__(self, title: str, legend: Sequence[Entry], width: float, foot: Sequence[str]) -> None:
        room = width - 2 * EDGE
        self._title = wrapped(title, room, SIZE)
        self._legend = _in_lines([entry._replace(words=cut(entry.words, room - SWATCH - 8)) for entry in legend], room)
        self._foot = wrapped(" ".join(foot), room)
        self.top = EDGE + LINE * (len(self._title) + len(self._legend)) + (6 if self._title or self._legend else 0)
        self._below = (EDGE + 8 if self._foot else 4) + 16.0 * len(self._foot)
        self.width = width

    def sheet(self, room: float, ink: Ink) -> Sheet:
        """Return a sheet with ``room`` pixels of height between head and foot, both of them drawn."""
        sheet = Sheet(self.width, self.top + room + self._below, ink)
        middle = EDGE + LINE / 2
        for words in self._title:
            sheet.words(EDGE, middle, words)
            middle += LINE
        for line in self._legend:
            left = EDGE
            for entry in line:
                entry.draw(sheet, left, middle)
                sheet.words(left + SWATCH + 6, middle, entry.words, soft=True, size=SMALL)
                left += _wide(entry)
            middle += LINE
        middle = self.top + room + 16
        for words in self._foot:
            sheet.words(EDGE, middle, words, soft=True, size=SMALL)
            middle += 16
        return sheet


def _wide(entry: Entry) -> float:
    return SWATCH + 6 + width_of(entry.words, SMALL) + 20


def _in_lines(entries: Sequence[Entry], room: float) -> list[list[Entry]]:
    lines: list[list[Entry]] = []
    left = room
    for entry in entries:
        if left + _wide(entry) - 20 > room:
            lines.append([])
            left = 0.0
        lines[-1].append(entry)
        left += _wide(entry)
    return lines


# -- values ----------------------------------------------------------------------------------------------------------


def value_of(measure: Measure, figures: Figures, total: Figures) -> float:
    """Return a figure as a number; a share of all words from 0 to 1."""
    if measure is Measure.SHARE:
        return figures.words / total.words if total.words else 0.0
    if measure is Measure.WORDS:
        return figures.words
    return figures.articles if measure is Measure.ARTICLES else figures.quotations


def settled_part(measure: Measure, figures: Figures) -> float:
    """Return which part of a bar is of settled quotations; of articles all or nothing, since one may have both."""
    if measure is Measure.ARTICLES:
        return float(not figures.proposals)
    if measure is Measure.QUOTATIONS:
        return figures.settled / figures.quotations if figures.quotations else 1.0
    return figures.settled_words / figures.words if figures.words else 1.0


class Series(NamedTuple):
    """The columns that get a colour of their own, by their indexes, and those that are drawn together."""

    shown: list[int]
    together: list[int]


def series_of(columns: Sequence[Column], colours: int) -> Series:
    """Return the columns with a colour of their own: the most frequent ones, in the order of the table."""
    if len(columns) <= colours:
        return Series(list(range(len(columns))), [])
    often = sorted(range(len(columns)), key=lambda at: -columns[at].figures.quotations)[: colours - 1]
    return Series(sorted(often), [at for at in range(len(columns)) if at not in often])


def column_words(table: Table, at: int) -> str:
    """Return what a column is called."""
    assert table.second is not None
    return label_words(table.second, table.columns[at].key, table.columns[at].label)
