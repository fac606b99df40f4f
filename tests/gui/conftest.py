"""The window's tests: offscreen, with settings of their own, no file of the user's touched."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.app import make_app, make_window
from gui.desk.settings import Settings
from gui.look.languages import Translations
from gui.window.main_window import MainWindow
from tests.gui.window_helpers import SAMPLES, make_project


@pytest.fixture(scope="session", autouse=True)
def _clipboard_left_empty() -> Iterator[None]:
    """Take what a test made in Python off the clipboard: Qt frees it after the interpreter has ended, and crashes."""
    yield
    if isinstance(QApplication.instance(), QApplication):
        QApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CITATA_SETTINGS", str(tmp_path / "home" / "settings.json"))


@pytest.fixture(autouse=True)
def _english_window(_english: None) -> None:
    """Let no test leave its translations in the application to the next one."""
    if isinstance(QApplication.instance(), QApplication) and Translations().language not in ("", "en"):
        Translations().use("en")


@pytest.fixture(autouse=True)
def _no_key_held() -> None:
    """Let go of Ctrl and Shift: keys sent to a widget leave them held for the application, and the mouse asks it."""
    if isinstance(QApplication.instance(), QApplication) and QGuiApplication.keyboardModifiers().value:
        QTest.keyRelease(QWindow(), Qt.Key.Key_Control)
        assert not QGuiApplication.keyboardModifiers().value


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = Settings(tmp_path / "home" / "settings.json")
    made.change(author="vera", language="en", theme="light")
    return made


@pytest.fixture
def project_path(tmp_path: Path) -> Path:
    """A project with our articles, the first one pre-annotated."""
    path = tmp_path / "press.citata"
    make_project(path, SAMPLES)
    return path


@pytest.fixture
def empty_window(qtbot: object, settings: Settings) -> Iterator[MainWindow]:
    """The window without a project."""
    make_app()
    window = make_window(settings)
    window.resize(1366, 768)
    window.show()
    yield window
    if not window.close():  # it said that the project has another name now
        window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


@pytest.fixture
def window(empty_window: MainWindow, project_path: Path) -> MainWindow:
    """The window on the first article of the project."""
    assert empty_window.desk.open_project(project_path)
    empty_window.activateWindow()
    empty_window.focus_text()
    return empty_window
