"""Folders as targets: written beside themselves and moved into place when they are whole."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote

from core.errors import UserError
from core.temporary import EXCHANGE, folder_beside, rename_by_system

MARK = ".citata-export"
"""A file in every folder that an export made: only such a folder is replaced."""


@contextmanager
def writing_folder(path: Path) -> Iterator[Path]:
    """Give a new folder to write into; at the end it replaces ``path``; on any exception ``path`` stays as it was.

    Raises UserError ``folder-not-ours`` where ``path`` is a folder with files that no export made, ``file-unwritable``.
    """
    target = path.resolve()
    if target.exists() and not (target.is_dir() and ((target / MARK).exists() or not any(target.iterdir()))):
        raise UserError("folder-not-ours", path=path)
    try:
        with folder_beside(target) as folder:
            made = folder / "new"
            made.mkdir(0o755)
            (made / MARK).write_text("This folder was written by citata export, which may replace it.\n")
            yield made
            if not target.exists():
                os.replace(made, target)
            elif not rename_by_system(made, target, EXCHANGE):
                old = target.with_name(f".{target.name}.old")  # not inside: a kill here must not take it away
                os.replace(target, old)
                os.replace(made, target)
                shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        raise UserError("file-unwritable", path=path, reason=error.strerror or error) from error


def files_below(folder: Path, *endings: str) -> list[Path]:
    """Return the files below ``folder`` whose names end so, sorted; links are not followed, nor are they given."""
    named = (one for one in folder.rglob("*") if one.name.lower().endswith(endings))
    return sorted(one for one in named if not one.is_symlink() and one.is_file())


def links_below(folder: Path) -> list[Path]:
    """Return the links below ``folder``, sorted."""
    return sorted(one for one in folder.rglob("*") if one.is_symlink())


_UPLOADED = (".txt", ".xmi", ".tsv", ".json", ".conll", ".html", ".xml", ".pdf")


def whose(file: Path, folder: Path, usual: str) -> tuple[str, str]:
    """Return article and annotator of a file below a folder: ``ANNOTATOR/ARTICLE.xmi``, as we and brat write it.

    INCEpTION writes ``DOCUMENT.txt/ANNOTATOR.xmi``. A file that lies in no folder of its own is ``usual``'s.
    """
    if folder == file or file.parent == folder:
        return unquote(file.stem), usual
    above = unquote(file.parent.name)
    if above.lower().endswith(_UPLOADED):
        return above.rpartition(".")[0], unquote(file.stem)
    return unquote(file.stem), above
