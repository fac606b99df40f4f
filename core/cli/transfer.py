"""``citata import``: data into a project."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from core.cli.annotate_project import fill_articles
from core.cli.author import author_name, author_option
from core.cli.command import REFUSED, command, option, options
from core.cli.parameters import FILE, FILE_OR_STREAM, OFFSETS, PROJECT
from core.cli.progress import bar, print_refused
from core.cli.streams import STREAM, known_source, standard_input
from core.errors import UserError
from core.exchange.choices import Action
from core.formats import FORMATS
from core.formats.base import Options, Record, Refused, replacing
from core.language import by_letters, mark, number, tr
from core.temporary import private_folder

if TYPE_CHECKING:
    from core.exchange.imported import Imported
    from core.exchange.survey import Seen

READABLE = [row.name for row in FORMATS if row.reads and row.name not in ("folder", "zip")]

# -- import ----------------------------------------------------------------------------------------------------------

_HOW_READ = options(
    option("--format", "format_", type=click.Choice(READABLE), help="The files' format; seen from them by default."),
    option("--encoding", help="Encoding of text files; detected where this is left out."),
    option(
        "--changes",
        type=click.Choice(["accepted", "rejected"]),
        default="accepted",
        show_default=True,
        help="Tracked changes of documents.",
    ),
    option(
        "--column",
        "columns",
        multiple=True,
        metavar="OURS=THEIRS",
        help="Column of a table: text=Body, id=No; several text columns are joined.",
    ),
    option(
        "--delimiter", help="What parts the cells of a table in text (a sign, or tab); told from its rows by default."
    ),
    option("--offsets", type=OFFSETS, default="code-points", show_default=True, help="What the files' offsets count."),
    option("--repair", is_flag=True, help="Put right offsets that are off by a known bug (UTF-16, CRLF, BOM)."),
    option("--annotator", default="imported", show_default=True, help="Layer of records that name no annotator."),
)


@command("import")
@PROJECT
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=FILE_OR_STREAM)
@_HOW_READ
@option("--replace", is_flag=True, help="Replace layers that are there and differ (it can be undone).")
@option(
    "--duplicates",
    type=click.Choice([action.value for action in Action]),
    default=Action.KEEP.value,
    show_default=True,
    help="Bare texts that are there, or nearly, under another id: keep both, skip them, or take what differs as a "
    "new version.",
)
@option("--skip-same", is_flag=True, help="Pass over bare texts that are there under another id.")
@option("--add-labels", is_flag=True, help="Add labels that the project lacks.")
@option(
    "--annotate/--no-annotate",
    default=True,
    show_default=True,
    help="Pre-annotate new texts that come without annotations.",
)
@option("--report", type=FILE, help="Write every refused record to this TSV file.")
@option("--preview", is_flag=True, help="Show what would come in; change nothing.")
@author_option
def import_(
    project: Path,
    files: tuple[Path, ...],
    replace: bool,
    duplicates: str,
    skip_same: bool,
    add_labels: bool,
    annotate: bool,
    report: Path | None,
    preview: bool,
    author: str | None,
    format_: str | None,
    **how: Any,
) -> None:
    """Bring articles and annotations into PROJECT, which is made if it is not there.

    FILE are texts, web pages, Word and PDF documents, mails, tables, folders, ZIP archives, and annotated files; - is
    standard input, a text or annotated records. A record's annotator names the layer that it goes to. What is there
    already is passed over; a record that cannot be taken is reported with file, line, field and reason, and the others
    go in. The exit code is 1 if any was refused.
    """
    if not any(path == STREAM or path.exists() for path in files):
        raise UserError("file-missing", path=files[0])
    parted_by = {"tab": "\t"}.get(how["delimiter"], how["delimiter"])
    chosen = Options(**{**how, "columns": _mapping(how["columns"]), "delimiter": parted_by})
    with standard_input(files, format_) as paths:
        if preview:
            _preview_import(project, paths, format_, chosen)
            return
        again = Action.SKIP if skip_same else Action(duplicates)
        what = {"replace_layers": replace, "add_labels": add_labels, "duplicates": (again, Action(duplicates))}
        done = _import(project, paths, format_, chosen, what, author or author_name(), report, annotate=annotate)
    if print_refused(done.refused):
        raise SystemExit(REFUSED)


def _import(
    path: Path,
    files: Sequence[Path],
    format_: str | None,
    chosen: Options,
    what: dict[str, Any],
    author: str,
    report: Path | None,
    *,
    annotate: bool,
) -> Imported:
    from core.exchange.duplicates import Duplicates
    from core.exchange.transfer import import_records, read_files
    from core.learning.renewing import groups
    from core.model import AUTO
    from core.preannotate import Annotator
    from core.preannotate.bulk import suited
    from core.store import Project

    what["duplicates"] = Duplicates(*what["duplicates"])
    with Project.open(path, author) if path.exists() else Project.create(path, author) as opened:
        if opened.read_only_because is not None:
            raise opened.read_only_because
        with bar(tr("Importing"), None) as shown:
            records = map(known_source, read_files(files, format=format_, options=chosen))
            done = import_records(opened, records, **what, progress=shown)
        _tell(done)
        if report is not None:
            write_report(report, done.refused)
        if annotate and done.bare:
            for known, ids in groups(opened, done.bare):
                fill_articles(opened, ids, suited(Annotator(known)), AUTO, every=False)
    return done


def _tell(done: Imported) -> None:
    """Say what an import did, and what its readers decided and left out."""
    from core.words.exchange import note_words

    click.echo(_said(done), err=True)
    for article_id, note in done.notes:
        if not note.startswith("read as utf-8"):
            click.echo(f"  {article_id}: {note_words(note)}", err=True)


def _mapping(pairs: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return ``--column`` values as (ours, theirs); a usage error where one is not OURS=THEIRS."""
    out = []
    for pair in pairs:
        ours, equals, theirs = pair.partition("=")
        if not (ours and equals and theirs):
            said = tr("{pair} is not OURS=THEIRS, as in text=Body", pair=pair)
            raise click.BadParameter(said, param_hint="--column")
        out.append((ours, theirs))
    return tuple(out)


