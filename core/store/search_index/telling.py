"""What lines and filters ask of the tables by name: speakers, sources, cues; what a line says of item and article."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from core.store import rows
from core.store.database import Database
from core.store.search_index import packing
from core.store.search_index.columns import Spans
from core.store.search_index.tables import CONTENT


def speakers_like(db: Database, beginnings: Sequence[Collection[str]]) -> list[tuple[int, str]]:
    """Return numbers and names of the speakers whose folded name has one of each of the beginnings somewhere."""
    parts = [" OR ".join("instr(folded, ?) > 0" for _ in some) for some in beginnings]
    where = " AND ".join(f"({part})" for part in parts) or "1"
    values = [one for some in beginnings for one in some]
    found = db.conn.execute(f"SELECT id, name FROM speaker WHERE {where}", values)  # noqa: S608
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
    " coalesce(s.kind, ''), coalesce(s.gender, ''), '', b.name FROM entity AS x JOIN layer AS l ON l.key = x.layer"
    " JOIN label AS b ON b.id = x.label"
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


def char_spans(db: Database, part: int, owners: Iterable[int]) -> dict[int, tuple[int, int]]:
    """Return from where to where the spans of items stand in code points of their articles, by key."""
    sql = (
        "SELECT owner, min(first), max(last) FROM span WHERE part = ? AND owner IN (SELECT value FROM json_each(?))"
        " GROUP BY owner"
    )
    found = db.conn.execute(sql, (part, rows.write_json([int(one) for one in owners])))
    return {owner: (first, last) for owner, first, last in found}


def quoted_spans(db: Database, articles: Iterable[int]) -> Spans:
    """Return the spans of quotations that speak for some articles, by row numbers: few, and nothing else is read."""
    sql = (
        'SELECT s.start, s."end", s.owner FROM quotation AS x CROSS JOIN span AS s ON s.part = ? AND s.owner = x.key'
        " WHERE x.article IN (SELECT value FROM json_each(?)) AND x.best = 1 AND x.settled >= 0"
    )
    asked = rows.write_json([int(one) for one in articles])
    found = packing.table(db.conn.execute(sql, (CONTENT, asked)).fetchall(), 3)
    return Spans(found[:, 0], found[:, 1], found[:, 2])


def speaker_names(db: Database, numbers: Iterable[int]) -> dict[int, str]:
    """Return the names of some speakers, by number."""
    sql = "SELECT id, name FROM speaker WHERE id IN (SELECT value FROM json_each(?))"
    return dict(db.conn.execute(sql, (rows.write_json([int(one) for one in numbers]),)).fetchall())
