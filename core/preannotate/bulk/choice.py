"""Which way of proposing for many articles suits an amount of text and a number of processes."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable

from core.model import Article
from core.preannotate.bulk.cores import cores
from core.preannotate.bulk.many import Ahead, Going, Many, OneByOne, Outcome, Proposer, always

ENOUGH = 150_000
"""Code points, about 50 articles: for less the start of processes and their loading of the models take longer than they
save."""


class ByAmount:
    """A little text in this process, more of it by ``large``."""

    def __init__(self, proposer: Proposer, large: Many) -> None:
        self._proposer, self._large = proposer, large

    def each(self, articles: Iterable[Article], going: Going = always) -> Generator[Outcome, None, None]:
        """Yield an outcome for every article; as many are read ahead as tell which way is the quicker."""
        source = Ahead(articles)
        few, length = [], 0
        for article in source:
            few.append(article)
            length += len(article.text)
            if length >= ENOUGH and len(few) > 1:
                yield from self._large.each(source.again(few), going)
                return
        yield from OneByOne(self._proposer).each(source.again(few), going)


def maker(proposer: Proposer) -> Callable[[], Proposer]:
    """Return what makes a proposer like this one in another process."""
    remade: Callable[[], Callable[[], Proposer]] | None = getattr(proposer, "remade", None)
    return type(proposer) if remade is None else remade()


def suited(proposer: Proposer, workers: int | None = None, *, gently: bool = False) -> Many:
    """Return what proposes for many articles with so many processes; None: all cores where the text is worth it.

    ``proposer`` is made anew in each process: by what its ``remade`` gives, else by its class, which must be importable
    and need nothing. ``gently``: the processes give way to whatever else wants to run, such as a window.
    """
    count = cores() if workers is None else workers
    if count == 1:
        return OneByOne(proposer)
    from core.preannotate.bulk.pool import Pool  # with all of multiprocessing, which few runs need

    pool = Pool(maker(proposer), count, gently=gently)
    return pool if workers is not None else ByAmount(proposer, pool)
