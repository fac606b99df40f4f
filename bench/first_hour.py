"""Play a newcomer through the first hour: fresh settings, real events at the real window, to the first exported file.

    python bench/first_hour.py [--list]

The name is typed at the first start, the tour taken: accept a proposal, correct a speaker, cut a range, link two
halves, mark the article done, export JSONL. An act is a key press (a chord is one), a click, a drag, or a name typed.
In every window and dialog that is seen on the way, controls without an accessible name or without a tooltip are
counted, and words that are not in the window's language, which is Russian; so are sentences without a translation.
``--list`` names them. The last line is JSON.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import click
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QToolButton,
    QWidget,
)

from bench.common.report import finish
from gui.app import make_app, make_window, process_events
from gui.desk.settings import Settings
from gui.exchange.export_dialog import ExportDialog
from gui.marking.done import DoneDialog
from gui.tour.tour import Tour
from gui.window.main_window import MainWindow
from tests.gui.view_helpers import drag, gap
from tests.gui.window.test_accessible_names import nameless
from tools.translations import faults

TIPPED = (QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)
"""Controls that are to have a tooltip."""
SAME = re.compile(
    r"[\W\d_]*|.*\.(citata|jsonl|txt|csv|tsv)|English|Citata.*|JSONL|(Ctrl|Shift|Alt)\+.*|[A-Z]{1,5}"
    r"|Del|Enter|.+ \(\.[\w.]+\)"
)
"""What is written alike in every language: signs, file names, names of formats and labels, keys."""


class Newcomer:
    """Hands that count their acts, and eyes that look at every window before them."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.acts: list[str] = []
        self.unnamed: set[str] = set()
        self.foreign: set[str] = set()

    def look(self, top: QWidget, scene: str) -> None:
        """Note the controls without name or tooltip, and the words that are not Russian."""
        self.unnamed |= {f"{scene}: without a name: {one}" for one in nameless(top)}
        self.unnamed |= {f"{scene}: without a tooltip: {one}" for one in untipped(top)}
        self.foreign |= {f"{scene}: {words}" for words in words_of(top) if is_foreign(words)}

    def type_name(self, field: QLineEdit, name: str) -> None:
        """Type a name over what is suggested."""
        self.acts.append(f"type the name {name}")
        for letter in name:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, ord(letter.upper()), Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(field, event)

    def click(self, button: QAbstractButton, what: str) -> None:
        """Click a button."""
        self.acts.append(f"click {what}")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def press(self, what: str, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in what has the keyboard."""
        self.acts.append(what)
        QTest.keyClick(QApplication.focusWidget() or self.window.view, key, held)

    def wait(self, condition: Callable[[], object], what: str) -> None:
        """Work on until the condition holds; SystemExit after a minute."""
        for _ in range(1200):
            if condition():
                return
            process_events(make_app(), 50)
        raise SystemExit(f"Waited in vain for {what}")


def untipped(top: QWidget) -> Iterator[str]:
    """Yield the controls in sight under ``top`` that have no tooltip; parts of other controls are those."""
    for widget in top.findChildren(QWidget):
        inner = isinstance(widget.parent(), (QComboBox, QAbstractSpinBox, QTabBar, QLineEdit))
        if not isinstance(widget, TIPPED) or inner or not widget.isVisibleTo(top):
            continue
        own = widget.objectName().startswith("qt_")
        action = widget.defaultAction() if isinstance(widget, QToolButton) else None
        if not own and not widget.toolTip() and action is None:
            words = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
            yield f"{type(widget).__name__} {words!r} in {type(widget.parent()).__name__}"


def words_of(top: QWidget) -> Iterator[str]:
    """Yield the words in sight under ``top``: of labels, buttons and choices, and of tooltips."""
    for widget in top.findChildren(QWidget):
        if not widget.isVisibleTo(top):
            continue
        if isinstance(widget, (QLabel, QAbstractButton)):
            yield widget.text()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(at) for at in range(widget.count()))
        yield widget.toolTip()


def is_foreign(words: str) -> bool:
    """Tell whether words are a sentence without a letter of Cyrillic."""
    return not re.search("[а-яё]", words, re.IGNORECASE) and SAME.fullmatch(words.strip()) is None


def play(folder: Path) -> Newcomer:
    """Do the first hour with settings and files in ``folder``."""
    settings = Settings(folder / "settings.json")
    settings.values.language = "ru"
    settings.values.export_folder = str(folder)
    window = make_window(settings)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    process_events(make_app(), 200)
    hands = Newcomer(window)
    hands.look(window, "first page")
    hands.type_name(window.welcome.first.name, "Вера")
    hands.click(window.welcome.tour, "the tour")
    tour = window.findChild(Tour)
    assert tour is not None

    def wait_for(step: str) -> None:
        hands.wait(lambda: tour.step is not None and tour.step.id == step, f"the step {step}")
        process_events(make_app(), 300)
        hands.look(window, "window")

    wait_for("accept")
    hands.press("Enter: accept", Qt.Key.Key_Return)
    wait_for("speaker")
    right = next(at for at, one in enumerate(window.inspector.candidates, 1) if "Мухина" in one.actor.name)
    hands.press(f"{right}: the right speaker", Qt.Key(Qt.Key.Key_0.value + right))
    wait_for("cut")
    text = window.view.text
    end = text.index("пояснил он") + len("пояснил он")
    hands.acts.append("drag over the author's words")
    drag(window.view, gap(window.view, text.rindex("»", 0, end) + 1), gap(window.view, end, before=True))
    hands.press("X: take them away", Qt.Key.Key_X)
    wait_for("link")
    hands.press("J: join", Qt.Key.Key_J)
    wait_for("done")
    QTimer.singleShot(0, lambda: accept_the_rest(hands))
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    hands.press("Ctrl+Shift+Enter: done", Qt.Key.Key_Return, both)
    wait_for("export")
    QTimer.singleShot(0, lambda: export(hands))
    hands.press("Ctrl+E: export", Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    hands.wait(lambda: tour.step is None, "the exported file")
    process_events(make_app(), 300)
    hands.look(window, "window")
    if not list(folder.glob("*.jsonl")):
        raise SystemExit("There is no exported file")
    window.close()
    return hands


def accept_the_rest(hands: Newcomer) -> None:
    """Look at the question about what is open, and accept it."""
    dialog = QApplication.activeModalWidget()
    if not isinstance(dialog, DoneDialog):
        QTimer.singleShot(50, lambda: accept_the_rest(hands))
        return
    process_events(make_app(), 300)
    hands.look(dialog, "done")
    hands.click(dialog.accept_these, "accept what is open")


def export(hands: Newcomer) -> None:
    """Look at the export dialog, and write."""
    dialog = QApplication.activeModalWidget()
    if not isinstance(dialog, ExportDialog):
        QTimer.singleShot(50, lambda: export(hands))
        return
    hands.wait(dialog.go.isEnabled, "the preview of the export")
    hands.look(dialog, "export")
    hands.press("Enter: export", Qt.Key.Key_Return)


@click.command()
@click.option("--list", "named", is_flag=True, help="Name what is unnamed and untranslated.")
def main(named: bool) -> None:
    """Count the acts to the first exported file, controls without name or tooltip, and words without translation."""
    make_app()
    with tempfile.TemporaryDirectory() as folder:
        hands = play(Path(folder))
    for act in hands.acts:
        print(f"  {act}")
    missing = set(faults("ru"))
    if named or hands.unnamed or hands.foreign or missing:
        for line in sorted(hands.unnamed | hands.foreign | missing):
            print(f"  {line}")
    finish(
        {
            "acts": len(hands.acts),
            "unnamed_controls": len(hands.unnamed),
            "untranslated": len(hands.foreign) + len(missing),
        }
    )


if __name__ == "__main__":
    main()
