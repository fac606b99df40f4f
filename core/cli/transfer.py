"""``citata import`` and ``citata export``: data into a project and out of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from core.cli.author import author_name
from core.cli.progress import bar, counted, print_refused
from core.errors import UserError
from core.exchange.preview import Preview, preview_export
from core.exchange.transfer import Imported, Split, Wanted, export_project, import_files, read_files
from core.formats import FORMATS
from core.formats.base import Options, Refused, replacing
from core.model import State, Status

READABLE = [row.name for row in FORMATS if row.reads and row.name not in ("folder", "zip")]
WRITABLE = [row.name for row in FORMATS if row.writes]
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
        "--column", "columns", multiple=True, metavar="OURS=THEIRS", help="Column of a table: text=Body, id=No."
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
@click.option("--skip-same", is_flag=True, help="Pass over bare texts that are there under another id.")
@click.option("--add-labels", is_flag=True, help="Add labels that the project lacks.")
@click.option("--report", type=FILE, help="Write every refused record to this TSV file.")
@click.option("--preview", is_flag=True, help="Show what would come in; change nothing.")
@click.option("--author", envvar="CITATA_AUTHOR", help="Your name for the log; by default your user name.")
def import_(
    project: Path,
    files: tuple[Path, ...],
    replace: bool,
    skip_same: bool,
    add_labels: bool,
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
    chosen = Options(**{**how, "columns": _mapping(how["columns"])})
    if preview:
        _preview_import(files, format_, chosen)
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
                skip_same=skip_same,
                progress=shown,
            )
    click.echo(_said(done), err=True)
    for article_id, note in done.notes:
        if not note.startswith("read as utf-8"):
            click.echo(f"  {article_id}: {note}", err=True)
    if report is not None:
        write_report(report, done.refused)
    if print_refused(done.refused):
        raise SystemExit(1)


def _mapping(pairs: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return ``--column`` values as (ours, theirs); a usage error where one is not OURS=THEIRS."""
    out = []
    for pair in pairs:
        ours, equals, theirs = pair.partition("=")
        if not (ours and equals and theirs):
            raise click.BadParameter(f"{pair} is not OURS=THEIRS, as in text=Body", param_hint="--column")
        out.append((ours, theirs))
    return tuple(out)


def _preview_import(files: Sequence[Path], format_: str | None, chosen: Options) -> None:
    """Print one line for each record that would come in, and the refusals."""
    refusals = []
    for record in read_files(files, format=format_, options=chosen):
        if isinstance(record, Refused):
            refusals.append(record)
            continue
        article, layer = record.article, record.layer
        title = f"“{article.title}”, " if article.title else ""
        items = f", {counted(len(layer.annotations()), 'item', 'items')} of {layer.annotator}" if layer.items else ""
        notes = f" ({'; '.join(record.notes)})" if record.notes else ""
        click.echo(f"{article.id}: {title}{len(article.text):,} characters{items}{notes}")
    if print_refused(refusals):
        raise SystemExit(1)


def _said(done: Imported) -> str:
    parts = [
        counted(len(done.articles), "new article", "new articles"),
        counted(done.layers, "layer written", "layers written"),
        f"{done.known:,} there already",
        f"{len(done.refused):,} refused",
    ]
    return ", ".join(parts)


def write_report(path: Path, refusals: Sequence[Refused]) -> None:
    """Write refused records to a TSV file: file, line, field, reason."""
    with replacing(path) as out:
        out.write(b"file\tline\tfield\treason\n")
        for refusal in refusals:
            cells = (refusal.source, str(refusal.line or ""), refusal.field, refusal.reason)
            out.write("\t".join(" ".join(cell.split()) for cell in cells).encode("utf-8", "backslashreplace") + b"\n")


# -- export ----------------------------------------------------------------------------------------------------------

_WHICH = options(
    click.option(
        "--layer", "layers", multiple=True, help="Only this annotator's layer; may be repeated; all: everyone's."
    ),
    click.option(
        "--status",
        "statuses",
        multiple=True,
        type=click.Choice([one.value for one in Status]),
        help="Only layers in this status.",
    ),
    click.option(
        "--state",
        "states",
        multiple=True,
        type=click.Choice([one.value for one in State]),
        help="Only items in this state.",
    ),
    click.option("--label", "labels", multiple=True, help="Only items with this label or form (PER, direct …)."),
    click.option(
        "--min-score", type=click.FloatRange(0, 1), help="Only items with this score or more, or without one."
    ),
    click.option("--since", help="Only articles published on this ISO date or after."),
    click.option("--until", help="Only articles published on this ISO date or before."),
    click.option("--flag", "flags", multiple=True, help="Only articles with this flag on them or on an item."),
)
_HOW_WRITTEN = options(
    click.option(
        "--offsets",
        type=OFFSETS,
        default="code-points",
        show_default=True,
        help="What doccano and Label Studio are to count.",
    ),
    click.option(
        "--part",
        type=click.Choice(["entities", "quotations"]),
        default="entities",
        show_default=True,
        help="What CoNLL holds.",
    ),
    click.option("--predictions", is_flag=True, help="Label Studio: write predictions, not annotations."),
    click.option("--context", default=200, show_default=True, help="Characters around a quotation in tables."),
    click.option("--licence", default="", help="Licence of the annotations, for a data set card."),
)


