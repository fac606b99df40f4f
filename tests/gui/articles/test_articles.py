"""Articles as things in the window: title and details, several at once, removed and brought back, undo, the filter."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox

from core.model import Status
from core.model.details import remove
from core.store import Project, Reviews, merge_copy, verify
from gui.articles import details as details_module
from gui.articles.details import DetailsDialog
from gui.articles.giving import GiveDialog
from gui.care.merge import show_merged
from gui.exchange.export_dialog import ExportDialog
from gui.window.context_menu import article_menu
from gui.window.main_window import MainWindow
from tests.gui.waiting import until
from tests.gui.window_helpers import press, stored, type_words

IDS = ["most", "zavod", "korotko"]


def project_of(window: MainWindow) -> Project:
    assert window.session.project is not None
    return window.session.project


def listed(window: MainWindow) -> list[str]:
    return window.articles.model.ids(range(window.articles.model.rowCount()))


def click(window: MainWindow, row: int, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Click a row of the list."""
    view = window.articles.list
    at = view.visualRect(window.articles.model.index(row)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, held, at)
    QApplication.processEvents()


def select_all(window: MainWindow, *rows: int) -> None:
    """Select rows, the others with Ctrl held."""
    click(window, rows[0])
    for row in rows[1:]:
        click(window, row, Qt.KeyboardModifier.ControlModifier)
    window.articles.list.setFocus()


def modal(kind: type) -> object:
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


def answer(words: str) -> None:
    """Press the button of the question that is open."""
    box = modal(QMessageBox)
    assert isinstance(box, QMessageBox)
    next(button for button in box.buttons() if button.text().replace("&", "") == words).click()
    QApplication.processEvents()


def run(window: MainWindow, command: str) -> None:
    window.commands.actions[command].trigger()
    QApplication.processEvents()


def known(window: MainWindow) -> None:
    until(lambda: window.session.undo_known, "what can be undone")


def test_an_article_that_is_gone_before_its_history_is_read_stops_nothing(window: MainWindow) -> None:
    project = window.session.project
    assert project is not None
    assert window.session.article is not None
    window.desk.open_article(next(one for one in IDS if one != window.session.article.id))
    shown = window.session.article
    project.change_articles(remove([shown.id]), "remove-article")  # as another window's act does it
    QApplication.processEvents()  # what can be undone is read now; an exception in here fails the test
    assert not window.session.undo_known
    run(window, "undo")
    assert window.session.article is shown


# -- selecting -------------------------------------------------------------------------------------------------------


def test_ctrl_and_shift_select_without_opening(window: MainWindow) -> None:
    click(window, 0)
    click(window, 2, Qt.KeyboardModifier.ControlModifier)
    assert window.session.article is not None
    assert window.session.article.id == "most"
    assert window.articles.selected_ids() == ["most", "korotko"]
    click(window, 0)
    click(window, 2, Qt.KeyboardModifier.ShiftModifier)
    assert window.articles.selected_ids() == IDS
    window.session.rows_changed.emit()
    assert window.articles.selected_count() == 3
    click(window, 1)
    assert window.session.article.id == "zavod"
    assert window.articles.selected_ids() == ["zavod"]


