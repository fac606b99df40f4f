"""Quotations by one or two axes: a table, and a chart of it beside."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from core.charts.types import Kind
from core.corpus.corpus import Corpus
from core.corpus.counting.quotations import count
from core.corpus.counting.types import TIMES, Axis, Measure, Scope, Table
from core.store import Project
from core.store.search_index.index import GoOn
from core.words.counts import axis_words, basis_words, measure_words
from gui.counts.asker import Question
from gui.counts.chart_view import ChartView
from gui.counts.page import Page, sheet_of
from gui.counts.pictures import Plan
from gui.counts.sheet import Line, Sheet
from gui.counts.sheet_table import SheetTable
from gui.counts.sheets import QUOTATIONS, table_sheet
from gui.look.choice_box import ChoiceBox
from gui.look.languages import mark, tr
from gui.look.theme import Palette
from gui.look.tooltips import explain
from gui.look.widgets import label

KINDS: dict[Kind | None, str] = {
    None: mark("as it fits"),
    Kind.BARS: mark("bars"),
    Kind.STACKED: mark("stacked bars"),
    Kind.LINE: mark("lines"),
}
DRAWN = (10, 25, 50)
"""Rows that a chart may have."""


class TablePage(Page):
    """Choose axes; every row, cell and bar leads to its quotations."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.found: Table | None = None
        self.by, self.second = ChoiceBox(), ChoiceBox()
        self.measure, self.kind, self.most = ChoiceBox(), ChoiceBox(), ChoiceBox()
        self.table = SheetTable(tr("Quotations counted"))
        self.chart = ChartView(palette, tr("Chart"))
        self.said = label("soft", wrap=True)
        self._fill()
        self._lay_out()
        self._connect()

    def _fill(self) -> None:
        self.second.addItem(tr("nothing else"), None)
        for axis in Axis:
            self.by.addItem(axis_words(axis), axis)
            self.second.addItem(axis_words(axis), axis)
        for measure in Measure:
            self.measure.addItem(measure_words(measure), measure)
        for kind, words in KINDS.items():
            self.kind.addItem(tr(words), kind)
        for most in DRAWN:
            self.most.addItem(tr("%n row(s)", most), most)
        self.most.setCurrentIndex(1)
        for part, name, tip in (
            (self.by, tr("Count by"), tr("What makes a row of the table")),
            (self.second, tr("and by"), tr("What makes a column of its own: forms, months, genders")),
            (self.measure, tr("Figure"), tr("Which figure the chart shows, and the columns of the second choice")),
            (self.kind, tr("Kind of chart"), tr("Bars, stacked bars where there are two choices, lines over time")),
            (self.most, tr("Rows of the chart"), tr("How many rows the chart shows; the table has all of them")),
        ):
            part.setAccessibleName(name)
            part.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
            explain(part, tip)

    def _lay_out(self) -> None:
        top, above = QHBoxLayout(), QHBoxLayout()
        for row in (top, above):
            row.setSpacing(8)
        for words, part in ((tr("Count by"), self.by), (tr("and by"), self.second)):
            top.addWidget(label("soft", words))
            top.addWidget(part)
        top.addStretch(1)
        for words, part in ((tr("Chart"), self.kind), ("", self.measure), ("", self.most)):
            if words:
                above.addWidget(label("soft", words))
            above.addWidget(part)
        above.addStretch(1)
        left, right = QWidget(), QWidget()
        area = QScrollArea(widgetResizable=True)
        area.setObjectName("chart")
        area.setAccessibleName(tr("Chart"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.chart)
        self.area = area
        sides: tuple[tuple[QWidget, QHBoxLayout, QWidget, int], ...]
        sides = ((left, top, self.table, 0), (right, above, area, 12))
        for side, row, shown, margin in sides:
            column = QVBoxLayout(side)
            column.setContentsMargins(margin, 0, 0, 0)
            column.setSpacing(8)
            column.addLayout(row)
            column.addWidget(shown, 1)
        self.halves = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self.halves.addWidget(left)
        self.halves.addWidget(right)
        self.halves.setSizes([600, 520])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.halves, 1)
        layout.addWidget(self.said)

    def _connect(self) -> None:
        self.by.activated.connect(self.asked)
        self.second.activated.connect(self.asked)
        self.measure.activated.connect(self._show)
        self.kind.activated.connect(self._draw)
        self.most.activated.connect(self._draw)
        self.table.opened.connect(self.opened)
        self.chart.opened.connect(self.opened)
        self.chart.bar_reached.connect(self._show_bar)

    # -- asking ------------------------------------------------------------------------------------------------------

    @property
    def axes(self) -> tuple[Axis, Axis | None]:
        """What is counted by; the second is another than the first."""
        by, second = self.by.currentData(), self.second.currentData()
        return Axis(by), Axis(second) if second is not None and second != by else None

    def choose(self, axis: Axis, second: Axis | None = None) -> None:
        """Choose what is counted by."""
        self.by.setCurrentIndex(self.by.findData(axis))
        self.second.setCurrentIndex(max(0, self.second.findData(second)))

    def wish(self) -> Hashable:
        return self.axes

    def question(self, scope: Scope) -> Question:
        by, second = self.axes

        def work(project: Project, corpus: Corpus, going_on: GoOn) -> object:
            return count(corpus, by, second, scope, going_on=going_on)

        return work

    # -- showing -----------------------------------------------------------------------------------------------------

    def show_found(self, found: object) -> None:
        assert isinstance(found, Table)
        self.found = found
        self._show()

    def show_nothing(self, words: str) -> None:
        self.found = None
        self.table.show_sheet(Sheet("", (), ()))
        self.chart.show_words(words)
        self.said.setText("")

    def _show(self) -> None:
        """Show what was counted with the figure that is chosen."""
        found = self.found
        if found is None:
            return
        order = (0, Qt.SortOrder.AscendingOrder) if found.by in TIMES else (QUOTATIONS, Qt.SortOrder.DescendingOrder)
        self.table.show_sheet(table_sheet(found, self.measure.currentData()), sort=order)
        total = found.total
        parts = [
            tr("%n row(s)", len(found.rows)), tr("%n quotation(s)", total.quotations),
            tr("%n word(s) said", total.words), tr("%n article(s)", total.articles),
        ]  # fmt: skip
        self.said.setText(f"{tr('In all: {figures}', figures=', '.join(parts))}. {self._hint(found)}")
        self._draw()

    @staticmethod
    def _hint(found: Table) -> str:
        if not found.rows:
            return ""
        return tr("Enter on a row or a click on a bar shows its quotations.")

    def _draw(self) -> None:
        found = self.found
        if found is None or not found.rows:
            self.chart.show_words(tr("Nothing to count."))
            return
        self.chart.show_plan(self._plan(found))

    def _show_bar(self, at: int) -> None:
        """Scroll a bar into sight."""
        spot = self.chart.box_rect(at).center().toPoint()
        self.area.ensureVisible(spot.x(), spot.y(), 0, self.chart.fontMetrics().height() * 4)

    def _plan(self, found: Table) -> Plan:
        return Plan(found, self.measure.currentData(), self.kind.currentData(), self.most.currentData())

    def use_palette(self, palette: Palette) -> None:
        self.chart.use_palette(palette)

    def start(self) -> QWidget:
        return self.table

    # -- taken out ---------------------------------------------------------------------------------------------------

    def basis(self) -> str:
        return basis_words(self.found.total) if self.found is not None else ""

    def sheet(self) -> Sheet | None:
        return sheet_of(self.table)

    def chosen(self) -> list[Line]:
        return self.table.chosen_lines()

    def plan(self) -> Plan | None:
        found = self.found
        if found is None or not found.rows:
            return None
        title = f"{self.table.model_.sheet.title}: {measure_words(self.measure.currentData())}"
        return self._plan(found)._replace(title=title)
