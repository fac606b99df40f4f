"""A combo box that a screen reader calls by its label."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QComboBox, QLabel, QWidget


class ChoiceBox(QComboBox):
    """A combo box whose accessible name is heard on Linux too.

    There Qt gives a combo box its value for a name and says what it is called by a label beside it. Where none is to be
    seen, an unseen one stands beside the box and follows it into its layout.
    """

    def __init__(self, parent: QWidget | None = None, *, editable: bool = False) -> None:
        super().__init__(parent)
        self._unseen: QLabel | None = None
        self.setEditable(editable)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        if self._unseen is None:
            self._unseen = QLabel(self.parentWidget())
            self._unseen.setBuddy(self)
            self._unseen.hide()
        self._unseen.setText(name)
        written = self.lineEdit()
        if written is not None:
            written.setAccessibleName(name)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ParentChange and self._unseen is not None:
            self._unseen.setParent(self.parentWidget())
            self._unseen.hide()
        return super().event(event)
