"""Mails of every shape: Outlook's own, parts in parts, replies, signatures, forwarded heads, attachments."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from core.formats import guess
from core.formats.base import Options, Record, Refused
from core.formats.names import safe_file_name
from tests.documents import compound, docx, msg, run

BODY = "Паром пойдёт в мае.\nТак сказала глава посёлка Нина Белова."


def all_of(path: Path) -> list[Record | Refused]:
    return list(guess(path).read(path, Options()))


def only(path: Path) -> Record:
    (found,) = all_of(path)
    assert isinstance(found, Record), found
    return found


def fault(path: Path) -> tuple[str, object]:
    (found,) = all_of(path)
    assert isinstance(found, Refused), found
    return found.error.code, found.error.facts.get("reason")


# -- Outlook's -------------------------------------------------------------------------------------------------------


def test_an_outlook_mail_is_read_with_its_attachments(tmp_path: Path) -> None:
    attached = {"пресс.txt": "Вложение о пароме.".encode(), "вид.png": b"x", "": b"y"}
    texts = {"subject": "Паром пойдёт", "body": BODY.replace("\n", "\r\n"), "sender": "Нина Белова"}
    path = msg(tmp_path / "письмо.msg", attached, **texts, address="nina@x.example", sent=1935655200)
    letter, inner = all_of(path)
    assert isinstance(letter, Record)
    assert (letter.article.title, letter.article.text) == ("Паром пойдёт", BODY)
    assert letter.article.meta == {
        "author": '"Нина Белова" <nina@x.example>',
        "published": "2031-05-04T10:00:00+00:00",
        "file": "письмо.msg",
    }
    assert letter.notes == (
        "attachments read as articles: пресс.txt",
        "left out: 2 attachments (вид.png, ?)",
    )
    assert isinstance(inner, Record)
    assert (inner.article.text, inner.source) == ("Вложение о пароме.", f"{path}/пресс.txt")


def test_an_outlook_mail_in_html_is_read(tmp_path: Path) -> None:
    path = msg(tmp_path / "x.msg", html="<html><body><p>Паром <b>пойдёт</b> в мае.</p></body></html>", body=" ")
    article = only(path).article
    assert (article.text, article.meta) == ("Паром пойдёт в мае.", {"file": "x.msg"})


def test_what_is_no_outlook_mail_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.msg"
    path.write_bytes(b"")
    assert fault(path) == ("file-format", "it is empty")
    path.write_bytes(b"From: nina@x.example\n\nFerry")
    assert fault(path) == ("file-format", "it does not begin like one")
    whole = msg(path, body=BODY).read_bytes()
    path.write_bytes(whole[:700])
    assert fault(path)[0] == "file-format"
    path.write_bytes(compound({"WordDocument": b"x"}))
    assert fault(path)[0] == "file-format"
    path.write_bytes(compound({"__properties_version1.0": bytes(32) + b"\x1f\x00\x00\x10" + bytes(12)}))
    assert fault(path)[0] == "file-format"
    assert fault(msg(path, body=BODY, sent=900_000_000_000))[0] == "file-format"
    assert fault(msg(path, subject="Паром"))[0] == "mail-no-text"


# -- parts in parts --------------------------------------------------------------------------------------------------


def mail(path: Path, message: EmailMessage) -> Path:
    path.write_bytes(message.as_bytes())
    return path


def letter(text: str = BODY, subject: str = "Паром") -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = subject
    message.set_content(text)
    return message


def test_each_attachment_that_can_be_read_is_an_article(tmp_path: Path) -> None:
    message = letter()
    word = docx(tmp_path / "a.docx", f"<w:p>{run('Паром готов.')}</w:p>").read_bytes()
    message.add_attachment(word, maintype="application", subtype="octet-stream", filename="a.docx")
    message.add_attachment(b"nonsense", maintype="application", subtype="pdf")
    message.add_attachment(b"{}", maintype="application", subtype="json", filename="x.json")
    message.add_attachment(b"", maintype="application", subtype="octet-stream", filename="t.xlsx")
    path = mail(tmp_path / "x.eml", message)
    first, second, third, fourth = all_of(path)
    assert isinstance(first, Record)
    assert first.notes == (
        "attachments read as articles: a.docx, file.pdf, t.xlsx",
        "left out: 1 attachment (x.json)",
    )
    assert isinstance(second, Record)
    assert (second.article.text, second.source) == ("Паром готов.", f"{path}/a.docx")
    assert isinstance(third, Refused)
    assert (third.source, third.error.facts["path"]) == (f"{path}/file.pdf", f"{path}/file.pdf")
    assert isinstance(fourth, Refused)
    assert (fourth.source, fourth.error.facts["path"]) == (f"{path}/t.xlsx", f"{path}/t.xlsx")


def test_a_mail_of_nothing_but_an_attachment_is_that_attachment(tmp_path: Path) -> None:
    message = EmailMessage()
    message["Subject"] = "Паром"
    message.add_attachment("Паром готов.", filename="a.txt")
    assert [one.source for one in all_of(mail(tmp_path / "x.eml", message))] == [f"{tmp_path / 'x.eml'}/a.txt"]


def test_a_forwarded_mail_is_an_article_of_its_own(tmp_path: Path) -> None:
    message = letter()
    message.add_attachment(letter("Лёд ещё стоит.", "Лёд"))
    message.add_attachment(letter("Без темы.", ""))
    found = [one.article for one in all_of(mail(tmp_path / "x.eml", message)) if isinstance(one, Record)]
    assert [(one.title, one.text) for one in found] == [
        ("Паром", BODY),
        ("Лёд", "Лёд ещё стоит."),
        (None, "Без темы."),
    ]


def test_of_several_forms_the_plain_one_is_read_if_it_says_enough(tmp_path: Path) -> None:
    html = f"<p>{BODY.replace(chr(10), '</p><p>')}</p>"
    message = letter("Откройте в браузере.")
    message.add_alternative(html + "<!-- " + "x" * 900 + " -->", subtype="html")
    assert only(mail(tmp_path / "x.eml", message)).article.text == BODY
    message = letter("Паром пойдёт в мае, а лёд уже сошёл.")
    message.add_alternative("<p>Иначе.</p>", subtype="html")
    assert only(mail(tmp_path / "x.eml", message)).article.text == "Паром пойдёт в мае, а лёд уже сошёл."
    message = EmailMessage()
    message["Subject"] = "Паром"
    message.set_content(html, subtype="html")
    message.make_alternative()
    assert only(mail(tmp_path / "x.eml", message)).article.text == BODY
    message = letter()
    message.make_alternative()
    assert only(mail(tmp_path / "x.eml", message)).article.text == BODY


def test_pictures_in_the_text_are_counted(tmp_path: Path) -> None:
    message = EmailMessage()
    message.set_content("<p>Паром пойдёт.</p><img src='cid:a'>", subtype="html")
    message.add_related(b"x", maintype="image", subtype="png", cid="<a>")
    message.add_related(b"y", maintype="image", subtype="png", cid="<b>")
    assert "left out: 2 pictures" in only(mail(tmp_path / "x.eml", message)).notes
    mixed = letter()
    mixed.make_mixed()
    picture = EmailMessage()
    picture.set_content(b"x", maintype="image", subtype="png", disposition="inline")
    mixed.attach(picture)
    assert "left out: 1 picture" in only(mail(tmp_path / "x.eml", mixed)).notes


def test_a_letter_that_is_only_white_space_in_html_has_no_text(tmp_path: Path) -> None:
    message = EmailMessage()
    message.set_content(" \n", subtype="html")
    assert fault(mail(tmp_path / "x.eml", message))[0] == "mail-no-text"


def test_an_odd_date_is_kept_as_it_stands(tmp_path: Path) -> None:
    head = "Subject: =?utf-8?b?0J/QsNGA0L7QvA==?=\nDate: в среду\n\n"
    (tmp_path / "x.eml").write_bytes(head.encode() + BODY.encode())
    article = only(tmp_path / "x.eml").article
    assert article.title == "Паром"
    assert "published" in article.meta


def test_an_attachment_without_bytes_is_passed_over(tmp_path: Path) -> None:
    words = "Content-Type: multipart/mixed; boundary=B\n\n--B\nContent-Type: text/plain; charset=utf-8\n\nПаром.\n"
    words += "--B\nContent-Type: message/rfc822\nContent-Disposition: attachment\n\n\n"
    words += "--B\nContent-Type: multipart/mixed\n"
    (tmp_path / "x.eml").write_bytes(f"{words}\n\n--B--".encode())
    texts = [one.article.text for one in all_of(tmp_path / "x.eml") if isinstance(one, Record)]
    assert texts == ["Паром."]


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("a/b\\c.txt", "c.txt"),
        ("..", "file"),
        ("a\x00.txt", "a.txt"),
        ("я" * 300 + ".txt", "я" * 118 + ".txt"),
        ("я" * 300, "я" * 40),
    ],
)
def test_names_of_attachments_are_made_safe(name: str, safe: str) -> None:
    assert safe_file_name(name) == safe


# -- what is the writer's own ----------------------------------------------------------------------------------------


SIGNATURE = ("left out: 1 line of a signature",)
REPLY = ("left out: 1 line of a quoted mail",)


def eml(path: Path, text: str, kind: str = "text/plain") -> Record:
    path.write_bytes(f"Subject: x\nContent-Type: {kind}; charset=utf-8\n\n{text}".encode())
    return only(path)


@pytest.mark.parametrize(
    ("text", "own", "notes"),
    [
        (
            "Паром.\n\n----- Исходное сообщение -----\nОт: Пётр\n\nКогда?",
            "Паром.",
            ("left out: 3 lines of a quoted mail",),
        ),
        (
            "---------- Пересылаемое сообщение ----------\nОт: Пётр\nТема: Паром\n\nТекст: паром пойдёт.",
            "Текст: паром пойдёт.",
            ("left out: 3 lines of the head of a forwarded mail",),
        ),
        ("> Паром пойдёт\n>> в мае.", "Паром пойдёт\nв мае.", ()),
        ("Паром.\n--\nНина\n> Когда?", "Паром.", SIGNATURE + REPLY),
        ("-- \nНина", "--\nНина", ()),
        ("Тема: паром\n\nОн пойдёт.", "Тема: паром\nОн пойдёт.", ()),
    ],
)
def test_what_others_wrote_is_left_out(tmp_path: Path, text: str, own: str, notes: tuple[str, ...]) -> None:
    record = eml(tmp_path / "x.eml", text)
    assert (record.article.text, record.notes) == (own, notes)


@pytest.mark.parametrize(
    ("html", "own", "notes"),
    [
        (
            "<p>Паром.</p><div class='gmail_quote'><p>Когда?</p><blockquote class='gmail_quote'>Да</blockquote></div>",
            "Паром.",
            ("left out: 2 lines of a quoted mail",),
        ),
        ("<p>Паром.</p><blockquote type='cite'>Когда?</blockquote>и лёд", "Паром.\nи лёд", REPLY),
        ("<p>Паром.</p><div class='moz-signature'>Нина</div>", "Паром.", SIGNATURE),
        ("<style>p {}</style><blockquote type='cite'>Паром.</blockquote>", "Паром.", ()),
        ("<div><blockquote type='cite'>Когда?</blockquote>Скоро.</div>", "Скоро.", REPLY),
        ("<div>Скоро. <b class='gmail_quote'></b></div>", "Скоро.", REPLY),
    ],
)
def test_replies_in_html_are_left_out(tmp_path: Path, html: str, own: str, notes: tuple[str, ...]) -> None:
    record = eml(tmp_path / "x.eml", f"<html><body>{html}</body></html>", "text/html")
    assert (record.article.text, record.notes) == (own, notes)


def test_flowed_text_is_joined_as_its_head_says(tmp_path: Path) -> None:
    text = "Паром \nпойдёт в \nмае.\n> Когда \n> он \n"
    kind = "text/plain; format=flowed"
    assert eml(tmp_path / "x.eml", text, kind).article.text == "Паром пойдёт в мае."
    assert eml(tmp_path / "x.eml", "Паро \nм.", f"{kind}; delsp=yes").article.text == "Паром."
    assert eml(tmp_path / "x.eml", "Паром \n", kind).article.text == "Паром"
