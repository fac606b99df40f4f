"""A screen reader finds a name on every control of the window and of its dialogs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QWidget,
)

from gui.commands.palette import CommandPalette
from gui.commands.preferences import SettingsDialog
from gui.commands.sheet import Sheet
from gui.exchange.export_dialog import ExportDialog
from gui.exchange.import_dialog import ImportDialog
from gui.window.main_window import MainWindow

CONTROLS = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)


def nameless(root: QWidget) -> list[str]:
    """Return the controls under ``root`` that the keyboard reaches and that have no name."""
    buddies = {label.buddy() for label in root.findChildren(QLabel) if label.buddy() is not None}
    found = []
    for widget in root.findChildren(QWidget):
        inner = widget.parent()
        if not isinstance(widget, CONTROLS) or isinstance(inner, (QComboBox, QAbstractSpinBox, QTabBar, QScrollBar)):
            continue
        if isinstance(inner, QLineEdit) or widget.objectName().startswith("qt_"):
            continue
        if not widget.isVisibleTo(root) or widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget in buddies:
            continue
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        if not (widget.accessibleName() or text.strip()):
            found.append(f"{type(widget).__name__} in {type(inner).__name__}")
    return found


@pytest.mark.parametrize("selected", [None, "q1", "e1"])
def test_every_control_of_the_window_has_a_name(window: MainWindow, selected: str | None) -> None:
    window.session.select(selected)
    window.inspector.refresh()
    window.notice.show_text("something", action="Do it")
    assert nameless(window) == []


@pytest.mark.parametrize(
    "make",
    [
        lambda window: SettingsDialog(window.desk),
        lambda window: ExportDialog(window.desk),
        lambda window: ImportDialog(window.desk),
        lambda window: CommandPalette(window.desk, window.commands.groups.help.choices()),
        lambda window: Sheet(window.desk),
    ],
    ids=["settings", "export", "import", "palette", "sheet"],
)
def test_every_control_of_a_dialog_has_a_name(window: MainWindow, make: Callable[[MainWindow], QDialog]) -> None:
    dialog = make(window)
    dialog.show()
    assert nameless(dialog) == []
    dialog.close()


def test_the_text_is_named_in_the_window_language(window: MainWindow) -> None:
    assert window.view.accessibleName()
    window.settings.change(language="ru")
    window.apply_settings()
    QApplication.processEvents()
    assert window.view.accessibleName() == "Статья"
