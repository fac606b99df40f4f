"""Queries answered in threads: the index kept true, the first lines, then those that come into sight."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal

from core.corpus.corpus import Corpus, Page
from core.corpus.lines import Line
from core.corpus.query import Order, Query
from core.errors import UserError
from core.store import Project
from gui.concordance.ticks import Ticks
from gui.desk.jobs import Job, Report

T = TypeVar("T")
GoOn = Callable[[], bool]
PAGE = 100
"""Lines that are read at once."""
WAITING = 3
"""Pages that wait to be read at most: those that came into sight last."""


class Asked(NamedTuple):
    """A query as it is shown: how its lines are sorted, and how much stands around the words found."""

    text: str
    query: Query
    order: Order
    context: int


class Found(NamedTuple):
    """The first page of an answer; ``current``: the index has taken in the project as it is."""

    asked: Asked
    page: Page
    notes: tuple[UserError, ...]
    current: bool


class Searcher(QObject):
    """Answer the last question that was asked; a new one ends whatever is read for an older one."""

    found = Signal(object)
    """A Found: of an older state of the index first, where taking in what changed may take long."""
    paged = Signal(int, object)
    """The number of a page, and the Page."""
    progressed = Signal(int, int)
    """How many articles and layers the index has taken in, of how many."""
    failed = Signal(object)
    """A UserError."""
    stopped = Signal()
    """The search was ended before there was an answer."""
    _said = Signal(int, object, object)

    def __init__(self, project: Project, parent: QObject) -> None:
        super().__init__(parent)
        self.project = project
        self.asked: Asked | None = None
        """What the shown lines answer."""
        self._corpus: Corpus | None = None
        self._number = 0
        """Of the last question."""
        self._searching: Job | None = None
        self._is_early = False
        """Whether lines of an older state of the index are shown meanwhile."""
        self._paging: Job | None = None
        self._pages: list[int] = []
        self._running: set[Job] = set()
        self._said.connect(self._hear)

    @property
    def busy(self) -> bool:
        """Whether an answer is being looked for."""
        return self._searching is not None

    @property
    def corpus(self) -> Corpus:
        """The corpus of the project; it is opened by whoever asks first."""
        if self._corpus is None:
            self._corpus = Corpus(self.project)
        return self._corpus

    # -- asking ------------------------------------------------------------------------------------------------------

    def ask(self, asked: Asked, *, anew: bool = False) -> None:
        """Look for the lines of a query; ``anew``: those that are shown are looked for again."""
        self.stop()
        number, corpus = self._number, self.corpus

        def work(going_on: GoOn) -> Found | None:
            if not anew and not corpus.is_current() and corpus.index.is_ready():
                early = _first(corpus, asked, going_on)
                if early is not None:
                    self._said.emit(number, "early", Found(asked, early, early.notes, current=False))
            whole = corpus.sync(lambda done, total: self._said.emit(number, "progress", (done, total)), going_on)
            page = _first(corpus, asked, going_on) if going_on() else None
            if page is None:
                return None
            busy = () if whole else (UserError("search-index-busy"),)
            return Found(asked, page, (*page.notes, *corpus.take_notes(), *busy), current=True)

        self._searching = self._begin(work, self._answer, number)

    def renew(self) -> None:
        """Look for the shown lines again where the project is not what the index has taken in."""
        asked, corpus = self.asked, self.corpus
        if asked is None or self.busy:
            return
        number = self._number

        def end(is_current: bool) -> None:
            if not is_current and number == self._number:
                self.ask(asked, anew=True)

        self._begin(lambda _: corpus.is_current(), end, number)

    def want(self, page: int) -> None:
        """Read a page as soon as it may be; ``paged`` brings it."""
        if self.asked is None or (self.busy and not self._is_early):
            return
        if page in self._pages:
            self._pages.remove(page)
        self._pages.append(page)
        del self._pages[:-WAITING]
        self._next_page()

    def read(self, work: Callable[[GoOn], T], then: Callable[[T], object]) -> None:
        """Do a short work beside, unless another query is asked meanwhile; ``then`` gets its result."""
        self._begin(work, then, self._number)

    def stop(self) -> None:
        """End the search that runs; nothing of it arrives any more."""
        self._number += 1
        self._pages.clear()
        self._searching = self._paging = None
        self._is_early = False
        for job in self._running:
            job.cancel()

    def close(self) -> None:
        """End everything and close the index."""
        self.stop()
        self.asked = None
        for job in list(self._running):
            job.wait()
        if self._corpus is not None:
            self._corpus.close()
            self._corpus = None

    # -- threads -----------------------------------------------------------------------------------------------------

    def _begin(self, work: Callable[[GoOn], T], then: Callable[[T], object], number: int) -> Job:
        def run(_: Report) -> None:
            """Tell what came of the work from its thread, so that it arrives even where the job is swept before."""
            try:
                result = work(lambda: not job.cancelled)
            except UserError as error:
                self._said.emit(number, "failed", error)
            else:
                self._said.emit(number, "done", (then, result))

        job = Job("", 0, run, self)
        job.finished.connect(self._sweep)
        self._running.add(job)
        job.start(Job.Priority.LowPriority)
        return job

    def _sweep(self) -> None:
        """Let go of the threads that have ended."""
        ended = {job for job in self._running if not job.isRunning()}
        self._running -= ended
        for job in ended:
            job.deleteLater()

    def _hear(self, number: int, kind: object, what: object) -> None:
        if number != self._number:
            return
        if kind == "failed":
            self._searching = None
            self.failed.emit(what)
        elif kind == "progress":
            assert isinstance(what, tuple)
            self.progressed.emit(*what)
        elif kind == "early":
            assert isinstance(what, Found)
            self.asked, self._is_early = what.asked, True
            self.found.emit(what)
        else:
            assert isinstance(what, tuple)
            then, result = what
            then(result)

    def _answer(self, what: Found | None) -> None:
        self._searching, self._is_early = None, False
        if what is None:
            self.stopped.emit()
        else:
            self.asked = what.asked
            self.found.emit(what)

    def _next_page(self) -> None:
        asked, corpus = self.asked, self.corpus
        if self._paging is not None or asked is None or not self._pages:
            return
        page = self._pages.pop()

        def work(going_on: GoOn) -> Page | None:
            return corpus.search(asked.query, asked.order, page * PAGE, PAGE, going_on, context=asked.context)

        def take(found: Page | None) -> None:
            self._paging = None
            if found is not None:
                self.paged.emit(page, found)
            self._next_page()

        self._paging = self._begin(work, take, self._number)


def _first(corpus: Corpus, asked: Asked, going_on: GoOn) -> Page | None:
    return corpus.search(asked.query, asked.order, 0, PAGE, going_on, context=asked.context)


def lines_at(corpus: Corpus, asked: Asked, first: int, count: int, going_on: GoOn) -> Sequence[Line]:
    """Return so many lines from one on; none where it was ended."""
    page = corpus.search(asked.query, asked.order, first, count, going_on, context=asked.context)
    return page.lines if page is not None else ()


def chosen_lines(corpus: Corpus, asked: Asked, ticks: Ticks | None, count: int, going_on: GoOn) -> Iterator[Line]:
    """Yield the ticked lines in their order, or all; ``count`` of them are expected, and no more are looked for."""
    left = count
    for at, line in enumerate(corpus.each_line(asked.query, asked.order, going_on, context=asked.context)):
        if left <= 0 or (at % PAGE == 0 and not going_on()):
            return
        if ticks is None or ticks.has(line):
            left -= 1
            yield line
