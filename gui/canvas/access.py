"""What a screen reader is told of the canvas.

PySide cannot hand out a text interface of its own, so the canvas speaks as a reader would hear a text: the letter, the
word or the line that the caret came to, what is selected, and which item. Nothing is done while no reader listens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from core.model import Annotation, Quotation, ranges_of
from core.model.text import covered, token_at
from gui.words.items import form_words

if TYPE_CHECKING:
    from gui.canvas.view import TextView

LONGEST = 300
"""Code points that are read out at once."""


def announce_item(view: TextView, item: Annotation) -> None:
    """Say which item is selected: its kind, its words, its speaker."""
    if QAccessible.isActive():
        say(view, spoken_item(view, item))


def announce_caret(view: TextView, before: int) -> None:
    """Say what the caret came to from ``before``, or what is selected."""
    if QAccessible.isActive():
        say(view, spoken_caret(view, before))


def spoken_item(view: TextView, item: Annotation) -> str:
    """Return an item in words."""
    words = covered(view.text, ranges_of(item))
    if not isinstance(item, Quotation):
        return f"{item.label}: {words}"
    actor = view.layer.actor(item.speaker) if view.layer is not None else None
    kind = form_words(item.form)
    return f"{kind}, {actor.name}: {words}" if actor is not None else f"{kind}: {words}"


def spoken_caret(view: TextView, before: int) -> str:
    """Return the selection, else the line after a move to another line, else the letter or word at the caret."""
    text, caret = view.text, view.caret
    if view.selection is not None:
        return text[view.selection.start : min(view.selection.end, view.selection.start + LONGEST)]
    line = view.line_range(caret)
    if not line.start <= before <= line.end:
        return text[line.start : line.end]
    if caret in (view.next_gap(before), view.previous_gap(before)):
        return text[caret : view.next_gap(caret)]
    return text[slice(*token_at(text, min(caret, len(text) - 1)))] if text else ""


def say(view: TextView, words: str) -> None:
    """Hand ``words`` to the screen reader."""
    view.setAccessibleDescription(words[:LONGEST])
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(view, words[:LONGEST]))
