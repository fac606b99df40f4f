"""The log of a project's knowledge: acts that are only added, so that two copies are merged by having all of both.

What the acts amount to is computed (``core.model.knowledge.told``). Versions of the knowledge are large: of them only
the newest stay.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from core.errors import StaleEdit, UserError
from core.model import AUTO
from core.model.knowledge import KNOWLEDGE, Act, Body, Ruling, Told, read_body, told, write_body
from core.store import article_edits, articles, log, rows
from core.store.database import Database
from core.store.project import Project
from core.store.shown import by_people

VERSIONS = 5
"""Versions of the knowledge that a project keeps."""
_SELECT = (
    "SELECT uid, at, author, name, body, undoes FROM learned WHERE name IN (SELECT value FROM json_each(?)) ORDER BY id"
)
_INSERT = "INSERT INTO learned (uid, after, at, author, name, body, undoes) VALUES (?, ?, ?, ?, ?, ?, ?)"
_KINDS = rows.kinds(
    uid=rows.WORD, at=rows.WORD, author=rows.WORD, name=rows.WORD, body=rows.TEXT, undoes=rows.WORD_OR_NONE
)


class Change(NamedTuple):
    """An act to be done: its name, what it says, the act that it takes back."""

    name: Ruling
    body: Body | None = None
    undoes: str | None = None


class KnowledgeLog:
    """The acts on the knowledge of a project."""

    def __init__(self, project: Project) -> None:
        self.project = project

    def acts(self) -> tuple[Act, ...]:
        """Return all acts, as they came; UserError ``file-damaged`` where a row makes no sense."""
        return self._read(tuple(map(str, Ruling)))

    def _read(self, names: tuple[str, ...]) -> tuple[Act, ...]:
        with self.project._reading() as db:
            try:
                return read(db, names)
            except (rows.BadRow, msgspec.DecodeError) as error:
                reason = f"the log of the knowledge cannot be read: {error}"
                raise UserError("file-damaged", path=str(self.project.path), reason=reason) from error

    def told(self) -> Told:
        """Return what the acts amount to."""
        return told(self.acts())

    def newest(self) -> int:
        """Return the number of the newest act; another one: what the acts amount to may be another too."""
        with self.project._reading() as db:
            return int(db.conn.execute("SELECT coalesce(max(id), 0) FROM learned").fetchone()[0])

    def is_on(self) -> bool:
        """Tell whether learning is on, without reading what was learned; raises as ``acts`` does."""
        names = (str(Ruling.SWITCH), str(Ruling.UNDO))
        return told(self._read(names)).on

    def add(self, change: Change) -> str:
        """Write an act and return its uid; older versions of the knowledge than the newest few go."""
        project = self.project
        with project.transaction():
            if change.undoes is not None and all(act.uid != change.undoes for act in read(project._db)):
                raise StaleEdit(f"there is no act {change.undoes} on the knowledge")
            uid, at = secrets.token_hex(8), log.now()
            values = (at, project.author, str(change.name), write_body(change.body), change.undoes)
            project._db.conn.execute(_INSERT, (uid, article_edits.last_edit(project._db), *values))
            prune(project._db)
            return uid

    def not_begun(self) -> dict[str, str | None]:
        """Return the articles with proposals that nobody has begun, each with the version that made its proposals.

        None: the shipped rules and models alone made them.
        """
        sql = (
            "SELECT a.id, l.extra FROM layer AS l JOIN article AS a ON a.key = l.article"  # noqa: S608
            f" WHERE l.annotator = ? AND {articles.HERE} AND NOT EXISTS"
            f" (SELECT 1 FROM layer AS o WHERE o.article = l.article AND {by_people('o')}) ORDER BY a.key"
        )
        with self.project._reading() as db:
            return {rows.read_text(id_): _version(extra) for id_, extra in db.execute(sql, [AUTO])}


def _version(extra: str) -> str | None:
    found = rows.read_value(extra)
    told = found.get(KNOWLEDGE) if isinstance(found, dict) else None
    return told if isinstance(told, str) else None


def read(db: Database, names: Iterable[str] = tuple(Ruling)) -> tuple[Act, ...]:
    """Return the acts of some names; raises BadRow or msgspec.DecodeError where one makes no sense."""
    found = []
    given = db.conn.execute(_SELECT, (rows.write_json(list(map(str, names))),))
    for uid, at, author, name, body, undoes in rows.checked(given, _KINDS):
        read_body(name, rows.read_text(body))
        found.append(Act(uid=uid, at=at, author=author, name=name, body=rows.read_text(body), undoes=undoes))
    return tuple(found)


def prune(db: Database) -> None:
    """Keep the newest versions of the knowledge, and everything that people did."""
    db.conn.execute(
        "DELETE FROM learned WHERE name = ? AND id NOT IN"
        " (SELECT id FROM learned WHERE name = ? ORDER BY at DESC, uid DESC LIMIT ?)",
        (str(Ruling.LEARN), str(Ruling.LEARN), VERSIONS),
    )


def merge(ours: Database, theirs: Database) -> list[str]:
    """Take in the acts of another copy that this one lacks; return their names, without versions of the knowledge."""
    here = {act.uid for act in read(ours)}
    coming = [act for act in read(theirs) if act.uid not in here]
    for act in coming:
        ours.conn.execute(_INSERT, (act.uid, 0, act.at, act.author, act.name, act.body, act.undoes))
    prune(ours)
    return [act.name for act in coming if act.name != Ruling.LEARN]
