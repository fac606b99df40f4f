"""Paragraphs of a PDF: by the room that a line left, by size, gaps and indents, each limit from both its sides."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from core.formats.pdf_lines import Line
from core.formats.pdf_paragraphs import columns_of, paragraphs_of


def line(text: str, base: float = 200, **given: Any) -> Line:
    """Return a line in type of 10 points, from 40 to 200, its first word 30 wide."""
    facts = {"left": 40.0, "right": 200.0, "size": 10.0, "word": 30.0, "page": 0, **given}
    return Line(text, base=base, **facts)


def test_columns_begin_higher_or_far_to_the_right() -> None:
    def groups(*lines: Line) -> list[int]:
        return [len(one.lines) for one in columns_of([list(lines)])]

    assert groups(line("а", 100), line("б", 102)) == [2]
    assert groups(line("а", 100), line("б", 102.5)) == [1, 1]
    assert groups(line("а", 100), line("б", 90, left=220)) == [2]
    assert groups(line("а", 100), line("б", 90, left=220.5, right=300)) == [1, 1]
    assert [len(one.lines) for one in columns_of([[line("а", 100)], [line("б", 90)], []])] == [1, 1]
    (column,) = columns_of([[line("а", 100, left=50, right=90), line("б", 90, left=45, right=80)]])
    assert (column.left, column.right) == (45, 90)


def leadings(*groups: list[float]) -> list[float]:
    """Return the leading of columns whose lines stand so far below each other."""
    pages = [[line("а", 500 - sum(gaps[:at])) for at in range(len(gaps) + 1)] for gaps in groups]
    return [one.leading for one in columns_of(pages)]


def test_the_leading_is_the_middle_one_of_many_gaps_else_the_one_nearest_to_all() -> None:
    assert leadings([12, 12, 20, 30]) == [16]
    assert leadings([10, 14, 30], [30, 30, 30, 30, 30]) == [30, 30]
    assert leadings([10, 14, 31], [12, 12, 12, 12, 12]) == [10, 12]
    assert leadings([], [12, 12]) == [12, 12]
    assert leadings([]) == [0]
    assert leadings([1, 1, 1, 1, 14, 18]) == [14]
    assert leadings([1, 1, 1, 1.5, 14, 18]) == [14]
    assert leadings([1], [20]) == [20, 20]


FULL = [line(f"строка {at}", 560 - 12 * at) for at in range(5)]
"""Lines that fill a column from 40 to 200, 12 points below each other; the last stands at 512."""
UP, LOW, END = "Паром", "и паром", "шёл."


def broken(one: dict[str, Any], two: dict[str, Any]) -> bool:
    """Tell whether a paragraph begins between two lines, at 500 and 488 below a full column where not told."""
    first = line(**{"text": "шёл", "base": 500, **one})
    second = line(**{"text": UP, "base": first.base - 12, **two})
    (*_, last) = paragraphs_of([[*FULL, first, second]], Counter())
    begun = last == second.text
    assert begun or last.endswith(second.text)
    return begun


def down(gap: float, text: str) -> dict[str, Any]:
    return {"text": text, "base": 500 - gap}


@pytest.mark.parametrize(
    ("one", "two", "begins"),
    [
        ({}, {}, False),
        ({"right": 165}, {}, False),
        ({"right": 164.5}, {}, True),
        ({"right": 164.5}, {"text": LOW}, False),
        ({"right": 164.5}, {"word": 31}, False),
        ({"size": 0, "right": 169.5}, {"size": 0}, False),
        ({"size": 0, "right": 169}, {"size": 0}, True),
        ({}, {"size": 11.2}, False),
        ({}, {"size": 11.3}, True),
        ({"size": 11.3}, {}, True),
        ({"size": 11.3}, {"text": LOW}, False),
        ({}, {"size": 0}, False),
        ({"size": 1}, {"size": 2}, True),
        ({}, down(16.2, UP), False),
        ({}, down(16.3, UP), True),
        ({}, down(16.3, LOW), False),
        ({}, down(31.2, LOW), False),
        ({}, down(31.3, LOW), True),
        ({}, {"left": 46}, False),
        ({}, {"left": 46.5}, True),
        ({}, {"left": 119.5}, True),
        ({}, {"left": 120}, False),
        ({}, {"left": 60, "text": LOW}, False),
        ({"left": 60}, {"left": 60}, False),
        ({"left": 60, "text": END}, {"left": 60}, True),
        ({"text": END}, {"left": 60}, True),
        ({"text": END}, {}, False),
        ({"cell": True}, {"text": LOW}, True),
        ({}, {"text": LOW, "cell": True}, True),
        ({"parted": True, "text": "па"}, {"text": "ром", "left": 60, "cell": True}, False),
        ({"parted": True, "text": "па"}, {"text": "7 лет"}, False),
        ({"parted": True, "text": "па"}, {"text": "«Паром»"}, True),
    ],
)
def test_a_paragraph_begins_by_room_size_gap_or_indent(one: dict[str, Any], two: dict[str, Any], begins: bool) -> None:
    assert broken(one, two) is begins


@pytest.mark.parametrize("text", ["шёл.", "шёл!", "шёл?", "шёл…", "шёл:", "шёл;", "шёл.»", "шёл!»)", "шёл.1", "шёл.”]"])
def test_a_sentence_ends_so(text: str) -> None:
    assert broken({"left": 60, "text": text}, {"left": 60})


@pytest.mark.parametrize("text", ["шёл,", "шёл»", "шёл —", "шёл)", "шёл 7", "т.е"])
def test_a_sentence_does_not_end_so(text: str) -> None:
    assert not broken({"left": 60, "text": text}, {"left": 60})


MARKED = ["— а", "– а", "• а", "▪ а", "‣ а", "◦ а", "- а", "1. а", "123) а", "а) а", "b. а", "iv. а", "xlvii) а"]
UNMARKED = ["-а", "1.а", "1234) а", "аб) а", "абв. а", "а а"]


def test_marks_begin_speeches_and_items() -> None:
    short = {"right": 100}
    assert [one for one in MARKED if not broken(short, {"text": one})] == []
    assert [one for one in UNMARKED if one[0].islower() and broken(short, {"text": one})] == []


@pytest.mark.parametrize(
    ("one", "two", "begins"),
    [
        ({}, {}, False),
        ({}, {"size": 12}, True),
        ({}, {"size": 12, "text": LOW}, False),
        ({"right": 100}, {}, True),
        ({"right": 100}, {"text": LOW}, False),
        ({}, {"left": 260}, True),
        ({}, {"left": 260, "text": LOW}, False),
        ({"text": END}, {"text": "— Да"}, True),
        ({"text": END}, {}, False),
        ({}, {"text": "— Да"}, False),
        ({"parted": True, "text": "па"}, {"text": "ром"}, False),
    ],
)
def test_a_paragraph_begins_or_goes_on_in_the_next_column(
    one: dict[str, Any], two: dict[str, Any], begins: bool
) -> None:
    first = line(**{"text": "шёл", "base": 500, **one})
    second = line(**{"text": UP, "base": 560, "left": 240, "right": 400, **two})
    words = list(paragraphs_of([[*FULL, first, second, line("и лёд", 548, left=240, right=400)]], Counter()))
    joint = "" if first.parted else " "
    assert words[-1].endswith(f"{second.text} и лёд")
    assert (words[-1] == f"{second.text} и лёд") is begins
    assert begins or f"{first.text}{joint}{second.text}" in words[-1]


def test_hyphens_at_the_end_of_paragraphs_stay() -> None:
    lines = [line("па", 100, parted=True), line("— Да", 88), line("вер", 76, parted=True)]
    assert list(paragraphs_of([lines], Counter())) == ["па-", "— Да вер-"]
    assert list(paragraphs_of([], Counter())) == []


def test_lines_on_nearly_one_height_are_one_where_no_leading_is_known() -> None:
    assert list(paragraphs_of([[line("Да", 100), line("Нет", 99.5)]], Counter())) == ["Да Нет"]
