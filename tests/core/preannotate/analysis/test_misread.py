"""Finite verbs that the morphology takes for something else, and words that stay what they are."""

from __future__ import annotations

import pytest

from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import Token
from core.preannotate.analysis.misread import corrected, with_nouns


@pytest.mark.parametrize(
    ("word", "position", "tag", "pos", "form"),
    [
        ("утонули", 5, models.Tag("VERB", {"VerbForm": "Part", "Case": "Nom"}), "VERB", "Fin"),
        ("подчёркивается", 5, models.Tag("VERB", {"VerbForm": "Part", "Case": "Nom"}), "VERB", "Fin"),
        ("утонувшие", 5, models.Tag("VERB", {"VerbForm": "Part", "Case": "Nom"}), "VERB", "Part"),
        ("обязывают", 3, models.Tag("VERB", {"VerbForm": "Conv"}), "VERB", "Fin"),
        ("обязывая", 3, models.Tag("VERB", {"VerbForm": "Conv"}), "VERB", "Conv"),
        ("обязывать", 3, models.Tag("VERB", {"VerbForm": "Inf"}), "VERB", "Inf"),
        ("похваставшись", 5, models.Tag("VERB", {"VerbForm": "Part", "Case": "Acc"}), "VERB", "Conv"),
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


def row(*given: tuple[str, str, str, int, str]) -> list[Token]:
    return [
        Token(n, n + 1, word, word.lower(), n, n, pos, {"Case": case}, head, rel)
        for n, (word, pos, case, head, rel) in enumerate(given)
    ]


def test_a_noun_taken_for_an_adjective_stands_above_the_genitive_behind_it() -> None:
    found = with_nouns(
        row(
            ("следует", "VERB", "", -1, "root"),
            ("из", "ADP", "", 3, "case"),
            ("отчетности", "ADJ", "Gen", 3, "amod"),
            ("банка", "NOUN", "Gen", 0, "obl"),
        )
    )
    assert [(t.pos, t.head, t.rel) for t in found[1:]] == [("ADP", 2, "case"), ("NOUN", 0, "obl"), ("NOUN", 2, "nmod")]


@pytest.mark.parametrize("word", ["новостям", "новостями"])
def test_a_noun_taken_for_an_adjective_elsewhere_is_a_noun_where_it_stands(word: str) -> None:
    found = with_nouns(row((word, "ADJ", "Dat", 1, "amod"), ("дня", "NOUN", "Dat", -1, "root")))
    assert [(t.pos, t.head) for t in found] == [("NOUN", 1), ("NOUN", -1)]


def test_an_adjective_stays_one() -> None:
    given = row(("новым", "ADJ", "Dat", 1, "amod"), ("домам", "NOUN", "Gen", -1, "root"))
    assert with_nouns(given) == tuple(given)
