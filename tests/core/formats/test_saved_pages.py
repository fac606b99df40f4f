"""Saved web pages: lists, lines, frames and templates as a browser shows them; what stands around is left out."""

from __future__ import annotations

import plistlib
from pathlib import Path

import lxml.html
import pytest

from core.formats import guess
from core.formats.base import Options, Record, Refused
from core.formats.page_frames import Saved

SAID = "«Паром пойдёт в мае, как только сойдёт лёд на реке», — сказала начальница порта Нина Белова."
MORE = "Она добавила, что расписание повесят на пристани и в здании вокзала за неделю до первого рейса."


def all_of(path: Path, **options: str) -> list[Record | Refused]:
    return list(guess(path).read(path, Options(**options)))  # type: ignore[arg-type]


def only(path: Path, **options: str) -> Record:
    (found,) = all_of(path, **options)
    assert isinstance(found, Record), found
    return found


def page(folder: Path, body: str) -> Path:
    path = folder / "x.html"
    path.write_text(f"<html><head><title>Паром</title></head><body>{body}</body></html>", encoding="utf-8")
    return path


def lines(folder: Path, body: str) -> list[str]:
    return only(page(folder, f"<article><p>{SAID}</p><p>{MORE}</p>{body}</article>")).article.text.split("\n")[2:]


@pytest.mark.parametrize(
    ("inner", "shown"),
    [
        ("<ol><li>Раз<li>Два</ol>", ["1. Раз", "2. Два"]),
        ("<ol start=5 type=A><li>Раз<li value=9>Два</ol>", ["E. Раз", "I. Два"]),
        ("<ol reversed type=i><li>Раз<li>Два</ol>", ["ii. Раз", "i. Два"]),
        ("<ol type=I start=1994><li>Раз</ol>", ["MCMXCIV. Раз"]),
        ("<ol type=a start=28><li>Раз</ol>", ["bb. Раз"]),
        ("<ol type=i start=0><li>Раз</ol>", ["0. Раз"]),
        ("<ol style='list-style: none'><li>Раз</ol>", ["Раз"]),
        ("<ul style='list-style-type: \"— \"'><li>Раз</ul>", ["— Раз"]),
        ("<ul><li>Раз</ul>", ["Раз"]),
        ("<div><li>Раз</div>", ["Раз"]),
        ("<pre>Раз\n  два\n\nТри</pre>", ["Раз", "два", "Три"]),
        ("<p> Раз\n <b> два</b> </p>", ["Раз два"]),
        ("<p>Раз <s>два</s> три</p>", ["Раз три"]),
        ("<p>Раз<br>два</p>", ["Раз", "два"]),
        ("<p>Раз <img class=emoji alt='!'><img alt='порт'> два</p>", ["Раз ! два"]),
        ("<p>Она: <q>Да, <q>в мае</q>, да</q>.</p>", ["Она: «Да, „в мае“, да»."]),
        ("<p>Она: <q>«Да»</q>, «<q>да</q>».</p>", ["Она: «Да», «да»."]),
    ],
)
def test_lists_lines_and_marks_are_as_a_browser_shows_them(tmp_path: Path, inner: str, shown: list[str]) -> None:
    assert lines(tmp_path, inner) == shown


def test_what_a_page_keeps_in_templates_and_attributes_is_shown(tmp_path: Path) -> None:
    inner = "<template shadowrootmode=open><p>Из тени.</p></template><template><p>Образец.</p></template>"
    assert lines(tmp_path, f"{inner}<iframe srcdoc='<p>Из рамки.</p>'></iframe>") == ["Из тени.", "Из рамки."]


def test_a_page_without_words_is_refused(tmp_path: Path) -> None:
    for body in ("<p></p>", "<script>1</script>"):
        (found,) = all_of(page(tmp_path, body))
        assert isinstance(found, Refused)
        assert found.error.code == "page-no-text"


def nested(words: str) -> str:
    """Return a body of more elements in each other than are followed, half of them in a frame's attribute."""
    return f"{'<div>' * 250}<iframe srcdoc='{'<div>' * 250}<p>{words}</p>'></iframe>"


def test_a_page_nested_without_end_is_refused(tmp_path: Path) -> None:
    mail = f"Content-Type: text/html; charset=utf-8\n\n{nested(SAID)}\n"
    (tmp_path / "x.eml").write_text(mail, encoding="utf-8")
    for path in (page(tmp_path, nested(SAID)), tmp_path / "x.eml"):
        (found,) = all_of(path)
        assert isinstance(found, Refused)
        assert (found.error.code, found.error.facts["format"]) == ("file-format", "a web page")


