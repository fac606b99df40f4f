"""The keyboard on the canvas, with real key events."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication

from core.model import Range
from tests.gui.view_helpers import TEXT, key, shown, span
from tests.gui.waiting import emits

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
K = Qt.Key


def test_right_and_left_go_letter_by_letter_over_paragraphs(qtbot):
    view = shown(qtbot, "аб\n\nв")
    seen = []
    for _ in range(6):
        seen.append(view.caret)
        key(view, K.Key_Right)
    assert seen == [0, 1, 2, 3, 4, 5]
    key(view, K.Key_Left, times=9)
    assert view.caret == 0


def test_the_caret_never_stands_inside_an_emoji_or_between_a_letter_and_its_accent(qtbot):
    view = shown(qtbot, "а😀и\u0306👨\u200d👩\u200d👧я")
    stops = [0]
    while view.caret < len(view.text):
        key(view, K.Key_Right)
        stops.append(view.caret)
    assert stops == [0, 1, 2, 4, 9, 10]
    back = [view.caret]
    while view.caret:
        key(view, K.Key_Left)
        back.append(view.caret)
    assert back == stops[::-1]


def test_ctrl_arrows_go_by_our_tokens(qtbot):
    view = shown(qtbot)
    view.set_selection(Range(span("сказал").start, span("сказал").start))
    key(view, K.Key_Right, CTRL)
    key(view, K.Key_Right, CTRL)
    assert view.caret == span("пресс-секретарь").end
    key(view, K.Key_Left, CTRL)
    assert view.caret == span("пресс-секретарь").start


def test_shift_extends_and_an_arrow_lets_the_selection_go_at_its_edge(qtbot):
    view = shown(qtbot)
    key(view, K.Key_Right)
    key(view, K.Key_Right, CTRL | SHIFT)
    assert view.selection == span("Мост")
    key(view, K.Key_Left)
    assert (view.selection, view.caret) == (None, 1)


def test_home_and_end_stay_on_the_line(qtbot):
    view = shown(qtbot, "слово " * 60, size=(520, 400))
    key(view, K.Key_Down)
    line = view.line_range(view.caret)
    assert line.start > 0
    key(view, K.Key_End)
    assert view.caret == line.end
    assert view.line_range(view.caret) == line
    key(view, K.Key_Home)
    assert view.caret == line.start


def test_ctrl_home_and_end_go_to_the_ends_of_the_text(qtbot):
    view = shown(qtbot)
    key(view, K.Key_End, CTRL)
    assert view.caret == len(TEXT)
    key(view, K.Key_Home, CTRL)
    assert view.caret == 0


def test_down_and_up_keep_the_column_over_short_lines(qtbot):
    view = shown(qtbot, "длинная строка здесь\nаб\nещё одна длинная строка")
    key(view, K.Key_Right, times=15)
    key(view, K.Key_Down)
    assert view.caret == len("длинная строка здесь\nаб")
    key(view, K.Key_Down)
    there = view.caret
    assert there > len("длинная строка здесь\nаб\n") + 10
    key(view, K.Key_Up, times=2)
    assert view.caret == 15


def test_ctrl_down_and_up_go_by_paragraphs(qtbot):
    view = shown(qtbot, "раз два\nтри\nчетыре")
    key(view, K.Key_Down, CTRL)
    assert view.caret == 8
    key(view, K.Key_Down, CTRL)
    assert view.caret == 12
    key(view, K.Key_Right)
    key(view, K.Key_Up, CTRL)
    assert view.caret == 12
    key(view, K.Key_Up, CTRL)
    assert view.caret == 8


def test_page_down_scrolls_and_takes_the_caret_along(qtbot):
    view = shown(qtbot, "\n".join(f"Абзац {n}" for n in range(300)), size=(700, 400))
    key(view, K.Key_PageDown, times=2)
    seen = view.visible_range()
    assert view.scroller.value > 500
    assert seen.start <= view.caret <= seen.end
    key(view, K.Key_PageUp, times=4)
    assert (view.scroller.value, view.caret) == (0, 0)


def test_the_window_follows_the_caret(qtbot):
    view = shown(qtbot, "\n".join(f"Абзац {n}" for n in range(200)), size=(700, 300))
    key(view, K.Key_Down, times=60)
    seen = view.visible_range()
    assert seen.start < view.caret <= seen.end


@pytest.mark.parametrize("code", [K.Key_C, 0x0421])
def test_copy_takes_the_canonical_text_under_both_layouts(qtbot, code):
    view = shown(qtbot, "до\u00a0мая 😀 «да»")
    view.set_selection(Range(0, 11))
    QApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyPress, code, CTRL))
    assert QGuiApplication.clipboard().text() == "до\u00a0мая 😀 «д"


@pytest.mark.parametrize("code", [K.Key_A, 0x0424])
def test_select_all_under_both_layouts(qtbot, code):
    view = shown(qtbot)
    QApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyPress, code, CTRL))
    assert view.selection == Range(0, len(TEXT))


def test_escape_lets_the_selection_go_and_is_then_the_windows(qtbot):
    view = shown(qtbot)
    view.set_selection(Range(2, 9))
    for ours in (True, False):
        event = QKeyEvent(QEvent.Type.KeyPress, K.Key_Escape, NONE)
        event.accept()
        QApplication.sendEvent(view, event)
        assert event.isAccepted() is ours
        assert view.selection is None


@pytest.mark.parametrize("code", [K.Key_Return, K.Key_Delete, K.Key_Q, K.Key_1, K.Key_F2, 0x0419])
def test_keys_that_are_not_ours_go_on_to_the_window(qtbot, code):
    view = shown(qtbot)
    event = QKeyEvent(QEvent.Type.KeyPress, code, NONE, "x")
    event.accept()
    QApplication.sendEvent(view, event)
    assert not event.isAccepted()
    assert (view.caret, view.text) == (0, TEXT)


@pytest.mark.parametrize("code", [K.Key_C, 0x0421, K.Key_A, 0x0424])
def test_with_shift_as_well_the_keys_of_copy_and_select_all_are_the_windows(qtbot, code):
    view = shown(qtbot)
    view.set_selection(Range(2, 9))
    QGuiApplication.clipboard().setText("before")
    event = QKeyEvent(QEvent.Type.KeyPress, code, CTRL | SHIFT)
    QApplication.sendEvent(view, event)
    assert not event.isAccepted()
    assert (view.selection, QGuiApplication.clipboard().text()) == (Range(2, 9), "before")


def test_alt_arrows_are_the_windows(qtbot):
    view = shown(qtbot)
    key(view, K.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert view.caret == 0


def test_the_menu_key_opens_the_menu_at_the_caret(qtbot):
    view = shown(qtbot)
    key(view, K.Key_Right, times=4)
    pad = view.viewport()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, pad.rect().center(), pad.mapToGlobal(pad.rect().center())
    )
    with emits(view.context_requested, "the request for the context menu") as caught:
        QApplication.sendEvent(pad, event)
    assert caught.args[1] == 4


def test_selection_changed_is_told_once_for_a_change_and_not_for_none(qtbot):
    view = shown(qtbot)
    told = []
    view.selection_changed.connect(lambda: told.append(view.selection))
    view.set_selection(Range(1, 5))
    view.set_selection(Range(1, 5))
    view.set_selection(None)
    assert told == [Range(1, 5), None]


@settings(max_examples=25)
@given(st.text(alphabet="абв «»—.\n\u00a0😀и\u0306", max_size=60), st.integers(0, 80))
def test_every_stop_of_the_caret_leads_back(qtbot, text, steps):
    view = shown(qtbot, text)
    forward = [0]
    for _ in range(steps):
        forward.append(view.next_gap(forward[-1]))
    assert forward == sorted(forward)
    assert all(0 <= stop <= len(text) for stop in forward)
    if forward[-1] == len(text):
        back = [len(text)]
        while back[-1]:
            back.append(view.previous_gap(back[-1]))
        assert set(back) == set(forward)


def test_a_selection_by_words_begins_with_a_word(qtbot):
    view = shown(qtbot)
    end = span("Мост").end
    view.select(end, end)
    key(view, Qt.Key.Key_Right, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert view.selection == span("откроют")
    start = span("откроют").start
    view.select(start, start)
    key(view, Qt.Key.Key_Left, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert view.selection == span("Мост")
    view.select(2, 2)
    key(view, Qt.Key.Key_Right, CTRL | Qt.KeyboardModifier.ShiftModifier, times=2)
    assert view.selection == Range(2, span("откроют").end)
