"""Quotations counted by one or two axes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.corpus.corpus import Corpus, always
from core.corpus.counting.asking import Asked
from core.corpus.counting.groups import Groups, groups
from core.corpus.counting.types import TIMES, Axis, Cell, Column, Figures, Row, Scope, Table
from core.corpus.evaluating import Stopped
from core.language import letters
from core.store.search_index.asking import Columns
from core.store.search_index.columns import PARTS_OF_SCORE, QUOTATIONS, Items
from core.store.search_index.index import GoOn, Look
from core.store.search_index.packing import Numbers

COLUMNS = 60
"""Values of a second axis that get a column at most: the most frequent ones."""
CROSSED = 1000
"""Rows of a table with two axes at most."""


def count(
    corpus: Corpus,
    by: Axis,
    second: Axis | None = None,
    scope: Scope = Scope(),  # noqa: B008 - frozen
    *,
    most: int | None = None,
    going_on: GoOn = always,
) -> Table | None:
    """Count quotations by an axis, and by a second one; None where ``going_on`` ended it.

    Counts the index as it is: call ``corpus.sync`` before. ``most``: so many rows, the others together are the rest;
    with a second axis 1000 rows and 60 columns at most. Raises UserError as ``Corpus.search``, ``counts-where`` where
    the query finds no quotations.
    """
    asked = Asked(scope, every_layer=Axis.ANNOTATOR in (by, second))

    def read(db: Look, kept: Columns) -> Table:
        at = asked.quotations(corpus, db, kept, going_on)
        return _Counting(asked, db, kept, at, going_on).table(by, second, scope, most)

    return corpus.look(read, going_on)


class Sums(NamedTuple):
    """Figures of groups as columns."""

    quotations: Numbers
    words: Numbers
    articles: Numbers
    settled: Numbers
    settled_words: Numbers
    scored: Numbers
    expected: Numbers

    def figures(self, group: int) -> Figures:
        """Return those of one group."""
        told = {name: int(column[group]) for name, column in zip(self._fields[:-1], self, strict=False)}
        return Figures(**told, expected=int(self.expected[group]) / PARTS_OF_SCORE)

    def total(self, articles: NDArray[np.uint32]) -> Figures:
        """Return those of all groups together; ``articles`` are those of their quotations."""
        there = np.zeros(int(articles.max(initial=0)) + 1, bool)
        there[articles] = True
        told = Sums(*(column.sum(keepdims=True) for column in self))
        return told._replace(articles=np.array([np.count_nonzero(there)])).figures(0)


def sums(found: Items, at: Numbers, of: Numbers, count: int) -> Sums:
    """Return the figures of groups 0 to ``count`` (excluded) of some quotations; ``of`` is the group of each."""
    settled = found.settled[at] != 1
    score = np.where(settled, 0, found.score[at])
    scored, said = score > 0, found.said[at]

    def summed(weights: NDArray[Any]) -> Numbers:
        return np.bincount(of, weights, count).astype(np.int64)  # whole numbers below 2 ** 53: exact

    quotations = np.bincount(of, minlength=count)
    expected = summed(np.where(scored, score.astype(np.int64) - 1, 0))
    articles = distinct(of, found.article[at], count)
    return Sums(quotations, summed(said), articles, summed(settled), summed(settled * said), summed(scored), expected)


def distinct(of: Numbers, articles: NDArray[Any], count: int) -> Numbers:
    """Return how many articles each group has."""
    if not len(of):
        return np.zeros(count, np.int64)
    step = int(articles.max()) + 1
    codes = np.sort(of.astype(np.int64) * step + articles)
    first = np.append(True, np.diff(codes) > 0)
    return np.bincount(codes[first] // step, minlength=count)


class _Counting:
    """One count under way."""

    def __init__(self, asked: Asked, db: Look, kept: Columns, at: Numbers, going_on: GoOn) -> None:
        self._asked = asked
        self._db = db
        self._kept = kept
        self._items = kept.items(db, QUOTATIONS)
        self._at = at
        self._going_on = going_on

    def table(self, by: Axis, second: Axis | None, scope: Scope, most: int | None) -> Table:
        """Return the table; raises Stopped."""
        rows = self._groups(by)
        every = sums(self._items, self._at, rows.of, len(rows.keys))
        total = every.total(self._items.article[self._at])
        self._check()
        order = _order(rows, every.quotations, by)
        limit = len(order) if most is None else most
        shown = order[: limit if second is None else min(limit, CROSSED)]
        stays = np.zeros(len(rows.keys), bool)
        stays[shown] = True
        rest = self._one(self._at[~stays[rows.of]]) if len(shown) < len(order) else Figures()
        columns, crossed = self._columns(second)
        cells = self._cells(rows, shown, columns, crossed)
        made = [
            self._row(rows, group, every.figures(group), total, line) for group, line in zip(shown, cells, strict=True)
        ]
        return Table(
            by=by, second=second, scope=scope, rows=tuple(made), columns=columns, total=total, rest=rest,
            rest_rows=len(order) - len(shown),
        )  # fmt: skip

    def _check(self) -> None:
        if not self._going_on():
            raise Stopped

    def _groups(self, axis: Axis) -> Groups:
        self._check()
        return groups(self._db, self._kept, axis, self._at)

    def _one(self, at: Numbers) -> Figures:
        """Return the figures of some quotations together."""
        return sums(self._items, at, np.zeros(len(at), np.int64), 1).figures(0)

    def _row(self, rows: Groups, group: int, figures: Figures, total: Figures, line: Sequence[Cell]) -> Row:
        share = figures.words / total.words if total.words else 0.0
        query = self._asked.text(rows.filters(group))
        return Row(
            key=rows.keys[group], label=rows.label(group), query=query, share=share, figures=figures, cells=tuple(line)
        )

    def _columns(self, second: Axis | None) -> tuple[tuple[Column, ...], tuple[Groups, list[int]] | None]:
        """Return the columns of a second axis, and its groups with those that have a column."""
        if second is None:
            return (), None
        found = self._groups(second)
        every = sums(self._items, self._at, found.of, len(found.keys))
        often = set(np.argsort(-every.quotations, kind="stable")[:COLUMNS].tolist())
        shown = [group for group in _order(found, every.quotations, second) if group in often]
        columns = tuple(
            Column(
                key=found.keys[group], label=found.label(group), query=self._asked.text(found.filters(group)),
                figures=every.figures(group),
            )
            for group in shown
        )  # fmt: skip
        return columns, (found, shown)

    def _cells(
        self,
        rows: Groups,
        shown: Sequence[int],
        columns: tuple[Column, ...],
        crossed: tuple[Groups, list[int]] | None,
    ) -> Iterable[list[Cell]]:
        if crossed is None:
            return ([] for _ in shown)
        other, chosen = crossed
        row, column = _places(rows, shown)[rows.of], _places(other, chosen)[other.of]
        inside = (row >= 0) & (column >= 0)
        of = row[inside] * len(chosen) + column[inside]
        found = sums(self._items, self._at[inside], of, len(shown) * len(chosen))
        self._check()
        return [
            [
                Cell(
                    figures=found.figures(line * len(chosen) + at),
                    query=self._asked.text([*rows.filters(group), *other.filters(one)]),
                )
                for at, one in enumerate(chosen)
            ]
            for line, group in enumerate(shown)
        ]


def _places(found: Groups, shown: Sequence[int]) -> Numbers:
    """Return which row or column each group has, -1 for none."""
    out = np.full(len(found.keys), -1, np.int64)
    out[np.array(shown, np.int64)] = np.arange(len(shown))
    return out


def _order(found: Groups, quotations: Numbers, axis: Axis) -> list[int]:
    """Return the groups that have a quotation: by time, what has none last; else the most frequent first."""
    there = np.flatnonzero(quotations)
    if axis in TIMES:
        return sorted(there.tolist(), key=lambda group: (not found.keys[group], found.keys[group]))
    order: list[int] = there[np.argsort(-quotations[there], kind="stable")].tolist()
    if len(order) > CROSSED:
        return order
    return sorted(order, key=lambda group: (-quotations[group], not found.keys[group], letters(found.label(group))))