@pytest.mark.parametrize("data", [b"<!-- -->", b"\0"])
def test_a_page_of_nothing_but_a_mark_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.html"
    path.write_bytes(data)
    (found,) = all_of(path)
    assert isinstance(found, Refused)
    assert found.error.code == "page-no-text"


@pytest.mark.parametrize(
    ("around", "note"),
    [
        ("<nav><p>Погода</p></nav>", "block of links"),
        ("<footer><p>Вестник порта</p></footer>", "block around the article"),
        ("<header><time>5 мая</time></header>", "block around the article"),
        ("<figure><img src=a><figcaption>Пристань</figcaption></figure>", "caption of a picture"),
        ("<div class='share-buttons'>Послать</div>", "block around the article"),
        ("<p><a href=a>Ещё новости порта</a></p>", "block of links"),
        ("<aside><p>Читайте также:</p><p><a href=a>Мост закрыт</a></p></aside>", "blocks of links"),
    ],
)
def test_what_stands_around_the_words_of_an_article_is_counted(tmp_path: Path, around: str, note: str) -> None:
    body = f"<article><h1>Паром</h1><p>{SAID}</p>{around}<p>{MORE}</p></article>"
    record = only(page(tmp_path, body))
    assert record.article.text == f"Паром\n{SAID}\n{MORE}"
    assert any(one.startswith("left out:") and one.endswith(note) for one in record.notes), record.notes


def test_a_quotation_in_a_figure_is_the_articles(tmp_path: Path) -> None:
    quoted = "<figure><blockquote>Ждём лета.</blockquote><figcaption>Олег Рябов</figcaption></figure>"
    assert lines(tmp_path, quoted) == ["Ждём лета.", "Олег Рябов"]


@pytest.mark.parametrize("main", ["<main>{}</main>", "<div itemprop=articleBody>{}</div>", "<div>{}</div>"])
def test_a_short_article_is_read_as_what_the_page_calls_its_main(tmp_path: Path, main: str) -> None:
    assert "Паром пойдёт." in only(page(tmp_path, main.format("<p>Паром пойдёт.</p>"))).article.text


def test_a_list_alone_is_found_in_what_the_page_calls_its_main(tmp_path: Path) -> None:
    body = "<ol><li>Погода</ol><main><ol><li>Паром<li>Мост</ol></main>"
    assert only(page(tmp_path, body)).article.text == "1. Паром\n2. Мост"


# -- pages with their frames -------------------------------------------------------------------------------------------

FRAME = "<html><body class=f><p>Сказано в рамке.</p></body></html>"


def whole(frame: str) -> str:
    return (
        f"<html><body><article><p>{SAID}</p><iframe src='{frame}' id=i></iframe><p>{MORE}</p></article></body></html>"
    )


def mhtml(path: Path, *parts: tuple[str, str]) -> Path:
    text = "Snapshot-Content-Location: http://example.org/x\n"
    text += "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n"
    for head, body in parts:
        text += f"\n--b\nContent-Type: text/html\n{head}\nContent-Transfer-Encoding: 8bit\n\n{body}\n"
    path.write_text(f"{text}\n--b--\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("src", "head"),
    [("cid:f@x", "Content-ID: <f@x>"), ("/f", "Content-Location: http://example.org/f")],
)
def test_frames_of_a_saved_page_are_shown_where_they_stand(tmp_path: Path, src: str, head: str) -> None:
    path = mhtml(tmp_path / "x.mhtml", ("Content-Location: http://example.org/x", whole(src)), (head, FRAME))
    record = only(path)
    assert record.article.text == f"{SAID}\nСказано в рамке.\n{MORE}"
    assert record.article.meta["url"] == "http://example.org/x"


def test_a_saved_page_without_an_address_has_that_of_the_snapshot(tmp_path: Path) -> None:
    assert only(mhtml(tmp_path / "x.mht", ("X: y", whole("")))).article.meta["url"] == "http://example.org/x"


def archive(page: str, *frames: dict[str, object]) -> dict[str, object]:
    main = {"WebResourceData": page.encode(), "WebResourceURL": "http://example.org/x"}
    return {
        "WebMainResource": {**main, "WebResourceTextEncodingName": "UTF-8"},
        "WebSubframeArchives": list(frames),
    }


