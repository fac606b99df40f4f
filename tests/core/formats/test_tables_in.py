"""Tables: long ones by their head, text with tabs that is one, a workbook whose bytes are damaged."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from core.errors import UserError
from core.formats import format_named, guess
from core.formats.base import Options, Record
from core.formats.tables_csv import delimiter_of


def read(path: Path, **options: str) -> list[Record]:
    found = list(format_named("table").read(path, Options(**options)))  # type: ignore[arg-type]
    assert all(isinstance(one, Record) for one in found)
    return [one for one in found if isinstance(one, Record)]


def test_a_long_table_is_parted_by_its_first_rows(tmp_path: Path) -> None:
    rows = [f"{number};Паром, рейс {number}, пойдёт" for number in range(1, 81)]
    rows += [f"{number};Мост" for number in range(81, 91)]
    (tmp_path / "x.csv").write_text("\n".join(["Номер;Текст", "", *rows]), "utf-8")
    found = read(tmp_path / "x.csv")
    assert [one.article.id for one in found] == [str(number) for number in range(1, 91)]
    assert found[79].article.text == "Паром, рейс 80, пойдёт"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_long_text_with_tabs_is_a_table_wherever_its_sample_ends(tmp_path: Path, encoding: str) -> None:
    rows = "".join(f"{number}\t“Parom poydyot” — Nina Belova.\n" for number in range(900))
    for more in range(12):  # so that the sample ends within a dash or a quotation mark too
        (tmp_path / "x.txt").write_text(f"Nomer{'r' * more}\tTekst\n{rows}", encoding)
        assert guess(tmp_path / "x.txt").name == "table"


@pytest.mark.parametrize(
    "text", ["Паром пойдёт.\n", "Паром\tпойдёт\n" + "Сказала Нина Белова.\tДа.\tНет.\n" * 900, "Паром\tпойдёт"]
)
def test_text_that_is_no_table_is_text(tmp_path: Path, text: str) -> None:
    (tmp_path / "x.txt").write_text(text, "utf-8")
    assert guess(tmp_path / "x.txt").name == "text"


@pytest.mark.parametrize("encoding", ["klingon", "hex", "idna"])
def test_a_name_that_is_no_encoding_of_files_is_refused(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "x.csv").write_text("Номер;Текст\n7;Паром\n", "utf-8")
    with pytest.raises(UserError) as caught:
        read(tmp_path / "x.csv", encoding=encoding)
    assert caught.value.code == "encoding-none"


def test_a_workbook_whose_bytes_are_damaged_is_refused(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["text"])
    book.active.append(["Ferry"])
    book.save(tmp_path / "whole.xlsx")
    with zipfile.ZipFile(tmp_path / "whole.xlsx") as whole, zipfile.ZipFile(tmp_path / "x.xlsx", "w") as stored:
        for name in whole.namelist():
            stored.writestr(name, whole.read(name))
    assert [one.article.text for one in read(tmp_path / "x.xlsx")] == ["Ferry"]
    (tmp_path / "x.xlsx").write_bytes((tmp_path / "x.xlsx").read_bytes().replace(b"Ferry", b"Fairy"))
    with pytest.raises(UserError, match="Bad CRC") as caught:
        read(tmp_path / "x.xlsx")
    assert caught.value.code == "file-format"


@pytest.mark.parametrize(
    ("sample", "mark"),
    [
        ("а,б\n1,2\n", ","),
        ("а;б\n1;2\n", ";"),
        ("а\tб\n1\t2\n", "\t"),
        ("а|б\n1|2\n", "|"),
        ("а,б;в\n1,2;3\n", ","),
        ("а,б;в;г\n1,2;3;4\n", ";"),
        ("а,б;в\n1,2,3;4\n", ";"),
        ("а;'б\n1;2\n", ";"),
        ('а;"б;в"\n1;"2;3"\n', ";"),
        ("а\nб\n", ","),
        ("", ","),
    ],
)
def test_a_table_is_parted_by_the_mark_that_fits_most_of_its_rows(sample: str, mark: str) -> None:
    assert delimiter_of(sample) == mark
