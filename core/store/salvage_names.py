"""Tell whose layer it is where its row is lost: by the words kept beside its items, and by who made its edits."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Mapping

from core.model import AUTO, Article, Entity, Item, Quotation, State
from core.store import layers, log, rows, salvage
from core.store.checks import UNREADABLE
from core.store.salvage import Named
from core.store.salvage_layer import Evidence
from core.store.sources import Sources

_ENOUGH = 3
"""Spans whose words must all fit an article before a layer is taken for one of it."""


def guessed(seen: Evidence, key: int, known: Mapping[int, Article]) -> Named | None:
    """Return whose layer it probably is; None where that cannot be told."""
    given = seen.given
    article = _article(given, key, known)
    if article is None:
        return None
    items = layers.readable_items(given.found.db, key)[0]
    annotator = _annotator(seen, key, items)
    if annotator is None:
        return None
    now = log.now()
    return Named(article, annotator, None, now, now, None)


def _article(given: Sources, key: int, known: Mapping[int, Article]) -> int | None:
    """Return the only article that has the words of all spans of a layer."""
    spans: list[tuple[int, int, str]] = []
    with contextlib.suppress(*UNREADABLE):
        for start, end, text in given.found.db.conn.execute(
            'SELECT start, "end", text FROM entity WHERE layer = ? UNION ALL'
            " SELECT cue_start, cue_end, cue FROM quotation WHERE layer = ? AND cue IS NOT NULL",
            (key, key),
        ):
            if isinstance(start, int) and isinstance(end, int):
                spans.append((start, end, rows.read_text(text)))
    if len(spans) < _ENOUGH:
        return None
    found = [
        number
        for number, article in known.items()
        if all(article.text[start:end] == text for start, end, text in spans)
    ]
    return found[0] if len(found) == 1 else None


def _annotator(seen: Evidence, key: int, items: list[Item]) -> str | None:
    """Return the name that an index still has, else ``auto`` for proposals alone, else who made most of its edits."""
    name = salvage.annotator(seen.given, key)
    if name is not None:
        return name
    marked = [item for item in items if isinstance(item, (Entity, Quotation))]
    if marked and all(item.state is State.AUTO for item in marked):
        return AUTO
    authors = Counter(entry.author for entry in seen.more.get(key, {}).values())
    return authors.most_common(1)[0][0] if authors else None
