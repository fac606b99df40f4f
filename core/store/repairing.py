"""Write what can be read of a damaged project into a new one, and say what was repaired and what is lost.

Each article comes from the file or from a backup, whichever its digest confirms; each item from its row, where that is
lost from the log, and where both are from the newest backup that has it. The damaged file is not touched, and the new
one passes ``verify`` before it appears.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from msgspec.structs import replace

from core.errors import UserError
from core.model import Article
from core.model.schema import Schema, read_schema, standard
from core.store import (
    article_edits,
    articles,
    layers,
    log,
    register_edits,
    rows,
    salvage,
    salvage_layer,
    salvage_log,
    salvage_rows,
)
from core.store.check_tables import BAD_ROW, BESIDE
from core.store.connection import UNREADABLE_SQL, reporting, writing
from core.store.opening import NAME, open_to_write, write_empty
from core.store.paths import check_plain, resolved, sync_file
from core.store.placing import appear
from core.store.recovered import SALVAGEABLE
from core.store.repair_backup import from_backup
from core.store.repair_layers import layer_names, write_layer
from core.store.repair_report import RepairReport, note
from core.store.repair_tables import copy_rows
from core.store.repair_work import AUTHOR, Work
from core.store.salvage_layer import Evidence
from core.store.sources import Sources, sources
from core.store.verifying import verify
from core.temporary import folder_beside


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
            work = Work(_evidence(given, report), db, report, [])
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


def _write_all(work: Work) -> None:
    known: dict[int, tuple[Article, bool]] = {}
    for key in salvage.article_keys(work.given):
        article = _article(work, key)
        if article is not None:
            known[key] = article
    for key, named in sorted(layer_names(work, known).items(), key=lambda one: (one[1] is None, one[0])):
        write_layer(work, key, named, known)
    for key, change in work.changes:
        log.write_entry(work.out, key, change, AUTHOR, log.now())
    for table in BESIDE:
        copy_rows(work, table)
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


def _article(work: Work, key: int) -> tuple[Article, bool] | None:
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
