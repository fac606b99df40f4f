"""Edits of articles: title, details, removed and brought back; logged, undone, merged, checked, repaired, purged."""

from __future__ import annotations

import shutil
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from core.errors import StaleEdit, UserError
from core.model import AUTO, Range, Status, edits
from core.model.details import ArticleEdit, bring_back, change_details, link_of, remove
from core.store import (
    ArticleQuery,
    Assignment,
    Project,
    RepairReport,
    Reviews,
    back_up_now,
    compact,
    merge_copy,
    open_conflicts,
    repair,
    try_merge,
    verify,
)
from core.store.backups import backups_of
from tests.store_samples import OTHER, annotated, do, make_article, some_work, work

REMOVED = ArticleQuery(removed=True)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "проект.citata"


def renamed(project: Project, title: str | None, **meta: str) -> ArticleEdit:
    article = project.article("a-1")
    return change_details(article, title, {**article.meta, **meta})


def rename(project: Project, title: str | None, **meta: str) -> str:
    return project.change_articles([renamed(project, title, **meta)], "set-details")


def ids(project: Project, query: ArticleQuery | None = None) -> list[str]:
    return [row.id for row in project.article_rows("Анна", query or ArticleQuery())]


def test_title_and_details_are_changed_and_the_text_never(path: Path) -> None:
    with annotated(path) as project:
        before = project.article("a-1")
        act = rename(project, "  Цех в Заречье ", published="2031-05-04", source="", рубрика="Город")
        after = project.article("a-1")
        assert (after.title, after.meta) == ("Цех в Заречье", {"published": "2031-05-04", "рубрика": "Город"})
        assert (after.text, after.digest, after.id) == (before.text, before.digest, before.id)
        assert ids(project, ArticleQuery(text="цех В")) == ["a-1"]
    with Project.open(path, "Анна") as project:
        (made,) = project.article_acts("a-1")
        assert (made.act, made.name, made.author, made.undoes) == (act, "set-details", "Анна", None)
        project.change_articles([edit.inverse() for edit in made.edits], made.name, undoes=made.act)
        assert project.article("a-1") == before
        assert project.article_acts()[-1].undoes == act
    assert verify(path).findings == []


def test_an_edit_of_what_was_changed_meanwhile_is_refused_whole(path: Path) -> None:
    with annotated(path) as project:
        late = renamed(project, "Поздно")
        rename(project, "Раньше")
        with pytest.raises(StaleEdit):
            project.change_articles([*remove(["a-2"]), late], "set-details")
        assert project.article("a-1").title == "Раньше"
        assert ids(project) == ["a-1", "a-2"]
        with pytest.raises(UserError) as caught:
            project.change_articles(remove(["no such"]), "remove-article")
        assert caught.value.code == "article-missing"
        assert len(project.article_acts()) == 1


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("published", "вчера", "details-date"),
        ("date", "2031-02-30", "details-date"),
        ("published", "20310504", "details-date"),
        ("url", "javascript:alert(1)", "details-link"),
        ("url", "file:///etc/passwd", "details-link"),
        ("url", "https://", "details-link"),
        ("a\nb", "x", "details-key"),
        ("k" * 101, "x", "details-key"),
    ],
)
def test_a_detail_that_is_not_what_its_name_says_is_refused(path: Path, key: str, value: str, code: str) -> None:
    with annotated(path) as project, pytest.raises(UserError) as caught:
        rename(project, "Завод", **{key: value})
    assert caught.value.code == code


def test_what_came_in_wrong_and_is_left_alone_is_no_error(path: Path) -> None:
    odd = make_article("odd", "Текст.")
    with annotated(path) as project:
        project.add_article(replace(odd, meta={"published": "4 мая"}))
        article = project.article("odd")
        project.change_articles([change_details(article, "Новое", {**article.meta, "author": "Вера"})], "set-details")
        assert project.article("odd").meta == {"published": "4 мая", "author": "Вера"}


