"""Finite verbs that the morphology takes for something else, and words that stay what they are."""

from __future__ import annotations

import pytest

from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import Token
from core.preannotate.analysis.misread import corrected
from core.preannotate.analysis.repairs import repaired, with_nouns


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


@pytest.mark.parametrize(
    ("word", "position", "tag", "feats"),
    [
        ("Синоптики", 0, {"Case": "Loc"}, {"Animacy": "Anim", "Case": "Nom", "Gender": "Masc", "Number": "Plur"}),
        ("Врача", 0, {"Case": "Gen"}, {"Animacy": "Anim", "Case": "Gen", "Gender": "Masc", "Number": "Sing"}),
        ("Министерство", 0, {"Case": "Nom"}, {"Animacy": "Inan", "Case": "Nom", "Gender": "Neut", "Number": "Sing"}),
    ],
)
def test_a_listed_noun_that_opens_a_sentence_is_no_name(
    word: str, position: int, tag: dict[str, str], feats: dict[str, str]
) -> None:
    assert corrected(word, position, models.Tag("PROPN", tag)) == models.Tag("NOUN", feats)


@pytest.mark.parametrize(("word", "position"), [("Синоптики", 3), ("СИНОПТИКИ", 0), ("Лев", 0), ("Заря", 0)])
def test_other_words_that_may_be_names_stay_names(word: str, position: int) -> None:
    tag = models.Tag("PROPN", {"Case": "Nom"})
    assert corrected(word, position, tag) is tag


@pytest.mark.parametrize(
    ("word", "pos", "found"),
    [
        ("каламбурит", "ADJ", models.Tag("VERB", models.verb_feats("каламбурит"))),
        ("возмущён", "NOUN", models.Tag("ADJ", {"Variant": "Short", "Number": "Sing", "Gender": "Masc"})),
        ("довольны", "ADJ", None),
        ("кабинет", "NOUN", None),
        ("страна", "NOUN", None),
    ],
)
def test_predicates_taken_for_attributes(word: str, pos: str, found: models.Tag | None) -> None:
    tag = models.Tag(pos, {"Case": "Nom"})
    assert corrected(word, 4, tag) == (found or tag)


def parsed(*given: tuple[str, str, dict[str, str], int, str]) -> tuple[Token, ...]:
    return repaired(
        Token(n, n + 1, word, word.lower(), n, n, pos, feats, head, rel)
        for n, (word, pos, feats, head, rel) in enumerate(given)
    )


PARTICIPLE = {"VerbForm": "Part", "Case": "Nom", "Gender": "Fem", "Number": "Sing", "Tense": "Past"}
PAST = {"VerbForm": "Fin", "Tense": "Past", "Number": "Sing"}


def test_a_participle_that_is_a_subject_is_a_noun_for_a_person() -> None:
    victim, _ = parsed(("Прибывшая", "VERB", PARTICIPLE, 1, "nsubj"), ("рассказала", "VERB", PAST, -1, "root"))
    assert (victim.pos, victim.feats) == (
        "NOUN",
        {"Case": "Nom", "Gender": "Fem", "Number": "Sing", "Animacy": "Anim"},
    )
    assert victim.lemma == "прибывший"


def test_a_listed_one_is_a_noun_in_any_role() -> None:
    owner = {**PARTICIPLE, "Case": "Gen", "Gender": "Masc"}
    found = parsed(("словам", "NOUN", {"Case": "Dat"}, -1, "root"), ("арестованного", "VERB", owner, 0, "nmod"))
    assert (found[1].pos, found[1].lemma) == ("NOUN", "арестованный")


@pytest.mark.parametrize(
    ("word", "feats", "rel", "far"),
    [
        ("прибывшего", {**PARTICIPLE, "Case": "Gen"}, "nmod", 0),
        ("случившееся", {**PARTICIPLE, "Gender": "Neut"}, "nsubj", 0),
        ("проработавшая", PARTICIPLE, "nsubj", 3),
        ("пострадавшая", PARTICIPLE, "amod", 0),
    ],
)
def test_other_participles_stay_participles(word: str, feats: dict[str, str], rel: str, far: int) -> None:
    between = [("тут", "ADV", {}, 0, "advmod")] * far
    found = parsed(("рассказала", "VERB", PAST, -1, "root"), *between, (word, "VERB", feats, 0, rel))
    assert found[-1].pos == "VERB"


def test_a_verb_taken_for_an_attribute_stands_above_its_subject() -> None:
    quote, verb, noun = parsed(
        ("Цитата", "NOUN", {"Case": "Nom"}, -1, "root"),
        ("каламбурит", "VERB", {"VerbForm": "Fin"}, 2, "amod"),
        ("сторож", "NOUN", {"Case": "Nom"}, 0, "appos"),
    )
    assert (quote.head, verb.head, verb.rel, noun.head, noun.rel) == (-1, 0, "parataxis", 1, "nsubj")


