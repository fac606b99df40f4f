"""The list that proposals and doubles share: sources, why, of how many articles, how sure."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget

from gui.look.languages import tr
from gui.look.widgets import em


def reasoned_tree() -> QTreeWidget:
    """Return an empty list of sources with reasons, of which several rows can be selected."""
    made = QTreeWidget()
    made.setUniformRowHeights(True)
    made.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    made.setHeaderLabels([tr("Source"), tr("Why"), tr("Articles"), tr("Sure")])
    header = made.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    for column, width in ((0, 300), (2, 80), (3, 70)):
        header.resizeSection(column, round(width * em(made)))
    return made
