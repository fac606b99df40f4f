"""Press the keys named on the command line on the X server of ``DISPLAY``: print what each does, as JSON.

``python -m tests.gui.commands.pressed_keys FOLDER LAYOUT KEYS…``: in the real window on a project of its own, with all
commands enabled; they are noted instead of run.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication

from gui.app import make_app, make_window
from gui.desk.settings import Settings
from gui.window.main_window import MainWindow
from tests.gui.waiting import until
from tests.gui.window_helpers import SAMPLES, make_project
from tests.gui.x_server import Keyboard


class Released(QObject):
    """Count the keys that have come up again."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += isinstance(watched, QWindow) and event.type() is QEvent.Type.KeyRelease
        return False


def noted(window: MainWindow) -> list[str]:
    """Let every command write its id into the list that is returned instead of running."""
    ran: list[str] = []
    for name, action in window.commands.actions.items():
        action.triggered.disconnect()
        action.triggered.connect(lambda _=False, name=name: ran.append(name))
    return ran


def does(window: MainWindow, keyboard: Keyboard, released: Released, ran: list[str], keys: str) -> list[str]:
    """Press one chord in the text and return what it does; the canvas copies and selects all by itself."""
    for action in window.commands.actions.values():
        action.setEnabled(True)
    ran.clear()
    clipboard = QApplication.clipboard()
    clipboard.setText("")
    window.focus_text()
    window.view.select(3, 9)
    released.count = 0
    pressed = keyboard.press(keys)
    until(lambda: released.count == pressed, f"{keys} to come up again")
    if clipboard.text():
        ran.append("copy")
    if window.view.selection is not None and tuple(window.view.selection) == (0, len(window.view.text)):
        ran.append("select-all")
    return list(ran)


def main(folder: Path, layout: str, keys: list[str]) -> None:
    """Open the window and press the keys one after the other."""
    keyboard = Keyboard(layout)
    app = make_app()
    settings = Settings(folder / "settings.json")
    settings.change(author="vera", language="en", theme="light")
    window = make_window(settings)
    window.show()
    make_project(folder / "press.citata", SAMPLES)
    window.desk.open_project(folder / "press.citata")
    window.activateWindow()
    until(lambda: window.isActiveWindow() and window.view.hasFocus(), "the keyboard")
    released, ran = Released(), noted(window)
    app.installEventFilter(released)
    print(json.dumps({one: does(window, keyboard, released, ran, one) for one in keys}), flush=True)
    os._exit(0)  # nothing is to be kept, and no question to be answered


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3:])