@pytest.mark.parametrize("given", ["ftp://example.org", "example.org", "https:", "http://a b", "http://["])
def test_links_are_those_of_pages_alone(given: str) -> None:
    assert link_of(" https://example.org/1?q=ё ") == "https://example.org/1?q=ё"
    assert link_of(given) is None


def worked_on(path: Path) -> Project:
    """A project with work of two people, a comment, assignments and a status."""
    project = annotated(path)
    some_work(project, 4)
    do(project, edits.add_entity("ORG", Range(0, 3)), "a-2")
    project.commit(project.working_layer("a-1", "Борис"), edits.add_entity("LOC", Range(0, 5)))
    reviews = Reviews(project)
    reviews.assign([Assignment(article="a-1", annotator="Борис")])
    reviews.comment("a-1", "Анна", "Проверьте.", "q_1")
    return project


def everything(project: Project) -> list[object]:
    reviews = Reviews(project)
    names = [(article.id, layer.annotator) for article, layer in project.records()]
    return [
        list(project.records()),
        [project.history(*name) for name in names],
        reviews.assignments(),
        reviews.comments(),
        [project.article(name) for name in ids(project)],
    ]


def test_a_removed_article_is_nowhere_and_comes_back_with_all_it_had(path: Path) -> None:
    with worked_on(path) as project:
        before = everything(project)
        held = project.held(["a-1", "a-2"])
        assert (held.layers, held.people, held.comments) == (3, ("Анна", "Борис"), 1)
        assert held.annotations > 0
        act = project.change_articles(remove(["a-1"]), "remove-article")
    with Project.open(path, "Анна") as project:
        reviews = Reviews(project)
        assert ids(project) == ["a-2"]
        assert (project.article_count("Анна"), project.article_count("Анна", REMOVED)) == (1, 1)
        assert list(project.article_keys("Анна")) == [project.article_key("a-2")]
        assert ids(project, REMOVED) == ["a-1"]
        assert [article.id for article, _ in project.records()] == ["a-2"]
        assert project.annotators() == ["Анна"]
        assert reviews.assignments() == reviews.comments() == []
        assert {state.article for state in reviews.states()} == {"a-2"}
        assert make_article().digest not in project.digests()
        assert project.is_removed("a-1")
        for ask in (project.article, project.layers_of):
            with pytest.raises(UserError) as caught:
                ask("a-1")
            assert caught.value.code == "article-removed"
        report = verify(path)
        assert (report.articles, report.removed, report.findings) == (2, 1, [])
        project.change_articles(bring_back(["a-1"]), "remove-article", undoes=act)
        assert everything(project) == before
    assert verify(path).findings == []


def test_an_edit_of_a_removed_article_is_refused(path: Path) -> None:
    with annotated(path) as project:
        layer = work(project)
        project.change_articles(remove(["a-1"]), "remove-article")
        with pytest.raises(UserError) as caught:
            project.commit(layer, edits.set_status(layer, Status.DONE))
        assert caught.value.code == "article-removed"


def test_nothing_is_changed_where_the_project_is_read_only(path: Path) -> None:
    annotated(path).close()
    with Project.open(path, "Анна", read_only=True) as project, pytest.raises(UserError):
        project.change_articles(remove(["a-1"]), "remove-article")
    with Project.open(path, "Анна") as project:
        assert ids(project) == ["a-1", "a-2"]


def test_e_and_yo_are_one_letter_to_the_filter_and_two_in_the_order(path: Path) -> None:
    with Project.create(path, "Анна") as project:
        for number, title in enumerate(["Жук", "Ёж", "Ель", "Ежи", "яма", "ёлка"]):
            project.add_article(make_article(f"n{number}", f"{number}.", title))
        titles = [row.title for row in project.article_rows("Анна", ArticleQuery(order="title"))]
        assert titles == ["Ежи", "Ель", "Ёж", "ёлка", "Жук", "яма"]
        assert ids(project, ArticleQuery(text="еж")) == ["n1", "n3"]


