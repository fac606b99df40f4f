"""Edits of articles: title, details, removed and brought back. Each is logged, and is undone by its inverse.

A removed article keeps its row, layers, comments, assignments and log; ``removed`` names it, and whatever lists, counts
or exports leaves it out. Only ``purge`` deletes.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from core.model.details import META, REMOVED, TITLE, ArticleEdit, Fact, Facts, check_current, facts_of
from core.store import articles, rows
from core.store.database import Database
from core.store.shown import by_people
from core.store.witnesses import near


class ArticleAct(NamedTuple):
    """What one gesture changed of some articles, as the log has it.

    ``act`` is the same in every copy of the project, ``undoes`` the act that it takes back; ``after`` is the last edit
    of any layer at that time: undo goes by the order of both logs.
    """

    act: str
    name: str
    at: datetime
    author: str
    after: int
    undoes: str | None
    edits: tuple[ArticleEdit, ...]


def is_removed(db: Database, key: int) -> bool:
    """Tell whether an article, by its row number, is removed."""
    return db.conn.execute("SELECT 1 FROM removed WHERE article = ?", (key,)).fetchone() is not None


def facts(db: Database, key: int) -> Facts:
    """Return what edits can change of an article, by its row number."""
    title, meta = db.conn.execute(
        "SELECT title, meta FROM article JOIN article_text ON article = key WHERE key = ?", (key,)
    ).fetchone()
    title = None if title is None else rows.read_text(title)
    return facts_of(title, rows.read_meta(meta), removed=is_removed(db, key))


def write(
    db: Database, edits: Iterable[ArticleEdit], name: str, author: str, now: str, undoes: str | None = None
) -> str:
    """Apply edits, log them as one act, and return its uid.

    Raises StaleEdit where an article is not as an edit says it was, UserError ``article-missing``.
    """
    act, after = secrets.token_hex(8), last_edit(db)
    for edit in edits:
        key = articles.key_of(db, edit.article, removed=True)
        was = facts(db, key)
        check_current(edit, was)
        put(db, key, {**was, **edit.after}, author, now)
        add_entry(db, key, (secrets.token_hex(8), act, after, now, author, name), edit, undoes)
    return act


def last_edit(db: Database) -> int:
    """Return the id of the last edit of any layer; 0 where there is none."""
    return int(db.conn.execute("SELECT coalesce(max(id), 0) FROM log").fetchone()[0])


def put(db: Database, key: int, becomes: Facts, author: str, now: str) -> None:
    """Give an article these facts."""
    title = becomes.get(TITLE)
    assert title is None or isinstance(title, str)
    (article_id,) = db.conn.execute("SELECT id FROM article WHERE key = ?", (key,)).fetchone()
    db.conn.execute(
        "UPDATE article SET title = ?, sought = ? WHERE key = ?",
        (None if title is None else rows.write_text(title), articles.sought(rows.read_text(article_id), title), key),
    )
    meta = {name.removeprefix(META): value for name, value in becomes.items()
            if name.startswith(META) and value is not None}  # fmt: skip
    db.conn.execute("UPDATE article_text SET meta = ? WHERE article = ?", (rows.write_json(meta), key))
    if becomes.get(REMOVED):
        db.conn.execute(
            "INSERT OR IGNORE INTO removed (article, after, at, author) VALUES (?, ?, ?, ?)",
            (key, last_edit(db), now, author),
        )
    else:
        db.conn.execute("DELETE FROM removed WHERE article = ?", (key,))


def add_entry(
    db: Database, key: int, of: tuple[str, str, int, str, str, str], edit: ArticleEdit, undoes: str | None
) -> None:
    """Log the edit of one article; ``of`` is (uid, act, after, at, author, name)."""
    uid, act, after, at, author, name = of
    db.conn.execute(
        "INSERT INTO article_log (uid, article, act, after, at, author, name, was, becomes, undoes)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (uid, key, act, after, at, author, name, rows.write_json(edit.before), rows.write_json(edit.after), undoes),
    )


_ENTRY = (
    "SELECT g.act, g.name, g.at, g.author, g.after, g.undoes, a.id, g.was, g.becomes"
    " FROM article_log AS g JOIN article AS a ON a.key = g.article"
)


def acts(db: Database, article_id: str | None = None) -> list[ArticleAct]:
    """Return the acts of the project (or of an article), the oldest first."""
    where, values = ("", ()) if article_id is None else (" WHERE a.id = ?", (rows.write_text(article_id),))
    found: list[ArticleAct] = []
    for act, name, at, author, after, undoes, id_, was, becomes in db.conn.execute(
        f"{_ENTRY}{where} ORDER BY g.id", values
    ):
        edit = ArticleEdit(rows.read_text(id_), rows.read_facts(was), rows.read_facts(becomes))
        if found and found[-1].act == act:
            found[-1] = found[-1]._replace(edits=(*found[-1].edits, edit))
        else:
            found.append(ArticleAct(act, name, rows.read_time(at), author, after, undoes, (edit,)))
    return found


class Held(NamedTuple):
    """What some articles hold of people: layers (not those of the program), annotations in them, comments."""

    layers: int
    annotations: int
    comments: int
    people: tuple[str, ...]


def held(db: Database, article_ids: Sequence[str]) -> Held:
    """Return what articles hold of people."""
    ids = rows.write_json(list(article_ids))
    among = "article IN (SELECT key FROM article WHERE id IN (SELECT value FROM json_each(?)))"
    people: Mapping[str, tuple[int, int]] = {
        name: (count, total)
        for name, count, total in db.conn.execute(
            f"SELECT annotator, count(*), sum(total) FROM layer WHERE {among} AND {by_people('layer')}"  # noqa: S608
            " GROUP BY annotator ORDER BY annotator",
            (ids,),
        )
    }
    (comments,) = db.conn.execute(f"SELECT count(*) FROM comment WHERE {among}", (ids,)).fetchone()  # noqa: S608
    return Held(
        sum(count for count, _ in people.values()), sum(total for _, total in people.values()), comments, tuple(people)
    )


_OF_LAYERS = ("branch", "conflict", "quotation", "entity", "actor", "log")
_OF_ARTICLES = ("comment", "assignment", "layer", "article_log", "removed", "article_text")


def purge(db: Database) -> int:
    """Delete the removed articles for good, with all they had; return how many."""
    count = int(db.conn.execute("SELECT count(*) FROM removed").fetchone()[0])
    db.conn.execute("CREATE TEMP TABLE gone AS SELECT article FROM removed")
    for table in _OF_LAYERS:
        db.conn.execute(
            f"DELETE FROM {table} WHERE layer IN"  # noqa: S608 (names of ours)
            " (SELECT key FROM layer WHERE article IN (SELECT article FROM temp.gone))"
        )
    db.conn.execute("UPDATE comment SET answers = NULL WHERE article IN (SELECT article FROM temp.gone)")
    for table in _OF_ARTICLES:
        db.conn.execute(f"DELETE FROM {table} WHERE article IN (SELECT article FROM temp.gone)")  # noqa: S608
    db.conn.execute("DELETE FROM article WHERE key IN (SELECT article FROM temp.gone)")
    db.conn.execute("DROP TABLE temp.gone")
    return count


class Flipped(NamedTuple):
    """An entry of an article's log that says a fact was otherwise, by a few bits, than the one before made it."""

    entry: int
    was: Facts
    name: str
    said: str


