"""Files of projects as a person names them: their ending, the dialogs' filter, a name for a new one."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from gui.look.languages import tr

PROJECT_SUFFIX = ".citata"


def project_filter() -> str:
    """Return the filter by which a file dialog shows projects."""
    return tr("Citata projects (*{suffix})", suffix=PROJECT_SUFFIX)


def ask_new_file(parent: QWidget, title: str, suggested: Path) -> Path | None:
    """Ask for the name of a new project file; one that is there already is refused later, never overwritten."""
    name, _ = QFileDialog.getSaveFileName(
        parent, title, str(free_name(suggested)), project_filter(), options=QFileDialog.Option.DontConfirmOverwrite
    )
    if not name:
        return None
    path = Path(name)
    return path if path.suffix else path.with_suffix(PROJECT_SUFFIX)


def free_name(path: Path) -> Path:
    """Return ``path``, or the same name with the first number that is free, as far as one may look there."""
    number, free = 2, path
    while os.path.exists(free):  # Path.exists raises in a folder that may not be looked into
        free = path.with_name(f"{path.stem} {number}{path.suffix}")
        number += 1
    return free
