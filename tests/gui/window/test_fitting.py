"""The window and its dialogs are no larger than the screen, whatever was remembered and however large letters are."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QDialog

from gui.app import make_window
from gui.desk.settings import Settings
from gui.inspector.inspector import LEAST
from gui.look.widgets import FRAME, free_room, open_at
from gui.window.header import TITLE
from gui.window.main_window import MainWindow
from tests.gui.care_helpers import trigger


def test_a_window_opens_no_larger_than_its_screen(qtbot: object, settings: Settings) -> None:
    window = make_window(settings)
    room = window.screen().availableSize() - FRAME
    assert window.width() <= max(room.width(), window.minimumSizeHint().width())
    assert window.height() <= room.height()
    window.deleteLater()


def test_a_window_remembered_from_a_larger_screen_comes_into_sight(qtbot: object, settings: Settings) -> None:
    window = make_window(settings)
    window.resize(3000, 2000)
    window.move(5000, 4000)
    window._remember_geometry()
    window.deleteLater()
    again = make_window(settings)
    room = again.screen().availableGeometry()
    assert again.height() <= room.height() - FRAME.height()
    assert room.contains(again.geometry().topLeft())
    assert room.bottom() >= again.geometry().bottom()
    again.deleteLater()


def test_a_dialog_grows_with_its_letters_and_ends_at_the_screen(qtbot: object) -> None:
    dialog = QDialog()
    open_at(dialog, 300, 200)
    assert dialog.size() == QSize(300, 200)
    font = dialog.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    dialog.setFont(font)
    open_at(dialog, 300, 200)
    assert dialog.width() > 400
    open_at(dialog, 5000, 5000)
    assert dialog.size() == free_room(dialog)


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_every_control_of_the_inspector_is_within_it(window: MainWindow, language: str, scale: float) -> None:
    font = window.font()
    font.setPointSizeF(font.pointSizeF() * scale)
    window.setFont(font)
    window.desk.change(language=language)
    window.session.select("q1")
    window.inspector.refresh()
    QApplication.processEvents()
    page = window.inspector.quotation
    assert window.inspector.width() >= LEAST
    area = window.inspector.pages.currentWidget()
    for control in (page.resolve_part.reject, page.resolve_part.flag, page.form, page.cue.remove):
        right = control.mapTo(area, QPoint(control.width(), 0)).x()
        assert right <= area.width(), control


def test_the_list_makes_room_for_the_comparison_on_a_small_screen(window: MainWindow) -> None:
    trigger(window, "compare")
    assert not window.articles.isHidden()
    window.hide()
    window.fold(wanted=True)
    needed = window.splitter.minimumSizeHint().width() + window.articles.minimumWidth()
    small = needed > window.screen().availableSize().width()
    assert window.articles.isHidden() is small
    window.show()
    window.fold(wanted=True)
    assert not window.articles.isHidden()


def test_a_title_keeps_its_room(window: MainWindow) -> None:
    header = window.header
    window.session.select("q1")
    window.session.select(None)
    for width in (1500, 1100, 950):
        window.resize(width, 600)
        QApplication.processEvents()
        assert header.progress.isHidden() or header.title.width() >= TITLE - 20


def wheel(window: MainWindow, turned: int, held: Qt.KeyboardModifier) -> None:
    """Turn the wheel over the text, and over the window where the text leaves it alone, as Qt passes it on."""
    for widget in (window.view.viewport(), window):
        point = QPointF(50, 50)
        event = QWheelEvent(
            point, widget.mapToGlobal(point), QPoint(), QPoint(0, turned), Qt.MouseButton.NoButton, held,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(widget, event)
        if event.isAccepted():
            return


def test_ctrl_and_the_wheel_make_the_text_larger_and_smaller(window: MainWindow) -> None:
    size = window.settings.values.reading_size
    ctrl = Qt.KeyboardModifier.ControlModifier
    wheel(window, 120, ctrl)
    assert window.settings.values.reading_size == size + 1
    wheel(window, -60, ctrl)
    assert window.settings.values.reading_size == size + 1
    wheel(window, -60, ctrl)
    assert window.settings.values.reading_size == size
    wheel(window, -120, Qt.KeyboardModifier.NoModifier)
    assert window.settings.values.reading_size == size
