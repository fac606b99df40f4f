"""Draw agreement as SVG: heat map, confusion, intervals, the course over time. For reports and window alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import NamedTuple

from core.report.palettes import contrast


class Ink(NamedTuple):
    """The colours of a picture, as ``#rrggbb``: cells go from ``low`` to ``high``, the words in them are readable."""

    text: str = "#1d2128"
    soft: str = "#545c69"
    line: str = "#d9dde3"
    low: str = "#f2f4f8"
    high: str = "#2a5db0"
    on_low: str = "#1d2128"
    on_high: str = "#ffffff"
    accent: str = "#2a5db0"


PAPER = Ink()
CELL, ROW = 64, 34
"""Width and height of a cell, in pixels."""
LETTER = 8.0
"""About how wide a letter of 13 pixels is, a wide Cyrillic one included."""


def heat_map(names: Sequence[str], matrix: Sequence[Sequence[float | None]], ink: Ink = PAPER) -> str:
    """Return the agreement of every pair of annotators: rows and columns by ``names``, 0 to 1, None stays blank."""
    cells = {
        (row, column): (value, f"{value:.2f}")
        for row, line in enumerate(matrix)
        for column, value in enumerate(line)
        if value is not None
    }
    return _grid(names, names, cells, ink)


def confusion(counts: Mapping[str, Mapping[str, float]], ink: Ink = PAPER, *, sides: tuple[str, str] = ("", "")) -> str:
    """Return how often one annotator's label (rows) stood where the other's (columns) did, shaded by its share."""
    labels = list(counts)
    cells = {}
    for row, label in enumerate(labels):
        of = sum(counts[label].values())
        for column, other in enumerate(labels):
            count = counts[label].get(other, 0)
            cells[row, column] = (count / of if of else 0.0, f"{count:,.0f}")
    return _grid(labels, labels, cells, ink, sides)


def _grid(
    rows: Sequence[str],
    columns: Sequence[str],
    cells: Mapping[tuple[int, int], tuple[float, str]],
    ink: Ink,
    sides: tuple[str, str] = ("", ""),
) -> str:
    left = max(len(sides[0]) + 2, *(len(name) for name in rows), 0) * LETTER + 16
    wide = max(CELL, *(len(name) * LETTER + 12 for name in columns)) if columns else CELL
    top = ROW + (ROW if any(sides) else 0)
    parts = []
    if any(sides):
        parts.append(_words(left - 8, ROW * 0.65, f"{sides[0]} ↓", ink.soft, "end"))
        parts.append(_words(left, ROW * 0.65, f"{sides[1]} →", ink.soft, "start"))
    for at, name in enumerate(columns):
        parts.append(_words(left + (at + 0.5) * wide, top - 12, name, ink.soft, "middle"))
    for at, name in enumerate(rows):
        parts.append(_words(left - 8, top + (at + 0.5) * ROW + 4.5, name, ink.soft, "end"))
    for (row, column), (share, words) in cells.items():
        x, y = left + column * wide, top + row * ROW
        fill = mix(ink.low, ink.high, share)
        colour = max((ink.on_high, ink.on_low), key=lambda one: contrast(one, fill))
        box = f'x="{x + 1:.1f}" y="{y + 1:.1f}" width="{wide - 2:.1f}" height="{ROW - 2}"'
        parts.append(f'<rect {box} rx="4" fill="{fill}"/>')
        parts.append(_words(x + wide / 2, y + ROW / 2 + 4.5, words, colour, "middle"))
    return _svg(left + wide * len(columns) + 4, top + ROW * len(rows) + 4, parts)


def intervals(
    values: Mapping[str, float | None], bounds: Mapping[str, Sequence[float | None]], ink: Ink = PAPER
) -> str:
    """Return one line a measure: a dot at its value and a bar over its interval, on a scale that ends at 1."""
    shown = {name: value for name, value in values.items() if value is not None}
    left, width = max((len(name) for name in shown), default=0) * LETTER + 16, 320
    lows = [low for name in shown for low in bounds.get(name, ())[:1] if low is not None]
    floor = min([0.9, *shown.values(), *lows])
    floor = max(-1.0, int(floor * 10 - (floor < 0)) / 10)
    scale = width / (1 - floor)
    parts = []
    for step in range(round(floor * 10), 11, max(1, round((1 - floor) * 2))):
        x = left + (step / 10 - floor) * scale
        parts.append(f'<line x1="{x:.1f}" x2="{x:.1f}" y1="20" y2="{26 + 26 * len(shown)}" stroke="{ink.line}"/>')
        parts.append(_words(x, 14, f"{step / 10:.1f}", ink.soft, "middle"))
    for at, (name, value) in enumerate(shown.items()):
        y = 40 + 26 * at
        low, high = [*bounds.get(name, ()), None, None][:2]
        parts.append(_words(left - 8, y + 4.5, name, ink.text, "end"))
        if low is not None and high is not None:
            x1, x2 = left + (low - floor) * scale, left + (high - floor) * scale
            parts.append(
                f'<line x1="{x1:.1f}" x2="{x2:.1f}" y1="{y}" y2="{y}" stroke="{ink.accent}" '
                f'stroke-width="6" stroke-opacity="0.3" stroke-linecap="round"/>'
            )
        parts.append(f'<circle cx="{left + (value - floor) * scale:.1f}" cy="{y}" r="5" fill="{ink.accent}"/>')
        parts.append(_words(left + width + 14, y + 4.5, f"{value:.3f}", ink.text, "start"))
    return _svg(left + width + 64, 40 + 26 * len(shown), parts)


def course(periods: Mapping[str, float | None], ink: Ink = PAPER) -> str:
    """Return a measure (0 to 1) from period to period, as a line with dots."""
    shown = [(period, value) for period, value in periods.items() if value is not None]
    step, height, left, top = 72, 140, 40, 24
    parts = []
    for tick in (0.0, 0.5, 1.0):
        y = top + (1 - tick) * height
        parts.append(
            f'<line x1="{left}" x2="{left + step * max(1, len(shown))}" y1="{y}" y2="{y}" stroke="{ink.line}"/>'
        )
        parts.append(_words(left - 8, y + 4.5, f"{tick:.1f}", ink.soft, "end"))
    points = [(left + step * (at + 0.5), top + (1 - max(0.0, value)) * height) for at, (_, value) in enumerate(shown)]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    parts.append(f'<polyline points="{path}" fill="none" stroke="{ink.accent}" stroke-width="2"/>')
    for (x, y), (period, value) in zip(points, shown, strict=True):
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{ink.accent}"/>')
        parts.append(_words(x, y - 10, f"{value:.2f}", ink.text, "middle"))
        parts.append(_words(x, top + height + 20, period, ink.soft, "middle"))
    return _svg(left + step * max(1, len(shown)) + 12, top + height + 30, parts)


def mix(low: str, high: str, share: float) -> str:
    """Return the colour ``share`` (0 to 1) of the way from ``low`` to ``high``."""
    share = min(1.0, max(0.0, share))
    pairs = [(int(low[at : at + 2], 16), int(high[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _words(x: float, y: float, words: str, colour: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" fill="{colour}" text-anchor="{anchor}">{escape(words)}</text>'


def _svg(width: float, height: float, parts: Sequence[str]) -> str:
    size = f'width="{width:.0f}" height="{height:.0f}" viewBox="0 0 {width:.0f} {height:.0f}"'
    font = 'font-family="Inter, Segoe UI, Helvetica, Arial, sans-serif" font-size="13"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {font}>{"".join(parts)}</svg>'
