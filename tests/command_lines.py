"""Command lines run in a folder, with all that they say: what golden files of the command line are made of."""

from __future__ import annotations

import re
from pathlib import Path

import click
from click.testing import CliRunner

from core.cli import main
from tests.golden import undated

PASSING = (
    (re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d[:-]\d\d[:-]\d\d(?:[.\d]*|[-+]\d+)"), "TIME"),
    (re.compile(r"\d\d\.\d\d\.\d{4} \d\d:\d\d:\d\d"), "TIME"),
    (re.compile(r"\bTIME-\d{6}\b"), "TIME"),
    (re.compile(r"\b[aeq]_[0-9a-z]{6,}\b"), "ID"),
    (re.compile(r"\d+[.,]\d(?: |\u00a0)(?:MB|МБ)"), "SIZE"),
)
"""What is another each time."""
WIDTH, LONG = 200, 400
"""Longer lines and outputs are cut."""


def context(name: str | None = None) -> click.Context:
    """Return a context of citata, or of a command of it, with the program's own settings.

    A command keeps the help option that the first context asks it for: one without them would leave it without ``-h``.
    """
    whole = click.Context(main, info_name="citata", **main.context_settings)
    one = main.get_command(whole, name) if name else None
    return whole if one is None else click.Context(one, info_name=name, parent=whole)


def said(folder: Path, *lines: str, width: int = WIDTH) -> str:
    """Run commands in a folder; return each with all it says, standard error after !, and its exit code if not 0.

    ``~`` in a word is a space; ``cat FILE`` shows a file that a command has written.
    """
    out: list[str] = []
    for line in lines:
        words = [word.replace("~", " ") for word in line.split()]
        code = 0
        if words[0] == "cat":
            rows = (folder / words[1]).read_text("utf-8-sig").splitlines()
        else:
            done = CliRunner().invoke(main, words, catch_exceptions=False, terminal_width=100, prog_name="citata")
            rows = [*done.stdout.splitlines(), *(f"! {row}".rstrip() for row in done.stderr.splitlines())]
            code = done.exit_code
        rows = [row.replace(str(folder), "") for row in rows]
        printed = [row if len(row) <= width else f"{row[:width]}…" for row in rows]
        shown = line if words[0] == "cat" else f"citata {line}"
        out += [f"$ {shown}".replace(str(folder), ""), *printed[:LONG], *(["…"] if len(printed) > LONG else [])]
        if code:
            out.append(f"[{code}]")
        out.append("")
    text = "\n".join(line.rstrip() for line in "\n".join(out).splitlines())
    for passing, word in PASSING:
        text = passing.sub(word, text)
    return undated(text) + "\n"
