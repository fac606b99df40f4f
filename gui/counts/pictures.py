"""Charts drawn in a thread, one at a time: in the colours of the window, or on paper for a file."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import NamedTuple

from core.charts.draw import draw
from core.charts.types import DARK, LIGHT, Chart, Ink, Kind
from core.corpus.counting.types import Measure, Table
from gui.look.theme import Palette

_DRAWING = threading.Lock()
"""matplotlib's caches of fonts are shared by all its figures."""
PAPER_WIDTH = 900
"""Pixels of a chart in a file."""


class Plan(NamedTuple):
    """What is drawn, and how."""

    table: Table
    measure: Measure = Measure.QUOTATIONS
    kind: Kind | None = None
    most: int = 25
    title: str = ""


def ink_of(palette: Palette) -> Ink:
    """Return the colours of charts in a theme."""
    series = (DARK if palette.dark else LIGHT).series
    return Ink(paper=palette.field, text=palette.ink, soft=palette.soft, line=palette.line, series=series)


def drawing(plan: Plan, ink: Ink, width: float, scale: float, format_: str = "png") -> Callable[[], Chart]:
    """Return what draws a chart; to be called in a thread."""

    def work() -> Chart:
        with _DRAWING:
            return draw(
                plan.table, measure=plan.measure, kind=plan.kind, format_=format_, ink=ink, width=width, scale=scale,
                most=plan.most, title=plan.title,
            )  # fmt: skip

    return work


def on_paper(plan: Plan, format_: str) -> Callable[[], Chart]:
    """Return what draws a chart for a file."""
    return drawing(plan, LIGHT, PAPER_WIDTH, 2.0, format_)
