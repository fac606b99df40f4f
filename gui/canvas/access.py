"""What a screen reader is told of the canvas.

PySide cannot provide a text interface of its own, so the canvas speaks as a reader would hear a text: the letter, the
word or the line that the caret came to, what is selected, and which item. Nothing is done while no reader listens.
"""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from core.model import Annotation, Quotation, Range, ranges_of
from core.model.text import covered, token_at
from gui.canvas.surface import Surface
from gui.words.items import form_words

LONGEST = 300
"""Code points that are read out at once."""


def announce_item(view: Surface, item: Annotation, speaker: str | None) -> None:
    """Say which item is selected: its kind, its words, its speaker."""
    if QAccessible.isActive():
        say(view, spoken_item(view.text, item, speaker))


def announce_caret(view: Surface, before: int, caret: int, selection: Range | None) -> None:
    """Say what the caret came to from ``before``, or what is selected."""
    if QAccessible.isActive():
        say(view, spoken_caret(view, before, caret, selection))


def spoken_item(text: str, item: Annotation, speaker: str | None) -> str:
    """Return an item in words."""
    words = covered(text, ranges_of(item))
    if not isinstance(item, Quotation):
        return f"{item.label}: {words}"
    kind = form_words(item.form)
    return f"{kind}, {speaker}: {words}" if speaker is not None else f"{kind}: {words}"


def spoken_caret(view: Surface, before: int, caret: int, selection: Range | None) -> str:
    """Return the selection, else the line after a move to another line, else the letter or word at the caret."""
    text = view.text
    if selection is not None:
        return text[selection.start : min(selection.end, selection.start + LONGEST)]
    line = view.line_range(caret)
    if not line.start <= before <= line.end:
        return text[line.start : line.end]
    if caret in (view.next_gap(before), view.previous_gap(before)):
        return text[caret : view.next_gap(caret)]
    return text[slice(*token_at(text, min(caret, len(text) - 1)))] if text else ""


def say(view: Surface, words: str) -> None:
    """Send ``words`` to the screen reader."""
    view.setAccessibleDescription(words[:LONGEST])
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(view, words[:LONGEST]))
