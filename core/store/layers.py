"""Read and write layers: rows of actors, entities and quotations, with the counts that the article list shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from core.collecting import without_collecting
from core.errors import StaleEdit, UserError
from core.model import Actor, Article, Entity, Head, Item, Quotation
from core.model.layer import Edit, Layer
from core.model.scope import EVERYTHING, SCOPE, Scope, Tally, counts, read_scope
from core.store import rows
from core.store.database import Database
from core.store.reasons import reason_of

MANY = 300
"""Items an edit may touch before reading the whole layer is cheaper than reading them one by one."""
LOOKED_AT = 256
"""Code points an item up to which one look at the whole text costs less than one at each of the parts of it."""


def _columns(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _select(table: str, names: Sequence[str]) -> str:
    return f"SELECT {_columns(names)} FROM {table} WHERE layer = ?"  # noqa: S608 (names are constants of ours)


def _insert(table: str, names: Sequence[str]) -> str:
    every = ("layer", *names)
    marks = ", ".join("?" * len(every))
    return f"INSERT INTO {table} ({_columns(every)}) VALUES ({marks})"  # noqa: S608


def _upsert(table: str, names: Sequence[str]) -> str:
    changes = ", ".join(f'"{name}" = excluded."{name}"' for name in names if name != "id")
    return f"{_insert(table, names)} ON CONFLICT (layer, id) DO UPDATE SET {changes}"


READERS = (
    (_select("actor", rows.ACTOR), rows.read_actor),
    (_select("entity", rows.ENTITY), rows.read_entity),
    (_select("quotation", rows.QUOTATION), rows.read_quotation),
)
_WRITTEN = (("actor", rows.ACTOR), ("entity", rows.ENTITY_WRITTEN), ("quotation", rows.QUOTATION_WRITTEN))
_UPSERTS = tuple(_upsert(table, names) for table, names in _WRITTEN)
_INSERTS = tuple(_insert(table, names) for table, names in _WRITTEN)
_DELETE = {
    Actor: "DELETE FROM actor WHERE layer = ? AND id = ?",
    Entity: "DELETE FROM entity WHERE layer = ? AND id = ?",
    Quotation: "DELETE FROM quotation WHERE layer = ? AND id = ?",
}


class Stored(NamedTuple):
    """A layer's row: its key and head."""

    key: int
    head: Head


def stored(db: Database, article: int, annotator: str) -> Stored | None:
    """Return the row of the annotator's layer, or None."""
    row = db.execute(
        "SELECT key, status, note, flags, extra FROM layer WHERE article = ? AND annotator = ?", [article, annotator]
    ).fetchone()
    return None if row is None else Stored(row[0], rows.read_head(row[1:]))


def not_found(path: Path, article_id: str, annotator: str) -> UserError:
    """Return what is to be said of a layer that is listed but has no row by that name: its index is damaged."""
    return UserError("file-damaged", path=str(path), reason=f"article {article_id}, {annotator}: no layer")


def read_items(db: Database, layer: int, path: Path) -> list[Item]:
    """Return the items of a layer without its head; raises UserError ``file-damaged`` where a row makes no sense."""
    found: list[Item] = []
    try:
        for sql, read in READERS:
            found += map(read, db.conn.execute(sql, (layer,)))
    except rows.BadRow as error:
        raise UserError("file-damaged", path=str(path), reason=f"an item cannot be read: {error}") from error
    return found


def readable_items(db: Database, layer: int) -> tuple[list[Item], list[tuple[str, str]]]:
    """Return the items of a layer whose rows make sense, and of every other row its id and what is wrong with it."""
    found: list[Item] = []
    broken: list[tuple[str, str]] = []
    for sql, read in READERS:
        for row in db.conn.execute(sql, (layer,)):
            try:
                found.append(read(row))
            except rows.BadRow as error:
                broken.append((str(row[0]), str(error)))
    return found, broken


def read_layer(db: Database, article: Article, annotator: str, at: Stored, path: Path) -> Layer:
    """Return a stored layer; raises UserError ``file-damaged`` where its rows do not fit each other or the text."""
    try:
        with without_collecting():
            return Layer(article, annotator, [at.head, *read_items(db, at.key, path)])
    except (StaleEdit, LookupError) as error:
        reason = reason_of(error)
        raise UserError(
            "file-damaged", path=str(path), reason=f"article {article.id}, {annotator}: {reason}"
        ) from error


def read_some(db: Database, at: Stored, ids: Iterable[str], path: Path) -> dict[str, Item]:
    """Return the items of ``ids`` that the layer has, the head too if it is asked for."""
    wanted = set(ids)
    if len(wanted) > MANY:
        every = {item.id: item for item in read_items(db, at.key, path)}
        found = {item_id: every[item_id] for item_id in wanted & every.keys()}
    else:
        found = {}
        for sql, read in READERS:
            for item_id in wanted:
                row = db.conn.execute(sql + " AND id = ?", (at.key, item_id)).fetchone()
                if row is not None:
                    found[item_id] = read(row)
    if at.head.id in wanted:
        found[at.head.id] = at.head
    return found


