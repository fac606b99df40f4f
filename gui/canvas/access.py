"""What a screen reader is told of the canvas beside its text: the selected item, and the marks that begin and end.

The text itself, by letter, word and line, is read from the ``Mirror``.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtGui import QAccessible

from core.model import Annotation, Entity, Quotation, State
from core.model.layer import Layer
from core.model.marks import Mark
from core.model.schema import Schema
from gui.look.announce import announce
from gui.words.spoken import spoken_crossing, spoken_item


class Page(Protocol):
    """What is asked of the canvas (``ArticlePage``)."""

    layer: Layer | None
    schema: Schema

    def marks_at(self, letter: int) -> list[Mark]:
        """Return the visible marks on a letter, the shortest first."""
        ...

    def hasFocus(self) -> bool:
        """Tell whether the canvas has the keyboard."""
        ...


def announce_item(view: Page, item: Annotation) -> None:
    """Say which item is selected: its kind, state, confidence, speaker, words."""
    if QAccessible.isActive() and view.layer is not None:
        announce(spoken_item(item, view.layer, view.schema))


def announce_crossing(view: Page, before: int, caret: int) -> None:
    """Say which items the caret left and which it came into, on its way from ``before``."""
    if QAccessible.isActive() and view.hasFocus():
        announce(spoken_crossing(items_at(view, before), items_at(view, caret), view.schema))


def items_at(view: Page, offset: int) -> list[Annotation]:
    """Return the visible items whose content, or whose entity, the letter after a gap belongs to; the longest first."""
    if view.layer is None:
        return []
    items = [
        view.layer.get(mark.item) for mark in reversed(view.marks_at(offset)) if mark.part in ("content", "entity")
    ]
    return [item for item in items if isinstance(item, (Entity, Quotation)) and item.state is not State.REJECTED]
