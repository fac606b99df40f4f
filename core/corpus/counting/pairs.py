"""Who is quoted beside whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

import numpy as np

from core.corpus.corpus import Corpus, always
from core.corpus.counting.asking import Asked, quoted
from core.corpus.counting.association import log_dice, log_likelihood
from core.corpus.counting.groups import groups, speaker_value
from core.corpus.counting.quotations import sums
from core.corpus.counting.types import Axis, Pair, Pairs, Scope
from core.corpus.evaluating import Stopped
from core.corpus.query import Field
from core.store.search_index.asking import Columns
from core.store.search_index.columns import QUOTATIONS
from core.store.search_index.index import GoOn, Look
from core.store.search_index.packing import Numbers
from core.store.search_index.telling import named

LISTED = 100
"""Articles that the query of a pair names one by one at most, where the scope leaves quotations out."""
SPEAKERS = 200
"""Speakers of one article that are paired at most: the first ones; longer lists are no article."""
ASKED = 2000
"""Articles after which ``going_on`` is asked again."""


def pairs(
    corpus: Corpus,
    scope: Scope = Scope(),  # noqa: B008 - frozen
    *,
    least: int = 2,
    most: int = 200,
    going_on: GoOn = always,
) -> Pairs | None:
    """Return the pairs of speakers that are quoted together in at least ``least`` articles; None where it was ended.

    Raises as ``count``. The query of a pair lists the quotations in scope of both in the articles that have both; where
    the scope leaves quotations out and the articles are more than 100, in those where both are quoted at all.
    """
    asked = Asked(scope)

    def read(db: Look, kept: Columns) -> Pairs:
        return _Pairing(asked, db, kept, asked.quotations(corpus, db, kept, going_on), going_on).pairs(
            scope, least, most
        )

    return corpus.look(read, going_on)


class _Pairing:
    """One count of pairs under way."""

    def __init__(self, asked: Asked, db: Look, kept: Columns, at: Numbers, going_on: GoOn) -> None:
        self._asked = asked
        self._db = db
        self._linked = kept.speakers(db).linked
        self._items = kept.items(db, QUOTATIONS)
        every = groups(db, kept, Axis.SPEAKER, at)
        told = every.of != 0  # the first group is nobody
        self._at = at[told]
        self._groups = every._replace(of=every.of[told])
        self._going_on = going_on

    def pairs(self, scope: Scope, least: int, most: int) -> Pairs:
        """Return the pairs; raises Stopped."""
        total = sums(self._items, self._at, np.zeros(len(self._at), np.int64), 1).figures(0)
        speakers, articles = _once(self._groups.of, self._items.article[self._at].astype(np.int64))
        each = Counter(speakers.tolist())
        together: Counter[tuple[int, int]] = Counter()
        for number, some in enumerate(_by_article(speakers, articles)):
            if number % ASKED == 0 and not self._going_on():
                raise Stopped
            together.update(combinations(some, 2))
        often = sorted(
            ((count, pair) for pair, count in together.items() if count >= least),
            key=lambda one: (-one[0], self._groups.keys[one[1][0]], self._groups.keys[one[1][1]]),
        )[:most]
        rows = tuple(
            self._pair(pair, count, (each[pair[0]], each[pair[1]]), total.articles, (speakers, articles))
            for count, pair in often
        )
        return Pairs(scope=scope, rows=rows, articles=total.articles, total=total)

    def _pair(
        self, pair: tuple[int, int], count: int, each: tuple[int, int], every: int, where: tuple[Numbers, Numbers]
    ) -> Pair:
        # the one who is quoted in more articles comes first
        (first, one), (second, other) = sorted(
            zip(each, pair, strict=True), key=lambda of: (-of[0], self._groups.keys[of[1]])
        )
        return Pair(
            key=self._groups.keys[one], other_key=self._groups.keys[other],
            label=self._groups.label(one), other_label=self._groups.label(other),
            together=count, first=first, second=second,
            g2=log_likelihood(count, first, second, every), log_dice=log_dice(count, first, second),
            query=self._query(one, other, where),
        )  # fmt: skip

    def _query(self, one: int, other: int, where: tuple[Numbers, Numbers]) -> str:
        """Return the text of the query that lists the quotations of both in the articles that have both."""
        values = [speaker_value(self._groups.keys[of], self._groups.label(of), self._linked) for of in (one, other)]
        both = [(Field.SPEAKER, f"{Field.SPEAKER}:{','.join(values)}")]
        speakers, articles = where
        shared = (
            np.intersect1d(articles[speakers == one], articles[speakers == other]) if self._asked.leaves_out else ()
        )
        if 0 < len(shared) <= LISTED:
            ids = named(self._db, [int(key) for key in shared])
            listed = ",".join(quoted(ids[int(key)].id) for key in shared)
            return self._asked.text([*both, (Field.ARTICLE, f"{Field.ARTICLE}:{listed}")])
        return self._asked.text([*both, *((Field.BESIDE, f"{Field.BESIDE}:{value}") for value in values)])


def _once(of: Numbers, articles: Numbers) -> tuple[Numbers, Numbers]:
    """Return every speaker of every article once, by article."""
    if not len(of):
        return of, articles
    step = int(of.max()) + 1
    codes = np.unique(articles * step + of)
    return codes % step, codes // step


def _by_article(speakers: Numbers, articles: Numbers) -> Iterator[Sequence[int]]:
    """Yield the speakers of each article that has two or more, rising."""
    edges = np.flatnonzero(np.diff(articles)) + 1
    for low, high in pairwise([0, *edges.tolist(), len(articles)]):
        if high - low > 1:
            yield speakers[low : min(high, low + SPEAKERS)].tolist()
