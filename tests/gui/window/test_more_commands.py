"""The annotator's keys in the window: one key for content, source and navigation; find, checks, history, labels."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.model import Form, Quotation, Range, State
from gui.commands.own_keys import letters
from gui.commands.shortcuts import ShortcutsDialog
from gui.inspector.actor_dialog import ActorDialog
from gui.marking.accept import AcceptDialog
from gui.marking.find_bar import FindBar
from gui.marking.labels import KEY, LIGHT, RUSSIAN, LabelsDialog
from gui.marking.occurrences_dialog import OccurrencesDialog
from gui.window.main_window import MainWindow
from tests.gui.view_helpers import TEXT, click, drag, gap, span
from tests.gui.waiting import until, wait_idle
from tests.gui.window_helpers import OTHER, accept_what_is_open, click_on, press, select, type_russian, type_words

CTRL = Qt.KeyboardModifier.ControlModifier


def quotation(window: MainWindow) -> Quotation:
    found = window.session.quotation
    assert found is not None
    return found


def content(window: MainWindow) -> list[str]:
    return [window.view.text[slice(*part)] for part in quotation(window).ranges]


def speaker(window: MainWindow) -> str | None:
    assert window.session.layer is not None
    actor = window.session.layer.actor(quotation(window).speaker)
    return actor.name if actor is not None else None


def key(window: MainWindow, code: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or window.view, code, modifiers)
    QApplication.processEvents()


# -- content ----------------------------------------------------------------------------------------------------------


def test_a_form_key_at_the_caret_marks_the_quoted_words_with_frame_and_speaker(window: MainWindow) -> None:
    window.desk.open_article("zavod")
    click_on(window, "ждали")
    press(window, "D")
    assert content(window) == ["«Мы ждали этого 12 лет 🎉»"]
    text = window.view.text
    assert text[slice(*(quotation(window).cue or (0, 0)))] == "добавила"
    assert text[slice(*(quotation(window).mention or (0, 0)))] == "она"
    click_on(window, "откроют")
    press(window, "I")
    assert content(window) == ["Завод в Лужске откроют осенью"]
    assert speaker(window) == "Инна Белова"


def test_the_authors_words_are_left_out_and_taken_in(window: MainWindow) -> None:
    window.session.select("q1")
    press(window, "Shift+J")
    assert len(quotation(window).ranges) == 1
    press(window, "Shift+A")
    assert content(window) == ["«Мост откроют в мае", "и не позже»"]
    assert quotation(window).id == "q1"


def test_marks_and_end_punctuation_have_a_key_each(window: MainWindow) -> None:
    window.session.select("q3")
    key(window, Qt.Key.Key_Apostrophe)
    assert content(window) == ["ошибкой"]
    key(window, Qt.Key.Key_Apostrophe)
    assert content(window) == ["«ошибкой»"]
    key(window, Qt.Key.Key_Period)
    assert content(window) == ["«ошибкой»."]
    key(window, Qt.Key.Key_Comma)
    assert content(window) == ["«ошибкой»"]


def test_reaching_to_marks_clause_and_sentence(window: MainWindow) -> None:
    window.session.select("q3")
    press(window, "Shift+T")
    assert content(window) == ["По словам Анны Лисиной, совет назвал проект «ошибкой»."[:-1]]
    press(window, "Shift+L")
    window.session.select("q1")
    press(window, "Shift+Q")
    assert content(window) == ["«Мост откроют в мае", "и не позже»"]


def test_letters_are_physical_keys_under_the_russian_layout(window: MainWindow) -> None:
    window.session.select("q1")
    type_russian(window.view, "о", Qt.KeyboardModifier.ShiftModifier)  # J
    assert len(quotation(window).ranges) == 1
    type_russian(window.view, "ф", Qt.KeyboardModifier.ShiftModifier)  # A
    assert len(quotation(window).ranges) == 2


# -- source -----------------------------------------------------------------------------------------------------------


def test_ctrl_drag_sets_cue_or_mention_by_what_the_words_are(window: MainWindow) -> None:
    window.session.select("q2")
    view = window.view
    for words, part in (("назвал", "cue"), ("проект", "mention")):
        found = span(words)
        drag(view, gap(view, found.start), gap(view, found.end, before=True), CTRL)
        QApplication.processEvents()
        assert getattr(quotation(window), part) == found
    assert view.selection is None


def test_a_digit_with_shift_sets_the_speaker_and_goes_on(window: MainWindow) -> None:
    window.session.select("q2")
    key(window, Qt.Key.Key_1, Qt.KeyboardModifier.ShiftModifier)
    assert window.session.layer is not None
    actor = window.session.layer.actor(window.session.layer.quotation("q2").speaker)
    assert actor is not None
    assert actor.name == "Анна Лисина"
    assert window.session.selected == "e1"


def test_selected_words_name_the_speaker_and_lengthen_the_name(window: MainWindow) -> None:
    window.session.select("q3")
    select(window, "совет")
    key(window, Qt.Key.Key_Equal)
    assert speaker(window) == "совет"
    select(window, "Анны Лисиной")
    key(window, Qt.Key.Key_Equal, Qt.KeyboardModifier.ShiftModifier)
    assert speaker(window) == "совет Анны Лисиной"


def test_a_name_is_completed_while_it_is_typed(window: MainWindow) -> None:
    window.session.select("q3")
    press(window, "W")
    type_words(window.inspector.speaker_box.field, "пре")
    press(window, "Down", "Return")
    assert speaker(window) is not None
    assert (speaker(window) or "").startswith("пресс-секретарь") or speaker(window) == "Глеб Ершов"


def test_renaming_asks_without_stopping_the_window(window: MainWindow) -> None:
    window.session.select("q1")
    press(window, "F2")
    dialog = window.findChild(ActorDialog)
    assert dialog is not None
    dialog.name.setText("  Глеб Петрович Ершов ")
    dialog.accept()
    QApplication.processEvents()
    assert speaker(window) == "Глеб Петрович Ершов"


def test_all_mentions_of_an_actor_are_lit(window: MainWindow) -> None:
    window.session.select("q1")
    press(window, "H")
    assert window.view.lit == {"q1"}
    window.session.select("e1")
    press(window, "H")
    assert "q1" not in window.view.lit


# -- navigation --------------------------------------------------------------------------------------------------------


def test_navigation_leaves_entities_out_on_demand(window: MainWindow) -> None:
    press(window, "Tab")
    assert window.session.selected == "e1"
    press(window, "V", "Tab")
    assert window.session.selected == "q2"
    press(window, "V")
    assert window.settings.values.stops == "entities"
    press(window, "V")
    assert window.settings.values.stops == "all"


def test_all_of_a_kind_are_accepted_as_one_act(window: MainWindow) -> None:
    window.session.select("e1")
    press(window, "Shift+Return")
    assert window.session.layer is not None
    assert window.session.layer.items["e1"].state is State.ACCEPTED  # type: ignore[union-attr]
    assert window.session.layer.quotation("q2").state is State.AUTO
    press(window, "Ctrl+Z")
    assert window.session.layer.items["e1"].state is State.AUTO  # type: ignore[union-attr]


def test_many_are_chosen_by_kind_and_score(window: MainWindow) -> None:
    assert window.session.layer is not None
    waiting = [item for item in window.session.layer.annotations() if item.state is State.AUTO]
    dialog = AcceptDialog(window.desk, waiting, window.view.visible_range())
    dialog.least.setValue(0)
    assert [item.id for item in dialog.chosen()] == ["q2"]
    dialog.kinds["PER"].setChecked(True)
    assert len(dialog.chosen()) == 2
    dialog.least.setValue(50)
    assert dialog.chosen() == []
    assert not dialog.go.isEnabled()


def test_done_opens_the_next_article_at_its_first_open_item(window: MainWindow) -> None:
    window.desk.open_article("zavod")
    window.desk.open_article("most")
    window.session.select(None)
    press(window, "Ctrl+Shift+Return")
    accept_what_is_open()
    assert window.session.article is not None
    assert window.session.article.id == "zavod"
    assert window.session.selected is None


# -- find, checks, history ---------------------------------------------------------------------------------------------


def search(bar: FindBar) -> None:
    """Search for what the field says, and wait for the hits."""
    bar.search()
    until(lambda: not bar.searching, "the hits")


def test_find_goes_from_hit_to_hit_in_any_case_form(window: MainWindow) -> None:
    press(window, "Ctrl+F")
    bar = window.commands.panels.find_bar
    assert bar.field.hasFocus()
    type_words(bar.field, "мост")
    search(bar)
    assert bar.count.text() == "1 of 1"
    bar.field.setText("и")
    bar.way.setCurrentIndex(1)
    search(bar)
    assert bar.count.text().startswith("1 of ")
    key(window, Qt.Key.Key_Return)
    assert bar.count.text().startswith("2 of ")
    key(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text().startswith("1 of ")
    bar.way.setCurrentIndex(2)
    bar.field.setText("(")
    search(bar)
    assert "not valid" in bar.count.toolTip()
    bar.field.setText("нет такого")
    search(bar)
    assert bar.count.text() == "No hits"
    bar.field.setText("ремонт")
    search(bar)
    key(window, Qt.Key.Key_Escape)
    assert window.view.selection == span("ремонт")
    assert window.view.hasFocus()
    assert bar.isHidden()


def test_what_is_typed_next_ends_a_search_and_an_endless_one_is_told(window: MainWindow) -> None:
    press(window, "Ctrl+F")
    bar = window.commands.panels.find_bar
    bar.way.setCurrentIndex(2)
    bar.field.setText(r"(\w+\s?)+Ж{7}$")
    bar.search()
    bar.field.setText("ремонт")
    assert not bar.searching
    search(bar)
    assert bar.count.text() == "1 of 1"
    bar.field.setText(r"(?:[^Ы]|[^Ы][^Ы])+[0-9]$")
    bar.search()
    if bar.searching:
        assert bar.count.text() == "Searching…"
        press(window, "Return", "Shift+Return")
        assert window.view.found_current is None
    until(lambda: not bar.searching, "the end of the search")
    assert "Make it simpler" in bar.count.toolTip()


def test_a_check_is_shown_gone_to_and_fixed_by_keys(window: MainWindow) -> None:
    window.session.select("q3")
    for _ in range(2):
        key(window, Qt.Key.Key_BracketLeft, CTRL)
    window.session.select(None)
    press(window, "F4")
    panel = window.commands.panels.checks_panel
    assert panel.list.hasFocus()
    codes = [issue.code for issue in panel.model.values]  # type: ignore[attr-defined]
    at = codes.index("edge-in-word")
    panel.put(at)
    key(window, Qt.Key.Key_Return)
    assert window.session.selected == "q3"
    panel.list.setFocus()
    key(window, Qt.Key.Key_M)
    assert "edge-in-word" not in [issue.code for issue in panel.model.values]  # type: ignore[attr-defined]
    key(window, Qt.Key.Key_Escape)
    assert window.view.hasFocus()
    press(window, "F4")
    press(window, "F4")
    assert panel.isHidden()


def test_all_fixes_leave_nothing_that_could_be_fixed(window: MainWindow) -> None:
    window.session.select("q3")
    key(window, Qt.Key.Key_BracketLeft, CTRL)
    press(window, "F4")
    panel = window.commands.panels.checks_panel
    panel.do_all()
    assert [issue for issue in panel.model.values if issue.fix] == []  # type: ignore[attr-defined]


def test_a_large_article_is_checked_beside_the_window(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gui.drawer.checks.LARGE", 0)
    press(window, "F4")
    panel = window.commands.panels.checks_panel
    until(lambda: panel.model.rowCount() > 0, "what the checks found")
    assert str(panel.model.rowCount()) in panel.count.text()


def test_the_history_tells_in_words_and_leads_back(window: MainWindow) -> None:
    window.session.select("q2")
    press(window, "D")
    window.session.select("q2")
    press(window, "1")
    press(window, "Ctrl+Z")
    press(window, "Ctrl+H")
    panel = window.commands.panels.history_panel
    rows = [panel.model.index(row).data() for row in range(panel.model.rowCount())]
    assert rows[0].startswith("Taken back: new actor «Анна Лисина»")
    assert rows[2].startswith("Form of «совет назвал проект «ошибкой»» set to direct") or "set to direct" in rows[2]
    before = window.session.layer
    assert before is not None
    panel.put(1)
    panel.do(1)
    assert speaker(window) == "Анна Лисина"
    window.focus_text()
    press(window, "Ctrl+Z")
    assert window.session.layer == before


# -- dialogs ----------------------------------------------------------------------------------------------------------


def test_every_occurrence_is_marked_here_and_in_the_project(window: MainWindow) -> None:
    dialog = OccurrencesDialog(window.desk, "Лужск", "LOC", None)
    assert dialog.ticked() == []
    dialog.everywhere.setChecked(True)
    until(lambda: len(dialog.ticked()) == 1, "the occurrence in the other article")
    wait_idle(window)
    assert window.session.project is not None
    dialog.mark()
    wait_idle(window)
    other = window.session.project.layer("zavod", "vera")
    assert other is not None
    assert [OTHER[slice(*entity.range)] for entity in other.entities()] == ["Лужске"]


def test_occurrences_in_the_article_are_one_undo_step(window: MainWindow) -> None:
    window.session.select("e1")
    dialog = OccurrencesDialog(window.desk, "Ершов", "ORG", None)
    assert [place.range for place in dialog.ticked()] == [span("Ершов")]
    dialog.mark()
    assert window.session.layer is not None
    assert any(entity.label == "ORG" for entity in window.session.layer.entities())
    press(window, "Ctrl+Z")
    assert not any(entity.label == "ORG" for entity in window.session.layer.entities())


def test_a_label_is_added_named_and_given_a_key(window: MainWindow) -> None:
    assert window.session.project is not None
    dialog = LabelsDialog(window.desk, frozenset(window.session.project.labels_used()), letters(window.settings))
    dialog.add_label()
    row = dialog.table.rowCount() - 1
    dialog._cell(row, 0).setText("TITLE")
    dialog._cell(row, RUSSIAN).setText("Должность")
    assert dialog._cell(row, KEY).text() == "4"
    dialog.save()
    window.desk.labels_changed.emit()
    label = window.session.project.schema.label("TITLE")
    assert label is not None
    assert label.names["ru"] == "Должность"
    select(window, "пресс-секретарь")
    press(window, "4")
    assert window.session.entity is not None
    assert window.session.entity.label == "TITLE"


def test_labels_that_do_not_hold_cannot_be_saved_and_used_ones_stay(window: MainWindow) -> None:
    dialog = LabelsDialog(window.desk, frozenset(("PER",)), letters(window.settings))
    dialog._cell(1, KEY).setText("1")
    assert "same key" in dialog.said.text()
    dialog._cell(1, KEY).setText("2")
    dialog._cell(1, LIGHT).setText("#eeeeee")
    assert "4.5:1" in dialog.said.text()
    dialog._cell(1, LIGHT).setText(dialog._cell(2, LIGHT).text())
    assert "look alike" in dialog.said.text()
    dialog.table.setCurrentCell(0, 0)
    dialog.remove_label()
    assert dialog.table.rowCount() == 3
    dialog.table.setCurrentCell(2, 0)
    dialog.remove_label()
    assert dialog.table.rowCount() == 2


def test_a_shortcut_moves_only_when_it_is_asked_for_twice(window: MainWindow) -> None:
    dialog = ShortcutsDialog(window.desk)
    rows = {dialog.table.topLevelItem(n).data(0, int(Qt.ItemDataRole.UserRole)): n  # type: ignore[union-attr]
            for n in range(dialog.table.topLevelItemCount())}  # fmt: skip
    dialog.table.setCurrentItem(dialog.table.topLevelItem(rows["unsure"]))  # type: ignore[arg-type]
    dialog.press.setChecked(True)
    QTest.keyClick(dialog.press, Qt.Key.Key_D)
    assert "belongs to" in dialog.said.text()
    assert window.commands.actions["unsure"].shortcut().toString() == "U"
    QTest.keyClick(dialog.press, Qt.Key.Key_D)
    assert window.commands.actions["unsure"].shortcut().toString() == "D"
    assert window.commands.actions["direct"].shortcut().isEmpty()
    dialog._all_back()
    assert window.commands.actions["direct"].shortcut().toString() == "D"
    assert window.settings.values.shortcuts == {}
    dialog.filter.setText("неизвестно")
    assert all(dialog.table.topLevelItem(n).isHidden() for n in range(dialog.table.topLevelItemCount()))  # type: ignore[union-attr]


@pytest.mark.parametrize("form", list(Form))
def test_policy_holds_for_what_is_selected_carelessly(window: MainWindow, form: Form) -> None:
    window.session.select(None)
    select(window, "что ремонт идёт.")
    press(window, {Form.DIRECT: "D", Form.INDIRECT: "I", Form.MIXED: "M"}[form])
    expected = "что ремонт идёт." if form is Form.DIRECT else "что ремонт идёт"
    assert content(window) == [expected]
    assert quotation(window).ranges[0] == Range(TEXT.index("что ремонт"), TEXT.index("что ремонт") + len(expected))


def test_a_click_in_a_range_and_x_take_that_range_away(window: MainWindow) -> None:
    window.session.select("q1")
    click(window.view, span("не позже").start + 1)
    QApplication.processEvents()
    press(window, "X")
    assert content(window) == ["«Мост откроют в мае"]
