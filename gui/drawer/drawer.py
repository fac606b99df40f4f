"""The drawer under the text: a list that stays open while the user works through it (checks, history)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout

from gui.look.keys import chord
from gui.look.languages import tr
from gui.look.long_list import LongList
from gui.look.rows import RowModel, RowPainter
from gui.look.theme import Palette, icon
from gui.look.tooltips import explain
from gui.look.widgets import label, named


class Drawer(QFrame):
    """A titled list with a button for what can be done about the current row.

    Arrows move, Return goes to the item, M or Ctrl+Return does what the button says, Escape leaves.
    """

    closed = Signal()
    left = Signal()
    """The keyboard belongs to the text again."""
    command = ""
    """The command that shows and hides the list."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.palette_ = palette
        self.title = label("title")
        self.count = label("soft")
        self.act, self.act_all = QPushButton(), QPushButton()
        self.close_button = QToolButton()
        self.close_button.setIconSize(QSize(14, 14))
        self.list = LongList()
        self.model = RowModel(self)
        self.list.setModel(self.model)
        self.painter = RowPainter(palette, self.list)
        self.list.setItemDelegate(self.painter)
        self.nothing = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        named(self.nothing, "soft")
        self._lay_out()
        self.list.installEventFilter(self)
        self.list.clicked.connect(lambda index: self.go(index.row()))
        self.list.selectionModel().currentChanged.connect(self._moved)
        self.act.clicked.connect(self._act)
        self.act_all.clicked.connect(self.do_all)
        self.close_button.clicked.connect(self.closed)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(16, 6, 8, 6)
        top.setSpacing(10)
        top.addWidget(self.title)
        top.addWidget(self.count)
        top.addStretch(1)
        for widget in (self.act, self.act_all, self.close_button):
            top.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        line = named(QFrame(), "rule")
        column.addWidget(line)
        column.addLayout(top)
        column.addWidget(self.nothing, 1)
        column.addWidget(self.list, 1)
        self.setMinimumHeight(140)

    # -- for the lists that stand in it ------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the rows again."""

    def go(self, row: int) -> None:
        """Show the span of a row in the text."""

    def do(self, row: int) -> None:
        """Do what the button offers about a row."""

    def do_all(self) -> None:
        """Do it for all rows that offer it."""

    def offer(self, row: int) -> str:
        """Return the words of the button for a row; empty for nothing to do."""
        return ""

    # -- showing -----------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Put everything into the window's language."""
        explain(self.close_button, tr("Close the list"), self.command)
        self.close_button.setAccessibleName(tr("Close"))
        self.list.setAccessibleName(self.title.text())

    def set_palette(self, palette: Palette) -> None:
        """Draw in the colours of another theme."""
        self.palette_ = self.painter.palette_ = palette
        self.close_button.setIcon(icon("cross", palette.soft))
        self.list.viewport().update()

    def show_count(self, words: str, nothing: str) -> None:
        """Say how many rows there are, or what their absence means."""
        empty = self.model.rowCount() == 0
        self.count.setText("" if empty else words)
        self.nothing.setText(nothing)
        self.nothing.setVisible(empty)
        had_keyboard = self.list.hasFocus()
        self.list.setVisible(not empty)
        if empty and had_keyboard:
            self.left.emit()
        self._moved()

    def put(self, row: int) -> None:
        """Make a row the current one, the last where there are fewer."""
        row = min(row, self.model.rowCount() - 1)
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))

    def _moved(self, *_: object) -> None:
        row = self.list.currentIndex().row()
        words = self.offer(row) if 0 <= row < self.model.rowCount() else ""
        self.act.setVisible(bool(words))
        self.act.setText(words)

    def _act(self) -> None:
        index: QModelIndex = self.list.currentIndex()
        if index.isValid():
            self.do(index.row())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.list or not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        pressed = chord(event)
        row = self.list.currentIndex().row()
        if pressed in ("Return", "Enter") and row >= 0:
            self.go(row)
        elif pressed in ("Ctrl+Return", "Ctrl+Enter", "M") and row >= 0:
            self.do(row)
        elif pressed in ("Esc", "Escape"):
            self.left.emit()
        else:
            return False
        return True
