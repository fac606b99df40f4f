"""The fields of a source of the register, to be read and changed."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
)

from core.model import ActorKind
from core.model.gender import Gender
from core.model.register import Source
from core.words.register import gender_words
from core.words.values import KINDS
from gui.desk.desk import Desk
from gui.look.languages import mark, tr
from gui.look.theme import icon
from gui.look.tooltips import explain, explain_standard
from gui.look.widgets import add_row, open_at
from gui.words.items import KIND_ICONS

KINDS_IN_ORDER: tuple[ActorKind | None, ...] = (None, *ActorKind)
GENDERS_IN_ORDER: tuple[Gender | None, ...] = (None, *Gender)
NO_KIND, NO_GENDER = mark("kind not told"), mark("gender not told")
LINES = 3


class SourceDialog(QDialog):
    """Name, kind, gender, office, identifier, other names and note of a source."""

    def __init__(self, desk: Desk, source: Source, title: str) -> None:
        super().__init__(desk.window)
        self._source = source
        self.setWindowTitle(title)
        open_at(self, 520, 470)
        self.name, self.role, self.identifier = QLineEdit(source.name), QLineEdit(source.role), QLineEdit()
        self.identifier.setText(source.identifier)
        self.identifier.setPlaceholderText(tr("Q12345, number in a register …"))
        self.kind, self.gender = QComboBox(), QComboBox()
        for kind in KINDS_IN_ORDER:
            words = tr(KINDS[kind]) if kind is not None else tr(NO_KIND)
            self.kind.addItem(icon(KIND_ICONS[kind], desk.palette.soft), words)
        for gender in GENDERS_IN_ORDER:
            self.gender.addItem(gender_words(gender) or tr(NO_GENDER))
        self.kind.setCurrentIndex(KINDS_IN_ORDER.index(source.kind))
        self.gender.setCurrentIndex(GENDERS_IN_ORDER.index(source.gender))
        self.aliases, self.note = _lines("\n".join(source.aliases)), _lines(source.note)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._lay_out()
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.name.textChanged.connect(self._check)
        self._check()
        self.name.selectAll()
        self.name.setFocus()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        for words, field, said in (
            (tr("Name"), self.name, tr("The canonical name, in the nominative; the old one stays as another name")),
            (tr("Kind"), self.kind, tr("Person, organisation, document, group, or somebody unnamed")),
            (tr("Gender"), self.gender, tr("Actors of the other gender are not proposed for it")),
            (tr("Office or trade"), self.role, tr("What articles call it beside its name: mayor, head of state")),
            (tr("Identifier"), self.identifier, tr("Its number in Wikidata, in a state register or in your own list")),
            (tr("Other names"), self.aliases, tr("Other names that it goes by, one a line")),
            (tr("Note"), self.note, tr("A note on the source")),
        ):
            add_row(form, words, field)
            field.setAccessibleName(words)
            explain(field, said)
        explain_standard(self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addStretch(1)
        column.addWidget(self.buttons)

    def _check(self) -> None:
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(self.name.text().strip()))

    def source(self) -> Source:
        """Return the source as it is written here."""
        aliases = (" ".join(line.split()) for line in self.aliases.toPlainText().splitlines())
        return replace(
            self._source,
            name=" ".join(self.name.text().split()),
            kind=KINDS_IN_ORDER[self.kind.currentIndex()],
            gender=GENDERS_IN_ORDER[self.gender.currentIndex()],
            role=" ".join(self.role.text().split()),
            identifier=self.identifier.text().strip(),
            aliases=tuple(dict.fromkeys(alias for alias in aliases if alias)),
            note=self.note.toPlainText().strip(),
        )


def _lines(text: str) -> QPlainTextEdit:
    made = QPlainTextEdit(text)
    made.setTabChangesFocus(True)
    made.setFixedHeight(made.fontMetrics().lineSpacing() * LINES + 14)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return made
