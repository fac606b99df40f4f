"""Read and write articles, and list them: by page, by filter, with each one's progress."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from core.errors import UserError
from core.model import AUTO, GOLD, Article, Status
from core.model.text import digest
from core.store import rows
from core.store.database import Database
from core.store.shown import shown_layer
from core.store.text_search import folded


class ArticleRow(msgspec.Struct, frozen=True, kw_only=True):
    """An article as the list shows it to one annotator.

    ``settled`` of ``total`` annotations are no longer proposals; the counts are those of the annotator's layer, or of
    the pre-annotation where the annotator has none yet (``started`` is False). ``flags`` are the article's own,
    ``flagged`` the number of flagged items; ``assigned`` are the annotators it is given to; ``length`` in code points;
    ``proposed``: the annotator starts from proposals; ``layers`` are all that are stored, by annotator, each with its
    status.
    """

    id: str
    title: str | None
    status: Status
    settled: int
    total: int
    flags: tuple[str, ...]
    flagged: int
    assigned: tuple[str, ...]
    length: int
    started: bool
    layers: tuple[tuple[str, Status], ...] = ()
    proposed: bool = True

    @property
    def by_hand(self) -> bool:
        """Tell whether all there is was marked without proposals: then there is nothing to measure progress against."""
        return self.settled == self.total and not self.proposed


class ArticleQuery(msgspec.Struct, frozen=True, kw_only=True):
    """Which articles to list, and how: every field that is set must hold.

    ``text`` is looked for in titles and ids, whatever the case, ё as е; ``statuses`` and ``flags`` (of
    the article or of an item in it) any of them; ``noted``: those with a note on the article or an item; ``assigned``
    the annotator it is given to; ``order`` one of ``ORDERS``, or ``TEACHING``; ``removed``: those that are removed,
    which stand in no other list.
    """

    text: str = ""
    statuses: tuple[Status, ...] = ()
    flags: tuple[str, ...] = ()
    noted: bool = False
    assigned: str | None = None
    order: str = "added"
    descending: bool = False
    removed: bool = False


EVERY = ArticleQuery()

_STATUS = (
    "CASE WHEN :annotator = :gold AND EXISTS (SELECT 1 FROM layer AS back WHERE back.article = a.key"
    " AND back.status = 'returned') THEN 'returned' ELSE coalesce(mine.status, 'new') END"
)
"""The status of the annotator's layer; to a reviewer an article that lies with somebody again is returned."""
ORDERS = {
    "added": "a.key",
    "title": "replace(a.sought, 'ё', 'е' || char(65535))",
    "status": _STATUS,
    "progress": "CASE WHEN coalesce(mine.total, auto.total, 0) = 0 THEN 0.0"
    " ELSE coalesce(mine.settled, auto.settled, 0) * 1.0 / coalesce(mine.total, auto.total) END",
    "length": "a.length",
    "changed": "mine.changed_at",
}
"""What a list can be sorted by; the values are SQL of ours. Ё comes after Е, not behind Я."""
TEACHING = "teaching"
"""The order by what settling an article would teach, see ``core.store.teaching``."""

