"""The article list is what a plain model of it gives, for every annotator, filter and order of a drawn project."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from core.model import AUTO, GOLD, Status
from core.store import ArticleQuery, Project
from core.store.articles import ArticleRow
from tests.store_samples import make_article

PEOPLE = ("Анна", "Борис", GOLD, AUTO)
TITLES = (None, "Завод", "завод и Мост", "МОСТ", "100% правды", "Ёлка")
FLAGS = ("[]", "[]", '["?"]', '["hard"]', '["?","hard"]')


class Held(NamedTuple):
    """A layer of the model: what its row says, and flags and notes of its items."""

    status: str
    note: str
    flags: str
    settled: int
    total: int
    changed: str
    items: list[tuple[str, str]]


class Model(NamedTuple):
    """What stands in the project: article ids with titles and lengths, layers and assignments."""

    articles: list[tuple[str, str | None, int]]
    layers: dict[tuple[int, str], Held]
    given: dict[tuple[int, str], str]

    def row(self, key: int, who: str) -> ArticleRow:
        """Return the row of an article, by its number from 1, as an annotator sees it."""
        name, title, length = self.articles[key - 1]
        mine = self.layers.get((key, who))
        auto = None if self.given.get((key, who)) == "nothing" else self.layers.get((key, AUTO))
        of = {annotator: held for (at, annotator), held in self.layers.items() if at == key}
        returned = who == GOLD and any(held.status == "returned" for held in of.values())
        counted = mine or auto
        return ArticleRow(
            id=name,
            title=title,
            status=Status("returned" if returned else mine.status if mine else "new"),
            settled=counted.settled if counted else 0,
            total=counted.total if counted else 0,
            flags=flags_of(mine.flags) if mine else (),
            flagged=sum(flags != "[]" for flags, _ in mine.items) if mine else 0,
            assigned=tuple(sorted(annotator for at, annotator in self.given if at == key)),
            length=length,
            started=mine is not None,
            layers=tuple(sorted((annotator, Status(held.status)) for annotator, held in of.items())),
            proposed=auto is not None,
        )

    def fits(self, key: int, who: str, query: ArticleQuery) -> bool:
        """Tell whether an article is in a list."""
        row, mine = self.row(key, who), self.layers.get((key, who))
        flags = {flag for found, _ in mine.items for flag in flags_of(found)} | set(row.flags) if mine else set()
        noted = mine is not None and bool(mine.note or any(note for _, note in mine.items))
        return (
            query.text.strip().casefold() in f"{row.title or ''}\n{row.id}".casefold()
            and (not query.statuses or row.status in query.statuses)
            and (not query.flags or bool(flags & set(query.flags)))
            and (not query.noted or noted)
            and (query.assigned is None or query.assigned in row.assigned)
        )

    def listed(self, who: str, query: ArticleQuery) -> list[int]:
        """Return the numbers of the articles in a list, in its order."""
        orders: dict[str, Callable[[int], Any]] = {
            "added": lambda key: 0,
            "title": lambda key: f"{self.row(key, who).title or ''}\n{self.row(key, who).id}".casefold().replace(
                "ё", "е\uffff"
            ),
            "status": lambda key: str(self.row(key, who).status),
            "progress": lambda key: self.row(key, who).settled / max(1, self.row(key, who).total),
            "length": lambda key: self.row(key, who).length,
            "changed": lambda key: held.changed if (held := self.layers.get((key, who))) else "",
        }
        keys = [key for key in range(1, len(self.articles) + 1) if self.fits(key, who, query)]
        return sorted(keys, key=lambda key: (orders[query.order](key), key), reverse=query.descending)


def flags_of(data: str) -> tuple[str, ...]:
    return tuple(data.strip('[]"').split('","')) if data != "[]" else ()


def fill(project: Project, draw: random.Random) -> Model:
    """Put drawn articles, layers and assignments into a project."""
    model = Model([], {}, {})
    db = project._db
    for key in range(1, 31):
        article = make_article(f"a-{key}", "т" * draw.randrange(1, 9), draw.choice(TITLES))
        project.add_article(article)
        model.articles.append((article.id, article.title, len(article.text)))
        for who in PEOPLE:
            if draw.random() < 0.3:
                start = draw.choice(("nothing", "proposals"))
                model.given[key, who] = start
                db.execute("INSERT INTO assignment VALUES (?, ?, 'x', 'x', ?)", (key, who, start))
            if draw.random() < 0.6:
                total = draw.randrange(4)
                held = Held(
                    draw.choice(list(Status)).value, draw.choice(("", "", "", "заметка")), draw.choice(FLAGS),
                    draw.randrange(total + 1), total, f"2026-01-{draw.randrange(1, 9):02}T00:00:00Z",
                    [(draw.choice(FLAGS), draw.choice(("", "", "", "заметка"))) for _ in range(draw.randrange(3))],
                )  # fmt: skip
                model.layers[key, who] = held
                number = db.execute(
                    "INSERT INTO layer VALUES (NULL, ?, ?, ?, ?, ?, '{}', ?, ?, '2026-01-01T00:00:00Z', ?)",
                    (key, who, held.status, held.note, held.flags, held.settled, held.total, held.changed),
                ).lastrowid
                for at, (flags, note) in enumerate(held.items):
                    write_item(project, int(number or 0), at, flags, note)
    return model


def write_item(project: Project, layer: int, at: int, flags: str, note: str) -> None:
    """Write the row of an entity or of a quotation, in turn."""
    table, own = ("entity", {"label": "PER"}) if at % 2 else ("quotation", {"form": "direct", "ranges": "[[0,1]]"})
    project._db.table(table).insert(
        {
            "layer": layer, "id": f"{table}-{at}", **own, "start": 0, "end": 1, "state": "manual", "note": note,
            "flags": flags, "extra": "{}", "text": "т",
        }
    )  # fmt: skip


FILTERS: tuple[dict[str, Any], ...] = (
    {}, {"text": "завод"}, {"text": " МОСТ"}, {"text": "%"}, {"text": "a-1"}, {"text": "ё"}, {"text": "нет"},
    {"statuses": (Status.RETURNED,)}, {"statuses": (Status.NEW, Status.DONE)}, {"flags": ("?",)},
    {"flags": ("hard", "x")}, {"flags": ("x",)}, {"noted": True}, {"assigned": "Анна"}, {"assigned": GOLD},
    {"assigned": "Вера"}, {"text": "о", "statuses": (Status.DONE, Status.IN_PROGRESS), "flags": ("hard", "?")},
    {"noted": True, "assigned": "Борис"},
)  # fmt: skip


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Model]:
    """The project and its model."""
    path = tmp_path_factory.mktemp("list") / "п.citata"
    with Project.create(path, "Анна") as project, project.transaction():
        return path, fill(project, random.Random(11))


@pytest.mark.parametrize("who", [*PEOPLE, "Вера"])
def test_the_list_is_what_the_model_says(drawn: tuple[Path, Model], who: str) -> None:
    path, model = drawn
    orders = itertools.cycle(
        (order, descending)
        for order in ("added", "title", "status", "progress", "length", "changed")
        for descending in (False, True)
    )
    with Project.open(path, "Анна", read_only=True) as project:
        for filters in FILTERS * 2:
            order, descending = next(orders)
            query = ArticleQuery(**filters, order=order, descending=descending)
            keys = model.listed(who, query)
            expected = [model.row(key, who) for key in keys]
            assert list(project.article_keys(who, query)) == keys, query
            assert project.article_rows(who, query) == expected, query
            assert project.article_rows(who, query, 2, 3) == expected[2:5], query
            assert project.article_count(who, query) == len(keys), query
            assert project.rows_by_key(who, [*keys[::-1], 99]) == expected[::-1], query


def test_what_is_by_hand_has_nothing_to_measure_against(drawn: tuple[Path, Model]) -> None:
    _, model = drawn
    rows = [model.row(key, who) for key in range(1, 31) for who in PEOPLE]
    assert {(row.settled == row.total, row.proposed, row.by_hand) for row in rows} == {
        (True, True, False), (True, False, True), (False, True, False), (False, False, False),
    }  # fmt: skip
