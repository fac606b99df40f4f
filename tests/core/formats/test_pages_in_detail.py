"""Saved pages in detail: lists, marks, what is hidden, frames, and which blocks of a page are its article."""

from __future__ import annotations

import plistlib
from pathlib import Path

import lxml.html
import pytest

from core.formats import format_named
from core.formats.base import Options, Record, Refused
from core.formats.page_blocks import Blocks
from core.formats.plain import BYTE_LIMIT


def blocks(html: str, *, rejected: bool = False) -> list[str]:
    return [one.text for one in Blocks(rejected).walk(lxml.html.fragment_fromstring(html, create_parent="div"))]


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<pre>раз\n  два\n\nтри</pre>", ["раз", "два", "три"]),
        ("<p>раз <img class='emoji' alt='🚢'><img alt='вид'> два</p>", ["раз 🚢 два"]),
        ("<p>раз</p>\n<p> \n </p><p>***</p><p>два</p>", ["раз", "***два"]),
        ("<ol><li>а<li>б</ol>", ["1. а", "2. б"]),
        ("<ol reversed><li>а<li value=9>б<li>в</ol>", ["3. а", "9. б", "8. в"]),
        ("<ol start=x type=i><li>а<li type=A>б</ol>", ["i. а", "B. б"]),
        ("<ol style='list-style-type: none'><li>а</ol>", ["а"]),
        ("<ul style=\"list-style: '— '\"><li>а<li style=\"list-style-type: '• '\">б</ul>", ["— а", "• б"]),
        ("<div><li>а</li></div>", ["а"]),
        ("<p>раз <s>х</s><span style='text-decoration: line-through'>х</span><b hidden>х</b>два</p>", ["раз два"]),
        ("<p>раз <i aria-hidden=true>х</i><i style='color: red; display : none'>х</i>два</p>", ["раз два"]),
        ("<p>раз<script>х</script><!-- х --> два</p>", ["раз два"]),
        ("<p><q></q>раз <q>«два»</q> <q>«три» и</q></p>", ["раз «два» ««три» и»"]),
        ("<p>«<q>раз</q>» <q>два</q></p>", ["«раз» «два»"]),
        ("<p><q>три и»</q> <q>«три и</q></p>", ["«три и»» ««три и»"]),
    ],
)
def test_blocks_are_as_the_browser_shows_them(html: str, lines: list[str]) -> None:
    assert blocks(html) == lines


def test_changes_of_a_page_are_rejected_where_asked() -> None:
    html = "<p>раз <ins>два</ins><del>три</del></p>"
    assert (blocks(html), blocks(html, rejected=True)) == (["раз два"], ["раз три"])


def test_letters_in_links_and_times_are_counted() -> None:
    html = "<p>Паром <a href=/>№ 7</a>, <time>5 мая</time></p><p><a href=/>Лёд <b>сошёл</b></a></p><ul><li>да</ul>"
    found = Blocks().walk(lxml.html.fragment_fromstring(html, create_parent="div"))
    assert [(one.letters, one.linked, one.timed) for one in found] == [(10, 1, 4), (8, 8, 0), (2, 0, 0)]
    assert [one.owner.tag for one in found] == ["p", "p", "li"]


FILL = [
    "Строительство парома продолжается третий год, и жители посёлка не раз просили назвать сроки работ.",
    "Глава посёлка Нина Белова рассказала, что причал готов, а лёд сойдёт не раньше середины весны этого года.",
    "Газета «Вестник Заречья» писала об этом дважды, но ответа от перевозчика в редакции так и не дождались.",
]


def page(path: Path, inner: str, after: str = "") -> Record:
    lines = [f"<p>{line}</p>" for line in FILL]
    html = "<html><head><meta charset=utf-8><title>Паром</title></head><body><nav><a href=/>Меню</a></nav><article>"
    html += f"<h1>Паром пойдёт</h1>{lines[0]}{lines[1]}{inner}{lines[2]}</article>{after}</body></html>"
    path.write_text(html, "utf-8")
    (found,) = format_named("html").read(path, Options())
    assert isinstance(found, Record), found
    return found


MENU = "1 block around the article"
"""What is always left out of the page."""


