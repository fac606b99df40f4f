"""Write what can be read of a damaged project into a new one, and say what was repaired and what is lost.

Each article comes from the file or from a backup, whichever its digest confirms; each layer from its rows or from its
log, whichever holds together; where neither does, from both, with what fits. The damaged file is not touched.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path
from typing import NamedTuple

import msgspec
from sqlite_utils import Database

from core.errors import StaleEdit, UserError
from core.model import Article, Head, Item
from core.model.edits import fill
from core.model.layer import Edit, Layer
from core.model.schema import Schema, read_schema, standard
from core.store import articles, checks, layers, log, rows, salvage
from core.store.checks import UNREADABLE, Finding, LayerRef
from core.store.connection import reporting, writing
from core.store.log import LogEntry
from core.store.opening import NAME, open_to_look, open_to_write, write_empty
from core.store.paths import resolved, sync_file
from core.store.placing import appear
from core.store.salvage import Logs, Sources
from core.temporary import folder_beside

AUTHOR = "citata verify --repair"
"""Who stands in the log for what a repair changed."""


class RepairReport(msgspec.Struct, kw_only=True):
    """What a repair did: ``repaired`` says what is not as it was, ``lost`` holds every item left out, as JSON."""

    repaired: list[Finding] = []
    lost: list[str] = []
    articles: int = 0
    layers: int = 0


class _Work(NamedTuple):
    """A repair under way: what is read, what is written, the logs as far as they can be read, the report."""

    given: Sources
    out: Database
    logs: Logs
    more: Logs
    report: RepairReport
    changes: list[tuple[int, Edit]]
    """What each layer needs after its log, to be what is kept of it; written last, so that it comes last."""


def repair(path: Path, out: Path) -> RepairReport:
    """Write a sound project with all that can be saved of ``path`` to the new file ``out``.

    Raises UserError ``file-exists``, and what opening raises where nothing can be read at all (restore a backup then).
    """
    path, out = resolved(path), resolved(out)
    look = open_to_look(path)
    with contextlib.ExitStack() as stack:
        stack.callback(look.remove)
        stack.enter_context(reporting(out))
        given = stack.enter_context(salvage.sources(path, look.db))
        if os.path.lexists(out):
            raise UserError("file-exists", path=str(out))
        part = stack.enter_context(folder_beside(out)) / NAME
        write_empty(part, _schema(look.db))
        with contextlib.closing(open_to_write(part)) as db:
            db.execute("PRAGMA synchronous = OFF")  # all or nothing: the file appears when it is whole
            own = salvage.log_entries([look.db], path)
            everywhere = salvage.log_entries([look.db, *given.backups], path)
            work = _Work(given, db, own, everywhere, RepairReport(), [])
            with writing(db):
                _write_all(work)
            db.execute("PRAGMA journal_mode = DELETE")
        sync_file(part)
        appear(part, out)
        return work.report


def _schema(db: Database) -> Schema:
    with contextlib.suppress(*UNREADABLE):
        row = db.execute("SELECT value FROM value WHERE key = 'schema'").fetchone()
        return read_schema(row[0].encode(), "schema")
    return standard()


def _write_all(work: _Work) -> None:
    known: dict[int, Article] = {}
    for key in salvage.article_keys(work.given):
        article = _article(work, key)
        if article is not None:
            known[key] = article
    for key in salvage.layer_keys(work.given, work.more):
        _layer(work, key, known)
    for key, change in work.changes:
        log.write_entry(work.out, key, change, AUTHOR, log.now())
    for table in ("value", "assignment", "comment", "conflict", "branch"):
        _copy_rows(work, table)
    layers.recount(work.out)


def _repaired(work: _Work, code: str, **facts: object) -> None:
    work.report.repaired.append(Finding(code=code, facts={name: str(value) for name, value in facts.items()}))


def _article(work: _Work, key: int) -> Article | None:
    found = salvage.article(work.given, key)
    if found is None:
        _repaired(work, "repair-article-lost", number=key)
        return None
    if found.code is not None:
        _repaired(work, found.code, article=found.article.id)
    articles.add_article(work.out, found.article, log.now(), key=key)
    work.report.articles += 1
    return found.article


def _layer(work: _Work, key: int, known: dict[int, Article]) -> None:
    """Write one layer: the state that holds together best, the log as far as it is sound, the difference as an edit."""
    named = salvage.layer_row(work.given, key)
    if named is None or named[0] not in known:
        _repaired(work, "repair-layer-lost", number=key)
        return
    article_key, annotator, head = named
    article = known[article_key]
    kept, logged = _best_log(work, key)
    if head is None:
        found = logged.get("head")
        head = found if isinstance(found, Head) else Head()
    layer = _state(work, LayerRef(key, article, annotator), head, logged)
    at = layers.start(work.out, article_key, annotator, log.now(), key=key)
    layers.write_edit(
        work.out, at.key, layer.head, log.first_edit("start", layer.everything()), article.text, log.now()
    )
    for entry in kept:
        undoes = entry.undoes if any(other.id == entry.undoes for other in kept) else None
        log.write_entry(
            work.out, key, entry.edit, entry.author, log.written(entry.at), undoes, entry.uid, entry_id=entry.id
        )
    try:
        change = fill(Layer(article, annotator, logged.values()), layer.everything(), "repair")
    except StaleEdit:  # the log alone does not fit the text as it is now: it cannot be kept
        work.out.conn.execute("DELETE FROM log WHERE layer = ?", (key,))
        change = log.first_edit("repair", layer.everything())
    if change:
        work.changes.append((key, change))
        _repaired(work, "repair-layer", article=article.id, annotator=annotator, count=len(change.item_ids))
    dropped = len(work.logs.get(key, {})) - len(kept)
    if dropped > 0:
        _repaired(work, "repair-log", article=article.id, annotator=annotator, count=dropped)
    work.report.layers += 1


def _best_log(work: _Work, key: int) -> tuple[list[LogEntry], dict[str, Item]]:
    """Return the longest sound run of a layer's log: as the file has it, or with the backups' entries in its gaps.

    A log of the file's own that gives what its rows hold has no gaps: it was compacted.
    """
    own, more = (salvage.sound_prefix(logs.get(key, {})) for logs in (work.logs, work.more))
    if len(own[0]) == len(work.logs.get(key, {})) and _gives_rows(work, key, own[1]):
        return own
    return max(own, more, key=lambda run: len(run[0]))  # the first of equals: the file's own


def _gives_rows(work: _Work, key: int, logged: dict[str, Item]) -> bool:
    """Tell whether the annotations and actors that a log builds up are those of the layer's rows."""
    held = {item.id: item for item in salvage.table_items(work.given, key)}
    return held == {item.id: item for item in logged.values() if not isinstance(item, Head)}


