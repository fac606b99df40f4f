"""RTF documents: properties, switches, boxes, labels, notes, heads, binary data, what is damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.formats import format_named
from core.formats.base import Options, Record, Refused

FONTS = r"{\fonttbl{\f0\fcharset204 Arial;}}\f0 "
NOT_CERTAIN = "tracked changes of RTF cannot be read for certain: compare with the document"


def read(path: Path, body: str, head: str = r"\ansicpg1251" + FONTS, **options: str) -> Record | Refused:
    """Read a document of a body, whose letters above ASCII are written as bytes of cp1251."""
    file = path / "x.rtf"
    file.write_bytes(rb"{\rtf1\ansi" + head.encode() + body.encode("cp1251"))
    (found,) = format_named("rtf").read(file, Options(**options))  # type: ignore[arg-type]
    return found


def record(path: Path, body: str, **options: str) -> Record:
    found = read(path, body + "}", **options)
    assert isinstance(found, Record), found
    return found


def test_title_author_and_date_come_from_the_properties(tmp_path: Path) -> None:
    info = r"{\info{\title Паром в {\b Заречье}}{\author Нина Белова}{\creatim\yr2031\mo5\dy4\hr9}}"
    found = record(tmp_path, info + "Паром пойдёт.")
    assert (found.article.text, found.article.title) == ("Паром пойдёт.", "Паром в Заречье")
    assert (found.article.meta["author"], found.article.meta["published"]) == ("Нина Белова", "2031-05-04")


def test_half_a_date_is_none(tmp_path: Path) -> None:
    assert record(tmp_path, r"{\info{\creatim\yr2031\mo5}}Паром").article.meta == {"file": "x.rtf"}


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"{{\b Нина}} Белова{}", "Нина Белова"),
        (r"Нина {\*\unheard тайно}{\unheard явно}", "Нина явно"),
        (r"Нина{\*\data\bin7 }{\\x}\} Белова", "Нина Белова"),
        (r"Нина\cell Белова\cell\row Конец", "Нина\nБелова\nКонец"),
        (r"{\field{\*\fldinst DATE}{\fldrslt 5 мая}}", "5 мая"),
        (r"раз{\pntext 1.\tab}\par {\listtext 2)\tab}два", "раз1.\n2) два"),
        (r"{\stylesheet{\s0 Обычный;}}Нина", "Нина"),
        (
            r"Начало {\shp{\*\shpinst\shpleft0{\sp{\sn x}{\sv 1}}{\shptxt Рамка}}{\shprslt Рамка}}конец.\par Ещё",
            "Начало конец.\nРамка\nЕщё",
        ),
        (r"Начало {\do{\dptxbx{\dptxbxtext Рамка}}}конец.", "Начало конец.\nРамка"),
        (r"Нина\line Белова", "Нина\nБелова"),
    ],
)
def test_what_the_page_shows_is_read(tmp_path: Path, body: str, text: str) -> None:
    found = record(tmp_path, body)
    assert found.article.text == text
    assert found.notes == ()


@pytest.mark.parametrize(
    ("body", "notes"),
    [
        (r"{\header Вестник\par}Нина{\footer\pard\par}", ("left out: 1 running head or foot",)),
        (r"Нина{\*\annotation Проверить}", ("left out: 1 comment",)),
        (r"Нина{\pict 00ff}", ("left out: 1 picture",)),
        (r"Нина{\footnote\ftnalt Сказано.}", ("left out: 1 endnote",)),
        (r"Нина{\footnote \ftnalt \pard Сказано.}", ("left out: 1 endnote",)),
        (r"Нина{\footnote \pard Сказано.}", ("left out: 1 footnote",)),
        (
            r"Нина{\v тайно{\shp{\shptxt рамка}}{\listtext 1.}{\footnote тайно}\par}",
            ("left out: 1 hidden run of words",),
        ),
        (r"\v тайно\par\f0\plain Нина", ("left out: 1 hidden run of words",)),
        (r"\v тайно\v0 Нина", ("left out: 1 hidden run of words",)),
    ],
)
def test_what_is_not_text_is_counted(tmp_path: Path, body: str, notes: tuple[str, ...]) -> None:
    found = record(tmp_path, body)
    assert found.article.text == "Нина"
    assert found.notes == notes


@pytest.mark.parametrize(("changes", "text"), [("accepted", "Паром не пойдёт"), ("rejected", "Паром скоро пойдёт")])
def test_tracked_changes_are_accepted_or_rejected(tmp_path: Path, changes: str, text: str) -> None:
    found = record(tmp_path, r"Паром {\revised не }{\deleted скоро }пойдёт", changes=changes)
    assert found.article.text == text
    assert found.notes == (f"tracked changes {changes}: 1 inserted, 1 deleted", NOT_CERTAIN)


def test_a_wrong_code_page_is_put_right_and_told(tmp_path: Path) -> None:
    found = read(tmp_path, "Паром в посёлок Заречье пойдёт весной, сказала Нина Белова.}", head=r"\ansicpg1252 ")
    assert isinstance(found, Record)
    assert found.article.text == "Паром в посёлок Заречье пойдёт весной, сказала Нина Белова."
    assert found.notes == ("letters put right: cp1251 was named as a western code page",)


def test_a_document_that_is_cut_off_gives_what_is_there(tmp_path: Path) -> None:
    found = read(tmp_path, "{\\b Паром пойдёт.\\par Нина\\")
    assert isinstance(found, Record)
    assert found.article.text == "Паром пойдёт.\nНина"


def test_what_follows_the_document_is_not_read(tmp_path: Path) -> None:
    assert record(tmp_path, "Паром} хвост").article.text == "Паром"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b" \n", "it is empty"),
        (b"<html>", "it does not begin like one"),
        (rb"{\rtf1 " + b"{" * 200, "groups lie too deep in each other"),
    ],
)
def test_what_is_no_document_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    (tmp_path / "x.rtf").write_bytes(data)
    (found,) = format_named("rtf").read(tmp_path / "x.rtf", Options())
    assert isinstance(found, Refused)
    assert (found.error.code, found.error.facts["reason"]) == ("file-format", reason)
