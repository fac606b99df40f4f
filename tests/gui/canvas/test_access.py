"""What is said to a screen reader."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from core.model import Range
from gui.canvas.access import spoken_item
from tests.gui.view_helpers import TEXT, key, shown, span


@pytest.fixture
def listening(qapp):
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.mark.usefixtures("listening")
def test_the_caret_says_letters_words_and_lines(qtbot):
    view = shown(qtbot)
    key(view, Qt.Key.Key_Right)
    assert view.accessibleDescription() == "М"
    key(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert view.accessibleDescription() == "Мост"
    key(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    key(view, Qt.Key.Key_Up)
    line = view.line_range(view.caret)
    assert view.accessibleDescription() == TEXT[line.start : line.end]


@pytest.mark.usefixtures("listening")
def test_a_selected_item_says_its_words_and_its_speaker(qtbot):
    view = shown(qtbot)
    view.select_item("q1")
    assert "«Мост откроют в мае … и не позже»" in view.accessibleDescription()
    assert "Глеб Ершов" in view.accessibleDescription()
    assert spoken_item(view.text, view.layer.get("e1"), None) == "PER: Глеб Ершов"


@pytest.mark.usefixtures("listening")
def test_a_long_selection_is_not_read_to_the_end(qtbot):
    view = shown(qtbot, "слово " * 400)
    view.set_selection(Range(0, 2400))
    assert len(view.accessibleDescription()) == 300


def test_nothing_is_said_while_nobody_listens(qtbot):
    view = shown(qtbot)
    QAccessible.setActive(False)
    before = view.accessibleDescription()
    view.set_selection(span("откроют"))
    assert view.accessibleDescription() == before
