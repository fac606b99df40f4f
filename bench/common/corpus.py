"""A project of many articles: the paragraphs of our sample in other orders, with layers as dense as in the press."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from random import Random

from msgspec.structs import replace

from core.formats.base import Options
from core.formats.jsonl import read
from core.model import AUTO, Actor, Article, Entity, Item, Quotation, Range, State
from core.model.layer import Layer
from core.model.text import digest, paragraphs
from core.store import Project

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample" / "sample-gold.jsonl"
LENGTH = 3000
"""Code points of an article."""
DENSITY = 0.4
"""Share of the sample's quotations that is kept: 9 to 10 an article, as in our gold; the sample has 24."""
SOURCES = ("Заречье-Пресс", "Волга-Информ", "Нива", "Вестник Лужска", "Тагма сегодня", "Канал «Причал»", "")
BATCH = 1000
"""Articles written by one transaction."""


class Block:
    """A paragraph of the sample with the items that lie in it, their offsets from its start."""

    def __init__(self, text: str, items: list[Item], actors: dict[str, Actor]) -> None:
        self.text = text
        self.items = items
        self.actors = actors


def blocks() -> list[Block]:
    """Return the paragraphs of the sample."""
    out = []
    for number, record in enumerate(read(SAMPLE, Options())):
        layer = record.layer  # type: ignore[union-attr]
        text = layer.article.text
        actors = {one.id: replace(one, id=f"{one.id}-{number}") for one in layer.actors()}
        for span in paragraphs(text):
            if span.start < span.end:
                inside = [one for one in layer.everything() if _is_in(one, span)]
                out.append(Block(text[slice(*span)], [_moved(one, -span.start) for one in inside], actors))
    return out


def _is_in(item: Item, span: Range) -> bool:
    spans: list[Range] = []
    if isinstance(item, Entity):
        spans = [item.range]
    elif isinstance(item, Quotation):
        spans = [*item.ranges, *(one for one in (item.cue, item.mention) if one is not None)]
    return bool(spans) and all(span.contains(one) for one in spans)


def _shift(span: Range | None, by: int) -> Range | None:
    return None if span is None else Range(span.start + by, span.end + by)


def _moved(item: Item, by: int) -> Item:
    if isinstance(item, Entity):
        return replace(item, range=_shift(item.range, by))
    assert isinstance(item, Quotation)
    ranges = tuple(Range(one.start + by, one.end + by) for one in item.ranges)
    return replace(item, ranges=ranges, cue=_shift(item.cue, by), mention=_shift(item.mention, by), parent=None)


def layers(count: int, seed: int = 1) -> Iterator[Layer]:
    """Yield the layers of so many articles, each with its own text."""
    drawn, every = Random(seed), blocks()
    day = dt.date(2020, 1, 1)
    for number in range(count):
        pieces, items, actors, length = [], [], {}, 0
        while length < LENGTH:
            block = every[int(drawn.random() * len(every))]
            for at, one in enumerate(block.items):
                if isinstance(one, Quotation) and drawn.random() > DENSITY:
                    continue
                items.append(_taken(one, length, f"{len(pieces)}-{at}", block.actors, actors, drawn))
            pieces.append(block.text)
            length += len(block.text) + 1
        text = "\n".join(pieces)
        meta = {"published": (day + dt.timedelta(days=int(drawn.random() * 2190))).isoformat()}
        if source := SOURCES[int(drawn.random() * len(SOURCES))]:
            meta["source"] = source
        title = f"{pieces[0][:60]} ({number})"
        article = Article(id=f"n-{number:06}", title=title, text=text, digest=digest(text), meta=meta)
        yield Layer(article, AUTO, [*actors.values(), *items])


def _taken(item: Item, by: int, id_: str, known: dict[str, Actor], actors: dict[str, Actor], drawn: Random) -> Item:
    """Return an item of a block in its new article, a proposal with a score; its actor comes with it."""
    moved = _moved(item, by)
    assert isinstance(moved, (Entity, Quotation))
    owner = moved.speaker if isinstance(moved, Quotation) else moved.actor
    actor = known[owner] if owner is not None else None
    if actor is not None:
        actors[actor.id] = actor
    changes = {"id": f"{moved.id}-{id_}", "state": State.AUTO, "score": round(0.5 + drawn.random() / 2, 3), "rule": "b"}
    name = "speaker" if isinstance(moved, Quotation) else "actor"
    return replace(moved, **changes, **{name: actor.id if actor is not None else None})


def make_project(path: Path, count: int) -> Project:
    """Write a project of so many articles and return it open."""
    project = Project.create(path, "bench")
    source = layers(count)
    for first in range(0, count, BATCH):
        with project.transaction():
            for _ in range(min(BATCH, count - first)):
                project.add_annotated(next(source), "pre-annotate")
    return project
