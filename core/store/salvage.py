"""Read what can still be read of a damaged project: row by row, by index where the table is gone, from backups."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, TypeAlias

from msgspec.structs import replace
from sqlite_utils import Database

from core.errors import StaleEdit, UserError
from core.model import Actor, Article, Entity, Head, Item, Quotation
from core.model.layer import Layer
from core.model.text import digest
from core.store import backups, checks, layers, log, rows
from core.store.checks import UNREADABLE
from core.store.connection import connect, peek
from core.store.log import LogEntry


class Sources(NamedTuple):
    """The damaged file and its backups that can be opened, the newest first."""

    path: Path
    damaged: Database
    backups: list[Database]


@contextlib.contextmanager
def sources(path: Path, damaged: Database) -> Iterator[Sources]:
    """Open the backups of ``path`` for reading; those that are no sound project of ours are left out."""
    with contextlib.ExitStack() as stack:
        found: list[Database] = []
        for backup in backups.backups_of(path):
            with contextlib.suppress(UserError):
                peek(backup.path)
                found.append(stack.enter_context(contextlib.closing(connect(backup.path, "ro", immutable=True))))
        yield Sources(path, damaged, found)


def _one(db: Database, sql: str, key: int) -> rows.Row | None:
    """Return one row, or None where there is none or it cannot be read."""
    row: rows.Row | None = None
    with contextlib.suppress(sqlite3.Error):
        row = db.conn.execute(sql, (key,)).fetchone()
    return row


_ARTICLE = "SELECT id, title, digest FROM article WHERE key = ?"
_ARTICLE_ID = "SELECT id FROM article INDEXED BY sqlite_autoindex_article_1 WHERE key = ?"
_TEXT = "SELECT text, meta FROM article_text WHERE article = ?"


class Found(NamedTuple):
    """An article as it could be put together, and the code of the finding where something is not as it was."""

    article: Article
    code: str | None


def article(given: Sources, key: int) -> Found | None:
    """Return the article of a row number: from the file if its digest holds, from a backup, or as well as it goes."""
    everywhere = (given.damaged, *given.backups)
    named = next((row for db in everywhere if (row := _one(db, _ARTICLE, key)) is not None), None)
    if named is None:
        bare = _one(given.damaged, _ARTICLE_ID, key)
        named = None if bare is None else (bare[0], None, None)
    if named is None:
        return None
    first: Article | None = None
    whole = _one(given.damaged, _ARTICLE, key) is not None
    for db in everywhere:
        made = _make(named, _one(db, _TEXT, key))
        if made is not None and made.digest == named[2]:
            return Found(made, None if whole and db is given.damaged else "repair-from-backup")
        first = first or made
    return None if first is None else Found(first, "repair-text")


def _make(named: rows.Row, content: rows.Row | None) -> Article | None:
    if content is None:
        return None
    try:
        text, meta = rows.read_text(content[0]), rows.read_meta(content[1])
        title = None if named[1] is None else rows.read_text(named[1])
        return Article(id=rows.read_text(named[0]), title=title, text=text, digest=digest(text), meta=meta)
    except UNREADABLE:
        return None


_LAYER = "SELECT article, annotator, status, note, flags, extra FROM layer WHERE key = ?"
_LAYER_NAME = "SELECT article, annotator FROM layer INDEXED BY sqlite_autoindex_layer_1 WHERE key = ?"


def layer_row(given: Sources, key: int) -> tuple[int, str, Head | None] | None:
    """Return whose layer it is (article's row number, annotator) and its head, if that can be read."""
    row = _one(given.damaged, _LAYER, key)
    if row is not None:
        with contextlib.suppress(*UNREADABLE):
            return int(row[0]), str(row[1]), rows.read_head(row[2:])
    row = _one(given.damaged, _LAYER_NAME, key) or next(
        (found for db in given.backups if (found := _one(db, _LAYER_NAME, key)) is not None), None
    )
    return None if row is None else (int(row[0]), str(row[1]), None)


def table_items(given: Sources, key: int) -> list[Item]:
    """Return the items of a layer's rows that can be read."""
    found: list[Item] = []
    for sql, read in layers.READERS:
        with contextlib.suppress(sqlite3.Error):
            for row in given.damaged.conn.execute(sql, (key,)):
                with contextlib.suppress(*UNREADABLE):
                    found.append(read(row))
    return found


def article_keys(given: Sources) -> list[int]:
    """Return the row numbers of all articles that anything still tells of."""
    found = set(checks.keys(given.damaged, "article_text", "article")[0])
    for db in (given.damaged, *given.backups):
        found.update(checks.keys(db, "article")[0])
    with contextlib.suppress(sqlite3.Error):
        rows_ = given.damaged.conn.execute("SELECT key FROM article INDEXED BY sqlite_autoindex_article_1")
        found.update(int(key) for (key,) in rows_)
    return sorted(found)


Logs: TypeAlias = dict[int, dict[int, LogEntry]]
"""Log entries by layer and id."""


def layer_keys(given: Sources, logs: Logs) -> list[int]:
    """Return the row numbers of all layers that anything still tells of, ``logs`` too."""
    found = set(checks.keys(given.damaged, "layer")[0]) | logs.keys()
    with contextlib.suppress(sqlite3.Error):
        rows_ = given.damaged.conn.execute("SELECT key FROM layer INDEXED BY sqlite_autoindex_layer_1")
        found.update(int(key) for (key,) in rows_)
    return sorted(found)


def log_entries(dbs: Iterable[Database], path: Path) -> Logs:
    """Return the log entries that can be read, by layer; what an earlier database has counts before a later one's."""
    found: Logs = {}
    ids: set[int] = set()
    uids: set[str] = set()
    for db in dbs:
        for number in checks.keys(db, "log", "id")[0]:
            with contextlib.suppress(*UNREADABLE):
                layer, entry = log.one(db, number, path)
                if entry.id not in ids and entry.uid not in uids:
                    found.setdefault(layer, {})[entry.id] = entry
                    ids.add(entry.id)
                    uids.add(entry.uid)
    return found


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


def fitting(article: Article, annotator: str, items: Iterable[Item]) -> tuple[Layer, list[Item], list[Item]]:
    """Return the largest layer these items make, the items changed for it (links loosened), and those left out."""
    kept = {item.id: item for item in items}
    left_out = [item for item in kept.values() if not _in_text(article, item)]
    for item in left_out:
        del kept[item.id]
    changed: list[Item] = []
    for item in list(kept.values()):
        loosened = _loosened(kept, item)
        if loosened != item:
            changed.append(item)
            kept[item.id] = loosened
    return Layer(article, annotator, kept.values()), changed, left_out


def _in_text(article: Article, item: Item) -> bool:
    try:
        alone = _loosened({}, item)
        Layer(article, "", [alone])
    except (StaleEdit, TypeError, ValueError):
        return False
    return True


def _loosened(items: dict[str, Item], item: Item) -> Item:
    if isinstance(item, Entity) and item.actor is not None and not isinstance(items.get(item.actor), Actor):
        return replace(item, actor=None)
    if not isinstance(item, Quotation):
        return item
    if item.speaker is not None and not isinstance(items.get(item.speaker), Actor):
        item = replace(item, speaker=None)
    seen, at = {item.id}, item.parent
    while at is not None:
        above = items.get(at)
        if at in seen or not isinstance(above, Quotation):
            return replace(item, parent=None)
        seen.add(at)
        at = above.parent
    return item
