"""``citata import``: data into a project."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from core.cli.author import author_name
from core.cli.progress import bar, counted, print_refused
from core.errors import UserError
from core.exchange.duplicates import Action, Duplicates
from core.exchange.survey import Fate, Seen, survey
from core.exchange.transfer import Imported, import_files, read_files
from core.formats import FORMATS
from core.formats.base import Options, Record, Refused, replacing
from core.temporary import private_folder

if TYPE_CHECKING:
    from core.store import Project

READABLE = [row.name for row in FORMATS if row.reads and row.name not in ("folder", "zip")]
FILE = click.Path(path_type=Path)
OFFSETS = click.Choice(["code-points", "utf-16"])


def options(*declared: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return one decorator of several click options, in their order."""

    def decorate(function: Any) -> Any:
        for option in reversed(declared):
            function = option(function)
        return function

    return decorate


# -- import ----------------------------------------------------------------------------------------------------------

_HOW_READ = options(
    click.option(
        "--format", "format_", type=click.Choice(READABLE), help="The files' format; seen from them by default."
    ),
    click.option("--encoding", help="Encoding of text files; detected where this is left out."),
    click.option(
        "--changes",
        type=click.Choice(["accepted", "rejected"]),
        default="accepted",
        show_default=True,
        help="Tracked changes of documents.",
    ),
    click.option(
        "--column",
        "columns",
        multiple=True,
        metavar="OURS=THEIRS",
        help="Column of a table: text=Body, id=No; several text columns are joined.",
    ),
    click.option(
        "--delimiter", help="What parts the cells of a table in text (a sign, or tab); told from its rows by default."
    ),
    click.option(
        "--offsets", type=OFFSETS, default="code-points", show_default=True, help="What the files' offsets count."
    ),
    click.option("--repair", is_flag=True, help="Put right offsets that are off by a known bug (UTF-16, CRLF, BOM)."),
    click.option("--annotator", default="imported", show_default=True, help="Layer of records that name no annotator."),
)


@click.command("import")
@click.argument("project", type=FILE)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=FILE)
@_HOW_READ
@click.option("--replace", is_flag=True, help="Replace layers that are there and differ (it can be undone).")
@click.option(
    "--duplicates",
    type=click.Choice([action.value for action in Action]),
    default=Action.KEEP.value,
    show_default=True,
    help="Bare texts that are there, or nearly, under another id: keep both, skip them, or take what differs as a "
    "new version.",
)
@click.option("--skip-same", is_flag=True, help="Pass over bare texts that are there under another id.")
@click.option("--add-labels", is_flag=True, help="Add labels that the project lacks.")
@click.option(
    "--annotate/--no-annotate",
    default=True,
    show_default=True,
    help="Pre-annotate new texts that come without annotations.",
)
@click.option("--report", type=FILE, help="Write every refused record to this TSV file.")
@click.option("--preview", is_flag=True, help="Show what would come in; change nothing.")
@click.option("--author", envvar="CITATA_AUTHOR", help="Your name for the log; by default your user name.")
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

    FILE are texts, web pages, Word and PDF documents, mails, tables, folders, ZIP archives, and annotated files. A
    record's annotator names the layer that it goes to. What is there already is passed over; a record that cannot be
    taken is reported with file, line, field and reason, and the others go in. The exit code is 1 if any was refused.
    """
    from core.store import Project

    if not any(path.exists() for path in files):
        raise UserError("file-missing", path=files[0])
    parted_by = {"tab": "\t"}.get(how["delimiter"], how["delimiter"])
    chosen = Options(**{**how, "columns": _mapping(how["columns"]), "delimiter": parted_by})
    if preview:
        _preview_import(project, files, format_, chosen)
        return
    name = author or author_name()
    with Project.open(project, name) if project.exists() else Project.create(project, name) as opened:
        if opened.read_only_because is not None:
            raise opened.read_only_because
        with bar("Importing", None) as shown:
            done = import_files(
                opened,
                files,
                format=format_,
                options=chosen,
                replace_layers=replace,
                add_labels=add_labels,
                duplicates=Duplicates(Action.SKIP if skip_same else Action(duplicates), Action(duplicates)),
                progress=shown,
            )
        _tell(done)
        if report is not None:
            write_report(report, done.refused)
        if annotate and done.bare:
            _preannotate(opened, done.bare)
    if print_refused(done.refused):
        raise SystemExit(1)


def _tell(done: Imported) -> None:
    """Say what an import did, and what its readers decided and left out."""
    click.echo(_said(done), err=True)
    for article_id, note in done.notes:
        if not note.startswith("read as utf-8"):
            click.echo(f"  {article_id}: {note}", err=True)


def _preannotate(project: Project, articles: list[str]) -> None:
    """Fill the layer ``auto`` of new articles; one that fails is said and stays bare."""
    from core.preannotate import Annotator
    from core.preannotate.batch import preannotate

    with bar("Annotating", len(articles)) as shown:
        filled, failed = preannotate(project, Annotator(), articles, shown)
    for error in failed:
        click.echo(str(error), err=True)
    click.echo(f"{counted(len(filled), 'article', 'articles')} pre-annotated", err=True)


def _mapping(pairs: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return ``--column`` values as (ours, theirs); a usage error where one is not OURS=THEIRS."""
    out = []
    for pair in pairs:
        ours, equals, theirs = pair.partition("=")
        if not (ours and equals and theirs):
            raise click.BadParameter(f"{pair} is not OURS=THEIRS, as in text=Body", param_hint="--column")
        out.append((ours, theirs))
    return tuple(out)