def test_shift_and_arrows_select(window: MainWindow) -> None:
    click(window, 0)
    window.articles.list.setFocus()
    for _ in range(2):
        QTest.keyClick(window.articles.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert window.articles.selected_ids() == IDS


def test_the_menu_of_the_list_says_how_many(window: MainWindow) -> None:
    click(window, 0)
    names = [action.text().partition("\t")[0] for action in article_menu(window.commands, 1, window).actions()]
    assert "Title and details…" in names
    assert "Remove 1 article…" in names
    assert "Bring back 1 article" not in names
    select_all(window, 0, 1, 2)
    names = [action.text().partition("\t")[0] for action in article_menu(window.commands, 3, window).actions()]
    assert "Title and details…" not in names
    assert {"Remove 3 articles…", "Give out 3 articles…", "Pre-annotate 3 articles", "Export 3 articles…"} <= {*names}


def test_a_right_click_asks_for_the_menu(window: MainWindow) -> None:
    asked: list[QPoint] = []
    window.articles.menu_wanted.disconnect()
    window.articles.menu_wanted.connect(asked.append)
    window.articles.list.customContextMenuRequested.emit(QPoint(5, 5))
    assert len(asked) == 1


# -- title and details -----------------------------------------------------------------------------------------------


def open_details(window: MainWindow) -> DetailsDialog:
    run(window, "article-details")
    found = modal(DetailsDialog)
    assert isinstance(found, DetailsDialog)
    return found


def line(dialog: DetailsDialog, key: str) -> QLineEdit:
    found = dialog.fields[key]
    assert isinstance(found, QLineEdit)
    return found


def test_title_and_details_are_changed_and_undone(window: MainWindow) -> None:
    window.session.select("e1")
    dialog = open_details(window)
    text = window.view.text
    dialog.title.setText("Мост закроют")
    line(dialog, "published").setText("04.05.2031")
    line(dialog, "url").setText("https://example.org/most")
    dialog.more_name.setText("рубрика")
    dialog.more_value.setText("Город")
    dialog.take()
    article = project_of(window).article("most")
    assert article.title == "Мост закроют"
    assert article.meta == {"published": "2031-05-04", "url": "https://example.org/most", "рубрика": "Город"}
    assert window.header.title.text() == "Мост закроют"
    assert window.view.text == text == article.text
    assert str(window.articles.model.index(0).data()) == "Мост закроют"
    known(window)
    assert window.commands.actions["undo"].text() == "Undo: title and details"
    press(window, "Ctrl+Z")
    assert project_of(window).article("most").title == "Мост откроют в мае"
    assert project_of(window).article("most").meta == {}
    known(window)
    run(window, "redo")
    assert project_of(window).article("most") == article


def test_a_date_that_is_none_is_said_and_nothing_is_written(window: MainWindow) -> None:
    dialog = open_details(window)
    line(dialog, "published").setText("вчера")
    dialog.take()
    assert dialog.isVisible()
    assert "вчера" in dialog.said.text()
    assert dialog.focusWidget() is line(dialog, "published")
    assert project_of(window).article_acts() == []
    dialog.reject()


def test_the_link_opens_in_the_browser_only_where_it_is_one_of_a_page(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(details_module.QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    run(window, "open-link")
    assert opened == []
    dialog = open_details(window)
    line(dialog, "url").setText("javascript:alert(1)")
    dialog.take()
    assert dialog.isVisible()
    line(dialog, "url").setText("https://example.org/1")
    dialog.take()
    run(window, "open-link")
    assert opened == ["https://example.org/1"]


def test_in_a_read_only_project_details_are_read(window: MainWindow) -> None:
    path = project_of(window).path
    window.session.close()
    assert window.session.open(path, read_only=True)
    window.desk.open_article("most")
    dialog = open_details(window)
    assert dialog.title.isReadOnly()
    assert not window.commands.actions["remove-articles"].isEnabled()
    dialog.reject()


# -- removed and brought back ----------------------------------------------------------------------------------------


def test_removing_says_what_goes_and_undo_brings_it_back(window: MainWindow) -> None:
    window.session.select("e1")
    press(window, "Return")
    before = stored(window)
    window.articles.list.setFocus()
    QTest.keyClick(window.articles.list, Qt.Key.Key_Delete)
    box = modal(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "1 layer (vera)" in box.informativeText()
    answer("Remove")
    assert listed(window) == ["zavod", "korotko"]
    assert window.session.article is not None
    assert window.session.article.id == "zavod"
    assert project_of(window).is_removed("most")
    known(window)
    assert window.commands.actions["undo"].text() == "Undo: remove 1 article"
    press(window, "Ctrl+Z")
    assert listed(window) == IDS
    assert stored(window) == before
    assert verify(project_of(window).path).findings == []


def test_cancel_removes_nothing(window: MainWindow) -> None:
    select_all(window, 1, 2)
    run(window, "remove-articles")
    answer("Cancel")
    assert listed(window) == IDS


def test_several_are_removed_as_one_act_seen_and_brought_back(window: MainWindow) -> None:
    select_all(window, 0, 1, 2)
    run(window, "remove-articles")
    answer("Remove")
    assert listed(window) == []
    assert window.session.layer is None
    run(window, "removed-articles")
    assert listed(window) == IDS
    click(window, 1)
    assert window.session.layer is None
    assert not window.commands.actions["remove-articles"].isEnabled()
    QTest.keyClick(window.articles.list, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert listed(window) == ["zavod"]
    assert window.session.article is not None
    assert window.session.article.id == "zavod"
    known(window)
    press(window, "Ctrl+Z")
    known(window)
    press(window, "Ctrl+Z")
    assert listed(window) == IDS


def test_undo_goes_by_the_order_of_edits_and_acts_and_outlives_a_restart(window: MainWindow) -> None:
    click(window, 2)
    run(window, "remove-articles")  # nobody has worked on it: nothing is asked
    assert listed(window) == ["most", "zavod"]
    click(window, 0)
    window.session.select("e1")
    press(window, "Return")
    path = project_of(window).path
    window.session.close()
    assert window.session.open(path)
    window.desk.open_article("most")
    known(window)
    press(window, "Ctrl+Z")
    assert listed(window) == ["most", "zavod"]
    known(window)
    press(window, "Ctrl+Z")
    assert listed(window) == IDS
    known(window)
    run(window, "redo")
    assert listed(window) == ["most", "zavod"]


# -- several at once -------------------------------------------------------------------------------------------------


def statuses(window: MainWindow) -> list[Status]:
    return [row.status for row in project_of(window).article_rows("vera")]


def test_a_status_is_set_in_all_selected_and_undone_as_one(window: MainWindow) -> None:
    select_all(window, 1, 2)
    assert window.commands.actions["status-done"].text() == "Status: done (2)"
    run(window, "status-done")
    assert statuses(window) == [Status.NEW, Status.DONE, Status.DONE]
    known(window)
    assert window.commands.actions["undo"].text() == "Undo: status of 2 articles"
    press(window, "Ctrl+Z")
    assert statuses(window) == [Status.NEW] * 3
    known(window)
    run(window, "redo")
    assert statuses(window) == [Status.NEW, Status.DONE, Status.DONE]


def test_what_is_open_is_said_before_several_are_called_done(window: MainWindow) -> None:
    select_all(window, 0, 1, 2)
    run(window, "status-done")
    box = modal(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert box.text().endswith("are still open in 1 article.")
    answer("Mark the other 2 as done")
    assert statuses(window) == [Status.NEW, Status.DONE, Status.DONE]


def test_selected_articles_are_given_out_and_taken_back(window: MainWindow) -> None:
    select_all(window, 0, 2)
    run(window, "give-articles")
    dialog = modal(GiveDialog)
    assert isinstance(dialog, GiveDialog)
    assert not dialog.go.isEnabled()
    type_words(dialog.people, "анна, борис")
    dialog.give()
    reviews = Reviews(project_of(window))
    given = [(one.article, one.annotator) for one in reviews.assignments()]
    assert given == [(name, who) for name in ("most", "korotko") for who in ("анна", "борис")]
    known(window)
    press(window, "Ctrl+Z")
    assert reviews.assignments() == []


def test_the_export_of_selected_articles_writes_them_alone(window: MainWindow) -> None:
    select_all(window, 1, 2)
    run(window, "export-articles")
    dialog = modal(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    assert dialog.target().wanted.articles == frozenset({"zavod", "korotko"})
    dialog.reject()


# -- the filter ------------------------------------------------------------------------------------------------------


def found(window: MainWindow, words: str) -> list[str]:
    window.articles.filter.clear()
    type_words(window.articles.filter, words)
    window.articles.search()
    until(lambda: not window.articles.model.seeking, "the texts searched")
    return listed(window)


def test_the_filter_finds_words_of_the_text_below_titles(window: MainWindow) -> None:
    assert found(window, "БЕЛОВА") == ["zavod"]
    assert window.articles.count.text() == "1 article, 1 by the text"
    assert found(window, "завод") == ["zavod"]
    assert window.articles.count.text() == "1 article"
    assert found(window, "ничего сказано") == ["korotko"]
    assert found(window, "нет такого") == []
    assert window.articles.count.text() == "0 articles"


def test_a_removed_article_leaves_what_the_text_found(window: MainWindow) -> None:
    assert found(window, "сказано") == ["korotko"]
    click(window, 0)
    run(window, "remove-articles")
    until(lambda: not window.articles.model.seeking, "the texts searched")
    assert listed(window) == []


def test_a_project_may_be_closed_while_its_texts_are_searched(window: MainWindow) -> None:
    window.articles.filter.setText("завод")
    window.articles.search()
    window.session.close()
    assert window.articles.model.rowCount() == 0


# -- what others do --------------------------------------------------------------------------------------------------


def test_an_open_article_that_a_merge_removed_is_closed(window: MainWindow, tmp_path: Path) -> None:
    other = tmp_path / "copy.citata"
    project_of(window).save_copy(other)
    with Project.open(other, "boris") as copy:
        copy.change_articles(remove(["most"]), "remove-article")
    show_merged(window.desk, merge_copy(project_of(window), other))
    assert window.session.layer is None
    assert listed(window) == ["zavod", "korotko"]
    assert "1 article removed" in window.notice.text.text()
