"""Proposals made anew by what a project taught: of which articles, how it is counted, which differences are told."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from core.learning.project import Learning
from core.learning.renewing import Difference, chunks, differences, groups, outdated, renew
from core.model import AUTO, Entity, Form, Quotation, Range, State
from core.preannotate import Annotator
from core.store import Project
from tests.learning_samples import articles, layer, made, put, quoted

SAID = "Лугин сказал: «Да». «Нет», — ответила Зуева. Гранит и Ромашка молчат."
SNOW = [Entity(id="e1", label="LOC", range=Range(4, 8), state=State.AUTO, score=0.9, rule="model")]


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator()


@pytest.fixture(scope="module")
def taught(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose knowledge is in use; nothing is made anew by it yet. In the last article it changes nothing."""
    texts = ("Гранит рос.", "Гранит растёт.", "В Гранит едут.", "У Гранита цех.", "Гранит.", "Тут Гранит.", "Шёл снег.")
    path = made(tmp_path_factory.mktemp("taught") / "п.citata", texts=texts)
    with Project.open(path, "anna") as project:
        put(project, "a-6", AUTO, SNOW)
        Learning(project).switch(on=True)
        Learning(project).learn()
    return path


@pytest.fixture
def path(taught: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(taught, tmp_path / "п.citata"))


@pytest.mark.parametrize(
    ("count", "size", "sizes"),
    [(0, 3, []), (1, 3, [1]), (3, 3, [3]), (4, 3, [3, 1]), (6, 3, [3, 3]), (2, 1, [1, 1])],
)
def test_articles_are_taken_so_many_at_a_time(count: int, size: int, sizes: list[int]) -> None:
    names = [f"a-{number}" for number in range(count)]
    found = list(chunks(iter(names), size))
    assert [len(one) for one in found] == sizes
    assert [name for one in found for name in one] == names


def test_forty_articles_are_taken_at_a_time() -> None:
    assert [len(one) for one in chunks(map(str, range(81)))] == [40, 40, 1]


def test_what_came_and_what_went_is_told_in_text_order() -> None:
    (article,) = articles([SAID])
    name = Entity(id="e1", label="ORG", range=Range(45, 51), score=0.5)
    other = replace(name, id="e2", range=Range(54, 61))
    first = quoted(SAID, "Да", "сказал", state=name.state)
    both = Quotation(id="q2", form=Form.DIRECT, ranges=(Range(15, 17), Range(21, 24)), state=name.state)
    was, now = layer(article, [name, other, first]), layer(article, [replace(name, label="PER"), both, other])
    a = article.id
    assert differences(was, now) == [
        Difference(a, False, "indirect", "Да"),
        Difference(a, True, "direct", "Да … Нет"),
        Difference(a, False, "ORG", "Гранит"),
        Difference(a, True, "PER", "Гранит"),
    ]
    assert differences(now, was) == [one._replace(is_new=not one.is_new) for one in differences(was, now)]
    assert differences(was, layer(article, [replace(name, id="e9", score=0.9), other, first])) == []
    assert differences(None, None) == []
    came = [Difference(a, True, *one) for one in (("indirect", "Да"), ("ORG", "Гранит"), ("ORG", "Ромашка"))]
    assert differences(None, was) == came
    assert differences(was, None) == [one._replace(is_new=False) for one in came]


def test_articles_are_outdated_where_knowledge_makes_them_otherwise(path: Path, annotator: Annotator) -> None:
    """In a-6 nothing changes, though another version made it."""
    with Project.open(path, "anna") as project:
        known = Learning(project).in_use()
        assert known is not None
        assert outdated(project) == ["a-4", "a-5"]
        assert outdated(project, every=True) == ["a-4", "a-5", "a-6"]
        assert renew(project, annotator, spared=["a-4"]).failed == []
        assert outdated(project) == ["a-4"]
        assert outdated(project, every=True) == ["a-4", "a-6"]
        assert [(one.knowledge, one.articles) for one in groups(project, iter(["a-6", "a-4"]))] == [
            (known, ["a-6", "a-4"])
        ]
        Learning(project).switch(on=False)
        assert outdated(project) == ["a-5"]  # knowledge made it that is in use no more


def test_progress_counts_on_and_ends_it(path: Path, annotator: Annotator) -> None:
    with Project.open(path, "anna") as project:
        told: list[tuple[int, str]] = []

        def stop(number: int, what: str) -> bool:
            told.append((number, what))
            return False

        found = renew(project, annotator, every=True, progress=stop)
        assert told[0] in ((0, ""), (1, "a-4"))
        assert {one.article for one in found.differences} <= {"a-4"}
        left = outdated(project, every=True)
        assert left[-2:] == ["a-5", "a-6"]
        told.clear()
        renew(project, annotator, every=True, progress=lambda number, what: told.append((number, what)))
        done = [one for one in dict.fromkeys(told) if one[1]]
        assert done == [(number + 1, name) for number, name in enumerate(left)]
        assert outdated(project, every=True) == []


def test_articles_of_both_kinds_are_counted_together(path: Path, annotator: Annotator) -> None:
    """Forty at a time: the number goes on behind the first forty."""
    with Project.open(path, "anna") as project:
        for number, article in enumerate(articles(["Шёл снег."] * 41)):
            one = replace(article, id=f"b-{number:02}")
            project.add_article(one)
            put(project, one.id, AUTO, SNOW)
        told: list[int] = []
        renew(project, annotator, every=True, progress=lambda number, what: told.append(number))
        assert [number for number in dict.fromkeys(told) if number] == list(range(1, 45))
