"""The conflicts that merging left: kept in the file until somebody resolves them."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from core.errors import UserError
from core.history.merge import Choice, Conflict
from core.model import Item
from core.store import log, rows
from core.store.database import Database


class OpenConflict(NamedTuple):
    """A conflict in ``annotator``'s layer of ``article``, from merging ``source`` (a file's name) at ``at`` (UTC)."""

    id: int
    article: str
    annotator: str
    at: datetime
    author: str
    source: str
    conflict: Conflict


def _write(item: Item | None) -> str:
    return rows.write_json(() if item is None else (item,))


def _read(data: str) -> Item | None:
    return next(iter(rows.read_items(data)), None)


def add(db: Database, layer: int, found: Iterable[Conflict], source: str, author: str) -> None:
    """Keep the conflicts of one merged layer; an older one about the same item gives way to the new one."""
    now = log.now()
    for conflict in found:
        db.conn.execute(
            "DELETE FROM conflict WHERE layer = ? AND item = ? AND settled_at IS NULL", (layer, conflict.item)
        )
        sides = (_write(conflict.base), _write(conflict.ours), _write(conflict.theirs))
        db.conn.execute(
            "INSERT INTO conflict (uid, layer, item, at, author, source, base, ours, theirs)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (secrets.token_hex(8), layer, conflict.item, now, author, source, *sides),
        )


_KINDS = rows.kinds(
    id=rows.NUMBER, article=rows.TEXT, annotator=rows.WORD, at=rows.WORD, author=rows.WORD, source=rows.WORD,
    item=rows.WORD, base=rows.WORD, ours=rows.WORD, theirs=rows.WORD,
)  # fmt: skip
_OPEN = (
    "SELECT c.id, a.id, l.annotator, c.at, c.author, c.source, c.item, c.base, c.ours, c.theirs"
    " FROM conflict AS c JOIN layer AS l ON l.key = c.layer JOIN article AS a ON a.key = l.article"
    " WHERE c.settled_at IS NULL AND NOT EXISTS (SELECT 1 FROM removed AS r WHERE r.article = a.key)"
)


def count_open(db: Database) -> int:
    """Return how many conflicts nobody has resolved, those in removed articles left out."""
    return int(db.conn.execute(f"SELECT count(*) FROM ({_OPEN})").fetchone()[0])  # noqa: S608


def still_open(db: Database) -> list[OpenConflict]:
    """Return the conflicts that nobody has resolved, by article and then as they were found."""
    return [_conflict(row) for row in db.conn.execute(_OPEN + " ORDER BY a.key, c.id")]


def one(db: Database, conflict_id: int) -> OpenConflict:
    """Return an open conflict; UserError ``conflict-missing``."""
    row = db.conn.execute(_OPEN + " AND c.id = ?", (conflict_id,)).fetchone()
    if row is None:
        raise UserError("conflict-missing", id=conflict_id)
    return _conflict(row)


def _conflict(row: rows.Row) -> OpenConflict:
    rows.check_kinds(row, _KINDS)
    id_, article, annotator, at, author, source, item, base, ours, theirs = row
    conflict = Conflict(item, _read(base), _read(ours), _read(theirs))
    return OpenConflict(id_, rows.read_text(article), annotator, rows.read_time(at), author, source, conflict)


def close(db: Database, conflict_id: int, choice: Choice, author: str) -> None:
    """Note who resolved a conflict and how."""
    db.conn.execute(
        "UPDATE conflict SET settled_at = ?, settled_by = ?, choice = ? WHERE id = ?",
        (log.now(), author, str(choice), conflict_id),
    )


def reopen(db: Database, conflict_id: int) -> None:
    """Make a resolved conflict open again."""
    db.conn.execute(
        "UPDATE conflict SET settled_at = NULL, settled_by = NULL, choice = NULL WHERE id = ?", (conflict_id,)
    )