def _preview_import(path: Path, files: Sequence[Path], format_: str | None, chosen: Options) -> None:
    """Print one line for each record, with what would become of it in the project, and the refusals."""
    from core.store import Project

    refusals = []
    with ExitStack() as stack:
        if path.exists():
            project = stack.enter_context(Project.open(path, "", read_only=True))
        else:
            folder = stack.enter_context(private_folder())
            project = stack.enter_context(Project.create(folder / path.name, ""))
        for seen in survey(project, read_files(files, format=format_, options=chosen)):
            if isinstance(seen.record, Refused):
                refusals.append(seen.record)
            else:
                click.echo(_line(seen.record, seen))
    if print_refused(refusals):
        raise SystemExit(1)


_FATES = {
    Fate.LAYER: "another layer of an article that is there",
    Fate.CHANGED: "a layer that is there and differs",
    Fate.SAME: "the same text as {twin}",
    Fate.NEAR: "nearly the same text as {twin} ({likeness:.0%})",
    Fate.KNOWN: "there already",
}


def _line(record: Record, seen: Seen) -> str:
    """Return the line of a preview for a record."""
    article, layer = record.article, record.layer
    title = f"“{article.title}”, " if article.title else ""
    items = f", {counted(len(layer.annotations()), 'item', 'items')} of {layer.annotator}" if layer.items else ""
    fate = _FATES.get(seen.fate, "").format(twin=seen.twin, likeness=seen.likeness)
    notes = "; ".join([*([fate] if fate else []), *record.notes])
    return f"{article.id}: {title}{len(article.text):,} characters{items}{f' ({notes})' if notes else ''}"


def _said(done: Imported) -> str:
    parts = [
        counted(len(done.articles), "new article", "new articles"),
        counted(done.layers, "layer written", "layers written"),
        f"{done.known:,} there already",
        f"{len(done.refused):,} refused",
    ]
    text = ", ".join(parts)
    whose = ", ".join(f"{count:,} by {name}" for name, count in sorted(done.whose.items()))
    return f"{text}\n  layers: {whose}" if whose else text


def write_report(path: Path, refusals: Sequence[Refused]) -> None:
    """Write refused records to a TSV file: file, line, field, reason."""
    with replacing(path) as out:
        out.write(b"file\tline\tfield\treason\n")
        for refusal in refusals:
            cells = (refusal.source, str(refusal.line or ""), refusal.field, refusal.reason)
            out.write("\t".join(" ".join(cell.split()) for cell in cells).encode("utf-8", "backslashreplace") + b"\n")


COMMANDS = (import_,)
