"""Open the database of a project safely, and turn SQLite's errors into UserError.

Files are looked at through SQLite only: closing a descriptor of one's own on a file that a connection of the same
process has open would drop that connection's locks (POSIX; https://www.sqlite.org/howtocorrupt.html, section 2.2).
"""

from __future__ import annotations

import contextlib
import errno
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec

from core.errors import UserError
from core.store.database import Database
from core.store.migrations import APPLICATION_ID, VERSION, expected_schema, schema_of
from core.store.paths import check_plain, companion
from core.store.reasons import reason_of
from core.store.rows import BadRow

OPENING_SECONDS = 2.0
"""How long opening waits for another program's transaction."""
COMMIT_SECONDS = 0.08
"""How long a commit waits for another program's transaction: the window must not stand still for longer."""

_DEFENCES = (
    ("SQLITE_DBCONFIG_DEFENSIVE", True),
    ("SQLITE_DBCONFIG_ENABLE_TRIGGER", False),
    ("SQLITE_DBCONFIG_ENABLE_VIEW", False),
)
_BY_CODE = {
    sqlite3.SQLITE_FULL: "disk-full",
    sqlite3.SQLITE_BUSY: "file-locked",
    sqlite3.SQLITE_LOCKED: "file-locked",
    sqlite3.SQLITE_READONLY: "file-read-only",
    sqlite3.SQLITE_PERM: "file-read-only",
    sqlite3.SQLITE_CANTOPEN: "file-cannot-open",
    sqlite3.SQLITE_CORRUPT: "file-damaged",
    sqlite3.SQLITE_NOTADB: "file-not-ours",
    sqlite3.SQLITE_IOERR: "file-trouble",
    sqlite3.SQLITE_SCHEMA: "file-damaged",
    sqlite3.SQLITE_MISMATCH: "file-damaged",
    sqlite3.SQLITE_FORMAT: "file-damaged",
    sqlite3.SQLITE_INTERNAL: "file-damaged",
    sqlite3.SQLITE_PROTOCOL: "file-locked",
    sqlite3.SQLITE_NOLFS: "file-trouble",
    sqlite3.SQLITE_NOTFOUND: "file-trouble",
    sqlite3.SQLITE_TOOBIG: "file-trouble",
}
_DAMAGE = ("unsupported file format", "malformed", "JSON cannot hold", "decode to UTF-8")
"""What SQLite and Python's module say of a damaged file under a code that a wrong statement has too, or under none."""


UNREADABLE_SQL = (sqlite3.Error, UnicodeDecodeError)
"""What a statement on a damaged file raises: also where SQLite quotes a piece of it that is no text."""


@contextlib.contextmanager
def reporting(path: Path) -> Iterator[None]:
    """Raise errors of SQLite and the file system inside the block as UserError (path, reason)."""
    try:
        yield
    except sqlite3.Error as error:
        known = translate(error, path)
        if known is None:
            raise
        raise known from error
    except (msgspec.MsgspecError, BadRow, UnicodeDecodeError) as error:
        raise UserError("file-damaged", path=str(path), reason=reason_of(error)) from error
    except UnicodeEncodeError as error:
        raise UserError("not-unicode", reason=str(error)) from error
    except OSError as error:
        raise _translate_os(error, path) from error


def translate(error: sqlite3.Error, path: Path) -> UserError | None:
    """Return the UserError for ``error``; None where it can only be a bug."""
    code = getattr(error, "sqlite_errorcode", None)
    found = None if code is None else _BY_CODE.get(code & 0xFF)
    if found is None and any(words in str(error) for words in _DAMAGE):
        found = "file-damaged"
    return None if found is None else UserError(found, path=str(path), reason=str(error))


def one_line(found: str) -> str:
    """Return what SQLite's check of a database found on one line, without the head that names the database."""
    return "; ".join(line.strip() for line in found.splitlines() if not line.startswith("*** in database"))


def _translate_os(error: OSError, path: Path) -> UserError:
    where = str(error.filename or path)
    codes = {
        errno.ENOSPC: "disk-full",
        errno.EDQUOT: "disk-full",
        errno.EFBIG: "disk-full",
        errno.EROFS: "file-read-only",
        errno.EACCES: "file-read-only",
        errno.EPERM: "file-read-only",
        errno.ENOENT: "file-missing",
    }
    return UserError(codes.get(error.errno or 0, "file-trouble"), path=where, reason=error.strerror or str(error))


