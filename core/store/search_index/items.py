"""What is written of articles and layers into the index: facts, quotations, entities and their spans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.model import AUTO, GOLD
from core.store import rows
from core.store.database import Database
from core.store.search_index import columns, words
from core.store.search_index.reading import Facts, LayerRead
from core.store.shown import by_people

Span = tuple[int, int, int, int, int]
"""Part (``tables``), first and last word plus one in its article, first and last code point plus one."""


Named = tuple[str, str, str, str, str]
"""An actor: name, kind, gender, the words of the name folded, the id of its source in the register or nothing."""


class QuotationRow(NamedTuple):
    """A quotation as it is counted; its spans in words of its article."""

    id: str
    form: str
    state: str
    settled: int
    score: float | None
    rule: str | None
    speaker: Named | None
    cue: str
    cue_text: str
    mention_text: str
    said: int
    parent: str | None
    flags: str
    noted: bool
    spans: tuple[Span, ...]


class EntityRow(NamedTuple):
    """An entity as it is counted."""

    id: str
    label: str
    state: str
    settled: int
    score: float | None
    rule: str | None
    actor: Named | None
    text: str
    flags: str
    noted: bool
    spans: tuple[Span, ...]


class LayerRows(NamedTuple):
    """A layer and the rows of its items."""

    layer: LayerRead
    quotations: list[QuotationRow]
    entities: list[EntityRow]


# -- articles --------------------------------------------------------------------------------------------------------


_ARTICLE = (
    "INSERT INTO article (key, id, title, digest, added_at, changed, here, base, words, source, date, month)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET id = excluded.id,"
    " title = excluded.title, digest = excluded.digest, added_at = excluded.added_at, changed = excluded.changed,"
    " here = excluded.here, base = excluded.base, words = excluded.words, source = excluded.source,"
    " date = excluded.date, month = excluded.month"
)


def write_texts(
    db: Database, articles: Sequence[Facts], ids: Sequence[NDArray[np.uint32]], begins: Sequence[Sequence[int]]
) -> None:
    """Write articles whose texts are new, with the numbers of their words; ``begins``: those that begin a paragraph."""
    base = words.end_of(db)
    paragraphs: list[int] = []
    between = np.array([words.BETWEEN], np.uint32)
    drop_articles(db, [one.key for one in articles])
    for one, own, of_paragraphs in zip(articles, ids, begins, strict=True):
        paragraphs += [base + at for at in of_paragraphs]
        source = _number(db, "source", one.source)
        db.conn.execute(_ARTICLE, (*one[:7], base, len(own), source, one.date, one.month))
        base += len(own) + 1
    words.append(db, np.concatenate([piece for own in ids for piece in (own, between)]))
    words.append_paragraphs(db, paragraphs)


def write_facts(db: Database, articles: Iterable[Facts]) -> None:
    """Write what changed of articles beside their texts; what layers say of them must be written anew."""
    for one in articles:
        drop_layers_of(db, [one.key])
        db.conn.execute(
            "UPDATE article SET title = ?, changed = ?, here = ?, source = ?, date = ?, month = ? WHERE key = ?",
            (one.title, one.changed, one.here, _number(db, "source", one.source), one.date, one.month, one.key),
        )


def drop_articles(db: Database, keys: Sequence[int]) -> None:
    """Take out articles; their words stay until the index is made anew, and no article claims them."""
    drop_layers_of(db, keys)
    db.conn.executemany("DELETE FROM article WHERE key = ?", [(key,) for key in keys])


def _number(db: Database, table: str, name: str) -> int | None:
    """Return the number of a source, a cue or a label (tables of ours), a new one where it has none; None of none."""
    if not name:
        return None
    column = "lemma" if table == "cue" else "name"
    row = db.conn.execute(f"SELECT id FROM {table} WHERE {column} = ?", (name,)).fetchone()  # noqa: S608
    if row is None:
        return int(db.conn.execute(f"INSERT INTO {table} ({column}) VALUES (?)", (name,)).lastrowid or 0)  # noqa: S608
    return int(row[0])


# -- layers ----------------------------------------------------------------------------------------------------------


_RANK = (
    f"CASE WHEN annotator = ? THEN 9 WHEN annotator = ? THEN 0 WHEN NOT ({by_people('layer')}) THEN -1"
    " ELSE CASE status WHEN 'reviewed' THEN 8 WHEN 'done' THEN 7"
    " WHEN 'in_review' THEN 6 WHEN 'returned' THEN 5 WHEN 'in_progress' THEN 4 ELSE 3 END END"
)
_BEST = "SELECT key, best FROM layer WHERE article = ? ORDER BY {rank} DESC, annotator, key".replace("{rank}", _RANK)
_LAYER = "INSERT INTO layer (key, article, annotator, status, flags, state, sums, best) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_QUOTATION = (
    "INSERT INTO quotation (key, layer, article, best, id, form, state, settled, score, rule, speaker, cue, cue_text,"
    " mention_text, said, parent, source, month, flags, noted)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_ENTITY = (
    "INSERT INTO entity (key, layer, article, best, id, label, state, settled, score, rule, actor, text, source, month,"
    " flags, noted) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_SPAN = 'INSERT INTO span (part, owner, start, "end", first, last) VALUES (?, ?, ?, ?, ?, ?)'
_FACTS = "SELECT key, base, source, month FROM article WHERE key IN (SELECT value FROM json_each(?))"


class Names:
    """The numbers of speakers and cues, remembered while layers are written."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._speakers: dict[Named, int] = {}
        self._numbers: dict[tuple[str, str], int | None] = {}

    def speaker(self, named: Named | None) -> int | None:
        """Return the number of a speaker."""
        if named is None:
            return None
        if named not in self._speakers:
            sql = "SELECT id FROM speaker WHERE name = ? AND kind = ? AND gender = ? AND source = ?"
            row = self._db.conn.execute(sql, (*named[:3], named[4])).fetchone()
            if row is None:
                new = "INSERT INTO speaker (name, kind, gender, folded, source) VALUES (?, ?, ?, ?, ?)"
                row = (self._db.conn.execute(new, named).lastrowid,)
            self._speakers[named] = int(row[0])
        return self._speakers[named]

    def number(self, table: str, name: str) -> int | None:
        """Return the number of a cue or a label; None of none."""
        if (table, name) not in self._numbers:
            self._numbers[table, name] = _number(self._db, table, name)
        return self._numbers[table, name]


