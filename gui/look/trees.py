"""Lists of rows with columns or ticks, and buttons that Return does not press."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QTreeWidget, QTreeWidgetItem


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


def plain_button(text: str) -> QPushButton:
    """Return a button that Return in another field does not press."""
    made = QPushButton(text)
    made.setAutoDefault(False)
    return made
