"""What a row of every table must be, whatever else stands in the file: types, times, JSON, and what it belongs to.

``verify`` names the rows that are not so, and ``repair`` writes none of them.
"""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Callable, Iterator
from typing import NamedTuple

import msgspec

from core.errors import UserError
from core.history.merge import Choice
from core.model.knowledge import Ruling, read_body
from core.model.schema import read_schema
from core.model.scope import SCOPE, Scope
from core.store import articles, rows
from core.store.check_values import Row, is_uid, number, one, text, there, time, uid, word
from core.store.connection import UNREADABLE_SQL
from core.store.database import Database
from core.store.reasons import reason_of
from core.store.review import Start
from core.store.rows import shown

BAD_ROW = (msgspec.DecodeError, UserError, ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What a row that makes no sense raises."""


class Table(NamedTuple):
    """A table: its columns, those that name a row, and what raises ``BAD_ROW`` of a row that makes no sense."""

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    check: Callable[[Database, Row], None]


def _value(db: Database, row: Row) -> None:
    word(row, "key")
    text(row, "value")
    if row["key"] == "schema":
        read_schema(row["value"].encode(), "schema")
    else:
        found = rows.read_value(row["value"])
        if row["key"] == SCOPE:
            msgspec.convert(found, Scope)


def _article(db: Database, row: Row) -> None:
    for name in ("id", "title"):
        if row[name] is not None:
            rows.read_text(row[name]).encode("utf-8", "surrogatepass")
    word(row, "digest")
    number(row, "length")
    time(row, "added_at")
    title = None if row["title"] is None else rows.read_text(row["title"])
    if row["sought"] != articles.sought(rows.read_text(row["id"]), title):
        raise rows.BadRow(f"it is looked for as {shown(row['sought'])}")


def _layer(db: Database, row: Row) -> None:
    word(row, "annotator")
    number(row, "settled", "total")
    time(row, "started_at", "changed_at")
    rows.read_head((row["status"], row["note"], row["flags"], row["extra"]))
    there(db, "article", row, "article")


def _log(db: Database, row: Row) -> None:
    number(row, "id", least=1)
    uid(row)
    word(row, "author", "name")
    time(row, "at")
    text(row, "removed", "added")
    rows.read_items(row["removed"])
    rows.read_items(row["added"])
    there(db, "layer", row, "layer")
    if row["undoes"] is not None:
        undone = one(db, "SELECT layer FROM log WHERE id = ? AND id < ?", row["undoes"], row["id"])
        if undone is None or undone[0] != row["layer"]:
            raise rows.BadRow(f"it takes back {shown(row['undoes'])}, which is no edit before it")


def _assignment(db: Database, row: Row) -> None:
    word(row, "annotator", "author")
    time(row, "at")
    rows.read_choice(Start, row["start"])
    there(db, "article", row, "article")


def _comment(db: Database, row: Row) -> None:
    number(row, "id", least=1)
    uid(row)
    word(row, "annotator", "author")
    time(row, "at")
    rows.read_text(row["text"]).encode("utf-8", "surrogatepass")
    if row["item"] is not None:
        word(row, "item")
    if row["settles"] not in (0, 1):
        raise rows.BadRow(f"its settles is {shown(row['settles'])}")
    there(db, "article", row, "article")
    if row["answers"] is not None:
        above = one(db, "SELECT article, annotator FROM comment WHERE id = ? AND id < ?", row["answers"], row["id"])
        if above != (row["article"], row["annotator"]):
            raise rows.BadRow(f"it answers {shown(row['answers'])}, which is no comment before it")


def _conflict(db: Database, row: Row) -> None:
    number(row, "id", least=1)
    uid(row)
    word(row, "item", "author")
    text(row, "source", "base", "ours", "theirs")
    time(row, "at")
    for side in ("base", "ours", "theirs"):
        found = rows.read_items(row[side])
        if [item.id for item in found] not in ([], [row["item"]]):
            raise rows.BadRow(f"its {side} is not one item {row['item']}")
    resolved = [row[name] is not None for name in ("settled_at", "settled_by", "choice")]
    if any(resolved):
        word(row, "settled_by")
        time(row, "settled_at")
        rows.read_choice(Choice, row["choice"])
    there(db, "layer", row, "layer")


def _branch(db: Database, row: Row) -> None:
    uid(row)
    number(row, "number")
    word(row, "author", "name")
    time(row, "at")
    text(row, "removed", "added")
    rows.read_items(row["removed"])
    rows.read_items(row["added"])
    merge = one(db, "SELECT layer FROM log WHERE id = ?", row["merge"])
    if merge is None or merge[0] != row["layer"]:
        raise rows.BadRow(f"its merge {shown(row['merge'])} is no edit of its layer")


def _removed(db: Database, row: Row) -> None:
    word(row, "author")
    number(row, "after")
    time(row, "at")
    there(db, "article", row, "article")


def _article_log(db: Database, row: Row) -> None:
    number(row, "id", least=1)
    number(row, "after")
    uid(row)
    word(row, "author", "name")
    time(row, "at")
    for name in ("act", "undoes"):
        if not is_uid(row[name]) and (name == "act" or row[name] is not None):
            raise rows.BadRow(f"its {name} is {shown(row[name])}")
    if rows.read_facts(row["was"]).keys() != rows.read_facts(row["becomes"]).keys():
        raise rows.BadRow("its two sides do not name the same")
    there(db, "article", row, "article")


def _source(db: Database, row: Row) -> None:
    word(row, "id", "name")
    rows.read_source(tuple(row[name] for name in rows.SOURCE))


def _source_log(db: Database, row: Row) -> None:
    number(row, "id", least=1)
    number(row, "after")
    uid(row)
    word(row, "source", "author", "name")
    time(row, "at")
    for name in ("act", "undoes"):
        if not is_uid(row[name]) and (name == "act" or row[name] is not None):
            raise rows.BadRow(f"its {name} is {shown(row[name])}")
    sides = [rows.read_side(row[name]) for name in ("was", "becomes")]
    if {side.id for side in sides if side is not None} != {row["source"]}:
        raise rows.BadRow(f"its two sides are not of the source {row['source']}")
    if not all(map(is_uid, rows.read_flags(row["links"]))):
        raise rows.BadRow("its links are no edits")


def _learned(db: Database, row: Row) -> None:
    number(row, "id", least=1)
    number(row, "after")
    uid(row)
    word(row, "author", "name")
    time(row, "at")
    text(row, "body")
    if row["undoes"] is not None and not is_uid(row["undoes"]):
        raise rows.BadRow(f"its undoes is {shown(row['undoes'])}")
    if row["name"] not in set(Ruling):
        raise rows.BadRow(f"its name is {shown(row['name'])}")
    read_body(row["name"], row["body"])


_ENTRY = ("uid", "layer", "at", "author", "name", "removed", "added")
TABLES = (
    Table("value", ("key", "value"), ("key",), _value),
    Table("article", ("key", "id", "title", "digest", "length", "sought", "added_at"), ("key",), _article),
    Table(
        "layer",
        ("key", "article", "annotator", "status", "note", "flags", "extra", "settled", "total", "started_at",
         "changed_at"),
        ("key",), _layer,
    ),
    Table("log", ("id", *_ENTRY, "undoes"), ("id",), _log),
    Table("assignment", ("article", "annotator", "at", "author", "start"), ("article", "annotator"), _assignment),
    Table(
        "comment",
        ("id", "uid", "article", "annotator", "item", "at", "author", "text", "answers", "settles"),
        ("id",), _comment,
    ),
    Table(
        "conflict",
        ("id", "uid", "layer", "item", "at", "author", "source", "base", "ours", "theirs", "settled_at", "settled_by",
         "choice"),
        ("id",), _conflict,
    ),
    Table("branch", (*_ENTRY, "merge", "number"), ("layer", "uid"), _branch),
    Table("removed", ("article", "after", "at", "author"), ("article",), _removed),
    Table(
        "article_log",
        ("id", "uid", "article", "act", "after", "at", "author", "name", "was", "becomes", "undoes"),
        ("id",), _article_log,
    ),
    Table("source", rows.SOURCE, ("id",), _source),
    Table(
        "source_log",
        ("id", "uid", "source", "act", "after", "at", "author", "name", "was", "becomes", "links", "undoes"),
        ("id",), _source_log,
    ),
    Table("learned", ("id", "uid", "after", "at", "author", "name", "body", "undoes"), ("id",), _learned),
)  # fmt: skip
_LAYERED = ("article", "layer", "log")
BESIDE = tuple(table for table in TABLES if table.name not in _LAYERED)
"""The tables beside articles, layers and logs: their rows are copied as they are."""


def rows_of(db: Database, table: Table) -> Iterator[Row]:
    """Yield the rows of a table by its key; raises sqlite3.Error where they cannot be read on."""
    order = ", ".join(f'"{name}"' for name in table.key)
    for row in db.conn.execute(f"{_select(table)} ORDER BY {order}"):
        yield dict(zip(table.columns, row, strict=True))


def readable_rows_of(db: Database, table: Table) -> Iterator[Row]:
    """Yield the rows of a table as far as they can be read; what the caller raises meanwhile goes its own way."""
    with contextlib.suppress(*UNREADABLE_SQL):
        yield from rows_of(db, table)


def _select(table: Table) -> str:
    return f"SELECT {', '.join(map(_quoted, table.columns))} FROM {table.name}"  # noqa: S608 (names of ours)


def _quoted(name: str) -> str:
    return f'"{name}"'


def name_of(table: Table, row: Row) -> str:
    """Return what tells a row from the others of its table."""
    return ", ".join(str(row[name]) for name in table.key)


def fault(db: Database, table: Table, row: Row) -> str | None:
    """Return what is wrong with a row; None where nothing is."""
    try:
        table.check(db, row)
    except BAD_ROW as error:
        return reason_of(error)
    return None


_KEPT = ("comment", "assignment", "removed", "article_log", "source_log", "learned")
"""Tables whose rows are kept for the rest of them where a value makes no sense; a source is in its log whole."""
_INSTEAD: tuple[tuple[str, object], ...] = (
    ("answers", None),
    ("start", Start.PROPOSALS.value),
    ("settles", 0),
    ("item", None),
    ("undoes", None),
    ("after", 0),
    ("links", "[]"),
    ("name", "repair"),
    ("author", "?"),
    ("at", "1970-01-01T00:00:00.000000Z"),
)
"""What may stand for a value that makes no sense, of rows that are kept for the rest of them."""


def legible(value: object) -> object:
    """Return text that is no UTF-8 with U+FFFD where it cannot be read; any other value as it is."""
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value


def acceptable(db: Database, table: Table, row: Row) -> tuple[Row, str | None]:
    """Return a row as ``db`` can take it, and what was wrong with it; raises BadRow where nothing helps.

    Values are given up one by one, the least important first, and only as many as must be.
    """
    found = fault(db, table, row)
    if found is None:
        return row, None
    if table.name not in _KEPT:
        raise rows.BadRow(found)
    kept = {name: legible(value) for name, value in row.items()}
    kept |= {"uid": secrets.token_hex(8)} if "uid" in kept and not is_uid(kept["uid"]) else {}
    while (wrong := fault(db, table, kept)) is not None:
        for name, value in _INSTEAD:
            changed = kept | {name: value} if name in kept else kept
            if fault(db, table, changed) != wrong:
                kept = changed
                break
        else:
            raise rows.BadRow(found)
    return kept, found


def copy(out: Database, table: Table, row: Row) -> str | None:
    """Write a row into another file; return what had to be changed for it.

    Raises ValueError where no change makes it a row of ours, sqlite3.Error where the file cannot be written.
    """
    kept, changed = acceptable(out, table, row)
    names = ", ".join(map(_quoted, table.columns))
    marks = ", ".join("?" * len(table.columns))
    out.conn.execute(
        f"INSERT OR IGNORE INTO {table.name} ({names}) VALUES ({marks})",  # noqa: S608
        [kept[name] for name in table.columns],
    )
    return changed
