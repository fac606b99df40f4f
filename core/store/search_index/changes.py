"""What a project has that its search index has not: told by the logs where they go on, else by comparing every row."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

import msgspec

from core.store import rows
from core.store.articles import HERE
from core.store.database import Database

STAMP = "stamp"
"""The fact of an index that says which state of the project it has taken in whole; absent while it is being built."""


class Stamp(msgspec.Struct, frozen=True, array_like=True):
    """The state of a project, in a few numbers that cannot be the same by chance: uids are random."""

    device: int
    inode: int
    log: int
    log_uid: str
    acts: int
    acts_uid: str
    articles: int
    last_article: int
    last_added: str
    removed: int
    layers: int
    last_layer: int
    register: int
    register_uid: str


class Changes(NamedTuple):
    """Row numbers of the project: articles whose text is new, whose facts changed, that are gone; layers alike."""

    texts: list[int]
    facts: list[int]
    gone: list[int]
    layers: list[int]
    gone_layers: list[int]

    def __bool__(self) -> bool:
        return any(map(len, self))


class Another(Exception):
    """The index is that of another project: not one article is the same."""


_STAMP = """SELECT coalesce((SELECT max(id) FROM log), 0),
 coalesce((SELECT uid FROM log ORDER BY id DESC LIMIT 1), ''),
 coalesce((SELECT max(id) FROM article_log), 0),
 coalesce((SELECT uid FROM article_log ORDER BY id DESC LIMIT 1), ''),
 (SELECT count(*) FROM article), coalesce((SELECT max(key) FROM article), 0),
 coalesce((SELECT added_at FROM article ORDER BY key DESC LIMIT 1), ''), (SELECT count(*) FROM removed),
 (SELECT count(*) FROM layer), coalesce((SELECT max(key) FROM layer), 0),
 coalesce((SELECT max(id) FROM source_log), 0), coalesce((SELECT uid FROM source_log ORDER BY id DESC LIMIT 1), '')"""


def stamp_of(project: Database, path: Path) -> Stamp:
    """Return the state that a project is in now; its file may be gone, and then it has no identity."""
    device = inode = 0
    try:
        found = os.stat(path)
        device, inode = found.st_dev, found.st_ino
    except OSError:
        pass
    return Stamp(device, inode, *project.conn.execute(_STAMP).fetchone())


def stored_stamp(index: Database) -> Stamp | None:
    """Return the state of the project that the index has taken in whole, or None."""
    row = index.conn.execute("SELECT value FROM fact WHERE name = ?", (STAMP,)).fetchone()
    return None if row is None else msgspec.json.decode(row[0], type=Stamp)


def changes(project: Database, index: Database, old: Stamp | None, new: Stamp) -> Changes:
    """Return what is to be taken in; raises Another."""
    went_on = old is not None and (old.device, old.inode) == (new.device, new.inode) and _goes_on(project, old)
    if went_on:
        assert old is not None
        found = _since(project, old)
        if _accounts(project, index, found, old, new):
            return found
    return _compared(project, index, deep=old is None or (old.device, old.inode) != (new.device, new.inode))


def _goes_on(project: Database, old: Stamp) -> bool:
    """Tell whether the last entries of both logs that we know are still there, as we know them."""
    for table, last, uid in (("log", old.log, old.log_uid), ("article_log", old.acts, old.acts_uid)):
        row = project.conn.execute(f"SELECT uid FROM {table} WHERE id = ?", (last,)).fetchone()  # noqa: S608
        if (row[0] if row else "") != uid:
            return False
    row = project.conn.execute("SELECT added_at FROM article WHERE key = ?", (old.last_article,)).fetchone()
    return (str(row[0]) if row else "") == old.last_added


_NEW_TEXTS = "SELECT key FROM article WHERE key > ? ORDER BY key"
_NEW_FACTS = "SELECT DISTINCT article FROM article_log WHERE id > ? AND article <= ? ORDER BY article"
_NEW_LAYERS = (
    "SELECT l.key FROM layer AS l JOIN article AS a ON a.key = l.article WHERE (l.key > ? OR l.key IN"
    " (SELECT layer FROM log WHERE id > ?)) AND l.article <= ? AND {here} ORDER BY l.key"
).replace("{here}", HERE)


def _since(project: Database, old: Stamp) -> Changes:
    texts = _keys(project, _NEW_TEXTS, old.last_article)
    facts = _keys(project, _NEW_FACTS, old.acts, old.last_article)
    layers = _keys(project, _NEW_LAYERS, old.last_layer, old.log, old.last_article)
    return Changes(texts, facts, [], layers, [])


def _accounts(project: Database, index: Database, found: Changes, old: Stamp, new: Stamp) -> bool:
    """Tell whether what the logs say accounts for all that is there: nothing was purged, nothing removed unsaid."""
    changed = [*found.texts, *found.facts]
    known, away = index.conn.execute(_COUNTED, (rows.write_json(found.facts),)).fetchone()
    removed = project.conn.execute(_REMOVED, (rows.write_json(changed),)).fetchone()[0]
    return bool(known + len(found.texts) == new.articles and away + removed == new.removed and new.layers >= old.layers)


_COUNTED = "SELECT count(*), coalesce(sum(NOT here AND key NOT IN (SELECT value FROM json_each(?))), 0) FROM article"
_REMOVED = "SELECT count(*) FROM removed WHERE article IN (SELECT value FROM json_each(?))"


def _keys(db: Database, sql: str, *values: int) -> list[int]:
    return [int(row[0]) for row in db.conn.execute(sql, values)]


# -- row by row ------------------------------------------------------------------------------------------------------

ACTS = "(SELECT uid FROM article_log AS g WHERE g.article = a.key ORDER BY g.id DESC LIMIT 1)"
"""The last act on article ``a``: when it is another one, title, details or whether it is removed may be others."""
_ARTICLES = "SELECT a.key, a.digest, a.added_at, coalesce({acts}, ''), {here} FROM article AS a ORDER BY a.key".replace(
    "{acts}", ACTS
).replace("{here}", HERE)
_KNOWN_ARTICLES = "SELECT key, digest, added_at, changed, here FROM article"
STATE = (
    "l.article || ' ' || l.started_at || ' ' || l.changed_at || ' ' || l.settled || ' ' || l.total || ' ' || l.status"
    " || ' ' || l.annotator"
)
"""A layer ``l`` in a few words: when they are the same its items are, in the same file."""
SUMS = (
    "(SELECT count(*) || ' ' || coalesce(sum(start + 3 * \"end\" + 5 * coalesce(cue_start, 0)"
    " + 7 * coalesce(mention_start, 0) + 11 * (speaker IS NOT NULL) + 13 * length(form) + 17 * length(state)), 0)"
    " FROM quotation WHERE layer = l.key) || ' ' || (SELECT count(*) || ' ' || coalesce(sum(start + 3 * \"end\""
    " + 5 * length(label) + 7 * length(state)), 0) FROM entity WHERE layer = l.key)"
)
"""Sums over its items, for a file that came from elsewhere."""
_STORED = "SELECT l.key, {state} FROM layer AS l JOIN article AS a ON a.key = l.article WHERE {here} ORDER BY l.key"
_LAYERS = _STORED.replace("{here}", HERE).replace("{state}", STATE)
_DEEP_LAYERS = _STORED.replace("{here}", HERE).replace("{state}", f"{STATE} || ' ' || {SUMS}")
_KNOWN_LAYERS = "SELECT key, state || CASE ? WHEN 1 THEN ' ' || sums ELSE '' END FROM layer"


def _compared(project: Database, index: Database, *, deep: bool) -> Changes:
    known = {row[0]: row[1:] for row in index.conn.execute(_KNOWN_ARTICLES)}
    now = {row[0]: row[1:] for row in project.conn.execute(_ARTICLES)}
    texts = [key for key, row in now.items() if known.get(key, ())[:2] != row[:2]]
    if known and len(texts) == len(now):
        raise Another
    new = set(texts)
    facts = [key for key, row in now.items() if key not in new and known[key] != row]
    known_layers = dict(index.conn.execute(_KNOWN_LAYERS, (int(deep),)).fetchall())
    now_layers = dict(project.conn.execute(_DEEP_LAYERS if deep else _LAYERS).fetchall())
    return Changes(
        texts,
        facts,
        [key for key in known if key not in now],
        [key for key, state in now_layers.items() if known_layers.get(key) != state],
        [key for key in known_layers if key not in now_layers],
    )
