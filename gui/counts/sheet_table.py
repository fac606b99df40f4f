"""A table of figures: sorted by a click on a column, Enter or a double click shows the quotations behind a cell."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from gui.counts.sheet import NUMBERS, Line, Sheet
from gui.counts.sheet_model import SheetModel, SortedSheet
from gui.look.widgets import em

WIDEST = 230
"""Pixels that a column of words takes at most by itself, for letters of usual size."""
MEASURED = 200
"""Rows that the width of a column is taken from."""


class SheetTable(QTableView):
    """A sheet that is read, sorted, copied; ``opened`` brings the query of what was chosen."""

    opened = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setObjectName("sheet")
        self.model_ = SheetModel(self)
        self.lines = SortedSheet(self.model_, self)
        self.setModel(self.lines)
        self.setSortingEnabled(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setHighlightSections(False)
        across.setMinimumSectionSize(round(48 * em(self)))
        across.setSectionsMovable(True)
        across.setResizeContentsPrecision(MEASURED)
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(self.fontMetrics().height() + 11)
        self._fitting = False
        self._first: int | None = None
        """The width that the first column needs; None where somebody has chosen it."""
        across.sectionResized.connect(self._resized)
        self.doubleClicked.connect(self._open)

    def show_sheet(self, sheet: Sheet, *, sort: tuple[int, Qt.SortOrder] | None = None) -> None:
        """Show a sheet; where its columns are those shown before, order, widths and current row stay."""
        same = sheet.heads == self.model_.sheet.heads
        current, column = self.current_line(), max(0, self.currentIndex().column())
        self.model_.show(sheet)
        if not same:
            by, order = sort if sort is not None else (0, Qt.SortOrder.AscendingOrder)
            words = any(line.queries for line in sheet.lines)
            behaviour = QAbstractItemView.SelectionBehavior
            self.setSelectionBehavior(behaviour.SelectItems if words else behaviour.SelectRows)
            self.sortByColumn(by, order)
            self._fit()
        row = self.lines.row_where(lambda line: line.key == current.key) if current is not None else None
        if self.lines.rowCount():
            self.go_to(row or 0, column if same else 0)

    def _fit(self) -> None:
        """Give the columns the room that they need."""
        self._fitting = True
        self.resizeColumnsToContents()
        widest = round(WIDEST * em(self))
        for at, head in enumerate(self.lines.heads):
            if head.sort not in NUMBERS and self.columnWidth(at) > widest:
                self.setColumnWidth(at, widest)
        self._first = self.columnWidth(0) if self.lines.heads else 0
        self._spread()

    def _spread(self) -> None:
        """Give the first column what the others leave, until somebody chooses its width."""
        if self._first is not None and self.lines.heads:
            self._fitting = True
            others = self.horizontalHeader().length() - self.columnWidth(0)
            self.setColumnWidth(0, max(self._first, self.viewport().width() - others))
        self._fitting = False

    def _resized(self, column: int, *_: int) -> None:
        if not self._fitting and column == 0:
            self._first = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    def go_to(self, row: int, column: int = 0) -> None:
        """Make a row the current one."""
        at = self.lines.index(row, column)
        self.selectionModel().setCurrentIndex(at, QItemSelectionModel.SelectionFlag.ClearAndSelect | self._flag())
        self.scrollTo(at)

    def _flag(self) -> QItemSelectionModel.SelectionFlag:
        rows = self.selectionBehavior() is QAbstractItemView.SelectionBehavior.SelectRows
        return QItemSelectionModel.SelectionFlag.Rows if rows else QItemSelectionModel.SelectionFlag.NoUpdate

    def current_line(self) -> Line | None:
        """Return the line of the current row."""
        at = self.currentIndex()
        return self.lines.line(at.row()) if at.isValid() else None

    def shown_lines(self) -> list[Line]:
        """Return all lines in the order that is shown."""
        return [self.lines.line(row) for row in range(self.lines.rowCount())]

    def chosen_lines(self) -> list[Line]:
        """Return the selected lines where there are several, else all."""
        rows = sorted({at.row() for at in self.selectionModel().selectedIndexes()})
        return [self.lines.line(row) for row in rows] if len(rows) > 1 else self.shown_lines()

    def choose(self, key: str) -> None:
        """Make the row with a key the current one."""
        row = self.lines.row_where(lambda line: line.key == key)
        if row is not None:
            self.go_to(row)

    def _open(self, at: QModelIndex) -> None:
        query = self.lines.line(at.row()).query_at(at.column()) if at.isValid() else ""
        if query:
            self.opened.emit(query)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            event.accept()
        else:
            super().keyPressEvent(event)
