"""``citata export``: annotations out of a project, and what is said of items that nobody has settled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from core.cli.author import author_name
from core.cli.command import command, option, options
from core.cli.parameters import FILE_OR_STREAM, OFFSETS, PROJECT, Date
from core.cli.progress import bar
from core.cli.streams import STREAM, as_output
from core.errors import UserError
from core.exchange.choices import What
from core.formats import FORMATS, format_named
from core.formats.base import Options
from core.language import mark, number, tr
from core.model import Form, State, Status

if TYPE_CHECKING:
    from core.exchange.preview import Preview
    from core.exchange.transfer import Split, Unsettled, Wanted

WRITABLE = [row.name for row in FORMATS if row.writes]

_WHICH = options(
    option(
        "--what",
        type=click.Choice([one.value for one in What]),
        help="Whose word: gold (the adjudicated layers), people (what people settled in finished articles; the default"
        " without --layer, --status and --state), people+open (people's layers and open proposals), proposals,"
        " counted (of each article the layer that search and counts take).",
    ),
    option("--layer", "layers", multiple=True, help="Only this annotator's layer; may be repeated; all: everyone's."),
    option(
        "--status",
        "statuses",
        multiple=True,
        type=click.Choice([one.value for one in Status]),
        help="Only layers in this status.",
    ),
    option(
        "--state",
        "states",
        multiple=True,
        type=click.Choice([one.value for one in State]),
        help="Only items in this state.",
    ),
    option("--label", "labels", multiple=True, help="Only items with this label or form (PER, direct …)."),
    option("--min-score", type=click.FloatRange(0, 1), help="Only items with this score or more, or without one."),
    option("--since", type=Date(), help="Only articles published on this day or after: 2026-01-31 or 31.01.2026."),
    option("--until", type=Date(), help="Only articles published on this day or before."),
    option("--flag", "flags", multiple=True, help="Only articles with this flag on them or on an item."),
)
_HOW_WRITTEN = options(
    option(
        "--offsets",
        type=OFFSETS,
        default="code-points",
        show_default=True,
        help="What doccano and Label Studio are to count.",
    ),
    option(
        "--part",
        type=click.Choice(["entities", "quotations"]),
        default="entities",
        show_default=True,
        help="What CoNLL holds.",
    ),
    option("--unsettled", is_flag=True, help="Write unsettled items in formats that cannot say so."),
    option("--predictions", is_flag=True, help="Label Studio: write predictions, not annotations."),
    option("--context", default=200, show_default=True, help="Characters around a quotation in tables."),
    option("--licence", default="", help="Licence of the annotations, for a data set card."),
)


@command()
@PROJECT
@option("-o", "--output", type=FILE_OR_STREAM, help="The file or folder to write; - is standard output.")
@option("--format", "format_", type=click.Choice(WRITABLE), help="By default what OUTPUT's name says, else jsonl.")
@_WHICH
@_HOW_WRITTEN
@option("--split", metavar="80/10/10", help="Parts of train, dev and test, by article, each in its own file.")
@option("--seed", default=0, show_default=True, help="Seed of the split.")
@option("--preview", is_flag=True, help="Show counts and the beginning; write nothing.")
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
    if output is None and not preview:
        raise click.UsageError(tr("Missing option '-o' / '--output'. -o - writes to standard output."))
    if output is not None and output.exists() and project.exists() and output.samefile(project):
        raise UserError("output-is-input", path=output)
    if which["since"] and which["until"] and which["since"] > which["until"]:
        raise click.UsageError(tr("The first date is after the last one."))
    shares = _shares(split, seed) if split else None
    how = Options(
        offsets=offsets, part=part, predictions=predictions, unsettled=unsettled, context=context, licence=licence
    )
    name = format_ or written_as(output or Path("x.jsonl"))
    _check_stream(output, name, split)
    _export(project, output, name, what, which, how, shares, preview=preview)


def _check_stream(output: Path | None, name: str, split: str | None) -> None:
    """Refuse what is no single file on standard output: a folder, or the parts of a split; UserError."""
    if output == STREAM and (format_named(name).folder or split is not None):
        raise UserError("output-is-folder", format=format_named(name).title)


def _export(
    project: Path,
    output: Path | None,
    name: str,
    what: str | None,
    which: dict[str, Any],
    how: Options,
    shares: Split | None,
    *,
    preview: bool,
) -> None:
    from core.exchange.preview import preview_export
    from core.exchange.transfer import export_project, preset
    from core.exchange.transfer import unsettled as count_unsettled
    from core.store import Project

    with Project.open(project, author_name(), read_only=True) as opened:
        wanted = _wanted(frozenset(opened.annotators()), **which)
        as_they_are = which["layers"] or which["statuses"] or which["states"]
        wanted = preset(What(what) if what else What.PEOPLE_AND_OPEN if as_they_are else What.PEOPLE, wanted)
        if preview or output is None:
            _print_preview(preview_export(opened, format=name, wanted=wanted, options=how))
            return
        with bar(tr("Exporting"), None) as shown, as_output(output, format_named(name).suffixes[0]) as target:
            summary = export_project(
                opened, target, format=name, wanted=wanted, options=how, split=shares, progress=shown
            )
        open_ = count_unsettled(opened, wanted)
    where = "" if output == STREAM else f": {output}"
    click.echo(f"{tr('%n record(s) written', summary.articles)}{where}", err=True)
    for line in _unsettled_lines(open_, planned=False):
        click.echo(f"  {line}", err=True)
    for line in _lost_lines(summary.lines()):
        click.echo(line, err=True)


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
    from core.exchange.transfer import Wanted

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


def _unsettled_lines(found: Unsettled, *, planned: bool) -> Iterator[str]:
    """Yield what is to be said of items that nobody has settled; ``planned``: of an export that is previewed."""
    if found.written:
        items, articles = tr("%n item(s)", found.written), tr("%n article(s)", found.articles)
        said = mark("to be written: {what}") if planned else mark("written: {what}")
        what = tr(
            "{items} of {articles} that nobody has settled (origin auto, or fields auto)",
            items=items,
            articles=articles,
        )
        yield tr(said).format(what=what)
    if found.left:
        items, articles = tr("%n item(s)", found.left), tr("%n article(s)", found.left_articles)


def _lost_lines(lost: Iterable[tuple[str, int]]) -> Iterator[str]:
    from core.words.exchange import lost_words

    for what, count in lost:
        yield f"  {tr('not held by the format: {count} {what}', count=number(count), what=lost_words(what))}"


def _shares(split: str, seed: int) -> Split:
    """Return ``80/10/10`` as shares; a usage error where that is not two or three numbers that add up to 100."""
    from core.exchange.transfer import Split

    try:
        numbers = [float(number) for number in split.split("/")]
    except ValueError:
        numbers = []
    if len(numbers) not in (2, 3) or min(numbers) < 0 or abs(sum(numbers) - 100) > 1e-6:
        said = tr("{split} is not shares that add up to 100, as 80/10/10 or 90/10", split=split)
        raise click.BadParameter(said, param_hint="--split")
    names = ("train", "dev", "test") if len(numbers) == 3 else ("train", "test")
    return Split(tuple(zip(names, numbers, strict=True)), seed)


def _print_preview(shown: Preview) -> None:
    for line in _unsettled_lines(shown.unsettled, planned=True):
        click.echo(line)
    click.echo(tr("%n record(s)", shown.articles))
    for what, count in shown.counts:
        click.echo(f"  {number(count)} {_counted_words(what)}")
    for line in _lost_lines(shown.lost):
        click.echo(line)
    click.echo(f"\n{shown.sample}".rstrip())


def _counted_words(what: str) -> str:
    """Return what a preview counts: a form, a label, the layer of somebody."""
    from core.words.values import form_words

    if what in set(Form):
        return form_words(Form(what)).lower()
    if what.startswith("layer "):
        return tr("layer of {name}", name=what.removeprefix("layer "))
    return what


def written_as(output: Path) -> str:
    """Return the format that a file's name asks for (the longest suffix that fits), or ``jsonl``."""
    name = output.name.lower()
    fits = [(len(end), row.name) for row in FORMATS if row.writes for end in row.suffixes if name.endswith(end)]
    return max(fits, default=(0, "jsonl"))[1]


COMMANDS = (export,)
