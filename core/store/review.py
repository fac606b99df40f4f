"""Read and write what reviewing needs beside layers: assignments, threads of comments, how far every layer is."""

from __future__ import annotations

import secrets
from datetime import datetime
from enum import StrEnum
from typing import Any

import msgspec

from core.errors import UserError
from core.model import Status
from core.store import articles, rows
from core.store.database import Database


class Start(StrEnum):
    """What an annotator starts an article from."""

    PROPOSALS = "proposals"
    NOTHING = "nothing"


class Assignment(msgspec.Struct, frozen=True, kw_only=True):
    """An article given to an annotator. ``at`` and ``author`` say when and by whom; empty before it is stored."""

    article: str
    annotator: str
    start: Start = Start.PROPOSALS
    at: str = ""
    author: str = ""


class Comment(msgspec.Struct, frozen=True, kw_only=True):
    """A comment in a thread on ``annotator``'s layer: on an item of theirs, or on the article (item None).

    ``answers`` is the comment that began the thread; ``settles`` closes the thread.
    """

    id: int
    article: str
    annotator: str
    item: str | None
    at: datetime
    author: str
    text: str
    answers: int | None
    settles: bool


class LayerState(msgspec.Struct, frozen=True, kw_only=True):
    """How far a stored layer is: its status, settled of total annotations, when it was started and last changed."""

    article: str
    annotator: str
    status: Status
    settled: int
    total: int
    started_at: datetime
    changed_at: datetime


def starts_from_proposals(db: Database, article: int, annotator: str) -> bool:
    """Tell whether the annotator starts an article (by its row number) from the pre-annotation."""
    row = db.conn.execute(
        "SELECT start FROM assignment WHERE article = ? AND annotator = ?", (article, annotator)
    ).fetchone()
    return row is None or row[0] != Start.NOTHING.value


_ASSIGNMENT_KINDS = rows.kinds(article=rows.TEXT, annotator=rows.WORD, start=rows.WORD, at=rows.WORD, author=rows.WORD)


def assignments(db: Database, *, removed: bool = False) -> list[Assignment]:
    """Return all assignments, in the order of the article list, then by annotator; ``removed``: of removed ones too."""
    where = "" if removed else f" WHERE {articles.HERE}"
    found = db.conn.execute(
        "SELECT a.id, g.annotator, g.start, g.at, g.author FROM assignment AS g JOIN article AS a ON a.key = g.article"  # noqa: S608
        f"{where} ORDER BY a.key, g.annotator"
    )
    return [
        Assignment(
            article=rows.read_text(id_), annotator=annotator, start=rows.read_choice(Start, start), at=at, author=author
        )
        for id_, annotator, start, at, author in rows.checked(found, _ASSIGNMENT_KINDS)
    ]


def assign(db: Database, given: Assignment, author: str, at: str) -> bool:
    """Give an article to an annotator; False where they have it already. UserError ``article-missing``."""
    return _assign(db, articles.key_of(db, given.article), given, author, at)


def _assign(db: Database, key: int, given: Assignment, author: str, at: str) -> bool:
    cursor = db.conn.execute(
        "INSERT OR IGNORE INTO assignment (article, annotator, at, author, start) VALUES (?, ?, ?, ?, ?)",
        (key, given.annotator, at, author, given.start.value),
    )
    return cursor.rowcount == 1


def withdraw(db: Database, article_id: str, annotator: str) -> None:
    """Take an article from an annotator; their layer stays."""
    db.conn.execute(
        "DELETE FROM assignment WHERE article = ? AND annotator = ?", (articles.key_of(db, article_id), annotator)
    )


_COMMENT_KINDS = rows.kinds(
    id=rows.NUMBER, article=rows.TEXT, annotator=rows.WORD, item=rows.WORD_OR_NONE, at=rows.WORD, author=rows.WORD,
    text=rows.TEXT, answers=rows.NUMBER_OR_NONE, settles=rows.NUMBER,
)  # fmt: skip
_COMMENT = (
    "SELECT c.id, a.id, c.annotator, c.item, c.at, c.author, c.text, c.answers, c.settles"
    " FROM comment AS c JOIN article AS a ON a.key = c.article"
)


