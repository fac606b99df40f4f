"""What is not in the file or folder, or is broken, is named: links are not followed, lost frames are counted."""

from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl
import pytest

from core.exchange.transfer import read_files
from core.formats import format_named
from core.formats.base import Options, Record, Refused
from core.formats.jsonl import read_jsonl

DATA = Path(__file__).parent.parent.parent / "data"
FILL = (
    "<p>Паром через реку пойдёт с первого мая, сообщила директор пристани Вера Климова на встрече с жителями.</p>" * 6
)


def read(path: Path, format_: str | None = None) -> tuple[list[Record], list[Refused]]:
    found = list(read_files([path], format=format_, options=Options()))
    return [one for one in found if isinstance(one, Record)], [one for one in found if isinstance(one, Refused)]


@pytest.mark.parametrize("name", ["brat", "uima-xmi", "webanno"])
@pytest.mark.parametrize("named", [True, False])
def test_links_in_annotated_folders_are_named_and_not_followed(tmp_path: Path, name: str, named: bool) -> None:
    row = format_named(name)
    records = [one for one in read_jsonl(DATA / "exchange.jsonl") if isinstance(one, Record)]
    row.write(tmp_path / "real", records, Options())
    row.write(tmp_path / "elsewhere", records, Options())
    before, _ = read(tmp_path / "real", name if named else None)
    file = next(one for one in (tmp_path / "elsewhere").rglob(f"*{row.suffixes[0]}"))
    (tmp_path / "real" / f"link{row.suffixes[0]}").symlink_to(file)
    (tmp_path / "real" / "folder").symlink_to(tmp_path / "elsewhere")
    after, refused = read(tmp_path / "real", name if named else None)
    assert len(after) == len(before) > 0
    links = [one.error.facts["path"] for one in refused if one.error.code == "link-left-out"]
    assert sorted(Path(str(one)).name for one in links) == ["folder", f"link{row.suffixes[0]}"]


def test_a_text_that_is_a_link_beside_its_annotations_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("Чужой текст.", "utf-8")
    folder = tmp_path / "brat"
    folder.mkdir()
    (folder / "a.ann").write_text("", "utf-8")
    (folder / "a.txt").symlink_to(tmp_path / "secret.txt")
    records, refused = read(folder)
    assert records == []
    assert {one.error.code for one in refused} == {"link-left-out"}


@pytest.mark.parametrize(
    ("frames", "said"),
    [
        ("<iframe src='https://x.example/card'></iframe>", "left out: 1 frame that is not in the file"),
        ("<iframe src='a.html'></iframe><iframe src='/b'></iframe>", "left out: 2 frames that are not in the file"),
        ("<iframe src='about:blank'></iframe><iframe src='https://c.example' width='1' height='1'></iframe>", ""),
        ("<iframe srcdoc='&lt;p&gt;Карточка.&lt;/p&gt;'></iframe>", ""),
    ],
)
def test_frames_that_were_not_saved_are_counted(tmp_path: Path, frames: str, said: str) -> None:
    page = f"<html><meta charset=utf-8><body><article>{FILL}{frames}{FILL}</article></body></html>"
    (tmp_path / "x.html").write_text(page, "utf-8")
    notes = read(tmp_path / "x.html")[0][0].notes
    assert [note for note in notes if "frame" in note] == ([said] if said else [])


def test_an_absent_frame_of_a_saved_page_is_counted_and_a_present_one_is_not(tmp_path: Path) -> None:
    page = (
        f"<meta charset=utf-8><body><article>{FILL}<iframe src='cid:here@x'></iframe>"
        f"<iframe src='cid:gone@x'></iframe>{FILL}</article></body>"
    )
    parts = [("main@x", page), ("here@x", "<meta charset=utf-8><p>В рамке.</p>")]
    mime = "".join(f"--B\r\nContent-Type: text/html\r\nContent-ID: <{key}>\r\n\r\n{html}\r\n" for key, html in parts)
    (tmp_path / "x.mhtml").write_text(f"Content-Type: multipart/related; boundary=B\r\n\r\n{mime}--B--", "utf-8")
    record = read(tmp_path / "x.mhtml")[0][0]
    assert "В рамке." in record.article.text
    assert "left out: 1 frame that is not in the file" in record.notes


@pytest.mark.parametrize("body", ["<main>{}</main>", "<article>{}</article>", "<article>{}</article><p>Конец.</p>"])
def test_a_page_without_the_tag_of_its_body_is_read(tmp_path: Path, body: str) -> None:
    page = f"<!DOCTYPE html><meta charset=utf-8><title>Паром</title>{body.format(FILL)}"
    (tmp_path / "x.html").write_text(page, "utf-8")
    records, _ = read(tmp_path / "x.html")
    assert records[0].article.text.count("Паром через реку") == 6


def test_a_workbook_whose_xml_is_broken_is_refused(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.save(tmp_path / "whole.xlsx")
    with zipfile.ZipFile(tmp_path / "whole.xlsx") as whole, zipfile.ZipFile(tmp_path / "x.xlsx", "w") as broken:
        for name in whole.namelist():
            broken.writestr(name, whole.read(name).replace(b"<Types", b"<Tipes"))
    _, refused = read(tmp_path / "x.xlsx")
    assert [one.error.code for one in refused] == ["file-format"]
