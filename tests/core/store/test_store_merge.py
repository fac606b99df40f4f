"""Copies of a project that went separate ways become one: both annotators' work, histories, conflicts, refusals."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from core.errors import StaleEdit, UserError
from core.history.merge import Choice
from core.model import AUTO, Form, Range, Status, edits
from core.model.schema import Label, standard
from core.store import (
    Assignment,
    Project,
    Reviews,
    are_related,
    backups_of,
    merge_copy,
    open_conflicts,
    reopen_conflict,
    resolve_conflict,
    try_merge,
    verify,
)
from tests.paths import DATA
from tests.store_samples import OTHER, annotated, do, make_article, some_work, work


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """A project that Анна has begun to work on."""
    path = tmp_path / "наш.citata"
    with annotated(path) as project:
        some_work(project, 3)
    return path


@pytest.fixture
def theirs(ours: Path) -> Path:
    """A copy of it on another machine."""
    path = ours.with_name("их.citata")
    with Project.open(ours, "Анна") as project:
        project.save_copy(path)
    return path


def sound(*paths: Path) -> None:
    for path in paths:
        assert verify(path).findings == []


def test_two_annotators_work_comes_together(ours: Path, theirs: Path) -> None:
    with Project.open(theirs, "Борис") as project:
        boris = do(project, edits.accept(work(project), ["q_1"]))
        do(project, edits.add_quotation(Form.INDIRECT, [Range(29, 43)]), "a-2")
        project.add_article(make_article("a-3", "Новый текст."))
    with Project.open(ours, "Анна") as project:
        anna = do(project, edits.set_note(work(project), "q_2", "моё"))
        report = merge_copy(project, theirs)
        assert report.articles == ["a-3"]
        assert report.layers == [("a-1", "Борис"), ("a-2", "Борис")]
        assert (report.forwarded, report.merged, report.refused, report.conflicts) == ([], [], [], 0)
        assert report.changed
        assert project.layer("a-1", "Анна") == anna
        assert project.layer("a-1", "Борис") == boris
        assert [entry.author for entry in project.history("a-1", "Борис")] == ["Борис", "Борис"]
        assert next(backup.why for backup in backups_of(ours)) == "before-merge"
        again = merge_copy(project, theirs)
        assert not again.changed
    sound(ours, theirs)


def test_a_layer_only_they_went_on_with_is_carried_on_with_its_history(ours: Path, theirs: Path) -> None:
    with Project.open(theirs, "Анна") as project:
        layer = work(project)
        edit = edits.set_note(layer, "q_2", "дома")
        layer, entry = project.commit(layer, edit)
        layer, _ = project.commit(layer, edit.inverse(), undoes=entry)
        there = do(project, edits.set_form(layer, ["q_2"], Form.DIRECT))
        expected = project.history("a-1", "Анна")
    with Project.open(ours, "Анна") as project:
        assert merge_copy(project, theirs).forwarded == [("a-1", "Анна")]
        assert project.layer("a-1", "Анна") == there
        got = project.history("a-1", "Анна")
        assert [(e.uid, e.at, e.author, e.edit) for e in got] == [(e.uid, e.at, e.author, e.edit) for e in expected]
        assert got[-2].undoes == got[-3].id
    sound(ours)


def test_one_annotator_on_two_machines(ours: Path, theirs: Path) -> None:
    with Project.open(theirs, "Анна") as project:
        do(project, edits.add_entity("LOC", Range(0, 5)))
        there = do(project, edits.set_form(work(project), ["q_2"], Form.DIRECT))
        their_log = [entry.uid for entry in project.history("a-1", "Анна")][-2:]
    with Project.open(ours, "Анна") as project:
        do(project, edits.set_form(work(project), ["q_2"], Form.INDIRECT))
        here = do(project, edits.set_note(work(project), "e_1", "здесь"))
        report = merge_copy(project, theirs)
        assert (report.merged, report.conflicts) == ([("a-1", "Анна")], 1)
        layer = work(project)
        assert layer.items["q_2"] == here.items["q_2"]
        assert layer.items["e_1"] == here.items["e_1"]
        assert len(layer.entities()) == len(there.entities())
        assert project.history("a-1", "Анна")[-1].edit.name == "merge"
        kept = project._db.execute("SELECT uid FROM branch ORDER BY number").fetchall()
        assert [uid for (uid,) in kept] == their_log
        (conflict,) = open_conflicts(project)
        assert (conflict.article, conflict.annotator, conflict.source) == ("a-1", "Анна", "их.citata")
        assert (conflict.conflict.ours, conflict.conflict.theirs) == (here.items["q_2"], there.items["q_2"])
        assert not merge_copy(project, theirs).changed
        assert len(open_conflicts(project)) == 1
        settled = resolve_conflict(project, conflict.id, Choice.THEIRS).layer
        assert settled.items["q_2"] == there.items["q_2"]
        assert project.layer("a-1", "Анна") == settled
        assert open_conflicts(project) == []
        with pytest.raises(UserError) as caught:
            resolve_conflict(project, conflict.id, Choice.OURS)
        assert caught.value.code == "conflict-missing"
    sound(ours)


def conflicting(ours: Path, theirs: Path) -> None:
    """Change the same quotation in both copies, each in its own way."""
    with Project.open(theirs, "Анна") as project:
        do(project, edits.set_form(work(project), ["q_2"], Form.DIRECT))
    with Project.open(ours, "Анна") as project:
        do(project, edits.set_form(work(project), ["q_2"], Form.INDIRECT))
        merge_copy(project, theirs)


def test_a_resolution_is_taken_back(ours: Path, theirs: Path) -> None:
    conflicting(ours, theirs)
    with Project.open(ours, "Анна") as project:
        before = work(project)
        (conflict,) = open_conflicts(project)
        for choice in (Choice.THEIRS, Choice.OURS, Choice.BOTH):
            done = resolve_conflict(project, conflict.id, choice)
            assert open_conflicts(project) == []
            assert reopen_conflict(project, done) == before
            assert work(project) == before
            assert open_conflicts(project) == [conflict]
        assert project.history("a-1", "Анна")[-1].undoes is not None
    sound(ours)


def test_a_resolution_that_was_worked_on_is_not_taken_back(ours: Path, theirs: Path) -> None:
    conflicting(ours, theirs)
    with Project.open(ours, "Анна") as project:
        (conflict,) = open_conflicts(project)
        done = resolve_conflict(project, conflict.id, Choice.THEIRS)
        later = do(project, edits.set_note(work(project), "q_2", "потом"))
        with pytest.raises(StaleEdit):
            reopen_conflict(project, done)
        assert work(project) == later
        assert open_conflicts(project) == []
    sound(ours)


def test_what_is_no_copy_is_known_as_unrelated(ours: Path, theirs: Path, tmp_path: Path) -> None:
    strange, same_id, empty = (tmp_path / f"{name}.citata" for name in ("чужой", "номер", "пустой"))
    with Project.create(strange, "Олег") as project:
        project.add_article(make_article("b-1", "Совсем другое."))
    with Project.create(same_id, "Олег") as project:
        project.add_article(make_article("a-1", "Другой текст под тем же номером."))
    Project.create(empty, "Олег").close()
    with Project.open(ours, "Анна") as project:
        assert are_related(project, theirs)
        assert not are_related(project, strange)
        assert not are_related(project, same_id)
        assert are_related(project, empty)
        assert not try_merge(project, strange).related
        assert try_merge(project, theirs).related


def test_merging_both_ways_ends_in_the_same_layer(ours: Path, theirs: Path) -> None:
    with Project.open(theirs, "Анна") as project:
        do(project, edits.add_entity("LOC", Range(0, 5)))
    with Project.open(ours, "Анна") as project:
        do(project, edits.set_note(work(project), "e_1", "здесь"))
        merge_copy(project, theirs)
        here = do(project, edits.add_entity("ORG", Range(6, 12)))
    with Project.open(theirs, "Анна") as project:
        do(project, edits.set_note(work(project), "q_1", "там"))
        report = merge_copy(project, ours)
        assert report.conflicts == 0
        both = work(project)
        assert set(both.items) == set(here.items)
        assert both.items["e_1"] == here.items["e_1"]
    with Project.open(ours, "Анна") as project:
        assert merge_copy(project, theirs).conflicts == 0
        assert work(project).items == both.items
        third = project.path.with_name("третий.citata")
        project.save_copy(third)
        assert not merge_copy(project, third).changed
    sound(ours, theirs)


def test_a_conflict_left_open_is_not_overwritten_by_the_next_merge(ours: Path, theirs: Path) -> None:
    with Project.open(theirs, "Анна") as project:
        do(project, edits.set_form(work(project), ["q_2"], Form.DIRECT))
    with Project.open(ours, "Анна") as project:
        do(project, edits.set_form(work(project), ["q_2"], Form.INDIRECT))
        merge_copy(project, theirs)
        with Project.open(theirs, "Анна") as other:
            do(other, edits.set_note(work(other), "q_2", "и ещё"))
        assert merge_copy(project, theirs).conflicts == 1
        (conflict,) = open_conflicts(project)
        assert conflict.conflict.theirs is not None
        assert resolve_conflict(project, conflict.id, Choice.BOTH).layer.quotations()[-1].form is not None
        assert len(work(project).quotations()) == 3
    sound(ours)


def test_layers_begun_apart_from_one_pre_annotation_share_it(tmp_path: Path) -> None:
    first, second = tmp_path / "1.citata", tmp_path / "2.citata"
    with annotated(first) as project:
        project.save_copy(second)
        do(project, edits.accept(work(project), ["q_1"]))
    with Project.open(second, "Анна") as project:
        do(project, edits.accept(work(project), ["q_2"]))
    with Project.open(first, "Анна") as project:
        report = merge_copy(project, second)
        assert (report.merged, report.conflicts) == ([("a-1", "Анна")], 0)
        assert {work(project).quotation(one).state.value for one in ("q_1", "q_2")} == {"accepted"}
    sound(first)


def test_layers_begun_apart_from_different_starts_keep_everything(tmp_path: Path) -> None:
    first, second = tmp_path / "1.citata", tmp_path / "2.citata"
    with annotated(first) as project:
        do(project, edits.accept(work(project), ["q_1"]))
    with Project.create(second, "Анна") as project:
        project.add_article(make_article())
        do(project, edits.add_entity("LOC", Range(0, 5)))
    with Project.open(first, "Анна") as project:
        assert merge_copy(project, second).conflicts == 0
        assert len(work(project).entities()) == 3
    sound(first)


def test_texts_that_differ_are_refused_with_a_diff_and_the_rest_goes_in(ours: Path, tmp_path: Path) -> None:
    other = tmp_path / "другой.citata"
    with Project.create(other, "Борис") as project:
        project.add_article(make_article("a-2", OTHER.replace("мост", "порт")))
        project.add_article(make_article("a-4", "Четвёртый."))
        do(project, edits.add_entity("ORG", Range(0, 3)), "a-2")
        do(project, edits.add_entity("ORG", Range(0, 3)), "a-4")
    with Project.open(ours, "Анна") as project:
        report = merge_copy(project, other)
        ((refused, diff),) = report.refused
        assert refused == "a-2"
        assert "-В «Вестнике Заречья» пишут, что мост закрыт." in diff
        assert "+В «Вестнике Заречья» пишут, что порт закрыт." in diff
        assert project.article("a-2").text == OTHER
        assert project.layers_of("a-2") == []
        assert project.layers_of("a-4") == ["Борис"]
    sound(ours)


def test_texts_that_differ_in_their_end_only_have_a_diff_too(ours: Path, tmp_path: Path) -> None:
    with Project.create(tmp_path / "другой.citata", "Борис") as project:
        project.add_article(make_article("a-2", OTHER + "\n"))
    with Project.open(ours, "Анна") as project:
        assert "line ends" in merge_copy(project, tmp_path / "другой.citata").refused[0][1]


def test_labels_values_comments_and_assignments_come_along(ours: Path, theirs: Path) -> None:
    party = Label(id="PARTY", names={"ru": "Партия"}, light="#123456", dark="#abcdef", key="1")
    with Project.open(theirs, "Борис") as project:
        project.set_schema(replace(standard(), labels=(*standard().labels[1:], party)))
        project.set_value("новое", [1])
        project.set_value("общее", "их")
        reviews = Reviews(project)
        reviews.assign([Assignment(article="a-1", annotator="Анна")])
        thread = reviews.comment("a-1", "Анна", "Почему?", "q_1")
        reviews.answer(thread.id, "Так.", settles=True)
    with Project.open(ours, "Анна") as project:
        project.set_value("общее", "наше")
        Reviews(project).comment("a-1", "Анна", "Своё.")
        for _ in range(2):
            merge_copy(project, theirs)
            assert [(label.id, label.key) for label in project.schema.labels] == [
                ("PER", "1"), ("ORG", "2"), ("LOC", "3"), ("PARTY", ""),
            ]  # fmt: skip
            assert (project.value("новое"), project.value("общее")) == ([1], "наше")
            own, first, second = Reviews(project).comments("a-1")
            assert (own.text, first.text, second.text, second.settles) == ("Своё.", "Почему?", "Так.", True)
            assert second.answers == first.id
            (given,) = Reviews(project).assignments()
            assert (given.annotator, given.author) == ("Анна", "Борис")
    sound(ours)


def test_a_merge_that_fails_changes_nothing(ours: Path, theirs: Path, tmp_path: Path) -> None:
    with Project.open(theirs, "Борис") as project:
        do(project, edits.accept(work(project), ["q_1"]))
    with Project.open(ours, "Анна") as project:
        before = [(article.id, layer.annotator) for article, layer in project.records()]
        pages = project._db.execute("PRAGMA page_count").fetchone()[0]
        project._db.execute(f"PRAGMA max_page_count = {pages}")
        with Project.open(theirs, "Борис") as other:
            other.add_article(make_article("large", "Слово за словом. " * 20000))
        with pytest.raises(UserError) as caught:
            merge_copy(project, theirs)
        assert caught.value.code == "disk-full"
        assert [(article.id, layer.annotator) for article, layer in project.records()] == before
        with pytest.raises(UserError) as caught:
            merge_copy(project, tmp_path / "нет.citata")
        assert caught.value.code == "file-missing"
    sound(ours)


def test_an_older_copy_is_merged_without_being_migrated(ours: Path) -> None:
    old = DATA / "version-1.citata"
    path = ours.with_name("старый.citata")
    path.write_bytes(old.read_bytes())
    with Project.create(ours.with_name("пустой.citata"), "Ольга") as project:
        report = merge_copy(project, path)
        assert report.articles == ["a-1", "a-2"]
        assert report.layers == [("a-1", AUTO), ("a-1", "Ольга"), ("a-2", "Иван")]
        layer = project.layer("a-1", "Ольга")
        assert layer is not None
        assert layer.head.status is Status.DONE
    assert path.read_bytes() == old.read_bytes()
    sound(ours.with_name("пустой.citata"))
