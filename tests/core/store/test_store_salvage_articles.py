"""What is put together of an article and of a layer's row, whatever its row, its text or its backups have: as golden.

One thing at a time is spoilt, in the file alone, beside a backup that is as the file was, and beside a backup that has
other things. The tables are made by hand: no page is damaged, every value is as the line says.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TypeAlias

import pytest

from core.model.layer import Edit
from core.model.text import digest
from core.store import articles, salvage
from core.store.database import Database
from core.store.log import LogEntry
from core.store.pages import SHAPES, text_or_bytes
from core.store.recovered import IndexEntries, Recovered, _table
from core.store.salvage import Found
from core.store.salvage_log import Logs
from core.store.sources import Sources
from tests.golden import same_as_golden
from tests.paths import DATA

GOLDEN = DATA / "golden" / "salvage"
TEXT = "Мост открыт."
WHEN, THEN = "2026-01-02T03:04:05.000006Z", "2025-01-02T03:04:05.000006Z"
Values: TypeAlias = Mapping[str, object]
GONE: Values = {"gone": True}

RIGHT: dict[str, Values] = {
    "article": {"key": 1, "id": "a-1", "title": "Мост", "digest": digest(TEXT), "length": len(TEXT),
                "sought": articles.sought("a-1", "Мост"), "added_at": WHEN},
    "article_text": {"article": 1, "text": TEXT, "meta": '{"source":"Нива"}'},
    "layer": {"key": 1, "article": 1, "annotator": "anna", "status": "done", "note": "n", "flags": "[]", "extra": "{}",
              "settled": 1, "total": 2, "started_at": WHEN, "changed_at": WHEN},
}  # fmt: skip


@cache
def empty() -> bytes:
    """Return the tables that are asked here, without rows."""
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as conn:
        for shape in SHAPES:
            if shape.table in (*RIGHT, *BESIDE):
                conn.execute(_table(shape))
        return conn.serialize()


@contextlib.contextmanager
def tables(changed: Mapping[str, Values], *more: str) -> Iterator[Database]:
    """Make the tables of a project without its rules, rows as they were but for what is changed."""
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as conn:
        conn.text_factory = text_or_bytes
        conn.deserialize(empty())
        for table, right in RIGHT.items():
            row = {**right, **changed.get(table, {})}
            if "gone" not in row:
                marks = ", ".join("?" * len(row))
                conn.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", list(row.values()))  # noqa: S608
        for statement in more:
            conn.execute(statement)
        yield Database(conn)


@contextlib.contextmanager
def given(
    own: Mapping[str, Values], backups: list[Mapping[str, Values]], *more: str
) -> Iterator[Callable[[IndexEntries], Sources]]:
    """Give what makes the sources of what indexes have."""
    with contextlib.ExitStack() as stack:
        db = stack.enter_context(tables(own, *more))
        opened = [stack.enter_context(tables(one)) for one in backups]
        yield lambda entries: Sources(Path("п.citata"), Recovered(db, frozenset(), {}, 0, {}, entries), opened)


BESIDE = ("article_log", "removed", "comment", "assignment", "actor", "entity", "quotation")

TITLED = {"title": "Цех", "sought": articles.sought("a-1", "Цех")}
RENAMED = {"id": "a-3", "sought": articles.sought("a-3", "Мост")}  # a flipped bit from ``a-1``
SPOILT = "UPDATE article SET {0} = CAST(x'd0' AS TEXT)"
ARTICLES: dict[str, tuple[Mapping[str, Values], tuple[str, ...]]] = {
    "sound": ({}, ()),
    "row gone": ({"article": GONE}, ()),
    "text gone": ({"article_text": GONE}, ()),
    "row and text gone": ({"article": GONE, "article_text": GONE}, ()),
    "id none": ({"article": {"id": None}}, ()),
    "id empty": ({"article": {"id": ""}}, ()),
    "id a number": ({"article": {"id": 5}}, ()),
    "id other": ({"article": {"id": "b-1"}}, ()),
    "id one bit": ({"article": {"id": "a-3"}}, ()),
    "id and sought": ({"article": RENAMED}, ()),
    "id spoilt": ({}, (SPOILT.format("id"),)),
    "id spoilt, sought none": ({"article": {"sought": None}}, (SPOILT.format("id"),)),
    "title none": ({"article": {"title": None}}, ()),
    "title and sought none": ({"article": {"title": None, "sought": "\na-1"}}, ()),
    "title other": ({"article": {"title": "Мосц"}}, ()),
    "title and sought": ({"article": TITLED}, ()),
    "title a number": ({"article": {"title": 5}}, ()),
    "title spoilt": ({}, (SPOILT.format("title"),)),
    "title and sought spoilt": ({}, (SPOILT.format("title"), SPOILT.format("sought"))),
    "sought none": ({"article": {"sought": None}}, ()),
    "sought empty": ({"article": {"sought": ""}}, ()),
    "sought of another id": ({"article": {"sought": "мост\na-7"}}, ()),
    "sought of another title": ({"article": {"sought": "цех\na-1"}}, ()),
    "sought without id": ({"article": {"sought": "мост"}}, ()),
    "sought spoilt": ({}, (SPOILT.format("sought"),)),
    "digest none": ({"article": {"digest": None}}, ()),
    "digest other": ({"article": {"digest": "x"}}, ()),
    "digest a number": ({"article": {"digest": 5}}, ()),
    "added none": ({"article": {"added_at": None}}, ()),
    "added then": ({"article": {"added_at": THEN}}, ()),
    "text other": ({"article_text": {"text": TEXT + "!"}}, ()),
    "text empty": ({"article_text": {"text": ""}}, ()),
    "text a number": ({"article_text": {"text": 5}}, ()),
    "text bytes": ({"article_text": {"text": TEXT.encode()}}, ()),
    "text spoilt": ({}, ("UPDATE article_text SET text = CAST(x'd09cff' AS TEXT) || substr(text, 3)",)),
    "text spoilt, length none": (
        {"article": {"length": None}}, ("UPDATE article_text SET text = CAST(x'd09cff' AS TEXT) || substr(text, 5)",),
    ),
    "meta none": ({"article_text": {"meta": None}}, ()),
    "meta broken": ({"article_text": {"meta": "[{"}}, ()),
    "renamed by an act": ({}, ("INSERT INTO article_log (id, article, becomes) VALUES (1, 1, '{\"title\":\"Цех\"}')",)),
    "renamed, sought too": (
        {"article": TITLED}, ("INSERT INTO article_log (id, article, becomes) VALUES (1, 1, '{\"title\":\"Цех\"}')",),
    ),
    "renamed, title spoilt": (
        {"article": TITLED},
        ("INSERT INTO article_log (id, article, becomes) VALUES (1, 1, '{\"title\":\"Цех\"}')", SPOILT.format("title")),
    ),
    "title taken away by an act": (
        {"article": {"sought": "\na-1"}},
        ("INSERT INTO article_log (id, article, becomes) VALUES (1, 1, '{\"title\":null}')", SPOILT.format("title")),
    ),
    "another fact by an act": (
        {"article": {"title": "Мосц"}},
        ("INSERT INTO article_log (id, article, becomes) VALUES (1, 1, '{\"removed\":true}'), (2, 1, '[')",),
    ),
}  # fmt: skip
BACKUPS: dict[str, list[Mapping[str, Values]]] = {
    "alone": [],
    "same": [{}],
    "other": [{"article": {**TITLED, **RENAMED, "sought": articles.sought("a-3", "Цех")},
               "article_text": {"meta": "{}"}}],
    "of another article": [{"article": {"id": "z-9", "title": "Сад", "added_at": THEN, "digest": digest("Сад."),
                                        "sought": articles.sought("z-9", "Сад")}, "article_text": {"text": "Сад."}}],
}  # fmt: skip


def told(found: Found | None) -> str:
    if found is None:
        return "nothing"
    one = found.article
    assert one.digest == digest(one.text)
    added = {WHEN: "", THEN: " then"}.get(found.added_at, " now")
    rest = [f"ids {found.other_ids}"] if found.other_ids else []
    rest += [f"titles {found.other_titles}"] if found.other_titles else []
    return f"{one.id} {one.title!r} {one.text!r} {one.meta}{added} {' '.join(found.codes)} {' '.join(rest)}".rstrip()


@pytest.mark.parametrize("backup", BACKUPS)
def test_what_is_put_together_of_an_article(backup: str) -> None:
    lines = []
    for name, (own, more) in ARTICLES.items():
        with given(own, BACKUPS[backup], *more) as made:
            for index in ("a-1", "a-3", None):
                sources = made({} if index is None else {("article", "id"): {1: [index]}})
                said = told(salvage.article(sources, 1))
                assert said == "nothing" or salvage.article_name(sources, 1) == said.split(" ")[0]
                lines.append(f"{name}, index {index or 'none'}: {said}")
    same_as_golden(GOLDEN / f"article-{backup.replace(' ', '-')}.txt", "\n".join(lines) + "\n")


LAYERS: dict[str, Values] = {
    "sound": {}, "gone": GONE,
    "article none": {"article": None}, "article other": {"article": 7}, "article text": {"article": "x"},
    "annotator none": {"annotator": None}, "annotator empty": {"annotator": ""},
    "annotator one bit": {"annotator": "anno"},
    "annotator a number": {"annotator": 5}, "annotator bytes": {"annotator": b"ann\xd0"},
    "status lost": {"status": "lost"}, "note none": {"note": None}, "flags broken": {"flags": "{"},
    "extra broken": {"extra": "["}, "started none": {"started_at": None}, "started then": {"started_at": THEN},
    "changed none": {"changed_at": "x"}, "changed then": {"changed_at": THEN}, "total none": {"total": None},
    "total text": {"total": "x"},
}  # fmt: skip
OF_BACKUP: dict[str, list[Mapping[str, Values]]] = {
    "alone": [],
    "same": [{}],
    "older": [{"layer": {"status": "new", "note": "old", "changed_at": THEN, "total": 9}}],
    "of another layer": [{"layer": {"annotator": "boris", "article": 2, "started_at": THEN, "total": 9}}],
}
INDEXES: dict[str, IndexEntries] = {
    "none": {},
    "same": {("layer", "article"): {1: [1]}, ("layer", "annotator"): {1: ["anna"]},
             ("layer", "annotator "): {1: ["anna"]}},
    "other": {("layer", "article"): {1: [2]}, ("layer", "annotator"): {1: ["anno", "anno"]}},
}  # fmt: skip


def row_told(sources: Sources) -> str:
    found = salvage.layer_row(sources, 1)
    said = f"nothing, {salvage.annotator(sources, 1)!r}"
    if found is not None:
        head = "no head" if found.head is None else f"{found.head.status.value} {found.head.note!r}"
        times = [{WHEN: "when", THEN: "then"}.get(one, "now") for one in (found.started_at, found.changed_at)]
        said = f"{found.article} {found.annotator}, {head}, {' '.join(times)}, {found.total}"
        said += f", others {found.other_annotators} {found.other_articles}"
    return f"{said}, renumbered {sorted(salvage.renumbered(sources))}"


@pytest.mark.parametrize("backup", OF_BACKUP)
def test_what_is_put_together_of_a_layers_row(backup: str) -> None:
    lines = []
    for name, own in LAYERS.items():
        with given({"layer": own}, OF_BACKUP[backup]) as made:
            for index, entries in INDEXES.items():
                lines.append(f"{name}, index {index}: {row_told(made(entries))}")
    same_as_golden(GOLDEN / f"layer-{backup.replace(' ', '-')}.txt", "\n".join(lines) + "\n")


def test_of_which_articles_anything_tells() -> None:
    """Those of a backup that was made before an article was removed for good are not brought back."""
    gone: dict[str, Values] = {"article": GONE, "article_text": GONE, "layer": GONE}
    removed = "INSERT INTO removed (article, after, at, author) VALUES (1, 0, 'x', 'x')"
    with tables({}) as backup, tables({}, removed) as purging, tables(gone) as own:
        for backups, extra, keys, purged in (
            ([], None, [], set()),
            ([backup], None, [1], set()),
            ([purging], None, [], {1}),
            ([backup, purging], None, [], {1}),
            ([purging], "INSERT INTO comment (id, article) VALUES (1, 1)", [1], set()),
            ([purging], "INSERT INTO assignment (article, annotator) VALUES (1, 'x')", [1], set()),
            ([purging], "INSERT INTO layer (key, article) VALUES (1, 1)", [1], set()),
            ([purging], "INSERT INTO article_log (id, article) VALUES (1, 1)", [1], set()),
            ([purging], removed, [1], set()),
        ):  # fmt: skip
            own.conn.execute("BEGIN")
            if extra is not None:
                own.conn.execute(extra)
            found = Sources(Path("x"), Recovered(own, frozenset(), {}, 0, {}, {}), list(backups))
            assert (salvage.article_keys(found), salvage.purged(found)) == (keys, purged), extra
            own.conn.execute("ROLLBACK")


@pytest.mark.parametrize(
    ("row", "keys"),
    [
        (None, [7]),
        ("INSERT INTO layer (key) VALUES (3)", [3, 7]),
        ("INSERT INTO layer (key) VALUES ('x')", [7]),
        ("INSERT INTO actor (layer, id) VALUES (4, 'a')", [4, 7]),
        ("INSERT INTO entity (layer, id) VALUES (5, 'e')", [5, 7]),
        ("INSERT INTO quotation (layer, id) VALUES (6, 'q')", [6, 7]),
    ],
)
def test_of_which_layers_anything_tells(row: str | None, keys: list[int]) -> None:
    """Rows of the file, its log and backups; of a backup none whose article was removed for good."""
    gone: dict[str, Values] = {"article": GONE, "article_text": GONE, "layer": GONE}
    removed = "INSERT INTO removed (article, after, at, author) VALUES (1, 0, 'x', 'x')"
    with tables(gone) as own, tables({}) as backup, tables({}, removed) as purging:
        if row is not None:
            own.conn.execute(row)
        found = Recovered(own, frozenset(), {}, 0, {}, {})
        own_log: Logs = {7: {}}
        more: Logs = {7: {}, 8: {}}
        for backups, expected in (([], [*keys, 8]), ([backup], [1, *keys, 8]), ([purging], [*keys, 8])):
            given_ = Sources(Path("x"), found, list(backups))
            assert salvage.layer_keys(given_, own_log, more) == sorted(expected)


@pytest.mark.parametrize(
    ("own", "index", "authors", "annotator", "others"),
    [
        ("anna", ["anna"], ["annc"], "anna", ()),  # two are of one mind: the log is not asked
        ("anna", [], ["annc"], "anna", ("annc",)),
        ("anna", [], ["anna"], "anna", ()),
        ("anna", [], ["boris"], "anna", ()),
        ("annc", ["anna"], ["anna"], "anna", ("annc",)),
        ("annc", ["anna"], ["annc"], "annc", ("anna",)),
    ],
)
def test_the_log_tells_whose_a_layer_is_where_others_are_not_of_one_mind(
    own: str, index: list[str], authors: list[str], annotator: str, others: tuple[str, ...]
) -> None:
    when = datetime(2026, 1, 2, tzinfo=UTC)
    entries = {at: LogEntry(at, when, one, Edit("x", (), ()), None, f"u{at}") for at, one in enumerate(authors)}
    with given({"layer": {"annotator": own}}, []) as made:
        found = salvage.layer_row(made({("layer", "annotator"): {1: list(index)}}), 1, entries)
    assert found is not None
    assert (found.annotator, found.other_annotators) == (annotator, others)
