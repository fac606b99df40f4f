"""From a line to its place in the article, on to the next one, and back; lines whose places are not what they were."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from core.model import Range, State, edits
from gui.concordance.lines_model import STATE
from gui.window.main_window import MainWindow
from tests.gui.concordance.helpers import ask, cells, key, make_corpus, opened, text_of
from tests.gui.waiting import until
from tests.gui.window_helpers import press


@pytest.fixture
def project_path(tmp_path: Path) -> Path:
    path = tmp_path / "press.citata"
    make_corpus(path)
    return path


def test_enter_opens_the_item_and_backspace_leads_back_to_the_line(window: MainWindow) -> None:
    made = opened(window)
    ask(made, "в:цитате мост")
    made.table.go_to(4)
    key(made.table, Qt.Key.Key_Return)
    session = window.session
    assert session.article is not None
    assert (session.article.id, session.selected) == ("n004", "q_1")
    assert window.view.hasFocus()
    at = text_of(4).index("мост откроют")
    assert window.view._found == (Range(at, at + 4),)
    assert not made.isVisible()  # it would cover the text
    bar = window.commands.groups.concordance.trail.bar
    assert bar.isVisible()
    assert bar.said.whole == "Line 5 of 12: в:цитате мост"
    press(window, "Backspace")
    assert made.isVisible()
    assert made.table.currentIndex().row() == 4
    assert made.table.hasFocus()
    assert session.layer is not None
    assert session.layer.quotation("q_1").state is State.MANUAL  # Backspace has rejected nothing


def test_words_in_no_item_are_selected_and_a_double_click_opens_too(window: MainWindow) -> None:
    made = opened(window)
    ask(made, "паром")
    made.table.doubleClicked.emit(made.model.index(7, 1))
    assert window.session.article is not None
    assert window.session.article.id == "n007"
    assert window.session.selected is None
    at = text_of(7).index("Паром")
    assert window.view.selection == Range(at, at + 5)
    press(window, "Backspace")
    assert made.isVisible()


def test_keys_go_from_line_to_line_without_coming_back(window: MainWindow) -> None:
    made = opened(window)
    ask(made, "в:цитате мост")
    made.table.go_to(10)
    key(made.table, Qt.Key.Key_Return)
    press(window, "Alt+Down")
    assert window.session.article is not None
    assert window.session.article.id == "n011"
    said: list[str] = []
    window.desk.said.connect(said.append)
    press(window, "Alt+Down")
    assert said == ["This is the last line."]
    press(window, "Alt+Up", "Alt+Up")
    assert window.session.article.id == "n009"
    press(window, "Alt+Left")
    assert made.table.currentIndex().row() == 9


def test_backspace_keeps_its_meaning_for_any_other_item(window: MainWindow) -> None:
    made = opened(window)
    ask(made, "в:цитате мост")
    made.table.go_to(1)
    key(made.table, Qt.Key.Key_Return)
    window.session.select("e_1")
    press(window, "Backspace")
    assert window.session.layer is not None
    assert window.session.layer.get("e_1") is None  # one's own work is deleted
    assert not made.isVisible()
    window.session.select(None)
    press(window, "Backspace")
    assert made.isVisible()


def test_without_a_line_there_is_no_way_back_and_it_is_said_why(window: MainWindow) -> None:
    actions = window.commands.actions
    assert not actions["concordance-back"].isEnabled()
    assert window.commands.why_not("next-hit") == "Open a line of the concordance first (Ctrl+Shift+F)."
    made = opened(window)
    ask(made, "паром")
    key(made.table, Qt.Key.Key_Return)
    assert actions["concordance-back"].isEnabled()
    ask(made, "мост")  # another query: its lines are others
    assert not actions["concordance-back"].isEnabled()
    assert not window.commands.groups.concordance.trail.bar.isVisible()


def test_a_line_whose_item_has_gone_says_so_and_shows_its_words(window: MainWindow) -> None:
    made = opened(window)
    ask(made, "в:цитате мост")
    window.desk.open_article("n001")
    assert window.session.layer is not None
    assert window.session.do(edits.delete(window.session.layer, ["q_1"]))
    assert cells(made, STATE)[1] == "changed since"
    made.open_place(1)
    assert window.session.selected is None
    at = text_of(1).index("мост откроют")
    assert window.view.selection == Range(at, at + 4)
    assert window.statusBar().currentMessage() == "What was found here has changed since."


def test_a_line_of_another_layer_says_whose_it_is(window: MainWindow) -> None:
    made = opened(window)
    ask(made, "в:цитате мост")
    made.open_place(2)
    assert window.session.article is not None
    assert window.session.article.id == "n002"
    assert window.statusBar().currentMessage() == "It stands in another layer: anna"


def test_a_line_of_a_removed_article_says_so_and_opens_nothing(window: MainWindow) -> None:
    made = opened(window)
    ask(made, "в:цитате мост")
    window.activateWindow()  # from now on nobody looks at the lines
    QApplication.processEvents()
    window.desk.open_article("n006")
    press(window, "Ctrl+Shift+Delete")
    box = QApplication.activeModalWidget()
    if box is not None:
        key(box, Qt.Key.Key_Return)
    project = window.session.project
    assert project is not None
    until(lambda: project.is_removed("n006"), "the article to be removed")
    until(lambda: made.model.total == 11 or made.model.index(6, STATE).data() == "removed since", "the line to say so")
    line = made.model.line(6)
    assert line is not None
    if line.article == "n006":  # else the lines have been read anew already
        shown = window.session.article
        made.opened.emit(6, line)
        assert window.session.article is shown
        assert made.row.said.text() == "The article of this line is not in the project any more."
    made.refresh()
    until(lambda: made.model.total == 11, "the lines without the article")
