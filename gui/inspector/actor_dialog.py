"""An actor of the article: its name, kind, gender and note, changed in one act."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from core.model import Actor, ActorKind, actor_edits
from core.model.gender import Gender, gender_of
from core.model.layer import Edit, Layer
from gui.desk.session import Session
from gui.look.help_key import give_help_key
from gui.look.languages import mark, tr
from gui.look.theme import Palette, icon
from gui.look.tooltips import explain, explain_standard
from gui.look.widgets import add_row, label
from gui.words.items import KIND_ICONS

KINDS: tuple[tuple[ActorKind | None, str], ...] = (
    (None, mark("kind not told")),
    (ActorKind.PERSON, mark("person")),
    (ActorKind.ORGANISATION, mark("organisation")),
    (ActorKind.DOCUMENT, mark("document")),
    (ActorKind.GROUP, mark("group")),
    (ActorKind.UNNAMED, mark("unnamed source")),
)
GENDERS: tuple[tuple[Gender | None, str], ...] = (
    (None, mark("gender not told")),
    (Gender.FEMININE, mark("feminine")),
    (Gender.MASCULINE, mark("masculine")),
)
WIDTH = 440
"""Pixels."""


class ActorDialog(QDialog):
    """The fields of an actor to be read and changed."""

    def __init__(self, parent: QWidget, actor: Actor, palette: Palette) -> None:
        super().__init__(parent)
        self._actor = actor
        self.setWindowTitle(tr("Actor"))
        self.setMinimumWidth(WIDTH)
        self.name = QLineEdit(actor.name)
        self.kind, self.gender = QComboBox(), QComboBox()
        for kind, words in KINDS:
            self.kind.addItem(icon(KIND_ICONS[kind], palette.soft), tr(words), kind)
        for gender, words in GENDERS:
            self.gender.addItem(tr(words), gender)
        self.kind.setCurrentIndex([kind for kind, _ in KINDS].index(actor.kind))
        self.gender.setCurrentIndex([gender for gender, _ in GENDERS].index(gender_of(actor)))
        self.note = QPlainTextEdit(actor.note)
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(self.note.fontMetrics().lineSpacing() * 4 + 14)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        form = QFormLayout()
        for text, field in ((tr("Name"), self.name), (tr("Kind"), self.kind), (tr("Gender"), self.gender)):
            add_row(form, text, field)
            field.setAccessibleName(text)
        form.addRow(tr("Note"), self.note)
        self.note.setAccessibleName(tr("Note"))
        for part, words in (
            (self.name, tr("The fullest name in the article, in the nominative; the old one stays as another name")),
            (self.kind, tr("Person, organisation, document, group, or somebody unnamed")),
            (self.gender, tr("Which pronouns may mean it")),
            (self.note, tr("A note on the actor")),
        ):
            explain(part, words)
        explain_standard(self.buttons)
        give_help_key(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(form)
        if actor.aliases:
            column.addWidget(label("soft", tr("also: {names}", names=", ".join(actor.aliases)), wrap=True))
        column.addWidget(self.buttons)
        self.name.textChanged.connect(self._check)
        self.name.selectAll()
        self.name.setFocus()

    def _check(self) -> None:
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(self.name.text().strip()))

    def edit(self, layer: Layer) -> Edit:
        """Return the act that makes the actor what is written here; empty where nothing is changed."""
        return actor_edits.describe_actor(
            layer,
            self._actor.id,
            " ".join(self.name.text().split()),
            KINDS[self.kind.currentIndex()][0],
            GENDERS[self.gender.currentIndex()][0],
            self.note.toPlainText().strip(),
        )


def change_actor(session: Session, actor_id: str, parent: QWidget, palette: Palette) -> None:
    """Let a person change an actor of the open layer."""
    layer = session.layer
    actor = layer.actor(actor_id) if layer is not None else None
    if layer is None or actor is None:
        return
    dialog = ActorDialog(parent, actor, palette)
    dialog.accepted.connect(lambda: _change(session, actor_id, dialog))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _change(session: Session, actor_id: str, dialog: ActorDialog) -> None:
    if session.layer is not None and session.layer.actor(actor_id) is not None:
        session.do(dialog.edit(session.layer))
