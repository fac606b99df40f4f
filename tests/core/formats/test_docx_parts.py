"""DOCX documents: tables, alternatives, fields, signs, pictures, list numbers, damaged archives."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from core.formats import format_named
from core.formats.base import Options, Record, Refused
from tests.documents import RELS, W, docx, paragraph, run


def read(path: Path, **options: str) -> Record | Refused:
    (found,) = format_named("docx").read(path, Options(**options))  # type: ignore[arg-type]
    return found


def record(path: Path, **options: str) -> Record:
    found = read(path, **options)
    assert isinstance(found, Record), found
    return found


def refused(path: Path) -> Refused:
    found = read(path)
    assert isinstance(found, Refused), found
    return found


def row(*cells: str, properties: str = "") -> str:
    inner = "".join(f"<w:tc>{cell}</w:tc>" for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def test_a_table_is_read_cell_by_cell_with_its_controls(tmp_path: Path) -> None:
    def merged(kind: str) -> str:
        return f"<w:tcPr><w:vMerge{kind}/></w:tcPr>"

    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    rows = row(merged(' w:val="restart"') + paragraph("Причал"), paragraph("Рейс"))
    rows += row(merged("") + paragraph("под чужой ячейкой"), paragraph("Утро"))
    rows += control.format(row(paragraph("Заречье")))
    rows += f"<w:tr>{control.format('<w:tc>' + paragraph('Вечер') + '</w:tc>')}</w:tr>"
    path = docx(tmp_path / "x.docx", f"{paragraph('Паром')}<w:tbl><w:tblPr/>{rows}</w:tbl>{paragraph('Конец')}")
    assert record(path).article.text == "Паром\nПричал\nРейс\nУтро\nЗаречье\nВечер\nКонец"


TRACKED_BLOCKS = (
    f'<w:ins w:id="1">{paragraph("Новое")}</w:ins><w:del w:id="2">{paragraph("Старое")}</w:del><w:tbl>'
    f"{row(paragraph('Строка'), properties='<w:del/>')}{row(paragraph('Рейс'))}"
    f"{row(paragraph('Вставка'), properties='<w:ins/>')}</w:tbl>"
)


@pytest.mark.parametrize(
    ("changes", "text"), [("accepted", "Новое\nРейс\nВставка"), ("rejected", "Старое\nСтрока\nРейс")]
)
def test_tracked_paragraphs_and_rows_are_taken_whole(tmp_path: Path, changes: str, text: str) -> None:
    found = record(docx(tmp_path / "x.docx", TRACKED_BLOCKS), changes=changes)
    assert found.article.text == text
    assert found.notes == (f"tracked changes {changes}: 2 inserted, 2 deleted",)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (
            f"<mc:AlternateContent><mc:Choice>{paragraph('Нина')}</mc:Choice>"
            f"<mc:Fallback>{paragraph('Нина')}</mc:Fallback></mc:AlternateContent>",
            "Нина",
        ),
        (
            f"<w:p><mc:AlternateContent><mc:Fallback>{run('Нина')}</mc:Fallback></mc:AlternateContent></w:p>",
            "Нина",
        ),
        (f"<w:p><mc:AlternateContent/>{run('Нина')}</w:p><mc:AlternateContent/>", "Нина"),
        (f"<w:unheardOf><!-- -->{paragraph('Нина')}</w:unheardOf>", "Нина"),
        (
            "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr></w:p>" + paragraph("Нина"),
            "Нина",
        ),
        (
            f"<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>{run('Нина ')}</w:p>{paragraph('Белова')}",
            "Нина Белова",
        ),
        (
            f'{paragraph("Нина")}<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r>{run("Белова")}</w:p>',
            "Нина\nБелова",
        ),
        (f'<w:p>{run("25")}<w:r><w:sym w:font="Symbol" w:char="F0B0"/></w:r></w:p>', "25°"),
        (f'<w:p>{run("Глава ")}<w:r><w:sym w:char="00A7"/></w:r></w:p>', "Глава §"),
    ],
)
def test_what_the_page_shows_is_read(tmp_path: Path, body: str, text: str) -> None:
    found = record(docx(tmp_path / "x.docx", body))
    assert found.article.text == text
    assert found.notes == ()


@pytest.mark.parametrize(
    ("body", "note"),
    [
        ('<w:altChunk w:id="r7"/>', "left out: 1 embedded document"),
        ('<w:p><w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r></w:p>', "left out: 1 sign of a picture font"),
        ("<w:p><w:r><w:drawing><w:inline><w:blip/></w:inline></w:drawing></w:r></w:p>", "left out: 1 picture"),
        (
            "<w:p><w:r><w:drawing><mc:AlternateContent/><!-- --></w:drawing></w:r></w:p>",
            "left out: 1 picture",
        ),
    ],
)
def test_what_no_words_show_is_counted(tmp_path: Path, body: str, note: str) -> None:
    found = record(docx(tmp_path / "x.docx", paragraph("Нина") + body))
    assert found.article.text == "Нина"
    assert found.notes == (note,)


def test_comments_are_counted(tmp_path: Path) -> None:
    comments = "".join(f'<w:comment w:id="{at}">{paragraph("Проверить")}</w:comment>' for at in (1, 2))
    found = record(docx(tmp_path / "x.docx", paragraph("Нина"), comments=comments))
    assert found.article.text == "Нина"
    assert found.notes == ("left out: 2 comments",)


def test_a_style_hides_its_words(tmp_path: Path) -> None:
    styles = (
        '<w:style w:styleId="A"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    hidden = run("тайно", '<w:rStyle w:val="B"/>')
    body = f"<w:p>{hidden}{run('явно')}</w:p>"
    found = record(docx(tmp_path / "x.docx", body, styles=styles))
    assert found.article.text == "явно"
    assert found.notes == ("left out: 1 hidden run of words",)


def level(at: int, kind: str, words: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{at}"><w:numFmt w:val="{kind}"/><w:lvlText w:val="{words}"/>{more}</w:lvl>'


def item(words: str, number: int, at: int = 0) -> str:
    return paragraph(words, f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>')


def num(number: int, more: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/>{more}</w:num>'


def test_list_numbers_are_counted_as_the_page_counts_them(tmp_path: Path) -> None:
    levels = level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2", "<w:isLgl/>")
    levels += level(2, "russianLower", "%3)", '<w:suff w:val="nothing"/><w:start w:val="3"/>')
    levels += level(3, "none", "%4")
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride><w:lvlOverride w:ilvl="1"/>'
    lists = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{num(1)}{num(2, start)}'
    body = item("Река", 1) + item("Паром", 1) + item("Рейсы", 1, 1) + item("Утро", 1, 2) + item("День", 1, 2)
    body += item("Мост", 1) + item("Опоры", 1, 1) + item("Утро", 1, 2)
    body += item("Без номера", 1, 3) + item("Нет ступени", 1, 8) + item("Нет списка", 9)
    body += item("Причал", 2) + item("Вокзал", 2)
    assert record(docx(tmp_path / "x.docx", body, numbering=lists)).article.text.split("\n") == [
        "I. Река",
        "II. Паром",
        "2.1 Рейсы",
        "в)Утро",
        "г)День",
        "III. Мост",
        "3.1 Опоры",
        "в)Утро",
        "Без номера",
        "Нет ступени",
        "Нет списка",
        "VII. Причал",
        "VIII. Вокзал",
    ]


def test_author_date_and_title_come_from_the_properties_part(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    with zipfile.ZipFile(docx(path, paragraph("Паром пойдёт.")), "a") as archive:
        facts = "<title>Паром в Заречье</title><creator>Нина Белова</creator><created> 2031-05-04T09:00:00Z</created>"
        archive.writestr("docProps/core.xml", f"<properties>{facts}</properties>")
    article = record(path).article
    assert article.title == "Паром в Заречье"
    assert (article.meta["author"], article.meta["published"]) == ("Нина Белова", "2031-05-04")


def test_an_archive_without_a_document_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.docx", "w") as archive:
        archive.writestr("notes.txt", "Паром")
    assert refused(tmp_path / "x.docx").error.facts["reason"] == "it has no main part"


def test_a_part_outside_the_document_is_not_looked_for(tmp_path: Path) -> None:
    def rel(target: str, mode: str = "") -> str:
        return f'<Relationship Type="{RELS}/officeDocument" Target="{target}"{mode}/>'

    with zipfile.ZipFile(tmp_path / "x.docx", "w") as archive:
        outside = rel("https://x.example/d.xml", ' TargetMode="External"')
        rels = f"<!-- -->{outside}{rel('/text/main.xml')}"
        archive.writestr("_rels/.rels", f'<Relationships xmlns="x">{rels}</Relationships>')
        archive.writestr("text/main.xml", f"<w:document {W}><w:body>{paragraph('Паром')}</w:body></w:document>")
    assert record(tmp_path / "x.docx").article.text == "Паром"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<w:p>", "Opening and ending tag mismatch"),
        ('<w:p><w:r><w:sym w:char="нет"/></w:r></w:p>', "invalid literal for int()"),
        ('<w:p><w:r><w:sym w:char="7FFFFFFF"/></w:r></w:p>', "chr() arg not in range"),
    ],
)
def test_a_damaged_document_is_refused_with_its_reason(tmp_path: Path, body: str, reason: str) -> None:
    error = refused(docx(tmp_path / "x.docx", body)).error
    assert error.code == "file-format"
    assert str(error.facts["reason"]).startswith(reason)


def test_a_document_type_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.docx", "w") as archive:
        kind = '<!DOCTYPE d [<!ENTITY a "Паром">]>'
        archive.writestr("word/document.xml", f"{kind}<w:document {W}><w:body>{paragraph('&a;')}</w:body></w:document>")
    assert refused(tmp_path / "x.docx").error.facts["reason"] == "it declares a document type"


def test_a_paragraph_takes_its_list_from_the_default_style(tmp_path: Path) -> None:
    listed = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = f'<w:style w:type="paragraph" w:default="1" w:styleId="N">{listed}</w:style>'
    lists = f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1)")}</w:abstractNum>{num(1)}'
    out = paragraph("Вокзал", '<w:numPr><w:numId w:val="0"/></w:numPr>')
    body = paragraph("Река") + out + paragraph("Мост")
    path = docx(tmp_path / "x.docx", body, styles=styles, numbering=lists)
    assert record(path).article.text == "1) Река\nВокзал\n2) Мост"


def test_a_part_whose_compressed_bytes_are_spoilt_is_refused_with_its_name(tmp_path: Path) -> None:
    """The archive's own check comes after the decompression, which fails first."""
    path = docx(tmp_path / "spoilt.docx", paragraph("Паром пойдёт с первого мая, сказала Вера Климова. " * 40))
    with zipfile.ZipFile(path) as archive:
        parts = {one.filename: archive.read(one) for one in archive.infolist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
        member = archive.getinfo("word/document.xml")
    data = bytearray(path.read_bytes())
    start = member.header_offset + 30 + len(member.filename)
    data[start : start + 8] = b"\xff" * 8
    path.write_bytes(data)
    error = refused(path).error
    assert error.code == "file-format"
    assert "spoilt.docx" in str(error)


@pytest.mark.parametrize(
    ("level", "labels"),
    [
        ("", ["", ""]),
        ('<w:lvlText w:val="%1."/>', ["1. ", "2. "]),
        ('<w:numFmt w:val="none"/><w:lvlText w:val="§%1"/>', ["§ ", "§ "]),
        ('<w:numFmt w:val="unheard-of"/><w:lvlText w:val="%1"/>', ["1 ", "2 "]),
        ('<w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1"/><w:isLgl/>', ["1 ", "2 "]),
        ('<w:start w:val="4"/><w:lvlText w:val="%1)"/><w:suff w:val="nothing"/>', ["4)", "5)"]),
        ('<w:lvlText w:val="%2-%1"/>', ["1-1 ", "1-2 "]),
    ],
)
def test_the_label_of_a_list_level_is_worded_as_it_says(tmp_path: Path, level: str, labels: list[str]) -> None:
    lists = f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">{level}</w:lvl></w:abstractNum>{num(1)}'
    found = record(docx(tmp_path / "x.docx", item("Река", 1) + item("Мост", 1), numbering=lists))
    assert found.article.text == f"{labels[0]}Река\n{labels[1]}Мост"


BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (BEGIN + run("код") + SEPARATE + run("Нина") + END, "Нина"),
        (BEGIN + run("код") + END + run("Нина"), "Нина"),
        (BEGIN + BEGIN + SEPARATE + run("код") + END + SEPARATE + run("Нина") + END, "Нина"),
        (BEGIN + SEPARATE + BEGIN + run("код") + SEPARATE + run("Нина") + END + run(" Белова") + END, "Нина Белова"),
        (SEPARATE + run("Нина"), "Нина"),
        (END + BEGIN + run("код") + SEPARATE + END + run("Нина"), "Нина"),
    ],
)
def test_of_a_field_its_result_alone_is_read(tmp_path: Path, inner: str, text: str) -> None:
    assert record(docx(tmp_path / "x.docx", f"<w:p>{inner}</w:p>")).article.text == text
