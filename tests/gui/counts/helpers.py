"""A project to be counted, the window of counts opened by its key, and waiting for its figures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from core.corpus.corpus import Corpus
from core.corpus.counting.quotations import count
from core.corpus.counting.types import Axis, Scope, Table
from core.formats.base import make_article
from core.model import AUTO, Actor, ActorKind, Article, Form, Item, Quotation, Range, State, edits
from core.model.gender import Gender, with_gender
from core.model.layer import Layer
from core.model.register import Source, add
from core.store import Links, Project, Registers
from gui.concordance.window import ConcordanceWindow
from gui.counts.window import CountsWindow
from gui.window.main_window import MainWindow
from tests.gui.waiting import until
from tests.gui.window_helpers import press

PEOPLE = (("Нина Белова", Gender.FEMININE), ("Глеб Ершов", Gender.MASCULINE), ("Лев Ким", Gender.MASCULINE))
PAPERS = ("Нива", "Волга-Информ")
MONTHS = ("2025-12", "2026-01", "2026-02", "2026-03")


def article_of(number: int) -> Article:
    """Return an article in which one person says something, and somebody without a name answers."""
    who = PEOPLE[number % 3][0]
    text = f"«Наш мост {number} откроют в мае», — рассказывает {who}. Завод ждёт паром, добавляет слесарь."
    meta = {"source": PAPERS[number % 2], "published": f"{MONTHS[number % 4]}-15"}
    return make_article(f"n{number:03}", f"Статья {number}", text, meta)


def items_of(article: Article, number: int, state: State, score: float | None) -> list[Item]:
    """Return two quotations of an article, a direct one by an actor and an indirect one by nobody with a name."""
    text, (who, gender) = article.text, PEOPLE[number % 3]
    direct = Range(text.index("Наш"), text.index("»"))
    indirect = Range(text.index("Завод"), text.index(", добавляет"))
    return [
        with_gender(Actor(id="a_1", name=who, kind=ActorKind.PERSON), gender),
        Quotation(id="q_1", form=Form.DIRECT, ranges=(direct,), speaker="a_1", state=state, score=score),
        Quotation(id="q_2", form=Form.INDIRECT, ranges=(indirect,), state=state, score=score),
    ]


def make_counted(path: Path, count: int = 12, *, proposed: int = 4, register: bool = True) -> None:
    """Make a project; the first ``proposed`` articles have proposals with a score of 0.75, Vera settled the others."""
    with Project.create(path, "vera") as project:
        for number in range(count):
            article = article_of(number)
            project.add_article(article)
            is_proposed = number < proposed
            layer = Layer(article, AUTO if is_proposed else "vera")
            state, score = (State.AUTO, 0.75) if is_proposed else (State.MANUAL, None)
            project.commit(layer, edits.fill(layer, items_of(article, number, state, score), "import"))
        if register:
            source = Source(id="s_1", name="Н. А. Белова", kind=ActorKind.PERSON, gender=Gender.FEMININE)
            mine = [number for number in range(proposed, count) if number % 3 == 0]
            Registers(project).change(
                "accept-sources", add(source), [Links(f"n{number:03}", "vera", ("a_1",), "s_1") for number in mine]
            )


def counted(path: Path, by: Axis, second: Axis | None = None, scope: Scope = Scope()) -> Table:  # noqa: B008
    """Return what core counts."""
    with Project.open(path, "reader", read_only=True) as project, Corpus(project) as corpus:
        assert corpus.sync()
        found = count(corpus, by, second, scope)
        assert found is not None
        return found


def settle(made: CountsWindow) -> None:
    """Wait until what was asked is shown, and its chart drawn."""
    until(lambda: not made.asker.busy and made.asker.jobs.is_idle, "the figures")
    for chart in (made.overview.months, made.table.chart):
        if chart.isVisible():
            until(lambda chart=chart: chart.is_current, "the chart")


def opened(window: MainWindow) -> CountsWindow:
    """Open the window of counts by its key, and wait for its figures."""
    press(window, "Ctrl+Shift+D")
    made = window.findChild(CountsWindow)
    assert made is not None
    settle(made)
    return made


def turn_to(made: CountsWindow, page: QWidget) -> None:
    """Show a page and wait for its figures."""
    made.tabs.setCurrentWidget(page)
    settle(made)


def table_by(made: CountsWindow, by: Axis, second: Axis | None = None) -> None:
    """Choose the axes of the table as a hand does, and wait for the figures."""
    turn_to(made, made.table)
    made.table.choose(by, second)
    made.table.by.activated.emit(made.table.by.currentIndex())
    settle(made)


def lines_shown(window: MainWindow) -> tuple[str, int]:
    """Return query and number of lines of the concordance, once they are there."""
    found = window.findChild(ConcordanceWindow)
    assert found is not None
    until(lambda: not found.searcher.busy and found.searcher.asked is not None, "the lines")
    assert found.isVisible()
    return found.query_text, found.model.total


def forget_lines(window: MainWindow) -> None:
    """Let the concordance forget what it shows, so that the next answer is seen to be new."""
    found = window.findChild(ConcordanceWindow)
    assert found is not None
    found.searcher.asked = None


def key(widget: QWidget, code: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, code, held)
    QApplication.processEvents()


def click(widget: QWidget, at: QPoint | None = None) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at or widget.rect().center())
    QApplication.processEvents()


def click_row(view: QAbstractItemView, index: QModelIndex) -> None:
    view.scrollTo(index)
    click(view.viewport(), view.visualRect(index).center())


def double_click(view: QAbstractItemView, index: QModelIndex) -> None:
    click_row(view, index)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())
    QApplication.processEvents()


def cells(made: CountsWindow, columns: Sequence[int]) -> list[list[str]]:
    """Return what some columns of the table say, row by row."""
    model = made.table.table.lines
    return [[str(model.index(row, at).data()) for at in columns] for row in range(model.rowCount())]
