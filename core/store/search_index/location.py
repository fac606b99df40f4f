"""Where the search index of a project stands, and opening it: a file that is not exactly ours is not believed.

It is a folder beside the project, ``NAME.citata-search``; where nothing can be written there, a folder among the
user's caches, and where even that fails a temporary one.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
import secrets
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from core.errors import UserError
from core.store.connection import UNREADABLE_SQL, connect, translate
from core.store.database import Database
from core.store.migrations import schema_of
from core.store.paths import COMPANIONS, companion
from core.store.rows import BadRow
from core.store.search_index.packing import Spoilt
from core.store.search_index.tables import APPLICATION_ID, SCHEMA, VERSION
from core.temporary import HeldFolder

NAME = "index.sqlite"
CHECKED_BYTES = 32 << 20
"""An index up to this size is checked page by page whenever it is opened."""
WAITING_SECONDS = 10.0
"""How long a statement waits for another process's; those are short."""


class Unusable(Exception):
    """The index cannot be believed; ``reason`` says why, in words of ours."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Location(NamedTuple):
    """The folder of an index, why it is not the one beside the project, and the private folder that goes at the end."""

    folder: Path
    why: UserError | None = None
    private: HeldFolder | None = None

    @property
    def file(self) -> Path:
        return self.folder / NAME


def folder_of(project: Path) -> Path:
    """Return the folder that the index of a project has beside it."""
    return project.with_name(project.name.removesuffix(".citata") + ".citata-search")


def location_of(project: Path) -> Location:
    """Return where the index of a project can be kept; the folder is made."""
    try:
        _make(folder_of(project), project)
        return Location(folder_of(project))
    except OSError as error:
        reason = error.strerror or str(error)
    name = hashlib.sha256(os.fsencode(project.absolute())).hexdigest()[:24]
    from platformdirs import user_cache_path

    folder = user_cache_path("citata") / "search" / name
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        _make(folder, project)
        return Location(folder, _elsewhere(project, folder, reason))
    except OSError:
        held = HeldFolder.private()
        return Location(held.path, _elsewhere(project, held.path, reason), held)


def _elsewhere(project: Path, folder: Path, reason: str) -> UserError:
    return UserError("search-index-elsewhere", path=str(folder_of(project)), reason=reason, folder=str(folder))


def _make(folder: Path, project: Path) -> None:
    """Make the folder, which others may read where they may read the project; OSError where nothing can be written."""
    with contextlib.suppress(FileExistsError):
        mode = stat.S_IMODE(project.stat().st_mode) if project.exists() else 0o600
        folder.mkdir(mode=0o700 | mode & 0o066 | (mode & 0o044) >> 2)
    if not stat.S_ISDIR(folder.lstat().st_mode):
        raise NotADirectoryError(20, "Not a directory", str(folder))
    with tempfile.TemporaryFile(dir=folder):
        pass


def open_file(path: Path) -> Database:
    """Return a connection to the index at ``path``; Unusable where there is none that can be believed."""
    with unusable(path), contextlib.ExitStack() as undo:
        if not path.exists():
            raise Unusable("there is none yet")
        if not stat.S_ISREG(path.stat().st_mode):
            raise Unusable("another program made it")
        db = connect(path, "rw")
        undo.callback(db.close)
        _prepare(db)
        if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise Unusable("another program made it")
        if db.execute("PRAGMA user_version").fetchone()[0] != VERSION or schema_of(db) != _expected():
            raise Unusable("another version of Citata made it")
        if path.stat().st_size <= CHECKED_BYTES:
            found = db.execute("PRAGMA quick_check(1)").fetchone()[0]
            if found != "ok":
                raise Unusable("it is damaged")
        undo.pop_all()
        return db


def make_file(path: Path) -> Database:
    """Make an empty index where none is; by whoever holds the lock. Raises UserError ``disk-full`` …"""
    for suffix in COMPANIONS:  # left by a process that was killed while it threw the index away
        companion(path, suffix).unlink(missing_ok=True)
    with unusable(path), contextlib.ExitStack() as undo:
        db = connect(path, "rwc")
        undo.callback(db.close)
        db.execute("PRAGMA journal_mode = WAL")
        _prepare(db)
        db.execute("BEGIN IMMEDIATE")
        for statement in SCHEMA.split(";\n"):
            if statement.strip():
                db.execute(statement)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
        db.execute(f"PRAGMA user_version = {VERSION:d}")
        db.execute("COMMIT")
        undo.pop_all()
        return db


def throw_away(path: Path) -> None:
    """Take an index away; by whoever holds the lock. What others have open of it lives on for them alone.

    A folder in its place, which is none of ours, is put aside.
    """
    if path.is_dir() and not path.is_symlink():
        path.rename(path.with_name(f"{path.name}.{secrets.token_hex(4)}"))
    path.unlink(missing_ok=True)
    for suffix in COMPANIONS:
        companion(path, suffix).unlink(missing_ok=True)


def _prepare(db: Database) -> None:
    db.execute("PRAGMA synchronous = NORMAL")  # a power cut may cost the last changes, which are taken in again
    db.execute(f"PRAGMA busy_timeout = {int(WAITING_SECONDS * 1000):d}")
    db.execute("PRAGMA cache_size = -65536")
    db.execute("PRAGMA temp_store = MEMORY")


@functools.cache
def _expected() -> frozenset[tuple[str, str, str]]:
    with contextlib.closing(sqlite3.connect(":memory:")) as conn:
        conn.executescript(SCHEMA)
        return schema_of(Database(conn))


@contextlib.contextmanager
def unusable(path: Path) -> Iterator[None]:
    """Raise what a damaged index brings inside the block as Unusable, trouble of the disk as UserError."""
    try:
        yield
    except (Spoilt, BadRow) as error:
        raise Unusable("it is damaged") from error
    except UNREADABLE_SQL as error:
        known = translate(error, path) if isinstance(error, sqlite3.Error) else None
        if known is None and isinstance(error, sqlite3.Error):
            raise
        if known is None or known.code in ("file-damaged", "file-not-ours", "file-cannot-open"):
            raise Unusable("it is damaged") from error
        raise known from error
