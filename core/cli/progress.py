"""A progress bar on a terminal, nothing elsewhere; refusals as sentences on standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from core.language import sentence, tr

if TYPE_CHECKING:
    from core.formats.base import Refused

SHOWN = 20
"""Refusals that are printed one by one; the rest are counted."""


@contextmanager
def bar(title: str, total: int | None) -> Iterator[Callable[[int, str], None]]:
    """Give a function ``(done, what)`` that moves a progress bar on standard error, if that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda done, what: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, TextColumn("{task.fields[what]}"), console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(title, total=total, what="")
        yield lambda done, what: shown.update(task, completed=done, what=what[-40:])


def print_refused(refused: Iterable[Refused]) -> int:
    """Print the sentences of refused records, the first ones each; return how many there were."""
    number = 0
    for number, refusal in enumerate(refused, 1):
        if number <= SHOWN:
            click.echo(f"citata: {sentence(refusal.error)}", err=True)
    if number > SHOWN:
        click.echo(f"citata: {tr('and %n more refused; --report FILE lists them all.', number - SHOWN)}", err=True)
    return number
