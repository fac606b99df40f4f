"""Lists of rows with columns or ticks, and buttons that Return does not press."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTreeWidget, QTreeWidgetItem

from gui.look.languages import tr

_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)


def plain_tree() -> QTreeWidget:
    """Return a list of rows of one height without the room for branches."""
    made = QTreeWidget()
    made.setRootIsDecorated(False)
    made.setUniformRowHeights(True)
    return made


def rows_of(tree: QTreeWidget) -> list[QTreeWidgetItem]:
    """Return the rows of a list."""
    found = (tree.topLevelItem(at) for at in range(tree.topLevelItemCount()))
    return [row for row in found if row is not None]


def speak_blanks(row: QTreeWidgetItem, words: str = "") -> None:
    """Let a screen reader say ``words``, or that there is nothing, where a cell of ``row`` is blank."""
    for column in range(row.columnCount()):
        row.setData(column, _SPOKEN, (words or tr("empty")) if not row.text(column) else None)


def plain_button(text: str) -> QPushButton:
    """Return a button that Return in another field does not press."""
    made = QPushButton(text)
    made.setAutoDefault(False)
    return made
