"""What is asked: the query as text, filters that write themselves into it, the order of the lines, their context."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from core.corpus.filters import ANY, PROPOSED, SETTLED
from core.corpus.parse import parse
from core.corpus.query import Field, Order, Query
from core.corpus.rewriting import values_of, with_filter
from core.errors import UserError
from core.model import AUTO, GOLD, Form
from gui.look.announce import announce
from gui.look.choice_box import ChoiceBox
from gui.look.languages import mark, sentence, tr
from gui.look.many_choice import ManyChoice
from gui.look.tooltips import explain
from gui.look.trees import plain_button
from gui.look.widgets import clearable, em, label, named
from gui.words.items import form_words
from gui.words.layers import layer_words

ORDERS: dict[Order, str] = {
    Order.ARTICLE: mark("by article"),
    Order.LEFT: mark("by the words before"),
    Order.RIGHT: mark("by the words after"),
    Order.SPEAKER: mark("by speaker"),
    Order.DATE: mark("by date"),
    Order.SOURCE: mark("by source"),
}
CONTEXTS = (60, 120, 240, 500)
DAYS = 10
"""Letters of a day."""


class QueryField(ChoiceBox):
    """The query, and those that were asked before."""

    entered = Signal()
    left = Signal()
    """Down where nothing is to be chosen: on to the lines."""

    def __init__(self) -> None:
        super().__init__(editable=True)
        self.setInsertPolicy(ChoiceBox.InsertPolicy.NoInsert)
        self.setCompleter(None)  # type: ignore[arg-type]
        self.setMaxVisibleItems(12)
        self.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(20)
        self.setAccessibleName(tr("What is looked for"))
        clearable(self.line).setPlaceholderText(tr("Words, “a phrase”, speaker:name, in:quotation …"))
        self.textActivated.connect(lambda _: self.entered.emit())

    @property
    def line(self) -> QLineEdit:
        """What is typed into."""
        found = self.lineEdit()
        assert found is not None
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            event.accept()
        elif event.key() == Qt.Key.Key_Down and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.left.emit()
            event.accept()
        else:
            super().keyPressEvent(event)

    def offer(self, queries: Sequence[str]) -> None:
        """List the queries that were asked before; what is typed stays."""
        typed = self.line.text()
        self.blockSignals(True)
        self.clear()
        self.addItems(list(queries))
        self.blockSignals(False)
        self.line.setText(typed)


class QueryBar(QWidget):
    """One line for the query, one for what restricts and sorts it; what is wrong with it stands between them."""

    asked = Signal()
    """The query is to be answered."""
    typed = Signal()
    """It is being changed: an answer to what it was is not wanted any more."""
    arranged = Signal()
    """Another order, or another context."""
    helped = Signal()
    left = Signal()
    """On to the lines, by the arrow key."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._russian = language == "ru"
        self.field = QueryField()
        self.help = named(plain_button("?"), "small")
        self.go = named(plain_button(tr("Search")), "primary")
        self.wrong = label("wrong", wrap=True)
        self.wrong.hide()
        self.state = ManyChoice(tr("Settled and proposals"), ((SETTLED, tr("settled")), (PROPOSED, tr("proposals"))))
        self.form = ManyChoice(tr("All forms"), [(str(one), form_words(one)) for one in Form])
        self.layer = ManyChoice(tr("The layer that counts"), ())
        self.since, self.until = QLineEdit(), QLineEdit()
        self.order, self.context = ChoiceBox(), ChoiceBox()
        self._name()
        self._lay_out()
        self._connect()

    def _name(self) -> None:
        for order, words in ORDERS.items():
            self.order.addItem(tr(words), order)
        for size in CONTEXTS:
            self.context.addItem(tr("%n characters", size), size)
        named_parts: tuple[tuple[QWidget, str], ...] = (
            (self.state, tr("State")), (self.form, tr("Form")), (self.layer, tr("Layer")),
            (self.since, tr("Published since")), (self.until, tr("Published until")),
            (self.order, tr("Order of the lines")), (self.context, tr("Context on each side")),
            (self.help, tr("How a query is written")),
        )  # fmt: skip
        for part, words in named_parts:
            part.setAccessibleName(words)
        for field, words in ((self.since, tr("since")), (self.until, tr("until"))):
            field.setPlaceholderText(words)
            field.setMaximumWidth(round(104 * em(field)))
        explain(self.field, tr("A word finds all its forms; ? on the right tells everything else"), key="Ctrl+F")
        explain(self.help, tr("How a query is written"), key="F1")
        explain(self.go, tr("Look for it in all articles"), key="Return")
        explain(self.state, tr("Only what people have decided, or only proposals"))
        explain(self.form, tr("Only quotations of some forms"))
        explain(self.layer, tr("Whose layers are searched; otherwise the one that speaks for its article"))
        explain(self.since, tr("A year, a month or a day: 2026, 2026-05, 31.05.2026"))
        explain(self.until, tr("A year, a month or a day: 2026, 2026-05, 31.05.2026"))
        explain(self.order, tr("What the lines are sorted by; a click on a column does it too"))
        explain(self.context, tr("How much stands before and after the words found"))

    def _lay_out(self) -> None:
        top, below = QHBoxLayout(), QHBoxLayout()
        for row in (top, below):
            row.setSpacing(8)
        top.addWidget(self.field, 1)
        top.addWidget(self.help)
        top.addWidget(self.go)
        for part, stretch in ((self.state, 3), (self.form, 2), (self.layer, 3)):
            below.addWidget(part, stretch)
        below.addWidget(self.since)
        below.addWidget(QLabel("–"))
        for last in (self.until, self.order, self.context):
            below.addWidget(last)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.wrong)
        layout.addLayout(below)

    def _choices(self) -> tuple[tuple[ManyChoice, Field], ...]:
        return (self.state, Field.STATE), (self.form, Field.FORM), (self.layer, Field.LAYER)

    def _connect(self) -> None:
        self.field.entered.connect(self.asked)
        self.field.left.connect(self.left)
        self.field.line.textEdited.connect(self._edited)
        self.go.clicked.connect(self.asked)
        self.help.clicked.connect(self.helped)
        for part, field in self._choices():
            part.changed.connect(lambda part=part, field=field: self._write(field, sorted(part.values or ())))
        for edge in (self.since, self.until):
            edge.editingFinished.connect(self._write_days)
        self.order.activated.connect(lambda _: self.arranged.emit())
        self.context.activated.connect(lambda _: self.arranged.emit())

    # -- the query ---------------------------------------------------------------------------------------------------

    @property
    def text(self) -> str:
        """The query as it is written."""
        return self.field.line.text().strip()

    def show_text(self, text: str) -> None:
        """Write a query."""
        self.field.line.setText(text)
        self.show_wrong(None)

    def query(self) -> Query | None:
        """Return what is asked; what is wrong with it is said, and shown in the field."""
        try:
            found = parse(self.text)
        except UserError as error:
            self.show_wrong(error)
            return None
        self.show_wrong(None)
        self.show_filters()
        return found

    def show_wrong(self, error: UserError | None) -> None:
        """Say what is wrong below the field, and select the character that it is about."""
        self.wrong.setText(sentence(error) if error is not None else "")
        self.wrong.setVisible(error is not None)
        if error is None:
            return
        announce(self.wrong.text())
        at = error.facts.get("position")
        if isinstance(at, int):
            line = self.field.line
            lead = len(line.text()) - len(line.text().lstrip())
            line.setFocus()
            line.setSelection(lead + at - 1, 1) if lead + at <= len(line.text()) else line.end(False)

    def _edited(self) -> None:
        self.show_wrong(None)
        self.typed.emit()

    # -- filters -----------------------------------------------------------------------------------------------------

    def offer_layers(self, annotators: Iterable[str]) -> None:
        """Offer whose layers may be searched."""
        names = dict.fromkeys((ANY, AUTO, GOLD, *sorted(annotators)))
        self.layer.blockSignals(True)
        chosen = self.layer.values or ()
        self.layer.offer([(one, tr("all layers") if one == ANY else layer_words(one)) for one in names])
        self.layer.choose(*chosen)
        self.layer.blockSignals(False)

    def show_filters(self) -> None:
        """Let the choices say what the query says."""
        for part, field in self._choices():
            part.blockSignals(True)
            part.choose(*values_of(self.text, field))
            part.blockSignals(False)
        days = (*values_of(self.text, Field.DATE), "", "")
        self.since.setText(days[0])
        self.until.setText(days[1])

    def _write(self, field: Field, values: Sequence[str]) -> None:
        """Write what was chosen into the query, and answer it."""
        self.show_text(with_filter(self.text, field, values, russian=self._russian))
        if self.text:
            self.asked.emit()

    def _write_days(self) -> None:
        since, until = self.since.text().strip(), self.until.text().strip()
        try:
            days: tuple[str, ...] = (*values_of(self.text, Field.DATE), "", "")
        except UserError:
            days = ()
        if (since, until) == days[:2]:
            return
        self._write(Field.DATE, [f"{since}..{until}"] if since or until else [])

    # -- order and context -------------------------------------------------------------------------------------------

    def arrange(self, order: Order, context: int) -> None:
        """Show an order and a context."""
        self.order.setCurrentIndex(self.order.findData(order))
        nearest = min(CONTEXTS, key=lambda size: abs(size - context))
        self.context.setCurrentIndex(self.context.findData(nearest))

    @property
    def chosen_order(self) -> Order:
        """What the lines are sorted by."""
        return Order(self.order.currentData())

    @property
    def chosen_context(self) -> int:
        """Code points before and after the words found."""
        return int(self.context.currentData())