def test_the_filter_finds_words_of_the_text(path: Path) -> None:
    with annotated(path) as project:
        project.add_article(make_article("t", "О чём-то другом.", "Заводи и цех"))

        def found(text: str, **more: object) -> list[str]:
            query = ArticleQuery(text=text, **more)  # type: ignore[arg-type]
            keys = project.keys_by_text("Анна", query)
            return [row.id for row in project.rows_by_key("Анна", keys)]

        assert found("петр") == ["a-1"]
        assert found("ЛУГИН пётр") == ["a-1"]
        assert found("гин") == []
        assert found("завод") == []  # both have it in their titles
        assert found("завода") == ["a-1"]
        assert found("цех") == ["a-1"]  # the other has it in its title
        assert found("мост за") == ["a-2"]
        assert found("мост завод") == []
        assert found("чем-то") == ["t"]
        assert found("мост", statuses=(Status.DONE,)) == []
        assert found("") == found("%") == []
        assert list(project.keys_by_text("Анна", ArticleQuery(text="мост"), lambda: False)) == []
        project.change_articles(remove(["a-2"]), "remove-article")
        assert found("мост") == []
        assert found("мост", removed=True) == ["a-2"]


# -- two copies ------------------------------------------------------------------------------------------------------


@pytest.fixture
def copies(path: Path) -> tuple[Path, Path]:
    """A project and a copy of it, on which two people go on."""
    other = path.with_name("копия.citata")
    with worked_on(path) as project:
        project.save_copy(other)
    return path, other


def test_what_one_copy_changed_comes_over_and_both_sides_agree(copies: tuple[Path, Path]) -> None:
    ours, theirs = copies
    with Project.open(theirs, "Борис") as other:
        rename(other, "Цех", author="Вера")
        other.change_articles(remove(["a-2"]), "remove-article")
    with Project.open(ours, "Анна") as project:
        rename(project, "Завод", published="2031-05-04")
        trial = try_merge(project, theirs)
        report = merge_copy(project, theirs)
        assert (report.details, report.removed, report.kept, report.kept_details) == (["a-1"], ["a-2"], [], [])
        assert trial.report == report
        article = project.article("a-1")
        assert (article.title, article.meta["author"], article.meta["published"]) == ("Цех", "Вера", "2031-05-04")
        assert ids(project) == ["a-1"]
        assert [act.author for act in project.article_acts()] == ["Анна", "Борис", "Борис"]
        assert not merge_copy(project, theirs).changed
    with Project.open(theirs, "Борис") as other:
        merge_copy(other, ours)
        assert other.article("a-1") == article
        assert ids(other) == ["a-1"]
    for one in copies:
        assert verify(one).findings == []


def test_what_both_changed_stays_ours_is_named_and_theirs_is_in_the_log(copies: tuple[Path, Path]) -> None:
    ours, theirs = copies
    with Project.open(theirs, "Борис") as other:
        rename(other, "У них", author="Вера")
    with Project.open(ours, "Анна") as project:
        rename(project, "У нас")
        report = merge_copy(project, theirs)
        assert (report.kept_details, report.details) == ([("a-1", "title")], ["a-1"])
        assert project.article("a-1").title == "У нас"
        said = [edit.after.get("title") for act in project.article_acts() for edit in act.edits]
        assert said == ["У нас", "У них", "У нас"]
        assert not merge_copy(project, theirs).changed
    assert verify(ours).findings == []


