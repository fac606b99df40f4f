"""The page of doubles: sources of one name are proposed, merged or told apart by a person, and each is taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from core.model import ActorKind
from core.model.register import Source, add
from core.store import Links
from gui.register.window import RegisterWindow
from gui.window.main_window import MainWindow
from tests.gui.register import test_register
from tests.gui.register.test_register import _rows, choose, click, key, linked, names, opened, registers, settled

project_path = test_register.project_path


@pytest.fixture
def page(window: MainWindow, project_path: Path) -> RegisterWindow:
    """Open the register with Нина Белова in it twice, each heard in articles, and one Глеб Ершов."""
    reg = registers(window)
    for id_, name, articles in (("s_1", "Нина Белова", ["one"]), ("s_2", "Нина Белова", ["two", "three"]),
                                ("s_3", "Глеб Ершов", ["four"])):  # fmt: skip
        source = Source(id=id_, name=name, kind=ActorKind.PERSON)
        reg.change("accept-sources", add(source), [Links(one, "vera", ("a_1",), id_) for one in articles])
    window.session.rows_changed.emit()
    window.session.forget_acts()
    made = opened(window)
    assert made.tabs.tabText(2) == "Doubles (1)"
    made.tabs.setCurrentWidget(made.doubles)
    return made


def test_doubles_say_why_and_are_merged_by_keys_and_taken_back(window: MainWindow, page: RegisterWindow) -> None:
    tree = page.doubles.tree
    (row,) = _rows(tree)
    shown = [[one.text(at) for at in range(4)] for one in (row, row.child(0), row.child(1))]
    assert shown == [
        ["Нина Белова", "the same name: Нина Белова; called the same: мэр", "", "93 %"],
        ["Нина Белова", "person", "2", ""],
        ["Нина Белова", "person", "1", ""],
    ]
    assert not page.doubles.go.isEnabled()
    key(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(names(window)) == 3  # nothing is selected
    choose(tree, "Нина Белова")
    key(tree, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled(page)
    assert names(window) == ["Глеб Ершов", "Нина Белова"]
    assert registers(window).register().get("s_1").merged == "s_2"  # type: ignore[union-attr]
    assert list(linked(window).values()).count("Нина Белова") == 3
    assert (page.tabs.tabText(2), page.doubles.said.text()[:14]) == ("Doubles (0)", "No two sources")
    key(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled(page)
    assert len(names(window)) == 3


def test_two_of_one_name_are_told_apart_and_proposed_no_more(window: MainWindow, page: RegisterWindow) -> None:
    choose(page.doubles.tree, "Нина Белова")
    click(page.doubles.apart)
    settled(page)
    assert (_rows(page.doubles.tree), page.tabs.tabText(2)) == ([], "Doubles (0)")
    assert page.said.text() == "Tell sources of the register apart"
    assert len(names(window)) == 3
    key(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled(page)
    assert page.tabs.tabText(2) == "Doubles (1)"


def test_the_filter_narrows_and_a_source_is_shown_on_its_page(window: MainWindow, page: RegisterWindow) -> None:
    page.doubles.field.setText("ершов")
    assert _rows(page.doubles.tree) == []
    page.doubles.field.setText("нина")
    (row,) = _rows(page.doubles.tree)
    page.doubles.tree.setCurrentItem(row.child(1))
    assert page.doubles.show_source.isEnabled()
    key(page.doubles.tree, Qt.Key.Key_Return)
    settled(page)
    assert page.tabs.currentWidget() is page.sources
    assert page.sources.name.text() == "Нина Белова"
