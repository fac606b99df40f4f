"""What a file is by its name and its first bytes; names in archives; words at line ends; rights to write."""

from __future__ import annotations

import os
import struct
import tomllib
import zipfile
import zlib
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from core.errors import UserError
from core.formats import FORMATS, Format, format_named, guess
from core.formats.base import Options, Record, open_for_reading, replacing
from core.formats.folders import writing_folder
from core.formats.hyphens import joined, vocabulary
from core.formats.prose import numeral
from core.formats.zip_names import member_names


@pytest.mark.parametrize(
    ("name", "data", "format"),
    [
        ("a.doc", b"PK\x03\x04x", "docx"),
        ("a.doc", b"\xef\xbb\xbf <HTML>", "html"),
        ("a.doc", b"<!DOCTYPE html>", "html"),
        ("a.doc", b"MIME-Version: 1.0", "mhtml"),
        ("a.doc", b"{\\rtf1}", "rtf"),
        ("a.doc", b"\xd0\xcf\x11\xe0", "text"),
        ("a.txt", b"{\\rtf1}", "rtf"),
        ("a.txt", b"a\tb\n1\t2\n", "table"),
        ("a.txt", b"a\tb\n1 2\n3 4\n", "text"),
        ("a.json", b'{"text": "x", "%FEATURE_STRUCTURES": [}', "uima-json"),
        ("a.json", b"nonsense", "jsonl"),
        ("a.jsonl", b'\n{"annotation_id": 1, "annotator": 2}', "label-studio"),
        ("a.jsonl", b'{"tokens": []}', "prodigy"),
        ("a.unknown", b"", "text"),
        ("A.XMI", b"", "uima-xmi"),
    ],
)
def test_a_file_is_told_by_its_name_and_its_first_bytes(tmp_path: Path, name: str, data: bytes, format: str) -> None:
    (tmp_path / name).write_bytes(data)
    assert guess(tmp_path / name).name == format


def test_a_large_table_in_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Номер\tТекст\n" + "7\tПаром пойдёт в мае\n" * 3000, encoding="utf-8")
    assert guess(tmp_path / "a.txt").name == "table"


def test_a_package_that_is_not_installed_is_named() -> None:
    assert format_named("spacy").missing() == ()
    assert format_named("jsonl").missing() == ()


def test_a_format_that_needs_what_is_not_there_says_so() -> None:
    row = Format(name="x", title="x", suffixes=(), module="none_of_ours", needs=("spacy and none-such, pip", "x"))
    assert row.missing() == ("none-such",)
    with pytest.raises(UserError) as raised:
        row.module_loaded()
    assert raised.value.facts == {"format": "x", "package": "none-such", "extra": "x"}
    with pytest.raises(ImportError):
        replace(row, needs=None).module_loaded()


# -- names in archives -----------------------------------------------------------------------------------------------


def member(name: str, extra: bytes = b"", *, flag: int = 0) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(name)
    made.flag_bits, made.extra = flag, extra
    return made


def unicode_path(name: str, packed: bytes) -> bytes:
    data = b"\x01" + struct.pack("<L", zlib.crc32(packed)) + name.encode()
    return struct.pack("<HH", 0x7075, len(data)) + data


def test_a_name_of_its_own_field_is_taken_where_it_belongs_to_the_packed_one() -> None:
    clock = struct.pack("<HH", 0x5455, 5) + bytes(5)
    packed = "паром.txt".encode("cp866").decode("cp437")
    right = member(packed, clock + unicode_path("паром 🚢.txt", packed.encode("cp437")))
    stale = member("ferry.txt", unicode_path("паром.txt", b"other"))
    assert member_names([right, stale, member("a.txt")]) == ["паром 🚢.txt", "ferry.txt", "a.txt"]


def test_names_are_as_their_flag_says() -> None:
    assert member_names([member("паром.txt", flag=0x800)]) == ["паром.txt"]
    assert member_names([member("паром.txt")]) == ["паром.txt"]
    assert member_names([member("ferry.txt", struct.pack("<HH", 0x7075, 3) + b"\x01ab")]) == ["ferry.txt"]


