"""RTF documents: groups and switches of the format, notes, boxes, pictures, properties, code pages, refusals."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.formats import format_named
from core.formats.base import Options, Record, Refused


def read(path: Path, data: bytes | str, **options: str) -> Record | Refused:
    if isinstance(data, str):
        words = "".join(c if ord(c) < 128 else f"\\'{c.encode('cp1251').hex()}" for c in data)
        data = rb"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0\fcharset204 Arial;}}\f0 " + words.encode("ascii") + b"}"
    path.write_bytes(data)
    (found,) = format_named("rtf").read(path, Options(**options))  # type: ignore[arg-type]
    return found


def only(path: Path, data: bytes | str, **options: str) -> Record:
    found = read(path, data, **options)
    assert isinstance(found, Record), found
    return found


ENDS = ("par", "cell", "nestcell", "sect", "page", "column")
"""Words of the format that end a paragraph."""


@pytest.mark.parametrize(
    ("body", "words", "notes"),
    [
        (r"Паром{\v тайно} и {\v0 лёд}", "Паром и лёд", ("left out: 1 hidden run of words",)),
        (r"Паром\v тайно\v0  и лёд", "Паром и лёд", ("left out: 1 hidden run of words",)),
        (r"Паром {\v тайно\plain явно}", "Паром явно", ("left out: 1 hidden run of words",)),
        (r"Паром{\header Вестник}{\footer  }", "Паром", ("left out: 1 running head or foot",)),
        (r"Паром{\*\annotation проверить}", "Паром", ("left out: 1 comment",)),
        (r"Паром{\pict 00ff}{\*\shppict{\pict 00ff}}", "Паром", ("left out: 2 pictures",)),
        (r"Паром{\*\unknown тайно}{\info{\title x}}", "Паром", ()),
        (r"Паром{\field{\*\fldinst DATE}{\fldrslt  5 мая}}", "Паром 5 мая", ()),
        (r"раз\cell два\cell\row три\column четыре\par", "раз\nдва\nтри\nчетыре", ()),
        (r"раз\line два\tab три\~четыре", "раз\nдва\tтри\u00a0четыре", ()),
        (r"Паром{\shp{\*\shpinst{\shptxt Рамка\par}}} плывёт\par Конец", "Паром плывёт\nРамка\nКонец", ()),
        (r"Паром{\shp{\*\shpinst{\shptxt Рамка}}}", "Паром\nРамка", ()),
        *((rf"Паром{{\shp{{\shptxt Рамка}}}}\{end} Конец", "Паром\nРамка\nКонец", ()) for end in ENDS),
        (
            r"Паром{\v{\shp{\shptxt Рамка}}{\listtext 1.\tab}{\footnote Нет}}",
            "Паром",
            ("left out: 1 hidden run of words",),
        ),
        (r"{\listtext 1.\tab}Паром", "1. Паром", ()),
        (r"{\pntext\'97 }Паром", "— Паром", ()),
        (r"{\bin3 }}}Паром", "Паром", ()),
        ("Паром\r\n и лёд\\par\r\n", "Паром и лёд", ()),
        (r"{{\*\x}}{ }Паром\u9992?", "Паром⛈".replace("⛈", chr(9992)), ()),
    ],
)
def test_what_is_seen_is_read(tmp_path: Path, body: str, words: str, notes: tuple[str, ...]) -> None:
    record = only(tmp_path / "x.rtf", body)
    assert (record.article.text, record.notes) == (words, notes)


def test_changes_are_accepted_or_rejected(tmp_path: Path) -> None:
    body = r"Паром {\revised не }{\deleted скоро {\listtext x}}пойдёт"
    record = only(tmp_path / "x.rtf", body)
    assert record.article.text == "Паром не пойдёт"
    assert record.notes[0] == "tracked changes accepted: 1 inserted, 1 deleted"
    rejected = only(tmp_path / "x.rtf", body, changes="rejected")
    assert rejected.article.text.startswith("Паром скоро ")
    assert "не" not in rejected.article.text
    assert rejected.notes[0] == "tracked changes rejected: 1 inserted, 1 deleted"


def test_notes_stand_outside_the_text(tmp_path: Path) -> None:
    record = only(tmp_path / "x.rtf", r"Паром{\footnote Со слов.}{\footnote\ftnalt По плану.}")
    assert record.article.text == "Паром"
    assert record.article.meta["footnotes"] == "Со слов.\nПо плану."
    assert record.notes == ("left out: 1 footnote", "left out: 1 endnote")


def test_properties_give_title_author_and_day(tmp_path: Path) -> None:
    info = r"{\info{\title Паром {\b пойдёт}}{\author Нина Белова}{\creatim\yr2031\mo5\dy4\hr9}}Паром."
    article = only(tmp_path / "x.rtf", info).article
    assert article.title == "Паром пойдёт"
    assert article.meta == {"author": "Нина Белова", "published": "2031-05-04", "file": "x.rtf"}
    undated = only(tmp_path / "x.rtf", r"{\info{\creatim\yr2031\mo5}}Паром.").article
    assert undated.meta == {"file": "x.rtf"}


def test_letters_of_a_wrongly_named_code_page_are_put_right(tmp_path: Path) -> None:
    words = "Жительница посёлка сказала".encode("cp1251")
    record = only(tmp_path / "x.rtf", rb"{\rtf1\ansi\ansicpg1252 " + words + b"}")
    assert record.article.text == "Жительница посёлка сказала"
    assert record.notes == ("letters put right: cp1251 was named as a western code page",)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is empty"),
        (b"Ferry", "it does not begin like one"),
        (b"{\\rtf1 " + b"{" * 200 + b"a" + b"}" * 201, "groups lie too deep in each other"),
    ],
)
def test_what_is_no_rtf_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    found = read(tmp_path / "x.rtf", data)
    assert isinstance(found, Refused)
    assert (found.error.code, found.error.facts["reason"]) == ("file-format", reason)


def test_a_document_that_ends_early_gives_what_is_there(tmp_path: Path) -> None:
    data = rb"{\rtf1\ansi\ansicpg1251 {\b Ferry} goes {\i in May"
    assert only(tmp_path / "x.rtf", data).article.text == "Ferry goes in May"
    assert only(tmp_path / "x.rtf", data + b"\\").article.text == "Ferry goes in May"
    assert only(tmp_path / "x.rtf", data + b"}} after \\").article.text == "Ferry goes in May"
