"""English sentences for every known error: what is wrong, and what to do. The window translates the same codes.

An error at one position in a file (its facts hold ``source`` and ``line``) reads "file, line 3, field: reason".
"""

from __future__ import annotations

from collections.abc import Mapping

from core.messages import project, proposers, search, work

SENTENCES: dict[str, str] = {**project.SENTENCES, **search.SENTENCES, **work.SENTENCES, **proposers.SENTENCES}
"""A sentence for every code; ``{names}`` in it are filled from ``UserError.facts``."""

REASONS: tuple[str, ...] = (
    "Input data was truncated",
    "the field is missing",
    "the annotator has no name",
    "it is a folder",
    "it is a pipe",
    "it is a socket",
    "it is a device",
    "it is write-protected",
    "another program made it",
    "another file stands in its place",
    "another program wrote over it",
    "what belongs to it was deleted or replaced",
    "database disk image is malformed",
    "file is not a database",
    "unable to open database file",
    "attempt to write a readonly database",
    "database is locked",
    "database or disk is full",
    "disk I/O error",
    "No such file or directory",
    "Permission denied",
    "Is a directory",
    "Not a directory",
    "No space left on device",
    "Read-only file system",
    # why a search index is made anew
    "it is damaged",
    "another version of Citata made it",
    "it is that of another project",
    # why a proposer cannot be asked
    "it names no program",
    "a quotation mark is not closed",
    "it has a NUL character",
    "it names no model",
    "the key is named by an environment variable, such as CITATA_KEY",
    "the time limit is 1 to 3600 seconds",
    "a part has 500 to 200000 characters",
    "it is no address",
    "it begins with http:// or https://",
    "a key is named by an environment variable, never kept in a project",
)
"""Reasons that are sentences of their own, ours and those of SQLite and the system, for translation."""


def sentence(code: str, facts: Mapping[str, object]) -> str:
    """Return the English sentence for ``code``, with file, line and field in front where the facts name them."""
    where = [str(facts["source"])] if "line" in facts and "source" in facts else []
    if where:
        if facts["line"]:
            where.append(f"line {facts['line']}")
        if facts.get("field"):
            where.append(str(facts["field"]))
    return f"{', '.join(where)}: {reason(code, facts)}" if where else reason(code, facts)


def reason(code: str, facts: Mapping[str, object], translated: str | None = None) -> str:
    """Return the sentence without file and line, or ``translated`` filled; code and facts where none is written."""
    template = translated or SENTENCES.get(code)
    if template is None:
        return f"{code}: " + ", ".join(f"{name} {value}" for name, value in facts.items())
    words = template.format_map({name: _inner(value) for name, value in facts.items()})
    return words.encode("utf-8", "surrogateescape").decode("utf-8", "replace") if _is_odd(words) else words


def _inner(value: object) -> object:
    """Return a fact as it stands in a sentence: an error without its full stop, which the sentence has."""
    return str(value).removesuffix(".") if isinstance(value, Exception) else value


def _is_odd(words: str) -> bool:
    """Tell whether a file's name in ``words`` is not UTF-8 on disk, so that it cannot be printed as it is."""
    return any("\udc80" <= character <= "\udcff" for character in words)
