"""What the index takes from the project: texts and facts of articles, layers with their items."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from core.errors import UserError
from core.formats.dates import day_of
from core.model import Item
from core.model.text import digest
from core.store import layers, rows
from core.store.articles import HERE
from core.store.database import Database
from core.store.search_index.changes import ACTS, STATE, SUMS


class Facts(NamedTuple):
    """What the index keeps of an article beside its words; ``date`` is ISO or empty, ``month`` 202605 or None."""

    key: int
    id: str
    title: str
    digest: str
    added_at: str
    changed: str
    here: bool
    source: str
    date: str

    @property
    def month(self) -> int | None:
        return int(self.date[:4] + self.date[5:7]) if self.date else None


_ARTICLES = (
    (
        "SELECT a.key, a.id, a.title, a.digest, a.added_at, coalesce({acts}, ''), {here}, t.meta, t.text"
        " FROM article AS a JOIN article_text AS t ON t.article = a.key WHERE a.key IN (SELECT value FROM json_each(?))"
        " ORDER BY a.key"
    )
    .replace("{acts}", ACTS)
    .replace("{here}", HERE)
)


def read_articles(project: Database, keys: Sequence[int], path: Path) -> list[tuple[Facts, str]]:
    """Return facts and texts of articles by row numbers, in their order; those that are gone are left out.

    Raises UserError ``article-damaged`` where a text is not what its digest says.
    """
    out = []
    for key, id_, title, kept, added_at, changed, here, meta, written in project.conn.execute(
        _ARTICLES, (rows.write_json(list(keys)),)
    ):
        details, text = rows.read_meta(meta), rows.read_text(written)
        if digest(text) != kept:
            raise UserError("article-damaged", path=str(path), id=rows.read_text(id_))
        facts = Facts(
            key,
            whole(rows.read_text(id_)),
            "" if title is None else whole(rows.read_text(title)),
            kept,
            added_at,
            changed,
            bool(here),
            whole(details.get("source", "").strip()),
            day_of(details),
        )
        out.append((facts, text))
    return out


def whole(text: str) -> str:
    """Return a text that SQLite can keep: half of a surrogate pair becomes a question mark."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


class LayerRead(NamedTuple):
    """A layer as the project has it, with what tells whether it has changed."""

    key: int
    article: int
    annotator: str
    status: str
    flags: str
    state: str
    sums: str
    items: list[Item]


_LAYERS = (
    (
        "SELECT l.key, l.article, l.annotator, l.status, l.flags, {state}, {sums} FROM layer AS l"
        " WHERE l.key IN (SELECT value FROM json_each(?)) ORDER BY l.article, l.key"
    )
    .replace("{state}", STATE)
    .replace("{sums}", SUMS)
)
_LAYERS_OF = (
    "SELECT l.key FROM layer AS l JOIN article AS a ON a.key = l.article WHERE {here}"
    " AND l.article IN (SELECT value FROM json_each(?))"
).replace("{here}", HERE)


def read_layers(project: Database, keys: Sequence[int], path: Path) -> list[LayerRead]:
    """Return layers by row numbers, with their items; those that are gone are left out."""
    found = project.conn.execute(_LAYERS, (rows.write_json(list(keys)),)).fetchall()
    return [LayerRead._make((*row, layers.read_items(project, row[0], path))) for row in found]


def layers_of(project: Database, articles: Iterable[int]) -> list[int]:
    """Return the row numbers of the layers of articles that are not removed."""
    found = project.conn.execute(_LAYERS_OF, (rows.write_json(list(articles)),))
    return [int(row[0]) for row in found]