def comments(db: Database, article_id: str | None, annotator: str | None) -> list[Comment]:
    """Return comments, the oldest first: of an article, on an annotator's layers, or both."""
    conditions, values = [articles.HERE], []
    if article_id is not None:
        conditions.append("a.id = ?")
        values.append(rows.write_text(article_id))
    if annotator is not None:
        conditions.append("c.annotator = ?")
        values.append(annotator)
    where = " WHERE " + " AND ".join(conditions)
    return [_comment(row) for row in db.conn.execute(f"{_COMMENT}{where} ORDER BY c.id", values)]


def _comment(row: tuple[Any, ...]) -> Comment:
    rows.check_kinds(row, _COMMENT_KINDS)
    id_, article, annotator, item, at, author, text, answers, settles = row
    return Comment(
        id=id_,
        article=rows.read_text(article),
        annotator=annotator,
        item=item,
        at=rows.read_time(at),
        author=author,
        text=rows.read_text(text),
        answers=answers,
        settles=bool(settles),
    )


def add_comment(
    db: Database, article_id: str, annotator: str, item: str | None, text: str, author: str, at: str
) -> Comment:
    """Begin a thread on an annotator's layer, or on an item of it."""
    return _write(db, articles.key_of(db, article_id), annotator, item, text, author, at, None, False)


def answer(db: Database, thread: int, text: str, author: str, at: str, settles: bool) -> Comment:
    """Add to a thread, and close it where ``settles``; UserError ``comment-missing`` where no comment has that id."""
    row = db.conn.execute("SELECT article, annotator, item, answers FROM comment WHERE id = ?", (thread,)).fetchone()
    if row is None:
        raise UserError("comment-missing", id=thread)
    article, annotator, item, above = row
    return _write(db, article, annotator, item, text, author, at, above or thread, settles)


def _write(
    db: Database,
    article: int,
    annotator: str,
    item: str | None,
    text: str,
    author: str,
    at: str,
    answers: int | None,
    settles: bool,
) -> Comment:
    cursor = db.conn.execute(
        "INSERT INTO comment (uid, article, annotator, item, at, author, text, answers, settles)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (secrets.token_hex(8), article, annotator, item, at, author, rows.write_text(text), answers, int(settles)),
    )
    return _comment(db.conn.execute(f"{_COMMENT} WHERE c.id = ?", (cursor.lastrowid,)).fetchone())


_STATE_KINDS = rows.kinds(
    article=rows.TEXT, annotator=rows.WORD, status=rows.WORD, settled=rows.NUMBER, total=rows.NUMBER,
    started_at=rows.WORD, changed_at=rows.WORD,
)  # fmt: skip
_STATES = (
    "SELECT a.id, l.annotator, l.status, l.settled, l.total, l.started_at, l.changed_at"
    " FROM layer AS l JOIN article AS a ON a.key = l.article"
)


def layer_states(db: Database, article_id: str | None = None) -> list[LayerState]:
    """Return how far every stored layer (of an article) is, in the order of the article list, then by annotator."""
    where, values = ("", ()) if article_id is None else (" AND a.id = ?", (rows.write_text(article_id),))
    found = db.conn.execute(f"{_STATES} WHERE {articles.HERE}{where} ORDER BY a.key, l.annotator", values)
    return [
        LayerState(
            article=rows.read_text(id_),
            annotator=annotator,
            status=rows.read_choice(Status, status),
            settled=settled,
            total=total,
            started_at=rows.read_time(started),
            changed_at=rows.read_time(changed),
        )
        for id_, annotator, status, settled, total, started, changed in rows.checked(found, _STATE_KINDS)
    ]


def merge(db: Database, other: Database) -> None:
    """Take over the assignments and comments of another copy of the project that this one lacks."""
    for given in assignments(other, removed=True):
        key = articles.find_key(db, given.article)
        if key is not None:
            _assign(db, key, given, given.author, given.at)
    found = other.conn.execute(
        "SELECT c.uid, a.id, c.annotator, c.item, c.at, c.author, c.text, above.uid, c.settles FROM comment AS c"
        " JOIN article AS a ON a.key = c.article LEFT JOIN comment AS above ON above.id = c.answers ORDER BY c.id"
    )
    for uid, article_id, annotator, item, at, author, text, above, settles in found:
        db.conn.execute(
            "INSERT OR IGNORE INTO comment (uid, article, annotator, item, at, author, text, answers, settles)"
            " SELECT ?, key, ?, ?, ?, ?, ?, (SELECT id FROM comment WHERE uid = ?), ? FROM article WHERE id = ?",
            (uid, annotator, item, at, author, text, above, settles, article_id),
        )
