"""Quoted spans, clauses and marks, drawn: the caret is ``|``, the span expected stands under ``~``."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model import Range
from core.reading import expand

QUOTED = [
    ("Он сказал: «Мост |готов».", "           ~~~~~~~~~~~~~ "),
    ("Фирма «Нева» и «Сок|ол».", "               ~~~~~~~~ "),
    ('Он сказал: "Мост |готов".', "           ~~~~~~~~~~~~~ "),
    ("„Мост |готов“, — сказал он.", "~~~~~~~~~~~~~              "),
    ("“Мост |готов”, — сказал он.", "~~~~~~~~~~~~~              "),
    ("«Завод „Заря“ от|кроют», — сказал он.", "~~~~~~~~~~~~~~~~~~~~~~~              "),
    ("«Завод „За|ря“ откроют», — сказал он.", "       ~~~~~~~                       "),
    ("«Мост |готов, — сказал он.", "~~~~~~~~~~~~~~~~~~~~~~~~~~"),
    ("Мост |готов.", None),
]

CLAUSES = [
    ("Она отметила, что мост |готов, и уехала.", "              ~~~~~~~~~~~~~~~           "),
    ("Мост |готов, сообщила Велехова.", "~~~~~~~~~~~                    "),
    ("Цена вы|росла на 3,5 процента, сказал он.", "~~~~~~~~~~~~~~~~~~~~~~~~~~~~~            "),
    ("Газета «Север, юг» |пишет, что ждёт.", "~~~~~~~~~~~~~~~~~~~~~~~~~           "),
    ("«Мы ждали, мы |строили», — сказал он.", "           ~~~~~~~~~~~               "),
    ("Первое предложение. Второе |короче.", "                    ~~~~~~~~~~~~~~~"),
]


def drawn(line: str, chart: str | None) -> tuple[str, int, str | None]:
    """Return the text, the caret's place and the words over the chart (drawn with the caret in the line)."""
    caret = line.index("|")
    if chart is None:
        return line.replace("|", ""), caret, None
    start, end = chart.index("~"), chart.rindex("~") + 1
    return line.replace("|", ""), caret, line[start:end].replace("|", "")


@pytest.mark.parametrize(("line", "chart"), QUOTED)
def test_the_quoted_stretch_around_the_caret(line: str, chart: str | None) -> None:
    text, caret, words = drawn(line, chart)
    span = expand.quoted_at(text, caret)
    assert (None if span is None else text[span.start : span.end]) == words


def test_the_key_pressed_again_goes_one_level_out() -> None:
    text = "«Завод „Заря“ откроют», — сказал он."
    inner = expand.quoted_at(text, 9)
    assert inner is not None
    outer = expand.quoted_at(text, 9, wider_than=inner)
    assert outer == Range(0, 22)
    assert expand.quoted_at(text, 9, wider_than=outer) is None


@pytest.mark.parametrize(("line", "chart"), CLAUSES)
def test_the_clause_around_the_caret(line: str, chart: str) -> None:
    text, caret, words = drawn(line, chart)
    span = expand.clause_at(text, caret)
    assert text[span.start : span.end].rstrip(".") == (words or "").rstrip(".")


def test_an_apostrophe_opens_nothing() -> None:
    text = "Д‘Артов сказал, что мост готов."
    assert expand.quoted_at(text, 12) is None


def test_marks_and_end_punctuation_in_and_out() -> None:
    text = "Он: «Мост готов!» — и всё."
    bare, marked = Range(5, 16), Range(4, 17)
    assert expand.with_marks(text, bare) == marked
    assert expand.without_marks(text, marked) == bare
    assert expand.without_marks("«", Range(0, 1)) == Range(0, 1)
    assert expand.without_marks("«Мост готов».", Range(0, 13)) == bare._replace(start=1, end=11)
    assert expand.without_marks("Мост готов».", Range(0, 12)) == Range(0, 12)
    assert expand.with_end_punctuation("Мост готов?!", Range(0, 10)) == Range(0, 12)
    assert expand.without_end_punctuation("Мост готов, —", Range(0, 13)) == Range(0, 10)
    assert expand.without_end_punctuation("—", Range(0, 1)) == Range(0, 1)


@given(st.text(alphabet='«»„“”"‘аб ,.—\n', min_size=1, max_size=60), st.data())
def test_every_answer_lies_in_the_text_and_holds_the_caret_or_less(text: str, data: st.DataObject) -> None:
    caret = data.draw(st.integers(0, len(text) - 1))
    span = expand.quoted_at(text, caret)
    assert span is None or (0 <= span.start <= caret <= span.end <= len(text))
    clause = expand.clause_at(text, caret)
    assert 0 <= clause.start <= clause.end <= len(text)
