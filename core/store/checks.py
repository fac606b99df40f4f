"""The checks of ``verify``, each a generator of findings that changes nothing."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from core.errors import StaleEdit
from core.messages import sentence
from core.model import ENTITY_GUESSES, QUOTATION_GUESSES, Article, Entity, Item, Quotation
from core.model.layer import Layer
from core.model.register import Source
from core.model.scope import counts as count_of
from core.store import article_edits, check_tables, layers, log, register_edits, rows
from core.store.check_tables import Table
from core.store.connection import UNREADABLE_SQL, one_line
from core.store.database import Database
from core.store.reasons import reason_of


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """Something wrong in a file. ``code`` is that of its sentence, ``facts`` fill it in (article, annotator, …)."""

    code: str
    facts: dict[str, str] = {}

    def __str__(self) -> str:
        return sentence(self.code, self.facts)


class LayerRef(NamedTuple):
    """A layer of the file under check: its row number, its article, whose it is."""

    key: int
    article: Article
    annotator: str

    def finding(self, code: str, **facts: object) -> Finding:
        """Return a finding about this layer."""
        where = {"article": self.article.id, "annotator": self.annotator}
        return Finding(code=code, facts={**where, **{name: str(value) for name, value in facts.items()}})


UNREADABLE = (*UNREADABLE_SQL, *check_tables.BAD_ROW)
"""What reading a damaged row raises."""
_PROBE = 4096
"""Row numbers tried one by one behind a damaged page before giving up on the rest of a table."""


def keys(db: Database, table: str, column: str = "key") -> tuple[list[int], list[Finding]]:
    """Return the row numbers of a table that can be read, in order, and a finding where some cannot."""
    found: list[int] = []
    lost: list[Finding] = []
    at, missed = 0, 0
    sql = f"SELECT {column} FROM {table} WHERE {column} > ? ORDER BY {column}"  # noqa: S608 (names of ours)
    while missed < _PROBE:
        try:
            for (key,) in db.conn.execute(sql, (at,)):
                found.append(int(key))
                at, missed = int(key), 0
            break
        except UNREADABLE as error:
            if not lost:
                lost.append(
                    Finding(code="verify-unreadable", facts={"what": f"table {table}", "reason": reason_of(error)})
                )
            at, missed = at + 1, missed + 1
    return found, lost


def database(db: Database) -> Iterator[Finding]:
    """SQLite's own check of pages, indexes and constraints, and of the links between rows."""
    for (line,) in db.conn.execute("PRAGMA integrity_check(50)"):
        if line != "ok":
            yield Finding(code="verify-database", facts={"reason": one_line(line)})
    for table, _, target, _ in db.conn.execute("PRAGMA foreign_key_check").fetchmany(50):
        yield Finding(code="verify-link", facts={"table": str(table), "target": str(target)})


def table(db: Database, found: Table) -> Iterator[Finding]:
    """Every row of a table is what a row of it must be."""
    for row in check_tables.rows_of(db, found):
        reason = check_tables.fault(db, found, row)
        if reason is not None and found.name == "value":
            yield Finding(code="verify-value", facts={"key": str(row["key"]), "reason": reason})
        elif reason is not None:
            named = {"table": found.name, "row": check_tables.name_of(found, row)}
            yield Finding(code="verify-row", facts={**named, "reason": reason})


def covered_text(db: Database, ref: LayerRef) -> Iterator[Finding]:
    """The text kept beside every range is the article's text there, and the sortable columns repeat the ranges.

    Rows that cannot be read are left out.
    """
    text = ref.article.text
    for id_, start, end, kept in db.conn.execute(
        'SELECT id, start, "end", text FROM entity WHERE layer = ?', (ref.key,)
    ):
        with contextlib.suppress(*check_tables.BAD_ROW):
            if rows.read_text(kept) != text[start:end]:
                yield ref.finding("verify-covered", item=id_, kept=kept, text=text[start:end])
    columns = ", ".join(f'"{name}"' for name in rows.QUOTATION)
    sql = f'SELECT {columns}, start, "end", text, cue, mention FROM quotation WHERE layer = ?'  # noqa: S608
    for row in db.conn.execute(sql, (ref.key,)):
        with contextlib.suppress(*check_tables.BAD_ROW):
            item = rows.read_quotation(row[: len(rows.QUOTATION)])
            expected = rows.quotation_row(ref.key, item, text)[-5:]
            if row[-5:] != expected:
                yield ref.finding("verify-covered", item=item.id, kept=row[-3:], text=expected[-3:])