# -- words at line ends ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "right", "text", "whole"),
    [
        ("веб", "студия", "веб-студия и веб-студия", "веб-студия"),
        ("веб", "студия", "вебстудия", "вебстудия"),
        ("юго", "запад", "", "юго-запад"),
        ("научно", "технический", "", "научно-технический"),
        ("кто", "либо", "", "кто-либо"),
        ("Зю", "зя", "", "Зюзя"),
        ("АБ", "В", "", "АБ-В"),
        ("№ 7", "Б", "", "№ 7-Б"),
        ("па", "— да", "", "па-— да"),
        ("плюмбо", "крякский", "", "плюмбокрякский"),
        ("речно", "причал", "", "речно-причал"),
        ("плюмбо", "причал", "", "плюмбопричал"),
        ("красно", "паром", "", "красно-паром"),
        ("ледово", "причал", "", "ледово-причал"),
        ("кое", "где", "", "кое-где"),
        ("вице", "мэр", "", "вице-мэр"),
        ("ско", "ро", "", "скоро"),
        ("А", "Б", "", "А-Б"),
        ("НИ", "НА", "", "НИНА"),
    ],
)
def test_hyphens_at_line_ends(left: str, right: str, text: str, whole: str) -> None:
    assert joined(left, right, vocabulary(text) if text else Counter()) == whole


ROMAN = {1: "i", 4: "iv", 9: "ix", 14: "xiv", 40: "xl", 90: "xc", 400: "cd", 944: "cmxliv", 1666: "mdclxvi"}


@pytest.mark.parametrize(
    ("number", "kind", "words"),
    [
        *((number, "roman", words) for number, words in ROMAN.items()),
        (4000, "roman", "4000"),
        (0, "roman", "0"),
        (7, "ROMAN", "VII"),
        (26, "latin", "z"),
        (28, "latin", "bb"),
        (27, "LATIN", "AA"),
        (0, "latin", "0"),
        (11, "russian", "л"),
        (28, "russian", "я"),
        (29, "RUSSIAN", "АА"),
        (7, "zero", "07"),
        (12, "zero", "12"),
        (7, "decimal", "7"),
        (-1, "russian", "-1"),
    ],
)
def test_numbers_of_lists(number: int, kind: str, words: str) -> None:
    assert numeral(number, kind) == words


# -- rights ----------------------------------------------------------------------------------------------------------


def test_what_cannot_be_written_or_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError) as raised, replacing(tmp_path / "none" / "x"):
        pass
    assert raised.value.code == "file-unwritable"
    (tmp_path / "folder").mkdir()
    with pytest.raises(UserError) as raised, replacing(tmp_path / "folder"):
        pass
    assert raised.value.code == "file-unwritable"
    assert os.listdir(tmp_path) == ["folder"]
    with pytest.raises(UserError) as raised:
        open_for_reading(tmp_path / ("x" * 300))
    assert raised.value.code == "file-unreadable"
    for path, code in ((tmp_path, "file-is-folder"), (tmp_path / "no", "file-missing")):
        with pytest.raises(UserError) as raised:
            open_for_reading(path)
        assert raised.value.code == code


def test_a_folder_whose_file_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(UserError) as raised, writing_folder(tmp_path / "out") as made:
        (made / ("x" * 300)).write_text("x")
    assert raised.value.code == "file-unwritable"
    assert os.listdir(tmp_path) == []


def test_the_files_that_a_saved_page_brings_along_are_passed_over(tmp_path: Path) -> None:
    for name in ("page_files", "other_files", "стр_файлы"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(f"Паром {name}", encoding="utf-8")
    (tmp_path / "page.html").write_text("x")
    (tmp_path / "стр.htm").write_text("x")
    found = [one.source for one in format_named("folder").read(tmp_path, Options()) if isinstance(one, Record)]
    assert sorted(Path(one).relative_to(tmp_path).as_posix() for one in found) == [
        "other_files/a.txt",
        "page.html",
        "стр.htm",
    ]


def test_the_extras_that_formats_name_are_those_of_the_project() -> None:
    with (Path(__file__).parents[3] / "pyproject.toml").open("rb") as file:
        extras = tomllib.load(file)["project"]["optional-dependencies"]
    for row in FORMATS:
        if row.needs is not None:
            assert row.needs[1] in extras
