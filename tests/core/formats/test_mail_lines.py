"""Lines of mails: soft breaks, signatures, quoted and forwarded mails, each limit from both its sides."""

from __future__ import annotations

from collections import Counter
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import lxml.html
import pytest

from core.formats import format_named
from core.formats.base import Options, Record
from core.formats.mail_text import article_lines, unflowed, without_replies

QUOTED, SIGNED, HEAD = "line of a quoted mail", "line of a signature", "line of the head of a forwarded mail"


def own(*lines: str) -> tuple[list[str], dict[str, int]]:
    left: Counter[str] = Counter()
    kept = article_lines(list(lines), left)
    return kept, {what: number for what, number in left.items() if number}


@pytest.mark.parametrize(
    ("text", "joined", "without_blank"),
    [
        ("раз \nдва", "раз два", "раздва"),
        ("раз\nдва ", "раз\nдва ", "раз\nдва"),
        ("раз \n\nдва", "раз \nдва", "раз\nдва"),
        (" раз \n два", "раз два", "раздва"),
        ("  раз", " раз", " раз"),
        ("> раз \n> два\n>три", "> раз два\n> три", "> раздва\n> три"),
        ("> > раз \n>> два", ">> раз два", ">> раздва"),
        ("> раз \nдва", "> раз \nдва", "> раз\nдва"),
        (">> раз \n> два", ">> раз \n> два", ">> раз\n> два"),
        ("раз \n-- \nПресса", "раз \n-- \nПресса", "раз\n-- \nПресса"),
        ("-- \nПресса ", "-- \nПресса ", "-- \nПресса"),
        ("раз \nдва \nтри \n", "раз два три ", "раздватри"),
        ("", "", ""),
    ],
)
def test_soft_line_breaks_are_joined(text: str, joined: str, without_blank: str) -> None:
    assert (unflowed(text, False), unflowed(text, True)) == (joined, without_blank)


# -- signatures --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mark", ["-- ", "--", "-- \r", "--\r"])
def test_what_follows_the_mark_of_a_signature_is_left_out(mark: str) -> None:
    assert own("Да.", mark, "Нина", "", "Пресса") == (["Да."], {SIGNED: 2})


def test_a_signature_is_one_only_after_words_and_near_the_end() -> None:
    assert own("--", "Нина") == (["--", "Нина"], {})
    assert own("", "--", "Нина") == (["", "--", "Нина"], {})
    assert own("Да.", "---", "Нина") == (["Да.", "---", "Нина"], {})
    assert own("Да.", " --", "Нина") == (["Да.", " --", "Нина"], {})
    lines = [f"с{at}" for at in range(38)]
    assert own("Да.", "--", *lines) == (["Да."], {SIGNED: 38})
    assert own("Да.", "--", *lines, "с") == (["Да.", "--", *lines, "с"], {})
    assert own("Да.", "--", "Нет.", "--", "Нина") == (["Да.", "--", "Нет."], {SIGNED: 1})
    assert own("Да.", "--") == (["Да."], {})


def test_a_quotation_below_a_signature_is_a_quotation() -> None:
    assert own("Да.", "--", "Нина", "> Когда?", ">", "> Где?") == (["Да."], {SIGNED: 1, QUOTED: 2})


# -- quoted and forwarded mails ----------------------------------------------------------------------------------------

ATTRIBUTIONS = [
    *("Олег Рябов написал:", "Нина Белова написала:", "Нина Белова написал(а):", "5 мая 2031, Олег Рябов пишет:"),
    *("Олег писал:", "Нина писала:", "Олег писал(а) в среду:", "On Monday Oleg wrote:", "Am 5. Mai schrieb Oleg:"),
    *("Олег Рябов <oleg@x.example>:", "Олег Рябов <oleg@x.example> :  ", "ОЛЕГ НАПИСАЛ:"),
]
NO_ATTRIBUTIONS = ["Олег написал письмо.", "Он сказал:", "<oleg>:", "написала Нина"]


