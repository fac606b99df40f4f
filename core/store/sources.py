"""Read the same rows of a damaged project and of its backups."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from core.errors import UserError
from core.store import backups, check_values, rows
from core.store.connection import UNREADABLE_SQL
from core.store.database import Database
from core.store.opening import open_to_look
from core.store.pages import text_or_bytes
from core.store.recovered import Recovered, recovered
from core.store.witnesses import near


class Sources(NamedTuple):
    """What was read of the damaged file, and its backups that can be opened, the newest first."""

    path: Path
    found: Recovered
    backups: list[Database]

    @property
    def everywhere(self) -> tuple[Database, ...]:
        """The file's own tables, then those of the backups."""
        return (self.found.db, *self.backups)


@contextlib.contextmanager
def sources(path: Path) -> Iterator[Sources]:
    """Read all that can be read of ``path`` and open its backups; those that are no project of ours are left out."""
    with contextlib.ExitStack() as stack:
        found = stack.enter_context(recovered(path))
        opened: list[Database] = []
        for backup in backups.backups_of(path):
            with contextlib.suppress(UserError):
                look = open_to_look(backup.path)
                stack.callback(look.remove)
                look.db.conn.text_factory = text_or_bytes
                opened.append(look.db)
        yield Sources(path, found, opened)


def one_row(db: Database, sql: str, key: int) -> rows.Row | None:
    """Return one row, or None where there is none or it cannot be read."""
    row: rows.Row | None = None
    with contextlib.suppress(*UNREADABLE_SQL):
        row = db.conn.execute(sql, (key,)).fetchone()
    return row


def same_row(given: Sources, sql: str, key: int, made: int) -> list[rows.Row]:
    """Return what the file and each backup have of a row; those made at another time had its number before a purge.

    ``made`` is the column of that time, which never changes.
    """
    found = [row for db in given.everywhere if (row := one_row(db, sql, key)) is not None]
    own = one_row(given.found.db, sql, key)
    return [row for row in found if own is None or is_same(own, row, made)]


def is_same(own: rows.Row, other: rows.Row, made: int) -> bool:
    """Tell whether two rows of one number were made at the same time; where either has no time, they may be."""
    mine, theirs = own[made], other[made]
    if not check_values.is_time(mine) or not check_values.is_time(theirs):
        return True
    return bool(mine == theirs) or near(mine, theirs)


def numbers(dbs: Iterable[Database], *columns: tuple[str, str]) -> set[int]:
    """Return the row numbers that (table, column) pairs hold, as far as they can be read."""
    found: set[int] = set()
    for db in dbs:
        for table, column in columns:
            with contextlib.suppress(*UNREADABLE_SQL):
                for (key,) in db.conn.execute(f"SELECT DISTINCT {column} FROM {table}"):  # noqa: S608 (names of ours)
                    if isinstance(key, int):
                        found.add(key)
    return found
