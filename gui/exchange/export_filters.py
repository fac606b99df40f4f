"""Which layers and items go out: the filters of the export dialog."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from core.exchange.choices import What, typed_date
from core.exchange.selection import Wanted, preset
from core.model import Form, State, Status
from core.model.schema import Schema
from core.store import Project
from gui.look.choice_box import ChoiceBox
from gui.look.languages import mark, tr
from gui.look.many_choice import ManyChoice
from gui.look.widgets import add_row, clearable, roomy
from gui.words.items import form_words, label_words, state_words, status_words
from gui.words.layers import layer_words

_EVERYBODY, _PEOPLE = "", None
WHAT: tuple[tuple[What, str], ...] = (
    (What.PEOPLE, mark("People's work: what they settled")),
    (What.GOLD, mark("Gold only: what adjudication settled")),
    (What.PEOPLE_AND_OPEN, mark("People's work and open proposals")),
    (What.PROPOSALS, mark("Proposals only")),
    (What.COUNTED, mark("What search and counts take: one layer of each article")),
)
"""Whose word is exported, the usual choice first."""


class ExportFilters(QWidget):
    """Layer, status, state, label and form, flag, date, score; each is no limit at first."""

    changed = Signal()

    def __init__(self, project: Project, schema: Schema, language: str) -> None:
        super().__init__()
        self.what = ChoiceBox()
        for what, words in WHAT:
            self.what.addItem(tr(words), what.value)
        self.layer = ChoiceBox()
        self.layer.addItem(tr("People's; else the proposals"), _PEOPLE)
        self.layer.addItem(tr("All layers"), _EVERYBODY)
        self._names = project.annotators()
        for name in self._names:
            self.layer.addItem(layer_words(name), name)
        self.statuses = ManyChoice(tr("Every status"), [(one.value, status_words(one)) for one in Status])
        self.states = ManyChoice(tr("Every state"), [(one.value, state_words(one)) for one in State])
        ids = dict.fromkeys([*(one.id for one in schema.labels), *project.labels_used()])
        forms = [(one.value, tr("{form} quotation", form=form_words(one))) for one in Form]
        labels = [(one, label_words(schema, one, language)) for one in ids]
        self.labels = ManyChoice(tr("All quotations and entities"), [*forms, *labels])
        flags = [(one, tr("Unsure") if one == "unsure" else one) for one in project.flags_used()]
        self.flags = ManyChoice(tr("With or without flags"), flags)
        self.flags.setEnabled(bool(flags))
        self.since, self.until = QLineEdit(), QLineEdit()
        for field in (self.since, self.until):
            field.setPlaceholderText(tr("2026-01-31"))
            clearable(field)
        self.score = roomy(QDoubleSpinBox(decimals=2, singleStep=0.05, maximum=1.0))
        self.score.setSpecialValueText(tr("any"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        dates = QHBoxLayout()
        dates.setSpacing(8)
        self.since.setAccessibleName(tr("Published from"))
        self.until.setAccessibleName(tr("Published until"))
        dates.addWidget(self.since, 1)
        dates.addWidget(QLabel("–"))
        dates.addWidget(self.until, 1)
        form = self.form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(6)
        for words, field in (
            (tr("Whose word"), self.what), (tr("Layer"), self.layer), (tr("Status of the article"), self.statuses),
            (tr("Item state"), self.states),
            (tr("Label, form"), self.labels), (tr("Flag"), self.flags), (tr("Published"), dates),
            (tr("Score from"), self.score),
        ):  # fmt: skip
            add_row(form, words, field)
            if isinstance(field, QWidget):
                field.setAccessibleName(words)
        for control, tip in (
            (self.what, tr("What people settled, what adjudication settled, or open proposals too")),
            (self.layer, tr("Whose layer of every article is written")),
            (self.statuses, tr("Only layers of these statuses")),
            (self.states, tr("Only quotations and entities in these states")),
            (self.labels, tr("Only entities of these labels and quotations of these forms")),
            (self.flags, tr("Only what has one of these flags")),
            (self.since, tr("Only articles from this day on: 2026-01-31 or 31.01.2026")),
            (self.until, tr("Only articles up to this day: 2026-01-31 or 31.01.2026")),
            (self.score, tr("Items without a score pass.")),
        ):
            control.setToolTip(tip)
        for box in (self.what, self.layer):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def _connect(self) -> None:
        self.what.currentIndexChanged.connect(self._choose)
        self.layer.currentIndexChanged.connect(self.changed)
        self.score.valueChanged.connect(self.changed)
        for button in (self.statuses, self.states, self.labels, self.flags):
            button.changed.connect(self.changed)
        for field in (self.since, self.until):
            field.textChanged.connect(self.changed)

    def _choose(self) -> None:
        """Let the layer be chosen where the choice leaves it open."""
        self.layer.setEnabled(self.what.currentData() in (What.PEOPLE, What.PEOPLE_AND_OPEN))
        self.changed.emit()

    def with_open(self) -> bool:
        """Tell whether open items go out beside people's work."""
        return self.what.currentData() in (What.PEOPLE_AND_OPEN, What.COUNTED)

    def fault(self) -> str:
        """Return what is wrong with what was typed; empty where nothing is."""
        since, until = typed_date(self.since.text()), typed_date(self.until.text())
        if since is None or until is None:
            return tr("Type a date as 2026-01-31 or 31.01.2026.")
        if since and until and since > until:
            return tr("The first date is after the last one.")
        return ""

    def wanted(self) -> Wanted:
        """Return what is chosen."""
        name = self.layer.currentData()
        everybody = frozenset(self._names) if name == _EVERYBODY else None
        statuses, states = self.statuses.values, self.states.values
        chosen = Wanted(
            annotators=frozenset([name]) if name else everybody,
            statuses=frozenset(map(Status, statuses)) if statuses else None,
            states=frozenset(map(State, states)) if states else None,
            labels=self.labels.values,
            flags=self.flags.values,
            min_score=round(self.score.value(), 2) or None,
            since=typed_date(self.since.text()) or None,
            until=typed_date(self.until.text()) or None,
        )
        return preset(What(self.what.currentData()), chosen)
