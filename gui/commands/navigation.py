"""Which items navigation stops at, and resolving many of them as one act."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from core.model import Annotation, Entity, Quotation, edits
from core.model.scope import open_items
from gui.canvas.view import TextView
from gui.desk.desk import Desk
from gui.look.languages import tr
from gui.marking.done import AcceptAllDialog, scope_of
from gui.words.scope import STOPS


def alike(item: Annotation, other: Annotation) -> bool:
    """Tell whether two items are of one kind: quotations of one form, entities of one label."""
    if isinstance(item, Quotation):
        return isinstance(other, Quotation) and other.form is item.form
    return isinstance(other, Entity) and other.label == item.label


class NavigationCommands:
    """Commands about many items at once."""

    def __init__(self, desk: Desk, view: TextView) -> None:
        self._desk, self._view = desk, view

    def kinds(self) -> None:
        """Let Tab stop at all items, at quotations only, at entities only, in turn."""
        names = [name for name, _, _ in STOPS]
        current = self._desk.settings.values.stops
        self._stop_at(names[(names.index(current) + 1) % len(names) if current in names else 0])

    def widen(self) -> None:
        """Let Tab stop at everything again."""
        self._stop_at("all")

    def _stop_at(self, stops: str) -> None:
        self._desk.settings.change(stops=stops)
        self._desk.say(next(tr(said) for name, said, _ in STOPS if name == stops))
        self._desk.commands_changed.emit()

    def by_score(self) -> None:
        """Toggle the order of navigation: the least sure proposals first, or the order of the text."""
        by_score = not self._desk.settings.values.navigate_by_score
        self._desk.settings.change(navigate_by_score=by_score)
        self._desk.say(tr("The least sure come first.") if by_score else tr("Tab follows the text."))
        self._desk.commands_changed.emit()

    def accept_like(self) -> None:
        """Accept what is open of the selected item's kind and at least as sure, as one edit; ask first."""
        session = self._desk.session
        layer, item = session.layer, session.item
        if layer is None or item is None:
            return
        least = item.score if item.score is not None else 0.0
        self._ask(lambda other: alike(item, other) and (other.score if other.score is not None else 0.0) >= least)

    def accept_entities(self) -> None:
        """Accept every open entity of the article as one edit; ask first."""
        self._ask(lambda other: isinstance(other, Entity))

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
        dialog = AcceptDialog(self._desk, waiting, self._view.visible_range())
        if dialog.exec():
            self._accept(dialog.chosen())

    def _ask(self, wanted: Callable[[Annotation], bool]) -> None:
        """Accept the open items that ``wanted`` picks, once it is said how many of what they are."""
        session = self._desk.session
        if session.layer is None:
            return
        found = [item for item in open_items(session.layer, scope_of(session.project)) if wanted(item)]
        if len(found) > 1:
            AcceptAllDialog(self._desk, found, self._view.visible_range(), lambda: self._accept(found)).open()
        else:
            self._accept(found)

    def _accept(self, items: Sequence[Annotation]) -> None:
        session = self._desk.session
        ids = [item.id for item in items]
        if session.make(lambda layer: edits.accept(layer, ids)):
            self._desk.say(tr("%n item(s) accepted", len(items)))
        else:
            self._desk.say(tr("Nothing of this kind is open."))
