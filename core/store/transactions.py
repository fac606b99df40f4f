"""What is written and read of an open project: transactions that are kept whole or not at all, and who reads when."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

from core.errors import StaleEdit, UserError
from core.store.connection import connect, part_of, reporting, writing
from core.store.database import Database
from core.store.shadow import Shadow
from core.store.turn import Turn
from core.store.watching import Watch

CHECKPOINT_COMMITS = 100
"""Commits after which the WAL is brought into the file."""
CHECKPOINT_BYTES = 4 << 20
"""Bytes by which the WAL may grow before."""

_UNREADABLE = frozenset({"file-damaged", "file-not-ours", "file-trouble", "article-damaged", "log-damaged"})


class Transactions:
    """The connections to a project, and that each change goes into a file that is still ours."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.read_only_because: UserError | None = None
        """Why nothing can be written; None where it can."""
        self._db: Database
        self._reader: Database
        """A connection of its own for reading, so that nobody who reads waits for a long transaction."""
        self._watch: Watch | None = None
        self._shadow: Shadow | None = None
        self._turn = Turn()
        self._reading_turn = threading.RLock()
        self._depth = 0
        self._owner: int | None = None
        """The thread that has a transaction open."""
        self._commits, self._wal_bytes = 0, 0
        """Commits since the WAL was brought into the file, and how large it was then."""

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
            with part_of(self._db):
                yield self._db
            return
        with reporting(self.path):
            self._check_place()
            if self._shadow is not None:
                self._shadow.renew()
            self._depth, self._owner = 1, threading.get_ident()
            try:
                with writing(self._db):
                    yield self._db
            except sqlite3.IntegrityError as error:
                raise StaleEdit(f"the file was changed elsewhere: {error}") from error
            finally:
                self._depth, self._owner = 0, None
            if self._watch is not None and not self._watch.has_wal:
                self._watch.note()
            self._check_place()
            self._checkpoint()

    def _check_place(self) -> None:
        """Refuse to write into a file that is not ours any more; what is written there nobody would find again."""
        trouble = self.place_trouble()
        if trouble is not None:
            raise trouble

    def place_trouble(self) -> UserError | None:
        """Return why the file is not ours any more: ``file-gone``, ``file-replaced``; None while it is."""
        return self._watch.trouble() if self._watch is not None else None

    def _checkpoint(self) -> None:
        """Bring the WAL into the file now and then, as SQLite does by itself, but into a file known to be ours."""
        if self._watch is None or not self._watch.has_wal:
            return
        self._commits += 1
        size = self._watch.wal_bytes
        if self._commits >= CHECKPOINT_COMMITS or size >= self._wal_bytes + CHECKPOINT_BYTES:
            self._bring_in("PASSIVE")
            self._wal_bytes = size

    def shrink(self) -> None:
        """Give the room of what was deleted back to the disk."""
        with self._turn, reporting(self.path):
            self._check_place()
            self._db.vacuum()
            self._check_place()
            self._bring_in("TRUNCATE")
            self._wal_bytes = 0

    def _bring_in(self, how: str) -> None:
        assert self._watch is not None
        assert self._shadow is not None
        self._shadow.forget()
        self._db.execute(f"PRAGMA wal_checkpoint({how})")
        self._watch.note()
        self._shadow.renew()
        self._commits = 0

    @property
    def is_awaited(self) -> bool:
        """Tell whether another thread waits to write: a long run of transactions ends the one it is in."""
        return self._turn.is_awaited

    @property
    def changing_here(self) -> bool:
        """Tell whether this thread has a transaction open: what it commits now must be committed by it."""
        return self._owner == threading.get_ident()

    @contextlib.contextmanager
    def _connection(self) -> Iterator[Database]:
        """Give the connection of this thread's transaction, the reader, or one beside a reader that is busy."""
        if self.changing_here:
            yield self._db
        elif self._reading_turn.acquire(blocking=False) or (
            not self._may_read_beside() and self._reading_turn.acquire()
        ):
            try:
                yield self._reader
            finally:
                self._reading_turn.release()
        else:
            with reporting(self.path), contextlib.closing(connect(self.path, "ro")) as beside:
                yield beside

    def _may_read_beside(self) -> bool:
        """Tell whether another connection would read the same: not from a copy, nor where another file stands."""
        return self._reader is not self._db and self.place_trouble() is None

    @contextlib.contextmanager
    def _reading(self) -> Iterator[Database]:
        """Give the connection to read by: what is on the disk, and in a transaction of this thread what it wrote.

        While another thread reads, which may take long, it is a connection for this once. What cannot be read because
        another program wrote over the file is told as that.
        """
        try:
            with self._connection() as found, reporting(self.path):
                yield found
        except UserError as error:
            trouble = self.place_trouble() if error.code in _UNREADABLE else None
            if trouble is not None and trouble.code == "file-replaced":
                raise trouble from error
            raise
