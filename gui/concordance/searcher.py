"""Queries answered in threads: the index kept true, the first lines, then those that come into sight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from core.corpus.corpus import Corpus, Page
from core.corpus.lines import Line
from core.corpus.query import Order, Query
from core.errors import UserError
from core.store import Project
from core.store.search_index.index import GoOn
from gui.concordance.ticks import Ticks
from gui.desk.corpus_jobs import CorpusJobs
from gui.desk.jobs import Job

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

    def __init__(self, project: Project, parent: QObject) -> None:
        super().__init__(parent)
        self.jobs = CorpusJobs(project, self, self._fail)
        self.asked: Asked | None = None
        """What the shown lines answer."""
        self._searching: Job | None = None
        self._is_early = False
        """Whether lines of an older state of the index are shown meanwhile."""
        self._paging: Job | None = None
        self._pages: list[int] = []

    @property
    def busy(self) -> bool:
        """Whether an answer is being looked for."""
        return self._searching is not None

    # -- asking ------------------------------------------------------------------------------------------------------

    def ask(self, asked: Asked, *, anew: bool = False) -> None:
        """Look for the lines of a query; ``anew``: those that are shown are looked for again."""
        self.stop()
        jobs, corpus, number = self.jobs, self.jobs.corpus, self.jobs.question

        def work(going_on: GoOn) -> Found | None:
            if not anew and not corpus.is_current() and corpus.index.is_ready():
                early = _first(corpus, asked, going_on)
                if early is not None:
                    jobs.tell(number, self._show_early, Found(asked, early, early.notes, current=False))
            whole = corpus.sync(lambda *done: jobs.tell(number, lambda far: self.progressed.emit(*far), done), going_on)
            page = _first(corpus, asked, going_on) if going_on() else None
            if page is None:
                return None
            busy = () if whole else (UserError("search-index-busy"),)
            return Found(asked, page, (*page.notes, *corpus.take_notes(), *busy), current=True)

        self._searching = jobs.begin(work, self._answer)

    def renew(self) -> None:
        """Look for the shown lines again where the project is not what the index has taken in."""
        asked, corpus = self.asked, self.jobs.corpus
        if asked is None or self.busy:
            return

        def end(is_current: bool) -> None:
            if not is_current:
                self.ask(asked, anew=True)

        self.jobs.begin(lambda _: corpus.is_current(), end)

    def want(self, page: int) -> None:
        """Read a page as soon as it may be; ``paged`` brings it."""
        if self.asked is None or (self.busy and not self._is_early):
            return
        if page in self._pages:
            self._pages.remove(page)
        self._pages.append(page)
        del self._pages[:-WAITING]
        self._next_page()

    def stop(self) -> None:
        """End the search that runs; nothing of it arrives any more."""
        self._pages.clear()
        self._searching = self._paging = None
        self._is_early = False
        self.jobs.stop()

    def close(self) -> None:
        """End everything and close the index."""
        self.stop()
        self.asked = None
        self.jobs.close()

    # -- what arrives ------------------------------------------------------------------------------------------------

    def _fail(self, error: UserError) -> None:
        self._searching = None
        self.failed.emit(error)

    def _show_early(self, what: Found) -> None:
        self.asked, self._is_early = what.asked, True
        self.found.emit(what)

    def _answer(self, what: Found | None) -> None:
        self._searching, self._is_early = None, False
        if what is None:
            self.stopped.emit()
        else:
            self.asked = what.asked
            self.found.emit(what)

    def _next_page(self) -> None:
        asked, corpus = self.asked, self.jobs.corpus
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

        self._paging = self.jobs.begin(work, take)


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
