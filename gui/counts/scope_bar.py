"""What is counted: a query that restricts, settled quotations or proposals or both; counting anew, and its stop."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from core.corpus.counting.types import Scope, States
from core.errors import UserError
from gui.look.announce import announce
from gui.look.languages import mark, sentence, tr
from gui.look.parts import Segments
from gui.look.tooltips import explain
from gui.look.trees import plain_button
from gui.look.widgets import clearable, em, label, named

STATES: dict[States, tuple[str, str]] = {
    States.BOTH: (mark("Together"), mark("Settled quotations and proposals; every figure says how many are which")),
    States.SETTLED: (mark("Settled"), mark("Only quotations that a person has decided")),
    States.PROPOSALS: (mark("Proposals"), mark("Only quotations that nobody has decided yet")),
}


class ScopeBar(QWidget):
    """The row above the pages."""

    asked = Signal()
    """Something else is to be counted, or the same anew."""
    renewed = Signal()
    helped = Signal()
    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.states = States.BOTH
        self.query = clearable(QLineEdit())
        self.query.setAccessibleName(tr("Only quotations that a query lists"))
        self.query.setPlaceholderText(tr("All quotations, or those of a query: source:ТАСС date:2026-05 gender:f …"))
        self.help = named(plain_button("?"), "small")
        self.help.setAccessibleName(tr("How a query is written"))
        self.switch = Segments([str(one) for one in STATES])
        self.switch.set_words(
            [tr(words) for words, _ in STATES.values()], [tr(tip) for _, tip in STATES.values()], ["", "", ""]
        )
        self.switch.show_kind(str(self.states))
        self.again, self.halt = plain_button(tr("Count anew")), plain_button(tr("Stop"))
        self.progress = QProgressBar(textVisible=False)
        self.progress.setFixedWidth(round(120 * em(self)))
        self.progress.setAccessibleName(tr("Counting…"))
        self.wrong, self.said = label("wrong", wrap=True), label("soft", wrap=True)
        self.wrong.hide()
        explain(self.query, tr("Counts only the quotations that the query lists; Enter counts"), key="Ctrl+F")
        explain(self.help, tr("How a query is written"), key="F1")
        explain(self.again, tr("Count what the project has now"), key="F5")
        explain(self.halt, tr("Stop counting; what is shown stays"), key="Escape")
        self._lay_out()
        self.query.returnPressed.connect(self.asked)
        self.query.textChanged.connect(self._cleared)
        self.switch.chosen.connect(self._switch)
        self.again.clicked.connect(self.renewed)
        self.halt.clicked.connect(self.stopped)
        self.help.clicked.connect(self.helped)
        self.show_busy(on=False)

    def _lay_out(self) -> None:
        top, below = QHBoxLayout(), QHBoxLayout()
        for row in (top, below):
            row.setSpacing(8)
        top.addWidget(self.query, 1)
        for part in (self.help, self.switch, self.again, self.halt):
            top.addWidget(part)
        below.addWidget(self.said, 1)
        below.addWidget(self.progress)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self.wrong)
        column.addLayout(below)
        width = max(part.sizeHint().width() for part in (self.again, self.halt))
        for part in (self.again, self.halt):
            part.setFixedWidth(width)

    @property
    def scope(self) -> Scope:
        """What is to be counted."""
        return Scope(self.query.text().strip(), self.states)

    def _switch(self, kind: str) -> None:
        self.states = States(kind)
        self.asked.emit()

    def _cleared(self, text: str) -> None:
        self.wrong.hide()
        if not text:
            self.asked.emit()

    def show_busy(self, *, on: bool) -> None:
        """Show that something is being counted, and how to stop it."""
        gone, come = (self.again, self.halt) if on else (self.halt, self.again)
        had = gone.hasFocus()
        self.progress.setVisible(on)
        come.show()
        if had:
            come.setFocus()
        gone.hide()
        if on:
            self.progress.setRange(0, 0)

    def show_progress(self, done: int, total: int) -> None:
        """Show how much the index has taken in."""
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def show_wrong(self, error: UserError) -> None:
        """Say what is wrong with the query."""
        words = sentence(error)
        self.wrong.setText(words)
        self.wrong.show()
        announce(words)

    def say(self, words: str) -> None:
        """Say what is shown, or what is being done."""
        self.said.setText(words)
