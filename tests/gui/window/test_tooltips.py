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

from core.model.scope import Scope
from gui.look.parts import keys_shown
from gui.look.tooltips import COMMAND, explain
from gui.tour.strip import TourStrip
from gui.window.main_window import MainWindow
from tests.gui.dialogs import DIALOGS
from tests.gui.review_helpers import make_review
from tests.gui.waiting import until
from tests.gui.window_helpers import make_project

CONTROLS = (QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)
INSIDE = (QComboBox, QAbstractSpinBox, QTabBar, QScrollBar, QLineEdit)
"""What Qt builds of controls of its own, which the tip of the whole speaks for."""


def is_ours(widget: QWidget) -> bool:
    """Return whether a widget was made by the program, and not by Qt inside one of its own dialogs."""
    around: QWidget | None = widget
    while around is not None:
        if type(around).__module__.startswith("gui."):
            return True
        around = around.parentWidget()
    return False


def silent(root: QWidget) -> list[str]:
    """Return the controls in sight under ``root`` that have no tip."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisibleTo(root) or not is_ours(widget) or isinstance(widget.parent(), INSIDE):
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


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the tour copy its project into a folder of the test."""
    monkeypatch.setattr("platformdirs.user_documents_dir", lambda: str(tmp_path))


def test_every_control_of_the_first_page_has_a_tip(empty_window: MainWindow, project_path: Path) -> None:
    page = empty_window.welcome
    page.retranslate([str(project_path)], "vera", "en")
    QApplication.processEvents()
    assert page.first.name.isVisible()
    assert project_path.stem in [button.text() for button in page.findChildren(QAbstractButton)]
    assert silent(empty_window) == []
    assert page.open.toolTip().endswith(f"({keys_shown('Ctrl+O')})")


def test_every_control_of_an_empty_project_has_a_tip(empty_window: MainWindow, tmp_path: Path) -> None:
    make_project(tmp_path / "empty.citata", ())
    assert empty_window.desk.open_project(tmp_path / "empty.citata")
    assert empty_window.empty.bring.isVisible()
    assert silent(empty_window) == []


def test_every_control_of_a_review_has_a_tip(empty_window: MainWindow, tmp_path: Path) -> None:
    assert empty_window.desk.open_project(make_review(tmp_path / "press.citata"))
    empty_window.desk.trigger("compare")
    QApplication.processEvents()
    assert empty_window.commands.review.panel.isVisible()
    assert silent(empty_window) == []
    assert empty_window.commands.review.panel.agreed.toolTip()  # in sight only until what is agreed is taken over
    assert empty_window.commands.review.panel.difference.both.toolTip().endswith("(B)")


def test_every_control_over_the_layer_of_another_has_a_tip(empty_window: MainWindow, tmp_path: Path) -> None:
    assert empty_window.desk.open_project(make_review(tmp_path / "press.citata"))
    empty_window.desk.trigger("next-layer")
    QApplication.processEvents()
    assert empty_window.commands.groups.layers.bar.isVisible()
    assert silent(empty_window) == []


def test_every_control_over_the_past_has_a_tip(window: MainWindow) -> None:
    window.session.select("q1")
    window.desk.trigger("reject")
    window.desk.trigger("as-of")
    until(window.commands.care.past.bar.isVisible, "the bar of the past")
    assert silent(window) == []


@pytest.mark.usefixtures("documents")
def test_every_control_of_the_tour_has_a_tip(empty_window: MainWindow) -> None:
    empty_window.desk.trigger("tour")
    QApplication.processEvents()
    assert empty_window.findChild(TourStrip) is not None
    assert silent(empty_window) == []


def test_every_control_of_a_notice_has_a_tip(window: MainWindow) -> None:
    window.desk.notice.show_text("Saved", action="Undo", run=lambda: None)
    window.desk.notice.offer_more("Show", lambda: None)
    window.desk.notice.offer_also("Copy", lambda: None)
    assert window.desk.notice.isVisible()
    assert silent(window) == []


def test_every_chip_has_a_tip(window: MainWindow) -> None:
    project = window.session.project
    assert project is not None
    project.set_scope(Scope(entities=False))
    window.desk.change(stops="quotations")
    window.desk.reset_wanted.emit()
    QApplication.processEvents()
    assert window.chips.stops.isVisible()
    assert silent(window) == []


@pytest.mark.parametrize("kind", DIALOGS, ids=lambda kind: kind.__name__)
def test_every_control_of_a_dialog_has_a_tip(window: MainWindow, tmp_path: Path, kind: type[QDialog]) -> None:
    dialog = DIALOGS[kind](window, tmp_path)
    dialog.show()
    QApplication.processEvents()
    assert silent(dialog) == []
    window.jobs.finish()
    dialog.done(0)  # close() of a dialog that was never shown does not end it, nor its job


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


def test_a_command_that_the_table_lacks_is_named(window: MainWindow) -> None:
    with pytest.raises(ValueError, match="no command 'acept'"):
        explain(window, "Accept it", "acept")


def test_a_control_without_a_tip_is_found(window: MainWindow) -> None:
    field = QLineEdit(window.inspector)
    field.show()
    assert len(silent(window)) == 1
