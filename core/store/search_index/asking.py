"""What a search asks of the tables of the index: articles, spans of items that filters let through, facts for lines.

A condition is a key of ``ITEMS`` or ``ARTICLES`` with values; the SQL stands here, and values are always bound.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from sqlite_utils import Database

from core.store import rows
from core.store.search_index.packing import Numbers
from core.store.search_index.tables import ENTITY


class Condition(NamedTuple):
    """What items or articles must be like (``negated``: must not): the name of a condition and its values.

    Values of ``speaker``, ``cue`` and ``source`` are their numbers, 0 where none is told; of ``gender`` and ``kind``
    the empty word; ``date`` has the first and the last day, ``layer`` no values where any layer will do.
    """

    name: str
    values: tuple[str | int, ...]
    negated: bool = False


class Articles(NamedTuple):
    """The articles that are not removed, in the order of their words: row number, first word, number of words."""

    keys: Numbers
    bases: Numbers
    words: Numbers


class Spans(NamedTuple):
    """Spans of items in words of the corpus and the keys of their items, by their starts."""

    start: Numbers
    end: Numbers
    owner: Numbers


ARTICLES = {
    "source": "coalesce(a.source, 0) {among}",
    "date": "a.date BETWEEN json_extract({v}, '$[0]') AND json_extract({v}, '$[1]')",
    "article": "a.id {among}",
}
"""What is asked of articles; ``{among}`` are the values of a condition, ``{v}`` the same as JSON."""
_OF_LAYERS = {
    "status": "l.status {among}",
    "flag": "(EXISTS (SELECT 1 FROM json_each(l.flags) AS f WHERE f.value {among})"
    " OR EXISTS (SELECT 1 FROM quotation AS x, json_each(x.flags) AS f WHERE x.layer = l.key AND f.value {among})"
    " OR EXISTS (SELECT 1 FROM entity AS x, json_each(x.flags) AS f WHERE x.layer = l.key AND f.value {among}))",
}
"""What is asked of the layers of articles where the search is in texts."""
ITEMS = {
    "form": "x.form {among}",
    "state": "x.state {among}",
    "settled": "x.settled {among}",
    "speaker": "coalesce(x.{actor}, 0) {among}",
    "gender": "coalesce((SELECT s.gender FROM speaker AS s WHERE s.id = x.{actor}), '') {among}",
    "kind": "coalesce((SELECT s.kind FROM speaker AS s WHERE s.id = x.{actor}), '') {among}",
    "cue": "coalesce(x.cue, 0) {among}",
    "label": "x.label {among}",
    "flag": "EXISTS (SELECT 1 FROM json_each(x.flags) AS f WHERE f.value {among})",
    "status": "x.layer IN (SELECT l.key FROM layer AS l WHERE l.status {among})",
    "source": "coalesce(x.source, 0) {among}",
    "date": "x.article IN (SELECT a.key FROM article AS a WHERE {date})".replace("{date}", ARTICLES["date"]),
    "article": "x.article IN (SELECT a.key FROM article AS a WHERE a.id {among})",
}
"""What is asked of quotations and entities."""
LAYER = "layer"
_LAYERS_BY = "x.layer IN (SELECT l.key FROM layer AS l WHERE l.annotator {among})"
_BEST = "x.best = 1"
_WITHIN = "a.key IN (SELECT l.article FROM layer AS l WHERE {chosen} AND {asked})"


class _Values:
    """The values of conditions, each under a name of its own."""

    def __init__(self) -> None:
        self.bound: dict[str, str] = {}

    def sql(self, template: str, one: Condition, **names: str) -> str:
        name = f"v{len(self.bound)}"
        self.bound[name] = rows.write_json(one.values)
        found = template.replace("{among}", "IN (SELECT value FROM json_each({v}))").replace("{v}", f":{name}")
        for key, value in names.items():
            found = found.replace(f"{{{key}}}", value)
        return f"NOT ({found})" if one.negated else f"({found})"


def _of_items(conditions: Iterable[Condition], table: str, values: _Values) -> str:
    """Return the SQL that chooses rows ``x`` of quotations or entities."""
    actor = "speaker" if table == "quotation" else "actor"
    parts = []
    by_layer = [one for one in conditions if one.name == LAYER]
    parts += [values.sql(_LAYERS_BY, one) for one in by_layer if one.values]
    if all(one.negated for one in by_layer):
        parts.append(_BEST)
    parts += [values.sql(ITEMS[one.name], one, actor=actor) for one in conditions if one.name != LAYER]
    if not any(one.name in ("state", "settled") for one in conditions):
        parts.append("x.settled >= 0")
    return " AND ".join(parts)


def articles(db: Database) -> Articles:
    """Return the articles that are not removed."""
    found = db.conn.execute("SELECT key, base, words FROM article WHERE here ORDER BY base").fetchall()
    columns = np.array(found, np.int64).reshape(-1, 3)
    return Articles(*(np.ascontiguousarray(columns[:, at]) for at in range(3)))


def spans(db: Database, part: int, conditions: Sequence[Condition], among: Iterable[int] | None = None) -> Spans:
    """Return the spans of a part of all items that the conditions let through; of the articles ``among`` alone."""
    table, values = "entity" if part == ENTITY else "quotation", _Values()
    where = _of_items(conditions, table, values)
    if among is not None:
        where += " AND " + values.sql("x.article {among}", Condition("", tuple(int(one) for one in among)))
    sql = (
        f'SELECT s.start, s."end", s.owner FROM {table} AS x CROSS JOIN span AS s ON s.part = {part:d}'  # noqa: S608
        f" AND s.owner = x.key WHERE {where}"
    )
    found = np.array(db.conn.execute(sql, values.bound).fetchall(), np.int64).reshape(-1, 3)
    order = np.lexsort((-found[:, 1], found[:, 0]))
    return Spans(*(found[order, at] for at in range(3)))


def article_keys(
    db: Database, conditions: Sequence[Condition], items: Sequence[tuple[str, Sequence[Condition]]]
) -> Numbers:
    """Return the row numbers of the articles that the conditions let through.

    ``items``: tables (``quotation``, ``entity``) of which an item in the article must be so.
    """
    values, parts = _Values(), ["a.here"]
    layers = [one for one in conditions if one.name == LAYER]
    chosen = " AND ".join(
        [values.sql("l.annotator {among}", one) for one in layers if one.values] or ["1" if layers else "l.best = 1"]
    )
    if layers:
        parts.append(_WITHIN.replace("{chosen}", chosen).replace("{asked}", "1"))
    for one in conditions:
        if one.name in ARTICLES:
            parts.append(values.sql(ARTICLES[one.name], one))
        elif one.name in _OF_LAYERS:
            within = _WITHIN.replace("{chosen}", chosen).replace("{asked}", _OF_LAYERS[one.name])
            parts.append(values.sql(within, one))
    for table, asked in items:
        where = _of_items([*asked, *layers], table, values)
        parts.append(f"a.key IN (SELECT x.article FROM {table} AS x WHERE {where})")  # noqa: S608
    sql = f"SELECT a.key FROM article AS a WHERE {' AND '.join(parts)} ORDER BY a.key"  # noqa: S608
    return np.array([row[0] for row in db.conn.execute(sql, values.bound)], np.int64)


# -- names -----------------------------------------------------------------------------------------------------------


def speakers_like(db: Database, beginnings: Sequence[str]) -> list[tuple[int, str]]:
    """Return numbers and names of the speakers whose folded name has all the beginnings somewhere."""
    parts = " AND ".join("instr(folded, ?) > 0" for _ in beginnings) or "1"
    found = db.conn.execute(f"SELECT id, name FROM speaker WHERE {parts}", tuple(beginnings))  # noqa: S608
    return [(int(id_), str(name)) for id_, name in found]


def names(db: Database, table: str) -> list[tuple[int, str]]:
    """Return numbers and names of all sources, or numbers and lemmas of all cues."""
    column = "name" if table == "source" else "lemma"
    return [(int(id_), str(name)) for id_, name in db.conn.execute(f"SELECT id, {column} FROM {table}")]  # noqa: S608


# -- for lines -------------------------------------------------------------------------------------------------------


class ItemFacts(NamedTuple):
    """What a line says of the quotation or entity that its words stand in."""

    key: int
    article: int
    annotator: str
    id: str
    form: str
    state: str
    settled: int
    score: float | None
    speaker: str
    kind: str
    gender: str
    cue: str
    label: str


_FACTS = {
    "quotation": "SELECT x.key, x.article, l.annotator, x.id, x.form, x.state, x.settled, x.score,"
    " coalesce(s.name, ''),"
    " coalesce(s.kind, ''), coalesce(s.gender, ''), x.cue_text, '' FROM quotation AS x"
    " JOIN layer AS l ON l.key = x.layer"
    " LEFT JOIN speaker AS s ON s.id = x.speaker WHERE x.key IN (SELECT value FROM json_each(?))",
    "entity": "SELECT x.key, x.article, l.annotator, x.id, '', x.state, x.settled, x.score, coalesce(s.name, ''),"
    " coalesce(s.kind, ''), coalesce(s.gender, ''), '', x.label FROM entity AS x JOIN layer AS l ON l.key = x.layer"
    " LEFT JOIN speaker AS s ON s.id = x.actor WHERE x.key IN (SELECT value FROM json_each(?))",
}


def item_facts(db: Database, table: str, keys: Iterable[int]) -> dict[int, ItemFacts]:
    """Return what lines say of quotations or entities, by key."""
    found = db.conn.execute(_FACTS[table], (rows.write_json([int(one) for one in keys]),))
    return {row[0]: ItemFacts(*row) for row in found}


class Named(NamedTuple):
    """What a line says of its article."""

    key: int
    id: str
    title: str
    source: str
    date: str


_NAMED = (
    "SELECT a.key, a.id, a.title, coalesce(s.name, ''), a.date FROM article AS a"
    " LEFT JOIN source AS s ON s.id = a.source"
)


def named(db: Database, keys: Iterable[int] | None = None) -> dict[int, Named]:
    """Return what lines say of articles (of all), by row number."""
    if keys is None:
        return {row[0]: Named(*row) for row in db.conn.execute(_NAMED)}
    asked = rows.write_json([int(one) for one in keys])
    found = db.conn.execute(f"{_NAMED} WHERE a.key IN (SELECT value FROM json_each(?))", (asked,))  # noqa: S608
    return {row[0]: Named(*row) for row in found}


def speaker_names(db: Database, table: str) -> dict[int, str]:
    """Return the name of the speaker of every quotation (of the actor of every entity) that has one, by key."""
    column = "speaker" if table == "quotation" else "actor"
    sql = f"SELECT x.key, s.name FROM {table} AS x JOIN speaker AS s ON s.id = x.{column}"  # noqa: S608
    found: Mapping[int, str] = dict(db.conn.execute(sql).fetchall())
    return dict(found)


def char_spans(db: Database, part: int, owners: Iterable[int]) -> dict[int, tuple[int, int]]:
    """Return the first span of items in code points of their articles, by key."""
    sql = (
        "SELECT owner, first, last FROM span WHERE part = ? AND owner IN (SELECT value FROM json_each(?))"
        " ORDER BY key DESC"
    )
    found = db.conn.execute(sql, (part, rows.write_json([int(one) for one in owners])))
    return {owner: (first, last) for owner, first, last in found}
