"""Articles as they lie on people's disks: pages, documents, mails, tables, folders, archives."""

from __future__ import annotations

import io
import json
import zipfile
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from core.errors import UserError
from core.formats import FORMATS, format_named, guess, readable
from core.formats.base import Options, Record, Refused
from core.formats.jsonl import read_jsonl
from tests.modules import loaded_anew
from tests.paths import DATA, ROOT

BODY = (
    "Глава Заречья Пётр Ёлкин рассказал журналистам, что новый мост через реку Быстрая откроют осенью этого года.",
    "«Деньги уже есть», — сказал он. По его словам, работы начнутся в марте, а подъезды к мосту расширят.",
    "Жители посёлка ждали открытия двенадцать лет, сообщила газета «Вестник Заречья» в четверг.",
)
PAGE = (
    '<html><head><meta charset="windows-1251"><title>Мост откроют осенью — Вестник</title>'
    '<meta name="author" content="Вера Лунина"><meta property="article:published_time" content="2021-05-04T10:00:00">'
    '<meta property="og:title" content="Мост откроют осенью"><meta property="og:site_name" content="Вестник Заречья">'
    "</head><body><nav><a href='/'>Главная</a><a href='/n'>Новости</a></nav><article><h1>Мост откроют осенью</h1>"
    + "".join(f"<p>{line}</p>" for line in BODY)
    + "</article><footer>© Вестник, реклама</footer></body></html>"
)


def all_of(path: Path, **options: Any) -> list[Record | Refused]:
    return list(guess(path).read(path, Options(**options)))


def only(path: Path, **options: Any) -> Record:
    (found,) = all_of(path, **options)
    assert isinstance(found, Record), found
    return found


def refusal(path: Path, **options: Any) -> str:
    """Return the sentence by which a file is refused, as a whole or as its only record."""
    try:
        (found,) = all_of(path, **options)
    except UserError as error:
        return str(error)
    assert isinstance(found, Refused), found
    return str(found.error)


@pytest.mark.parametrize("encoding", ["cp1251", "utf-16"])
def test_a_saved_page_gives_its_main_text(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "мост.html"
    path.write_bytes(PAGE.encode(encoding))
    article = only(path).article
    assert "\n".join(BODY) in article.text
    assert "Главная" not in article.text
    assert "реклама" not in article.text
    assert article.title == "Мост откроют осенью"
    assert {name: article.meta[name] for name in ("author", "published", "source")} == {
        "author": "Вера Лунина",
        "published": "2021-05-04",
        "source": "Вестник Заречья",
    }


@pytest.mark.parametrize(("content", "words"), [("", "is empty"), ("<html><body></body></html>", "no main text")])
def test_a_page_without_text_is_refused(tmp_path: Path, content: str, words: str) -> None:
    (tmp_path / "x.html").write_text(content)
    assert words in refusal(tmp_path / "x.html")


def test_a_document_gives_paragraphs_and_cells(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Мост откроют осенью")
    document.add_paragraph(BODY[0])
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Длина", "1200\u00a0м 😀"
    document.add_paragraph(BODY[1])
    document.core_properties.author = "Вера Лунина"
    document.save(tmp_path / "мост.docx")
    article = only(tmp_path / "мост.docx").article
    assert article.text == f"Мост откроют осенью\n{BODY[0]}\nДлина\n1200\u00a0м 😀\n{BODY[1]}"
    assert (article.title, article.meta["author"]) == ("Мост откроют осенью", "Вера Лунина")


def test_a_pdf_gives_its_text_layer() -> None:
    record = only(DATA / "press.pdf")
    lines = record.article.text.split("\n")
    assert lines[0] == record.article.title == "Мост откроют осенью"
    assert lines[1].startswith("Глава Заречья Пётр Ёлкин рассказал")
    assert "осенью этого года. «Деньги уже есть», — сказал он. По его словам, работы начнутся в марте" in lines[1]
    assert lines[1].endswith("расширят до четырёх полос, чтобы избежать пробок в часы пик.")
    assert len(lines) == 2
    assert "left out: 1 page number" in record.notes


def mail(**parts: str) -> EmailMessage:
    message = EmailMessage()
    message["Subject"], message["From"] = "Мост откроют осенью", "Вера Лунина <vera@example.org>"
    message["Date"] = "Sun, 04 May 2031 10:00:00 +0300"
    if "plain" in parts:
        message.set_content(parts["plain"], charset=parts.get("charset", "utf-8"))
    if "html" in parts:
        message.add_alternative(parts["html"], subtype="html") if "plain" in parts else message.set_content(
            parts["html"], subtype="html"
        )
    return message


def test_a_mail_gives_subject_sender_date_and_body(tmp_path: Path) -> None:
    message = mail(plain="\n".join(BODY), charset="windows-1251")
    message.add_attachment(b"x", maintype="image", subtype="png", filename="x.png")
    path = tmp_path / "письмо.eml"
    path.write_bytes(message.as_bytes())
    record = only(path)
    assert record.article.text == "\n".join(BODY)
    assert record.article.title == "Мост откроют осенью"
    assert record.article.meta["published"] == "2031-05-04T10:00:00+03:00"
    assert "vera@example.org" in record.article.meta["author"]
    assert record.notes == ("left out: 1 attachment (x.png)",)
    path.write_bytes(mail(html=PAGE.replace("windows-1251", "utf-8")).as_bytes())
    assert "\n".join(BODY) in only(path).article.text
    path.write_bytes(b"Subject: x\n\n")
    assert "without text" in refusal(path)
    path.write_bytes(b"")
    assert "is empty" in refusal(path)


ROWS = [
    {"Номер": "n-1", "Заголовок": "Мост", "Текст": BODY[0], "Дата": "2031-05-04", "Раздел": "Город"},
    {"Номер": "n-2", "Заголовок": "", "Текст": BODY[1], "Дата": "", "Раздел": ""},
    {"Номер": "", "Заголовок": "Пусто", "Текст": "", "Дата": "", "Раздел": ""},
]


def write_table(path: Path, rows: list[dict[str, str]]) -> Path:
    names = list(rows[0])
    if path.suffix == ".csv":
        quoted = ['"' + '";"'.join(value.replace('"', '""') for value in line) + '"' for line in map(dict.values, rows)]
        path.write_bytes("\r\n".join([";".join(names), *quoted]).encode("cp1251"))
    elif path.suffix == ".xlsx":
        book = openpyxl.Workbook()
        for line in [names, *(list(row.values()) for row in rows)]:
            book.active.append(line)
        book.save(path)
    elif path.suffix == ".parquet":
        pq.write_table(pa.Table.from_pylist(rows), path)
    elif path.suffix == ".json":
        path.write_text(json.dumps(rows), encoding="utf-8")
    else:
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".parquet", ".json", ".jsonl"])
def test_a_table_gives_an_article_a_row(tmp_path: Path, suffix: str) -> None:
    first, second, empty = all_of(write_table(tmp_path / f"t{suffix}", ROWS))
    assert isinstance(first, Record)
    assert isinstance(second, Record)
    assert isinstance(empty, Refused)
    assert (first.article.id, first.article.title, first.article.text) == ("n-1", "Мост", BODY[0])
    assert first.article.meta == {"published": "2031-05-04", "Раздел": "Город"}
    assert (second.article.id, second.article.title) == ("n-2", None)
    assert "no text" in empty.reason or "holds no text" in empty.reason
    assert empty.line == (4 if suffix in (".csv", ".xlsx") else 3)