def _defend(conn: Any) -> None:  # pragma: no cover (there is nothing to call on Python 3.11)
    for name, on in _DEFENCES:
        conn.setconfig(getattr(sqlite3, name), on)


def connect(path: Path, mode: str, *, immutable: bool = False) -> Database:
    """Return a connection with every protection on; ``mode`` is SQLite's: ``ro``, ``rw`` or ``rwc``.

    No extensions, no functions or virtual tables called from the schema, foreign keys
    enforced, every commit on the disk before it returns (``synchronous=FULL``).
    """
    uri = f"file:{quote(str(path.absolute()))}?mode={mode}" + ("&immutable=1" if immutable else "")
    conn = sqlite3.connect(uri, uri=True, timeout=OPENING_SECONDS, isolation_level=None, check_same_thread=False)
    if hasattr(conn, "setconfig"):  # Python 3.12: what the pragmas do not reach
        _defend(conn)  # pragma: no cover
    for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0", "foreign_keys=ON", "synchronous=FULL"):
        conn.execute(f"PRAGMA {pragma}")
    if mode == "ro":
        conn.execute("PRAGMA query_only=ON")
    return Database(conn)


@contextlib.contextmanager
def closed_on_trouble(db: Database) -> Iterator[None]:
    """Close ``db`` where the block raises."""
    with contextlib.ExitStack() as undo:
        undo.callback(db.close)
        yield
        undo.pop_all()


def connect_now(path: Path) -> Database:
    """Return a connection that reads only and has read: it has the WAL that stands beside the file now.

    SQLite opens the WAL by its name at the first read, and makes one, with its index, where none stands. A connection
    that read first on another thread could so leave files of ours with a project that is another's by then.
    """
    db = connect(path, "ro")
    with closed_on_trouble(db):
        db.execute("PRAGMA user_version").fetchone()
    return db


def wal_path(path: Path) -> Path:
    """Return where SQLite keeps the changes that are not yet in the file itself."""
    return companion(path, "-wal")


def has_wal(path: Path) -> bool:
    """Tell whether changes wait beside the file; only with them is it whole (a checkpoint may have been cut short)."""
    wal = wal_path(path)
    return wal.exists() and wal.stat().st_size > 0


def connect_to_read(path: Path) -> Database:
    """Return a connection that reads and touches nothing beside the file where no changes wait there."""
    return connect(path, "ro", immutable=not has_wal(path))


def peek(path: Path) -> int | None:
    """Return the schema version of the project file at ``path``, which is not changed.

    None where changes wait beside it in a folder that SQLite cannot work in: only a copy of both can tell.
    Raises UserError: file-missing, file-not-ours, file-newer, file-foreign-schema, file-damaged.
    """
    check_plain(path)
    try:
        with reporting(path), contextlib.closing(connect_to_read(path)) as db:
            return check_ours(db, path)
    except UserError as error:
        if error.code in ("file-cannot-open", "file-read-only") and has_wal(path):
            return None
        raise


def check_ours(db: Database, path: Path) -> int:
    """Return the version of ``db`` if it is a project of ours with our schema and nothing else; else UserError."""
    if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise UserError("file-not-ours", path=str(path), reason="another program made it")
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    if version > VERSION:
        raise UserError("file-newer", path=str(path), version=version, known=VERSION)
    if version < 1:
        raise UserError("file-damaged", path=str(path), reason=f"it says it has the version {version}")
    differs = expected_schema(version) ^ schema_of(db)
    if differs:
        names = ", ".join(sorted({name for _, name, _ in differs}))
        raise UserError("file-foreign-schema", path=str(path), names=names)
    return version


@contextlib.contextmanager
def part_of(db: Database) -> Iterator[None]:
    """Run the block as a part of a transaction: what it wrote is taken back where it raises, and nothing else.

    The name of a savepoint may be given again inside it; being always the same, its statements are compiled once.
    """
    db.conn.execute("SAVEPOINT part")
    kept = False
    try:
        yield
        kept = True
    finally:
        if not kept and db.conn.in_transaction:  # a full disk takes the whole transaction back by itself
            db.conn.execute("ROLLBACK TO part")
        if kept or db.conn.in_transaction:
            db.conn.execute("RELEASE part")


@contextlib.contextmanager
def writing(db: Database) -> Iterator[None]:
    """Run the block as one transaction that has the write lock from its start; all of it is kept, or nothing."""
    db.conn.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.conn.execute("COMMIT")
    finally:
        db.rollback()  # does nothing after the commit
