"""Make the log shorter on demand: runs of old edits become one edit each, and the states at chosen points stay.

What a run leaves is its last entry's id, uid and time with the run's net change, so that ``layer_at`` and merging with
other copies go on working for every entry that is kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from enum import StrEnum

import msgspec

from core.history.past import net
from core.model import Head, Item
from core.store import article_edits, backups, log, rows
from core.store.log import LogEntry
from core.store.project import Project


class Points(StrEnum):
    """Whose states stay: the last of every day and every change of status, the changes of status only, or the last."""

    DAYS = "days"
    STATUSES = "statuses"
    LAST = "last"


class Compacted(msgspec.Struct, kw_only=True):
    """Entries in the log before and after, and the file's bytes before and after."""

    before: int
    after: int
    bytes_before: int
    bytes_after: int
    purged: int = 0
    """How many removed articles were deleted for good."""


def compact(
    project: Project, before: datetime, points: Points = Points.DAYS, *, purge_removed: bool = False
) -> Compacted:
    """Shorten the log of entries older than ``before``, after a backup; then give the room back to the disk.

    ``purge_removed``: removed articles are deleted for good, with all that they had.
    Authors are kept apart: a run holds one author's edits. Undo of a single edit inside a run is no longer possible.
    """
    size, count = project.path.stat().st_size, _count(project)
    with project.transaction():
        backups.back_up_now(project.path, "before-compaction")
        purged = article_edits.purge(project._db) if purge_removed else 0
        for (layer,) in project._db.execute("SELECT key FROM layer ORDER BY key").fetchall():
            old = [entry for entry in log.entries(project._db, layer, project.path) if entry.at < before]
            for run in _runs(old, points):
                if len(run) > 1:
                    _replace(project, run)
    project.shrink()
    return Compacted(
        before=count,
        after=_count(project),
        bytes_before=size,
        bytes_after=project.path.stat().st_size,
        purged=purged,
    )


def _count(project: Project) -> int:
    return int(project._db.execute("SELECT count(*) FROM log").fetchone()[0])


def _runs(entries: Sequence[LogEntry], points: Points) -> Iterator[list[LogEntry]]:
    run: list[LogEntry] = []
    for entry in entries:
        last = run[-1] if run else None
        if last is not None and (last.author != entry.author or _is_point(last, entry, points)):
            yield run
            run = []
        run.append(entry)
    if run:
        yield run


def _is_point(entry: LogEntry, following: LogEntry, points: Points) -> bool:
    """Tell whether the state right after ``entry`` stays."""
    if points is Points.LAST:
        return False
    if points is Points.DAYS and entry.at.date() != following.at.date():
        return True
    return _status(entry.edit.added) != _status(entry.edit.removed)


def _status(items: Sequence[Item]) -> object:
    return next((item.status for item in items if isinstance(item, Head)), None)


def _replace(project: Project, run: Sequence[LogEntry]) -> None:
    """Replace a run by one entry."""
    edit, kept = net("compacted", (entry.edit for entry in run)), run[-1].id
    conn = project._db.conn
    ids = rows.write_json([entry.id for entry in run])
    conn.execute("UPDATE log SET undoes = NULL WHERE undoes IN (SELECT value FROM json_each(?))", (ids,))
    conn.execute("UPDATE branch SET merge = ? WHERE merge IN (SELECT value FROM json_each(?))", (kept, ids))
    conn.execute(
        "UPDATE log SET name = ?, removed = ?, added = ?, undoes = NULL WHERE id = ?",
        (edit.name, rows.write_json(edit.removed), rows.write_json(edit.added), kept),
    )
    conn.execute("DELETE FROM log WHERE id <> ? AND id IN (SELECT value FROM json_each(?))", (kept, ids))
