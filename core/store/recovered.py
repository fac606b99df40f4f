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
from typing import NamedTuple

from sqlite_utils import Database

from core.errors import UserError
from core.store import pages
from core.store.connection import UNREADABLE_SQL, reporting, wal_path
from core.store.opening import open_to_look
from core.store.pages import Pages, Shape, text_or_bytes

SALVAGEABLE = frozenset({"file-damaged", "file-not-ours", "file-foreign-schema"})
"""Codes of files that do not open, but whose pages may hold rows of ours."""
_HARMLESS = re.compile(r"row \d+ missing from index|wrong # of entries in index|non-unique entry in index|CHECK|NULL")
"""What SQLite's check says of rows and indexes; all its other findings are about pages."""
_HINTS = (
    "SELECT layer, id FROM entity INDEXED BY entity_actor WHERE actor IS NOT NULL",
    "SELECT layer, id FROM entity INDEXED BY entity_flags WHERE flags <> '[]'",
    "SELECT layer, id FROM quotation INDEXED BY quotation_speaker WHERE speaker IS NOT NULL",
    "SELECT layer, id FROM quotation INDEXED BY quotation_parent WHERE parent IS NOT NULL",
    "SELECT layer, id FROM quotation INDEXED BY quotation_flags WHERE flags <> '[]'",
)
"""The ids of annotations that indexes name, which a lost row cannot."""


_NAMED_BY = (
    ("article", "key, id", "sqlite_autoindex_article_1"),
    ("layer", "key, article, annotator", "sqlite_autoindex_layer_1"),
    ("layer", "key, annotator", "layer_annotator"),
)
"""What indexes have of rows that are lost themselves."""


class Recovered(NamedTuple):
    """``db`` holds the tables; ``torn`` are those that could not be read to their end.

    ``hints`` are ids of annotations by layer that indexes name; ``last_edit`` is the number of the last edit that the
    log ever had, 0 where that is not known.
    """

    db: Database
    torn: frozenset[str]
    hints: dict[int, set[str]]
    last_edit: int


@contextlib.contextmanager
def recovered(path: Path) -> Iterator[Recovered]:
    """Gather what can be read of the project at ``path``, which is not touched.

    Raises what opening raises where that is no damage, or where no page holds an article of ours.
    """
    with contextlib.closing(Database(sqlite3.connect("", isolation_level=None), execute_plugins=False)) as db:
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
            found = Recovered(db, frozenset(shape.table for shape in pages.SHAPES), {}, 0)
        else:
            try:
                found = _from_sqlite(db, look.db)
            finally:
                look.remove()
        db.conn.execute("COMMIT")
        yield found


def _table(shape: Shape) -> str:
    key = {"value": "key", "layer": "key", "branch": "layer, uid"}.get(shape.table)
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
    if torn or _pages_are_damaged(given):
        with contextlib.suppress(*UNREADABLE_SQL):
            _take_pages(db, Pages(given.conn.serialize()))
    hints: dict[int, set[str]] = {}
    if torn:
        _take_names(db, given)
        for sql in _HINTS:
            for layer, item in _readable(given, sql):
                if isinstance(layer, int) and isinstance(item, str):
                    hints.setdefault(layer, set()).add(item)
    last = next(_readable(given, "SELECT seq FROM sqlite_sequence WHERE name = 'log'"), (0,))[0]
    return Recovered(db, frozenset(torn), hints, last if isinstance(last, int) else 0)


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
