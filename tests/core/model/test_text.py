"""Canonical text, tokens, sentences, and the three units of offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model import Range, text

SAMPLE = "«Пресс-секретарь О’Нил — 👩‍👩‍👧 и 🇰🇿», и\u0306од: 5\u00a0млн.\nВторое. Третье предложение."


def words(span: Range) -> str:
    return SAMPLE[span.start : span.end]


def test_canonical_changes_newlines_and_a_leading_bom_and_nothing_else() -> None:
    assert text.canonical("\ufeffа\r\nб\rв\u00a0\ufeffй\u2028") == "а\nб\nв\u00a0\ufeffй\u2028"


@given(st.text())
def test_canonical_text_stays_as_it_is(raw: str) -> None:
    once = text.canonical(raw)
    assert text.canonical(once) == once.removeprefix(text.BOM)
    assert "\r" not in once


def test_the_digest_is_of_the_text_alone() -> None:
    assert text.digest("мост") == text.digest("мо" + "ст") != text.digest("мост ")
    assert len(text.digest("\ud800")) == 64


@pytest.mark.parametrize(
    ("where", "token"),
    [
        ("секр", "Пресс-секретарь"),
        ("«", "«"),
        ("Нил", "О’Нил"),
        ("👩", "👩‍👩‍👧"),
        ("🇰", "🇰🇿"),
        ("\u0306", "и\u0306од"),
        ("\u00a0", "\u00a0"),
        ("млн", "млн"),
    ],
)
def test_a_token_is_a_whole_word_or_one_mark(where: str, token: str) -> None:
    assert words(text.token_at(SAMPLE, SAMPLE.index(where))) == token


def test_snap_takes_whole_tokens_and_no_white_space() -> None:
    start = SAMPLE.index("секретарь")
    assert words(text.snap(SAMPLE, Range(start, SAMPLE.index("Нил") + 1))) == "Пресс-секретарь О’Нил"
    space = SAMPLE.index(" О")
    assert text.snap(SAMPLE, Range(space, space + 1)) == Range(space + 1, space + 1)


def test_tokens_follow_each_other_both_ways() -> None:
    forward, at = [], 0
    while (token := text.next_token(SAMPLE, at)) is not None:
        forward.append(token)
        at = token.end
    backward, at = [], len(SAMPLE)
    while (token := text.previous_token(SAMPLE, at)) is not None:
        backward.append(token)
        at = token.start
    assert forward == backward[::-1]
    assert [words(token) for token in forward[:4]] == ["«", "Пресс-секретарь", "О’Нил", "—"]


def test_paragraph_and_sentence_at_a_place() -> None:
    assert words(text.paragraph_at(SAMPLE, SAMPLE.index("Третье"))) == "Второе. Третье предложение."
    assert words(text.sentence_at(SAMPLE, SAMPLE.index("Третье") + 3)) == "Третье предложение."
    assert words(text.sentence_at(SAMPLE, SAMPLE.index("Второе"))) == "Второе."
    assert [words(span) for span in text.paragraphs(SAMPLE)] == SAMPLE.split("\n")
    assert list(text.paragraphs("")) == [Range(0, 0)]


def test_trimming_white_space_and_edges() -> None:
    line = " «Мост», — "
    assert text.trim_space(line, Range(0, len(line))) == Range(1, len(line) - 1)
    assert text.trim_space("  ", Range(0, 2)) == Range(2, 2)
    assert text.trim_edges(line, Range(0, len(line))) == Range(2, 6)


@given(st.text(alphabet="аё😀👨\u200dз𝔄\u0306\n "))
def test_utf16_and_bytes_agree_with_the_codecs_both_ways(line: str) -> None:
    utf16, utf8 = text.Utf16Map(line), text.Utf8Map(line)
    for offset in range(len(line) + 1):
        units = len(line[:offset].encode("utf-16-le")) // 2
        size = len(line[:offset].encode())
        assert (utf16.to_utf16(offset), utf16.to_code_points(units)) == (units, offset)
        assert (utf8.to_bytes(offset), utf8.to_code_points(size)) == (size, offset)


def test_a_unit_inside_a_surrogate_pair_belongs_to_its_code_point() -> None:
    assert text.Utf16Map("а😀б").to_code_points(2) == 1
    assert text.Utf8Map("а😀б").to_code_points(4) == 1
    assert [text.Utf16Map("а😀б😀").to_code_points(unit) for unit in range(7)] == [0, 1, 1, 2, 3, 3, 4]
