"""The queue by what articles would teach: what is counted, what comes first, and whose order nothing chooses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.formats.base import make_article
from core.model import AUTO, Actor, Entity, Form, Quotation, Range, State, Status
from core.store import TEACHING, ArticleQuery, Assignment, Project, Reviews, Start
from tests.learning_samples import articles, put

BY_USE = ArticleQuery(order=TEACHING)


def entity(number: int, score: float | None, state: State = State.AUTO) -> Entity:
    return Entity(id=f"e{number}", label="PER", range=Range(number, number + 1), score=score, state=state, rule="model")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Six articles of 1,000 code points with proposals that get less sure from the first to the last."""
    with Project.create(tmp_path / "p.citata", "vera") as made:
        for at, article in enumerate(articles("Слово. " * 143 for _ in range(6))):
            made.add_article(article)
            put(made, article.id, AUTO, [entity(1, round(0.9 - at / 10, 1))])
        yield made


def queue(project: Project, annotator: str = "vera", query: ArticleQuery = BY_USE) -> list[str]:
    return [row.id for row in project.article_rows(annotator, query)]


def useful(project: Project, article: str) -> float:
    project.article_keys("vera", BY_USE)
    found = project.useful(project.article_key(article) or 0)
    assert found is not None
    return found


def test_the_least_sure_comes_first(project: Project) -> None:
    assert queue(project) == ["a-5", "a-4", "a-3", "a-2", "a-1", "a-0"]
    assert [row.id for row in project.article_rows("vera", BY_USE, 1, 2)] == ["a-4", "a-3"]
    assert useful(project, "a-5") == pytest.approx(1000 * 0.6 / 1001)


def test_only_open_proposals_count_and_one_without_a_score_is_half_sure(project: Project) -> None:
    put(project, "a-0", AUTO, [entity(1, 0.1, State.REJECTED), entity(2, None), entity(3, 0.8)])
    assert useful(project, "a-0") == pytest.approx(1000 * 0.7 / 1001)
    assert queue(project)[0] == "a-0"


def test_a_name_that_is_new_to_the_project_counts_by_the_other_articles_that_have_it(project: Project) -> None:
    for article in ("a-0", "a-1", "a-2"):
        put(project, article, AUTO, [entity(1, 1.0), Actor(id="s", name="Ромашка")])
    put(project, "a-3", AUTO, [entity(1, 1.0), Actor(id="s", name="Гранит")])
    assert useful(project, "a-0") == pytest.approx(1000 * 0.2 / 1001)  # two others
    assert useful(project, "a-3") == 0.0  # it stands nowhere else
    put(project, "a-1", "boris", [entity(1, 1.0)])
    assert useful(project, "a-0") == pytest.approx(1000 * 0.2 / 1001)  # as it was counted: proposals are the same
    put(project, "a-1", "boris", [entity(1, 1.0, State.ACCEPTED)], Status.DONE)
    assert useful(project, "a-0") == pytest.approx(1000 * 0.1 / 1001)  # one of them is begun
    put(project, "a-1", "boris", [Actor(id="s", name="Ромашка")], Status.DONE)
    put(project, "a-4", AUTO, [entity(1, 0.7)])  # proposals are others: it is counted anew
    assert useful(project, "a-0") == 0.0  # the project knows it


def test_what_is_begun_comes_first_and_what_is_done_last(project: Project) -> None:
    put(project, "a-1", "vera", [entity(1, 0.8, State.ACCEPTED)], Status.IN_PROGRESS)
    put(project, "a-5", "vera", [entity(1, 0.4, State.ACCEPTED)], Status.DONE)
    assert queue(project) == ["a-1", "a-4", "a-3", "a-2", "a-0", "a-5"]
    assert queue(project, "boris")[:2] == ["a-5", "a-4"]  # he has begun neither
    assert queue(project, query=ArticleQuery(order=TEACHING, statuses=(Status.NEW,))) == ["a-4", "a-3", "a-2", "a-0"]


def test_articles_of_agreement_studies_keep_their_order(project: Project) -> None:
    given = [("a-3", "vera"), ("a-3", "boris"), ("a-4", "vera")]
    blind = Assignment(article="a-5", annotator="vera", start=Start.NOTHING)
    Reviews(project).assign([*(Assignment(article=one, annotator=name) for one, name in given), blind])
    assert queue(project) == ["a-4", "a-2", "a-1", "a-0", "a-3", "a-5"]


def test_articles_without_proposals_come_behind_those_with_them(project: Project) -> None:
    project.add_article(make_article("b", None, "Пусто.", {}))
    assert queue(project)[-1] == "b"


@pytest.mark.parametrize(("others", "worth"), [(1, 0.1), (9, 0.9), (10, 1.0), (12, 1.0)])
def test_a_new_name_is_worth_a_correction_at_most(tmp_path: Path, others: int, worth: float) -> None:
    """By the other articles that have it, not by how often one has it; a name of one article alone is worth nothing."""
    with Project.create(tmp_path / "p.citata", "vera") as project:
        for article in articles("Слово. " * 143 for _ in range(others + 1)):
            project.add_article(article)
            own = Actor(id="s3", name=f"Имя {article.id}")
            put(project, article.id, AUTO, [Actor(id="s", name="Лев"), Actor(id="s2", name="Лев"), own])
        assert useful(project, "a-0") == pytest.approx(1000 * worth / 1001)


@pytest.mark.parametrize(("length", "taken"), [(1, 500), (499, 500), (500, 500), (501, 501), (1000, 1000)])
def test_a_short_article_is_taken_to_be_longer(tmp_path: Path, length: int, taken: int) -> None:
    with Project.create(tmp_path / "p.citata", "vera") as project:
        project.add_article(make_article("a", None, "ж" * length, {}))
        said = [
            Quotation(id=f"q{at}", form=Form.DIRECT, ranges=(Range(0, 1),), score=score, state=state)
            for at, (score, state) in enumerate(((0.75, State.AUTO), (None, State.AUTO), (0.1, State.ACCEPTED)))
        ]
        put(project, "a", AUTO, [*said, entity(0, 0.5)])
        assert useful(project, "a") == pytest.approx(1000 * (0.25 + 0.5 + 0.5) / taken)


@pytest.mark.parametrize("status", Status)
def test_only_settled_layers_of_people_know_a_name(project: Project, status: Status) -> None:
    """A layer of another proposer knows nothing and begins nothing."""
    for article in ("a-0", "a-1", "a-2"):
        put(project, article, AUTO, [entity(1, 1.0), Actor(id="s", name="Ромашка")])
    put(project, "a-2", "auto:lm", [Actor(id="s", name="Ромашка")], status)
    assert useful(project, "a-0") == pytest.approx(1000 * 0.2 / 1001)
    put(project, "a-3", "boris", [Actor(id="s", name="Ромашка")], status)
    put(project, "a-4", AUTO, [entity(1, 0.7)])  # it is counted anew
    knows = status in (Status.DONE, Status.IN_REVIEW, Status.REVIEWED)
    assert useful(project, "a-0") == pytest.approx(0.0 if knows else 1000 * 0.2 / 1001)
    put(project, "a-5", "vera", [], status)
    assert (queue(project)[-1] == "a-5", queue(project)[0] == "a-5") == (knows, not knows)