@pytest.mark.parametrize("words", ATTRIBUTIONS)
def test_the_line_that_brings_in_a_quotation_goes_with_it(words: str) -> None:
    assert own("Да.", words, "> Когда?") == (["Да."], {QUOTED: 2})
    assert own("Да.", words, "", "", "> Когда?") == (["Да.", "", ""], {QUOTED: 2})
    assert own("Да.", words, "", "", "", "> Когда?") == (["Да.", words, "", "", ""], {QUOTED: 1})
    assert own("Да.", words, "Когда?") == (["Да.", words, "Когда?"], {})


def test_other_lines_before_a_quotation_stay() -> None:
    for words in NO_ATTRIBUTIONS:
        assert own("Да.", words, "> Когда?") == (["Да.", words], {QUOTED: 1}), words
    for length, goes in ((6, True), (5, False), (300, True), (301, False)):
        words = " пишет:"[-length:] if length < 8 else "а" * (length - 7) + " пишет:"
        assert own("Да.", words, "> Когда?") == ((["Да."], {QUOTED: 2}) if goes else (["Да.", words], {QUOTED: 1}))


ORIGINALS = [
    *("-----Исходное сообщение-----", "--Original Message--", "  ---- ursprüngliche nachricht ----  "),
    *("___ original message ___", "—— ИСХОДНОЕ СООБЩЕНИЕ ——"),
]


@pytest.mark.parametrize("mark", ORIGINALS)
def test_all_below_the_mark_of_the_original_mail_is_left_out(mark: str) -> None:
    assert own("Да.", mark, "", "От: Олег", "Когда?") == (["Да."], {QUOTED: 3})
    words = mark.strip("-_— ")
    assert own("Да.", words, "Нет.") == (["Да.", words, "Нет."], {})


FORWARDED = [
    *("-------- Пересылаемое сообщение --------", "--- Пересланное письмо", "--переадресованное сообщение--"),
    *(
        "---------- Forwarded message ---------",
        "-- Начало пересылаемого сообщения --",
        "__ end of forwarded message __",
    ),
    *("-- Конец пересылаемого сообщения --", "--- начало переадресованного письма"),
]
HEADS = ["От", "От кого", "Кому", "Копия", "Дата", "Отправлено", "Тема", "From", "To", "CC", "Date", "Sent", "Subject"]


@pytest.mark.parametrize("mark", FORWARDED)
def test_the_marks_of_a_forwarded_mail_and_its_head_are_left_out(mark: str) -> None:
    head = [f"{name}: Паром" for name in HEADS] + ["*Тема*: Паром", "reply-to : Паром"]
    assert own("Вот:", mark, *head, "Да.", "Тема: лёд") == (["Вот:", "Да.", "Тема: лёд"], {HEAD: 1 + len(head)})


def test_the_head_goes_on_over_blank_lines_until_other_words_come() -> None:
    mark = FORWARDED[0]
    assert own("Вот:", mark, "", "Тема: Паром", "", "Да.") == (["Вот:", "", "", "Да."], {HEAD: 2})
    assert own("Тема: Паром", "Да.") == (["Тема: Паром", "Да."], {})
    assert own("Вот:", mark, "Темы: Паром") == (["Вот:", "Темы: Паром"], {HEAD: 1})


def test_a_mail_of_nothing_but_others_words_is_read_as_those() -> None:
    assert own("> От: Олег", "> Да.", ">> Нет.") == (["Да.", "Нет."], {})
    assert own(FORWARDED[0], "Тема: Паром", "", "> Да.") == (["", "Да."], {HEAD: 2})
    assert own("-----Исходное сообщение-----", "От: Олег", "Да.") == (["Да."], {})
    assert own("", " ") == (["", " "], {})


def test_blank_lines_of_a_quotation_are_not_counted() -> None:
    assert own("Да.", ">", "> ", ">>", "> > ", "> Когда?") == (["Да."], {QUOTED: 1})


