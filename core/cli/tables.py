"""Tables on a terminal: aligned columns, in blocks of columns where the terminal is narrower than the table."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Sequence
from itertools import pairwise

import click

GAP = "  "
LEAST = 40
"""A terminal narrower than this is not reckoned with."""


def print_table(head: Sequence[str], rows: Iterable[Sequence[str]], *, words: int = 1) -> None:
    """Print aligned columns; the first ``words`` to the left, the others to the right; nothing without rows.

    On a terminal that is too narrow the columns of numbers come in several tables, each with the words in front.
    """
    lines = [tuple(head), *(tuple(row) for row in rows)]
    if len(lines) == 1:
        return
    widths = [max(len(line[at]) for line in lines) for at in range(len(head))]
    for columns in _blocks(widths, words, terminal_width()):
        for number, line in enumerate(lines):
            cells = [line[at].ljust(widths[at]) if at < words else line[at].rjust(widths[at]) for at in columns]
            click.echo(GAP.join(cells).rstrip())
            if number == 0:
                click.echo(GAP.join("-" * widths[at] for at in columns))
        click.echo()


def terminal_width() -> int | None:
    """Return the columns of the terminal; None where standard output is none, and lines may be of any length."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def _blocks(widths: Sequence[int], words: int, room: int | None) -> list[list[int]]:
    """Return the columns of each table: all in one where they fit, else the words with as many numbers as fit."""
    every = list(range(len(widths)))
    if room is None or sum(widths) + len(GAP) * (len(widths) - 1) <= max(room, LEAST):
        return [every]
    front = every[:words]
    taken = sum(widths[at] + len(GAP) for at in front)
    starts, used = [words], taken
    for at in every[words:]:
        used += widths[at] + len(GAP)
        if used - len(GAP) > room and at > starts[-1]:
            starts.append(at)
            used = taken + widths[at] + len(GAP)
    return [[*front, *range(first, end)] for first, end in pairwise([*starts, len(widths)])]
