"""Joining two actors from the window: found by a filter, nobody chosen beforehand, what moves is seen first."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.model import Actor, actor_edits
from core.model.layer import Edit
from gui.marking.merge_actors import MergeActorsDialog
from gui.window.main_window import MainWindow
from tests.gui.care_helpers import dialog
from tests.gui.window_helpers import stored, type_words

MORE = (
    Actor(id="m1", name="Инна Белова", aliases=("мэр",)),
    Actor(id="m2", name="жители"),
)


@pytest.fixture
def asking(window: MainWindow) -> MergeActorsDialog:
    """The dialog on the speaker of the first quotation, with two more actors in the article."""
    assert window.session.layer is not None
    window.session.do(Edit("add-actor", (), MORE))
    window.session.do(actor_edits.move_to_actor(window.session.layer, ["q2"], "m1"))
    window.session.select("q1")
    window.commands.actions["merge-actors"].trigger()
    return dialog(window, MergeActorsDialog)


def listed(shown: MergeActorsDialog) -> list[str]:
    return [shown.list.item(at).text().partition(" — ")[0] for at in range(shown.list.count())]


def test_nobody_is_chosen_beforehand(window: MainWindow, asking: MergeActorsDialog) -> None:
    before = stored(window)
    assert asking.chosen is None
    assert not asking.go.isEnabled()
    assert "Глеб Ершов" not in listed(asking)
    QTest.keyClick(asking.field, Qt.Key.Key_Return)
    assert asking.isVisible()
    assert stored(window) == before


def test_an_actor_is_found_by_any_of_its_names(asking: MergeActorsDialog) -> None:
    type_words(asking.field, "бело")
    assert listed(asking) == ["Инна Белова"]
    asking.field.clear()
    type_words(asking.field, "мэр")
    assert listed(asking) == ["Инна Белова"]
    asking.field.clear()
    type_words(asking.field, "никто")
    assert listed(asking) == []
    assert asking.said.text() == "No actor is called so."
    assert not asking.go.isEnabled()


def test_what_moves_is_seen_before_it_moves(window: MainWindow, asking: MergeActorsDialog) -> None:
    kept = asking._kept
    QTest.keyClick(asking.field, Qt.Key.Key_Down)
    while asking.chosen is None or asking.chosen.id != "m1":
        QTest.keyClick(asking.list, Qt.Key.Key_Down)
    assert asking.moves.topLevelItemCount() == 1
    row = asking.moves.topLevelItem(0)
    assert row is not None
    assert row.text(0).startswith("Indirect quotation: совет назвал")
    assert "Инна Белова" in asking.said.text()
    asking.go.click()
    layer = window.session.layer
    assert layer is not None
    assert stored(window) == layer
    assert layer.actor("m1") is None
    assert layer.quotation("q2").speaker == kept.id
    after = layer.actor(kept.id)
    assert after is not None
    assert {"Инна Белова", "мэр"} <= set(after.aliases)
    window.commands.actions["undo"].trigger()
    assert window.session.layer is not None
    assert window.session.layer.actor("m1") is not None


def test_the_list_of_actors_asks_too(window: MainWindow) -> None:
    assert window.session.layer is not None
    window.session.do(Edit("add-actor", (), MORE))
    window.inspector.overview.actor_merged.emit("m2")
    QApplication.processEvents()
    shown = dialog(window, MergeActorsDialog)
    assert "жители" not in listed(shown)
    assert "Инна Белова" in listed(shown)


def test_an_old_name_is_an_actor_not_a_new_one(window: MainWindow) -> None:
    assert window.session.layer is not None
    actor = window.session.layer.actors()[0]
    window.session.do(actor_edits.rename_actor(window.session.layer, actor.id, "Председатель совета"))
    window.session.select("q2")
    window.inspector.ask_speaker()
    box = window.inspector.speaker_box
    type_words(box.field, actor.name)
    names = [choice.name for choice in box._choices()]
    assert "Председатель совета" in names
    assert not any(name.startswith("New actor") for name in names)
