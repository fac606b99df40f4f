"""``citata agree``, ``assign`` and ``status``: how far people agree, who does what, how far they are."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from core.cli.author import author_name, author_option
from core.cli.command import command, option
from core.cli.files import write_text
from core.cli.parameters import FILE, PROJECT, SHARE
from core.cli.progress import bar
from core.cli.tables import print_table
from core.language import number, tr
from core.model import AUTO, Status, is_machine
from core.model.scope import parse_scope, scope_words

if TYPE_CHECKING:
    from core.model.scope import Scope
    from core.review.workflow import Plan, Progress

SAMPLES = 1000
"""Bootstrap samples where nothing else is asked for."""
DOUBLED = 0.2
"""Share of the articles that several people get where nothing else is asked for and there are enough people."""


@command()
@click.argument("layers", metavar="A B [C...]", nargs=-1, required=True)
@option("--project", type=FILE, help="A B C are annotators of this project.")
@option("--json", "as_json", is_flag=True, help="Print everything as JSON.")
@option("--csv", "as_csv_", is_flag=True, help="Print every number as CSV: scope, measure, value.")
@option("--html", type=FILE, help="Write a page with tables and pictures to this file.")
@option("--articles", is_flag=True, help="Article by article as well.")
@option("--bootstrap", default=SAMPLES, show_default=True, type=click.IntRange(0), help="Samples for the intervals.")
@option("--seed", default=0, show_default=True, help="Seed of the samples.")
@option("--gamma", is_flag=True, help="Compute gamma too (needs the extra citata[gamma]; slow).")
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
        raise click.UsageError(tr("Give two layers or more."))
    with open_sources(layers, project) as sources:
        with bar(tr("Comparing"), None) as shown:
            study = collect(sources, shown)
        result = study.result(articles=articles or html is not None, samples=bootstrap, seed=seed)
        if gamma:
            result["quotations"]["gamma"] = _gamma(sources, seed)
    if html is not None:
        from core.report.html import agreement_sections, page

        write_text(html, page(tr("Agreement"), " × ".join(result["layers"]), agreement_sections(result)))
        click.echo(tr("Written: {path}", path=html), err=True)
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
    from core.agreement.tables import found_rows, group_rows, headline_names, headline_rows, pair_rows
    from core.agreement.tables import number as measure

    click.echo(f"{' × '.join(result['layers'])}: {tr('%n article(s)', result['articles'])}")
    for name, count in result["left_out"].items():
        if count:
            click.echo(tr("not compared: %n article(s) that only {name} has", count, name=name))
    print_table((tr("Measure"), tr("Value"), tr("from"), tr("to")), headline_rows(result))
    if result["quotations"].get("gamma") is not None:
        click.echo(f"gamma: {measure(result['quotations']['gamma'])}")
    print_table((tr("What"), tr("Measure"), "A", "B", "P", "R", "F1"), found_rows(result), words=2)
    if len(result["pairs"]) > 1:
        for row in pair_rows(result):
            click.echo(f"{row[0]} × {row[1]}: {tr('%n article(s)', int(row[2]))}")
            print_table((tr("Measure"), tr("Value")), list(zip(headline_names(), row[3:], strict=True)))
    if articles:
        head = (tr("Article"), "A", "B", *(f"({at})" for at in range(1, len(headline_names()) + 1)))
        print_table(head, group_rows(result["by_article"]))
        for at, name in enumerate(headline_names(), 1):
            click.echo(f"({at}) {name}")


@command()
@PROJECT
@option("--to", "people", multiple=True, help="An annotator; repeat it for each.")
@option(
    "--doubled",
    type=SHARE,
    help="Share of the articles that several people get; 0.2 by default, 0 where too few are named with --to.",
)
@option(
    "--each", default=2, show_default=True, type=click.IntRange(2), help="How many people a doubled article goes to."
)
@option("--blank", default=0.0, show_default=True, type=SHARE, help="Share of the articles given without proposals.")
@option("--seed", default=0, show_default=True, help="The same seed gives the same plan.")
@option("--article", "only", multiple=True, help="Only this article; may be repeated.")
@option(
    "--scope",
    "scope_words_",
    metavar="WHAT",
    help="What is annotated in the project: all, or quotations, entities and labels, separated by commas.",
)
@option("--dry-run", is_flag=True, help="Say what would be given, and change nothing.")
@option("--json", "as_json", is_flag=True, help="Print who got what as JSON.")
@author_option
def assign(
    project: Path,
    people: tuple[str, ...],
    doubled: float | None,
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
    from core.review.workflow import Plan

    if not people and scope_words_ is None:
        raise click.UsageError(tr("Missing option '--to' (or '--scope', to say what is annotated)."))
    if doubled is None:
        doubled = DOUBLED if len(set(people)) >= each else 0.0
    plan = Plan(annotators=people, doubled=doubled, each=each, blank=blank, seed=seed)
    _assign(project, plan, only, scope_words_, author or author_name(), dry_run=dry_run, as_json=as_json)


def _assign(
    path: Path, plan: Plan, only: tuple[str, ...], scope_said: str | None, author: str, *, dry_run: bool, as_json: bool
) -> None:
    from core.review import workflow
    from core.store import Project, Reviews

    with Project.open(path, author, read_only=dry_run) as opened:
        reviews = Reviews(opened)
        every = [opened.article(one).id for one in only] or [row.id for row in opened.article_rows(AUTO)]
        ids = workflow.unfinished(every, reviews.states())
        before = reviews.assignments()
        given = workflow.assign(ids, plan, before) if plan.annotators else []
        finished = len(set(every) - set(ids) - {one.article for one in before})
        scope = parse_scope(scope_said.split(","), opened.schema) if scope_said is not None else opened.scope()
        if not dry_run:
            reviews.assign(given)
            if scope != opened.scope():
                opened.set_scope(scope)
    if as_json:
        rows = [{"article": one.article, "annotator": one.annotator, "start": one.start.value} for one in given]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    articles = len({one.article for one in given})
    click.echo(tr("%n article(s) would be given:", articles) if dry_run else tr("%n article(s) given:", articles))
    for name in plan.annotators:
        click.echo(f"  {name}: {number(sum(one.annotator == name for one in given))}")
    if plan.annotators and finished:
        click.echo(tr("Not given, as finished or under review: %n article(s)", finished))
    _echo_scope(scope)


def _echo_scope(scope: Scope) -> None:
    from core.words.values import covered_words

    click.echo(tr("To annotate: {what}", what=covered_words(scope)))


@command()
@PROJECT
@option("--json", "as_json", is_flag=True, help="Print it as JSON.")
def status(project: Path, as_json: bool) -> None:
    """Show how far everybody is in PROJECT, and what waits for review: the lowest agreement first."""
    from core.review.state import agreement_by_article
    from core.review.workflow import ANNOTATED, article_states, progress, review_queue
    from core.store import Project, Reviews

    with Project.open(project, author_name(), read_only=True) as opened:
        reviews = Reviews(opened)
        assignments, states = reviews.assignments(), reviews.states()
        where = article_states(assignments, states)
        waiting = [one for one in where if one.annotated and not one.reviewed]
        agreement = agreement_by_article(opened, waiting)
        count = opened.article_count(AUTO)
        scope = opened.scope()
    queue = review_queue(where, agreement)
    people = progress(assignments, states)
    facts: dict[str, Any] = {
        "articles": count,
        "begun": len(where),
        "annotated": sum(one.annotated for one in where),
        "reviewed": sum(one.reviewed for one in where),
        "done_with_open_items": sum(
            not is_machine(one.annotator) and one.status in ANNOTATED and one.settled < one.total for one in states
        ),
    }
    if as_json:
        waits = [{"article": one, "agreement": agreement.get(one)} for one in queue]
        result = {**facts, "scope": scope_words(scope), "people": [_person(one) for one in people]}
        click.echo(json.dumps({**result, "review_queue": waits}, ensure_ascii=False, indent=1))
        return
    _print_status(facts, people, [(one, agreement.get(one)) for one in queue], scope)


def _print_status(
    facts: dict[str, Any], people: list[Progress], queue: list[tuple[str, float | None]], scope: Scope
) -> None:
    from core.words.values import layer_words, status_words

    said = (
        tr("{count} begun", count=number(facts["begun"])),
        tr("{count} annotated", count=number(facts["annotated"])),
        tr("{count} reviewed", count=number(facts["reviewed"])),
    )
    click.echo(f"{tr('%n article(s)', facts['articles'])}: {', '.join(said)}")
    _echo_scope(scope)
    if facts["done_with_open_items"]:
        click.echo(tr("%n finished layer(s) with open items", facts["done_with_open_items"]))
    click.echo()
    head = (tr("Annotator"), tr("Given"), *map(status_words, Status), tr("Settled"), tr("of"))
    rows = []
    for one in people:
        name, *counts = _person(one).values()
        rows.append((layer_words(str(name)), *(number(int(count)) for count in counts)))
    print_table(head, rows)
    shown = [(one, "—" if value is None else f"{value:.4f}") for one, value in queue]
    print_table((tr("Waits for review"), tr("Agreement")), shown)


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


COMMANDS = (agree, assign, status)
