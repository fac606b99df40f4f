"""Backups of a project and copies of it: consistent, complete before they appear, kept by count and age.

They stand in the folder ``NAME.citata-backups`` beside the project; each is a whole project file that opens by itself.
"""

from __future__ import annotations

import contextlib
import glob
import os
import re
import sqlite3
import tempfile
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from core.errors import UserError
from core.store.connection import (
    connect,
    connect_now,
    connect_to_read,
    has_wal,
    one_line,
    peek,
    reporting,
    wal_path,
)
from core.store.database import Database
from core.store.lock import Holder, Lock
from core.store.opening import NAME
from core.store.paths import COMPANIONS, check_plain, resolved, sync_file
from core.store.placing import appear, replace_project
from core.temporary import LONG, PRIVATE, folder_beside, sweep

KEEP_COUNT = 20
"""Backups kept at most."""
KEEP_DAYS = 90
"""Days after which a backup goes, but for the newest ``KEEP_ALWAYS``."""
KEEP_ALWAYS = 3
KEEP_BYTES = 4 << 30
"""What all backups of a project may take, but for the newest ``KEEP_ALWAYS``."""
_PAGES = 2048
"""Pages copied in one step: a background backup can be stopped between two of them."""
_OLD_PARTS = tuple(kind + suffix for kind in (".part", ".restored", ".repair") for suffix in ("", *COMPANIONS))
_NAME = re.compile(r"(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d)(?:\.(\d{6}))?-([a-z0-9-]+)\.citata")


class Backup(NamedTuple):
    """One backup: the file, when it was made (UTC), why (``daily``, ``manual``, ``version-1`` …), its size in bytes."""

    path: Path
    at: datetime
    why: str
    size: int


class Stopped(Exception):
    """A copy was stopped half way, by request; nothing of it stays."""


def folder_of(project: Path) -> Path:
    """Return the folder with the backups of a project."""
    return project.with_name(project.name.removesuffix(".citata") + ".citata-backups")


def backups_of(project: Path) -> list[Backup]:
    """Return the backups of a project, the newest first; files with other names are not ours and are left out."""
    found: list[Backup] = []
    with contextlib.suppress(OSError):  # none yet, or a file of that name: then making one says so
        for path in folder_of(resolved(project)).iterdir():
            match = _NAME.fullmatch(path.name)
            if match and path.is_file():
                day, _, time = match[1].partition("T")
                at = datetime.fromisoformat(f"{day}T{time.replace('-', ':')}").replace(tzinfo=UTC)
                exact = at.replace(microsecond=int(match[2] or 0))
                found.append(Backup(path, exact, match[3], path.stat().st_size))
    return sorted(found, key=lambda backup: (backup.at, backup.path.name), reverse=True)


def write_copy(db: Database, path: Path, stop: threading.Event | None = None) -> None:
    """Write what ``db`` holds to ``path``: one file, on the disk, there whole or not at all.

    Raises UserError (``file-exists``, ``disk-full`` …), Stopped when ``stop`` is set half way.
    """
    if os.path.lexists(path):
        raise UserError("file-exists", path=str(path))
    with reporting(path), folder_beside(path) as folder:
        part = folder / NAME
        copy_into(db, part, stop)
        appear(part, path)


def copy_into(db: Database, part: Path, stop: threading.Event | None = None) -> None:
    """Write what ``db`` holds to the new file ``part``, which is on the disk then and has no WAL."""

    def step(_status: int, _left: int, _total: int) -> None:
        if stop is not None and stop.is_set():
            raise Stopped

    with contextlib.closing(sqlite3.connect(part, isolation_level=None)) as target:
        db.conn.backup(target, pages=_PAGES if stop else -1, progress=step)
        target.execute("PRAGMA journal_mode = DELETE")
    sync_file(part)


def back_up(db: Database, project: Path, why: str, stop: threading.Event | None = None) -> Path:
    """Make a backup, drop those that are too many or too old, and return where the new one is."""
    folder = folder_of(project)
    with reporting(folder):
        folder.mkdir(exist_ok=True)
        _sweep(folder)
    name = f"{datetime.now(UTC):%Y-%m-%dT%H-%M-%S.%f}-{why}.citata"
    write_copy(db, folder / name, stop)
    _prune(project)
    return folder / name


def sweep_strays(project: Path) -> None:
    """Take away what killed processes left half made, beside the project and among its backups."""
    sweep(project.parent)
    sweep(Path(tempfile.gettempdir()), PRIVATE)
    for part in project.parent.glob(f".{glob.escape(project.name)}.*"):
        if part.name.endswith(_OLD_PARTS):
            _sweep_old(part)
    _sweep(folder_of(project))


def _sweep(folder: Path) -> None:
    sweep(folder)
    with contextlib.suppress(OSError):
        for part in folder.glob(".*.part*"):
            _sweep_old(part)


