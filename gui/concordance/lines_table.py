"""The table of lines: Space and clicks tick, Enter opens, a column's head sorts."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from core.corpus.query import Order
from gui.concordance.line_painter import LinePainter
from gui.concordance.lines_model import DATE, KIND, NUMBER, SOURCE, SPEAKER, STATE, TITLE, WORDS, LinesModel
from gui.look.languages import tr
from gui.look.widgets import em

WIDTHS = {NUMBER: 76, SPEAKER: 130, KIND: 106, STATE: 104, DATE: 92, SOURCE: 110, TITLE: 130}
"""For letters of usual size; the words take what is left."""
HEADS = {NUMBER: Order.ARTICLE, SPEAKER: Order.SPEAKER, DATE: Order.DATE, SOURCE: Order.SOURCE, TITLE: Order.ARTICLE}
"""The order that a click on the head of a column asks for."""


class LinesTable(QTableView):
    """Shows lines; those who listen do what is asked of them."""

    opened = Signal(int)
    """The row whose place is to be opened."""
    toggled = Signal(int, int, bool)
    """The first and the last of rows that are to be ticked, or not to be."""
    sorted_by = Signal(str)
    """An Order."""

    def __init__(self, model: LinesModel, painter: LinePainter) -> None:
        super().__init__()
        self.lines = model
        self.setModel(model)
        self._painter = painter
        self.setItemDelegateForColumn(WORDS, painter)
        self.setObjectName("lines")
        self.setAccessibleName(tr("Lines found"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        down, across = self.verticalHeader(), self.horizontalHeader()
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(self.fontMetrics().height() + 12)
        across.setHighlightSections(False)
        across.setSectionsClickable(True)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        across.setSectionResizeMode(WORDS, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS.items():
            across.resizeSection(column, round(width * em(self)))
        across.sectionClicked.connect(lambda column: self.sorted_by.emit(HEADS[column]) if column in HEADS else None)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()) if index.column() != NUMBER else None)
        self._anchor = -1
        """The row that was ticked last by the mouse."""

    def rows(self) -> list[tuple[int, int]]:
        """Return the selected rows, as the first and last of each run."""
        found = self.selectionModel().selection()
        return sorted((found.at(at).top(), found.at(at).bottom()) for at in range(found.count()))

    def go_to(self, row: int) -> None:
        """Make a row the current one, in sight."""
        if not 0 <= row < self.lines.total:
            return
        index = self.lines.index(row, WORDS)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def _is_ticked(self, row: int) -> bool:
        line = self.lines.line(row)
        return line is not None and self.lines.ticks.has(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = event.key(), self.currentIndex().row()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier,
        ):  # fmt: skip
            if row >= 0:
                self.opened.emit(row)
            event.accept()
        elif key == Qt.Key.Key_Space and row >= 0:
            on = not self._is_ticked(row)
            for first, last in self.rows() or [(row, row)]:
                self.toggled.emit(first, last, on)
            event.accept()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.go_to(0 if key == Qt.Key.Key_Home else self.lines.total - 1)
            event.accept()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick by a click on the first column; with Shift from the row ticked before to this one."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == NUMBER and event.button() is Qt.MouseButton.LeftButton:
            held, row = event.modifiers(), index.row()
            if held & Qt.KeyboardModifier.ShiftModifier and self._anchor >= 0:
                self.toggled.emit(min(self._anchor, row), max(self._anchor, row), self._is_ticked(self._anchor))
            elif not held & Qt.KeyboardModifier.ControlModifier:
                self.toggled.emit(row, row, not self._is_ticked(row))
            self._anchor = row
            self.setState(QAbstractItemView.State.NoState)
            event.accept()
            return
        super().mouseReleaseEvent(event)
