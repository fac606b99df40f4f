"""What an open project's file held, kept in memory: another program may write over it while it is open.

The WAL alone has only the pages that changed lately; with these bytes below it, it gives every acknowledged edit back.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

from core.errors import UserError
from core.store.connection import connect, reporting

LARGEST = 32 << 20
"""Bytes of a project that are kept; of a larger one what was written over comes from its log and its backups."""


class Shadow:
    """The bytes of a project, read on a thread of its own after the file was opened and after each checkpoint."""

    def __init__(self, path: Path, is_ours: Callable[[], bool]) -> None:
        """``is_ours`` tells whether the file is still the one that this process wrote."""
        self._path, self._is_ours = path, is_ours
        self._data: bytes | None = None
        self._state = 0
        self._threads: list[threading.Thread] = []

    def forget(self) -> None:
        """Drop the bytes: the file is about to change."""
        self._state, self._data = self._state + 1, None

    def renew(self) -> None:
        """Read the file again, beside other work."""
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        thread = threading.Thread(target=self._read, args=(self._state,), name="shadow", daemon=True)
        self._threads.append(thread)
        thread.start()

    def _read(self, state: int) -> None:
        with contextlib.suppress(UserError), reporting(self._path), contextlib.closing(connect(self._path, "ro")) as db:
            pages, size = (int(db.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("page_count", "page_size"))
            if pages * size > LARGEST or not hasattr(sqlite3.Connection, "serialize"):
                return
            data = db.conn.serialize()
            if state == self._state and self._is_ours():
                self._data = data

    def take(self) -> bytes | None:
        """Return the bytes to put below the WAL as it is now; None where they are not known."""
        self.wait()
        return self._data

    def wait(self) -> None:
        """Wait until what is being read has been read."""
        for thread in self._threads:
            thread.join()
