"""Where a range of the exchange format ends to be one, what a row of quotations says, when a text is a table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from core.errors import UserError
from core.formats.base import Record, Summary, make_article
from core.formats.jsonl import read_record
from core.formats.quotes import COLUMNS, rows
from core.formats.tables_csv import is_table
from core.model import Actor, ActorKind, Form, Head, Quotation, Range, State, Status
from core.model.layer import Layer
from core.model.register import Source

TEXT = "Анна сказала: «Да»."
LENGTH = len(TEXT)
Span = tuple[int, int, str]


def with_span(field: str, span: Span, text: str = TEXT) -> bytes:
    """Return a record with that span as one of its fields, the others right."""
    here = dict(zip(("start", "end", "text"), span, strict=True))
    name = {"start": 0, "end": 4, "text": text[:4]}
    word = {"start": 5, "end": 9, "text": text[5:9]}
    said: dict[str, Any] = {"id": "q1", "form": "direct", "ranges": [name, here if field == "ranges[1]" else word]}
    said |= {part: here if field == part else None for part in ("cue", "speaker_mention")}
    said |= {"speaker": None, "parent": None}
    found = {"id": "e1", "label": "PER", **(here if field == "" else name), "actor": None}
    head = {
        "format": "citata/1",
        "id": "x",
        "title": None,
        "text": text,
        "meta": {},
        "annotator": "anna",
        "status": "new",
    }
    return msgspec.json.encode({**head, "entities": [found], "quotations": [said], "actors": []})


OUTSIDE: tuple[Span, ...] = (
    (LENGTH - 3, LENGTH + 2, TEXT[-3:]),
    (LENGTH - 1, LENGTH + 1, TEXT[-1:]),
    (LENGTH, LENGTH + 1, ""),
    (-3, LENGTH, TEXT[-3:]),
    (5, 5, ""),
    (7, 6, ""),
)
"""Spans whose text is what Python's slice of the article gives, and which are none."""
FIELDS = {"": "entities[0]", "ranges[1]": "quotations[0].ranges[1]", "cue": "quotations[0].cue"} | {
    "speaker_mention": "quotations[0].speaker_mention"
}


def refusal(line: bytes) -> UserError:
    with pytest.raises(UserError) as caught:
        read_record(line, source="f", line_number=3)
    return caught.value


@pytest.mark.parametrize("field", FIELDS)
def test_a_span_lies_in_the_text_and_says_what_stands_there(field: str) -> None:
    read_record(with_span(field, (LENGTH - 1, LENGTH, TEXT[-1])), source="f", line_number=3)
    place = {"source": "f", "line": 3}
    for start, end, said in OUTSIDE:
        error = refusal(with_span(field, (start, end, said)))
        facts = {"field": FIELDS[field], "start": start, "end": end, "length": LENGTH}
        assert (error.code, error.facts) == ("record-range-outside", {**facts, **place})
    for said in ("сказал", "сказала:", "", "Сказала"):
        error = refusal(with_span(field, (5, 12, said)))
        words = {"field": f"{FIELDS[field]}.text", "expected": "'сказала'", "found": repr(said)}
        assert (error.code, error.facts) == ("record-text-differs", {**words, **place})


def test_long_words_that_differ_are_shortened_in_the_refusal() -> None:
    text = "Анна " + "а" * 40 + "б" * 60
    for length, shown in ((80, text[:80]), (81, text[:40] + "…" + text[42:81])):
        error = refusal(with_span("cue", (0, length, text[:length] + "!"), text))
        assert error.facts["expected"] == repr(shown)


# -- rows of quotations -----------------------------------------------------------------------------------------------

USUAL = {
    "article": "a", "title": None, "annotator": "вера", "status": "done", "form": "direct", "cue": None,
    "mention": None, "speaker": None, "speaker_kind": None, "speaker_gender": None, "register": None,
    "register_name": None, "register_identifier": None, "parent": None, "cue_start": None, "cue_end": None,
    "mention_start": None, "mention_end": None, "state": "manual", "score": None, "rule": None, "note": None,
    "flags": None, "source": None, "author": None, "published": "4 мая 2031", "day": "2031-05-04", "url": None,
}  # fmt: skip