def test_a_webarchive_is_read_with_its_frames(tmp_path: Path) -> None:
    inner = archive(FRAME)
    inner["WebMainResource"]["WebResourceURL"] = "http://example.org/f"  # type: ignore[index]
    (tmp_path / "x.webarchive").write_bytes(plistlib.dumps(archive(whole("/f"), inner), fmt=plistlib.FMT_BINARY))
    record = only(tmp_path / "x.webarchive")
    assert record.article.text == f"{SAID}\nСказано в рамке.\n{MORE}"
    assert record.article.meta["url"] == "http://example.org/x"


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("x.mhtml", b" ", "file-empty"),
        ("x.mhtml", b"Content-Type: text/plain\n\nDa.", "file-format"),
        ("x.webarchive", b"", "file-empty"),
        ("x.webarchive", b"bplist00", "file-format"),
        ("x.webarchive", b"<plist><dict></plist>", "file-format"),
        ("x.webarchive", plistlib.dumps({"WebMainResource": {}}), "file-format"),
        ("x.webarchive", plistlib.dumps({"WebMainResource": "Da"}), "file-format"),
        ("x.webarchive", plistlib.dumps(["Da"]), "file-format"),
        (
            "x.mhtml",
            "".join(f"Content-Type: multipart/mixed; boundary=b{at}\n\n--b{at}\n" for at in range(1200)).encode(),
            "file-format",
        ),
    ],
)
def test_what_is_no_saved_page_is_refused(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(data)
    (found,) = all_of(tmp_path / name)
    assert isinstance(found, Refused)
    assert found.error.code == code


def test_the_frames_of_a_set_of_frames_are_shown(tmp_path: Path) -> None:
    """Pages of the nineties have no body of their own."""
    page = f"<html><body><article><p>{SAID}</p><frame src='cid:f@x'><p>{MORE}</p></article></body></html>"
    path = mhtml(tmp_path / "x.mhtml", ("Content-Location: http://example.org/x", page), ("Content-ID: <f@x>", FRAME))
    assert "Сказано в рамке." in only(path).article.text


def test_what_browsers_do_not_show_is_no_text(tmp_path: Path) -> None:
    body = "<main><p>Паром<!-- стоит --> пойдёт<?php echo 'в июне' ?> в мае.</p></main>"
    assert only(page(tmp_path, body)).article.text == "Паром пойдёт в мае."


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("14 мая 2020", "2020-05-14"),
        ("Опубликовано: 14 мая 2020", "2020-05-14"),
        ("Долгов, 9 Декабря 2020 года, 10:15", "2020-12-09"),
        ("Опубликовано: 1 января 2020", "2020-01-01"),
        ("Опубликовано: 14 мая 2020. Первая запись: 1 января 2020", "2020-01-01"),
        ("Опубликовано: 31 июня 2020", "2020-01-01"),
        ("Published: 1 January 2020", "2020-01-01"),
    ],
)
def test_a_date_behind_a_word_is_the_day_and_not_the_new_year(tmp_path: Path, line: str, published: str) -> None:
    body = f"<article><div class=date>{line}</div><p>{SAID}</p><p>{MORE}</p></article>"
    assert only(page(tmp_path, body)).article.meta.get("published") == published


@pytest.mark.parametrize(
    ("frame", "shown"),
    [
        ("<iframe src=f class=a id=b title=c></iframe>", '<div lang="ru" class="a" id="b"><p>Да.</p></div>'),
        ("<iframe src=f></iframe>", '<div lang="ru" class="own"><p>Да.</p></div>'),
        ("<iframe src=f class=''></iframe>", '<div lang="ru" class="own"><p>Да.</p></div>'),
        ("<iframe src='http://e.org/f'></iframe>", '<div lang="ru" class="own"><p>Да.</p></div>'),
        ("<iframe src=g></iframe>", '<iframe src="g"></iframe>'),
        ("<iframe src=blank></iframe>", '<iframe src="blank"></iframe>'),
    ],
)
def test_a_frame_s_page_takes_its_place_under_its_class_and_id(frame: str, shown: str) -> None:
    """By them what stands around a text is told from the text."""
    inner = Saved("<html><body lang=ru class=own><p>Да.</p></body></html>".encode(), "", {}, "utf-8")
    frames = {"http://e.org/f": inner, "blank": Saved(b" ", "", {})}
    page = Saved(f"<html><body><p>Раз</p>{frame}Два</body></html>".encode(), "http://e.org/x", frames, "utf-8")
    tree, _ = page.tree(Options(), "x")
    body = next(tree.iter("body"))
    assert lxml.html.tostring(body, encoding="unicode").strip() == f"<body><p>Раз</p>{shown}Два</body>"
