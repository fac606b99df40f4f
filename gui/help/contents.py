"""The contents beside a page: its headings as a list, the one that is read marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from gui.help.browser import Browser
from gui.help.markdown import Heading

ANCHOR = int(Qt.ItemDataRole.UserRole)
DEEPEST = 3
"""Level of the smallest headings that are listed."""
NEAR = 60
"""Pixels below the top of the page in which a heading counts as read."""


class Contents(QListWidget):
    """Headings of a page; a click or Enter asks for the section."""

    wanted = Signal(str)
    """The anchor of a section."""

    def __init__(self) -> None:
        super().__init__()
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemClicked.connect(self._ask)
        self.itemActivated.connect(self._ask)

    def fill(self, found: Sequence[Heading], anchors: Sequence[str] = ()) -> None:
        """List headings; ``anchors`` are what they are called by, in their order, instead of their own anchors."""
        self.clear()
        for number, one in enumerate(found):
            if one.level > DEEPEST:
                continue
            row = QListWidgetItem("    " * max(0, one.level - 2) + one.text, self)
            row.setData(ANCHOR, anchors[number] if number < len(anchors) else one.slug)
            row.setToolTip(one.text)
            if one.level == 1:
                font = row.font()
                font.setBold(True)
                row.setFont(font)

    def mark(self, anchor: str) -> None:
        """Mark the section that is read; nothing changes where the list does not have it."""
        for at in range(self.count()):
            if self.item(at).data(ANCHOR) == anchor:
                self.setCurrentRow(at)

    def read(self, page: Browser) -> str:
        """Return the anchor of the last heading at the top of a page or above; empty before the first."""
        known = {str(self.item(at).data(ANCHOR)) for at in range(self.count())}
        place = page.viewport().rect().topLeft()
        place.setY(place.y() + NEAR)
        block = page.cursorForPosition(place).block()
        while block.isValid():
            if block.blockFormat().headingLevel():
                piece = block.begin()
                while not piece.atEnd():
                    names = known.intersection(piece.fragment().charFormat().anchorNames())
                    if names:
                        return names.pop()
                    piece += 1
            block = block.previous()
        return ""

    def _ask(self, row: QListWidgetItem) -> None:
        self.wanted.emit(str(row.data(ANCHOR)))