def test_a_row_tells_all_of_a_quotation_and_its_source() -> None:
    text = "Анна Белова сказала: «Да, да», а Олег — «нет»."
    article = make_article("a", None, text, {"published": "4 мая 2031", "раздел": "Река"})
    known = Source(id="s1", name="Белова Анна", identifier="Q7")
    merged, bare = Source(id="s2", name="Анна", merged="s1"), Source(id="s3", name="Олег")
    layer = Layer(article, "вера", [
        Head(status=Status.DONE),
        Actor(id="a1", name="Анна Белова", kind=ActorKind.PERSON, source="s2", extra={"gender": "feminine"}),
        Actor(id="a2", name="Олег", source="s3"),
        Actor(id="a3", name="мэрия", kind=ActorKind.ORGANISATION, source="s9"),
        Quotation(id="q1", form=Form.DIRECT, ranges=(Range(22, 25), Range(25, 28)), cue=Range(12, 19),
                  mention=Range(0, 11), speaker="a1", note="да", flags=("x", "y"), score=0.0, rule="r"),
        Quotation(id="q2", form=Form.INDIRECT, ranges=(Range(41, 44),), speaker="a2", parent="q1"),
        Quotation(id="q3", form=Form.DIRECT, ranges=(Range(0, 4),), speaker="a3", state=State.AUTO),
        Quotation(id="q4", form=Form.DIRECT, ranges=(Range(45, 46),)),
    ])  # fmt: skip
    summary = Summary()
    found = rows([Record(article, layer, sources=(known, merged, bare))], summary, 6)
    names = [column.name for column in COLUMNS]
    made = {row[names.index("quotation")]: dict(zip(names, row, strict=True)) for row in found}
    assert list(made) == ["q3", "q1", "q2", "q4"]
    first = {
        "text": "Да, …  да", "cue": "сказала", "mention": "Анна Белова", "speaker": "Анна Белова",
        "speaker_kind": "person", "speaker_gender": "feminine", "register": "s1",
        "register_name": "Белова Анна", "register_identifier": "Q7", "context_before": "ала: «",
        "context_after": "», а О", "start": 22, "end": 28, "ranges": "22-25 25-28", "words": 2, "cue_start": 12,
        "cue_end": 19, "mention_start": 0, "mention_end": 11, "score": 0.0, "rule": "r", "note": "да", "flags": "x, y",
    }  # fmt: skip
    second = {
        "form": "indirect", "text": "нет", "speaker": "Олег", "register": "s3",
        "register_name": "Олег", "parent": "q1", "ranges": "41-44", "context_before": "ег — «", "context_after": "».",
        "start": 41, "end": 44, "words": 1,
    }  # fmt: skip
    third = {
        "text": "Анна", "speaker": "мэрия", "speaker_kind": "organisation", "state": "auto", "context_before": "",
        "context_after": " Белов", "start": 0, "end": 4, "ranges": "0-4", "words": 1,
    }  # fmt: skip
    last = {
        "text": ".",
        "context_before": " «нет»",
        "context_after": "",
        "start": 45,
        "end": 46,
        "ranges": "45-46",
        "words": 0,
    }
    assert made == {
        "q1": {**USUAL, **first, "quotation": "q1"},
        "q2": {**USUAL, **second, "quotation": "q2"},
        "q3": {**USUAL, **third, "quotation": "q3"},
        "q4": {**USUAL, **last, "quotation": "q4"},
    }
    assert (summary.articles, summary.items, dict(summary.lines())) == (
        1, 4, {"articles' further details": 1, "links of actors to the register": 3},
    )  # fmt: skip


# -- tables in text ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("a\tb\n" + "1\t2\n" * 9, True),
        ("a\tb\n" + "1\t2\n" * 8 + "1\n", False),
        ("a\tb\n" + "1\t2\n" * 9 + "1\n", True),
        ("a\tb", False),
        ("a\tb\n", True),
        ("a\t\n1\t2\n", False),
        ("\tПаром пойдёт.\n\tДа.\n", False),
        ("a\tb\tc\n1\t2\n1\t2\n", False),
        ("\ufeffa\tb\n1\t2\n", True),
        ("Паром пойдёт.\nДа.\n", False),
        ("a,b\n1,2\n", False),
        ("", False),
    ],
)
def test_a_text_is_a_table_where_more_than_nine_rows_of_ten_part_as_the_head(
    tmp_path: Path, text: str, table: bool
) -> None:
    path = tmp_path / "x.txt"
    path.write_text(text, "utf-8")
    assert is_table(path) is table


@pytest.mark.parametrize(("text", "what"), [("\ufeffАнна тут", "a BOM"), ("Анна\r\nтут", "carriage returns")])
def test_a_text_that_is_changed_on_reading_may_have_no_ranges(text: str, what: str) -> None:
    entity = {"id": "e1", "label": "PER", "start": 0, "end": 3, "text": text[:3], "actor": None}
    head = {"format": "citata/1", "id": "x", "title": None, "text": text, "meta": {}, "annotator": "anna"}
    bare = read_record(msgspec.json.encode(head), source="f", line_number=1)
    assert bare.article.text == text.removeprefix("\ufeff").replace("\r", "")
    for items in ({"entities": [entity]}, {"rejected": {"entities": [entity], "quotations": []}}):
        error = refusal(msgspec.json.encode({**head, **items}))
        assert (error.code, error.facts["field"], error.facts["what"]) == ("record-not-canonical", "text", what)
