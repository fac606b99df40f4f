"""A project for the concordance, its window opened by its key, and waiting for its lines."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from core.formats.base import make_article
from core.model import AUTO, Actor, ActorKind, Entity, Form, Item, Quotation, Range, State, edits
from core.model.layer import Layer
from core.store import Project
from gui.concordance.lines_model import HEADS
from gui.concordance.window import ConcordanceWindow
from gui.window.main_window import MainWindow
from tests.gui.waiting import until
from tests.gui.window_helpers import press

PEOPLE = ("Нина Белова", "Глеб Ершов", "Лев Ким")
PAPERS = ("Нива", "Волга-Информ", "Вестник Лужска")


def text_of(number: int) -> str:
    """Return the text of an article: two places of the bridge, one of them inside a quotation."""
    who = PEOPLE[number % 3]
    return f"Мост номер {number} строят давно. «Наш мост откроют в мае», — сказал {who}. Паром ходит и зимой."


def items_of(number: int, state: State) -> list[Item]:
    """Return the layer of an article: a speaker, what they say, their name as an entity."""
    text, who = text_of(number), PEOPLE[number % 3]
    said, name = text.index("Наш"), text.index(who)
    actor = Actor(id="a_1", name=who, kind=ActorKind.PERSON)
    content = Range(said, text.index("»"))
    return [
        actor,
        Quotation(id="q_1", form=Form.DIRECT, ranges=(content,), speaker="a_1", state=state, score=0.9),
        Entity(id="e_1", label="PER", range=Range(name, name + len(who)), actor="a_1", state=state),
    ]


def make_corpus(path: Path, count: int = 12) -> None:
    """Make a project: articles by turns proposed only, settled by Vera, settled by Anna."""
    with Project.create(path, "vera") as project:
        for number in range(count):
            meta = {"source": PAPERS[number % 3], "date": f"2026-{1 + number % 9:02}-15"}
            article = make_article(f"n{number:03}", f"Статья {number}", text_of(number), meta)
            project.add_article(article)
            whose = (AUTO, "vera", "anna")[number % 3]
            layer = Layer(article, whose)
            state = State.AUTO if whose == AUTO else State.MANUAL
            project.commit(layer, edits.fill(layer, items_of(number, state), "import"))


def opened(window: MainWindow) -> ConcordanceWindow:
    """Open the concordance by its key."""
    press(window, "Ctrl+Shift+F")
    return window.commands.groups.concordance.window()


def settle(made: ConcordanceWindow) -> None:
    """Wait until the answer is there, and what it was asked with is at rest."""
    until(lambda: not made.searcher.busy and made.searcher.jobs.is_idle, "the lines")


def ask(made: ConcordanceWindow, query: str) -> None:
    """Type a query over the old one, and wait for its lines."""
    made.bar.show_text(query)
    key(made.bar.field.line, Qt.Key.Key_Return)
    settle(made)


def cells(made: ConcordanceWindow, column: int) -> list[str]:
    """Return what a column says in all rows, read as they come into sight."""
    model = made.model
    for row in range(0, model.total, 50):
        model.index(row, column).data()
    until(lambda: all(model.line(row) is not None for row in range(model.total)), "all lines")
    assert column < len(HEADS)
    return [str(model.index(row, column).data()) for row in range(model.total)]


def key(widget: QWidget, code: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, code, held)
    QApplication.processEvents()
