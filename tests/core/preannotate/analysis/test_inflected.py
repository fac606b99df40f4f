"""The form of a word that has the grammemes asked for is what pymorphy3 says, at the first asking and later."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.preannotate.analysis.models import inflected, parses

_WORDS = """
заречным пристани ветеранов бобрёнка лучшей ёжика полгода кофе такси трёх зимину беловой дюма ильичом ким карпюк
нефтянку портовиками замглавы синхрофазотрона жаксылыкову чьими первым сорока ножницами людьми детей авиакомпаний
а. z рублей наилучшими
"""
WORDS = tuple(_WORDS.split())
GRAMMEMES = (("nomn",), ("nomn", "sing"), ("nomn", "plur"), ("nomn", "sing", "masc"), ("nomn", "sing", "femn"))


@pytest.mark.parametrize("wanted", GRAMMEMES, ids="-".join)
def test_it_is_the_form_that_the_dictionary_chooses(wanted: tuple[str, ...]) -> None:
    for _ in range(2):  # made, then kept
        for word in WORDS:
            _same(word, wanted)


@given(st.text("абвеёийклмностуыья", min_size=2, max_size=9), st.sampled_from(GRAMMEMES))
def test_it_is_so_for_words_that_nobody_wrote(word: str, wanted: tuple[str, ...]) -> None:
    _same(word, wanted)


def _same(word: str, wanted: tuple[str, ...]) -> None:
    for parse in parses(word):
        form = parse.inflect(frozenset(wanted))
        assert inflected(parse, frozenset(wanted)) == (form.word if form else None), (word, parse)
