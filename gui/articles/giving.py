"""Give the selected articles to people."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout

from core.language import by_letters, letters
from core.model import is_person
from core.store import Assignment, Reviews, Start
from gui.desk.acts import GivenOut
from gui.desk.desk import Desk
from gui.look.help_key import give_help_key
from gui.look.languages import tr
from gui.look.tooltips import explain, explain_standard
from gui.look.widgets import add_row, label, tick


class GiveDialog(QDialog):
    """Ask to whom some articles go, and say who has them."""

    def __init__(self, desk: Desk, article_ids: Sequence[str]) -> None:
        super().__init__(desk.window)
        project = desk.session.project
        assert project is not None
        self._desk, self._ids = desk, tuple(article_ids)
        chosen = set(self._ids)
        every = Reviews(project).assignments()
        self._held = [one for one in every if one.article in chosen]
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Give out"))
        give_help_key(self)
        self.setMinimumWidth(460)
        self.people = QLineEdit(placeholderText=tr("anna, boris, …"))
        known = {one.annotator for one in every} | set(project.annotators()) | {desk.session.author}
        completer = QCompleter(sorted(filter(is_person, known), key=letters), self.people)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.people.setCompleter(completer)
        self.blank = tick(tr("Without proposals"), checked=False)
        self.said = label("soft", self._who(), wrap=True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = self.buttons.addButton(
            tr("Give out %n article(s)", len(self._ids)), QDialogButtonBox.ButtonRole.AcceptRole
        )
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        add_row(form, tr("To"), self.people)
        self.people.setAccessibleName(tr("To"))
        form.addRow("", self.blank)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(self.said)
        layout.addWidget(self.buttons)
        explain(self.people, tr("Names of those who get articles, with commas"))
        explain(self.blank, tr("They begin with the bare text"))
        explain(self.go, tr("Everybody named gets each of them"), key="Return")
        explain_standard(self.buttons)
        self.people.textChanged.connect(self._check)
        self.buttons.accepted.connect(self.give)
        self.buttons.rejected.connect(self.reject)
        self._check()

    def _who(self) -> str:
        """Return who has the articles, and how many of them each."""
        counts: dict[str, int] = {}
        for one in self._held:
            counts[one.annotator] = counts.get(one.annotator, 0) + 1
        if not counts:
            return tr("Nobody has any of them.")
        who = ", ".join(f"{name}: {count}" for name, count in by_letters(counts.items()))
        return tr("Given out already: {who}.", who=who)

    def names(self) -> tuple[str, ...]:
        """Return the people named, each once; nobody can be called as the program's layers are."""
        found = dict.fromkeys(name.strip() for name in self.people.text().split(",") if name.strip())
        return tuple(name for name in found if is_person(name))

    def _check(self) -> None:
        self.go.setEnabled(bool(self.names()))

    def given(self) -> list[Assignment]:
        """Return the assignments that are new."""
        there = {(one.article, one.annotator) for one in self._held}
        start = Start.NOTHING if self.blank.isChecked() else Start.PROPOSALS
        return [
            Assignment(article=article, annotator=name, start=start)
            for article in self._ids
            for name in self.names()
            if (article, name) not in there
        ]

    def give(self) -> None:
        """Give them out, as one act."""
        given = self.given()
        self.accept()
        if not given:
            self._desk.say(tr("They have these articles already."))
        elif self._desk.session.act(GivenOut(given)):
            self._desk.say(tr("%n article(s) given out", len({one.article for one in given})))
