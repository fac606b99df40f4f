"""Outlook mails (``.msg``): text, sender, date and attachments as their reader sees them; refusals of broken ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.formats import guess
from core.formats.base import Options, Record, Refused
from tests.msg_files import ADDRESS, BODY, CODEPAGE, CONTENT, FILE_NAME, HTML, SENDER, SENT, SUBJECT, Value, msg

SENT_IN_MAY = 134_224_560_000_000_000
"""2026-05-05 12:00 UTC."""


def all_of(path: Path) -> list[Record | Refused]:
    return list(guess(path).read(path, Options()))


def test_a_mail_gives_its_text_subject_sender_and_date(tmp_path: Path) -> None:
    mail: dict[int, Value] = {
        SUBJECT: "О пароме",
        SENDER: "Нина Белова",
        ADDRESS: "nina@example.org",
        SENT: SENT_IN_MAY,
    }
    (record,) = all_of(
        msg(tmp_path / "x.msg", {**mail, BODY: "«Паром пойдёт в мае», — сказала Белова.\r\n-- \r\nНина"})
    )
    assert isinstance(record, Record)
    assert record.article.text == "«Паром пойдёт в мае», — сказала Белова."
    assert record.article.title == "О пароме"
    assert record.article.meta["author"] == '"Нина Белова" <nina@example.org>'
    assert record.article.meta["published"].startswith("2026-05-05T12:00")
    assert record.notes == ("left out: 1 line of a signature",)


@pytest.mark.parametrize("plain", [{}, {BODY: " \r\n"}])
def test_the_html_of_a_mail_is_read_where_it_has_no_plain_text(tmp_path: Path, plain: dict[int, Value]) -> None:
    html = "<p>«Мост откроют», — сказал <b>Олег Рябов</b>.</p>".encode()
    (record,) = all_of(msg(tmp_path / "x.msg", {**plain, HTML: html, CODEPAGE: 65001}))
    assert isinstance(record, Record)
    assert record.article.text == "«Мост откроют», — сказал Олег Рябов."
    assert "author" not in record.article.meta
    assert "published" not in record.article.meta


def test_attachments_of_a_mail_are_articles_of_their_own(tmp_path: Path) -> None:
    text = "«Мы ждём ответа», — заявила Вера Лунина.".encode()
    attached: list[dict[int, Value]] = [
        {FILE_NAME: "релиз.txt", CONTENT: text},
        {FILE_NAME: "смета.bin", CONTENT: b"\0"},
        {FILE_NAME: "x.txt"},
    ]
    path = msg(tmp_path / "x.msg", {BODY: "Текст во вложении."}, attached)
    letter, release, empty = all_of(path)
    assert isinstance(letter, Record)
    assert letter.notes == ("attachments read as articles: релиз.txt, x.txt", "left out: 1 attachment (смета.bin)")
    assert isinstance(release, Record)
    assert (release.article.text, release.source) == (text.decode(), f"{path}/релиз.txt")
    assert isinstance(empty, Refused)
    assert empty.source == f"{path}/x.txt"


def test_a_mail_without_words_is_refused(tmp_path: Path) -> None:
    (found,) = all_of(msg(tmp_path / "x.msg", {SUBJECT: "Пусто"}))
    assert isinstance(found, Refused)
    assert found.error.code == "mail-no-text"


@pytest.mark.parametrize(("data", "reason"), [(b"", "it is empty"), (b"From: nina", "it does not begin like one")])
def test_what_is_no_compound_file_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "x.msg"
    path.write_bytes(data)
    (found,) = all_of(path)
    assert isinstance(found, Refused)
    assert (found.error.code, found.error.facts["reason"]) == ("file-format", reason)


@pytest.mark.parametrize("kept", [8, 600, 1536, 2048, 3000, 4000])
def test_a_mail_cut_off_is_refused(tmp_path: Path, kept: int) -> None:
    path = msg(tmp_path / "x.msg", {BODY: "«Да», — сказала она. " * 60})
    path.write_bytes(path.read_bytes()[:kept])
    (found,) = all_of(path)
    assert isinstance(found, Refused), "a part of the text, as if it were all"
    assert found.error.code == "file-format"


def test_a_mail_whose_moment_is_beyond_the_calendar_is_refused(tmp_path: Path) -> None:
    (found,) = all_of(msg(tmp_path / "x.msg", {BODY: "«Да», — сказала она.", SENT: 2**64 - 1}))
    assert isinstance(found, Refused)
    assert found.error.code == "file-format"


def test_a_mail_that_holds_less_than_its_directory_says_is_refused(tmp_path: Path) -> None:
    """Its end is lost, and the text would go on: half a letter is none."""
    path = msg(tmp_path / "x.msg", {SUBJECT: "О мосте", BODY: "«Мост откроют», — сказал Рябов. " * 20})
    (whole,) = all_of(path)
    assert isinstance(whole, Record)
    data = bytearray(path.read_bytes())
    at = data.index("__substg1.0_1000001F".encode("utf-16-le")) + 120  # its entry: name, kind, links, start, size
    size = int.from_bytes(data[at : at + 8], "little")
    data[at : at + 8] = (size + 2000).to_bytes(8, "little")
    path.write_bytes(data)
    (found,) = all_of(path)
    assert isinstance(found, Refused)
    assert (found.error.code, found.error.facts["reason"]) == ("file-format", "it is cut off")
