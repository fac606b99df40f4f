"""A menu that says of a grey entry why it cannot be chosen now."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtWidgets import QMenu, QToolTip, QWidget


class ReasonMenu(QMenu):
    """Entries that can be chosen need no tooltip; over the others one stands, with the reason."""

    def __init__(self, parent: QWidget, why_not: Callable[[str], str]) -> None:
        """``why_not`` gets the name of an entry's action and returns why it cannot be chosen."""
        super().__init__(parent)
        self._why_not = why_not

    def reason(self, action: QAction | None) -> str:
        """Return why an entry cannot be chosen; empty where it can."""
        if action is None or action.isEnabled() or action.isSeparator():
            return ""
        return self._why_not(action.objectName())

    def event(self, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return bool(super().event(event))
        action = self.actionAt(event.pos())
        place = self.actionGeometry(action) if action is not None else QRect()
        QToolTip.showText(event.globalPos(), self.reason(action), self, place)
        return True
