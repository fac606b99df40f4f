"""The inspector's page for a quotation: form, content, cue, mention, speaker, state, why, note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.model import Annotation, Form, Quotation, Range, State, is_open
from core.model.field_scores import DOUBTFUL, proposed_scores
from core.model.layer import Layer
from gui.inspector.in_register import InRegister
from gui.inspector.speaker import SpeakerBox
from gui.look.languages import tr
from gui.look.parts import NoteBox, Page, PartRow, Segments, heading, no_value, restyle
from gui.look.theme import Palette, icon
from gui.look.tooltips import explain
from gui.look.trees import plain_button
from gui.look.widgets import checkable, label, named
from gui.words.items import form_words, guess_words, state_words
from gui.words.rules import lesson_lines, rule_words
from gui.words.scores import percent
from gui.words.spoken import KINDS

if TYPE_CHECKING:
    from core.reading.candidates import Candidate
    from core.report.taught import Lesson

UNSURE = "unsure"


class ResolvePart(QWidget):
    """State, score and origin of an item, with the buttons that resolve it."""

    accepted = Signal()
    rejected = Signal()
    unsure = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.state = label("pill")
        self.flag = checkable(QToolButton())
        self.flag.setIconSize(QSize(16, 16))
        self.accept = named(QPushButton(), "primary")
        self.reject = named(QPushButton(), "danger")
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        self.title = label("title")
        top.addWidget(self.title)
        top.addStretch(1)
        top.addWidget(self.state)
        top.addWidget(self.flag)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 0, 0, 0)
        for button in (self.accept, self.reject):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            buttons.addWidget(button, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addLayout(buttons)
        self.accept.clicked.connect(self.accepted)
        self.reject.clicked.connect(self.rejected)
        self.flag.clicked.connect(self.unsure)

    def show_item(self, item: Annotation, title: str, palette: Palette, writable: bool) -> None:
        """Show how far ``item`` is settled."""
        self.title.setText(title)
        sure = item.state is State.AUTO and item.score is not None
        score = f" · {round((item.score or 0) * 100)} %" if sure else ""
        guesses = f" · {tr('%n guess(es)', len(item.guessed))}" if item.guessed and is_open(item) else ""
        guesses = guesses if item.state is not State.AUTO else ""
        self.state.setText(state_words(item.state) + score + guesses)
        self.state.setToolTip(guess_words(item.guessed) if guesses else "")
        self.state.setProperty("state", item.state.value)
        restyle(self.state)
        flagged = UNSURE in item.flags
        self.flag.setIcon(icon("flag", palette.warn if flagged else palette.soft))
        self.flag.setChecked(flagged)
        self.accept.setText(tr("Accept"))
        own = item.state is State.MANUAL
        self.reject.setText(tr("Delete") if own else tr("Reject"))
        self.flag.setEnabled(writable)
        self.accept.setEnabled(writable and (is_open(item) or item.state is State.REJECTED))
        self.reject.setEnabled(writable and item.state is not State.REJECTED)
        explain(self.accept, tr("It is right as it is: accept it and go on"), "accept")
        explain(self.reject, tr("Delete it and go on") if own else tr("It is wrong: reject it and go on"), "reject")
        explain(self.flag, tr("Say that you are unsure of it"), "unsure")
        self.flag.setAccessibleName(tr("Unsure"))


class WhyPart(QWidget):
    """Why a proposal was made, and what the project taught it; nothing for an annotator's own work."""

    taught_wanted = Signal()
    """What taught the proposal is to be shown."""

    def __init__(self) -> None:
        super().__init__()
        self.title = heading()
        self.words, self.taught = label("soft", wrap=True), label("soft", wrap=True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.taught.setTextFormat(Qt.TextFormat.PlainText)
        self.show_taught = plain_button("")
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.show_taught)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.words)
        column.addWidget(self.taught)
        column.addLayout(row)
        self.show_taught.clicked.connect(self.taught_wanted)

    def show_item(self, item: Annotation, lesson: Lesson | None) -> None:
        """Show what proposed ``item``."""
        words, lines = rule_words(item), lesson_lines(item, lesson)
        self.title.setText(tr("Why it was proposed"))
        self.words.setText(words)
        self.taught.setText("\n".join(lines))
        self.taught.setVisible(bool(lines))
        self.show_taught.setText(tr("Show what taught this"))
        explain(self.show_taught, tr("Open what this project has taught at that entry"), "show-taught")
        self.show_taught.setVisible(lesson is not None and lesson.entry is not None)
        self.setVisible(bool(words or lines))