_LAYERS = (
    " LEFT JOIN layer AS mine ON mine.article = a.key AND mine.annotator = :annotator"
    " LEFT JOIN layer AS auto ON auto.article = a.key AND auto.annotator = CASE WHEN :shown = :auto THEN :auto"
    " WHEN EXISTS (SELECT 1 FROM layer AS other WHERE other.article = a.key AND other.annotator = :shown)"
    " THEN :shown ELSE :auto END"
    " AND NOT EXISTS (SELECT 1 FROM assignment AS blank WHERE blank.article = a.key AND blank.annotator = :annotator"
    " AND blank.start = 'nothing')"
)
_BEFORE = "SELECT a.id, a.title, a.length, "
_COLUMNS = (
    ", coalesce(mine.settled, auto.settled, 0),"
    " coalesce(mine.total, auto.total, 0), coalesce(mine.flags, '[]'), mine.key IS NOT NULL,"
    " (SELECT count(*) FROM quotation AS q INDEXED BY quotation_flags WHERE q.layer = mine.key AND q.flags <> '[]')"
    " + (SELECT count(*) FROM entity AS e INDEXED BY entity_flags WHERE e.layer = mine.key AND e.flags <> '[]'),"
    " (SELECT json_group_array(g.annotator) FROM assignment AS g WHERE g.article = a.key),"
    " (SELECT json_group_array(json_array(s.annotator, s.status)) FROM layer AS s WHERE s.article = a.key),"
    " auto.key IS NOT NULL"
    " FROM article AS a"
)
_ROW = _BEFORE + _STATUS + _COLUMNS + _LAYERS
HERE = "NOT EXISTS (SELECT 1 FROM removed AS r WHERE r.article = a.key)"
"""That article ``a`` is not removed."""
_CHOSEN = " WHERE a.key IN (SELECT value FROM json_each(:keys))"
_IDS = "SELECT a.key, a.id FROM article AS a"
_AMONG = " IN (SELECT value FROM json_each(:statuses))"
_FLAG = (
    "EXISTS (SELECT 1 FROM json_each(mine.flags) WHERE value IN (SELECT value FROM json_each(:flags)))"
    " OR EXISTS (SELECT 1 FROM quotation AS q, json_each(q.flags) AS f WHERE q.layer = mine.key AND q.flags <> '[]'"
    " AND f.value IN (SELECT value FROM json_each(:flags)))"
    " OR EXISTS (SELECT 1 FROM entity AS e, json_each(e.flags) AS f WHERE e.layer = mine.key AND e.flags <> '[]'"
    " AND f.value IN (SELECT value FROM json_each(:flags)))"
)
_NOTED = (
    "mine.note <> ''"
    " OR EXISTS (SELECT 1 FROM quotation AS q WHERE q.layer = mine.key AND q.note <> '')"
    " OR EXISTS (SELECT 1 FROM entity AS e WHERE e.layer = mine.key AND e.note <> '')"
)


def sought(article_id: str, title: str | None) -> str:
    """Return what the filter looks in (the column ``sought``): SQLite's own folding knows ASCII only."""
    return f"{title or ''}\n{article_id}".casefold().encode("utf-8", "replace").decode()


def add_article(db: Database, article: Article, now: str, key: int | None = None) -> int:
    """Add an article, under a row number where one is given; return its row number.

    Raises UserError ``article-exists``, or ``article-differs`` where the text is another one.
    """
    stored = db.execute("SELECT digest FROM article WHERE id = ?", [article.id]).fetchone()
    if stored is not None:
        raise UserError("article-exists" if stored[0] == article.digest else "article-differs", id=article.id)
    if digest(article.text) != article.digest:
        raise UserError("article-digest", id=article.id)
    cursor = db.conn.execute(
        "INSERT INTO article (key, id, title, digest, length, sought, added_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            key,
            rows.write_text(article.id),
            None if article.title is None else rows.write_text(article.title),
            article.digest,
            len(article.text),
            sought(article.id, article.title),
            now,
        ),
    )
    db.conn.execute(
        "INSERT INTO article_text (article, text, meta) VALUES (?, ?, ?)",
        (cursor.lastrowid, rows.write_text(article.text), rows.write_json(article.meta)),
    )
    return int(cursor.lastrowid or 0)


def find_key(db: Database, article_id: str) -> int | None:
    """Return the row number of an article, a removed one too, or None."""
    row = db.conn.execute("SELECT key FROM article WHERE id = ?", (rows.write_text(article_id),)).fetchone()
    return None if row is None else int(row[0])


def key_of(db: Database, article_id: str, *, removed: bool = False) -> int:
    """Return the row number of an article; raises UserError ``article-missing``.

    A removed one raises ``article-removed``, unless ``removed`` says that it is wanted all the same.
    """
    key = find_key(db, article_id)
    if key is None:
        raise UserError("article-missing", id=article_id)
    if not removed:
        _check_here(db, key, article_id)
    return key


