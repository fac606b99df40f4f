"""Read the log of a damaged project and of its backups: the edits that are whole, and what they build up."""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import NamedTuple, TypeAlias

from core.errors import StaleEdit
from core.model import Item
from core.model.layer import Edit
from core.store import check_values, log, rows
from core.store.check_tables import BAD_ROW
from core.store.connection import UNREADABLE_SQL
from core.store.database import Database
from core.store.log import LogEntry

Logs: TypeAlias = dict[int, dict[int, LogEntry]]
"""Log entries by layer and id."""
_ENTRY = "SELECT layer, id, at, author, name, removed, added, undoes, uid FROM log ORDER BY id"


class ReadLogs(NamedTuple):
    """The entries that can be read, how many rows cannot, and the ids of entries whose author, time or uid is new."""

    entries: Logs
    broken: int
    changed: list[int]


def log_entries(dbs: Iterable[Database]) -> ReadLogs:
    """Return the log entries that can be read; what an earlier database has counts before a later one's."""
    found = ReadLogs({}, 0, [])
    ids: set[int] = set()
    uids: set[str] = set()
    broken = 0
    for db in dbs:
        with contextlib.suppress(*UNREADABLE_SQL):
            for row in db.conn.execute(_ENTRY):
                entry = _entry(row, found.changed)
                if entry is None:
                    broken += 1
                elif entry.id not in ids and entry.uid not in uids:
                    found.entries.setdefault(row[0], {})[entry.id] = entry
                    ids.add(entry.id)
                    uids.add(entry.uid)
    return found._replace(broken=broken)


def _entry(row: rows.Row, changed: list[int]) -> LogEntry | None:
    """Return an entry; its edit must be whole, what else of it cannot be read is made anew."""
    layer, id_, at, author, name, removed, added, undoes, uid = row
    try:
        edit = Edit(rows.legible(name) or "repair", rows.read_items(removed), rows.read_items(added))
    except BAD_ROW:
        return None
    if not isinstance(layer, int) or not isinstance(id_, int) or id_ < 1:
        return None
    sound = isinstance(name, str) and bool(name)
    if not check_values.is_time(at):
        at, sound = log.written(datetime.fromtimestamp(0, UTC)), False
    if not isinstance(author, str) or not author:
        author, sound = rows.legible(author) or "?", False
    if not check_values.is_uid(uid):
        uid, sound = secrets.token_hex(8), False
    if not sound:
        changed.append(id_)
    undone = undoes if isinstance(undoes, int) and 0 < undoes < id_ else None
    return LogEntry(id_, datetime.fromisoformat(at), author, edit, undone, uid)


def sound_prefix(entries: Mapping[int, LogEntry]) -> tuple[list[LogEntry], dict[str, Item]]:
    """Return the entries from the first to the last one that fits those before it, and the items they build up."""
    kept: list[LogEntry] = []
    items: dict[str, Item] = {}
    for number in sorted(entries):
        entry = entries[number]
        try:
            items = log.step(items, entry)
        except StaleEdit:
            break
        kept.append(entry)
    return kept, items


def last_known(entries: Mapping[int, LogEntry]) -> tuple[dict[str, Item], set[str]]:
    """Return every item as the last entry that tells of it left it, and the ids of those that were taken away.

    Entries may be missing between them: of a whole log this is what replaying it gives.
    """
    known: dict[str, Item] = {}
    gone: set[str] = set()
    for number in sorted(entries):
        edit = entries[number].edit
        for item in edit.removed:
            known.pop(item.id, None)
            gone.add(item.id)
        for item in edit.added:
            known[item.id] = item
            gone.discard(item.id)
    return known, gone
