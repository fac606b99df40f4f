"""Merging, case by case: who is a copy of whom, what logs have in common, what comes along, which conflicts wait."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.errors import UserError
from core.history.merge import Choice, Conflict
from core.model import Entity, Form, Item, Range, State, edits
from core.model.layer import Edit
from core.store import (
    MergeReport,
    Project,
    are_related,
    branches,
    conflicts,
    merge_copy,
    open_conflicts,
    try_merge,
    verify,
)
from core.store.log import LogEntry
from tests.paths import DATA
from tests.store_samples import OTHER, annotated, do, make_article, some_work, work


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """A project that Анна has begun to work on."""
    path = tmp_path / "наш" / "п.citata"
    path.parent.mkdir()
    with annotated(path) as project:
        some_work(project, 3)
    return path


def copied(path: Path, name: str) -> Path:
    out = path.parent.parent / name / "п.citata"
    out.parent.mkdir()
    with Project.open(path, "Анна") as project:
        project.save_copy(out)
    return out


def changed(path: Path, *statements: str) -> Path:
    """Change a project as no program of ours does."""
    with Project.open(path, "Анна") as project:
        for statement in statements:
            project._db.execute(statement)
    return path


def branch_rows(path: Path) -> list[tuple[object, ...]]:
    """Return what merges took in, with the uids of the edits that did."""
    with Project.open(path, "Анна", read_only=True) as project:
        return project._db.execute(
            "SELECT a.id, l.annotator, b.uid, g.uid, b.number, b.at, b.author, b.name, b.removed, b.added"
            " FROM branch AS b JOIN layer AS l ON l.key = b.layer JOIN article AS a ON a.key = l.article"
            " JOIN log AS g ON g.id = b.merge ORDER BY l.key, g.id, b.number"
        ).fetchall()


# -- relatedness -------------------------------------------------------------------------------------------------------


def strange(tmp_path: Path, *articles: tuple[str, str]) -> Path:
    path = tmp_path / "чужой.citata"
    with Project.create(path, "Олег") as project:
        for name, text in articles:
            project.add_article(make_article(name, text))
    return path


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        ((), True),  # an empty one is related to all
        ((("b-1", "Другое."),), False),
        ((("a-2", "Другое."),), False),  # the same id
        ((("b-1", OTHER),), False),  # the same text
        ((("a-2", OTHER),), True),
        ((("b-1", "Другое."), ("a-2", OTHER)), True),
    ],
)
def test_a_copy_has_an_article_with_its_text(
    ours: Path, tmp_path: Path, articles: tuple[tuple[str, str], ...], *, expected: bool
) -> None:
    other = strange(tmp_path, *articles)
    for one, two in ((ours, other), (other, ours)):
        with Project.open(one, "Анна") as project:
            assert are_related(project, two) is expected


def test_a_copy_has_an_edit_whatever_became_of_its_articles(ours: Path) -> None:
    other = changed(copied(ours, "их"), "UPDATE article SET digest = 'x' || digest")
    third = changed(copied(ours, "чей"), "UPDATE article SET digest = 'x' || digest", "UPDATE log SET uid = 'x' || uid")
    with Project.open(ours, "Анна") as project:
        assert are_related(project, other)
        assert not are_related(project, third)


def test_who_is_asked_whether_it_is_a_copy_stays_as_it_is(ours: Path, tmp_path: Path) -> None:
    """No migration, no lock, no backup: it is only looked at, also while somebody writes there."""
    old = tmp_path / "старый" / "п.citata"
    old.parent.mkdir()
    old.write_bytes((DATA / "version-1.citata").read_bytes())
    with Project.open(ours, "Анна") as project:
        assert are_related(project, old)
        merge_copy(project, old)
    assert [one.name for one in old.parent.iterdir()] == ["п.citata"]
    assert old.read_bytes() == (DATA / "version-1.citata").read_bytes()
    other = copied(ours, "их")
    with Project.open(other, "Вера"), Project.open(ours, "Анна") as project:
        assert are_related(project, other)
        assert try_merge(project, other).related
    with Project.open(ours, "Анна", read_only=True) as project:
        assert are_related(project, other)


# -- what logs have in common ------------------------------------------------------------------------------------------


def log_of(uids: str, name: str = "start", label: str = "PER") -> list[LogEntry]:
    item = Entity(id="e_1", label=label, range=Range(0, 3), state=State.MANUAL)
    return [
        LogEntry(at, datetime(2026, 1, at, tzinfo=UTC), "А", Edit(name, (), (item,)), None, uid)
        for at, uid in enumerate(uids, 1)
    ]


@pytest.mark.parametrize(
    ("ours", "theirs", "seen", "expected"),
    [
        ("abc", "abc", "abc", 3),
        ("abc", "abx", "abc", 2),
        ("abc", "xbx", "abc", 2),  # compacted: an entry in the middle is known
        ("ab", "abc", "ab", 2),
        ("abc", "ab", "abc", 2),
        ("abc", "xyz", "abcz", 3),  # taken in by a merge
        ("abc", "xyz", "abc", 1),  # begun apart from one start
        ("", "xyz", "", 0),
        ("abc", "", "abc", 0),
        ("", "", "", 0),
    ],
)
def test_entries_that_were_seen_are_common(ours: str, theirs: str, seen: str, expected: int) -> None:
    assert branches.common(log_of(ours), log_of(theirs), set(seen)) == expected


def test_only_starts_with_the_same_items_are_common() -> None:
    assert branches.common(log_of("a", "add"), log_of("x", "add"), {"a"}) == 0
    assert branches.common(log_of("a", "start"), log_of("x", "add"), {"a"}) == 1
    assert branches.common(log_of("a"), log_of("x", label="ORG"), {"a"}) == 0


# -- what comes along --------------------------------------------------------------------------------------------------


def test_what_a_merge_took_in_comes_along_with_its_layer(ours: Path, tmp_path: Path) -> None:
    """To a project that had nothing of the layer, to one that had its beginning, to one that went on with it."""
    before, theirs, apart = (copied(ours, name) for name in ("прежний", "их", "врозь"))
    new = strange(tmp_path, ("a-2", OTHER))
    with Project.open(theirs, "Анна") as project:
        do(project, edits.add_entity("LOC", Range(0, 5)))
        do(project, edits.add_entity("LOC", Range(6, 9)))
    with Project.open(ours, "Анна") as project:
        do(project, edits.set_note(work(project), "q_1", "здесь"))
        assert merge_copy(project, theirs).merged == [("a-1", "Анна")]
        expected = work(project).items
    rows = branch_rows(ours)
    assert [row[:2] + row[4:5] for row in rows] == [("a-1", "Анна", 0), ("a-1", "Анна", 1)]
    with Project.open(apart, "Анна") as project:
        do(project, edits.set_note(work(project), "e_2", "врозь"))
    for path, kind in ((new, "layers"), (before, "forwarded")):
        with Project.open(path, "Анна") as project:
            report = merge_copy(project, ours)
            assert ("a-1", "Анна") in getattr(report, kind)
            assert work(project).items == expected
            assert not merge_copy(project, theirs).changed
        assert branch_rows(path) == rows
        assert verify(path).findings == []
    with Project.open(apart, "Анна") as project:
        assert merge_copy(project, ours).merged == [("a-1", "Анна")]
        kept = [entry.uid for entry in project.history("a-1", "Анна")]
    with Project.open(ours, "Анна") as project:
        own = [entry.uid for entry in project.history("a-1", "Анна")]
    assert [row[2:5] for row in branch_rows(apart)] == [(uid, kept[-1], at) for at, uid in enumerate(own[-2:])]
    assert verify(apart).findings == []


def test_a_report_has_changed_something_when_it_brought_something() -> None:
    pair = [("a", "b")]
    for report in (
        MergeReport(articles=["a"]), MergeReport(layers=pair), MergeReport(forwarded=pair), MergeReport(merged=pair),
        MergeReport(labels=["X"]),
    ):  # fmt: skip
        assert report.changed
    assert not MergeReport(refused=pair, conflicts=2).changed


def test_a_refused_article_brings_no_layer_and_others_come(ours: Path, tmp_path: Path) -> None:
    other = strange(tmp_path, ("a-1", "Другой текст."), ("a-2", OTHER), ("a-3", "Третий."))
    with Project.open(other, "Олег") as project:
        for name in ("a-1", "a-2", "a-3"):
            do(project, edits.add_entity("ORG", Range(0, 3)), name)
    with Project.open(ours, "Анна") as project:
        report = merge_copy(project, other)
        assert (report.articles, report.layers) == (["a-3"], [("a-2", "Олег"), ("a-3", "Олег")])
        assert [name for name, _ in report.refused] == ["a-1"]
        assert report.refused[0][1].splitlines()[:2] == ["--- here", "+++ there"]
        assert project.layers_of("a-1") == ["auto", "Анна"]
        (row,) = [one for one in project.article_rows("Олег") if one.id == "a-3"]
        assert (row.settled, row.total) == (1, 1)


# -- conflicts ---------------------------------------------------------------------------------------------------------


def entity(label: str) -> Item:
    return Entity(id="e_1", label=label, range=Range(0, 3), state=State.MANUAL)


def test_conflicts_wait_once_for_each_item_of_each_layer(ours: Path) -> None:
    with Project.open(ours, "Анна") as project:
        do(project, edits.add_entity("ORG", Range(0, 3)), "a-2")
        db = project._db
        keys = [key for (key,) in db.execute("SELECT key FROM layer ORDER BY key")]
        first, other, far = keys[1], keys[0], keys[2]
        conflicts.add(db, far, [Conflict("e_1", None, entity("PER"), None)], "их", "Б")
        conflicts.add(db, first, [Conflict("e_1", None, entity("PER"), entity("ORG"))], "их", "Б")
        conflicts.add(db, first, [Conflict("e_2", entity("PER"), None, entity("ORG"))], "их", "Б")
        conflicts.add(db, other, [Conflict("e_1", entity("PER"), None, None)], "чей", "В")
        waiting = open_conflicts(project)
        assert [(one.id, one.article, one.annotator, one.source, one.author) for one in waiting] == [
            (2, "a-1", "Анна", "их", "Б"), (3, "a-1", "Анна", "их", "Б"), (4, "a-1", "auto", "чей", "В"),
            (1, "a-2", "Анна", "их", "Б"),
        ]  # fmt: skip
        assert waiting[0].conflict == Conflict("e_1", None, entity("PER"), entity("ORG"))
        assert waiting[1].conflict == Conflict("e_2", entity("PER"), None, entity("ORG"))
        assert all(one.at.tzinfo is not None for one in waiting)
        conflicts.close(db, 3, Choice.THEIRS, "Вера")
        again = [Conflict(name, None, entity("LOC"), None) for name in ("e_1", "e_2")]
        conflicts.add(db, first, again, "ещё", "Б")
        assert [(one.id, one.source) for one in open_conflicts(project)] == [
            (4, "чей"), (5, "ещё"), (6, "ещё"), (1, "их"),
        ]  # fmt: skip
        assert project.conflicts_open() == 4
        row = db.execute("SELECT settled_by, choice, settled_at IS NOT NULL FROM conflict WHERE id = 3").fetchone()
        assert row == ("Вера", "theirs", 1)
        for gone in (2, 3, 99):
            with pytest.raises(UserError) as caught:
                conflicts.one(db, gone)
            assert (caught.value.code, caught.value.facts) == ("conflict-missing", {"id": gone})
        assert conflicts.one(db, 5).conflict.item == "e_1"
        conflicts.reopen(db, 3)
        assert conflicts.one(db, 3).conflict.item == "e_2"
        assert db.execute("SELECT settled_at, settled_by, choice FROM conflict WHERE id = 3").fetchone() == (None,) * 3


def test_a_trial_tells_of_the_conflicts_of_this_merge_alone(ours: Path) -> None:
    theirs = copied(ours, "их")
    with Project.open(theirs, "Анна") as project:
        do(project, edits.set_form(work(project), ["q_2"], Form.DIRECT))
        project.add_article(make_article("a-9", "Новый.", None))
    with Project.open(ours, "Анна") as project:
        do(project, edits.set_form(work(project), ["q_2"], Form.INDIRECT))
        trial = try_merge(project, theirs)
        assert [one.conflict.item for one in trial.conflicts] == ["q_2"]
        assert trial.titles == {"a-1": "Завод", "a-9": "a-9"}
        assert trial.texts == {"a-1": project.article("a-1").text}
        assert trial.report.conflicts == 1
        assert open_conflicts(project) == []
        assert not project.has_article("a-9")
