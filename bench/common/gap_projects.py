"""Projects for ``bench/gaps.py``: the sizes at which a window might stand still."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from bench.common.articles import SIZES, grown, samples
from core.formats.base import make_article
from core.model import AUTO, Actor, Entity, Form, Head, Item, Quotation, Range, State, Status
from core.model.layer import Layer
from core.store import Project

AUTHOR = "bench"
SMALL, LARGE, CHECKED = "3 KB", "1 MB", "100 KB"
TEXT = "Глава Заречья сообщил, что мост откроют осенью. «Деньги уже есть», — добавил он. "


def sizes(path: Path) -> None:
    """Write a project with an article of each size, pre-annotated; the ids are ``grown-<code points>``."""
    with Project.create(path, AUTHOR) as project:
        for length, number in SIZES.values():
            _add(project, grown(length, number, AUTO))


def article_id(size: str) -> str:
    """Return the id of the article of a size."""
    return f"grown-{SIZES[size][0]}"


def two_layers(path: Path) -> None:
    """Write a project with 2 layers of 20,000 items in one article; every fourth item differs."""
    one = grown(*SIZES[LARGE], "anna", State.MANUAL)
    other = Layer(one.article, "boris", _changed(one))
    with Project.create(path, AUTHOR) as project:
        _add(project, grown(*SIZES[SMALL], AUTO))
        project.add_article(one.article)
        for layer in (one, other):
            project.add_layer(layer, "import")


def _changed(layer: Layer) -> list[Item]:
    out: list[Item] = []
    for at, item in enumerate(layer.everything()):
        if at % 4 or not isinstance(item, (Entity, Quotation)):
            out.append(item)
        elif isinstance(item, Entity):
            out.append(replace(item, label="ORG" if item.label != "ORG" else "LOC"))
        else:
            form = Form.MIXED if item.form is not Form.MIXED else Form.INDIRECT
            out.append(replace(item, form=form, cue=None if at % 8 else item.cue))
    return out


def one_spot(path: Path, number: int) -> None:
    """Write a project with 2 layers whose ``number`` items lie over one another, no two of them alike."""
    text = TEXT * (number * 3 // len(TEXT) + 2)
    article = make_article("spot", "one spot", text)
    with Project.create(path, AUTHOR) as project:
        project.add_article(article)
        for side, name in enumerate(("anna", "boris")):
            items = [
                Quotation(
                    id=f"{name}{n}", form=Form.DIRECT, ranges=(Range(n, len(text) - 2 * n - side),), state=State.MANUAL
                )
                for n in range(number)
            ]
            project.add_layer(Layer(article, name, items), "import")


def pile(path: Path, number: int) -> None:
    """Write a project with ``number`` proposals that overlap at random in an article of 3,000 code points."""
    draw = random.Random(1)
    article = make_article("pile", "over one another", TEXT * 40)
    length = len(article.text)
    items: list[Item] = []
    for n in range(number):
        start = draw.randrange(length // 2)
        span = Range(start, draw.randrange(length // 2 + 1, length))
        shared = {"state": State.AUTO, "score": 0.8, "rule": "bench"}
        if n % 2:
            items.append(Entity(id=f"e{n}", label="PER", range=span, **shared))
        else:
            items.append(Quotation(id=f"q{n}", form=Form.DIRECT, ranges=(span,), **shared))
    with Project.create(path, AUTHOR) as project:
        _add(project, grown(*SIZES[SMALL], AUTO))
        _add(project, Layer(article, AUTO, items))


def chain(path: Path, number: int) -> None:
    """Write a project with ``number`` quotations each of which stands in the one before."""
    article = make_article("chain", "each in the one before", TEXT * (2 * number // len(TEXT) + 2))
    items = [
        Quotation(
            id=f"q{n}",
            form=Form.DIRECT,
            ranges=(Range(n, 2 * number + 20 - n),),
            parent=f"q{n - 1}" if n else None,
            state=State.AUTO,
            score=0.8,
            rule="bench",
        )
        for n in range(number)
    ]
    with Project.create(path, AUTHOR) as project:
        _add(project, grown(*SIZES[SMALL], AUTO))
        _add(project, Layer(article, AUTO, items))


def many(path: Path, number: int) -> None:
    """Write a project of ``number`` short articles; each tenth is begun, each fifth of those with a proposal left."""
    _write(path, number, lambda: None)


def _write(path: Path, number: int, proposals: Callable[[], list[Item] | None]) -> None:
    """Write a project of short articles, each with what ``proposals`` gives for it; each tenth is begun."""
    with Project.create(path, AUTHOR) as project:
        for first in range(0, number, 5000):
            with project.transaction():
                for n in range(first, min(first + 5000, number)):
                    article = make_article(f"n-{n}", f"Новость {n * 7919 % number} из Заречья", f"{n}. {TEXT * 4}")
                    project.add_article(article)
                    if (items := proposals()) is not None:
                        project.add_layer(Layer(article, AUTO, items), "pre-annotate")
                    if n % 10 == 0:
                        project.add_layer(Layer(article, AUTHOR, _begun(n)), "import")


def _begun(n: int) -> list[Item]:
    state = State.AUTO if n % 50 == 0 else State.MANUAL
    quotation = Quotation(id=f"q{n}", form=Form.DIRECT, ranges=(Range(10, 40),), state=state, score=0.8, rule="bench")
    entity = Entity(id=f"e{n}", label="LOC", range=Range(50, 60), state=State.AUTO, score=0.7, rule="bench")
    return [Head(status=Status.IN_PROGRESS), quotation, entity]


def proposed(path: Path, number: int) -> None:
    """Write a project of ``number`` short articles with proposals, of 20,000 people; each tenth is begun."""
    draw = random.Random(2)
    _write(path, number, lambda: _proposals(draw))


def _proposals(draw: random.Random) -> list[Item]:
    name = f"Лугин {draw.randrange(20_000)}"
    proposal = {"state": State.AUTO, "rule": "bench"}
    said = Quotation(id="q1", form=Form.DIRECT, ranges=(Range(60, 80),), speaker="a1", score=draw.random(), **proposal)
    place = Entity(id="e1", label="LOC", range=Range(10, 17), score=draw.random(), **proposal)
    person = Entity(id="e2", label="PER", range=Range(20, 27), actor="a1", score=draw.random(), **proposal)
    return [Actor(id="a1", name=name), said, place, person]


def texts(folder: Path, number: int) -> None:
    """Write ``number`` text files to be imported."""
    folder.mkdir()
    source = samples()
    for n in range(number):
        text = f"Выпуск {n}.\n{source[n % len(source)].article.text}"
        (folder / f"text-{n:04}.txt").write_text(text, encoding="utf-8")


def _add(project: Project, layer: Layer) -> None:
    project.add_article(layer.article)
    project.add_layer(layer, "pre-annotate")
