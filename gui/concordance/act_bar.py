"""The buttons below the lines: ticks, labels, flags, decisions; what is taken out; undo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from core.model import Form
from core.model.schema import Schema
from gui.concordance.acting import What
from gui.look.languages import tr
from gui.look.theme import Palette, dot
from gui.look.tooltips import explain
from gui.look.trees import plain_button
from gui.look.widgets import label
from gui.words.items import form_words, label_words


class ActBar(QWidget):
    """Two rows of buttons; what they ask for is signalled."""

    wished = Signal(str, str)
    """A What, and the label or the form; a note is asked for by whoever listens."""
    ticked = Signal(str)
    """``all``, ``selected`` or ``none``."""
    taken = Signal(str)
    """``copy``, ``export``, ``print`` or ``pdf``."""

    def __init__(self) -> None:
        super().__init__()
        self.ticks = self._menu(tr("Ticks"))
        self.label, self.form = self._menu(tr("Label")), self._menu(tr("Form"))
        self.flag = self._menu(tr("Flag"))
        self.note, self.accept, self.reject = (
            plain_button(words) for words in (tr("Note…"), tr("Accept"), tr("Reject"))
        )
        self.copy, self.export = plain_button(tr("Copy")), plain_button(tr("Export…"))
        self.print, self.pdf = plain_button(tr("Print…")), plain_button(tr("PDF…"))
        self.undo, self.redo = plain_button(tr("Undo")), plain_button(tr("Redo"))
        self.close_ = plain_button(tr("Close"))
        self.scope = label("soft")
        self._fill()
        self._explain()
        self._lay_out()

    @staticmethod
    def _menu(words: str) -> QPushButton:
        made = plain_button(words)
        made.setObjectName("many")
        made.setMenu(QMenu(made))
        return made

    def _fill(self) -> None:
        for what, words in (
            ("all", tr("Tick all lines of the answer")),
            ("selected", tr("Tick the selected lines")),
            ("none", tr("Take all ticks away")),
        ):
            self._add(self.ticks, words, partial(self.ticked.emit, what))
        for form in Form:
            self._add(self.form, form_words(form), partial(self.wished.emit, What.FORM, str(form)))
        for wish, words in (
            (What.FLAG, tr("Quotations and entities: unsure")),
            (What.UNFLAG, tr("Quotations and entities: no longer unsure")),
            (What.FLAG_ARTICLE, tr("Their articles: unsure")),
        ):
            self._add(self.flag, words, partial(self.wished.emit, wish, ""))
        for button, wish in ((self.note, What.NOTE), (self.accept, What.ACCEPT), (self.reject, What.REJECT)):
            button.clicked.connect(lambda _=False, wish=wish: self.wished.emit(wish, ""))
        for button, what in ((self.copy, "copy"), (self.export, "export"), (self.print, "print"), (self.pdf, "pdf")):
            button.clicked.connect(lambda _=False, what=what: self.taken.emit(what))

    @staticmethod
    def _add(button: QPushButton, words: str, run: Callable[[], object]) -> None:
        button.menu().addAction(words).triggered.connect(lambda _=False: run())

    def _explain(self) -> None:
        for part, words, key in (
            (self.ticks, tr("Space ticks the selected lines; Shift and a click tick all between"), ""),
            (self.label, tr("Give the entities this label; words become entities with it"), ""),
            (self.form, tr("Say of the quotations that they are direct, indirect or mixed"), ""),
            (self.flag, tr("Say that you are unsure"), ""),
            (self.note, tr("Write the same note on the quotations and entities"), ""),
            (self.accept, tr("Accept the proposals: they are yours then"), ""),
            (self.reject, tr("Reject the proposals; your own work is deleted"), ""),
            (self.copy, tr("Put the lines onto the clipboard as a table"), "Ctrl+C"),
            (self.export, tr("Write the lines to a table or as JSON lines"), "Ctrl+E"),
            (self.print, tr("See the pages, then print them"), "Ctrl+P"),
            (self.pdf, tr("Write a PDF file"), ""),
            (self.undo, tr("Take the last act back"), "Ctrl+Z"),
            (self.redo, tr("Do again what was taken back"), "Ctrl+Shift+Z"),
            (self.close_, tr("Close the window; its lines are here again when it is opened"), "Escape"),
        ):
            explain(part, words, key=key)

    def _lay_out(self) -> None:
        above, below = QHBoxLayout(), QHBoxLayout()
        for part in (self.ticks, self.label, self.form, self.flag, self.note, self.accept, self.reject):
            above.addWidget(part)
        above.addStretch(1)
        above.addWidget(self.undo)
        above.addWidget(self.redo)
        below.addWidget(self.scope)
        below.addStretch(1)
        for part in (self.copy, self.export, self.print, self.pdf, self.close_):
            below.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for row in (above, below):
            row.setSpacing(6)
            layout.addLayout(row)

    def offer_labels(self, schema: Schema | None, language: str, palette: Palette) -> None:
        """Offer the labels of the project."""
        menu = self.label.menu()
        menu.clear()
        for one in schema.labels if schema is not None else ():
            action = menu.addAction(dot(one.dark if palette.dark else one.light), label_words(schema, one.id, language))
            action.triggered.connect(lambda _=False, name=one.id: self.wished.emit(What.LABEL, name))

    def show_state(self, *, total: int, ticked: int, selected: int, writable: bool, busy: bool) -> None:
        """Say which lines the buttons are about, and enable what can be done."""
        meant = ticked or selected
        for part in (self.label, self.form, self.flag, self.note, self.accept, self.reject):
            part.setEnabled(writable and meant > 0 and not busy)
        self.ticks.setEnabled(total > 0 and not busy)
        self.copy.setEnabled(meant > 0 and not busy)
        for part in (self.export, self.print, self.pdf):
            part.setEnabled(total > 0 and not busy)
        if ticked:
            self.scope.setText(tr("The buttons mean the %n ticked line(s).", ticked))
        elif total:
            self.scope.setText(tr("Nothing is ticked: export and print mean all lines, the others those selected."))
        else:
            self.scope.setText("")
