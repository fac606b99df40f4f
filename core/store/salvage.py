"""Put articles and the names of layers together from what a damaged project and its backups still tell."""

from __future__ import annotations

import contextlib
import re
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from core.model import Article, Head
from core.model.details import TITLE
from core.model.text import digest
from core.store import articles, check_values, log, rows
from core.store.check_tables import BAD_ROW
from core.store.connection import UNREADABLE_SQL
from core.store.database import Database
from core.store.log import LogEntry
from core.store.salvage_log import Logs
from core.store.sources import Sources, is_same, numbers, one_row, same_row
from core.store.witnesses import near, weigh

# -- articles --------------------------------------------------------------------------------------------------------

_ARTICLE = "SELECT id, title, digest, length, added_at, sought FROM article WHERE key = ?"
_TEXT = "SELECT text, meta FROM article_text WHERE article = ?"


class Found(NamedTuple):
    """An article as it could be put together, when it was added, and the codes of what is not as it was.

    ``other_ids`` and ``other_titles`` are what fewer witnesses, or as many, have instead.
    """

    article: Article
    added_at: str
    codes: tuple[str, ...]
    other_ids: tuple[str, ...]
    other_titles: tuple[str, ...]


_OF_ARTICLE = tuple((table, "article") for table in ("layer", "comment", "assignment", "article_log", "removed"))


def article_keys(given: Sources) -> list[int]:
    """Return the row numbers of all articles that anything still tells of, but for those that were purged."""
    found = numbers(given.everywhere, ("article", "key"), ("article_text", "article"))
    return sorted(found - purged(given))


def purged(given: Sources) -> set[int]:
    """Return the row numbers of articles of which the file tells nothing, and which a backup has as removed."""
    here = numbers([given.found.db], ("article", "key"), ("article_text", "article"), *_OF_ARTICLE)
    return numbers(given.backups, ("removed", "article")) - here


def article_name(given: Sources, key: int) -> str | None:
    """Return the id of an article, or None where nothing has it."""
    return article_names(given, key)[0]


def article_names(given: Sources, key: int) -> tuple[str | None, tuple[str, ...]]:
    """Return the id of an article that most witnesses have (None where nothing has one), and what others have.

    Witnesses are its row, what the list is searched by, the index, and each backup.
    """
    own = one_row(given.found.db, _ARTICLE, key)
    known = same_row(given, _ARTICLE, key, 4)
    votes = Counter(name for row in known if (name := _written(row[0])))
    votes.update(name for name in given.found.told("article", "id", key) if isinstance(name, str) and name)
    if own is not None and isinstance(own[5], str):
        votes.update(name for name in list(votes) if own[5].endswith(articles.sought(name, None)))
        said = own[5].rpartition("\n")[2]
        if votes and said and not any(articles.sought(name, None).endswith(f"\n{said}") for name in votes):
            votes[said] = 1
    if not votes:
        return (rows.legible(known[0][0]) if known else None), ()
    return weigh(votes)


def _is_doubtful(row: rows.Row) -> bool:
    """Tell whether what the list is searched by (title and id) says that an article's id was another one."""
    if not isinstance(row[0], str) or not isinstance(row[5], str):
        return isinstance(row[0], bytes)
    return not row[5].endswith(articles.sought(row[0], None))


def _written(value: object) -> str | None:
    """Return a text as a row holds it; None where it is none."""
    with contextlib.suppress(*BAD_ROW):
        return rows.read_text(value)  # type: ignore[arg-type]
    return None


