"""A project made on the way: for files that come without one, and for the sample."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

import platformdirs
from PySide6.QtWidgets import QMessageBox

from core.errors import UserError
from core.formats.plain import title_of
from core.store import Project
from core.temporary import folder_beside
from gui.desk.desk import Desk
from gui.desk.files import PROJECT_SUFFIX, ask_new_file
from gui.desk.jobs import Job, Report
from gui.exchange.importing import start_import
from gui.exchange.source import Choice, Source
from gui.look.languages import sentence, tr

NAME_LENGTH = 60
"""Code points of a file name made from a text."""
SAMPLE = f"Citata sample{PROJECT_SUFFIX}"
"""The file's name in every language, so that it is found again."""


def place_for(paths: Sequence[Path]) -> Path:
    """Return where the project of files stands: beside the first one, under its name."""
    first = paths[0].absolute()
    return first.with_name((first.name if first.is_dir() else first.stem) + PROJECT_SUFFIX)


def open_with_files(desk: Desk, named: Sequence[Path], files: list[Source]) -> None:
    """Open the project beside the first of the ``named`` files (it is made if need be) and import ``files``."""
    path: Path | None = place_for(named)
    if path is None or not desk.know_author(path):
        return
    while path is not None:
        made = not os.path.exists(path)  # Path.exists raises where one may not look
        try:
            if made:
                Project.create(path, desk.session.author).close()
            else:
                Project.open(path, desk.session.author, read_only=True).close()
        except UserError as error:
            path = _ask_place(desk, path, error)
            continue
        if desk.open_project(path):
            _bring(desk, path, files, made=made)
        return


def _ask_place(desk: Desk, path: Path, error: UserError) -> Path | None:
    """Say why the project cannot be at ``path`` and ask for another place; None: nowhere."""
    box = QMessageBox(desk.window)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(tr("Where to put the project"))
    box.setText(tr("The files need a project, and it cannot be beside them. Where shall it be?"))
    box.setInformativeText(sentence(error))
    there = documents()
    own = box.addButton(tr("In {folder}", folder=there.name), QMessageBox.ButtonRole.AcceptRole)
    other = box.addButton(tr("Choose…"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(own)
    box.exec()
    if box.clickedButton() is own and path.parent != there:
        there.mkdir(parents=True, exist_ok=True)
        return there / path.name
    if box.clickedButton() in (own, other):
        return ask_new_file(desk.window, tr("New project"), there / path.name)
    return None


def _bring(desk: Desk, path: Path, files: list[Source], *, made: bool) -> None:
    """Import and pre-annotate; a project that was made for files of which none could be read goes away again."""
    project = desk.session.project
    if project is None or not project.read_only:
        start_import(desk, files, Choice(), lambda: take_away_empty(desk, path) if made else None)
    elif project.read_only_because is not None:
        desk.show_error(project.read_only_because)


def new_project_for(desk: Desk, text: str) -> Path | None:
    """Ask where the project of a text is to be, with a name from its first line, and open it; None: nowhere."""
    folder = documents()
    folder.mkdir(parents=True, exist_ok=True)
    words = re.sub(r"[^\w \-.,]", "", (title_of(text) or "").strip())[:NAME_LENGTH].strip(" .,-")
    path = ask_new_file(desk.window, tr("Where shall the project be?"), folder / f"{words or 'Citata'}{PROJECT_SUFFIX}")
    return path if path is not None and desk.open_project(path, create=True) else None


def take_away_empty(desk: Desk, path: Path) -> None:
    """Close a project that was made on the way and has no article, and take its file away."""
    project = desk.session.project
    if project is not None and project.path == path.resolve() and not project.article_count(desk.session.author):
        desk.session.close()
        path.unlink(missing_ok=True)
        desk.settings.forget_project(path)


# -- the sample ------------------------------------------------------------------------------------------------------


def documents() -> Path:
    """Return the user's folder for documents; where there is none, the one for Citata's data."""
    folder = Path(platformdirs.user_documents_dir())
    return folder if folder.is_dir() else Path(platformdirs.user_data_dir("citata", appauthor=False))


def open_sample(desk: Desk) -> None:
    """Open the sample project; it is built and pre-annotated in the documents the first time."""
    path = documents() / SAMPLE
    if path.exists():
        desk.open_project(path)
        return
    if not desk.know_author(path):
        return
    author = desk.session.author

    def work(report: Report) -> bool:
        return _build(desk, path, author, report)

    def ended(built: object) -> None:
        if built and desk.open_project(path):
            desk.notice.show_text(tr("The sample project stands in {path}. Try whatever you like.", path=str(path)))

    desk.run(Job(tr("Building the sample project"), 10, work), ended)


def _build(desk: Desk, path: Path, author: str, report: Report) -> bool:
    """Build the sample beside its place, and put it there when it is whole; False where it was stopped."""
    from core.exchange.sample import build_sample
    from core.preannotate.annotator import Annotator

    going = True

    def progress(done: int, text: str) -> bool:
        nonlocal going
        going = report(done, text)
        return going

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with folder_beside(path) as folder:
            part = folder / path.name
            if desk.annotator is None:
                report(0, tr("Loading the models"))
                desk.annotator = Annotator()
            build_sample(part, author, desk.annotator, progress).close()
            if going:
                part.rename(path)
        return going
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError("file-unwritable", path=str(error.filename or path), reason=reason) from error
