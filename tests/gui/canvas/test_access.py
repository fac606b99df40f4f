"""What a screen reader hears of the canvas: its text by letter, word and line, its selection, its items."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.model import Range
from gui.canvas.mirror import AROUND, SPARE
from gui.canvas.page import ArticlePage
from gui.look.text_look import Look
from tests.gui.hearing import mirrored, reader, said, text_of
from tests.gui.view_helpers import TEXT, click, key, shown, span

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def _listening(qapp: QApplication) -> Iterator[None]:
    with reader():
        yield


def press(code: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, code, modifiers)
    QApplication.processEvents()


def line_of(view: ArticlePage) -> str:
    """Return the line that a reader finds around the caret."""
    assert view.mirror is not None
    cursor = view.mirror.textCursor()
    cursor.select(QTextCursor.SelectionType.LineUnderCursor)
    return cursor.selectedText()


@pytest.mark.usefixtures("_listening")
def test_the_canvas_has_a_text_interface_with_the_article_and_its_caret(qtbot: object) -> None:
    view = shown(qtbot)
    assert QApplication.focusWidget() is view.mirror
    assert view.hasFocus()
    text = text_of(view)
    assert text.text(0, text.characterCount()) == TEXT
    assert mirrored(view).text(QAccessible.Text.Name) == "Article: Мост"
    assert mirrored(view).state().readOnly
    press(Qt.Key.Key_Right)
    assert (view.caret, text.cursorPosition()) == (1, 1)
    press(Qt.Key.Key_Right, CTRL | SHIFT)
    assert view.selection == Range(1, 5)
    assert text.selectionCount() == 1
    press(Qt.Key.Key_End, CTRL)
    assert text.selectionCount() == 0
    assert text.cursorPosition() == text.characterCount()


@pytest.mark.usefixtures("_listening")
def test_lines_are_read_as_they_are_seen(qtbot: object) -> None:
    view = shown(qtbot, look=Look(animate=False, columns=30))
    for _ in range(12):
        line = view.line_range(view.caret)
        assert line_of(view).rstrip() == TEXT[line.start : line.end].rstrip()
        press(Qt.Key.Key_Down)
    view.set_look(Look(animate=False, columns=44, size=17.0))
    line = view.line_range(view.caret)
    assert line_of(view).rstrip() == TEXT[line.start : line.end].rstrip()


@pytest.mark.usefixtures("_listening")
def test_a_sign_outside_the_basic_plane_shifts_nothing(qtbot: object) -> None:
    view = shown(qtbot)
    after = span("всё")
    view.set_selection(after)
    assert view.mirror is not None
    assert view.mirror.textCursor().selectedText() == "всё"


@pytest.mark.usefixtures("_listening")
def test_characters_that_qt_would_drop_keep_their_room(qtbot: object) -> None:
    text = "раз\rдва\u2029три\ud800 четыре"
    view = shown(qtbot, text)
    view.set_selection(span("четыре", text))
    assert view.mirror is not None
    assert view.mirror.textCursor().selectedText() == "четыре"


@pytest.mark.usefixtures("_listening")
def test_a_long_article_is_mirrored_around_the_caret(qtbot: object) -> None:
    text = "".join(f"Абзац {number} говорит о мосте и о дороге.\n" for number in range(6000))
    view = shown(qtbot, text)
    assert view.mirror is not None
    assert len(view.mirror.document().toPlainText()) < 2 * AROUND
    first = view.mirror.document()
    view.set_selection(Range(1000, 1005))
    assert view.mirror.document() is first
    at = text.index("3000")
    view.set_selection(Range(at, at + 4))
    held = view.mirror.span
    assert held.start + SPARE < at < held.end - SPARE
    assert view.mirror.textCursor().selectedText() == "3000"
    view.select(0, len(text))
    assert view.mirror.textCursor().selectionStart() == 0
    assert view.mirror.textCursor().position() == len(view.mirror.document().toPlainText())


@pytest.mark.usefixtures("_listening")
def test_a_selected_item_says_what_it_is_its_state_and_its_speaker(qtbot: object) -> None:
    view = shown(qtbot)
    view.select_item("q1")
    assert said() == (
        "Direct quotation, accepted. Speaker: Глеб Ершов. «Мост откроют в мае … и не позже». Cue: сказал."
    )
    view.select_item("q2")
    assert said().startswith("Indirect quotation, proposal, unsure. Speaker not told. совет назвал")
    assert view.caret == span("совет").start


@pytest.mark.usefixtures("_listening")
def test_the_caret_says_which_items_begin_and_end(qtbot: object) -> None:
    view = shown(qtbot)
    start = span("Глеб Ершов").start
    view.set_selection(None)
    view.select(start - 1, start - 1)
    assert said() == "end: Direct quotation."
    press(Qt.Key.Key_Right)
    assert said() == "Person, proposal."
    press(Qt.Key.Key_End)
    assert said() == "end: Person; Direct quotation, accepted."


@pytest.mark.usefixtures("_listening")
def test_the_text_is_not_redrawn_and_no_key_is_taken_by_the_mirror(qtbot: object) -> None:
    view = shown(qtbot)
    before = view.grab().toImage()
    assert view.mirror is not None
    view.mirror.hide()
    assert view.grab().toImage() == before
    view.mirror.show()
    view.mirror.setFocus()
    press(Qt.Key.Key_A, CTRL)
    assert view.selection == Range(0, len(TEXT))
    press(Qt.Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == TEXT
    press(Qt.Key.Key_Escape)
    assert view.selection is None


@pytest.mark.usefixtures("_listening")
def test_the_menu_key_opens_the_canvas_menu_at_the_caret(qtbot: object) -> None:
    view = shown(qtbot)
    view.set_selection(span("откроют"))
    asked: list[int] = []
    view.context_requested.connect(lambda point, offset: asked.append(offset))
    assert view.mirror is not None
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), view.mirror.mapToGlobal(QPoint(1, 1)))
    QApplication.sendEvent(view.mirror, event)
    assert asked == [span("откроют").end]


@pytest.mark.usefixtures("_listening")
def test_a_click_goes_through_the_mirror(qtbot: object) -> None:
    view = shown(qtbot)
    at = span("откроют").start
    click(view, at + 2)
    assert view.hasFocus()
    assert view.mirror is not None
    on_it = view.mirror.mapTo(view, view.mirror.rect().center())
    assert view.childAt(on_it) is view.viewport()


def test_nothing_is_mirrored_while_nobody_listens(qtbot: object) -> None:
    QAccessible.setActive(False)
    view = shown(qtbot)
    key(view, Qt.Key.Key_Right)
    view.select_item("q1")
    QApplication.processEvents()
    assert view.mirror is None
    assert QApplication.focusWidget() is view
    assert view.accessibleDescription() == ""


def test_a_reader_that_comes_later_is_answered_at_the_next_key(qtbot: object) -> None:
    QAccessible.setActive(False)
    view = shown(qtbot)
    with reader():
        key(view, Qt.Key.Key_Right)
        assert QApplication.focusWidget() is view.mirror
        assert text_of(view).cursorPosition() == 1
