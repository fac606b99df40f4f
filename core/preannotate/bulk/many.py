"""What proposes for one article, and what proposes for many."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from typing import Protocol, runtime_checkable

from core.errors import UserError
from core.model import Article
from core.model.layer import Layer

Outcome = tuple[Article, Layer | UserError]
"""An article and its layer ``auto``, or why it has none (``annotate-failed``)."""
Going = Callable[[], bool]
"""Asked again and again whether to go on."""
TICK = 0.1
"""Seconds between two such questions while nothing is done, at most."""


class Proposer(Protocol):
    """What pre-annotates one article: ``core.preannotate.Annotator``."""

    def annotate(self, article: Article) -> Layer: ...


@runtime_checkable
class Many(Protocol):
    """What pre-annotates many articles."""

    def each(self, articles: Iterable[Article], going: Going = ...) -> Generator[Outcome, None, None]:
        """Yield an outcome for every article, in their order.

        ``going`` is asked between the outcomes where one can take long. ``articles`` is read a little ahead, in this
        thread; the UserError that it raises comes when all before it are done. Closing the generator ends at once what
        was started for it. Raises UserError where no article can be done (``models-missing``).
        """


def always() -> bool:
    """Go on in any case."""
    return True


class OneByOne:
    """Articles one after the other in this process."""

    def __init__(self, proposer: Proposer) -> None:
        self._proposer = proposer

    def each(self, articles: Iterable[Article], going: Going = always) -> Generator[Outcome, None, None]:
        """Yield an outcome for every article."""
        for article in articles:
            yield article, proposed(self._proposer, article)


class Ahead:
    """Articles that are read before those in front of them are done: what stops the reading is raised when they are."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._articles = iter(articles)
        self._stopped_by: UserError | None = None

    def __iter__(self) -> Iterator[Article]:
        return self

    def __next__(self) -> Article:
        if self._stopped_by is not None:
            raise StopIteration
        try:
            return next(self._articles)
        except UserError as error:
            self._stopped_by = error
            raise StopIteration from None

    def again(self, first: Iterable[Article]) -> Iterator[Article]:
        """Yield articles that were read, then the others; at the end raise what stopped the reading."""
        yield from first
        yield from self
        self.end()

    def end(self) -> None:
        """Raise what stopped the reading, if anything did."""
        if self._stopped_by is not None:
            raise self._stopped_by


def proposed(proposer: Proposer, article: Article) -> Layer | UserError:
    """Return the layer of an article, or the error where the rules fail on it; any other error is raised."""
    try:
        return proposer.annotate(article)
    except UserError as error:
        if error.code != "annotate-failed":
            raise
        return error


def as_many(proposer: Proposer | Many) -> Many:
    """Return what proposes for many articles: one by one where it knows no better."""
    return proposer if isinstance(proposer, Many) else OneByOne(proposer)