def flipped(db: Database, key: int) -> Iterator[Flipped]:
    """Yield entries whose ``was`` no other entry has; where copies were merged, another one has what differs."""
    sql = "SELECT id, was, becomes FROM article_log WHERE article = ? ORDER BY id"
    log = [(id_, rows.read_facts(was), rows.read_facts(becomes)) for id_, was, becomes in db.conn.execute(sql, (key,))]
    said: Facts = {}
    for id_, was, becomes in log:
        for name, value in was.items():
            before = said.get(name)
            if isinstance(value, str) and isinstance(before, str) and near(value, before):
                others = [side.get(name) for other, *sides in log for side in sides if other != id_]
                if value not in others:
                    yield Flipped(id_, was, name, before)
        said |= becomes


def now_and_then(db: Database, key: int) -> Iterator[tuple[str, Fact, Fact]]:
    """Yield (fact, what the article has, what its log last said) where the two differ."""
    said: Facts = {}
    for (becomes,) in db.conn.execute("SELECT becomes FROM article_log WHERE article = ? ORDER BY id", (key,)):
        said |= rows.read_facts(becomes)
    if said or is_removed(db, key):
        has = facts(db, key)
        said = {REMOVED: False, **said}
        yield from ((name, has.get(name), value) for name, value in said.items() if has.get(name) != value)


def reconcile(db: Database, key: int, article_id: str, author: str, now: str) -> list[tuple[str, Fact, Fact]]:
    """Make an article and its log say the same: what the log says of its removal, what the article has of the rest.

    Returns (fact, what is kept, what the other of the two had) of those in which they differed.
    """
    differing = list(now_and_then(db, key))
    made: list[tuple[str, Fact, Fact]] = []
    was: Facts = {}
    for name, has, said in differing:
        if name == REMOVED:
            put(db, key, {**facts(db, key), REMOVED: bool(said)}, author, now)
        else:
            was[name] = said
        made.append((name, said, has) if name == REMOVED else (name, has, said))
    if was:
        has_now = facts(db, key)
        edit = ArticleEdit(article_id, was, {name: has_now.get(name) for name in was})
        add_entry(db, key, (secrets.token_hex(8), secrets.token_hex(8), 0, now, author, "repair"), edit, None)
    return made
