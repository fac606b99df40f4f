"""Counts of drawn projects: rows add up to the total, and the query of every row lists exactly its quotations."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace

from core.corpus.corpus import Corpus
from core.corpus.counting.quotations import count
from core.corpus.counting.types import Axis, Figures, Scope, States, Table
from core.model import Actor, ActorKind
from core.model.gender import Gender
from core.model.layer import Layer
from core.model.register import Source, SourceEdit
from core.store import Project, Registers
from tests.corpus_samples import ANNOTATORS, article_of, layer_of
from tests.drawing import pick

SOURCES = (
    Source(id="s_1", name="Инна Белова", kind=ActorKind.PERSON, gender=Gender.FEMININE),
    Source(id="s_2", name="Лев Ким", kind=ActorKind.PERSON),
    Source(id="s_3", name="Ким", merged="s_2"),
)
WHERE = (
    "", "", "", "мост", "мост OR река", "мост река -стали", "form:direct,mixed", "speaker:Белов", "speaker:Ким мост*",
    "in:cue сказал", "in:mention", "state:rejected", "state:accepted,auto", "layer:any", "gender:none", "-source:ТАСС",
    "date:2026-05", "date:none", "cue:сказать", "flag:спорно", "/м\\w+т/ in:quotation", "speaker:@s_3", "beside:Белов",
    "status:new,done", "(мост OR и) kind:person", 'show:whole "в ..2 и" AND form:direct',
)  # fmt: skip


def drawn_project(path: Path, drawn: Random, count: int) -> Project:
    """Make a project of drawn articles, some of whose actors are linked to the register."""
    project = Project.create(path, "anna")
    Registers(project).change("add", [SourceEdit(None, one) for one in SOURCES])
    for number in range(count):
        article = article_of(drawn, number)
        project.add_article(article)
        for annotator in ANNOTATORS:
            if drawn.random() < 0.5:
                made = layer_of(drawn, article, annotator)
                items = [_drawn(drawn, one) for one in made.items.values()]
                project.add_layer(Layer(article, annotator, items), "import")
    return project


def _drawn(drawn: Random, item: object) -> object:
    """Link an actor or not, give it another name, a score to what can have one."""
    if isinstance(item, Actor):
        name = pick(drawn, (item.name, item.name, item.name.upper(), f"«{item.name}»", "—", 'ООО "Лев" «и» “Ким”'))
        return replace(item, source=pick(drawn, (None, None, "s_1", "s_2", "s_3", "s_9")), name=name)
    if hasattr(item, "score") and drawn.random() < 0.6:
        return replace(item, score=round(drawn.random(), 3))
    return item


def listed(found: Corpus, query: str) -> tuple[int, int]:
    """Return how many lines a query has, each of another quotation, and in how many articles."""
    page = found.search(query, limit=10_000)
    assert page is not None
    items = {(line.article, line.annotator, line.item) for line in page.lines}
    assert len(items) == len(page.lines) == page.total, query
    return page.total, page.articles


def check(found: Corpus, table: Table, drawn: Random) -> None:
    """Compare a table with the lines of its queries."""
    rows = [row.figures for row in table.rows]
    for name in ("quotations", "words", "settled", "scored"):
        assert sum(getattr(one, name) for one in rows) + getattr(table.rest, name) == getattr(table.total, name)
    assert sum(one.expected for one in rows) + table.rest.expected == pytest.approx(table.total.expected)
    if table.total.words and not table.rest_rows:
        assert sum(row.share for row in table.rows) == pytest.approx(1)
    assert len({row.key for row in table.rows}) == len(table.rows)
    for row in table.rows:
        assert listed(found, row.query) == (row.figures.quotations, row.figures.articles), row.query
        assert sum(cell.figures.quotations for cell in row.cells) in (row.figures.quotations, 0)
        for cell in row.cells:
            if drawn.random() < 0.3:
                assert listed(found, cell.query)[0] == cell.figures.quotations, cell.query
    for column in table.columns:
        assert listed(found, column.query) == (column.figures.quotations, column.figures.articles), column.query


@pytest.mark.parametrize("seed", range(12))
def test_rows_add_up_and_lead_back(tmp_path: Path, seed: int) -> None:
    drawn = Random(seed)
    quotations = 0
    with drawn_project(tmp_path / "п.citata", drawn, 10) as project, Corpus(project) as found:
        assert found.sync()
        for _ in range(25):
            by, second = pick(drawn, tuple(Axis)), pick(drawn, (None, None, *Axis))
            scope = Scope(pick(drawn, WHERE), pick(drawn, tuple(States)))
            most = pick(drawn, (None, 1, 3))
            table = count(found, by, second, scope, most=most)
            assert table is not None
            check(found, table, drawn)
            quotations += table.total.quotations
        whole = count(found, Axis.SPEAKER)
        assert whole is not None
        assert whole.total.quotations == listed(found, "in:quotation")[0]
    assert quotations > 30


def test_an_empty_project_has_no_rows(tmp_path: Path) -> None:
    with Project.create(tmp_path / "п.citata", "anna") as project, Corpus(project) as found:
        for by in Axis:
            table = count(found, by, Axis.MONTH, Scope("мост"))
            assert table is not None
            assert (table.rows, table.columns, table.total) == ((), (), Figures())
