"""What a PDF's text layer cannot say of its type is named: small capitals, letters set apart, raised note marks."""

from __future__ import annotations

from collections import Counter

import pytest

from core.formats.pdf_frame import without_frame
from core.formats.pdf_lines import Line, _Open
from core.formats.pdf_marks import marks_said

HEIGHT = 400.0


def line(text: str, base: float = 300.0, page: int = 0, marks: int = 0, small: int = 0) -> Line:
    return Line(text, 20, 200, base, 10, 30, page, False, marks, small)


def drawn(words: str, sizes: str) -> int:
    """Return how many words in small capitals are seen: every letter has its size (``9``, ``7``) below it."""
    line = _Open()
    for at, (char, size) in enumerate(zip(words, sizes, strict=True)):
        if char == " ":
            line.chars.append(char)
        else:
            line.add(char, 10.0 * at, 10.0 * at + 9, float(size), 100)
    return line.small_capitals


@pytest.mark.parametrize(
    ("words", "sizes", "seen"),
    [
        ("ВЕРА КЛИМОВА", "9777 9777777", 2),
        ("Вера КЛИМОВА", "9999 9777777", 1),
        ("ВЕРА КЛИМОВА", "9999 9999999", 0),
        ("в МИД РФ", "9 777 77", 0),
        ("Вера Климова", "9777 9777777", 0),
    ],
)
def test_capitals_smaller_than_their_initial_are_small_capitals(words: str, sizes: str, seen: int) -> None:
    assert drawn(words, sizes) == seen


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Сказал: «в о т как».", ["letters set apart, their blanks kept: 1 (“в о т”)"]),
        ("А он и я, и в, о, с у. И. О. Сомов, А. Б. В.", []),
        ("План а б в г. д е ж з и.", ["letters set apart, their blanks kept: 1 (“д е ж з”)"]),
    ],
)
def test_letters_set_apart_are_told_from_short_words_and_initials(text: str, said: list[str]) -> None:
    assert list(marks_said([], text)) == said


def test_marks_and_small_capitals_are_counted() -> None:
    lines = [line("Да", marks=2), line("Нет", small=1), line("Вот", marks=1)]
    assert list(marks_said(lines, "Да Нет Вот")) == [
        "small capitals read as capitals: 1",
        "raised note marks left out of the text: 3",
    ]


def test_a_refrain_at_the_foot_of_two_pages_is_kept_and_the_foot_is_not() -> None:
    pages = [
        [
            *(line(f"{chr(97 + number)} {chr(97 + page)}", 300 - 12 * number, page) for number in range(18)),
            line("Ты мети, метелица.", 300 - 12 * 18, page),
            line("Вестник Заречья", 40, page),
        ]
        for page in range(2)
    ]
    left: Counter[str] = Counter()
    kept = without_frame(pages, [HEIGHT, HEIGHT], left)
    assert [lines[-1].text for lines in kept] == ["Ты мети, метелица."] * 2
    assert left == {"running head or foot": 2}