def article(given: Sources, key: int) -> Found | None:
    """Return the article of a row number: from the file if its digest holds, from a backup, or as well as it goes."""
    name, others = article_names(given, key)
    if not name:
        return None
    own = one_row(given.found.db, _ARTICLE, key)
    known = [row for row in same_row(given, _ARTICLE, key, 4) if _is(row[0], name)]
    codes = {"repair-id"} if own is not None and (not _is(own[0], name) or _is_doubtful(own)) else set[str]()
    sums = [row[2] for row in known if isinstance(row[2], str)][:1]
    made: tuple[str, dict[str, str] | None] | None = None
    for at, db in enumerate(given.everywhere):
        read = _text_and_meta(one_row(db, _TEXT, key), own)
        if read is not None and digest(read[0]) in sums:
            made = read
            codes |= {"repair-from-backup"} if at else set()
            break
    if made is None:
        made = _text_and_meta(one_row(given.found.db, _TEXT, key), own)
        codes.add("repair-text")
    if made is None:
        return None
    text, meta = made
    title, titles, sound = _title(_with_edits(given, key, known), own)
    codes |= set() if sound else {"repair-title"}
    if not known or own is None or own[2] is None:
        codes |= {"repair-from-backup"} if sums else {"repair-text"}
    if meta is None:
        meta, codes = {}, codes | {"repair-meta"}
    added = next((row[4] for row in known if check_values.is_time(row[4])), log.now())
    built = Article(id=name, title=title, text=text, digest=digest(text), meta=meta)
    return Found(built, added, tuple(sorted(codes)), others, titles)


def _is(value: object, name: str) -> bool:
    with contextlib.suppress(*BAD_ROW):
        return rows.read_text(value) == name  # type: ignore[arg-type]
    return False


def _with_edits(given: Sources, key: int, known: list[rows.Row]) -> list[rows.Row]:
    """Return an article's rows with the title that its log said last; what backups have otherwise is older."""
    sql = "SELECT becomes FROM article_log WHERE article = ? ORDER BY id"
    told: list[str | None] = []
    with contextlib.suppress(*UNREADABLE_SQL):
        for (becomes,) in given.found.db.conn.execute(sql, (key,)):
            with contextlib.suppress(*BAD_ROW):
                title = rows.read_facts(becomes).get(TITLE, False)
                told += [title] if not isinstance(title, bool) else []
    if not told:
        return known
    own = one_row(given.found.db, _ARTICLE, key)
    mine = [row for row in known[:1] if row == own]
    said = [(row[0], told[-1], *row[2:]) for row in known[:1]]
    return [*mine, *said]


def _title(known: list[rows.Row], own: rows.Row | None) -> tuple[str | None, tuple[str, ...], bool]:
    """Return the title that most witnesses have, what others have, and whether the row's own was kept."""
    readable = [row for row in known if row[1] is None or _written(row[1]) is not None]
    if not readable:
        return (None if own is None or own[1] is None else rows.legible(own[1])), (), False
    titles = [None if row[1] is None else rows.read_text(row[1]) for row in readable]
    sought = own[5] if own is not None and isinstance(own[5], str) else None
    if sought is not None and "\n" in sought:  # before the id, of which others tell
        sought = sought.rpartition("\n")[0]
    folded = [articles.sought("", title).removesuffix("\n") for title in titles]
    if readable[0] is not known[0] and (sought is None or sought in folded):  # the row's own cannot be read
        kept = titles[folded.index(sought) if sought in folded else 0]
        return kept, (), kept is not None
    if sought is None or sought in folded[:1]:
        return titles[0], (), True
    at = folded.index(sought) if sought in folded else 0
    others = tuple(dict.fromkeys(title or "" for title in titles if title != titles[at]))
    return titles[at], others if at else (*others, sought), at == 0 and readable[0] is known[0]


def _text_and_meta(content: rows.Row | None, own: rows.Row | None) -> tuple[str, dict[str, str] | None] | None:
    if content is None or not isinstance(content[0], str | bytes):
        return None
    try:
        text = rows.read_text(content[0])
    except rows.BadRow:
        text = patched(content[0], own[3] if own is not None and isinstance(own[3], int) else 0)  # type: ignore[arg-type]
    meta: dict[str, str] | None = None
    with contextlib.suppress(*BAD_ROW):
        meta = rows.read_meta(content[1])
    return text, meta


_UNREAD = re.compile("[\udc80-\udcff](?:.*[\udc80-\udcff])?", re.DOTALL)
"""From the first byte that is no UTF-8 to the last, as ``surrogateescape`` decodes them."""


def patched(data: bytes, length: int) -> str:
    """Return a text with U+FFFD where it cannot be read, so many that it is ``length`` code points long.

    What stands behind the damage keeps its offsets then, and the annotations there their words.
    """
    text = data.decode("utf-8", "surrogateescape")
    unread = _UNREAD.search(text)
    if unread is None:
        return text
    before, after = text[: unread.start()], text[unread.end() :]
    return before + "\ufffd" * max(1, length - len(before) - len(after)) + after


