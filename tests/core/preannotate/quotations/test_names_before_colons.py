"""``Имя: «П»``: which words before a colon are a name, and which are a heading or a clause."""

from __future__ import annotations

import pytest

from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.quotations.colons import named

FINITE, INFINITIVE = {"VerbForm": "Fin"}, {"VerbForm": "Inf"}
NOM, GEN = {"Case": "Nom"}, {"Case": "Gen"}
Given = tuple[str, str, dict[str, str], int, str]
"""Word, part of speech, features, head, relation."""


def sentence(*given: Given) -> Sentence:
    tokens: list[Token] = []
    start = 0
    for n, (word, pos, feats, head, rel) in enumerate((*given, (":", "PUNCT", {}, 0, "punct"))):
        tokens.append(Token(start, start + len(word), word, word.lower(), n, n, pos, feats, head, rel))
        start += len(word) + 1
    return Sentence(0, tuple(tokens), 0, None)


def found(*given: Given) -> str | None:
    frame = named(sentence(*given), len(given))
    if frame is None:
        return None
    assert (frame.kind, frame.cue, frame.cue_token, frame.first, frame.last) == ("name", None, None, 0, len(given))
    assert frame.mention is not None
    tokens = frame.mention_tokens
    assert (frame.mention.start, frame.mention.end) == (tokens[0].start, tokens[-1].end)
    return " ".join(token.text for token in tokens)


def many(count: int) -> list[Given]:
    first: Given = ("мэр", "NOUN", NOM, -1, "root")
    return [first, *(("края", "NOUN", GEN, n, "nmod") for n in range(count - 1))]


@pytest.mark.parametrize(("count", "is_name"), [(1, True), (2, True), (8, True), (9, True), (10, False), (11, False)])
def test_nine_words_are_a_name_and_ten_are_not(count: int, is_name: bool) -> None:
    assert found(*many(count)) == (" ".join(["мэр", *["края"] * (count - 1)]) if is_name else None)


ABOUT: tuple[Given, ...] = (("о", "ADP", {}, 2, "case"), ("мосте", "NOUN", {"Case": "Loc"}, 0, "nmod"))
WHO: Given = ("Белова", "PROPN", NOM, -1, "root")


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ([WHO], "Белова"),
        ([("Белову", "PROPN", GEN, -1, "root")], None),
        ([("МЭР", "NOUN", GEN, -1, "root")], "МЭР"),
        ([("Nova", "X", {}, -1, "root")], "Nova"),
        ([("она", "PRON", NOM, -1, "root")], None),
        ([WHO, ("ждёт", "VERB", FINITE, 0, "dep")], None),
        ([WHO, ("была", "AUX", FINITE, 0, "cop")], None),
        ([WHO, ("ждать", "VERB", INFINITIVE, 0, "dep")], "Белова ждать"),
        ([("о", "ADP", {}, 1, "case"), ("Белова", "PROPN", NOM, -1, "root")], None),
        ([WHO, *ABOUT], "Белова"),
        (
            [("мэр", "NOUN", NOM, -1, "root"), *ABOUT],
            "мэр о мосте",
        ),
    ],
)
def test_what_stands_before_a_colon(given: list[Given], name: str | None) -> None:
    assert found(*given) == name


def test_nothing_before_a_colon_is_no_name() -> None:
    assert found() is None