def test_a_verb_and_its_subject_above_each_other_are_put_right() -> None:
    _, verb, noun = parsed(
        ("Цитата", "NOUN", {"Case": "Nom"}, -1, "root"),
        ("канючит", "VERB", {"VerbForm": "Fin"}, 2, "parataxis"),
        ("мальчик", "NOUN", {"Case": "Nom"}, 1, "nsubj"),
    )
    assert (verb.head, noun.head) == (0, 1)


PLURAL = {"VerbForm": "Fin", "Tense": "Past", "Number": "Plur"}
TEACHER = {"Case": "Gen", "Number": "Sing", "Animacy": "Anim"}


def test_the_subject_of_a_verb_in_the_plural_is_in_the_nominative() -> None:
    teachers, _ = parsed(("Учителя", "NOUN", TEACHER, 1, "nsubj"), ("написали", "VERB", PLURAL, -1, "root"))
    assert (teachers.feat("Case"), teachers.feat("Number")) == ("Nom", "Plur")


def test_a_counted_subject_stays_in_the_genitive() -> None:
    found = parsed(
        ("Три", "NUM", {}, 1, "nummod:gov"),
        ("учителя", "NOUN", TEACHER, 2, "nsubj"),
        ("написали", "VERB", PLURAL, -1, "root"),
    )
    assert found[1].feat("Case") == "Gen"


@pytest.mark.parametrize(
    ("word", "tag", "pos", "feats"),
    [
        ("гонщицу", models.Tag("ADJ", {"Case": "Acc"}), "NOUN", {"Animacy": "Anim", "Case": "Acc", "Gender": "Fem"}),
        ("главврачи", models.Tag("ADJ", {}), "NOUN", {"Animacy": "Anim", "Case": "Nom", "Number": "Plur"}),
        ("потерпевшую", models.Tag("ADJ", {"Case": "Acc"}), "ADJ", {"Case": "Acc"}),
        ("стальную", models.Tag("ADJ", {"Case": "Acc"}), "ADJ", {"Case": "Acc"}),
        ("парировала", models.Tag("VERB", {"Mood": "Imp", "VerbForm": "Fin"}), "VERB", {"Tense": "Past"}),
        ("отшутилась", models.Tag("ADV", {}), "VERB", {"Tense": "Past", "VerbForm": "Fin"}),
        ("сначала", models.Tag("ADV", {}), "ADV", {}),
        ("62-летний", models.Tag("NUM", {}), "ADJ", {}),
        ("62-й", models.Tag("NUM", {}), "NUM", {}),
    ],
)
def test_the_tag_of_a_word_taken_for_another_kind(word: str, tag: models.Tag, pos: str, feats: dict[str, str]) -> None:
    found = corrected(word, 3, tag)
    assert found.pos == pos
    assert feats.items() <= found.feats.items()


SAILORS = {"Case": "Gen", "Number": "Plur", "Animacy": "Anim"}


def test_a_preposition_put_below_a_genitive_stands_below_the_noun_that_it_governs() -> None:
    preposition, union, sailors, _ = parsed(
        ("в", "ADP", {}, 2, "case"),
        ("профсоюзе", "NOUN", {"Case": "Loc"}, 3, "obl"),
        ("моряков", "NOUN", SAILORS, 3, "obl"),
        ("напомнили", "VERB", PLURAL, -1, "root"),
    )
    assert (preposition.head, sailors.head, sailors.rel) == (union.position, union.position, "nmod")


@pytest.mark.parametrize(("word", "case"), [("отчётности", "Loc"), ("часов", "Gen")])
def test_a_genitive_right_behind_a_preposition_of_place_is_a_locative_where_it_may_be(word: str, case: str) -> None:
    found = parsed(
        ("в", "ADP", {}, 1, "case"),
        (word, "NOUN", {"Case": "Gen"}, 2, "obl"),
        ("говорилось", "VERB", {"VerbForm": "Fin"}, -1, "root"),
    )
    assert found[1].feat("Case") == case


@pytest.mark.parametrize(
    ("name", "verb", "gender", "case"),
    [
        ("Галеев", "отверг", "Masc", "Nom"),
        ("Галеева", "отвергла", "Fem", "Nom"),
        ("Галеева", "отверг", "Masc", "Gen"),
        ("Стоуна", "отверг", "Masc", "Gen"),
    ],
)
def test_a_surname_that_is_a_subject_is_in_the_nominative_of_its_verbs_gender(
    name: str, verb: str, gender: str, case: str
) -> None:
    feats = {"VerbForm": "Fin", "Tense": "Past", "Number": "Sing", "Gender": gender}
    found = parsed((name, "PROPN", {"Case": "Gen"}, 1, "nsubj"), (verb, "VERB", feats, -1, "root"))
    assert found[0].feat("Case") == case


def test_a_trade_that_is_a_subject_is_in_the_only_case_that_it_has() -> None:
    feats = {"VerbForm": "Fin", "Tense": "Past", "Number": "Sing", "Gender": "Masc"}
    chemist = {"Case": "Gen", "Animacy": "Anim"}
    found = parsed(("Геохимик", "NOUN", chemist, 1, "nsubj"), ("ушёл", "VERB", feats, -1, "root"))
    assert found[0].feat("Case") == "Nom"