def guesses(ref: LayerRef, items: list[Item]) -> Iterator[Finding]:
    """Only fields that the program fills in are said to be guessed."""
    known = {Entity: ENTITY_GUESSES, Quotation: QUOTATION_GUESSES}
    for item in items:
        if isinstance(item, (Entity, Quotation)) and not set(item.guessed) <= set(known[type(item)]):
            yield ref.finding("verify-item", item=item.id, reason=f"its guessed is {', '.join(item.guessed):.60}")


def counts(db: Database, ref: LayerRef, items: list[Item]) -> Iterator[Finding]:
    """The counts that the article list shows are those of the items."""
    try:
        expected = count_of(items, layers.scope_of(db))
    except check_tables.BAD_ROW:
        return  # the value itself is found to make no sense, once
    kept = db.conn.execute("SELECT settled, total FROM layer WHERE key = ?", (ref.key,)).fetchone()
    if tuple(kept) != expected:
        yield ref.finding("verify-counts", kept=kept, expected=expected)


def article_log(db: Database, key: int, article: Article) -> Iterator[Finding]:
    """What edits changed of an article is as its log says last."""
    for entry, was, name, before in article_edits.flipped(db, key):
        reason = f"edit {entry} has {was[name]!r:.60} as its {name}, the one before {before!r:.60}"
        yield Finding(code="verify-article-log", facts={"article": article.id, "reason": reason})
    for name, has, said in article_edits.now_and_then(db, key):
        reason = f"its {name} is {has!r:.60}, its log says {said!r:.60}"
        yield Finding(code="verify-article-log", facts={"article": article.id, "reason": reason})


def register(db: Database) -> Iterator[Finding]:
    """The register is as its log says last, and no source is merged into one that is not there."""
    for source_id, has, told in register_edits.differing(db):
        reason = f"it is {_brief(has)}, its log says {_brief(told)}"
        yield Finding(code="verify-source", facts={"source": source_id, "reason": reason})
    for source_id, merged in db.conn.execute(
        "SELECT id, merged FROM source AS s WHERE merged IS NOT NULL"
        " AND NOT EXISTS (SELECT 1 FROM source AS t WHERE t.id = s.merged)"
    ):
        reason = f"it is merged into {merged!r:.60}, which is not there"
        yield Finding(code="verify-source", facts={"source": str(source_id), "reason": reason})


def _brief(source: Source | None) -> str:
    return "not there" if source is None else f"{rows.write_json(source):.300}"


def layer(db: Database, ref: LayerRef, path: Path) -> Iterator[Finding]:
    """Ranges lie in the text, links point to what is there, the log replays to exactly what the tables hold."""
    head = rows.read_head(
        db.conn.execute("SELECT status, note, flags, extra FROM layer WHERE key = ?", (ref.key,)).fetchone()
    )
    items, broken = layers.readable_items(db, ref.key)
    for name, reason in broken:
        yield ref.finding("verify-item", item=name, reason=reason)
    yield from guesses(ref, items)
    try:
        Layer(ref.article, ref.annotator, [head, *items])
    except StaleEdit as error:
        yield ref.finding("verify-layer", reason=error)
    yield from counts(db, ref, items)
    yield from covered_text(db, ref)
    in_tables = {head.id: head, **{item.id: item for item in items}}
    try:
        replayed = log.replay(log.entries(db, ref.key, path))
    except StaleEdit as error:
        yield ref.finding("verify-log", reason=error)
        return
    differs = sorted(key for key in in_tables.keys() | replayed.keys() if in_tables.get(key) != replayed.get(key))
    if differs:
        yield ref.finding("verify-replay", items=", ".join(differs[:20]), count=len(differs))
