"""Marking entities with the project's labels, and digits: speakers or labels, by what is selected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from core.model import Quotation, Range, edits
from core.model.resolving import entity_of, mark_entity
from core.model.schema import Label
from gui.canvas.view import TextView
from gui.desk.desk import Desk
from gui.look.keys import normal
from gui.look.theme import dot
from gui.words.items import label_words

if TYPE_CHECKING:
    from gui.commands.source import SourceCommands


class EntityCommands:
    """Commands of the Entity menu, which lists the project's labels."""

    def __init__(self, desk: Desk, view: TextView, source: Callable[[], SourceCommands]) -> None:
        self._desk, self._view, self._source = desk, view, source
        self.actions: list[QAction] = []

    def fill_menu(self, menu: QMenu, rows: Sequence[QAction | None]) -> None:
        """List the project's labels with their keys, then ``rows`` (None: a line).

        Letter keys of labels work while the text has the keyboard.
        """
        desk = self._desk
        menu.clear()
        for action in self.actions:
            self._view.removeAction(action)
            action.deleteLater()
        self.actions = []
        schema = desk.session.schema
        for label in schema.labels if schema is not None else ():
            name = label_words(schema, label.id, desk.language)
            action = QAction(dot(label.dark if desk.palette.dark else label.light), name, desk)
            action.setText(f"{name}\t{label.key}" if label.key else name)
            action.setEnabled(desk.session.writable and desk.session.layer is not None)
            action.setData(" ".join(label.names.values()))
            action.triggered.connect(lambda _=False, label=label: self.label(label))
            menu.addAction(action)
            self.actions.append(action)
        for row in rows:
            menu.addAction(row) if row is not None else menu.addSeparator()
        menu.menuAction().setEnabled(bool(self.actions))

    def press_letter(self, keys: str) -> bool:
        """Set the label whose own key is the letter ``keys``; tell whether there is one."""
        schema = self._desk.session.schema
        for label in schema.labels if schema is not None else ():
            if label.key and normal(label.key) == keys and not label.key.isdigit():
                self.label(label)
                return True
        return False

    def label(self, label: Label) -> None:
        """Mark the selected text as an entity of ``label``, or give the selected entity that label."""
        session, view = self._desk.session, self._view
        layer = session.layer
        if layer is None:
            return
        if view.selection is None:
            if session.entity is not None:
                session.do(edits.set_label(layer, [session.entity.id], label.id))
            return
        span = view.selection
        edit = mark_entity(layer, label.id, span, self._actor_of(span))
        session.do(edit)
        there = entity_of(session.layer, span, label.id) if session.layer is not None else None
        if there is not None:
            session.select(there.id)
        view.set_selection(None)

    def _actor_of(self, span: Range) -> str | None:
        """Return whom the same words resolve to elsewhere in the article."""
        layer = self._desk.session.layer
        if layer is None:
            return None
        text = layer.article.text
        words = text[slice(*span)]
        for entity in layer.entities():
            if entity.actor is not None and text[slice(*entity.range)] == words:
                return entity.actor
        actor = next((actor for actor in layer.actors() if actor.name == words), None)
        return actor.id if actor is not None else None

    def press(self, digit: int, *, go_on: bool = False) -> None:
        """Do what a digit says: label the selected text or entity, or choose the speaker of the selected quotation.

        ``go_on``: choose the actor of whatever is selected, 0 for nobody, and go to the next open item.
        """
        session = self._desk.session
        if go_on or (self._view.selection is None and isinstance(session.item, Quotation)):
            self._source().choose(digit, go_on=go_on)
            return
        schema = session.schema
        for label in schema.labels if schema is not None else ():
            if label.key == str(digit):
                self.label(label)
                return
