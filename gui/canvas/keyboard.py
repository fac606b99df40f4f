"""The keyboard on the canvas: moving the caret, extending the selection, copying. Every other key is the window's."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from core.model.text import next_token, paragraph_at, previous_token
from gui.canvas.page import ArticlePage

Key = Qt.Key
_COPY = {Key.Key_C, 0x0421, Key.Key_Insert}
_ALL = {Key.Key_A, 0x0424}
"""С and Ф: the same physical keys under ЙЦУКЕН."""


class Keys:
    """What keys do to the caret; remembers the column that Up and Down aim at."""

    def __init__(self, view: ArticlePage, let_go: Callable[[], bool]) -> None:
        """``let_go`` drops an edge that is dragged, and tells whether one was."""
        self._view, self._let_go = view, let_go
        self._aim: float | None = None

    def handle(self, event: QKeyEvent) -> bool:
        """Do what the key says; tell whether it was one of ours."""
        view, key = self._view, event.key()
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
            return False
        if key == Key.Key_Escape:
            return self._escape()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if ctrl and not shift and key in _COPY:
            copy(view)
            return True
        if ctrl and not shift and key in _ALL:
            view.select(0, len(view.text))
            return True
        to = self._target(key, ctrl)
        if to is None:
            return False
        if not shift and view.selection is not None and not ctrl and key in (Key.Key_Left, Key.Key_Right):
            to = view.selection.start if key == Key.Key_Left else view.selection.end
        view.select(self._anchor(key, ctrl) if shift else to, to)
        view.show_caret()
        return True

    def _anchor(self, key: int, ctrl: bool) -> int:
        """Return where the selection begins: one by words without the white space before its first word."""
        view = self._view
        if not ctrl or view.selection is not None:
            return view.anchor
        right = next_token(view.text, view.anchor) if key == Key.Key_Right else None
        left = previous_token(view.text, view.anchor) if key == Key.Key_Left else None
        if right is not None:
            return max(view.anchor, right.start)
        return min(view.anchor, left.end) if left is not None else view.anchor

    def forget_aim(self) -> None:
        """Forget the remembered column, so that Up and Down start from the caret."""
        self._aim = None

    def _escape(self) -> bool:
        if self._let_go():
            return True
        if self._view.selection is not None:
            self._view.select(self._view.caret, self._view.caret)
            return True
        return False

    def _target(self, key: int, ctrl: bool) -> int | None:
        """Return where the caret goes; None where the key is not ours."""
        view = self._view
        if key in (Key.Key_Up, Key.Key_Down):
            return self._paragraph(key) if ctrl else self._line(-1 if key == Key.Key_Up else 1)
        if key in (Key.Key_PageUp, Key.Key_PageDown):
            return self._page(-1 if key == Key.Key_PageUp else 1)
        aim, self._aim = self._aim, None
        match key:
            case Key.Key_Left:
                return self._word_left() if ctrl else view.previous_gap(view.caret)
            case Key.Key_Right:
                return self._word_right() if ctrl else view.next_gap(view.caret)
            case Key.Key_Home:
                return 0 if ctrl else view.line_range(view.caret).start
            case Key.Key_End:
                return len(view.text) if ctrl else view.line_range(view.caret).end
        self._aim = aim
        return None

    def _word_left(self) -> int:
        token = previous_token(self._view.text, self._view.caret)
        return token.start if token is not None else 0

    def _word_right(self) -> int:
        token = next_token(self._view.text, self._view.caret)
        return token.end if token is not None else len(self._view.text)

    def _paragraph(self, key: int) -> int:
        text, caret = self._view.text, self._view.caret
        here = paragraph_at(text, caret)
        if key == Key.Key_Down:
            return min(len(text), here.end + 1)
        return here.start if caret > here.start else paragraph_at(text, max(0, here.start - 1)).start

    def _line(self, step: int) -> int:
        found = self._view.line_step(self._view.caret, step, self._aim)
        self._aim = found[1]
        return found[0]

    def _page(self, way: int) -> int:
        """Scroll by nearly a window and take the caret along at its height."""
        view = self._view
        page = max(view.metrics.pitch, view.viewport().height() - 2 * view.metrics.pitch)
        lines = max(1, page // view.metrics.pitch)
        view.scroll_by(way * page)
        to = view.caret
        for _ in range(lines):
            step, self._aim = view.line_step(to, way, self._aim)
            if step == to:
                break
            to = step
        return to


def copy(view: ArticlePage) -> None:
    """Put the selected span of the canonical text on the clipboard."""
    if view.selection is not None:
        QGuiApplication.clipboard().setText(view.text[view.selection.start : view.selection.end])
