"""What any writer writes its reader takes: characters that a format cannot hold are replaced and counted."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from core.formats import FORMATS, format_named
from core.formats.base import Options, Record, Summary
from core.model import Actor, Entity, Form, Item, Quotation, Range
from core.model.layer import Layer
from core.model.text import canonical
from core.words.exchange import SAID
from tests.acts import article_of

BOTH = [row.name for row in FORMATS if row.reads and row.writes]
ODD = "\x00\x01\x08\x0b\x0c\x1c\x1f\x7f\x85\u2028\u2029\ufffe\uffff"
REPLACED = "characters that a text file cannot hold (replaced by U+FFFD)"


def code(character: str) -> str:
    return f"{ord(character):04X}"


def written(name: str, layers: list[Layer], folder: Path) -> tuple[list[Layer], Summary]:
    """Return what the reader makes of what the writer wrote; nothing may be refused."""
    row = format_named(name)
    path = folder / ("out" if row.folder else f"out{row.suffixes[0]}")
    summary = row.write(path, [Record(layer.article, layer) for layer in layers], Options())
    found = list(row.read(path, Options()))
    assert all(isinstance(record, Record) for record in found), found
    return [record.layer for record in found if isinstance(record, Record)], summary


@st.composite
def odd_layers(draw: st.DrawFn) -> Layer:
    words = st.text(alphabet="аБ «»-\n" + ODD, min_size=1, max_size=12)
    text = canonical("Анна " + draw(words) + "б Иван" + draw(words) + " в.")
    cut = draw(st.integers(5, len(text) - 4))
    label = draw(st.sampled_from(["PER", "СВОЁ", "A\x01B", "ORG\u2028"]))
    return Layer(
        article_of(text, draw(st.sampled_from(["a-1", "а\x01б", "с\u2028т"]))),
        draw(st.sampled_from(["anna", "Борис\x02"])),
        [
            Actor(id="a1", name="Анна" + draw(words)),
            Entity(id="e1", label=label, range=Range(0, cut), actor="a1"),
            Quotation(id="q1", form=Form.DIRECT, ranges=(Range(2, cut),), speaker="a1", cue=Range(cut, cut + 2)),
        ],
    )


@pytest.mark.parametrize("name", BOTH)
@settings(max_examples=40)
@given(layer=odd_layers())
def test_whatever_is_written_is_read(name: str, layer: Layer, tmp_path: Path) -> None:
    other = Layer(replace(article_of("Нина Белова тут."), id="z-2"), "anna", [])
    back, _ = written(name, [layer, other], tmp_path)
    assert len(back) == 2


@pytest.mark.parametrize("name", ["brat", "webanno", "conll"])
@pytest.mark.parametrize("character", [*"\x00\x01\x1b\x7f\ufffe\uffff", "\ud800"], ids=code)
def test_a_character_that_a_text_file_cannot_hold_is_replaced_and_counted(
    name: str, character: str, tmp_path: Path
) -> None:
    text = f"Анна {character} и Ян"
    layer = Layer(article_of(text), "anna", [Entity(id="e1", label="PER", range=Range(0, 6))])
    (back,), summary = written(name, [layer], tmp_path)
    assert back.article.text == text.replace(character, "\ufffd")
    assert back.entities()[0].range == Range(0, 6)
    assert dict(summary.lines())[REPLACED] == 1
    assert REPLACED in SAID


@pytest.mark.parametrize("separator", list("\x0b\x0c\x85\u2028\u2029"), ids=code)
@pytest.mark.parametrize("name", ["brat", "webanno"])
def test_line_separators_stay_in_the_text_and_split_no_line(name: str, separator: str, tmp_path: Path) -> None:
    text = f"Анна{separator}Белова и Ян"
    layer = Layer(article_of(text), "anna", [Entity(id="e1", label="PER", range=Range(0, 11))])
    (back,), summary = written(name, [layer], tmp_path)
    assert back.article.text == text
    assert [entity.range for entity in back.entities()] == [Range(0, 11)]
    assert REPLACED not in dict(summary.lines())
    if name == "brat":
        (file,) = tmp_path.rglob("*.ann")
        assert len(file.read_text("utf-8").splitlines()) == 1  # as Python's own programs read it


def test_an_actors_name_and_a_label_are_held_too(tmp_path: Path) -> None:
    items: list[Item] = [
        Actor(id="a1\ud800", name="Ян\x01\r"),
        Entity(id="e1", label="P\x02", range=Range(0, 4), actor="a1\ud800"),
    ]
    layer = Layer(article_of("Анна тут"), "anna", items)
    for name in ("brat", "webanno"):
        (tmp_path / name).mkdir()
        (back,), summary = written(name, [layer], tmp_path / name)
        assert [actor.name.rstrip() for actor in back.actors()] == ["Ян\ufffd"]
        assert dict(summary.lines())[REPLACED] >= 1
    conll, summary = written("conll", [layer], tmp_path)
    assert [entity.label for entity in conll[0].entities()] == ["P\ufffd"]
    assert dict(summary.lines())[REPLACED] == 1
