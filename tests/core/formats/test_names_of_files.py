"""Names of files from other systems, in ZIP archives and temporary folders; folders of saved pages."""

from __future__ import annotations

import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from core.formats import guess
from core.formats.base import Options, Record
from core.formats.names import NAME_BYTES, readable_name, safe_file_name

SAID = "«Паром пойдёт в мае», — сказала Нина Белова."


def ids(path: Path) -> list[str]:
    found = list(guess(path).read(path, Options()))
    assert all(isinstance(one, Record) for one in found), found
    return [one.article.id for one in found if isinstance(one, Record)]


def packed(path: Path, name: bytes, extra: bytes = b"") -> Path:
    """Write an archive whose member is called by these bytes, without the flag for UTF-8."""
    stand_in = "x" * len(name)
    info = zipfile.ZipInfo(stand_in)
    info.extra = extra
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(info, SAID)
    path.write_bytes(path.read_bytes().replace(stand_in.encode(), name))
    return path


def unicode_path(name: bytes, words: str) -> bytes:
    """Return Info-ZIP's field with the name in UTF-8, after one of another kind (a time)."""
    content = b"\1" + struct.pack("<L", zlib.crc32(name)) + words.encode()
    return struct.pack("<HHL", 0x5455, 4, 0) + struct.pack("<HH", 0x7075, len(content)) + content


@pytest.mark.parametrize("encoding", ["cp866", "cp1251", "utf-8"])
def test_a_member_is_called_as_who_packed_it_wrote_it(tmp_path: Path, encoding: str) -> None:
    assert ids(packed(tmp_path / "x.zip", "Новости порта.txt".encode(encoding))) == ["Новости порта"]


def test_the_name_in_utf8_beside_a_members_name_is_taken_where_it_belongs_to_it(tmp_path: Path) -> None:
    name = b"novosti.txt"
    assert ids(packed(tmp_path / "x.zip", name, unicode_path(name, "Новости.txt"))) == ["Новости"]
    assert ids(packed(tmp_path / "y.zip", name, unicode_path(b"other.txt", "Чужое.txt"))) == ["novosti"]


def test_a_member_with_the_flag_for_utf8_is_called_as_it_says(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("Вести Ёлкино.txt", SAID)
    assert ids(tmp_path / "x.zip") == ["Вести Ёлкино"]


def test_a_name_that_is_not_utf8_on_disk_is_read_in_its_code_page() -> None:
    assert readable_name("Новости порта".encode("cp1251").decode("utf-8", "surrogateescape")) == "Новости порта"


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../порт/релиз.txt", "релиз.txt"),
        ("C:\\письма\\релиз.txt", "релиз.txt"),
        (" .релиз\x00.txt. ", "релиз.txt"),
        ("..", "file"),
        ("", "file"),
        ("я" * 300 + ".docx", "я" * ((NAME_BYTES - 5) // 2) + ".docx"),
        ("я" * 300, "я" * 40),
    ],
)
def test_the_name_of_a_file_from_a_mail_is_one_that_a_disk_takes(tmp_path: Path, name: str, safe: str) -> None:
    assert safe_file_name(name) == safe
    (tmp_path / safe).write_text(SAID, encoding="utf-8")


def test_the_folder_that_a_saved_page_brings_along_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "порт.html").write_text(f"<body><article><p>{SAID}</p></article></body>", encoding="utf-8")
    for folder in ("порт_files", "порт_файлы", "порт.files", "мост_files", "письма"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / f"в {folder}.txt").write_text(SAID, encoding="utf-8")
    assert sorted(ids(tmp_path)) == ["в мост_files", "в письма", "порт"]
