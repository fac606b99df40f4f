"""Articles that are worked on side by side: taken in order, a bounded number at once, and given back in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.errors import UserError
from core.model import Article
from core.model.layer import Layer
from core.preannotate.bulk.many import Ahead, Outcome

AHEAD = 8
"""Articles a worker that are read and not given back: those behind a long one are done meanwhile."""
LENGTH = 4_000_000
"""Code points of the articles that are read and not given back; one article may be longer."""


class InOrder:
    """The articles on their way, each under its number from 0."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._source = Ahead(articles)
        self._open: dict[int, Article] = {}
        self._found: dict[int, Layer | UserError] = {}
        self._taken = self._given = self._length = 0
        self._is_read = False

    def take(self, most: int) -> int | None:
        """Read the next article and return its number; None where ``most`` are on their way, or none is left."""
        if self._is_read or len(self._open) >= most or (self._open and self._length >= LENGTH):
            return None
        article = next(self._source, None)
        if article is None:
            self._is_read = True
            return None
        number, self._taken = self._taken, self._taken + 1
        self._open[number] = article
        self._length += len(article.text)
        return number

    def article(self, number: int) -> Article:
        """Return an article that is on its way."""
        return self._open[number]

    def settle(self, number: int, found: Layer | UserError) -> None:
        """Keep what was found for an article; the first word on it stands."""
        if number in self._open:
            self._found.setdefault(number, found)

    def ready(self) -> Iterator[Outcome]:
        """Yield the outcomes whose turn it is."""
        while self._given in self._found:
            article, found = self._open.pop(self._given), self._found.pop(self._given)
            self._length -= len(article.text)
            self._given += 1
            yield article, found

    @property
    def is_done(self) -> bool:
        """Whether every article was read and given back."""
        return self._is_read and not self._open

    def end(self) -> None:
        """Raise what stopped the reading, if anything did."""
        self._source.end()
