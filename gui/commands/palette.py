"""The command palette: type a few letters of a command in any language, Return runs it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListView, QVBoxLayout

from gui.commands.choices import Choice
from gui.desk.desk import Desk
from gui.look.announce import announce
from gui.look.filter import fold
from gui.look.languages import tr
from gui.look.rows import Row, RowModel, RowPainter
from gui.look.tooltips import explain
from gui.look.widgets import label, open_at


class CommandPalette(QDialog):
    """Everything that can be chosen, by name; what cannot be chosen now is grey and says why."""

    def __init__(self, desk: Desk, choices: Sequence[Choice]) -> None:
        super().__init__(desk.window)
        self.chosen: Choice | None = None
        self.setWindowTitle(tr("All commands"))
        open_at(self, 680, 480)
        self.field = QLineEdit(placeholderText=tr("Type a command"))
        self.field.setAccessibleName(tr("Type a command"))
        explain(self.field, tr("Some letters of a command in any language; arrows choose, Enter runs it"), "palette")
        self.list = QListView(uniformItemSizes=True)
        self.list.setAccessibleName(tr("All commands"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.model = RowModel(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(RowPainter(desk.palette, self.list))
        self.nothing = label("soft", tr("No command has such a name."), wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.field)
        layout.addWidget(self.nothing)
        layout.addWidget(self.list, 1)
        layout.addStretch(0)
        self._choices = choices
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.list.clicked.connect(self._take)
        self._fill()

    def _fill(self) -> None:
        parts = fold(self.field.text()).split()
        ranked = [(one, one.rank(parts)) for one in self._choices]
        fitting = [(bool(one.why), rank, one) for one, rank in ranked if rank is not None]
        found = [one for _, _, one in sorted(fitting, key=lambda row: row[:2])] if parts else [*self._choices]
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
            if not choice.why:
                self.chosen = choice
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


def _row(value: object) -> Row:
    assert isinstance(value, Choice)
    return Row(value.words, value.why or value.menu, value.key, faint=bool(value.why))
