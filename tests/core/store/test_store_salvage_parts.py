"""The parts that a repair is made of, each alone: entries of a broken log, what they build up, whose a layer is."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.errors import UserError
from core.model import Actor, Article, Entity, Form, Head, Item, Quotation, Range, State, Status, edits
from core.model.edits import fill
from core.model.layer import Edit
from core.model.scope import EVERYTHING, Scope
from core.model.text import digest
from core.store import Project, checks, repair, salvage, salvage_layer, salvage_log
from core.store.backups import folder_of
from core.store.check_values import is_uid
from core.store.database import Database
from core.store.log import LogEntry
from core.store.recovered import recovered
from tests.store_samples import annotated, make_article, some_work

UID = "0123456789abcde%x"
WHEN = "2026-01-02T03:04:05.000006Z"


@contextlib.contextmanager
def log_of(*changed: dict[str, object]) -> Iterator[Database]:
    """Make a log without rules, of entries that are right but for what is changed, with ids from 1."""
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as conn:
        conn.text_factory = lambda data: data.decode() if data != b"\xd0" else data
        conn.execute("CREATE TABLE log (id, uid, layer, at, author, name, removed, added, undoes)")
        for number, change in enumerate(changed, 1):
            row = {
                "id": number, "uid": UID % number, "layer": 7, "at": WHEN, "author": "Анна", "name": "add",
                "removed": "[]", "added": "[]", "undoes": None,
            } | change  # fmt: skip
            conn.execute("INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", list(row.values()))
        yield Database(conn)


def told(entry: LogEntry) -> tuple[object, ...]:
    return entry.id, entry.at, entry.author, entry.edit.name, entry.undoes


AT = datetime(2026, 1, 2, 3, 4, 5, 6, tzinfo=UTC)
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("change", "expected", "sound"),
    [
        ({}, (2, AT, "Анна", "add", None), True),
        ({"undoes": 1}, (2, AT, "Анна", "add", 1), True),
        ({"undoes": 2}, (2, AT, "Анна", "add", None), True),
        ({"undoes": 0}, (2, AT, "Анна", "add", None), True),
        ({"undoes": -1}, (2, AT, "Анна", "add", None), True),
        ({"undoes": "x"}, (2, AT, "Анна", "add", None), True),
        ({"name": ""}, (2, AT, "Анна", "repair", None), False),
        ({"name": None}, (2, AT, "Анна", "repair", None), False),
        ({"name": b"\xd0"}, (2, AT, "Анна", "\ufffd", None), False),
        ({"name": 5}, (2, AT, "Анна", "5", None), False),
        ({"author": ""}, (2, AT, "?", "add", None), False),
        ({"author": None}, (2, AT, "?", "add", None), False),
        ({"author": b"\xd0"}, (2, AT, "\ufffd", "add", None), False),
        ({"author": 5}, (2, AT, "5", "add", None), False),
        ({"at": "gestern"}, (2, NEVER, "Анна", "add", None), False),
        ({"at": None}, (2, NEVER, "Анна", "add", None), False),
        ({"at": "2026-01-02T03:04:05"}, (2, NEVER, "Анна", "add", None), False),
        ({"uid": "x"}, (2, AT, "Анна", "add", None), False),
        ({"uid": None}, (2, AT, "Анна", "add", None), False),
        ({"layer": "x"}, None, True),
        ({"layer": None}, None, True),
        ({"id": 0}, None, True),
        ({"id": "2"}, None, True),
        ({"id": None}, None, True),
        ({"removed": "[{"}, None, True),
        ({"added": "{}"}, None, True),
        ({"added": None}, None, True),
    ],
)
def test_an_entry_is_kept_where_its_edit_is_whole(
    change: dict[str, object], expected: tuple[object, ...] | None, *, sound: bool
) -> None:
    with log_of({}, change) as db:
        found = salvage_log.log_entries([db])
        entries = found.entries[7]
        assert found.broken == (expected is None)
        assert found.changed == ([] if sound else [2])
        assert sorted(entries) == ([1] if expected is None else [1, 2])
        if expected is not None:
            assert told(entries[2]) == expected
            assert is_uid(entries[2].uid)
            assert (entries[2].uid == UID % 2) is ("uid" not in change)


def test_entries_come_from_the_first_source_that_has_them() -> None:
    with (
        log_of({"author": "А"}, {"added": "[{"}, {"author": "А", "layer": 8}) as own,
        log_of(
            {"author": "Б"}, {"author": "Б"}, {"author": "Б"}, {"author": "Б", "uid": UID % 1}, {"author": "Б"}
        ) as old,
        log_of({"author": "В", "id": 5}, {"author": "В", "id": 6, "uid": UID % 9}) as older,
    ):
        found = salvage_log.log_entries([own, old, older])
        authors = {layer: {id_: entry.author for id_, entry in of.items()} for layer, of in found.entries.items()}
        assert authors == {7: {1: "А", 2: "Б", 5: "Б", 6: "В"}, 8: {3: "А"}}
        assert found.broken == 1
        own.conn.execute("DROP TABLE log")
        assert sorted(salvage_log.log_entries([own, older]).entries[7]) == [5, 6]


def name(id_: str, label: str = "PER") -> Item:
    return Entity(id=id_, label=label, range=Range(0, 3), state=State.MANUAL)


def entry(number: int, removed: Iterable[Item] = (), added: Iterable[Item] = ()) -> LogEntry:
    return LogEntry(number, AT, "А", Edit("x", tuple(removed), tuple(added)), None, UID % number)


def test_a_log_is_sound_up_to_the_first_entry_that_does_not_fit() -> None:
    steps = {
        1: entry(1, (), [name("e_1")]), 3: entry(3, [name("e_1")], [name("e_1", "ORG"), name("e_2")]),
        4: entry(4, [name("e_1")], []), 6: entry(6, [name("e_2")], []),
    }  # fmt: skip
    kept, items = salvage_log.sound_prefix(dict(reversed(steps.items())))
    assert [one.id for one in kept] == [1, 3]
    assert items == {"e_1": name("e_1", "ORG"), "e_2": name("e_2")}
    assert salvage_log.sound_prefix({}) == ([], {})
    assert salvage_log.sound_prefix({4: steps[4]}) == ([], {})
    del steps[4]
    assert [one.id for one in salvage_log.sound_prefix(steps)[0]] == [1, 3, 6]


def test_every_item_is_as_the_last_entry_left_it_whatever_is_missing_between() -> None:
    steps = {
        6: entry(6, [name("e_1")], [name("e_1", "LOC")]), 2: entry(2, (), [name("e_1"), name("e_2")]),
        4: entry(4, [name("e_2"), name("e_3")], []), 5: entry(5, [name("e_4")], [name("e_3", "ORG")]),
    }  # fmt: skip
    known, gone = salvage_log.last_known(steps)
    assert known == {"e_1": name("e_1", "LOC"), "e_3": name("e_3", "ORG")}
    assert gone == {"e_2", "e_4"}


@pytest.mark.parametrize(
    ("data", "length", "expected"),
    [
        (b"", 5, ""),
        (b"abc", 9, "abc"),
        (b"a\xffc", 3, "a\ufffdc"),
        (b"a\xffc", 5, "a\ufffd\ufffd\ufffdc"),
        (b"a\xffc", 1, "a\ufffdc"),
        (b"a\xffb\xfec", 5, "a" + "\ufffd" * 3 + "c"),
        (b"\xff\xfe\xfd", 3, "\ufffd" * 3),
        (b"\xffabc", 4, "\ufffdabc"),
        (b"abc\xff", 6, "abc\ufffd\ufffd\ufffd"),
        ("аб".encode()[:3], 2, "а\ufffd"),
        (b"x" + "ж".encode()[1:] + "ж".encode(), 3, "x\ufffdж"),
    ],
)
def test_a_text_keeps_its_length_where_bytes_are_none(data: bytes, length: int, expected: str) -> None:
    assert salvage.patched(data, length) == expected


def test_what_does_not_fit_its_text_or_points_nowhere() -> None:
    article = make_article(text="0123456789", title=None)
    actor = Actor(id="a_1", name="Имя")
    kept = Entity(id="e_1", label="PER", range=Range(0, 10), actor="a_1")
    loose = Entity(id="e_2", label="PER", range=Range(0, 3), actor="a_2")
    out = Entity(id="e_3", label="PER", range=Range(5, 11))
    quoted = Quotation(id="q_1", form=Form.DIRECT, ranges=(Range(0, 3),), speaker="a_1", cue=Range(4, 6))
    spoken = Quotation(id="q_2", form=Form.DIRECT, ranges=(Range(0, 3),), speaker="e_1", parent="q_1")
    orphan = Quotation(id="q_3", form=Form.DIRECT, ranges=(Range(0, 3),), parent="q_9")
    under = Quotation(id="q_4", form=Form.DIRECT, ranges=(Range(0, 3),), parent="e_1")
    wrong = Quotation(id="q_5", form=Form.DIRECT, ranges=(Range(0, 3),), cue=Range(9, 12))
    on_wrong = Quotation(id="q_6", form=Form.DIRECT, ranges=(Range(0, 3),), parent="q_5")
    given: list[Item] = [
        Head(status=Status.DONE),
        actor,
        kept,
        loose,
        out,
        quoted,
        spoken,
        orphan,
        under,
        wrong,
        on_wrong,
    ]
    layer, changed, left_out = salvage_layer.fitting(article, "Анна", given)
    assert left_out == [out, wrong]
    assert changed == [loose, spoken, orphan, under, on_wrong]
    assert layer.head == Head(status=Status.DONE)
    assert layer.items["e_1"] == kept
    assert layer.items["q_1"] == quoted
    assert [layer.quotation(one).parent for one in ("q_2", "q_3", "q_4", "q_6")] == ["q_1", None, None, None]
    assert layer.quotation("q_2").speaker is None
    assert layer.annotator == "Анна"


def test_what_is_annotated_is_told_by_the_first_source_that_can() -> None:
    def project(value: object) -> Database:
        conn = sqlite3.connect(":memory:", isolation_level=None)
        conn.execute("CREATE TABLE value (key, value)")
        if value is not None:
            conn.execute("INSERT INTO value VALUES ('scope', ?)", (value,))
        return Database(conn)

    empty = Database(sqlite3.connect(":memory:"))
    labels, none, broken = project('{"labels": ["PER"]}'), project(None), project("[{")
    only = Scope(labels=("PER",))
    for sources, expected in (
        ([labels, none], only), ([none, labels], EVERYTHING), ([broken, labels], only), ([empty, labels], only),
        ([broken, empty], EVERYTHING), ([], EVERYTHING),
    ):  # fmt: skip
        assert salvage_layer.scope_of(sources) == expected
    for one in (empty, labels, none, broken):
        one.conn.close()


# -- reading on behind what is damaged ---------------------------------------------------------------------------------


def test_all_tables_of_a_sound_project_are_recovered_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "п.citata"
    with annotated(path) as project:
        some_work(project, 3)
        with recovered(path) as found:
            for table in ("value", "article", "article_text", "layer", "actor", "entity", "quotation", "log"):
                names = [row[1] for row in project._db.execute(f"PRAGMA table_info({table})")]
                columns = ", ".join(f'"{one}"' for one in names)
                sql = f"SELECT {columns} FROM {table} ORDER BY 1, 2"  # noqa: S608 (names of ours)
                assert found.db.execute(sql).fetchall() == project._db.execute(sql).fetchall()
            assert (found.torn, found.hints) == (frozenset(), {})
            assert found.last_edit == project._db.execute("SELECT max(id) FROM log").fetchone()[0]
        keys, lost = checks.keys(project._db, "article")
        assert (keys, lost) == ([1, 2], [])
        assert checks.keys(project._db, "log", "id")[0] == list(range(1, found.last_edit + 1))


def test_what_is_no_damage_is_not_recovered(tmp_path: Path) -> None:
    path = tmp_path / "п.citata"
    annotated(path).close()
    conn = sqlite3.connect(path)
    conn.execute("PRAGMA user_version = 9")
    conn.close()
    for one, code in ((path, "file-newer"), (tmp_path / "нет.citata", "file-missing")):
        with pytest.raises(UserError) as caught, recovered(one):
            pass
        assert caught.value.code == code
    other = tmp_path / "другое.citata"
    conn = sqlite3.connect(other)
    conn.execute("CREATE TABLE x (y)")
    conn.close()
    with pytest.raises(UserError) as caught, recovered(other):
        pass
    assert caught.value.code == "file-not-ours"


@pytest.mark.parametrize(
    ("title", "expected", "said"),
    [("CAST(x'41d0' AS TEXT)", "A\ufffd", True), ("x'd0'", "\ufffd", True), ("NULL", None, False), ("'Б'", "Б", False)],
)
def test_of_a_title_what_is_legible_is_kept(tmp_path: Path, title: str, expected: str | None, *, said: bool) -> None:
    path, out = tmp_path / "п.citata", tmp_path / "цел.citata"
    annotated(path).close()
    shutil.rmtree(folder_of(path), ignore_errors=True)
    conn = sqlite3.connect(path)
    conn.execute(f"UPDATE article SET title = {title} WHERE key = 1")  # noqa: S608 (values of ours)
    conn.commit()
    conn.close()
    assert ("repair-title" in {one.code for one in repair(path, out).repaired}) is said
    with Project.open(out, "Анна", read_only=True) as project:
        assert [project.article(one).title for one in ("a-1", "a-2")] == [expected, None]


# -- whose layer it is -------------------------------------------------------------------------------------------------


def nameless(path: Path, texts: dict[str, str], spans: int, states: Iterable[State], authors: Iterable[str]) -> None:
    """Make a project with one layer of the first article, whose row is gone then; ``authors`` make an edit each."""
    with Project.create(path, "Анна") as project:
        for one, text in texts.items():
            project.add_article(Article(id=one, title=None, text=text, digest=digest(text)))
        layer = project.working_layer("a-1", "Анна")
        every = list(states)
        found = [
            Entity(id=f"e_{n}", label="PER", range=Range(2 * n, 2 * n + 2), state=every[n % len(every)])
            for n in range(spans)
        ]
        layer, _ = project.commit(layer, fill(layer, found))
        for number, author in enumerate(authors):
            project.author = author
            layer, _ = project.commit(layer, edits.set_note(layer, "head", f"{number}"))
    shutil.rmtree(folder_of(path), ignore_errors=True)
    conn = sqlite3.connect(path)
    conn.execute("DELETE FROM layer")
    conn.commit()
    conn.close()


MINE, PROPOSED = [State.MANUAL], [State.AUTO]
ONE = {"a-1": "абвгдежз", "a-2": "абвгдеиклмн"}


@pytest.mark.parametrize(
    ("texts", "spans", "states", "authors", "expected"),
    [
        (ONE, 4, MINE, (), ("a-1", "Анна")),
        (ONE, 3, MINE, (), None),  # both articles have these words
        ({"a-1": "абвгдежз", "a-2": "Другое."}, 3, MINE, (), ("a-1", "Анна")),
        ({"a-1": "абвгдежз", "a-2": "Другое."}, 2, MINE, (), None),  # too few words
        (ONE, 4, PROPOSED, (), ("a-1", "auto")),
        (ONE, 4, [State.AUTO, State.MANUAL], (), ("a-1", "Анна")),
        (ONE, 4, MINE, ("Борис", "Борис"), ("a-1", "Борис")),
        (ONE, 4, MINE, ("Борис",), ("a-1", "Анна")),
    ],
)
def test_whose_a_layer_without_a_name_is(
    tmp_path: Path,
    texts: dict[str, str],
    spans: int,
    states: list[State],
    authors: tuple[str, ...],
    expected: tuple[str, str] | None,
) -> None:
    path, out = tmp_path / "п.citata", tmp_path / "цел.citata"
    nameless(path, texts, spans, states, authors)
    done = repair(path, out)
    with Project.open(out, "Анна", read_only=True) as project:
        found = [(one, owner) for one in texts for owner in project.layers_of(one)]
    assert found == ([expected] if expected else [])
    codes = {one.code for one in done.repaired}
    assert ("repair-layer-guessed" in codes, "repair-layer-lost" in codes) == (expected is not None, expected is None)


def test_a_guessed_name_that_is_taken_gets_the_number_of_its_layer(tmp_path: Path) -> None:
    path, out = tmp_path / "п.citata", tmp_path / "цел.citata"
    nameless(path, ONE, 4, MINE, ())
    with Project.open(path, "Анна", read_only=True) as project:
        assert project.layers_of("a-1") == []
    conn = sqlite3.connect(path)
    conn.execute(
        "INSERT INTO layer VALUES (9, 1, 'Анна', 'new', '', '[]', '{}', 0, 0, ?, ?)", (WHEN, WHEN)
    )  # fmt: skip
    conn.commit()
    conn.close()
    repair(path, out)
    with Project.open(out, "Анна", read_only=True) as project:
        assert project.layers_of("a-1") == ["Анна", "Анна (1)"]
        layer = project.layer("a-1", "Анна (1)")
        assert layer is not None
        assert len(layer.items) == 4
