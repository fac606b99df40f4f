"""Commands and options whose help is in the user's language and ends with the exit codes."""

from __future__ import annotations

import inspect
import io
import os
import sys
from collections.abc import Callable, Mapping
from typing import Any, NoReturn

import click

from core.language import mark, tr

DONE, REFUSED, USAGE, FOUND = 0, 1, 2, 3
"""The exit codes of every command."""
EXITS: dict[int, str] = {
    DONE: mark("all is well"),
    REFUSED: mark("it could not be done, or a part of it was refused; standard error says what and why"),
    USAGE: mark("the command is not written as it must be"),
}
"""What the exit codes of every command mean; a command may add one."""


class _Translated:
    """Give ``help`` in the user's language; what is kept is the English of the source."""

    _english: str | None = None

    @property
    def help(self) -> str | None:
        return tr(self._english) if self._english else self._english

    @help.setter
    def help(self, english: str | None) -> None:
        paragraphs = inspect.cleandoc(english).split("\n\n") if english else []
        self._english = "\n\n".join(" ".join(part.split()) for part in paragraphs) or None

    @property
    def english_help(self) -> str:
        """The help as it stands in the source: what is to be translated."""
        return self._english or ""


class Option(_Translated, click.Option):
    """An option with translated help."""


class Command(_Translated, click.Command):
    """A command with translated help and its exit codes."""

    def __init__(self, *args: Any, exits: Mapping[int, str] | None = None, **attributes: Any) -> None:
        super().__init__(*args, **attributes)
        self.exits = {**EXITS, **(exits or {})}

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return [tr(piece) if piece in USAGE_PIECES else piece for piece in super().collect_usage_pieces(ctx)]

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the exit codes mean."""
        super().format_epilog(ctx, formatter)
        with formatter.section(tr("Exit codes")):
            formatter.write_dl([(str(code), tr(words)) for code, words in sorted(self.exits.items())])


USAGE_PIECES = (mark("[OPTIONS]"), mark("COMMAND [ARGS]..."))
"""Pieces of the usage line that are words."""


def command(name: str | None = None, *, exits: Mapping[int, str] | None = None) -> Callable[[Any], Command]:
    """Return a decorator that makes a function a command; ``exits``: codes of its own and what they mean."""
    return click.command(name, cls=Command, exits=exits)


def option(*names: str, **attributes: Any) -> Callable[[Any], Any]:
    """Return a decorator that adds an option with translated help."""
    return click.option(*names, cls=Option, **attributes)


def options(*declared: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return one decorator of several click options, in their order."""

    def decorate(function: Any) -> Any:
        for one in reversed(declared):
            function = one(function)
        return function

    return decorate


def fail(message: str) -> NoReturn:
    """Print one sentence on standard error and end with exit code 1."""
    click.echo(f"citata: {message}", err=True)
    raise SystemExit(REFUSED)


class Pipe(io.RawIOBase):
    """Standard output whose reader may go away (``citata status | head -n 1``): what comes later is thrown away.

    So a command that does something says it to nobody and does it all the same; one that only writes looks at
    ``gone`` and stops.
    """

    def __init__(self, descriptor: int) -> None:
        super().__init__()
        self._descriptor = descriptor
        self.gone = False

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._descriptor

    def isatty(self) -> bool:
        return os.isatty(self._descriptor)

    def write(self, data: Any) -> int:
        """Write bytes; return how many of them the reader took, all where there is no reader any more."""
        if not self.gone:
            try:
                return os.write(self._descriptor, data)
            except BrokenPipeError:
                self.gone = True
        return len(data)


def prepare_streams() -> None:
    """Make the standard streams bear what may come.

    What their encoding lacks is printed as ``\\u2014`` (a pipe in KOI8-R), and a reader that goes away is no error.
    """
    if sys.stdout is sys.__stdout__ and isinstance(sys.stdout, io.TextIOWrapper) and os.name == "posix":
        sys.stdout.flush()
        buffer = io.BufferedWriter(Pipe(sys.stdout.fileno()))
        old = sys.stdout
        sys.stdout = io.TextIOWrapper(buffer, old.encoding, old.errors, line_buffering=old.line_buffering)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.errors == "strict":
            stream.reconfigure(errors="backslashreplace")


def is_read() -> bool:
    """Tell whether somebody still reads standard output."""
    sys.stdout.flush()
    raw = getattr(getattr(sys.stdout, "buffer", None), "raw", None)
    return not (isinstance(raw, Pipe) and raw.gone)
