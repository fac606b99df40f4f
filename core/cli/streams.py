"""``-``: standard input as a file that can be read as any other, standard output as one that can be written."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import click

from core.cli.command import DONE, is_read
from core.errors import UserError
from core.formats import format_named
from core.formats.attachments import renamed
from core.formats.base import Record, Refused, replacing

STREAM = Path("-")
STDIN = "stdin"
"""What the file of standard input is called, without its suffix; a text's id where it is one text."""
FOLDER = "citata-stdin-"
"""How the name of the folder begins that this file is in."""


@contextmanager
def standard_input(paths: Iterable[Path], format_: str | None = None) -> Iterator[list[Path]]:
    """Give ``paths`` with a file of what comes in on standard input in place of ``-``; it goes at the end.

    Its suffix is that of ``format_``, else told from how it begins. UserError ``stdin-twice``, ``stdin-empty``.
    """
    given = list(paths)
    if given.count(STREAM) > 1:
        raise UserError("stdin-twice")
    if STREAM not in given:
        yield given
        return
    with tempfile.TemporaryDirectory(prefix=FOLDER) as folder:
        spooled = Path(folder, STDIN)
        with spooled.open("wb") as out:
            shutil.copyfileobj(sys.stdin.buffer, out)
        if not spooled.stat().st_size:
            raise UserError("stdin-empty")
        named = spooled.rename(spooled.with_suffix(_suffix(spooled, format_)))
        yield [named if path == STREAM else path for path in given]


def _suffix(path: Path, format_: str | None) -> str:
    """Return the suffix that makes the reader of a file's name read it as what it is."""
    if format_ is not None:
        return next(iter(format_named(format_).suffixes), ".txt")
    with path.open("rb") as file:
        begin = file.read(1 << 12).removeprefix(b"\xef\xbb\xbf").lstrip()
    kinds = ((b"{\\rtf", ".rtf"), (b"{", ".jsonl"), (b"[", ".json"), (b"%PDF", ".pdf"), (b"PK\x03\x04", ".zip"))
    pages = ((b"<!doctype html", ".html"), (b"<html", ".html"))
    return next((kind for mark, kind in (*kinds, *pages) if begin.lower().startswith(mark.lower())), ".txt")


def known_source(record: Record | Refused) -> Record | Refused:
    """Return a record or refusal of standard input with ``stdin`` for the file that it was read from."""
    path = Path(record.source)
    return renamed(record, record.source, STDIN) if path.parent.name.startswith(FOLDER) else record


class Sink(Protocol):
    """What records are written to."""

    def write(self, data: bytes, /) -> int: ...


@contextmanager
def writing(output: Path) -> Iterator[Sink]:
    """Give a stream of bytes into ``output``, whole or not at all; into standard output for ``-``."""
    if output != STREAM:
        with replacing(output) as out:
            yield out
        return
    yield _Stream()
    sys.stdout.buffer.flush()


class _Stream:
    """Standard output for records: where nobody reads it any more, the command ends, and that is no error."""

    def write(self, data: bytes) -> int:
        written = sys.stdout.buffer.write(data)
        if not is_read():
            raise click.exceptions.Exit(DONE)
        return written


@contextmanager
def as_output(output: Path, suffix: str) -> Iterator[Path]:
    """Give the file to write: ``output``, or for ``-`` a file that goes to standard output when it is whole."""
    if output != STREAM:
        yield output
        return
    with tempfile.TemporaryDirectory(prefix="citata-") as folder:
        made = Path(folder, f"out{suffix}")
        yield made
        with made.open("rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer)
        sys.stdout.buffer.flush()
