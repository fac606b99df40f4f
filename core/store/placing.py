"""Give a finished project file its name, or the name of another one, so that a kill at any moment leaves a whole file.

A WAL or journal belongs to the file that it stands beside: SQLite would write the pages of an orphaned one into
whatever file has that name next. So none is ever left where its file is no more.
"""

from __future__ import annotations

import contextlib
import errno
import glob
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

from core.errors import UserError
from core.store.connection import connect, reporting
from core.store.paths import COMPANIONS, check_plain, companion, sync_file, sync_folder
from core.temporary import BESIDE, NO_REPLACE, folder_beside, rename_by_system

_DAMAGED = {"file-damaged", "file-not-ours", "file-trouble", "file-cannot-open"}
"""What opening says of a file whose WAL nobody can bring into it."""


def appear(part: Path, path: Path) -> None:
    """Give a finished file its name, where nothing has that name; UserError ``file-exists``.

    What SQLite left there of a file that is gone is kept under another name.
    """
    if os.path.lexists(path):
        raise UserError("file-exists", path=str(path))
    _companions_aside(path, aside_name(path))
    try:
        _rename_new(part, path)
    except FileExistsError as error:  # it has come in the way meanwhile
        raise UserError("file-exists", path=str(path)) from error
    sync_folder(path.parent)


def _rename_new(part: Path, path: Path) -> None:
    """Rename, but never over another file; never with two names for one file where the system can do without."""
    if not rename_by_system(part, path, NO_REPLACE):
        try:
            os.link(part, path)
        except FileExistsError:
            raise
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EROFS):
                raise
            if os.path.lexists(path):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from error
            os.rename(part, path)  # a file system without links (FAT, some network shares)
        else:
            os.unlink(part)


def aside_name(project: Path) -> Path:
    """Return the name under which what ``project`` is now is kept."""
    return project.with_name(f"{project.stem}.replaced-{datetime.now(UTC):%Y-%m-%dT%H-%M-%S-%f}{project.suffix}")


def replace_project(part: Path, project: Path) -> Path | None:
    """Put a finished file in the place of a project whose lock is held; return what the old one is called now, or None.

    The old file takes in what waits in its WAL, gets its second name, and then one renaming replaces it: a process
    killed at any moment leaves the old project or the new one, whole. ``part`` lies on the same disk and has no WAL.
    """
    if not os.path.lexists(project):
        appear(part, project)
        return None
    check_plain(project)
    kept = aside_name(project)
    with reporting(project):
        whole = _fold(project)
        _second_name(project, kept)
        if not whole:
            _companions_aside(project, kept)
        for suffix in COMPANIONS:  # empty ones, of programs that still look at the old file
            companion(project, suffix).unlink(missing_ok=True)
        sync_folder(project.parent)
        try:
            os.replace(part, project)
        finally:
            drop_second_names(project)  # where it could not be replaced
        sync_folder(project.parent)
    return kept


def _fold(project: Path) -> bool:
    """Bring what waits beside a project into the file; False where it is too damaged for that.

    Raises UserError ``file-locked`` where another program is just reading or writing, ``disk-full`` …
    """
    if not any(_has_bytes(companion(project, suffix)) for suffix in COMPANIONS[:2]):
        return True
    try:
        with reporting(project), contextlib.closing(connect(project, "rw")) as db:
            db.execute("SELECT count(*) FROM sqlite_schema").fetchone()  # rolls a journal back
            busy = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            if busy:
                raise UserError("file-locked", path=str(project))
    except UserError as error:
        if error.code not in _DAMAGED:
            raise
        return False
    return True


def _has_bytes(path: Path) -> bool:
    with contextlib.suppress(FileNotFoundError):
        return path.stat().st_size > 0
    return False


def _second_name(project: Path, kept: Path) -> None:
    """Give the old file a second name, which is its only one soon; a copy where the file system has no links."""
    try:
        os.link(project, kept)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EROFS):
            raise
        with folder_beside(project) as folder:
            copy = folder / project.name
            shutil.copyfile(project, copy)
            sync_file(copy)
            os.rename(copy, kept)


def _companions_aside(project: Path, kept: Path) -> None:
    """Move what waits beside a file away, to where the file is kept."""
    for suffix in COMPANIONS[:2]:
        if _has_bytes(companion(project, suffix)):
            os.rename(companion(project, suffix), companion(kept, suffix))
    for suffix in COMPANIONS:
        companion(project, suffix).unlink(missing_ok=True)


def drop_second_names(project: Path) -> bool:
    """Take away what a killed restore or creation left: a second name of the file itself, given by us.

    Return whether the file has one name alone then. The project's lock is held.
    """
    here = project.stat()
    if here.st_nlink > 1:
        stem, suffix = glob.escape(project.stem), glob.escape(project.suffix)
        ours = [*project.parent.glob(f"{stem}.replaced-*{suffix}")]
        ours += project.parent.glob(f".{stem}{suffix}.*.part")  # of older versions
        ours += project.parent.glob(f"{BESIDE[0]}*{BESIDE[1]}/*")
        for other in ours:
            with contextlib.suppress(OSError):
                if os.path.samestat(other.lstat(), here):
                    other.unlink()
    return project.stat().st_nlink <= 1
