"""One bad record is one refused record, and what a format cannot hold is replaced, counted and named."""

from __future__ import annotations

import zipfile
from pathlib import Path

import msgspec
import pytest

from core.errors import UserError
from core.formats import FORMATS, format_named, guess, nesting
from core.formats.base import Options, Record, Refused
from core.formats.brat import file_name
from core.formats.jsonl import write_record
from core.model import Actor, Article, Entity, Form, Head, Quotation, Range
from core.model.layer import Layer
from core.model.text import digest

BAD = "Имя\ufffe\uffff\x01"
TEXT = "Мэр\x01 сказал\ufffe: «Мост\uffff откроют»."
DEEP = ("[" * 100_000, '{"a":' * 100_000, "[" * 100_000 + "]" * 100_000)
LEVELS = "[" * 300 + "]" * 300
"""What can be read here and now, and perhaps not where the stack is deeper."""


def article(article_id: str, text: str = "Мост откроют весной.", title: str | None = None) -> Article:
    return Article(id=article_id, title=title, text=text, digest=digest(text), meta={})


def plain(article_id: str = "ok") -> Record:
    made = article(article_id)
    return Record(made, Layer(made, "Анна"))


def hard() -> Record:
    made = article("трудная " + BAD, TEXT, BAD)
    items = [
        Actor(id="a1", name=BAD, note=BAD),
        Entity(id="e1", label="PER", range=Range(0, 4), actor="a1", note=BAD, flags=(BAD,)),
        Quotation(id="q1", form=Form.DIRECT, ranges=(Range(15, 22),), speaker="a1", note=BAD),
        Head(note=BAD),
    ]
    return Record(made, Layer(made, "Анна" + BAD, items))


@pytest.mark.parametrize(
    ("kind", "deep"),
    [*((kind, deep) for kind in ("jsonl", "doccano", "prodigy") for deep in DEEP[:3]), ("jsonl", LEVELS),
     ("doccano", LEVELS)],
)  # fmt: skip
def test_a_record_nested_too_deeply_is_refused_alone(tmp_path: Path, kind: str, deep: str) -> None:
    path = tmp_path / f"set.{kind}.jsonl"
    good = write_record(*plain()[:2]).decode() if kind == "jsonl" else '{"text": "Мост откроют."}'
    path.write_text(f'{good[:-1]}, "meta2": {deep}}}\n{good}\n', encoding="utf-8")
    found = list(format_named(kind).read(path, Options()))
    assert [type(one) for one in found] == [Refused, Record]
    assert isinstance(found[0], Refused)
    if deep.endswith("]"):
        assert found[0].error.code == "record-deep"
        assert "100 levels" in str(found[0].error)


@pytest.mark.parametrize("deep", DEEP[2:])
def test_of_an_array_one_task_is_refused_alone(tmp_path: Path, deep: str) -> None:
    path = tmp_path / "tasks.json"
    tasks = f'[{{"id": 1, "data": {{"text": "Один.", "x": {deep}}}}}, {{"id": 2, "data": {{"text": "Два, [три]."}}}}]'
    path.write_text(tasks, encoding="utf-8")
    assert guess(path).name in ("label-studio", "jsonl")
    found = list(format_named("label-studio").read(path, Options()))
    assert [type(one) for one in found] == [Refused, Record]


@pytest.mark.parametrize("deep", DEEP[2:])
def test_of_a_table_in_json_one_row_is_refused_alone(tmp_path: Path, deep: str) -> None:
    path = tmp_path / "rows.json"
    path.write_text(f'[{{"text": "Один.", "x": {deep}}}, {{"text": "Два."}}]', encoding="utf-8")
    found = list(format_named("table").read(path, Options()))
    assert [type(one) for one in found] == [Refused, Record]


def test_the_elements_of_an_array_are_told_apart_by_its_commas() -> None:
    found = list(nesting.elements(rb'[ 1, "a,]\"", {"b": [2, 3]}, [] ]'))
    assert found == [b"1", rb'"a,]\""', b'{"b": [2, 3]}', b"[]"]
    assert list(nesting.elements(b"[1, [2")) == [b"1", b"[2"]
    assert list(nesting.elements(b"7")) == []


def test_levels_are_counted_to_the_limit() -> None:
    value: object = 1
    for _ in range(nesting.LEVELS):
        value = [value]
    nesting.check_levels(value)
    with pytest.raises(UserError) as caught:
        nesting.check_levels({"a": value}, "x")
    assert caught.value.facts["field"] == "x"


@pytest.mark.parametrize("row", [row for row in FORMATS if row.writes], ids=lambda row: row.name)
def test_every_writer_takes_characters_that_are_hard_to_hold(tmp_path: Path, row: object) -> None:
    kind = format_named(row.name)  # type: ignore[attr-defined]
    out = tmp_path / f"out{kind.suffixes[0] if kind.suffixes else ''}"
    summary = kind.write(out, [hard(), plain()], Options())
    assert summary.articles == 2 or kind.name.startswith(("uima", "brat", "webanno"))
    if kind.name in ("uima-xmi", "tei"):
        assert summary.lost["characters that XML cannot hold (replaced by U+FFFD)"] > 0
    if kind.name == "quotes-xlsx":
        assert summary.lost["characters that a workbook cannot hold (replaced by U+FFFD)"] > 0


@pytest.mark.parametrize("kind", ["brat", "webanno", "uima-xmi", "uima-json"])
def test_ids_too_long_for_a_file_are_shortened_and_told_apart(tmp_path: Path, kind: str) -> None:
    long = [plain("И" * 300), plain("И" * 299 + "Й"), plain("%" * 300), plain()]
    row = format_named(kind)
    out = tmp_path / "out"
    summary = row.write(out, long, Options())
    if kind in ("brat", "webanno"):
        assert summary.lost["ids too long for the name of a file (shortened)"] == 3
    found = [one for one in row.read(out, Options()) if isinstance(one, Record)]
    assert len({one.article.id for one in found}) == 4


def test_the_name_of_a_file_is_the_id_where_that_fits() -> None:
    assert file_name("статья 7") == "статья 7"
    assert file_name(".a/b.") == "%2Ea%2Fb%2E"
    assert len(file_name("Ю" * 400).encode()) <= 240
    assert file_name("Ю" * 400) != file_name("Ю" * 401)


@pytest.mark.parametrize("name", ["a/" * 1500 + "x.txt", "b" * 5000 + ".txt", ("c" * 200 + "/") * 30 + "x.txt"])
def test_a_member_with_a_path_too_long_is_refused_alone(tmp_path: Path, name: str) -> None:
    path = tmp_path / "texts.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(name, "Мост откроют.")
        archive.writestr("ok.txt", "Музей закрыт.")
    found = list(guess(path).read(path, Options()))
    assert [type(one) for one in found] == [Refused, Record]


def test_half_a_surrogate_pair_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    good = write_record(*plain()[:2]).decode()
    record = msgspec.json.decode(good)
    path.write_text(good.replace(record["text"], "Мост \\ud83d") + f"\n{good}\n", encoding="utf-8")
    found = list(format_named("jsonl").read(path, Options()))
    assert isinstance(found[0], Refused)
    assert found[0].error.code == "record-surrogate"
    assert isinstance(found[1], Record)
