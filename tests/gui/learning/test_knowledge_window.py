"""The window “What this project has taught”, and learning behind the work: real projects, real windows, real models."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QTreeWidgetItem

from core.learning.project import Learning
from core.model import AUTO, Status
from core.model.edits import set_status
from core.store import Project, verify
from gui.learning.window import KnowledgeWindow
from gui.look.trees import rows_of
from gui.window.main_window import MainWindow
from tests.gui.waiting import until, wait_idle
from tests.learning_samples import TEXTS, made, named, put


@pytest.fixture
def project_path(tmp_path: Path) -> Path:
    """A project in which Anna has put the factory right in four articles; Vera, whose window it is, has begun none."""
    return made(tmp_path / "press.citata")


@pytest.fixture
def at_fifth(window: MainWindow) -> MainWindow:
    """The window on the fifth article, which nobody has begun."""
    window.desk.open_article("a-4")
    return window


def project(window: MainWindow) -> Project:
    assert window.session.project is not None
    return window.session.project


def opened(window: MainWindow) -> KnowledgeWindow:
    found = window.commands.groups.knowledge.open()
    assert isinstance(found, KnowledgeWindow)
    until(lambda: found.about.text(), "the knowledge is read")
    return found


def labels(window: MainWindow, article: str) -> set[str]:
    layer = project(window).layer(article, AUTO)
    assert layer is not None
    return {one.label for one in layer.entities()}


def test_switched_on_it_shows_what_it_learned_and_which_proposals_changed(at_fifth: MainWindow) -> None:
    page = opened(at_fifth)
    assert page.about.text() == "Nothing is learned yet."
    assert not page.undo.isEnabled()
    page.switch.click()
    until(lambda: rows_of(page.entries) and page.undo.isEnabled(), "it has learned")
    assert page.switch.isChecked()
    assert Learning(project(at_fifth)).is_on()
    words = {row.text(0): (row.text(1), row.text(6)) for row in rows_of(page.entries)}
    assert words["Гранит"] == ("ORG", "used")
    assert "names: F1" in page.parts.text()
    changed = [row.text(1) for row in rows_of(page.changes)]
    assert "+ ORG Ромашку" in changed
    assert labels(at_fifth, "a-5") == {"ORG"}
    assert labels(at_fifth, "a-4") == {"PER"}  # the open article waits until it is asked for
    page.entries.setCurrentItem(next(row for row in rows_of(page.entries) if row.text(0) == "Гранит"))
    assert [row.text(0) for row in rows_of(page.examples)] == ["a-0", "a-0", "a-1"]
    assert "«Гранит»" in rows_of(page.examples)[0].text(1)
    page.field.setText("Ромаш")
    assert [row.text(0) for row in rows_of(page.entries) if not row.isHidden()] == ["Ромашка"]
    page.switch.click()
    until(lambda: page.said.text() and labels(at_fifth, "a-5") != {"ORG"}, "it is off")
    wait_idle(at_fifth)
    assert not Learning(project(at_fifth)).is_on()
    assert verify(project(at_fifth).path).findings == []


def test_an_entry_is_removed_and_brought_back(at_fifth: MainWindow) -> None:
    page = opened(at_fifth)
    page.switch.click()
    until(lambda: rows_of(page.entries) and page.undo.isEnabled(), "it has learned")
    page.entries.setCurrentItem(next(row for row in rows_of(page.entries) if row.text(0) == "Гранит"))
    page.entries.setFocus()
    QTest.keyClick(page.entries, Qt.Key.Key_Delete)
    until(lambda: "Гранит" not in {row.text(0) for row in rows_of(page.entries)}, "it is gone")
    wait_idle(at_fifth)
    assert Learning(project(at_fifth)).told().forgotten == {"names:гранит"}
    until(lambda: page.undo.isEnabled(), "it can be taken back")
    page.undo.click()
    until(lambda: "Гранит" in {row.text(0) for row in rows_of(page.entries)}, "it is back")
    wait_idle(at_fifth)


def test_an_entry_is_switched_off_by_its_tick(at_fifth: MainWindow) -> None:
    page = opened(at_fifth)

    def row() -> QTreeWidgetItem:
        return next(row for row in rows_of(page.entries) if row.text(0) == "Гранит")

    page.switch.click()
    until(lambda: rows_of(page.entries) and page.undo.isEnabled(), "it has learned")
    assert (row().checkState(0), row().text(6)) == (Qt.CheckState.Checked, "used")
    page.entries.setCurrentItem(row())
    page.entries.setFocus()
    QTest.keyClick(page.entries, Qt.Key.Key_Space)
    until(lambda: row().text(6) == "switched off", "it is off")
    wait_idle(at_fifth)
    assert Learning(project(at_fifth)).told().off == {"names:гранит"}
    assert row().checkState(0) is Qt.CheckState.Unchecked
    until(lambda: page.undo.isEnabled(), "it can be taken back")
    page.undo.click()
    until(lambda: row().text(6) == "used", "it is on")
    wait_idle(at_fifth)
    assert Learning(project(at_fifth)).told().off == frozenset()


def test_after_an_article_is_marked_done_it_learns_behind_the_work(at_fifth: MainWindow) -> None:
    Learning(project(at_fifth)).switch(on=True)
    put(project(at_fifth), "a-4", "vera", named(TEXTS[4]))
    at_fifth.session.reload()
    assert at_fifth.session.layer is not None
    at_fifth.session.do(set_status(at_fifth.session.layer, Status.DONE))
    until(lambda: (known := Learning(project(at_fifth)).told().current) and known.articles == 5, "it has learned")
    wait_idle(at_fifth)
    assert labels(at_fifth, "a-5") == {"ORG"}


def test_while_learning_is_off_nothing_is_learned_behind_the_work(at_fifth: MainWindow) -> None:
    put(project(at_fifth), "a-4", "vera", named(TEXTS[4]))
    at_fifth.session.reload()
    assert at_fifth.session.layer is not None
    at_fifth.session.do(set_status(at_fifth.session.layer, Status.DONE))
    wait_idle(at_fifth)
    assert Learning(project(at_fifth)).told().current is None


def test_it_is_taken_along_in_a_file(at_fifth: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = opened(at_fifth)
    out = tmp_path / "k.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(out), ""))
    page.export.click()
    assert json.loads(out.read_text(encoding="utf-8"))["format"] == "citata-knowledge/1"
    page.take_in.click()
    until(lambda: page.undo.isEnabled(), "it is taken in")
    wait_idle(at_fifth)
    assert len(Learning(project(at_fifth)).told().imported) == 1
