"""Work in a thread: the caller waits for its result, the window goes on, keys wait in their order."""

from __future__ import annotations

import gc
import threading
import time
import weakref
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from core.errors import UserError
from core.model import Range, State, edits
from core.model.layer import Edit, Layer
from gui.desk import session as session_module
from gui.desk.aside import ask_aside, run_aside
from gui.window.main_window import MainWindow
from tests.gui.waiting import until
from tests.waiting import LIMIT


def test_timers_run_while_the_caller_waits(qapp: QApplication) -> None:
    ticked = threading.Event()
    QTimer.singleShot(0, ticked.set)

    def work() -> int:
        assert threading.current_thread() is not threading.main_thread()
        assert ticked.wait(LIMIT)  # nobody else could set it
        return 7

    assert run_aside(work) == 7


def test_what_the_work_raises_is_raised_here(qapp: QApplication) -> None:
    def work() -> None:
        raise UserError("disk-full", path="x", reason="full")

    with pytest.raises(UserError, match="no room"):
        run_aside(work)


def test_work_in_work_ends(qapp: QApplication) -> None:
    found: list[int] = []
    ticked = threading.Event()

    def inner() -> None:
        found.append(run_aside(lambda: 1))
        ticked.set()

    QTimer.singleShot(0, inner)
    found.append(run_aside(lambda: 2 if ticked.wait(LIMIT) else 0))
    assert found == [1, 2]


def test_an_answer_comes_later_and_to_nobody_who_is_gone(qapp: QApplication, window: MainWindow) -> None:
    go, found = threading.Event(), []
    ask_aside(window, lambda: go.wait(LIMIT), lambda answer: found.append(answer()))
    assert found == []
    go.set()
    until(lambda: found, "the answer")
    assert found == [True]
    ask_aside(window, lambda: 3, lambda answer: found.append(answer()))
    until(lambda: len(found) == 2, "the answer")
    assert found[-1] == 3


def test_whoever_asked_may_go_with_the_answer(qapp: QApplication) -> None:
    """A widget that only its own answers hold goes when they were given, not in the middle of that."""
    ended: list[bool] = []

    def ask_and_go() -> None:
        asker, found = QWidget(), []
        weakref.finalize(asker, ended.append, True)

        def answer(get: Callable[[], bool]) -> None:
            found.append((asker.isVisible(), get()))

        for times in (1, 2):
            go = threading.Event()
            ask_aside(asker, partial(go.wait, LIMIT), answer)
            go.set()
            begun = time.monotonic()
            while len(found) < times:  # a loop of its own would delete what is to be deleted later
                assert time.monotonic() - begun < LIMIT
                QApplication.processEvents()

    ask_and_go()
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert ended == [True]


@pytest.fixture
def slow(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Make every edit a large one, whose writing waits for the event."""
    go = threading.Event()
    project = window.session.project
    assert project is not None
    commit = project.commit

    def waiting(*args: object, **how: object) -> object:
        assert go.wait(LIMIT)
        return commit(*args, **how)  # type: ignore[arg-type]

    monkeypatch.setattr(project, "commit", waiting)
    monkeypatch.setattr(session_module, "LARGE", 0)
    return go


def accept(window: MainWindow, item: str) -> Edit:
    assert window.session.layer is not None
    return edits.accept(window.session.layer, [item])


def test_while_an_edit_is_written_another_one_is_refused_and_what_is_shown_is_in_the_file(
    window: MainWindow, slow: threading.Event
) -> None:
    session, refused = window.session, []

    def meanwhile() -> None:
        assert session.layer is not None
        refused.append(session.do(edits.toggle_flag(session.layer, "q1", "unsure")))
        assert session.layer.items["e1"].state is State.AUTO  # type: ignore[union-attr]
        slow.set()

    QTimer.singleShot(0, meanwhile)
    assert session.do(accept(window, "e1"))
    assert refused == [False]
    assert session.layer is not None
    assert session.project is not None
    assert session.layer.items["e1"].state is State.ACCEPTED  # type: ignore[union-attr]
    assert session.project.layer("most", "vera") == session.layer
    assert session.undo()
    assert session.project.layer("most", "vera") == session.layer


def test_an_article_that_was_opened_meanwhile_stays_and_the_edit_is_in_the_file(
    window: MainWindow, slow: threading.Event
) -> None:
    session = window.session

    def meanwhile() -> None:
        assert session.show_article("zavod")
        slow.set()

    QTimer.singleShot(0, meanwhile)
    assert session.do(accept(window, "e1"))
    assert session.article is not None
    assert session.article.id == "zavod"
    assert window.view.text == session.article.text
    assert session.project is not None
    stored = session.project.layer("most", "vera")
    assert stored is not None
    assert stored.items["e1"].state is State.ACCEPTED  # type: ignore[union-attr]
    assert session.show_article("most")
    assert session.layer == stored


def test_keys_wait_for_the_edit_and_are_done_after_it(window: MainWindow, slow: threading.Event) -> None:
    session = window.session
    QTimer.singleShot(0, slow.set)
    session.select("e1")
    window.commands.actions["accept"].trigger()
    assert session.layer is not None
    assert session.layer.items["e1"].state is State.ACCEPTED  # type: ignore[union-attr]
    window.view.set_selection(Range(0, 4))
    window.view.setFocus(Qt.FocusReason.OtherFocusReason)
    assert session.do(edits.add_entity("PER", Range(0, 4)))
    assert session.project is not None
    assert session.project.layer("most", "vera") == session.layer


def test_an_edit_of_many_items_is_built_in_a_thread_and_nothing_else_is_changed_meanwhile(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session_module, "LARGE", 0)
    session, refused, go = window.session, [], threading.Event()

    def build(layer: Layer) -> Edit:
        assert threading.current_thread() is not threading.main_thread()
        assert go.wait(LIMIT)
        return edits.accept(layer, ["e1"])

    def meanwhile() -> None:
        assert session.layer is not None
        refused.append(session.do(edits.toggle_flag(session.layer, "q1", "unsure")))
        refused.append(session.make(lambda layer: edits.toggle_flag(layer, "q1", "unsure")))
        go.set()

    QTimer.singleShot(0, meanwhile)
    assert session.make(build)
    assert refused == [False, False]
    assert session.layer is not None
    assert session.project is not None
    assert session.layer.items["e1"].state is State.ACCEPTED  # type: ignore[union-attr]
    assert session.project.layer("most", "vera") == session.layer
    assert session.undo()
    assert session.layer.items["e1"].state is State.AUTO  # type: ignore[union-attr]


def test_an_edit_built_of_a_layer_that_is_not_open_any_more_is_not_done_and_that_is_said(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session_module, "LARGE", 0)
    session, go, said = window.session, threading.Event(), []
    session.failed.connect(said.append)
    stored = session.layer

    def build(layer: Layer) -> Edit:
        assert go.wait(LIMIT)
        return edits.accept(layer, ["e1"])

    def meanwhile() -> None:
        assert session.show_article("zavod")
        go.set()

    QTimer.singleShot(0, meanwhile)
    assert not session.make(build)
    assert [error.code for error in said] == ["layer-changed"]
    assert session.show_article("most")
    assert session.layer == stored


def test_what_a_builder_raises_is_raised_and_the_next_edit_can_be_done(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session_module, "LARGE", 0)

    def build(layer: Layer) -> Edit:
        raise UserError("layer-changed")

    with pytest.raises(UserError):
        window.session.make(build)
    assert window.session.make(lambda layer: edits.accept(layer, ["e1"]))