def _state(work: _Work, ref: LayerRef, head: Head, logged: dict[str, Item]) -> Layer:
    """Return the layer to keep: its rows where they hold together, its log where that does, or what fits of both."""
    given = work.given
    with contextlib.suppress(*UNREADABLE, StaleEdit):
        made = Layer(ref.article, ref.annotator, [head, *layers.read_items(given.damaged, ref.key, given.path)])
        if not list(checks.covered_text(given.damaged, ref)):
            return made
    complete = len(_best_log(work, ref.key)[0]) == len(work.logs.get(ref.key, {})) > 0
    if complete and _log_is_whole(given.damaged):
        with contextlib.suppress(StaleEdit):
            return Layer(ref.article, ref.annotator, logged.values())
    both = {**logged, **{item.id: item for item in (head, *salvage.table_items(given, ref.key))}}
    layer, changed, left_out = salvage.fitting(ref.article, ref.annotator, both.values())
    where = {"article": ref.article.id, "annotator": ref.annotator}
    for item in changed:
        _repaired(work, "repair-link", item=item.id, **where)
    for item in left_out:
        _repaired(work, "repair-left-out", item=item.id, **where)
        work.report.lost.append(rows.write_json({**where, "item": item}))
    return layer


def _log_is_whole(db: Database) -> bool:
    return not checks.keys(db, "log", "id")[1]


def _copy_rows(work: _Work, table: str) -> None:
    """Copy the rows of a small table that can be read; those that point to what is lost are left out."""
    copied = 0
    try:
        cursor = work.given.damaged.conn.execute(f"SELECT * FROM {table}")  # noqa: S608 (names of ours)
        marks = ", ".join("?" * len(cursor.description))
        for row in cursor:
            with contextlib.suppress(sqlite3.IntegrityError):
                work.out.conn.execute(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", row)  # noqa: S608
                copied += 1
    except UNREADABLE as error:
        _repaired(work, "verify-unreadable", what=f"table {table}, after {copied} rows", reason=error)
