"""Weigh the values of rows beside layers, and of the log, where indexes or backups have other ones.

Rows of comments, conflicts and all logs are written once and never changed: what a backup has of them is the same.
"""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterator
from typing import TypeAlias

from core.store.check_tables import Table, rows_of
from core.store.check_values import Row
from core.store.connection import UNREADABLE_SQL
from core.store.sources import Sources
from core.store.witnesses import near, weigh

_NEVER_CHANGED: dict[str, tuple[str, ...]] = {
    "comment": ("uid", "annotator", "item", "at", "author", "text"),
    "conflict": ("uid", "item", "at", "author", "source"),
    "article_log": ("uid", "act", "at", "author", "name", "was", "becomes"),
    "source_log": ("uid", "source", "act", "at", "author", "name", "was", "becomes", "links"),
    "learned": ("uid", "at", "author", "name", "body"),
    "log": ("uid", "at", "author"),
}
"""Columns of rows that nothing changes once they are written (compacting changes what an edit of the log is)."""
Doubt: TypeAlias = tuple[str, str, str]
"""A column, what it is kept as, and what something else has."""


def weighed(given: Sources, table: Table, row: Row) -> tuple[Row, list[Doubt]]:
    """Return a row of the file with the values that most witnesses have, and what others have instead."""
    if table.name == "assignment":
        return _assignment(given, row)
    made, doubts = dict(row), list[Doubt]()
    for column in _NEVER_CHANGED.get(table.name, ()):
        own = row[column]
        votes = Counter([own] if isinstance(own, str) else [])
        votes.update(value for value in given.found.told(table.name, column, row["id"]) if isinstance(value, str))
        votes.update(found for found in _in_backups(given, table, row, column))
        if len(votes) > 1:
            made[column], others = weigh(votes)
            doubts += [(column, made[column], other) for other in others]
    return made, doubts


def log_doubts(given: Sources) -> Iterator[tuple[int, str, str, str]]:
    """Yield what indexes and backups have otherwise of the log's readable edits: number, column, kept, other."""
    table = Table("log", ("id", *_NEVER_CHANGED["log"]), ("id",), lambda db, row: None)
    with contextlib.suppress(*UNREADABLE_SQL):
        for row in rows_of(given.found.db, table):
            for column in _NEVER_CHANGED["log"]:
                own = row[column]
                told = [value for value in given.found.told("log", column, row["id"]) if isinstance(value, str)]
                for other in sorted({*told, *_in_backups(given, table, row, column)} - {own}):
                    if isinstance(own, str):
                        yield row["id"], column, own, other


def _in_backups(given: Sources, table: Table, row: Row, column: str) -> Iterator[str]:
    """Yield what each backup has of a column of the same row: that of its number and uid."""
    for db in given.backups:
        found = None
        with contextlib.suppress(*UNREADABLE_SQL):
            sql = f'SELECT uid, "{column}" FROM {table.name} WHERE id = ?'  # noqa: S608 (names of ours)
            found = db.conn.execute(sql, (row["id"],)).fetchone()
        if found is None or not isinstance(found[0], str) or not isinstance(found[1], str):
            continue
        uid = row["uid"]
        if found[0] == uid or (isinstance(uid, str) and near(found[0], uid)):
            yield found[1]


def _assignment(given: Sources, row: Row) -> tuple[Row, list[Doubt]]:
    """Return an assignment under the annotator that its index has, where somebody of that name has layers."""
    own, article = row["annotator"], row["article"]
    told = [name for name in given.found.told("assignment", "annotator", article) if isinstance(name, str)]
    if not isinstance(own, str) or own in told:
        return row, []
    others = [name for name in told if near(own, name)]
    if not others:
        return row, []
    here, there = (_has_layers(given, name) for name in (own, others[0]))
    kept, other = (others[0], own) if there > here else (own, others[0])
    return {**row, "annotator": kept}, [("annotator", kept, other)]


def _has_layers(given: Sources, annotator: str) -> bool:
    sql = "SELECT 1 FROM layer WHERE annotator = ?"
    return given.found.db.conn.execute(sql, (annotator,)).fetchone() is not None
