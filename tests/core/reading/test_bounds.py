"""How much is looked at: what an expression stands for, how many places are tried, how far edges reach."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from core.errors import UserError
from core.model import Form, Quotation, Range
from core.model.layer import Layer
from core.model.schema import standard
from core.reading import completions, expand, find, frame, phrase, speech
from tests.acts import article_of


@pytest.mark.parametrize(
    ("pattern", "count"),
    [
        ("а{10001}", 10_001),
        ("аб{10000}", 10_001),
        ("(аб){5001}", 10_002),
        ("(?:а{10}б){910}", 910 * 13),  # ``?:`` counts as two
        ("(а{100}){101}", 10_100),
        ("((а{10}){10}){101}", 10_100),
        ("(а(б{3})в){2001}", 2001 * 5),
        ("[аб]{10001}", 10_001),
        ("[]а]{10001}", 10_001),
        ("[^]а]{10001}", 10_001),
        (r"\d{10001}", 10_001),
        (r"\{{10001}", 10_001),
        (r"[\]]{10001}", 10_001),
        ("а{10001,}", 10_001),
        ("а{10001,20000}", 10_001),
        ("а{5000}б{5001}", 10_001),
        ("(){10001}", 10_001),
        ("а)б{10001}", 10_003),
    ],
)
def test_an_expression_stands_for_so_many_letters(pattern: str, count: int) -> None:
    with pytest.raises(UserError) as caught:
        find.find("текст", pattern, find.Way.PATTERN)
    assert caught.value.code == "pattern-long"
    assert caught.value.facts == {"pattern": pattern[:40], "count": count, "most": find.LONGEST}


@pytest.mark.parametrize(
    "pattern",
    [
        "а{10000}",
        "(аб){5000}",
        "а{0}",
        "а{1}" * 6000,
        "[{10001}]",
        r"\{10001\}",
        "(а{100}){100}",
        "а{0,10001}",
    ],
)
def test_what_stands_for_no_more_is_searched(pattern: str) -> None:
    assert all(span.start < span.end for span in find.find("а" * 30, pattern, find.Way.PATTERN))


def test_forty_places_of_a_beginning_are_tried() -> None:
    for count, found in ((completions.LOOKED_AT - 1, ["набережная"]), (completions.LOOKED_AT, [])):
        assert completions.completions("на " * count + "набережная", "на") == found


def test_of_many_names_the_first_are_offered() -> None:
    names = ["мост", "мостки", "мосток", "мостовая", "мостовик", "мостик", "мостище", "мостовщик"]
    text = ", ".join(names)
    for limit in (1, 3, completions.MOST):
        assert len(completions.completions(text, "мос", limit)) == limit
    assert len(completions.completions(text, "мос")) == completions.MOST


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("— Жду.", "Жду."), ("– Жду.", "Жду."), ("- Жду.", "Жду."), ("—\u00a0Жду. ", "Жду."), ("  — Жду.", "Жду."),
        ("Да.\n— Жду.\nНет.", "Жду."), ("—Жду.", "—Жду."), ("Он — врач. Жду.", "Жду."), ("* Жду.", "* Жду."),
        ("— Жду. Да.", "Жду. Да."), ("Нет. — Жду.", "— Жду."),
    ],
)  # fmt: skip
def test_a_line_of_dialogue_is_content_without_its_dash(text: str, content: str) -> None:
    found = speech.content_at(text, text.index("Жду") + 1, Form.DIRECT, standard())
    assert [text[start:end] for start, end in found] == [content]


@pytest.mark.parametrize("text", ["—", "— ", "-", ""])
def test_a_dash_alone_is_no_dialogue(text: str) -> None:
    assert speech.content_at(text, 0, Form.DIRECT, standard()) == ()


@pytest.mark.parametrize(
    ("text", "selected", "inside", "outside"),
    [
        ("Мост готов... Все", "Мост готов...", "Мост готов...", "Мост готов..."),
        ("Мост готов.. Все", "Мост готов..", "Мост готов..", "Мост готов.."),
        ("Мост готов?.. Все", "Мост готов?..", "Мост готов?..", "Мост готов?.."),
        ("Мост готов. Все", "Мост готов", "Мост готов.", "Мост готов"),
        ("Мост готов. Все", "Мост готов.", "Мост готов", "Мост готов"),
        ("Мост готов, — все", "Мост готов, —", "Мост готов", "Мост готов"),
        ("Мост готов! Все", "Мост готов!", "Мост готов!", "Мост готов!"),
    ],
)
def test_the_end_by_both_policies(text: str, selected: str, inside: str, outside: str) -> None:
    span = Range(0, len(selected))
    for full_stop, expected in ((True, inside), (False, outside)):
        schema = replace(standard(), full_stop_inside=full_stop)
        (found,) = speech.by_policy(text, [span], Form.INDIRECT, schema)
        assert text[slice(*found)] == expected


QUOTES = "«Да» и «нет», и «мост»"


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (Range(0, 12), ["«Да»", "«нет»"]),
        (Range(0, 4), ["«Да»"]),
        (Range(0, len(QUOTES)), ["«Да»", "«нет»", "«мост»"]),
        (Range(0, 13), ["«Да» и «нет»,"]),
        (Range(1, 12), ["Да» и «нет»"]),
        (Range(4, 12), [" и «нет»"]),
    ],
)
def test_marked_words_apart_only_from_mark_to_mark(span: Range, words: list[str]) -> None:
    assert [QUOTES[slice(*one)] for one in frame.marked_words(QUOTES, span)] == words


def test_an_inner_closing_mark_opens_or_closes_by_what_is_open() -> None:
    texts = {
        "„Да“": ["„Да“"],
        "“Да”": ["“Да”"],
        "«Да “нет” мост»": ["«Да “нет” мост»", "“нет”"],
        "«Да „нет“ мост»": ["«Да „нет“ мост»", "„нет“"],
        "“Да „нет“ мост”": ["“Да „нет“ мост”", "„нет“"],
        "О‘Нил ‘да’": ["‘да’"],
        "«Да": ["«Да"],
        "«Да «нет»": ["«Да «нет»", "«нет»"],
        '"Да" "нет"': ['"Да"', '"нет"'],
    }
    for text, spans in texts.items():
        assert [text[slice(*one)] for one in expand.quoted(text, Range(0, len(text)))] == spans, text


def test_the_authors_words_are_taken_out_once() -> None:
    text = "«Мост готов, — сказал врач, — и открыт»."
    for ranges, name in (((Range(0, 39),), "cut-author"), ((Range(0, 11), Range(30, 39)), "")):
        layer = Layer(article_of(text), "anna", [Quotation(id="q", form=Form.DIRECT, ranges=ranges)])
        edit = speech.split_at_author(layer, "q")
        assert edit.name == "cut-author"
        assert bool(edit) == bool(name)
        cut = layer.apply(edit).quotation("q").ranges
        assert [text[slice(*one)] for one in cut] == ["«Мост готов", "и открыт»"]


def test_a_fragment_before_the_authors_words_ends_without_their_comma_and_dash() -> None:
    text = "Мост, — сказал он, — дом, и он- тут."
    for first, end in ((Range(0, 4), 4), (Range(0, 5), 4), (Range(0, 7), 4)):
        found = speech.by_policy(text, [first, Range(21, 35)], Form.DIRECT, standard())
        assert found == (Range(0, end), Range(21, 35))


@pytest.mark.parametrize("texts", ["Петр Зуев ждал. Пётр Зуев ушёл.", "Пётр Зуев ждал. Петр Зуев ушёл."])
def test_of_two_spellings_the_one_with_yo_is_offered(texts: str) -> None:
    assert completions.completions(texts, "Пет") == ["Пётр Зуев"]


@pytest.mark.parametrize("typed", ["", " ", "мэр ", "«", "- ", "мэр «", ",", "\u00a0"])
def test_nothing_goes_on_from_no_letter(typed: str) -> None:
    assert completions.completions("«Мэр» — врач, мэр «Нивы», Пётр.", typed) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ждёт школа и пила там", "школа"),
        ("Ждёт школа и больница там", "школа и больница"),
        ("Ждёт школа и больнице там", "школа"),
        ("Ждёт школа и", "школа"),
    ],
)
def test_what_is_joined_by_and(text: str, found: str) -> None:
    assert text[slice(*phrase.phrase_around(text, text.index("школа")))] == found


def test_too_many_groups_in_groups_are_told_by_their_beginning() -> None:
    with pytest.raises(UserError) as caught:
        find.find("а", "(" * 3000 + "а" + ")" * 3000, find.Way.PATTERN)
    assert caught.value.facts == {"pattern": "(" * 40, "reason": "too many groups in groups"}
