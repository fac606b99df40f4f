"""What a screen reader is told of the canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from core.model import Annotation, Quotation, ranges_of
from core.text import paragraph_at

if TYPE_CHECKING:
    from gui.text_view import TextView

LONGEST = 300
"""Code points that are read out at once."""


def announce_item(view: TextView, item: Annotation) -> None:
    """Say which item is selected: its kind, its words, its speaker."""
    words = " … ".join(view.text[start:end] for start, end in ranges_of(item))
    if isinstance(item, Quotation):
        actor = view.layer.actor(item.speaker) if view.layer is not None else None
        kind = f"{view.tr(item.form.value)}, {actor.name}" if actor is not None else view.tr(item.form.value)
    else:
        kind = item.label
    _say(view, f"{kind}: {words}")


def announce_selection(view: TextView) -> None:
    """Say what text is selected, else keep the caret's paragraph as the description."""
    if view.selection is not None:
        _say(view, view.text[view.selection.start : view.selection.end])
    elif QAccessible.isActive():
        paragraph = paragraph_at(view.text, view.caret)
        view.setAccessibleDescription(view.text[paragraph.start : paragraph.end][:LONGEST])


def _say(view: TextView, words: str) -> None:
    if QAccessible.isActive():
        view.setAccessibleDescription(words[:LONGEST])
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(view, words[:LONGEST]))
