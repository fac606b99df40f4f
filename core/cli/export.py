"""``citata export``: annotations out of a project, and what is said of items that nobody has settled."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from core.cli.author import author_name
from core.cli.progress import bar, counted
from core.cli.transfer import FILE, OFFSETS, options
from core.errors import UserError
from core.exchange.preview import Preview, preview_export
from core.exchange.transfer import (
    Split,
    Unsettled,
    Wanted,
    What,
    export_project,
    preset,
)
from core.exchange.transfer import unsettled as count_unsettled
from core.formats import FORMATS
from core.formats.base import Options
from core.model import State, Status

WRITABLE = [row.name for row in FORMATS if row.writes]

_WHICH = options(
    click.option(
        "--what",
        type=click.Choice([one.value for one in What]),
        help="Whose word: gold (the adjudicated layers), people (what people settled in finished articles; the default"
        " without --layer, --status and --state), people+open (people's layers and open proposals), proposals.",
    ),
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
    click.option("--unsettled", is_flag=True, help="Write unsettled items in formats that cannot say so."),
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
    unsettled: bool,
    context: int,
    licence: str,
    what: str | None,
    **which: Any,
) -> None:
    """Write the annotations of PROJECT to a file.

    Without --what, --layer, --status and --state this is what people settled, of articles that are done or reviewed;
    with one of the latter three the layers are written as they are. OUTPUT is written beside itself and moved into
    place when it is whole. What the format cannot hold is counted.
    """
    from core.store import Project

    if output is None and not preview:
        raise click.UsageError("Missing option '-o' / '--output'.")
    if output is not None and output.exists() and project.exists() and output.samefile(project):
        raise UserError("output-is-input", path=output)
    shares = _shares(split, seed) if split else None
    how = Options(
        offsets=offsets, part=part, predictions=predictions, unsettled=unsettled, context=context, licence=licence
    )
    name = format_ or written_as(output or Path("x.jsonl"))
    with Project.open(project, author_name(), read_only=True) as opened:
        wanted = _wanted(frozenset(opened.annotators()), **which)
        as_they_are = which["layers"] or which["statuses"] or which["states"]
        wanted = preset(What(what) if what else What.PEOPLE_AND_OPEN if as_they_are else What.PEOPLE, wanted)
        if preview:
            _print_preview(preview_export(opened, format=name, wanted=wanted, options=how))
            return
        assert output is not None
        with bar("Exporting", None) as shown:
            summary = export_project(
                opened, output, format=name, wanted=wanted, options=how, split=shares, progress=shown
            )
        open_ = count_unsettled(opened, wanted)
    click.echo(f"{counted(summary.articles, 'record', 'records')} written: {output}", err=True)
    for line in _unsettled_lines(open_, "written"):
        click.echo(f"  {line}", err=True)
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


def _unsettled_lines(found: Unsettled, verb: str) -> Iterator[str]:
    """Yield what is to be said of items that nobody has settled."""
    if found.written:
        said = counted(found.written, "item that nobody has settled is", "items that nobody has settled are")
        yield f"{said} {verb}, of {counted(found.articles, 'article', 'articles')} (origin auto, or fields auto)"
    if found.left:
        said = counted(found.left, "open item stays behind", "open items stay behind")
        yield f"{said}, of {counted(found.left_articles, 'article', 'articles')} (--what people+open writes them)"


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
    for line in _unsettled_lines(shown.unsettled, "to be written"):
        click.echo(line)
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


COMMANDS = (export,)
