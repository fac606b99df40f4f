"""``citata sources``: the register of sources of a project, and what its articles' actors may be."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from core.cli.author import author_name
from core.cli.command import command, option
from core.cli.parameters import PROJECT, SHARE
from core.cli.tables import print_table
from core.errors import UserError
from core.language import tr

if TYPE_CHECKING:
    from core.model.register import Appearance
    from core.register.doubles import Double
    from core.register.proposals import Proposal


@command()
@PROJECT
@option(
    "--propose",
    is_flag=True,
    help="List what actors that nobody has linked may be, and which sources may be one, with reasons.",
)
@option(
    "--layer", "annotator", help="Whose layers: a name or adjudicated. By default everybody's; with --propose yours."
)
@option("--min-score", default=0.0, type=SHARE, help="With --propose: only proposals with at least this score.")
@option("--json", "as_json", is_flag=True, help="Print it as JSON, one object a line.")
def sources(project: Path, propose: bool, annotator: str | None, min_score: float, as_json: bool) -> None:
    """List the sources in the register of PROJECT, each with the articles and quotations that are linked to it.

    With --propose nothing is changed either: whom a person takes for whom is decided in the window.
    """
    from core.store import Project, Registers

    with Project.open(project, author_name(), read_only=True) as opened:
        registers = Registers(opened)
        whose = annotator or (opened.author if propose else None)
        if whose is not None and whose not in (people := opened.annotators()):
            raise UserError("layers-none", path=str(project), annotator=whose, known=", ".join(people) or "—")
        if propose:
            from core.register.doubles import doubles
            from core.register.proposals import propose as proposals

            register = registers.register()
            found = proposals(register, registers.appearances(whose))
            made = [one for one in found if one.score >= min_score]
            linked_ones = registers.appearances(sources=[source.id for source in register])
            twice = [one for one in doubles(register, linked_ones) if one.score >= min_score]
            if not made and not twice:
                click.echo(
                    tr("No proposals for what is settled in the layers of {annotator}.", annotator=whose), err=True
                )
            _print_proposals(made, as_json=as_json)
            _print_doubles(twice, as_json=as_json)
            return
        register = registers.register()
        linked: dict[str, list[Appearance]] = defaultdict(list)
        for one in registers.appearances(annotator, sources=[source.id for source in register]):
            source = register.resolve(one.actor.source)
            if source is not None:
                linked[source.id].append(one)
    if not len(register):
        raise UserError("register-empty", path=project)
    _print_sources([(source, linked[source.id]) for source in register.listed()], as_json=as_json)


def _print_sources(found: list[tuple[Any, list[Appearance]]], *, as_json: bool) -> None:
    from core.model.register import heard
    from core.words.register import gender_words
    from core.words.values import kind_words

    lines: list[list[str]] = []
    for source, linked in found:
        articles, said = heard(linked)
        if as_json:
            told = {**msgspec.to_builtins(source), "articles": articles, "quotations": said}
            click.echo(json.dumps(told, ensure_ascii=False))
        else:
            cells = (source.name, kind_words(source.kind), gender_words(source.gender), source.role, source.identifier)
            lines.append([*cells, str(articles), str(said)])
    head = (tr("Name"), tr("Kind"), tr("Gender"), tr("Office or trade"), tr("Identifier"), tr("Articles"),
            tr("Quotations"))  # fmt: skip
    print_table(head, lines, words=5)


def _print_proposals(found: list[Proposal], *, as_json: bool) -> None:
    from core.words.register import reason_of_source_words

    lines: list[list[str]] = []
    for one in found:
        why = "; ".join(map(reason_of_source_words, one.reasons))
        if as_json:
            told = {
                "source": one.source.id, "name": one.source.name, "new": one.is_new, "score": one.score, "reasons": why,
                "actors": [{"article": held.article, "actor": held.actor.id, "name": held.actor.name}
                           for held in one.appearances],
            }  # fmt: skip
            click.echo(json.dumps(told, ensure_ascii=False))
        else:
            new = tr("new") if one.is_new else ""
            lines.append([one.source.name, new, why, f"{one.score:.2f}", str(one.articles)])
    print_table((tr("Name"), tr("New source"), tr("Why"), tr("Score"), tr("Articles")), lines, words=3)


def _print_doubles(found: list[Double], *, as_json: bool) -> None:
    from core.words.register import about_source, reason_of_source_words

    lines: list[list[str]] = []
    for one in found:
        why = "; ".join(map(reason_of_source_words, one.reasons))
        if as_json:
            told = {
                "sources": [source.id for source in one.sources], "names": [source.name for source in one.sources],
                "score": one.score, "reasons": why,
            }  # fmt: skip
            click.echo(json.dumps(told, ensure_ascii=False))
        else:
            names = " = ".join(dict.fromkeys(source.name for source in one.sources))
            about = "; ".join(dict.fromkeys(filter(None, map(about_source, one.sources))))
            lines.append([names, str(len(one.sources)), about, why, f"{one.score:.2f}"])
    if lines:
        print_table((tr("May be one"), tr("Sources"), tr("Known of them"), tr("Why"), tr("Score")), lines, words=4)


COMMANDS = (sources,)
