"""Which proposals annotators start from: the pre-annotation's, or those of another proposer that the project names."""

from __future__ import annotations

from core.model import AUTO, PROPOSER
from core.store import layers, rows
from core.store.database import Database
from core.store.layers import Stored

SHOWN = "proposals"
"""The project value that holds the name of the layer of proposals that is laid over articles; none: ``auto``."""


def by_people(layer: str) -> str:
    """Return the condition that a row of ``layer`` (its name in the query) is no machine's; as ``is_machine`` tells."""
    name = f"{layer}.annotator"
    return f"{name} <> '{AUTO}' AND substr({name}, 1, {len(PROPOSER)}) <> '{PROPOSER}'"


def shown_layer(db: Database) -> str:
    """Return the name of the layer of proposals that annotators start from, where an article has it."""
    row = db.conn.execute("SELECT value FROM value WHERE key = ?", (SHOWN,)).fetchone()
    found = AUTO if row is None else rows.read_value(row[0])
    return found if isinstance(found, str) and found.startswith(PROPOSER) else AUTO


def proposals_of(db: Database, article: int) -> tuple[str, Stored | None]:
    """Return the layer of proposals that an article (by its row number) starts from, and its row or None.

    An article that the chosen proposer has nothing for starts from the pre-annotation's.
    """
    name = shown_layer(db)
    at = layers.stored(db, article, name) if name != AUTO else None
    return (AUTO, layers.stored(db, article, AUTO)) if at is None else (name, at)