def _check_here(db: Database, key: int, article_id: str) -> None:
    if db.conn.execute("SELECT 1 FROM removed WHERE article = ?", (key,)).fetchone() is not None:
        raise UserError("article-removed", id=article_id)


def check_text(db: Database, article: Article) -> int:
    """Return the row number of ``article``; raises UserError where it is missing or the file has another text."""
    row = db.conn.execute("SELECT key, digest FROM article WHERE id = ?", (rows.write_text(article.id),)).fetchone()
    if row is None:
        raise UserError("article-missing", id=article.id)
    if row[1] != article.digest:
        raise UserError("article-differs", id=article.id)
    _check_here(db, int(row[0]), article.id)
    return int(row[0])


def read_article(db: Database, key: int, path: Path) -> Article:
    """Return an article; raises UserError ``article-damaged`` where the text is not what its digest says."""
    row = db.conn.execute(
        "SELECT id, title, digest, text, meta FROM article JOIN article_text ON article = key WHERE key = ?", (key,)
    ).fetchone()
    if row is None:
        raise UserError("article-damaged", path=str(path), id=f"number {key}")
    id_, title, kept, text, meta = row
    found = rows.read_text(text)
    if digest(found) != kept:
        raise UserError("article-damaged", path=str(path), id=rows.read_text(id_))
    return Article(
        id=rows.read_text(id_),
        title=None if title is None else rows.read_text(title),
        text=found,
        digest=kept,
        meta=rows.read_meta(meta),
    )


def _where(query: ArticleQuery, *, texts: bool = False) -> tuple[str, dict[str, Any]]:
    """Return the conditions of a query and their parameters; ``texts``: of articles whose title has not got its words.

    There is always one condition: removed articles and the others stand in no list together.
    """
    parts = [HERE if not query.removed else HERE.removeprefix("NOT ")]
    values: dict[str, Any] = {}
    if query.text.strip():
        parts.append(f"instr(replace(a.sought, 'ё', 'е'), :text) {'= 0' if texts else '> 0'}")
        values["text"] = folded(query.text.strip())
    if query.statuses:
        parts.append(_STATUS + _AMONG)
        values["statuses"] = rows.write_json(query.statuses)
    if query.flags:
        parts.append(f"({_FLAG})")
        values["flags"] = rows.write_json(query.flags)
    if query.noted:
        parts.append(f"({_NOTED})")
    if query.assigned is not None:
        parts.append("EXISTS (SELECT 1 FROM assignment AS g WHERE g.article = a.key AND g.annotator = :assigned)")
        values["assigned"] = query.assigned
    return " WHERE " + " AND ".join(parts), values


def _is_plain(query: ArticleQuery) -> bool:
    """Tell whether a query asks for no layer: nothing need be joined."""
    return not (query.statuses or query.flags or query.noted)


def article_rows(db: Database, annotator: str, query: ArticleQuery, offset: int, limit: int | None) -> list[ArticleRow]:
    """Return one page of the list."""
    where, values = _where(query)
    values |= {
        "annotator": annotator,
        "auto": AUTO,
        "shown": shown_layer(db),
        "gold": GOLD,
        "offset": offset,
        "limit": -1 if limit is None else limit,
    }
    direction = " DESC" if query.descending else ""
    order = f" ORDER BY {ORDERS[query.order]}{direction}, a.key{direction}"
    if _is_plain(query) and query.order == "added":  # the page first, so that what is skipped is not joined
        page = f"SELECT key FROM article AS a{where}{order} LIMIT :limit OFFSET :offset"  # noqa: S608
        sql = f"{_ROW} WHERE a.key IN ({page}){order}"
    else:
        sql = f"{_ROW}{where}{order} LIMIT :limit OFFSET :offset"
    return [_row(row) for row in db.conn.execute(sql, values)]


