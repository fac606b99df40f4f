"""The canvas as a screen reader hears it: Qt's own read-only text widget with the text around the caret.

A text interface cannot be written in Python, but Qt's text widgets have one. So while a reader listens, one of them has
the keyboard in the canvas's stead: it lies unseen over the line of the caret, breaks its lines where the canvas does,
shows caret and selection, and leaves every key and click to the canvas. A long article is mirrored in part.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QPaintEvent, QTextCursor, QTextDocument, QTextOption
from PySide6.QtWidgets import QTextEdit

from core.model import Range
from gui.canvas.geometry import Excerpt
from gui.canvas.surface import Surface

AROUND = 16_000
"""Code points that are mirrored on each side of the caret at least."""
SPARE = 2_000
"""Nearer than this to the end of what is mirrored, more is mirrored."""
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)


class Mirror(QTextEdit):
    """The text of ``surface`` around its caret, for screen readers; draws nothing and takes no input."""

    keyboard_changed = Signal(bool)
    """It got the keyboard, or lost it."""

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface.viewport())  # the children of a scroll area itself are not in the tree
        self.setObjectName("mirror")
        self._surface = surface
        self._excerpt = Excerpt("", Range(0, 0))
        self._text: str | None = None
        self._document: QTextDocument | None = None
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAcceptDrops(False)
        self.setCursorWidth(0)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.viewport().setAutoFillBackground(False)

    # -- what is mirrored --------------------------------------------------------------------------------------------

    def show_caret(self, anchor: int, caret: int) -> None:
        """Mirror the surface's text around ``caret``, with what is selected from ``anchor`` on."""
        surface = self._surface
        if self._text is not surface.text or not self._holds(caret):
            self._load(caret)
        self._fit_lines()
        excerpt, cursor = self._excerpt, self.textCursor()
        cursor.setPosition(excerpt.unit(anchor))
        cursor.setPosition(excerpt.unit(caret), QTextCursor.MoveMode.KeepAnchor)
        self._put_over(caret)
        self.setTextCursor(cursor)

    @property
    def span(self) -> Range:
        """What of the article is mirrored."""
        return self._excerpt.span

    def _holds(self, caret: int) -> bool:
        """Tell whether ``caret`` is well inside of what is mirrored."""
        span, end = self.span, len(self._surface.text)
        low = span.start + SPARE if span.start else 0
        high = span.end - SPARE if span.end < end else end
        return low <= caret <= high

    def _load(self, caret: int) -> None:
        """Mirror the blocks around ``caret``. The document changes silently: the article's text is the same."""
        surface, column = self._surface, self._surface.column
        first, last = column.block_of(max(0, caret - AROUND)), column.block_of(min(len(surface.text), caret + AROUND))
        self._text = surface.text
        self._excerpt = Excerpt(surface.text, Range(column.blocks[first].start, column.blocks[last].end))
        document = QTextDocument(self._excerpt.text, self)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        self._set_font(document)
        self.setDocument(document)
        if self._document is not None:
            self._document.deleteLater()
        self._document = document

    def _fit_lines(self) -> None:
        """Break the lines where the surface does."""
        metrics = self._surface.metrics
        if self.document().defaultFont() != metrics.font:
            self._set_font(self.document())
        if self.lineWrapColumnOrWidth() != metrics.width:
            self.setLineWrapColumnOrWidth(metrics.width)

    def _set_font(self, document: QTextDocument) -> None:
        document.setDefaultFont(self._surface.metrics.font)

    def _put_over(self, caret: int) -> None:
        """Lie over the line of the caret, where a magnifier looks for it."""
        row = self._surface.line_box(caret)
        if row is not None:
            self.setGeometry(self._surface.left, round(row[1]), self._surface.metrics.width, row[2])

    # -- events ------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() in _KEYS:
            event.ignore()  # the canvas takes it, under which this stands
            return False
        if event.type() is QEvent.Type.Paint:
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw nothing."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.keyboard_changed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.keyboard_changed.emit(False)
