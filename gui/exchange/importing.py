"""Import from the window: which files and how, in a thread, and what came of it in words."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from core.errors import UserError
from core.exchange.transfer import Imported, import_records, read_files
from core.formats import FORMATS
from core.formats.base import Options, Record, Refused, refused
from core.store import Project
from gui.desk.annotation import annotate_these
from gui.desk.desk import Desk
from gui.desk.jobs import Job, Report
from gui.exchange.refused import RefusedDialog, told_notes
from gui.look.languages import tr
from gui.words.layers import counted_layers

_WHOLE = (".ann", ".xmi", ".tsv")
"""Endings of formats whose folders are read as a whole: the subfolders name the annotators."""


@dataclass(frozen=True)
class Source:
    """A file or folder, and how it is to be read where that is not left to be seen from it."""

    path: Path
    format: str | None = None
    encoding: str | None = None
    offsets: str = "code-points"
    columns: tuple[tuple[str, str], ...] = ()

    def options(self, choice: Choice, annotator: str) -> Options:
        """Return how the reader takes it."""
        return Options(
            encoding=self.encoding,
            offsets=self.offsets,
            columns=self.columns,
            repair=choice.repair,
            annotator=annotator,
        )


@dataclass(frozen=True)
class Choice:
    """What the import dialog leaves open."""

    replace_layers: bool = False
    add_labels: bool = True
    annotate: bool = False
    skip_same: bool = True
    """Pass over bare texts that the project has under another name."""
    repair: bool = False
    """Put right offsets that are off by a known bug."""


def suffixes() -> tuple[str, ...]:
    """Return the endings of files that can be imported."""
    return tuple(dict.fromkeys(suffix for row in FORMATS if row.reads for suffix in row.suffixes))


def files_in(paths: Iterable[Path]) -> list[Path]:
    """Return files as they are and, for folders, the files in them that can be imported, sorted.

    A folder of a format that is read as a whole stays one.
    """
    found: list[Path] = []
    known = suffixes()
    for path in paths:
        if os.path.isdir(path):  # Path.is_dir raises where one may not look
            inner = sorted(one for one in path.rglob("*") if one.name.lower().endswith(known) and one.is_file())
            whole = any(one.suffix.lower() in _WHOLE for one in inner)
            found += [path] if whole else [one for one in inner if not _is_hidden(one, path)]
        else:
            found.append(path)
    return list(dict.fromkeys(found))


def _is_hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def records_of(
    sources: Iterable[Source], choice: Choice, project: Project, annotator: str
) -> Iterator[Record | Refused]:
    """Yield the records of sources one after another; one that cannot be read at all is one refusal."""
    for source in sources:
        options = replace(source.options(choice, annotator), schema=project.schema)
        try:
            yield from read_files([source.path], format=source.format, options=options)
        except UserError as error:
            place = {"source": str(source.path), "line": 0, "field": ""}
            yield refused(UserError(error.code, **{**place, **error.facts}))


def start_import(
    desk: Desk,
    what: Sequence[Path | Source],
    choice: Choice | None = None,
    then: Callable[[], object] | None = None,
    total: int = 0,
) -> bool:
    """Import files into the open project; ``then`` runs when all of it is there. ``total``: records, where known.

    False while other work runs: nothing is imported then.
    """
    sources = [one if isinstance(one, Source) else Source(one) for one in what]
    chosen, author = choice or Choice(), desk.session.author
    return start_records(
        desk, lambda project: records_of(sources, chosen, project, author), chosen, then, total=total,
        again=lambda: start_import(desk, sources, chosen, then, total),
    )  # fmt: skip


def start_records(
    desk: Desk,
    read: Callable[[Project], Iterator[Record | Refused]],
    choice: Choice,
    then: Callable[[], object] | None = None,
    *,
    total: int = 0,
    again: Callable[[], object] | None = None,
) -> bool:
    """Import what ``read`` yields; stopped, it can be taken up by ``again``, which passes over what is there."""
    project = desk.session.project
    if project is None:
        return False

    def work(report: Report) -> Imported:
        return import_records(
            project,
            read(project),
            replace_layers=choice.replace_layers,
            add_labels=choice.add_labels,
            skip_same=choice.skip_same,
            progress=report,
        )

    def ended(done: object) -> None:
        assert isinstance(done, Imported)
        _ended(desk, done, choice, again)
        if then is not None:
            then()

    return desk.run(Job(tr("Importing"), total, work), ended)


def _ended(desk: Desk, done: Imported, choice: Choice, again: Callable[[], object] | None) -> None:
    session = desk.session
    session.rows_changed.emit()
    if session.layer is None and done.articles:
        desk.open_article(done.articles[0])
    elif session.layer is not None:
        session.reload()
    desk.labels_changed.emit()
    report(desk, done, again)
    if choice.annotate and done.articles:
        annotate_these(desk, done.articles)


def summary(done: Imported) -> str:
    """Return what an import did, in a sentence or two."""
    parts = [tr("%n article(s) added", len(done.articles))]
    if not done.layers:
        parts.append(tr("%n layer(s) written", 0))
    if done.known:
        parts.append(tr("%n record(s) there already", done.known))
    if done.refused:
        parts.append(tr("%n record(s) refused", len(done.refused)))
    text = ", ".join(parts) + "."
    if done.layers:
        text += " " + tr("%n layer(s): {whose}.", done.layers, whose=counted_layers(dict(sorted(done.whose.items()))))
    return f"{tr('Import stopped.')} {text}" if done.cancelled else text


def report(desk: Desk, done: Imported, again: Callable[[], object] | None = None) -> None:
    """Tell what an import did; refusals and notes are a click away, and so is the rest of a stopped one."""
    notice = desk.notice
    more = bool(done.refused or told_notes(done))

    def details() -> None:
        RefusedDialog(desk.window, done).exec()

    level = "warn" if done.refused or done.cancelled else "info"
    if done.cancelled and again is not None:
        notice.show_text(summary(done), level=level, action=tr("Go on"), run=again)
        if more:
            notice.offer_more(tr("Details…"), details)
    elif more:
        notice.show_text(summary(done), level=level, action=tr("Details…"), run=details)
    else:
        notice.show_text(summary(done), level=level)