@click.command()
@click.argument("project", type=FILE)
@click.option("-o", "--output", type=FILE, help="The file or folder to write.")
@click.option(
    "--format", "format_", type=click.Choice(WRITABLE), help="By default what OUTPUT's name says, else jsonl."
)
@_WHICH
@_HOW_WRITTEN
@click.option("--split", metavar="80/10/10", help="Parts of train, dev and test, by article, each in its own file.")
@click.option("--seed", default=0, show_default=True, help="Seed of the split.")
@click.option("--preview", is_flag=True, help="Show counts and the beginning; write nothing.")
def export(
    project: Path,
    output: Path | None,
    format_: str | None,
    split: str | None,
    seed: int,
    preview: bool,
    offsets: str,
    part: str,
    predictions: bool,
    context: int,
    licence: str,
    **which: Any,
) -> None:
    """Write the annotations of PROJECT to a file.

    Without --layer these are the layers that people made, and for articles that nobody has begun the pre-annotation's.
    OUTPUT is written beside itself and moved into place when it is whole. What the format cannot hold is counted.
    """
    from core.store import Project

    if output is None and not preview:
        raise click.UsageError("Missing option '-o' / '--output'.")
    if output is not None and output.exists() and project.exists() and output.samefile(project):
        raise UserError("output-is-input", path=output)
    shares = _shares(split, seed) if split else None
    how = Options(offsets=offsets, part=part, predictions=predictions, context=context, licence=licence)
    name = format_ or written_as(output or Path("x.jsonl"))
    with Project.open(project, author_name(), read_only=True) as opened:
        wanted = _wanted(frozenset(opened.annotators()), **which)
        if preview:
            _print_preview(preview_export(opened, format=name, wanted=wanted, options=how))
            return
        assert output is not None
        with bar("Exporting", None) as shown:
            summary = export_project(
                opened, output, format=name, wanted=wanted, options=how, split=shares, progress=shown
            )
    click.echo(f"{counted(summary.articles, 'record', 'records')} written: {output}", err=True)
    for what, number in summary.lines():
        click.echo(f"  not held by the format: {number:,} {what}", err=True)


def _wanted(
    everyone: frozenset[str],
    layers: tuple[str, ...],
    statuses: tuple[str, ...],
    states: tuple[str, ...],
    labels: tuple[str, ...],
    min_score: float | None,
    since: str | None,
    until: str | None,
    flags: tuple[str, ...],
) -> Wanted:
    return Wanted(
        annotators=everyone if "all" in layers else frozenset(layers) or None,
        statuses=frozenset(map(Status, statuses)) or None,
        states=frozenset(map(State, states)) or None,
        labels=frozenset(labels) or None,
        min_score=min_score,
        since=since,
        until=until,
        flags=frozenset(flags) or None,
    )


def _shares(split: str, seed: int) -> Split:
    """Return ``80/10/10`` as shares; a usage error where that is not two or three numbers that add up to 100."""
    try:
        numbers = [float(number) for number in split.split("/")]
    except ValueError:
        numbers = []
    if len(numbers) not in (2, 3) or min(numbers) < 0 or abs(sum(numbers) - 100) > 1e-6:
        raise click.BadParameter(
            f"{split} is not shares that add up to 100, as 80/10/10 or 90/10", param_hint="--split"
        )
    names = ("train", "dev", "test") if len(numbers) == 3 else ("train", "test")
    return Split(tuple(zip(names, numbers, strict=True)), seed)


def _print_preview(shown: Preview) -> None:
    click.echo(counted(shown.articles, "record", "records"))
    for what, number in shown.counts:
        click.echo(f"  {number:,} {what}")
    for what, number in shown.lost:
        click.echo(f"  not held by the format: {number:,} {what}")
    click.echo(f"\n{shown.sample}".rstrip())


def written_as(output: Path) -> str:
    """Return the format that a file's name asks for (the longest suffix that fits), or ``jsonl``."""
    name = output.name.lower()
    fits = [(len(end), row.name) for row in FORMATS if row.writes for end in row.suffixes if name.endswith(end)]
    return max(fits, default=(0, "jsonl"))[1]


COMMANDS = (import_, export)
