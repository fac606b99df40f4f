"""The inspector's page for an entity: words, label, actor, state, note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QToolButton, QWidget

from core.model import Entity
from core.model.layer import Layer
from core.model.schema import Label, Schema
from gui.inspector.in_register import InRegister
from gui.inspector.quotation import ResolvePart, WhyPart, is_guess
from gui.inspector.speaker import SpeakerBox
from gui.look.languages import tr
from gui.look.parts import NoteBox, Page, PartRow
from gui.look.theme import Palette, dot
from gui.look.tooltips import explain
from gui.look.widgets import checkable, named

if TYPE_CHECKING:
    from core.reading.candidates import Candidate

COLUMNS = 2


class LabelGrid(QWidget):
    """The project's labels as buttons with their colour and key."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)
        self._buttons: dict[str, QToolButton] = {}
        self._shown: tuple[object, ...] = ()

    def show_labels(self, labels: tuple[Label, ...], held: str, language: str, dark: bool) -> None:
        """Offer ``labels``; ``held`` is the one that holds."""
        if (labels, language, dark) != self._shown:
            self._shown = (labels, language, dark)
            self._build(labels, language, dark)
        for label, button in self._buttons.items():
            button.setChecked(label == held)

    def _build(self, labels: tuple[Label, ...], language: str, dark: bool) -> None:
        for button in self._buttons.values():
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = {}
        for at, label in enumerate(labels):
            button = named(checkable(QToolButton()), "row")
            name = label.names.get(language) or label.names.get("en") or label.id
            button.setText(f"{name}  {label.key}" if label.key else name)
            button.setAccessibleName(name)
            explain(button, tr("The label {id}", id=label.id), key=label.key)
            button.setIcon(dot(label.dark if dark else label.light))
            button.setIconSize(QSize(10, 10))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _, held=label.id: self.chosen.emit(held))
            self._grid.addWidget(button, at // COLUMNS, at % COLUMNS)
            self._buttons[label.id] = button


class EntityPage(Page):
    """Show and change one entity."""

    label_chosen = Signal(str)
    shown = Signal(object)

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self._item: Entity | None = None
        self.resolve_part = ResolvePart()
        self.words = PartRow(lines=3, removable=False)
        self.labels = LabelGrid()
        self.in_register = InRegister()
        self.speaker = SpeakerBox(palette, numbered=False)
        self.note = NoteBox()
        self.column.addWidget(self.resolve_part)
        self._words_title = self.section(self.words)
        self._label_title = self.section(self.labels)
        self._actor_title = self.section(self.speaker)
        self.column.addWidget(self.in_register)
        self._note_title = self.section(self.note)
        self.why = WhyPart()
        self.column.addWidget(self.why)
        self.column.addStretch(1)
        self.labels.chosen.connect(self.label_chosen)
        self.words.clicked.connect(lambda: self._item is not None and self.shown.emit(self._item.range))
        self.retranslate()

    def retranslate(self) -> None:
        """Put everything into the window's language."""
        for label, text in (
            (self._words_title, tr("Words")),
            (self._label_title, tr("Label")),
            (self._actor_title, tr("Actor")),
            (self._note_title, tr("Note")),
        ):
            label.setText(text)
        self.note.setAccessibleName(tr("Note"))
        self.note.setPlaceholderText(tr("Why is this so?"))
        explain(self.note, tr("A note on this item; it is kept as you write"), "note")
        self.speaker.retranslate()
        self.in_register.retranslate()

    def set_palette(self, palette: Palette) -> None:
        """Draw in the colours of another theme."""
        self._palette = palette
        self.speaker.set_palette(palette)

    def show_entity(
        self, item: Entity, layer: Layer, candidates: list[Candidate], schema: Schema, language: str, writable: bool
    ) -> None:
        """Show ``item`` of ``layer``."""
        self._item = item
        self.resolve_part.show_item(item, tr("Entity"), self._palette, writable)
        self.words.show_part(layer.article.text[slice(*item.range)], "", self._palette.soft, "")
        self.labels.show_labels(schema.labels, item.label, language, self._palette.dark)
        self.labels.setEnabled(writable)
        self.speaker.show_choices(item.id, layer.actors(), candidates, item.actor, guess=is_guess(item, "actor"))
        self.speaker.setEnabled(writable)
        self.note.show_note(item.id, item.note)
        self.note.setReadOnly(not writable)
