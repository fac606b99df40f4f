"""Marking entities with the project's labels, and digits: speakers or labels, by what is selected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from core.model import Quotation, Range, edits
from core.model.schema import Label
from gui.inspector.entity import dot
from gui.look.keys import normal
from gui.words.items import label_words

if TYPE_CHECKING:
    from gui.window.main_window import MainWindow


class EntityCommands:
    """Commands of the Entity menu, which lists the project's labels."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.actions: list[QAction] = []

    def fill_menu(self, menu: QMenu, rows: Sequence[QAction | None]) -> None:
        """List the project's labels with their keys, then ``rows`` (None: a line).

        Letter keys of labels work while the text has the keyboard.
        """
        window = self._window
        menu.clear()
        for action in self.actions:
            window.view.removeAction(action)
            action.deleteLater()
        self.actions = []
        schema = window.session.schema
        for label in schema.labels if schema is not None else ():
            name = label_words(schema, label.id, window.language)
            action = QAction(dot(label.dark if window.palette_.dark else label.light), name, window)
            action.setText(f"{name}\t{label.key}" if label.key else name)
            action.setEnabled(window.session.writable and window.session.layer is not None)
            action.triggered.connect(lambda _=False, label=label: self.label(label))
            menu.addAction(action)
            self.actions.append(action)
        for row in rows:
            menu.addAction(row) if row is not None else menu.addSeparator()
        menu.menuAction().setEnabled(bool(self.actions))

    def press_letter(self, keys: str) -> bool:
        """Set the label whose own key is the letter ``keys``; tell whether there is one."""
        schema = self._window.session.schema
        for label in schema.labels if schema is not None else ():
            if label.key and normal(label.key) == keys and not label.key.isdigit():
                self.label(label)
                return True
        return False

    def label(self, label: Label) -> None:
        """Mark the selected text as an entity of ``label``, or give the selected entity that label."""
        session, view = self._window.session, self._window.view
        layer = session.layer
        if layer is None:
            return
        if view.selection is None:
            if session.entity is not None:
                session.do(edits.set_label(layer, [session.entity.id], label.id))
            return
        span = view.selection
        there = next((entity for entity in layer.entities() if entity.range == span), None)
        if there is not None:
            session.do(edits.set_label(layer, [there.id], label.id))
            session.select(there.id)
        else:
            edit = edits.add_entity(label.id, span, self._actor_of(span))
            if session.do(edit):
                session.select(edit.added[-1].id)
        view.set_selection(None)

    def _actor_of(self, span: Range) -> str | None:
        """Return whom the same words resolve to elsewhere in the article."""
        layer = self._window.session.layer
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
        window, session = self._window, self._window.session
        if go_on or (window.view.selection is None and isinstance(session.item, Quotation)):
            source = window.commands.groups["source"]
            source.choose(digit, go_on=go_on)  # type: ignore[attr-defined]
            return
        schema = session.schema
        for label in schema.labels if schema is not None else ():
            if label.key == str(digit):
                self.label(label)
                return
