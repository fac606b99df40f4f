"""Measure the article canvas: opening an article to painted, key to painted, wheel to painted, memory.

    QT_QPA_PLATFORM=offscreen python bench/view_latency.py

Three drawn articles: 3,000 code points with 60 items, 100,000 with 2,000, 1,000,000 with 20,000. Times in milliseconds
from the event to the end of the paint; p95 over the frames. The last line is JSON. ``ratio`` is the opening time to
that of a QTextEdit with the same bare text beside it.
"""

from __future__ import annotations

import json
import os
import random
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

from core.edits import accept, set_form
from core.layer import Layer
from core.model import Article, Entity, Form, Item, Quotation, Range, State
from core.schema import standard
from core.text import digest
from gui.text_view import TextView

SIZES = {"3KB/60": (3_000, 60), "100KB/2000": (100_000, 2_000), "1MB/20000": (1_000_000, 20_000)}
WORDS = (
    *("завод", "город", "совет", "план", "бюджет", "дорога", "школа", "проект", "район", "закон", "власти", "жители"),
    *("договор", "срок", "работа", "мост", "ремонт", "вопрос", "решение", "сегодня", "завтра", "откроют", "построят"),
    *("обсудили", "отложили", "быстро", "снова", "весной", "около", "почти", "целиком", "пока", "затем"),
)
CUES = ("сказал", "сообщила", "отметил", "заявили", "пояснил", "считает")
NAMES = ("Иван Кротов", "Анна Лисина", "Пётр Сомов", "Нина Зуева", "Глеб Ершов")
WIDTH, HEIGHT = 860, 700


def drawn(length: int, count: int, seed: int = 7) -> tuple[Article, Layer]:
    """Return an article of about ``length`` code points and a layer with ``count`` items in it; the same each time."""
    draw = random.Random(seed)
    pieces: list[str] = []
    items: list[Item] = []
    at, every = 0, length / count
    while at < length:
        words = " ".join(draw.choices(WORDS, k=draw.randint(5, 14)))
        name, cue = draw.choice(NAMES), draw.choice(CUES)
        sentence = f"«{words.capitalize()}», — {cue} {name}. "
        if draw.random() < 0.2:
            sentence += "\n\n"
        end = at + len(words) + 2
        cue_at, name_at = end + 4, end + 5 + len(cue)
        state = draw.choice((State.AUTO, State.ACCEPTED))
        cue_range, name_range = Range(cue_at, cue_at + len(cue)), Range(name_at, name_at + len(name))
        if len(items) < (at + 1) / every:
            form = draw.choice(list(Form))
            items.append(
                Quotation(
                    id=f"q{at}", form=form, ranges=(Range(at, end),), cue=cue_range, mention=name_range, state=state
                )
            )
        if len(items) < (at + 1) / every:
            items.append(Entity(id=f"p{at}", label="PER", range=name_range, state=state))
        word, place = 0, at + 1
        while len(items) < (at + len(sentence)) / every and word < len(words.split()):
            size = len(words.split()[word])
            items.append(Entity(id=f"e{place}", label=draw.choice(("ORG", "LOC")), range=Range(place, place + size)))
            place, word = place + size + 1, word + 1
        pieces.append(sentence)
        at += len(sentence)
    text = "".join(pieces)
    article = Article(id=f"drawn-{length}", title=None, text=text, digest=digest(text))
    if len(items) < count:
        raise SystemExit(f"only {len(items)} items of {count} were drawn")
    return article, Layer(article, "bench", items[:count])


def timed(act: Callable[[], object]) -> float:
    """Return the milliseconds that ``act`` takes."""
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def p95(times: list[float]) -> float:
    """Return the 95th percentile."""
    return sorted(times)[min(len(times) - 1, round(len(times) * 0.95))]


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
    """Return the milliseconds from an edit (accept, change the form) to its layer painted, walking on to the next."""
    times = []
    chosen = layer.quotations()[:count]
    for place, item in enumerate(chosen):
        view.select_item(item.id)
        view.viewport().repaint()

        def act(item: Quotation = item, place: int = place) -> None:
            nonlocal layer
            edit = accept(layer, [item.id]) or set_form(layer, [item.id], list(Form)[place % 3])
            layer = layer.apply(edit)
            view.show_layer(layer)
            view.select_item(chosen[min(place + 1, len(chosen) - 1)].id)
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
    """Return all figures of the canvas by size; milliseconds, and megabytes of growth in ``memory``."""
    view = shown_view()
    view.show_article(*drawn(500, 5), standard())
    view.viewport().repaint()
    figures = {}
    for name, size in SIZES.items():
        article, layer = drawn(*size)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        opened = opening(view, article, layer)
        rolled, pressed, edited = wheel(view), keys(view), edits(view, layer)
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
        figures[name] = {
            "open": round(opened, 1),
            "open_ratio": round(opened / text_edit(article.text), 3),
            "wheel_p95": round(p95(rolled), 1),
            "caret_p95": round(p95(pressed), 1),
            "edit_p95": round(p95(edited), 1),
            "memory": round(grown, 1),
        }
    view.close()
    return figures


if __name__ == "__main__":
    app = QApplication.instance() or QApplication([])
    found = view_latency()
    for size_name, row in found.items():
        print(size_name, ", ".join(f"{key} {value}" for key, value in row.items()))
    print(json.dumps({"view": found}))
