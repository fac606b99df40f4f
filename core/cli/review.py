"""``citata agree``, ``assign``, ``status``, ``ledger`` and ``report``: how far people agree, who does what, how far."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import click

from core.cli.author import author_name
from core.cli.progress import bar, counted
from core.errors import UserError
from core.formats.base import replacing
from core.model import AUTO, GOLD, Status
from core.model.scope import parse_scope, scope_words
from core.review.workflow import ANNOTATED, Progress

SAMPLES = 1000
"""Bootstrap samples where nothing else is asked for."""
author_option = click.option(
    "--author", envvar="CITATA_AUTHOR", help="Your name for the log; by default your user name."
)


@click.command()
@click.argument("layers", metavar="A B [C...]", nargs=-1, required=True)
@click.option("--project", type=click.Path(path_type=Path), help="A B C are annotators of this project.")
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON.")
@click.option("--csv", "as_csv_", is_flag=True, help="Print every number as CSV: scope, measure, value.")
@click.option("--html", type=click.Path(path_type=Path), help="Write a page with tables and pictures to this file.")
@click.option("--articles", is_flag=True, help="Article by article as well.")
@click.option(
    "--bootstrap", default=SAMPLES, show_default=True, type=click.IntRange(0), help="Samples for the intervals."
)
@click.option("--seed", default=0, show_default=True, help="Seed of the samples.")
@click.option("--gamma", is_flag=True, help="Compute gamma too (needs the extra citata[gamma]; slow).")
def agree(
    layers: tuple[str, ...],
    project: Path | None,
    as_json: bool,
    as_csv_: bool,
    html: Path | None,
    articles: bool,
    bootstrap: int,
    seed: int,
    gamma: bool,
) -> None:
    """Measure how far two or more layers agree on the articles that they share.

    A B C are JSONL files, annotators of --project, or FILE@ANNOTATOR for one layer of a file or a project.
    Precision and recall are B's against A; exact and overlap compare content without marks and punctuation around it.
    """
    from core.agreement.tables import as_csv
    from core.exchange.layer_sources import collect, open_sources

    if len(layers) < 2:
        raise click.UsageError("Give two layers or more.")
    with open_sources(layers, project) as sources:
        with bar("Comparing", None) as shown:
            study = collect(sources, shown)
        result = study.result(articles=articles or html is not None, samples=bootstrap, seed=seed)
        if gamma:
            result["quotations"]["gamma"] = _gamma(sources, seed)
    if html is not None:
        from core.report.html import agreement_sections, page

        write_text(html, page("Agreement", " × ".join(result["layers"]), agreement_sections(result)))
        click.echo(f"Written: {html}", err=True)
    if as_json:
        click.echo(json.dumps(result, ensure_ascii=False, indent=1))
    elif as_csv_:
        click.echo(as_csv(result), nl=False)
    elif html is None:
        _print_agreement(result, articles)


def _gamma(sources: Sequence[Any], seed: int) -> float | None:
    """Return the mean of gamma over the articles that all sources have, weighed by their quotations."""
    from core.agreement.gamma import gamma

    shared = [one for one in sources[0].articles() if all(one in set(other.articles()) for other in sources[1:])]
    total = weight = 0.0
    for article in shared:
        layers = [source.layer(article) for source in sources]
        value = gamma(layers, seed=seed)
        count = sum(len(layer.quotations()) for layer in layers)
        if value is not None:
            total, weight = total + value * count, weight + count
    return total / weight if weight else None


def _print_agreement(result: dict[str, Any], articles: bool) -> None:
    from core.agreement.tables import found_rows, group_rows, headline_names, headline_rows, number, pair_rows

    click.echo(f"{' × '.join(result['layers'])}: {counted(result['articles'], 'article', 'articles')}")
    for name, count in result["left_out"].items():
        if count:
            click.echo(f"not compared: {counted(count, 'article', 'articles')} that only {name} has")
    print_table(("Measure", "Value", "from", "to"), headline_rows(result))
    if result["quotations"].get("gamma") is not None:
        click.echo(f"gamma: {number(result['quotations']['gamma'])}")
    print_table(("What", "Measure", "A", "B", "P", "R", "F1"), found_rows(result), words=2)
    if len(result["pairs"]) > 1:
        for row in pair_rows(result):
            click.echo(f"{row[0]} × {row[1]}: {row[2]} articles")
            print_table(("Measure", "Value"), list(zip(headline_names(), row[3:], strict=True)))
    if articles:
        head = ("Article", "A", "B", *(f"({at})" for at in range(1, len(headline_names()) + 1)))
        print_table(head, group_rows(result["by_article"]))
        for at, name in enumerate(headline_names(), 1):
            click.echo(f"({at}) {name}")


def print_table(head: Sequence[str], rows: Iterable[Sequence[str]], *, words: int = 1) -> None:
    """Print aligned columns; the first ``words`` to the left, the others to the right."""
    lines = [tuple(head), *(tuple(row) for row in rows)]
    if len(lines) == 1:
        return
    widths = [max(len(line[at]) for line in lines) for at in range(len(head))]
    for number, line in enumerate(lines):
        cells = [
            cell.ljust(width) if at < words else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(line, widths, strict=True))
        ]
        click.echo("  ".join(cells).rstrip())
        if number == 0:
            click.echo("  ".join("-" * width for width in widths))
    click.echo()


def write_text(path: Path, words: str) -> None:
    """Write a text file, whole or not at all."""
    with replacing(path) as out:
        out.write(words.encode())


@click.command()
@click.argument("project", type=click.Path(path_type=Path))
@click.option("--to", "people", multiple=True, help="An annotator; repeat it for each.")
@click.option("--doubled", default=0.2, show_default=True, help="Share of the articles that several people get.")
@click.option("--each", default=2, show_default=True, help="How many people a doubled article goes to.")
@click.option("--blank", default=0.0, show_default=True, help="Share of the articles given without proposals.")
@click.option("--seed", default=0, show_default=True, help="The same seed gives the same plan.")
@click.option("--article", "only", multiple=True, help="Only this article; may be repeated.")
@click.option(
    "--scope",
    "scope_words_",
    metavar="WHAT",
    help="What is annotated in the project: all, or quotations, entities and labels, separated by commas.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be given, and change nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print who got what as JSON.")
@author_option
def assign(
    project: Path,
    people: tuple[str, ...],
    doubled: float,
    each: int,
    blank: float,
    seed: int,
    only: tuple[str, ...],
    scope_words_: str | None,
    dry_run: bool,
    as_json: bool,
    author: str | None,
) -> None:
    """Give the articles of PROJECT that nobody has yet to annotators, everybody as many as the others.

    Articles that are finished or under review are not given out.
    """
    from core.review import workflow
    from core.store import Project, Reviews

    if not people and scope_words_ is None:
        raise click.UsageError("Missing option '--to' (or '--scope', to say what is annotated).")
    plan = workflow.Plan(annotators=people, doubled=doubled, each=each, blank=blank, seed=seed)
    with Project.open(project, author or author_name(), read_only=dry_run) as opened:
        reviews = Reviews(opened)
        every = [opened.article(one).id for one in only] or [row.id for row in opened.article_rows(AUTO)]
        ids = workflow.unfinished(every, reviews.states())
        before = reviews.assignments()
        given = workflow.assign(ids, plan, before) if people else []
        finished = len(set(every) - set(ids) - {one.article for one in before})
        scope = parse_scope(scope_words_.split(","), opened.schema) if scope_words_ is not None else opened.scope()
        if not dry_run:
            reviews.assign(given)
            if scope != opened.scope():
                opened.set_scope(scope)
    if as_json:
        rows = [{"article": one.article, "annotator": one.annotator, "start": one.start.value} for one in given]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    articles = len({one.article for one in given})
    click.echo(f"{counted(articles, 'article', 'articles')} {'would be given' if dry_run else 'given'}:")
    for name in people:
        click.echo(f"  {name}: {sum(one.annotator == name for one in given):,}")
    if people and finished:
        click.echo(f"Not given, as finished or under review: {counted(finished, 'article', 'articles')}")
    click.echo(f"To annotate: {', '.join(scope_words(scope))}")


@click.command()
@click.argument("project", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
def status(project: Path, as_json: bool) -> None:
    """Show how far everybody is in PROJECT, and what waits for review: the lowest agreement first."""
    from core.review.state import agreement_by_article
    from core.review.workflow import article_states, progress, review_queue
    from core.store import Project, Reviews

    with Project.open(project, author_name(), read_only=True) as opened:
        reviews = Reviews(opened)
        assignments, states = reviews.assignments(), reviews.states()
        where = article_states(assignments, states)
        waiting = [one for one in where if one.annotated and not one.reviewed]
        agreement = agreement_by_article(opened, waiting)
        count = opened.article_count(AUTO)
        scope = scope_words(opened.scope())
    queue = review_queue(where, agreement)
    people = progress(assignments, states)
    facts: dict[str, Any] = {
        "articles": count,
        "begun": len(where),
        "annotated": sum(one.annotated for one in where),
        "reviewed": sum(one.reviewed for one in where),
        "done_with_open_items": sum(
            one.annotator != AUTO and one.status in ANNOTATED and one.settled < one.total for one in states
        ),
    }
    if as_json:
        waits = [{"article": one, "agreement": agreement.get(one)} for one in queue]
        by_person = [_person(one) for one in people]
        click.echo(
            json.dumps(
                {**facts, "scope": scope, "people": by_person, "review_queue": waits}, ensure_ascii=False, indent=1
            )
        )
        return
    said = ", ".join(f"{facts[name]:,} {name}" for name in ("begun", "annotated", "reviewed"))
    click.echo(f"{counted(count, 'article', 'articles')}: {said}")
    click.echo(f"To annotate: {', '.join(scope)}")
    if facts["done_with_open_items"]:
        layers = counted(facts["done_with_open_items"], "finished layer has", "finished layers have")
        click.echo(f"{layers} open items")
    click.echo()
    head = ("Annotator", "Given", *(state.value.replace("_", " ") for state in Status), "Settled", "of")
    print_table(
        head, [[f"{cell:,}" if isinstance(cell, int) else cell for cell in _person(p).values()] for p in people]
    )
    shown = [(one, "—" if agreement.get(one) is None else f"{agreement[one]:.4f}") for one in queue]
    print_table(("Waits for review", "Agreement"), shown)


def _person(one: Progress) -> dict[str, str | int]:
    """Return one person's progress as plain values, in the order of the table."""
    by_status = {state.value: one.by_status.get(state, 0) for state in Status}
    return {
        "annotator": one.annotator,
        "assigned": one.assigned,
        **by_status,
        "settled": one.settled,
        "total": one.total,
    }


