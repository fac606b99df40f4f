"""Run by test_kill: a process with the window up, which makes children of itself that annotate without end.

    python kill_nursery.py PROJECT SETTINGS

For each line on standard input (a seed) a child opens the project in its window and works on it by key events. After
each edit that is painted it says ``seen ID DIGEST``: the log entry's id, and a digest of the layer that is on screen.
"""

from __future__ import annotations

import hashlib
import os
import random
import sys
import threading
from pathlib import Path

import msgspec
from PySide6.QtCore import QThreadPool

from core.model import Range
from core.model.layer import Layer
from core.model.text import token_at
from core.preannotate.analysis.models import dictionary
from gui.app import make_app, make_window
from gui.desk.settings import Settings
from gui.window.main_window import MainWindow
from tests.gui.waiting import until
from tests.gui.window_helpers import SAMPLES, make_project, press

KEYS = (
    "1", "2", "3", "D", "I", "M", "N", "U", "C", "S", "A", "[", "]", "Shift+]", "Tab", "Return", "Return", "Delete",
    "Ctrl+Z", "Ctrl+Z", "Ctrl+Shift+Z",
)  # fmt: skip


def digest(layer: Layer) -> str:
    """Return a digest of all that a layer holds."""
    items = sorted(layer.everything(), key=lambda item: item.id)
    return hashlib.sha256(msgspec.json.encode(items)).hexdigest()


def say(line: str) -> None:
    """Write a line to the one who kills, at once and in one piece."""
    os.write(1, f"{line}\n".encode())


def annotate(window: MainWindow, project: Path, chance: random.Random) -> None:
    """Work on the project until killed."""
    assert window.desk.open_project(project)
    session = window.session
    changes: list[object] = []
    session.changed.connect(changes.append)
    window.focus_text()
    assert session.project is not None
    assert session.layer is not None
    before = session.project.history(session.layer.article.id, session.layer.annotator)
    told = before[-1].id if before else 0
    while True:
        text = window.view.text
        if chance.random() < 0.5:
            first = token_at(text, chance.randrange(len(text) - 1))
            last = token_at(text, min(first.end + chance.randrange(30), len(text) - 1))
            window.view.set_selection(Range(first.start, last.end))
        window.focus_text()
        press(window, chance.choice(KEYS))
        window.view.viewport().repaint()
        assert session.project is not None
        assert session.layer is not None
        if changes:
            history = session.project.history(session.layer.article.id, session.layer.annotator, after=told)
            for entry in history:
                say(f"seen {entry.id} {digest(session.layer) if entry is history[-1] else '-'}")
            changes.clear()
            told = history[-1].id


def warm_up(window: MainWindow, folder: Path) -> None:
    """Do once what every child would do at its first key: load lexicons, lay out, paint.

    A child has no threads but its own: what another one held when it was made, the dictionary while it loads, would be
    held for ever.
    """
    make_project(folder / "warm.citata", SAMPLES)
    assert window.desk.open_project(folder / "warm.citata")
    press(window, "N", "U", "Ctrl+Z")
    window.session.close()
    until(lambda: window.behind.done, "what comes behind the picture")
    QThreadPool.globalInstance().waitForDone()
    dictionary()
    for thread in threading.enumerate():
        if thread.name.startswith("aside"):
            thread.join()


def main() -> None:
    """Make a child for each seed."""
    make_app()
    settings = Settings(Path(sys.argv[2]))
    settings.change(author="vera", language="en", theme="light")
    window = make_window(settings)
    window.resize(900, 500)
    window.show()
    warm_up(window, Path(sys.argv[2]).parent)
    for seed in sys.stdin:
        child = os.fork()
        if child == 0:
            annotate(window, Path(sys.argv[1]), random.Random(int(seed)))
        say(f"child {child}")
        os.waitpid(child, 0)
        say("gone")


if __name__ == "__main__":
    main()
