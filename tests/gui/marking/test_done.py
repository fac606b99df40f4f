"""Nothing is marked done, and nothing accepted in numbers, before it is said how much of it nobody has settled."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.model import Range, State, Status, edits, ranges_of
from core.model.scope import open_items
from gui.marking.accept import AcceptDialog
from gui.marking.done import AcceptAllDialog, DoneDialog
from gui.window.main_window import MainWindow
from tests.gui.window_helpers import press


def asked(kind: type) -> DoneDialog | AcceptAllDialog:
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


def status(window: MainWindow) -> Status:
    assert window.session.layer is not None
    return window.session.layer.head.status


def test_done_says_what_is_open_and_goes_to_the_first(window: MainWindow) -> None:
    layer = window.session.layer
    assert layer is not None
    waiting = open_items(layer)
    assert len(waiting) > 1
    press(window, "Ctrl+Shift+Return")
    dialog = asked(DoneDialog)
    assert dialog.items == tuple(waiting)
    assert "Indirect: 1" in dialog.counts.text()
    assert status(window) is not Status.DONE
    dialog.go.click()
    assert window.session.selected == waiting[0].id
    assert status(window) is not Status.DONE


def test_accepting_them_is_one_act_with_the_status(window: MainWindow) -> None:
    before = window.session.layer
    assert before is not None
    window.commands.actions["status-done"].trigger()
    asked(DoneDialog).accept_these.click()
    after = window.session.layer
    assert after is not None
    assert status(window) is Status.DONE
    assert open_items(after) == []
    assert {item.state for item in after.annotations() if item.state is not State.REJECTED} == {
        State.ACCEPTED,
        State.MANUAL,
    }
    assert window.session.undo()
    assert window.session.layer is not None
    assert open_items(window.session.layer) == open_items(before)
    assert status(window) is not Status.DONE


def test_rejecting_them_is_offered_too(window: MainWindow) -> None:
    window.commands.actions["status-done"].trigger()
    dialog = asked(DoneDialog)
    dialog.reject_these.click()
    assert window.session.layer is not None
    assert status(window) is Status.DONE
    assert open_items(window.session.layer) == []
    kept = {item.id for item in window.session.layer.annotations() if item.state is not State.REJECTED}
    assert not kept & {item.id for item in dialog.items}


def test_the_status_above_the_text_asks_as_the_key_does(window: MainWindow) -> None:
    window.header.status_chosen.emit("done")
    dialog = asked(DoneDialog)
    dialog.reject()
    assert status(window) is not Status.DONE


def test_an_article_without_open_items_is_done_at_once(window: MainWindow) -> None:
    window.commands.actions["status-done"].trigger()
    asked(DoneDialog).accept_these.click()
    window.commands.actions["status-in-progress"].trigger()
    window.commands.actions["status-done"].trigger()
    assert QApplication.activeModalWidget() is None
    assert status(window) is Status.DONE


def test_accept_all_asks_first(window: MainWindow) -> None:
    layer = window.session.layer
    assert layer is not None
    press(window, "Ctrl+Return")
    dialog = asked(AcceptAllDialog)
    assert window.session.layer is layer
    dialog.go.click()
    assert window.session.layer is not None
    assert open_items(window.session.layer) == []
    assert window.session.undo()
    assert open_items(window.session.layer) == open_items(layer)


def test_what_is_out_of_sight_and_how_sure_the_least_is_are_said(window: MainWindow) -> None:
    layer = window.session.layer
    assert layer is not None
    waiting = open_items(layer)
    whole = Range(0, len(layer.article.text))
    last = ranges_of(waiting[-1])[-1].end
    lines = AcceptAllDialog(window.desk, waiting, whole, print).counts.text().split("\n")
    assert not any("Out of sight" in line for line in lines)
    cut = AcceptAllDialog(window.desk, waiting, Range(0, last - 1), print).counts.text()
    assert cut.split("\n")[-1] == "Out of sight: 1"
    scored = replace(waiting[0], score=0.42)
    sure = AcceptAllDialog(window.desk, [scored, replace(scored, id="q9", score=0.9)], whole, print).counts.text()
    assert sure.split("\n")[0] == "The least sure of the proposals: 42 %"
    many = AcceptDialog(window.desk, [scored, replace(scored, id="q9", score=0.9)], Range(0, 1))
    many.least.setValue(0)
    assert many.said.text() == "The least sure of the proposals: 42 %\nOut of sight: 2"
    many.least.setValue(50)
    assert many.said.text() == "The least sure of the proposals: 90 %\nOut of sight: 1"


def test_guesses_that_are_left_are_taken_over_by_one_key(window: MainWindow) -> None:
    session = window.session
    assert session.layer is not None
    session.do(edits.accept(session.layer, [item.id for item in open_items(session.layer)]))
    assert session.layer is not None
    own = replace(session.layer.quotation("q2"), state=State.MANUAL)
    assert own.cue is not None
    session.do(edits.change("set-cue", [session.layer.quotation("q2")], [replace(own, guessed=("cue",))]))
    press(window, "Ctrl+Shift+Return")
    dialog = asked(DoneDialog)
    assert dialog.counts.text() == "cue, filled in by the program: 1"
    article = window.session.layer.article.id if window.session.layer is not None else ""
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert session.project is not None
    layer = session.project.layer(article, session.annotator)
    assert layer is not None
    assert (layer.head.status, layer.quotation("q2").guessed) == (Status.DONE, ())
