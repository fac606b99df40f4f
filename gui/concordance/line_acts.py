"""Ticks, and what is done with the lines that are meant: acts, files, paper, undo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QInputDialog, QWidget

from gui.concordance import taking
from gui.concordance.act_bar import ActBar
from gui.concordance.acting import What, Wish
from gui.concordance.doing import do
from gui.concordance.lines_table import LinesTable
from gui.concordance.searcher import PAGE, Searcher, lines_at
from gui.concordance.taking import Lines
from gui.desk.desk import Desk
from gui.look.languages import tr


class LineActs(QObject):
    """Does what the buttons below the lines ask for."""

    acted = Signal(str)
    """Lines are not what they were; what was done, in words."""

    def __init__(
        self,
        desk: Desk,
        window: QWidget,
        searcher: Searcher,
        table: LinesTable,
        bar: ActBar,
        about: Callable[[], str],
    ) -> None:
        """``about`` tells how many lines there are, for the paper."""
        super().__init__(window)
        self._desk, self._window, self._about = desk, window, about
        self._searcher, self._table, self._model = searcher, table, table.lines
        table.toggled.connect(self._tick)
        bar.ticked.connect(self._tick_many)
        bar.wished.connect(self._wish)
        bar.taken.connect(self.take)
        session = desk.session
        bar.undo.clicked.connect(lambda: self._step(session.undo))
        bar.redo.clicked.connect(lambda: self._step(session.redo))

    # -- ticks -------------------------------------------------------------------------------------------------------

    def _tick(self, first: int, last: int, on: bool) -> None:
        asked, corpus = self._searcher.asked, self._searcher.jobs.corpus
        lines = [self._model.line(row) for row in range(first, min(last, first + 5 * PAGE) + 1)]
        there = [line for line in lines if line is not None]
        if len(there) == last - first + 1:
            self._model.tick(there, on=on)
        elif asked is not None:
            self._searcher.jobs.begin(
                lambda going_on: lines_at(corpus, asked, first, last - first + 1, going_on),
                lambda some: self._model.tick(some, on=on),
            )

    def _tick_many(self, which: str) -> None:
        if which == "selected":
            for first, last in self._table.rows():
                self._tick(first, last, True)
        else:
            self._model.tick_all(on=which == "all")

    def chosen(self, *, or_all: bool) -> Lines | None:
        """Return the ticked lines; without any all of them, or those that are selected."""
        model, asked, corpus = self._model, self._searcher.asked, self._searcher.jobs.corpus
        ticked, whole = model.count_ticked, model.whole
        if asked is None or not model.total:
            return None
        if ticked:
            return Lines(corpus, asked, ticked, whole=whole, ticks=model.ticks)
        if or_all:
            return Lines(corpus, asked, model.total, whole=whole)
        runs = self._table.rows()
        count = sum(last - first + 1 for first, last in runs)
        return Lines(corpus, asked, count, whole=whole, runs=runs) if runs else None

    # -- acts --------------------------------------------------------------------------------------------------------

    def _wish(self, what: str, value: str) -> None:
        if what == What.NOTE:
            self._ask_note()
        else:
            self.act(Wish(What(what), value, self._model.whole))

    def _ask_note(self) -> None:
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(tr("Note"))
        dialog.setLabelText(tr("The same note on all of them; it takes the place of the one they have"))
        dialog.setMinimumWidth(460)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.textValueSelected.connect(lambda words: self.act(Wish(What.NOTE, words.strip(), self._model.whole)))
        dialog.open()

    def act(self, wish: Wish) -> None:
        """Do something to the ticked lines, or to those that are selected, as one act."""
        lines = self.chosen(or_all=False)
        if lines is not None:
            do(self._desk, lines, wish, self.acted.emit)

    def _step(self, run: Callable[[], bool]) -> None:
        if run():
            self.acted.emit("")

    # -- files and paper ---------------------------------------------------------------------------------------------

    def take(self, how: str) -> None:
        """Copy, export or print the ticked lines; without any all, or for the clipboard those that are selected."""
        lines = self.chosen(or_all=how != "copy")
        if lines is None:
            return
        if how == "copy":
            taking.copy(self._desk, lines)
        elif how == "export":
            taking.export(self._desk, self._window, lines)
        elif how == "pdf":
            taking.write_pdf(self._desk, self._window, lines, self._about())
        else:
            taking.print_lines(self._desk, self._window, lines, self._about())
