"""The search index of a project for the commands that ask it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from core.cli.progress import bar
from core.errors import UserError
from core.language import number, sentence, tr

if TYPE_CHECKING:
    from core.corpus.corpus import Corpus


def make_current(corpus: Corpus, *, rebuild: bool = False) -> None:
    """Bring the index up to date and say what the user should know of it."""
    if corpus.is_current() and not rebuild:
        return
    with bar(tr("Indexing"), None) as shown:

        def progress(done: int, total: int) -> None:
            shown(done, tr("of {total}", total=number(total)))

        if rebuild:
            corpus.rebuild(progress)
        elif not corpus.sync(progress):
            click.echo(f"citata: {sentence(UserError('search-index-busy'))}", err=True)


def say(notes: Iterable[UserError]) -> None:
    """Say what the user should know, on standard error."""
    for note in notes:
        click.echo(f"citata: {sentence(note)}", err=True)
