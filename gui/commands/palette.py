"""The command palette: type a few letters of a command, Return runs it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListView, QVBoxLayout

from gui.commands.own_keys import keys_of
from gui.commands.table import COMMANDS, MENUS, SUBMENUS
from gui.desk.desk import Desk
from gui.desk.settings import Settings
from gui.look.announce import announce
from gui.look.filter import fold
from gui.look.languages import tr
from gui.look.parts import keys_shown
from gui.look.rows import Row, RowModel, RowPainter
from gui.look.widgets import label


class Choice(NamedTuple):
    """A command that can be given: its words, the menu it stands in, its key, its id."""

    words: str
    menu: str
    key: str
    id: str


class CommandPalette(QDialog):
    """Every command that can be given now, by name."""

    def __init__(self, desk: Desk, actions: Mapping[str, QAction]) -> None:
        super().__init__(desk.window)
        self.chosen = ""
        self.setWindowTitle(tr("All commands"))
        self.resize(600, 460)
        self.field = QLineEdit(placeholderText=tr("Type a command"))
        self.field.setAccessibleName(tr("Type a command"))
        self.list = QListView(uniformItemSizes=True)
        self.list.setAccessibleName(tr("All commands"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.model = RowModel(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(RowPainter(desk.palette, self.list))
        self.nothing = label("soft", tr("No command has such a name, or it cannot be given now."), wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.field)
        layout.addWidget(self.nothing)
        layout.addWidget(self.list, 1)
        layout.addStretch(0)
        self._choices = _choices(desk.settings, actions)
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.list.clicked.connect(self._take)
        self._fill()

    def _fill(self) -> None:
        parts = fold(self.field.text()).split()
        found = [one for one in self._choices if all(part in fold(f"{one.menu}: {one.words}") for part in parts)]
        self.model.show(found, _row)
        self.nothing.setVisible(not found)
        self.list.setVisible(bool(found))
        self._go_to(0)

    def _go_to(self, row: int) -> None:
        index = self.model.index(row, 0)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)
        if index.isValid():
            choice = self.model.values[index.row()]
            assert isinstance(choice, Choice)
            announce(f"{choice.words}, {choice.menu}, {choice.key}" if choice.key else f"{choice.words}, {choice.menu}")

    def _take(self, index: QModelIndex) -> None:
        if index.isValid():
            choice = self.model.values[index.row()]
            assert isinstance(choice, Choice)
            self.chosen = choice.id
            self.accept()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Move in the list while the field keeps the keyboard."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self.model.rowCount():
                self._go_to((self.list.currentIndex().row() + step) % self.model.rowCount())
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.list.currentIndex())
                return True
        return False


def _choices(settings: Settings, actions: Mapping[str, QAction]) -> list[Choice]:
    menus = {menu: tr(text).replace("&", "") for menu, text in MENUS}
    found = []
    for command in COMMANDS:
        if not command.id or command.menu not in menus or command.id in SUBMENUS or command.id == "palette":
            continue
        if actions[command.id].isEnabled():
            keys = keys_of(command, settings)
            shown = keys_shown(keys[0]) if keys else ""
            found.append(Choice(tr(command.text), menus[command.menu], shown, command.id))
    return found


def _row(value: object) -> Row:
    assert isinstance(value, Choice)
    return Row(value.words, value.menu, value.key)
