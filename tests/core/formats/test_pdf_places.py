"""Where the lines of a PDF stand tells heads, numbers and notes: each limit from both its sides."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from core.formats.pdf_frame import without_frame
from core.formats.pdf_lines import Line
from core.formats.pdf_notes import without_notes

HEIGHT = 400.0


def line(text: str, base: float = 200, **given: Any) -> Line:
    """Return a line in type of 10 points, from 40 to 200, its first word 30 wide."""
    facts = {"left": 40.0, "right": 200.0, "size": 10.0, "word": 30.0, "page": 0, **given}
    return Line(text, base=base, **facts)


# -- heads, feet and numbers -------------------------------------------------------------------------------------------

BODY = [(f"Строка {letter}", 250.0 - 20 * at) for at, letter in enumerate("абвгде")]
"""Lines in the middle of a page, where no frame stands."""


def framed(pages: list[list[tuple[str, float]]], *, turned: bool = False) -> tuple[list[list[str]], Counter[str]]:
    """Return what is left at the edges of pages, and what went; ``turned``: with the pages upside down."""
    left: Counter[str] = Counter()
    lines = [
        [
            line(text if at < len(page) else f"{text}{number}", HEIGHT - base if turned else base, page=number)
            for at, (text, base) in enumerate([*page, *BODY])
        ]
        for number, page in enumerate(pages)
    ]
    kept = without_frame(lines, [HEIGHT] * len(pages), left)
    words = [[one.text for one in page if not one.text.startswith("Строка")] for page in kept]
    assert sum(len(page) for page in kept) == sum(map(len, words)) + len(BODY) * len(pages)
    return words, left


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    ("one", "two", "goes"),
    [
        ([("Вестник", 20)], [("Вестник", 20)], True),
        ([("Вестник № 7", 20)], [("«Вестник», № 12", 20)], True),
        ([("Вестник", 20)], [("Весна", 20)], False),
        ([("Вестник", 99)], [("Вестник", 99)], True),
        ([("Вестник", 100)], [("Вестник", 100)], False),
        ([("Вестник", 20)], [("Вестник", 23)], True),
        ([("Вестник", 20)], [("Вестник", 24)], False),
        ([("* * *", 20)], [("* * *", 20)], False),
        ([("Вестник", 50), ("мир", 24), ("май", 70)], [("Вестник", 50), ("лад", 24), ("лёд", 70)], True),
        ([("Вестник", 50), ("мир", 23), ("май", 70)], [("Вестник", 50), ("лад", 23), ("лёд", 70)], False),
        ([("Вестник", 50), ("мир", 24), ("май", 51)], [("Вестник", 50), ("лад", 24), ("лёд", 51)], True),
        ([("Вестник", 50), ("мир", 24), ("май", 51.5)], [("Вестник", 50), ("лад", 24), ("лёд", 51.5)], False),
        ([("Вестник", 50), ("мир", 38), ("май", 26)], [("Вестник", 50), ("лад", 38), ("лёд", 26)], False),
        ([("Вестник", 50), ("мир", 49), ("май", 49)], [("Вестник", 50), ("лад", 49), ("лёд", 49)], True),
        ([("Вестник", 50), ("мир", 48.5), ("май", 48.5)], [("Вестник", 50), ("лад", 48.5), ("лёд", 48.5)], False),
    ],
)
def test_a_line_that_comes_again_at_an_edge_goes(
    one: list[tuple[str, float]], two: list[tuple[str, float]], goes: bool, turned: bool
) -> None:
    words, left = framed([one, two], turned=turned)
    first = 1 if goes else 0
    assert words == [[text for text, _ in one[first:]], [text for text, _ in two[first:]]]
    assert left == ({"running head or foot": 2} if goes else {})


def test_a_head_goes_from_the_pages_that_have_it_only() -> None:
    pages = [[("Вестник", 20.0)], [("Паром", 20.0)], [("Вестник", 20.0)], [("Вестник", 60.0)]]
    assert framed(pages) == ([[], ["Паром"], [], ["Вестник"]], {"running head or foot": 2})


def test_a_line_that_goes_on_is_neither_head_nor_number() -> None:
    for words in (("Вест", "Вест"), ("7", "8")):
        pages = [[line(one, 20, page=at, parted=True)] for at, one in enumerate(words)]
        left: Counter[str] = Counter()
        assert without_frame(pages, [HEIGHT, HEIGHT], left) == pages
        assert not left


NUMBERS = [
    "7",
    "— 7 —",
    "- 7 -",
    "стр. 7",
    "страница 7",
    "Стр 7",
    "с. 7",
    "Page 7",
    "7 из 40",
    "7/40",
    "7 of 40",
    "1007",
]
NO_NUMBERS = ["7 мая", "10007", "7.", "№ 7", "7 к 40", "семь"]


@pytest.mark.parametrize("turned", [False, True])
def test_numbers_that_count_with_the_pages_go(turned: bool) -> None:
    for words in NUMBERS:
        pages = [[(words, 30.0)], [(words.replace("7", "8"), 90.0)]]
        assert framed(pages, turned=turned) == ([[], []], {"page number": 2}), words
    for words in NO_NUMBERS:
        pages = [[(words, 30.0)], [(words.replace("7", "8"), 90.0)]]
        assert framed(pages, turned=turned)[1] == {}, words
    for second in ("7", "9"):
        assert framed([[("7", 30.0)], [(second, 90.0)]], turned=turned)[1] == {}


def test_a_number_counts_among_three_lines_of_an_edge() -> None:
    outer = [("мир", 20.0), ("лад", 30.0), ("май", 40.0)]
    pages = [[*((f"{text} {'аб'[at]}", base) for text, base in outer[:2]), (f"{7 + at}", 50.0)] for at in range(2)]
    assert framed(pages) == ([["мир а", "лад а"], ["мир б", "лад б"]], {"page number": 2})
    pages = [[*((f"{text} {'аб'[at]}", base) for text, base in outer), (f"{7 + at}", 50.0)] for at in range(2)]
    assert framed(pages)[1] == {}


def test_a_single_page_has_a_number_where_it_is_outermost_and_nothing_else() -> None:
    assert framed([[("— 7 —", 30.0)]]) == ([[]], {"page number": 1})
    assert framed([[("стр. 7", 30.0)]])[1] == {}
    assert framed([[("7", 40.0), ("мир", 20.0), ("лад", 30.0)]])[1] == {}
    assert framed([[("Вестник", 30.0)]])[1] == {}


def test_numbers_are_told_before_heads() -> None:
    _, left = framed([[("Вестник", 20.0), (str(at), 30.0)] for at in range(4)])
    assert list(left.items()) == [("page number", 4), ("running head or foot", 4)]


def test_a_page_without_a_height_has_its_lines_at_the_top() -> None:
    left: Counter[str] = Counter()
    pages = [[line("Вестник", 5, page=at), line(f"{'аб'[at]}", 0.3, page=at)] for at in range(2)]
    assert [[one.text for one in page] for page in without_frame(pages, [0.0, 0.0], left)] == [["а"], ["б"]]


# -- footnotes ---------------------------------------------------------------------------------------------------------


def noted(*lines: Line) -> tuple[list[str], list[str]]:
    """Return text and notes of a page with a mark in its first line."""
    lines[0].marks = 1
    notes: list[str] = []
    left: Counter[str] = Counter()
    (kept,) = without_notes([list(lines)], notes, left)
    assert left["footnote"] == sum(one.text[:1] in "123*" for one in lines) - sum(
        one.text[:1] in "123*" for one in kept
    )
    return [one.text for one in kept], notes


TEXT = "Паром стоял у причала весь год"


def test_small_type_at_the_foot_is_a_note() -> None:
    assert noted(line(TEXT), line("1 Там же.", 190, size=9.1)) == ([TEXT], ["Там же."])
    assert noted(line(TEXT, size=25), line("1 Там же.", 190, size=23)) == ([TEXT, "1 Там же."], [])
    assert noted(line(TEXT), line("а", 190, size=7), line("*** Там же.", 180, size=7)) == ([TEXT, "а"], ["Там же."])
    assert noted(line(TEXT), line("1234 Там же.", 190, size=7))[1] == []
    assert noted(line(TEXT), line("123", 190, size=7), line("да", 180, size=7)) == ([TEXT], ["да"])


def test_the_usual_type_is_that_of_most_letters_not_of_most_lines() -> None:
    small = [line("1 Да", 190 - at, size=8) for at in range(3)]
    assert noted(line(TEXT), *small) == ([TEXT], ["Да"] * 3)
    long = [line(f"1 {TEXT}", 190 - at, size=8) for at in range(3)]
    assert noted(line(TEXT), *long)[1] == []


@pytest.mark.parametrize(
    ("words", "base", "note"),
    [("1 Там же.", 175, False), ("1 Там же.", 174, True), ("1 да", 174, True), ("1 д", 174, False), ("да", 99, False)],
)
def test_a_gap_parts_notes_in_the_texts_own_type(words: str, base: float, note: bool) -> None:
    assert noted(line(TEXT), line(words, base)) == (([TEXT], [words[2:]]) if note else ([TEXT, words], []))
    more = line("и ещё", base - 12)
    assert noted(line(TEXT), line(words, base), more) == (
        ([TEXT], [f"{words[2:]} и ещё"]) if note else ([TEXT, words, "и ещё"], [])
    )


def test_the_lowest_gap_parts_the_notes() -> None:
    lines = [line(TEXT), line("1 Паром", 160), line("2 Причал", 148), line("3 Лодка", 100), line("дома", 88)]
    assert noted(*lines) == ([TEXT, "1 Паром", "2 Причал"], ["Лодка дома"])


def test_a_page_without_marks_has_notes_in_small_type_only_where_another_has_marks() -> None:
    def read(marks: int) -> tuple[list[list[str]], list[str]]:
        pages = [
            [line(TEXT, marks=marks)],
            [line(TEXT), line("1 Да.", 190, size=7)],
            [line(TEXT), line("2 Нет.", 150), line("и то", 140, size=7)],
        ]
        notes: list[str] = []
        return [[one.text for one in page] for page in without_notes(pages, notes, Counter())], notes

    assert read(0) == ([[TEXT], [TEXT, "1 Да."], [TEXT, "2 Нет.", "и то"]], [])
    assert read(1) == ([[TEXT], [TEXT], [TEXT, "2 Нет.", "и то"]], ["Да."])
    assert without_notes([], [], Counter()) == []
