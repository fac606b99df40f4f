"""Ticks, and acts on ticked lines: labels, forms, notes, flags, decisions; one undo; what is left is counted."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog

from core.model import Form, State, Status, edits
from core.store import Project
from gui.concordance.acting import What, Why, Wish, plan
from gui.concordance.lines_model import NUMBER
from gui.concordance.window import ConcordanceWindow
from gui.window.main_window import MainWindow
from tests.gui.concordance.helpers import ask, cells, key, make_corpus, opened, settle, text_of
from tests.gui.waiting import until, wait_idle
from tests.gui.window_helpers import stored


@pytest.fixture
def project_path(tmp_path: Path) -> Path:
    path = tmp_path / "press.citata"
    make_corpus(path)
    return path


def act(window: MainWindow, made: ConcordanceWindow, what: What, value: str = "") -> str:
    """Do something by its button or its menu; return what was said of it."""
    before = len(SAID)
    made.acts.wished.emit(what, value)
    wait_idle(window)
    until(lambda: len(SAID) > before, "what was done to be said")
    settle(made)
    return SAID[-1]


SAID: list[str] = []


@pytest.fixture(autouse=True)
def _hear(window: MainWindow) -> None:
    SAID.clear()
    window.desk.said.connect(SAID.append)


def test_space_clicks_and_the_menu_tick(window: MainWindow) -> None:
    made = opened(window)
    ask(made, "мост")
    table, model = made.table, made.model
    key(table, Qt.Key.Key_Space)
    assert model.count_ticked == 1
    assert made.acts.scope.text() == "The buttons mean the 1 ticked line."
    for _ in range(3):
        key(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    key(table, Qt.Key.Key_Space)
    assert model.count_ticked == 4
    key(table, Qt.Key.Key_Space)
    assert model.count_ticked == 0
    for row, held in ((6, Qt.KeyboardModifier.NoModifier), (9, Qt.KeyboardModifier.ShiftModifier)):
        box = table.visualRect(model.index(row, NUMBER))
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, held, box.center())
    QApplication.processEvents()
    assert model.count_ticked == 4
    made.acts.ticks.menu().actions()[0].trigger()
    assert model.count_ticked == 24
    assert model.index(0, NUMBER).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    key(table, Qt.Key.Key_Space)  # of all, the selected ones are not ticked any more
    assert model.count_ticked < 24
    made.bar.order.activated.emit(0)
    settle(made)
    assert 0 < model.count_ticked < 24  # another order keeps the ticks
    made.acts.ticks.menu().actions()[2].trigger()
    assert model.count_ticked == 0
    ask(made, "паром")
    key(table, Qt.Key.Key_Space)
    ask(made, "мост")
    assert model.count_ticked == 0  # another query does not


def test_words_and_entities_get_a_label_as_one_act_that_is_taken_back(window: MainWindow) -> None:
    made = opened(window)
    ask(made, "паром")
    made.acts.ticks.menu().actions()[0].trigger()
    assert act(window, made, What.LABEL, "ORG") == "Done: label 12 lines, in 12 articles."
    for number in (0, 1, 11):
        layer = stored(window, f"n{number:03}")
        assert layer is not None
        at = text_of(number).index("Паром")
        new = [one for one in layer.entities() if one.label == "ORG"]
        assert [(one.range.start, one.range.end, one.state) for one in new] == [(at, at + 5, State.MANUAL)]
    layer = stored(window, "n003")
    assert layer is not None
    assert layer.head.status is Status.IN_PROGRESS
    assert layer.quotation("q_1").state is State.AUTO  # what was proposed is there, still a proposal
    assert window.commands.actions["undo"].text() == "Undo: label 12 lines"
    key(made, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(made)
    for number in range(12):
        layer = stored(window, f"n{number:03}")
        assert layer is None or not [one for one in layer.entities() if one.label == "ORG"]
    key(made, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    settle(made)
    layer = stored(window, "n011")
    assert layer is not None
    assert [one.label for one in layer.entities()].count("ORG") == 1


def test_entities_get_another_label_and_words_that_are_one_too(window: MainWindow) -> None:
    made = opened(window)
    ask(made, "in:entity label:PER layer:vera,auto")
    assert made.model.total == 8
    made.acts.ticks.menu().actions()[0].trigger()
    said = act(window, made, What.LABEL, "LOC")
    assert said == "Done: label 8 lines, in 8 articles."
    layer = stored(window, "n001")
    assert layer is not None
    assert [(one.label, one.state) for one in layer.entities()] == [("LOC", State.MANUAL)]
    layer = stored(window, "n000")
    assert layer is not None
    assert [(one.label, one.state) for one in layer.entities()] == [("LOC", State.CORRECTED)]
    ask(made, '"Нина Белова" in:text')
    made.acts.ticks.menu().actions()[0].trigger()
    assert act(window, made, What.LABEL, "PER").startswith("Done: label 4 lines")
    layer = stored(window, "n000")
    assert layer is not None
    assert [one.label for one in layer.entities()] == ["PER"]  # the entity that was there, not a second one


def test_what_cannot_be_done_is_counted_by_its_reason(window: MainWindow) -> None:
    made = opened(window)
    ask(made, "мост")
    made.acts.ticks.menu().actions()[0].trigger()
    said = act(window, made, What.FORM, "indirect")
    assert said == (
        "Done: change the form of 8 lines, in 8 articles. "
        "Left as they were: 12 in no quotation, 4 in another’s layer."
    )  # fmt: skip
    layer = stored(window, "n000")
    assert layer is not None
    assert (layer.quotation("q_1").form, layer.quotation("q_1").state) == (Form.INDIRECT, State.CORRECTED)
    again = act(window, made, What.FORM, "indirect")
    assert again == (
        "Nothing was changed. Left as they were: 12 in no quotation, 4 in another’s layer, 8 that had it already."
    )
    anna = stored(window, "n002", "anna")
    assert anna is not None
    assert anna.quotation("q_1").form is Form.DIRECT
    ask(made, "in:quotation")
    made.acts.ticks.menu().actions()[0].trigger()
    assert (
        act(window, made, What.LABEL, "PER") == "Nothing was changed. Left as they were: 12 to which it does not apply."
    )


def test_proposals_are_accepted_and_rejected(window: MainWindow) -> None:
    made = opened(window)
    ask(made, "in:quotation state:proposed")
    assert made.model.total == 4
    key(made.table, Qt.Key.Key_Space)
    assert act(window, made, What.ACCEPT) == "Done: accept 1 line, in 1 article."
    assert made.model.total == 3  # it is no proposal any more
    layer = stored(window, "n000")
    assert layer is not None
    assert layer.quotation("q_1").state is State.ACCEPTED
    assert made.model.count_ticked == 1  # of a line that is not there any more
    made.acts.ticks.menu().actions()[2].trigger()
    made.table.go_to(1)
    assert act(window, made, What.REJECT) == "Done: reject 1 line, in 1 article."  # the selected one
    layer = stored(window, "n006")
    assert layer is not None
    assert layer.quotation("q_1").state is State.REJECTED


def test_items_and_articles_are_flagged(window: MainWindow) -> None:
    made = opened(window)
    ask(made, "in:quotation layer:vera")
    key(made.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert act(window, made, What.FLAG) == "Done: flag 4 lines as unsure, in 4 articles."
    layer = stored(window, "n001")
    assert layer is not None
    assert layer.quotation("q_1").flags == ("unsure",)
    ask(made, "in:quotation layer:vera flag:unsure")
    assert made.model.total == 4
    key(made.table, Qt.Key.Key_Space)
    assert act(window, made, What.UNFLAG) == "Done: take the flag from 1 line, in 1 article."
    ask(made, "паром")
    key(made.table, Qt.Key.Key_Space)
    assert act(window, made, What.FLAG_ARTICLE) == "Done: flag the article of 1 line as unsure, in 1 article."
    layer = stored(window, "n000")
    assert layer is not None
    assert layer.head.flags == ("unsure",)


def test_one_note_goes_to_all(window: MainWindow) -> None:
    made = opened(window)
    ask(made, "in:quotation layer:vera")
    made.acts.ticks.menu().actions()[0].trigger()
    made.acts.note.click()
    dialog = made.findChild(QInputDialog)
    assert dialog is not None
    dialog.setTextValue("проверить дату")
    dialog.accept()
    until(lambda: SAID and SAID[-1] == "Done: write a note on 4 lines, in 4 articles.", "the notes")
    wait_idle(window)
    settle(made)
    layer = stored(window, "n004")
    assert layer is not None
    assert layer.quotation("q_1").note == "проверить дату"


def test_after_a_restart_an_act_is_taken_back_article_by_article(window: MainWindow, project_path: Path) -> None:
    made = opened(window)
    ask(made, "паром")
    made.acts.ticks.menu().actions()[0].trigger()
    act(window, made, What.LABEL, "ORG")
    window.desk.close_project()
    assert window.desk.open_project(project_path)
    window.desk.open_article("n003")
    assert window.session.undo()
    layer = stored(window, "n003")
    assert layer is not None
    assert not [one for one in layer.entities() if one.label == "ORG"]
    layer = stored(window, "n004")
    assert layer is not None
    assert [one for one in layer.entities() if one.label == "ORG"]


def test_an_item_that_changed_meanwhile_is_left_and_counted(window: MainWindow, project_path: Path) -> None:
    made = opened(window)
    ask(made, "in:quotation layer:vera")
    lines = [made.model.line(row) for row in range(made.model.total)]
    project = window.session.project
    assert isinstance(project, Project)
    layer = project.working_layer("n001", "vera")
    project.commit(layer, edits.delete(layer, ["q_1"]))
    planned = plan(project, "vera", [one for one in lines if one], Wish(What.FLAG), own=True, going_on=lambda: True)
    assert planned is not None
    assert (planned.lines, planned.left[Why.GONE], planned.left.total()) == (3, 1, 1)
    assert cells(made, NUMBER)[0] == "1"
