"""The tool tip of the canvas: what the window has to say of the marks under the mouse, as plain text."""

from __future__ import annotations

import html

from PySide6.QtCore import QPointF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from gui.canvas.page import ArticlePage
from gui.canvas.selected import handle_at


def show_tip(view: ArticlePage, event: QHelpEvent) -> None:
    """Show the words for the marks under the mouse, hide the tip where there are none."""
    point = QPointF(event.pos())
    letter = view.letter_at(point) if handle_at(view, point) is None else None
    marks = view.marks_at(letter) if letter is not None else []
    words = view.tooltip_for(marks) if marks and view.tooltip_for is not None else ""
    if words:
        QToolTip.showText(event.globalPos(), plain(words), view.viewport())
    else:
        QToolTip.hideText()


def plain(words: str) -> str:
    """Return ``words`` so that a tool tip shows them unchanged, whatever characters they contain."""
    return "<p style='white-space:pre-wrap'>" + html.escape(words) + "</p>"
