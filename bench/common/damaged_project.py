"""The project that ``bench/damage.py`` damages, and all that one holds as plain values."""

from __future__ import annotations

import contextlib
import json
import random
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from core.errors import UserError
from core.model import AUTO, Actor, Article, Entity, Form, Item, Quotation, Range, State, Status, edits
from core.model.details import bring_back, change_details, remove
from core.model.layer import Layer
from core.model.register import Source, add, describe, merge
from core.model.text import digest
from core.store import (
    ArticleQuery,
    Assignment,
    Links,
    Project,
    Registers,
    Reviews,
    back_up_now,
    merge_copy,
    open_conflicts,
)

ANNOTATORS = ("Анна", "Борис", "Вера")
ARTICLES = 4


def make_project(path: Path) -> None:
    """Make a project with layers of three annotators, comments, assignments, a backup, and edits since it."""
    draw = random.Random(7)
    with Project.create(path, "Анна") as project:
        for number in range(ARTICLES):
            words = " ".join(f"слово{draw.randrange(1000)}" for _ in range(220 + 400 * (number == ARTICLES - 1)))
            text = f"«Мост № {number} откроют», — сказала Нина Белова. {words}."
            article = Article(id=f"статья-{number}", title=f"Мост {number}", text=text, digest=digest(text), meta={})
            project.add_article(article)
            project.commit(auto := project.working_layer(article.id, AUTO), edits.fill(auto, proposals(text, draw)))
        for annotator in ANNOTATORS:
            project.author = annotator
            work(project, draw, 14)
        Reviews(project).assign(
            [Assignment(article=f"статья-{n}", annotator=ANNOTATORS[n % 3]) for n in range(ARTICLES)]
        )
        for number in range(12):
            thread = Reviews(project).comment(
                f"статья-{number % ARTICLES}", ANNOTATORS[number % 3], f"Почему? {number}"
            )
            Reviews(project).answer(thread.id, "Потому.", settles=number % 2 == 0)
        project.set_value("place", {"article": "статья-1"})
        other = path.with_name("other.citata")
        project.save_copy(other)
        with Project.open(other, "Глеб") as copy:
            copy.author = "Анна"
            work(copy, draw, 3)
        work(project, draw, 3)
        merge_copy(project, other)
        edit_articles(project, "до копии")
        edit_register(project, "до копии")
        back_up_now(path, "manual")
        edit_articles(project, "после копии")
        edit_register(project, "после копии")
        for annotator in ANNOTATORS:
            project.author = annotator
            work(project, draw, 8)


def edit_articles(project: Project, words: str) -> None:
    """Edit a title and its details, and remove an article that nobody works in; one is removed and brought back."""
    article = project.article("статья-1")
    project.change_articles([change_details(article, f"Мост {words}", {"source": words})], "set-details")
    project.add_article(Article(id=f"лишняя {words}", title=words, text=words, digest=digest(words), meta={}))
    project.change_articles(remove([f"лишняя {words}"]), "remove-article")
    act = project.change_articles(remove(["статья-3"]), "remove-article")
    project.change_articles(bring_back(["статья-3"]), "remove-article", undoes=act)


def edit_register(project: Project, words: str) -> None:
    """Add two sources, link actors of two articles to them, change one and merge the two."""
    registers = Registers(project)
    one, two = (Source(id=f"s_{words}_{n}", name=f"Имя {n} {words}", role="мэр") for n in (1, 2))
    links = [Links(f"статья-{n}", project.author, (f"a_{n}",), one.id) for n in (0, 1)]
    registers.change("accept-sources", [*add(one), *add(two)], links)
    registers.change("describe-source", describe(one, replace(one, identifier=f"Q{len(words)}")))
    registers.change("merge-sources", merge(registers.register(), one.id, [two.id]))


def proposals(text: str, draw: random.Random) -> list[Item]:
    actors = [Actor(id=f"a_{n}", name=f"Имя {n}") for n in range(3)]
    starts = draw.sample(range(60, len(text) - 40), 48)
    entities = [
        Entity(
            id=f"e_{n}",
            label="PER",
            range=Range(at, at + 6),
            actor=f"a_{n % 3}" if n % 4 == 0 else None,
            score=0.5,
            state=State.AUTO,
        )
        for n, at in enumerate(starts)
    ]
    quotations = [
        Quotation(
            id=f"q_{n}",
            form=Form.DIRECT,
            ranges=(Range(n * 9, n * 9 + 8),),
            speaker=f"a_{n % 3}",
            cue=Range(20, 25),
            state=State.AUTO,
        )
        for n in range(4)
    ]
    return [*actors, *entities, *quotations]


def work(project: Project, draw: random.Random, count: int) -> None:
    """Make edits of every kind in the author's layers of all articles."""
    for row in project.article_rows(project.author):
        layer = project.working_layer(row.id, project.author)
        for number in range(count):
            at = draw.randrange(len(layer.article.text) - 12)
            names = [item.id for item in layer.annotations()]
            one = draw.choice(names)
            edit = (
                edits.add_entity("ORG", Range(at, at + 5)),
                edits.set_note(layer, one, f"заметка {at}"),
                edits.add_quotation(Form.INDIRECT, [Range(at, at + 9)]),
                edits.delete(layer, [one]),
                edits.set_status(layer, draw.choice((Status.IN_PROGRESS, Status.DONE))),
            )[number % 5]
            with contextlib.suppress(UserError):
                layer, _ = project.commit(layer, edit)


def snapshot(path: Path) -> dict[str, Any]:
    """Return all that a project holds, as plain values."""
    with Project.open(path, "damage", read_only=True) as project:
        found = {(article.id, layer.annotator): layer for article, layer in project.records()}
        rows = project.article_rows("damage")
        return {
            "layers": {"\t".join(name): items_of(layer) for name, layer in found.items()},
            "texts": {row.id: project.article(row.id).digest for row in rows},
            "articles": {
                row.id: [row.title, project.article(row.id, removed=removed).meta, removed]
                for removed in (False, True)
                for row in project.article_rows("damage", ArticleQuery(removed=removed))
            },
            "acts": sorted(f"{act.author} {act.name} {act.edits}" for act in project.article_acts()),
            "register acts": sorted(f"{act.author} {act.name} {act.edits}" for act in Registers(project).acts()),
            "sources": sorted(str(source) for source in Registers(project).register()),
            "comments": sorted(f"{c.article} {c.author} {c.text}" for c in Reviews(project).comments()),
            "assignments": sorted(f"{a.article} {a.annotator}" for a in Reviews(project).assignments()),
            "conflicts": sorted(f"{c.article} {c.conflict.item}" for c in open_conflicts(project)),
            "values": json.dumps(project.value("place")),
        }


def items_of(layer: Layer) -> dict[str, Any]:
    return {item.id: msgspec.to_builtins(item) for item in layer.everything()}
