"""Quotations, entities and their spans as columns of numbers, in chunks: what a search filters at once, by NumPy.

A chunk has the items of ``CHUNK`` keys. Whoever changes an item drops its chunk; ``pack_chunks`` makes those that are
not there, and a reader that comes before that makes them for itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.model import Form, State
from core.store import rows
from core.store.database import Database
from core.store.search_index.packing import Numbers, Spoilt, pack, unpack
from core.store.search_index.packing import table as table_of
from core.store.search_index.tables import CONTENT, CUE, ENTITY, MENTION

CHUNK = 1 << 13
QUOTATIONS, ENTITIES = "quotation", "entity"
FORMS: dict[str, int] = {form.value: code for code, form in enumerate(Form, 1)}
STATES: dict[str, int] = {state.value: code for code, state in enumerate(State, 1)}
"""The codes of forms and states; 0 is none."""
PARTS = {QUOTATIONS: (CONTENT, CUE, MENTION), ENTITIES: (ENTITY,)}
_KINDS = {QUOTATIONS: 1, ENTITIES: 2}
"""What a chunk holds: items; with 10 added to a part, its spans."""


def _codes(column: str, codes: Mapping[str, int]) -> str:
    """Return the SQL that turns words into their codes."""
    cases = " ".join(f"WHEN '{word}' THEN {code}" for word, code in codes.items())
    return f"CASE {column} {cases} ELSE 0 END"


PARTS_OF_SCORE = 1_000_000
_SCORE = f"coalesce(1 + CAST(round({PARTS_OF_SCORE} * min(1, max(0, score))) AS INTEGER), 0)"
_DAY = "coalesce((SELECT CAST(replace(a.date, '-', '') AS INTEGER) FROM article AS a WHERE a.key = article), 0)"
_ITEMS = {
    QUOTATIONS: (
        "SELECT key, layer, article, best, settled + 1, {form}, {state}, coalesce(speaker, 0), coalesce(cue, 0),"
        " coalesce(source, 0), 0, said, {score}, {day} FROM quotation WHERE key >= ? AND key < ? ORDER BY key"
    )
    .replace("{form}", _codes("form", FORMS))
    .replace("{state}", _codes("state", STATES))
    .replace("{score}", _SCORE)
    .replace("{day}", _DAY),
    ENTITIES: (
        "SELECT key, layer, article, best, settled + 1, 0, {state}, coalesce(actor, 0), 0, coalesce(source, 0), label,"
        " 0, {score}, {day}"
        " FROM entity WHERE key >= ? AND key < ? ORDER BY key"
    )
    .replace("{state}", _codes("state", STATES))
    .replace("{score}", _SCORE)
    .replace("{day}", _DAY),
}
_SPANS = 'SELECT owner, start, "end" FROM span WHERE part = ? AND owner >= ? AND owner < ? ORDER BY owner, start'


class Items(NamedTuple):
    """The columns of all quotations or entities, by ``key``.

    ``settled`` is 0 of rejected ones, 1 of proposals, 2 of settled ones; ``said`` the words of a quotation; ``score``
    in millionths and one more, 0 where there is none; ``day`` the date of the article as 20260531, 0 where none is
    told.
    """

    key: NDArray[np.uint32]
    layer: NDArray[np.uint32]
    article: NDArray[np.uint32]
    best: NDArray[np.uint32]
    settled: NDArray[np.uint32]
    form: NDArray[np.uint32]
    state: NDArray[np.uint32]
    speaker: NDArray[np.uint32]
    cue: NDArray[np.uint32]
    source: NDArray[np.uint32]
    label: NDArray[np.uint32]
    said: NDArray[np.uint32]
    score: NDArray[np.uint32]
    day: NDArray[np.uint32]


class Spans(NamedTuple):
    """Spans of items in words of the corpus, and the keys of their items."""

    start: Numbers
    end: Numbers
    owner: Numbers


_WIDTH = len(Items._fields)


def _key(kind: int, chunk: int) -> int:
    return (kind << 32) | chunk


def _last_chunk(db: Database, table: str) -> int:
    """Return the number of chunks that the items of a table have."""
    last = db.conn.execute(f"SELECT coalesce(max(key), -1) FROM {table}").fetchone()[0]  # noqa: S608
    return int(last) // CHUNK + 1


def _made(db: Database, kind: int, chunk: int) -> NDArray[np.uint32]:
    """Return a chunk from the rows of the tables."""
    low, high = chunk * CHUNK, (chunk + 1) * CHUNK
    if kind in _KINDS.values():
        table = next(name for name, number in _KINDS.items() if number == kind)
        found, width = db.conn.execute(_ITEMS[table], (low, high)).fetchall(), _WIDTH
    else:
        found, width = db.conn.execute(_SPANS, (kind - 10, low, high)).fetchall(), 3
    numbers = table_of(found, width)
    if len(numbers) and not 0 <= numbers.min() <= numbers.max() < 1 << 32:
        raise Spoilt("a number is too large")
    return numbers.astype(np.uint32)


def _kinds_of(table: str) -> tuple[int, ...]:
    return (_KINDS[table], *(10 + part for part in PARTS[table]))


def drop(db: Database, table: str, keys: Iterable[int]) -> None:
    """Forget the chunks of items that change."""
    chunks = {key // CHUNK for key in keys}
    gone = [(_key(kind, chunk),) for kind in _kinds_of(table) for chunk in chunks]
    db.conn.executemany("DELETE FROM packed WHERE key = ?", gone)


def missing(db: Database) -> list[tuple[int, int]]:
    """Return the chunks that are not packed: kind and number."""
    there = {row[0] for row in db.conn.execute("SELECT key FROM packed")}
    every = [(kind, chunk) for table in PARTS for chunk in range(_last_chunk(db, table)) for kind in _kinds_of(table)]
    return [one for one in every if _key(*one) not in there]


def pack_chunks(db: Database, chunks: Sequence[tuple[int, int]]) -> None:
    """Pack some chunks."""
    made = [(_key(kind, chunk), pack(_made(db, kind, chunk).T.ravel())) for kind, chunk in chunks]
    sql = "INSERT INTO packed (key, numbers) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET numbers = excluded.numbers"
    db.conn.executemany(sql, made)


def _read(db: Database, table: str, kind: int, width: int) -> list[NDArray[np.uint32]]:
    """Return the columns of a kind: all chunks, those that are not packed from the tables."""
    sql = "SELECT key, numbers FROM packed WHERE key >= ? AND key < ?"
    packed = dict(db.conn.execute(sql, (_key(kind, 0), _key(kind + 1, 0))).fetchall())
    pieces = []
    for chunk in range(_last_chunk(db, table)):
        data = packed.get(_key(kind, chunk))
        if data is None:
            pieces.append(_made(db, kind, chunk).T)
            continue
        numbers = unpack(data)
        if len(numbers) % width:
            raise Spoilt("a chunk of columns is cut short")
        pieces.append(numbers.reshape(width, -1))
    if not pieces:
        return [np.empty(0, np.uint32)] * width
    return [np.concatenate([piece[at] for piece in pieces]) for at in range(width)]


def items(db: Database, table: str) -> Items:
    """Return the columns of all quotations or entities."""
    return Items(*_read(db, table, _KINDS[table], _WIDTH))


def spans(db: Database, part: int) -> Spans:
    """Return all spans of a part, by their items."""
    table = ENTITIES if part == ENTITY else QUOTATIONS
    owner, start, end = (column.astype(np.int64) for column in _read(db, table, 10 + part, 3))
    return Spans(start, end, owner)


def keys_with_flags(db: Database, table: str, flags: Sequence[str]) -> Numbers:
    """Return the keys of items that bear one of some flags."""
    sql = (
        f"SELECT DISTINCT x.key FROM {table} AS x, json_each(x.flags) AS f WHERE x.flags <> '[]'"  # noqa: S608
        " AND f.value IN (SELECT value FROM json_each(?))"
    )
    return np.array([row[0] for row in db.conn.execute(sql, (rows.write_json(list(flags)),))], np.int64)
