"""The ways into a project file: making a new one, opening it to write, opening it to look."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from pathlib import Path
from typing import NamedTuple

from core.errors import UserError
from core.model.schema import Schema, write_schema
from core.store.connection import (
    COMMIT_SECONDS,
    check_ours,
    closed_on_trouble,
    connect,
    has_wal,
    peek,
    reporting,
    wal_path,
)
from core.store.database import Database
from core.store.migrations import APPLICATION_ID, VERSION, migrate
from core.store.paths import check_plain, resolved, sync_file
from core.store.placing import appear
from core.temporary import HeldFolder, folder_beside

NAME = "project.citata"
"""What a project is called while it is made in a folder of its own, where no name is too long."""
WAL_BYTES = 16 << 20
"""What the WAL shrinks to after a large import."""


def make_file(path: Path, schema: Schema) -> None:
    """Write a new, empty project; the file appears whole or not at all. UserError ``file-exists``."""
    if os.path.lexists(path):
        raise UserError("file-exists", path=str(path))
    with reporting(path), folder_beside(path) as folder:
        part = folder / NAME
        write_empty(part, schema)
        sync_file(part)
        appear(part, path)


def write_empty(part: Path, schema: Schema) -> None:
    """Make the database of an empty project: one file, closed."""
    with contextlib.closing(connect(part, "rwc")) as db:
        db.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
        migrate(db)
        db.execute("INSERT INTO value (key, value) VALUES ('schema', ?)", (write_schema(schema).decode(),))
        db.execute("PRAGMA journal_mode = WAL")


def open_to_write(path: Path) -> Database:
    """Return a connection to a project that can write, with its schema checked.

    SQLite opens a write-protected file for reading without a word; that is asked for here, not found at the first edit.
    """
    check_plain(path)
    if not os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        raise UserError("file-read-only", path=str(path), reason="it is write-protected")
    with reporting(path):
        db = _checked(connect(path, "rw"), path)
        with closed_on_trouble(db):
            db.execute("PRAGMA journal_mode = WAL")
            db.execute(f"PRAGMA journal_size_limit = {WAL_BYTES:d}")
        return db


def ready_to_commit(db: Database) -> None:
    """Let no later statement wait for another program for longer than a window may stand still."""
    db.execute(f"PRAGMA busy_timeout = {int(COMMIT_SECONDS * 1000):d}")


class Look(NamedTuple):
    """A connection to look through, and the folder of the private copy it looks at, if it is one."""

    db: Database
    copy: HeldFolder | None

    def remove(self) -> None:
        """Close the connection and take the private copy away."""
        self.db.close()
        if self.copy is not None:
            self.copy.remove()


def open_to_look(path: Path) -> Look:
    """Return a connection that reads only and touches nothing.

    Where the file cannot be read in place (an older version, which must not be migrated, or changes that another
    program left in the WAL on a disk that takes no writing), a private copy is read instead.
    """
    path = resolved(path)
    version = peek(path)
    with reporting(path):
        if version == VERSION:
            with contextlib.suppress(sqlite3.OperationalError):
                return Look(_checked(connect(path, "ro"), path), None)
            if not has_wal(path):
                return Look(_checked(connect(path, "ro", immutable=True), path), None)
        return _open_copy(path)


def _checked(db: Database, path: Path) -> Database:
    with closed_on_trouble(db):
        check_ours(db, path)
    return db


def _open_copy(path: Path) -> Look:
    folder = HeldFolder.private()
    with contextlib.ExitStack() as undo:
        undo.callback(folder.remove)
        copy = folder.path / NAME
        shutil.copyfile(path, copy)
        if has_wal(path):
            shutil.copyfile(wal_path(path), wal_path(copy))
        with contextlib.closing(connect(copy, "rw")) as db:
            check_ours(db, path)
            migrate(db)
        look = Look(_checked(connect(copy, "ro"), path), folder)
        undo.pop_all()
        return look
