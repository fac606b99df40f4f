"""The first picture of a project: painted before models, dictionary and the code of commands are in memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from gui.app import make_window
from gui.commands.table import COMMANDS, SUBMENUS
from gui.desk.aside import is_waiting, run_aside
from gui.desk.dictionary import Dictionary
from gui.desk.settings import Settings
from gui.window.behind import PAUSE
from gui.window.main_window import MainWindow
from tests.gui.waiting import until
from tests.gui.window_helpers import SAMPLES, make_project
from tests.paths import ROOT

PROGRAM = """
import json, sys
from importlib.machinery import PathFinder

def watch(window):
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication

    class Watch(QObject):
        def eventFilter(self, watched, event):
            layer = window.session.layer
            if event.type() is QEvent.Type.Paint and layer is not None and layer.items:
                window.view.viewport().removeEventFilter(self)
                print(json.dumps(sorted(sys.modules)), flush=True)
                timer = QTimer(window, interval=20)
                timer.timeout.connect(lambda: window.behind.done and QApplication.quit())
                timer.start()
            return False

    window.watch = Watch()
    window.view.viewport().installEventFilter(window.watch)
    return window

class Look(PathFinder):
    @classmethod
    def find_spec(cls, name, path=None, target=None):
        if name != "gui.app":
            return None
        spec = PathFinder.find_spec(name, path, target)
        execute = spec.loader.exec_module
        def exec_module(module):
            execute(module)
            made = module.make_window
            module.make_window = lambda: watch(made())
        spec.loader.exec_module = exec_module
        return spec

sys.meta_path.insert(0, Look)
from gui.launch import main
try:
    main()
except SystemExit:
    print(json.dumps(sorted(sys.modules)), flush=True)
"""
LATER = (
    "core.agreement", "core.cli", "core.exchange.transfer", "core.formats.base", "core.preannotate.analysis.models",
    "core.preannotate.annotator", "core.reading.candidates", "core.reading.speech", "core.store.merging",
    "gui.commands.content", "gui.commands.quotation", "gui.exchange.export_dialog", "gui.exchange.import_dialog",
    "pymorphy3", "regex", "slovnet",
)  # fmt: skip
"""What the picture of a project needs nothing of (of NumPy and click only sqlite-utils, which opens the file)."""


def test_nothing_is_loaded_that_the_first_picture_does_not_need(tmp_path: Path) -> None:
    path, settings = tmp_path / "p.citata", tmp_path / "settings.json"
    make_project(path, SAMPLES)
    settings.write_text('{"author": "vera"}', encoding="utf-8")
    environment = {**os.environ, "CITATA_SETTINGS": str(settings), "XDG_STATE_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(path)],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    painted, later = (set(json.loads(line)) for line in done.stdout.splitlines())
    assert "gui.window.main_window" in painted
    assert [name for name in LATER if name in painted] == []
    assert {"pymorphy3", "core.reading.candidates", "gui.commands.quotation", "gui.exchange.import_dialog"} <= later
    assert "slovnet" not in later


def test_what_comes_behind_the_picture_comes_without_a_key(window: MainWindow) -> None:
    until(lambda: window.behind.done, "what comes behind the picture")
    icons = [command for command in COMMANDS if command.icon and command.id not in SUBMENUS]
    assert icons
    assert not [one.id for one in icons if window.commands.actions[one.id].icon().isNull()]


def test_nothing_comes_behind_a_picture_that_was_painted_while_a_project_is_opened(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[bool] = []
    monkeypatch.setattr(Dictionary, "load", lambda _: begun.append(is_waiting()))
    fresh = make_window(Settings(tmp_path / "settings.json"))
    opened = Event()

    def painted() -> None:
        fresh.show()
        fresh.repaint()
        QTimer.singleShot(3 * PAUSE, opened.set)

    QTimer.singleShot(0, fresh, painted)
    run_aside(opened.wait)
    until(lambda: begun, "what comes behind the picture")
    fresh.close()
    assert begun == [False]


def test_icons_follow_the_theme(window: MainWindow, qapp: QApplication) -> None:
    window.commands.show_icons()
    action = window.commands.actions["new-project"]
    light = action.icon().pixmap(16).toImage()
    window.desk.change(theme="dark")
    assert action.icon().pixmap(16).toImage() != light
