"""The command palette: type a few letters of a command, Return runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidgetItem, QVBoxLayout

from gui.actions import COMMANDS, MENUS, SUBMENUS
from gui.actor_filter import fold
from gui.i18n import tr
from gui.panel_parts import keys_shown
from gui.widgets import plain_list

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class CommandPalette(QDialog):
    """Every command that can be given now, by name."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.chosen = ""
        self.setWindowTitle(tr("All commands"))
        self.resize(520, 420)
        self.field = QLineEdit(placeholderText=tr("Type a command"))
        self.field.setAccessibleName(tr("Type a command"))
        self.list = plain_list()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.list, 1)
        menus = {menu: tr(text).replace("&", "") for menu, text in MENUS}
        self._rows = []
        for command in COMMANDS:
            if not command.id or command.menu not in menus or command.id in SUBMENUS or command.id == "palette":
                continue
            if window.commands.actions[command.id].isEnabled():
                keys = window.commands.keys_of(command)
                words = f"{menus[command.menu]}: {tr(command.text)}"
                self._rows.append((words, f"{words}   {keys_shown(keys[0])}" if keys else words, command.id))
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(self._take)
        self._fill()

    def _fill(self) -> None:
        parts = fold(self.field.text()).split()
        self.list.clear()
        for words, shown, command_id in self._rows:
            if all(part in fold(words) for part in parts):
                row = QListWidgetItem(shown, self.list)
                row.setData(Qt.ItemDataRole.UserRole, command_id)
        self.list.setCurrentRow(0)

    def _take(self, row: QListWidgetItem | None) -> None:
        if row is not None:
            self.chosen = row.data(Qt.ItemDataRole.UserRole)
            self.accept()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Move in the list while the field keeps the keyboard."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self.list.count():
                self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.list.currentItem())
                return True
        return False
