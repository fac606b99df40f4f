"""The window of the concordance: a query, its lines in the articles, and what is done with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout

from core.corpus.corpus import Page
from core.corpus.lines import Line
from core.corpus.query import Order
from core.errors import UserError
from core.model.layer import Edit
from gui.concordance.act_bar import ActBar
from gui.concordance.line_acts import LineActs
from gui.concordance.line_painter import LinePainter
from gui.concordance.lines_model import LinesModel
from gui.concordance.lines_table import LinesTable
from gui.concordance.query_bar import QueryBar
from gui.concordance.said_row import SaidRow
from gui.concordance.searcher import PAGE, Asked, Found, Searcher, lines_at
from gui.desk.desk import Desk
from gui.look.announce import announce
from gui.look.help_key import show_help
from gui.look.languages import sentence, tr
from gui.look.theme import Palette
from gui.look.widgets import open_at


class ConcordanceWindow(QDialog):
    """Lines of the open project; it stands beside the main window, and keeps its lines while it is closed."""

    opened = Signal(int, object)
    """The row and the Line whose place is to be shown."""
    renewed = Signal()
    """The lines are those of another query now."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window, Qt.WindowType.Window)
        self._desk, self.language = desk, desk.language
        project = desk.session.project
        assert project is not None
        self.searcher = Searcher(project, self)
        self.model = LinesModel(desk.palette, self)
        self.painter = LinePainter(desk.palette, self)
        self.setWindowTitle(tr("Concordance"))
        open_at(self, 1240, 690)
        self.bar = QueryBar(desk.language)
        self.table = LinesTable(self.model, self.painter)
        self.row = SaidRow()
        self.acts = ActBar()
        self.line_acts = LineActs(desk, self, self.searcher, self.table, self.acts, self.row.count.text)
        self._after = ""
        """What is to be said once the lines are read anew."""
        self._keep: int | None = None
        """The row that is to be current again once the lines are read anew."""
        self._lay_out()
        self._connect()
        self._give_keys()
        self._begin()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(self.bar)
        layout.addWidget(self.row)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.acts)

    def _connect(self) -> None:
        bar, searcher, table, acts = self.bar, self.searcher, self.table, self.acts
        bar.asked.connect(self.search)
        bar.typed.connect(self._stop_search)
        bar.arranged.connect(self._arrange)
        bar.helped.connect(lambda: show_help(self))
        bar.left.connect(table.setFocus)
        searcher.found.connect(self._show)
        searcher.paged.connect(self._take_page)
        searcher.progressed.connect(self.row.show_progress)
        searcher.failed.connect(self._fail)
        searcher.stopped.connect(lambda: self.say(tr("Stopped.")))
        self.row.halt.clicked.connect(self._stop_search)
        self.model.wanted.connect(searcher.want, Qt.ConnectionType.QueuedConnection)
        self.model.ticked.connect(self._show_state)
        table.opened.connect(self.open_place)
        table.sorted_by.connect(self._sort)
        table.selectionModel().selectionChanged.connect(lambda *_: self._show_state())
        acts.close_.clicked.connect(self.close)
        self.line_acts.acted.connect(self._acted)
        session = self._desk.session
        session.changed.connect(self._edited)
        session.rows_changed.connect(self._rows_changed)
        session.selection_changed.connect(self._show_state)
        session.closing.connect(self.end)
        self._desk.said.connect(self._hear)

    def _give_keys(self) -> None:
        for keys, run in (
            (("Ctrl+F", "Ctrl+L"), self._to_query),
            (("F5",), self.refresh),
            (("Ctrl+E",), self.acts.export.click),
            (("Ctrl+P",), self.acts.print.click),
            (("Ctrl+Z",), self.acts.undo.click),
            (("Ctrl+Shift+Z", "Ctrl+Y"), self.acts.redo.click),
        ):
            shortcut = QShortcut(self)
            shortcut.setKeys([QKeySequence(key) for key in keys])
            shortcut.activated.connect(run)
        copied = QShortcut(QKeySequence("Ctrl+C"), self.table, context=Qt.ShortcutContext.WidgetShortcut)
        copied.activated.connect(self.acts.copy.click)

    def _begin(self) -> None:
        desk = self._desk
        values = desk.settings.values
        self.model.schema, self.model.language = desk.session.schema, desk.language
        self.bar.field.offer(values.queries)
        self.bar.arrange(Order(values.lines_order), values.lines_context)
        self.bar.offer_layers(self.searcher.jobs.project.annotators())
        self.acts.offer_labels(desk.session.schema, desk.language, desk.palette)
        self.say(tr("Type words and press Enter: their lines from all articles stand here then."))
        self._show_state()
        self.bar.field.setFocus()

    # -- asking ------------------------------------------------------------------------------------------------------

    def show_query(self, text: str) -> None:
        """Write a query into the field, and show its lines."""
        self.bar.show_text(text)
        self.search()

    @property
    def query_text(self) -> str:
        """The query whose lines are shown."""
        return self.searcher.asked.text if self.searcher.asked is not None else ""

    def search(self) -> None:
        """Show the lines of the query that is written."""
        query = self.bar.query()
        if query is None:
            self.searcher.stop()
            self._show_state()
            return
        text = self.bar.text
        asked = Asked(text, query, self.bar.chosen_order, self.bar.chosen_context)
        self._desk.settings.remember_query(text)
        self.bar.field.offer(self._desk.settings.values.queries)
        before = self.searcher.asked
        if before is None or before.query != query:
            self.model.ticks.put_all(on=False)
            self._keep = None
            self.renewed.emit()
        self._ask(asked)

    def refresh(self) -> None:
        """Read the lines that are shown anew."""
        asked = self.searcher.asked
        if asked is not None:
            self._keep = self.table.currentIndex().row()
            self._ask(asked, anew=True)

    def _ask(self, asked: Asked, *, anew: bool = False) -> None:
        self.row.begin()
        self.searcher.ask(asked, anew=anew)
        self._show_state()

    def _arrange(self) -> None:
        order, context = self.bar.chosen_order, self.bar.chosen_context
        self._desk.settings.change(lines_order=order.value, lines_context=context)
        asked = self.searcher.asked
        if asked is not None:
            self._ask(asked._replace(order=order, context=context), anew=True)

    def _sort(self, order: str) -> None:
        self.bar.arrange(Order(order), self.bar.chosen_context)
        self._arrange()

    def _stop_search(self) -> None:
        if self.searcher.busy:
            self.searcher.stop()
            self.say(tr("Stopped."))
            self._show_state()

    def _to_query(self) -> None:
        self.bar.field.setFocus()
        self.bar.field.line.selectAll()

    # -- showing -----------------------------------------------------------------------------------------------------

    def _show(self, found: Found) -> None:
        page, asked = found.page, found.asked
        whole = asked.query.words is None
        self.model.show(page.total, page.lines, whole=whole)
        self.row.show_count(page.total, page.articles)
        notes = [sentence(note) for note in found.notes]
        if not found.current:
            notes.append(tr("The project has changed: the last changes are being taken in."))
        if not page.total and found.current:
            notes.append(tr("Nothing was found."))
        if found.current and self._after:
            notes.insert(0, self._after)
            self._after = ""
        self.say(" ".join(notes))
        announce(f"{self.row.count.text()}. {' '.join(notes)}")
        if page.total:
            self.table.go_to(min(self._keep or 0, page.total - 1))
            if self.bar.field.line.hasFocus() and found.current:
                self.table.setFocus()
        self._show_state()
        if found.current:
            self._keep = None
            self._show_undo()

    def _take_page(self, at: int, page: Page) -> None:
        if page.total == self.model.total:
            self.model.take(at, page.lines)
        elif not self.searcher.busy:
            self.refresh()

    def _fail(self, error: UserError) -> None:
        if "position" in error.facts or error.code.startswith(("query-", "pattern-", "search-pattern-")):
            self.bar.show_wrong(error)
            self.say("")
        else:
            self.say(sentence(error))
        self._show_state()

    def say(self, words: str) -> None:
        """Say something above the lines."""
        self.row.say(words)

    def _hear(self, words: str) -> None:
        if self.isVisible() and not self.searcher.busy:
            self.say(words)

    def _show_state(self) -> None:
        session, busy = self._desk.session, self.searcher.busy
        self.row.show_busy(busy=busy)
        selected = sum(last - first + 1 for first, last in self.table.rows())
        ticked = self.model.count_ticked
        self.acts.show_state(
            total=self.model.total, ticked=ticked, selected=selected, writable=session.writable, busy=busy
        )
        if session.undo_known:
            self._show_undo()

    def _show_undo(self) -> None:
        session = self._desk.session
        with suppress(UserError):  # the open article may just have been removed
            self.acts.undo.setEnabled(session.project_writable and session.to_undo is not None)
            self.acts.redo.setEnabled(session.project_writable and session.to_redo is not None)

    # -- kept true ---------------------------------------------------------------------------------------------------

    def _edited(self, edit: Edit) -> None:
        article = self._desk.session.article
        if article is not None:
            self.model.mark_changed(article.id, edit.item_ids)

    def _rows_changed(self) -> None:
        project = self._desk.session.project
        if project is None or not self.model.total:
            return
        gone = {one for one in self.model.articles() if not project.has_article(one) or project.is_removed(one)}
        self.model.mark_gone(frozenset(gone))
        if self.isActiveWindow():
            self._renew()

    def _renew(self) -> None:
        self._keep = max(0, self.table.currentIndex().row())
        self.searcher.renew()

    def event(self, event: QEvent) -> bool:
        """Look whether the lines still hold whenever one comes back to the window."""
        if event.type() is QEvent.Type.WindowActivate and self.model.total:
            self._renew()
        return super().event(event)

    def set_palette(self, palette: Palette) -> None:
        """Draw in the colours of another theme."""
        self.model.palette = self.painter.palette_ = palette
        self.acts.offer_labels(self._desk.session.schema, self._desk.language, palette)
        self.table.viewport().update()

    def end(self) -> None:
        """End with the project."""
        self.searcher.close()
        self.hide()
        self.setParent(None)
        self.deleteLater()

    # -- places ------------------------------------------------------------------------------------------------------

    def open_place(self, row: int) -> None:
        """Ask for the place of a row to be shown, once its line is there."""
        self.line_at(row, lambda line: self.opened.emit(row, line))

    def line_at(self, row: int, then: Callable[[Line], object]) -> None:
        """Call ``then`` with a line, at once or when it has been read."""
        line, asked, corpus = self.model.line(row), self.searcher.asked, self.searcher.jobs.corpus
        if line is not None:
            then(line)
        elif asked is not None and 0 <= row < self.model.total:
            first = row // PAGE * PAGE

            def take(lines: Sequence[Line]) -> None:
                self.model.take(row // PAGE, lines)
                found = self.model.line(row)
                if found is not None:
                    then(found)

            self.searcher.jobs.begin(lambda going_on: lines_at(corpus, asked, first, PAGE, going_on), take)

    def come_back(self, row: int) -> None:
        """Show the window with a row as the current one."""
        self._keep = row
        self.show()
        self.activateWindow()
        self.table.go_to(row)
        self.table.setFocus()

    def step_aside(self) -> None:
        """Hide where the window would cover the text."""
        if self.frameGeometry().intersects(self._desk.window.frameGeometry()):
            self.hide()

    def _acted(self, words: str) -> None:
        """Read the lines anew after an act, and say what it did."""
        if words:
            self._desk.say(words)
        self._after = words
        self.refresh()

    # -- keys --------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape end a search before it closes the window, and Enter press no button over the table."""
        if event.key() == Qt.Key.Key_Escape and self.searcher.busy:
            self._stop_search()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._stop_search()
        super().hideEvent(event)
