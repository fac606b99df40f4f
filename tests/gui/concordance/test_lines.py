"""The concordance's lines: what a query finds, their orders, what is wrong with it, pages, a search that is ended."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from core.corpus.query import Order
from core.formats.base import make_article
from core.model import edits
from core.store import Project
from gui.concordance.lines_model import DATE, KIND, SOURCE, SPEAKER, STATE, TITLE, WORDS
from gui.concordance.searcher import PAGE
from gui.window.main_window import MainWindow
from tests.gui.concordance.helpers import ask, cells, key, make_corpus, opened, settle
from tests.gui.waiting import until
from tests.gui.window_helpers import press, select, type_words


@pytest.fixture
def project_path(tmp_path: Path) -> Path:
    path = tmp_path / "press.citata"
    make_corpus(path)
    return path


def test_a_query_is_typed_and_its_lines_stand_in_context(window: MainWindow) -> None:
    made = opened(window)
    assert made.isVisible()
    assert made.bar.field.line.hasFocus()
    type_words(made.bar.field.line, "мост")
    key(made.bar.field.line, Qt.Key.Key_Return)
    settle(made)
    assert made.row.count.text() == "24 lines in 12 articles"
    words = cells(made, WORDS)
    assert words[0].startswith("[Мост] номер 0 строят")
    assert "Наш [мост] откроют в мае" in words[1]
    assert made.table.hasFocus()
    line = made.model.line(1)
    assert line is not None
    assert (line.speaker, line.item, line.settled) == ("Нина Белова", "q_1", False)
    assert [cells(made, at)[1] for at in (SPEAKER, KIND, STATE, DATE, SOURCE, TITLE)] == [
        "Нина Белова ?", "Direct ?", "proposal", "2026-01-15", "Нива", "Статья 0",
    ]  # fmt: skip
    assert cells(made, STATE)[3] == "by hand"
    assert window.settings.values.queries == ["мост"]


def test_lines_are_sorted_by_the_choice_and_by_the_heads_of_columns(window: MainWindow) -> None:
    made = opened(window)
    ask(made, "в:цитате мост")
    assert made.model.total == 12
    for choice, column, sorted_ in (
        (Order.SPEAKER, SPEAKER, lambda words: sorted(words)),
        (Order.DATE, DATE, lambda words: sorted(words)),
        (Order.SOURCE, SOURCE, lambda words: sorted(words)),
    ):
        made.bar.order.setCurrentIndex(made.bar.order.findData(choice))
        made.bar.order.activated.emit(made.bar.order.currentIndex())
        settle(made)
        found = [words.removesuffix(" ?") for words in cells(made, column)]
        assert found == sorted_(found), choice
        assert window.settings.values.lines_order == choice.value
    made.table.horizontalHeader().sectionClicked.emit(TITLE)
    settle(made)
    assert cells(made, TITLE) == [f"Статья {number}" for number in range(12)]
    ask(made, "паром OR мост")
    for choice, side in ((Order.LEFT, "left"), (Order.RIGHT, "right")):
        made.bar.order.setCurrentIndex(made.bar.order.findData(choice))
        made.bar.order.activated.emit(made.bar.order.currentIndex())
        settle(made)
        cells(made, WORDS)
        beside = [getattr(made.model.line(row), side).strip(" .,»«—").casefold() for row in range(made.model.total)]
        words = [(one.split() or [""])[-1 if side == "left" else 0].strip(".,»«—") for one in beside]
        assert words == sorted(words)


def test_what_is_wrong_is_said_below_the_field_at_its_character(window: MainWindow) -> None:
    made = opened(window)
    ask(made, "мост")
    ask(made, "мост (река")
    assert made.bar.wrong.isVisible()
    assert made.bar.wrong.text().startswith("Character 6: the bracket ( has no partner.")
    assert (made.bar.field.line.selectedText(), made.bar.field.line.selectionStart()) == ("(", 5)
    assert made.model.total == 24  # what was found before stays
    type_words(made.bar.field.line, "[")
    assert not made.bar.wrong.isVisible()
    ask(made, "мост /(/")
    assert made.bar.wrong.isVisible()
    assert "(" in made.bar.wrong.text()


def test_choices_write_themselves_into_the_query_and_are_read_from_it(window: MainWindow) -> None:
    made = opened(window)
    ask(made, "мост")
    made.bar.state.boxes["proposed"].trigger()
    settle(made)
    assert made.bar.text == "мост state:proposed"
    assert made.model.total == 4
    made.bar.form.boxes["direct"].trigger()
    made.bar.layer.boxes["auto"].trigger()
    settle(made)
    assert made.bar.text == "мост state:proposed form:direct layer:auto"
    made.bar.since.setText("2026-02")
    made.bar.since.editingFinished.emit()
    settle(made)
    assert made.bar.text == "мост state:proposed form:direct layer:auto date:2026-02.."
    assert made.model.total == 2
    ask(made, "-form:direct state:settled мост date:2026")
    assert made.bar.state.values == {"settled"}
    assert made.bar.form.values is None
    assert (made.bar.since.text(), made.bar.until.text()) == ("2026-01-01", "2026-12-31")
    made.bar.state.clear()
    settle(made)
    assert made.bar.text == "-form:direct мост date:2026"


def test_pages_are_read_when_they_come_into_sight(empty_window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "many.citata"
    make_corpus(path, 120)
    assert empty_window.desk.open_project(path)
    made = opened(empty_window)
    ask(made, "мост")
    assert made.model.total == 240
    assert made.model.line(0) is not None
    assert made.model.line(PAGE) is None
    assert made.model.index(239, WORDS).data() == "…"
    key(made.table, Qt.Key.Key_End)
    until(lambda: made.model.line(239) is not None, "the last page")
    assert made.table.currentIndex().row() == 239
    assert "119" in str(made.model.index(238, WORDS).data())
    assert made.model.line(PAGE) is None  # what was never in sight is never read


def test_the_next_key_ends_a_search_and_nothing_of_it_arrives(window: MainWindow) -> None:
    made = opened(window)
    ask(made, "мост")
    found = []
    made.searcher.found.connect(found.append)
    made.bar.show_text("паром")
    made.search()
    assert made.searcher.busy
    type_words(made.bar.field.line, "а")
    assert not made.searcher.busy
    assert made.row.said.text() == "Stopped."
    until(lambda: made.searcher.jobs.is_idle, "the thread to end")
    QApplication.processEvents()
    assert not found
    assert (made.query_text, made.model.total) == ("мост", 24)
    made.searcher.ask(made.searcher.asked._replace(text="паром"))  # type: ignore[union-attr]
    key(made, Qt.Key.Key_Escape)
    assert made.isVisible()
    settle(made)
    key(made, Qt.Key.Key_Escape)
    assert not made.isVisible()


def test_an_older_index_is_searched_while_changes_are_taken_in(window: MainWindow) -> None:
    made = opened(window)
    ask(made, "мост")
    project = window.session.project
    assert project is not None
    project.add_article(make_article("new", "Новая", "Паром уходит."))
    found: list[tuple[int, bool]] = []
    made.searcher.found.connect(lambda one: found.append((one.page.total, one.current)))
    ask(made, "паром")
    assert found == [(12, False), (13, True)]
    assert made.row.count.text() == "13 lines in 13 articles"


def test_an_edit_marks_its_lines_and_coming_back_reads_them_anew(window: MainWindow) -> None:
    made = opened(window)
    ask(made, "в:цитате мост")
    layer = window.session.layer
    assert layer is not None
    assert layer.article.id == "n000"
    assert window.session.do(edits.set_form(layer, ["q_1"], edits.Form.INDIRECT))
    assert cells(made, STATE)[0] == "changed since"
    assert cells(made, KIND)[0] == "Direct ?"
    made.table.go_to(5)
    window.activateWindow()
    made.activateWindow()
    QApplication.processEvents()
    until(lambda: made.model.line(0) is not None and made.model.line(0).state == "corrected", "the lines anew")
    settle(made)
    assert cells(made, KIND)[0] == "Indirect"
    assert made.table.currentIndex().row() == 5


def test_what_another_process_did_is_seen_on_f5(empty_window: MainWindow, project_path: Path) -> None:
    with Project.open(project_path, "anna") as other:
        assert empty_window.desk.open_project(project_path)
        made = opened(empty_window)
        ask(made, "в:цитате мост")
        assert made.model.total == 12
        layer = other.working_layer("n005", "anna")
        other.commit(layer, edits.delete(layer, ["q_1"]))
        key(made.table, Qt.Key.Key_F5)
        settle(made)
        assert made.model.total == 11
        assert not made.acts.label.isEnabled()  # the project is open for reading


def test_the_window_keeps_its_lines_while_closed_and_goes_with_its_project(window: MainWindow) -> None:
    made = opened(window)
    ask(made, "мост")
    made.close()
    press(window, "Ctrl+Shift+F")
    assert made.isVisible()
    assert made.model.total == 24
    window.desk.close_project()
    assert not made.isVisible()


def test_a_query_from_elsewhere_is_shown(window: MainWindow) -> None:
    groups = window.commands.groups
    groups.concordance.show_query('speaker:"Лев Ким" form:direct')
    made = groups.concordance.window()
    settle(made)
    assert made.isVisible()
    assert made.model.total == 4
    assert made.model.whole
    assert set(cells(made, SPEAKER)) == {"Лев Ким"}


def test_selected_words_stand_in_the_field(window: MainWindow) -> None:
    select(window, "откроют в мае")
    made = opened(window)
    assert made.bar.text == '"откроют в мае"'
    key(made.bar.field.line, Qt.Key.Key_Return)
    settle(made)
    assert made.model.total == 12


def test_another_theme_and_another_language_are_followed(window: MainWindow) -> None:
    made = opened(window)
    ask(made, "мост")
    window.desk.change(theme="dark")
    assert made.painter.palette_ is window.desk.palette
    window.desk.change(language="ru")
    other = window.commands.groups.concordance.window()
    assert other is not made
    settle(other)
    assert other.windowTitle() == "Конкорданс"
    assert other.row.count.text() == "24 строки, 12 статей"
    window.desk.change(language="en")
