"""Tool tips of controls: what a control does, and at the end the key of its command as the user has it.

Which keys commands have is known further up; ``use_keys`` brings it here, and ``renew`` follows when keys change.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialogButtonBox, QTabBar, QWidget

from gui.look.languages import mark, tr

WORDS, COMMAND = "tip_words", "tip_command"
"""Properties of a widget: what its tip says, and the command whose key stands at its end."""
_lookup: list[Callable[[str], tuple[str, ...]]] = []
"""The last one counts: that of the newest main window."""
STANDARD: dict[QDialogButtonBox.StandardButton, tuple[str, str]] = {
    QDialogButtonBox.StandardButton.Save: (mark("Keep the changes"), "Return"),
    QDialogButtonBox.StandardButton.Ok: (mark("Do it"), "Return"),
    QDialogButtonBox.StandardButton.Cancel: (mark("Close and change nothing"), "Escape"),
    QDialogButtonBox.StandardButton.Close: (mark("Close the window"), "Escape"),
}
"""What the usual buttons of a dialog do, and their keys."""


def keys_shown(keys: str) -> str:
    """Return a shortcut as this system writes it, with the word that stands on the key: Enter, where Qt says Return."""
    shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return shown.replace("Return", "Enter")


def use_keys(lookup: Callable[[str], tuple[str, ...]]) -> None:
    """Let ``lookup`` say which keys a command has now."""
    _lookup[:] = [lookup]


def explain(widget: QWidget, words: str, command: str = "", *, key: str = "") -> None:
    """Give a widget a tip that ends with the key of ``command``, or with ``key``, where there is one."""
    widget.setProperty(WORDS, words)
    widget.setProperty(COMMAND, command)
    widget.setToolTip(with_key(words, key or key_of(command)))


def explain_standard(box: QDialogButtonBox) -> None:
    """Give the usual buttons of a dialog their tips."""
    for which, (words, key) in STANDARD.items():
        button = box.button(which)
        if button is not None:
            explain(button, tr(words), key=key)


def explain_tabs(bar: QTabBar, words: list[str]) -> None:
    """Give the tabs of a bar their tips, in their order."""
    for at, said in enumerate(words):
        bar.setTabToolTip(at, said)


def key_of(command: str) -> str:
    """Return the first key of a command; empty where it has none, or no command is named.

    Raises ValueError with the name where the table has no such command.
    """
    try:
        keys = _lookup[-1](command) if _lookup and command else ()
    except LookupError as error:
        raise ValueError(f"there is no command {command!r} in gui/commands/table.py") from error
    return keys[0] if keys else ""


def with_key(words: str, key: str) -> str:
    """Return ``words`` with a key as this system writes it at their end."""
    return f"{words} ({keys_shown(key)})" if key else words


def renew(root: QWidget) -> None:
    """Write the keys of now into the tips of everything in ``root``."""
    for widget in root.findChildren(QWidget):
        command = widget.property(COMMAND)
        if command:
            widget.setToolTip(with_key(str(widget.property(WORDS)), key_of(str(command))))
