"""Notice that the file of an open project is not ours any more: moved, replaced, written over, parted from its WAL.

Such a file, with all that was put beside it, belongs to whoever put it there. What is ours there goes, by its identity.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from core.errors import UserError
from core.store.paths import companion

_OURS = ("-wal", "-shm")
OTHER, WRITTEN, PARTED = REASONS = (
    "another file stands in its place",
    "another program wrote over it",
    "what belongs to it was deleted or replaced",
)
"""Why a file is not the one that was opened any more."""


class Watch:
    """What the files of a project were when this process last wrote them."""

    def __init__(self, path: Path) -> None:
        """Remember what stands there now, where this process has just opened it; raises OSError."""
        self._path = str(path)
        self._main = os.stat(self._path)
        beside = [companion(path, suffix) for suffix in _OURS]
        self._beside = {str(one): one.stat() for one in beside if one.exists()}
        self.wal_bytes = 0
        """How large the WAL was when it was last looked at."""

    @property
    def has_wal(self) -> bool:
        """Whether what is committed goes into a WAL first; a file system without shared memory has none."""
        return bool(self._beside)

    def note(self) -> None:
        """Take the file as it is now: this process has just written to it."""
        with contextlib.suppress(OSError):
            found = os.stat(self._path)
            if os.path.samestat(found, self._main):
                self._main = found

    def trouble(self) -> UserError | None:
        """Return why nothing may be written: ``file-gone`` (it may come back) or ``file-replaced``; None: all is well.

        Nobody but this process writes to the file itself while it is open; others that keep to the rules, SQLite
        among them, write to its WAL.
        """
        try:
            found = os.stat(self._path)
        except OSError as error:
            return UserError("file-gone", path=self._path, reason=error.strerror or str(error))
        if not os.path.samestat(found, self._main):
            return self._replaced(OTHER)
        if _written(found) != _written(self._main):
            return self._replaced(WRITTEN)
        for name in self._beside:
            if not self._is_ours(name):
                return self._replaced(PARTED)
        return None

    def _replaced(self, reason: str) -> UserError:
        return UserError("file-replaced", path=self._path, reason=reason)

    def is_written_over(self) -> bool:
        """Tell whether the file is the one that was opened, but with bytes in it that are not ours."""
        with contextlib.suppress(OSError):
            found = os.stat(self._path)
            return os.path.samestat(found, self._main) and _written(found) != _written(self._main)
        return False

    def _is_ours(self, name: str) -> bool:
        try:
            found = os.stat(name)
        except OSError:
            return False
        if name.endswith("-wal"):
            self.wal_bytes = found.st_size
        return os.path.samestat(found, self._beside[name])

    def remove_ours(self) -> None:
        """Take away what is ours beside the file; what another program put there stays."""
        for name in self._beside:
            if self._is_ours(name):
                with contextlib.suppress(OSError):
                    os.unlink(name)


def _written(found: os.stat_result) -> tuple[int, int]:
    return found.st_size, found.st_mtime_ns
