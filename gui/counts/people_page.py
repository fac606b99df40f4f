"""The work of annotators over time, and how far they agree."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from core.corpus.corpus import Corpus
from core.corpus.counting.progress import Period, progress
from core.corpus.counting.types import Progress, Scope
from core.report.pictures import course
from core.store import Project
from core.store.search_index.index import GoOn
from gui.counts.asker import Question
from gui.counts.page import Page, sheet_of
from gui.counts.sheet import Line, Sheet, duration
from gui.counts.sheet_table import SheetTable
from gui.counts.sheets import agreed_sheet, work_sheet
from gui.look.choice_box import ChoiceBox
from gui.look.languages import mark, tr
from gui.look.picture import Picture, ink_of
from gui.look.theme import Palette
from gui.look.tooltips import explain
from gui.look.widgets import label

PERIODS: dict[Period, str] = {
    Period.DAY: mark("day by day"),
    Period.WEEK: mark("week by week"),
    Period.MONTH: mark("month by month"),
}
_DOWN = Qt.SortOrder.DescendingOrder


class PeoplePage(Page):
    """How much everybody did when, how quickly, and how far they agree on what several have annotated."""

    is_scoped = False

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self.found: Progress | None = None
        self.period = ChoiceBox()
        for period, words in PERIODS.items():
            self.period.addItem(tr(words), period)
        self.period.setCurrentIndex(1)
        self.period.setAccessibleName(tr("Time"))
        explain(self.period, tr("What the time is cut into"))
        self.work, self.agreed = SheetTable(tr("Work of the annotators")), SheetTable(tr("Agreement over time"))
        self.picture, self.said, self.apart = Picture(), label("soft", wrap=True), label("soft", wrap=True)
        self._lay_out()
        self.period.activated.connect(self.asked)
        self.work.opened.connect(self.opened)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(label("soft", tr("Work")))
        top.addWidget(self.period)
        top.addWidget(self.said, 1)
        below = QWidget()
        area = QScrollArea(widgetResizable=True)
        area.setObjectName("chart")
        area.setAccessibleName(tr("Agreement over time"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.picture)
        beside = QHBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(self.agreed, 3)
        beside.addWidget(area, 2)
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(label("heading", tr("Agreement over time")))
        column.addWidget(self.apart)
        column.addLayout(beside, 1)
        halves = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        halves.addWidget(self.work)
        halves.addWidget(below)
        halves.setSizes([300, 220])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(halves, 1)

    def start(self) -> QWidget:
        return self.work

    def wish(self) -> Hashable:
        return str(self.period.currentData())

    def question(self, scope: Scope) -> Question:
        period = Period(self.period.currentData())

        def work(project: Project, corpus: Corpus, going_on: GoOn) -> object:
            return progress(project, period, going_on=going_on)

        return work

    def show_nothing(self, words: str) -> None:
        self.found = None
        for table in (self.work, self.agreed):
            table.show_sheet(Sheet("", (), ()))
        self.picture.setVisible(False)
        self.said.setText(words)

    def show_found(self, found: object) -> None:
        assert isinstance(found, Progress)
        self.found = found
        self.work.show_sheet(work_sheet(found), sort=(0, _DOWN))
        self.agreed.show_sheet(agreed_sheet(found), sort=(0, _DOWN))
        if not found.rows:
            self.said.setText(tr("Nobody has annotated anything yet."))
        else:
            self.said.setText(
                tr("Time at work: the time between edits; pauses count {pause} at most.", pause=duration(found.pause))
            )
        self.apart.setText("" if found.agreement else tr("No article was finished by two people or more."))
        self.apart.setVisible(not found.agreement)
        self._draw()

    def _draw(self) -> None:
        periods = {one.period: one.f1 for one in self.found.agreement} if self.found is not None else {}
        self.picture.setVisible(any(value is not None for value in periods.values()))
        if periods:
            words = tr("Agreement over time: exact quotations, F1")
            self.picture.show_svg(course(periods, ink_of(self._palette)), words)

    def use_palette(self, palette: Palette) -> None:
        self._palette = palette
        self._draw()

    def basis(self) -> str:
        return tr("Counted of the whole project, all layers of people; the query above does not count here.")

    def sheet(self) -> Sheet | None:
        return sheet_of(self.work, self.basis())

    def chosen(self) -> list[Line]:
        return self.work.chosen_lines()
