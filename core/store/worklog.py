"""The edits of people over all layers of a project: what the progress of annotators is counted from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from core.errors import UserError
from core.model import Item
from core.store import articles, rows
from core.store.project import Project
from core.store.shown import by_people

NO_WORK = ("import", "pre-annotate", "merge", "compacted", "repair")
"""Edits that the program makes, or that stand for many."""
_EDITS = (
    (
        "SELECT g.layer, l.article, g.author, g.at, g.added FROM log AS g JOIN layer AS l ON l.key = g.layer"
        " JOIN article AS a ON a.key = l.article WHERE {here} AND {people}"
        " AND g.name NOT IN (SELECT value FROM json_each(?)) ORDER BY g.layer, g.id"
    )
    .replace("{here}", articles.HERE)
    .replace("{people}", by_people("l"))
)


class Worked(NamedTuple):
    """One edit: whose, when, in which layer of which article (row numbers), and the items as it left them."""

    layer: int
    article: int
    author: str
    at: datetime
    items: tuple[Item, ...]


def edits(project: Project) -> Iterator[Worked]:
    """Yield every edit of a person, layer by layer, the oldest first; raises UserError ``file-damaged``."""
    with project._reading() as db:
        try:
            for layer, article, author, at, added in db.conn.execute(_EDITS, (rows.write_json(NO_WORK),)):
                yield Worked(layer, article, author, rows.read_time(at), tuple(rows.read_items(added)))
        except rows.BadRow as error:
            reason = f"the log cannot be read: {error}"
            raise UserError("file-damaged", path=str(project.path), reason=reason) from error
