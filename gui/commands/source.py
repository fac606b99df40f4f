"""Commands on the speaker: choose, name, rename, split, merge, and highlight all mentions."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QWidget

from core.model import Annotation, Quotation, Range, actor_edits
from core.reading import candidates, naming
from core.reading.phrase import phrase_around
from gui.canvas.view import TextView
from gui.desk.desk import Desk
from gui.inspector.actor_dialog import change_actor
from gui.inspector.inspector import Inspector
from gui.look.languages import tr


class SourceCommands:
    """Commands on the speaker of the selected quotation, or on whom the selected entity names."""

    def __init__(self, desk: Desk, view: TextView, inspector: Inspector) -> None:
        self._desk, self._view, self._inspector = desk, view, inspector
        self._lit: str | None = None

    def choose(self, digit: int, *, go_on: bool) -> bool:
        """Make the candidate of that digit the speaker (0: not told), and go to the next open item if asked."""
        session, inspector = self._desk.session, self._inspector
        item, layer = session.item, session.layer
        if item is None or layer is None:
            return False
        inspector.refresh_candidates()
        if digit > len(inspector.candidates):
            return False
        if digit == 0:
            session.do(actor_edits.move_to_actor(layer, [item.id], None))
        else:
            session.do(candidates.choose(layer, [item], inspector.candidates[digit - 1].actor))
        if go_on:
            self._desk.trigger("accept")
        return True

    def name(self) -> None:
        """Make whom the selected words name the speaker; a new actor where nobody is called so."""
        session, span = self._desk.session, self._words()
        if session.layer is None or session.item is None or span is None:
            return
        name = naming.name_of(session.layer.article.text, span)
        if not name:
            self._desk.say(tr("These words name nobody."))
            return
        session.do(naming.speak(session.layer, [session.item], name))
        self._view.set_selection(None)

    def extend(self) -> None:
        """Add the selected words to the speaker's name."""
        session, span = self._desk.session, self._words()
        if session.layer is None or session.item is None or span is None:
            return
        words = session.layer.article.text[slice(*span)]
        if not session.do(naming.extend_name(session.layer, session.item, words)):
            self._desk.say(tr("Choose a speaker first; then words can be added to the name."))
        self._view.set_selection(None)

    def _words(self) -> Range | None:
        """Return the selected text, or the phrase around the caret."""
        view = self._view
        if view.selection is not None:
            return view.selection
        for at in (view.caret, view.caret - 1):
            if 0 <= at < len(view.text) and view.text[at].isalnum():
                return phrase_around(view.text, at)
        return None

    # -- the actor itself --------------------------------------------------------------------------------------------

    @property
    def actor(self) -> str | None:
        """The actor of the selected item."""
        item = self._desk.session.item
        return actor_of(item) if item is not None else None

    def rename(self) -> None:
        """Change name, kind, gender or note of the actor of the selected item, everywhere in the article."""
        if self.actor is None:
            self._desk.say(tr("Choose a speaker first."))
        else:
            change_actor(self._desk.session, self.actor, self._desk.window, self._desk.palette)

    def split(self) -> None:
        """Make an actor of its own for the selected item alone, with a name asked for."""
        session = self._desk.session
        layer, item = session.layer, session.item
        actor = layer.actor(self.actor) if layer is not None else None
        if layer is None or item is None or actor is None:
            self._desk.say(tr("Choose a speaker first."))
            return
        ask(self._desk.window, tr("Split actor"), tr("Name of the new actor"), actor.name,
            lambda name: session.do(actor_edits.split_actor(layer, [item.id], name, actor.kind)))  # fmt: skip

    def merge(self) -> None:
        """Join another actor of the article with that of the selected item."""
        if self.actor is None:
            self._desk.say(tr("Choose a speaker first."))
        else:
            self.merge_into(self.actor)

    def merge_into(self, kept: str) -> None:
        """Ask for another actor of the article, and join it with ``kept``."""
        from gui.marking.merge_actors import MergeActorsDialog

        layer = self._desk.session.layer
        actor = layer.actor(kept) if layer is not None else None
        if layer is None or actor is None:
            return
        if len(layer.actors()) < 2:
            self._desk.say(tr("The article has no other actor."))
        else:
            MergeActorsDialog(self._desk, layer, actor).open()

    def light(self) -> None:
        """Highlight all mentions of the selected item's actor; again: none."""
        session, view = self._desk.session, self._view
        actor = self.actor
        if session.layer is None or actor is None or actor == self._lit:
            self._lit = None
            view.set_lit(frozenset())
            return
        self._lit = actor
        linked = session.layer.linked_to(actor)
        view.set_lit(frozenset(item.id for item in linked))
        found = session.layer.actor(actor)
        words = tr("%n time(s) named or quoted", len(linked))
        self._desk.say(f"{found.name}: {words}" if found else words)


def ask(parent: QWidget, title: str, question: str, text: str, then: Callable[[str], object]) -> None:
    """Ask for a name; ``then`` gets it, without white space at its ends, unless nothing was written."""
    dialog = QInputDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setLabelText(question)
    dialog.setTextValue(text)
    dialog.setMinimumWidth(420)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.textValueSelected.connect(lambda name: then(name.strip()) if name.strip() else None)
    dialog.open()


def actor_of(item: Annotation) -> str | None:
    """Return whom an annotation resolves to."""
    return item.speaker if isinstance(item, Quotation) else item.actor