@pytest.mark.parametrize("removed_here", [True, False])
def test_removed_in_one_copy_and_gone_on_with_in_the_other_is_kept(
    copies: tuple[Path, Path], removed_here: bool
) -> None:
    ours, theirs = copies
    removing, working = (ours, theirs) if removed_here else (theirs, ours)
    with Project.open(removing, "Анна") as project:
        project.change_articles(remove(["a-1"]), "remove-article")
    with Project.open(working, "Борис") as project:
        do(project, edits.add_entity("PER", Range(6, 12)))
        done = project.layer("a-1", "Борис")
    with Project.open(ours, "Анна") as project:
        report = merge_copy(project, theirs)
        assert (report.kept, report.removed) == (["a-1"], [])
        assert ids(project) == ["a-1", "a-2"]
        assert project.layer("a-1", "Борис") == done
        assert open_conflicts(project) == []
        assert not merge_copy(project, theirs).changed
    assert verify(ours).findings == []


def test_removed_here_and_untouched_there_stays_removed_but_its_work_is_merged(copies: tuple[Path, Path]) -> None:
    ours, theirs = copies
    with Project.open(ours, "Анна") as project:
        project.change_articles(remove(["a-1"]), "remove-article")
        assert not merge_copy(project, theirs).changed
        assert ids(project) == ["a-2"]
    with Project.open(theirs, "Борис") as other:
        do(other, edits.add_entity("PER", Range(6, 12)))
        other.change_articles(remove(["a-1"]), "remove-article")
        done = len(other.article_acts())
    with Project.open(ours, "Анна") as project:
        report = merge_copy(project, theirs)
        assert report.forwarded == [("a-1", "Борис")]
        assert (report.kept, report.removed, ids(project)) == ([], [], ["a-2"])
        project.change_articles(bring_back(["a-1"]), "remove-article")
        assert "Борис" in project.layers_of("a-1")
        assert done == 1
    assert verify(ours).findings == []


def test_a_removed_article_that_is_new_here_comes_as_a_removed_one(copies: tuple[Path, Path]) -> None:
    ours, theirs = copies
    with Project.open(theirs, "Борис") as other:
        other.add_article(make_article("a-3", "Новый текст."))
        other.change_articles(remove(["a-3"]), "remove-article")
    with Project.open(ours, "Анна") as project:
        assert merge_copy(project, theirs).articles == []
        assert ids(project, REMOVED) == ["a-3"]
    assert verify(ours).findings == []


# -- damage, repair, compaction ----------------------------------------------------------------------------------------


def harm(path: Path, *statements: str) -> None:
    conn = sqlite3.connect(path, isolation_level=None)
    for one in statements:
        conn.execute(one)
    conn.close()


@pytest.mark.parametrize(
    "harmed",
    [
        "DELETE FROM removed",
        "INSERT INTO removed VALUES (2, 0, '2031-05-04T10:00:00.000000Z', 'x')",
        "UPDATE article SET title = 'Чужое', sought = 'чужое' || char(10) || 'a-1' WHERE id = 'a-1'",
        "UPDATE article_log SET becomes = '{}' WHERE id = 1",
        "UPDATE article_log SET uid = 'x' WHERE id = 1",
        "UPDATE removed SET at = 'вчера'",
    ],
)
def test_verify_names_what_is_wrong_and_repair_leaves_nothing_of_it(path: Path, harmed: str) -> None:
    with worked_on(path) as project:
        rename(project, "Цех")
        do(project, edits.add_entity("PER", Range(6, 12)))
        project.change_articles(remove(["a-1"]), "remove-article")
    harm(path, harmed)
    assert verify(path).findings
    out = path.with_name("целый.citata")
    repair(path, out)
    assert verify(out).findings == []
    with Project.open(out, "Анна") as project:
        assert sorted(ids(project) + ids(project, REMOVED)) == ["a-1", "a-2"]
        assert "a-2" in ids(project)


