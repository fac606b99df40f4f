"""What each column of each table may hold: every value of a list in every column of a row that is right."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.model.schema import standard, write_schema
from core.store import articles, check_tables
from core.store.check_tables import TABLES, acceptable, copy, fault, legible, name_of, rows_of
from core.store.check_values import Row, is_uid
from core.store.database import Database
from core.store.migrations import migrate
from core.store.opening import write_empty
from tests.golden import same_as_golden
from tests.paths import DATA

GOLDEN = DATA / "golden" / "rows"
UID = "0123456789abcdef"
WHEN = "2026-01-01T00:00:00.000000Z"
ITEM = (
    '[{"item":"entity","id":"e_1","label":"PER","range":[0,3],"actor":null,"state":"manual","score":null,"rule":null,'
    '"note":"","flags":[],"extra":{}}]'
)
VALUES: tuple[object, ...] = (
    None, "", "x", "а", b"\xd0", b"\xed\xa0\x80", -1, 0, 1, 2, 99, 1.5, UID, UID[1:], UID.upper(), WHEN, "2026-01-01",
    "2026-01-01T00:00:00", "2026-01-01T00:00:00+03:00", "[]", "[{", "[{}]", "{}", ITEM, ITEM.replace("e_1", "e_2"),
    "[" * 100_000, "done", "proposals", "nothing", "ours", '{"labels": []}', '{"labels": 5}', "schema", "scope",
)  # fmt: skip
RIGHT: dict[str, Row] = {
    "value": {"key": "place", "value": "7"},
    "article": {
        "key": 1, "id": "a-1", "title": "Завод", "digest": "d", "length": 3, "sought": "завод\na-1", "added_at": WHEN,
    },
    "layer": {
        "key": 1, "article": 1, "annotator": "Анна", "status": "done", "note": "", "flags": "[]", "extra": "{}",
        "settled": 0, "total": 0, "started_at": WHEN, "changed_at": WHEN,
    },
    "log": {
        "id": 2, "uid": UID, "layer": 1, "at": WHEN, "author": "Анна", "name": "add", "removed": "[]", "added": "[]",
        "undoes": 1,
    },
    "assignment": {"article": 1, "annotator": "Анна", "at": WHEN, "author": "Б", "start": "nothing"},
    "comment": {
        "id": 2, "uid": UID, "article": 1, "annotator": "Анна", "item": "e_1", "at": WHEN, "author": "Б",
        "text": "Почему?", "answers": 1, "settles": 1,
    },
    "conflict": {
        "id": 1, "uid": UID, "layer": 1, "item": "e_1", "at": WHEN, "author": "Анна", "source": "их", "base": "[]",
        "ours": ITEM, "theirs": "[]", "settled_at": WHEN, "settled_by": "Б", "choice": "theirs",
    },
    "branch": {
        "uid": UID, "layer": 1, "at": WHEN, "author": "Анна", "name": "add", "removed": "[]", "added": ITEM, "merge": 1,
        "number": 0,
    },
    "removed": {"article": 1, "after": 0, "at": WHEN, "author": "Анна"},
    "article_log": {
        "id": 1, "uid": UID, "article": 1, "act": UID, "after": 0, "at": WHEN, "author": "Анна", "name": "set-details",
        "was": '{"title":"Завод"}', "becomes": '{"title":"Цех"}', "undoes": UID,
    },
    "source": {
        "id": "s_1", "name": "Анна Зуева", "kind": "person", "gender": "feminine", "aliases": '["Зуева"]',
        "role": "мэр", "note": "", "identifier": "Q1", "merged": None, "extra": "{}",
    },
    "source_log": {
        "id": 1, "uid": UID, "source": "s_1", "act": UID, "after": 0, "at": WHEN, "author": "Анна",
        "name": "add-source", "was": "null", "becomes": '{"id":"s_1","name":"Анна Зуева"}', "links": f'["{UID}"]',
        "undoes": UID,
    },
    "learned": {
        "id": 1, "uid": UID, "after": 0, "at": WHEN, "author": "Анна", "name": "switch", "body": '{"on":true}',
        "undoes": UID,
    },
}  # fmt: skip


@pytest.fixture
def db() -> Iterator[Database]:
    """A project in memory with two articles, two layers, an edit and a comment of each layer."""
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as conn:
        made = Database(conn)
        migrate(made)
        for key in (1, 2):
            conn.execute("INSERT INTO article VALUES (?, ?, NULL, 'd', 3, ?, ?)", (key, f"a-{key}", f"\na-{key}", WHEN))
            conn.execute(
                "INSERT INTO layer VALUES (?, ?, 'Анна', 'done', '', '[]', '{}', 0, 0, ?, ?)", (key, key, WHEN, WHEN)
            )
        for id_, key in ((1, 1), (5, 2)):
            conn.execute(
                "INSERT INTO log VALUES (?, ?, ?, ?, 'Анна', 'add', '[]', '[]', NULL)", (id_, f"{id_:016x}", key, WHEN)
            )
            conn.execute(
                "INSERT INTO comment VALUES (?, ?, ?, 'Анна', NULL, ?, 'Б', 'Что?', NULL, 0)",
                (id_, f"{id_:016x}", key, WHEN),
            )
        yield made


def outcome(db: Database, name: str, row: Row) -> str:
    """Return what is wrong with a row, in our own words alone."""
    table = next(one for one in TABLES if one.name == name)
    found = fault(db, table, row)
    if found is None:
        return "right"
    if found.startswith("its JSON"):  # what of it makes no sense is said by a library
        return "its JSON"
    return found if found.startswith(("its ", "it ")) else "wrong"


def brief(value: object) -> str:
    return (
        "deep"
        if value == "[" * 100_000
        else "item"
        if value == ITEM
        else "other item"
        if value == VALUES[24]
        else ("uid" if value == UID else repr(value))
    )


@pytest.mark.parametrize("name", RIGHT)
def test_what_every_column_may_hold(db: Database, name: str) -> None:
    right = RIGHT[name]
    if name == "article":
        right = right | {"sought": articles.sought("a-1", "Завод")}
    assert outcome(db, name, right) == "right"
    lines = []
    for column in right:
        said: dict[str, list[str]] = {}
        for value in VALUES:
            why = outcome(db, name, right | {column: value})
            why = why.replace(f"{value!r:.60}", "…").replace(f" item {value}", " item …")
            said.setdefault(why, []).append(brief(value))
        lines += [f"{column}", *(f"  {why}: {', '.join(values)}" for why, values in said.items())]
    same_as_golden(GOLDEN / f"{name}.txt", "\n".join(lines) + "\n")


@pytest.mark.parametrize(
    ("name", "changed", "expected"),
    [
        ("value", {"key": "schema", "value": write_schema(standard()).decode()}, "right"),
        ("value", {"key": "schema", "value": "[]"}, "wrong"),
        ("value", {"key": "scope", "value": '{"labels": ["PER"]}'}, "right"),
        ("value", {"key": "scope", "value": '{"labels": 5}'}, "its JSON"),
        ("value", {"key": "place", "value": '{"labels": 5}'}, "right"),
        ("log", {"undoes": None}, "right"),
        ("log", {"undoes": 5, "id": 6}, "it takes back 5, which is no edit before it"),
        ("log", {"undoes": 5, "id": 6, "layer": 2}, "right"),
        ("log", {"undoes": 5, "id": 5, "layer": 2}, "it takes back 5, which is no edit before it"),
        ("log", {"id": 1, "undoes": None}, "right"),
        ("comment", {"answers": None}, "right"),
        ("comment", {"answers": 5, "id": 6, "article": 2}, "right"),
        ("comment", {"answers": 5, "id": 6}, "it answers 5, which is no comment before it"),
        ("comment", {"answers": 5, "id": 5, "article": 2}, "it answers 5, which is no comment before it"),
        ("comment", {"annotator": "Б"}, "it answers 1, which is no comment before it"),
        ("conflict", {"settled_at": None, "settled_by": None, "choice": None}, "right"),
        ("conflict", {"settled_by": None, "choice": None}, "its settled_by is none"),
        ("conflict", {"settled_at": None, "choice": None}, "its settled_at is none"),
        ("conflict", {"settled_at": None, "settled_by": None}, "its settled_by is none"),
        ("conflict", {"theirs": ITEM, "base": ITEM}, "right"),
        ("conflict", {"theirs": ITEM[:-1] + "," + ITEM[1:]}, "its theirs is not one item e_1"),
        ("branch", {"layer": 2}, "its merge 1 is no edit of its layer"),
        ("branch", {"layer": 2, "merge": 5}, "right"),
        ("article", {"title": None, "sought": "\na-1"}, "right"),
    ],
)
def test_values_that_belong_together_fit_each_other(db: Database, name: str, changed: Row, expected: str) -> None:
    if name == "article":
        changed = changed | {"sought": articles.sought("a-1", None)}
    assert outcome(db, name, RIGHT[name] | changed) == expected


def table(name: str) -> check_tables.Table:
    return next(one for one in TABLES if one.name == name)


@pytest.mark.parametrize(
    ("name", "bad", "instead"),
    [
        ("comment", {}, {}),
        ("comment", {"answers": 77}, {"answers": None}),
        ("comment", {"settles": 7}, {"settles": 0}),
        ("comment", {"item": ""}, {"item": None}),
        ("comment", {"author": ""}, {"author": "?"}),
        ("comment", {"author": b"\xd0"}, {"author": "\ufffd"}),
        ("comment", {"text": b"A\xd0"}, {"text": "A\ufffd"}),
        ("comment", {"at": "gestern"}, {"at": "1970-01-01T00:00:00.000000Z"}),
        ("comment", {"at": "gestern", "settles": 7}, {"at": "1970-01-01T00:00:00.000000Z", "settles": 0}),
        ("comment", {"at": None, "author": None, "item": b"", "answers": "x"},
         {"at": "1970-01-01T00:00:00.000000Z", "author": "?", "item": None, "answers": None}),
        ("comment", {"article": 77}, None),
        ("comment", {"annotator": ""}, None),
        ("comment", {"id": 0}, None),
        ("comment", {"text": 5}, None),
        ("assignment", {"start": "x"}, {"start": "proposals"}),
        ("assignment", {"author": None, "at": 5}, {"author": "?", "at": "1970-01-01T00:00:00.000000Z"}),
        ("assignment", {"annotator": b"\xd0"}, {"annotator": "\ufffd"}),
        ("assignment", {"article": 77}, None),
        ("conflict", {"author": ""}, None),
        ("branch", {"author": ""}, None),
    ],
)  # fmt: skip
def test_of_comments_and_assignments_only_what_must_be_is_given_up(
    db: Database, name: str, bad: Row, instead: Row | None
) -> None:
    row = RIGHT[name] | bad
    if instead is None:
        with pytest.raises(ValueError, match=r".") as refused:
            acceptable(db, table(name), row)
        assert str(refused.value) == fault(db, table(name), row)
    else:
        assert acceptable(db, table(name), row) == (RIGHT[name] | instead, fault(db, table(name), row))


def test_a_comment_without_a_sound_uid_gets_one(db: Database) -> None:
    row, why = acceptable(db, table("comment"), RIGHT["comment"] | {"uid": "x"})
    assert is_uid(row["uid"])
    assert (row | {"uid": UID}, why) == (RIGHT["comment"], "its uid is 'x'")
    row, _ = acceptable(db, table("comment"), RIGHT["comment"] | {"settles": 7})
    assert row["uid"] == UID


def test_uids_are_sixteen_small_hexadecimal_digits() -> None:
    assert [value for value in (*VALUES, UID + "0", UID + "\n", "0" * 16, "g" * 16) if is_uid(value)] == [UID, "0" * 16]
    assert [legible(value) for value in (b"\xd0A", "x", None, 5)] == ["\ufffdA", "x", None, 5]


def test_rows_are_copied_once_each_under_their_names(db: Database, tmp_path: Path) -> None:
    path = tmp_path / "п.citata"
    write_empty(path, standard())
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as conn:
        out = Database(conn)
        with pytest.raises(ValueError, match="its article 1 is not there"):
            copy(out, table("comment"), RIGHT["comment"])
        for name in (
            "article",
            "layer",
            "log",
            "assignment",
            "comment",
            "conflict",
            "branch",
            "value",
            "removed",
            "article_log",
            "source",
            "source_log",
            "learned",
        ):
            for row in [*rows_of(db, table(name)), RIGHT[name]]:
                if name != "article" or row["title"] is None:
                    assert copy(out, table(name), row) is None
            there = list(rows_of(out, table(name)))
            if name not in ("article", "value"):
                assert RIGHT[name] in there or name == "layer"
            assert there == sorted(there, key=lambda row: [row[key] for key in table(name).key])
        assert copy(out, table("assignment"), RIGHT["assignment"] | {"start": "x"}) == "its start is 'x'"
        assert len(list(rows_of(out, table("assignment")))) == 1
    names = {one.name: name_of(one, RIGHT[one.name]) for one in TABLES}
    assert names == {
        "value": "place", "article": "1", "layer": "1", "log": "2", "assignment": "1, Анна", "comment": "2",
        "conflict": "1", "branch": f"1, {UID}", "removed": "1", "article_log": "1",
        "source": "s_1", "source_log": "1", "learned": "1",
    }  # fmt: skip
    assert [one.name for one in check_tables.BESIDE] == [
        "value", "assignment", "comment", "conflict", "branch", "removed", "article_log", "source", "source_log",
        "learned",
    ]  # fmt: skip
