"""The order of lines: by article, by the words before or after, by speaker, date or source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.corpus.evaluating import Stopped
from core.corpus.hits import Hits
from core.corpus.lines import quotations_around
from core.corpus.query import Order, Where
from core.language import letters
from core.store.search_index import telling, words
from core.store.search_index.asking import Articles, Columns
from core.store.search_index.index import GoOn, Look
from core.store.search_index.packing import Numbers

SORTED = 2_000_000
"""Hits up to which lines are sorted; more stay in the order of the articles, and the page says so."""
DEEP = 3
"""Words before or after that lines are sorted by."""


def by_article(articles: Articles, found: Hits) -> Numbers | None:
    """Return the numbers of hits in the order of the article list; None where they are so already."""
    if len(articles.keys) < 2 or (np.diff(articles.keys) > 0).all():
        return None
    return np.lexsort((found.start, articles.keys[_article(articles, found)]))


def sort(db: Look, kept: Columns, where: Where, found: Hits, order: Order, going_on: GoOn) -> Numbers | None:
    """Return the numbers of hits in an order; raises Stopped."""
    articles = kept.articles(db)
    first = by_article(articles, found)
    if order is Order.ARTICLE or not found.size:
        return first
    if first is None:
        first = np.arange(found.size)
    keys: list[Numbers]
    if order in (Order.LEFT, Order.RIGHT):
        keys = _beside(db, found, order is Order.LEFT, going_on)
    elif order is Order.SPEAKER:
        keys = [_speakers(db, kept, where, found)]
    else:
        keys = [_of_articles(db, articles, found, order)]
    at = np.lexsort(tuple(column[first] for column in reversed(keys)))
    return first[at]


def _article(articles: Articles, found: Hits) -> Numbers:
    return np.searchsorted(articles.bases, found.start, "right") - 1


def _beside(db: Look, found: Hits, left: bool, going_on: GoOn) -> list[Numbers]:
    """Return the ranks of the words beside, the nearest first; nothing comes before everything."""
    positions = found.start if left else found.end
    rising = np.argsort(positions, kind="stable")
    columns = [np.empty(found.size, np.uint32) for _ in range(DEEP)]
    shifts = range(-1, -1 - DEEP, -1) if left else range(DEEP)
    beside = words.words_beside(db, positions[rising], shifts, going_on)
    if beside is None:
        raise Stopped
    for column, ids in zip(columns, beside, strict=True):
        column[rising] = ids
    for nearer, farther in pairwise(columns):  # nothing beyond the article's edge
        farther[nearer == words.BETWEEN] = words.BETWEEN
    used = _used(columns)
    forms = words.forms_of(db, used.tolist())
    if not going_on():
        raise Stopped
    return _looked_up(columns, used, _ranks([forms.get(one, "") for one in used.tolist()]))


def _used(columns: Sequence[NDArray[Any]]) -> Numbers:
    """Return the numbers that stand in columns, once each, rising."""
    there = np.zeros(max(int(column.max()) for column in columns) + 1, bool)
    for column in columns:
        there[column] = True
    return np.flatnonzero(there)


def _looked_up(columns: Sequence[NDArray[Any]], used: Numbers, ranks: Numbers) -> list[Numbers]:
    """Return columns with the rank of every number in place of it."""
    by_number = np.zeros(int(used[-1]) + 1, np.int64)
    by_number[used] = ranks
    return [by_number[column] for column in columns]


def _ranks(names: Iterable[str]) -> Numbers:
    """Return the rank of every name in the order of letters; names alike have the same one."""
    keys = [letters(name) for name in names]
    ranked = {name: at for at, name in enumerate(sorted(set(keys)))}
    return np.array([ranked[key] for key in keys], np.int64)


def _last_where_empty(names: list[str]) -> Numbers:
    ranks = _ranks(names)
    ranks[[not name for name in names]] = len(names) + 1
    return ranks


def _speakers(db: Look, kept: Columns, where: Where, found: Hits) -> Numbers:
    """Return the rank of every hit's speaker; those without one come last."""
    items = kept.items(db, "entity" if where is Where.ENTITY else "quotation")
    owners = quotations_around(db, kept, found) if where is Where.TEXT else found.unit
    speakers = np.zeros(found.size, np.uint32)
    some = owners > 0
    speakers[some] = items.speaker[np.searchsorted(items.key, owners[some].astype(np.uint32))]
    used = _used([speakers])
    names = telling.speaker_names(db, used.tolist())
    return _looked_up([speakers], used, _last_where_empty([names.get(one, "") for one in used.tolist()]))[0]


def _of_articles(db: Look, articles: Articles, found: Hits, order: Order) -> Numbers:
    """Return the rank of the date or source of every hit's article; those without one come last."""
    named = telling.named(db)
    column = [getattr(named[int(key)], order.value) for key in articles.keys]
    return _last_where_empty(column)[_article(articles, found)]
