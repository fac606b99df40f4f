"""An open project file: who may write, transactions, and the troubles of the disk.

One process writes; a second one that opens the file looks, and ``holder`` says who writes.
"""

from __future__ import annotations

import contextlib
import os
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from core.errors import UserError
from core.language import moment as in_words
from core.model.schema import Schema, read_schema, standard
from core.store import backups, log, rows
from core.store.connection import connect, connect_now, has_wal, peek, reporting
from core.store.database import Database
from core.store.lock import Holder, Lock
from core.store.migrations import VERSION, migrate
from core.store.opening import make_file, open_to_look, open_to_write, ready_to_commit
from core.store.paths import companion, resolved
from core.store.placing import drop_second_names
from core.store.shadow import Shadow
from core.store.transactions import Transactions
from core.store.watching import Watch
from core.temporary import HeldFolder


class ProjectFile(Transactions):
    """What a project is as a file: opened, closed, locked, changed in transactions, copied, backed up."""

    def __init__(self, path: Path, author: str) -> None:
        super().__init__(path)
        self.author = author
        self.holder: Holder | None = None
        """Who writes, where it is not us."""
        self.notices: list[UserError] = []
        """What the user should know although the project opened: no backup could be made, the clock went back."""
        self.schema: Schema
        self._lock: Lock | None = None
        self._copy: HeldFolder | None = None
        self._seen_file: os.stat_result | None = None
        self._changes = 0
        """How many rows had been changed when the file was opened, or saved under another name."""
        self.rescued: Path | None = None
        """Where the project was saved because its file was another's."""
        self._seen = 0
        self._daily: backups.Daily | None = None

    # -- opening and closing ---------------------------------------------------------------------------------------

    @classmethod
    def create(cls, path: Path, author: str, schema: Schema | None = None) -> Self:
        """Make a new project file and open it; UserError ``file-exists``, ``disk-full``, ``file-read-only`` …"""
        make_file(resolved(Path(path)), schema or standard())
        return cls.open(path, author)

    @classmethod
    def open(cls, path: Path, author: str, *, read_only: bool = False) -> Self:
        """Open a project file.

        Raises UserError ``file-missing``, ``file-not-ours``, ``file-newer``, ``file-damaged``, ``file-foreign-schema``
        or ``file-locked``, with nothing changed. Where another process writes, the disk takes no writing, or the file
        has a second name (a hard link), the project is read-only and ``read_only_because`` says why. An older file is
        backed up and migrated; once a day a backup is made in the background.
        """
        project = cls(resolved(Path(path)), author)
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
                if error.code not in ("file-read-only", "file-cannot-open", "file-linked"):
                    raise
                self._look(error)
            else:
                undo.pop_all()

    def _write(self, lock: Lock) -> None:
        """Open for writing while holding the lock; migrate an older file."""
        with contextlib.ExitStack() as undo, reporting(self.path):
            backups.sweep_strays(self.path)
            if not drop_second_names(self.path):
                raise UserError("file-linked", path=str(self.path))
            db = open_to_write(self.path)
            undo.callback(db.close)
            version = int(db.execute("PRAGMA user_version").fetchone()[0])
            if version < VERSION:
                backups.before_migration(db, self.path, version)
                migrate(db)
            self.schema = _schema_of(db, self.path)
            ready_to_commit(db)
            reader = connect_now(self.path)
            undo.callback(reader.close)
            shadow = Shadow(connect_now(self.path), lambda: self.place_trouble() is None)
            undo.callback(shadow.close)
            companion(self.path, "-journal").unlink(missing_ok=True)  # spent, left by a killed migration
            if has_wal(self.path):  # left by a killed run: from now on the file alone holds what was before
                db.execute("PRAGMA wal_checkpoint(PASSIVE)")
            db.execute("PRAGMA wal_autocheckpoint = 0")  # we look first whether the file is still ours
            self._watch = Watch(self.path)
            self._changes = db.conn.total_changes
            self._note_clock(db)
            undo.pop_all()
        self._db, self._reader, self._lock, self.holder, self.read_only_because = db, reader, lock, None, None
        self._shadow, self._daily = shadow, backups.Daily(self.path)

    def _look(self, why: UserError) -> None:
        with reporting(self.path):
            self._seen_file = self.path.stat()
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
        """Tell whether another process wrote since the last call: what is shown should be read again.

        A file that was replaced (a backup restored) is opened anew.
        """
        with self._turn, self._reading_turn, reporting(self.path):
            why, opened = self.read_only_because, self._seen_file
            if why is not None and opened is not None and not os.path.samestat(self.path.stat(), opened):
                old, copy = self._db, self._copy
                self._look(why)
                old.close()
                _remove(copy)
                return True
            before, self._seen = self._seen, self._data_version()
            return before != self._seen

    def _data_version(self) -> int:
        return int(self._db.execute("PRAGMA data_version").fetchone()[0])

    def close(self) -> None:
        """Close the file and give the lock back; a second call does nothing."""
        if self._daily is not None:
            self._daily.stop()
        if self._shadow is not None:
            self._shadow.wait()
        with self._turn, self._reading_turn:
            watch, self._watch = self._watch, None
            if watch is not None and watch.trouble() is not None:
                self._watch = watch
                self._close_as_guest(watch)
                self._watch = None
            else:
                self._close_readers()
                self._db.close()
            _remove(self._copy)
            self._copy = None
            if self._lock is not None:
                self._lock.release()
                self._lock = None

    def _close_as_guest(self, watch: Watch) -> None:
        """Close where the file is not ours any more: save what is ours elsewhere, leave the file as it is."""
        try:
            if self._db.conn.total_changes != self._changes:
                self.rescue()
        finally:
            self._db.close()  # the last connection brings the WAL into the file, but one that cannot write does not
            self._close_readers()
            watch.remove_ours()

    def _close_readers(self) -> None:
        if self._shadow is not None:
            self._shadow.close()
            self._shadow = None
        self._reader.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
        if self.rescued is not None:
            raise UserError("project-rescued", path=str(self.path), saved=str(self.rescued))

    # -- copies ----------------------------------------------------------------------------------------------------

    def save_copy(self, path: Path) -> None:
        """Write a consistent copy of the project, as it is now, to a new file; UserError ``file-exists`` …

        Works while others read or write, and also when the project's own file or folder was removed.
        """
        path = resolved(Path(path))
        if self._is_same_file():  # by a connection of its own: the window goes on writing meanwhile
            with reporting(self.path), contextlib.closing(connect(self.path, "ro")) as db:
                backups.write_copy(db, path)
            return
        with self._turn, reporting(path):
            if self._watch is not None and self._watch.is_written_over():
                from core.store.rescue import write_overwritten

                write_overwritten(self._db, self.path, path, self._shadow.take() if self._shadow is not None else None)
            else:
                backups.write_copy(self._db, path)
            self._changes = self._db.conn.total_changes

    def rescue(self) -> Path:
        """Save the project beside its file, which is not ours any more, and leave nothing of ours with that one.

        Return where it is saved; it holds every acknowledged edit.
        """
        from core.store.rescue import rescue_name

        out = rescue_name(self.path)
        self.save_copy(out)
        if self._watch is not None:
            self._watch.remove_ours()
        self.rescued = out
        return out

    def _is_same_file(self) -> bool:
        return not self.read_only and self.place_trouble() is None

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
    if row is None:
        return standard()
    try:
        return read_schema(rows.read_text(row[0]).encode(), str(path))
    except UserError as error:  # it was written whole: the file is damaged, not the labels wrong
        raise UserError("file-damaged", path=str(path), reason=f"its labels: {error.facts['reason']}") from error


def _held(path: Path, holder: Holder) -> UserError:
    facts = {"user": holder.user, "machine": holder.machine, "pid": holder.pid}
    return UserError("project-held", path=str(path), since=_local(holder.since), **facts)


def _local(moment: datetime) -> str:
    return in_words(moment)


def _remove(folder: HeldFolder | None) -> None:
    if folder is not None:
        folder.remove()
