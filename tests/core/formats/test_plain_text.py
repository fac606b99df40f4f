"""Text files become articles: every encoding of the Russian press is told, what is no text is refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import UserError
from core.formats import guess
from core.formats.base import ARTICLE_LIMIT, PARAGRAPH_LIMIT, Options, Record, Refused
from core.formats.encodings import detect, detect_name
from core.formats.plain import BYTE_LIMIT, decode_text, read, read_plain, title_of

PRESS = (
    "Мэр пообещал новый мост\n\n"
    '"Мост откроют осенью, - сказал журналистам глава Заречья Пётр Ёлкин. - Деньги уже есть".\n'
    "По его словам, работы начнутся в марте, а подъезды к мосту расширят."
)
UPPER = "ГЛАВА ЗАРЕЧЬЯ СООБЩИЛ, ЧТО МОСТ ОТКРОЮТ ОСЕНЬЮ"
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251", "koi8-r", "cp866")


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", [PRESS, UPPER, PRESS.replace("\n", "\r\n"), "Он пришёл в BBC World Service"])
def test_the_encoding_is_told(tmp_path: Path, text: str, encoding: str) -> None:
    path = tmp_path / "мост.txt"
    path.write_bytes(text.encode(encoding))
    article = read_plain(path)
    assert article.text == text.replace("\r\n", "\n")
    assert article.id == "мост"
    assert article.meta["source"] == "мост.txt"
    assert article.meta["encoding"].split("-")[0] == encoding.split("-")[0]


@given(st.text(alphabet="аЁ«»\u00a0\u2028😀е\u0308z, \n", min_size=1).filter(lambda text: bool(text.strip())))
def test_utf8_text_is_changed_in_its_newlines_only(text: str) -> None:
    assert decode_text(text.replace("\n", "\r\n").encode(), "x")[0] == text


def test_a_short_first_line_is_the_title(tmp_path: Path) -> None:
    assert title_of(PRESS) == "Мэр пообещал новый мост"
    assert title_of("Одна строка") is None
    assert title_of("Мэр пообещал мост.\nИ дорогу.") is None
    assert title_of("\n\n  Мост  \nОткроют") == "Мост"
    assert title_of("а" * 201 + "\nб") is None


REFUSED: list[tuple[str, bytes, str]] = [
    ("file-empty", b"", "is empty"),
    ("file-empty", b" \r\n\t", "is empty"),
    ("text-empty", "\u00a0\u2003".encode(), "only white space"),
    ("text-empty", b"\xef\xbb\xbf", "no text"),
    ("file-binary", b"\x89PNG\r\n\x1a\n....", "picture"),
    ("file-binary", b"%PDF-1.7 ...", "PDF"),
    ("file-binary", b"PK\x03\x04....", "ZIP"),
    ("file-binary", b"abc\x00\xff\xfe\x00\x00def\x00\x01\x02", "zero bytes"),
    ("file-binary", b"abc\x1bdef", "U+001B"),
    ("encoding-unknown", "größer, sagte Müller über Köln".encode("latin-1"), "--encoding"),
    ("encoding-unknown", b"caf\xe9", "--encoding"),
    ("paragraph-too-long", ("а" * (PARAGRAPH_LIMIT + 1)).encode(), "500,000"),
    ("text-too-long", ("а\n" * (ARTICLE_LIMIT // 2 + 1)).encode(), "4,000,000"),
    ("file-too-large", b"a\n" * (BYTE_LIMIT // 2 + 8), "too large"),
]


@pytest.mark.parametrize(("code", "data", "words"), REFUSED, ids=[f"{r[0]} {n}" for n, r in enumerate(REFUSED)])
def test_what_is_no_article_is_refused(tmp_path: Path, code: str, data: bytes, words: str) -> None:
    path = tmp_path / "in.txt"
    path.write_bytes(data)
    with pytest.raises(UserError) as caught:
        read_plain(path)
    assert caught.value.code == code
    assert words in str(caught.value)
    assert "in.txt" in str(caught.value)
    (refused,) = read(path, Options())
    assert isinstance(refused, Refused)
    assert refused.source == str(path)


def test_a_named_encoding_is_taken_at_its_word(tmp_path: Path) -> None:
    path = tmp_path / "in.txt"
    path.write_bytes("größer".encode("latin-1"))
    assert read_plain(path, encoding="latin-1").text == "größer"
    with pytest.raises(UserError, match="byte 3 does not fit"):
        read_plain(path, encoding="utf-8")
    with pytest.raises(UserError, match="no encoding that is known"):
        read_plain(path, encoding="klingon")


def test_a_text_file_is_one_record_with_an_empty_layer(tmp_path: Path) -> None:
    path = tmp_path / "in.txt"
    path.write_bytes(PRESS.encode("koi8-r"))
    (record,) = read(path, Options(annotator="anna"))
    assert isinstance(record, Record)
    assert record.notes == ("read as koi8-r",)
    assert (record.layer.annotator, len(record.layer.items)) == ("anna", 0)
    assert guess(path).name == "text"
    assert guess(tmp_path / "no-suffix").name == "text"


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    loop = tmp_path / "loop.txt"
    os.symlink(loop, loop)
    with pytest.raises(UserError, match="cannot be read"):
        read_plain(loop)


def test_noise_is_in_no_encoding() -> None:
    noise = bytes((n * 7919 + n * n * 31) % 256 for n in range(3000))
    assert detect(noise) is None


@pytest.mark.parametrize("code_page", ["utf-8", "cp866", "cp1251", "koi8-r"])
def test_the_encoding_of_file_names_is_told_by_their_letters(code_page: str) -> None:
    names = ["Заявление министра", "Ответ редакции", "Письмо читателя"]
    assert detect_name([name.encode(code_page) for name in names]) == code_page


@pytest.mark.parametrize("end", [".", ":", ";", ",", "…"])
def test_a_first_line_that_a_sentence_goes_on_from_is_no_title(end: str) -> None:
    assert title_of(f"Мост готов{end}\nСказал мэр.") is None
    assert title_of("Мост готов!\nСказал мэр.") == "Мост готов!"
