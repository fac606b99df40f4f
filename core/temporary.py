"""Folders that a run needs for a while: each is locked by its process, so that what a killed one left can be swept.

And the one renaming that gives what was made there its name.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import stat
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Self

BESIDE = (".citata-", ".part")
"""How a folder beside a file begins and ends: it is hidden, and its name is as short as any file system wants it."""
PRIVATE = ("citata-", ".private")
"""The same of a folder among the system's temporary files."""
LONG = 86400
"""Seconds after which a folder goes that cannot be asked whether its process lives (no locks there)."""


class HeldFolder:
    """A folder of this process alone, until ``remove``; it goes at the next ``sweep`` where the process was killed."""

    def __init__(self, parent: Path, name: tuple[str, str]) -> None:
        """Make it in ``parent``; what killed runs left there goes first. Raises OSError."""
        sweep(parent, name)
        self._descriptor: int | None = None
        while True:
            self.path = Path(tempfile.mkdtemp(dir=parent, prefix=name[0], suffix=name[1]))
            with contextlib.suppress(FileNotFoundError):  # swept before it was locked: once more
                self._descriptor = _lock(self.path, wait=True)
                if self._descriptor is None or _is_there(self.path, self._descriptor):
                    return
            self._release()

    @classmethod
    def private(cls) -> Self:
        """Make one among the system's temporary files."""
        return cls(Path(tempfile.gettempdir()), PRIVATE)

    def remove(self) -> None:
        """Take the folder away with all that is in it."""
        shutil.rmtree(self.path, ignore_errors=True)
        self._release()

    def _release(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


@contextlib.contextmanager
def folder_beside(path: Path) -> Iterator[Path]:
    """Give a hidden folder beside ``path``, on its disk: what is made in it gets its name by one renaming."""
    held = HeldFolder(path.parent, BESIDE)
    try:
        yield held.path
    finally:
        held.remove()


@contextlib.contextmanager
def private_folder() -> Iterator[Path]:
    """Give a folder among the system's temporary files, which goes at the end."""
    held = HeldFolder.private()
    try:
        yield held.path
    finally:
        held.remove()


NO_REPLACE, EXCHANGE = 1, 2
"""How ``rename_by_system`` treats a file that has the new name: it is refused, or the two change names."""


def rename_by_system(old: Path, new: Path, how: int) -> bool:
    """Rename in one step by Linux's own call for it; False where the system or the file system has none.

    Raises OSError, FileExistsError among them.
    """
    if not sys.platform.startswith("linux"):
        return False
    import ctypes

    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except AttributeError:  # pragma: no cover (a C library of before 2018)
        return False
    here = -100
    if call(here, os.fsencode(old), here, os.fsencode(new), how) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
        return False
    raise OSError(code, os.strerror(code), str(new))


def sweep(parent: Path, name: tuple[str, str] = BESIDE) -> None:
    """Take away the folders that killed runs left in ``parent``; those of living ones stay."""
    with contextlib.suppress(OSError):
        for entry in os.scandir(parent):
            if entry.name.startswith(name[0]) and entry.name.endswith(name[1]):
                with contextlib.suppress(OSError):
                    _sweep_one(Path(entry.path))


def _sweep_one(folder: Path) -> None:
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode):
        return
    try:
        descriptor = _lock(folder)
    except BlockingIOError:
        return
    if descriptor is not None or time.time() - found.st_mtime > LONG:
        shutil.rmtree(folder, ignore_errors=True)
    if descriptor is not None:
        os.close(descriptor)


def _lock(folder: Path, *, wait: bool = False) -> int | None:
    """Return a descriptor that holds the lock of a folder, None where there are no locks; BlockingIOError: held."""
    if sys.platform == "win32":  # pragma: no cover (folders cannot be opened there)
        return None
    import fcntl

    descriptor = os.open(folder, os.O_RDONLY | os.O_NOFOLLOW | os.O_DIRECTORY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(descriptor)
        if isinstance(error, BlockingIOError):
            raise
        return None
    return descriptor


def _is_there(folder: Path, descriptor: int) -> bool:
    return os.path.samestat(os.fstat(descriptor), folder.stat())
