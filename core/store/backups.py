"""Backups of a project and copies of it: consistent, complete before they appear, kept by count and age.

They stand in the folder ``NAME.citata-backups`` beside the project; each is a whole project file that opens by itself.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import sqlite3
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from sqlite_utils import Database

from core.errors import UserError
from core.store.connection import connect, connect_to_read, has_wal, one_line, peek, reporting, wal_path
from core.store.lock import Holder, Lock
from core.store.opening import appear, sync_folder

KEEP_COUNT = 20
"""Backups kept at most."""
KEEP_DAYS = 90
"""Days after which a backup goes, but for the newest ``KEEP_ALWAYS``."""
KEEP_ALWAYS = 3
KEEP_BYTES = 4 << 30
"""What all backups of a project may take, but for the newest ``KEEP_ALWAYS``."""
_PAGES = 2048
"""Pages copied in one step: a background backup can be stopped between two of them."""
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
        for path in folder_of(project).iterdir():
            match = _NAME.fullmatch(path.name)
            if match:
                at = datetime.strptime(match[1], "%Y-%m-%dT%H-%M-%S").replace(tzinfo=UTC)
                exact = at.replace(microsecond=int(match[2] or 0))
                found.append(Backup(path, exact, match[3], path.stat().st_size))
    return sorted(found, key=lambda backup: (backup.at, backup.path.name), reverse=True)


def write_copy(db: Database, path: Path, stop: threading.Event | None = None) -> None:
    """Write what ``db`` holds to ``path``: one file, on the disk, there whole or not at all.

    Raises UserError (``file-exists``, ``disk-full`` …), Stopped when ``stop`` is set half way.
    """
    if path.exists():
        raise UserError("file-exists", path=str(path))
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")

    def step(_status: int, _left: int, _total: int) -> None:
        if stop is not None and stop.is_set():
            raise Stopped

    try:
        with reporting(path):
            with contextlib.closing(sqlite3.connect(part, isolation_level=None)) as target:
                db.conn.backup(target, pages=_PAGES if stop else -1, progress=step)
                target.execute("PRAGMA journal_mode = DELETE")
            _sync(part)
            appear(part, path)
            sync_folder(path.parent)
    finally:
        for left in (part, wal_path(part), part.with_name(part.name + "-shm"), part.with_name(part.name + "-journal")):
            with contextlib.suppress(OSError):
                left.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


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


def _sweep(folder: Path) -> None:
    """Take away what killed processes left half written; a part of today may be another process at work."""
    with contextlib.suppress(OSError):
        for part in folder.glob(".*.part*"):
            if part.stat().st_mtime < time.time() - 86400:
                part.unlink()


def back_up_now(project: Path, why: str) -> Path:
    """Make a backup of what is on the disk, by a connection of its own: also from within a transaction.

    UserError ``file-missing``, ``backup-failed`` and what reading raises.
    """
    if not project.exists():
        raise UserError("file-missing", path=str(project))
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
    return latest is None or changed > latest.timestamp() - 1


class Daily:
    """The backup of the day, made on a thread of its own from a connection of its own, if there is none yet."""

    def __init__(self, project: Path) -> None:
        self._project = project
        self._stop = threading.Event()
        self._trouble: list[UserError] = []
        self._thread: threading.Thread | None = None
        if _is_due(project):
            self._thread = threading.Thread(target=self._run, name="backup", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        try:
            with reporting(self._project), contextlib.closing(connect(self._project, "ro")) as db:
                db.execute("BEGIN")  # one state of the file, however much is written meanwhile
                if db.execute("SELECT id FROM log LIMIT 1").fetchone() is not None:
                    back_up(db, self._project, "daily", self._stop)
        except UserError as error:
            self._trouble.append(UserError("backup-failed", path=str(self._project), reason=str(error)))
        except Stopped:
            pass

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

    Nothing is lost: the replaced file is kept beside it. Raises UserError ``project-held`` while the project
    is open somewhere, and what ``peek`` raises where the backup is no sound project.
    """
    peek(backup)
    taken = Lock.take(project)
    if isinstance(taken, Holder):
        raise UserError("restore-held", path=str(project), user=taken.user, machine=taken.machine)
    part = project.with_name(f".{project.name}.{secrets.token_hex(4)}.restored")
    try:
        with reporting(project):
            with contextlib.closing(connect_to_read(backup)) as db:
                wrong = db.execute("PRAGMA quick_check(1)").fetchone()[0]
                if wrong != "ok":
                    raise UserError("file-damaged", path=str(backup), reason=one_line(wrong))
                write_copy(db, part)
            kept = _set_aside(project)
            os.replace(part, project)
            sync_folder(project.parent)
            return kept
    finally:
        part.unlink(missing_ok=True)
        taken.release()


def _set_aside(project: Path) -> Path | None:
    """Move a project's file, with what is in its WAL, out of the way."""
    if not project.exists():
        return None
    kept = project.with_name(f"{project.stem}.replaced-{datetime.now(UTC):%Y-%m-%dT%H-%M-%S-%f}{project.suffix}")
    wal = wal_path(project)
    if wal.exists():
        os.replace(wal, wal_path(kept))
    project.with_name(project.name + "-shm").unlink(missing_ok=True)
    os.replace(project, kept)
    return kept
