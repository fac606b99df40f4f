"""Comments, assignments and states chosen by article and annotator, and taken over from a copy, case by case."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import UserError
from core.model import Range, Status, edits
from core.model.details import remove
from core.store import Assignment, Project, Reviews, Start, review, verify
from tests.store_samples import do, make_article, work

ARTICLES = ("a-1", "a-2", "a-3")


def made(path: Path, *articles: str) -> Path:
    with Project.create(path, "Вера") as project:
        for name in articles:
            project.add_article(make_article(name, f"Текст {name}.", None))
    return path


def test_comments_are_chosen_by_article_by_annotator_or_both(tmp_path: Path) -> None:
    with Project.open(made(tmp_path / "п.citata", *ARTICLES), "Вера") as project:
        reviews = Reviews(project)
        for article in ("a-2", "a-1"):
            for annotator in ("Анна", "Борис"):
                reviews.comment(article, annotator, f"{article} {annotator}", "q_1" if article == "a-1" else None)
        first, *_ = reviews.comments("a-1", "Борис")
        answer = reviews.answer(first.id, "Да.")
        again = reviews.answer(answer.id, "Нет.", settles=True)
        assert (again.answers, again.settles, again.item, again.article, again.annotator) == (
            first.id, True, "q_1", "a-1", "Борис",
        )  # fmt: skip
        assert (answer.answers, answer.settles) == (first.id, False)
        expected = {
            (None, None): [1, 2, 3, 4, 5, 6], ("a-1", None): [3, 4, 5, 6], ("a-2", None): [1, 2], ("a-3", None): [],
            (None, "Анна"): [1, 3], (None, "Борис"): [2, 4, 5, 6], ("a-1", "Борис"): [4, 5, 6], ("a-2", "Анна"): [1],
            (None, "Вера"): [], ("нет", None): [],
        }  # fmt: skip
        for (chosen, who), ids in expected.items():
            assert [one.id for one in reviews.comments(chosen, who)] == ids
        with pytest.raises(UserError) as caught:
            reviews.comment("нет", "Анна", "слово")
        assert caught.value.code == "article-missing"


def test_assignments_are_withdrawn_one_by_one(tmp_path: Path) -> None:
    with Project.open(made(tmp_path / "п.citata", *ARTICLES), "Вера") as project:
        reviews = Reviews(project)
        given = [
            Assignment(article=article, annotator=annotator, start=start)
            for article, annotator, start in (
                ("a-2", "Борис", Start.PROPOSALS), ("a-1", "Борис", Start.NOTHING), ("a-1", "Анна", Start.PROPOSALS),
            )
        ]  # fmt: skip
        assert reviews.assign(given[:2]) == 2
        assert reviews.assign(given) == 1
        assert [(one.article, one.annotator) for one in reviews.assignments()] == [
            ("a-1", "Анна"), ("a-1", "Борис"), ("a-2", "Борис"),
        ]  # fmt: skip
        starts = {
            (key, who): review.starts_from_proposals(project._db, key, who)
            for key in (1, 2) for who in ("Анна", "Борис")
        }  # fmt: skip
        assert starts == {(1, "Анна"): True, (1, "Борис"): False, (2, "Анна"): True, (2, "Борис"): True}
        reviews.withdraw("a-1", "Борис")
        reviews.withdraw("a-2", "Анна")
        assert [(one.article, one.annotator) for one in reviews.assignments()] == [("a-1", "Анна"), ("a-2", "Борис")]
        with pytest.raises(UserError):
            reviews.withdraw("нет", "Анна")


def test_states_are_in_the_order_of_articles_and_then_of_people(tmp_path: Path) -> None:
    with Project.open(made(tmp_path / "п.citata", *ARTICLES), "Борис") as project:
        for author, article, count in (("Борис", "a-2", 2), ("Анна", "a-2", 1), ("Вера", "a-1", 0)):
            project.author = author
            for number in range(count):
                do(project, edits.add_entity("PER", Range(number, number + 2)), article)
            do(project, edits.set_status(work(project, article), Status.DONE), article)
        found = [(one.article, one.annotator, one.status, one.settled, one.total) for one in Reviews(project).states()]
        assert found == [
            ("a-1", "Вера", Status.DONE, 0, 0), ("a-2", "Анна", Status.DONE, 1, 1), ("a-2", "Борис", Status.DONE, 2, 2),
        ]  # fmt: skip
        only = Reviews(project).states("a-2")
        assert [(one.article, one.annotator) for one in only] == [("a-2", "Анна"), ("a-2", "Борис")]
        assert all(one.started_at <= one.changed_at for one in only)
        assert Reviews(project).states("нет") == []


def test_threads_and_assignments_come_over_under_numbers_of_their_own(tmp_path: Path) -> None:
    """Of articles that both have, each once; an answer stays with what it answers."""
    here, there = made(tmp_path / "1.citata", "a-2", "a-1"), made(tmp_path / "2.citata", *ARTICLES)
    with Project.open(there, "Олег") as other:
        reviews = Reviews(other)
        reviews.assign([Assignment(article=name, annotator="Анна", start=Start.NOTHING) for name in ARTICLES])
        first = reviews.comment("a-1", "Анна", "Первый", "q_7")
        reviews.comment("a-3", "Анна", "Не здесь")
        reviews.answer(first.id, "Ответ", settles=True)
        sent = reviews.assignments()
    with Project.open(here, "Вера") as project, Project.open(there, "Вера", read_only=True) as other:
        reviews = Reviews(project)
        reviews.assign([Assignment(article="a-1", annotator="Анна")])
        reviews.comment("a-2", "Борис", "Своё")
        for _ in range(2):
            with project.transaction():
                review.merge(project._db, other._db)
            found = [
                (one.id, one.article, one.annotator, one.item, one.author, one.text, one.answers, one.settles)
                for one in reviews.comments()
            ]
            assert found == [
                (1, "a-2", "Борис", None, "Вера", "Своё", None, False),
                (2, "a-1", "Анна", "q_7", "Олег", "Первый", None, False),
                (3, "a-1", "Анна", "q_7", "Олег", "Ответ", 2, True),
            ]
            own, came = sorted(reviews.assignments(), key=lambda one: one.article)
            assert (own.article, own.start, own.author) == ("a-1", Start.PROPOSALS, "Вера")
            assert (came.article, came.start, came.author) == ("a-2", Start.NOTHING, "Олег")
            assert came.at == next(one.at for one in sent if one.article == "a-2")
        assert [one.at for one in reviews.comments("a-1")] == [one.at for one in Reviews(other).comments("a-1")]
    assert verify(here).findings == []


def test_of_an_article_that_the_copy_has_removed_assignments_come_over_too(tmp_path: Path) -> None:
    here, there = made(tmp_path / "1.citata", *ARTICLES), made(tmp_path / "2.citata", *ARTICLES)
    with Project.open(there, "Олег") as other:
        Reviews(other).assign([Assignment(article=name, annotator="Анна") for name in ARTICLES])
        other.change_articles(remove(["a-2"]), "remove-article")
        assert [one.article for one in Reviews(other).assignments()] == ["a-1", "a-3"]
    with Project.open(here, "Вера") as project, Project.open(there, "Вера", read_only=True) as other:
        with project.transaction():
            review.merge(project._db, other._db)
        assert [one.article for one in Reviews(project).assignments()] == list(ARTICLES)