class QuotationPage(Page):
    """Show and change one quotation."""

    form_chosen = Signal(str)
    range_shown = Signal(object)
    """A Range to bring into view."""
    range_removed = Signal(object)
    field_removed = Signal(str)
    """``cue``, ``mention`` or ``parent`` is to be empty."""
    guess_confirmed = Signal(str)
    """What the program guessed of ``cue``, ``mention`` or ``parent`` is right."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self._item: Quotation | None = None
        self.resolve_part = ResolvePart()
        self.form = Segments([form.value for form in Form])
        self.contents = QVBoxLayout()
        self.contents.setSpacing(4)
        self._rows: list[PartRow] = []
        self.cue, self.mention, self.outer = PartRow(), PartRow(lines=2), PartRow(lines=2)
        self.in_register = InRegister()
        self.speaker = SpeakerBox(palette)
        self.note = NoteBox()
        self.column.addWidget(self.resolve_part)
        self.column.addSpacing(6)
        self.column.addWidget(self.form)
        self._content_title = self.section()
        self.column.addLayout(self.contents)
        self.parts = QGridLayout()
        self.parts.setHorizontalSpacing(10)
        self.parts.setVerticalSpacing(4)
        self.parts.setColumnStretch(1, 1)
        self._part_titles: list[QLabel] = []
        for at, row in enumerate((self.cue, self.mention, self.outer)):
            title = heading()
            self._part_titles.append(title)
            self.parts.addWidget(title, at, 0)
            self.parts.addWidget(row, at, 1)
        self.column.addSpacing(6)
        self.column.addLayout(self.parts)
        self._speaker_title = self.section(self.speaker)
        self.column.addWidget(self.in_register)
        self._note_title = self.section(self.note)
        self.why = WhyPart()
        self.column.addWidget(self.why)
        self.column.addStretch(1)
        self.form.chosen.connect(self.form_chosen)
        for row, name in self.fields:
            row.clicked.connect(lambda name=name: self._show_part(name))
            row.removed.connect(lambda name=name: self.field_removed.emit(name))
            row.confirmed.connect(lambda name=name: self.guess_confirmed.emit(name))
        self.retranslate()

    @property
    def fields(self) -> tuple[tuple[PartRow, str], ...]:
        """The rows of what is around the content, with the names of their fields."""
        return (self.cue, "cue"), (self.mention, "mention"), (self.outer, "parent")

    def retranslate(self) -> None:
        """Put everything into the window's language."""
        self.form.set_words([form_words(form) for form in Form], [tr(KINDS[form.value]) for form in Form], list(Form))
        self._title_words = {"content": tr("Content"), "cue": tr("Cue"), "speaker": tr("Speaker")}
        for title, text in (
            (self._content_title, self._title_words["content"]),
            (self._part_titles[0], self._title_words["cue"]),
            (self._part_titles[1], tr("Mention")),
            (self._part_titles[2], tr("Stands in")),
            (self._speaker_title, self._title_words["speaker"]),
            (self._note_title, tr("Note")),
        ):
            title.setText(text)
        if self._item is not None:
            self._show_scores(self._item)
        self.note.setAccessibleName(tr("Note"))
        self.note.setPlaceholderText(tr("Why is this so?"))
        explain(self.note, tr("A note on this item; it is kept as you write"), "note")
        self.speaker.retranslate()
        self.in_register.retranslate()

    def set_palette(self, palette: Palette) -> None:
        """Draw in the colours of another theme."""
        self._palette = palette
        self.speaker.set_palette(palette)

    def show_quotation(self, item: Quotation, layer: Layer, candidates: list[Candidate], writable: bool) -> None:
        """Show ``item`` of ``layer``."""
        self._item = item
        text = layer.article.text
        colour = self._palette.soft
        self.resolve_part.show_item(item, tr("Quotation"), self._palette, writable)
        self.form.show_kind(item.form.value)
        self.form.setEnabled(writable)
        self._show_contents(item, text, writable)
        for row, span, name, gone in (
            (self.cue, item.cue, "cue", tr("Remove cue")),
            (self.mention, item.mention, "mention", tr("Remove speaker mention")),
        ):
            row.show_part(text[slice(*span)] if span else None, no_value(name), colour, gone, f"no-{name}")
            row.remove.setEnabled(writable)
        outer = layer.quotation(item.parent) if item.parent else None
        self._part_titles[2].setVisible(outer is not None)
        self.outer.setVisible(outer is not None)
        if outer is not None:
            self.outer.show_part(text[slice(*outer.ranges[0])], "", colour, tr("Not nested"))
            self.outer.remove.setEnabled(writable)
        for row, name in self.fields:
            row.show_guess(is_guess(item, name), self._palette.warn, writable)
        self.speaker.show_choices(item.id, layer.actors(), candidates, item.speaker, guess=is_guess(item, "speaker"))
        self.speaker.setEnabled(writable)
        self._show_scores(item)
        self.note.show_note(item.id, item.note)
        self.note.setReadOnly(not writable)

    def _show_scores(self, item: Quotation) -> None:
        """Say beside each proposed field how sure the program was of it; one in doubt stands out."""
        doubts = proposed_scores(item)
        titles = {"content": self._content_title, "cue": self._part_titles[0], "speaker": self._speaker_title}
        for name, title in titles.items():
            said = percent(item, name) if name != "cue" or item.cue is not None else ""
            words = self._title_words[name]
            title.setText(f"{words} · {said}" if said else words)
            title.setProperty("doubt", bool(said) and doubts[name] < DOUBTFUL)
            restyle(title)

    def _show_contents(self, item: Quotation, text: str, writable: bool) -> None:
        while len(self._rows) < len(item.ranges):
            row = PartRow(lines=4)
            at = len(self._rows)
            row.clicked.connect(lambda at=at: self._show_range(at))
            row.removed.connect(lambda at=at: self._remove_range(at))
            self._rows.append(row)
            self.contents.addWidget(row)
        for at, row in enumerate(self._rows):
            row.setVisible(at < len(item.ranges))
            if at < len(item.ranges):
                span = item.ranges[at]
                row.show_part(text[slice(*span)], "", self._palette.soft, tr("Take this range away"))
                row.remove.setVisible(len(item.ranges) > 1)
                row.remove.setEnabled(writable)

    def _show_range(self, at: int) -> None:
        if self._item is not None and at < len(self._item.ranges):
            self.range_shown.emit(self._item.ranges[at])

    def _remove_range(self, at: int) -> None:
        if self._item is not None and at < len(self._item.ranges):
            self.range_removed.emit(self._item.ranges[at])

    def _show_part(self, name: str) -> None:
        span = getattr(self._item, name, None)
        if isinstance(span, Range):
            self.range_shown.emit(span)


def is_guess(item: Annotation, name: str) -> bool:
    """Tell whether a field of a person's work is what the program guessed; of a proposal all is proposed."""
    return name in item.guessed and item.state not in (State.AUTO, State.REJECTED)
