"""Run by test_care_two_windows: a process with a window of its own on a project, told what to do line by line.

    python -m tests.gui.care_neighbour PROJECT SETTINGS

``edit`` makes the second quotation a direct one or an indirect one in turn, ``close`` closes the window and ends.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from gui.app import make_app, make_window
from gui.desk.settings import Settings


def main() -> None:
    """Open the window, say so, and do what is asked for."""
    make_app()
    settings = Settings(Path(sys.argv[2]))
    settings.change(author="vera", language="en", theme="light")
    window = make_window(settings)
    window.show()
    window.desk.open_project(Path(sys.argv[1]))
    print("open" if window.session.writable else "looking", flush=True)
    names = ["direct", "mixed"]
    for line in sys.stdin:
        QApplication.processEvents()
        if line.strip() == "close":
            break
        window.session.select("q2")
        window.commands.actions[names[0]].trigger()
        names.reverse()
        print("done", flush=True)
    window.close()
    print("closed", flush=True)


if __name__ == "__main__":
    main()
