"""The model of a sheet: cells as people read them, sorted as numbers and words are."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from core.language import letters
from gui.counts.sheet import NUMBERS, Head, Line, Sheet, Sort, Value, written
from gui.look.languages import tr

Index = QModelIndex | QPersistentModelIndex
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ROLES = {
    int(Qt.ItemDataRole.AccessibleTextRole),
    int(Qt.ItemDataRole.TextAlignmentRole),
    int(Qt.ItemDataRole.ToolTipRole),
}
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class SheetModel(QAbstractTableModel):
    """The lines of a sheet as they came."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet = Sheet("", (), ())

    def show(self, sheet: Sheet) -> None:
        """Show another sheet."""
        self.beginResetModel()
        self.sheet = sheet
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(self.sheet.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.sheet.heads)

    def value(self, row: int, column: int) -> Value:
        """Return what stands in a cell, as it was counted."""
        return self.sheet.lines[row].values[column]

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        if not index.isValid() or role not in _ROLES | {_DISPLAY}:
            return None
        head, value = self.sheet.heads[index.column()], self.value(index.row(), index.column())
        if role == int(Qt.ItemDataRole.TextAlignmentRole):
            return _RIGHT if head.sort in NUMBERS else _LEFT
        shown = written(head.sort, value)
        if role == _DISPLAY:
            return shown
        if role == int(Qt.ItemDataRole.ToolTipRole):
            return f"{head.words}: {shown or tr('none')}" if head.sort in NUMBERS else shown
        return shown or tr("empty")

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.sheet.heads):
            return None
        head = self.sheet.heads[section]
        if role == int(Qt.ItemDataRole.TextAlignmentRole):
            return _RIGHT if head.sort in NUMBERS else _LEFT
        if role == int(Qt.ItemDataRole.ToolTipRole):
            return head.tip or head.words
        return head.words if role == _DISPLAY else None


class SortedSheet(QSortFilterProxyModel):
    """The lines in the order that the user wants; what is not known stands last when the largest are first."""

    def __init__(self, source: SheetModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheet = source
        self.setSourceModel(source)

    def lessThan(self, left: Index, right: Index) -> bool:
        column, lines = left.column(), self._sheet.sheet.lines
        if self.heads[column].sort is Sort.TIME:
            return lines[left.row()].key < lines[right.row()].key
        return _key(self._sheet.value(left.row(), column)) < _key(self._sheet.value(right.row(), column))

    def line(self, row: int) -> Line:
        """Return the line that is shown in a row."""
        return self._sheet.sheet.lines[self.mapToSource(self.index(row, 0)).row()]

    def row_where(self, holds: Callable[[Line], bool]) -> int | None:
        """Return the first row whose line is the wanted one."""
        return next((row for row in range(self.rowCount()) if holds(self.line(row))), None)

    @property
    def heads(self) -> tuple[Head, ...]:
        """The columns."""
        return self._sheet.sheet.heads


def _key(value: Value) -> tuple[int, float, str]:
    if value is None:
        return 0, 0.0, ""
    return (2, 0.0, letters(value)) if isinstance(value, str) else (1, value, "")
