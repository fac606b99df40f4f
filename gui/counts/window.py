"""The window of counts: the dashboard of the project, tables with charts, pairs, collocates, the annotators' work."""

from __future__ import annotations

from collections.abc import Hashable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTabWidget, QVBoxLayout

from core.corpus.counting.types import Axis
from core.errors import UserError
from core.language import number
from gui.counts import taking
from gui.counts.asker import Answer, Asker
from gui.counts.found_page import CollocatesPage, PairsPage
from gui.counts.overview import OverviewPage
from gui.counts.page import Page
from gui.counts.people_page import PeoplePage
from gui.counts.scope_bar import ScopeBar
from gui.counts.table_page import TablePage
from gui.desk.desk import Desk
from gui.look.announce import announce
from gui.look.languages import sentence, tr
from gui.look.tooltips import explain, explain_tabs
from gui.look.trees import plain_button
from gui.look.widgets import label, open_at

QUERY_ERRORS = ("query-", "pattern-", "search-pattern-", "counts-where")
"""Codes of what is wrong with the query that restricts."""


class CountsWindow(QDialog):
    """Figures of the open project; it stands beside the main window and keeps what it shows while it is closed."""

    concordance_wanted = Signal(str)
    """The quotations of a query are to be shown, one a line."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        project = desk.session.project
        assert project is not None
        self.asker = Asker(project, self)
        self._shown: dict[Page, Hashable] = {}
        """What each page shows the answer to."""
        self._asked: tuple[Page, Hashable] | None = None
        self._moments: dict[Page, str] = {}
        """What is said about what each page shows."""
        self.setWindowTitle(tr("Counts"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        open_at(self, 1240, 700)
        self.bar = ScopeBar()
        palette = desk.palette
        self.overview, self.table = OverviewPage(palette), TablePage(palette)
        self.pairs, self.collocates, self.people = PairsPage(), CollocatesPage(), PeoplePage(palette)
        self.pages: tuple[Page, ...] = (self.overview, self.table, self.pairs, self.collocates, self.people)
        self.tabs = QTabWidget()
        self.basis = label("soft", wrap=True)
        self.copy, self.export = plain_button(tr("Copy")), plain_button(tr("Export…"))
        self.chart, self.print = plain_button(tr("Save the chart…")), plain_button(tr("Print…"))
        self.close_ = plain_button(tr("Close"))
        self._lay_out()
        self._explain()
        self._connect()
        self._give_keys()
        self._turn()

    def _lay_out(self) -> None:
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.setAccessibleName(tr("Counts"))
        names = (tr("Overview"), tr("Table"), tr("Beside whom"), tr("Around a word"), tr("Annotators"))
        for page, name in zip(self.pages, names, strict=True):
            self.tabs.addTab(page, name)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.basis, 1)
        for button in (self.copy, self.export, self.chart, self.print, self.close_):
            below.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 12, 18, 12)
        layout.setSpacing(8)
        layout.addWidget(self.bar)
        layout.addWidget(self.tabs, 1)
        layout.addLayout(below)

    def _explain(self) -> None:
        explain_tabs(
            self.tabs.tabBar(),
            [
                tr("The project in a few figures; a click on one shows its quotations"),
                tr("Quotations by speaker, gender, form, cue, newspaper, time, annotator; with a chart"),
                tr("Who is quoted in the same articles"),
                tr("What stands around a word inside quotations"),
                tr("Who did how much when, and how far people agree"),
            ],
        )
        for part, words, key in (
            (self.copy, tr("Put the table onto the clipboard; of several selected rows only these"), "Ctrl+C"),
            (self.export, tr("Write the table to a file"), "Ctrl+E"),
            (self.chart, tr("Save the chart as PNG or SVG"), ""),
            (self.print, tr("See the pages, then print them"), "Ctrl+P"),
            (self.close_, tr("Close the window; what it shows is here again when it is opened"), "Escape"),
        ):
            explain(part, words, key=key)

    def _connect(self) -> None:
        bar, asker, session = self.bar, self.asker, self._desk.session
        bar.asked.connect(self.count)
        bar.renewed.connect(self.refresh)
        bar.stopped.connect(self._stop)
        bar.helped.connect(lambda: self._desk.trigger("manual"))
        self.tabs.currentChanged.connect(self._turn)
        for page in self.pages:
            page.asked.connect(self.count)
            page.opened.connect(self.concordance_wanted)
        self.overview.table_wanted.connect(self.show_axis)
        self.overview.people_wanted.connect(lambda: self.tabs.setCurrentWidget(self.people))
        asker.answered.connect(self._show)
        asker.progressed.connect(self._show_progress)
        asker.failed.connect(self._fail)
        asker.stopped.connect(self._show_state)
        asker.staled.connect(self.refresh)
        self.copy.clicked.connect(self._copy)
        self.export.clicked.connect(self._export)
        self.chart.clicked.connect(self._save_chart)
        self.print.clicked.connect(self._print)
        self.close_.clicked.connect(self.close)
        session.changed.connect(self._stale)
        session.rows_changed.connect(self._rows_changed)
        session.closing.connect(self._end)
        self._desk.settings_changed.connect(self._look_anew)

    def _give_keys(self) -> None:
        for key, run in (
            ("Ctrl+F", self._to_query),
            ("F5", self.refresh),
            ("Ctrl+E", self.export.click),
            ("Ctrl+P", self.print.click),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(run)
        for at, page in enumerate(self.pages, 1):
            QShortcut(QKeySequence(f"Alt+{at}"), self).activated.connect(partial(self.tabs.setCurrentWidget, page))
        for page in self.pages:
            copied = QShortcut(QKeySequence("Ctrl+C"), page, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            copied.activated.connect(self.copy.click)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self.pages[self.tabs.currentIndex()]

    def _to_query(self) -> None:
        self.bar.query.setFocus()
        self.bar.query.selectAll()

    # -- asking ------------------------------------------------------------------------------------------------------

    def _wish(self, page: Page) -> Hashable:
        return self.bar.scope if page.is_scoped else None, page.wish()

    def _turn(self, *_: object) -> None:
        """Show another page; count where it shows something else."""
        self.bar.query.setEnabled(self.page.is_scoped)
        self.bar.switch.setEnabled(self.page.is_scoped)
        self.count()

    def count(self) -> None:
        """Count what the page asks, unless it shows that already."""
        page = self.page
        if self._shown.get(page, ...) == self._wish(page):
            if self.asker.busy:
                self.asker.stop()
            self._show_state()
        elif self._asked != (page, self._wish(page)) or not self.asker.busy:
            self._ask(page)

    def refresh(self) -> None:
        """Count what the project has now; the other pages do so when they are shown."""
        self._shown.clear()
        self._ask(self.page)

    def _ask(self, page: Page) -> None:
        self.bar.wrong.hide()
        question = page.question(self.bar.scope)
        if question is None:
            self.asker.stop()
            self._moments[page] = ""
            self._show_state()
            return
        self._asked = page, self._wish(page)
        self.asker.ask(question)
        self._show_state()
        self.bar.say(tr("Counting…"))

    def show_axis(self, axis: str) -> None:
        """Show the table by an axis."""
        self.table.choose(Axis(axis))
        self.tabs.setCurrentWidget(self.table)
        self.count()
        self.table.start().setFocus()

    def _stop(self) -> None:
        if self.asker.busy:
            self.asker.stop()
            self._show_state()
            self.bar.say(tr("Stopped."))

    # -- showing -----------------------------------------------------------------------------------------------------

    def _show(self, answer: Answer) -> None:
        assert self._asked is not None
        page, wish = self._asked
        self._shown[page] = wish
        page.show_found(answer.found)
        notes = [tr("Counted at {time}.", time=f"{answer.moment:%H:%M}"), *(sentence(note) for note in answer.notes)]
        self._moments[page] = " ".join(notes)
        self._show_state()
        if not answer.current:
            self._stale()
        announce(f"{self.bar.said.text()} {page.basis()}")

    def _show_progress(self, done: int, total: int) -> None:
        self.bar.show_progress(done, total)
        self.bar.say(tr("Indexing: {done} of {total}", done=number(done), total=number(total)))

    def _fail(self, error: UserError) -> None:
        if error.code.startswith(QUERY_ERRORS) and self.page.is_scoped:
            self.bar.show_wrong(error)
            self._show_state()
        else:
            self._show_state()
            self.bar.say(sentence(error))
            announce(sentence(error))

    def _show_state(self) -> None:
        page = self.page
        self.bar.show_busy(on=self.asker.busy)
        self.bar.say(self._moments.get(page, ""))
        self.basis.setText(page.basis())
        has = page.sheet() is not None
        for button in (self.copy, self.export, self.print):
            button.setEnabled(has)
        self.chart.setVisible(page in (self.overview, self.table))
        self.chart.setEnabled(page.plan() is not None)

    def _look_anew(self) -> None:
        for page in self.pages:
            page.use_palette(self._desk.palette)

    # -- kept true ---------------------------------------------------------------------------------------------------

    def _stale(self, *_: object) -> None:
        """Say that the project has changed since."""
        words = tr("The project has changed since; F5 counts anew.")
        for page, said in self._moments.items():
            if said and page in self._shown and not said.endswith(words):
                self._moments[page] = f"{said} {words}"
        if not self.asker.busy:
            self.bar.say(self._moments.get(self.page, ""))

    def _rows_changed(self) -> None:
        if self._desk.session.project is self.asker.jobs.project:
            self._stale()
            if self.isActiveWindow():
                self.asker.look_again()

    def event(self, event: QEvent) -> bool:
        """Look whether the figures still hold whenever one comes back to the window."""
        if event.type() is QEvent.Type.WindowActivate and self._shown:
            self.asker.look_again()
        return super().event(event)

    def _end(self) -> None:
        """End with the project."""
        self.asker.close()
        self.hide()
        self.setParent(None)
        self.deleteLater()

    # -- taken out ---------------------------------------------------------------------------------------------------

    def _copy(self) -> None:
        sheet = self.page.sheet()
        if sheet is not None:
            taking.copy(self._desk, sheet, self.page.chosen())

    def _export(self) -> None:
        sheet = self.page.sheet()
        if sheet is not None:
            taking.export(self._desk, self, sheet)

    def _save_chart(self) -> None:
        plan = self.page.plan()
        if plan is not None:
            taking.save_chart(self._desk, self, plan, plan.title)

    def _print(self) -> None:
        sheet = self.page.sheet()
        if sheet is not None:
            about = " ".join(part for part in (self._about(), self._moments.get(self.page, "")) if part)
            taking.print_(self._desk, self, sheet, self.page.plan(), about)

    def _about(self) -> str:
        """Return of what the figures are, for paper."""
        where = self.bar.scope.where
        scope = tr("Only: {query}.", query=where) if where and self.page.is_scoped else ""
        return " ".join(part for part in (self.page.basis(), scope) if part)

    # -- keys --------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape end a count before it closes the window, and Enter press no button over a table."""
        if event.key() == Qt.Key.Key_Escape and self.asker.busy:
            self._stop()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
        else:
            super().keyPressEvent(event)
