"""DOCX documents: what their reader sees of styles, lists, tables, changes, fields, pictures and other parts."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from core.formats import format_named
from core.formats.base import Options, Record, Refused
from tests.documents import W, docx, paragraph, run


def read(path: Path, **options: str) -> Record | Refused:
    (found,) = format_named("docx").read(path, Options(**options))  # type: ignore[arg-type]
    return found


def only(path: Path, **options: str) -> Record:
    found = read(path, **options)
    assert isinstance(found, Record), found
    return found


def text(folder: Path, body: str, **parts: str) -> str:
    return only(docx(folder / "x.docx", body, **parts)).article.text


def level(at: int, kind: str, words: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{at}"><w:numFmt w:val="{kind}"/><w:lvlText w:val="{words}"/>{more}</w:lvl>'


def listed(number: int, *levels: str, more: str = "") -> str:
    abstract = f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'
    return f'{abstract}<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/>{more}</w:num>'


def item(words: str, number: int = 1, at: int = 0) -> str:
    return paragraph(words, f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>')


@pytest.mark.parametrize(
    ("levels", "labels"),
    [
        ((level(0, "decimalZero", "%1)"),), ["01)", "02)"]),
        ((level(0, "lowerRoman", "%1."),), ["i.", "ii."]),
        ((level(0, "upperLetter", "%1."),), ["A.", "B."]),
        ((level(0, "russianLower", "%1)"),), ["а)", "б)"]),
        ((level(0, "none", "§%1"),), ["§", "§"]),
        ((level(0, "none", "%1"),), ["", ""]),
        ((level(0, "decimal", "%1.", '<w:start w:val="7"/>'),), ["7.", "8."]),
        ((level(0, "decimal", "%1.", '<w:suff w:val="nothing"/>'),), ["1.", "2."]),
        ((level(1, "decimal", "%1."),), ["", ""]),
    ],
)
def test_labels_of_lists_are_seen(tmp_path: Path, levels: tuple[str, ...], labels: list[str]) -> None:
    found = text(tmp_path, item("Паром") + item("лёд"), numbering=listed(1, *levels)).split("\n")
    gap = "" if "nothing" in levels[0] else " "
    assert found == [
        f"{label}{gap if label else ''}{words}" for label, words in zip(labels, ("Паром", "лёд"), strict=True)
    ]


def test_levels_count_below_each_other_and_begin_anew(tmp_path: Path) -> None:
    levels = (level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2.", "<w:isLgl/>"), level(2, "bullet", "—"))
    body = item("а") + item("б", at=1) + item("в", at=1) + item("г") + item("д", at=1) + item("е", at=2)
    assert text(tmp_path, body, numbering=listed(1, *levels)) == "I. а\n1.1. б\n1.2. в\nII. г\n2.1. д\n— е"


def test_a_list_may_start_where_another_left_off_or_anew(tmp_path: Path) -> None:
    again = '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride><w:lvlOverride w:ilvl="1"/>'
    again += f'<w:num w:numId="3"><w:abstractNumId w:val="1"/>{start}</w:num>'
    body = item("а") + item("б", 2) + item("в", 3) + item("г", 3) + item("д", 9) + item("е", 0)
    assert text(tmp_path, body, numbering=listed(1, level(0, "decimal", "%1.")) + again) == (
        "1. а\n2. б\n5. в\n6. г\nд\nе"
    )


STYLES = (
    '<w:style w:styleId="hid" w:type="character"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:styleId="below"><w:basedOn w:val="hid"/></w:style>'
    '<w:style w:styleId="seen"><w:basedOn w:val="hid"/><w:rPr><w:vanish w:val="false"/></w:rPr></w:style>'
    '<w:style w:styleId="loop"><w:basedOn w:val="loop"/></w:style>'
    '<w:style w:styleId="list"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="usual" w:type="paragraph" w:default="1"/>'
)


HIDDEN, SHOWN = '<w:rStyle w:val="hid"/>', '<w:vanish w:val="0"/>'


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (paragraph("тайно", '<w:pStyle w:val="below"/>') + paragraph("явно"), "явно"),
        (paragraph("явно", '<w:pStyle w:val="seen"/>'), "явно"),
        (paragraph("явно", '<w:pStyle w:val="loop"/>'), "явно"),
        (
            f"<w:p>{run('тайно', HIDDEN)}{run('явно')}</w:p>",
            "явно",
        ),
        (
            f"<w:p><w:pPr>{HIDDEN.replace('rStyle', 'pStyle')}</w:pPr>{run('явно', SHOWN)}</w:p>",
            "явно",
        ),
        (paragraph("Паром", '<w:pStyle w:val="list"/>'), "1. Паром"),
    ],
)
def test_styles_hide_words_and_number_paragraphs(tmp_path: Path, body: str, words: str) -> None:
    assert text(tmp_path, body, styles=STYLES, numbering=listed(1, level(0, "decimal", "%1."))) == words


def test_hidden_words_are_counted(tmp_path: Path) -> None:
    body = f"<w:p>{run('тайно', '<w:vanish/>')}<w:r><w:rPr><w:vanish/></w:rPr></w:r>{run('явно')}</w:p>"
    assert only(docx(tmp_path / "x.docx", body)).notes == ("left out: 1 hidden run of words",)


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def cell(words: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(words)}</w:tc>"


def test_tables_are_read_cell_by_cell(tmp_path: Path) -> None:
    rows = row(cell("а", '<w:vMerge w:val="restart"/>'), f"<w:sdt><w:sdtContent>{cell('б')}</w:sdtContent></w:sdt>")
    rows += row(cell("скрыто", "<w:vMerge/>"), cell("в"))
    rows += row(cell("убрано"), properties='<w:del w:id="1"/>') + row(cell("г"), properties='<w:ins w:id="2"/>')
    rows += f"<w:customXml>{row(cell('д'))}</w:customXml>"
    path = docx(tmp_path / "x.docx", f"{paragraph('Таблица')}<w:tbl><w:tblPr/>{rows}</w:tbl>{paragraph('Конец')}")
    record = only(path)
    assert record.article.text == "Таблица\nа\nб\nв\nг\nд\nКонец"
    assert record.notes == ("tracked changes accepted: 1 inserted, 1 deleted",)
    assert only(path, changes="rejected").article.text == "Таблица\nа\nб\nв\nубрано\nд\nКонец"


def test_moved_blocks_stand_where_they_were_moved_to(tmp_path: Path) -> None:
    moved = f"<w:moveFrom>{paragraph('паром')}</w:moveFrom>{paragraph('лёд')}<w:moveTo>{paragraph('паром')}</w:moveTo>"
    path = docx(tmp_path / "x.docx", moved)
    assert only(path).article.text == "лёд\nпаром"
    assert only(path, changes="rejected").article.text == "паром\nлёд"


OTHER = f"<x:AlternateContent xmlns:x='m'><x:Fallback>{run('Эй: ')}</x:Fallback></x:AlternateContent>"


@pytest.mark.parametrize(
    ("inner", "words", "notes"),
    [
        ('<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>', "•Паром", ()),
        ('<w:r><w:sym w:font="Arial" w:char="2014"/></w:r>', "—Паром", ()),
        ('<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>', "Паром", ("left out: 1 sign of a picture font",)),
        ('<w:r><w:sym w:font="Wingdings"/></w:r>', "Паром", ("left out: 1 sign of a picture font",)),
        ("<w:r><w:drawing><blip/></w:drawing></w:r>", "Паром", ("left out: 1 picture",)),
        ("<w:r><w:tab/></w:r>", "Паром", ()),
        ('<w:r><w:fldChar w:fldCharType="separate"/><w:fldChar w:fldCharType="end"/></w:r>', "Паром", ()),
        ("<mc:AlternateContent xmlns:mc='m'/>", "Паром", ()),
        (
            f"<mc:AlternateContent xmlns:mc='m'><mc:Fallback>{run('Эй: ')}</mc:Fallback></mc:AlternateContent>",
            "Эй: Паром",
            (),
        ),
        ("<!-- заметка --><w:pPr><w:t>х</w:t></w:pPr>", "Паром", ()),
    ],
)
def test_signs_pictures_and_fields(tmp_path: Path, inner: str, words: str, notes: tuple[str, ...]) -> None:
    record = only(docx(tmp_path / "x.docx", f"<w:p>{inner}{run('Паром')}</w:p>"))
    assert (record.article.text, record.notes) == (words, notes)


def test_a_box_in_a_shape_follows_its_paragraph(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{paragraph('Рамка')}</w:txbxContent>"
    drawn = f"<w:pict><shape><!-- x --><textbox>{box}</textbox></shape></w:pict>"
    empty = "<w:pict><mc:AlternateContent xmlns:mc='m'/></w:pict>"
    record = only(docx(tmp_path / "x.docx", f"<w:p>{run('Начало')}<w:r>{drawn}{empty}</w:r>{run(', конец')}</w:p>"))
    assert (record.article.text, record.notes) == ("Начало, конец\nРамка", ("left out: 1 picture",))


def test_blocks_of_every_kind_are_walked_through(tmp_path: Path) -> None:
    body = '<w:altChunk r:id="x" xmlns:r="r"/><mc:AlternateContent xmlns:mc="m"><mc:Choice>'
    body += f"{paragraph('раз')}</mc:Choice></mc:AlternateContent><w:sdt><w:sdtPr><w:t>нет</w:t></w:sdtPr>"
    body += f"<w:sdtContent>{paragraph('два')}</w:sdtContent></w:sdt><w:sectPr/>"
    record = only(docx(tmp_path / "x.docx", body))
    assert (record.article.text, record.notes) == ("раз\nдва", ("left out: 1 embedded document",))


def test_a_paragraph_without_a_mark_of_its_own_runs_into_the_next(tmp_path: Path) -> None:
    hidden = "<w:rPr><w:vanish/></w:rPr>"
    numbered = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    body = paragraph("", hidden) + paragraph("Паром ", hidden) + paragraph("пойдёт", numbered)
    assert text(tmp_path, body, numbering=listed(1, level(0, "decimal", "%1."))) == "1. Паром пойдёт"


def test_what_stands_beside_the_text_is_counted(tmp_path: Path) -> None:
    endnote = f'<w:endnote w:id="1">{paragraph("Со слов.")}</w:endnote><w:endnote w:id="2"><w:p/></w:endnote>'
    parts = {
        "endnotes": endnote,
        "comments": "<w:comment/><w:comment/>",
        "header": paragraph(" "),
        "footer": paragraph("7"),
    }
    record = only(docx(tmp_path / "x.docx", paragraph("Паром"), **parts))
    assert record.notes == ("left out: 1 endnote", "left out: 2 comments", "left out: 1 running head or foot")
    assert record.article.meta["footnotes"] == "Со слов."


def test_properties_give_title_author_and_day(tmp_path: Path) -> None:
    core = "<title>Паром пойдёт</title><creator>Нина Белова</creator><created>2031-05-04T10:00:00Z</created>"
    article = only(docx(tmp_path / "x.docx", paragraph("Паром."), core=core)).article
    assert article.title == "Паром пойдёт"
    assert article.meta == {"author": "Нина Белова", "published": "2031-05-04", "file": "x.docx"}


def test_a_package_without_its_main_part_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    for members, reason in (
        ({"a.xml": "<a/>"}, "it has no main part"),
        ({"word/document.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}, "it declares a document type"),
        ({"word/document.xml": f'<w:document {W}><w:body><w:p><w:sym w:char="юг"/></w:p></w:body></w:document>'}, None),
    ):
        with zipfile.ZipFile(path, "w") as archive:
            for name, content in members.items():
                archive.writestr(name, content)
        found = read(path)
        assert isinstance(found, Refused)
        assert found.error.code == "file-format"
        assert reason is None or found.error.facts["reason"] == reason


def test_a_target_outside_the_document_is_not_followed(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "y.docx", "w") as archive:
        outer = '<Relationship Type="x/officeDocument" Target="https://x.example/a" TargetMode="External"/>'
        archive.writestr("_rels/.rels", f"<Relationships>{outer}</Relationships>")
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{paragraph('Лёд')}</w:body></w:document>")
    assert only(tmp_path / "y.docx").article.text == "Лёд"
