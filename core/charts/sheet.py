"""A sheet that is drawn on in pixels from its upper left corner; matplotlib makes SVG or PNG of it.

Without pyplot, which keeps figures for the whole process. The same calls give the same bytes: ids in the SVG are made
with a salt of ours, and no date is written.
"""

from __future__ import annotations

import threading
import warnings
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from core.charts.types import Ink
from core.errors import UserError

FONT = ("DejaVu Sans", "sans-serif")
"""matplotlib brings the first one; an SVG viewer that has not got it takes its own."""
SIZE, SMALL = 13.0, 11.0
"""Pixels of letters."""
HATCHES = ("", "////", "....", "\\\\\\\\", "xxxx", "----")
DASHES: tuple[Any, ...] = ("-", (0, (5, 2)), (0, (1, 1.5)), (0, (7, 2, 1.5, 2)), (0, (3, 1, 1, 1, 1, 1)), (0, (9, 3)))
MARKERS = ("o", "s", "^", "D", "v", "P")
"""What tells series apart where colours do not."""
_RULES: dict[Any, Any] = {
    "svg.hashsalt": "citata",
    "svg.fonttype": "none",
    "hatch.linewidth": 1.0,
    "path.simplify": False,
    "text.usetex": False,
    "axes.unicode_minus": False,
}
_TURN = threading.Lock()
"""matplotlib's rules are of the whole process: charts are drawn one after the other."""


def check_matplotlib() -> None:
    """Raise UserError ``format-needs-extra`` where there is no matplotlib."""
    try:
        import matplotlib.figure  # noqa: F401
    except ModuleNotFoundError as error:
        facts = {"format": "a chart", "package": "matplotlib", "extra": "charts"}
        raise UserError("format-needs-extra", **facts) from error


class Sheet:
    """A drawing of ``width`` by ``height`` pixels."""

    def __init__(self, width: float, height: float, ink: Ink) -> None:
        from matplotlib.figure import Figure

        self.width, self.height, self.ink = width, height, ink
        self._figure = Figure(figsize=(width / 72, height / 72), dpi=72, facecolor=ink.paper)
        self._axes = self._figure.add_axes((0, 0, 1, 1))
        self._axes.set_xlim(0, width)
        self._axes.set_ylim(height, 0)
        self._axes.axis("off")

    def bar(self, left: float, top: float, width: float, height: float, colour: str, hatch: str = "") -> None:
        """Draw a bar; a hatched one is of thin lines in its colour."""
        from matplotlib.patches import Rectangle

        face = self.ink.paper if hatch else colour
        self._axes.add_patch(
            Rectangle(
                (left, top), width, height, facecolor=face, edgecolor=colour, hatch=hatch, linewidth=1.0, clip_on=False
            )
        )

    def rule(self, points: Sequence[tuple[float, float]], colour: str, width: float = 1.0, dash: Any = "-") -> None:
        """Draw a line through points."""
        xs, ys = [x for x, _ in points], [y for _, y in points]
        self._axes.plot(xs, ys, color=colour, linewidth=width, linestyle=dash, clip_on=False)

    def dots(self, points: Sequence[tuple[float, float]], colour: str, marker: str) -> None:
        """Draw a mark at every point."""
        xs, ys = [x for x, _ in points], [y for _, y in points]
        self._axes.plot(
            xs, ys, linestyle="none", marker=marker, markersize=6, markerfacecolor=colour,
            markeredgecolor=self.ink.paper, markeredgewidth=1.0, clip_on=False,
        )  # fmt: skip

    def words(
        self, left: float, top: float, words: str, *, soft: bool = False, size: float = SIZE, align: str = "left"
    ) -> None:
        """Write words; ``top`` is the middle of the line."""
        self._axes.text(
            left, top, words, color=self.ink.soft if soft else self.ink.text, fontsize=size, ha=align,
            va="center_baseline", parse_math=False, family=list(FONT),
        )  # fmt: skip

    def data(self, format_: str, scale: float) -> bytes:
        """Return the picture as ``svg`` or ``png``."""
        import matplotlib
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.backends.backend_svg import FigureCanvasSVG

        nothing = dict.fromkeys(("Date", "Creator", "Format", "Type") if format_ == "svg" else ("Software",))
        out = BytesIO()
        with _TURN, matplotlib.rc_context(_RULES), warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a letter that the font has not got
            canvas = FigureCanvasSVG(self._figure) if format_ == "svg" else FigureCanvasAgg(self._figure)
            canvas.print_figure(
                out, format=format_, dpi=72 if format_ == "svg" else 72 * scale, metadata=nothing,
                facecolor=self.ink.paper,
            )  # fmt: skip
        size = f'width="{self.width:g}pt" height="{self.height:g}pt"'
        return out.getvalue().replace(size.encode(), size.replace("pt", "").encode(), 1)


def width_of(words: str, size: float = SIZE) -> float:
    """Return how wide words are, in pixels."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        width: float = text_to_path.get_text_width_height_descent(
            words, FontProperties(family=list(FONT), size=size), ismath=False
        )[0]
    return width


def cut(words: str, most: float, size: float = SIZE) -> str:
    """Return words that are no wider than so many pixels, cut with an ellipsis where they are."""
    plain = " ".join(words.split())
    if width_of(plain, size) <= most:
        return plain
    while plain and width_of(f"{plain}…", size) > most:
        plain = plain[:-1].rstrip()
    return f"{plain}…"


def wrapped(words: str, most: float, size: float = SMALL) -> list[str]:
    """Return words in lines no wider than so many pixels."""
    lines: list[str] = []
    for word in words.split():
        if lines and width_of(f"{lines[-1]} {word}", size) <= most:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
