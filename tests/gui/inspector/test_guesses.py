"""Fields that the program filled in around a person's work: seen as guesses, settled one by one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.model import Form, Quotation, State
from core.model.edits import add_quotation, set_cue
from core.reading import frame
from gui.inspector.speaker import CHOICE
from gui.window.main_window import MainWindow
from tests.gui.view_helpers import span
from tests.gui.window_helpers import press, stored


@pytest.fixture
def marked(window: MainWindow) -> MainWindow:
    """The window with a quotation that the person marked just now; cue, mention and speaker are guesses."""
    session = window.session
    assert session.layer is not None
    gone = [item.id for item in session.layer.quotations()]
    for item in gone:
        session.select(item)
        press(window, "Delete")
    ranges = (span("«Мост откроют в мае"),)
    made = frame.make(session.layer, Form.DIRECT, ranges)
    assert session.do(made)
    session.select(made.added[-1].id)
    window.inspector.refresh()
    QApplication.processEvents()
    assert item_of(window).guessed == ("cue", "mention", "speaker")
    return window


def item_of(window: MainWindow) -> Quotation:
    window.inspector.refresh()
    QApplication.processEvents()
    layer, item = stored(window), window.session.quotation
    assert layer is not None
    assert item is not None
    assert layer.quotation(item.id) == item
    return item


def test_a_guess_looks_like_a_proposal(marked: MainWindow) -> None:
    page = marked.inspector.quotation
    assert page.cue.property("guess") is True
    assert page.mention.property("guess") is True
    assert not page.cue.confirm.isHidden()
    held = [page.speaker.list.item(row).data(CHOICE) for row in range(page.speaker.choice_count())]
    assert [choice.guess for choice in held if choice.held] == [True]
    assert held[0].why == "guess"


def test_a_click_takes_one_guess_over_and_leaves_the_others(marked: MainWindow) -> None:
    page = marked.inspector.quotation
    cue = item_of(marked).cue
    QTest.mouseClick(page.cue.confirm, Qt.MouseButton.LeftButton)
    assert (item_of(marked).cue, item_of(marked).guessed) == (cue, ("mention", "speaker"))
    assert item_of(marked).state is State.MANUAL
    assert page.cue.property("guess") is False
    assert page.cue.confirm.isHidden()
    press(marked, "Ctrl+Z")
    assert item_of(marked).guessed == ("cue", "mention", "speaker")


def test_enter_takes_a_guess_over_and_delete_takes_it_away(marked: MainWindow) -> None:
    page = marked.inspector.quotation
    mention = item_of(marked).mention
    page.mention.setFocus(Qt.FocusReason.TabFocusReason)
    press(marked, "Return")
    assert (item_of(marked).mention, item_of(marked).guessed) == (mention, ("cue", "speaker"))
    page.cue.setFocus(Qt.FocusReason.TabFocusReason)
    press(marked, "Delete")
    assert (item_of(marked).cue, item_of(marked).guessed) == (None, ("speaker",))
    assert item_of(marked).state is State.MANUAL


def test_the_cross_takes_a_guess_away(marked: MainWindow) -> None:
    marked.inspector.quotation.mention.remove.click()
    assert (item_of(marked).mention, item_of(marked).guessed) == (None, ("cue", "speaker"))


def test_the_digit_of_the_guessed_speaker_takes_the_guess_over(marked: MainWindow) -> None:
    speaker = item_of(marked).speaker
    marked.view.setFocus()
    press(marked, "1")
    assert (item_of(marked).speaker, item_of(marked).guessed) == (speaker, ("cue", "mention"))


def test_a_click_on_the_guessed_speaker_takes_the_guess_over(marked: MainWindow) -> None:
    box = marked.inspector.speaker_box
    speaker = item_of(marked).speaker
    QTest.mouseClick(
        box.list.viewport(), Qt.MouseButton.LeftButton, pos=box.list.visualItemRect(box.list.item(0)).center()
    )
    assert (item_of(marked).speaker, item_of(marked).guessed) == (speaker, ("cue", "mention"))


def test_nobody_is_said_to_have_spoken_in_place_of_a_guess(marked: MainWindow) -> None:
    marked.view.setFocus()
    press(marked, "0")
    assert (item_of(marked).speaker, item_of(marked).guessed) == (None, ("cue", "mention"))


def test_enter_in_the_text_takes_all_guesses_over(marked: MainWindow) -> None:
    item = item_of(marked)
    marked.view.setFocus()
    press(marked, "Return")
    layer = stored(marked)
    assert layer is not None
    assert layer.quotation(item.id).guessed == ()
    assert layer.quotation(item.id).state is State.MANUAL


def test_what_a_person_said_is_no_guess(marked: MainWindow) -> None:
    session = marked.session
    assert session.layer is not None
    item = item_of(marked)
    session.do(set_cue(session.layer, item.id, item.cue))
    assert item_of(marked).guessed == ("mention", "speaker")
    proposal = add_quotation(Form.DIRECT, (span("в мае"),))
    assert session.do(proposal)
    session.select(proposal.added[-1].id)
    assert item_of(marked).guessed == ()
    page = marked.inspector.quotation
    assert not page.cue.property("guess")
