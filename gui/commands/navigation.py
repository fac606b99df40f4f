"""Which items the walk stops at, and settling many of them as one act."""

from __future__ import annotations

from core.model import Annotation, Entity, Quotation, edits
from core.model.scope import open_items
from gui.desk.desk import Desk
from gui.look.languages import mark, tr
from gui.marking.done import scope_of

WALKS: tuple[tuple[str, str], ...] = (
    ("all", mark("The walk stops at every proposal.")),
    ("quotations", mark("The walk stops at quotations only.")),
    ("entities", mark("The walk stops at entities only.")),
)


def alike(item: Annotation, other: Annotation) -> bool:
    """Tell whether two items are of one kind: quotations of one form, entities of one label."""
    if isinstance(item, Quotation):
        return isinstance(other, Quotation) and other.form is item.form
    return isinstance(other, Entity) and other.label == item.label


class WalkCommands:
    """Commands about many items at once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def kinds(self) -> None:
        """Let the walk stop at all items, at quotations only, at entities only, in turn."""
        names = [name for name, _ in WALKS]
        held = self._desk.settings.values.walk_kinds
        fresh, said = WALKS[(names.index(held) + 1) % len(names) if held in names else 0]
        self._desk.settings.change(walk_kinds=fresh)
        self._desk.say(tr(said))

    def by_score(self) -> None:
        """Walk the least sure proposals first, or in the order of the text."""
        fresh = not self._desk.settings.values.walk_by_score
        self._desk.settings.change(walk_by_score=fresh)
        self._desk.say(tr("The least sure come first.") if fresh else tr("The walk follows the text."))
        self._desk.commands_changed.emit()

    def accept_like(self) -> None:
        """Accept every open proposal of the selected item's kind that is at least as sure, as one act."""
        session = self._desk.session
        layer, item = session.layer, session.item
        if layer is None or item is None:
            return
        least = item.score if item.score is not None else 0.0
        self._accept(lambda other: alike(item, other) and (other.score if other.score is not None else 0.0) >= least)

    def accept_entities(self) -> None:
        """Accept every open entity of the article, as one act."""
        self._accept(lambda other: isinstance(other, Entity))

    def accept_many(self) -> None:
        """Ask which kinds and how sure, and accept those as one act."""
        from gui.marking.accept import AcceptDialog

        layer = self._desk.session.layer
        if layer is None:
            return
        waiting = open_items(layer, scope_of(self._desk.session.project))
        if not waiting:
            self._desk.say(tr("Nothing is open here. Ctrl+Shift+Enter marks the article as done."))
            return
        dialog = AcceptDialog(self._desk, waiting)
        if dialog.exec():
            chosen = {item.id for item in dialog.chosen()}
            self._accept(lambda other: other.id in chosen)

    def _accept(self, wanted: object) -> None:
        session = self._desk.session
        if session.layer is None or not callable(wanted):
            return
        edit = edits.accept_where(session.layer, wanted)
        if session.do(edit):
            self._desk.say(tr("%n proposal(s) accepted", sum(item.id != "head" for item in edit.added)))
        else:
            self._desk.say(tr("Nothing of this kind is open."))
