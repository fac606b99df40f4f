"""A small project for the tests of the store: articles, a pre-annotation, people who work on it."""

from __future__ import annotations

from pathlib import Path

from core.model import AUTO, Actor, ActorKind, Article, Entity, Form, Item, Quotation, Range, State, edits
from core.model.layer import Edit, Layer
from core.model.text import digest
from core.store import Project

TEXT = (
    "Глава завода\u00a0Пётр Лугин сообщил: «Мы запустим цех 🏭, — уточнил он, — и это не всё». "
    "По словам Лугина, работа идёт."
)
OTHER = "В «Вестнике Заречья» пишут, что мост закрыт.\nМэрия не ответила."


def make_article(article_id: str = "a-1", text: str = TEXT, title: str | None = "Завод") -> Article:
    return Article(id=article_id, title=title, text=text, digest=digest(text), meta={"source": "Вестник Заречья"})


def at(words: str, text: str = TEXT) -> Range:
    start = text.index(words)
    return Range(start, start + len(words))


def proposals() -> list[Item]:
    lugin = Actor(id="a_lugin", name="Пётр Лугин", kind=ActorKind.PERSON, extra={"wikidata": "Q0"})
    return [
        lugin,
        Entity(
            id="e_1", label="PER", range=at("Пётр Лугин"), actor=lugin.id, state=State.AUTO, score=0.9, rule="names"
        ),
        Entity(id="e_2", label="PER", range=at("Лугина"), actor=lugin.id, state=State.AUTO, score=0.8, rule="names"),
        Quotation(
            id="q_1",
            form=Form.DIRECT,
            ranges=(at("«Мы запустим цех 🏭"), at("и это не всё»")),
            cue=at("сообщил"),
            mention=at("Глава завода\u00a0Пётр Лугин"),
            speaker=lugin.id,
            state=State.AUTO,
            score=0.7,
            rule="colon",
        ),
        Quotation(
            id="q_2",
            form=Form.INDIRECT,
            ranges=(at("работа идёт"),),
            cue=at("По словам"),
            mention=at("Лугина"),
            speaker=lugin.id,
            state=State.AUTO,
            score=0.6,
            rule="according-to",
        ),
    ]


def annotated(path: Path, author: str = "Анна") -> Project:
    """Make a project of two articles; the first has a pre-annotation."""
    project = Project.create(path, author)
    project.add_article(make_article())
    project.add_article(make_article("a-2", OTHER, None))
    auto = project.working_layer("a-1", AUTO)
    project.commit(auto, edits.fill(auto, proposals()))
    return project


def work(project: Project, article: str = "a-1") -> Layer:
    """Return the author's working layer."""
    return project.working_layer(article, project.author)


def do(project: Project, edit: Edit, article: str = "a-1") -> Layer:
    """Commit an edit to the author's layer."""
    return project.commit(work(project, article), edit)[0]


def some_work(project: Project, count: int = 6) -> list[Layer]:
    """Make ``count`` edits in the author's layer of the first article; return the layers after each."""
    states: list[Layer] = []
    layer = work(project)
    for number in range(count):
        if number % 3 == 0:
            edit = edits.set_form(layer, ["q_2"], Form.MIXED if number % 2 == 0 else Form.INDIRECT)
        elif number % 3 == 1:
            edit = edits.set_note(layer, "q_1", f"заметка {number}")
        else:
            edit = edits.add_entity("ORG", Range(number, number + 3))
        layer, _ = project.commit(layer, edit)
        states.append(layer)
    return states