# -- layers ----------------------------------------------------------------------------------------------------------

_LAYER = "SELECT article, annotator, status, note, flags, extra, started_at, changed_at, total FROM layer WHERE key = ?"


class Named(NamedTuple):
    """Whose layer it is, of which article (its row number), and what else its row tells, where that can be read."""

    article: int
    annotator: str
    head: Head | None
    started_at: str
    changed_at: str
    total: int | None
    other_annotators: tuple[str, ...] = ()
    other_articles: tuple[int, ...] = ()
    """What fewer witnesses, or as many, have instead."""


def layer_keys(given: Sources, own: Logs, more: Logs) -> list[int]:
    """Return the row numbers of all layers that anything still tells of, but for those of purged articles.

    ``own`` are the file's log entries, ``more`` also those of backups.
    """
    tables = (("layer", "key"), ("actor", "layer"), ("entity", "layer"), ("quotation", "layer"))
    here = numbers([given.found.db], *tables) | own.keys()
    known = [(key, db) for db in given.backups for key in numbers([db], ("layer", "key"))]
    left_out = {
        key for key, db in known if (row := one_row(db, _LAYER, key)) is not None and _is_purged(given, db, row[0])
    }
    return sorted(here | (({key for key, _ in known} | more.keys()) - left_out))


def _is_purged(given: Sources, db: Database, article: int) -> bool:
    """Tell whether an article of a backup was purged since; its number may be that of another one now."""
    own, then = (one_row(one, _ARTICLE, article) for one in (given.found.db, db))
    return article in purged(given) or (own is not None and then is not None and not is_same(own, then, 4))


def renumbered(given: Sources) -> set[int]:
    """Return the row numbers of layers that a backup has of another layer, which was purged since."""
    return {
        key
        for key in numbers(given.backups, ("layer", "key"))
        if len(same_row(given, _LAYER, key, 6)) < sum(one_row(db, _LAYER, key) is not None for db in given.everywhere)
    }


def layer_row(given: Sources, key: int, entries: Mapping[int, LogEntry] | None = None) -> Named | None:
    """Return what is known of a layer: from the file, and from backups what the file has lost.

    Whose it is and of which article say its row, two indexes and the backups; ``entries`` of its log where these are
    not of one mind. Most witnesses win.
    """
    known = same_row(given, _LAYER, key, 6)
    numbers_ = Counter(row[0] for row in known if isinstance(row[0], int))
    numbers_.update(number for number in given.found.told("layer", "article", key) if isinstance(number, int))
    names = Counter(row[1] for row in known if isinstance(row[1], str) and row[1])
    names.update(name for name in given.found.told("layer", "annotator", key) if isinstance(name, str) and name)
    if names.total() < 2 or len(names) > 1:  # of whom the log tells too
        authors = {entry.author for entry in (entries or {}).values()}
        names.update(author for author in authors if any(near(author, name) or author == name for name in list(names)))
    article = max(numbers_, key=lambda number: numbers_[number], default=None)
    annotator = weigh(names)[0] if names else rows.legible(known[0][1]) if known else None
    if article is None or not annotator:
        return None
    others = weigh(names)[1] if names else ()
    elsewhere = tuple(number for number in numbers_ if number != article)
    head: Head | None = None
    for row in known:
        with contextlib.suppress(*BAD_ROW):
            head = rows.read_head(row[2:6])
            break
    now = log.now()
    started, changed = (next((row[at] for row in known if check_values.is_time(row[at])), now) for at in (6, 7))
    own = one_row(given.found.db, _LAYER, key)
    total = own[8] if own is not None and isinstance(own[8], int) else None
    return Named(article, annotator, head, started, changed, total, others, elsewhere)


def annotator(given: Sources, key: int) -> str | None:
    """Return whose layer it is, where anything has that, whatever of the rest is lost."""
    for db in given.everywhere:
        row = one_row(db, _LAYER, key)
        if row is not None and isinstance(row[1], str) and row[1]:
            return row[1]
    return None
