"""Records and tables that come seldom: columns that are missing or odd, foreign layers, texts of nothing, damage."""

from __future__ import annotations

import datetime as dt
import json
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from core.errors import UserError
from core.formats import format_named
from core.formats.base import Options, Record, Refused
from core.formats.repair import read_offsets
from core.formats.tables import column_mapping, columns_of
from core.formats.tei import write as write_tei
from core.model import Range, State, Status
from core.model.layer import Layer
from tests.acts import article_of
from tests.paths import DATA


def read(name: str, path: Path, content: Any, **options: Any) -> list[Record | Refused]:
    words = content if isinstance(content, (str, bytes)) else json.dumps(content)
    path.write_bytes(words if isinstance(words, bytes) else words.encode())
    return list(format_named(name).read(path, Options(**options)))


def reason(found: list[Record | Refused]) -> str:
    (one,) = found
    assert isinstance(one, Refused)
    return one.reason


def test_a_task_whose_text_is_in_an_unnamed_column(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    (one,) = read("label-studio", path, [{"data": {"body": "Паром", "title": "х"}}])
    assert isinstance(one, Record)
    assert one.article.text == "Паром"
    two = {"data": {"body": "Паром", "lead": "Лёд"}}
    assert "there are: body, lead" in reason(read("label-studio", path, two))
    (one,) = read("label-studio", path, two, columns=(("text", "lead"),))
    assert isinstance(one, Record)
    assert one.article.text == "Лёд"
    assert reason(read("label-studio", path, {"data": {"n": 1}}))


def test_our_own_export_that_went_through_prodigy_is_who_worked_there(tmp_path: Path) -> None:
    line = {"text": "Паром", "_annotator_id": "auto", "answer": "accept", "_timestamp": 1}
    (one,) = read("prodigy", tmp_path / "x.prodigy.jsonl", line, annotator="anna")
    assert isinstance(one, Record)
    assert one.layer.annotator == "anna"
    (one,) = read("prodigy", tmp_path / "x.prodigy.jsonl", line | {"_session_id": "vera"}, annotator="anna")
    assert isinstance(one, Record)
    assert one.layer.annotator == "vera"


@pytest.mark.parametrize("mark", ["_session_id", "_timestamp", "_input_hash"])
def test_what_prodigy_says_was_accepted_there_is_done(tmp_path: Path, mark: str) -> None:
    span = {"start": 0, "end": 5, "label": "PER", "state": "auto"}
    line = {"text": "Паром", "spans": [span], "answer": "accept", "meta": {"status": "new"}}
    (ours,) = read("prodigy", tmp_path / "x.prodigy.jsonl", line)
    (theirs,) = read("prodigy", tmp_path / "x.prodigy.jsonl", line | {mark: "vera"})
    assert isinstance(ours, Record)
    assert isinstance(theirs, Record)
    assert [one.state for one in ours.layer.entities()] == [State.AUTO]
    assert [one.state for one in theirs.layer.entities()] == [State.ACCEPTED]
    assert (ours.layer.head.status, theirs.layer.head.status) == (Status.NEW, Status.DONE)


TSV = "#FORMAT=WebAnno TSV 3.3\n#T_{head}\n\n\n#Text=Паром плыл\n1-1\t0-5\tПаром\t{one}\t\n1-2\t6-10\tплыл\t{two}\t\n"


@pytest.mark.parametrize(
    ("head", "one", "two", "note"),
    [
        ("RL=other.Relation|kind|BT_other.Span", "a|b\t1-2|1-2", "_\t_", "left out: 2 relation of other.Relation"),
        ("CH=other.Chain|kind|next", "a\tx[1]|y[2]", "a\tx[1]", "left out: 2 chain link"),
        ("CH=other.Chain|kind|next", "a\tx|y", "_\t_", "left out: 2 chain link"),
        ("SP=other.Span|value", "a", "b", "left out: 2 spans of the layer other.Span"),
    ],
)
def test_foreign_layers_of_webanno_are_counted(tmp_path: Path, head: str, one: str, two: str, note: str) -> None:
    (record,) = read("webanno", tmp_path / "x.tsv", TSV.format(head=head, one=one, two=two))
    assert isinstance(record, Record)
    assert record.notes == (note,)


def test_offsets_that_no_reading_explains_say_where() -> None:
    for spans, code in (
        ([(0, 9, None)], "record-range-outside"),
        ([(3, 1, None)], "record-range-outside"),
        ([(0, 2, "лёд")], "record-text-differs"),
    ):
        with pytest.raises(UserError) as raised:
            read_offsets("Паром", spans)
        assert raised.value.code == code
    reading, note = read_offsets("Паром", [(0, 2, "Па")])
    assert (reading.ranges, note) == ((Range(0, 2),), None)


def test_an_article_of_nothing_is_still_tei(tmp_path: Path) -> None:
    layer = Layer(article_of("\n"), "anna")
    write_tei(tmp_path / "x.xml", [Record(layer.article, layer)], Options())
    assert "<body>\n<p/></body>" in (tmp_path / "x.xml").read_text("utf-8")


def test_the_columns_of_a_table_are_told(tmp_path: Path) -> None:
    def columns(name: str, content: str, **options: Any) -> list[str]:
        (tmp_path / name).write_text(content, "utf-8")
        return columns_of(tmp_path / name, Options(**options))

    assert columns("x.csv", "Номер;Текст\n1;Паром\n") == ["Номер", "Текст"]
    assert columns("x.csv", "Номер;Текст\n") == []
    assert columns("x.jsonl", '{"a": 1, "b": 2}\n') == ["a", "b"]
    with pytest.raises(UserError) as raised:
        columns("x.jsonl", "nonsense\n")
    assert raised.value.code == "record-json"
    with pytest.raises(UserError) as raised:
        columns("x.csv", "a,b\n1,2\n", encoding="nonsense")
    assert raised.value.code == "encoding-none"
    with pytest.raises(UserError) as raised:
        columns("x.csv", 'a,b\n"1,2\n' + "\x00", encoding="utf-8")
    assert raised.value.code == "encoding-unknown"


def test_rows_are_numbered_as_they_stand_in_the_file(tmp_path: Path) -> None:
    first, second = read("table", tmp_path / "x.csv", "id,text\n1,Паром\n2,Лёд\n")
    assert [one.line for one in (first, second)] == [2, 3]
    (record,) = read("table", tmp_path / "x.csv", "sep=;\nid;text\n1;Паром\n")
    assert (record.line, isinstance(record, Record)) == (3, True)


def test_a_workbook_without_a_head_names_its_columns(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["текст", None], ["Паром", "в мае"], [None, None], ["Лёд", None]):
        book.active.append(row)
    book.save(tmp_path / "x.xlsx")
    first, second = format_named("table").read(tmp_path / "x.xlsx", Options())
    assert isinstance(first, Record)
    assert (first.article.text, first.article.meta, first.line) == ("Паром", {"column 2": "в мае"}, 2)
    assert isinstance(second, Record)
    assert (second.article.text, second.article.meta, second.line) == ("Лёд", {}, 4)


def test_days_and_times_of_a_workbook_are_words(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["текст", "дата", "час", "число"])
    book.active.append(["Паром", dt.datetime(2031, 5, 4), dt.datetime(2031, 5, 4, 9, 30), 7.5])
    book.save(tmp_path / "x.xlsx")
    (record,) = format_named("table").read(tmp_path / "x.xlsx", Options())
    assert isinstance(record, Record)
    assert record.article.meta == {"published": "2031-05-04", "час": "2031-05-04T09:30:00", "число": "7.5"}


NAMES = {
    "text": "text текст content body article_text содержание текст_статьи полный_текст",
    "id": "id article article_id doc_id uid номер",
    "title": "title заголовок headline название",
    "source": "source источник publisher издание",
    "author": "author автор",
    "published": "published date дата pubdate created_at",
    "url": "url link ссылка",
}
"""Names that columns usually have; an underscore in a Russian name is a blank."""


@pytest.mark.parametrize(("ours", "theirs"), [(ours, one) for ours, names in NAMES.items() for one in names.split()])
def test_usual_names_of_columns_are_known(ours: str, theirs: str) -> None:
    column = theirs.replace("_", " ").title() if theirs[0] > "z" else theirs.upper()
    assert column_mapping([column, "прочее", *(["text"] if ours != "text" else [])], ())[ours] == column


def test_columns_without_words_leave_no_line(tmp_path: Path) -> None:
    asked = Options(columns=(("text", "a"), ("text", "b"), ("text", "c")))
    (tmp_path / "x.csv").write_text("a;b;c\n раз;  ;два\n", "utf-8")
    (record,) = format_named("table").read(tmp_path / "x.csv", asked)
    assert isinstance(record, Record)
    assert record.article.text == " раз\nдва"


def test_a_workbook_with_entities_is_refused(tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "whole.xlsx")
    with zipfile.ZipFile(tmp_path / "whole.xlsx") as whole, zipfile.ZipFile(tmp_path / "x.xlsx", "w") as made:
        for name in whole.namelist():
            data = whole.read(name)
            bomb = b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>'
            made.writestr(name, bomb if name.endswith("sheet1.xml") else data)
    found: list[Record | Refused] = []
    with pytest.raises(UserError) as raised:
        found.extend(format_named("table").read(tmp_path / "x.xlsx", Options()))
    assert raised.value.code == "file-format"


XMI = DATA / "golden" / "uima-xmi" / "out"


@pytest.mark.parametrize(
    ("inside", "asked", "annotator", "status"),
    [
        ("parom.txt/vera.xmi", "imported", "vera", Status.NEW),
        ("parom.txt/INITIAL_CAS.xmi", "imported", "anna", Status.DONE),
        ("parom.txt/INITIAL_CAS.xmi", "boris", "boris", Status.DONE),
        ("vera/parom.xmi", "imported", "vera", Status.NEW),
        ("anna/parom.xmi", "imported", "anna", Status.DONE),
    ],
)
def test_whose_a_cas_is_stands_in_its_folder(
    tmp_path: Path, inside: str, asked: str, annotator: str, status: Status
) -> None:
    file = tmp_path / "out" / inside
    file.parent.mkdir(parents=True)
    file.write_bytes((XMI / "anna" / "parom-7.xmi").read_bytes())
    (tmp_path / "out" / "TypeSystem.xml").write_bytes((XMI / "TypeSystem.xml").read_bytes())
    (record,) = format_named("uima-xmi").read(tmp_path / "out", Options(annotator=asked))
    assert isinstance(record, Record), record
    assert (record.layer.annotator, record.layer.head.status) == (annotator, status)
