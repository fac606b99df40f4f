"""The sheet of keys: every command of the table with its shortcut, by menu."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gui.commands.own_keys import keys_of
from gui.commands.row import Command
from gui.commands.table import COMMANDS, MENUS, NUMBERS
from gui.commands.table_more import MORE_NUMBERS
from gui.desk.desk import Desk
from gui.look.languages import mark, tr
from gui.look.parts import keys_shown
from gui.look.tooltips import explain_standard
from gui.look.widgets import em, label, open_at

MOUSE_GESTURES: tuple[tuple[str, str], ...] = (
    (mark("Drag"), mark("Select whole words; with Alt exactly")),
    (mark("Double click"), mark("Select the word; three clicks the sentence, four the paragraph")),
    (mark("Drag a handle"), mark("Move an edge of the selected item; with Alt exactly")),
    (mark("Ctrl+click"), mark("Make the word and its phrase the cue or the speaker mention")),
    (mark("Ctrl+drag"), mark("Make just these words the cue or the speaker mention")),
    (mark("Click again"), mark("Select the next of the items that lie over each other")),
)
WIDTH = 330
"""Pixels that a column needs."""


def rows(menu: str) -> list[Command]:
    """Return the commands of a menu that have keys; the digits stand among the quotations."""
    found = [command for command in COMMANDS if command.id and command.menu == menu and command.keys]
    return [*found, NUMBERS[0], MORE_NUMBERS[1]] if menu == "quotation" else found


class Sheet(QDialog):
    """Show all shortcuts."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._settings = desk.settings
        self.setWindowTitle(tr("Keyboard shortcuts"))
        open_at(self, 1180, 820)
        columns = [QVBoxLayout() for _ in range(max(1, round(self.width() / em(self)) // WIDTH))]
        lengths = [0] * len(columns)
        blocks = [(tr(text).replace("&", ""), self._block(rows(menu)), len(rows(menu))) for menu, text in MENUS]
        blocks.append((tr("Mouse"), self._mouse(), len(MOUSE_GESTURES)))
        for title, block, length in sorted(blocks, key=lambda block: -block[2]):
            if not length:
                continue
            at = lengths.index(min(lengths))
            lengths[at] += length + 2
            columns[at].addWidget(label("title", title))
            columns[at].addSpacing(6)
            columns[at].addWidget(block)
            columns[at].addSpacing(20)
        inner = QWidget()
        line = QHBoxLayout(inner)
        line.setContentsMargins(0, 0, 12, 0)
        line.setSpacing(28)
        for column in columns:
            column.setSpacing(0)
            column.addStretch(1)
            line.addLayout(column, 1)
        area = QScrollArea(widgetResizable=True)
        area.setAccessibleName(tr("All keys"))
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        explain_standard(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 12, 16)
        layout.setSpacing(10)
        layout.addWidget(area, 1)
        told = tr(
            "Letters are keys by their position and work under the Russian layout too, while the text has the "
            "keyboard; signs such as “?” are where the layout has them."
        )
        layout.addWidget(label("soft", told, wrap=True))
        layout.addWidget(buttons)

    def _block(self, commands: list[Command]) -> QWidget:
        pairs = []
        for command in commands:
            keys = keys_of(command, self._settings)
            shown = "  ".join(dict.fromkeys(keys_shown(key) for key in keys))
            if command in NUMBERS or command in MORE_NUMBERS:
                shown = f"{shown} … 9"
            pairs.append((shown, tr(command.text)))
        return _grid(pairs)

    def _mouse(self) -> QWidget:
        return _grid([(tr(gesture), tr(words)) for gesture, words in MOUSE_GESTURES])


def _grid(pairs: list[tuple[str, str]]) -> QWidget:
    frame = QFrame()
    grid = QGridLayout(frame)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(4)
    grid.setHorizontalSpacing(10)
    for at, (keys, words) in enumerate(pairs):
        key = label("key", keys)
        told = QLabel(words, wordWrap=True)
        told.setMinimumWidth(140)
        grid.addWidget(told, at, 0)
        grid.addWidget(key, at, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    grid.setColumnStretch(0, 1)
    frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    return frame
