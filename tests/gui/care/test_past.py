"""The article as it was: shown in the text, nothing can be changed there, left again, restored as one edit."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDateTime, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.model import Form
from core.model.layer import Layer
from core.store import Project
from gui.care.past_panel import PastBar
from gui.window.main_window import MainWindow
from tests.gui.care_helpers import trigger
from tests.gui.waiting import until
from tests.gui.window_helpers import press, stored


def some_edits(window: MainWindow) -> list[Layer]:
    """Make five edits; return the layer before them and after each."""
    states = [window.session.layer]
    for name in ("mixed", "direct", "unsure", "indirect", "article-unsure"):
        window.session.select("q2")
        trigger(window, name)
        states.append(window.session.layer)
    return [state for state in states if state is not None]


def look_back(window: MainWindow) -> PastBar:
    trigger(window, "as-of")
    bar = window.commands.care.past.bar
    until(bar.isVisible, "the bar of the past")
    return bar


def test_the_slider_goes_through_the_states(window: MainWindow) -> None:
    states = some_edits(window)
    bar = look_back(window)
    assert bar.count.text() == "5 of 6"
    assert window.session.layer == states[-2]
    assert window.commands.actions["as-of"].isChecked()
    for at in (0, 3, 5, 1):
        bar.slider.setValue(at)
        assert window.session.layer == states[at]
        assert window.view.layer == states[at]
        assert bar.count.text() == f"{at + 1} of 6"
    assert bar.who.text() == "vera"
    assert "mixed" in bar.what.text().lower()
    assert not bar.forth.isHidden()
    bar.forth.click()
    assert window.session.layer == states[2]
    bar.back.click()
    assert window.session.layer == states[1]
    assert stored(window) == states[-1]


def test_nothing_can_be_changed_in_the_past(window: MainWindow) -> None:
    states = some_edits(window)
    bar = look_back(window)
    bar.slider.setValue(1)
    window.session.select("q2")
    for name in ("direct", "accept", "undo", "import", "cue"):
        assert not window.commands.actions[name].isEnabled(), name
    window.focus_text()
    press(window, "D", "Delete", "Ctrl+Z")
    assert not window.session.undo()
    assert window.session.layer == states[1]
    assert stored(window) == states[-1]
    window.inspector.refresh()
    assert not window.inspector.quotation.form.isEnabled()


def test_one_returns_to_now_by_button_key_or_command(window: MainWindow) -> None:
    states = some_edits(window)
    for leave in (
        lambda bar: bar.leave.click(),
        lambda bar: QTest.keyClick(bar.slider, Qt.Key.Key_Escape),
        lambda bar: trigger(window, "as-of"),
    ):
        bar = look_back(window)
        bar.slider.setValue(1)
        leave(bar)
        assert bar.isHidden()
        assert window.session.layer == states[-1]
        assert window.session.writable
        assert window.commands.actions["undo"].isEnabled()
        assert not window.commands.actions["as-of"].isChecked()


def test_a_state_is_restored_as_one_edit_that_undo_takes_back(window: MainWindow) -> None:
    states = some_edits(window)
    bar = look_back(window)
    bar.slider.setValue(2)
    bar.restore.click()
    assert bar.isHidden()
    assert window.session.layer == states[2]
    assert stored(window) == states[2]
    assert window.session.project is not None
    assert len(window.session.project.history("most", "vera")) == 7
    window.notice.action.click()
    assert window.session.layer == states[-1]
    assert stored(window) == states[-1]


def test_a_date_leads_to_the_state_of_then(window: MainWindow) -> None:
    states = some_edits(window)
    bar = look_back(window)
    bar.slider.setValue(1)
    bar.date.setDateTime(QDateTime.currentDateTime().addDays(1))
    assert window.session.layer == states[-1]
    bar.date.setDateTime(QDateTime.currentDateTime().addDays(-400))
    assert window.session.layer == states[0]


def test_another_article_is_shown_as_it_is_now(window: MainWindow) -> None:
    states = some_edits(window)
    bar = look_back(window)
    window.desk.open_article("zavod")
    assert bar.isHidden()
    assert window.session.writable
    window.desk.open_article("most")
    assert window.session.layer == states[-1]


def test_the_place_in_the_text_stays(window: MainWindow) -> None:
    some_edits(window)
    bar = look_back(window)
    window.view.scroll_to(0)
    window.view.select(20, 20)
    bar.slider.setValue(1)
    assert window.view.caret == 20


def test_without_edits_there_is_no_past(window: MainWindow) -> None:
    trigger(window, "as-of")
    care = window.commands.care
    until(lambda: care.past._job is None, "the end of reading the history")
    assert care.past.bar.isHidden()
    assert window.session.writable
    assert "Nothing has been done" in window.statusBar().currentMessage()


def test_the_history_leads_into_the_past(window: MainWindow) -> None:
    states = some_edits(window)
    trigger(window, "history")
    panel = window.commands.panels.history_panel
    panel.list.setCurrentIndex(panel.model.index(3))
    assert panel.act_all.isVisible()
    panel.act_all.click()
    bar = window.commands.care.past.bar
    until(bar.isVisible, "the bar of the past")
    assert window.session.layer == states[2]
    assert panel.list.currentIndex().row() == 3
    panel.list.setCurrentIndex(panel.model.index(4))
    panel.act_all.click()
    assert window.session.layer == states[1]
    QApplication.processEvents()
    assert not panel.act.isVisible()


def test_in_a_read_only_project_one_looks_but_does_not_restore(window: MainWindow, project_path: Path) -> None:
    states = some_edits(window)
    trigger(window, "close-project")
    with Project.open(project_path, "else"):
        assert window.desk.open_project(project_path)
        bar = look_back(window)
        bar.slider.setValue(1)
        assert window.session.layer == states[1]
        assert states[1].quotation("q2").form is Form.MIXED
        assert not bar.restore.isEnabled()
        bar.leave.click()
        trigger(window, "close-project")