def _preview_import(path: Path, files: Sequence[Path], format_: str | None, chosen: Options) -> None:
    """Print one line for each record, with what would become of it in the project, and the refusals."""
    from core.exchange.survey import survey
    from core.exchange.transfer import read_files
    from core.store import Project

    refusals = []
    with ExitStack() as stack:
        if path.exists():
            project = stack.enter_context(Project.open(path, "", read_only=True))
        else:
            folder = stack.enter_context(private_folder())
            project = stack.enter_context(Project.create(folder / path.name, ""))
        for seen in survey(project, map(known_source, read_files(files, format=format_, options=chosen))):
            if isinstance(seen.record, Refused):
                refusals.append(seen.record)
            else:
                click.echo(_line(seen.record, seen))
    if print_refused(refusals):
        raise SystemExit(REFUSED)


_FATES = {
    "layer": mark("another layer of an article that is there"),
    "changed": mark("a layer that is there and differs"),
    "same": mark("the same text as {twin}"),
    "near": mark("nearly the same text as {twin} ({likeness})"),
    "known": mark("there already"),
}
"""What would become of a record, by ``Fate``."""


def _line(record: Record, seen: Seen) -> str:
    """Return the line of a preview for a record."""
    from core.words.exchange import note_words

    article, layer = record.article, record.layer
    title = f"“{article.title}”, " if article.title else ""
    items = f", {tr('%n item(s) of {name}', len(layer.annotations()), name=layer.annotator)}" if layer.items else ""
    known = _FATES.get(seen.fate.value, "")
    fate = tr(known).format(twin=seen.twin, likeness=f"{seen.likeness:.0%}") if known else ""
    notes = "; ".join([*([fate] if fate else []), *map(note_words, record.notes)])
    return f"{article.id}: {title}{tr('%n character(s)', len(article.text))}{items}{f' ({notes})' if notes else ''}"


def _said(done: Imported) -> str:
    parts = [
        tr("%n new article(s)", len(done.articles)),
        *([tr("%n layer(s) written", done.layers)] if done.layers else []),
        tr("{count} there already", count=number(done.known)),
        *([tr("%n new source(s) in the register", done.sources)] if done.sources else []),
        tr("{count} refused", count=number(len(done.refused))),
    ]
    text = ", ".join(parts)
    whose = ", ".join(tr("{count} by {name}", count=number(n), name=name) for name, n in by_letters(done.whose.items()))
    return f"{text}\n  {tr('layers: {whose}', whose=whose)}" if whose else text


def write_report(path: Path, refusals: Sequence[Refused]) -> None:
    """Write refused records to a TSV file: file, line, field, reason."""
    with replacing(path) as out:
        out.write(b"file\tline\tfield\treason\n")
        for refusal in refusals:
            cells = (refusal.source, str(refusal.line or ""), refusal.field, refusal.reason)
            out.write("\t".join(" ".join(cell.split()) for cell in cells).encode("utf-8", "backslashreplace") + b"\n")


COMMANDS = (import_,)
