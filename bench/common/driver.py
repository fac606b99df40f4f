"""Drive the real window: key presses, clicks and drags as events on its widgets, counted one by one.

A chord, a click, a drag, a scroll that brings a position into view, and a typed letter each count one.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from core.model import Range
from core.model.marks import Part
from core.model.text import snap, token_at
from gui.canvas.selected import Handle, handle_at, handles
from gui.window.main_window import MainWindow

Modifier = Qt.KeyboardModifier
NONE, CTRL, ALT, SHIFT = (
    Modifier.NoModifier,
    Modifier.ControlModifier,
    Modifier.AltModifier,
    Modifier.ShiftModifier,
)
KEYS = {
    "[": Qt.Key.Key_BracketLeft,
    "]": Qt.Key.Key_BracketRight,
    "'": Qt.Key.Key_Apostrophe,
    ".": Qt.Key.Key_Period,
    ",": Qt.Key.Key_Comma,
    "=": Qt.Key.Key_Equal,
}
"""Marks by their keys; letters, digits and named keys are Qt's own names."""


class Key(NamedTuple):
    """A key press, as the table of commands writes it; ``Shift+Return`` is one."""

    chord: str


class Typed(NamedTuple):
    """Words typed into the field that has the keyboard: as many gestures as letters."""

    words: str


class Click(NamedTuple):
    """A click on the letter at ``offset``."""

    offset: int
    ctrl: bool = False


class Drag(NamedTuple):
    """A drag that takes exactly ``span``, on whole words or with Alt."""

    span: Range
    ctrl: bool = False


class Pull(NamedTuple):
    """A drag of the handle at one edge of a span of the selected item."""

    part: Part
    span: Range
    at_start: bool
    to: int


Gesture = Key | Typed | Click | Drag | Pull


def cost(gestures: tuple[Gesture, ...]) -> int:
    """Return how many presses, clicks and drags that is."""
    return sum(len(gesture.words) if isinstance(gesture, Typed) else 1 for gesture in gestures)


class Impossible(Exception):
    """Raised where a gesture cannot be made: handles overlap, or a position is out of view."""


