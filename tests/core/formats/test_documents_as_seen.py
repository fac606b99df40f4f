"""DOCX, ODT, RTF, pages, mails and tables: the text that their reader sees, and a note of what is left out."""

from __future__ import annotations

import plistlib
import zipfile
from pathlib import Path

import pytest

from core.formats import format_named, guess
from core.formats.base import Options, Record, Refused
from core.formats.dates import iso_date
from core.formats.hyphens import joined, vocabulary
from core.formats.mail_text import unflowed
from tests.documents import docx, run


def all_of(path: Path, **options: str) -> list[Record | Refused]:
    return list(guess(path).read(path, Options(**options)))  # type: ignore[arg-type]


def only(path: Path, **options: str) -> Record:
    (found,) = all_of(path, **options)
    assert isinstance(found, Record), found
    return found


INSERTED = f'<w:ins w:id="1">{run("не ")}</w:ins>'
DELETED = '<w:del w:id="2"><w:r><w:delText xml:space="preserve">скоро </w:delText></w:r></w:del>'
TRACKED = (
    f"<w:p>{run('«Паром ')}{INSERTED}{DELETED}{run('пойдёт»,')}</w:p>"
    '<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>' + run("— сказала ") + "</w:p>"
    f"<w:p>{run('Нина Белова.')}</w:p>"
)


def test_tracked_changes_are_accepted_or_rejected_and_counted(tmp_path: Path) -> None:
    path = docx(tmp_path / "x.docx", TRACKED)
    record = only(path)
    assert record.article.text == "«Паром не пойдёт»,\n— сказала Нина Белова."
    assert record.notes == ("tracked changes accepted: 1 inserted, 2 deleted",)
    assert only(path, changes="rejected").article.text == "«Паром скоро пойдёт»,\n— сказала\nНина Белова."


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (f"<w:sdt><w:sdtContent>{run('Нина')}</w:sdtContent></w:sdt>", "Нина"),
        (f"<w:smartTag>{run('Нина')}</w:smartTag>", "Нина"),
        (f'<w:fldSimple w:instr="A">{run("Нина")}</w:fldSimple>', "Нина"),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("5 мая")}'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            "5 мая",
        ),
        (f"<w:unheardOf>{run('Нина')}</w:unheardOf>", "Нина"),
        (f"{run('тайно', '<w:vanish/>')}{run('явно')}", "явно"),
        (
            f"{run('пресс')}<w:r><w:noBreakHyphen/></w:r>{run('се')}<w:r><w:softHyphen/></w:r>{run('кретарь')}",
            "пресс\u2011се\u00adкретарь",
        ),
        (f"{run('раз')}<w:r><w:br/></w:r>{run('два')}", "раз\nдва"),
        ("<w:r><w:t>  край </w:t></w:r>", "край"),
    ],
)
def test_words_of_every_element_are_seen(tmp_path: Path, inner: str, text: str) -> None:
    assert only(docx(tmp_path / "x.docx", f"<w:p>{inner}</w:p>")).article.text == text


def test_a_text_box_comes_once_and_does_not_part_its_sentence(tmp_path: Path) -> None:
    box = f"<w:txbxContent><w:p>{run('«Рамка», — сказал он.')}</w:p></w:txbxContent>"
    both = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    both = f"<mc:AlternateContent>{both}</mc:AlternateContent>"
    drawn = f"<w:p>{run('Начало ')}<w:r><w:drawing>{both}</w:drawing></w:r>{run('и конец.')}</w:p>"
    assert only(docx(tmp_path / "x.docx", drawn)).article.text == "Начало и конец.\n«Рамка», — сказал он."


def test_list_labels_are_seen_and_the_dash_of_a_dialogue_too(tmp_path: Path) -> None:
    def level(kind: str, words: str) -> str:
        return f'<w:lvl w:ilvl="0"><w:numFmt w:val="{kind}"/><w:lvlText w:val="{words}"/></w:lvl>'

    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{at}">{level(*kind)}</w:abstractNum>'
        f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at}"/></w:num>'
        for at, kind in enumerate([("bullet", "—"), ("decimal", "%1."), ("bullet", "\uf0b7")], 1)
    )

    def item(at: int, words: str) -> str:
        return f'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{at}"/></w:numPr></w:pPr>{run(words)}</w:p>'

    body = item(1, "Когда?") + item(1, "В мае.") + item(2, "Первый") + item(2, "Второй") + item(3, "Знак")
    assert only(docx(tmp_path / "x.docx", body, numbering=lists)).article.text == (
        "— Когда?\n— В мае.\n1. Первый\n2. Второй\n• Знак"
    )