@click.command()
@click.argument("project", type=click.Path(path_type=Path))
@click.option(
    "--annotator", "annotators", multiple=True, help="Whose work counts; may be repeated. By default all people's."
)
@click.option("--adjudicated", is_flag=True, help="What the adjudicated layer made of the proposals.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.option("--csv", "as_csv_", is_flag=True, help="Print it as CSV, with the reasons of rejections.")
def ledger(project: Path, annotators: tuple[str, ...], adjudicated: bool, as_json: bool, as_csv_: bool) -> None:
    """Show what became of every proposal of the pre-annotation in PROJECT, by rule and score.

    Articles that were given without proposals are counted apart: their annotators did not see what was proposed.
    """
    from core.report.ledger_table import HEAD, ledger_csv, ledger_json, ledger_rows
    from core.report.project import open_ledger
    from core.store import Project

    wanted = (*annotators, *((GOLD,) if adjudicated else ()))
    with Project.open(project, author_name(), read_only=True) as opened, bar("Reading", None) as shown:
        found = open_ledger(opened, wanted or None, shown)
    if not found.rows:
        raise UserError("ledger-nothing", path=str(project))
    if as_json:
        click.echo(json.dumps(ledger_json(found), ensure_ascii=False, indent=1))
    elif as_csv_:
        click.echo(ledger_csv(found), nl=False)
    else:
        print_table(HEAD, ledger_rows(found), words=4)


@click.command()
@click.argument("project", type=click.Path(path_type=Path))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="The HTML file to write.")
def report(project: Path, output: Path) -> None:
    """Write the report of PROJECT: scheme, counts, progress, agreement, ledger, open questions; one file."""
    from core.report.project import project_report
    from core.store import Project

    with Project.open(project, author_name(), read_only=True) as opened, bar("Reading", None) as shown:
        words = project_report(opened, shown)
    write_text(output, words)
    click.echo(f"Written: {output}", err=True)


COMMANDS = (agree, assign, status, ledger, report)
