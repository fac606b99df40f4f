"""Import from the window: which files, in a thread, and what came of it in words."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core.formats import FORMATS
from core.formats.base import Options
from core.transfer import Imported, import_files
from gui.i18n import tr
from gui.jobs import Job, Report

if TYPE_CHECKING:
    from gui.main_window import MainWindow

PROJECT_SUFFIX = ".citata"


@dataclass(frozen=True)
class Choice:
    """What the import dialog leaves open."""

    replace_layers: bool = False
    add_labels: bool = True
    annotate: bool = False


def suffixes() -> tuple[str, ...]:
    """Return the endings of files that can be imported."""
    return tuple(dict.fromkeys(suffix for row in FORMATS if row.reads for suffix in row.suffixes))


def files_in(paths: Iterable[Path]) -> list[Path]:
    """Return files as they are and, for folders, the files in them that can be imported, sorted."""
    found: list[Path] = []
    known = suffixes()
    for path in paths:
        if os.path.isdir(path):  # Path.is_dir raises where one may not look
            found += sorted(inner for inner in path.rglob("*") if inner.suffix.lower() in known and inner.is_file())
        else:
            found.append(path)
    return list(dict.fromkeys(found))


def start_import(
    window: MainWindow,
    paths: list[Path],
    choice: Choice | None = None,
    then: Callable[[], object] | None = None,
) -> None:
    """Import files into the open project; ``then`` runs when all of it is there."""
    project = window.session.project
    chosen = choice or Choice()
    if project is None:
        return
    options = Options(schema=project.schema, annotator=window.session.author)

    def work(report: Report) -> Imported:
        return import_files(
            project,
            paths,
            options=options,
            replace_layers=chosen.replace_layers,
            add_labels=chosen.add_labels,
            progress=report,
        )

    def ended(done: object) -> None:
        assert isinstance(done, Imported)
        _ended(window, done, chosen)
        if then is not None:
            then()

    window.run(Job(tr("Importing"), 0, work), ended)


def _ended(window: MainWindow, done: Imported, choice: Choice) -> None:
    session = window.session
    session.rows_changed.emit()
    if session.layer is None and done.articles:
        window.open_article(done.articles[0])
    elif session.layer is not None:
        session.reload()
    window.commands.retranslate()
    report(window, done)
    if choice.annotate and done.articles:
        from gui.annotation import annotate_these

        annotate_these(window, done.articles)


def summary(done: Imported) -> str:
    """Return what an import did, in a sentence or two."""
    parts = [tr("%n article(s) added", len(done.articles)), tr("%n layer(s) written", done.layers)]
    if done.known:
        parts.append(tr("%n record(s) there already", done.known))
    if done.refused:
        parts.append(tr("%n record(s) refused", len(done.refused)))
    text = ", ".join(parts) + "."
    return f"{tr('Import stopped.')} {text}" if done.cancelled else text


def report(window: MainWindow, done: Imported) -> None:
    """Tell what an import did; refusals and notes are a click away."""
    if done.refused or done.notes:
        from gui.dialog_refused import RefusedDialog

        window.notice.show_text(
            summary(done),
            level="warn" if done.refused else "info",
            action=tr("Details…"),
            run=lambda: RefusedDialog(window, done).exec(),
        )
    else:
        window.notice.show_text(summary(done))
