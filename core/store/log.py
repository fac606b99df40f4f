"""The edit log: who changed what, when; the history of a layer, and the layer as it was after any entry of it."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from core.errors import StaleEdit, UserError
from core.model import Head, Item
from core.model.layer import Edit
from core.store import rows
from core.store.database import Database


class LogEntry(NamedTuple):
    """One edit as it was made. ``undoes`` is the id of the entry that it takes back.

    ``id`` orders the entries of one file; ``uid`` is the same in every copy of the project. ``at`` is UTC by the
    author's clock, which may be wrong: the order is that of the ids.
    """

    id: int
    at: datetime
    author: str
    edit: Edit
    undoes: int | None
    uid: str


def now() -> str:
    """Return the time as the file writes it: UTC, ISO 8601, microseconds."""
    return written(datetime.now(UTC))


def written(moment: datetime) -> str:
    """Return a moment as the file writes it; the text sorts as the time does."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def write_entry(
    db: Database,
    layer: int,
    edit: Edit,
    author: str,
    at: str,
    undoes: int | None = None,
    uid: str | None = None,
    entry_id: int | None = None,
) -> int:
    """Add an entry and return its id; raises StaleEdit where ``undoes`` is no entry of this layer."""
    if undoes is not None:
        found = db.conn.execute("SELECT layer FROM log WHERE id = ?", (undoes,)).fetchone()
        if found is None or found[0] != layer:
            raise StaleEdit(f"{edit.name}: there is no edit {undoes} to take back")
    sides = (rows.write_json(edit.removed), rows.write_json(edit.added))
    cursor = db.conn.execute(
        "INSERT INTO log (id, uid, layer, at, author, name, removed, added, undoes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (entry_id, uid or secrets.token_hex(8), layer, at, author, edit.name, *sides, undoes),
    )
    return int(cursor.lastrowid or 0)


def last_time(db: Database) -> str | None:
    """Return when the last edit was made, as ``now`` writes it; None where there is none."""
    row = db.conn.execute("SELECT at FROM log ORDER BY id DESC LIMIT 1").fetchone()
    return None if row is None else str(row[0])


def last_id(db: Database, layer: int) -> int:
    """Return the id of a layer's last entry; 0 where there is none."""
    row = db.conn.execute("SELECT max(id) FROM log WHERE layer = ?", (layer,)).fetchone()
    return int(row[0] or 0)


_HEAD = '"item":"head"'
"""How a head is told in the log: its id, always the same, is left out."""
_KINDS = rows.Kinds(
    ("id", "at", "author", "name", "removed", "added", "undoes", "uid"),
    (rows.NUMBER, *[rows.WORD] * 5, rows.NUMBER_OR_NONE, rows.WORD),
    set(),
)
_ENTRY = "SELECT id, at, author, name, removed, added, undoes, uid FROM log WHERE layer = ?"
_LAST = (
    "SELECT author, at FROM log WHERE layer = ? AND (instr(removed, ?) > 0 OR instr(added, ?) > 0)"
    " ORDER BY id DESC LIMIT 1"
)
_ONE = "SELECT id, at, author, name, removed, added, undoes, uid FROM log WHERE id = ?"


def entries(
    db: Database, layer: int, path: Path, *, item: str | None = None, after: int = 0, upto: int | None = None
) -> Iterator[LogEntry]:
    """Yield the entries of a layer, the oldest first; of one item; after an id; up to an id, included."""
    sql = _ENTRY
    parameters: list[int | str] = [layer]
    if item is not None:
        needle = _HEAD if item == "head" else '"id":' + rows.write_json(item)
        sql += " AND (instr(removed, ?) > 0 OR instr(added, ?) > 0)"
        parameters += [needle, needle]
    if after:
        sql += " AND id > ?"
        parameters.append(after)
    if upto is not None:
        sql += " AND id <= ?"
        parameters.append(upto)
    for row in db.conn.execute(sql + " ORDER BY id", parameters):
        entry = _read_entry(row, path)
        if item is None or entry.edit.touches(item):
            yield entry


def last_change(db: Database, layer: int, item: str) -> tuple[str, datetime] | None:
    """Return who made the last edit of an item, and when; no item is read."""
    needle = '"id":' + rows.write_json(item)
    row = db.conn.execute(_LAST, (layer, needle, needle)).fetchone()
    try:
        return None if row is None else (str(row[0]), rows.read_time(row[1]))
    except rows.BadRow:
        return None  # what is wrong with the log is told where the log is read


def one(db: Database, entry_id: int, path: Path) -> LogEntry:
    """Return the entry of an id, which must be there."""
    return _read_entry(db.conn.execute(_ONE, (entry_id,)).fetchone(), path)


def _read_entry(row: rows.Row, path: Path) -> LogEntry:
    id_, at, author, name, removed, added, undoes, uid = row
    try:
        rows.check_kinds(row, _KINDS)
        edit = Edit(name, rows.read_items(removed), rows.read_items(added))
        return LogEntry(id_, rows.read_time(at), author, edit, undoes, uid)
    except rows.BadRow as error:
        raise UserError("file-damaged", path=str(path), reason=f"edit {id_} of the log: {error}") from error


def first_edit(name: str, items: Iterable[Item]) -> Edit:
    """Return the edit that builds ``items`` (a head among them, or the usual one) up from nothing."""
    usual = Head()
    made = tuple([item for item in items if type(item) is not Head or item != usual])
    heads = [item for item in made if type(item) is Head]
    return Edit(name, (usual,) * len(heads), made)


def step(items: dict[str, Item], entry: LogEntry) -> dict[str, Item]:
    """Return the items after one more entry, changed in place; on StaleEdit they stay as they were."""
    edit = entry.edit
    for item in edit.removed:
        if items.get(item.id, Head() if isinstance(item, Head) else None) != item:
            raise StaleEdit(f"edit {entry.id} ({edit.name}): {item.id} is not as it was")
    gone = {item.id for item in edit.removed}
    for item in edit.added:
        if item.id in items and item.id not in gone:
            raise StaleEdit(f"edit {entry.id} ({edit.name}): the id {item.id} is taken")
    for item_id in gone:
        items.pop(item_id, None)
    items.update((item.id, item) for item in edit.added)
    return items


def replay(history: Iterable[LogEntry]) -> dict[str, Item]:
    """Return the items that the entries build up from nothing, the head too; raises StaleEdit where one does not fit.

    Costs what the entries hold, not entries times items: 100,000 edits replay in about a second.
    """
    items: dict[str, Item] = {}
    for entry in history:
        step(items, entry)
    items.setdefault("head", Head())
    return items
