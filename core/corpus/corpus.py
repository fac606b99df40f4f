"""The corpus of a project: its search index kept true, queries answered in pages of concordance lines."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

import msgspec

from core.corpus import hits as hits_
from core.corpus import indexing, sorting, tokens
from core.corpus import parse as parsing
from core.corpus.evaluating import Evaluation, Stopped
from core.corpus.filters import asked
from core.corpus.hits import Hits
from core.corpus.lines import CONTEXT, Line, make_lines
from core.corpus.query import Order, Query
from core.errors import UserError
from core.store.search_index.asking import Columns
from core.store.search_index.changes import Another
from core.store.search_index.index import GoOn, Look, SearchIndex
from core.store.search_index.location import Unusable
from core.store.search_index.packing import Numbers

if TYPE_CHECKING:
    from core.store.project import Project

T = TypeVar("T")
Progress = Callable[[int, int], None]
TRIES = 3
"""How often an index is made whole for one search before its trouble is told."""
PAGE = 1000
"""Lines that are read at once where all are wanted."""
WASTED = 0.4
"""Share of words that belong to no article any more from which on the index is made anew."""


def always() -> bool:
    """Go on: of whoever ends nothing."""
    return True


def _nobody(done: int, total: int) -> None:
    pass


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """A part of an answer: how many hits there are, in how many articles, and some lines of them.

    ``notes`` are sentences for the user: that lines are not sorted because they are too many.
    """

    total: int
    articles: int
    lines: tuple[Line, ...]
    notes: tuple[UserError, ...] = ()


class _Answer(msgspec.Struct, kw_only=True):
    """What was found last: pages of it cost only their lines."""

    query: Query
    found: Hits
    kept: Columns
    count: int
    orders: dict[Order, Numbers | None] = {}


class Corpus:
    """Search over all articles of an open project. All methods may be called from any thread, also side by side.

    Every long call takes ``going_on``, asked again and again: False ends it (``sync`` and ``rebuild`` return False
    then, ``search`` returns None); what is taken in by then stays.
    """

    def __init__(self, project: Project) -> None:
        """Find the index of the project; nothing is read or made before it is needed."""
        self._index = SearchIndex(project, f"{tokens.RECIPE}")
        self._lock = threading.RLock()
        self._answer: _Answer | None = None
        self._kept = ("", Columns())
        self.notes: list[UserError] = []
        """What the user should know: the index had to be made anew, it stands elsewhere. See ``take_notes``."""
        if self._index.elsewhere is not None:
            self.notes.append(self._index.elsewhere)

    def close(self) -> None:
        """Close the index; the project stays open."""
        self._index.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def take_notes(self) -> list[UserError]:
        """Return and forget what the user should know and was not told yet."""
        found, self.notes = self.notes, []
        return found

    @property
    def index(self) -> SearchIndex:
        """The index itself, for counts (``core.store.search_index``)."""
        return self._index

    # -- kept true ---------------------------------------------------------------------------------------------------

    def sync(self, progress: Progress = _nobody, going_on: GoOn = always) -> bool:
        """Take in what changed in the project since the last time; cheap where nothing did.

        Makes the index where there is none, and anew where it is damaged, foreign or of another project or version;
        ``notes`` says so. ``progress`` is called with how many articles and layers are done, of how many. Returns
        False where ``going_on`` ended it, or where another process is at it and there is an older state to search
        meanwhile. Raises UserError of the disk and of a damaged project.
        """
        if self.is_current():
            return True
        with self._told(), self._index.writing(going_on) as is_ours:
            return is_ours and self._take_in(progress, going_on)

    def rebuild(self, progress: Progress = _nobody, going_on: GoOn = always) -> bool:
        """Make the index anew, whatever it was; returns and raises as ``sync``."""
        with self._told(), self._index.writing(going_on, may_read=False) as is_ours:
            if not is_ours:
                return False
            self._index.start()
            return indexing.take_in(self._index, progress, going_on)

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """Raise it as UserError where an index that was made anew cannot be read."""
        try:
            yield
        except Unusable as why:
            raise UserError("search-index-broken", path=str(self._index.path), reason=why.reason) from why

    def _take_in(self, progress: Progress, going_on: GoOn) -> bool:
        try:
            if self._index.waste() < WASTED:
                return indexing.take_in(self._index, progress, going_on)
        except Unusable as why:
            if self._index.exists():
                self._say_anew(why.reason)
        except Another:
            self._say_anew("it is that of another project")
        self._index.start()
        return indexing.take_in(self._index, progress, going_on)

    def _mend(self, why: Unusable, going_on: GoOn) -> bool:
        """Make whole what a search could not believe, unless another process has done so by now.

        What the project has gone on from is taken in first: that may be all that was wrong.
        """
        if not self._index.is_ready() or not self.is_current():
            return self.sync(_nobody, going_on)
        before = self._index.identity()
        with self._told(), self._index.writing(going_on, may_read=False) as is_ours:
            if not is_ours:
                return False
            if self._index.identity() != before:
                return True
            self._say_anew(why.reason)
            self._index.start()
            return indexing.take_in(self._index, _nobody, going_on)

    def _say_anew(self, reason: str) -> None:
        self.notes.append(UserError("search-index-anew", path=str(self._index.path), reason=reason))

    def is_current(self) -> bool:
        """Tell whether the index has taken in the project as it is now; cheap."""
        try:
            return self._index.is_current()
        except Unusable:
            return False

    # -- search ------------------------------------------------------------------------------------------------------

    def parse(self, text: str) -> Query:
        """Return the query that a text asks (docs/search.md); UserError ``query-…`` with its ``position``."""
        return parsing.parse(text)

    def search(
        self,
        query: Query | str,
        order: Order = Order.ARTICLE,
        offset: int = 0,
        limit: int = 100,
        going_on: GoOn = always,
        *,
        context: int = CONTEXT,
    ) -> Page | None:
        """Return how often a query is found, and ``limit`` lines from ``offset`` on; None where ``going_on`` ended it.

        Searches the index as it is: call ``sync`` before. Where there is none yet, or it turns out to be damaged, it is
        made first, which may take long. The last answer is kept, so that further pages and orders of it cost little.
        Raises UserError ``query-…``, ``pattern-…``, ``search-…``, and what the disk or a damaged project raises.
        """
        wanted = parsing.parse(query) if isinstance(query, str) else query
        return self._whole(lambda: self._page(wanted, order, offset, limit, going_on, context), going_on)

    def look(self, read: Callable[[Look, Columns], T], going_on: GoOn = always) -> T | None:
        """Return what ``read`` makes of one consistent look at the index as it is; None where ``going_on`` ended it.

        ``read`` may raise Stopped. Made first where there is none, and raises, as ``search``.
        """
        return self._whole(lambda: self._looked(read), going_on)

    def _looked(self, read: Callable[[Look, Columns], T]) -> T:
        with self._lock, self._index.reading() as db:
            return read(db, self._columns())

    def found(self, db: Look, query: Query, going_on: GoOn = always) -> Hits:
        """Return all hits of a query, inside a look; raises Stopped."""
        return Evaluation(db, self._columns(), query, asked(db, query), self._texts, going_on).result()

    def _whole(self, ask: Callable[[], T], going_on: GoOn) -> T | None:
        """Return an answer of the index, which is made whole where it cannot be believed; None where it was ended."""
        try:
            reason = ""
            for _ in range(TRIES):
                try:
                    return ask()
                except Unusable as why:
                    reason = why.reason
                    if not self._mend(why, going_on):
                        return None
        except Stopped:
            return None
        raise UserError("search-index-broken", path=str(self._index.path), reason=reason)

    def each_line(
        self, query: Query, order: Order = Order.ARTICLE, going_on: GoOn = always, *, context: int = CONTEXT
    ) -> Iterator[Line]:
        """Yield all lines of a query, read a thousand at a time; ends early where ``going_on`` says so."""
        offset = 0
        while (page := self.search(query, order, offset, PAGE, going_on, context=context)) is not None and page.lines:
            yield from page.lines
            offset += len(page.lines)

    def _page(self, query: Query, order: Order, offset: int, limit: int, going_on: GoOn, context: int) -> Page:
        with self._lock, self._index.reading() as db:
            answer = self._answered(query, going_on)
            notes = []
            if order is not Order.ARTICLE and answer.found.size > sorting.SORTED:
                notes.append(UserError("search-not-sorted", count=answer.found.size, most=sorting.SORTED))
                order = Order.ARTICLE
            if order not in answer.orders:
                args = (db, answer.kept, query.looks_in, answer.found, order, going_on)
                answer.orders[order] = sorting.sort(*args)
            at = answer.orders[order]
            shown = slice(offset, offset + limit)
            some = answer.found.chosen(shown if at is None else at[shown])
            lines = make_lines(db, answer.kept, query.looks_in, some, offset, self._texts, context)
            return Page(total=answer.found.size, articles=answer.count, lines=tuple(lines), notes=tuple(notes))

    def _answered(self, query: Query, going_on: GoOn) -> _Answer:
        with self._index.reading() as db:
            kept = self._columns()
            if self._answer is not None and self._answer.query == query:
                return self._answer
            found = self.found(db, query, going_on)
            count = hits_.count_articles(found, kept.articles(db).bases)
            self._answer = _Answer(query=query, found=found, kept=kept, count=count)
            return self._answer

    def _columns(self) -> Columns:
        """Return the columns of the index as it is; those of an older edition, and its answer, are let go."""
        edition = self._index.edition()
        if self._kept[0] != edition:
            self._answer, self._kept = None, (edition, Columns())
        return self._kept[1]

    def _texts(self, keys: Sequence[int]) -> dict[int, str]:
        return {facts.key: text for facts, text in self._index.texts(keys)}
