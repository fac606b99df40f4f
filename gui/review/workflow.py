"""People and progress: how far everybody is, what is annotated, articles to give out, who reviews and sees what."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGridLayout,
    QGroupBox,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
)

from core.errors import UserError
from core.model import AUTO, Status
from core.review.workflow import POLICY, Plan, Policy, assign, progress, read_policy, unfinished
from core.store import Reviews
from gui.desk.desk import Desk
from gui.look.languages import sentence, tr
from gui.look.tooltips import explain, explain_standard
from gui.look.trees import plain_button, plain_tree
from gui.look.widgets import add_row, label, open_at, tick
from gui.review.agreement import fill
from gui.review.scope_box import ScopeBox
from gui.words.items import STATUSES


class WorkflowDialog(QDialog):
    """Progress at the top; what is annotated, giving out, and the rules of who sees what below."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        project = desk.session.project
        assert project is not None
        self._project = project
        self._free: list[str] = []
        self._finished = 0
        self.setWindowTitle(tr("People and progress"))
        open_at(self, 960, 660)
        self.table = plain_tree()
        self.table.setAccessibleName(tr("People and progress"))
        self.scope = ScopeBox(project.scope(), project.schema, desk.language)
        self.people = QLineEdit(placeholderText=tr("anna, boris, …"))
        self.doubled, self.blank = _share(20), _share(0)
        self.give = plain_button("")
        self.said = label("soft", wrap=True)
        policy = read_policy(project.value(POLICY))
        self.reviewers = QLineEdit(", ".join(policy.reviewers), placeholderText=tr("everybody"))
        self.allowed = QLineEdit(", ".join(policy.allowed), placeholderText=tr("nobody"))
        self.blind = tick(tr("Annotators see their own layers only"), policy.hides)
        self.rules = label("soft", wrap=True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._lay_out()
        self._explain()
        self.give.clicked.connect(self.give_out)
        self.people.textChanged.connect(self._check)
        self.scope.changed.connect(self.write_scope)
        for field in (self.reviewers, self.allowed):
            field.editingFinished.connect(self.write_policy)
        self.blind.clicked.connect(self._hide_layers)
        self.buttons.rejected.connect(self.reject)
        for widget in (self.scope, self.people, self.doubled, self.blank, self.reviewers, self.allowed, self.blind):
            widget.setEnabled(desk.session.project_writable)
        self.refresh()
        self._say_rules()

    def _explain(self) -> None:
        """Say what every control does."""
        explain(self.people, tr("Names of those who get articles, with commas"))
        explain(self.doubled, tr("The share of articles that two people get, to measure agreement"))
        explain(self.blank, tr("The share of articles that come without the program’s proposals"))
        explain(self.give, tr("Share the articles out among those named"))
        explain(self.reviewers, tr("Names of those who decide between layers; left empty, everybody may"))
        explain(self.blind, tr("Nobody is led by the work of others until it is reviewed"))
        explain(self.allowed, tr("Names of those who see other layers although they do not review"))
        explain_standard(self.buttons)

    def _lay_out(self) -> None:
        giving, seeing = QGroupBox(tr("Give out")), QGroupBox(tr("Who reviews and who sees what"))
        form, rules = QFormLayout(giving), QFormLayout(seeing)
        for one in (form, rules):
            one.setHorizontalSpacing(16)
            one.setVerticalSpacing(8)
        add_row(form, tr("To"), self.people)
        add_row(form, tr("For two people"), self.doubled)
        add_row(form, tr("Without proposals"), self.blank)
        form.addRow(self.give)
        form.addRow(self.said)
        add_row(rules, tr("Reviewers"), self.reviewers)
        rules.addRow(self.blind)
        add_row(rules, tr("May see others all the same"), self.allowed)
        rules.addRow(self.rules)
        below = QGridLayout()
        below.setHorizontalSpacing(12)
        below.setVerticalSpacing(10)
        below.addWidget(giving, 0, 0, 2, 1)
        below.addWidget(self.scope, 0, 1)
        below.addWidget(seeing, 1, 1)
        below.setColumnStretch(0, 1)
        below.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(self.table, 1)
        layout.addLayout(below)
        layout.addWidget(self.buttons)

    def refresh(self) -> None:
        """Show how far everybody is, and how many articles there are to give out."""
        reviews = Reviews(self._project)
        assignments, states = reviews.assignments(), reviews.states()
        head = (tr("Annotator"), tr("Given"), *(tr(STATUSES[status]) for status in Status), tr("Settled"), tr("of"))
        rows = [
            (
                one.annotator,
                str(one.assigned),
                *(str(one.by_status.get(status, 0)) for status in Status),
                str(one.settled),
                str(one.total),
            )
            for one in progress(assignments, states)
        ]
        fill(self.table, head, rows)
        held = {one.article for one in assignments}
        nobodys = [row.id for row in self._project.article_rows(AUTO) if row.id not in held]
        self._free = unfinished(nobodys, states)
        self._finished = len(nobodys) - len(self._free)
        self.give.setText(tr("Give out %n article(s) that nobody has", len(self._free)))
        self.said.setText(self._finished_words())
        self._check()

    def _finished_words(self) -> str:
        return (
            tr("%n article(s), finished or under review, are not given out.", self._finished) if self._finished else ""
        )

    def _check(self) -> None:
        self.give.setEnabled(bool(names(self.people.text()) and self._free) and self._desk.session.project_writable)

    # -- giving out ----------------------------------------------------------------------------------------------------

    def give_out(self) -> None:
        """Give the articles that nobody has and that are not finished to the people named."""
        reviews = Reviews(self._project)
        people = names(self.people.text())
        doubled = self.doubled.value() / 100 if len(people) > 1 else 0.0
        plan = Plan(annotators=people, doubled=doubled, blank=self.blank.value() / 100)
        try:
            given = assign(self._free, plan, reviews.assignments())
            reviews.assign(given)
        except UserError as error:
            self.said.setText(sentence(error))
            return
        self._desk.session.rows_changed.emit()
        self.refresh()
        done = tr("%n article(s) given out", len({one.article for one in given}))
        each = ", ".join(f"{name}: {sum(one.annotator == name for one in given)}" for name in people)
        self.said.setText(f"{done} ({each}). {self._finished_words()}".rstrip())

    # -- what is annotated, and who sees it ----------------------------------------------------------------------------

    def write_scope(self) -> None:
        """Keep what is annotated in the project; every count follows."""
        scope = self.scope.scope
        if scope is None or scope == self._project.scope():
            return
        try:
            self._project.set_scope(scope)
        except UserError as error:
            self.scope.said.setText(sentence(error))
            return
        self._desk.session.rows_changed.emit()
        self._desk.reset_wanted.emit()
        self.refresh()

    def _hide_layers(self, on: bool) -> None:
        """Where layers are to be hidden, somebody must review: without a name it is the author."""
        if on and not names(self.reviewers.text()):
            self.reviewers.setText(self._desk.session.author)
        self.write_policy()

    def write_policy(self) -> None:
        """Keep who reviews and who sees what in the project."""
        reviewers = names(self.reviewers.text())
        if not reviewers:
            self.blind.setChecked(False)
        policy = Policy(blind=self.blind.isChecked(), reviewers=reviewers, allowed=names(self.allowed.text()))
        try:
            if policy != read_policy(self._project.value(POLICY)):
                self._project.set_value(POLICY, policy)
        except UserError as error:
            self.rules.setText(sentence(error))
            return
        self._say_rules()

    def _say_rules(self) -> None:
        """Say what the rules come to."""
        reviewers = names(self.reviewers.text())
        self.allowed.setEnabled(self.blind.isChecked() and self._desk.session.project_writable)
        if not reviewers:
            words = tr("No reviewer is named: everybody may review, and sees every layer.")
        elif self.blind.isChecked():
            words = tr("{names} may review and see every layer; the others see their own.", names=", ".join(reviewers))
        else:
            words = tr("{names} may review; everybody sees every layer.", names=", ".join(reviewers))
        self.rules.setText(words)


def names(text: str) -> tuple[str, ...]:
    """Return the names in a list with commas, each once."""
    return tuple(dict.fromkeys(name.strip() for name in text.split(",") if name.strip()))


def _share(percent: int) -> QSpinBox:
    box = QSpinBox(suffix=" %")
    box.setRange(0, 100)
    box.lineEdit().setTextMargins(6, 0, 0, 0)
    box.setValue(percent)
    return box
