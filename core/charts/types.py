"""What a chart looks like, and what comes of drawing one."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from core.corpus.counting.types import Measure as Measure


class Kind(StrEnum):
    """How it is drawn: horizontal bars, bars of a table with two axes stacked, lines over time."""

    BARS = "bars"
    STACKED = "stacked"
    LINE = "line"


class Ink(msgspec.Struct, frozen=True):
    """The colours of a chart as ``#rrggbb``; ``series`` are those of bars and lines, taken in turn."""

    paper: str = "#ffffff"
    text: str = "#1d2128"
    soft: str = "#545c69"
    line: str = "#d9dde3"
    series: tuple[str, ...] = ("#2a5db0", "#b0562a", "#2a8f6a", "#8a4fb0", "#a08a1c", "#5b6675")


LIGHT = Ink()
DARK = Ink(
    paper="#1d2128",
    text="#e6e9ee",
    soft="#a3acb9",
    line="#3a414c",
    series=("#7aa6ee", "#eb9a6b", "#66cfa5", "#c79af0", "#dcc75a", "#a3acb9"),
)


class Box(msgspec.Struct, frozen=True, kw_only=True):
    """Where a bar (or a point of a line) stands, in fractions of the picture from its upper left corner.

    ``row`` is the key of its row, ``column`` that of its column (None where there is one axis, or several columns are
    one bar), ``query`` the text that lists its quotations, ``words`` what a screen reader says of it.
    """

    row: str
    column: str | None
    query: str
    words: str
    left: float
    top: float
    width: float
    height: float


class Chart(msgspec.Struct, frozen=True, kw_only=True):
    """A picture: ``data`` is SVG (UTF-8) or PNG, ``width`` and ``height`` are in pixels at scale 1."""

    data: bytes
    width: float
    height: float
    boxes: tuple[Box, ...]
