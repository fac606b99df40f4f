"""Word lists as data: ``resources/lexicons/*.tsv``, read once through importlib.resources.

A lexicon is a UTF-8 file of tab-separated columns; lines that start with ``#`` say what the columns are and where the
words come from. Words are written with е for ё and in lower case unless the header says otherwise.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of ``resources/lexicons/NAME.tsv`` without comments and empty lines."""
    text = (files("resources") / "lexicons" / f"{name}.tsv").read_text(encoding="utf-8")
    return tuple(
        tuple(cell.strip() for cell in line.split("\t"))
        for line in text.splitlines()
        if line.strip() and not line.startswith("#")
    )


@cache
def table(name: str) -> dict[str, str]:
    """Return the first column mapped to the second (empty where there is none)."""
    return {row[0]: row[1] if len(row) > 1 else "" for row in rows(name)}


@cache
def classes(name: str) -> dict[str, frozenset[str]]:
    """Return for every value of the second column the words of the first that carry it (several: ``a,b``)."""
    out: dict[str, set[str]] = {}
    for row in rows(name):
        for kind in row[1].split(","):
            out.setdefault(kind.strip(), set()).add(row[0])
    return {kind: frozenset(words) for kind, words in out.items()}
