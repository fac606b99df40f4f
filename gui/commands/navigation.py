"""Which items navigation stops at, and resolving many of them as one act."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from core.model import Annotation, Entity, Quotation, edits
from core.model.scope import open_items
from gui.desk.desk import Desk
from gui.look.languages import mark, tr
from gui.marking.done import AcceptAllDialog, scope_of

TAB_STOPS: tuple[tuple[str, str], ...] = (
    ("all", mark("Tab stops at every proposal.")),
    ("quotations", mark("Tab stops at quotations only.")),
    ("entities", mark("Tab stops at entities only.")),
)


def alike(item: Annotation, other: Annotation) -> bool:
    """Tell whether two items are of one kind: quotations of one form, entities of one label."""
    if isinstance(item, Quotation):
        return isinstance(other, Quotation) and other.form is item.form
    return isinstance(other, Entity) and other.label == item.label


class NavigationCommands:
    """Commands about many items at once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def kinds(self) -> None:
        """Let Tab stop at all items, at quotations only, at entities only, in turn."""
        names = [name for name, _ in TAB_STOPS]
        current = self._desk.settings.values.tab_stops
        chosen, said = TAB_STOPS[(names.index(current) + 1) % len(names) if current in names else 0]
        self._desk.settings.change(tab_stops=chosen)
        self._desk.say(tr(said))

    def by_score(self) -> None:
        """Toggle the order of navigation: the least sure proposals first, or the order of the text."""
        by_score = not self._desk.settings.values.least_sure_first
        self._desk.settings.change(least_sure_first=by_score)
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
        dialog = AcceptDialog(self._desk, waiting)
        if dialog.exec():
            self._accept(dialog.chosen())

    def _ask(self, wanted: Callable[[Annotation], bool]) -> None:
        """Accept the open items that ``wanted`` picks, once it is said how many of what they are."""
        session = self._desk.session
        if session.layer is None:
            return
        found = [item for item in open_items(session.layer, scope_of(session.project)) if wanted(item)]
        if len(found) > 1:
            AcceptAllDialog(self._desk, found, lambda: self._accept(found)).open()
        else:
            self._accept(found)

    def _accept(self, items: Sequence[Annotation]) -> None:
        session = self._desk.session
        if session.layer is not None and session.do(edits.accept(session.layer, [item.id for item in items])):
            self._desk.say(tr("%n item(s) accepted", len(items)))
        else:
            self._desk.say(tr("Nothing of this kind is open."))
