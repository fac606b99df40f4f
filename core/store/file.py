"""An open project file: who may write, transactions, and the troubles of the disk.

One process writes; a second one that opens the file looks, and ``holder`` says who writes.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlite_utils import Database

from core.errors import StaleEdit, UserError
from core.model.schema import Schema, read_schema, standard
from core.store import backups, log
from core.store.connection import connect, peek, reporting, writing
from core.store.lock import Holder, Lock
from core.store.migrations import VERSION, migrate
from core.store.opening import make_file, open_to_look, open_to_write, ready_to_commit


class ProjectFile:
    """What a project is as a file: opened, closed, locked, changed in transactions, copied, backed up."""

    def __init__(self, path: Path, author: str) -> None:
        self.path = path
        self.author = author
        self.holder: Holder | None = None
        """Who writes, where it is not us."""
        self.read_only_because: UserError | None = None
        """Why nothing can be written; None where it can."""
        self.notices: list[UserError] = []
        """What the user should know although the project opened: no backup could be made, the clock went back."""
        self.schema: Schema
        self._db: Database
        self._reader: Database
        """A connection of its own for reading, so that nobody who reads waits for a long transaction."""
        self._lock: Lock | None = None
        self._copy: Path | None = None
        self._identity: os.stat_result | None = None
        self._turn = threading.RLock()
        self._reading_turn = threading.RLock()
        self._depth = 0
        self._owner: int | None = None
        """The thread that has a transaction open."""
        self._seen = 0
        self._daily: backups.Daily | None = None

    # -- opening and closing ---------------------------------------------------------------------------------------

    @classmethod
    def create(cls, path: Path, author: str, schema: Schema | None = None) -> Self:
        """Make a new project file and open it; UserError ``file-exists``, ``disk-full``, ``file-read-only`` …"""
        make_file(Path(path), schema or standard())
        return cls.open(path, author)

    @classmethod
    def open(cls, path: Path, author: str, *, read_only: bool = False) -> Self:
        """Open a project file.

        Raises UserError ``file-missing``, ``file-not-ours``, ``file-newer``, ``file-damaged``, ``file-foreign-schema``
        or ``file-locked``, with nothing changed. Where another process writes, or the disk takes no writing, the
        project is read-only and ``read_only_because`` says why. An older file is backed up and migrated; once a day a
        backup is made in the background.
        """
        project = cls(Path(path), author)
        peek(project.path)
        if read_only:
            project._look(UserError("project-read-only", path=str(path)))
        else:
            project._open_best()
        return project

    def _open_best(self) -> None:
        try:
            taken = Lock.take(self.path)
        except OSError as error:
            self._look(UserError("file-read-only", path=str(self.path), reason=error.strerror or str(error)))
            return
        if isinstance(taken, Holder):
            self.holder = taken
            self._look(_held(self.path, taken))
            return
        with contextlib.ExitStack() as undo:
            undo.callback(taken.release)
            try:
                self._write(taken)
            except UserError as error:
                if error.code not in ("file-read-only", "file-cannot-open"):
                    raise
                self._look(error)
            else:
                undo.pop_all()

    def _write(self, lock: Lock) -> None:
        """Open for writing while holding the lock; migrate an older file."""
        with contextlib.ExitStack() as undo, reporting(self.path):
            db = open_to_write(self.path)
            undo.callback(db.close)
            version = int(db.execute("PRAGMA user_version").fetchone()[0])
            if version < VERSION:
                backups.before_migration(db, self.path, version)
                migrate(db)
            self.schema = _schema_of(db, self.path)
            ready_to_commit(db)
            reader = connect(self.path, "ro")
            undo.callback(reader.close)
            self._identity = self.path.stat()
            self._note_clock(db)
            undo.pop_all()
        self._db, self._reader, self._lock, self.holder, self.read_only_because = db, reader, lock, None, None
        self._daily = backups.Daily(self.path)

    def _look(self, why: UserError) -> None:
        self._db, self._copy = open_to_look(self.path)
        self._reader = self._db
        with reporting(self.path):
            self.schema = _schema_of(self._db, self.path)
            self._seen = self._data_version()
        self.read_only_because = why

    def _note_clock(self, db: Database) -> None:
        """Say so where the last edit is from the future: the order of the log holds, its times will not."""
        last = log.last_time(db)
        if last is not None and last > log.now():
            self.notices.append(UserError("clock-behind", path=str(self.path), last=last))

    @property
    def read_only(self) -> bool:
        """Tell whether nothing can be written."""
        return self.read_only_because is not None

    @property
    def changing_here(self) -> bool:
        """Tell whether this thread has a transaction open: what it commits now must be committed by it."""
        return self._owner == threading.get_ident()

    def take_over(self) -> None:
        """Become the writer, now that the holder is gone; raises UserError ``project-held`` while it is not."""
        with self._turn, self._reading_turn:
            if not self.read_only:
                return
            with reporting(self.path):
                taken = Lock.take(self.path)
            if isinstance(taken, Holder):
                self.holder, self.read_only_because = taken, _held(self.path, taken)
                raise self.read_only_because
            before, copy = self._db, self._copy
            with contextlib.ExitStack() as undo:
                undo.callback(taken.release)
                self._write(taken)
                undo.pop_all()
            before.close()
            self._copy = None
            _remove(copy)

    def changed_elsewhere(self) -> bool:
        """Tell whether another process wrote since the last call: what is shown should be read again."""
        with self._turn, reporting(self.path):
            before, self._seen = self._seen, self._data_version()
            return before != self._seen

    def _data_version(self) -> int:
        return int(self._db.execute("PRAGMA data_version").fetchone()[0])

    def close(self) -> None:
        """Close the file and give the lock back; a second call does nothing."""
        if self._daily is not None:
            self._daily.stop()
        with self._turn, self._reading_turn:
            self._reader.close()
            self._db.close()
            _remove(self._copy)
            self._copy = None
            if self._lock is not None:
                self._lock.release()
                self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # -- transactions ----------------------------------------------------------------------------------------------

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep every change made in the block, or none: one disk write for many articles (import, pre-annotation).

        What the block commits is on the disk when the block ends, not before.
        """
        with self._turn, self._changing():
            yield

    @contextlib.contextmanager
    def _changing(self) -> Iterator[Database]:
        """Run the block as a transaction; inside another one as a part of it that fails or holds for itself."""
        if self.read_only_because is not None:
            raise self.read_only_because
        if self._depth:
            with self._db.atomic():
                yield self._db
            return
        with reporting(self.path):
            self._check_same_file()
            self._depth, self._owner = 1, threading.get_ident()
            try:
                with writing(self._db):
                    yield self._db
            except sqlite3.IntegrityError as error:
                raise StaleEdit(f"the file was changed elsewhere: {error}") from error
            finally:
                self._depth, self._owner = 0, None
            self._check_same_file()

    def _check_same_file(self) -> None:
        """Refuse to write into a file that was removed or replaced: what is written there nobody would find again."""
        try:
            here = self.path.stat()
        except OSError as error:
            raise UserError("file-gone", path=str(self.path), reason=error.strerror or str(error)) from error
        if self._identity is None or not os.path.samestat(here, self._identity):
            raise UserError("file-gone", path=str(self.path), reason="another file stands in its place")

    @contextlib.contextmanager
    def _reading(self) -> Iterator[Database]:
        """Give the connection to read by: what is on the disk, and in a transaction of this thread what it wrote.

        While another thread reads, which may take long, it is a connection for this once.
        """
        if self._owner == threading.get_ident():
            with reporting(self.path):
                yield self._db
        elif self._reading_turn.acquire(blocking=False) or (
            not self._may_read_beside() and self._reading_turn.acquire()
        ):
            try:
                with reporting(self.path):
                    yield self._reader
            finally:
                self._reading_turn.release()
        else:
            with reporting(self.path), contextlib.closing(connect(self.path, "ro")) as beside:
                yield beside

    def _may_read_beside(self) -> bool:
        """Tell whether another connection would read the same: not from a copy, nor where another file stands."""
        return self._reader is not self._db and self._is_same_file()

    # -- copies ----------------------------------------------------------------------------------------------------

    def save_copy(self, path: Path) -> None:
        """Write a consistent copy of the project, as it is now, to a new file; UserError ``file-exists`` …

        Works while others read or write, and also when the project's own file or folder was removed.
        """
        if self._is_same_file():  # by a connection of its own: the window goes on writing meanwhile
            with reporting(self.path), contextlib.closing(connect(self.path, "ro")) as db:
                backups.write_copy(db, path)
        else:
            with self._turn:
                backups.write_copy(self._db, path)

    def _is_same_file(self) -> bool:
        if self.read_only:
            return False
        with contextlib.suppress(UserError):
            self._check_same_file()
            return True
        return False

    def back_up(self) -> Path:
        """Make a backup now and return where it is."""
        if self._is_same_file():
            return backups.back_up_now(self.path, "manual")
        with self._turn:
            return backups.back_up(self._db, self.path, "manual")

    def backups(self) -> list[backups.Backup]:
        """Return the backups of the project, the newest first."""
        return backups.backups_of(self.path)

    def take_notices(self) -> list[UserError]:
        """Return what the user should know and was not told yet: the clock went back, the day's backup failed."""
        found, self.notices = self.notices, []
        return found + (self._daily.take_trouble() if self._daily is not None else [])

    def wait_for_backup(self) -> None:
        """Wait until the day's backup is made, where one is under way; a trouble with it is in ``notices`` then."""
        if self._daily is not None:
            self._daily.wait()
            self.notices += self._daily.take_trouble()


def _schema_of(db: Database, path: Path) -> Schema:
    row = db.execute("SELECT value FROM value WHERE key = 'schema'").fetchone()
    return standard() if row is None else read_schema(row[0].encode(), str(path))


def _held(path: Path, holder: Holder) -> UserError:
    facts = {"user": holder.user, "machine": holder.machine, "pid": holder.pid}
    return UserError("project-held", path=str(path), since=_local(holder.since), **facts)


def _local(moment: datetime) -> str:
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"


def _remove(folder: Path | None) -> None:
    if folder is not None:
        shutil.rmtree(folder, ignore_errors=True)
