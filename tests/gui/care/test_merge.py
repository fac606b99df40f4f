"""Merging another copy from the window: what would come in, texts that differ, conflicts resolved one by one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.formats.base import make_article
from core.history.merge import Choice
from core.model import Actor, Form, Status, edits
from core.model.layer import Edit, Layer
from core.store import Project, open_conflicts, verify
from gui.care.conflicts import ConflictsDialog
from gui.care.merge import MergeDialog
from gui.window.main_window import MainWindow
from tests.gui.care_helpers import choose, dialog, idle, trigger
from tests.gui.view_helpers import span
from tests.gui.waiting import until
from tests.gui.window_helpers import make_project, stored, type_russian

Work = Callable[[Project], None]


def edit(project: Project, build: Callable[[Layer], Edit], article: str = "most") -> None:
    layer = project.working_layer(article, "vera")
    project.commit(layer, build(layer))


def copies(path: Path, ours: Work, theirs: Work) -> Path:
    """Split a project that vera has begun into two copies, each worked on in its own way; return the other one."""
    other = path.with_name("laptop.citata")
    with Project.open(path, "vera") as project:
        edit(project, lambda layer: edits.set_note(layer, "q1", "begun"))
        project.save_copy(other)
        ours(project)
    with Project.open(other, "vera") as project:
        theirs(project)
    return other


def renamed(name: str) -> Callable[[Layer], Edit]:
    return lambda layer: edits.change("rename-actor", [layer.items["a1"]], [replace_name(layer, name)])


def mine(project: Project) -> None:
    edit(project, lambda layer: edits.set_form(layer, ["q2"], Form.MIXED))
    edit(project, lambda layer: edits.set_note(layer, "q3", "моя заметка"))
    edit(project, renamed("Г. Ершов"))
    edit(project, lambda layer: edits.set_status(layer, Status.DONE))


def theirs(project: Project) -> None:
    edit(project, lambda layer: edits.set_ranges(layer, "q2", [span("совет назвал проект")]))
    edit(project, lambda layer: edits.set_note(layer, "q3", "их заметка"))
    edit(project, renamed("Глеб П. Ершов"))
    edit(project, lambda layer: edits.set_status(layer, Status.RETURNED))
    project.add_article(make_article("novaya", "Новая статья", "Ничего."))


def replace_name(layer: Layer, name: str) -> Actor:
    actor = layer.items["a1"]
    assert isinstance(actor, Actor)
    return replace(actor, name=name)


def looked(window: MainWindow) -> MergeDialog:
    shown = dialog(window, MergeDialog)
    until(lambda: shown.progress.isHidden(), "the comparison of the copies")
    return shown


def rows(shown: MergeDialog) -> dict[str, list[str]]:
    found = {}
    for at in range(shown.tree.topLevelItemCount()):
        top = shown.tree.topLevelItem(at)
        assert top is not None
        found[top.text(0)] = [child.text(0) for n in range(top.childCount()) if (child := top.child(n)) is not None]
    return found


@pytest.fixture
def other(project_path: Path) -> Path:
    return copies(project_path, mine, theirs)


@pytest.fixture
def window(empty_window: MainWindow, project_path: Path, other: Path) -> MainWindow:
    """The window on the one copy."""
    assert empty_window.desk.open_project(project_path)
    return empty_window


@pytest.fixture
def merging(other: Path, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> MergeDialog:
    """The dialog on two copies that went separate ways."""
    choose(monkeypatch, other)
    trigger(window, "merge-copy")
    return looked(window)


@pytest.fixture
def conflicts(window: MainWindow, merging: MergeDialog) -> ConflictsDialog:
    """The dialog on what the merge left open."""
    idle(window, merging.go.click)
    return dialog(window, ConflictsDialog)


def test_what_would_come_in_is_said_and_nothing_is_changed(window: MainWindow, merging: MergeDialog) -> None:
    found = rows(merging)
    assert found["1 new article"] == ["Новая статья"]
    assert found["1 layer that both went on with"] == ["Мост откроют в мае — vera"]
    assert len(found["4 items to resolve"]) == 4
    assert "4 items were changed on both sides" in merging.verdict.text()
    merging.reject()
    assert window.articles.model.rowCount() == 3
    assert window.session.project is not None
    assert open_conflicts(window.session.project) == []


def test_the_merge_takes_everything_in_and_asks_about_the_rest(
    window: MainWindow, conflicts: ConflictsDialog, project_path: Path
) -> None:
    assert window.articles.model.rowCount() == 4
    assert "1 new article" in window.notice.text.text()
    assert conflicts.list.count() == 4
    assert window.session.layer is not None
    assert window.session.layer.quotation("q2").form is Form.MIXED
    assert stored(window) == window.session.layer
    assert verify(project_path).findings == []


def select(shown: ConflictsDialog, words: str) -> None:
    found = shown.list.findItems(words, Qt.MatchFlag.MatchStartsWith)
    assert len(found) == 1, [shown.list.item(at).text() for at in range(shown.list.count())]
    shown.list.setCurrentItem(found[0])


def test_both_versions_are_shown_in_words_and_in_the_text(conflicts: ConflictsDialog) -> None:
    select(conflicts, "Mixed quotation: совет")
    cells = [[conflicts.table.item(row, column).text() for column in range(4)]
             for row in range(conflicts.table.rowCount())]  # fmt: skip
    assert ["Content", "совет назвал проект «ошибкой»", "совет назвал проект «ошибкой»", "совет назвал проект"] in cells
    assert ["Form", "Indirect", "Mixed", "Indirect"] in cells
    assert conflicts.view.isVisible()
    assert len(conflicts.overlay.drawn) == 2
    select(conflicts, "Actor")
    assert conflicts.overlay.drawn == []
    assert conflicts.view.lit == {"q1"}
    assert conflicts.table.item(0, 2).text() == "Г. Ершов"
    assert conflicts.table.item(0, 3).text() == "Глеб П. Ершов"


def test_each_is_settled_by_a_choice_and_the_file_has_it(
    window: MainWindow, conflicts: ConflictsDialog, project_path: Path
) -> None:
    select(conflicts, "Mixed quotation: совет")
    assert conflicts.choices[Choice.COMBINED].isVisible()
    conflicts.choices[Choice.COMBINED].click()
    select(conflicts, "Actor")
    assert not conflicts.choices[Choice.BOTH].isVisible()
    QTest.keyClick(conflicts.list, Qt.Key.Key_2)
    select(conflicts, "Mixed quotation: «ошибкой»")
    type_russian(conflicts.list, "и", scan=56)
    select(conflicts, "The article as a whole")
    conflicts.choices[Choice.OURS].click()
    assert conflicts.count.text() == "Everything is resolved."
    layer = window.session.layer
    assert layer is not None
    assert stored(window) == layer
    q2 = layer.quotation("q2")
    assert (q2.form, q2.ranges) == (Form.MIXED, (span("совет назвал проект"),))
    actor = layer.actor("a1")
    assert actor is not None
    assert actor.name == "Глеб П. Ершов"
    assert layer.head.status is Status.DONE
    notes = [one.note for one in layer.quotations() if one.ranges == layer.quotation("q3").ranges]
    assert sorted(notes) == ["их заметка", "моя заметка"]
    assert window.session.project is not None
    assert open_conflicts(window.session.project) == []
    assert verify(project_path).findings == []
    conflicts.reject()
    trigger(window, "conflicts")
    assert "No merge has left anything" in window.statusBar().currentMessage()


def states(shown: ConflictsDialog) -> int:
    """Return how many conflicts of the list are shown as settled."""
    return sum(not shown.list.item(at).icon().isNull() for at in range(shown.list.count()))


def test_a_decision_is_taken_back_in_the_dialog(window: MainWindow, conflicts: ConflictsDialog) -> None:
    before = stored(window)
    assert window.session.project is not None
    select(conflicts, "Mixed quotation: совет")
    QTest.keyClick(conflicts.list, Qt.Key.Key_2)
    select(conflicts, "Actor")
    QTest.keyClick(conflicts.list, Qt.Key.Key_2)
    assert (states(conflicts), conflicts.count.text()) == (2, "2 items to resolve")
    assert stored(window) != before
    select(conflicts, "Mixed quotation: совет")
    assert not any(button.isVisible() for button in conflicts.choices.values())
    conflicts.back.click()
    assert (states(conflicts), len(open_conflicts(window.session.project))) == (1, 3)
    assert not conflicts.back.isVisible()
    QTest.keyClick(conflicts.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (states(conflicts), conflicts.count.text()) == (0, "4 items to resolve")
    assert stored(window) == before == window.session.layer
    QTest.keyClick(conflicts.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert stored(window) == before


def test_a_decision_that_was_worked_on_is_not_taken_back(window: MainWindow, conflicts: ConflictsDialog) -> None:
    select(conflicts, "Mixed quotation: совет")
    QTest.keyClick(conflicts.list, Qt.Key.Key_2)
    assert window.session.layer is not None
    assert window.session.do(edits.set_note(window.session.layer, "q2", "потом"))
    select(conflicts, "Mixed quotation: совет")
    conflicts.back.click()
    assert "changed since" in conflicts.error.text()
    assert states(conflicts) == 1


def test_a_conflict_is_settled_field_by_field(window: MainWindow, conflicts: ConflictsDialog) -> None:
    select(conflicts, "Mixed quotation: совет")
    table = conflicts.table
    names = [table.item(row, 0).text() for row in range(table.rowCount())]
    assert table.theirs == {"ranges"}
    for name, column in (("Form", 3), ("Content", 2), ("Cue", 3)):
        cell = table.visualItemRect(table.item(names.index(name), column)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    assert table.theirs == {"form"}
    assert window.session.layer is not None
    mine = window.session.layer.quotation("q2")
    QTest.keyClick(conflicts.list, Qt.Key.Key_Return)
    assert conflicts.isVisible()
    q2 = window.session.layer.quotation("q2")
    assert (q2.form, q2.ranges) == (Form.INDIRECT, mine.ranges)
    assert stored(window) == window.session.layer


def test_what_is_said_of_conflicts_goes_with_them(window: MainWindow, conflicts: ConflictsDialog) -> None:
    assert window.notice.isVisible()
    for _ in range(4):
        assert window.notice.isVisible()
        QTest.keyClick(conflicts.list, Qt.Key.Key_1)
    assert conflicts.count.text() == "Everything is resolved."
    assert not window.notice.isVisible()


def test_a_project_that_is_no_copy_is_asked_about(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other.citata"
    make_project(other, ((make_article("chuzhoy", "Чужая статья", "Совсем другое.\n"), []),))
    choose(monkeypatch, other)
    trigger(window, "merge-copy")
    shown = looked(window)
    assert "another project, not a copy" in shown.verdict.text()
    assert rows(shown) == {"1 new article": ["Чужая статья"]}
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert not shown.isVisible()
    assert window.articles.model.rowCount() == 3
    trigger(window, "merge-copy")
    idle(window, looked(window).go.click)
    assert window.articles.model.rowCount() == 4


def test_what_is_not_settled_waits_for_another_day(
    window: MainWindow, conflicts: ConflictsDialog, project_path: Path
) -> None:
    conflicts.reject()
    trigger(window, "close-project")
    window.desk.open_project(project_path)
    assert "4 items of a merge wait" in window.notice.text.text()
    window.notice.action.click()
    assert dialog(window, ConflictsDialog).list.count() == 4


def test_an_item_settled_in_between_gets_a_sentence(window: MainWindow, conflicts: ConflictsDialog) -> None:
    from core.store import resolve_conflict

    assert window.session.project is not None
    select(conflicts, "Actor")
    at = conflicts.list.currentRow()
    resolve_conflict(window.session.project, conflicts._seen[at].found.id, Choice.OURS)
    conflicts.choices[Choice.THEIRS].click()
    assert "somebody has resolved it" in conflicts.error.text()


def test_texts_that_differ_are_refused_with_a_diff(
    window: MainWindow, project_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other.citata"
    make_project(other, ((make_article("most", "Мост", "Мост закроют в мае.\n"), []),))
    choose(monkeypatch, other)
    trigger(window, "merge-copy")
    shown = looked(window)
    assert rows(shown) == {"1 article with another text: left alone on both sides": ["Мост откроют в мае"]}
    assert "+Мост закроют в мае." in shown.diff.toPlainText()
    assert not shown.go.isEnabled()


def test_the_project_itself_is_no_other_copy(
    window: MainWindow, project_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, project_path)
    trigger(window, "merge-copy")
    shown = looked(window)
    assert "open project itself" in shown.verdict.text()
    assert not shown.go.isEnabled()


def test_a_file_that_is_no_project_cannot_be_merged(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = tmp_path / "bad.citata"
    bad.write_text("words", "utf-8")
    choose(monkeypatch, bad)
    trigger(window, "merge-copy")
    shown = looked(window)
    assert "not a Citata project" in shown.about.text()
    assert not shown.go.isEnabled()
