"""Which source of the register the actor of the selected item is: what a person said, else what it may be, with why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.model import Annotation, Quotation
from core.model.layer import Layer
from gui.look.languages import tr
from gui.look.tooltips import explain
from gui.look.trees import plain_button
from gui.look.widgets import label

if TYPE_CHECKING:
    from core.model.register import Source
    from core.register.lookup import Lookup


class InRegister(QWidget):
    """One line on the actor, and a button that links it or shows its source; hidden while there is no register."""

    wanted = Signal(str)
    """The id of the source that is to be shown in the register."""
    linked = Signal(str, str)
    """The actor, and the id of the source that it is; empty: a new one."""

    def __init__(self) -> None:
        super().__init__()
        self._actor, self._source, self._is_linked = "", "", False
        self.words = label("soft", wrap=True)
        self.go = plain_button("")
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.go)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.words)
        column.addLayout(row)
        self.go.clicked.connect(self._press)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Put the button into the window's language; the words follow with the next item."""
        explain(self.go, tr("Say which source of the register the actor is, or see it there"), "link-actor")

    def show_actor(self, layer: Layer, item: Annotation, lookup: Lookup | None, *, writable: bool) -> None:
        """Tell of the actor of an item; ``lookup``: None while it cannot be asked yet."""
        actor = layer.actor(item.speaker if isinstance(item, Quotation) else item.actor)
        there = actor is not None and lookup is not None and (len(lookup.register) > 0 or actor.source is not None)
        self.setVisible(there)
        self._actor, self._source, self._is_linked = "", "", False
        if not there or actor is None or lookup is None:
            return
        self._actor = actor.id
        source = lookup.register.resolve(actor.source)
        if source is not None:
            self._show(source, tr("In the register: {name}", name=_known(source)), tr("Show it"), linked=True)
            return
        if actor.source is not None:
            self.words.setText(tr("Linked to a source that the register has not got: {id}", id=actor.source))
            self.go.hide()
            return
        mentions = [layer.article.text[slice(*one.mention)] for one in layer.quotations()
                    if one.speaker == actor.id and one.mention is not None]  # fmt: skip
        found = lookup.may_be(actor, mentions)
        if not found:
            self._show(None, tr("Not in the register."), tr("Add it"), linked=False)
        else:
            from core.words.register import reason_of_source_words

            best, _, reasons = found[0]
            why = "; ".join(map(reason_of_source_words, reasons))
            self._show(best, tr("Perhaps {name}: {why}", name=_known(best), why=why), tr("That is it"), linked=False)
        self.go.setEnabled(writable)

    def _show(self, source: Source | None, words: str, button: str, *, linked: bool) -> None:
        self._source, self._is_linked = source.id if source is not None else "", linked
        self.words.setText(words)
        self.go.setText(button)
        self.go.setEnabled(True)
        self.go.show()

    def _press(self) -> None:
        if self._is_linked:
            self.wanted.emit(self._source)
        elif self._actor:
            self.linked.emit(self._actor, self._source)


def _known(source: Source) -> str:
    return f"{source.name}, {source.role}" if source.role else source.name
