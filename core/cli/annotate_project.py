"""``citata annotate`` of a project: its articles get their proposals in it, each in a transaction of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from core.cli.author import author_name
from core.cli.progress import bar
from core.errors import UserError
from core.language import sentence, tr

if TYPE_CHECKING:
    from core.preannotate.bulk import Many
    from core.store import Project

SQLITE = b"SQLite format 3\0"
"""How a project file begins."""


def is_project(path: Path) -> bool:
    """Tell whether a file is a project, and no text."""
    try:
        if not path.is_file():  # a pipe would lose what is read of it
            return False
        with path.open("rb") as file:
            return file.read(len(SQLITE)) == SQLITE
    except OSError:  # told by whoever reads it as a text
        return False


Proposing = Callable[[Any], "Many"]
"""Makes what annotates with what a project taught (``core.model.knowledge.Knowledge``, or None)."""


def annotate_project(path: Path, author: str | None, proposing: Proposing, *, every: bool) -> bool:
    """Pre-annotate the articles that have no proposals, or all; tell whether the rules failed on none."""
    from core.learning.renewing import groups
    from core.model import AUTO
    from core.preannotate.batch import without_proposals
    from core.store import Project

    with Project.open(path, author or author_name()) as project:
        if project.read_only_because is not None:
            raise project.read_only_because
        wanted = [row.id for row in project.article_rows(AUTO)] if every else without_proposals(project)
        if not wanted:
            click.echo(tr("Every article has proposals already."), err=True)
            return True
        done = [
            fill_articles(project, ids, proposing(known), AUTO, every=every) for known, ids in groups(project, wanted)
        ]
        return all(done)


def ask_proposer(path: Path, author: str | None, name: str, host: str | None, *, every: bool) -> bool:
    """Have a proposer of the project propose for the articles that it has not done, or all; tell whether none failed.

    ``host``: where texts may go, as the user consents now.
    """
    from core.cli.proposers import say_refused
    from core.model import AUTO
    from core.preannotate.batch import without_proposals
    from core.proposers import definition_of, proposing
    from core.proposers.consent import allow
    from core.store import Project

    with Project.open(path, author or author_name()) as project:
        if project.read_only_because is not None:
            raise project.read_only_because
        made = definition_of(project, name)
        if host is not None:
            allow(project, made, host)
        asked = proposing(project, made)
        wanted = [row.id for row in project.article_rows(AUTO)] if every else without_proposals(project, made.layer)
        if not wanted:
            click.echo(tr("{name} has proposed for every article already.", name=name), err=True)
            return True
        try:
            return fill_articles(project, wanted, asked, made.layer, every=every)
        finally:
            say_refused(asked)


def fill_articles(project: Project, articles: list[str], many: Many, layer: str, *, every: bool) -> bool:
    """Fill this layer of articles; one that fails is said and stays as it was; tell whether none did.

    ``every``: they may have proposals already.
    """
    from core.preannotate.batch import preannotate

    done = 0
    with bar(tr("Annotating"), len(articles)) as shown:

        def progress(number: int, article_id: str) -> None:
            nonlocal done
            done = number
            shown(number, article_id)

        try:
            filled, failed = preannotate(project, many, articles, progress)
        except (KeyboardInterrupt, UserError):
            if not every:  # the interrupt may come when an article is in the project and not yet counted
                done = sum(layer in project.layers_of(article) for article in articles)
            if done:
                click.echo(tr("%n article(s) are done and in the project.", done), err=True)
            raise
    for error in failed:
        click.echo(f"citata: {sentence(error)}", err=True)
    click.echo(tr("%n article(s) pre-annotated", len(filled)), err=True)
    return not failed
