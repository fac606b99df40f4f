"""Every control has a tip that says what it does and ends with its key, where a command of the table has one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QWidget,
)

from gui.look.parts import keys_shown
from gui.look.tooltips import COMMAND
from gui.window.main_window import MainWindow
from tests.gui.dialogs import DIALOGS

WINGS = ("gui.inspector", "gui.canvas", "gui.drawer", "gui.marking", "gui.help")
"""The wings whose controls are looked at. The others (window, commands, exchange, review, care, desk) were done in
another branch: whoever merges the two puts them here."""
CONTROLS = (QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)
INSIDE = (QComboBox, QAbstractSpinBox, QTabBar, QScrollBar, QLineEdit)
"""What Qt builds of controls of its own, which the tip of the whole speaks for."""


def wing(widget: QWidget | None) -> str:
    """Return the package of ours that a widget was made in: that of the nearest part around it that is ours.

    What ``gui.look`` has made stands for the part that it is in.
    """
    while widget is not None:
        module = type(widget).__module__
        if module.startswith("gui.") and not module.startswith("gui.look"):
            return ".".join(module.split(".")[:2])
        widget = widget.parentWidget()
    return ""


def silent(root: QWidget, wings: tuple[str, ...] = WINGS) -> list[str]:
    """Return the controls in sight under ``root`` that have no tip."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisibleTo(root) or wing(widget) not in wings or isinstance(widget.parent(), INSIDE):
            continue
        if isinstance(widget, QTabBar):
            found += [f"tab {widget.tabText(at)}" for at in range(widget.count()) if not widget.tabToolTip(at)]
        elif isinstance(widget, CONTROLS) and not isinstance(widget, QScrollBar) and not widget.toolTip():
            words = widget.text() if isinstance(widget, QAbstractButton) else widget.accessibleName()
            found.append(f"{type(widget).__name__} “{words}” in {type(widget.parent()).__name__}")
    return found


@pytest.mark.parametrize("selected", [None, "q1", "q2", "e1"])
def test_every_control_of_the_window_has_a_tip(window: MainWindow, selected: str | None) -> None:
    window.desk.change(show_legend=True)
    window.session.select(selected)
    window.inspector.refresh()
    assert silent(window) == []


@pytest.mark.parametrize("name", ["find", "checks", "history", "corrections"])
def test_every_control_of_a_panel_has_a_tip(window: MainWindow, name: str) -> None:
    window.desk.trigger(name)
    QApplication.processEvents()
    assert silent(window) == []


@pytest.mark.parametrize(
    "kind", [one for one in DIALOGS if one.__module__.startswith(WINGS)], ids=lambda kind: kind.__name__
)
def test_every_control_of_a_dialog_has_a_tip(window: MainWindow, tmp_path: Path, kind: type[QDialog]) -> None:
    dialog = DIALOGS[kind](window, tmp_path)
    dialog.show()
    QApplication.processEvents()
    assert silent(dialog) == []
    window.jobs.finish()
    dialog.close()


def test_a_tip_ends_with_the_key_of_its_command_as_the_user_has_it(window: MainWindow) -> None:
    window.session.select("q1")
    window.inspector.refresh()
    told = [one for one in window.findChildren(QWidget) if one.property(COMMAND)]
    assert len(told) > 10
    for widget in told:
        keys = window.commands.actions[str(widget.property(COMMAND))].shortcuts()
        if keys:
            assert widget.toolTip().endswith(f"({keys_shown(keys[0].toString())})"), widget.toolTip()
    page = window.inspector.quotation
    assert page.resolve_part.accept.toolTip().endswith("(Enter)")
    window.settings.change(shortcuts={"accept": ["Ctrl+J"], "reject": []})
    window.desk.keys_changed.emit()
    assert page.resolve_part.accept.toolTip().endswith("(Ctrl+J)")
    assert not page.resolve_part.reject.toolTip().endswith(")")
    window.desk.change(language="ru")
    assert page.resolve_part.accept.toolTip().endswith("(Ctrl+J)")


def test_a_control_without_a_tip_is_found(window: MainWindow) -> None:
    field = QLineEdit(window.inspector)
    field.show()
    assert len(silent(window)) == 1
