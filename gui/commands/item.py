"""Navigation from item to item, accepting and rejecting on the way."""

from __future__ import annotations

from collections.abc import Callable

from core.model import Annotation, State, edits, is_open, ranges_of
from core.model.field_scores import in_doubt
from core.model.scope import Scope, open_items
from gui.canvas.view import TextView
from gui.desk.desk import Desk
from gui.inspector.inspector import Inspector
from gui.look.languages import tr
from gui.marking.done import AcceptAllDialog, scope_of, stops_at
from gui.words.scope import STOPS


def _stands(item: Annotation) -> bool:
    return item.state is not State.REJECTED


class ItemCommands:
    """Commands of the Review menu."""

    def __init__(self, desk: Desk, view: TextView, inspector: Inspector) -> None:
        self._desk, self._view, self._inspector = desk, view, inspector

    # -- going -------------------------------------------------------------------------------------------------------

    def next_open(self) -> None:
        """Go to the next proposal, wrapping at the end."""
        self._go(self._open_item(back=False))

    def previous_open(self) -> None:
        """Go to the previous proposal, wrapping at the start."""
        self._go(self._open_item(back=True))

    def next_item(self) -> None:
        """Go to the next item, settled or not."""
        self._go(self._step(back=False, wanted=_stands), tr("There is no item here yet."))

    def previous_item(self) -> None:
        """Go to the item before, settled or not."""
        self._go(self._step(back=True, wanted=_stands), tr("There is no item here yet."))

    def next_doubtful(self) -> None:
        """Go to the next proposed quotation whose speaker is in doubt, wrapping at the end."""
        scope = self._scope()
        self._go(self._step(back=False, wanted=lambda item: in_doubt(item, scope)), tr("No speaker is in doubt here."))

    def outer(self) -> None:
        """Select the next longer item around the selected one."""
        session = self._desk.session
        layer, item = session.layer, session.item
        if layer is None or item is None:
            return
        here = ranges_of(item)
        size = here[-1].end - here[0].start
        wider = []
        for mark in layer.at(here[0].start):
            other = layer.items[mark.item]
            if mark.item != item.id and getattr(other, "state", None) is not State.REJECTED:
                spans = ranges_of(other)
                if spans[-1].end - spans[0].start >= size:
                    wider.append((spans[-1].end - spans[0].start, mark.item))
        if wider:
            session.select(min(wider)[1])

    def _open_item(self, *, back: bool) -> Annotation | None:
        session = self._desk.session
        if session.layer is None:
            return None
        if self._desk.settings.values.navigate_by_score and not back:
            waiting = [item for item in session.layer.annotations() if self._open(item) and item.id != session.selected]
            return min(waiting, key=lambda item: item.score if item.score is not None else 1.0, default=None)
        return self._step(back=back, wanted=self._open)

    def _step(self, *, back: bool, wanted: Callable[[Annotation], bool]) -> Annotation | None:
        """Return the nearest wanted item after (before) the selected one or the caret, going on at the other end."""
        session = self._desk.session
        layer = session.layer
        if layer is None:
            return None
        start = session.item if session.item is not None else self._view.caret
        for begin in (start, len(layer.article.text) + 1 if back else 0):
            for item in layer.annotations_from(begin, back=back):
                if wanted(item):
                    return item
        return None

    def _open(self, item: Annotation) -> bool:
        """Tell whether navigation between proposals stops at ``item``."""
        return is_open(item) and self._scope().covers(item) and stops_at(item, self._desk.settings.values.stops)

    def _go(self, item: Annotation | None, nothing: str = "") -> None:
        if item is not None:
            self._desk.session.select(item.id)
        else:
            self._desk.say(nothing or self._nothing_open())

    def _nothing_open(self) -> str:
        """Say that navigation finds nothing more, and what it passes over where it is narrowed."""
        layer, stops = self._desk.session.layer, self._desk.settings.values.stops
        waiting = open_items(layer, self._scope()) if layer is not None else []
        passed = sum(not stops_at(item, stops) for item in waiting)
        if not passed:
            return tr("Nothing is open here. Ctrl+Shift+Enter marks the article as done.")
        said = next(tr(words) for name, words, _ in STOPS if name == stops)
        return f"{said} {tr('%n other item(s) are open here. V: stop at others too.', passed)}"

    # -- resolving ---------------------------------------------------------------------------------------------------

    def accept(self) -> None:
        """Accept the selected item and go on to the next open one."""
        session = self._desk.session
        if session.layer is not None and session.selected is not None:
            session.do(edits.accept(session.layer, [session.selected]))
            self.next_open()

    def reject(self) -> None:
        """Reject the selected proposal, or delete one's own item, and go on to the next open one."""
        session = self._desk.session
        if session.layer is None or session.selected is None:
            return
        item = session.item
        was_open = item is not None and is_open(item)
        after = self._open_item(back=False) if was_open else None
        if session.do(edits.delete(session.layer, [session.selected])):
            left = after is not None and after.id in session.layer.items and after.id != session.selected
            session.select(after.id if after is not None and left else None)

    def resolve(self, accept: bool) -> None:
        """Accept or reject the selected item, as the inspector's buttons do."""
        if accept:
            self.accept()
        else:
            self.reject()

    def accept_all(self) -> None:
        """Accept every open item of the article as one edit, once it is said how many of what they are."""
        session = self._desk.session
        if session.layer is None:
            return
        waiting = open_items(session.layer, self._scope())
        if waiting:
            seen, ids = self._view.visible_range(), [item.id for item in waiting]
            AcceptAllDialog(self._desk, waiting, seen, lambda: self._accept_these(ids)).open()
        else:
            self._go(None)

    def _accept_these(self, ids: list[str]) -> None:
        session = self._desk.session
        if session.make(lambda layer: edits.accept(layer, ids)):
            self._desk.say(tr("%n item(s) accepted", len(ids)))

    def _scope(self) -> Scope:
        return scope_of(self._desk.session.project)

    def unsure(self) -> None:
        """Toggle the flag of doubt on the selected item."""
        session = self._desk.session
        if session.layer is not None and session.selected is not None:
            session.do(edits.toggle_flag(session.layer, session.selected, "unsure"))

    def note(self) -> None:
        """Write a note on the selected item, or on the article."""
        self._desk.show_panel("show_inspector")
        self._inspector.write_note()
