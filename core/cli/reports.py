"""``citata ledger`` and ``report``: what became of the proposals, and everything about a project on one page."""

from __future__ import annotations

import json
from pathlib import Path

import click

from core.cli.author import author_name
from core.cli.command import command, option
from core.cli.files import write_text
from core.cli.parameters import FILE, PROJECT
from core.cli.progress import bar
from core.cli.tables import print_table
from core.errors import UserError
from core.language import tr
from core.model import AUTO, GOLD, PROPOSER


@command()
@PROJECT
@option("--annotator", "annotators", multiple=True, help="Whose work counts; may be repeated. By default all people's.")
@option("--adjudicated", is_flag=True, help="What the adjudicated layer made of the proposals.")
@option(
    "--proposer",
    metavar="NAME",
    help="Beside the proposals of this proposer, seen or not; auto: beside ours. By "
    "default beside those that each layer was begun from.",
)
@option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@option("--csv", "as_csv_", is_flag=True, help="Print it as CSV, with the reasons of rejections.")
def ledger(
    project: Path,
    annotators: tuple[str, ...],
    adjudicated: bool,
    proposer: str | None,
    as_json: bool,
    as_csv_: bool,
) -> None:
    """Show what became of every proposal of the pre-annotation in PROJECT, by rule and score.

    Articles that were given without proposals are counted apart: their annotators did not see what was proposed.
    """
    from core.report.ledger_table import ledger_csv, ledger_head, ledger_json, ledger_lines
    from core.report.project import open_ledger
    from core.store import Project
    from core.words.learning import made_by_words

    wanted = (*annotators, *((GOLD,) if adjudicated else ()))
    with Project.open(project, author_name(), read_only=True) as opened, bar(tr("Reading"), None) as shown:
        beside = proposer if proposer in (None, AUTO) else f"{PROPOSER}{proposer}"
        found = open_ledger(opened, wanted or None, shown, proposer=beside)
    if not found.rows:
        raise UserError("ledger-nothing", path=str(project))
    if as_json:
        click.echo(json.dumps(ledger_json(found), ensure_ascii=False, indent=1))
    elif as_csv_:
        click.echo(ledger_csv(found), nl=False)
    else:
        if found.is_taught:
            click.echo(made_by_words(dict(sorted(found.made_by.items()))))
        print_table(ledger_head(), [line.cells for line in ledger_lines(found)], words=4)


@command()
@PROJECT
@option("-o", "--output", required=True, type=FILE, help="The HTML file to write.")
def report(project: Path, output: Path) -> None:
    """Write the report of PROJECT: scheme, counts, progress, agreement, ledger, open questions; one file."""
    from core.report.project import project_report
    from core.store import Project

    with Project.open(project, author_name(), read_only=True) as opened, bar(tr("Reading"), None) as shown:
        words = project_report(opened, shown)
    write_text(output, words)
    click.echo(tr("Written: {path}", path=output), err=True)


@command()
@PROJECT
@click.argument("article", required=False)
@option("-o", "--output", required=True, type=FILE, help="The HTML file to write.")
@option("--layer", "annotator", default=AUTO, show_default=True, help="Whose annotation: a name, auto or gold.")
@option("--black-and-white", is_flag=True, help="Without colours, for a printer that has none.")
def page(project: Path, article: str | None, output: Path, annotator: str, black_and_white: bool) -> None:
    """Write an ARTICLE of PROJECT with its marks as one HTML file; without ARTICLE, the list of all quotations."""
    from core.report.article_page import article_page, quotations_page
    from core.store import Project

    colour = not black_and_white
    with Project.open(project, author_name(), read_only=True) as opened:
        if article is not None:
            layer = opened.layer(article, annotator)
            if layer is None:
                known = ", ".join(opened.layers_of(article)) or "—"
                raise UserError("layers-none", path=project, annotator=annotator, known=known)
            words = article_page(layer, colour=colour)
        else:
            found = (layer for _, layer in opened.records([annotator]))
            words = quotations_page(tr("Quotations: {project}", project=project.stem), found, colour=colour)
    write_text(output, words)
    click.echo(tr("Written: {path}", path=output), err=True)


COMMANDS = (ledger, report, page)
