"""How tables were read the last time: their columns and delimiter, remembered by the names in their head."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

import msgspec

from core.errors import UserError
from core.formats import format_named, guess
from core.formats.base import Options
from core.formats.tables import columns_of
from gui.desk.settings import Settings
from gui.exchange.source import Source

MOST = 200
"""Heads that are remembered; the oldest are forgotten."""


class Table(msgspec.Struct, frozen=True):
    """How a table is read: (our field, its column), and the delimiter where it was told."""

    columns: tuple[tuple[str, str], ...] = ()
    delimiter: str | None = None


Memory = Mapping[str, Table]
"""Tables by the key of their head."""


def head_key(columns: Sequence[str]) -> str:
    """Return the key of a head: its columns as they are told without any choice, in their order."""
    return hashlib.sha256("\n".join(columns).encode("utf-8", "replace")).hexdigest()[:32]


def memory(settings: Settings) -> Memory:
    """Return what is remembered."""
    return {key: Table(columns, delimiter) for key, (columns, delimiter) in settings.values.tables.items()}


def remember(settings: Settings, sources: Sequence[Source]) -> None:
    """Remember how those tables are read whose columns or delimiter were chosen; forget what was taken back."""
    tables = dict(settings.values.tables)
    for source in sources:
        key = _key(source) if source.chosen else None
        if key is None:
            continue
        tables.pop(key, None)
        if source.columns or source.delimiter:
            tables[key] = (source.columns, source.delimiter)
    if tables != settings.values.tables:
        settings.change(tables=dict(list(tables.items())[-MOST:]))


def with_memory(source: Source, known: Memory) -> Source:
    """Return a source with the columns that are remembered for its head, where nothing was chosen for it."""
    if source.chosen or source.columns or source.delimiter or not known:
        return source
    key = _key(source)
    found = known.get(key) if key is not None else None
    return source if found is None else replace(source, columns=found.columns, delimiter=found.delimiter)


def _key(source: Source) -> str | None:
    """Return the key of a table's head; None where the source is no table that can be read."""
    try:
        row = format_named(source.format) if source.format else guess(source.path)
        if row.name != "table" or row.missing() or source.link:
            return None
        return head_key(columns_of(source.path, Options(encoding=source.encoding)))
    except UserError:
        return None
