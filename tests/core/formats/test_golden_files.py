"""Every export format writes exactly what the committed files say, and reads them back as the layer they were made of.

After a wanted change of a format, ``CITATA_RENEW_GOLDEN=1 pytest tests/core/formats/test_golden_files.py`` writes the
files anew, and fails: read the diff of ``tests/data/golden``, then run without it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet as pq
import pytest
import spacy
from spacy.tokens import DocBin

from core.formats import FORMATS, format_named
from core.formats.base import Options, Record
from core.model import Form
from core.model.schema import standard
from tests.meaning import meaning
from tests.paths import DATA
from tests.rich import rich_layer

FOLDER = DATA / "golden"
LOST = "counts.txt"
"""What the writer said of what it wrote and could not hold."""
WRITTEN = [row.name for row in FORMATS if row.writes]
VARIANTS: dict[str, tuple[str, dict[str, Any]]] = {
    **{name: (name, {}) for name in WRITTEN},
    "doccano-utf-16": ("doccano", {"offsets": "utf-16"}),
    "label-studio-utf-16": ("label-studio", {"offsets": "utf-16"}),
    "label-studio-predictions": ("label-studio", {"predictions": True}),
    "conll-quotations": ("conll", {"part": "quotations"}),
    "quotes-csv-near": ("quotes-csv", {"context": 12}),
    "huggingface-split": (
        "huggingface",
        {"splits": (("parom-7", "dev"),), "licence": "cc-by-4.0", "agreement": "alpha 0.81"},
    ),
}
"""A name, the format and its options."""


def write(name: str, folder: Path) -> None:
    """Write the article below a folder as a variant says, and what was counted of it beside."""
    row, options = format_named(VARIANTS[name][0]), VARIANTS[name][1]
    folder.mkdir(exist_ok=True)
    path = folder / ("out" if row.folder else f"out{row.suffixes[0]}")
    layer = rich_layer()
    summary = row.write(path, [Record(layer.article, layer)], Options(schema=standard(), **options))
    counts = [("articles", summary.articles), ("items", summary.items), *sorted(summary.lines())]
    (folder / LOST).write_text("".join(f"{number} {what}\n" for what, number in counts), encoding="utf-8")


def content(path: Path) -> object:
    """Return what a file says: its text, or the values of a workbook, a Parquet table, a DocBin."""
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}
    if path.suffix == ".parquet":
        table = pq.read_table(path)
        return table.schema.remove_metadata().to_string(), table.to_pylist()
    if path.suffix == ".spacy":
        docs = DocBin().from_disk(path).get_docs(spacy.blank("ru").vocab)
        return [(doc.to_json(), spans_of(doc), dict(doc.user_data)) for doc in docs]
    return path.read_text(encoding="utf-8").split("\n")


def spans_of(doc: Any) -> dict[str, list[tuple[Any, ...]]]:
    named = {name: list(group) for name, group in doc.spans.items()} | {"ents": list(doc.ents)}
    return {
        name: [(one.start_char, one.end_char, one.label_, one.kb_id_, one.id_) for one in group]
        for name, group in named.items()
    }


def contents(folder: Path) -> Iterator[tuple[str, object]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), content(path)


@pytest.mark.parametrize("name", VARIANTS)
def test_a_format_writes_what_its_golden_files_say(name: str, tmp_path: Path) -> None:
    write(name, tmp_path / name)
    if os.environ.get("CITATA_RENEW_GOLDEN"):
        shutil.rmtree(FOLDER / name, ignore_errors=True)
        shutil.copytree(tmp_path / name, FOLDER / name)
        pytest.fail(f"{FOLDER / name} was written anew: read its diff, and run again without CITATA_RENEW_GOLDEN")
    assert dict(contents(tmp_path / name)) == dict(contents(FOLDER / name))


def read(name: str) -> Record:
    row, options = format_named(VARIANTS[name][0]), VARIANTS[name][1]
    (path,) = (one for one in (FOLDER / name).iterdir() if not one.name.endswith((".config.xml", LOST)))
    (record,) = row.read(path, Options(**options))
    assert isinstance(record, Record), record
    return record


def test_the_exchange_format_gives_the_layer_back_whole() -> None:
    record = read("jsonl")
    assert record.layer == rich_layer()
    assert record.article == rich_layer().article


BACK = [name for name, (of, _) in VARIANTS.items() if format_named(of).reads and of not in ("jsonl", "conll")]


@pytest.mark.parametrize("name", BACK)
def test_the_golden_files_give_the_layer_back(name: str) -> None:
    row, layer = format_named(VARIANTS[name][0]), rich_layer()
    holds = frozenset(row.module_loaded().HOLDS)
    record = read(name)
    assert meaning(record.layer, holds) == meaning(layer, holds), name
    if row.name != "brat":
        assert record.layer.annotator == "anna" or name == "webanno"


def test_bio_gives_the_spans_back_that_stand_in_no_other() -> None:
    layer = read("conll").layer
    text = layer.article.text
    found = [(one.label, text[one.range.start : one.range.end]) for one in layer.entities()]
    assert found == [
        ("PER", "Нина Белова"),
        ("LOC", "Заречья"),
        ("ORG", "Вестник Заречья"),
        ("PER", "Иван Котов"),
    ]


def test_bio_gives_the_content_of_quotations_back() -> None:
    layer = read("conll-quotations").layer
    text = layer.article.text
    found = [(one.form, [text[start:end] for start, end in one.ranges]) for one in layer.quotations()]
    assert found == [
        (Form.DIRECT, ["« Паром"]),
        (Form.DIRECT, ["пойдёт в мае »"]),
        (Form.INDIRECT, ['" льда " почти нет']),
        (Form.MIXED, ["паром « давно готов » и что Иван Котов заявил : « Ждите < нас > & вас »"]),
    ]
