"""The index answers as a look at every text does, for corpora and queries drawn at random, and after acts on them."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from core.corpus import indexing
from core.corpus.corpus import Corpus
from core.corpus.query import Field, Filter, Order, Query, Where
from core.store import Project
from core.store.search_index import columns, words
from tests.corpus_samples import NAMES, corpus, fill, node_of, scan
from tests.drawing import pick

FILTERS = (
    (Field.FORM, ("direct", "mixed")),
    (Field.STATE, ("settled", "proposed", "accepted", "rejected")),
    (Field.GENDER, ("feminine", "none")),
    (Field.KIND, ("person", "none")),
    (Field.FLAG, ("спорно",)),
    (Field.SOURCE, ("ТАСС", "none")),
    (Field.LAYER, ("any", "anna")),
    (Field.SPEAKER, (*NAMES, "none")),
)


def query_of(drawn: Random) -> Query:
    """Draw a query: words, where they stand, filters on items."""
    where = pick(drawn, tuple(Where))
    filters = []
    if where is not Where.TEXT:
        for field, values in FILTERS:
            if drawn.random() < 0.2 and not (field is Field.FORM and where is Where.ENTITY):
                negated = drawn.random() < 0.3 and field is not Field.LAYER
                filters.append(Filter(field, (pick(drawn, values),), negated))
    return Query(words=node_of(drawn), where=where, filters=tuple(filters))


def check(project: Project, found: Corpus, query: Query, order: Order = Order.ARTICLE) -> int:
    """Compare one answer with a look at every text; return how many lines it has."""
    expected = scan(project, query)
    page = found.search(query, order, limit=1000)
    assert page is not None
    if not expected and query.looks_in is not Where.TEXT:
        return 0  # a query that only leaves out shows whole items
    assert {(line.article, line.start, line.end) for line in page.lines} == expected
    assert page.total == len(page.lines)
    assert page.articles == len({article for article, _, _ in expected})
    return page.total


@pytest.mark.parametrize("seed", range(10))
def test_the_index_finds_what_a_look_at_every_text_finds(tmp_path: Path, seed: int) -> None:
    drawn = Random(seed)
    hits = 0
    with corpus(tmp_path / "п.citata", seed, 12) as project, Corpus(project) as found:
        assert found.sync()
        for _ in range(60):
            hits += check(project, found, query_of(drawn), pick(drawn, tuple(Order)))
    assert hits > 30


@pytest.mark.parametrize("seed", range(20, 25))
def test_so_it_does_with_many_small_pieces(tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a large corpus has them: many segments, chunks of the stream, chunks of columns, some of them not packed."""
    for module, name, value in (
        (words, "CHUNK", 7), (words, "SMALL", 40), (columns, "CHUNK", 3), (indexing, "TEXTS", 2),
        (indexing, "WORDS", 20), (indexing, "LAYERS", 3), (indexing, "CHUNKS", 2),
    ):  # fmt: skip
        monkeypatch.setattr(module, name, value)
    drawn = Random(seed)
    with corpus(tmp_path / "п.citata", seed, 8) as project, Corpus(project) as found:
        for number in range(5):
            fill(project, drawn, 2, first=20 + 2 * number)
            assert found.sync()
            if drawn.random() < 0.5:
                with found.index._changing() as db:
                    db.execute("DELETE FROM packed WHERE key % 3 = 0")
            for _ in range(15):
                check(project, found, query_of(drawn), pick(drawn, tuple(Order)))
