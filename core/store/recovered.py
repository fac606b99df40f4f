"""Everything that can still be read of a damaged project, gathered into tables that can be read to their end.

First what SQLite finds, then what stands on whole pages that it does not reach, then the names that only indexes still
have. The tables have the columns of a project and none of its rules: what is in them has to be judged.
"""

from __future__ import annotations

import contextlib
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, TypeAlias

from core.errors import UserError
from core.store import pages
from core.store.connection import UNREADABLE_SQL, reporting, wal_path
from core.store.database import Database
from core.store.opening import open_to_look
from core.store.pages import Pages, Shape, text_or_bytes

SALVAGEABLE = frozenset({"file-damaged", "file-not-ours", "file-foreign-schema"})
"""Codes of files that do not open, but whose pages may hold rows of ours."""
_HARMLESS = re.compile(r"row \d+ missing from index|wrong # of entries in index|non-unique entry in index|CHECK|NULL")
"""What SQLite's check says of rows and indexes; all its other findings are about pages."""
_HINTS = {
    "entity_actor": "SELECT layer, id FROM entity INDEXED BY entity_actor WHERE actor IS NOT NULL",
    "entity_flags": "SELECT layer, id FROM entity INDEXED BY entity_flags WHERE flags <> '[]'",
    "quotation_speaker": "SELECT layer, id FROM quotation INDEXED BY quotation_speaker WHERE speaker IS NOT NULL",
    "quotation_parent": "SELECT layer, id FROM quotation INDEXED BY quotation_parent WHERE parent IS NOT NULL",
    "quotation_flags": "SELECT layer, id FROM quotation INDEXED BY quotation_flags WHERE flags <> '[]'",
}
"""The ids of annotations that indexes name, which a lost row cannot."""


_NAMED_BY = (
    ("article", "key, id", "sqlite_autoindex_article_1"),
    ("layer", "key, article, annotator", "sqlite_autoindex_layer_1"),
    ("layer", "key, annotator", "layer_annotator"),
)
"""What indexes have of rows that are lost themselves."""
_ENTRIES = {
    ("article", "id"): "SELECT key, id FROM article INDEXED BY sqlite_autoindex_article_1",
    ("layer", "article"): "SELECT key, article FROM layer INDEXED BY sqlite_autoindex_layer_1",
    ("layer", "annotator"): "SELECT key, annotator FROM layer INDEXED BY sqlite_autoindex_layer_1",
    ("layer", "annotator "): "SELECT key, annotator FROM layer INDEXED BY layer_annotator",
    ("comment", "annotator"): "SELECT id, annotator FROM comment INDEXED BY comment_annotator",
    ("comment", "uid"): "SELECT id, uid FROM comment INDEXED BY sqlite_autoindex_comment_1",
    ("conflict", "uid"): "SELECT id, uid FROM conflict INDEXED BY sqlite_autoindex_conflict_1",
    ("log", "uid"): "SELECT id, uid FROM log INDEXED BY sqlite_autoindex_log_1",
    ("article_log", "uid"): "SELECT id, uid FROM article_log INDEXED BY sqlite_autoindex_article_log_1",
    ("source_log", "uid"): "SELECT id, uid FROM source_log INDEXED BY sqlite_autoindex_source_log_1",
    ("learned", "uid"): "SELECT id, uid FROM learned INDEXED BY sqlite_autoindex_learned_1",
    ("source_log", "source"): "SELECT id, source FROM source_log INDEXED BY source_log_source",
    ("assignment", "annotator"): "SELECT article, annotator FROM assignment INDEXED BY assignment_annotator",
}
"""What indexes have of rows that are there: a second witness of each name, in bytes of its own."""

IndexEntries: TypeAlias = dict[tuple[str, str], dict[int, list[str | int]]]
"""By table and column: the values that indexes have, by the number of the row."""


class Recovered(NamedTuple):
    """``db`` holds the tables; ``torn`` are those that could not be read to their end.

    ``hints`` are ids of annotations by layer that indexes name where rows may be lost; ``last_edit`` is the number of
    the last edit that the log ever had, 0 where that is not known. ``indexed`` are the ids that each index has by
    layer, ``entries`` what indexes have of other rows.
    """

    db: Database
    torn: frozenset[str]
    hints: dict[int, set[str]]
    last_edit: int
    indexed: dict[str, dict[int, set[str]]]
    entries: IndexEntries

    def told(self, table: str, column: str, key: int) -> list[str | int]:
        """Return what indexes have of a column of a row."""
        return self.entries.get((table, column), {}).get(key, [])


def edits_told(path: Path, since: str) -> int | None:
    """Return how many edits after a moment whole pages of a file still tell of; None where they tell of none at all.

    For a file that has no article any more; ``since`` as the log writes times.
    """
    log = (row for row in pages.rows(_raw(path)) if row.shape.table == "log")
    times = [row.values[row.shape.columns.index("at")] for row in log]
    return sum(isinstance(time, str) and time > since for time in times) if times else None


