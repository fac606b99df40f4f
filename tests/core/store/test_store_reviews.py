"""Assignments, threads and layer states in a real project file, closed and opened again in between."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import UserError
from core.model import AUTO, GOLD, Form, Quotation, Range, State, Status, edits
from core.model.layer import Layer
from core.store import ArticleQuery, Assignment, Project, Reviews, Start
from tests.acts import article_of

TEXT = "«Мост откроют осенью», — сказал Лебедев."


def make(path: Path) -> Path:
    with Project.create(path, "vera") as project:
        for article in ("n1", "n2"):
            project.add_article(article_of(TEXT, article))
        auto = Layer(project.article("n1"), AUTO)
        proposal = Quotation(id="q1", form=Form.DIRECT, ranges=(Range(0, 21),), state=State.AUTO)
        project.commit(auto, edits.fill(auto, [proposal]))
    return path


def give(path: Path, *given: Assignment) -> int:
    with Project.open(path, "vera") as project:
        return Reviews(project).assign(given)


def test_assignments_are_kept_once_each(tmp_path: Path) -> None:
    path = make(tmp_path / "work.citata")
    one = Assignment(article="n2", annotator="boris", start=Start.NOTHING)
    other = Assignment(article="n1", annotator="anna")
    assert give(path, one, other) == 2
    assert give(path, one) == 0
    with Project.open(path, "anna") as project:
        found = Reviews(project).assignments()
        assert [(a.article, a.annotator, a.start, a.author) for a in found] == [
            ("n1", "anna", Start.PROPOSALS, "vera"),
            ("n2", "boris", Start.NOTHING, "vera"),
        ]
        assert all(a.at for a in found)
        assert project.article_rows("anna")[0].assigned == ("anna",)
        Reviews(project).withdraw("n1", "anna")
        assert len(Reviews(project).assignments()) == 1


def test_all_are_given_or_none(tmp_path: Path) -> None:
    path = make(tmp_path / "work.citata")
    with pytest.raises(UserError) as refused:
        give(path, Assignment(article="n1", annotator="anna"), Assignment(article="n7", annotator="anna"))
    assert refused.value.code == "article-missing"
    with Project.open(path, "vera") as project:
        assert Reviews(project).assignments() == []


def test_an_article_given_without_proposals_begins_empty(tmp_path: Path) -> None:
    path = make(tmp_path / "work.citata")
    give(path, Assignment(article="n1", annotator="boris", start=Start.NOTHING))
    give(path, Assignment(article="n1", annotator="anna"))
    with Project.open(path, "vera") as project:
        assert project.working_layer("n1", "boris").quotations() == []
        assert len(project.working_layer("n1", "anna").quotations()) == 1
        assert len(project.working_layer("n1", "clara").quotations()) == 1


def test_a_thread_is_begun_answered_and_closed(tmp_path: Path) -> None:
    path = make(tmp_path / "work.citata")
    with Project.open(path, "vera") as project:
        first = Reviews(project).comment("n1", "anna", "Где здесь источник? 🤔", item="q1")
        Reviews(project).comment("n2", "boris", "Вся статья — одна цитата.")
    with Project.open(path, "anna") as project:
        reviews = Reviews(project)
        answer = reviews.answer(first.id, "Лебедев, в конце.")
        closing = reviews.answer(answer.id, "Понятно.", settles=True)
        thread = reviews.comments("n1", "anna")
        assert [(c.author, c.text, c.item, c.answers, c.settles) for c in thread] == [
            ("vera", "Где здесь источник? 🤔", "q1", None, False),
            ("anna", "Лебедев, в конце.", "q1", first.id, False),
            ("anna", "Понятно.", "q1", first.id, True),
        ]
        assert closing.at >= answer.at >= first.at
        assert [c.article for c in reviews.comments(annotator="boris")] == ["n2"]
        assert len(reviews.comments()) == 4
        with pytest.raises(UserError) as refused:
            reviews.answer(99, "никому")
        assert refused.value.code == "comment-missing"


def test_states_tell_how_far_every_layer_is(tmp_path: Path) -> None:
    path = make(tmp_path / "work.citata")
    with Project.open(path, "anna") as project:
        layer = project.working_layer("n1", "anna")
        layer, _ = project.commit(layer, edits.set_status(layer, Status.DONE))
        project.commit(layer, edits.accept(layer, ["q1"]))
        mine, auto = Reviews(project).states()
        assert (auto.annotator, auto.settled, auto.total) == (AUTO, 0, 1)
        assert (mine.article, mine.annotator, mine.status, mine.settled, mine.total) == ("n1", "anna", "done", 1, 1)
        assert mine.changed_at >= mine.started_at


def test_nothing_is_written_into_a_project_that_is_only_looked_at(tmp_path: Path) -> None:
    path = make(tmp_path / "work.citata")
    with Project.open(path, "vera", read_only=True) as project:
        with pytest.raises(UserError):
            Reviews(project).assign([Assignment(article="n1", annotator="anna")])
        with pytest.raises(UserError):
            Reviews(project).comment("n1", "anna", "слово")
        assert Reviews(project).comments() == []


def test_a_reviewer_finds_what_lies_with_somebody_again_as_returned(tmp_path: Path) -> None:
    path = make(tmp_path / "work.citata")
    with Project.open(path, "vera") as project:
        for name in ("anna", "boris"):
            mine = project.working_layer("n1", name)
            project.commit(mine, edits.set_status(mine, Status.RETURNED if name == "anna" else Status.DONE))
        back = ArticleQuery(statuses=(Status.RETURNED,))
        assert [row.status for row in project.article_rows(GOLD)] == [Status.RETURNED, Status.NEW]
        assert [row.id for row in project.article_rows(GOLD, back)] == ["n1"]
        assert project.article_count(GOLD, back) == 1
        assert list(project.article_keys(GOLD, back)) == [project.article_key("n1")]
        assert [row.status for row in project.article_rows("boris")] == [Status.DONE, Status.NEW]
        mine = project.working_layer("n1", "anna")
        project.commit(mine, edits.set_status(mine, Status.DONE))
        assert project.article_count(GOLD, back) == 0