class Driver:
    """Make gestures in a window and count them."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._view = window.view
        self.count = 0
        QApplication.setDoubleClickInterval(1)  # no two clicks here may count as a double click

    def make(self, gesture: Gesture) -> None:
        """Make one gesture; raise Impossible where the window does not allow it."""
        match gesture:
            case Key(chord):
                self._press(chord)
            case Typed(words):
                self._type(words)
            case Click(offset, ctrl):
                self._click(offset, CTRL if ctrl else NONE)
            case Drag(span, ctrl):
                self._drag(span, ctrl)
            case Pull():
                self._pull(gesture)
        QApplication.processEvents()

    # -- keys --------------------------------------------------------------------------------------------------------

    def _press(self, chord: str) -> None:
        *held, name = chord.split("+") if chord != "Shift+=" else ("Shift", "=")
        modifiers = NONE
        for one in held:
            modifiers |= {"Ctrl": CTRL, "Alt": ALT, "Shift": SHIFT}[one]
        code = KEYS.get(name) or getattr(Qt.Key, f"Key_{name.upper() if len(name) == 1 else name}")
        self.count += 1
        QTest.keyClick(self._target(), code, modifiers)

    def _target(self) -> QWidget:
        if QApplication.focusWidget() is None:  # a dialog has gone; a window manager makes its window active again
            self._window.activateWindow()
            QApplication.processEvents()
        return QApplication.focusWidget() or self._window.focusWidget() or self._view

    def _type(self, words: str) -> None:
        for letter in words:
            self.count += 1
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self._target(), QKeyEvent(kind, ord(letter.upper()), NONE, letter))

    # -- mouse -------------------------------------------------------------------------------------------------------

    def _click(self, offset: int, modifiers: Modifier) -> None:
        self._bring(Range(offset, offset + 1))
        point = self._middle(offset)
        self.count += 1
        QTest.mouseClick(self._view.viewport(), Qt.MouseButton.LeftButton, modifiers, point)

    def _drag(self, span: Range, ctrl: bool) -> None:
        self._bring(span)
        exact = snap(self._view.text, span) != span
        modifiers = (CTRL if ctrl else NONE) | (ALT if exact else NONE)
        start, end = self._ends(span, exact)
        self.count += 1
        self._move(start, end, modifiers)
        taken = self._view.selection
        assert ctrl or taken == span, f"the drag over {span} took {taken}"

    def _ends(self, span: Range, exact: bool) -> tuple[QPoint, QPoint]:
        """Return where to press and to let go, either way round, clear of the handles of the selected item."""
        view = self._view
        if exact:
            pairs = [(self._gap(span.start, False), self._gap(span.end, True))]
            pairs.append((pairs[0][1], pairs[0][0]))
        else:
            first, last = token_at(view.text, span.start), token_at(view.text, span.end - 1)
            heads, tails = [self._gap(span.start, False)], [self._gap(span.end, True)]
            heads += [self._middle(at) for at in range(first.start + 1, min(first.end, span.end) - 1)]
            tails += [self._middle(at) for at in range(last.end - 2, max(last.start, span.start), -1)]
            pairs = [(head, tails[0]) for head in heads] + [(tail, heads[0]) for tail in tails]
            if span.end - span.start == 1:
                pairs = [(self._gap(span.start, False), self._gap(span.end, True))]
                pairs.append((pairs[0][1], pairs[0][0]))
            elif first == last:
                pairs = [(head, tail) for head in heads for tail in tails if (head - tail).manhattanLength() > 11]
        free = [pair for pair in pairs if handle_at(view, QPointF(pair[0])) is None]
        far = [pair for pair in free if (pair[0] - pair[1]).manhattanLength() > 10]
        if not free:
            raise Impossible(f"no room to begin a drag over {span}")
        return (far or free)[0]

    def _pull(self, pull: Pull) -> None:
        self._bring(Range(min(pull.span.start, pull.to), max(pull.span.end, pull.to)))
        handle = self._handle(pull)
        self.count += 1
        target = self._gap(pull.to, not pull.at_start)
        self._move(handle.knob.toPoint(), target, ALT)

    def _handle(self, pull: Pull) -> Handle:
        for handle in handles(self._view):
            found = (handle.mark.part, handle.mark.range, handle.at_start)
            if found == (pull.part, pull.span, pull.at_start):
                taken = handle_at(self._view, QPointF(handle.knob.toPoint()))
                if taken != handle:
                    raise Impossible("another handle lies over the one that is wanted")
                return handle
        raise Impossible(f"no handle at {pull}")

    def _move(self, start: QPoint, end: QPoint, modifiers: Modifier) -> None:
        pad = self._view.viewport()
        QTest.mousePress(pad, Qt.MouseButton.LeftButton, modifiers, start)
        aside = start + QPoint(0, 14) if (end - start).manhattanLength() < 12 else start
        for point in (aside, start + (end - start) / 2, end):
            at = QPointF(point)
            event = QMouseEvent(
                QEvent.Type.MouseMove, at, QPointF(pad.mapToGlobal(at)), Qt.MouseButton.NoButton,
                Qt.MouseButton.LeftButton, modifiers,
            )  # fmt: skip
            QApplication.sendEvent(pad, event)
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, modifiers, end)

    # -- places ------------------------------------------------------------------------------------------------------

    def _bring(self, span: Range) -> None:
        """Turn the wheel until the whole of ``span`` is in the window; however far, it counts as one gesture."""
        view = self._view
        turned = False
        for _ in range(400):
            way = self._way_to(span)
            seen = view.visible_range()
            if way:
                self._wheel(way)
            if not way or view.visible_range() == seen:
                break  # it is there, or the article ends here
            turned = True
        self.count += turned

    def _way_to(self, span: Range) -> int:
        """Return which way to turn the wheel for ``span``: 1 up, -1 down, 0 where all of it is in the window."""
        view = self._view
        first, last = view.line_box(span.start), view.line_box(span.end, before=True)
        above = span.start < view.visible_range().start if first is None else first[1] < 0
        below = not above if last is None else last[1] + last[2] > view.viewport().height()
        if above and below:
            raise Impossible(f"{span} is taller than the window")
        return 1 if above else -1 if below else 0

    def _wheel(self, way: int) -> None:
        pad = self._view.viewport()
        at, turn = QPointF(pad.rect().center()), QPoint(0, 60 * way)
        event = QWheelEvent(
            at, QPointF(pad.mapToGlobal(at)), QPoint(0, 0), turn, Qt.MouseButton.NoButton, NONE,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(pad, event)
        QApplication.processEvents()

    def _middle(self, offset: int) -> QPoint:
        box = next(iter(self._view.boxes(Range(offset, offset + 1))), None)
        if box is None:
            raise Impossible(f"the letter at {offset} is not in the window")
        return box.center().toPoint()

    def _gap(self, offset: int, before: bool) -> QPoint:
        row = self._view.line_box(offset, before=before)
        if row is None:
            raise Impossible(f"the gap at {offset} is not in the window")
        return QPoint(round(row[0]), round(row[1] + row[2] / 2))
