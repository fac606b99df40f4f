"""The inspector: what it shows of the selected item, and that each of its controls writes to the project."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from core.model import Actor, ActorKind, Form, Quotation, State
from core.model.gender import Gender, gender_of
from gui.inspector.actor_dialog import ActorDialog
from gui.inspector.overview import ITEM
from gui.inspector.speaker import CHOICE
from gui.look.parts import Elided
from gui.window.main_window import MainWindow
from tests.gui.view_helpers import span
from tests.gui.window_helpers import press, stored, type_words


def shown(window: MainWindow, item: str) -> Quotation:
    """Select a quotation and let the inspector catch up."""
    window.session.select(item)
    window.inspector.refresh()
    QApplication.processEvents()
    found = window.session.quotation
    assert found is not None
    return found


def names(window: MainWindow) -> list[str]:
    box = window.inspector.speaker_box
    return [box.list.item(row).data(CHOICE).name for row in range(box.choice_count())]


def quotation(window: MainWindow) -> Quotation:
    assert window.session.quotation is not None
    return window.session.quotation


def test_a_quotation_is_shown_whole(window: MainWindow) -> None:
    item = shown(window, "q1")
    page = window.inspector.quotation
    assert page.resolve_part.state.text() == "accepted"
    assert page.form._group.button(0).isChecked()
    contents = [window.view.text[slice(*part)] for part in item.ranges]
    assert [row.words.toolTip() or row.words.text() for row in page._rows[:2]] == contents
    assert page.cue.words.text() == "сказал"
    assert page.mention.words.toolTip() or page.mention.words.text() == "пресс-секретарь Глеб Ершов"
    assert "Глеб Ершов" in names(window)
    assert not page.resolve_part.accept.isEnabled()


def test_the_form_is_set_by_a_click(window: MainWindow) -> None:
    shown(window, "q2")
    QTest.mouseClick(window.inspector.quotation.form._group.button(2), Qt.MouseButton.LeftButton)
    assert quotation(window).form is Form.MIXED
    assert window.view.hasFocus()


def test_parts_are_taken_away_by_their_crosses(window: MainWindow) -> None:
    shown(window, "q1")
    page = window.inspector.quotation
    page._rows[1].remove.click()
    assert quotation(window).ranges == (span("«Мост откроют в мае"),)
    window.inspector.refresh()
    assert page._rows[0].remove.isHidden()
    page.cue.remove.click()
    page.mention.remove.click()
    assert (quotation(window).cue, quotation(window).mention) == (None, None)
    window.inspector.refresh()
    assert "press C" in page.cue.hint.text()
    layer = stored(window)
    assert layer is not None
    assert layer.quotation("q1") == quotation(window)


def test_the_buttons_settle(window: MainWindow) -> None:
    shown(window, "q2")
    QTest.mouseClick(window.inspector.quotation.resolve_part.accept, Qt.MouseButton.LeftButton)
    assert window.session.layer is not None
    assert window.session.layer.quotation("q2").state is State.ACCEPTED
    shown(window, "q2")
    QTest.mouseClick(window.inspector.quotation.resolve_part.reject, Qt.MouseButton.LeftButton)
    assert window.session.layer.quotation("q2").state is State.REJECTED


def test_a_click_on_a_candidate_makes_the_speaker(window: MainWindow) -> None:
    shown(window, "q2")
    box = window.inspector.speaker_box
    row = names(window).index("Глеб Ершов")
    place = box.list.visualItemRect(box.list.item(row)).center()
    QTest.mouseClick(box.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert quotation(window).speaker == "a1"


def test_candidates_keep_their_digits_while_one_is_at_them(window: MainWindow) -> None:
    shown(window, "q2")
    before = names(window)
    assert len(before) > 2
    for digit in ("2", "1", "2"):
        press(window, digit)
        window.inspector.refresh()
        assert names(window) == before
        assert quotation(window).speaker == window.inspector.candidates[int(digit) - 1].actor.id
    window.session.select("q1")
    window.inspector.refresh()
    shown(window, "q2")
    assert names(window)[0] == before[1]


def test_typing_finds_an_actor_in_any_case_form_and_return_takes_it(window: MainWindow) -> None:
    shown(window, "q2")
    press(window, "W")
    field = window.inspector.speaker_box.field
    assert field.hasFocus()
    type_words(field, "ершову")
    assert names(window)[0] == "Глеб Ершов"
    press(window, "Return")
    assert quotation(window).speaker == "a1"
    assert window.view.hasFocus()


def test_what_is_typed_stays_while_the_dictionary_comes(window: MainWindow) -> None:
    shown(window, "q2")
    press(window, "W")
    field = window.inspector.speaker_box.field
    type_words(field, "ерш")
    window.inspector.refresh(rank=False)
    window.inspector.refresh_candidates()
    assert field.text() == "ерш"
    assert names(window)[0] == "Глеб Ершов"
    shown(window, "q1")
    assert field.text() == ""


def test_a_new_actor_is_made_in_place(window: MainWindow) -> None:
    shown(window, "q2")
    press(window, "W")
    field = window.inspector.speaker_box.field
    type_words(field, "городской совет")
    assert names(window) == ["New actor “городской совет”"]
    press(window, "Return")
    layer = stored(window)
    assert layer is not None
    actor = layer.actor(layer.quotation("q2").speaker)
    assert actor is not None
    assert actor.name == "городской совет"


def test_arrows_choose_while_the_field_has_the_keyboard(window: MainWindow) -> None:
    shown(window, "q2")
    press(window, "W")
    box = window.inspector.speaker_box
    type_words(box.field, "г")
    count = box.choice_count()
    assert count >= 2
    press(window, "Down")
    assert box.list.currentRow() == 1
    press(window, "Up", "Up")
    assert box.list.currentRow() == count - 1
    press(window, "Escape")
    assert box.field.text() == ""
    assert window.view.hasFocus()
    assert quotation(window).speaker is None


def test_an_entity_is_shown_and_relabelled(window: MainWindow) -> None:
    window.session.select("e1")
    window.inspector.refresh()
    QApplication.processEvents()
    page = window.inspector.entity
    assert page.words.words.text() == "Глеб Ершов"
    buttons = page.labels._buttons
    assert buttons["PER"].isChecked()
    assert buttons["LOC"].accessibleName() == "Place"
    QTest.mouseClick(buttons["LOC"], Qt.MouseButton.LeftButton)
    entity = window.session.entity
    assert entity is not None
    assert (entity.label, entity.state) == ("LOC", State.CORRECTED)


def test_with_nothing_selected_it_lists_the_article(window: MainWindow) -> None:
    window.session.select(None)
    window.inspector.refresh()
    page = window.inspector.overview
    actors, quotations, entities = page.models
    assert [actors.index(row).data() for row in range(actors.rowCount())] == ["Глеб Ершов"]
    page.tabs.setCurrentIndex(2)
    assert entities.rowCount() == 1
    page.tabs.setCurrentIndex(1)
    assert quotations.rowCount() == 3
    QApplication.processEvents()
    view = page.lists[1]
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(quotations.index(1)).center())
    assert window.session.selected == "q2"
    assert window.view.hasFocus()


def actor_dialog() -> ActorDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ActorDialog)
    return dialog


def rename(window: MainWindow, name: str) -> None:
    """Give the first actor another name in the dialog of actors."""
    window.inspector.overview.actor_changed.emit("a1")
    dialog = actor_dialog()
    dialog.name.setText(name)
    dialog.accept()
    QApplication.processEvents()


def test_an_actor_is_described_by_keys_alone_and_taken_back(window: MainWindow) -> None:
    shown(window, "q1")
    press(window, "F2")
    dialog = actor_dialog()
    assert dialog.name.text() == "Глеб Ершов"
    for field, word in ((dialog.kind, "person"), (dialog.gender, "masculine")):
        field.setFocus()
        QTest.keyClicks(field, word[:3])
        assert field.currentText() == word
    dialog.note.setFocus()
    type_words(dialog.note, "с мая")
    QTest.keyClick(dialog.note, Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    layer = stored(window)
    assert layer is not None
    actor = layer.actor("a1")
    assert actor is not None
    assert (actor.name, actor.kind, gender_of(actor), actor.note) == (
        "Глеб Ершов", ActorKind.PERSON, Gender.MASCULINE, "с мая"
    )  # fmt: skip
    assert actor.aliases == ()
    press(window, "Ctrl+Z")
    assert window.session.layer is not None
    assert window.session.layer.actor("a1") == Actor(id="a1", name="Глеб Ершов")


def test_an_actor_without_a_name_cannot_be(window: MainWindow) -> None:
    window.inspector.overview.actor_changed.emit("a1")
    dialog = actor_dialog()
    dialog.name.setText("  ")
    ok = dialog.buttons.button(dialog.buttons.StandardButton.Ok)
    assert not ok.isEnabled()
    dialog.reject()


def test_an_actor_is_renamed_and_deleted(window: MainWindow) -> None:
    rename(window, "Глеб Петрович Ершов")
    layer = window.session.layer
    assert layer is not None
    assert layer.actor("a1") == Actor(id="a1", name="Глеб Петрович Ершов", aliases=("Глеб Ершов",))
    window.inspector.overview.actor_deleted.emit("a1")
    layer = window.session.layer
    assert layer is not None
    assert layer.actor("a1") is None
    assert layer.quotation("q1").speaker is None
    press(window, "Ctrl+Z", "Ctrl+Z")
    layer = window.session.layer
    assert layer is not None
    assert layer.actor("a1") == Actor(id="a1", name="Глеб Ершов")
    assert layer.quotation("q1").speaker == "a1"


def test_other_names_of_an_actor_are_seen_and_removed(window: MainWindow) -> None:
    page = window.inspector.overview
    for name in ("Глеб Петрович Ершов", "Ершов-младший"):
        rename(window, name)
    window.session.select(None)
    window.inspector.refresh()
    row = page.models[0].index(0)
    assert row.data(Qt.ItemDataRole.ToolTipRole) == "Ершов-младший\nГлеб Ершов\nГлеб Петрович Ершов"
    shown = page._painters[0]._below(row.data(ITEM), row)
    assert shown.startswith("also: Глеб Ершов, Глеб Петрович Ершов · ")
    menu = page.actor_menu(row.data(ITEM))
    names = next(one for one in menu.actions() if one.text() == "Other names").menu()
    assert isinstance(names, QMenu)
    assert [one.text() for one in names.actions()] == ["Remove “Глеб Ершов”", "Remove “Глеб Петрович Ершов”"]
    names.actions()[0].trigger()
    layer = stored(window)
    assert layer is not None
    assert layer.actor("a1") == Actor(id="a1", name="Ершов-младший", aliases=("Глеб Петрович Ершов",))
    press(window, "Ctrl+Z")
    assert window.session.layer is not None
    actor = window.session.layer.actor("a1")
    assert actor is not None
    assert actor.aliases == ("Глеб Ершов", "Глеб Петрович Ершов")


def test_why_it_was_proposed_is_told_in_words(window: MainWindow) -> None:
    from core.model import Range
    from gui.words.rules import rule_words

    item = Quotation(
        id="q", form=Form.DIRECT, ranges=(Range(0, 1),), state=State.AUTO, rule="direct-before", score=0.853,
        extra={"evidence": ["cue сказал", "speaker: name", "own subject", "cue_same", "a new reason of tomorrow"]},
    )  # fmt: skip
    assert rule_words(item) == (
        "quoted speech before its attribution · 85 % sure · cue “сказал” · speaker: named in the attribution"
        " · subject of the cue · a new reason of tomorrow"
    )
    assert rule_words(Quotation(id="q", form=Form.DIRECT, ranges=(Range(0, 1),))) == ""
    assert (
        rule_words(Quotation(id="q", form=Form.DIRECT, ranges=(Range(0, 1),), rule="clause-что")) == "clause with “что”"
    )
    assert rule_words(Quotation(id="q", form=Form.DIRECT, ranges=(Range(0, 1),), rule="of-tomorrow")) == "of-tomorrow"
    told = Quotation(id="q", form=Form.DIRECT, ranges=(Range(0, 1),), extra={"evidence": ["speaker: itself"]})
    assert rule_words(told) == "speaker: the mention settles it by its own words"


@pytest.mark.parametrize("lines", [1, 3])
def test_long_words_end_within_their_room(qtbot: object, lines: int) -> None:
    label = Elided(lines)
    qtbot.addWidget(label)  # type: ignore[attr-defined]
    label.resize(200, 20 * lines)
    words = "Слово за словом " * 40
    label.set_whole(words)
    assert "…" in label.text()
    assert label.toolTip() == words
    assert label.fontMetrics().boundingRect(0, 0, 200, 9999, Qt.TextFlag.TextWordWrap, label.text()).height() <= (
        label.fontMetrics().lineSpacing() * lines + 2
    )
    label.set_whole("Мост")
    assert label.text() == "Мост"
