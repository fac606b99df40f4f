"""``citata proposers``: who else proposes in a project, what they may do, and whose proposals are shown."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from core.cli.author import author_name, author_option
from core.cli.command import command, option
from core.cli.parameters import PROJECT
from core.cli.tables import print_table
from core.errors import UserError
from core.language import sentence, tr
from core.model import AUTO, PROPOSER

if TYPE_CHECKING:
    from core.proposers import Definition, Proposing
    from core.store import Project


@command()
@PROJECT
@click.argument("program", metavar="[-- COMMAND [ARG]...]", nargs=-1)
@option("--add", metavar="NAME", help="Name a proposer: a command after --, or one at --url. One of that name changes.")
@option("--url", help="Of --add: where a server takes articles; with --model the base, as http://127.0.0.1:11434/v1")
@option("--model", help="Of --add: the model of an OpenAI-compatible server (Ollama, llama.cpp, vLLM).")
@option("--key", metavar="VARIABLE", help="Of --add: the environment variable with the server's key; never stored.")
@option("--version", "version", help="Of --add: the version that its proposals bear, unless its answers name one.")
@option("--seconds", type=click.IntRange(1, 3600), default=120, show_default=True,
        help="Of --add: how long an article may take.")  # fmt: skip
@option("--part", type=click.IntRange(500, 200_000), default=3000, show_default=True,
        help="Of --add with --model: characters of a text that it is asked about at once.")  # fmt: skip
@option("--anew", is_flag=True, help="Of --add: start the command anew for each article and end its input.")
@option("--remove", metavar="NAME", help="Take a proposer from the project; what it proposed stays.")
@option("--allow", metavar="NAME", help="Let the command of a proposer that somebody else named run on this machine.")
@option("--consent", metavar="HOST", help="Let texts of the project go to this host; with --add or --try.")
@option("--show", metavar="NAME", help="Start articles from this proposer's proposals from now on; auto: from ours.")
@option("--try", "try_", metavar="NAME", help="Ask about one article, print what is proposed; nothing is stored.")
@option("--article", metavar="ID", help="Of --try: the article; by default the first.")
@option("--json", "as_json", is_flag=True, help="Print it as JSON, one object a line.")
@author_option
def proposers(project: Path, program: tuple[str, ...], author: str | None, **given: Any) -> None:
    """List who else proposes in PROJECT: commands and servers that speak the exchange format, language models.

    Or name one, take it away, try it. What it proposes stands in a layer of its own, auto:NAME, beside the
    pre-annotation; citata annotate PROJECT --proposer NAME asks it about all articles. A command gets and gives
    articles as lines of JSON. A text leaves this machine only with --consent HOST.
    """
    from core.store import Project

    asked = _Given(program=program, **given)
    asked.check()
    with Project.open(project, author or author_name(), read_only=asked.looks) as opened:
        if not asked.looks and opened.read_only_because is not None:
            raise opened.read_only_because
        if asked.add is not None:
            _add(opened, asked)
        elif asked.remove is not None:
            _remove(opened, asked.remove)
        elif asked.allow is not None:
            _allow(opened, asked.allow)
        elif asked.show is not None:
            _show(opened, asked.show)
        elif asked.try_ is not None:
            _try(opened, asked)
        else:
            _list(opened, as_json=asked.as_json)


class _Given(NamedTuple):
    """What was given on the command line."""

    program: tuple[str, ...]
    add: str | None
    url: str | None
    model: str | None
    key: str | None
    version: str | None
    seconds: int
    part: int
    anew: bool
    remove: str | None
    allow: str | None
    consent: str | None
    show: str | None
    try_: str | None
    article: str | None
    as_json: bool

    @property
    def looks(self) -> bool:
        """Whether nothing of the project is changed."""
        return all(one is None for one in (self.add, self.remove, self.allow, self.show, self.consent))

    def check(self) -> None:
        """Raise UsageError where the options do not go together."""
        if sum(one is not None for one in (self.add, self.remove, self.allow, self.show, self.try_)) > 1:
            raise click.UsageError(tr("--add, --remove, --allow, --show and --try are for one at a time."))
        of_add = self.program or self.url or self.model or self.key or self.version or self.anew
        if self.add is None and of_add:
            raise click.UsageError(tr("A command, --url, --model, --key, --version and --anew are for --add."))
        if self.add is not None and bool(self.program) == bool(self.url):
            raise click.UsageError(tr("Name a command after --, or a server with --url."))
        if self.consent is not None and self.add is None and self.try_ is None:
            raise click.UsageError(tr("--consent is for --add and --try."))


def _add(project: Project, asked: _Given) -> None:
    from core.proposers import Definition, Kind
    from core.proposers.consent import allow
    from core.proposers.definition import define

    kind = Kind.COMMAND if asked.program else Kind.SERVER if asked.model is None else Kind.MODEL
    made = Definition(
        name=asked.add or "", kind=kind, command=asked.program, anew=asked.anew, url=asked.url or "",
        model=asked.model or "", key=asked.key or "", version=asked.version or "", seconds=asked.seconds,
        part=asked.part,
    )  # fmt: skip
    define(project, made)
    if asked.consent is not None or kind is Kind.COMMAND:  # whoever types a command means it
        allow(project, made, asked.consent)
    click.echo(tr("Named: {name}, {target}", name=made.name, target=made.target), err=True)
    _say_what_is_needed(project, made)


def _remove(project: Project, name: str) -> None:
    from core.proposers.definition import remove
    from core.proposers.showing import show, shown

    remove(project, name)
    if shown(project) == PROPOSER + name:
        show(project, AUTO)
    click.echo(tr("{name} is taken from the project; what it proposed stays.", name=name), err=True)


def _allow(project: Project, name: str) -> None:
    """Let a command run here; a host is allowed by its name alone."""
    from core.proposers import Kind, definition_of
    from core.proposers.consent import allow

    made = definition_of(project, name)
    if made.kind is Kind.COMMAND:
        allow(project, made)
        click.echo(tr("Allowed: {name}, {target}", name=made.name, target=made.target), err=True)
    _say_what_is_needed(project, made)


def _say_what_is_needed(project: Project, made: Definition) -> None:
    from core.proposers.consent import require

    try:
        require(project, made)
    except UserError as error:
        click.echo(sentence(error), err=True)


def _show(project: Project, name: str) -> None:
    """Have articles begin with other proposals."""
    from core.proposers.showing import show

    show(project, AUTO if name == AUTO else PROPOSER + name)
    click.echo(tr("Articles that nobody has begun start from the proposals of {name} now.", name=name), err=True)


def _try(project: Project, given: _Given) -> None:
    from core.cli.explaining import explained
    from core.proposers import definition_of, proposing
    from core.proposers.consent import allow

    made, article_id = definition_of(project, given.try_ or ""), given.article
    if given.consent is not None:
        allow(project, made, given.consent)
    if article_id is None:
        rows = project.article_rows(AUTO, limit=1)
        if not rows:
            raise UserError("annotate-nothing", refused=0)
        article_id = rows[0].id
    asked = proposing(project, made)
    found = asked.one(project.article(article_id))
    if found is not None:
        click.echo("\n".join(explained(found.layer)))
    say_refused(asked)


def _list(project: Project, *, as_json: bool) -> None:
    from core.proposers import definitions
    from core.proposers.consent import consents, needed
    from core.proposers.showing import counts

    shown = project.value("proposals")
    done = counts(project)
    lines = []
    for made in definitions(project):
        need = needed(project, made)
        address = made.address
        given = next((one for one in consents(project) if address and one.host == address.named), None)
        allowed = "" if need is None else tr("not allowed yet")
        if given is not None and need is None:
            allowed = tr("{name}, {when}", name=given.by, when=given.at)
        count = done.get(made.layer, 0)
        if as_json:
            told = {
                "name": made.name, "kind": made.kind, "target": made.target, "model": made.model,
                "version": made.version, "seconds": made.seconds, "articles": count, "allowed": need is None,
                "shown": shown == made.layer,
            }  # fmt: skip
            click.echo(json.dumps(told, ensure_ascii=False))
        else:
            mark = tr("yes") if shown == made.layer else ""
            lines.append([made.name, made.target, made.model, allowed, mark, str(count)])
    if as_json:
        return
    if not lines:
        click.echo(tr("The project names no other proposers."), err=True)
        return
    head = (tr("Name"), tr("What is asked"), tr("Model"), tr("Consent"), tr("Shown"), tr("Articles"))
    print_table(head, lines, words=5)


def say_refused(asked: Proposing) -> None:
    """Print what of the answers was refused: how many by reason, and the first ones."""
    from core.proposers.answers import REASONS

    for reason, count in sorted(asked.refused.items(), key=lambda pair: (-pair[1], pair[0])):
        click.echo(f"citata: {tr('%n item(s) refused', count)}: {tr(REASONS[reason])}", err=True)
    for article_id, refusal in asked.examples[:5]:
        click.echo(f"  {article_id}, {refusal.what}: {tr(REASONS[refusal.reason])}", err=True)


COMMANDS = (proposers,)
