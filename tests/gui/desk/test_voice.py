"""What is said of the work: edits, what was taken back, sentences in passing, notices."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from core.errors import UserError
from gui.look.announce import Announcer, joined
from gui.window.main_window import MainWindow
from tests.gui.hearing import reader, said
from tests.gui.window_helpers import press, select


@pytest.fixture
def heard(window: MainWindow) -> Iterator[MainWindow]:
    """The window while a reader listens, the keyboard in the text."""
    with reader():
        window.view.be_heard()
        window.focus_text()
        QApplication.processEvents()
        yield window


def test_accepting_is_said_and_then_the_next_proposal(heard: MainWindow) -> None:
    press(heard, "Tab")
    assert said() == "Person, proposal. Глеб Ершов."
    heard.session.select("q2")
    assert said().startswith("Indirect quotation, proposal, unsure.")
    press(heard, "Return")
    assert said().startswith("Accepted. ")
    assert "proposal" in said() or "Nothing is open" in said()


def test_rejecting_and_undoing_are_said(heard: MainWindow) -> None:
    heard.session.select("e1")
    assert said() == "Person, proposal. Глеб Ершов."
    press(heard, "Delete")
    assert said().startswith("Rejected. Indirect quotation, proposal")
    press(heard, "Ctrl+Z")
    assert said().startswith("Undone: delete. Person, proposal.")
    press(heard, "Ctrl+Shift+Z")
    assert said().startswith("Rejected.")


def test_what_is_marked_and_changed_is_said_with_its_words(heard: MainWindow) -> None:
    select(heard, "ремонт идёт")
    assert said() == "end: Direct quotation."
    press(heard, "I")
    assert said().startswith("Marked: Indirect quotation. Indirect quotation, by hand, Filled in by the program: cue")
    assert said().count("ремонт идёт.") == 1
    press(heard, "D")
    assert "Form: Direct." in said()
    select(heard, "добавил")
    press(heard, "C")
    assert "Cue: добавил." in said()
    press(heard, "U")
    assert said() == "Unsure."


def test_the_speaker_is_said_by_name(heard: MainWindow) -> None:
    heard.session.select("q2")
    said()
    heard.inspector.refresh()
    actor = heard.session.layer.actors()[0] if heard.session.layer is not None else None
    assert actor is not None
    heard.inspector.choose_speaker(actor.id)
    assert said() == f"Speaker: {actor.name}."


def test_many_items_are_counted(heard: MainWindow) -> None:
    layer = heard.session.layer
    assert layer is not None
    heard.commands.groups.item._accept_these([item.id for item in layer.annotations() if item.state == "auto"])
    assert said() == "2 items accepted."


def test_errors_and_sentences_in_passing_are_said(heard: MainWindow) -> None:
    heard.desk.show_error(UserError("disk-full", path="x"))
    assert heard.notice.text.text() in said()
    heard.desk.say("Passed")
    assert said() == "Passed."


def test_a_message_goes_when_the_keyboard_does(heard: MainWindow) -> None:
    field = heard.articles.filter
    field.setAccessibleDescription("own")
    field.setFocus()
    heard.desk.say("Passed")
    assert said() == "Passed."
    heard.focus_text()
    assert said() == ""
    assert field.accessibleDescription() == "own"


def test_the_same_words_again_are_said_again(heard: MainWindow) -> None:
    heard.desk.say("Passed")
    first = said()
    heard.desk.say("Passed")
    assert said().strip() == first
    assert said() != first


def test_nothing_is_said_while_nobody_listens(window: MainWindow) -> None:
    QAccessible.setActive(False)
    window.desk.say("Passed")
    assert said() == ""


def test_one_message_a_turn_each_sentence_once(heard: MainWindow) -> None:
    heard.desk.say("One")
    heard.desk.say("Two.")
    heard.desk.say("One")
    assert said() == "One. Two."
    assert joined(["Why?", " Because "]) == "Why? Because."
    assert len(QApplication.instance().findChildren(Announcer)) == 1
