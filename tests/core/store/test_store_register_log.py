"""The register and its log, put together where they differ; two copies of a register merged field by field."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from core.model.register import Source, SourceEdit
from core.model.schema import standard
from core.store import merging_register, register_edits
from core.store.connection import writing
from core.store.database import Database
from core.store.opening import open_to_write, write_empty

NOW = "2026-01-02T03:04:05+00:00"
ONE = Source(id="s_1", name="Пётр Лугин", role="глава завода")
TWO = Source(id="s_2", name="Вера Ясная")
Opened = Callable[[str], Database]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    with contextlib.ExitStack() as stack:

        def open_one(name: str) -> Database:
            write_empty(tmp_path / name, standard())
            db = stack.enter_context(contextlib.closing(open_to_write(tmp_path / name)))
            stack.enter_context(writing(db))
            return db

        yield open_one


def logged(db: Database) -> list[tuple[str, str, SourceEdit]]:
    return [(one.name, one.author, one.edit) for one in register_edits.entries(db)]


def sources(db: Database) -> dict[str, Source]:
    return {one.id: one for one in register_edits.read(db)}


@pytest.mark.parametrize("torn", [False, True])
@pytest.mark.parametrize(
    ("has", "steps", "kept", "kept_if_torn"),
    [
        (ONE, [ONE], None, None),  # both say the same: nothing is made
        (None, [ONE], ONE, ONE),  # the register lacks it
        (ONE, [replace(ONE, role="мэр")], ONE, ONE),
        (ONE, [], ONE, ONE),  # the log never had it
        (ONE, [ONE, None], ONE, "gone"),  # removed since: an older row comes back only where nothing is torn
    ],
)
def test_register_and_log_are_put_together(
    opened: Opened, torn: bool, has: Source | None, steps: list[Source | None], kept: object, kept_if_torn: object
) -> None:
    db = opened("п.citata")
    before: Source | None = None
    for after in steps:
        register_edits.write(db, [SourceEdit(before, after)], "change", "Анна", NOW)
        before = after
    db.conn.execute("DELETE FROM source")
    if has is not None:
        register_edits.put(db, [SourceEdit(None, has)])
    entries = len(logged(db))
    made = register_edits.reconcile(db, "ремонт", NOW, torn=torn)
    expected = kept_if_torn if torn else kept
    then = steps[-1] if steps else None
    if expected is None:
        assert made == []
    elif expected == "gone":
        assert made == [("s_1", None, ONE)]
    else:
        assert made == [("s_1", expected, then if has is not None else None)]
    assert sources(db) == ({} if expected == "gone" else {"s_1": ONE})
    assert list(register_edits.differing(db)) == []
    is_logged = expected is not None and expected != "gone" and has is not None
    assert logged(db)[entries:] == ([("repair", "ремонт", SourceEdit(then, has))] if is_logged else [])


def test_a_source_whose_target_is_not_there_stands_for_itself(opened: Opened) -> None:
    db = opened("п.citata")
    assert register_edits.untie(db, "ремонт", NOW) == []
    assert logged(db) == []
    lost, held = replace(ONE, merged="s_9"), replace(TWO, merged="s_3")
    three = Source(id="s_3", name="Завод")
    register_edits.put(db, [SourceEdit(None, one) for one in (lost, held, three)])
    assert register_edits.untie(db, "ремонт", NOW) == ["Пётр Лугин"]
    assert sources(db) == {"s_1": ONE, "s_2": held, "s_3": three}
    assert logged(db) == [("repair", "ремонт", SourceEdit(lost, ONE))]


def test_an_act_of_several_sources_is_read_as_one(opened: Opened) -> None:
    db = opened("п.citata")
    first = register_edits.write(db, [SourceEdit(None, ONE), SourceEdit(None, TWO)], "add", "Анна", NOW, links=("u",))
    second = register_edits.write(db, [SourceEdit(TWO, None)], "remove", "Борис", NOW, undoes=first)
    told = [(one.act, one.name, one.author, one.undoes, one.edits, one.links) for one in register_edits.acts(db)]
    assert told == [
        (first, "add", "Анна", None, (SourceEdit(None, ONE), SourceEdit(None, TWO)), ("u",)),
        (second, "remove", "Борис", first, (SourceEdit(TWO, None),), ()),
    ]
    assert [one.at.isoformat() for one in register_edits.acts(db)] == [NOW, NOW]
    assert register_edits.said(db) == {"s_1": ONE, "s_2": None}
    assert sources(db) == {"s_1": ONE}


Steps = list[Source | None]


def copies(opened: Opened, base: list[Source], ours: Steps, theirs: Steps) -> tuple[Database, Database]:
    """Two copies of one project: what both have, and what each then made of those sources, one by one."""
    out = []
    for name, steps in (("a.citata", ours), ("b.citata", theirs)):
        db = opened(name)
        for number, source in enumerate(base):
            of = (f"u{number}", f"act{number}", 0, NOW, "Анна", "add")
            register_edits.add_entry(db, of, SourceEdit(None, source))
            register_edits.put(db, [SourceEdit(None, source)])
        held: list[Source | None] = [*base, None, None]
        for number, after in enumerate(steps):
            if after != held[number]:
                register_edits.write(db, [SourceEdit(held[number], after)], "change", name[0], NOW)
        out.append(db)
    return out[0], out[1]


MAYOR, JUDGE = replace(ONE, role="мэр"), replace(ONE, role="судья")
NAMED = replace(ONE, aliases=("Лугин", "П. Л."))


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "becomes", "found"),
    [
        ([ONE], [ONE], [ONE], ONE, ([], [], [])),
        ([ONE], [MAYOR], [ONE], MAYOR, ([], [], [])),
        ([ONE], [ONE], [MAYOR], MAYOR, ([], ["Пётр Лугин"], [])),
        ([ONE], [MAYOR], [MAYOR], MAYOR, ([], [], [])),
        ([ONE], [MAYOR], [JUDGE], MAYOR, ([], [], [("Пётр Лугин", "role")])),
        (
            [ONE], [MAYOR], [replace(ONE, note="пишет")],
            replace(MAYOR, note="пишет"), ([], ["Пётр Лугин"], []),
        ),
        ([], [], [ONE], ONE, (["Пётр Лугин"], [], [])),
        ([], [ONE], [], ONE, ([], [], [])),
        ([ONE], [None], [ONE], None, ([], [], [])),
        ([ONE], [ONE], [None], None, ([], [], [])),
        ([ONE], [None], [None], None, ([], [], [])),
        ([ONE], [None], [MAYOR], MAYOR, (["Пётр Лугин"], [], [])),
        ([ONE], [MAYOR], [None], MAYOR, ([], [], [])),
        (
            [NAMED], [replace(NAMED, aliases=("Лугин", "П. Л.", "Петя"))], [replace(NAMED, aliases=("П. Л.", "Пётр"))],
            replace(NAMED, aliases=("П. Л.", "Петя", "Пётр")), ([], ["Пётр Лугин"], []),
        ),
        (
            [ONE], [replace(ONE, name="Лугин")], [replace(ONE, aliases=("Лугин", "Петя"))],
            replace(ONE, name="Лугин", aliases=("Петя",)), ([], ["Лугин"], []),
        ),
        (
            [ONE], [replace(ONE, name="Лугин", note="а")], [replace(ONE, name="Петя", note="б", role="мэр")],
            replace(ONE, name="Лугин", note="а", role="мэр"), ([], ["Лугин"], [("Лугин", "name"), ("Лугин", "note")]),
        ),
    ],
)  # fmt: skip
def test_a_source_of_two_copies_becomes_what_each_changed(
    opened: Opened, base: list[Source], ours: Steps, theirs: Steps, becomes: Source | None, found: object
) -> None:
    one, other = copies(opened, base, ours, theirs)
    result = merging_register.merge(one, other, "Вера")
    assert sources(one).get("s_1") == becomes
    assert tuple(result) == found
    assert list(register_edits.differing(one)) == []
    uids = [entry.uid for entry in register_edits.entries(one)]
    assert {entry.uid for entry in register_edits.entries(other)} <= set(uids)
    again = merging_register.merge(one, other, "Вера")
    assert tuple(again) == ([], [], [])
    assert [entry.uid for entry in register_edits.entries(one)] == uids


def test_sources_merged_into_each_other_are_as_ours_has_them(opened: Opened) -> None:
    first, second = replace(ONE, merged="s_2"), replace(TWO, merged="s_1")
    one, other = copies(opened, [ONE, TWO], [first, TWO], [ONE, second])
    found = merging_register.merge(one, other, "Вера")
    assert tuple(found) == ([], [], [("Вера Ясная", "merged")])
    assert sources(one) == {"s_1": first, "s_2": TWO}
    assert list(register_edits.differing(one)) == []
    last = logged(one)[-1]
    assert last == ("merge", "Вера", SourceEdit(second, TWO))


def test_a_source_that_theirs_merged_into_another_is_no_circle(opened: Opened) -> None:
    one, other = copies(opened, [ONE, TWO], [ONE, replace(TWO, role="мэр")], [replace(ONE, merged="s_2"), TWO])
    found = merging_register.merge(one, other, "Вера")
    assert tuple(found) == ([], ["Пётр Лугин"], [])
    assert sources(one) == {"s_1": replace(ONE, merged="s_2"), "s_2": replace(TWO, role="мэр")}


def test_a_source_into_which_the_other_copy_merged_comes_back(opened: Opened) -> None:
    one, other = copies(opened, [ONE, TWO], [None, TWO], [ONE, replace(TWO, merged="s_1")])
    found = merging_register.merge(one, other, "Вера")
    assert sources(one) == {"s_1": ONE, "s_2": replace(TWO, merged="s_1")}
    assert found.changed == ["Вера Ясная"]
    assert list(register_edits.differing(one)) == []