def test_a_repaired_project_keeps_what_was_removed_and_the_log_of_it(path: Path) -> None:
    with worked_on(path) as project:
        rename(project, "Цех")
        act = project.change_articles(remove(["a-1"]), "remove-article")
        acts = project.article_acts()
    raw = bytearray(path.read_bytes())
    raw[:16] = b"\0" * 16
    path.write_bytes(raw)
    out = path.with_name("целый.citata")
    repair(path, out)
    with Project.open(out, "Анна") as project:
        assert ids(project, REMOVED) == ["a-1"]
        assert project.article_acts() == acts
        project.change_articles(bring_back(["a-1"]), "remove-article", undoes=act)
        assert project.article("a-1").title == "Цех"
        assert {"Анна", "Борис", AUTO} == set(project.layers_of("a-1"))
    assert verify(out).findings == []


def test_only_compacting_deletes_and_only_when_told(path: Path) -> None:
    with worked_on(path) as project:
        reviews = Reviews(project)
        reviews.answer(reviews.comments()[0].id, "Хорошо.")
        project.change_articles(remove(["a-1"]), "remove-article")
        kept = project.layer("a-2", "Анна")
        assert compact(project, datetime.now(UTC)).purged == 0
        assert project.is_removed("a-1")
        assert compact(project, datetime.now(UTC), purge_removed=True).purged == 1
        assert not project.has_article("a-1")
        assert project.layer("a-2", "Анна") == kept
        project.add_article(make_article())
        assert ids(project) == ["a-2", "a-1"]
        assert (project.layers_of("a-1"), reviews.comments("a-1")) == ([], [])
    report = verify(path)
    assert (report.findings, report.removed) == ([], 0)
    assert any(backup.why == "before-compaction" for backup in Project.open(path, "Анна", read_only=True).backups())


def spoil(path: Path, *statements: str) -> tuple[Path, RepairReport]:
    """Harm a project and repair it."""
    harm(path, *statements)
    assert verify(path).findings
    out = path.with_name("целый.citata")
    report = repair(path, out)
    assert verify(out).findings == []
    return out, report


def codes(report: RepairReport) -> set[str]:
    return {one.code for one in report.repaired}


def test_what_was_purged_does_not_come_back_with_a_repair(path: Path) -> None:
    with worked_on(path) as project:
        project.change_articles(remove(["a-2"]), "remove-article")
        compact(project, datetime.now(UTC), purge_removed=True)
        kept = project.layer("a-1", "Анна")
    out, report = spoil(path, "UPDATE assignment SET at = 'вчера'")
    with Project.open(out, "Анна") as project:
        assert (ids(project), ids(project, REMOVED)) == (["a-1"], [])
        assert project.layer("a-1", "Анна") == kept
    assert codes(report) == {"repair-row-changed"}
    assert report.lost == []


def test_a_number_that_a_purged_article_had_is_the_new_ones(path: Path) -> None:
    with worked_on(path) as project:
        project.change_articles(remove(["a-2"]), "remove-article")
        compact(project, datetime.now(UTC), purge_removed=True)
        project.add_article(make_article("б-7", OTHER, "Новая"))
        project.commit(project.working_layer("б-7", "Вера"), edits.add_entity("LOC", Range(0, 4)))
        kept = project.layer("б-7", "Вера")
    for day in range(1, 6):  # more backups than the new article has witnesses
        found = backups_of(path)[0].path
        shutil.copyfile(found, found.with_name(f"2026-01-0{day}T03-04-05-manual.citata"))
    out, report = spoil(path, "UPDATE assignment SET at = 'вчера'")
    with Project.open(out, "Анна") as project:
        assert sorted(ids(project)) == ["a-1", "б-7"]
        assert project.layers_of("б-7") == ["Вера"]
        assert project.layer("б-7", "Вера") == kept
    assert codes(report) == {"repair-row-changed"}


@pytest.mark.parametrize("title", ["x'ff00'", "'Цеш'"])
def test_a_title_edited_since_the_backup_is_that_of_the_log(path: Path, title: str) -> None:
    with worked_on(path) as project:
        back_up_now(path, "manual")
        rename(project, "Цех")
    out, report = spoil(path, f"UPDATE article SET title = {title} WHERE id = 'a-1'")  # noqa: S608
    with Project.open(out, "Анна") as project:
        assert project.article("a-1").title == "Цех"
        assert len(project.article_acts("a-1")) == 1
    assert codes(report) == ({"repair-title", "repair-title-other"} if title == "'Цеш'" else set())
    assert "Завод" not in str([str(one) for one in report.repaired])


