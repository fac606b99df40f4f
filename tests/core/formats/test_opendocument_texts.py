"""OpenDocument texts, packed and flat: lists, numbers, hidden words, changes, boxes, notes, running heads, refusals."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from core.formats import format_named
from core.formats.base import Options, Record, Refused
from tests.documents import odt


def read(path: Path, **options: str) -> Record | Refused:
    (found,) = format_named("odt").read(path, Options(**options))  # type: ignore[arg-type]
    return found


def only(path: Path, **options: str) -> Record:
    found = read(path, **options)
    assert isinstance(found, Record), found
    return found


def text(folder: Path, body: str, styles: str = "") -> str:
    return only(odt(folder / "x.odt", body, styles=styles)).article.text


def numbered(*levels: str, name: str = "L") -> str:
    return f"<text:list-style style:name='{name}'>{''.join(levels)}</text:list-style>"


def level(at: int, more: str) -> str:
    return f"<text:list-level-style-number text:level='{at}' {more}/>"


def items(*words: str, more: str = "") -> str:
    inner = "".join(f"<text:list-item {more}><text:p>{one}</text:p></text:list-item>" for one in words)
    return inner


def listed(inner: str, more: str = "text:style-name='L'") -> str:
    return f"<text:list {more}>{inner}</text:list>"


@pytest.mark.parametrize(
    ("made", "labels"),
    [
        (level(1, "style:num-format='1' style:num-suffix='.'"), ("1. ", "2. ")),
        (level(1, "style:num-format='i' style:num-prefix='(' style:num-suffix=')'"), ("(i) ", "(ii) ")),
        (level(1, "style:num-format='A' text:start-value='3'"), ("C ", "D ")),
        (level(1, "style:num-format='а' style:num-suffix=')'"), ("а) ", "б) ")),
        (level(1, "style:num-format='1' text:num-list-format='№ %1%:'"), ("№ 1: ", "№ 2: ")),
        (level(1, "style:num-format=''"), ("", "")),
        ("<text:list-level-style-bullet text:level='1' text:bullet-char='—'/>", ("— ", "— ")),
        ("<text:list-level-style-bullet text:level='1'/>", ("", "")),
        (level(2, "style:num-format='1'"), ("", "")),
    ],
)
def test_labels_of_lists_are_seen(tmp_path: Path, made: str, labels: tuple[str, str]) -> None:
    assert text(tmp_path, listed(items("паром", "лёд")), numbered(made)) == f"{labels[0]}паром\n{labels[1]}лёд"


DEEP = numbered(
    level(1, "style:num-format='1' style:num-suffix='.'"),
    level(2, "style:num-format='a' style:num-suffix='.' text:display-levels='2'"),
)


def test_lists_in_lists_count_below_each_other(tmp_path: Path) -> None:
    inner = listed(items("б", "в"), "")
    body = f"<text:list-header><text:p>Список</text:p></text:list-header>{items('а')}<text:list-item>{inner}"
    body += f"</text:list-item>{items('г')}<text:soft-page-break/>"
    body += f"<text:list-item><text:p/><text:h>д</text:h>{inner}</text:list-item>"
    assert text(tmp_path, listed(body), DEEP) == "Список\n1. а\n2.a. б\n2.b. в\n3. г\n4. д\n4.a. б\n4.b. в"


def test_a_list_goes_on_where_it_says_so(tmp_path: Path) -> None:
    styled = "text:style-name='L' xml:id='one'"
    body = (
        listed(items("а"), styled)
        + listed(items("б"))
        + listed(items("в"), "text:style-name='L' text:continue-list='one'")
    )
    assert text(tmp_path, body, DEEP) == "1. а\n1. б\n2. в"
    body = listed(items("а")) + listed(items("б"), "text:style-name='L' text:continue-numbering='true'")
    assert text(tmp_path, body, DEEP) == "1. а\n2. б"
    body = listed(items("а") + items("б", more="text:start-value='7'") + items("в"))
    assert text(tmp_path, body, DEEP) == "1. а\n7. б\n8. в"
    body = listed("<text:list-item><text:number> 5) </text:number><text:p>а</text:p></text:list-item>")
    assert text(tmp_path, body, DEEP) == "5) а"


def test_headings_have_the_numbers_of_the_outline(tmp_path: Path) -> None:
    outline = "<text:outline-level-style text:level='1' style:num-format='I' style:num-suffix='.'/>"
    body = "<text:h text:outline-level='1'>Паром</text:h><text:h>Лёд</text:h>"
    body += "<text:h text:is-list-header='true'>Без номера</text:h><text:p>Текст</text:p>"
    head = f"<text:outline-style>{outline}</text:outline-style>"
    assert text(tmp_path, body, head) == "I. Паром\nII. Лёд\nБез номера\nТекст"
    assert text(tmp_path, body) == "Паром\nЛёд\nБез номера\nТекст"


HIDDEN = (
    "<style:style style:name='H'><style:text-properties text:display='none'/></style:style>"
    "<style:style style:name='B' style:parent-style-name='H'/>"
    "<style:style style:name='S' style:parent-style-name='H'><style:text-properties text:display='true'/></style:style>"
    "<style:style style:name='O' style:parent-style-name='O'/>"
)


def test_what_is_hidden_is_left_out_and_counted(tmp_path: Path) -> None:
    body = "<text:p text:style-name='B'>тайно</text:p><text:section text:display='none'><text:p>тайно</text:p>"
    body += "</text:section><text:section><text:p>явно</text:p></text:section>"
    body += "<text:p text:style-name='S'>видно <text:hidden-text>тайно</text:hidden-text>"
    body += "<text:span text:style-name='O'>и это</text:span></text:p>"
    body += listed("<text:list-item><text:p text:style-name='H'>тайно</text:p><text:p>а</text:p></text:list-item>")
    record = only(odt(tmp_path / "x.odt", body, styles=HIDDEN + DEEP))
    assert record.article.text == "явно\nвидно и это\n1. а"
    assert record.notes == (
        "left out: 2 hidden paragraphs",
        "left out: 1 hidden section",
        "left out: 1 hidden run of words",
    )


CHANGED = (
    "<text:tracked-changes><text:changed-region text:id='i'><text:insertion/></text:changed-region>"
    "<text:changed-region text:id='d'><text:deletion><text:p>или лёд</text:p><text:p>и снег</text:p></text:deletion>"
    "</text:changed-region><!-- x --></text:tracked-changes>"
)


def test_changes_are_accepted_or_rejected(tmp_path: Path) -> None:
    body = CHANGED + "<text:p>Паром <text:change-start text:change-id='i'/>не <text:tab/><draw:frame><draw:text-box>"
    body += "<text:p>рамка</text:p></draw:text-box></draw:frame><text:change-end text:change-id='i'/>пойдёт "
    body += "<text:change text:change-id='d'/>.</text:p><text:change-start text:change-id='i'/>"
    body += "<text:p>Потом.</text:p><text:change-end text:change-id='i'/><text:change text:change-id='none'/>"
    path = odt(tmp_path / "x.odt", body)
    record = only(path)
    assert record.article.text == "Паром не \tпойдёт .\nрамка\nПотом."
    assert record.notes == ("tracked changes accepted: 1 inserted, 1 deleted",)
    rejected = only(path, changes="rejected")
    assert rejected.article.text == "Паром пойдёт или лёд\nи снег."
    assert rejected.notes == ("tracked changes rejected: 1 inserted, 1 deleted",)


def test_blanks_tabs_and_breaks_stand_as_they_are_shown(tmp_path: Path) -> None:
    body = "<text:p>  Паром <text:span> и</text:span>\n\tлёд<text:s text:c='2'/><text:s/>в<text:tab/>мае"
    body += "<text:line-break/> потом<!-- х -->.<text:ruby><text:ruby-base>да</text:ruby-base><text:ruby-text>х"
    body += "</text:ruby-text></text:ruby></text:p><table:table><table:table-row><table:table-cell><text:p>а</text:p>"
    body += (
        "</table:table-cell><table:covered-table-cell><text:p>х</text:p></table:covered-table-cell></table:table-row>"
    )
    body += "</table:table><!-- х -->"
    assert text(tmp_path, body) == "Паром и лёд   в\tмае\nпотом.да\nа"


def test_boxes_follow_their_paragraph_and_pictures_are_counted(tmp_path: Path) -> None:
    body = "<text:p>Начало<draw:frame><draw:image/></draw:frame><draw:custom-shape><text:p>раз</text:p>"
    body += "</draw:custom-shape><draw:rect/>, конец</text:p><draw:frame><draw:text-box><text:p>два</text:p>"
    body += "</draw:text-box></draw:frame><text:p>три<text:ruby><text:p>четыре</text:p></text:ruby>пять</text:p>"
    record = only(odt(tmp_path / "x.odt", body))
    assert record.article.text == "Начало, конец\nраз\nдва\nтричетыре\nпять"
    assert record.notes == ("left out: 2 pictures",)


def test_notes_and_comments_stand_outside_the_text(tmp_path: Path) -> None:
    note = "<text:note text:note-class='{}'><text:note-citation>1</text:note-citation>{}</text:note>"
    body = "<text:p>Паром " + note.format("endnote", "<text:note-body><text:p>Со слов.</text:p></text:note-body>")
    body += (
        note.format("footnote", "") + "<office:annotation><text:p>проверить</text:p></office:annotation>пойдёт</text:p>"
    )
    record = only(odt(tmp_path / "x.odt", body))
    assert record.article.text == "Паром пойдёт"
    assert record.article.meta["footnotes"] == "Со слов."
    assert record.notes == ("left out: 1 endnote", "left out: 1 footnote", "left out: 1 comment")


@pytest.mark.parametrize("name", ["x.odt", "x.fodt"])
def test_details_and_running_heads_come_from_the_other_parts(tmp_path: Path, name: str) -> None:
    meta = "<dc:title>Паром пойдёт</dc:title><meta:initial-creator>Нина Белова</meta:initial-creator>"
    meta += "<dc:creator>Пётр Сомов</dc:creator><dc:date>2032-01-01</dc:date>"
    meta += "<meta:creation-date>2031-05-04T10:00:00</meta:creation-date>"
    pages = "<style:header><text:p>Вестник</text:p></style:header><style:footer><text:p> </text:p></style:footer>"
    record = only(odt(tmp_path / name, "<text:p>Паром.</text:p>", pages=pages, meta=meta))
    assert record.article.title == "Паром пойдёт"
    assert record.article.meta == {"author": "Нина Белова", "published": "2031-05-04", "file": name}
    assert record.notes == ("left out: 1 running head or foot",)


def test_author_and_day_may_be_those_of_the_last_change(tmp_path: Path) -> None:
    meta = "<dc:creator>Пётр Сомов</dc:creator><dc:date>2032-01-01T10:00:00</dc:date>"
    found = only(odt(tmp_path / "x.odt", "<text:p>Паром.</text:p>", meta=meta)).article.meta
    assert found == {"author": "Пётр Сомов", "published": "2032-01-01", "file": "x.odt"}


def test_what_is_no_text_document_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.odt"
    assert isinstance(found := read(odt(path, "<text:p>Паром</text:p>", locked=True)), Refused)
    assert found.error.code == "document-locked"
    for members, reason in (
        ({"styles.xml": "<a/>"}, "it has no content.xml"),
        ({"content.xml": "<a/>"}, "it holds no text document"),
        ({"content.xml": "<a"}, None),
    ):
        with zipfile.ZipFile(path, "w") as archive:
            for name, content in members.items():
                archive.writestr(name, content)
        assert isinstance(found := read(path), Refused)
        assert found.error.code == "file-format"
        assert reason is None or found.error.facts["reason"] == reason
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", "<d><body><text><p>Паром</p></text></body></d>")
    assert only(path).article.meta == {"file": "x.odt"}
    (tmp_path / "x.fodt").write_text("<a", "utf-8")
    assert isinstance(found := read(tmp_path / "x.fodt"), Refused)
    assert found.error.code == "file-format"
