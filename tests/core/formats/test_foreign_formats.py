"""Foreign formats there and back: what they can hold comes back equal, what they cannot is counted."""

from __future__ import annotations

import itertools
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from core.formats import format_named
from core.formats.base import Options, Record
from core.formats.brat import LINE_BREAKS
from core.formats.jsonl import read_jsonl
from core.model import Actor, Entity, Form, Quotation, Range, State, Status
from core.model.layer import Layer
from tests.acts import article_of, items
from tests.meaning import meaning
from tests.paths import GOLDEN

BOTH_WAYS = ["doccano", "label-studio", "prodigy", "brat", "uima-xmi", "uima-json", "webanno"]
HARD = "аЁ «»\".,!\n7Zи\u0306\u00a0\u2028😀👩🇷🇺<&>|[]\\_*;'"


def holds(name: str) -> frozenset[str]:
    return frozenset(format_named(name).module_loaded().HOLDS)


def there_and_back(name: str, layers: list[Layer], folder: Path, **options: Any) -> list[Layer]:
    row = format_named(name)
    path = folder / ("out" if row.folder else f"out{row.suffixes[0]}")
    chosen = Options(**options)
    row.write(path, [Record(layer.article, layer) for layer in layers], chosen)
    found = list(row.read(path, chosen))
    assert all(isinstance(record, Record) for record in found), found
    by_id = {record.article.id: record.layer for record in found if isinstance(record, Record)}
    assert len(by_id) == len(found)
    return [by_id[layer.article.id] for layer in layers]


@st.composite
def hard_layers(draw: st.DrawFn, article_id: str = "a-1") -> Layer:
    text = draw(st.text(alphabet=HARD, min_size=4, max_size=60).filter(lambda text: not text.isspace()))
    drawn = draw(items(len(text)))
    article = replace(article_of(text, article_id), title="Заголовок", meta={"source": "Вестник"})
    return Layer(article, "anna", drawn)


def fits_brat(layer: Layer) -> bool:
    """Tell whether no span begins or ends with a line break, and no two fragments have only breaks between them."""
    text = layer.article.text
    marks = layer.inside(0, len(text))
    if any({text[mark.start], text[mark.end - 1]} & set(LINE_BREAKS) for mark in marks):
        return False
    gaps = [text[a.end : b.start] for q in layer.quotations() for a, b in itertools.pairwise(q.ranges)]
    return all(gap.strip(LINE_BREAKS) for gap in gaps)


def on_tokens(layer: Layer) -> Layer:
    """Return a layer as tokens can hold it: a word after every line break, no white space at the edges of spans."""
    text = re.sub(r"\s", lambda match: "а" if match[0] == "\n" else match[0], layer.article.text)
    text = "".join("б" if c.isspace() else c for c in text)
    return Layer(replace(article_of(text), title=None), "anna", layer.everything())


@pytest.mark.parametrize("name", BOTH_WAYS)
@settings(max_examples=60)
@given(layer=hard_layers())
def test_what_a_format_holds_comes_back(name: str, layer: Layer, tmp_path: Path) -> None:
    if name == "brat":
        assume(fits_brat(layer))
    if name == "webanno":
        layer = on_tokens(layer)
    (back,) = there_and_back(name, [layer], tmp_path)
    assert meaning(back, holds(name)) == meaning(layer, holds(name))


@pytest.mark.parametrize("name", ["doccano", "label-studio"])
def test_offsets_are_code_points_or_utf16_as_chosen(name: str, tmp_path: Path) -> None:
    layer = Layer(article_of("😀 Анна и Ян"), "anna", [Entity(id="e1", label="PER", range=Range(2, 6))])
    row = format_named(name)
    path = tmp_path / f"out{row.suffixes[0]}"
    row.write(path, [Record(layer.article, layer)], Options(offsets="utf-16"))
    (record,) = row.read(path, Options(offsets="utf-16"))
    assert isinstance(record, Record)
    assert record.layer.entities()[0].range == Range(2, 6)
    (record,) = row.read(path, Options(repair=True))
    if name == "label-studio":
        assert isinstance(record, Record)
        assert record.layer.entities()[0].range == Range(2, 6)
        assert "UTF-16" in record.notes[0]
        (refused,) = row.read(path, Options())
        assert "UTF-16" in refused.reason  # type: ignore[union-attr]


@pytest.mark.parametrize("name", BOTH_WAYS)
def test_the_golden_articles_survive(name: str, tmp_path: Path) -> None:
    layers = [record.layer for record in read_jsonl(GOLDEN) if isinstance(record, Record)]
    back = there_and_back(name, layers, tmp_path)
    assert [meaning(layer, holds(name)) for layer in back] == [meaning(layer, holds(name)) for layer in layers]


def test_what_is_not_held_is_counted(tmp_path: Path) -> None:
    entity = Entity(
        id="e1", label="PER", range=Range(0, 4), actor="a1", state=State.AUTO, score=0.5, rule="r", note="n"
    )
    gone = Quotation(id="q1", form=Form.MIXED, ranges=(Range(0, 2),), state=State.REJECTED)
    layer = Layer(article_of("Анна тут"), "anna", [Actor(id="a1", name="Анна"), entity, gone])
    summary = format_named("doccano").write(tmp_path / "x.jsonl", [Record(layer.article, layer)], Options())
    assert dict(summary.lines()) == {
        "actors": 1,
        "states (proposed, accepted, corrected)": 1,
        "scores": 1,
        "rules": 1,
        "notes": 1,
        "rejected items": 1,
    }
    assert (summary.articles, summary.items) == (1, 1)
    assert Status.NEW is layer.head.status