def write_layers(db: Database, found: Sequence[LayerRows]) -> None:
    """Write layers whole, in place of what was there of them, and which of them speaks for its article."""
    drop_layers(db, [one.layer.key for one in found])
    names = Names(db)
    articles = rows.write_json([one.layer.article for one in found])
    facts = {row[0]: row[1:] for row in db.conn.execute(_FACTS, (articles,))}
    alone = _alone(db, [one.layer.article for one in found])
    quotation, entity = (_last(db, table) for table in ("quotation", "entity"))
    quotations, entities, spans = [], [], []
    for one in found:
        read = one.layer
        if read.article not in facts:
            continue  # it came while the texts were read: the next sync takes both
        base, source, month = facts[read.article]
        best = int(read.article in alone)
        db.conn.execute(_LAYER, (*read[:7], best))
        for q in one.quotations:
            quotation += 1
            quotations.append((
                quotation, read.key, read.article, best, *q[:6], names.speaker(q.speaker), names.number("cue", q.cue),
                q.cue_text, q.mention_text, q.said, q.parent, source, month, q.flags, q.noted,
            ))  # fmt: skip
            spans += [(part, quotation, base + a, base + b, low, high) for part, a, b, low, high in q.spans]
        for e in one.entities:
            entity += 1
            entities.append((
                entity, read.key, read.article, best, e.id, names.number("label", e.label) or 0, *e[2:6],
                names.speaker(e.actor), e.text, source, month, e.flags, e.noted,
            ))  # fmt: skip
            spans += [(part, entity, base + a, base + b, low, high) for part, a, b, low, high in e.spans]
    db.conn.executemany(_QUOTATION, quotations)
    db.conn.executemany(_ENTITY, entities)
    db.conn.executemany(_SPAN, spans)
    columns.drop(db, columns.QUOTATIONS, [row[0] for row in quotations])
    columns.drop(db, columns.ENTITIES, [row[0] for row in entities])
    choose_best(db, sorted({one.layer.article for one in found} - alone))


def _alone(db: Database, articles: Sequence[int]) -> set[int]:
    """Return the articles that are given once and have no layer yet: the layer that comes speaks for them."""
    sql = "SELECT DISTINCT article FROM layer WHERE article IN (SELECT value FROM json_each(?))"
    having = {row[0] for row in db.conn.execute(sql, (rows.write_json(list(articles)),))}
    counts = Counter(articles)
    return {article for article, count in counts.items() if count == 1 and article not in having}


def _last(db: Database, table: str) -> int:
    return int(db.conn.execute(f"SELECT coalesce(max(key), 0) FROM {table}").fetchone()[0])  # noqa: S608


def choose_best(db: Database, articles: Iterable[int]) -> None:
    """Say of articles which of their layers speaks for them."""
    turned: list[tuple[int, int]] = []
    for article in articles:
        found = db.conn.execute(_BEST, (article, GOLD, AUTO)).fetchall()
        turned += [(int(at == 0), key) for at, (key, best) in enumerate(found) if best != int(at == 0)]
    db.conn.executemany("UPDATE layer SET best = ? WHERE key = ?", turned)
    for table in columns.PARTS:
        columns.drop(db, table, _keys_of(db, table, [key for _, key in turned]))
        db.conn.executemany(f"UPDATE {table} SET best = ? WHERE layer = ?", turned)  # noqa: S608


def _keys_of(db: Database, table: str, layers: Sequence[int]) -> list[int]:
    """Return the keys of the items of layers."""
    sql = f"SELECT key FROM {table} WHERE layer IN (SELECT value FROM json_each(?))"  # noqa: S608
    return [int(row[0]) for row in db.conn.execute(sql, (rows.write_json(list(layers)),))]


_DROPS = (
    "DELETE FROM span WHERE part IN (1, 2, 3) AND owner IN (SELECT key FROM quotation WHERE layer = ?)",
    "DELETE FROM span WHERE part = 4 AND owner IN (SELECT key FROM entity WHERE layer = ?)",
    "DELETE FROM quotation WHERE layer = ?",
    "DELETE FROM entity WHERE layer = ?",
    "DELETE FROM layer WHERE key = ?",
)


def drop_layers(db: Database, keys: Sequence[int]) -> None:
    """Take out layers with all they have."""
    for table in columns.PARTS:
        columns.drop(db, table, _keys_of(db, table, keys))
    for sql in _DROPS:
        db.conn.executemany(sql, [(key,) for key in keys])


def drop_layers_of(db: Database, articles: Sequence[int]) -> None:
    """Take out the layers of articles."""
    sql = "SELECT key FROM layer WHERE article IN (SELECT value FROM json_each(?))"
    drop_layers(db, [int(row[0]) for row in db.conn.execute(sql, (rows.write_json(list(articles)),))])
