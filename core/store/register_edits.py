"""The register of sources in the file: read, changed by logged acts, and which actors are linked to what.

Every act stands in ``source_log``: what of which sources it changed, and in ``links`` the uids of the edits of layers
that it made with that. The log alone tells the whole register again.
"""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from msgspec.structs import replace

from core.model.register import Appearance, Register, Source, SourceEdit
from core.store import article_edits, articles, rows
from core.store.database import Database
from core.store.shown import by_people

_SELECT = "SELECT id, name, kind, gender, aliases, role, note, identifier, merged, extra FROM source"
_INSERT = (
    "INSERT OR REPLACE INTO source (id, name, kind, gender, aliases, role, note, identifier, merged, extra)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


class RegisterAct(NamedTuple):
    """What one gesture changed of the register, as the log has it.

    ``act`` is the same in every copy of the project, ``undoes`` the act that it takes back; ``after`` is the last edit
    of any layer when it was done; ``links`` are the uids of its edits of layers.
    """

    act: str
    name: str
    at: datetime
    author: str
    after: int
    undoes: str | None
    edits: tuple[SourceEdit, ...]
    links: tuple[str, ...]


def read(db: Database) -> Register:
    """Return the register; raises BadRow where a row of it makes no sense."""
    return Register(map(rows.read_source, db.conn.execute(_SELECT)))


def put(db: Database, edits: Iterable[SourceEdit]) -> None:
    """Give sources the values that edits leave."""
    for edit in edits:
        if edit.after is None:
            db.conn.execute("DELETE FROM source WHERE id = ?", (edit.id,))
        elif edit.after != edit.before:
            db.conn.execute(_INSERT, rows.source_row(edit.after))


def add_entry(
    db: Database,
    of: tuple[str, str, int, str, str, str],
    edit: SourceEdit,
    links: Sequence[str] = (),
    undoes: str | None = None,
) -> None:
    """Log the edit of one source; ``of`` is (uid, act, after, at, author, name)."""
    uid, act, after, at, author, name = of
    sides = (rows.write_json(edit.before), rows.write_json(edit.after))
    db.conn.execute(
        "INSERT INTO source_log (uid, source, act, after, at, author, name, was, becomes, links, undoes)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (uid, edit.id, act, after, at, author, name, *sides, rows.write_json(tuple(links)), undoes),
    )


def write(
    db: Database,
    edits: Sequence[SourceEdit],
    name: str,
    author: str,
    now: str,
    *,
    links: Sequence[str] = (),
    undoes: str | None = None,
) -> str:
    """Apply edits and log them as one act; return its uid. Raises StaleEdit where one does not fit the register.

    ``links``: the uids of edits of layers that were made with it, which are written already. An act that links alone
    names the sources by edits that change nothing.
    """
    read(db).apply(edits)
    put(db, edits)
    act, after = secrets.token_hex(8), article_edits.last_edit(db)
    for number, edit in enumerate(edits):
        of = (secrets.token_hex(8), act, after, now, author, name)
        add_entry(db, of, edit, links if number == 0 else (), undoes)
    return act


_LOG = "SELECT uid, act, name, at, author, after, undoes, was, becomes, links, source FROM source_log ORDER BY id"


class Logged(NamedTuple):
    """An entry of the register's log: what of one source an act changed."""

    uid: str
    act: str
    name: str
    at: str
    author: str
    after: int
    undoes: str | None
    edit: SourceEdit
    links: tuple[str, ...]


def entries(db: Database) -> Iterator[Logged]:
    """Yield the entries of the register's log, the oldest first."""
    for uid, act, name, at, author, after, undoes, was, becomes, links, _ in db.conn.execute(_LOG):
        edit = SourceEdit(rows.read_side(was), rows.read_side(becomes))
        yield Logged(uid, act, name, at, author, after, undoes, edit, rows.read_flags(links))


def acts(db: Database) -> list[RegisterAct]:
    """Return the acts on the register, the oldest first."""
    found: list[RegisterAct] = []
    for one in entries(db):
        if found and found[-1].act == one.act:
            last = found[-1]
            found[-1] = last._replace(edits=(*last.edits, one.edit), links=(*last.links, *one.links))
        else:
            at = rows.read_time(one.at)
            found.append(RegisterAct(one.act, one.name, at, one.author, one.after, one.undoes, (one.edit,), one.links))
    return found


# -- who is linked -----------------------------------------------------------------------------------------------------


_SPOKEN = """q.layer = r.layer AND q.speaker = r.id AND q.state NOT IN ('auto', 'rejected')
 AND q.guessed NOT LIKE '%"speaker"%'"""
_NAMED = """e.layer = r.layer AND e.actor = r.id AND e.state NOT IN ('auto', 'rejected')
 AND e.guessed NOT LIKE '%"actor"%'"""
"""Conditions: a quotation that a source speaks, an entity that names it, settled by somebody in that."""
_DATES = ("published", "date")


def appearances(
    db: Database, annotator: str | None = None, *, sources: Iterable[str] | None = None
) -> list[Appearance]:
    """Return the actors of people's layers (of one annotator's) that settled annotations name, and those linked.

    In the order of the article list. ``sources``: only those that name one of these ids.
    """
    which, values = by_people("l"), list[str]()
    if annotator is not None:
        which, values = f"{which} AND l.annotator = ?", [*values, annotator]
    if sources is not None:
        which = f"{which} AND r.source IN (SELECT value FROM json_each(?))"  # noqa: S608
        values = [*values, rows.write_json(list(sources))]
    columns = ", ".join(f"r.{name}" for name in rows.ACTOR)
    sql = (
        f"SELECT a.key, a.id, a.title, l.annotator, {columns},"  # noqa: S608 (conditions and columns of ours)
        f" (SELECT count(*) FROM quotation AS q WHERE {_SPOKEN}),"
        f" (SELECT count(*) FROM entity AS e WHERE {_NAMED}),"
        f" (SELECT json_group_array(DISTINCT q.mention) FROM quotation AS q"
        f"  WHERE {_SPOKEN} AND typeof(q.mention) = 'text')"
        " FROM actor AS r JOIN layer AS l ON l.key = r.layer JOIN article AS a ON a.key = l.article"
        f" WHERE {articles.HERE} AND {which} ORDER BY a.key, l.annotator, r.id"
    )
    found: list[Appearance] = []
    details: dict[int, dict[str, str]] = {}
    for key, article, title, whose, *row in db.conn.execute(sql, values):
        actor = rows.read_actor(tuple(row[:-3]))
        spoken, named, mentions = row[-3:]
        if spoken or named or actor.source is not None:
            if key not in details:
                details = {key: _details(db, key)}
            paper, date = details[key].get("source", ""), _date(details[key])
            words = tuple(one for one in rows.read_flags(mentions) if one)
            shown = None if title is None else rows.read_text(title)
            found.append(Appearance(rows.read_text(article), whose, actor, spoken, named, words, shown, paper, date))
    return found


def _details(db: Database, key: int) -> dict[str, str]:
    row = db.conn.execute("SELECT meta FROM article_text WHERE article = ?", (key,)).fetchone()
    return rows.read_meta(row[0])


def _date(details: dict[str, str]) -> str:
    return next((details[key] for key in _DATES if key in details), "")


def used(db: Database) -> set[str]:
    """Return the ids of sources that actors of any layer name, removed articles' too."""
    return set(rows.words(db.execute("SELECT DISTINCT source FROM actor WHERE source IS NOT NULL")))


# -- the register and its log -----------------------------------------------------------------------------------------


def said(db: Database) -> dict[str, Source | None]:
    """Return every source as the log last said it is; None: removed. Entries that make no sense are passed over."""
    found: dict[str, Source | None] = {}
    for source, becomes in db.conn.execute("SELECT source, becomes FROM source_log ORDER BY id"):
        with contextlib.suppress(rows.BadRow):
            if isinstance(source, str):
                found[source] = rows.read_side(becomes)
    return found


def differing(db: Database) -> Iterator[tuple[str, Source | None, Source | None]]:
    """Yield (id, what the register has, what its log last said) where the two differ."""
    has: dict[str, Source] = {}
    broken: set[str] = set()
    for row in db.conn.execute(_SELECT):
        try:
            has[row[0]] = rows.read_source(row)
        except rows.BadRow:
            broken.add(str(row[0]))
    told = said(db)
    for source_id in sorted((has.keys() | told.keys()) - broken):
        if has.get(source_id) != told.get(source_id):
            yield source_id, has.get(source_id), told.get(source_id)


def reconcile(db: Database, author: str, now: str, *, torn: bool) -> list[tuple[str, Source | None, Source | None]]:
    """Make the register and its log say the same; return (id, what is kept, what the other of the two had).

    A source that the register lacks comes back as the log last had it; of the rest the register's row is kept and
    logged. ``torn``: rows came from a backup too; what the log removed since stays removed.
    """
    made: list[tuple[str, Source | None, Source | None]] = []
    told = said(db)
    for source_id, has, then in list(differing(db)):
        if has is None or (torn and source_id in told and then is None):
            put(db, [SourceEdit(has, then)])
            made.append((source_id, then, has))
        else:
            of = (secrets.token_hex(8), secrets.token_hex(8), 0, now, author, "repair")
            add_entry(db, of, SourceEdit(then, has))
            made.append((source_id, has, then))
    return made


def untie(db: Database, author: str, now: str) -> list[str]:
    """Let sources whose target is not there stand for themselves, logged as one act; return their names."""
    held = read(db)
    edits = [
        SourceEdit(one, replace(one, merged=None))
        for one in held
        if one.merged is not None and held.get(one.merged) is None
    ]
    if edits:
        write(db, edits, "repair", author, now)
    return [edit.after.name for edit in edits if edit.after is not None]
