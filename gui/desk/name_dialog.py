"""Ask for the annotator's name: once, before the first project; and for another one to work under, as an act."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from core.model import is_person
from gui.look.choice_box import ChoiceBox
from gui.look.help_key import give_help_key
from gui.look.languages import tr
from gui.look.tooltips import explain, explain_standard
from gui.look.widgets import label, tick

WIDTH = 460
"""Pixels."""


class NameDialog(QDialog):
    """A name to confirm or to write anew; the names of the program's own layers are nobody's."""

    def __init__(self, parent: QWidget, title: str, words: str, held: str, people: Sequence[str] = ()) -> None:
        """``held`` is suggested, ``people`` can be chosen."""
        super().__init__(parent)
        self.setWindowTitle(title)
        give_help_key(self)
        self.setMinimumWidth(WIDTH)
        self.field = ChoiceBox(editable=True)
        self.field.addItems(list(dict.fromkeys([held, *people])))
        self.field.setCurrentText(held)
        self.field.setAccessibleName(tr("Name"))
        self.said = label("soft", wrap=True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        explain(self.field, tr("A name that others will know you by"))
        explain_standard(self.buttons)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 16, 20, 16)
        self.column.setSpacing(10)
        self.column.addWidget(label("heading", title))
        self.column.addWidget(label("soft", words, wrap=True))
        self.column.addWidget(self.field)
        self.column.addWidget(self.said)
        self.column.addWidget(self.buttons)
        self.field.editTextChanged.connect(self._check)
        line = self.field.lineEdit()
        assert line is not None
        line.selectAll()
        self.field.setFocus()
        self._check()

    @property
    def name(self) -> str:
        """The name as it is written."""
        return " ".join(self.field.currentText().split())

    def _check(self) -> None:
        taken = bool(self.name) and not is_person(self.name)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(self.name) and not taken)
        self.said.setText(tr("“{name}” is the name of a layer of the program.", name=self.name) if taken else "")
        self.said.setVisible(taken)


class OtherNameDialog(NameDialog):
    """Another name to work under: for now, or because it is one's own in this project."""

    def __init__(self, parent: QWidget, held: str, people: Sequence[str]) -> None:
        super().__init__(
            parent,
            tr("Work under another name"),
            tr("What you do goes into the layer of that name, and the log has it under that name. "
               "The window says so until you are back at your own name or close the project."),
            held,
            people,
        )  # fmt: skip
        self.mine = tick(tr("This is my own name in this project from now on"), False)
        explain(self.mine, tr("The project opens under this name for you"))
        self.column.insertWidget(self.column.count() - 1, self.mine)


def ask_name(parent: QWidget, held: str) -> str:
    """Ask a person for their name, with ``held`` as a suggestion; empty where they would not say."""
    dialog = NameDialog(
        parent,
        tr("Who annotates?"),
        tr("Your work is kept in a layer of your name, and others see it under that name. This is asked once."),
        held,
    )
    return dialog.name if dialog.exec() else ""
