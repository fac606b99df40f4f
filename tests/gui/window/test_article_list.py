"""The article list: read by pages, filtered, ordered, in step with the work."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.formats.base import make_article
from core.model import AUTO, GOLD, Range
from core.model.edits import add_entity
from core.review.workflow import POLICY
from core.store import ArticleQuery, Project
from gui.window.article_model import MARKS, ROW, ArticleModel
from gui.window.main_window import MainWindow
from gui.words.layers import initials
from tests.gui.review_helpers import ANNA, make_review
from tests.gui.waiting import until
from tests.gui.window_helpers import press, type_words


@pytest.fixture
def many(tmp_path: Path):  # type: ignore[no-untyped-def]
    """A project with 1,234 articles."""
    with Project.create(tmp_path / "many.citata", "vera") as project:
        with project.transaction():
            for number in range(1234):
                project.add_article(make_article(f"a{number:04}", f"Статья {number}", "Текст."))
        yield project


def titles(window: MainWindow) -> list[str]:
    model = window.articles.model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def test_rows_are_read_when_they_come_into_sight(many: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    model = ArticleModel()
    read: list[tuple[int, int]] = []
    rows = Project.rows_by_key

    def counted(self: Project, annotator: str, keys: Iterable[int]) -> object:
        found = list(keys)
        read.append((found[0], len(found)))
        return rows(self, annotator, found)

    monkeypatch.setattr(Project, "rows_by_key", counted)
    model.show(many, "vera", ArticleQuery())
    assert model.rowCount() == 1234
    assert read == []
    assert model.index(1230).data() == "Статья 1230"
    assert model.index(1231).data() == "Статья 1231"
    assert read == [(1201, 34)]
    assert model.find("a1232") == 1232
    assert read == [(1201, 34)]
    assert model.find("a0250") == 250
    assert model.find("nowhere") is None
    assert read == [(1201, 34)]


def test_an_edit_reads_one_row_and_one_that_is_opened_draws_two(many: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    model = ArticleModel()
    model.show(many, "vera", ArticleQuery(order="progress"))
    assert model.article_row(3) is not None
    assert model.article_row(1230) is not None
    drawn: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: drawn.append((first.row(), last.row())))
    model.mark_open("a0003")
    model.mark_open("a1230")
    assert drawn == [(3, 3), (3, 3), (1230, 1230)]
    read: list[list[int]] = []
    rows = Project.rows_by_key
    monkeypatch.setattr(Project, "rows_by_key", lambda self, name, keys: read.append(keys) or rows(self, name, keys))
    layer = many.working_layer("a0003", "vera")
    many.commit(layer, add_entity("PER", Range(0, 5)))
    model.refresh_article("a0003")
    assert read == [[4]]
    assert model.index(3).data(ROW).total == 1
    assert drawn[3:] == [(3, 3)]


def test_every_row_is_there_once(many: Project) -> None:
    model = ArticleModel()
    model.show(many, "vera", ArticleQuery())
    assert [model.index(row).data(ROW).id for row in range(1234)] == [f"a{number:04}" for number in range(1234)]
    assert model.article_row(1234) is None
    assert model.article_row(-1) is None


def test_the_filter_finds_titles_in_any_case(window: MainWindow) -> None:
    window.articles.filter.setFocus()
    type_words(window.articles.filter, "ЗАВОД")
    window.articles.search()
    until(lambda: not window.articles.model.seeking, "the texts searched")
    assert titles(window) == ["Завод в Лужске"]
    assert window.articles.count.text() == "1 article"
    QTest.keyClick(window.articles.filter, Qt.Key.Key_Return)
    assert window.session.article is not None
    assert window.session.article.id == "zavod"
    assert window.view.hasFocus()


def test_the_choices_narrow_and_order_the_list(window: MainWindow) -> None:
    window.session.select("e1")
    press(window, "Return")
    window.articles.narrow.setCurrentIndex(2)
    assert titles(window) == ["Мост откроют в мае"]
    window.articles.narrow.setCurrentIndex(1)
    assert titles(window) == ["Завод в Лужске", "korotko"]
    window.articles.narrow.setCurrentIndex(0)
    window.articles.order.setCurrentIndex(1)
    assert sorted(titles(window)) == sorted(["Завод в Лужске", "korotko", "Мост откроют в мае"])
    assert titles(window).index("Завод в Лужске") < titles(window).index("Мост откроют в мае")


def test_flagged_articles_are_found(window: MainWindow) -> None:
    window.session.select("q1")
    press(window, "U")
    window.articles.narrow.setCurrentIndex(4)
    assert titles(window) == ["Мост откроют в мае"]


def test_a_row_follows_the_work_on_its_article(window: MainWindow) -> None:
    row = window.articles.model.index(0).data(ROW)
    assert (row.status.value, row.started) == ("new", False)
    window.session.select("e1")
    press(window, "Return")
    row = window.articles.model.index(0).data(ROW)
    assert (row.status.value, row.settled, row.total) == ("in_progress", 4, 5)
    spoken = str(window.articles.model.index(0).data(int(Qt.ItemDataRole.AccessibleTextRole)))
    assert "In progress" in spoken
    assert "4 of 5" in spoken


def test_a_click_opens_and_the_open_one_is_marked(window: MainWindow) -> None:
    view = window.articles.list
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(window.articles.model.index(1)).center()
    )
    assert window.session.article is not None
    assert window.session.article.id == "zavod"
    assert view.currentIndex().row() == 1
    press(window, "Ctrl+PageDown")
    assert window.session.article.id == "korotko"
    assert view.currentIndex().row() == 2
    press(window, "Ctrl+PageDown")
    assert window.session.article.id == "korotko"
    assert "last article" in window.statusBar().currentMessage()
    press(window, "Ctrl+PageUp", "Ctrl+PageUp")
    assert window.session.article.id == "most"


def test_the_filter_gets_the_keyboard_and_gives_it_to_the_list(window: MainWindow) -> None:
    press(window, "Ctrl+L")
    assert window.articles.filter.hasFocus()
    press(window, "Down")
    assert window.articles.list.hasFocus()
    press(window, "F6")
    assert window.view.hasFocus()


def test_escape_clears_the_filter_and_then_goes_back_to_the_text(window: MainWindow) -> None:
    window.commands.actions["find-article"].trigger()
    window.articles.filter.setText("мост")
    assert window.articles.filter.hasFocus()
    QTest.keyClick(window.articles.filter, Qt.Key.Key_Escape)
    assert window.articles.filter.text() == ""
    assert window.articles.filter.hasFocus()
    QTest.keyClick(window.articles.filter, Qt.Key.Key_Escape)
    assert window.view.hasFocus()
    window.articles.list.setFocus()
    QTest.keyClick(window.articles.list, Qt.Key.Key_Escape)
    assert window.view.hasFocus()


# -- whose layers -----------------------------------------------------------------------------------------------------


def test_a_row_shows_whose_layers_the_article_has(empty_window: MainWindow, tmp_path: Path) -> None:
    path = make_review(tmp_path / "r.citata", ("vera", ANNA[:5]), (AUTO, ANNA), (GOLD, ANNA[:5]))
    assert empty_window.desk.open_project(path)
    model = empty_window.articles.model
    assert [mark.initials for mark in model.data(model.index(0), MARKS)] == ["AN", "BO", ""]
    assert all(mark.finished for mark in model.data(model.index(0), MARKS))
    told = str(model.data(model.index(0), int(Qt.ItemDataRole.ToolTipRole))).splitlines()
    assert told[2:] == ["anna: Done", "boris: Done", "vera: Done", "Proposals (auto)", "Adjudicated: Done"]
    assert [mark.initials for mark in model.data(model.index(1), MARKS)] == ["AN", "BO"]
    assert empty_window.session.project is not None
    empty_window.session.project.set_value(POLICY, {"blind": True, "reviewers": ["rita"]})
    empty_window.session.rows_changed.emit()
    assert model.data(model.index(0), MARKS) == []
    assert "anna" not in str(model.data(model.index(0), int(Qt.ItemDataRole.ToolTipRole)))


def test_initials_tell_names_apart() -> None:
    assert initials(["anna", "antonina", "Анна Петрова", "b", ""]) == {
        "": "?",
        "anna": "AN",
        "antonina": "AT",
        "b": "B",
        "Анна Петрова": "АП",
    }
