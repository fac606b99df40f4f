"""Return an article to its annotators: to whom, and what there is to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout

from gui.desk.desk import Desk
from gui.look.help_key import give_help_key
from gui.look.languages import tr
from gui.look.tooltips import explain, explain_standard
from gui.look.widgets import label, tick
from gui.review.verdict import Verdict


class ReturnDialog(QDialog):
    """Ask for a comment; the article's status becomes "returned" for those who are ticked."""

    def __init__(self, desk: Desk, verdict: Verdict, names: Sequence[str]) -> None:
        """``names``: the annotators whose layers are compared."""
        super().__init__(desk.window)
        self._verdict = verdict
        self.setWindowTitle(tr("Return the article"))
        give_help_key(self)
        self.setMinimumWidth(420)
        self.people = {name: tick(name, True) for name in names}
        self.comment = QPlainTextEdit()
        self.comment.setPlaceholderText(tr("What is to be done?"))
        self.comment.setAccessibleName(tr("What is to be done?"))
        self.comment.setTabChangesFocus(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = self.buttons.addButton(tr("Return"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(label("heading", tr("To whom")))
        for box in self.people.values():
            layout.addWidget(box)
            box.toggled.connect(self._check)
        layout.addWidget(label("heading", tr("Comment")))
        layout.addWidget(self.comment)
        layout.addWidget(self.buttons)
        for name, box in self.people.items():
            explain(box, tr("Return it to {name}", name=name))
        explain(self.comment, tr("They read it beside their article"))
        explain(self.go, tr("Give the article back with this comment"), key="Return")
        explain_standard(self.buttons)
        self.buttons.accepted.connect(self._return)
        self.buttons.rejected.connect(self.reject)
        self._check()
        self.comment.setFocus()

    def _check(self) -> None:
        self.go.setEnabled(any(box.isChecked() for box in self.people.values()))

    def _return(self) -> None:
        names = [name for name, box in self.people.items() if box.isChecked()]
        if self._verdict.give_back(names, self.comment.toPlainText()):
            self.accept()
