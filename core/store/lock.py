"""One writer at a time: a lock file beside the project that says who holds it, and that dies with its process.

The lock is the system's (``flock``, on Windows ``msvcrt.locking``), so that a killed program holds nothing. What is
written in the file is for the other person to read: user, machine, process, since when.
"""

from __future__ import annotations

import contextlib
import errno
import getpass
import os
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path

import msgspec


class Holder(msgspec.Struct, frozen=True, kw_only=True):
    """Who has a project open for writing, and since when (UTC)."""

    user: str
    machine: str
    pid: int
    since: datetime


def lock_path(project: Path) -> Path:
    """Return where the lock of a project stands."""
    return project.with_name(f".{project.name}.lock")


def _myself() -> Holder:
    try:
        user = getpass.getuser()
    except (KeyError, OSError):  # a container without a name for its user
        user = str(os.getuid()) if hasattr(os, "getuid") else "?"
    return Holder(user=user, machine=platform.node(), pid=os.getpid(), since=datetime.now(UTC))


_NO_LOCKS = {errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}
"""What a file system says that has no locks."""


_NO_LINK = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
"""A link of the lock's name leads to a file of somebody's, which would be written over."""


def _claim(descriptor: int) -> bool:
    """Take the lock of an open file; False where another has it.

    Where the file system has no locks, what the file says must do: it is held while its process lives, as far as
    this machine can tell.
    """
    try:
        return _claim_of_system(descriptor)
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise
    holder = _read(descriptor)
    return holder.pid == 0 or (holder.machine == platform.node() and not _is_alive(holder.pid))


def _is_alive(pid: int) -> bool:
    if sys.platform == "win32":  # pragma: no cover (there, os.kill would end it)
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _claim_of_system(descriptor: int) -> bool:
    if sys.platform == "win32":  # pragma: no cover
        import msvcrt

        os.lseek(descriptor, 1 << 20, os.SEEK_SET)  # beyond what is written, so that others can read it
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


class Lock:
    """The right to write to one project, held until ``release`` or the end of the process."""

    def __init__(self, descriptor: int, path: Path) -> None:
        self._descriptor = descriptor
        self._path = path

    @classmethod
    def take(cls, project: Path) -> Lock | Holder:
        """Take the lock of ``project``, or return who has it; raises OSError where the folder cannot be written."""
        path = lock_path(project)
        while True:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | _NO_LINK, 0o644)
            if not _claim(descriptor):
                holder = _read(descriptor)
                os.close(descriptor)
                return holder
            with contextlib.suppress(FileNotFoundError):
                if os.path.samestat(os.fstat(descriptor), path.stat()):
                    os.ftruncate(descriptor, 0)
                    os.lseek(descriptor, 0, os.SEEK_SET)
                    os.write(descriptor, msgspec.json.encode(_myself()))
                    return cls(descriptor, path)
            os.close(descriptor)  # released and removed by its holder between our two steps: once more

    def release(self) -> None:
        """Give the lock back and take its file away."""
        with contextlib.suppress(OSError):
            if os.path.samestat(os.fstat(self._descriptor), self._path.stat()):
                self._path.unlink()
        os.close(self._descriptor)


def _read(descriptor: int) -> Holder:
    """Return what the holder wrote; question marks in the moment before it has."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    data = os.read(descriptor, 4096)
    try:
        return msgspec.json.decode(data, type=Holder)
    except msgspec.DecodeError:
        return Holder(user="?", machine="?", pid=0, since=datetime.now(UTC))
