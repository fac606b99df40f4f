"""Every shortcut under QWERTY and ЙЦУКЕН by physical key, with and without the native scan code."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.model import Form
from gui.commands.table import COMMANDS
from gui.look.keys import BY_SCAN, chord, chords, normal, physical_key
from gui.window.main_window import MainWindow
from tests.gui.window_helpers import type_russian

ROW = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбюё"
MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
    "Meta": Qt.KeyboardModifier.MetaModifier,
}
SCAN = {key: code + 8 for code, key in BY_SCAN.items()}
"""X keycodes, which are what Qt reports as native scan codes on X11 and Wayland."""
KEYS = sorted({key for command in COMMANDS for key in command.keys})


def event(code: int, modifiers: Qt.KeyboardModifier, text: str = "", scan: int = 0) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, code, modifiers, scan, 0, 0, text)


def parts(keys: str) -> tuple[Qt.KeyboardModifier, str]:
    before, plus, last = keys[:-1].rpartition("+")
    modifiers = Qt.KeyboardModifier.NoModifier
    for name in before.split("+") if plus else ():
        modifiers |= MODIFIERS[name]
    return modifiers, (last if plus else keys[:-1]) + keys[-1:]


LETTERS = [keys for keys in KEYS if parts(keys)[1].lower() in ROW and len(parts(keys)[1]) == 1]
NAMES = {"PgDown": "PageDown", "PgUp": "PageUp", "Del": "Delete", "Esc": "Escape"}


@pytest.mark.parametrize("keys", LETTERS)
def test_a_shortcut_is_known_by_the_russian_letter_on_its_key(keys: str) -> None:
    modifiers, key = parts(keys)
    letter = RUSSIAN[ROW.index(key.lower())]
    assert chord(event(ord(letter.upper()), modifiers, letter)) == normal(keys)
    assert chord(event(ord(letter), modifiers, letter)) == normal(keys)
    assert chord(event(ord(letter.upper()), modifiers, letter, SCAN[key.lower()])) == normal(keys)


@pytest.mark.parametrize("keys", KEYS)
def test_a_shortcut_is_known_by_its_latin_key(keys: str) -> None:
    modifiers, key = parts(keys)
    code = ord(key.upper()) if len(key) == 1 else getattr(Qt.Key, f"Key_{NAMES.get(key, key)}")
    assert chord(event(code, modifiers)) == normal(keys)


def test_shifted_marks_are_the_key_they_stand_on() -> None:
    shift = Qt.KeyboardModifier.ShiftModifier
    assert chord(event(Qt.Key.Key_BraceLeft, shift, "{")) == "Shift+["
    assert chord(event(Qt.Key.Key_BraceRight, shift, "}")) == "Shift+]"
    assert chord(event(Qt.Key.Key_Question, shift, "?")) == "Shift+/"
    assert chord(event(Qt.Key.Key_Exclam, shift, "!")) == "Shift+1"


def test_a_sign_is_that_sign_wherever_the_layout_has_it() -> None:
    none, shift = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
    assert chords(event(Qt.Key.Key_Question, shift, "?", SCAN["7"])) == ("Shift+/", "Shift+7")
    assert chords(event(Qt.Key.Key_Period, none, ".", SCAN["/"])) == (".", "/")
    assert chords(event(Qt.Key.Key_Comma, shift, ",", SCAN["/"])) == (",", "Shift+/")
    assert chords(event(Qt.Key.Key_Slash, shift, "/", SCAN["\\"])) == ("/", "Shift+\\")
    assert normal("?") == "Shift+/"
    assert normal("Ctrl++") == "Ctrl+Shift+="


def test_other_alphabets_are_read_by_scan_code() -> None:
    none = Qt.KeyboardModifier.NoModifier
    assert physical_key(event(ord("І"), none, "і", SCAN["s"])) == "S"
    assert physical_key(event(ord("Ў"), none, "ў", SCAN["o"])) == "O"
    assert physical_key(event(Qt.Key.Key_unknown, none, "", SCAN["d"])) == "D"


def test_a_lone_modifier_is_no_chord() -> None:
    assert chord(event(Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier)) == ""
    assert chord(event(Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)) == ""


def test_no_two_commands_of_one_place_share_a_key() -> None:
    seen: dict[str, str] = {}
    for command in COMMANDS:
        for keys in command.keys:
            assert seen.get(normal(keys), command.id) == command.id, f"{command.id} and another share {keys}"
            seen[normal(keys)] = command.id


def test_letters_work_in_the_window_under_the_russian_layout(window: MainWindow) -> None:
    window.session.select("q2")
    type_russian(window.view, "в")  # D
    assert window.session.quotation is not None
    assert window.session.quotation.form is Form.DIRECT
    type_russian(window.view, "ь")  # M
    assert window.session.quotation.form is Form.MIXED
    type_russian(window.view, "г")  # U
    assert window.session.quotation.flags == ()
    type_russian(window.view, "я", Qt.KeyboardModifier.ControlModifier)  # Ctrl+Z
    assert window.session.quotation.flags == ("unsure",)
    type_russian(window.view, "я", Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert window.session.quotation.flags == ()


def test_edges_move_under_the_russian_layout(window: MainWindow) -> None:
    window.session.select("q2")
    assert window.session.quotation is not None
    before = window.session.quotation.ranges[0]
    type_russian(window.view, "ъ")  # ]
    assert window.session.quotation.ranges[0].end > before.end
    type_russian(window.view, "Ъ", Qt.KeyboardModifier.ShiftModifier)
    assert window.session.quotation.ranges[0] == before


def test_letters_typed_into_a_field_stay_letters(window: MainWindow) -> None:
    window.session.select("q2")
    field = window.articles.filter
    field.setFocus()
    before = window.session.quotation
    type_russian(field, "в")
    QTest.keyClicks(field, "d")
    assert field.text() == "вd"
    assert window.session.quotation == before


def test_a_field_copies_and_undoes_under_the_russian_layout(window: MainWindow) -> None:
    field = window.articles.filter
    field.setFocus()
    QTest.keyClicks(field, "abc")
    field.selectAll()
    type_russian(field, "с", Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "abc"
    type_russian(field, "я", Qt.KeyboardModifier.ControlModifier)
    assert field.text() != "abc"


def test_letters_do_nothing_while_the_list_has_the_keyboard(window: MainWindow) -> None:
    window.session.select("q2")
    before = window.session.quotation
    window.articles.list.setFocus()
    QTest.keyClick(window.articles.list, Qt.Key.Key_D)
    type_russian(window.articles.list, "в")
    assert window.session.quotation == before
