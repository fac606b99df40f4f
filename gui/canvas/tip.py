"""The tool tip of the canvas: what the window has to say of the marks under the mouse, or of the selected item.

What is said is plain text, a block a mark, parted by empty lines; the first line of a block of several names it.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from core.model.marks import marks_of
from gui.canvas.page import ArticlePage
from gui.canvas.selected import handle_at
from gui.look.announce import announce

FOR = 60_000
"""Milliseconds that a tip asked for by a key stays, unless one moves on."""
WIDE = 62
"""Code points of a line from which on the tip breaks it."""


def show_tip(view: ArticlePage, event: QHelpEvent) -> None:
    """Show the words for the marks under the mouse, hide the tip where there are none."""
    point = QPointF(event.pos())
    letter = view.letter_at(point) if handle_at(view, point) is None else None
    marks = view.marks_at(letter) if letter is not None else []
    words = view.tooltip_for(marks) if marks and view.tooltip_for is not None else ""
    if words:
        near = next((box.toRect() for box in view.boxes(marks[0].range) if box.contains(point)), QRect())
        QToolTip.showText(event.globalPos(), plain(words), view.viewport(), near)  # it goes when the mouse leaves it
    else:
        QToolTip.hideText()


def tell_selected(view: ArticlePage) -> bool:
    """Show and say the words for the selected item, under its first line in sight; False where there are none."""
    item = view.selected
    if item is None or view.tooltip_for is None:
        return False
    words = view.tooltip_for(list(marks_of(item))[:1])
    if not words:
        return False
    seen = (view.line_box(offset) for span in view.ranges_of_selected() for offset in (span.start, span.end))
    row = next((box for box in seen if box is not None and 0 <= box[1] < view.viewport().height()), None)
    under = QPoint(round(row[0]), round(row[1]) + row[2]) if row is not None else QPoint(view.left, 0)
    QToolTip.showText(view.viewport().mapToGlobal(under), plain(words), view.viewport(), QRect(), FOR)
    announce(words.replace("\n\n", "\n").replace("\n", ". "))
    return True


def plain(words: str) -> str:
    """Return ``words`` so that a tool tip shows them unchanged, whatever characters they contain."""
    blocks = [_block(block.split("\n")) for block in words.split("\n\n")]
    longest = max(len(line) for line in words.split("\n"))
    inside = "<br><br>".join(blocks)
    if longest <= WIDE:
        return f"<p style='white-space:pre'>{inside}</p>"
    return f"<p style='white-space:pre-wrap'>{inside}</p>"


def _block(lines: list[str]) -> str:
    import html  # behind the first picture: it has a list of all the names of letters

    head, *rest = (html.escape(line) for line in lines)
    return "<br>".join([f"<b>{head}</b>" if rest else head, *rest])
