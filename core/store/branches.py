"""What the logs of two copies have in common, and log entries that came from another copy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.store import log, rows
from core.store.database import Database
from core.store.log import LogEntry


def known(db: Database, layer: int) -> set[str]:
    """Return the uids of all edits that a layer has seen: in its log, or taken in by a merge."""
    found = db.conn.execute(
        "SELECT uid FROM log WHERE layer = ? UNION SELECT uid FROM branch WHERE layer = ?", (layer, layer)
    )
    return {row[0] for row in found}


def common(ours: Sequence[LogEntry], theirs: Sequence[LogEntry], seen: set[str]) -> int:
    """Return how many entries of their log, from the first, we have seen.

    Two layers begun apart from the same pre-annotation have the same first edit under two uids: that is common too.
    """
    at = max((number + 1 for number, entry in enumerate(theirs) if entry.uid in seen), default=0)
    if at == 0 and ours and theirs and ours[0].edit.name == "start" and _same(ours[0], theirs[0]):
        return 1
    return at


def _same(one: LogEntry, other: LogEntry) -> bool:
    return set(map(rows.write_json, one.edit.added)) == set(map(rows.write_json, other.edit.added))


def copy_entries(db: Database, layer: int, history: Sequence[LogEntry], first: int = 0) -> None:
    """Add the entries of another copy's ``history`` from ``first`` on to a layer's log: authors, times, uids stay."""
    uids = {entry.id: entry.uid for entry in history}
    for entry in history[first:]:
        undone = uids.get(entry.undoes) if entry.undoes is not None else None
        found = db.conn.execute("SELECT id FROM log WHERE uid = ? AND layer = ?", (undone, layer)).fetchone()
        at, undoes = log.written(entry.at), found[0] if found is not None else None
        log.write_entry(db, layer, entry.edit, entry.author, at, undoes, entry.uid)


def add(db: Database, layer: int, merge: int, entries: Iterable[LogEntry]) -> None:
    """Keep the entries that the log entry ``merge`` took in."""
    db.conn.executemany(
        "INSERT OR IGNORE INTO branch (uid, layer, merge, number, at, author, name, removed, added)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                entry.uid,
                layer,
                merge,
                number,
                log.written(entry.at),
                entry.author,
                entry.edit.name,
                rows.write_json(entry.edit.removed),
                rows.write_json(entry.edit.added),
            )
            for number, entry in enumerate(entries)
        ],
    )


def copy_branches(source: Database, layer: int, db: Database, target: int) -> None:
    """Take over what merges of the other copy had taken in, where their entry ``merge`` came over."""
    found = source.conn.execute(
        "SELECT b.uid, l.uid, b.number, b.at, b.author, b.name, b.removed, b.added"
        " FROM branch AS b JOIN log AS l ON l.id = b.merge WHERE b.layer = ?",
        (layer,),
    )
    for uid, merge, *rest in found:
        db.conn.execute(
            "INSERT OR IGNORE INTO branch (uid, layer, merge, number, at, author, name, removed, added)"
            " SELECT ?, ?, id, ?, ?, ?, ?, ?, ? FROM log WHERE uid = ?",
            (uid, target, *rest, merge),
        )
