"""Check a whole project file: the database itself, every row, digests, ranges, covered text, links, counts, the log.

Nothing is changed. Damage in one table does not stop the other checks: each reads as far as it can.
"""

from __future__ import annotations

import contextlib
import functools
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from core.errors import UserError
from core.model import Article
from core.store import articles, checks
from core.store.check_tables import TABLES
from core.store.checks import UNREADABLE, Finding, LayerRef
from core.store.connection import connect, reporting
from core.store.database import Database
from core.store.opening import open_to_look
from core.store.pages import text_or_bytes
from core.store.reasons import reason_of

Progress = Callable[[int, int], None]
"""Called with what is done and what there is to do."""


class Report(msgspec.Struct, kw_only=True):
    """What was checked, and what was found; no findings: the file is sound."""

    findings: list[Finding] = []
    articles: int = 0
    removed: int = 0
    """How many of the articles are removed, and still kept."""
    layers: int = 0
    edits: int = 0


def verify(path: Path, progress: Progress | None = None) -> Report:
    """Check the project at ``path``.

    Raises UserError where the file cannot be opened as a project at all (missing, not ours, newer, header damaged).
    """
    look = open_to_look(path)
    look.db.conn.text_factory = text_or_bytes  # a text that is none must not hide the rows after it
    try:
        return _check(look.db, path, progress or (lambda done, of: None))
    finally:
        look.remove()


def damage(path: Path, going_on: Callable[[], bool] = lambda: True) -> UserError | None:
    """Return what SQLite's quick check finds wrong with the pages of a project; None where nothing is, or it was ended.

    Reads the file once; ``going_on`` is asked now and then and ends the check with False.
    """
    try:
        with reporting(path), contextlib.closing(connect(path, "ro")) as db:
            db.conn.set_progress_handler(lambda: not going_on(), 100_000)
            found = str(db.conn.execute("PRAGMA quick_check(1)").fetchone()[0])
    except sqlite3.OperationalError:  # ended
        return None
    except UserError as error:
        return error if error.code == "file-damaged" else None
    return None if found == "ok" else UserError("file-damaged", path=str(path), reason=found.splitlines()[-1])


def _check(db: Database, path: Path, progress: Progress) -> Report:
    report = Report()
    _note(report, "the database", lambda: checks.database(db))
    for table in TABLES:
        _note(report, f"table {table.name}", functools.partial(checks.table, db, table))
    sound: dict[int, Article | None] = {}
    found, lost = checks.keys(db, "article")
    report.findings += lost
    for key in found:
        sound[key] = None
        with contextlib.suppress(*UNREADABLE):
            sound[key] = articles.read_article(db, key, path)
        report.articles += 1
        here = sound[key]
        if here is None:
            report.findings.append(_article_finding(db, key))
        else:
            _note(report, f"article {key}", functools.partial(_check_length, db, key, here))
            _note(report, f"article {key}", functools.partial(checks.article_log, db, key, here))
    numbers, lost = checks.keys(db, "layer")
    report.findings += lost
    for done, number in enumerate(numbers):
        progress(done, len(numbers))
        _note(report, f"layer {number}", functools.partial(_check_layer, db, path, number, sound))
        report.layers += 1
    _note(report, "the register", lambda: checks.register(db))
    _note(report, "the log", lambda: _count_edits(db, report))
    _note(report, "table removed", lambda: _count_removed(db, report))
    progress(len(numbers), len(numbers))
    return report


def _note(report: Report, what: str, check: Callable[[], Iterable[Finding]]) -> None:
    """Add the findings of a check; what it cannot read is a finding too."""
    try:
        for finding in check():
            report.findings.append(finding)
    except UNREADABLE as error:
        report.findings.append(Finding(code="verify-unreadable", facts={"what": what, "reason": reason_of(error)}))


def _article_finding(db: Database, key: int) -> Finding:
    name = f"number {key}"
    with contextlib.suppress(*UNREADABLE):
        name = str(db.conn.execute("SELECT id FROM article WHERE key = ?", (key,)).fetchone()[0])
    return Finding(code="verify-article", facts={"article": name})


def _check_length(db: Database, key: int, article: Article) -> Iterable[Finding]:
    (kept,) = db.conn.execute("SELECT length FROM article WHERE key = ?", (key,)).fetchone()
    if kept != len(article.text):
        facts = {"article": article.id, "kept": str(kept), "expected": str(len(article.text))}
        yield Finding(code="verify-length", facts=facts)


def _check_layer(db: Database, path: Path, number: int, sound: dict[int, Article | None]) -> Iterable[Finding]:
    article, annotator = db.conn.execute("SELECT article, annotator FROM layer WHERE key = ?", (number,)).fetchone()
    here = sound.get(article)
    return checks.layer(db, LayerRef(number, here, annotator), path) if here is not None else ()


def _count_edits(db: Database, report: Report) -> Iterable[Finding]:
    report.edits = int(db.conn.execute("SELECT count(*) FROM log").fetchone()[0])
    return ()


def _count_removed(db: Database, report: Report) -> Iterable[Finding]:
    report.removed = int(db.conn.execute("SELECT count(*) FROM removed").fetchone()[0])
    return ()