def test_notes_stand_outside_the_text_and_are_counted(tmp_path: Path) -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    note = f'<w:footnote w:id="2"><w:p>{run("Сказано в среду.")}</w:p></w:footnote>'
    note = f'<w:footnote w:id="0" w:type="separator"/>{note}'
    header = f"<w:p>{run('Вестник')}</w:p>"
    record = only(
        docx(tmp_path / "x.docx", f"<w:p>{run('«Да»')}{reference}{run('.')}</w:p>", footnotes=note, header=header)
    )
    assert record.article.text == "«Да»."
    assert record.article.meta["footnotes"] == "Сказано в среду."
    assert record.notes == ("left out: 1 footnote", "left out: 1 running head or foot")


ODT = (
    '<office:document xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:draw="d"><office:automatic-styles>'
    '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    '<text:list-style style:name="L"><text:list-level-style-bullet text:level="1" text:bullet-char="—"/>'
    "</text:list-style>"
    "</office:automatic-styles><office:body><office:text><text:tracked-changes><text:changed-region text:id='c'>"
    "<text:deletion><text:p>скоро</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    "<text:p>«Паром <text:change text:change-id='c'/>\n   пойдёт<text:s text:c='2'/>в "
    "<text:span text:style-name='H'>тайно</text:span>мае»<text:note text:note-class='footnote'>"
    "<text:note-citation>1</text:note-citation><text:note-body>"
    "<text:p>Примечание.</text:p></text:note-body></text:note>, — <draw:frame><draw:text-box><text:p>Рамка</text:p>"
    "</draw:text-box></draw:frame>сказала она.</text:p><text:list text:style-name='L'><text:list-item>"
    "<text:p>Когда?</text:p></text:list-item></text:list></office:text></office:body></office:document>"
)


def test_an_opendocument_text_is_read_as_it_is_shown(tmp_path: Path) -> None:
    (tmp_path / "x.fodt").write_text(ODT, encoding="utf-8")
    record = only(tmp_path / "x.fodt")
    assert record.article.text == "«Паром пойдёт  в мае», — сказала она.\nРамка\n— Когда?"
    assert record.article.meta["footnotes"] == "Примечание."
    assert record.notes == (
        "tracked changes accepted: 0 inserted, 1 deleted",
        "left out: 1 hidden run of words",
        "left out: 1 footnote",
    )
    assert "«Паром скоро пойдёт" in only(tmp_path / "x.fodt", changes="rejected").article.text


def test_rtf_gives_what_is_seen(tmp_path: Path) -> None:
    words = r"\'ab\'cf\'e0\'f0\'ee\'ec\'bb"  # «Паром»
    body = (
        rf"{words} {{\v hidden}}{{\deleted gone}}{{\*\shppict{{\pict 00ff}}}}{{\nonshppict{{\pict 00}}}}"
        rf"{{\footnote {words}}}\u9992?\u-10179?\u-8704? (x)\par {{\listtext \u8212?\tab}}{words}\cell end\row"
    )
    path = tmp_path / "x.doc"
    path.write_bytes(rb"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0\fcharset204 Arial;}}\f0 " + body.encode() + b"}")
    record = only(path)
    assert record.article.text == "«Паром» \u2708😀 (x)\n— «Паром»\nend".replace("\u2708", chr(9992))
    assert record.article.meta["footnotes"] == "«Паром»"
    assert "tracked changes of RTF cannot be read for certain: compare with the document" in record.notes


FILL = "<p>Строительство парома продолжается третий год, и жители посёлка не раз просили назвать сроки работ.</p>"


def page(path: Path, inner: str, charset: str = "utf-8", encoding: str = "utf-8") -> Record:
    html = f'<html><head><meta charset="{charset}"><title>Паром</title></head><body><nav><a href="/">Меню</a></nav>'
    html += f"<article><h1>Паром пойдёт</h1>{FILL}{inner}{FILL.replace('третий', 'пятый')}</article></body></html>"
    path.write_bytes(html.encode(encoding))
    return only(path)


