"""The register of sources as the index keeps it: every id with what it means, a redirect with what it was merged into.

An actor's own kind and gender stand before those of its source; ``SPEAKERS`` puts both together.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import numpy as np

from core.errors import UserError
from core.store import register_edits, rows
from core.store.database import Database
from core.store.search_index.packing import Numbers
from core.store.search_index.reading import whole

SPEAKERS = (
    "(SELECT s.id, s.name, s.folded, coalesce(r.means, '') AS source, coalesce(r.name, '') AS called,"
    " coalesce(nullif(s.kind, ''), r.kind, '') AS kind, coalesce(nullif(s.gender, ''), r.gender, '') AS gender"
    " FROM speaker AS s LEFT JOIN registered AS r ON r.id = s.source)"
)
"""Speakers with what the register knows of them; ``source`` and ``called`` are empty where the actor is not linked."""


class Registered(NamedTuple):
    """A source by an id: what the id means through every merge, and what is known of that."""

    id: str
    means: str
    name: str
    kind: str
    gender: str


def read(project: Database, path: Path) -> set[Registered]:
    """Return the sources of a project; raises UserError ``file-damaged``."""
    try:
        register = register_edits.read(project)
    except rows.BadRow as error:
        reason = f"the register cannot be read: {error}"
        raise UserError("file-damaged", path=str(path), reason=reason) from error
    found = ((one.id, register.resolve(one.id) or one) for one in register)
    return {
        Registered(whole(id_), whole(one.id), whole(one.name), str(one.kind or ""), str(one.gender or ""))
        for id_, one in found
    }


def known(db: Database) -> set[Registered]:
    """Return what the index has."""
    return {Registered(*row) for row in db.conn.execute("SELECT id, means, name, kind, gender FROM registered")}


def write(db: Database, found: Iterable[Registered]) -> None:
    """Put sources in place of those that are there."""
    db.conn.execute("DELETE FROM registered")
    sql = "INSERT INTO registered (id, means, name, kind, gender) VALUES (?, ?, ?, ?, ?)"
    db.conn.executemany(sql, sorted(found))


class Speakers(NamedTuple):
    """Speakers put together: those that are one source of the register, and the others by the words of their names.

    ``keys`` of the groups: ``@`` and the id of the source, or the words of the name, empty for nobody (the first
    group). ``group``, ``gender`` and ``kind`` are of each speaker by its number, ``names`` by number too (that of the
    register where it is linked). ``linked``: words of names that linked actors have.
    """

    keys: list[str]
    group: Numbers
    names: list[str]
    gender: list[str]
    kind: list[str]
    linked: frozenset[str]


def speakers(db: Database) -> Speakers:
    """Return who speaks."""
    sql = f"SELECT id, name, folded, source, called, kind, gender FROM {SPEAKERS} ORDER BY id"  # noqa: S608
    found = db.conn.execute(sql).fetchall()
    count = (found[-1][0] if found else 0) + 1
    names, gender, kind = ([""] * count for _ in range(3))
    group, keys, linked = np.zeros(count, np.int64), {"": 0}, set()
    for id_, name, folded, source, called, kind_, gender_ in found:
        group[id_] = keys.setdefault(f"@{source}" if source else folded, len(keys))
        names[id_], gender[id_], kind[id_] = called if source else name, gender_, kind_
        if source:
            linked.add(folded)
    return Speakers(list(keys), group, names, gender, kind, frozenset(linked))


def of_source(db: Database, source: str) -> list[int]:
    """Return the numbers of the speakers that are a source of the register, by any of its ids."""
    sql = (
        "SELECT s.id FROM speaker AS s JOIN registered AS r ON r.id = s.source"
        " WHERE r.means = (SELECT means FROM registered WHERE id = ?)"
    )
    return [int(row[0]) for row in db.conn.execute(sql, (source,))]


def called(db: Database) -> list[tuple[int, str]]:
    """Return the numbers of the speakers that are a source of the register, and what it calls them."""
    sql = "SELECT s.id, r.name FROM speaker AS s JOIN registered AS r ON r.id = s.source"
    return [(int(id_), str(name)) for id_, name in db.conn.execute(sql)]


def linked(db: Database) -> list[int]:
    """Return the numbers of the speakers that are a source of the register."""
    sql = "SELECT s.id FROM speaker AS s JOIN registered AS r ON r.id = s.source"
    return [int(row[0]) for row in db.conn.execute(sql)]
