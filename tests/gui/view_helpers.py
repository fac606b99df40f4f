"""A real text view on the offscreen platform, an article of ours to show in it, and a hand to move over it."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.model import Actor, Article, Entity, Form, Item, Quotation, Range, State
from core.model.layer import Layer
from core.model.schema import standard
from core.model.text import digest
from gui.canvas.view import TextView
from gui.look.text_look import Look
from gui.look.theme import load_fonts

TEXT = (
    "«Мост откроют в мае, — сказал пресс-секретарь Глеб Ершов, — и не позже». Он добавил, что ремонт идёт.\n"
    "\n"
    "По словам Анны Лисиной, совет назвал проект «ошибкой». 😀 И это и\u0306 всё.\n"
)


def span(words: str, text: str = TEXT, nth: int = 0) -> Range:
    """Return the range of the ``nth`` occurrence of ``words``."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Range(at, at + len(words))


def article(text: str = TEXT) -> Article:
    return Article(id="a", title="Мост", text=text, digest=digest(text))


def sample_items() -> list[Item]:
    """An interrupted quotation with cue, mention and a name in it; a nested pair; a rejected one."""
    return [
        Actor(id="a1", name="Глеб Ершов"),
        Quotation(
            id="q1",
            form=Form.DIRECT,
            ranges=(span("«Мост откроют в мае"), span("и не позже»")),
            cue=span("сказал"),
            mention=span("пресс-секретарь Глеб Ершов"),
            speaker="a1",
            state=State.ACCEPTED,
        ),
        Entity(id="e1", label="PER", range=span("Глеб Ершов"), state=State.AUTO),
        Quotation(
            id="q2",
            form=Form.INDIRECT,
            ranges=(span("совет назвал проект «ошибкой»"),),
            cue=span("По словам"),
            mention=span("Анны Лисиной"),
            state=State.AUTO,
            flags=("unsure",),
        ),
        Quotation(id="q3", form=Form.MIXED, ranges=(span("«ошибкой»"),), cue=span("назвал"), parent="q2"),
        Quotation(id="q4", form=Form.INDIRECT, ranges=(span("что ремонт идёт"),), state=State.REJECTED),
    ]


def shown(
    qtbot: object,
    text: str = TEXT,
    items: list[Item] | None = None,
    look: Look | None = None,
    size: tuple[int, int] = (820, 560),
) -> TextView:
    """Return a visible view with the article in it and without animation, in the program's own typeface."""
    load_fonts()
    view = TextView()
    qtbot.addWidget(view)  # type: ignore[attr-defined]
    view.resize(*size)
    view.set_look(look or Look(animate=False))
    piece = article(text)
    given = sample_items() if items is None and text == TEXT else items or []
    view.show_article(piece, Layer(piece, "vera", given), standard())
    view.show()
    view.setFocus()
    QApplication.processEvents()
    return view


def middle(view: TextView, offset: int) -> QPoint:
    """Return a point in the window in the middle of the letter at ``offset``."""
    box = next(iter(view.boxes(Range(offset, offset + 1))))
    return box.center().toPoint()


def gap(view: TextView, offset: int, *, before: bool = False) -> QPoint:
    """Return a point in the window on the gap at ``offset``."""
    row = view.line_box(offset, before=before)
    assert row is not None
    return QPoint(round(row[0]), round(row[1] + row[2] / 2))


def click(view: TextView, offset: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifiers, middle(view, offset))


def drag(
    view: TextView,
    start: QPoint,
    end: QPoint,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    *,
    let_go: bool = True,
) -> None:
    """Press, move in steps with the button down, release."""
    pad = view.viewport()
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, modifiers, start)
    for step in range(1, 6):
        move(view, start + (end - start) * step / 5, modifiers)
    if let_go:
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, modifiers, end)


def move(view: TextView, point: QPoint, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Move the mouse with the left button down (QTest.mouseMove has no buttons)."""
    pad = view.viewport()
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(point),
        QPointF(pad.mapToGlobal(point)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        modifiers,
    )
    QApplication.sendEvent(pad, event)


def key(
    view: TextView, code: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1
) -> None:
    for _ in range(times):
        QTest.keyClick(view, Qt.Key(code), modifiers)
