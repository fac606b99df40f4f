"""Qt widgets made in one expression: named for the style sheet, ticked, checkable."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QCheckBox,
    QFormLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QListWidget,
    QToolButton,
    QWidget,
)

from gui.look.help_key import give_help_key
from gui.look.languages import tr

W = TypeVar("W", bound=QWidget)
S = TypeVar("S", bound=QAbstractSpinBox)
B = TypeVar("B", bound=QAbstractButton)

LINE = 17
"""Height of a line in pixels, for which sizes in pixels were chosen."""
FRAME = QSize(8, 40)
"""What a window's frame and title take of a screen, in pixels."""


def named(widget: W, name: str) -> W:
    """Return ``widget`` under the name that the style sheet knows."""
    widget.setObjectName(name)
    return widget


def label(name: str, text: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label under a name of the style sheet; ``wrap``: over several lines."""
    made = named(QLabel(text), name)
    made.setWordWrap(wrap)
    return made


def clearable(field: QLineEdit) -> QLineEdit:
    """Return ``field`` with a button that empties it, named in the window's language; called again, it is renamed."""
    field.setClearButtonEnabled(True)
    for button in field.findChildren(QToolButton):
        button.setAccessibleName(tr("Clear"))
    return field


def checkable(button: B) -> B:
    """Return ``button`` as one that stays pressed."""
    button.setCheckable(True)
    return button


def tick(text: str, checked: bool) -> QCheckBox:
    """Return a box with ``text``, ticked or not."""
    box = QCheckBox(text)
    box.setChecked(checked)
    return box


def add_row(form: QFormLayout, text: str, field: QWidget | QLayout) -> None:
    """Add a row whose name stands on the middle of its field."""
    name = QLabel(text)
    high = field.sizeHint().height()
    name.setMinimumHeight(min(high, field.maximumHeight()) if isinstance(field, QWidget) else high)
    if isinstance(field, QWidget):
        name.setBuddy(field)
        form.addRow(name, field)
    else:
        form.addRow(name, field)


def em(widget: QWidget) -> float:
    """Return how many times larger the interface's letters are than those that sizes in pixels were chosen for."""
    return max(1.0, widget.fontMetrics().height() / LINE)


def free_room(widget: QWidget) -> QSize:
    """Return how large a window's content may get: the free area of its screen without a frame around it.

    A window that somebody has made larger than that shows that there is more room.
    """
    parent = widget.parentWidget()
    main = parent.window() if parent is not None else widget
    held = main.size() if main.isVisible() else QSize(0, 0)
    return (widget.screen().availableSize() - FRAME).expandedTo(held)


def open_at(window: QWidget, width: int, height: int) -> None:
    """Give a window its first size, in pixels for letters of usual size; never more than the screen has room for.

    The key for help works in it from now on.
    """
    scale = em(window)
    window.resize(QSize(round(width * scale), round(height * scale)).boundedTo(free_room(window)))
    give_help_key(window)


def roomy(spin: S) -> S:
    """Return a field for a number with room before it, as other fields have."""
    spin.lineEdit().setTextMargins(6, 0, 0, 0)
    return spin


def same_width(*forms: QFormLayout) -> None:
    """Make the names of several forms equally wide, so that their fields stand in one line."""
    found = [form.itemAt(row, QFormLayout.ItemRole.LabelRole) for form in forms for row in range(form.rowCount())]
    names = [name for item in found if item is not None and (name := item.widget()) is not None]
    width = max((name.sizeHint().width() for name in names), default=0)
    for name in names:
        name.setMinimumWidth(width)


def plain_list() -> QListWidget:
    """Return a list of rows of one height."""
    made = QListWidget()
    made.setUniformItemSizes(True)
    return made
