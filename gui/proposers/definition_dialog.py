"""What a proposer is: a command, a server, a language model; asked for in a dialog and checked as one types."""

from __future__ import annotations

import shlex

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from core.errors import UserError
from core.proposers import Definition, Kind
from core.proposers.definition import LONGEST, PARTS, checked
from gui.look.choice_box import ChoiceBox
from gui.look.help_key import give_help_key
from gui.look.languages import mark, sentence, tr
from gui.look.tooltips import explain, explain_standard
from gui.look.widgets import add_row, label, open_at, roomy, tick

KINDS: dict[Kind, tuple[str, str]] = {
    Kind.COMMAND: (
        mark("Command"),
        mark("A program on this machine. It gets articles as lines of JSON and answers each with one line."),
    ),
    Kind.SERVER: (
        mark("Server"),
        mark("A server that gets an article as one line of JSON and answers with one line."),
    ),
    Kind.MODEL: (
        mark("Language model"),
        mark("A model on an OpenAI-compatible server: Ollama, llama.cpp, vLLM. It gets the text and the guidelines of "
             "the project. Untried with a real model: measure it before you believe it."),
    ),
}  # fmt: skip
"""What proposers there are, and what each does."""


class ProposerDialog(QDialog):
    """Ask what a proposer is; ``made`` is it once the dialog is accepted."""

    def __init__(self, parent: QWidget, given: Definition | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Add a proposer") if given is None else tr("Change {name}", name=given.name))
        give_help_key(self)
        open_at(self, 620, 460)
        self.kind = ChoiceBox()
        for kind, (words, _) in KINDS.items():
            self.kind.addItem(tr(words), kind)
        self.kind.setAccessibleName(tr("What it is"))
        self.name = QLineEdit(maxLength=40)
        self.command = QLineEdit(placeholderText="python3 towns.py")
        self.anew = tick(tr("Start it anew for each article"), checked=False)
        self.url = QLineEdit()
        self.model = QLineEdit(placeholderText="gemma3:12b")
        self.key = QLineEdit(placeholderText="CITATA_KEY")
        self.version = QLineEdit(maxLength=80)
        self.seconds = roomy(QSpinBox(minimum=1, maximum=LONGEST, value=120))
        self.part = roomy(QSpinBox(minimum=PARTS[0], maximum=PARTS[1], singleStep=500, value=3000))
        self.about = label("soft", wrap=True)
        self.said = label("soft", wrap=True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        self._rows: list[tuple[QWidget, frozenset[Kind]]] = []
        self._form = QFormLayout()
        self._lay_out()
        self._explain()
        if given is not None:
            self._fill(given)
        for changed in (self.name, self.command, self.url, self.model, self.key, self.version):
            changed.textChanged.connect(self._check)
        self.kind.currentIndexChanged.connect(self._show_kind)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._show_kind()

    def _lay_out(self) -> None:
        every, asked = frozenset(Kind), frozenset({Kind.SERVER, Kind.MODEL})
        self._form.setHorizontalSpacing(16)
        for words, field, kinds in (
            (tr("What it is"), self.kind, every),
            (tr("Name"), self.name, every),
            (tr("Command"), self.command, frozenset({Kind.COMMAND})),
            ("", self.anew, frozenset({Kind.COMMAND})),
            (tr("Address"), self.url, asked),
            (tr("Model"), self.model, frozenset({Kind.MODEL})),
            (tr("Variable with its key"), self.key, asked),
            (tr("Version"), self.version, frozenset({Kind.COMMAND, Kind.SERVER})),
            (tr("Seconds for an article"), self.seconds, every),
            (tr("Characters at once"), self.part, frozenset({Kind.MODEL})),
        ):
            add_row(self._form, words, field)
            self._rows.append((field, kinds))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(self.about)
        layout.addLayout(self._form)
        layout.addStretch(1)
        layout.addWidget(self.said)
        layout.addWidget(self.buttons)

    def _explain(self) -> None:
        """Say what every control does."""
        explain(self.kind, tr("Whether a program is run or a server asked"))
        explain(self.name, tr("Its layers are called auto: and this name"))
        explain(self.command, tr("The program and its arguments, run without a shell in the project’s folder; words "
                                 "with blanks stand in quotation marks"))  # fmt: skip
        explain(self.anew, tr("For a program that reads all of its input before it answers"))
        explain(self.url, tr("Where it is asked; addresses other than this machine’s ask for your consent first"))
        explain(self.model, tr("The model as the server calls it"))
        explain(self.key, tr("The environment variable that holds the server’s key; the key itself is never stored"))
        explain(self.version, tr("What its proposals say of its version, unless its answers name one"))
        explain(self.seconds, tr("An article that takes longer is left out"))
        explain(self.part, tr("A longer article is asked about in parts that overlap"))
        explain_standard(self.buttons)

    def _fill(self, given: Definition) -> None:
        self.kind.setCurrentIndex(self.kind.findData(given.kind))
        self.name.setText(given.name)
        self.name.setReadOnly(True)
        self.command.setText(shlex.join(given.command))
        self.anew.setChecked(given.anew)
        for field, words in ((self.url, given.url), (self.model, given.model), (self.key, given.key),
                             (self.version, given.version)):  # fmt: skip
            field.setText(words)
        self.seconds.setValue(given.seconds)
        self.part.setValue(given.part)

    def _show_kind(self, *_: object) -> None:
        kind = self._kind()
        self.about.setText(tr(KINDS[kind][1]))
        for field, kinds in self._rows:
            self._form.setRowVisible(field, kind in kinds)
        base = kind is Kind.MODEL
        self.url.setPlaceholderText("http://127.0.0.1:11434/v1" if base else "http://127.0.0.1:8000/propose")
        self._check()

    def _kind(self) -> Kind:
        kind = self.kind.currentData(Qt.ItemDataRole.UserRole)
        return Kind(kind)

    @property
    def made(self) -> Definition:
        """The proposer as it stands in the fields; UserError where it does not hold."""
        kind = self._kind()
        try:
            command = tuple(shlex.split(self.command.text())) if kind is Kind.COMMAND else ()
        except ValueError:
            raise UserError(
                "proposer-definition", name=self.name.text(), reason="a quotation mark is not closed"
            ) from None
        asked = kind is not Kind.COMMAND
        return checked(
            Definition(
                name=self.name.text().strip(), kind=kind, command=command, anew=not asked and self.anew.isChecked(),
                url=self.url.text().strip() if asked else "",
                model=self.model.text().strip() if kind is Kind.MODEL else "",
                key=self.key.text().strip() if asked else "",
                version=self.version.text().strip() if kind is not Kind.MODEL else "",
                seconds=self.seconds.value(), part=self.part.value(),
            )
        )  # fmt: skip

    def _check(self, *_: object) -> None:
        """Say what is missing; nothing is said of fields that nobody has filled."""
        said = ""
        try:
            address = self.made.address
            if address is not None and not address.is_local:
                said = tr("This is another machine: {host}. Before a text goes there you will be asked.",
                          host=address.named)  # fmt: skip
            holds = True
        except UserError as error:
            holds = False
            filled = self.command.text() if self._kind() is Kind.COMMAND else self.url.text()
            said = sentence(error) if self.name.text().strip() and filled.strip() else ""
        self.said.setText(said)
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(holds)