def test_a_title_that_nothing_but_the_list_has_is_said(path: Path) -> None:
    with worked_on(path) as project:
        back_up_now(path, "manual")
        rename(project, "Цех")
    out, report = spoil(path, "DELETE FROM article_log", "UPDATE article SET title = x'ff00' WHERE id = 'a-1'")
    with Project.open(out, "Анна") as project:
        assert project.article("a-1").title == "Завод"
    (said,) = [one.facts for one in report.repaired if one.code == "repair-title-other"]
    assert said == {"article": "a-1", "title": "Завод", "other": "цех"}
    assert "repair-title" in codes(report)


def test_a_sound_title_that_no_backup_has_is_no_damage(path: Path) -> None:
    with worked_on(path) as project:
        back_up_now(path, "manual")
        rename(project, "Цех")
    out, report = spoil(path, "UPDATE assignment SET at = 'вчера'")
    with Project.open(out, "Анна") as project:
        assert project.article("a-1").title == "Цех"
    assert codes(report) == {"repair-row-changed"}


def test_a_repair_says_where_an_article_and_its_log_differed(path: Path) -> None:
    with worked_on(path) as project:
        rename(project, "Цех")
        project.change_articles(remove(["a-2"]), "remove-article")
    out, report = spoil(
        path, "DELETE FROM removed", """UPDATE article_log SET becomes = '{"title":"Цеш"}' WHERE id = 1"""
    )
    facts = [one.facts for one in report.repaired if one.code == "repair-article-log"]
    assert facts == [
        {"article": "a-1", "name": "title", "kept": "Цех", "other": "Цеш"},
        {"article": "a-2", "name": "removed", "kept": "True", "other": "False"},
    ]
    with Project.open(out, "Анна") as project:
        assert (ids(project), ids(project, REMOVED)) == (["a-1"], ["a-2"])
        assert project.article("a-1").title == "Цех"
    assert not report.complete


def test_an_edit_of_an_article_that_a_backup_has_otherwise_is_said(path: Path) -> None:
    with worked_on(path) as project:
        rename(project, "Цех")
        back_up_now(path, "manual")
    _, report = spoil(path, "UPDATE article_log SET author = 'Анма'", "UPDATE assignment SET at = 'вчера'")
    (said,) = [one.facts for one in report.repaired if one.code == "repair-value"]
    assert said == {"table": "article_log", "row": "1", "column": "author", "kept": "Анма", "other": "Анна"}


def test_what_an_edit_says_was_is_what_the_one_before_made(path: Path) -> None:
    with worked_on(path) as project:
        rename(project, "Цех", source="Голос")
        rename(project, "Цеш", source="Голоа")  # a few bits apart, and right
        assert verify(path).findings == []
        rename(project, "Склад", source="Вести")
    out, report = spoil(path, """UPDATE article_log SET was = '{"title":"Цещ","meta:source":"Голоб"}' WHERE id = 3""")
    said = [one.facts for one in report.repaired]
    row = {"table": "article_log", "row": "3", "column": "was"}
    assert said == [row | {"kept": "Цеш", "other": "Цещ"}, row | {"kept": "Голоа", "other": "Голоб"}]
    with Project.open(out, "Анна") as project:
        assert project.article_acts()[-1].edits[0].before == {"title": "Цеш", "meta:source": "Голоа"}


def test_a_text_that_is_in_the_project_only_as_removed_is_counted_once(path: Path) -> None:
    with annotated(path) as project:
        project.change_articles(remove(["a-2"]), "remove-article")
        with pytest.raises(UserError) as caught:
            project.add_article(make_article("a-2", OTHER, None))
        assert caught.value.code == "article-exists"
