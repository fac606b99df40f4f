"""Walk the AT-SPI tree of the real window, of its panels and of every dialog, as a screen reader does.

    python bench/accessible.py [--tree]

Every control must have a role and a name; a combo box, which Qt gives its value for a name, a label. The object that
has the keyboard in the article must have a text interface with the whole text, and a caret that follows the keys.
``--tree`` prints the tree. Needs Debian's xvfb, openbox, dbus, xdotool, at-spi2-core and python3-pyatspi. The
last line is JSON.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

import click

from bench.common.desktop import SYSTEM_PYTHON, run_on_own_desktop
from bench.common.report import finish

WALK = ROOT / "bench" / "common" / "atspi_tree.py"
CONTROLS = {
    "push button", "toggle button", "check box", "radio button", "combo box", "text", "entry", "password text",
    "spin button", "slider", "list", "list box", "list item", "table", "table cell", "tree", "tree table", "tree item",
    "page tab", "page tab list", "menu", "menu item", "check menu item", "radio menu item", "progress bar", "link",
    "dialog", "frame", "alert", "window",
}  # fmt: skip
PANELS = ("find", "checks", "history", "corrections", "as-of", "compare")
Node = dict[str, Any]


def main_inside(tree: bool) -> None:
    """Open the window here, walk it in every state, and print the figures."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from gui.app import make_app, make_window, process_events
    from gui.desk.settings import Settings
    from tests.gui.dialogs import DIALOGS
    from tests.gui.window_helpers import SAMPLES, make_project

    app = make_app()
    seen: dict[tuple[object, ...], Node] = {}
    with tempfile.TemporaryDirectory() as folder, subprocess.Popen(["openbox"]) as manager:
        path = Path(folder) / "press.citata"
        make_project(path, SAMPLES)
        settings = Settings(Path(folder) / "settings.json")
        settings.change(author="vera", language="en", theme="light")
        window = make_window(settings)
        window.show()
        window.desk.open_project(path)
        window.activateWindow()
        window.focus_text()
        walk(False)  # the first one wakes Qt's side of it
        process_events(app, 2000)
        note(seen, "window", walk(tree), None)
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Right):
            QTest.keyClick(QApplication.focusWidget(), key)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        process_events(app, 300)
        text = text_interface(walk(False), window.view.text, 3)
        for item in ("q1", "e1"):
            window.session.select(item)
            process_events(app, 300)
            note(seen, f"window, {item} selected", walk(tree), None)
        for name in PANELS:
            window.desk.trigger(name)
            process_events(app, 300)
            note(seen, f"panel {name}", walk(tree), None)
            window.desk.trigger(name)
        for kind, make in DIALOGS.items():
            dialog = make(window, Path(folder))
            dialog.show()
            process_events(app, 400)
            window.jobs.finish()
            note(seen, kind.__name__, walk(tree), dialog.windowTitle())
            dialog.close()
            process_events(app, 50)
        window.close()
        manager.terminate()
    report(seen, text)


def walk(tree: bool) -> list[Node]:
    """Return the objects that are showing, read by another process while this one answers it."""
    from PySide6.QtCore import QEventLoop, QProcess

    process, loop = QProcess(), QEventLoop()
    process.finished.connect(loop.quit)
    process.start(SYSTEM_PYTHON, [str(WALK), "citata"])
    loop.exec()
    if process.exitCode():
        print(bytes(process.readAllStandardError().data()).decode())
        raise SystemExit(1)
    nodes = [json.loads(line) for line in bytes(process.readAllStandardOutput().data()).decode().splitlines()]
    if tree:
        for node in nodes:
            print(" " * len(node["path"]), node["role"], repr(node["name"]), " ".join(map(repr, node["labels"])))
    return nodes


def note(seen: dict[tuple[object, ...], Node], scene: str, nodes: list[Node], frame: str | None) -> None:
    """Keep the controls of a scene: of a dialog's frame, or of the window with what it opened."""
    found = [node for node in nodes if is_control(node) and (frame is None or node["frame"].startswith(frame))]
    for node in found:
        key = (node["frame"], node["role"], node["name"], *node["labels"], *node["path"])
        seen.setdefault(key, {**node, "scene": scene})
    print(f"{scene:32} {len(found):4} controls, {sum(not named(node) for node in found)} unnamed")


def is_control(node: Node) -> bool:
    """Tell whether a person acts on an object: by its role, or because the keyboard reaches it."""
    return node["role"] in CONTROLS or "focusable" in node["states"]


def named(node: Node) -> bool:
    """Tell whether a control has a role and a name that says what it is."""
    if node["role"] in ("", "unknown", "invalid"):
        return False
    words = node["labels"] if node["role"] == "combo box" else [node["name"], *node["labels"]]
    return any(word.strip() for word in words)


def text_interface(nodes: list[Node], text: str, caret: int) -> bool:
    """Tell whether what has the keyboard gives the article's text, its caret where the keys brought it."""
    focused = [node for node in nodes if "focused" in node["states"] and node["text"] is not None]
    return len(focused) == 1 and focused[0]["text"] == text and focused[0]["caret"] == caret


def report(seen: dict[tuple[object, ...], Node], text: bool) -> None:
    """Print the roles, what has no name, and the figures."""
    roles: dict[str, int] = {}
    for node in seen.values():
        roles[node["role"]] = roles.get(node["role"], 0) + 1
    print(", ".join(f"{count} {role}" for role, count in sorted(roles.items(), key=lambda pair: -pair[1])))
    nameless = [node for node in seen.values() if not named(node)]
    for node in nameless:
        where = f"at {node['path']} of {node['frame']!r} ({' '.join(node['states'])})"
        print(f"  unnamed in {node['scene']}: {node['role']} {node['name']!r} {where}")
    finish({"controls": len(seen), "unnamed": len(nameless), "text_interface": text})


@click.command()
@click.option("--tree", is_flag=True, help="Print the tree of every scene.")
@click.option("--inside", is_flag=True, hidden=True)
def main(tree: bool, inside: bool) -> None:
    """Count the controls of window, panels and dialogs, and those without a role or a name."""
    if inside:
        main_inside(tree)
        return
    command = [sys.executable, __file__, "--inside", *(["--tree"] if tree else [])]
    raise SystemExit(run_on_own_desktop(command, PYTHONPATH=os.pathsep.join([str(ROOT), *sys.path[1:2]])))


if __name__ == "__main__":
    main()
