"""Write what can be read of a damaged project into a new one, and say what was repaired and what is lost.

Each article comes from the file or from a backup, whichever its digest confirms; each item from its row, where that is
lost from the log, and where both are from the newest backup that has it. The damaged file is not touched, and the new
one passes ``verify`` before it appears.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from core.errors import StaleEdit, UserError
from core.model import Actor, Article, Item
from core.model.edits import fill
from core.model.layer import Edit, Layer
from core.model.schema import Schema, read_schema, standard
from core.store import (
    article_edits,
    articles,
    check_tables,
    layers,
    log,
    register_edits,
    rows,
    salvage,
    salvage_layer,
    salvage_log,
    salvage_names,
    salvage_rows,
)
from core.store.check_tables import BAD_ROW, BESIDE, Table
from core.store.check_values import Row
from core.store.checks import LayerRef
from core.store.connection import UNREADABLE_SQL, reporting, writing
from core.store.database import Database
from core.store.log import LogEntry
from core.store.opening import NAME, open_to_write, write_empty
from core.store.paths import check_plain, resolved, sync_file
from core.store.placing import appear
from core.store.recovered import SALVAGEABLE
from core.store.repair_backup import from_backup
from core.store.repair_report import RepairReport, line, note, note_state, some, where
from core.store.salvage_layer import Evidence
from core.store.sources import Sources, sources
from core.store.verify import verify
from core.temporary import folder_beside

AUTHOR = "citata verify --repair"
"""Who stands in the log for what a repair changed."""


class _Work(NamedTuple):
    """A repair under way: what is read, what is written, the report."""

    seen: Evidence
    out: Database
    report: RepairReport
    changes: list[tuple[int, Edit]]
    """What each layer needs after its log, to be what is kept of it; written last, so that it comes last."""

    @property
    def given(self) -> Sources:
        return self.seen.given


def repair(path: Path, out: Path) -> RepairReport:
    """Write a sound project with all that can be saved of ``path`` to the new file ``out``.

    Where no page of the file has a text, the new one is the newest backup that is sound. Raises UserError
    ``file-exists``, and what opening raises where there is no such backup either.
    """
    path, out = resolved(path), resolved(out)
    check_plain(path)
    if os.path.lexists(out):
        raise UserError("file-exists", path=str(out))
    try:
        return _repaired(path, out)
    except UserError as error:
        if error.code not in SALVAGEABLE or error.facts.get("path") != str(path):
            raise
        taken = from_backup(path, out)
        if taken is None:
            raise
        return taken


def _repaired(path: Path, out: Path) -> RepairReport:
    """Write what can be read of the file, and what its backups have of the rest."""
    with contextlib.ExitStack() as stack:
        stack.enter_context(reporting(out))
        given = stack.enter_context(sources(path))
        part = stack.enter_context(folder_beside(out)) / NAME
        report = RepairReport()
        write_empty(part, _schema(given, report))
        with contextlib.closing(open_to_write(part)) as db:
            db.execute("PRAGMA synchronous = OFF")  # all or nothing: the file appears when it is whole
            work = _Work(_evidence(given, report), db, report, [])
            with writing(db):
                _write_all(work)
            db.execute("PRAGMA journal_mode = DELETE")
        still = verify(part).findings
        if still:
            raise UserError("repair-not-sound", path=str(path), reason=str(still[0]))
        sync_file(part)
        appear(part, out)
        return report


def _schema(given: Sources, report: RepairReport) -> Schema:
    """Return the project's labels: the file's own, those of a backup, or the usual ones where nothing has them."""
    for at, db in enumerate(given.everywhere):
        with contextlib.suppress(*UNREADABLE_SQL, *BAD_ROW):
            row = db.conn.execute("SELECT value FROM value WHERE key = 'schema'").fetchone()
            found = read_schema(row[0].encode(), "schema")
            if at:
                note(report, "repair-labels-backup")
            return found
    note(report, "repair-labels-lost")
    return standard()


def _evidence(given: Sources, report: RepairReport) -> Evidence:
    own = salvage_log.log_entries([given.found.db])
    ids = {entry for entries in own.entries.values() for entry in entries}
    whole = own.broken == 0 and len(ids) == given.found.last_edit > 0
    torn = own.broken > 0 or ("log" in given.found.torn and not whole)
    if torn:
        note(report, "verify-unreadable", what="table log", reason="pages or rows of it are damaged")
    if own.broken:
        note(report, "repair-log-broken", count=own.broken)
    for number in own.changed:
        note(report, "repair-log-entry", number=number)
    for number, column, kept, other in salvage_rows.log_doubts(given):
        note(report, "repair-value", table="log", row=number, column=column, kept=kept, other=other)
    more = salvage_log.log_entries(given.everywhere).entries
    more |= {key: own.entries.get(key, {}) for key in salvage.renumbered(given)}
    scope = salvage_layer.scope_of(given.everywhere)
    return Evidence(given, own.entries, more, scope, torn, gapless=whole)


def _write_all(work: _Work) -> None:
    known: dict[int, tuple[Article, bool]] = {}
    for key in salvage.article_keys(work.given):
        article = _article(work, key)
        if article is not None:
            known[key] = article
    for key, named in sorted(_names(work, known).items(), key=lambda one: (one[1] is None, one[0])):
        _layer(work, key, named, known)
    for key, change in work.changes:
        log.write_entry(work.out, key, change, AUTHOR, log.now())
    for table in BESIDE:
        _copy_rows(work, table)
    for key, (written, _) in known.items():
        while (found := next(article_edits.flipped(work.out, key), None)) is not None:
            entry, was, name, before = found
            sound = rows.write_json({**was, name: before})
            work.out.conn.execute("UPDATE article_log SET was = ? WHERE id = ?", (sound, entry))
            facts = {"table": "article_log", "row": entry, "column": "was", "kept": before, "other": was[name]}
            note(work.report, "repair-value", **facts)
        for name, has, said in article_edits.reconcile(work.out, key, written.id, AUTHOR, log.now()):
            note(work.report, "repair-article-log", article=written.id, name=name, kept=has, other=said)
    torn = bool({"source", "source_log"} & work.given.found.torn)
    for source_id, kept, other in register_edits.reconcile(work.out, AUTHOR, log.now(), torn=torn):
        names = [one.name if one is not None else "—" for one in (kept, other)]
        note(work.report, "repair-source", source=source_id, kept=names[0], other=names[1])
    for name in register_edits.untie(work.out, AUTHOR, log.now()):
        note(work.report, "repair-source", source=name, kept=name, other="—")
    layers.recount(work.out)


def _article(work: _Work, key: int) -> tuple[Article, bool] | None:
    """Write an article; return it, and whether its text is what it was."""
    found = salvage.article(work.given, key)
    if found is None:
        name = salvage.article_name(work.given, key)
        if name:
            note(work.report, "repair-article-named", article=name)
        else:
            note(work.report, "repair-article-lost", number=key)
        return None
    if articles.find_key(work.out, found.article.id) is not None:
        other = replace(found.article, id=f"{found.article.id}-{key}")
        found = found._replace(article=other, codes=(*found.codes, "repair-id"))
    for code in found.codes:
        note(work.report, code, article=found.article.id)
    for name in found.other_ids:
        note(work.report, "repair-article-name", article=found.article.id, other=name)
    for title in found.other_titles:
        facts = {"article": found.article.id, "title": found.article.title or "", "other": title}
        note(work.report, "repair-title-other", **facts)
    articles.add_article(work.out, found.article, found.added_at, key=key)
    work.report.articles += 1
    return found.article, "repair-text" not in found.codes


# -- layers ----------------------------------------------------------------------------------------------------------


def _names(work: _Work, known: dict[int, tuple[Article, bool]]) -> dict[int, salvage.Named | None]:
    """Return what is known of every layer; None where whose it is has to be told, or another one has that name."""
    found: dict[int, salvage.Named | None] = {}
    taken: set[tuple[int, str]] = set()
    for key in salvage.layer_keys(work.given, work.seen.own, work.seen.more):
        named = salvage.layer_row(work.given, key, work.seen.more.get(key))
        name = None if named is None else (named.article, named.annotator)
        found[key] = None if name in taken else named
        if name is not None:
            taken.add(name)
    return found


def _layer(work: _Work, key: int, named: salvage.Named | None, known: dict[int, tuple[Article, bool]]) -> None:
    """Write one layer: what could be put together, the log as far as it is sound, the difference as an edit."""
    if named is None and (named := _guessed(work, key, known)) is not None:
        facts = {"article": known[named.article][0].id, "annotator": named.annotator}
        note(work.report, "repair-layer-guessed", number=key, **facts)
    if named is None or named.article not in known:
        _lost_layer(work, key, named)
        return
    article, sound = known[named.article]
    ref = LayerRef(key, article, named.annotator)
    found = salvage_layer.state(work.seen, ref, named, text_is_sound=sound)
    for other in named.other_annotators:
        note(work.report, "repair-annotator", **where(ref), other=other)
    for number in named.other_articles:
        elsewhere = known[number][0].id if number in known else str(number)
        note(work.report, "repair-layer-article", **where(ref), other=elsewhere)
    note_state(work.report, ref, found)
    layer = found.layer
    layers.start(work.out, named.article, ref.annotator, named.started_at, key=key)
    first = log.first_edit("start", layer.everything())
    layers.write_edit(work.out, key, layer.head, first, article.text, named.changed_at)
    kept, logged = _best_log(work, key, layer)
    _write_log(work, key, kept)
    try:
        change = fill(Layer(article, ref.annotator, logged.values()), layer.everything(), "repair")
    except StaleEdit:  # the log alone does not fit the text as it is now: it cannot be kept
        work.out.conn.execute("DELETE FROM log WHERE layer = ?", (key,))
        kept, change = [], log.first_edit("repair", layer.everything())
    if change:
        work.changes.append((key, change))
        ids = sorted(change.item_ids)
        note(work.report, "repair-layer", **where(ref), count=len(ids), items=some(ids))
        work.report.restored += [line(ref, source="table", id=name) for name in ids]
    dropped = len(work.seen.own.get(key, {}).keys() - {entry.id for entry in kept})
    if dropped > 0:
        note(work.report, "repair-log", **where(ref), count=dropped)
    work.report.layers += 1


def _guessed(work: _Work, key: int, known: dict[int, tuple[Article, bool]]) -> salvage.Named | None:
    """Return whose layer it probably is, under a name that is free."""
    found = salvage_names.guessed(work.seen, key, {number: article for number, (article, _) in known.items()})
    if found is not None and _is_taken(work.out, found):
        return found._replace(annotator=f"{found.annotator} ({key})")
    return found


def _is_taken(out: Database, named: salvage.Named) -> bool:
    found = out.conn.execute(
        "SELECT 1 FROM layer WHERE article = ? AND annotator = ?", (named.article, named.annotator)
    ).fetchone()
    return found is not None


def _write_log(work: _Work, key: int, kept: list[LogEntry]) -> None:
    ids: set[int] = set()
    for entry in kept:
        undoes = entry.undoes if entry.undoes in ids else None
        log.write_entry(
            work.out, key, entry.edit, entry.author, log.written(entry.at), undoes, entry.uid, entry_id=entry.id
        )
        ids.add(entry.id)


def _best_log(work: _Work, key: int, layer: Layer) -> tuple[list[LogEntry], dict[str, Item]]:
    """Return the longest sound run of a layer's log: as the file has it, or with the backups' entries in its gaps.

    A log of the file's own that gives what the layer holds has no gaps: it was compacted.
    """
    entries = work.seen.own.get(key, {})
    own, more = (salvage_log.sound_prefix(found) for found in (entries, work.seen.more.get(key, {})))
    if len(own[0]) == len(entries) and {n: item for n, item in own[1].items() if n != "head"} == dict(layer.items):
        return own
    return max(own, more, key=lambda run: len(run[0]))  # the first of equals: the file's own


def _lost_layer(work: _Work, key: int, named: salvage.Named | None) -> None:
    """Name a layer that cannot be kept, and all its items that anything tells of."""
    article = salvage.article_name(work.given, named.article) if named is not None else None
    names = {"article": article or "?", "annotator": named.annotator if named is not None else f"layer {key}"}
    items, unread = salvage_layer.lost_items(work.seen, key)
    note(work.report, "repair-layer-lost", number=key, count=len(items) + len(unread), **names)
    work.report.lost += [rows.write_json({**names, "item": item}) for item in items]
    work.report.lost += [rows.write_json({**names, "id": name, "reason": reason}) for name, reason in unread]
    counted = sum(not isinstance(item, Actor) for item in items) + len(unread)
    if named is not None and named.total is not None:
        work.report.uncounted += max(0, named.total - counted)


# -- what stands beside layers -----------------------------------------------------------------------------------------


def _copy_rows(work: _Work, table: Table) -> None:
    """Copy the rows of a small table; where it is torn also from the newest backup; name those that make no sense."""
    torn = table.name in work.given.found.torn
    written: set[str] = set()
    refused: dict[str, str] = {}
    for at, db in enumerate(work.given.everywhere):
        if at and not torn and not refused:
            break
        for row in check_tables.readable_rows_of(db, table):
            name = check_tables.name_of(table, row)
            if name in written or (table.name == "value" and row["key"] == "schema"):
                continue
            if at == 0:
                row = _weighed(work, table, row)
                name = check_tables.name_of(table, row)
            try:
                changed = check_tables.copy(work.out, table, row)
            except ValueError as error:
                if at == 0:
                    refused[name] = str(error)
                continue
            written.add(name)
            refused.pop(name, None)
            if changed is not None:
                note(work.report, "repair-row-changed", table=table.name, row=name, reason=changed)
    if torn:
        note(work.report, "verify-unreadable", what=f"table {table.name}", reason="pages of it are damaged")
    for name, reason in refused.items():
        note(work.report, "repair-row", table=table.name, row=name, reason=reason)


def _weighed(work: _Work, table: Table, row: Row) -> Row:
    """Return a row with the values that most witnesses have, and name what others have."""
    made, doubts = salvage_rows.weighed(work.given, table, row)
    for column, kept, other in doubts:
        facts = {"table": table.name, "row": check_tables.name_of(table, made), "column": column}
        note(work.report, "repair-value", **facts, kept=kept, other=other)
    return made