def _sweep_old(part: Path) -> None:
    """Take away a file that an older version left half written: those had no locks, so only after a day."""
    with contextlib.suppress(OSError):
        if part.is_file() and part.stat().st_mtime < time.time() - LONG:
            part.unlink()


def back_up_now(project: Path, why: str) -> Path:
    """Make a backup of what is on the disk, by a connection of its own: also from within a transaction.

    UserError ``file-missing``, ``backup-failed`` and what reading raises.
    """
    project = resolved(project)
    if not project.exists():
        raise UserError("file-missing", path=str(project))
    check_plain(project)
    with reporting(project), contextlib.closing(connect(project, "ro")) as db:
        return back_up(db, project, why)


def _prune(project: Path) -> None:
    """Drop what is too many, too old or too much, but never the newest few nor those of before a migration."""
    oldest = datetime.now(UTC) - timedelta(days=KEEP_DAYS)
    plain = [backup for backup in backups_of(project) if not backup.why.startswith("version-")]
    total = 0
    for number, backup in enumerate(plain):
        total += backup.size
        spare = number >= KEEP_ALWAYS and (number >= KEEP_COUNT or backup.at < oldest or total > KEEP_BYTES)
        if spare:
            with contextlib.suppress(OSError):
                backup.path.unlink()


def before_migration(db: Database, project: Path, version: int) -> Path:
    """Back up a file of an older version; UserError ``backup-failed`` where that cannot be, and then no migration."""
    try:
        return back_up(db, project, f"version-{version:d}")
    except UserError as error:
        raise UserError("backup-failed", path=str(project), reason=str(error)) from error


def _is_due(project: Path) -> bool:
    """Tell whether today has no backup yet and anything was written since the last one."""
    found = [backup for backup in backups_of(project) if backup.why == "daily"]
    if found and found[0].at.date() == datetime.now(UTC).date():
        return False
    latest = max((backup.at for backup in backups_of(project)), default=None)
    files = (project, wal_path(project)) if has_wal(project) else (project,)
    changed = max(file.stat().st_mtime for file in files)
    return (latest is None or changed > latest.timestamp() - 1) and _has_edits(project)


def _has_edits(project: Path) -> bool:
    """Tell whether anybody has worked in a project, asked before anything is written now; True where it is not known.

    A project that is made now gets its first backup on another day, however slowly the thread of this one begins.
    """
    with contextlib.suppress(UserError), reporting(project), contextlib.closing(connect(project, "ro")) as db:
        return db.execute("SELECT id FROM log LIMIT 1").fetchone() is not None
    return True


class Daily:
    """The backup of the day, made on a thread of its own from a connection of its own, if there is none yet.

    The connection has read before the thread begins (``connect_now``).
    """

    def __init__(self, project: Path) -> None:
        self._project = project
        self._stop = threading.Event()
        self._trouble: list[UserError] = []
        self._thread: threading.Thread | None = None
        with self._noting_trouble():
            if _is_due(project):
                self._thread = threading.Thread(
                    target=self._run, args=(connect_now(project),), name="backup", daemon=True
                )
                self._thread.start()

    def _run(self, db: Database) -> None:
        with self._noting_trouble(), contextlib.closing(db), contextlib.suppress(Stopped):
            db.execute("BEGIN")  # one state of the file, however much is written meanwhile
            back_up(db, self._project, "daily", self._stop)

    @contextlib.contextmanager
    def _noting_trouble(self) -> Iterator[None]:
        try:
            with reporting(self._project):
                yield
        except UserError as error:
            self._trouble.append(UserError("backup-failed", path=str(self._project), reason=str(error)))

    def take_trouble(self) -> list[UserError]:
        """Return and forget the error since the last call, or None."""
        found, self._trouble = self._trouble, []
        return found

    def wait(self) -> None:
        """Wait until the backup is there."""
        if self._thread is not None:
            self._thread.join()

    def stop(self) -> None:
        """Give up a backup that is under way; the next opening makes it."""
        self._stop.set()
        self.wait()


def restore(project: Path, backup: Path) -> Path | None:
    """Replace a project with a backup; return the path of the kept old file (None: there was none).

    Nothing is lost: the replaced file is kept beside it. A process killed at any moment leaves the old project or the
    restored one. Raises UserError ``project-held`` while the project is open somewhere, and what ``peek`` raises where
    the backup is no sound project.
    """
    project, backup = resolved(project), resolved(backup)
    peek(backup)
    if os.path.lexists(project):
        check_plain(project)
    with reporting(project):
        taken = Lock.take(project)
    if isinstance(taken, Holder):
        raise UserError("restore-held", path=str(project), user=taken.user, machine=taken.machine)
    try:
        with reporting(project), folder_beside(project) as folder:
            part = folder / NAME
            with contextlib.closing(connect_to_read(backup)) as db:
                wrong = db.execute("PRAGMA quick_check(1)").fetchone()[0]
                if wrong != "ok":
                    raise UserError("file-damaged", path=str(backup), reason=one_line(wrong))
                copy_into(db, part)
            return replace_project(part, project)
    finally:
        taken.release()
