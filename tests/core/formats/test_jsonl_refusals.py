"""Every fault of a record is refused with its line, its field and a reason; the lines around it are read."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from core.errors import UserError
from core.formats.base import ARTICLE_LIMIT, PARAGRAPH_LIMIT, Options, Record, Refused
from core.formats.jsonl import read_article, read_jsonl, read_record

TEXT = "😀 Анна сказала: «Да, — Борис вздохнул, — нет»."


def span(part: str) -> dict[str, Any]:
    at = TEXT.index(part)
    return {"start": at, "end": at + len(part), "text": part}


def record() -> dict[str, Any]:
    """Return a record without fault."""
    return {
        "format": "citata/1",
        "id": "x-1",
        "title": None,
        "text": TEXT,
        "meta": {},
        "annotator": "anna",
        "status": "done",
        "entities": [{"id": "e1", "label": "PER", **span("Анна"), "actor": "a1"}],
        "quotations": [
            {
                "id": "q1",
                "form": "direct",
                "ranges": [span("«Да"), span("нет»")],
                "cue": span("сказала"),
                "speaker_mention": span("Анна"),
                "speaker": "a1",
                "parent": None,
            },
            {
                "id": "q2",
                "form": "mixed",
                "ranges": [span("нет")],
                "cue": None,
                "speaker_mention": None,
                "speaker": None,
                "parent": "q1",
            },
        ],
        "actors": [{"id": "a1", "name": "Анна", "kind": "person"}],
    }


def refusal(line: bytes) -> UserError:
    with pytest.raises(UserError) as caught:
        read_record(line, source="in.jsonl", line_number=7)
    assert caught.value.facts["source"] == "in.jsonl"
    assert caught.value.facts["line"] == 7
    return caught.value


def test_the_record_without_fault_is_read() -> None:
    assert len(read_record(json.dumps(record()).encode(), source="x", line_number=1).layer.items) == 4


Change = Callable[[dict[str, Any]], Any]
FAULTS: list[tuple[str, str, str, Change]] = [
    # code, field, words of the reason, what is done to the record
    ("record-format", "format", "doccano", lambda r: r.update(format="doccano")),
    ("record-newer", "format", "citata/2", lambda r: r.update(format="citata/2")),
    ("record-field", "id", "Expected str, got int", lambda r: r.update(id=7)),
    ("record-id-empty", "id", "empty", lambda r: r.update(id="")),
    ("record-field", "annotator", "no name", lambda r: r.update(annotator=" ")),
    ("record-field", "annotator", "missing", lambda r: r.pop("annotator")),
    ("record-field", "text", "missing", lambda r: r.pop("text")),
    ("record-field", "text", "got null", lambda r: r.update(text=None)),
    ("record-text-empty", "text", "no text", lambda r: r.update(text=" \n", entities=[], quotations=[])),
    ("record-field", "status", "Invalid enum value", lambda r: r.update(status="ready")),
    ("record-field", "meta[...]", "Expected str", lambda r: r.update(meta={"year": 2031})),
    ("record-field", "entities", "Expected array", lambda r: r.update(entities={})),
    ("record-field", "entities[0]", "Expected object", lambda r: r["entities"].__setitem__(0, "Анна")),
    ("record-field", "entities[0].start", "Expected int", lambda r: r["entities"][0].update(start="2")),
    ("record-field", "entities[0].score", "<= 1", lambda r: r["entities"][0].update(score=1.5)),
    ("record-field", "entities[0].origin", "Invalid enum", lambda r: r["entities"][0].update(origin="rejected")),
    ("record-text-differs", "entities[0].text", "'Анна'", lambda r: r["entities"][0].update(text="Инна")),
    ("record-text-differs", "entities[0].text", " Ан", lambda r: r["entities"][0].update(start=1, end=5)),
    ("record-range-outside", "entities[0]", "-4", lambda r: r["entities"][0].update(start=-4, end=-2, text="т»")),
    ("record-range-outside", "entities[0]", "999", lambda r: r["entities"][0].update(end=999)),
    ("record-range-outside", "entities[0]", "3–3", lambda r: r["entities"][0].update(start=3, end=3, text="")),
    ("record-link", "entities[0].actor", '"a9"', lambda r: r["entities"][0].update(actor="a9")),
    ("record-link", "entities[0].actor", '"q1"', lambda r: r["entities"][0].update(actor="q1")),
    ("record-field", "quotations[0].form", "Invalid enum", lambda r: r["quotations"][0].update(form="free")),
    ("record-ranges-none", "quotations[0].ranges", "one range", lambda r: r["quotations"][0].update(ranges=[])),
    ("record-ranges-order", "quotations[0].ranges", "sorted", lambda r: r["quotations"][0]["ranges"].reverse()),
    (
        "record-text-differs",
        "quotations[0].ranges[1].text",
        "нет",
        lambda r: r["quotations"][0]["ranges"][1].update(text="да!!"),
    ),
    ("record-field", "quotations[0].ranges[0].end", "missing", lambda r: r["quotations"][0]["ranges"][0].pop("end")),
    (
        "record-text-differs",
        "quotations[0].cue.text",
        "сказал",
        lambda r: r["quotations"][0]["cue"].update(text="спросил"),
    ),
    (
        "record-range-outside",
        "quotations[0].speaker_mention",
        "5–2",
        lambda r: r["quotations"][0]["speaker_mention"].update(start=5, end=2),
    ),
    (
        "record-range-outside",
        "quotations[0].cue",
        "3–3",
        lambda r: r["quotations"][0]["cue"].update(start=3, end=3, text=""),
    ),
    (
        "record-range-outside",
        "quotations[0].ranges[0]",
        "3–3",
        lambda r: r["quotations"][0]["ranges"][0].update(start=3, end=3, text=""),
    ),
    ("record-link", "quotations[0].speaker", "an actor", lambda r: r["quotations"][0].update(speaker="a2")),
    ("record-link", "quotations[1].parent", "a quotation", lambda r: r["quotations"][1].update(parent="a1")),
    ("record-cycle", "quotations[0].parent", "itself", lambda r: r["quotations"][0].update(parent="q2")),
    ("record-cycle", "quotations[1].parent", "itself", lambda r: r["quotations"][1].update(parent="q2")),
    ("record-id-twice", "quotations[1].id", "q1", lambda r: r["quotations"][1].update(id="q1", parent=None)),
    ("record-id-twice", "actors[0].id", "e1", lambda r: r["actors"][0].update(id="e1")),
    ("record-id-reserved", "quotations[1].id", "head", lambda r: r["quotations"][1].update(id="head")),
    ("record-id-empty", "quotations[1].id", "empty", lambda r: r["quotations"][1].update(id="")),
    ("record-field", "actors[0].kind", "Invalid enum", lambda r: r["actors"][0].update(kind="robot")),
    ("record-not-canonical", "text", "carriage returns", lambda r: r.update(text=TEXT + "\r\n")),
    (
        "record-not-canonical",
        "text",
        "a BOM",
        lambda r: r.update(
            text="\ufeff" + TEXT,
            entities=[],
            quotations=[{**r["quotations"][1], "parent": None, "ranges": [{"start": 3, "end": 7, "text": "Анна"}]}],
        ),
    ),
    (
        "record-field",
        "rejected.entities[0].label",
        "missing",
        lambda r: r.update(rejected={"entities": [{"id": "e2"}]}),
    ),
    ("record-link", "rejected.parents", '"q7"', lambda r: r.update(rejected={"parents": {"q7": "q1"}})),
    ("record-cycle", "quotations[0].parent", "itself", lambda r: r.update(rejected={"parents": {"q1": "q2"}})),
    ("record-text-long", "text", "4,000,000", lambda r: r.update(text="а\n" * (ARTICLE_LIMIT // 2 + 1))),
    ("record-paragraph-long", "text", "number 2", lambda r: r.update(text="а\n" + "а" * (PARAGRAPH_LIMIT + 1))),
]


@pytest.mark.parametrize(
    ("code", "field", "words", "change"), FAULTS, ids=[f"{f[0]} {f[1]} {n}" for n, f in enumerate(FAULTS)]
)
def test_a_fault_is_named(code: str, field: str, words: str, change: Change) -> None:
    raw = record()
    change(raw)
    error = refusal(json.dumps(raw, ensure_ascii=False).encode())
    assert (error.code, error.facts["field"]) == (code, field)
    assert words in str(error)
    assert str(error).startswith(f"in.jsonl, line 7, {field}: ")


@pytest.mark.parametrize(
    ("code", "field", "words", "change"), FAULTS, ids=[f"{f[0]} {f[1]} {n}" for n, f in enumerate(FAULTS)]
)
def test_a_fault_is_named_beside_unknown_fields_too(code: str, field: str, words: str, change: Change) -> None:
    raw = record() | {"unknown": 1}
    change(raw)
    error = refusal(json.dumps(raw, ensure_ascii=False).encode())
    assert (error.code, error.facts["field"]) == (code, field)


LINES: list[tuple[str, str, bytes]] = [
    ("record-json", "truncated", b'{"format": "citata/1", "id": "x'),
    ("record-json", "byte 0", b"hello"),
    ("record-json", "an array", b"[1]"),
    ("record-json", "null", b"null"),
    ("record-json", "a number", b"3"),
    ("record-json", "byte 9 is not UTF-8", '{"id": "Анна"}'.encode("cp1251")),
    ("record-surrogate", "surrogate", b'{"format": "citata/1", "id": "x", "text": "\\ud83d", "annotator": "a"}'),
    ("record-json", "", b'{"id": "\\ud83d'),
]


@pytest.mark.parametrize(("code", "words", "line"), LINES)
def test_a_line_that_is_no_record_is_named(code: str, words: str, line: bytes) -> None:
    error = refusal(line)
    assert error.code == code
    assert words in str(error)
    with pytest.raises(UserError) as caught:
        read_article(line, source="in.jsonl", line_number=7)
    assert caught.value.code == code


@pytest.mark.parametrize(
    "change", [lambda r: r.update(format=None), lambda r: r.pop("text"), lambda r: r.update(meta=[])]
)
def test_an_article_needs_its_own_fields(change: Change) -> None:
    raw = record()
    change(raw)
    with pytest.raises(UserError):
        read_article(json.dumps(raw).encode(), source="in.jsonl", line_number=7)


def test_the_lines_around_a_fault_are_read(tmp_path: Path) -> None:
    good = json.dumps(record()).encode()
    path = tmp_path / "in.jsonl"
    path.write_bytes(good + b"\n" + good[:100] + b"\n" + good + b"\n")
    found = list(read_jsonl(path))
    assert [type(record) for record in found] == [Record, Refused, Record]
    refused = found[1]
    assert isinstance(refused, Refused)
    assert (refused.source, refused.line) == (str(path), 2)
    assert "not a whole JSON object" in refused.reason


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no file"):
        list(read_jsonl(tmp_path / "none.jsonl"))
    with pytest.raises(UserError, match="is a folder"):
        list(read_jsonl(tmp_path))


def wide(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def test_offsets_in_utf16_are_told_and_repaired(tmp_path: Path) -> None:
    raw = record()
    for one in (raw["entities"][0], *raw["quotations"][0]["ranges"], raw["quotations"][0]["cue"]):
        one |= {"start": wide(TEXT[: one["start"]]), "end": wide(TEXT[: one["end"]])}
    raw["quotations"][0]["speaker_mention"] = None
    raw["quotations"].pop()
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps(raw) + "\n", encoding="utf-8")
    (refused,) = read_jsonl(path)
    assert isinstance(refused, Refused)
    assert refused.error.code == "record-offsets-off"
    assert "in.jsonl, line 1: the offsets count UTF-16 units (an emoji is two). Import with --repair" in str(
        refused.error
    )
    (repaired,) = read_jsonl(path, Options(repair=True))
    assert isinstance(repaired, Record)
    assert repaired.notes == ("repaired: the offsets count UTF-16 units (an emoji is two)",)
    assert [TEXT[slice(*span)] for span in repaired.layer.quotation("q1").ranges] == ["«Да", "нет»"]


def test_carriage_returns_are_repaired(tmp_path: Path) -> None:
    text = "Анна\r\nтут и Ян"
    spans = [{"start": 12, "end": 14, "text": "Ян"}, {"start": 0, "end": 9, "text": "Анна\r\nтут"}]
    entities = [{"id": f"e{n}", "label": "PER", "actor": None, **one} for n, one in enumerate(spans)]
    rejected = {"entities": [{"id": "e9", "label": "LOC", "actor": None, **spans[0]}], "quotations": []}
    raw = record() | {"text": text, "entities": entities, "quotations": [], "rejected": rejected}
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps(raw) + "\n", encoding="utf-8")
    (refused,) = read_jsonl(path)
    assert isinstance(refused, Refused)
    assert "CRLF" in refused.reason
    (repaired,) = read_jsonl(path, Options(repair=True))
    assert isinstance(repaired, Record)
    assert repaired.article.text == "Анна\nтут и Ян"
    assert [repaired.article.text[slice(*e.range)] for e in repaired.layer.entities(rejected=True)] == [
        "Анна\nтут",
        "Ян",
        "Ян",
    ]


@pytest.mark.parametrize("entities", [[{"id": "e", "start": 0, "end": 99, "text": "Анна"}], [7], "x"])
def test_what_no_reading_explains_stays_refused(tmp_path: Path, entities: Any) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps(record() | {"entities": entities}) + "\n", encoding="utf-8")
    (refused,) = read_jsonl(path, Options(repair=True))
    assert isinstance(refused, Refused)
    assert refused.error.code in ("record-range-outside", "record-field")
