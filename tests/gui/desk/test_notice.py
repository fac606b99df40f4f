"""What is said over the text goes when its cause does: on another article, after another edit, in another project."""

from __future__ import annotations

from core.model import Status, edits
from gui.desk.annotation import _ended
from gui.window.main_window import MainWindow
from tests.gui.care_helpers import trigger
from tests.gui.waiting import until


def test_a_sentence_stays_while_its_cause_does(window: MainWindow) -> None:
    there = [True]
    window.notice.show_text("so", level="warn", holds=lambda: there[0])
    window.session.rows_changed.emit()
    assert window.notice.isVisible()
    there[0] = False
    window.session.rows_changed.emit()
    assert not window.notice.isVisible()
    window.notice.show_text("said for good", level="warn")
    window.session.rows_changed.emit()
    assert window.notice.isVisible()


def test_proposals_are_offered_for_the_article_that_they_are_of(window: MainWindow) -> None:
    layer, project = window.session.layer, window.session.project
    assert layer is not None
    assert project is not None
    window.session.do(edits.set_note(layer, "q1", "моё"))
    _ended(window.desk, ("most",), ())
    assert window.notice.action.text() == "Start again from the proposals"
    window.desk.open_article("zavod")
    assert not window.notice.isVisible()


def test_undo_is_offered_for_the_edit_that_it_takes_back(window: MainWindow) -> None:
    window.session.select("q2")
    trigger(window, "mixed")
    trigger(window, "direct")
    trigger(window, "as-of")
    bar = window.commands.care.past.bar
    until(bar.isVisible, "the bar of the past")
    bar.slider.setValue(1)
    window.commands.care.past.restore()
    assert window.notice.action.text() == "Undo"
    window.session.select("q2")
    trigger(window, "mixed" if window.session.layer.quotation("q2").form.value != "mixed" else "indirect")  # type: ignore[union-attr]
    assert not window.notice.isVisible()


def test_a_returned_article_is_not_spoken_of_beside_another_one(window: MainWindow) -> None:
    layer = window.session.layer
    assert layer is not None
    window.session.do(edits.set_status(layer, Status.RETURNED))
    window.desk.open_article("zavod")
    window.desk.open_article("most")
    until(window.notice.isVisible, "the sentence about the returned article")
    assert "returned to you" in window.notice.text.text()
    window.desk.open_article("zavod")
    assert not window.notice.isVisible()