@pytest.mark.parametrize(
    ("inner", "lines"),
    [
        ("<p>Она: <q>Мы <q>за</q></q>, — и ушла.</p>", ["Она: «Мы „за“», — и ушла."]),
        ("<p>«Он сказал <q>да</q>».</p>", ["«Он сказал „да“»."]),
        ("<p>«<q>Да</q>», — сказал.</p>", ["«Да», — сказал."]),
        (
            "<figure><blockquote><p>Пойдёт.</p></blockquote><figcaption>Нина Белова</figcaption></figure>",
            ["Пойдёт.", "Нина Белова"],
        ),
        ("<blockquote>Пойдёт.<footer>— <cite>Нина</cite></footer></blockquote>", ["Пойдёт.", "— Нина"]),
        ("<p>Нина <del>сказала</del><ins>заявила</ins>.</p>", ["Нина заявила."]),
        ("<p>раз<br>два<br><br>три</p>", ["раз", "два", "три"]),
        ("<ul><li>— Когда?</li></ul><ol start=3><li>Пункт</li></ol>", ["— Когда?", "3. Пункт"]),
        (
            "<div class=related><a href=/1>Читайте также: суд</a></div><p>Хвост <a href=/>ссылки</a>.</p>",
            ["Хвост ссылки."],
        ),
        ('<div><template shadowmode="open"><p>В тени.</p></template></div>', ["В тени."]),
        ('<iframe srcdoc="&lt;p&gt;Карточка.&lt;/p&gt;"></iframe>', ["Карточка."]),
        ("<p>пол<nobr>но</nobr>стью и г<wbr>од</p>", ["полностью и год"]),
    ],
)
def test_a_page_is_read_as_the_browser_shows_it(tmp_path: Path, inner: str, lines: list[str]) -> None:
    found = page(tmp_path / "x.html", inner).article.text.split("\n")
    assert found[0] == "Паром пойдёт"
    assert found[2:-1] == lines


def test_a_wrong_declaration_loses_and_is_told(tmp_path: Path) -> None:
    for encoding in ("utf-8", "utf-8-sig"):
        record = page(tmp_path / "x.html", "<p>Проба.</p>", "windows-1251", encoding)
        assert "Проба." in record.article.text
        assert "it names windows-1251, which does not fit: read as utf-8" in record.notes
    assert "Проба." in page(tmp_path / "x.html", "<p>Проба.</p>", "iso-8859-1", "cp1251").article.text


def test_mhtml_and_webarchive_bring_their_frames(tmp_path: Path) -> None:
    html = f"<html><meta charset=utf-8><body><article>{FILL}<iframe src='%s'></iframe>{FILL}</article></body></html>"
    frame = "<meta charset=utf-8><p>В рамке.</p>"
    parts = [("a", html % "cid:f@x"), ("f@x", frame)]
    mime = "".join(f"--B\r\nContent-Type: text/html\r\nContent-ID: <{key}>\r\n\r\n{one}\r\n" for key, one in parts)
    (tmp_path / "x.mhtml").write_text(f"Content-Type: multipart/related; boundary=B\r\n\r\n{mime}--B--", "utf-8")
    assert "\nВ рамке.\n" in only(tmp_path / "x.mhtml").article.text

    def resource(url: str, data: str) -> dict[str, object]:
        return {"WebResourceData": data.encode(), "WebResourceURL": url, "WebResourceTextEncodingName": "UTF-8"}

    inner = {"WebMainResource": resource("https://x.example/f", frame)}
    whole = {"WebMainResource": resource("https://x.example/a", html % "/f"), "WebSubframeArchives": [inner]}
    (tmp_path / "x.webarchive").write_bytes(plistlib.dumps(whole, fmt=plistlib.FMT_BINARY))
    assert "\nВ рамке.\n" in only(tmp_path / "x.webarchive").article.text


def test_flowed_lines_are_joined() -> None:
    assert unflowed("Паром \nпойдёт.\n-- \nНина", False) == "Паром пойдёт.\n-- \nНина"
    assert unflowed("Паро \nм\n>> a \n>> b\n> c", True) == "Паром\n>> ab\n> c"


