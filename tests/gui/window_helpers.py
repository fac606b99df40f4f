"""A project of our own articles on disk, and helpers for the window: keys by name, words selected, clicks."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from core.formats.base import make_article
from core.model import AUTO, Article, Item, Range
from core.model.edits import fill
from core.model.layer import Layer
from core.store import Project
from gui.marking.done import DoneDialog
from gui.window.main_window import MainWindow
from tests.gui.view_helpers import TEXT, click, drag, gap, sample_items, span

OTHER = (
    "Завод в Лужске откроют осенью, сообщила мэр города Инна Белова. «Мы ждали этого 12 лет 🎉», — добавила она.\n"
    "По данным агентства «Новый день», на заводе будут работать 300 человек.\n"
)
SAMPLES: tuple[tuple[Article, list[Item]], ...] = (
    (make_article("most", "Мост откроют в мае", TEXT), sample_items()),
    (make_article("zavod", "Завод в Лужске", OTHER), []),
    (make_article("korotko", None, "Ничего не сказано."), []),
)


def make_project(path: Path, samples: tuple[tuple[Article, list[Item]], ...], author: str = "vera") -> None:
    """Make a project of articles, each with its pre-annotation where it has items."""
    with Project.create(path, author) as project:
        for article, items in samples:
            project.add_article(article)
            if items:
                base = Layer(article, AUTO)
                project.commit(base, fill(base, items, "pre-annotate"))


def press(window: MainWindow, *keys: str) -> None:
    """Press keys as the table of commands writes them, in the widget that has the keyboard."""
    for name in keys:
        *held, key = name.split("+")
        modifiers = Qt.KeyboardModifier.NoModifier
        for one in held:
            modifiers |= getattr(Qt.KeyboardModifier, {"Ctrl": "ControlModifier"}.get(one, f"{one}Modifier"))
        code = {"[": Qt.Key.Key_BracketLeft, "]": Qt.Key.Key_BracketRight}.get(key) or getattr(
            Qt.Key, f"Key_{key if len(key) > 1 else key.upper()}"
        )
        QTest.keyClick(window.focusWidget() or window.view, code, modifiers)
        QApplication.processEvents()


def type_russian(
    target: QWidget, letter: str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, scan: int = 0
) -> None:
    """Press a key under the Russian layout: the event carries the Cyrillic code and text, and its scan code."""
    code = ord(letter.upper())
    for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, code, modifiers, scan, 0, 0, letter))
    QApplication.processEvents()


def select(window: MainWindow, words: str, nth: int = 0) -> Range:
    """Drag the mouse over words, as a hand does."""
    found = span(words, window.view.text, nth)
    window.view.scroll_to(found.start)
    QApplication.processEvents()
    drag(window.view, gap(window.view, found.start), gap(window.view, found.end, before=True))
    assert window.view.selection == found
    return found


def click_on(
    window: MainWindow, words: str, nth: int = 0, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Click into the middle of words."""
    found = span(words, window.view.text, nth)
    window.view.scroll_to(found.start)
    QApplication.processEvents()
    click(window.view, (found.start + found.end) // 2, modifiers)
    QApplication.processEvents()


def stored(window: MainWindow, article: str = "most", annotator: str = "vera") -> Layer | None:
    """Return what another program finds in the file."""
    assert window.session.project is not None
    with Project.open(window.session.project.path, "reader", read_only=True) as project:
        return project.layer(article, annotator)


def type_words(target: QWidget, words: str) -> None:
    """Type words into a field, letter by letter, in any alphabet (QTest knows Latin letters only)."""
    for letter in words:
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            event = QKeyEvent(kind, ord(letter.upper()), Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(target, event)
    QApplication.processEvents()


def accept_what_is_open() -> None:
    """Answer the question that marking an article done asks: accept what is open in it."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DoneDialog)
    dialog.accept_these.click()
