"""What an open project's file held, kept in memory: another program may write over it while it is open.

The WAL alone has only the pages that changed lately; with these bytes below it, it gives every acknowledged edit back.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
import time
from collections.abc import Callable

from core.store.database import Database

LARGEST = 32 << 20
"""Bytes of a project that are kept; of a larger one what was written over comes from its log and its backups."""

PATIENCE = 20
"""How many times as long as reading the file takes, it is not read again."""


class Shadow:
    """The bytes of a project, read on a thread of its own before the first edit and after each checkpoint."""

    def __init__(self, db: Database, is_ours: Callable[[], bool]) -> None:
        """``db`` is a connection that has read and is the shadow's own.

        ``is_ours`` tells whether the file is still the one that this process wrote.
        """
        self._db, self._is_ours = db, is_ours
        self._data: bytes | None = None
        self._state = 0
        self._too_large = False
        self._thread: threading.Thread | None = None
        self._ended, self._took = 0.0, 0.0

    def forget(self) -> None:
        """Drop the bytes: the file is about to change."""
        self._state, self._data = self._state + 1, None

    def renew(self) -> None:
        """Read the file beside other work, where it is not known; a long import is not held up by reading it often."""
        known = self._data is not None or (self._thread is not None and self._thread.is_alive())
        if known or self._too_large or time.monotonic() - self._ended < PATIENCE * self._took:
            return
        self._thread = threading.Thread(target=self._read, args=(self._state,), name="shadow", daemon=True)
        self._thread.start()

    def _read(self, state: int) -> None:
        begun = time.monotonic()
        try:
            self._read_file(state)
        finally:
            self._ended = time.monotonic()
            self._took = self._ended - begun

    def _read_file(self, state: int) -> None:
        """Read the file; what stands in its place meanwhile may be anything, and is noticed by those who write."""
        with contextlib.suppress(sqlite3.Error):
            pages, size = (int(self._db.execute(f"PRAGMA {of}").fetchone()[0]) for of in ("page_count", "page_size"))
            if pages * size > LARGEST or not hasattr(sqlite3.Connection, "serialize"):
                self._too_large = True
                return
            data = self._db.conn.serialize()
            if state == self._state and self._is_ours():
                self._data = data

    def take(self) -> bytes | None:
        """Return the bytes to put below the WAL as it is now; None where they are not known."""
        self.wait()
        return self._data

    def wait(self) -> None:
        """Wait until what is being read has been read."""
        if self._thread is not None:
            self._thread.join()

    def close(self) -> None:
        """Close the connection once what is being read has been read."""
        self.wait()
        self._db.close()