@contextlib.contextmanager
def recovered(path: Path) -> Iterator[Recovered]:
    """Gather what can be read of the project at ``path``, which is not touched.

    Raises what opening raises where that is no damage, or where no page holds an article of ours.
    """
    with contextlib.closing(Database(sqlite3.connect("", isolation_level=None))) as db:
        for shape in pages.SHAPES:
            db.conn.execute(_table(shape))
        db.conn.execute("BEGIN")
        try:
            look = open_to_look(path)
        except UserError as error:
            if error.code not in SALVAGEABLE:
                raise
            _take_pages(db, _raw(path))
            if db.conn.execute("SELECT 1 FROM article_text LIMIT 1").fetchone() is None:
                raise
            found = Recovered(db, frozenset(shape.table for shape in pages.SHAPES), {}, 0, {}, {})
        else:
            try:
                found = _from_sqlite(db, look.db)
            finally:
                look.remove()
        db.conn.execute("COMMIT")
        yield found


def _table(shape: Shape) -> str:
    key = {"value": "key", "layer": "key", "branch": "layer, uid", "source": "id"}.get(shape.table)
    if key is None:
        key = shape.rowid or ", ".join(shape.columns[:2])
    columns = ", ".join(f'"{name}"' for name in shape.columns)
    return f"CREATE TABLE {shape.table} ({columns}, PRIMARY KEY ({key}))"


def _insert(shape: Shape) -> str:
    columns = ", ".join(f'"{name}"' for name in shape.columns)
    marks = ", ".join("?" * len(shape.columns))
    return f"INSERT OR IGNORE INTO {shape.table} ({columns}) VALUES ({marks})"  # noqa: S608 (names of ours)


def _from_sqlite(db: Database, given: Database) -> Recovered:
    given.conn.text_factory = text_or_bytes
    torn = {shape.table for shape in pages.SHAPES if not _take_table(db, given, shape)}
    damaged = bool(torn) or _pages_are_damaged(given)
    if damaged:
        with contextlib.suppress(*UNREADABLE_SQL):
            _take_pages(db, Pages(given.conn.serialize()))
    hints: dict[int, set[str]] = {}
    indexed = {index: _by_layer(_readable(given, sql)) for index, sql in _HINTS.items()}
    if damaged:
        _take_names(db, given)
        for found in indexed.values():
            for layer, ids in found.items():
                hints.setdefault(layer, set()).update(ids)
    last = next(_readable(given, "SELECT seq FROM sqlite_sequence WHERE name = 'log'"), (0,))[0]
    last_edit = last if isinstance(last, int) else 0
    return Recovered(db, frozenset(torn), hints, last_edit, indexed, _index_entries(given))


def _by_layer(found: Iterator[tuple[object, ...]]) -> dict[int, set[str]]:
    named: dict[int, set[str]] = {}
    for layer, item in found:
        if isinstance(layer, int) and isinstance(item, str):
            named.setdefault(layer, set()).add(item)
    return named


def _index_entries(given: Database) -> IndexEntries:
    entries: IndexEntries = {}
    for (table, column), sql in _ENTRIES.items():
        held = entries.setdefault((table, column.strip()), {})
        for key, value in _readable(given, sql):
            if isinstance(key, int) and isinstance(value, str | int):
                held.setdefault(key, []).append(value)
    return entries


def _take_table(db: Database, given: Database, shape: Shape) -> bool:
    """Copy a table from its beginning, and where that stops also from its end; tell whether it was read through."""
    columns = ", ".join(f'"{name}"' for name in shape.columns)
    keys = [shape.rowid] if shape.rowid else list(shape.columns[:1] if shape.table == "value" else shape.columns[:2])
    for direction in ("", " DESC"):
        order = ", ".join(key + direction for key in keys)
        try:
            rows = given.conn.execute(f"SELECT {columns} FROM {shape.table} ORDER BY {order}")  # noqa: S608
            for row in rows:
                db.conn.execute(_insert(shape), row)
            return direction == ""
        except UNREADABLE_SQL:
            continue
    return False


def _pages_are_damaged(given: Database) -> bool:
    try:
        found = [str(line) for (line,) in given.conn.execute("PRAGMA integrity_check(1000)")]
    except UNREADABLE_SQL:
        return True
    return any(line != "ok" and not _HARMLESS.match(line) for line in found)


def _take_names(db: Database, given: Database) -> None:
    """Take the ids of articles and whose layers are from their indexes: a lost row has lost everything else."""
    for table, columns, index in _NAMED_BY:
        rows = _readable(given, f"SELECT {columns} FROM {table} INDEXED BY {index}")  # noqa: S608
        marks = ", ".join("?" * len(columns.split(",")))
        db.conn.executemany(f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({marks})", list(rows))  # noqa: S608


def _readable(given: Database, sql: str) -> Iterator[tuple[object, ...]]:
    """Yield the rows of a query as far as they can be read."""
    with contextlib.suppress(*UNREADABLE_SQL):
        yield from given.conn.execute(sql)


def _take_pages(db: Database, given: Pages) -> None:
    """Add the rows of whole pages that the tables lack."""
    statements = {shape.table: _insert(shape) for shape in pages.SHAPES}
    for row in pages.rows(given):
        db.conn.execute(statements[row.shape.table], row.values)


def _raw(path: Path) -> Pages:
    """Return the pages of a file that SQLite does not open, so that no connection of ours has it open either."""
    with reporting(path):
        data = path.read_bytes()
        wal = wal_path(path)
        return Pages(data, pages.wal_pages(wal.read_bytes()) if wal.exists() else None)