# -- quotations and signatures in HTML ---------------------------------------------------------------------------------


def cleaned(html: str) -> tuple[str, dict[str, int]]:
    tree = lxml.html.document_fromstring(f"<html><body>{html}</body></html>")
    left: Counter[str] = Counter()
    without_replies(tree, left)
    return "".join(tree.text_content().split()), dict(left)


REPLIES = [
    *("<blockquote type=cite>{}</blockquote>", "<div id=divRplyFwdMsg>{}</div>", "<div id=appendonsend>{}</div>"),
    *(f"<div class='x {name}'>{{}}</div>" for name in ("gmail_quote", "gmail_attr", "yahoo_quoted", "moz-cite-prefix")),
    "<div class=OutlookMessageHeader>{}</div>",
]
SIGNATURES = [
    f"<div class='{one} x'>{{}}</div>" for one in ("gmail_signature", "moz-signature", "gmail_signature_prefix")
]
OTHERS = ["<blockquote>{}</blockquote>", "<div id=appendonsend2>{}</div>", "<div class=gmail_quotes>{}</div>"]


def test_every_program_s_quotations_and_signatures_are_known() -> None:
    for kinds, kind in ((REPLIES, QUOTED), (SIGNATURES, SIGNED)):
        for one in kinds:
            html = f"<p>Да.</p>{one.format('Когда?<br> <b>Где?</b>')} и всё"
            assert cleaned(html) == ("Да.ивсё", {kind: 2}), one
            assert cleaned(f"Да.{one.format('')}") == ("Да.", {kind: 1}), one
            assert cleaned(one.format("Когда?")) == ("Когда?", {}), one
            assert cleaned(f"<style>p</style><script>x</script><!-- c -->{one.format('Когда?')}")[1] == {}, one
            assert cleaned(f"<div> <i>Да</i></div>{one.format('Когда?')}") == ("Да", {kind: 1}), one
            assert cleaned(f"<div><i></i> да</div>{one.format('Когда?')}") == ("да", {kind: 1}), one
    for one in OTHERS:
        assert cleaned(f"Да.{one.format('Когда?')}") == ("Да.Когда?", {}), one


def test_what_stands_in_a_quotation_is_counted_once() -> None:
    inner = f"{REPLIES[0].format('Когда?')}{SIGNATURES[0].format('Олег')}"
    assert cleaned(f"Да.{REPLIES[3].format(inner)}{SIGNATURES[1].format('Нина')}") == ("Да.", {QUOTED: 2, SIGNED: 1})


# -- which form of a letter is read ------------------------------------------------------------------------------------


def chosen(folder: Path, plain: str, html: str) -> str:
    """Return which form of a letter is read, by its first letter."""
    mail = EmailMessage()
    mail["Subject"] = "О пароме"
    mail.set_content(plain)
    mail.add_alternative(html, subtype="html", cte="8bit")
    (folder / "x.eml").write_bytes(mail.as_bytes())
    (found,) = format_named("eml").read(folder / "x.eml", Options())
    assert isinstance(found, Record), found
    return found.article.text[0]


def size_of(html: str) -> int:
    """Return how long the HTML form of a letter is, with its head."""
    mail = EmailMessage()
    mail.set_content("a")
    mail.add_alternative(html, subtype="html", cte="8bit")
    *_, form = message_from_bytes(mail.as_bytes(), policy=default).walk()
    return len(form.as_bytes())


def test_the_plain_form_is_enough_where_it_is_long_or_the_other_is_not_much_longer(tmp_path: Path) -> None:
    long = "b " * 5000
    assert (chosen(tmp_path, "a" * 201, long), chosen(tmp_path, "a" * 200, long)) == ("a", "b")
    html = next(html for more in range(20) if size_of(html := "b" * (380 + more)) % 20 == 0)
    times = size_of(html) // 20
    assert (chosen(tmp_path, "a" * (times + 1), html), chosen(tmp_path, "a" * times, html)) == ("a", "b")
