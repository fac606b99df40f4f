"""The settings, each taking effect as it is changed."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from gui.desk.desk import Desk
from gui.desk.settings import LIMITS
from gui.look.choice_box import ChoiceBox
from gui.look.help_key import give_help_key
from gui.look.languages import LANGUAGES, mark, tr
from gui.look.theme import READING_FAMILY
from gui.look.tooltips import explain, explain_standard
from gui.look.trees import plain_button
from gui.look.widgets import add_row, label, tick

THEMES: tuple[tuple[str, str], ...] = (
    ("system", mark("As the system")),
    ("light", mark("Light")),
    ("dark", mark("Dark")),
    ("contrast-light", mark("High contrast, light")),
    ("contrast-dark", mark("High contrast, dark")),
)


def families() -> list[str]:
    """Return the installed faces with Cyrillic by name, ours first."""
    found = QFontDatabase.families(QFontDatabase.WritingSystem.Cyrillic)
    plain = dict.fromkeys(name.split(" [")[0] for name in found if not QFontDatabase.isPrivateFamily(name))
    return list(dict.fromkeys([READING_FAMILY, *sorted(plain)]))


class SettingsDialog(QDialog):
    """Change what the window remembers."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        values = desk.settings.values
        self.setWindowTitle(tr("Settings"))
        give_help_key(self)
        self.setMinimumWidth(460)
        self.language = _choices([("system", tr("As the system")), *LANGUAGES.items()], values.language)
        self.theme = _choices([(name, tr(words)) for name, words in THEMES], values.theme)
        self.author = plain_button(tr("Work under another name…"))
        self.author.clicked.connect(self._other_name)
        self.name = QLabel()
        self._show_name()
        self.family = _choices([(name, name) for name in families()], values.reading_family)
        self.points = QDoubleSpinBox(decimals=1, singleStep=0.5, suffix=tr(" pt"))
        self.column = QSpinBox(suffix=tr(" characters"))
        self.spacing = QDoubleSpinBox(decimals=2, singleStep=0.05)
        self.points.setRange(*LIMITS["reading_size"])
        self.points.setValue(values.reading_size)
        self.column.setRange(*(int(limit) for limit in LIMITS["column"]))
        self.column.setValue(values.column)
        self.spacing.setRange(*LIMITS["line_spacing"])
        self.spacing.setValue(values.line_spacing)
        for box in (self.points, self.column, self.spacing):
            box.lineEdit().setTextMargins(6, 0, 0, 0)
        self.by_score = tick(tr("The least sure proposals first"), values.navigate_by_score)
        self.stops = _choices(
            [("all", tr("Everything")), ("quotations", tr("Quotations")), ("entities", tr("Entities"))],
            values.stops,
        )
        self._lay_out()
        self._explain()
        self._connect()

    def _explain(self) -> None:
        """Say what every control does."""
        explain(self.author, tr("Work under another name for now, or from now on"), "other-name")
        explain(self.stops, tr("What Tab stops at while you go through an article"))
        explain(self.by_score, tr("Tab goes to what the program is least sure of first"))
        explain(self.family, tr("The typeface of the article’s text"))
        explain(self.points, tr("The size of the letters of the article’s text"))
        explain(self.column, tr("How many characters a line of the text has at most"))
        explain(self.spacing, tr("The distance between lines, 1 being the closest"))
        explain(self.language, tr("The language of the window"))
        explain(self.theme, tr("Light or dark, with more contrast if you like"))
        explain_standard(self.buttons)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(9)
        form.addRow(_title(tr("Annotator")))
        line = QHBoxLayout()
        line.addWidget(self.name, 1)
        line.addWidget(self.author)
        add_row(form, tr("Your name"), line)
        add_row(form, tr("Tab stops at"), self.stops)
        add_row(form, "", self.by_score)
        form.addRow(_title(tr("Text")))
        add_row(form, tr("Typeface"), self.family)
        add_row(form, tr("Size"), self.points)
        add_row(form, tr("Column width"), self.column)
        add_row(form, tr("Line spacing"), self.spacing)
        form.addRow(_title(tr("Window")))
        add_row(form, tr("Language"), self.language)
        add_row(form, tr("Theme"), self.theme)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.rejected.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.addLayout(form)
        layout.addSpacing(8)
        layout.addWidget(self.buttons)

    def _connect(self) -> None:
        self.language.activated.connect(lambda: self._change(language=self.language.currentData()))
        self.theme.activated.connect(lambda: self._change(theme=self.theme.currentData()))
        self.family.activated.connect(lambda: self._change(reading_family=self.family.currentData()))
        self.points.valueChanged.connect(lambda value: self._change(reading_size=value))
        self.column.valueChanged.connect(lambda value: self._change(column=value))
        self.spacing.valueChanged.connect(lambda value: self._change(line_spacing=value))
        self.by_score.toggled.connect(lambda on: self._change(navigate_by_score=on))
        self.stops.activated.connect(lambda: self._change(stops=self.stops.currentData()))

    def _change(self, **changes: object) -> None:
        self._desk.change(**changes)

    def _show_name(self) -> None:
        there = self._desk.session.project is not None
        self.name.setText(self._desk.session.author if there else self._desk.settings.values.author)
        self.author.setEnabled(there)

    def _other_name(self) -> None:
        self._desk.trigger("other-name")
        self._show_name()


def _title(text: str) -> QWidget:
    title = label("heading", text)
    title.setContentsMargins(0, 8, 0, 0)
    return title


def _choices(choices: list[tuple[str, str]], current: str) -> ChoiceBox:
    box = ChoiceBox()
    for name, words in choices:
        box.addItem(words, name)
    box.setCurrentIndex(max(0, box.findData(current)))
    return box
