"""Hovering a mark, or a key, tells what it is, how far it is settled and by whom, who said it, why it was proposed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from core.model import Actor, Entity, Form, Item, Quotation, Range, State
from core.model.layer import Layer
from core.model.marks import Mark, Part, marks_of
from core.model.schema import standard
from gui.window.main_window import MainWindow
from gui.words.care import moment_words
from gui.words.tips import tip_words
from tests.gui.view_helpers import article, middle, span
from tests.gui.waiting import until
from tests.gui.window_helpers import click_on, press

WHEN = datetime(2026, 3, 5, 11, 7, tzinfo=UTC)


def told(items: list[Item], marks: list[Mark] | None = None, annotator: str = "vera") -> list[str]:
    """Return the blocks that are told of the marks, or of every first mark of an item."""
    layer = Layer(article(), annotator, items)
    wanted = [next(marks_of(item)) for item in items if isinstance(item, (Entity, Quotation))]
    words = tip_words(
        wanted if marks is None else marks, layer, standard(), lambda item: ("boris", WHEN), lambda item: None
    )
    return words.split("\n\n")


def quotation(**values: object) -> Quotation:
    given: dict[str, object] = {
        "id": "q", "form": Form.INDIRECT, "ranges": (span("что ремонт идёт"),), "cue": span("добавил"),
    }  # fmt: skip
    return Quotation(**{**given, **values})  # type: ignore[arg-type]


def test_a_proposal_says_how_sure_who_and_why() -> None:
    one = quotation(
        state=State.AUTO,
        score=0.875,
        speaker="a",
        rule="clause-что",
        extra={"evidence": ["cue добавил", "own subject"]},
    )
    (block,) = told([Actor(id="a", name="Глеб Ершов"), one])
    assert block.split("\n") == [
        "Indirect quotation",
        "Proposal of the program: nobody has settled it · 88\u00a0% sure",
        "Said by: Глеб Ершов",
        "Cue: добавил",
        "Why: clause with “что” · cue “добавил” · subject of the cue",
    ]


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (State.ACCEPTED, "Proposed by the program, accepted"),
        (State.CORRECTED, "Proposed by the program, corrected"),
        (State.MANUAL, "Marked by hand"),
    ],
)
def test_what_is_settled_says_by_whom_and_whose_layer_it_is_in(state: State, words: str) -> None:
    (block,) = told([quotation(state=state)])
    lines = block.split("\n")
    assert lines[1:4] == [words, f"Last changed by boris, {moment_words(WHEN)} · Layer: vera", "Said by: not told"]
    assert "Layer" not in told([quotation(state=state)], annotator="boris")[0]
    assert "Layer: Adjudicated" in told([quotation(state=state)], annotator="adjudicated")[0]


def test_a_part_says_what_it_is_a_part_of() -> None:
    one = quotation()
    (block,) = told([one], [Mark(*span("добавил"), Part.CUE, "q")])
    assert block.split("\n")[:2] == ["Cue of: indirect quotation", "что ремонт идёт"]
    assert "Cue: " not in block


def test_doubt_guesses_and_notes_are_told() -> None:
    (block,) = told([quotation(flags=("unsure",), guessed=("cue",), note="Спросить\nредактора")])
    assert block.split("\n")[-3:] == [
        "Somebody was unsure of it", "Filled in by the program: cue", "Note: Спросить редактора"
    ]  # fmt: skip


def test_an_entity_is_told_by_its_label_and_whom_it_names() -> None:
    (block,) = told(
        [Actor(id="a", name="Глеб Ершов"), Entity(id="e", label="PER", range=span("Глеб Ершов"), actor="a")]
    )
    assert block.startswith("Entity: Person\n")
    assert "Names: Глеб Ершов" in block


def test_of_many_items_the_first_are_told_and_the_rest_counted() -> None:
    items: list[Item] = [Entity(id=f"e{n}", label="PER", range=Range(0, n + 1)) for n in range(5)]
    blocks = told(items)
    assert len(blocks) == 4
    assert blocks[-1] == "and 2 more"


def hover(window: MainWindow, words: str) -> str:
    """Rest the mouse on words; return the words of the tip."""
    view = window.view
    point = middle(view, span(words, view.text).start + 1)
    there = view.viewport().mapToGlobal(point)
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, point, there))
    return QToolTip.text() if QToolTip.isVisible() else ""


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_the_mouse_on_a_mark_tells_of_all_that_lie_there(window: MainWindow) -> None:
    assert "<b>Entity: Person</b>" in hover(window, "Глеб")
    assert "<b>Speaker mention of: direct quotation</b>" in QToolTip.text()
    QToolTip.hideText()
    until(lambda: not QToolTip.isVisible(), "the tip to go")
    assert hover(window, "ремонт") == "", "what is rejected is not seen, so nothing is told of it"


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_who_settled_it_is_read_from_the_log(window: MainWindow) -> None:
    click_on(window, "ошибкой")
    window.session.select("q2")
    press(window, "Return")
    assert "Last changed by vera, " in hover(window, "совет")
    QToolTip.hideText()


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_a_key_tells_of_the_selected_item(window: MainWindow) -> None:
    window.activateWindow()
    until(window.isActiveWindow, "the window to have the keyboard")
    window.session.select("q2")
    press(window, "Shift+F1")
    assert "<b>Indirect quotation</b>" in QToolTip.text()
    assert "unsure" in QToolTip.text()
    QToolTip.hideText()
    window.session.select(None)
    assert not window.commands.actions["tell"].isEnabled()
