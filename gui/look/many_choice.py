"""A button that opens a list of boxes: several of a few values, all of them unless some are chosen."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy

from gui.look.languages import tr
from gui.look.tooltips import WORDS


class StayingMenu(QMenu):
    """A menu that stays open while its boxes are ticked, by mouse or Space; Return and Escape close it."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self.activeAction()
        if event.key() == Qt.Key.Key_Space and action is not None and action.isCheckable():
            action.trigger()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close()
        else:
            super().keyPressEvent(event)


class ManyChoice(QPushButton):
    """Choose some of a few values; none chosen means no limit."""

    changed = Signal()

    def __init__(self, everything: str, values: Iterable[tuple[str, str]], none: str = "") -> None:
        """Offer ``values``, each (value, words); ``everything`` is said where none is chosen.

        ``none`` is what the menu calls that.
        """
        super().__init__()
        self.setObjectName("many")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._everything, self._none_words = everything, none or tr("No limit")
        self.boxes: dict[str, QAction] = {}
        self._menu = StayingMenu(self)
        self._menu.setObjectName("many")
        self.setMenu(self._menu)
        self.offer(values)

    def offer(self, values: Iterable[tuple[str, str]], everything: str = "") -> None:
        """Offer other values; none is chosen then, and ``everything`` is said, where it is another."""
        self._everything = everything or self._everything
        menu = self._menu
        menu.clear()
        self.boxes.clear()
        for value, words in values:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.toggled.connect(self._change)
            self.boxes[value] = action
        menu.addSeparator()
        self._none = menu.addAction(self._none_words)
        self._none.triggered.connect(self.clear)
        self._say()

    @property
    def values(self) -> frozenset[str] | None:
        """The chosen values; None where none is chosen."""
        chosen = frozenset(value for value, action in self.boxes.items() if action.isChecked())
        return chosen or None

    def choose(self, *values: str) -> None:
        """Choose values, and no others."""
        for value, action in self.boxes.items():
            action.setChecked(value in values)

    def clear(self) -> None:
        """Choose nothing: no limit."""
        self.choose()

    def _change(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        chosen = [action.text() for action in self.boxes.values() if action.isChecked()]
        self._words = ", ".join(chosen) or self._everything
        self._none.setEnabled(bool(chosen))
        self.setToolTip(self._words if chosen else str(self.property(WORDS) or ""))
        self.setAccessibleDescription(self._words)
        self.update()

    @property
    def words(self) -> str:
        """What the button says: the chosen values, or that there is no limit."""
        return self._words

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        room = self.rect().adjusted(10, 0, -28, 0)
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room.width())
        self.style().drawItemText(
            painter, room, Qt.AlignmentFlag.AlignVCenter, self.palette(), self.isEnabled(), shown,
            self.foregroundRole(),
        )  # fmt: skip
