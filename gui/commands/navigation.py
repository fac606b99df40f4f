"""Which items the walk stops at, and settling many of them as one act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.model import Annotation, Entity, Quotation, State, edits
from gui.look.languages import mark, tr

if TYPE_CHECKING:
    from gui.window.main_window import MainWindow


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

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def kinds(self) -> None:
        """Let the walk stop at all items, at quotations only, at entities only, in turn."""
        names = [name for name, _ in WALKS]
        held = self._window.settings.values.walk_kinds
        fresh, said = WALKS[(names.index(held) + 1) % len(names) if held in names else 0]
        self._window.settings.change(walk_kinds=fresh)
        self._window.say(tr(said))

    def by_score(self) -> None:
        """Walk the least sure proposals first, or in the order of the text."""
        fresh = not self._window.settings.values.walk_by_score
        self._window.settings.change(walk_by_score=fresh)
        self._window.say(tr("The least sure come first.") if fresh else tr("The walk follows the text."))
        self._window.commands.refresh(force=True)

    def accept_like(self) -> None:
        """Accept every open proposal of the selected item's kind that is at least as sure, as one act."""
        session = self._window.session
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

        layer = self._window.session.layer
        if layer is None:
            return
        waiting = [item for item in layer.annotations() if item.state is State.AUTO]
        if not waiting:
            self._window.say(tr("Nothing is open here. Ctrl+Shift+Enter marks the article as done."))
            return
        dialog = AcceptDialog(self._window, waiting)
        if dialog.exec():
            chosen = {item.id for item in dialog.chosen()}
            self._accept(lambda other: other.id in chosen)

    def _accept(self, wanted: object) -> None:
        session = self._window.session
        if session.layer is None or not callable(wanted):
            return
        edit = edits.accept_where(session.layer, wanted)
        if session.do(edit):
            self._window.say(tr("%n proposal(s) accepted", sum(item.id != "head" for item in edit.added)))
        else:
            self._window.say(tr("Nothing of this kind is open."))
