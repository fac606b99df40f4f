"""The main job by mouse and keyboard: every edit is on disk at once, and there again after a restart."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.model import Entity, Form, Quotation, Range, State, Status
from core.store import Project
from gui.app import make_window
from gui.desk.settings import Settings
from gui.window.main_window import MainWindow
from tests.gui.view_helpers import drag, gap, span
from tests.gui.waiting import glided
from tests.gui.window_helpers import accept_what_is_open, click_on, press, select, stored, type_words


def quotation(window: MainWindow) -> Quotation:
    found = window.session.quotation
    assert found is not None
    return found


def test_opening_shows_the_proposals_and_writes_nothing(window: MainWindow) -> None:
    assert window.session.article is not None
    assert window.session.article.id == "most"
    assert window.view.text == window.session.article.text
    assert stored(window) is None
    assert window.header.count.text() == "3 / 5"


def test_a_quotation_made_by_hand_from_nothing(window: MainWindow) -> None:
    window.desk.open_article("zavod")
    select(window, "«Мы ждали этого 12 лет 🎉»")
    press(window, "D")
    assert quotation(window).form is Form.DIRECT
    select(window, "добавила")
    press(window, "C")
    select(window, "она")
    press(window, "S")
    press(window, "W")
    type_words(window.inspector.speaker_box.field, "Инна Белова")
    press(window, "Return")
    made = quotation(window)
    text = window.view.text
    assert [text[slice(*part)] for part in made.ranges] == ["«Мы ждали этого 12 лет 🎉»"]
    assert text[slice(*(made.cue or (0, 0)))] == "добавила"
    assert text[slice(*(made.mention or (0, 0)))] == "она"
    layer = stored(window, "zavod")
    assert layer == window.session.layer
    assert layer is not None
    actor = layer.actor(made.speaker)
    assert actor is not None
    assert actor.name == "Инна Белова"
    assert layer.head.status is Status.IN_PROGRESS
    assert window.view.hasFocus()


def test_accepting_and_rejecting_while_navigating(window: MainWindow) -> None:
    press(window, "Tab")
    assert window.session.selected == "e1"
    press(window, "Return")
    assert window.session.selected == "q2"
    layer = stored(window)
    assert layer is not None
    assert layer.items["e1"].state is State.ACCEPTED  # type: ignore[union-attr]
    press(window, "Delete")
    layer = stored(window)
    assert layer is not None
    assert layer.items["q2"].state is State.REJECTED  # type: ignore[union-attr]
    assert window.header.count.text() == "5 / 5"
    press(window, "Ctrl+Z", "Ctrl+Z")
    assert window.session.layer is not None
    assert window.session.layer.items["e1"].state is State.AUTO  # type: ignore[union-attr]
    press(window, "Ctrl+Shift+Z")
    assert window.session.layer.items["e1"].state is State.ACCEPTED  # type: ignore[union-attr]


def test_shift_tab_goes_back(window: MainWindow) -> None:
    press(window, "Shift+Backtab")
    assert window.session.selected == "q2"
    press(window, "Shift+Backtab")
    assert window.session.selected == "e1"


def test_form_label_and_flag_by_one_key(window: MainWindow) -> None:
    window.session.select("q1")
    press(window, "M")
    assert quotation(window).form is Form.MIXED
    assert quotation(window).state is State.CORRECTED
    press(window, "U")
    assert quotation(window).flags == ("unsure",)
    click_on(window, "Ершов")
    entity = window.session.entity
    assert entity is not None
    press(window, "2")
    changed = window.session.entity
    assert changed is not None
    assert (changed.id, changed.label) == (entity.id, "ORG")


def test_a_digit_sets_the_speaker(window: MainWindow) -> None:
    window.session.select("q2")
    window.inspector.refresh()
    names = [one.actor.name for one in window.inspector.candidates]
    press(window, str(names.index("Глеб Ершов") + 1))
    assert quotation(window).speaker == "a1"
    press(window, "0")
    assert quotation(window).speaker is None


def test_a_digit_right_after_another_selection_means_the_new_one(window: MainWindow) -> None:
    window.session.select("q1")
    window.session.select("q2")
    QTest.keyClick(window.view, Qt.Key.Key_1)
    assert window.session.selected == "q2"
    assert window.session.layer is not None
    assert quotation(window).speaker is not None
    assert window.session.layer.quotation("q1").speaker == "a1"


def test_ranges_are_added_and_taken_away(window: MainWindow) -> None:
    window.session.select("q2")
    added = select(window, "ремонт идёт")
    press(window, "A")
    assert quotation(window).ranges == (added, span("совет назвал проект «ошибкой»"))
    window.view.set_selection(added)
    press(window, "X")
    assert quotation(window).ranges == (span("совет назвал проект «ошибкой»"),)
    select(window, "проект")
    press(window, "X")
    assert len(quotation(window).ranges) == 2


def test_the_last_range_stays_and_the_window_says_so(window: MainWindow) -> None:
    window.session.select("q2")
    before = quotation(window)
    window.view.set_selection(before.ranges[0])
    press(window, "X")
    assert quotation(window) == before
    assert "at least one range" in window.statusBar().currentMessage()


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("[", ", совет назвал проект «ошибкой»"),
        ("Shift+[", "назвал проект «ошибкой»"),
        ("]", "совет назвал проект «ошибкой»."),
        ("Shift+]", "совет назвал проект «ошибкой"),
        ("Ctrl+[", " совет назвал проект «ошибкой»"),
        ("Ctrl+Shift+[", "овет назвал проект «ошибкой»"),
        ("Ctrl+]", "совет назвал проект «ошибкой»."),
        ("Ctrl+Shift+]", "совет назвал проект «ошибкой"),
    ],
)
def test_edges_move_by_word_and_by_character(window: MainWindow, keys: str, words: str) -> None:
    window.session.select("q2")
    press(window, keys)
    assert quotation(window).id == "q2"
    assert [window.view.text[slice(*part)] for part in quotation(window).ranges] == [words]


def test_edges_of_the_clicked_part_move(window: MainWindow) -> None:
    window.session.select("q1")
    window.session.select("q1", window.session.part_at("q1", "mention", span("пресс-секретарь").start))
    press(window, "Shift+[")
    assert quotation(window).mention == span("Глеб Ершов")
    press(window, "Shift+[")
    assert quotation(window).mention == span("Ершов")


def test_dragging_an_edge_keeps_id_links_and_note(window: MainWindow) -> None:
    window.session.select("q2")
    glided(window.view)
    before = quotation(window)
    old = before.ranges[0]
    new = span("назвал проект").start
    from gui.canvas.selected import handles

    knob = next(one for one in handles(window.view) if one.at_start and one.mark.range == old)
    drag(window.view, knob.knob.toPoint(), gap(window.view, new))
    after = quotation(window)
    assert after.ranges == (Range(new, old.end),)
    assert (after.id, after.cue, after.mention) == (before.id, before.cue, before.mention)
    assert stored(window) == window.session.layer


def test_a_name_clicked_with_ctrl_becomes_mention_and_speaker(window: MainWindow) -> None:
    window.session.select("q2")
    click_on(window, "Ершов", modifiers=Qt.KeyboardModifier.ControlModifier)
    changed = quotation(window)
    assert changed.mention is not None
    assert changed.mention.end == span("Глеб Ершов").end
    assert changed.speaker == "a1"


def test_nested_quotation_finds_its_parent(window: MainWindow) -> None:
    select(window, "проект")
    press(window, "M")
    made = quotation(window)
    assert made.parent == "q2"
    press(window, "P")
    assert quotation(window).parent is None
    press(window, "P")
    assert quotation(window).parent == "q2"


def test_an_entity_is_labelled_and_finds_its_actor(window: MainWindow) -> None:
    select(window, "Анны Лисиной")
    press(window, "1")
    entity = window.session.entity
    assert entity is not None
    assert (entity.label, entity.range) == ("PER", span("Анны Лисиной"))
    assert isinstance((stored(window) or window.session.layer).items[entity.id], Entity)  # type: ignore[union-attr]


def test_deleting_own_work_and_undo_brings_it_back_whole(window: MainWindow) -> None:
    select(window, "ремонт идёт")
    press(window, "I")
    select(window, "добавил")
    press(window, "C")
    made = quotation(window)
    press(window, "Delete")
    assert window.session.layer is not None
    assert made.id not in window.session.layer.items
    press(window, "Ctrl+Z")
    assert window.session.layer.items[made.id] == made


def test_everything_is_there_again_after_a_restart(window: MainWindow, project_path: Path, settings: Settings) -> None:
    window.session.select("q2")
    press(window, "D", "U")
    window.desk.open_article("zavod")
    select(window, "Инна Белова")
    press(window, "1")
    before = window.session.layer
    window.close()
    again = make_window(settings)
    try:
        assert again.desk.open_project(project_path)
        assert again.session.layer == before
        again.desk.open_article("most")
        again.show()
        again.session.undo()
        again.session.undo()
        changed = again.session.layer
        assert changed is not None
        assert changed.quotation("q2").form is Form.INDIRECT
        assert changed.quotation("q2").flags == ("unsure",)
        again.session.redo()
        assert again.session.layer is not None
        assert again.session.layer.quotation("q2").form is Form.DIRECT
    finally:
        again.close()


def test_undo_stops_at_the_beginning(window: MainWindow) -> None:
    window.session.select("q2")
    press(window, "D")
    press(window, "Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert window.session.layer is not None
    assert window.session.layer.quotation("q2").form is Form.INDIRECT
    assert not window.commands.actions["undo"].isEnabled()


def test_status_done_goes_on_to_the_next_article(window: MainWindow) -> None:
    press(window, "Ctrl+Shift+Return")
    accept_what_is_open()
    layer = stored(window)
    assert layer is not None
    assert layer.head.status is Status.DONE
    assert window.session.article is not None
    assert window.session.article.id == "zavod"


def test_a_note_is_written_when_its_writer_leaves(window: MainWindow) -> None:
    window.session.select("q2")
    press(window, "Ctrl+M")
    QTest.keyClicks(window.inspector.quotation.note, "why so")
    press(window, "Escape")
    assert window.view.hasFocus()
    layer = stored(window)
    assert layer is not None
    assert layer.quotation("q2").note == "why so"


def test_a_note_goes_to_its_own_item_whatever_is_selected_next(window: MainWindow) -> None:
    window.session.select("q2")
    press(window, "Ctrl+M")
    QTest.keyClicks(window.inspector.quotation.note, "for two")
    window.session.select("q1")
    QApplication.processEvents()
    window.desk.open_article("zavod")
    layer = stored(window)
    assert layer is not None
    assert layer.quotation("q2").note == "for two"
    assert layer.quotation("q1").note == ""


def test_nothing_moves_while_items_change(window: MainWindow) -> None:
    window.session.select("q2")
    glided(window.view)
    before = window.view.visible_range()
    press(window, "D", "U", "]", "Ctrl+Z", "M")
    assert window.view.visible_range() == before


def test_another_program_sees_each_change_at_once(window: MainWindow, project_path: Path) -> None:
    window.session.select("q2")
    press(window, "D")
    with Project.open(project_path, "anna", read_only=True) as other:
        layer = other.layer("most", "vera")
        assert layer is not None
        assert layer.quotation("q2").form is Form.DIRECT
        assert [entry.edit.name for entry in other.history("most", "vera")] == ["start", "set-form"]
