"""What the canvas tells of its marks: by the mouse that rests on them, or by a key for the selected item."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from core.errors import UserError
from core.model.marks import Mark
from gui.desk.session import Session
from gui.words.tips import tip_words


def told(session: Session, marks: Iterable[Mark]) -> str:
    """Return what is known of marks of the open layer; empty for none."""
    layer, project = session.layer, session.project
    if layer is None or project is None:
        return ""

    def last_change(item: str) -> tuple[str, datetime] | None:
        try:
            return project.last_change(layer.article.id, layer.annotator, item)
        except UserError:
            return None  # a file in trouble is told elsewhere; a tip is no place for it

    return tip_words(marks, layer, session.schema, last_change, session.lesson)
