"""Which articles, quotations and entities the filters of a search let through, and their spans.

Items are filtered as columns of numbers (``columns``), articles by SQL; values are always bound.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.store import rows
from core.store.database import Database
from core.store.search_index import columns, packing, registered
from core.store.search_index.columns import Items, Spans
from core.store.search_index.packing import Numbers, Spoilt
from core.store.search_index.registered import SPEAKERS, Speakers
from core.store.search_index.tables import ENTITY

Mask = NDArray[np.bool_]


class Condition(NamedTuple):
    """What items or articles must be like (``negated``: must not): the name of a condition and its values.

    Values of ``speaker``, ``beside``, ``cue`` and ``source`` are their numbers, 0 where none is told; of ``gender`` and
    ``kind`` the empty word; ``state`` has states, and 1 or 0 for what a person has or has not settled; ``date`` has the
    first and the last day, ``layer`` no values where any layer will do.
    """

    name: str
    values: tuple[str | int, ...]
    negated: bool = False


class Articles(NamedTuple):
    """The articles that are not removed, in the order of their words: row number, first word, number of words."""

    keys: Numbers
    bases: Numbers
    words: Numbers


class _Placed(NamedTuple):
    """The spans of a part by their starts, and the rows of their items."""

    spans: Spans
    item: Numbers


class Columns:
    """The columns of one edition of an index, each read when it is first asked for, then kept."""

    def __init__(self) -> None:
        self._articles: Articles | None = None
        self._items: dict[str, Items] = {}
        self._spans: dict[int, _Placed] = {}
        self._speakers: Speakers | None = None

    def articles(self, db: Database) -> Articles:
        """Return the articles that are not removed."""
        if self._articles is None:
            found = db.conn.execute("SELECT key, base, words FROM article WHERE here ORDER BY base").fetchall()
            table = packing.table(found, 3)
            keys, bases, words = (np.ascontiguousarray(table[:, at]) for at in range(3))
            if len(keys) and (bases[1:] <= bases[:-1] + words[:-1]).any():
                raise Spoilt("articles stand in each other")
            self._articles = Articles(keys, bases, words)
        return self._articles

    def speakers(self, db: Database) -> Speakers:
        """Return who speaks, put together by source or name."""
        if self._speakers is None:
            self._speakers = registered.speakers(db)
        return self._speakers

    def items(self, db: Database, table: str) -> Items:
        """Return the quotations or entities."""
        if table not in self._items:
            self._items[table] = columns.items(db, table)
        return self._items[table]

    def placed(self, db: Database, part: int) -> _Placed:
        """Return the spans of a part."""
        if part not in self._spans:
            found = columns.spans(db, part)
            keys = self.items(db, table_of(part)).key
            order = np.argsort(found.start, kind="stable")
            spans = Spans(*(column[order] for column in found))
            self._spans[part] = _Placed(spans, np.searchsorted(keys, spans.owner.astype(np.uint32)))
        return self._spans[part]


def table_of(part: int) -> str:
    """Return whose spans a part has."""
    return columns.ENTITIES if part == ENTITY else columns.QUOTATIONS


# -- items -----------------------------------------------------------------------------------------------------------


_LAYERS_BY = {
    "layer": "SELECT key FROM layer WHERE annotator IN (SELECT value FROM json_each(?))",
    "status": "SELECT key FROM layer WHERE status IN (SELECT value FROM json_each(?))",
}
_ARTICLES_BY = {
    "date": "SELECT key FROM article WHERE date BETWEEN json_extract(?1, '$[0]') AND json_extract(?1, '$[1]')",
    "article": "SELECT key FROM article WHERE id IN (SELECT value FROM json_each(?))",
}
_SPEAKERS_BY = {
    name: "SELECT id FROM {speakers} WHERE {name} IN (SELECT value FROM json_each(?))".replace("{name}", name).replace(
        "{speakers}", SPEAKERS
    )
    for name in ("gender", "kind")
}
_LABELS = "SELECT id FROM label WHERE name IN (SELECT value FROM json_each(?))"
LAYER = "layer"


def _keys(db: Database, sql: str, values: Sequence[str | int]) -> Numbers:
    return np.array([row[0] for row in db.conn.execute(sql, (rows.write_json(list(values)),))], np.int64)


def _mask(db: Database, kept: Columns, table: str, one: Condition) -> Mask:
    """Return which items a condition lets through."""
    found = kept.items(db, table)
    name, values = one.name, one.values
    numbers = [value for value in values if isinstance(value, int)]
    if name in ("speaker", "cue", "source"):
        mask = np.isin(getattr(found, name), numbers)
    elif name == "form":
        mask = np.isin(found.form, [columns.FORMS.get(str(value), 0) for value in values])
    elif name == "state":
        states = [columns.STATES.get(value, 0) for value in values if isinstance(value, str)]
        mask = np.isin(found.state, states) | np.isin(found.settled, [number + 1 for number in numbers])
    elif name in _SPEAKERS_BY:
        chosen = _keys(db, _SPEAKERS_BY[name], values)
        mask = np.isin(found.speaker, np.append(chosen, 0) if "" in values else chosen)
    elif name in _LAYERS_BY:
        mask = np.isin(found.layer, _keys(db, _LAYERS_BY[name], values)) if values else np.ones(len(found.key), bool)
    elif name in _ARTICLES_BY:
        mask = np.isin(found.article, _keys(db, _ARTICLES_BY[name], values))
    elif name == "beside":
        said = kept.items(db, columns.QUOTATIONS)
        also = (said.best == 1) & (said.settled > 0) & np.isin(said.speaker, numbers)
        mask = np.isin(found.article, said.article[also])
    elif name == "label":
        mask = np.isin(found.label, _keys(db, _LABELS, values))
    else:
        assert name == "flag"
        mask = np.isin(found.key, columns.keys_with_flags(db, table, [str(value) for value in values]))
    return ~mask if one.negated else mask


def chosen(db: Database, kept: Columns, table: str, conditions: Iterable[Condition]) -> Mask:
    """Return which quotations or entities the conditions let through.

    Of the layers that speak for their articles, unless a condition names layers; without the rejected ones, unless one
    names states.
    """
    found, asked = kept.items(db, table), list(conditions)
    masks = [_mask(db, kept, table, one) for one in asked]
    if all(one.negated for one in asked if one.name == LAYER):
        masks.append(found.best == 1)
    if not any(one.name == "state" for one in asked):
        masks.append(found.settled > 0)
    return np.logical_and.reduce(masks) if masks else np.ones(len(found.key), bool)


def spans(
    db: Database, kept: Columns, part: int, conditions: Iterable[Condition], among: Numbers | None = None
) -> Spans:
    """Return the spans of a part of all items that the conditions let through, by their starts.

    ``among``: of some articles alone, by their numbers in ``Articles``.
    """
    placed = kept.placed(db, part)
    mask = chosen(db, kept, table_of(part), conditions)
    if among is None:
        stays = np.flatnonzero(mask[placed.item])
        return Spans(*(column[stays] for column in placed.spans))
    articles = kept.articles(db)
    low = np.searchsorted(placed.spans.start, articles.bases[among])
    high = np.searchsorted(placed.spans.start, articles.bases[among] + articles.words[among], "right")
    at = ranges(low, high)
    at = at[mask[placed.item[at]]]
    return Spans(*(column[at] for column in placed.spans))


def ranges(low: Numbers, high: Numbers) -> Numbers:
    """Return all numbers from each ``low`` to its ``high`` (excluded), one range after the other."""
    counts = np.maximum(high - low, 0)
    found: Numbers = np.arange(counts.sum()) + np.repeat(low - np.cumsum(counts) + counts, counts)
    return found


# -- articles --------------------------------------------------------------------------------------------------------


_ARTICLES = {
    "source": "coalesce(a.source, 0) {among}",
    "date": "a.date BETWEEN json_extract({v}, '$[0]') AND json_extract({v}, '$[1]')",
    "article": "a.id {among}",
}
"""What is asked of articles; ``{among}`` are the values of a condition, ``{v}`` the same as JSON."""
_OF_LAYERS = {
    "layer": "1",
    "status": "l.status {among}",
    "flag": "(EXISTS (SELECT 1 FROM json_each(l.flags) AS f WHERE f.value {among})"
    " OR EXISTS (SELECT 1 FROM quotation AS x, json_each(x.flags) AS f WHERE x.layer = l.key AND f.value {among})"
    " OR EXISTS (SELECT 1 FROM entity AS x, json_each(x.flags) AS f WHERE x.layer = l.key AND f.value {among}))",
}
"""What is asked of the layers of articles where the search is in texts."""
_WITHIN = "a.key IN (SELECT l.article FROM layer AS l WHERE {chosen} AND {asked})"


class _Values:
    """The values of conditions, each under a name of its own."""

    def __init__(self) -> None:
        self.bound: dict[str, str] = {}

    def sql(self, template: str, one: Condition) -> str:
        """Return the SQL of a condition, its values bound."""
        name = f"v{len(self.bound)}"
        self.bound[name] = rows.write_json(one.values)
        found = template.replace("{among}", "IN (SELECT value FROM json_each({v}))").replace("{v}", f":{name}")
        return f"NOT ({found})" if one.negated else f"({found})"


def article_keys(
    db: Database, kept: Columns, conditions: Sequence[Condition], having: Sequence[tuple[str, Sequence[Condition]]]
) -> Numbers:
    """Return the row numbers of the articles that the conditions let through, rising.

    ``having``: tables (``quotation``, ``entity``) of which an item in the article must be so.
    """
    values, parts = _Values(), ["a.here"]
    by_layer = [one for one in conditions if one.name == LAYER]
    layers = [values.sql("l.annotator {among}", one) for one in by_layer if one.values]
    if all(one.negated for one in by_layer):
        layers.append("l.best = 1")
    of_layers = " AND ".join(layers) or "1"
    for one in conditions:
        if one.name in _ARTICLES:
            parts.append(values.sql(_ARTICLES[one.name], one))
        else:
            plain = one._replace(negated=one.negated and one.name != LAYER)
            parts.append(
                values.sql(_WITHIN.replace("{chosen}", of_layers).replace("{asked}", _OF_LAYERS[one.name]), plain)
            )
    sql = f"SELECT a.key FROM article AS a WHERE {' AND '.join(parts)} ORDER BY a.key"  # noqa: S608
    found = np.array([row[0] for row in db.conn.execute(sql, values.bound)], np.int64)
    for table, asked in having:
        mask = chosen(db, kept, table, [*asked, *by_layer])
        found = found[np.isin(found, kept.items(db, table).article[mask])]
    return found
