"""What every format of text writes of several records: one full, one bare, one of odd spans, labels and names.

``test_golden_files`` has the one article that has everything; here stands what lies between records, what is written
where there is nothing to write, and what a format does with spans that it cannot hold as they are.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from core.formats import format_named
from core.formats.base import Options, Record
from core.model import AUTO, Actor, ActorKind, Entity, Form, Head, Quotation, Range, State, Status
from core.model.layer import Layer
from tests.acts import article_of
from tests.golden import same_as_golden

GOLDEN = Path(__file__).parent / "golden" / "written"
TEXT = "Анна 😀 Белова\n\n \n=сказала: «Да\nнет»\tи <ушла>. Паром & мост."


def at(words: str, cut: int = 0) -> Range:
    """Return where words stand, less their last characters."""
    start = TEXT.index(words)
    return Range(start, start + len(words) - cut)


def odd() -> Layer:
    """Return a layer whose spans begin within words, run over lines, cross each other and stand in one place."""
    article = replace(article_of(TEXT, "б/1 :2"), title='«Паром» & "мост"', meta={"url": "https://x.example/?a=1&b"})
    return Layer(article, AUTO, [
        Head(status=Status.DONE),
        Actor(id="a 1", name="=Анна | Белова", kind=ActorKind.GROUP),
        Actor(id="a2", name="Мэрия\tЗаречья", kind=ActorKind.ORGANISATION),
        Entity(id="e1", label="PER", range=at("Анна 😀 Белова"), actor="a 1", state=State.AUTO, score=0.0),
        Entity(id="e2", label="ORG", range=at("Анна 😀 Белова", 9), actor="a2", state=State.ACCEPTED, score=1.0),
        Entity(id="e3", label="своё [1]", range=at("Анна 😀 Белова", 3)),
        Entity(id="e4", label="LOC", range=at(" \n=")),
        Entity(id="e5", label="LOC", range=Range(14, 16)),
        Entity(id="e6", label="LOC", range=at("аром & мост")),
        Quotation(id="q1", form=Form.DIRECT, ranges=(at("«Да\nнет»"), at("ушла")), cue=at("=сказала"),
                  mention=at("Белова\n"), speaker="a 1", note="+да", score=0.5, state=State.AUTO),
        Quotation(id="q2", form=Form.MIXED, ranges=(at("нет»\tи"),), cue=at("=сказала"), parent="q1"),
        Quotation(id="q3", form=Form.INDIRECT, ranges=(at("мост."),), speaker="a2", rule="r"),
    ])  # fmt: skip


def records() -> list[Record]:
    bare = Layer(article_of("Нет здесь никого.\n", "a-2"), "вера", [])
    said = Quotation(id="q1", form=Form.DIRECT, ranges=(Range(0, 3),), mention=Range(4, 9))
    short = Layer(article_of("Нет здесь никого.", "a-3"), "вера", [said])
    return [Record(layer.article, layer) for layer in (odd(), bare, short)]


VARIANTS: dict[str, tuple[str, dict[str, Any]]] = {
    **{name: (name, {}) for name in ("jsonl", "doccano", "label-studio", "prodigy", "brat", "webanno", "conll")},
    **{name: (name, {"context": 8}) for name in ("quotes-csv", "tei", "webannotation")},
    "doccano-utf-16": ("doccano", {"offsets": "utf-16"}),
    "label-studio-predictions": ("label-studio", {"predictions": True, "offsets": "utf-16"}),
    "conll-quotations": ("conll", {"part": "quotations"}),
}


@pytest.mark.parametrize("name", VARIANTS)
def test_several_records_are_written(name: str, tmp_path: Path) -> None:
    row, options = format_named(VARIANTS[name][0]), VARIANTS[name][1]
    out = tmp_path / "out"
    told = []
    for given in (records(), []):
        path = out if row.folder else tmp_path / f"out{row.suffixes[0]}"
        summary = row.write(path, given, Options(**options))
        told.append(f"{summary.articles} articles, {summary.items} items, lost {dict(sorted(summary.lines()))}")
        for file in sorted(out.rglob("*.*")) if row.folder else sorted(tmp_path.glob("out*")):
            if file.is_file() and not file.name.startswith("."):
                shown = file.read_bytes().decode("utf-8").replace("\r", "\\r").replace("\ufeff", "BOM")
                told.append(f"--- {file.relative_to(tmp_path).as_posix()}\n{shown}")
    same_as_golden(GOLDEN / f"{name}.txt", "\n".join(told) + "\n")
