"""Save what an open project holds where its own file is another's now."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from datetime import datetime
from pathlib import Path

from core.errors import UserError
from core.store.backups import folder_of, write_copy
from core.store.connection import connect, wal_path
from core.store.database import Database
from core.store.opening import NAME
from core.store.repairing import repair
from core.store.verifying import verify
from core.temporary import private_folder


def rescue_name(project: Path) -> Path:
    """Return a new name beside a project, or in the person's own folder where the project's folder is gone."""
    folder = project.parent if project.parent.is_dir() else Path.home()
    stem, number = f"{project.stem}.saved-{datetime.now():%Y-%m-%dT%H-%M-%S}", 2
    found = folder / f"{stem}{project.suffix}"
    while os.path.lexists(found):
        found, number = folder / f"{stem}-{number}{project.suffix}", number + 1
    return found


def write_overwritten(db: Database, project: Path, out: Path, before: bytes | None) -> None:
    """Write what ``db`` holds to ``out`` where its file was written over by another program.

    ``before`` is what the file held: with the WAL above it, it is the project. Where that is not known, what was read
    or written lately is still ours, and what does not fit together comes from the log and the backups. Raises UserError
    where nothing can be saved.
    """
    with private_folder() as folder:
        whole, mixed = folder / NAME, folder / f"mixed-{NAME}"
        if before is not None:
            whole.write_bytes(before)
            shutil.copyfile(wal_path(project), wal_path(whole))
            with contextlib.closing(connect(whole, "rw")) as found:
                found.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            if _is_sound(whole):
                _copy(whole, out)
                return
        with contextlib.closing(sqlite3.connect(mixed, isolation_level=None)) as target:
            db.conn.backup(target)  # page by page, also where SQLite can make nothing of them: repairing reads them
        if folder_of(project).is_dir():
            folder_of(mixed).symlink_to(folder_of(project), target_is_directory=True)
        if _is_sound(mixed):
            _copy(mixed, out)
        else:
            repair(mixed, out)


def _copy(path: Path, out: Path) -> None:
    with contextlib.closing(connect(path, "ro")) as db:
        write_copy(db, out)


def _is_sound(path: Path) -> bool:
    try:
        return not verify(path).findings
    except UserError:
        return False
