"""``citata import`` and ``citata export``: data into a project and out of it."""

from __future__ import annotations

import getpass
from collections.abc import Sequence
from pathlib import Path

import click

from core.cli.progress import bar, counted, print_refused
from core.errors import UserError
from core.formats import FORMATS
from core.formats.base import Options, Refused, replacing
from core.model import Status
from core.transfer import Imported, Wanted, export_project, import_files

READABLE = [row.name for row in FORMATS if row.reads]
WRITABLE = [row.name for row in FORMATS if row.writes]


def author_name() -> str:
    """Return who works here: the name that the log gets."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "citata"


@click.command("import")
@click.argument("project", type=click.Path(path_type=Path))
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "format_", type=click.Choice(READABLE), help="The files' format; seen from them by default.")
@click.option("--encoding", help="Encoding of text files; detected where this is left out.")
@click.option("--annotator", default="imported", show_default=True, help="The layer of records that name no annotator.")
@click.option("--replace", is_flag=True, help="Replace layers that are there and differ (it can be undone).")
@click.option("--add-labels", is_flag=True, help="Add labels that the project lacks.")
@click.option("--report", type=click.Path(path_type=Path), help="Write every refused record to this TSV file.")
@click.option("--author", envvar="CITATA_AUTHOR", help="Your name for the log; by default your user name.")
def import_(
    project: Path,
    files: tuple[Path, ...],
    format_: str | None,
    encoding: str | None,
    annotator: str,
    replace: bool,
    add_labels: bool,
    report: Path | None,
    author: str | None,
) -> None:
    """Bring articles and annotations into PROJECT, which is made if it is not there.

    A record's annotator names the layer that it goes to. What is there already is passed over; a record that cannot be
    taken is reported with file, line, field and reason, and the others go in. The exit code is 1 if any was refused.
    """
    from core.store import Project

    if not any(path.exists() for path in files):
        raise UserError("file-missing", path=files[0])
    name = author or author_name()
    options = Options(annotator=annotator, encoding=encoding)
    with Project.open(project, name) if project.exists() else Project.create(project, name) as opened:
        if opened.read_only_because is not None:
            raise opened.read_only_because
        with bar("Importing", None) as shown:
            done = import_files(
                opened,
                files,
                format=format_,
                options=options,
                replace_layers=replace,
                add_labels=add_labels,
                progress=shown,
            )
    click.echo(_said(done), err=True)
    if report is not None:
        write_report(report, done.refused)
    if print_refused(done.refused):
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


@click.command()
@click.argument("project", type=click.Path(path_type=Path))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="The file to write.")
@click.option(
    "--format", "format_", type=click.Choice(WRITABLE), help="By default what OUTPUT's name says, else jsonl."
)
@click.option(
    "--layer", "layers", multiple=True, help="Annotator whose layer to export; may be repeated; all: everyone's."
)
@click.option(
    "--status",
    "statuses",
    multiple=True,
    type=click.Choice([status.value for status in Status]),
    help="Only layers in this state; may be repeated.",
)
def export(
    project: Path, output: Path, format_: str | None, layers: tuple[str, ...], statuses: tuple[str, ...]
) -> None:
    """Write the annotations of PROJECT to a file.

    Without --layer these are the layers that people made, and for articles that nobody has begun the pre-annotation's.
    OUTPUT is written beside itself and moved into place when it is whole.
    """
    from core.store import Project

    if output.exists() and project.exists() and output.samefile(project):
        raise UserError("output-is-input", path=output)
    with Project.open(project, author_name(), read_only=True) as opened:
        everyone = frozenset(opened.annotators())
        annotators = everyone if "all" in layers else frozenset(layers) or None
        wanted = Wanted(annotators, frozenset(Status(status) for status in statuses) or None)
        with bar("Exporting", None) as shown:
            summary = export_project(
                opened, output, format=format_ or written_as(output), wanted=wanted, progress=shown
            )
    click.echo(f"{counted(summary.articles, 'record', 'records')} written: {output}", err=True)
    for what, number in summary.lines():
        click.echo(f"  not held by the format: {number:,} {what}", err=True)


def written_as(output: Path) -> str:
    """Return the format that a file's name asks for, or ``jsonl``."""
    name = output.name.lower()
    return next((row.name for row in FORMATS if row.writes and name.endswith(row.suffixes)), "jsonl")


COMMANDS = (import_, export)