def check_current(db: Database, at: Stored, edit: Edit, path: Path) -> None:
    """Raise StaleEdit where the old values of an edit differ from the file."""
    stored_items = read_some(db, at, edit.item_ids, path)
    old = {item.id: item for item in edit.removed}
    for item_id in edit.item_ids:
        if stored_items.get(item_id) != old.get(item_id):
            raise StaleEdit(f"{edit.name}: {item_id} was changed elsewhere")


def start(
    db: Database, article: int, annotator: str, now: str, key: int | None = None, *, first: Layer | None = None
) -> Stored:
    """Make the row of a layer, under a row number where one is given: an empty one, or with all items of ``first``."""
    head, done = (Head(), Tally(0, 0)) if first is None else (first.head, counts(first.items.values(), scope_of(db)))
    cursor = db.conn.execute(
        "INSERT INTO layer (key, article, annotator, status, note, flags, extra, settled, total,"
        " started_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (key, article, annotator, *rows.head_row(head), done.settled, done.total, now, now),
    )
    made = Stored(int(cursor.lastrowid or 0), head)
    if first is not None:
        _write_items(db, made.key, first.items.values(), first.article.text, _INSERTS)
    return made


def copy_rows(db: Database, source: int, target: int) -> None:
    """Give the empty layer ``target`` the items of ``source``: for thousands, twice as fast as writing values."""
    for table, names in _WRITTEN:
        columns = _columns(names)
        db.conn.execute(
            f"INSERT INTO {table} (layer, {columns}) SELECT ?, {columns} FROM {table} WHERE layer = ? ORDER BY id",  # noqa: S608
            (target, source),
        )
    db.conn.execute(
        "UPDATE layer SET (settled, total) = (SELECT settled, total FROM layer WHERE key = ?) WHERE key = ?",
        (source, target),
    )


def write_edit(db: Database, layer: int, head: Head, edit: Edit, text: str, now: str) -> None:
    """Write the rows that ``edit`` changes, and head and counts of the layer; ``head`` is the one after the edit."""
    kinds = {item.id: type(item) for item in edit.added}
    for item in edit.removed:
        if not isinstance(item, Head) and kinds.get(item.id) is not type(item):
            db.conn.execute(_DELETE[type(item)], (layer, item.id))
    _write_items(db, layer, edit.added, text, _UPSERTS)
    scope = scope_of(db)
    settled, total = counts(edit.added, scope)
    settled_before, total_before = counts(edit.removed, scope)
    db.conn.execute(
        "UPDATE layer SET status = ?, note = ?, flags = ?, extra = ?, settled = settled + ?, total = total + ?,"
        " changed_at = ? WHERE key = ?",
        (*rows.head_row(head), settled - settled_before, total - total_before, now, layer),
    )


def _write_items(db: Database, layer: int, items: Iterable[Item], text: str, statements: Sequence[str]) -> None:
    """Write the rows of items by the statements for actors, entities and quotations; a head has none."""
    items = list(items)
    whole = len(text) < LOOKED_AT * len(items)  # looking at the whole text has its price
    write = rows.writer_of(text) if whole else rows.write_text
    actors = [rows.actor_row(layer, item) for item in items if type(item) is Actor]
    entities = [rows.entity_row(layer, item, text, write) for item in items if type(item) is Entity]
    quotations = [rows.quotation_row(layer, item, text, write) for item in items if type(item) is Quotation]
    for sql, made in zip(statements, (actors, entities, quotations), strict=True):
        if made:
            made.sort(key=itemgetter(1))  # by id, in the order of the key: pages fill instead of splitting
            db.conn.executemany(sql, made)


def scope_of(db: Database) -> Scope:
    """Return what the project's annotators annotate."""
    row = db.conn.execute("SELECT value FROM value WHERE key = ?", (SCOPE,)).fetchone()
    return EVERYTHING if row is None else read_scope(rows.read_value(row[0]))


_COUNT = (
    "SELECT count(*), coalesce(sum(state = 'rejected' OR (state <> 'auto' AND guessed = '[]')), 0) FROM {table}"
    " WHERE layer = ?"
)


def recount(db: Database) -> None:
    """Count all layers anew: what the article list shows is about what the project's scope covers."""
    scope = scope_of(db)
    only = f" AND label IN ({', '.join('?' * len(scope.labels))})" if scope.labels else ""
    asked = [
        *([(_COUNT.format(table="quotation"), ())] if scope.quotations else []),
        *([(_COUNT.format(table="entity") + only, scope.labels)] if scope.entities else []),
    ]
    for (key,) in db.conn.execute("SELECT key FROM layer").fetchall():
        found = [db.conn.execute(sql, (key, *labels)).fetchone() for sql, labels in asked]
        total, settled = (sum(row[at] for row in found) for at in (0, 1))
        db.conn.execute("UPDATE layer SET settled = ?, total = ? WHERE key = ?", (settled, total, key))