def article_keys(db: Database, annotator: str, query: ArticleQuery, *, texts: bool = False) -> array[int]:
    """Return the row numbers of the articles of the list, in its order.

    ``texts``: of those articles instead whose title has not got the words, but whose text may. One value made by
    SQLite: of 100,000 articles a thread that asks for it holds Python for milliseconds only.
    """
    where, values = _where(query, texts=texts)
    values |= {"annotator": annotator, "auto": AUTO, "shown": shown_layer(db), "gold": GOLD}
    direction = " DESC" if query.descending else ""
    order = f"ORDER BY {ORDERS[query.order]}{direction}, a.key{direction}"
    joined = "" if _is_plain(query) and query.order in ("added", "title", "length") else _LAYERS
    ordered = f"SELECT a.key AS key FROM article AS a{joined}{where} {order} LIMIT -1"  # noqa: S608
    found = db.conn.execute(f"SELECT group_concat(key) FROM ({ordered})", values).fetchone()  # noqa: S608
    return array("q", map(int, found[0].split(","))) if found[0] else array("q")


def rows_by_key(db: Database, annotator: str, keys: Iterable[int]) -> list[ArticleRow]:
    """Return the rows of some articles by their row numbers, in that order; those that are gone are left out."""
    values = {
        "annotator": annotator,
        "auto": AUTO,
        "shown": shown_layer(db),
        "gold": GOLD,
        "keys": rows.write_json(list(keys)),
    }
    found = {row.id: row for row in (_row(row) for row in db.conn.execute(_ROW + _CHOSEN, values))}
    ids = dict(db.conn.execute(_IDS + _CHOSEN, {"keys": values["keys"]}))
    return [found[rows.read_text(ids[key])] for key in msgspec.json.decode(values["keys"]) if key in ids]


def keys_here(db: Database, keys: Iterable[int]) -> array[int]:
    """Return those of some row numbers whose articles are there and not removed, in their order."""
    wanted = list(keys)
    sql = f"SELECT a.key FROM article AS a{_CHOSEN} AND {HERE}"  # noqa: S608
    here = {key for (key,) in db.conn.execute(sql, {"keys": rows.write_json(wanted)})}
    return array("q", [key for key in wanted if key in here])


def ids_by_key(db: Database, keys: Iterable[int]) -> list[str]:
    """Return the ids of some articles by their row numbers, in that order; those that are gone are left out."""
    wanted = list(keys)
    ids = dict(db.conn.execute(_IDS + _CHOSEN, {"keys": rows.write_json(wanted)}))
    return [rows.read_text(ids[key]) for key in wanted if key in ids]


_ROW_KINDS = rows.kinds(
    id=rows.TEXT, title=rows.TEXT_OR_NONE, length=rows.NUMBER, status=rows.WORD, settled=rows.NUMBER,
    total=rows.NUMBER, flags=rows.WORD, started=rows.NUMBER, flagged=rows.NUMBER, assigned=rows.WORD,
    layers=rows.WORD, proposed=rows.NUMBER,
)  # fmt: skip
_stored = msgspec.json.Decoder(list[tuple[str, Status]])


def _row(row: Sequence[Any]) -> ArticleRow:
    rows.check_kinds(tuple(row), _ROW_KINDS)
    id_, title, length, status, settled, total, flags, started, flagged, assigned, stored, proposed = row
    return ArticleRow(
        id=rows.read_text(id_),
        title=None if title is None else rows.read_text(title),
        status=rows.read_choice(Status, status),
        settled=settled,
        total=total,
        flags=rows.read_flags(flags),
        flagged=flagged,
        assigned=rows.read_flags(assigned),
        length=length,
        started=bool(started),
        layers=tuple(sorted(_stored.decode(stored))),
        proposed=bool(proposed),
    )


def article_count(db: Database, annotator: str, query: ArticleQuery) -> int:
    """Return how many articles the list has."""
    where, values = _where(query)
    values |= {"annotator": annotator, "auto": AUTO, "shown": shown_layer(db), "gold": GOLD}
    joined = "" if _is_plain(query) else _LAYERS
    sql = f"SELECT count(*) FROM article AS a{joined}{where}"  # noqa: S608
    return int(db.conn.execute(sql, values).fetchone()[0])