@pytest.mark.parametrize(
    ("inner", "kept", "left"),
    [
        ("<figure><img src=a><figcaption>Причал зимой</figcaption></figure>", [], (MENU, "1 caption of a picture")),
        ("<div class=share-buttons><p>Отправить другу</p></div>", [], ("2 blocks around the article",)),
        ("<nav><p>К разделам</p></nav>", [], (MENU, "1 block of links")),
        ("<p><a href=/1>Суд отложил дело</a></p>", [], (MENU, "1 block of links")),
        ("<footer>Все права у редакции</footer>", [], ("2 blocks around the article",)),
        ("<aside><p>Читайте также:</p><ul><li><a href=/1>Лёд</a></li></ul></aside>", [], (MENU, "2 blocks of links")),
        ("<p>Она сказала.</p>", ["Она сказала."], (MENU,)),
        ("<aside><p><a href=/1>Лёд сошёл, </a>пишут</p></aside>", [], ("2 blocks around the article",)),
        ("<header><time>5 мая 2031</time></header>", [], ("2 blocks around the article",)),
        ("<header><p>Она сказала.</p></header>", ["Она сказала."], (MENU,)),
        ("<h2><a href=/1>О причале</a></h2>", ["О причале"], (MENU,)),
    ],
)
def test_what_is_not_the_article_is_left_out(
    tmp_path: Path, inner: str, kept: list[str], left: tuple[str, ...]
) -> None:
    record = page(tmp_path / "x.html", inner)
    assert record.article.text.split("\n") == ["Паром пойдёт", FILL[0], FILL[1], *kept, FILL[2]]
    assert record.notes[2:] == tuple(f"left out: {one}" for one in left)


def test_links_after_a_heading_of_links_end_where_the_text_goes_on(tmp_path: Path) -> None:
    inner = f"<p>Ранее по теме:</p><p><a href=/1>Суд отложил дело о причале</a></p><p>{FILL[1][::-1]}</p>"
    text = page(tmp_path / "x.html", inner).article.text
    assert "Суд отложил" not in text
    assert FILL[1][::-1] in text


@pytest.mark.parametrize("html", ["<html><body></body></html>", "<body><p>  </p></body>", "<!-- nothing -->"])
def test_a_page_without_words_is_refused(tmp_path: Path, html: str) -> None:
    (tmp_path / "x.html").write_text(html)
    (found,) = format_named("html").read(tmp_path / "x.html", Options())
    assert isinstance(found, Refused)
    assert found.error.code == "page-no-text"


def test_a_page_that_is_too_large_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.html").write_bytes(b"<p>" + b"a" * BYTE_LIMIT)
    (found,) = format_named("html").read(tmp_path / "x.html", Options())
    assert isinstance(found, Refused)
    assert found.error.code == "file-too-large"


def saved(path: Path, data: bytes) -> Record | Refused:
    path.write_bytes(data)
    (found,) = format_named("mhtml").read(path, Options())
    return found


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("x.mhtml", b" \n", "file-empty"),
        ("x.mhtml", b"Content-Type: text/plain\n\nFerry", "file-format"),
        ("x.webarchive", b"nonsense", "file-format"),
        ("x.webarchive", plistlib.dumps({"WebMainResource": {}}), "file-format"),
        ("x.webarchive", plistlib.dumps(["x"]), "file-format"),
        ("x.webarchive", plistlib.dumps({"WebMainResource": "x"}), "file-format"),
    ],
)
def test_saved_pages_that_are_none_are_refused(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    found = saved(tmp_path / name, data)
    assert isinstance(found, Refused)
    assert found.error.code == code


def test_the_address_of_a_saved_page_is_kept(tmp_path: Path) -> None:
    html = "<html><meta charset=utf-8><body><article>" + "".join(f"<p>{line}</p>" for line in FILL) + "</article>"
    head = "Snapshot-Content-Location: https://x.example/parom\nContent-Type: multipart/related; boundary=B\n\n"
    found = saved(tmp_path / "x.mhtml", f"{head}--B\nContent-Type: text/html\n\n{html}\n--B--".encode())
    assert isinstance(found, Record)
    assert found.article.meta["url"] == "https://x.example/parom"
