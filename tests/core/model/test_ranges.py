"""Content ranges put in order, and words counted: every case beside its neighbour."""

from __future__ import annotations

import pytest

from core.model import Range
from core.model.ranges import closed_up, union, with_content
from core.model.text import next_token, previous_token, sentence_at, snap, token_at, trim_edges, words_in

Spans = list[tuple[int, int]]
TEXT = "ab  cd\nef \t gh"


def made(spans: Spans) -> list[Range]:
    return [Range(*one) for one in spans]


@pytest.mark.parametrize(
    ("given", "joined", "closed"),
    [
        ([], [], []),
        ([(4, 6), (0, 2)], [(0, 2), (4, 6)], [(0, 6)]),
        ([(0, 2), (0, 2)], [(0, 2)], [(0, 2)]),
        ([(0, 2), (2, 4)], [(0, 2), (2, 4)], [(0, 4)]),
        ([(0, 3), (2, 4)], [(0, 4)], [(0, 4)]),
        ([(0, 6), (1, 2)], [(0, 6)], [(0, 6)]),
        ([(0, 1), (4, 6)], [(0, 1), (4, 6)], [(0, 1), (4, 6)]),
        ([(4, 6), (7, 9)], [(4, 6), (7, 9)], [(4, 6), (7, 9)]),
        ([(7, 9), (12, 14), (0, 2)], [(0, 2), (7, 9), (12, 14)], [(0, 2), (7, 14)]),
    ],
)
def test_ranges_are_joined_where_nothing_stands_between(given: Spans, joined: Spans, closed: Spans) -> None:
    assert list(union(made(given))) == made(joined)
    assert list(closed_up(TEXT, made(given))) == made(closed)


def test_white_space_at_ends_is_no_content() -> None:
    assert with_content(TEXT, made([(2, 4), (1, 7), (3, 5), (9, 12), (0, 14)])) == made([(1, 6), (4, 5), (0, 14)])


LINE = "Он сказал: «пресс-секретарь ушёл» — и всё.\nДа-да!"


@pytest.mark.parametrize(
    ("span", "words"),
    [
        ((0, 0), 0), ((0, 1), 1), ((0, 2), 1), ((0, 3), 1), ((0, 4), 2), ((2, 3), 0), ((9, 12), 0), ((9, 13), 1),
        ((13, 16), 1), ((17, 18), 1), ((17, 20), 1), ((12, 33), 2), ((33, 36), 0), ((0, 50), 7), ((43, 50), 1),
        ((49, 50), 0), ((44, 45), 1),
    ],
)  # fmt: skip
def test_words_are_counted_that_share_a_letter_with_a_span(span: tuple[int, int], words: int) -> None:
    """A word with a hyphen is one, wherever the span cuts it."""
    assert words_in(LINE, Range(*span)) == words


def test_a_token_is_found_in_a_line_longer_than_what_is_looked_back_at() -> None:
    """No token is cut in two where looking begins in the middle of one."""
    for length in (150, 199, 200, 201, 202, 350):
        line = "x" + "-y" * (length // 2)
        for text, at in ((line, 0), (f"раз два\nтри {line} конец", 12), (f"a {line}", 2)):
            word = Range(at, at + len(line))
            assert [token_at(text, offset) for offset in (at, at + 1, word.end - 1)] == [word] * 3
            assert snap(text, Range(word.end - 2, word.end)) == word
            assert previous_token(text, word.end) == word
            assert next_token(text, word.end - 1) == word


@pytest.mark.parametrize(
    ("offset", "before", "here", "after"),
    [
        (0, None, (0, 2), (0, 2)), (1, (0, 2), (0, 2), (0, 2)), (2, (0, 2), (2, 3), (4, 6)),
        (3, (0, 2), (3, 4), (4, 6)), (4, (0, 2), (4, 6), (4, 6)), (6, (4, 6), (6, 7), (7, 9)),
        (7, (4, 6), (7, 9), (7, 9)), (9, (7, 9), (9, 10), (12, 14)),
        (13, (12, 14), (12, 14), (12, 14)), (14, (12, 14), (14, 14), None),
    ],
)  # fmt: skip
def test_tokens_around_a_place(
    offset: int, before: tuple[int, int] | None, here: tuple[int, int], after: object
) -> None:
    assert previous_token(TEXT, offset) == before
    assert token_at(TEXT, offset) == here
    assert next_token(TEXT, offset) == after


def test_edges_are_trimmed_and_nothing_is_left_of_marks_alone() -> None:
    assert trim_edges(LINE, Range(9, 36)) == Range(12, 32)
    assert trim_edges(LINE, Range(32, 36)) == Range(36, 36)
    assert trim_edges(" «»—", Range(0, 4)) == Range(4, 4)
    assert snap(TEXT, Range(1, 5)) == Range(0, 6)
    assert snap(TEXT, Range(2, 5)) == Range(4, 6)
    assert snap(TEXT, Range(1, 4)) == Range(0, 2)
    assert snap(TEXT, Range(5, 5)) == Range(5, 5)


def test_the_sentence_at_a_place_is_the_last_one_where_none_goes_on() -> None:
    text = "Раз.  Два три.  \nЧетыре."
    found = {offset: sentence_at(text, offset) for offset in (0, 3, 4, 5, 6, 13, 15, 17, 23)}
    assert found == {
        0: (0, 4), 3: (0, 4), 4: (6, 14), 5: (6, 14), 6: (6, 14), 13: (6, 14), 15: (6, 14), 17: (17, 24), 23: (17, 24),
    }  # fmt: skip
