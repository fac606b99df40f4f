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
from core.formats.zip_names import member_names
from core.formats.zips import unpack

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


def test_what_a_mac_packs_beside_the_files_and_folders_alone_are_not_unpacked(tmp_path: Path) -> None:
    names = ["письма/", "письма/а.txt", "__MACOSX/письма/._а.txt", "письма/__MACOSX/б.txt", "пусто/", "к/MACOSX/в.txt"]
    with zipfile.ZipFile(tmp_path / "а.zip", "w") as archive:
        for name in names:
            archive.writestr(name, "" if name.endswith("/") else SAID)
    out = tmp_path / "вышло"
    with zipfile.ZipFile(tmp_path / "а.zip") as archive:
        assert list(unpack(archive, out, tmp_path / "а.zip")) == []
    there = sorted(one.relative_to(out).as_posix() for one in out.rglob("*"))
    assert there == ["к", "к/MACOSX", "к/MACOSX/в.txt", "письма", "письма/а.txt"]


@pytest.mark.parametrize("before", [b"", b"\x01\x00\x02\x00zz", b"\x75\x70\x05\x00short"])
def test_a_name_in_a_field_of_its_own_is_found_behind_others(before: bytes) -> None:
    name = "паром".encode("cp866")
    field = b"\x01" + struct.pack("<L", zlib.crc32(name)) + "мост".encode()
    extra = before + struct.pack("<HH", 0x7075, len(field)) + field
    info = zipfile.ZipInfo(name.decode("cp437"))
    info.extra, info.flag_bits = extra, 0
    assert member_names([info]) == ["мост"]
    info.extra = before + struct.pack("<HH", 0x7075, len(field)) + field[:1] + b"\0\0\0\0" + field[5:]
    assert member_names([info]) == ["паром"]
    info.extra = before + struct.pack("<HH", 0x7076, len(field)) + field
    assert member_names([info]) == ["паром"]
