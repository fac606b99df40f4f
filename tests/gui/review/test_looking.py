"""Looking at the layers of others: whose is shown is said, every gesture is answered, and nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.model import AUTO, GOLD, Range
from core.review.workflow import POLICY
from core.store import Project
from gui.commands.table import COMMANDS
from gui.window.context_menu import context_menu
from gui.window.main_window import MainWindow
from tests.gui.review_helpers import ANNA, make_review
from tests.gui.view_helpers import click
from tests.gui.window_helpers import click_on, press, select, stored, type_russian

SENTENCE = "You are looking at anna’s layer; nothing can be changed here."


@pytest.fixture
def looking(empty_window: MainWindow, tmp_path: Path) -> MainWindow:
    """Vera's window on two articles of anna and boris."""
    assert empty_window.desk.open_project(make_review(tmp_path / "r.citata", ("vera", ANNA[:5]), (AUTO, ANNA)))
    empty_window.activateWindow()
    empty_window.focus_text()
    QApplication.processEvents()
    return empty_window


def layers(window: MainWindow) -> list[str]:
    menu = window.header.layers.menu()
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions()]


def choose(window: MainWindow, name: str) -> None:
    layers(window)
    next(one for one in window.header.layers.menu().actions() if name in one.text()).trigger()
    QApplication.processEvents()


def written(window: MainWindow) -> list[tuple[str, str, int]]:
    """Return how long the log of every layer in the file is."""
    assert window.session.project is not None
    with Project.open(window.session.project.path, "reader", read_only=True) as project:
        return [
            (row.id, name, len(project.history(row.id, name)))
            for row in project.article_rows(AUTO)
            for name in project.layers_of(row.id)
        ]


def answer(window: MainWindow) -> str:
    said = window.statusBar().currentMessage()
    window.statusBar().clearMessage()
    return said


def test_the_header_lists_every_layer_with_its_status_and_shows_one(looking: MainWindow) -> None:
    assert layers(looking) == ["Mine (vera) · Done", "anna · Done", "boris · Done", "Proposals (auto) · Done"]
    assert looking.header.layers.text() == "Mine (vera)"
    bar = looking.commands.groups.layers.bar
    assert not bar.isVisible()
    choose(looking, "anna")
    assert looking.session.layer is not None
    assert looking.session.layer == stored(looking, annotator="anna")
    assert looking.header.layers.text() == "anna"
    assert bar.isVisible()
    assert bar.said.text() == SENTENCE
    assert looking.layer_label.text() == "Layer: anna · read only"
    bar.back.click()
    assert looking.session.layer == stored(looking)
    assert not bar.isVisible()
    assert looking.session.writable


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_keys_go_through_the_layers_and_escape_on_the_bar_comes_back(looking: MainWindow) -> None:
    seen = []
    for _ in range(4):
        press(looking, "Ctrl+Shift+F12")
        seen.append(looking.session.annotator)
    assert seen == ["anna", "boris", AUTO, "vera"]
    press(looking, "Ctrl+F12")
    menu = looking.header.layers.menu()
    assert menu.isVisible()
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert looking.session.annotator == "anna"
    back = looking.commands.groups.layers.bar.back
    back.setFocus()
    QTest.keyClick(back, Qt.Key.Key_Escape)
    assert looking.session.own


def test_every_key_that_edits_is_answered_and_writes_nothing(looking: MainWindow) -> None:
    before = written(looking)
    choose(looking, "anna")
    answer(looking)
    silent = []
    keys = sorted({key for one in COMMANDS if {"writable"} & set(one.needs) for key in one.keys if len(key) < 9})
    for key in keys:
        looking.session.select("q2")
        looking.focus_text()
        if "=" in key or "'" in key or "," in key or "." in key or "+" in key.removesuffix("+"):
            continue
        press(looking, key)
        if answer(looking) != SENTENCE:
            silent.append(key)
    assert silent == []
    press(looking, "Ctrl+Z")
    assert answer(looking) == SENTENCE
    type_russian(looking.view, "в")
    assert answer(looking) == SENTENCE
    press(looking, "Ctrl+Shift+Return")
    assert answer(looking) == SENTENCE
    assert QApplication.activeModalWidget() is None
    assert looking.session.layer == stored(looking, annotator="anna")
    assert written(looking) == before


def test_mouse_inspector_and_menus_are_answered_too(looking: MainWindow) -> None:
    before = written(looking)
    choose(looking, "anna")
    click_on(looking, "готовы")
    assert looking.session.selected == "q2"
    answer(looking)
    click_on(looking, "инженера", modifiers=Qt.KeyboardModifier.ControlModifier)
    assert answer(looking) == SENTENCE
    found = looking.session.part_at("q2", "content", looking.view.text.index("готовы"))
    assert found is not None
    looking.view.edge_dragged.emit("q2", found, Range(found.start, found.end + 1))
    assert answer(looking) == SENTENCE
    looking.inspector.refresh()
    accept = looking.inspector.quotation.settle.accept
    assert not accept.isEnabled()
    QTest.mouseClick(accept, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert answer(looking) == SENTENCE
    note = looking.inspector.quotation.note
    note.setFocus()
    QTest.keyClick(note, Qt.Key.Key_A)
    assert answer(looking) == SENTENCE
    looking.header.menu.aboutToShow.emit()
    looking.header.menu.actions()[0].trigger()
    assert answer(looking) == SENTENCE
    looking.focus_text()
    menu = context_menu(looking.commands, looking.session, looking.view)
    assert menu.actions()[0].text() == SENTENCE
    assert not {"accept", "reject", "speaker"} & {action.objectName() for action in menu.actions()}
    select(looking, "Зима близко")
    press(looking, "D")
    assert answer(looking) == SENTENCE
    assert written(looking) == before


def test_the_next_article_shows_the_same_person_and_says_where_there_is_no_layer(looking: MainWindow) -> None:
    choose(looking, "Proposals")
    press(looking, "Ctrl+PageDown")
    assert looking.session.article is not None
    assert looking.session.article.id == "tiho"
    bar = looking.commands.groups.layers.bar
    assert looking.session.annotator == AUTO
    assert bar.missing.isVisible()
    assert not bar.compare.isVisible()
    assert looking.session.layer is not None
    assert not looking.session.layer.items


def test_compare_with_mine_shows_the_differences_and_decides_nothing(looking: MainWindow) -> None:
    before = written(looking)
    choose(looking, "boris")
    looking.commands.groups.layers.bar.compare.click()
    QApplication.processEvents()
    review = looking.commands.review.review
    assert review.active
    assert review.annotators() == ["vera", "boris"]
    assert review.matches()
    assert looking.session.looking is None
    assert written(looking) == before
    press(looking, "F12")
    assert looking.session.own
    choose(looking, "Proposals")
    looking.commands.groups.layers.bar.compare.click()
    QApplication.processEvents()
    assert review.adjudication is not None
    assert review.adjudication.comparison.annotators == ("vera", AUTO)
    assert written(looking) == before


def test_who_may_not_see_a_layer_is_not_offered_it(looking: MainWindow) -> None:
    assert looking.session.project is not None
    looking.session.project.set_value(POLICY, {"blind": True, "reviewers": ["rita"]})
    assert layers(looking)[1:] == ["Proposals (auto) · Done"]


def test_picking_a_layer_leaves_a_review(looking: MainWindow) -> None:
    press(looking, "F12")
    assert looking.session.annotator == GOLD
    choose(looking, "anna")
    assert not looking.commands.review.review.active
    assert looking.session.looking == "anna"
    click(looking.view, 3)
