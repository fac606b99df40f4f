"""A conflict field by field: before, mine, theirs; a click marks from which side a field is taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from core.history.merge import Choice, Conflict, choices, differing
from gui.canvas.versions import version_colour
from gui.look.languages import tr
from gui.look.theme import Palette, dot
from gui.words.conflict import FieldRow

MINE, THEIRS = 2, 3
"""The columns of the two sides."""


class ConflictTable(QTableWidget):
    """The fields of a conflict as rows; ``theirs`` are the fields marked to be taken from the other copy."""

    marked = Signal()
    """Another field is marked."""

    def __init__(self, palette: Callable[[], Palette]) -> None:
        """``palette`` gives the colours of the theme as they are when the table is filled."""
        super().__init__(0, 4)
        self.setObjectName("roomy")
        self._palette = palette
        self._rows: Sequence[FieldRow] = ()
        self._pickable: tuple[str, ...] = ()
        self.theirs: set[str] = set()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.verticalHeader().setVisible(False)
        self.setAccessibleName(tr("Versions"))
        for at, words in enumerate(("", tr("Before"), f"1  {tr('Mine')}", f"2  {tr('Theirs')}")):
            head = QTableWidgetItem(words)
            head.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            if at >= MINE:
                head.setIcon(dot(version_colour(at - MINE, dark=palette().dark)))
            self.setHorizontalHeaderItem(at, head)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().sectionResized.connect(lambda *_: self._fit_rows())
        self.cellClicked.connect(self._click)

    def show_conflict(self, conflict: Conflict, rows: Sequence[FieldRow], *, settled: bool) -> None:
        """Show the fields of a conflict; each is marked on the side that changed it, mine where both did.

        ``settled``: it is decided, and nothing can be marked.
        """
        self._rows = rows
        self._pickable = differing(conflict) if not settled and Choice.FIELDS in choices(conflict) else ()
        base, ours = conflict.base, conflict.ours
        self.theirs = {
            name for name in self._pickable if type(base) is type(ours) and getattr(base, name) == getattr(ours, name)
        }
        self._fill()

    def _click(self, row: int, column: int) -> None:
        name = self._rows[row].field
        if name not in self._pickable or column not in (MINE, THEIRS):
            return
        if column == THEIRS:
            self.theirs.add(name)
        else:
            self.theirs.discard(name)
        self._fill()
        self.marked.emit()

    def _fill(self) -> None:
        self.setRowCount(len(self._rows))
        for at, row in enumerate(self._rows):
            for column, words in enumerate((row.name, row.before, row.ours, row.theirs)):
                self.setItem(at, column, self._cell(row, column, words))
        self._fit_rows()

    def _cell(self, row: FieldRow, column: int, words: str) -> QTableWidgetItem:
        palette = self._palette()
        cell = QTableWidgetItem(words)
        cell.setToolTip(words)
        cell.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        if column < MINE or not row.differs:
            cell.setForeground(QBrush(QColor(palette.soft)))
            return cell
        font = QFont(self.font())
        font.setBold(True)
        cell.setFont(font)
        if row.field in self._pickable and (column == THEIRS) == (row.field in self.theirs):
            cell.setBackground(QBrush(QColor(palette.accent_soft)))
        return cell

    def _fit_rows(self) -> None:
        """Make every row as high as its words need; Qt's own measure forgets the style sheet's padding."""
        flags = int(Qt.TextFlag.TextWordWrap)
        for row in range(self.rowCount()):
            height = 0
            for column in range(1, self.columnCount()):
                cell = self.item(row, column)
                if cell is not None:
                    room = max(40, self.columnWidth(column) - 24)
                    box = QFontMetrics(cell.font()).boundingRect(0, 0, room, 10_000, flags, cell.text())
                    height = max(height, box.height())
            self.setRowHeight(row, height + 13)
