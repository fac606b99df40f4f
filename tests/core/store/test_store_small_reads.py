"""Small questions to a project: who changed an item last, what an article holds, which rows are still here."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from core.errors import UserError
from core.model import AUTO, Entity, Range, edits
from core.model.details import ArticleEdit, remove
from core.model.layer import Layer
from core.model.scope import EVERYTHING, Scope
from core.model.text import token_at
from core.store import Assignment, Project, Reviews, back_up_now, verify
from core.store.review import Start
from tests.store_samples import annotated, do, make_article, work


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "п.citata"


def harm(path: Path, statement: str) -> None:
    conn = sqlite3.connect(path, isolation_level=None)
    conn.execute(statement)
    conn.close()


def test_who_changed_an_item_last_is_told_by_the_log(path: Path) -> None:
    with annotated(path) as project:
        before = work(project)
        assert project.last_change("a-1", "Анна", "q_1") is None
        do(project, edits.set_note(before, "q_1", "раз"))
        project.author = "Борис"
        do(project, edits.set_note(work(project), "q_2", "два"))
        layer = project.layer("a-1", "Борис")
        found = project.last_change("a-1", layer.annotator, "q_2")
        assert found is not None
        assert found[0] == "Борис"
        assert project.last_change("a-1", "Борис", "нет") is None
        assert project.last_change("a-1", "Вера", "q_2") is None
        last = project.last_edit()
        assert last == project._db.execute("SELECT max(id) FROM log").fetchone()[0]
    harm(path, "UPDATE log SET at = 'вчера'")
    with Project.open(path, "Борис", read_only=True) as project:
        assert project.last_change("a-1", "Борис", "q_2") is None


def test_rows_that_are_removed_or_gone_are_left_out_in_the_order_asked_for(path: Path) -> None:
    with annotated(path) as project:
        project.add_article(make_article("a-3", "Ещё один текст."))
        assert project.ids_by_key([3, 77, 1]) == ["a-3", "a-1"]
        assert list(project.keys_here([3, 2, 77, 1])) == [3, 2, 1]
        project.change_articles(remove(["a-2"]), "remove-article")
        assert list(project.keys_here([3, 2, 77, 1])) == [3, 1]
        assert project.ids_by_key([2]) == ["a-2"]


def test_what_people_have_made_of_articles_leaves_the_program_out(path: Path) -> None:
    with annotated(path) as project:
        layer = do(project, edits.add_entity("PER", Range(0, 5)))
        Reviews(project).comment("a-1", "Анна", "Почему?")
        held = project.held(["a-1", "a-2"])
        assert (held.layers, held.comments, held.people) == (1, 1, ("Анна",))
        assert held.annotations == sum(1 for _ in layer.annotations())
        assert project.held(["a-2"]) == (0, 0, 0, ())


def test_proposals_are_there_unless_the_assignment_says_nothing(path: Path) -> None:
    with annotated(path) as project:
        assert project.has_proposals("a-1", "Анна")
        assert not project.has_proposals("a-2", "Анна")
        Reviews(project).assign([Assignment(article="a-1", annotator="Анна", start=Start.NOTHING)])
        assert not project.has_proposals("a-1", "Анна")


def test_an_article_comes_with_its_layer_as_one_edit(path: Path) -> None:
    with Project.create(path, "Анна") as project:
        layer = Layer(make_article(), AUTO, [Entity(id="e_1", label="PER", range=Range(0, 5))])
        entry = project.add_annotated(layer, "import")
        assert project.layer("a-1", AUTO) == layer
        assert [(one.id, one.edit.name) for one in project.history("a-1", AUTO)] == [(entry, "import")]
    assert verify(path).findings == []


def test_the_scope_of_a_project_changes_the_counts_of_its_layers(path: Path) -> None:
    def totals(project: Project) -> list[int]:
        return [row.total for row in project.article_rows("Анна")]

    with annotated(path) as project:
        do(project, edits.add_entity("PER", Range(0, 5)))
        before = totals(project)
        project.set_scope(Scope(entities=False))
        assert totals(project) != before
        assert project.scope() == Scope(entities=False)
        project.set_scope(EVERYTHING)
        assert totals(project) == before


def test_a_scope_that_makes_no_sense_is_named_once(path: Path) -> None:
    annotated(path).close()
    harm(path, "INSERT INTO value VALUES ('scope', '{\"labels\": 5}')")
    assert [one.code for one in verify(path).findings] == ["verify-value"]


def test_a_backup_of_a_project_that_is_not_there_is_refused(path: Path) -> None:
    with pytest.raises(UserError) as caught:
        back_up_now(path, "manual")
    assert caught.value.code == "file-missing"


def test_an_edit_of_an_article_says_whether_it_changes_anything() -> None:
    assert ArticleEdit("a", {"title": "А"}, {"title": "Б"})
    assert not ArticleEdit("a", {"title": "А"}, {"title": "А"})


def test_a_token_is_found_behind_the_words_before_it() -> None:
    text = "Мост через реку"
    assert token_at(text, text.index("реку") + 2) == Range(11, 15)


def test_an_act_on_two_articles_is_one(path: Path) -> None:
    with annotated(path) as project:
        act = project.change_articles(remove(["a-1", "a-2"]), "remove-article")
        (made,) = project.article_acts()
        assert (made.act, [edit.article for edit in made.edits]) == (act, ["a-1", "a-2"])
