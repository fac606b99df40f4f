"""The command line: one module a family of commands, all listed in ``FAMILIES``. Nothing here imports Qt.

A trouble of the world is one sentence on standard error and exit code 1; wrong usage is 2 (click's).
"""

from __future__ import annotations

import importlib
import importlib.metadata
from collections.abc import Sequence
from typing import Any, NoReturn

import click

from core.errors import UserError

FAMILIES: tuple[str, ...] = ("annotate", "transfer", "export", "review", "project")
"""Modules of this package; each has ``COMMANDS``."""


class Commands(click.Group):
    """The group of all commands; turns a ``UserError`` into its sentence."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except UserError as error:
            fail(str(error))

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


def version() -> str:
    """Return the version of the installed program."""
    try:
        return importlib.metadata.version("citata")
    except importlib.metadata.PackageNotFoundError:
        return "0 (not installed)"


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version(), prog_name="citata")
def main() -> None:
    """Annotate who said what in Russian press texts.

    Without a command, citata opens its window: alone, on a project (citata work.citata), or on files
    (citata article.txt more.jsonl).
    """


def fail(message: str) -> NoReturn:
    """Print one sentence on standard error and end with exit code 1."""
    click.echo(f"citata: {message}", err=True)
    raise SystemExit(1)


def commands() -> Sequence[str]:
    """Return the names of all commands, for ``gui.launch``."""
    return tuple(main.commands)


for _family in FAMILIES:
    for _command in importlib.import_module(f"core.cli.{_family}").COMMANDS:
        main.add_command(_command)
