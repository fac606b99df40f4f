"""Keys by their position on the keyboard, so that every shortcut works under ЙЦУКЕН as under QWERTY.

Qt reports the letter of the active layout. Where that is no Latin letter, the physical key is read from the native scan
code (X11 and Wayland: evdev code + 8; Windows: set 1, which agrees with evdev for these keys), and where the event
carries none, from the letter's position on the Russian keyboard. A sign that the layout itself types is that sign,
wherever it stands: ``?`` is Shift+7 under ЙЦУКЕН, and ``.`` is the key that QWERTY has for ``/``.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,./`"
_RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбю.ё"
BY_LETTER = {ord(cyr.upper()): lat for lat, cyr in zip(_LATIN, _RUSSIAN, strict=True) if cyr.isalpha()}
BY_LETTER |= {ord(cyr): lat for lat, cyr in zip(_LATIN, _RUSSIAN, strict=True) if cyr.isalpha()}
_ROWS = ((2, "1234567890-="), (16, "qwertyuiop[]"), (30, "asdfghjkl;'`"), (43, "\\zxcvbnm,./"))
BY_SCAN = {first + at: key for first, row in _ROWS for at, key in enumerate(row)}
"""Physical keys by evdev code (linux/input-event-codes.h)."""
_SHIFTED = dict(zip('~!@#$%^&*()_+{}|:"<>?', "`1234567890-=[]\\;',./", strict=True))

_MODIFIERS = (
    (Qt.KeyboardModifier.ControlModifier, "Ctrl"),
    (Qt.KeyboardModifier.AltModifier, "Alt"),
    (Qt.KeyboardModifier.ShiftModifier, "Shift"),
    (Qt.KeyboardModifier.MetaModifier, "Meta"),
)


def physical_key(event: QKeyEvent) -> str:
    """Return the Latin name of the key that was pressed (``D``, ``[``, ``Delete``); empty where there is none."""
    key = event.key()
    if key == Qt.Key.Key_unknown or key == 0:
        return _by_scan(event).upper()
    if 0x20 < key < 0x7F:
        return _latin(event, chr(key))
    if key < 0x01000000:
        return (_by_scan(event) or BY_LETTER.get(key, "")).upper()
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def _latin(event: QKeyEvent, character: str) -> str:
    """Return the key of a character that QWERTY has; marks that ЙЦУКЕН puts elsewhere are read by their scan code."""
    if character.isalnum():
        return character.upper()
    return (_by_scan(event) or _SHIFTED.get(character, character)).upper()


def _by_scan(event: QKeyEvent) -> str:
    code = event.nativeScanCode()
    return BY_SCAN.get(code if sys.platform == "win32" else code - 8, "") if code else ""


def chord(event: QKeyEvent) -> str:
    """Return what was pressed as the table of commands writes it: ``Ctrl+Shift+Z``; empty for a lone modifier."""
    return next(iter(chords(event)), "")


def chords(event: QKeyEvent) -> tuple[str, ...]:
    """Return what a press may mean, first the sign that the layout types, then the key by its position; often one.

    Empty for a lone modifier.
    """
    key = physical_key(event)
    if not key or key in ("Ctrl", "Shift", "Alt", "Meta", "Control"):
        return ()
    held = [name for flag, name in _MODIFIERS if event.modifiers() & flag]
    by_position = "+".join([*held, key])
    sign = chr(event.key()) if 0x20 < event.key() < 0x7F else ""
    if not sign or sign.isalnum() or sign == key:
        return (by_position,)
    by_sign = normal("+".join([*(name for name in held if name != "Shift"), sign]))
    return (by_sign,) if by_sign == by_position else (by_sign, by_position)


def normal(keys: str) -> str:
    """Return a shortcut of the table in the form that ``chord`` returns: a sign by its key under QWERTY."""
    before, plus, last = keys[:-1].rpartition("+")
    key = (last if plus else keys[:-1]) + keys[-1:]
    modifiers = {name for name in before.split("+") if name}
    if key in _SHIFTED:
        key = _SHIFTED[key]
        modifiers.add("Shift")
    shown = key.upper() if len(key) == 1 else QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
    order = [name for _, name in _MODIFIERS]
    return "+".join([*sorted(modifiers, key=order.index), shown])


def pass_on(event: QKeyEvent) -> bool:
    """Give a text field the Ctrl key that it does not know under another layout (Ctrl+С); tell whether it was one."""
    field = QApplication.focusWidget()
    typing = isinstance(field, (QLineEdit, QPlainTextEdit, QTextEdit))
    if not typing or field is None or not event.modifiers() & Qt.KeyboardModifier.ControlModifier or event.key() < 0x80:
        return False
    latin = physical_key(event)
    if latin not in tuple("ACVXYZ"):
        return False
    sent = QKeyEvent(QEvent.Type.KeyPress, ord(latin), event.modifiers(), "")
    QApplication.sendEvent(field, sent)
    return True
