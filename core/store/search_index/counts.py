"""What counts ask of the index beside its columns: the names behind numbers."""

from __future__ import annotations

from collections.abc import Iterable

from core.store import rows
from core.store.database import Database

_NAMES = {
    "cue": "SELECT id, lemma FROM cue WHERE id IN (SELECT value FROM json_each(?))",
    "source": "SELECT id, name FROM source WHERE id IN (SELECT value FROM json_each(?))",
    "layer": "SELECT key, annotator FROM layer WHERE key IN (SELECT value FROM json_each(?))",
}


def names_of(db: Database, table: str, numbers: Iterable[int]) -> dict[int, str]:
    """Return the lemmas of cues, the names of sources, the annotators of layers, by number."""
    found = db.conn.execute(_NAMES[table], (rows.write_json([int(one) for one in numbers]),))
    return {int(number): str(name) for number, name in found}
