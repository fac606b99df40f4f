"""Which spans are quoted: pairing of marks, and what is done where one is missing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.preannotate.analysis.marks import find_quoted
from core.preannotate.analysis.tokens import paragraphs_of


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quoted(text, paragraphs_of(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Он читал «Зарю» и «Ниву».", ["«Зарю»", "«Ниву»"]),
        ('Он читал "Зарю" и "Ниву".', ['"Зарю"', '"Ниву"']),
        ("Он сказал: „Да“ и “Нет”.", ["„Да“", "“Нет”"]),
        ("«Газета «Заря» вышла», — сказал он.", ["«Газета «Заря» вышла»", "«Заря»"]),
        ('"Газета "Заря" вышла", - сказал он.', ['"Газета "Заря" вышла"', '"Заря"']),
        ("«Пишет газета «Заря», — сказал он.", ["«Пишет газета «Заря»", "«Заря»"]),
        ("Он сказал: «Да. И ушёл", ["«Да. И ушёл"]),
        ("Да», — сказал он.", ["Да»"]),
        ("Он сказал: «Раз.\nДва».", ["«Раз.\nДва»"]),
        ("Он сказал: «Раз.\n«Два».", ["«Раз.\n«Два»"]),
    ],
)
def test_stretches(text: str, expected: list[str]) -> None:
    found = quoted(text)
    assert [q for q in expected if q not in found] == []


@given(st.text(alphabet='«»"„“” аб,.—:\n', max_size=200))
def test_any_marks_give_nested_ranges(text: str) -> None:
    found = find_quoted(text, paragraphs_of(text))
    open_now: list[int] = []
    for q in found:
        assert 0 <= q.start < q.end <= len(text)
        while open_now and open_now[-1] <= q.start:
            open_now.pop()
        assert len(open_now) == q.depth
        assert not open_now or q.end <= open_now[-1]
        open_now.append(q.end)
