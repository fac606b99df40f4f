"""PDF documents line by line: words at line ends, notes, cells, running heads, scans, paragraphs, refusals."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.formats import format_named
from core.formats.base import Options, Record, Refused
from tests.pdf_pages import PICTURE, RULE, Said, page_of, pdf


def read(path: Path) -> Record | Refused:
    (found,) = format_named("pdf").read(path, Options())
    return found


def record(path: Path) -> Record:
    found = read(path)
    assert isinstance(found, Record), found
    return found


def text(path: Path, *pages: list[Said]) -> str:
    return record(pdf(path / "x.pdf", pages)).article.text


WIDE = "Жители посёлка Заречье ждали этого парома"
WIDER = "всю осень, и всю зиму, и всю весну в году"
WIDEST = "а потом ещё половину лета, до новых дождей"
"""Lines that fill their column; each letter is 5 points wide."""


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("Жители Заречья ждали па-", "рома и вице-", "мэра."), "Жители Заречья ждали парома и вице-мэра."),
        (("Жители Заречья ждали па\u00ad", "рома."), "Жители Заречья ждали парома."),
        (("Жители ждали вер\u00adтолёта весь день", "в мае."), "Жители ждали вер-толёта весь день в мае."),
        (("Жители ждали, но не па-", "— сказал он."), "Жители ждали, но не па-\n— сказал он."),
        (("Жители ждали весь год -", "и дождались."), "Жители ждали весь год - и дождались."),
        (("Жители ждали па-",), "Жители ждали па-"),
        (("Альбом «Oﬃce» ждали  весь\tгод",), "Альбом «Office» ждали весь год"),
    ],
)
def test_words_at_line_ends_are_whole(tmp_path: Path, lines: tuple[str, ...], words: str) -> None:
    assert text(tmp_path, page_of(*lines)) == words


def test_a_word_goes_on_on_the_next_page(tmp_path: Path) -> None:
    assert text(tmp_path, page_of(WIDE, "и вер-"), page_of("толёта, который обещали", "в мае.")) == (
        f"{WIDE} и вертолёта, который обещали в мае."
    )


BODY = [
    *page_of(WIDE, WIDER, WIDEST),
    Said(40, 464, "до весны"),
    Said(80, 466.5, "1", 6),
    Said(83.5, 464, ". Потом он пошёл."),
]


def test_footnotes_stand_outside_the_text(tmp_path: Path) -> None:
    notes = [
        Said(40, 60, "1 Расписание на стене причала", 7),
        Said(40, 52, "и на сайте посёлка.", 7),
        Said(40, 44, "* Там же.", 7),
    ]
    found = record(pdf(tmp_path / "x.pdf", [[*BODY, *notes], page_of("Зимой он стоит.", top=550)]))
    assert found.article.text == f"{WIDE} {WIDER} {WIDEST} до весны. Потом он пошёл.\nЗимой он стоит."
    assert found.article.meta["footnotes"] == "Расписание на стене причала и на сайте посёлка.\nТам же."
    assert "left out: 2 footnotes" in found.notes


def test_a_footnote_goes_on_at_the_foot_of_the_next_page(tmp_path: Path) -> None:
    first = [*BODY, Said(40, 60, "1 Расписание на стене причала", 7)]
    second = [*page_of(WIDE, WIDER, top=550), Said(40, 60, "2 Приказ по району", 7), Said(40, 52, "от мая.", 7)]
    second.insert(2, Said(245, 540.5, "2", 6))
    meta = record(pdf(tmp_path / "x.pdf", [first, second])).article.meta
    assert meta["footnotes"] == "Расписание на стене причала\nПриказ по району от мая."


def test_a_note_in_the_texts_own_type_is_parted_by_a_gap(tmp_path: Path) -> None:
    found = record(pdf(tmp_path / "x.pdf", [[*BODY, Said(40, 60, "1 Расписание на стене.")]]))
    assert found.article.meta["footnotes"] == "Расписание на стене."
    assert "Расписание" not in found.article.text
    near = record(pdf(tmp_path / "x.pdf", [[*BODY, Said(40, 450, "1 паром и 2 лодки.")]]))
    assert "footnotes" not in near.article.meta
    assert near.article.text.endswith("1 паром и 2 лодки.")


def test_small_type_above_the_first_footnote_stays(tmp_path: Path) -> None:
    notes = [Said(40, 68, "Снимок сделан в среду.", 7), Said(40, 60, "1 Расписание на стене.", 7)]
    article = record(pdf(tmp_path / "x.pdf", [[*BODY, *notes]])).article
    assert article.text.endswith("\nСнимок сделан в среду.")
    assert article.meta["footnotes"] == "Расписание на стене."


def test_small_type_is_no_footnote_where_no_mark_refers_to_one(tmp_path: Path) -> None:
    found = record(pdf(tmp_path / "x.pdf", [[*page_of(WIDE, WIDER), Said(40, 60, "1 Расписание на стене.", 7)]]))
    assert "footnotes" not in found.article.meta
    assert "Расписание" in found.article.text


def test_a_raised_figure_of_a_unit_is_kept(tmp_path: Path) -> None:
    assert text(tmp_path, [Said(40, 500, "Склад 5 м"), Said(85, 504, "2", 6), Said(104, 500, "за домом.")]) == (
        "Склад 5 м2 за домом."
    )


def test_the_cells_of_a_row_are_lines(tmp_path: Path) -> None:
    page = [Said(40, 500, "Имя"), Said(200, 500, "возраст"), Said(40, 480, "Нина"), Said(200, 480, "сорок лет")]
    assert text(tmp_path, page) == "Имя\nвозраст\nНина\nсорок лет"


def test_a_note_mark_at_a_lines_begin_belongs_to_the_line(tmp_path: Path) -> None:
    page = [Said(40, 500, "3", 6), Said(44, 497, "паром пошёл")]
    assert text(tmp_path, page) == "3 паром пошёл"


def test_running_heads_and_page_numbers_go(tmp_path: Path) -> None:
    pages = [
        [Said(40, 570, f"Вестник Заречья, № {at}"), *page_of(WIDE, f"и {what}.", top=400), Said(190, 20, f"— {at} —")]
        for at, what in enumerate(("дождались", "поплыли", "вернулись"), 1)
    ]
    found = record(pdf(tmp_path / "x.pdf", pages))
    assert found.article.text == f"{WIDE} и дождались.\n{WIDE} и поплыли.\n{WIDE} и вернулись."
    assert "left out: 3 running heads and feet" in found.notes
    assert "left out: 3 page numbers" in found.notes


def test_a_running_foot_of_two_lines_goes_but_not_what_stands_above_it(tmp_path: Path) -> None:
    pages = [
        [*page_of(WIDE, f"и {what}.", top=400), *page_of("Паром шёл в мае", "Вестник Заречья", f"Лист {at}", top=44)]
        for at, what in enumerate(("дождались", "поплыли"), 1)
    ]
    found = record(pdf(tmp_path / "x.pdf", pages))
    assert found.article.text.count("Паром шёл в мае") == 2
    assert "Вестник" not in found.article.text
    assert "left out: 4 running heads and feet" in found.notes


def test_title_and_author_come_from_the_document(tmp_path: Path) -> None:
    article = record(pdf(tmp_path / "x.pdf", [page_of("Раз")], Title="Паром", Author="Нина Белова")).article
    assert (article.title, article.meta) == ("Паром", {"author": "Нина Белова", "file": "x.pdf"})


def test_scans_are_named(tmp_path: Path) -> None:
    found = record(pdf(tmp_path / "x.pdf", [page_of("Раз"), [PICTURE], [PICTURE]]))
    assert "left out: 2 pages without a text layer" in found.notes
    assert "scans, to be recognised first: page 2, 3" in found.notes
    only = read(pdf(tmp_path / "x.pdf", [[PICTURE]]))
    assert isinstance(only, Refused)
    assert only.error.code == "pdf-no-text"


def test_what_cannot_be_read_is_refused(tmp_path: Path) -> None:
    path = pdf(tmp_path / "x.pdf", [page_of("Раз")], locked=True)
    assert isinstance(found := read(path), Refused)
    assert found.error.code == "pdf-locked"
    whole = pdf(path, [page_of("Раз"), page_of("Два")]).read_bytes()
    assert b" 14 0 R]" in whole
    path.write_bytes(whole.replace(b" 14 0 R]", b" 77 0 R]"))
    assert isinstance(found := read(path), Refused)
    assert (found.error.code, found.error.facts["format"]) == ("file-format", "a PDF document")
    assert isinstance(found := read(pdf(path, [[]] * 2001)), Refused)
    assert (found.error.code, found.error.facts["size"]) == ("file-too-large", "2001 pages")


def test_letters_that_fonts_name_western_ones_are_put_right(tmp_path: Path) -> None:
    page = [Said(40, 500, "Жительница посёлка сказала «да»", latin=True)]
    found = record(pdf(tmp_path / "x.pdf", [page]))
    assert found.article.text == "Жительница посёлка сказала «да»"
    assert "letters put right: the fonts of the document name western ones for Russian" in found.notes
    tex = [Said(40, 500, "Жительница посёлка сказала ѕдаї и ушла. . .", latin=True)]  # where TeX's fonts have « »
    assert text(tmp_path, tex) == "Жительница посёлка сказала «да» и ушла…"


# -- paragraphs --------------------------------------------------------------------------------------------------------

LONG = "Жители посёлка Заречье ждали парома весь год."
MORE = "Об этом рассказала глава посёлка Нина Белова."
BIG = "Паром у Заречья пойдёт в мае сам"
OPEN = "Жители посёлка Заречье ждали того парома, где"
LAST = "Газета «Вестник Заречья» писала о нём дважды."
"""Lines that begin and end a sentence and fill their column."""


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (page_of(LONG, "Потом он пошёл."), f"{LONG} Потом он пошёл."),
        (page_of("Паром пошёл.", LONG), f"Паром пошёл.\n{LONG}"),
        (page_of("Паром пошёл", "вчера.", LONG, MORE), f"Паром пошёл вчера.\n{LONG} {MORE}"),
        (page_of("— Когда он будет?", "— Скоро.", LONG), f"— Когда он будет?\n— Скоро.\n{LONG}"),
        ([*page_of(LONG, MORE), *page_of(LAST, top=450)], f"{LONG} {MORE}\n{LAST}"),
        ([*page_of(WIDE, WIDER), *page_of("и ушли.", top=470)], f"{WIDE} {WIDER} и ушли."),
        ([*page_of(WIDE, WIDER), *page_of("и ушли.", top=440)], f"{WIDE} {WIDER}\nи ушли."),
        ([Said(40, 520, BIG, 14), *page_of(LONG, MORE)], f"{BIG}\n{LONG} {MORE}"),
        ([Said(40, 512, WIDE, 14), *page_of(WIDER, top=500)], f"{WIDE} {WIDER}"),
        ([*page_of(LONG), Said(55, 488, MORE), *page_of(LAST, top=476)], f"{LONG}\n{MORE} {LAST}"),
        ([*page_of(WIDE), Said(55, 488, MORE), *page_of(LAST, top=476)], f"{WIDE}\n{MORE} {LAST}"),
        ([Said(55, 500, OPEN), Said(55, 488, MORE), *page_of(LAST, top=476)], f"{OPEN} {MORE} {LAST}"),
    ],
)
def test_lines_are_joined_to_paragraphs(tmp_path: Path, page: list[Said], words: str) -> None:
    assert text(tmp_path, page) == words


HALF = ("Жители посёлка ждали парома", "Рассказала нам Нина Белова.")


@pytest.mark.parametrize(
    ("second", "words"),
    [
        ([("весь год.", 10, 0)], "Белова. весь год."),
        ([("Потом он пошёл.", 10, 0)], "Белова. Потом он пошёл."),
        ([("Потом он пошёл.", 12, 0)], "Белова.\nПотом он пошёл."),
        ([("Потом он пошёл", 10, 15), ("весь.", 10, 0)], "Белова.\nПотом он пошёл весь."),
        ([("— Когда он будет?", 10, 0)], "Белова.\n— Когда он будет?"),
    ],
)
def test_a_paragraph_goes_on_in_the_next_column(
    tmp_path: Path, second: list[tuple[str, float, float]], words: str
) -> None:
    page = page_of(*HALF)
    page += [Said(220 + indent, 520 - 12 * at, said, size) for at, (said, size, indent) in enumerate(second)]
    assert text(tmp_path, page).endswith(words)


def test_a_column_that_ends_short_ends_its_paragraph(tmp_path: Path) -> None:
    page = [*page_of(HALF[0], "Его ждали."), Said(220, 520, "Потом он пошёл.")]
    assert text(tmp_path, page).endswith("Его ждали.\nПотом он пошёл.")


def test_an_empty_page_and_one_with_a_ruled_line_are_no_scans(tmp_path: Path) -> None:
    found = record(pdf(tmp_path / "x.pdf", [page_of("Раз"), [], [RULE]]))
    assert not any("scan" in note or "text layer" in note for note in found.notes)


def test_a_line_after_a_gap_is_a_note_only_with_a_mark(tmp_path: Path) -> None:
    for words in ("Редакция просит писать.", "1 а"):
        found = record(pdf(tmp_path / "x.pdf", [[*BODY, Said(40, 60, words)]]))
        assert "footnotes" not in found.article.meta
        assert found.article.text.endswith(words)


def test_blanks_side_by_side_are_one(tmp_path: Path) -> None:
    assert record(pdf(tmp_path / "x.pdf", [page_of("Паром  пойдёт   в мае.")])).article.text == "Паром пойдёт в мае."
