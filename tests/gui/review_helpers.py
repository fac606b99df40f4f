"""Two annotators' layers of an article of ours, with one difference of each sort, in a project on disk."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from core.formats.base import make_article
from core.model import Actor, Article, Entity, Form, Head, Item, Quotation, Range, Status
from core.model.edits import fill
from core.model.layer import Layer
from core.store import Project

TEXT = (
    "«Мост откроют в мае, — сказал глава Заречья Пётр Ёлкин, — и дорогу тоже».\n"
    "По словам инженера, опоры готовы. Жители ждут, заявила Инна Белова.\n"
    "«Это победа», — написал «Новый день». Зима близко.\n"
)
ARTICLE = make_article("most", "Мост откроют в мае", TEXT)
PLAIN = make_article("tiho", "Без разногласий", "«Тихо», — сказал Пётр Ёлкин.\n")


def place(words: str, text: str = TEXT) -> Range:
    at = text.index(words)
    return Range(at, at + len(words))


ACTORS = (
    Actor(id="a1", name="Пётр Ёлкин"),
    Actor(id="a2", name="инженер"),
    Actor(id="a3", name="Инна Белова"),
    Actor(id="a4", name="Новый день"),
)
FIRST = Quotation(
    id="q1",
    form=Form.DIRECT,
    ranges=(place("«Мост откроют в мае"), place("и дорогу тоже»")),
    cue=place("сказал"),
    mention=place("глава Заречья Пётр Ёлкин"),
    speaker="a1",
)
SECOND = Quotation(
    id="q2",
    form=Form.INDIRECT,
    ranges=(place("опоры готовы"),),
    cue=place("По словам"),
    mention=place("инженера"),
    speaker="a2",
)
THIRD = Quotation(id="q3", form=Form.INDIRECT, ranges=(place("Жители ждут"),), cue=place("заявила"), speaker="a3")
FOURTH = Quotation(id="q4", form=Form.DIRECT, ranges=(place("«Это победа»"),), cue=place("написал"), speaker="a4")
NAME = Entity(id="e1", label="PER", range=place("Пётр Ёлкин"), actor="a1")
ANNA: tuple[Item, ...] = (*ACTORS, FIRST, SECOND, THIRD, NAME)
BORIS: tuple[Item, ...] = (
    *ACTORS,
    FIRST,
    replace(SECOND, form=Form.MIXED, speaker="a3", ranges=(place("опоры готовы."),)),
    FOURTH,
    NAME,
)
"""Agreed: q1 and e1. q2 differs by form, speaker and edge; q3 and q4 are only in one."""


def make_review(path: Path, *more: tuple[str, tuple[Item, ...]]) -> Path:
    """Make a project with the layers of anna and boris (and others) on one article, and a second that all agree on."""
    with Project.create(path, "vera") as project:
        for article in (ARTICLE, PLAIN):
            project.add_article(article)
        for name, items in (("anna", ANNA), ("boris", BORIS), *more):
            _write(project, ARTICLE, name, items)
        quiet = Quotation(id="q1", form=Form.DIRECT, ranges=(place("«Тихо»", PLAIN.text),))
        for name in ("anna", "boris"):
            _write(project, PLAIN, name, (quiet,))
    return path


def _write(project: Project, article: Article, name: str, items: tuple[Item, ...]) -> None:
    base = Layer(article, name)
    project.commit(base, fill(base, (*items, Head(status=Status.DONE)), "import"))
