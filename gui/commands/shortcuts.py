"""Change the keys of any command; a key that another command has is taken from it only when the user says so."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QTreeWidgetItem,
    QVBoxLayout,
)

from gui.commands.own_keys import keys_of
from gui.commands.row import Command
from gui.commands.table import COMMANDS, MENUS, SUBMENUS
from gui.desk.desk import Desk
from gui.look.keys import chord, normal
from gui.look.languages import tr
from gui.look.parts import keys_shown
from gui.look.tooltips import explain, explain_standard
from gui.look.trees import plain_button, plain_tree, rows_of, speak_blanks
from gui.look.widgets import checkable, clearable, label, open_at

ID = int(Qt.ItemDataRole.UserRole)


class ShortcutsDialog(QDialog):
    """The table of commands with their keys, found by name or by key; press a key to give it to the chosen one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._keys = {command.id: keys_of(command, desk.settings) for command in changeable()}
        self._wanted: str | None = None
        self.setWindowTitle(tr("Change shortcuts"))
        open_at(self, 680, 620)
        self.filter = clearable(QLineEdit(placeholderText=tr("Find a command")))
        self.filter.setAccessibleName(tr("Find a command"))
        self.table = plain_tree()
        self.table.setColumnCount(3)
        self.table.setHeaderLabels([tr("Command"), tr("Keys"), tr("Menu")])
        self.table.setAccessibleName(tr("Commands and their keys"))
        self.press = checkable(plain_button(tr("Press a new key…")))
        self.default = plain_button(tr("Default key"))
        self.none = plain_button(tr("No key"))
        self.all_default = plain_button(tr("All default keys"))
        self.said = label("soft", wrap=True)
        self._lay_out()
        self._explain()
        self._fill()
        self.filter.textChanged.connect(self._narrow)
        self.table.currentItemChanged.connect(lambda *_: self._say(""))
        self.table.itemActivated.connect(lambda *_: self.press.setChecked(True))
        self.press.toggled.connect(self._listen)
        self.press.installEventFilter(self)
        self.default.clicked.connect(lambda: self._give_back())
        self.none.clicked.connect(lambda: self._set(()))
        self.all_default.clicked.connect(self._all_back)

    def _explain(self) -> None:
        """Say what every control does."""
        explain(self.filter, tr("Words of a command, or a key"))
        explain(self.press, tr("Then press the key that the chosen command should have"))
        explain(self.default, tr("Give the chosen command the key it came with"))
        explain(self.none, tr("Take its keys from the chosen command"))
        explain(self.all_default, tr("Give every command the keys it came with"))
        explain_standard(self.buttons)

    def _lay_out(self) -> None:
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.rejected.connect(self.accept)
        line = QHBoxLayout()
        for button in (self.press, self.default, self.none):
            line.addWidget(button)
        line.addStretch(1)
        line.addWidget(self.all_default)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        layout.addWidget(self.filter)
        layout.addWidget(self.table, 1)
        layout.addLayout(line)
        layout.addWidget(self.said)
        layout.addWidget(self.buttons)

    def _fill(self) -> None:
        menus = {menu: tr(text).replace("&", "") for menu, text in MENUS}
        for command in changeable():
            row = QTreeWidgetItem([tr(command.text), "", menus.get(command.menu, "")])
            row.setData(0, ID, command.id)
            self.table.addTopLevelItem(row)
        self._show_keys()
        self.table.setCurrentItem(rows_of(self.table)[0])
        self.table.header().resizeSection(0, 330)
        self.table.header().resizeSection(1, 170)

    def _show_keys(self) -> None:
        for row in rows_of(self.table):
            keys = self._keys[row.data(0, ID)]
            row.setText(1, "   ".join(dict.fromkeys(keys_shown(key) for key in keys)))
            speak_blanks(row, tr("No key"))
            font = row.font(1)
            font.setBold(keys != by_id(row.data(0, ID)).keys)
            row.setFont(1, font)

    def _narrow(self, typed: str) -> None:
        sought = typed.casefold().split()
        for row in rows_of(self.table):
            words = f"{row.text(0)} {row.text(1)} {row.text(2)}".casefold()
            row.setHidden(not all(word in words for word in sought))

    def _current(self) -> Command | None:
        row = self.table.currentItem()
        return by_id(row.data(0, ID)) if row is not None else None

    # -- changing ----------------------------------------------------------------------------------------------------

    def _listen(self, on: bool) -> None:
        self.press.setText(tr("Press a key, or Escape") if on else tr("Press a new key…"))
        if on:
            self.press.setFocus()
        else:
            self._wanted = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.press or not self.press.isChecked() or not isinstance(event, QKeyEvent):
            return False
        if event.type() is not QEvent.Type.KeyPress:
            event.accept()  # of a ShortcutOverride: the key is ours, whatever command has it
            return True
        pressed = chord(event)
        if pressed in ("Esc", "Escape"):
            self.press.setChecked(False)
        elif pressed:
            self.offer(pressed)
        return True

    def offer(self, pressed: str) -> None:
        """Give the chosen command a key; where another one has it, ask by asking for the key once more."""
        command = self._current()
        if command is None:
            return
        holder = self._holder(pressed, command)
        if holder is not None and self._wanted != pressed:
            self._wanted = pressed
            self._say(tr("{key} belongs to “{command}”. Press it again to take it from there.",
                         key=keys_shown(pressed), command=tr(holder.text)))  # fmt: skip
            return
        if holder is not None:
            left = tuple(key for key in self._keys[holder.id] if normal(key) != pressed)
            self._keys[holder.id] = left
            self._write(holder)
        self.press.setChecked(False)
        self._set((pressed,))

    def _holder(self, pressed: str, command: Command) -> Command | None:
        """Return the other command that the key would run where this one is meant."""
        for other in changeable():
            if other.id != command.id and any(normal(key) == pressed for key in self._keys[other.id]):
                return other
        return None

    def _set(self, keys: tuple[str, ...]) -> None:
        command = self._current()
        if command is not None:
            self._keys[command.id] = keys
            self._write(command)
            shown = "   ".join(dict.fromkeys(keys_shown(key) for key in keys))
            self._say(tr("“{command}” has {key} now.", command=tr(command.text), key=shown or tr("no key")))

    def _give_back(self) -> None:
        command = self._current()
        if command is not None:
            self._set(command.keys)

    def _all_back(self) -> None:
        for command in changeable():
            self._keys[command.id] = command.keys
        self._desk.settings.change(shortcuts={})
        self._desk.keys_changed.emit()
        self._show_keys()
        self._say(tr("All commands have their default keys again."))

    def _write(self, command: Command) -> None:
        own = dict(self._desk.settings.values.shortcuts)
        own.pop(command.id, None)
        if self._keys[command.id] != command.keys:
            own[command.id] = list(self._keys[command.id])
        self._desk.settings.change(shortcuts=own)
        self._desk.keys_changed.emit()
        self._show_keys()

    def _say(self, text: str) -> None:
        self.said.setText(text)


def changeable() -> list[Command]:
    """Return the commands whose keys can be changed: all of the table but the digits and the menus of menus."""
    return [command for command in COMMANDS if command.id and command.menu and command.id not in SUBMENUS]


def by_id(command_id: str) -> Command:
    """Return a changeable command; KeyError where there is none."""
    return {command.id: command for command in changeable()}[command_id]
