"""People and progress: how far everybody is, articles to give out, who reviews, who sees whose layers."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGroupBox,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
)

from core.errors import UserError
from core.model import AUTO, Status
from core.review.workflow import POLICY, Plan, Policy, assign, progress, read_policy
from core.store import Reviews
from gui.desk.desk import Desk
from gui.look.languages import sentence, tr
from gui.look.trees import plain_button, plain_tree
from gui.look.widgets import add_row, label, tick
from gui.review.agreement import fill
from gui.words.items import STATUSES


class WorkflowDialog(QDialog):
    """Progress at the top; giving out and the rules of who sees what below."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        project = desk.session.project
        assert project is not None
        self._project = project
        self.setWindowTitle(tr("People and progress"))
        self.resize(860, 640)
        self.table = plain_tree()
        self.people = QLineEdit(placeholderText=tr("anna, boris, …"))
        self.doubled, self.blank = _share(20), _share(0)
        self.give = plain_button(tr("Give out the articles that nobody has"))
        self.said = label("soft", wrap=True)
        policy = read_policy(project.value(POLICY))
        self.reviewers = QLineEdit(", ".join(policy.reviewers), placeholderText=tr("everybody"))
        self.allowed = QLineEdit(", ".join(policy.allowed), placeholderText=tr("nobody"))
        self.blind = tick(tr("Annotators see their own layers only"), policy.blind)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._lay_out()
        self.give.clicked.connect(self.give_out)
        self.people.textChanged.connect(self._check)
        for field in (self.reviewers, self.allowed):
            field.editingFinished.connect(self.write_policy)
        self.blind.toggled.connect(self.write_policy)
        self.buttons.rejected.connect(self.reject)
        for widget in (self.people, self.doubled, self.blank, self.reviewers, self.allowed, self.blind):
            widget.setEnabled(desk.session.writable)
        self.refresh()
        self._check()

    def _lay_out(self) -> None:
        giving, seeing = QGroupBox(tr("Give out")), QGroupBox(tr("Who reviews and who sees what"))
        form, rules = QFormLayout(giving), QFormLayout(seeing)
        for one in (form, rules):
            one.setHorizontalSpacing(16)
            one.setVerticalSpacing(8)
        add_row(form, tr("To"), self.people)
        add_row(form, tr("For two people"), self.doubled)
        add_row(form, tr("Without proposals"), self.blank)
        add_row(form, "", self.give)
        form.addRow(self.said)
        add_row(rules, tr("Reviewers"), self.reviewers)
        add_row(rules, "", self.blind)
        add_row(rules, tr("May see others all the same"), self.allowed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(self.table, 1)
        layout.addWidget(giving)
        layout.addWidget(seeing)
        layout.addWidget(self.buttons)

    def refresh(self) -> None:
        """Show how far everybody is."""
        reviews = Reviews(self._project)
        head = (tr("Annotator"), tr("Given"), *(tr(STATUSES[status]) for status in Status), tr("Settled"), tr("of"))
        rows = [
            (
                one.annotator,
                str(one.assigned),
                *(str(one.by_status.get(status, 0)) for status in Status),
                str(one.settled),
                str(one.total),
            )
            for one in progress(reviews.assignments(), reviews.states())
        ]
        fill(self.table, head, rows)

    def _check(self) -> None:
        self.give.setEnabled(bool(names(self.people.text())) and self._desk.session.writable)

    def give_out(self) -> None:
        """Give the articles that nobody has to the people named."""
        reviews = Reviews(self._project)
        people = names(self.people.text())
        doubled = self.doubled.value() / 100 if len(people) > 1 else 0.0
        plan = Plan(annotators=people, doubled=doubled, blank=self.blank.value() / 100)
        try:
            articles = [row.id for row in self._project.article_rows(AUTO)]
            given = assign(articles, plan, reviews.assignments())
            reviews.assign(given)
        except UserError as error:
            self.said.setText(sentence(error))
            return
        self.said.setText(tr("%n article(s) given out", len({one.article for one in given})))
        self._desk.session.rows_changed.emit()
        self.refresh()

    def write_policy(self) -> None:
        """Keep who reviews and who sees what in the project."""
        policy = Policy(
            blind=self.blind.isChecked(), reviewers=names(self.reviewers.text()), allowed=names(self.allowed.text())
        )
        if policy == read_policy(self._project.value(POLICY)):
            return
        try:
            self._project.set_value(POLICY, policy)
        except UserError as error:
            self.said.setText(sentence(error))


def names(text: str) -> tuple[str, ...]:
    """Return the names in a list with commas, each once."""
    return tuple(dict.fromkeys(name.strip() for name in text.split(",") if name.strip()))


def _share(percent: int) -> QSpinBox:
    box = QSpinBox(suffix=" %")
    box.setRange(0, 100)
    box.lineEdit().setTextMargins(6, 0, 0, 0)
    box.setValue(percent)
    return box
