"""Hands for the care of projects: files chosen in dialogs, questions answered, jobs waited for."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox

from gui.window.main_window import MainWindow
from tests.gui.waiting import wait_idle
from tests.paths import ROOT


@contextlib.contextmanager
def open_folder() -> Iterator[Path]:
    """Give a folder that every user may look into (pytest's own folders are for one user alone)."""
    with tempfile.TemporaryDirectory(prefix="citata-care-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        try:
            yield folder
        finally:
            for inner in folder.iterdir():
                inner.chmod(0o755)


def program_for_all(folder: Path) -> Path:
    """Return a copy of the program that every user may read: the clone itself may lie in one user's home."""
    copy = folder / "program"
    for part in ("core", "gui", "resources", "tests"):
        shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
    for one in (copy, *copy.rglob("*")):
        one.chmod(0o755)
    return copy


D = TypeVar("D", bound=QDialog)


def choose(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    """Answer every file dialog with ``path``; None: it is closed without a choice."""
    answer = (str(path) if path is not None else "", "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *a, **k: answer))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", staticmethod(lambda *a, **k: answer))


def answer(words: str) -> None:
    """Press the button with these words in the question that comes up next."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(10, press)
            return
        found = [button for button in box.buttons() if button.text().replace("&", "") == words]
        assert found, [button.text() for button in box.buttons()]
        found[0].click()

    QTimer.singleShot(0, press)


def dialog(window: MainWindow, kind: type[D]) -> D:
    """Return the open dialog of a kind."""
    found = [one for one in window.findChildren(kind) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def idle(window: MainWindow, act: Callable[[], object]) -> None:
    """Do something and wait until the work that it began has ended."""
    act()
    wait_idle(window)


def trigger(window: MainWindow, command: str) -> None:
    """Give a command."""
    assert window.commands.actions[command].isEnabled(), command
    window.commands.actions[command].trigger()
