"""Marked articles are read as records, and what is wrong in one is named with its file and article."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.common.marked import articles
from core.formats.jsonl import read_record
from tests.paths import ROOT

TEXT = """### a-1
Мост
<q n="2" f="direct">«Откроем</q>, — <c q="2">сказала</c> <s q="2 3">мэр</s>, — <q n="2" f="direct">в мае»</q>. Она
<c q="3">добавила</c>, <q n="3" f="mixed">что <s q="4">строители</s>
<c q="4">назвали</c> срок <q n="4" f="mixed">«вечным»</q></q>.
---
2: Вера Лунина
3: Вера Лунина
4: null
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "some.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_article_is_read(tmp_path: Path) -> None:
    (row,) = articles(write(tmp_path, TEXT))
    text = row["text"]
    assert text.startswith("Мост\n«Откроем, — сказала мэр, — в мае». Она\n")
    assert "<" not in text
    said = [
        [
            one["form"],
            [part["text"] for part in one["ranges"]],
            one["cue"]["text"],
            one["speaker_mention"]["text"],
            one["speaker"],
        ]
        for one in row["quotations"]
    ]
    assert said == [
        ["direct", ["«Откроем", "в мае»"], "сказала", "мэр", "a1"],
        ["mixed", ["что строители\nназвали срок «вечным»"], "добавила", "мэр", "a1"],
        ["mixed", ["«вечным»"], "назвали", "строители", None],
    ]
    assert row["actors"] == [{"id": "a1", "name": "Вера Лунина", "kind": None}]


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ("\n---\n", "\n", "no line ---"),
        ("4: null", "4 null", "not a line of a speaker: 4 null"),
        ("4: null\n", "", "quotation 4 has no speaker"),
        ("4: null", "4: null\n5: X", "quotation 5 has no content"),
        ('<c q="3">', '<c q="2">', "quotation 2 has two <c>"),
        ('f="direct">в мае', 'f="mixed">в мае', "a fragment of quotation 2 has no form of .*, or another"),
        ('n="4" f="mixed"', 'n="4" f="loud"', "a fragment of quotation 4 has no form"),
        ("сказала</c>", "сказала </c>", "begins or ends with a space"),
        ("</q></q>", "</q>", "<q> is never closed"),
        ("мэр</s>", "мэр</c>", "</c> closes nothing"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, was: str, becomes: str, said: str) -> None:
    assert was in TEXT
    path = write(tmp_path, TEXT.replace(was, becomes, 1))
    with pytest.raises(ValueError, match=f"some.txt, article a-1: .*{said}"):
        articles(path)


@pytest.mark.parametrize("path", sorted((ROOT / "bench" / "press").glob("*.txt")), ids=lambda path: path.stem)
def test_ours_are_whole(path: Path) -> None:
    rows = articles(path)
    assert len({row["id"] for row in rows}) == len(rows) >= 20
    for row in rows:
        record = read_record(json.dumps(row).encode(), source=path.name, line_number=1)
        assert len(record.layer.quotations()) == len(row["quotations"])