def test_columns_are_mapped_as_asked(tmp_path: Path) -> None:
    path = write_table(tmp_path / "t.csv", [{"A": "Раз", "B": "Два", "C": "три"}])
    record = only(path, columns=(("text", "B"), ("id", "A")))
    assert (record.article.id, record.article.text, record.article.meta) == ("Раз", "Два", {"C": "три"})
    assert "no column D; there are: A, B, C" in refusal(path, columns=(("text", "D"),))
    assert "no column text; there are: A, B, C" in refusal(path)


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".xlsx", ".parquet", ".zip", ".xmi", ".spacy"])
@pytest.mark.parametrize("data", [b"", b"nonsense" * 40, b"PK\x03\x04" + b"\x00" * 60, b"%PDF-1.7\n%%EOF", b"PAR1PAR1"])
def test_a_damaged_file_is_refused_with_a_sentence(tmp_path: Path, suffix: str, data: bytes) -> None:
    path = tmp_path / f"x{suffix}"
    path.write_bytes(data)
    assert f"x{suffix} is not" in refusal(path) or "no text layer" in refusal(path)


def test_a_folder_gives_each_file_as_its_kind(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.txt").write_text(BODY[0], encoding="utf-8")
    (tmp_path / "sub" / "b.html").write_text(PAGE.replace("windows-1251", "utf-8"), encoding="utf-8")
    (tmp_path / "sub" / "c.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / ".hidden.txt").write_text("x")
    (tmp_path / "link.txt").symlink_to("/etc/hostname")
    (tmp_path / "z.jsonl").write_bytes((DATA / "exchange.jsonl").read_bytes())
    layers = [record for record in read_jsonl(DATA / "exchange.jsonl") if isinstance(record, Record)]
    format_named("brat").write(tmp_path / "brat", layers, Options())
    found = all_of(tmp_path)
    names = [record.article.id for record in found if isinstance(record, Record)]
    assert names.count("zavod-1") == 2
    assert sorted(set(names)) == ["a", "b", "emoji-2", "empty-5", "rejected-4", "unknown-3", "zavod-1"]
    assert [refused.error.code for refused in found if isinstance(refused, Refused)] == [
        "link-left-out",
        "file-kind-unknown",
    ]
    (tmp_path / "none").mkdir()
    assert "no files to read" in refusal(tmp_path / "none")


def make_zip(path: Path, members: dict[str, bytes], **link: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
        for name, target in link.items():
            info = zipfile.ZipInfo(name)
            info.external_attr = 0o120777 << 16
            archive.writestr(info, target)
    return path


def test_an_archive_is_read_and_never_left(tmp_path: Path) -> None:
    members = {"in/a.txt": BODY[0].encode(), "../evil.txt": b"x", "/abs.txt": b"x", "c:\\d.txt": b"x", "n.zip": b"PK"}
    path = make_zip(tmp_path / "x.zip", members | {"__MACOSX/._a.txt": b"x"}, link="/etc/passwd")
    found = all_of(path)
    records = [record for record in found if isinstance(record, Record)]
    assert [(record.article.id, record.source) for record in records] == [("a", f"{path}/in/a.txt")]
    refused = [one for one in found if isinstance(one, Refused)]
    assert sorted(one.error.code for one in refused) == ["zip-climbs"] * 3 + ["zip-link", "zip-nested"]
    assert all(str(path) in str(one.error) for one in refused)
    assert not (tmp_path / "evil.txt").exists()


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "bomb.zip", {"a.txt": b"\x00" * (64 << 20)})
    assert "would unpack to 67,108,864 bytes" in refusal(path)
    document = make_zip(tmp_path / "bomb.docx", {"word/document.xml": b" " * (64 << 20)})
    assert "would unpack to" in refusal(document)


def test_an_archive_that_lies_about_its_size_is_caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from core.formats import zips

    path = make_zip(tmp_path / "x.zip", {"a.txt": b"abc" * 100, "b.txt": b"abc" * 100})
    with path.open("rb") as file:
        archive = zips.open_zip(file, path)
        monkeypatch.setattr(zips, "TOTAL_LIMIT", 400)
        with pytest.raises(UserError, match="would unpack"):
            list(zips.unpack(archive, tmp_path / "out", path))


def test_a_damaged_member_is_refused_and_the_others_read(tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.txt", BODY[0])
        archive.writestr("b.txt", BODY[1])
    data = made.getvalue().replace("Ёлкин".encode(), "Йлкин".encode())
    path = tmp_path / "x.zip"
    path.write_bytes(data)
    found = all_of(path)
    assert [record.article.id for record in found if isinstance(record, Record)] == ["b"]
    assert [one.error.code for one in found if isinstance(one, Refused)] == ["zip-member"]


def test_entities_in_xml_are_not_expanded(tmp_path: Path) -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ха"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    (tmp_path / "x.xmi").write_text(bomb, encoding="utf-8")
    assert "declares a document type" in refusal(tmp_path / "x.xmi")


@pytest.mark.parametrize(
    ("name", "line", "format"),
    [
        ("a.jsonl", {"format": "citata/1"}, "jsonl"),
        ("a.jsonl", {"text": "x", "entities": []}, "doccano"),
        ("a.jsonl", {"text": "x", "label": [[0, 1, "PER"]]}, "doccano"),
        ("a.jsonl", {"text": "x", "spans": []}, "prodigy"),
        ("a.jsonl", {"text": "x", "author": "y"}, "table"),
        ("a.json", [{"data": {"text": "x"}}], "label-studio"),
        ("a.json", [{"text": "x"}], "table"),
        ("a.json", {"%TYPES": {}, "%FEATURE_STRUCTURES": []}, "uima-json"),
        ("a.jsonl", [], "jsonl"),
    ],
)
def test_json_is_told_by_what_it_holds(tmp_path: Path, name: str, line: Any, format: str) -> None:
    (tmp_path / name).write_text(json.dumps(line), encoding="utf-8")
    assert guess(tmp_path / name).name == format
    (tmp_path / name).write_text(json.dumps(line, indent=1), encoding="utf-8")
    assert guess(tmp_path / name).name == (format if name.endswith(".json") else guess(tmp_path / name).name)


def test_every_row_of_the_table_is_what_it_says() -> None:
    assert len({row.name for row in FORMATS}) == len(FORMATS)
    for row in FORMATS:
        module = row.module_loaded()
        assert row.reads == hasattr(module, "read") or row.name == "jsonl"
        assert row.writes == hasattr(module, "write")
        if not row.reads:
            with pytest.raises(UserError, match="can be written but not read"):
                row.read(Path("x"), Options())
        if not row.writes:
            with pytest.raises(UserError, match="can be read but not written"):
                row.write(Path("x"), [], Options())
    with pytest.raises(UserError, match="no format of ours"):
        format_named("nope")
    assert readable(Path("a.TXT"))
    assert not readable(Path("a.jpg"))


def test_a_format_names_the_package_it_needs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "spacy", None)
    with (
        loaded_anew("core.formats.spacy_docbin".__eq__),
        pytest.raises(UserError, match=r"needs spacy, which .*: pip install 'citata\[spacy\]'"),
    ):
        format_named("spacy").write(tmp_path / "x", [], Options())


def test_the_document_names_every_format() -> None:
    words = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    for row in FORMATS:
        assert f"`{row.name}`" in words or f"`-{row.name.split('-')[-1]}`" in words, row.name
