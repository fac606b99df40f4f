"""Quotations as rows: CSV, Excel, Parquet and the Hugging Face folder, read back with the programs that people use."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet as pq
import pytest
from msgspec.structs import replace

from core.errors import UserError
from core.formats import format_named
from core.formats.base import Options, Record, Summary
from core.formats.jsonl import read_jsonl
from core.formats.quotes import COLUMNS, rows
from core.formats.quotes_csv import guarded
from core.formats.quotes_xlsx import CELL_LIMIT
from core.model import Actor, ActorKind, Form, Quotation, Range
from core.model.gender import Gender, with_gender
from core.model.layer import Layer
from core.model.register import Source
from tests.acts import article_of
from tests.paths import GOLDEN

NAMES = [column.name for column in COLUMNS]


def golden() -> list[Record]:
    return [record for record in read_jsonl(GOLDEN) if isinstance(record, Record)]


def read_csv(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def read_xlsx(path: Path) -> list[dict[str, Any]]:
    rows = list(openpyxl.load_workbook(path).active.iter_rows(values_only=True))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def read_parquet(path: Path) -> list[dict[str, Any]]:
    return list(pq.read_table(path).to_pylist())


@pytest.mark.parametrize(
    ("name", "read"), [("quotes-csv", read_csv), ("quotes-xlsx", read_xlsx), ("quotes-parquet", read_parquet)]
)
def test_each_quotation_is_a_row(name: str, read: Any, tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    summary = format_named(name).write(path, golden(), Options(context=10))
    found = read(path)
    assert list(found[0]) == NAMES
    assert [row["quotation"] for row in found] == ["q1", "q2", "q1", "q2", "q3", "q1", "q2"]
    first = {name: str(value) for name, value in found[0].items() if value not in (None, "")}
    assert first == {
        "article": "zavod-1",
        "title": "Завод откроют в мае",
        "annotator": "anna",
        "status": "done",
        "quotation": "q1",
        "form": "direct",
        "text": "«Это победа … и мы рады»",
        "cue": "сказала",
        "mention": "Вера Лунина",
        "speaker": "Вера Лунина",
        "speaker_kind": "person",
        "context_before": "ют в мае\n\n",
        "context_after": ". По слова",
        "start": "21",
        "end": "69",
        "ranges": "21-32 59-69",
        "words": "5",
        "cue_start": "36",
        "cue_end": "43",
        "mention_start": "44",
        "mention_end": "55",
        "state": "manual",
        "source": "Вестник Заречья",
        "published": "2031-05-04",
        "day": "2031-05-04",
    }
    assert dict(summary.lines())["entities"] == 4


def test_cells_like_formulas_are_guarded(tmp_path: Path) -> None:
    text = "=1+1 и -2 и @x"
    quotations = [
        Quotation(id=f"q{n}", form=Form.DIRECT, ranges=(span,)) for n, span in enumerate((Range(0, 4), Range(7, 9)))
    ]
    layer = Layer(article_of(text), "anna", quotations)
    records = [Record(layer.article, layer)]
    summary = format_named("quotes-csv").write(tmp_path / "x.csv", records, Options())
    assert [row["text"] for row in read_csv(tmp_path / "x.csv")] == ["'=1+1", "'-2"]
    assert dict(summary.lines())["cells that begin like a formula (an apostrophe put before them)"] == 3
    format_named("quotes-xlsx").write(tmp_path / "x.xlsx", records, Options())
    cells = [cell for row in openpyxl.load_workbook(tmp_path / "x.xlsx").active for cell in row]
    assert {cell.value for cell in cells} >= {"=1+1", "-2"}
    assert not [cell for cell in cells if cell.data_type == "f"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_every_start_of_a_formula_is_guarded(start: str) -> None:
    assert guarded([f"{start}x", 3, None, "x"], Summary()) == [f"'{start}x", 3, None, "x"]


def test_what_excel_cannot_hold_is_counted(tmp_path: Path) -> None:
    text = "а\x0b" + "б" * CELL_LIMIT
    layer = Layer(article_of(text), "anna", [Quotation(id="q", form=Form.DIRECT, ranges=(Range(0, len(text)),))])
    summary = format_named("quotes-xlsx").write(tmp_path / "x.xlsx", [Record(layer.article, layer)], Options())
    (row,) = read_xlsx(tmp_path / "x.xlsx")
    assert len(row["text"]) == CELL_LIMIT
    assert row["text"].startswith("а\ufffdб")
    assert row["text"].endswith("…")
    lost = dict(summary.lines())
    assert lost["texts cut to 32,767 characters"] == 1
    assert lost["characters that a workbook cannot hold (replaced by U+FFFD)"] == 1


def test_a_data_set_folder_has_its_card(tmp_path: Path) -> None:
    row = format_named("huggingface")
    out = tmp_path / "set"
    splits = (("emoji-2", "test"), ("empty-5", "dev"))
    summary = row.write(out, golden(), Options(splits=splits, licence="cc-by-4.0"))
    assert (summary.articles, summary.items) == (5, 11)
    assert sorted(path.relative_to(out).as_posix() for path in out.rglob("*.parquet")) == [
        f"{kind}/{split}.parquet" for kind in ("articles", "quotations") for split in ("dev", "test", "train")
    ]
    articles = read_parquet(out / "articles" / "train.parquet")
    assert [one["id"] for one in articles] == ["zavod-1", "unknown-3", "rejected-4"]
    first = articles[0]
    assert {"name": "source", "value": "Вестник Заречья"} in first["meta"]
    assert [span["text"] for span in first["quotations"][0]["ranges"]] == ["«Это победа", "и мы рады»"]
    assert first["text"][first["entities"][0]["start"] :].startswith(first["entities"][0]["text"])
    assert [len(one["quotations"]) for one in articles] == [2, 1, 1]
    card = (out / "README.md").read_text(encoding="utf-8")
    assert card.startswith("---\nlanguage:\n- ru\nlicense: cc-by-4.0\n")
    assert "  - split: train\n    path: articles/train.parquet\n  - split: dev" in card
    assert "| `direct` | quotation, direct | 4 |" in card
    assert "| `PER` | Person | 3 |" in card
    assert "n<1K" in card


def test_a_folder_that_no_export_made_is_left_alone(tmp_path: Path) -> None:
    out = tmp_path / "mine"
    out.mkdir()
    row = format_named("huggingface")
    row.write(out, golden(), Options())
    row.write(out, golden()[:1], Options())
    assert len(read_parquet(out / "articles" / "train.parquet")) == 1
    other = tmp_path / "theirs"
    other.mkdir()
    (other / "thesis.txt").write_text("x")
    with pytest.raises(UserError, match="was not made by an export"):
        row.write(other, golden(), Options())
    assert [path.name for path in other.iterdir()] == ["thesis.txt"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine", "theirs"]
    with pytest.raises(UserError, match="cannot be written"):
        row.write(tmp_path / "none" / "x", golden(), Options())


def test_a_folder_that_fails_leaves_the_old_one(tmp_path: Path) -> None:
    out = tmp_path / "set"
    row = format_named("huggingface")
    row.write(out, golden(), Options())
    before = (out / "README.md").read_text(encoding="utf-8")

    def broken() -> Any:
        yield golden()[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        row.write(out, broken(), Options())
    assert (out / "README.md").read_text(encoding="utf-8") == before
    assert [path.name for path in tmp_path.iterdir()] == ["set"]


def test_a_speaker_comes_with_gender_and_with_the_source_of_the_register_that_it_means() -> None:
    text = "«Мы рады», — сказала Н. Белова. Пресс-секретарь промолчал."
    speaker = with_gender(Actor(id="a1", name="Н. Белова", kind=ActorKind.PERSON, source="s_2"), Gender.FEMININE)
    stranger = Actor(id="a2", name="пресс-секретарь", source="s_9")
    said = (Range(1, 8),), (Range(31, 37),), (Range(5, 12), Range(15, 18))
    quotations = [
        Quotation(id=f"q{at}", form=Form.DIRECT, ranges=ranges, speaker=who)
        for at, (ranges, who) in enumerate(zip(said, ("a1", "a2", None), strict=True))
    ]
    article = replace(article_of(text), meta={"date": "4.5.2031"})
    sources = (Source(id="s_1", name="Нина Белова", identifier="Q7"), Source(id="s_2", name="Белова", merged="s_1"))
    layer = Layer(article, "anna", [speaker, stranger, *quotations])
    found = [
        dict(zip([column.name for column in COLUMNS], row, strict=True))
        for row in rows([Record(article, layer, sources=sources)], Summary(), 10)
    ]
    asked = ("speaker_gender", "register", "register_name", "register_identifier", "words", "day", "published")
    assert [[row[name] for name in asked] for row in found] == [
        ["feminine", "s_1", "Нина Белова", "Q7", 2, "2031-05-04", None],
        [None, None, None, None, 2, "2031-05-04", None],
        [None, None, None, None, 1, "2031-05-04", None],
    ]
