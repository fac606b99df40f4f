"""Mails (``.eml``): the letter's own words, whatever parts it comes in; quoted mails, signatures and files apart."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from core.formats import guess
from core.formats.base import Options, Record, Refused
from core.formats.mail_text import unflowed

SAID = "«Паром пойдёт в мае», — сказала Нина Белова."


def all_of(path: Path) -> list[Record | Refused]:
    return list(guess(path).read(path, Options()))


def read_mail(folder: Path, mail: EmailMessage) -> list[Record | Refused]:
    path = folder / "x.eml"
    path.write_bytes(mail.as_bytes())
    return all_of(path)


def only(folder: Path, mail: EmailMessage) -> Record:
    (found,) = read_mail(folder, mail)
    assert isinstance(found, Record), found
    return found


def letter(words: str, subtype: str = "plain") -> EmailMessage:
    mail = EmailMessage()
    mail["Subject"] = "О пароме"
    mail.set_content(words, subtype=subtype)
    return mail


def test_an_empty_mail_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.eml").write_bytes(b"\n")
    (found,) = all_of(tmp_path / "x.eml")
    assert isinstance(found, Refused)
    assert found.error.code == "file-empty"


def test_a_mail_of_parts_in_parts_without_end_is_refused(tmp_path: Path) -> None:
    parts = "".join(f"Content-Type: multipart/mixed; boundary=b{at}\n\n--b{at}\n" for at in range(600))
    (tmp_path / "x.eml").write_text(f"{parts}\nДа.\n", encoding="utf-8")
    (found,) = all_of(tmp_path / "x.eml")
    assert isinstance(found, Refused)
    assert (found.error.code, found.error.facts["format"]) == ("file-format", "a mail")


def test_the_plain_form_of_a_letter_is_read_where_it_says_as_much(tmp_path: Path) -> None:
    mail = letter(SAID)
    mail.add_alternative(f"<p>{SAID}</p>", subtype="html")
    assert only(tmp_path, mail).article.text == SAID


def test_the_html_form_is_read_where_the_plain_one_only_points_to_it(tmp_path: Path) -> None:
    mail = letter("Откройте письмо в HTML.")
    mail.add_alternative(f"<p>{SAID * 20}</p>", subtype="html")
    assert only(tmp_path, mail).article.text == SAID * 20


def test_a_letter_whose_forms_are_one_alone_is_read_as_that(tmp_path: Path) -> None:
    plain = letter(SAID)
    plain.make_alternative()
    assert only(tmp_path, plain).article.text == SAID
    html = letter(f"<p>{SAID}</p>", "html")
    html.make_alternative()
    assert only(tmp_path, html).article.text == SAID


def test_pictures_in_a_letter_are_counted(tmp_path: Path) -> None:
    mail = letter(f"<p>{SAID}<img src='cid:p'></p>", "html")
    mail.add_related(b"\x89PNG", "image", "png", cid="<p>")
    assert only(tmp_path, mail).notes == ("left out: 1 picture",)


def test_a_picture_between_the_parts_is_counted_and_one_attached_is_named(tmp_path: Path) -> None:
    mail = letter(SAID)
    mail.add_attachment(b"\x89PNG", "image", "png", disposition="inline")
    mail.add_attachment(b"\x89PNG", "image", "png", filename="порт.png")
    mail.add_attachment(b"\0", "application", "octet-stream")
    record = only(tmp_path, mail)
    assert record.article.text == SAID
    assert record.notes == ("left out: 2 attachments (порт.png, ?)", "left out: 1 picture")


def test_a_forwarded_mail_and_files_are_articles_of_their_own(tmp_path: Path) -> None:
    mail = letter(SAID)
    mail.add_attachment(letter("«Мост закрыт», — ответил Олег Рябов."))
    mail.add_attachment("«Ждём», — добавила Вера Лунина.", filename="релиз.txt")
    mail.add_attachment(b"<p>\xd0\x94\xd0\xb0.</p>", "text", "html")
    found = read_mail(tmp_path, mail)
    assert all(isinstance(one, Record) for one in found), found
    records = [one for one in found if isinstance(one, Record)]
    assert [(one.article.text, Path(one.source).name) for one in records] == [
        (SAID, "x.eml"),
        ("«Мост закрыт», — ответил Олег Рябов.", "О пароме.eml"),
        ("«Ждём», — добавила Вера Лунина.\n", "релиз.txt"),
        ("Да.", "page.html"),
    ]
    assert records[0].notes == ("attachments read as articles: О пароме.eml, релиз.txt, page.html",)


def test_a_broken_file_of_a_mail_is_refused_by_the_name_that_people_know(tmp_path: Path) -> None:
    mail = letter(SAID)
    mail.add_attachment(b"PK\3\4", "application", "zip", filename="архив.zip")
    mail.add_attachment(b"", "text", "plain", filename="пусто.txt")
    _, archive, empty = read_mail(tmp_path, mail)
    assert isinstance(archive, Refused)
    assert isinstance(empty, Refused)
    assert (archive.source, empty.source) == (f"{tmp_path / 'x.eml'}/архив.zip", f"{tmp_path / 'x.eml'}/пусто.txt")
    told = f"{archive.error.facts}{empty.error.facts}"
    assert "citata-" not in told, "the folder that it was unpacked into means nothing to people"


def test_a_letter_with_an_empty_html_form_and_a_file_is_that_file(tmp_path: Path) -> None:
    mail = letter(" ", "html")
    mail.add_attachment(SAID, filename="релиз.txt")
    (found,) = read_mail(tmp_path, mail)
    assert isinstance(found, Record)
    assert found.article.text == f"{SAID}\n"


@pytest.mark.parametrize(
    ("date", "published"), [("Tue, 5 May 2026 10:40:00 +0300", "2026-05-05T10:40:00+03:00"), ("весной", "весной")]
)
def test_sender_and_date_are_details_of_the_article(tmp_path: Path, date: str, published: str) -> None:
    head = f"From: Нина <nina@example.org>\nDate: {date}\nContent-Type: text/plain; charset=utf-8\n\n"
    (tmp_path / "x.eml").write_text(f"{head}{SAID}\n", encoding="utf-8")
    (found,) = all_of(tmp_path / "x.eml")
    assert isinstance(found, Record)
    assert found.article.meta["published"] == published
    assert "nina@example.org" in found.article.meta["author"]


def test_soft_breaks_are_joined_only_within_a_depth_of_quotation() -> None:
    assert unflowed("Паром \nпойдёт.\n> Когда \nВ мае \n> в среду ", False) == (
        "Паром пойдёт.\n> Когда \nВ мае \n> в среду "
    )


def test_quoted_mails_are_left_out_and_counted(tmp_path: Path) -> None:
    words = f"{SAID}\n\nОлег Рябов пишет:\n\n> Когда пойдёт паром?\n>\n> Ждём.\n\nСпасибо.\n"
    record = only(tmp_path, letter(words))
    assert record.article.text == f"{SAID}\nСпасибо."
    assert record.notes == ("left out: 3 lines of a quoted mail",)


def test_what_follows_the_mark_of_the_original_mail_is_left_out(tmp_path: Path) -> None:
    words = f"{SAID}\n\n-----Исходное сообщение-----\nОт: Олег Рябов\n\nКогда пойдёт паром?\n"
    record = only(tmp_path, letter(words))
    assert record.article.text == SAID
    assert record.notes == ("left out: 3 lines of a quoted mail",)


def test_the_head_of_a_forwarded_mail_is_left_out_and_its_text_read(tmp_path: Path) -> None:
    words = f"-------- Пересылаемое сообщение --------\nОт: Олег Рябов\nТема: Паром\n\n{SAID}\n"
    record = only(tmp_path, letter(words))
    assert record.article.text == SAID
    assert record.notes == ("left out: 3 lines of the head of a forwarded mail",)


def test_a_mail_that_is_all_quotation_is_read_as_that(tmp_path: Path) -> None:
    record = only(tmp_path, letter(f"> От: Олег Рябов\n> {SAID}\n"))
    assert record.article.text == SAID
    assert record.notes == ()


REPLY = f"""<body><div>{SAID}</div>
<div class="gmail_signature">Нина<br>Пресс-служба</div> и всё
<div class="gmail_quote"><div class="gmail_attr">Олег Рябов пишет:</div>
<blockquote type="cite">Когда?</blockquote></div></body>"""


def test_quotations_and_signatures_of_an_html_mail_are_left_out_and_counted(tmp_path: Path) -> None:
    record = only(tmp_path, letter(REPLY, "html"))
    assert record.article.text == f"{SAID}\nи всё"
    assert record.notes == ("left out: 2 lines of a quoted mail", "left out: 2 lines of a signature")


def test_an_html_mail_that_is_all_quotation_is_read_as_that(tmp_path: Path) -> None:
    html = f"<body><style>p {{}}</style><blockquote type='cite'><p>{SAID}</p></blockquote></body>"
    assert only(tmp_path, letter(html, "html")).article.text == SAID


@pytest.mark.parametrize(
    "quoted",
    ['<div class="moz-cite-prefix">Олег:</div>', '<blockquote type="cite" class="gmail_quote">Когда?</blockquote>'],
)
def test_a_quoted_mail_that_is_one_by_two_signs_is_left_out_once(tmp_path: Path, quoted: str) -> None:
    record = only(tmp_path, letter(f"<body><p>{SAID}</p>{quoted}</body>", "html"))
    assert record.article.text == SAID
    assert record.notes == ("left out: 1 line of a quoted mail",)
