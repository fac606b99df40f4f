"""What all readers of documents share: titles and authors that are none, what is left out, encodings named."""

from __future__ import annotations

from collections import Counter

import pytest

from core.formats.encodings import cyrillic_of_latin, declared, decoded_page, detect, detect_name
from core.formats.prose import Prose, bullet, changes_said, left_out, usable_author, usable_title, whole_pairs

TOOLS = ["python-docx", "unknown", "un-named", "user", "admin", "администратор", "пользователь"]
TITLES = ["Документ", "Untitled", "Без имени", "Без названия", "Документ Microsoft Word", "Документ 7", "document12"]


def test_a_program_s_word_is_no_author_and_no_title() -> None:
    assert [usable_author(name) for name in [*TOOLS, "User", "АДМИНИСТРАТОР", " admin ", "", None]] == [""] * 12
    assert usable_author(" Нина\n Белова\x07") == "Нина Белова"
    assert usable_author("users") == "users"
    endings = ["doc", "docx", "odt", "rtf", "pdf", "txt", "indd", "qxp", "tex", "dvi", "htm", "html"]
    for title in [
        *TITLES,
        "Microsoft Word - a",
        "Word Document",
        *(f"порт.{one}" for one in endings),
        "Да",
        "7 аб",
        "",
        None,
    ]:
        assert usable_title(title) is None, title
    assert [usable_title(one) for one in ("Лёд", " Мост\n готов ", "Документы", "x.docs")] == [
        "Лёд",
        "Мост готов",
        "Документы",
        "x.docs",
    ]


def test_what_is_left_out_is_said_in_its_number() -> None:
    kinds = {
        "footnote": "footnotes",
        "running head or foot": "running heads and feet",
        "frame that is not in the file": "frames that are not in the file",
        "line of a quoted mail": "lines of a quoted mail",
        "block around the article": "blocks around the article",
        "page without a text layer": "pages without a text layer",
        "hidden run of words": "hidden runs of words",
    }
    for one, more in kinds.items():
        assert left_out(Counter({one: 1, "none": 0})) == (f"left out: 1 {one}",)
        assert left_out(Counter({one: 2})) == (f"left out: 2 {more}",)
        assert left_out(Counter({one: 1234})) == (f"left out: 1,234 {more}",)
    assert list(changes_said(0, 0, False)) == []
    assert list(changes_said(1, 0, False)) == ["tracked changes accepted: 1 inserted, 0 deleted"]
    assert list(changes_said(0, 2000, True)) == ["tracked changes rejected: 0 inserted, 2,000 deleted"]


def test_paragraphs_are_built_of_lines_without_blanks_and_controls() -> None:
    prose = Prose()
    assert prose.empty
    prose.add(" \t")
    assert prose.empty
    prose.add(" раз\t\n \n два\x07 ")
    assert not prose.empty
    prose.end("1. ")
    prose.end("2. ")
    prose.add(" ")
    prose.end("3. ")
    prose.add("\ud83d\udea2 три\ud83d")
    prose.note(" со  слов\n")
    prose.note(" ")
    assert prose.text() == "1. раз\nдва\n🚢 три\ufffd"
    assert prose.notes == ["со слов"]
    assert whole_pairs("да") == "да"
    assert [bullet(one) for one in ("\ue000", "\uf8ff", " – ", "\uf900", "\uf0b7 ")] == ["•", "•", "–", "\uf900", "•"]


WORDS = "Паром в посёлок Заречье пойдёт весной, сказала Нина Белова."
MARKS = {
    "utf-8": b"\xef\xbb\xbf",
    "utf-16-le": b"\xff\xfe",
    "utf-16-be": b"\xfe\xff",
    "utf-32-le": b"\xff\xfe\0\0",
    "utf-32-be": b"\0\0\xfe\xff",
}


def test_encodings_are_told_by_marks_zero_bytes_and_letters() -> None:
    for name, mark in MARKS.items():
        assert detect(mark + "a".encode(name)) == name
        assert decoded_page(mark + WORDS.encode(name), None) == (WORDS, name, "")
    for name in ("utf-16-le", "utf-16-be", "cp1251", "koi8-r", "cp866", "utf-8"):
        assert detect(WORDS.encode(name)) == name
        assert detect_name([b"a.txt", WORDS.encode(name)]) == name or name.startswith("utf-16")
    assert detect("ab".encode("utf-16-le")) == "utf-16-le"
    assert detect("ab".encode("utf-16-be")) == "utf-16-be"
    assert detect(b"a\0") == "utf-8"
    assert detect(b"\x81\xfe\xfd") is None


@pytest.mark.parametrize("name", ["iso-8859-1", "latin-1", "latin1", "us-ascii"])
def test_pages_in_western_encodings_are_read_as_browsers_do(name: str) -> None:
    data = f'<meta charset="{name}">'.encode() + b"\x93caf\xe9\x94 \x97 d\xe9j\xe0"
    assert decoded_page(data, name)[0].endswith("“café” — déjà")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"<meta charset=KOI8-R>", "koi8-r"),
        (b"<META http-equiv=x content='text/html; charset = cp866'>", "cp866"),
        (b'<meta charset="utf-8"><meta charset="cp1251">', "utf-8"),
        (b' <?xml version="1.0" encoding="cp1251"?><meta charset="utf-8">', "cp1251"),
        (b"<p charset=utf-8>", None),
        (b"x" * 4000 + b"<meta charset=utf-8>", "utf-8"),
        (b"x" * 4090 + b"<meta charset=utf-8>", None),
    ],
)
def test_a_page_names_its_encoding_itself(data: bytes, name: str | None) -> None:
    assert declared(data) == name


def test_a_name_that_does_not_fit_is_not_believed_and_told() -> None:
    page = f"<meta charset=utf-8>{WORDS}".encode("cp1251")
    doubt = "it names utf-8, which does not fit: read as cp1251"
    assert decoded_page(page, None) == (f"<meta charset=utf-8>{WORDS}", "cp1251", doubt)
    assert decoded_page(page, "cp1251") == (f"<meta charset=utf-8>{WORDS}", "cp1251", "")
    doubt = "it names cp1251, which does not fit: read as utf-8"
    assert decoded_page(WORDS.encode(), None, "cp1251") == (WORDS, "utf-8", doubt)
    assert decoded_page(WORDS.encode("cp1251"), None, "windows-1251") == (WORDS, "windows-1251", "")
    assert decoded_page(b"<meta charset=cp1251>Da", None)[1:] == ("cp1251", "")
    assert decoded_page(b"Da", None) == ("Da", "utf-8", "")
    assert decoded_page(b"\xff\xfd\xfc", None) == ("\ufffd" * 3, "utf-8 (damaged)", "")
    western = decoded_page(WORDS.encode("cp1251"), None, "iso-8859-1")
    assert western == (WORDS, "cp1251", "it names iso-8859-1, which does not fit: read as cp1251")


def test_russian_letters_named_western_are_put_right_where_they_prevail() -> None:
    western = "Паромпойдёт".encode("cp1251").decode("latin-1")
    assert cyrillic_of_latin(western) is None
    assert cyrillic_of_latin(f"{western}à") == "Паромпойдёта"
    assert cyrillic_of_latin(WORDS) is None
    assert cyrillic_of_latin("é" * 20) is None
    assert cyrillic_of_latin(f"{western}àдан") == "Паромпойдётадан"
    assert cyrillic_of_latin(f"{western}àдано") is None
