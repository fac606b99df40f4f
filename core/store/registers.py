"""The register of sources of an open project, and the one way to change it: an act of edits and links, one transaction.

An act may change sources, say of actors in any number of layers which source they are, or both; it is taken back as
one. UserError as from ``Project.commit``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from core.errors import StaleEdit, UserError
from core.model.layer import Edit
from core.model.register import LINK, Appearance, Register, SourceEdit, link
from core.store import log, register_edits, rows
from core.store.project import Project
from core.store.register_edits import RegisterAct


class Links(NamedTuple):
    """Which actors of one annotator's layer of an article a source is; None: nobody knows."""

    article: str
    annotator: str
    actors: tuple[str, ...]
    source: str | None


class Registers:
    """The register of a project."""

    def __init__(self, project: Project) -> None:
        self.project = project

    def register(self) -> Register:
        """Return all sources; UserError ``file-damaged`` where a row of them makes no sense."""
        with self.project._reading() as db:
            try:
                return register_edits.read(db)
            except rows.BadRow as error:
                raise self._damaged(error) from error

    def _damaged(self, error: rows.BadRow) -> UserError:
        return UserError("file-damaged", path=str(self.project.path), reason=f"the register cannot be read: {error}")

    def appearances(self, annotator: str | None = None, *, sources: Iterable[str] | None = None) -> list[Appearance]:
        """Return the actors of people's layers (of one annotator's) that settled annotations name, and linked ones.

        ``sources``: only those that are linked to one of these ids.
        """
        with self.project._reading() as db:
            try:
                return register_edits.appearances(db, annotator, sources=sources)
            except rows.BadRow as error:
                raise self._damaged(error) from error

    def acts(self) -> list[RegisterAct]:
        """Return what was done to the register, the oldest first."""
        with self.project._reading() as db:
            try:
                return register_edits.acts(db)
            except rows.BadRow as error:
                raise self._damaged(error) from error

    def used(self) -> set[str]:
        """Return the ids of sources that actors of any layer name, those of removed articles too."""
        with self.project._reading() as db:
            return register_edits.used(db)

    def change(self, name: str, edits: Sequence[SourceEdit], links: Iterable[Links] = ()) -> str:
        """Apply edits and link actors, as one act, all of it or nothing; return its uid.

        An act that links alone says to what: its sources are named in the log. Raises StaleEdit where a source is not
        as an edit says, or an actor is gone.
        """
        project = self.project
        with project.transaction():
            wanted, named = list(links), list(edits)
            about = dict.fromkeys(self._of(one) for one in wanted)
            entries = [entry for one in wanted if (entry := self._link(one)) is not None]
            register = self.register()
            changed = {edit.id for edit in named}
            for source in about:
                held = register.get(source)
                if held is not None and held.id not in changed:
                    named.append(SourceEdit(held, held))
            uids = self._uids(entries)
            return register_edits.write(project._db, named, name, project.author, log.now(), links=uids)

    def _of(self, one: Links) -> str | None:
        """Return the source that an act of links is about: the one linked to, else the one that was."""
        if one.source is not None:
            return one.source
        layer = self.project.layer(one.article, one.annotator)
        held = [actor.source for actor_id in one.actors if layer is not None and (actor := layer.actor(actor_id))]
        return next((source for source in held if source is not None), None)

    def _link(self, one: Links) -> int | None:
        """Write the edit of a layer that links actors; return the id of its entry, None where they are linked so."""
        layer = self.project.working_layer(one.article, one.annotator)
        if any(layer.actor(actor) is None for actor in one.actors):
            raise StaleEdit(f"{LINK}: an actor of {one.article} is gone")
        edit = link(layer, one.actors, one.source)
        return self.project.commit(layer, edit)[1] if edit else None

    def _uids(self, entries: Iterable[int]) -> list[str]:
        found = (self.project._db.conn.execute("SELECT uid FROM log WHERE id = ?", (entry,)) for entry in entries)
        return [str(one.fetchone()[0]) for one in found]

    def take_back(self, act: str) -> str:
        """Take an act back, or do it again where it was one that took another back; return the uid of the new one.

        Raises StaleEdit where what it did was changed since, or its edits of layers were compacted.
        """
        project = self.project
        with project.transaction():
            done = next((one for one in register_edits.acts(project._db) if one.act == act), None)
            if done is None:
                raise StaleEdit(f"there is no act {act} on the register")
            entries = [self._invert(uid) for uid in reversed(done.links)]
            edits = [edit.inverse() for edit in reversed(done.edits)]
            uids = self._uids(entries)
            return register_edits.write(
                project._db, edits, done.name, project.author, log.now(), links=uids, undoes=act
            )  # fmt: skip

    def articles_of(self, act: str) -> tuple[str, ...]:
        """Return the articles in whose layers an act linked actors, or took links away."""
        with self.project._reading() as db:
            found = db.execute(
                "SELECT DISTINCT a.id FROM source_log AS s, json_each(s.links) AS u JOIN log AS g ON g.uid = u.value"
                " JOIN layer AS l ON l.key = g.layer JOIN article AS a ON a.key = l.article WHERE s.act = ?",
                [act],
            ).fetchall()
            return tuple(rows.read_text(row[0]) for row in found)

    def _invert(self, uid: str) -> int:
        """Write the inverse of an edit of a layer that an act made; return the id of its entry."""
        db, path = self.project._db, self.project.path
        row = db.conn.execute(
            "SELECT g.id, l.annotator, a.id FROM log AS g JOIN layer AS l ON l.key = g.layer"
            " JOIN article AS a ON a.key = l.article WHERE g.uid = ?",
            (uid,),
        ).fetchone()
        if row is None:
            raise StaleEdit(f"{LINK}: the edit {uid} is not in the log any more")
        entry, annotator, article_id = row
        found = log.one(db, entry, path)
        layer = self.project.layer(rows.read_text(article_id), annotator)
        assert layer is not None
        inverse: Edit = found.edit.inverse()
        return self.project.commit(layer, inverse, undoes=entry)[1]