def test_a_mail_is_read_without_replies_and_signature(tmp_path: Path) -> None:
    text = "Паром пойдёт.\n\n5 мая, Нина Белова написала:\n> Когда?\n-- \nПресс-служба"
    (tmp_path / "x.eml").write_bytes(f"Subject: Паром\nContent-Type: text/plain; charset=utf-8\n\n{text}".encode())
    record = only(tmp_path / "x.eml")
    assert record.article.text == "Паром пойдёт."
    assert record.notes == ("left out: 1 line of a signature", "left out: 2 lines of a quoted mail")


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("в до", "рогу", "в дорогу"),
        ("А ДО", "РОГУ", "А ДОРОГУ"),
        ("какой", "нибудь", "какой-нибудь"),
        ("Нью", "Васюки", "Нью-Васюки"),
        ("северо", "восточный", "северо-восточный"),
        ("2024", "2025", "2024-2025"),
        ("пресс", "секретарь", "пресс-секретарь"),
        ("Заре", "чья", "Заречья"),
    ],
)
def test_the_dictionary_knows_a_hyphen_at_a_lines_end(left: str, right: str, whole: str) -> None:
    assert joined(left, right, vocabulary("")) == whole


@pytest.mark.parametrize(
    ("data", "ids"),
    [
        ("sep=;\r\nНомер;Текст\r\n7;раз, два\r\n", ["7"]),
        ('Номер;"Тема (а, б, в)";Текст\r\n7;Мост;раз\r\n8;Суд;два\r\n', ["7", "8"]),
        ('Номер|Текст\r\n7|"раз\r\nдва, три; четыре"\r\n', ["7"]),
    ],
)
def test_delimiters_are_told_by_how_the_rows_part(tmp_path: Path, data: str, ids: list[str]) -> None:
    (tmp_path / "x.csv").write_bytes(data.encode("cp1251"))
    assert [one.article.id for one in all_of(tmp_path / "x.csv") if isinstance(one, Record)] == ids


def test_excels_unicode_text_is_a_table(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes("Номер\tДата\tТекст\r\n7\t5 мая 2031 г.\tраз\r\n".encode("utf-16"))
    assert only(tmp_path / "x.txt").article.meta == {"published": "2031-05-05"}


def test_several_columns_make_a_text(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("Лид;Тело\nраз;два\n", encoding="utf-8")
    asked = Options(columns=(("text", "Лид"), ("text", "Тело")))
    (record,) = format_named("table").read(tmp_path / "x.csv", asked)
    assert isinstance(record, Record)
    assert (record.article.text, record.article.meta) == ("раз\nдва", {})


def test_dates_are_read_as_dates() -> None:
    assert iso_date("04.05.2031") == iso_date("4 мая 2031 г.") == iso_date("2031-05-04") == "2031-05-04"
    assert iso_date("04.05.31 9:05") == "2031-05-04T09:05:00"
    assert (iso_date("31.02.2031"), iso_date("вчера")) == ("31.02.2031", "вчера")


@pytest.mark.parametrize("encoding", ["cp866", "cp1251", "utf-8"])
def test_names_in_an_archive_are_read(tmp_path: Path, encoding: str) -> None:
    made = tmp_path / "x.zip"
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("Q" * len("Речь мэра".encode(encoding)) + ".txt", "Паром пойдёт.")
        archive.writestr("a" * 300 + ".txt", "x")
    data = made.read_bytes()
    name = "Речь мэра".encode(encoding)
    made.write_bytes(data.replace(b"Q" * len(name), name))
    found = all_of(made)
    assert [one.article.id for one in found if isinstance(one, Record)] == ["Речь мэра"]
    assert [one.error.code for one in found if isinstance(one, Refused)] == ["zip-member"]


def test_a_name_that_is_not_utf8_stops_nothing(tmp_path: Path) -> None:
    import os

    folder = os.fsencode(tmp_path)
    Path(os.fsdecode(folder + b"/" + "речь".encode("cp1251") + b".txt")).write_text("Паром пойдёт.", "utf-8")
    Path(os.fsdecode(folder + b"/" + "сбой".encode("cp1251") + b".xyz")).write_text("?", "utf-8")
    record, refused = all_of(tmp_path)
    assert isinstance(record, Record)
    assert record.article.id == "речь"
    assert record.source.endswith("/речь.txt")
    assert isinstance(refused, Refused)
    str(refused.error).encode()
