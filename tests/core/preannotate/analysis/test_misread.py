"""Finite verbs that the morphology takes for something else, and words that stay what they are."""

from __future__ import annotations

import pytest

from core.preannotate.analysis import models
from core.preannotate.analysis.misread import corrected


@pytest.mark.parametrize(
    ("word", "position", "tag", "pos", "form"),
    [
        ("утонули", 5, models.Tag("VERB", {"VerbForm": "Part", "Case": "Nom"}), "VERB", "Fin"),
        ("подчёркивается", 5, models.Tag("VERB", {"VerbForm": "Part", "Case": "Nom"}), "VERB", "Fin"),
        ("утонувшие", 5, models.Tag("VERB", {"VerbForm": "Part", "Case": "Nom"}), "VERB", "Part"),
        ("обязывают", 3, models.Tag("VERB", {"VerbForm": "Conv"}), "VERB", "Fin"),
        ("обязывая", 3, models.Tag("VERB", {"VerbForm": "Conv"}), "VERB", "Conv"),
        ("обязывать", 3, models.Tag("VERB", {"VerbForm": "Inf"}), "VERB", "Inf"),
        ("Уточнила", 0, models.Tag("PROPN", {"Case": "Nom"}), "VERB", "Fin"),
        ("Уточнила", 2, models.Tag("PROPN", {"Case": "Nom"}), "PROPN", ""),
        ("Марат", 0, models.Tag("PROPN", {"Case": "Nom"}), "PROPN", ""),
        ("УТОЧНИЛА", 0, models.Tag("PROPN", {"Case": "Nom"}), "PROPN", ""),
        ("Построила", 0, models.Tag("PROPN", {"Case": "Nom"}), "PROPN", ""),
    ],
)
def test_the_tag_of_a_finite_verb(word: str, position: int, tag: models.Tag, pos: str, form: str) -> None:
    found = corrected(word, position, tag)
    assert (found.pos, found.feats.get("VerbForm", "")) == (pos, form)


@pytest.mark.parametrize("word", ["перечёркивает", "отрёкся", "пчёлами"])
def test_a_word_with_dots_that_has_no_vector_is_parsed_as_without(word: str) -> None:
    words = ["Сообщение", word, "мэра", ",", "сказала", "Лунина", "."]
    dotted, plain = models.load().parse([words, [w.replace("ё", "е") for w in words]])
    assert dotted == plain


def test_a_word_with_dots_that_has_one_keeps_it() -> None:
    words = ["Мост", ",", "подчёркивается", "в", "письме", "мэрии", ",", "готов", "."]
    dotted, plain = models.load().parse([words, [w.replace("ё", "е") for w in words]])
    assert dotted != plain
