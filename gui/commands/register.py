"""Commands on the register of sources: show it, and say which source the actor of the selected item is."""

from __future__ import annotations

from core.model import register
from core.model.register import add, made_of
from core.store import Links
from gui.commands.source import actor_of
from gui.desk.acts import SourcesChanged
from gui.desk.desk import Desk
from gui.look.languages import tr
from gui.register.window import RegisterWindow


class RegisterCommands:
    """Commands on the register; one window of it is open at a time."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def open(self) -> RegisterWindow:
        """Show the register."""
        window = self._desk.window.findChild(RegisterWindow)
        if window is None:
            window = RegisterWindow(self._desk)
        window.show()
        window.activateWindow()
        return window

    def show_source(self, source_id: str) -> None:
        """Show a source in the register."""
        self.open().show_source(source_id)

    def link(self) -> None:
        """Link the actor of the selected item to the source that it may be; show the source where it is linked."""
        session = self._desk.session
        layer, item = session.layer, session.item
        actor = layer.actor(actor_of(item)) if layer is not None and item is not None else None
        if layer is None or actor is None:
            self._desk.say(tr("Choose a speaker first."))
            return
        source = session.lookup.register.resolve(actor.source)
        if source is not None:
            self.show_source(source.id)
            return
        mentions = [layer.article.text[slice(*one.mention)] for one in layer.quotations()
                    if one.speaker == actor.id and one.mention is not None]  # fmt: skip
        found = session.lookup.may_be(actor, mentions)
        self.link_to(actor.id, found[0][0].id if found else "")

    def link_to(self, actor_id: str, source_id: str) -> None:
        """Link an actor of the open layer to a source; with none, to a new one that is made of it."""
        session = self._desk.session
        layer = session.layer
        actor = layer.actor(actor_id) if layer is not None else None
        if layer is None or actor is None or session.refuse():
            return
        if source_id:
            source = session.lookup.register.resolve(source_id)
            if source is not None and session.do(register.link(layer, [actor_id], source.id)):
                self._desk.say(tr("Linked to {name}", name=source.name))
            return
        made = made_of(actor)
        links = [Links(layer.article.id, layer.annotator, (actor_id,), made.id)]
        if session.act(SourcesChanged("add-source", add(made), links)):
            self._desk.say(tr("New in the register: {name}", name=made.name))
