"""Measure the article canvas: opening an article to painted, key to painted, wheel to painted, memory.

    QT_QPA_PLATFORM=offscreen python bench/view_latency.py

Three articles grown from the sample: 3,000 code points with 60 items, 100,000 with 2,000, 1,000,000 with 20,000. Times
in milliseconds from the event to the end of the paint; p95 over the frames. ``open_ratio`` is the opening time to that
of a QTextEdit with the same bare text beside it; ``memory_mb`` what the process's peak grew by while the article was
opened, scrolled and edited. The last line is JSON.
"""

from __future__ import annotations

import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from bench.common.articles import SIZES, grown
from bench.common.report import finish, percentile
from core.model import Article, Form, Quotation
from core.model.edits import accept, set_form
from core.model.layer import Layer
from core.model.schema import standard
from gui.canvas.view import TextView

WIDTH, HEIGHT = 860, 700


def timed(act: Callable[[], object]) -> float:
    """Return the milliseconds that ``act`` takes."""
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def p95(times: list[float]) -> float:
    """Return the 95th percentile."""
    return percentile(times, 0.95)


def shown_view() -> TextView:
    """Return a view of the size it has in the window, on the screen."""
    view = TextView()
    view.resize(WIDTH, HEIGHT)
    view.show()
    QApplication.processEvents()
    return view


def opening(view: TextView, article: Article, layer: Layer) -> float:
    """Return the milliseconds from ``show_article`` to painted, the first time."""

    schema = standard()

    def act() -> None:
        view.show_article(article, layer, schema)
        view.viewport().repaint()

    return timed(act)


def wheel(view: TextView, frames: int = 300) -> list[float]:
    """Return the milliseconds of every wheel event of 120 pixels to painted, down through text never laid out."""
    centre = QPointF(view.viewport().rect().center())

    def act() -> None:
        event = QWheelEvent(
            centre,
            view.viewport().mapToGlobal(centre),
            QPoint(0, -120),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view.viewport(), event)
        view.viewport().repaint()

    return [timed(act) for _ in range(frames)]


def keys(view: TextView, presses: int = 150) -> list[float]:
    """Return the milliseconds of every caret key to painted."""

    def act() -> None:
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
        view.viewport().repaint()

    return [timed(act) for _ in range(presses)]


def edits(view: TextView, layer: Layer, count: int = 100) -> list[float]:
    """Return the milliseconds from an edit (accept, change the form) to its layer painted, then go to the next item."""
    times = []
    chosen = layer.quotations()[:count]
    for index, item in enumerate(chosen):
        view.select_item(item.id)
        view.viewport().repaint()

        def act(item: Quotation = item, index: int = index) -> None:
            nonlocal layer
            edit = accept(layer, [item.id]) or set_form(layer, [item.id], list(Form)[index % 3])
            layer = layer.apply(edit)
            view.show_layer(layer)
            view.select_item(chosen[min(index + 1, len(chosen) - 1)].id)
            view.viewport().repaint()

        times.append(timed(act))
    return times


def text_edit(text: str) -> float:
    """Return the milliseconds that QTextEdit takes to show the bare text: what the ratio is to."""
    edit = QTextEdit()
    edit.resize(WIDTH, HEIGHT)
    edit.show()
    QApplication.processEvents()

    def act() -> None:
        edit.setPlainText(text)
        edit.viewport().repaint()

    return timed(act)


def view_latency() -> dict[str, dict[str, float]]:
    """Return all figures of the canvas by size; milliseconds, and megabytes in ``memory_mb``."""
    view = shown_view()
    first = grown(500, 5)
    view.show_article(first.article, first, standard())
    view.viewport().repaint()
    figures = {}
    for name, size in SIZES.items():
        layer = grown(*size)
        article = layer.article
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        opened = opening(view, article, layer)
        rolled, pressed, edited = wheel(view), keys(view), edits(view, layer)
        more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
        figures[name] = {
            "open": round(opened, 1),
            "open_ratio": round(opened / text_edit(article.text), 3),
            "wheel_p95": round(p95(rolled), 1),
            "caret_p95": round(p95(pressed), 1),
            "edit_p95": round(p95(edited), 1),
            "memory_mb": round(more, 1),
        }
    view.close()
    return figures


if __name__ == "__main__":
    app = QApplication.instance() or QApplication([])
    found = view_latency()
    for size_name, row in found.items():
        print(size_name, ", ".join(f"{key} {value}" for key, value in row.items()))
    finish({"view": found})
