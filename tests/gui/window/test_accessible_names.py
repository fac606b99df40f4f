"""A screen reader finds a name on every control of the window and of its dialogs."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

from gui.window.main_window import MainWindow
from tests.gui.dialogs import BASES, DIALOGS, dialogs_of_the_program

LABEL = QAccessible.RelationFlag.Label

CONTROLS = (
    QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QProgressBar, QTextEdit
)  # fmt: skip


def nameless(root: QWidget) -> list[str]:
    """Return the controls in sight under ``root`` that a screen reader has no name for."""
    found = []
    for widget in root.findChildren(QWidget):
        inner = widget.parent()
        if not isinstance(widget, CONTROLS) or isinstance(
            inner, (QComboBox, QAbstractSpinBox, QTabBar, QScrollBar, QLineEdit)
        ):
            continue
        if isinstance(widget, QHeaderView) or not widget.isVisibleTo(root):
            continue
        if not widget.objectName().startswith("qt_") and not spoken_name(widget):
            found.append(f"{type(widget).__name__} in {type(inner).__name__}")
    return found


def spoken_name(widget: QWidget) -> str:
    """Return what a screen reader calls a control; a combo box, which bears its value for a name, by its label."""
    interface = QAccessible.queryAccessibleInterface(widget)
    if not isinstance(widget, QComboBox):
        return interface.text(QAccessible.Text.Name).strip()
    labels = [other.text(QAccessible.Text.Name) for other, kind in interface.relations() if kind is LABEL]
    return " ".join(labels).strip()


@pytest.mark.parametrize("selected", [None, "q1", "e1"])
def test_every_control_of_the_window_has_a_name(window: MainWindow, selected: str | None) -> None:
    window.session.select(selected)
    window.inspector.refresh()
    window.notice.show_text("something", action="Do it")
    assert nameless(window) == []


def test_every_dialog_of_the_program_is_looked_at() -> None:
    assert set(dialogs_of_the_program()) == DIALOGS.keys() | BASES


@pytest.mark.parametrize("kind", DIALOGS, ids=lambda kind: kind.__name__)
def test_every_control_of_a_dialog_has_a_name(window: MainWindow, tmp_path: Path, kind: type[QDialog]) -> None:
    dialog = DIALOGS[kind](window, tmp_path)
    dialog.show()
    QApplication.processEvents()
    assert nameless(dialog) == []
    window.jobs.finish()
    dialog.done(0)  # close() of a dialog that was never shown does not end it, nor its job


@pytest.mark.parametrize("name", ["find", "checks", "history", "corrections", "as-of", "compare"])
def test_every_control_of_a_panel_has_a_name(window: MainWindow, name: str) -> None:
    window.desk.trigger(name)
    QApplication.processEvents()
    assert nameless(window) == []


def test_a_combo_box_without_a_label_is_found(window: MainWindow) -> None:
    box = QComboBox(window.header)
    box.addItem("value")
    box.show()
    assert nameless(window) == ["QComboBox in Header"]


def test_the_text_is_named_in_the_window_language(window: MainWindow) -> None:
    assert window.view.accessibleName()
    window.settings.change(language="ru")
    window.apply_settings()
    QApplication.processEvents()
    assert window.view.accessibleName() == "Статья"
