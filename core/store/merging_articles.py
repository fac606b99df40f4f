"""Merge what two copies of a project changed of an article itself: title, details, and whether it is removed.

A fact that one copy changed becomes what that copy says. Where both changed it each in its own way ours stays, and
theirs stays in the log. An article that one copy removed and the other went on with is not removed.
"""

from __future__ import annotations

import secrets
from typing import NamedTuple

from core.model.details import REMOVED, ArticleEdit, Facts
from core.store import article_edits, log, rows
from core.store.database import Database


class Pair(NamedTuple):
    """An article in both copies: the connections, its row numbers, its id."""

    ours: Database
    theirs: Database
    here: int
    there: int
    id: str


class WentOn(NamedTuple):
    """What each copy has of an article that the other lacks; and whether the article was removed here."""

    here: bool
    there: bool
    was_removed: bool


class Merged(NamedTuple):
    """What merging an article did: details changed, facts in which ours stayed, removed now, kept although removed."""

    changed: bool
    kept_facts: tuple[str, ...]
    removed: bool
    kept: bool


_WORK = (
    "SELECT g.uid FROM log AS g JOIN layer AS l ON l.key = g.layer WHERE l.article = ? AND l.annotator <> 'auto'"
    " UNION SELECT b.uid FROM branch AS b JOIN layer AS l ON l.key = b.layer WHERE l.article = ?"
    " UNION SELECT uid FROM comment WHERE article = ?"
    " UNION SELECT 'to ' || annotator FROM assignment WHERE article = ?"
)


def _work(db: Database, key: int) -> set[str]:
    """Return what tells the work on an article: uids of edits and comments, and to whom it is given."""
    return {uid for (uid,) in db.conn.execute(_WORK, (key,) * 4)}


def went_on(pair: Pair) -> WentOn:
    """Tell which copy has work on the article that the other has not; before anything of it is merged."""
    here, there = _work(pair.ours, pair.here), _work(pair.theirs, pair.there)
    return WentOn(not here <= there, not there <= here, article_edits.is_removed(pair.ours, pair.here))


def show(pair: Pair) -> None:
    """Let the article stand in our lists while its layers are merged."""
    pair.ours.conn.execute("DELETE FROM removed WHERE article = ?", (pair.here,))


class _Entry(NamedTuple):
    uid: str
    act: str
    at: str
    author: str
    name: str
    undoes: str | None
    was: Facts
    becomes: Facts


_LOG = "SELECT uid, act, at, author, name, undoes, was, becomes FROM article_log WHERE article = ? ORDER BY id"


def _entries(db: Database, key: int) -> list[_Entry]:
    return [
        _Entry(uid, act, at, author, name, undoes, rows.read_facts(was), rows.read_facts(becomes))
        for uid, act, at, author, name, undoes, was, becomes in db.conn.execute(_LOG, (key,))
    ]


def _change(entries: list[_Entry]) -> tuple[Facts, Facts]:
    """Return what runs of edits change: the facts before the first that touches them, and after the last."""
    before: Facts = {}
    after: Facts = {}
    for entry in entries:
        before = {**entry.was, **before}
        after |= entry.becomes
    changed = [name for name in after if before[name] != after[name]]
    return {name: before[name] for name in changed}, {name: after[name] for name in changed}


def merge(pair: Pair, work: WentOn, author: str, *, is_new: bool) -> Merged:
    """Merge facts and logs of an article whose layers are merged; ``is_new``: we had not got it before."""
    ours, theirs = _entries(pair.ours, pair.here), _entries(pair.theirs, pair.there)
    mine, known = {entry.uid for entry in theirs}, {entry.uid for entry in ours}
    coming = [entry for entry in theirs if entry.uid not in known]
    _, own = _change([entry for entry in ours if entry.uid not in mine])
    _, new = _change(coming)
    now = {**article_edits.facts(pair.ours, pair.here), REMOVED: work.was_removed}
    becomes = dict(now)
    kept_facts = tuple(name for name in new if name in own and own[name] != new[name])
    becomes |= {name: value for name, value in new.items() if name not in own}
    if is_new:
        becomes[REMOVED] = article_edits.is_removed(pair.theirs, pair.there)
    kept = not is_new and _is_kept(now, own, new, work)
    if kept or (REMOVED in kept_facts and not is_new):
        becomes[REMOVED] = False
    _write(pair, coming, now, becomes, author)
    details = any(now.get(name) != value for name, value in becomes.items() if name != REMOVED)
    removed = bool(becomes[REMOVED]) and not work.was_removed
    return Merged(details and not is_new, tuple(n for n in kept_facts if n != REMOVED), removed, kept)


def _is_kept(now: Facts, own: Facts, new: Facts, work: WentOn) -> bool:
    """Tell whether one copy removed an article that the other went on with."""
    if now[REMOVED]:
        return work.there and new.get(REMOVED) is not True
    return new.get(REMOVED) is True and (work.here or bool(own))


def _write(pair: Pair, coming: list[_Entry], now: Facts, becomes: Facts, author: str) -> None:
    """Write the facts, the other copy's entries, and what makes the log end with the facts."""
    at, db = log.now(), pair.ours
    for entry in coming:
        of = (entry.uid, entry.act, 0, entry.at, entry.author, entry.name)
        article_edits.add_entry(db, pair.here, of, ArticleEdit(pair.id, entry.was, entry.becomes), entry.undoes)
    article_edits.put(db, pair.here, becomes, author, at)
    differing = list(article_edits.now_and_then(db, pair.here))
    if differing:
        was, after = ({name: said for name, _, said in differing}, {name: has for name, has, _ in differing})
        of = (secrets.token_hex(8), secrets.token_hex(8), article_edits.last_edit(db), at, author, "merge")
        article_edits.add_entry(db, pair.here, of, ArticleEdit(pair.id, was, after), None)
