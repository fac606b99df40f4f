"""Which file a path names, what kind of file that is, what SQLite keeps beside it; and names brought to the disk."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path

from core.errors import UserError

COMPANIONS = ("-wal", "-journal", "-shm")
"""What SQLite keeps beside a file; the last holds nothing that is not in the others."""
GUIDELINES = ".guidelines.md"
"""What the name of a project's guidelines ends with."""
KINDS = (
    (stat.S_ISDIR, "it is a folder"),
    (stat.S_ISFIFO, "it is a pipe"),
    (stat.S_ISSOCK, "it is a socket"),
    (stat.S_ISCHR, "it is a device"),
    (stat.S_ISBLK, "it is a device"),
)
"""What may have a project's name and is none, and how that is said."""


def resolved(path: Path) -> Path:
    """Return the file that ``path`` names, links followed: one project has one name, one lock, one WAL.

    A path without links stays as a person wrote it.
    """
    real = os.path.realpath(path)
    return path if real == os.path.abspath(path) else Path(real)


def check_plain(path: Path) -> None:
    """Raise UserError ``file-missing``, or ``file-not-ours`` where ``path`` is a folder, a pipe, a device …"""
    try:
        mode = path.stat().st_mode
    except PermissionError as error:
        raise UserError("file-cannot-open", path=str(path), reason=error.strerror) from error
    except OSError as error:
        raise UserError("file-missing", path=str(path)) from error
    for is_one, reason in KINDS:
        if is_one(mode):
            raise UserError("file-not-ours", path=str(path), reason=reason)


def companion(path: Path, suffix: str) -> Path:
    """Return one of the files that SQLite keeps beside ``path``."""
    return path.with_name(path.name + suffix)


def sync_file(path: Path) -> None:
    """Have a file that no connection has open on the disk."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Have the folder's entries on the disk, where the system can (not Windows)."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def guidelines_path(project: Path) -> Path:
    """Return where the guidelines of a project stand: a Markdown file beside it."""
    return project.with_name(project.name.removesuffix(".citata") + GUIDELINES)
