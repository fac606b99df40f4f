"""Save what an open project holds where its own file is another's now."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from core.errors import UserError
from core.store.backups import copy_into, folder_of, write_copy
from core.store.opening import NAME
from core.store.repair import repair
from core.store.verify import verify
from core.temporary import private_folder


def rescue_name(project: Path) -> Path:
    """Return a new name beside a project, or in the person's own folder where the project's folder is gone."""
    folder = project.parent if project.parent.is_dir() else Path.home()
    return folder / f"{project.stem}.saved-{datetime.now():%Y-%m-%dT%H-%M-%S-%f}{project.suffix}"


def write_mixed(db: Database, project: Path, out: Path) -> None:
    """Write what ``db`` holds to ``out`` where its file was written over by another program.

    What was read or written lately is still ours, the rest is the other's: what does not fit together comes from the
    log and the backups. Raises UserError where nothing can be saved so.
    """
    with private_folder() as folder:
        mixed = folder / NAME
        copy_into(db, mixed)
        if folder_of(project).is_dir():
            folder_of(mixed).symlink_to(folder_of(project), target_is_directory=True)
        if _is_sound(mixed):
            write_copy(db, out)
        else:
            repair(mixed, out)


def _is_sound(path: Path) -> bool:
    try:
        return not verify(path).findings
    except UserError:
        return False
