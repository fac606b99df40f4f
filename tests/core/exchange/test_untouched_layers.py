"""A layer of a file in which its annotator has done nothing does not count, unless layers of a machine are measured."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import UserError
from core.exchange.layer_sources import FileLayers
from core.formats.jsonl import write_record
from core.model import Actor, Entity, Form, Head, Item, Quotation, Range, State, Status
from core.model.layer import Layer
from tests.acts import article_of

TOUCHED: tuple[tuple[Item, ...], ...] = (
    (Entity(id="e", label="PER", range=Range(0, 4)),),
    (Quotation(id="q", form=Form.MIXED, ranges=(Range(0, 4),)),),
    (Actor(id="a", name="Ли"),),
    (Entity(id="e", label="PER", range=Range(0, 4), state=State.REJECTED),),
    (Head(note="н"),),
    (Head(flags=("unsure",)),),
    *((Head(status=status),) for status in Status if status is not Status.NEW),
)


def written(folder: Path, *layers: tuple[Item, ...]) -> Path:
    path = folder / "layers.jsonl"
    lines = []
    for number, items in enumerate(layers):
        article = article_of("Мост готов.", f"a{number}")
        lines.append(write_record(article, Layer(article, "anna", items)) + b"\n")
    path.write_bytes(b"".join(lines))
    return path


def test_whatever_was_done_makes_a_layer_count(tmp_path: Path) -> None:
    path = written(tmp_path, (), *TOUCHED, (Head(),))
    assert FileLayers(path).articles() == [f"a{number}" for number in range(1, len(TOUCHED) + 1)]
    assert FileLayers(path, unbegun=True).articles() == [f"a{number}" for number in range(len(TOUCHED) + 2)]


def test_a_file_of_untouched_layers_has_none(tmp_path: Path) -> None:
    path = written(tmp_path, (), ())
    with pytest.raises(UserError) as refused:
        FileLayers(path, "anna")
    assert refused.value.code == "layers-none"
    assert len(FileLayers(path, "anna", unbegun=True).articles()) == 2
