"""What a word of a title or description means: its lemma as of a person, the common word, the place of an adjective."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from core.preannotate.analysis.analysis import Token
from core.preannotate.analysis.lexicon import table
from core.preannotate.analysis.models import parses
from core.preannotate.entities.grammar import place_of_adjective

OF = "чей "
"""Stands before the concept of somebody whose another is: a president's aide is no president."""


def lemma_of(token: Token) -> str:
    """Return the lemma of a noun, the animate one where the model says that it is (физика: физик, not физика)."""
    animate = token.pos == "NOUN" and token.feat("Animacy") == "Anim"
    return (_animate(token.text.lower()) if animate else "") or token.lemma


@lru_cache(maxsize=20_000)
def _animate(word: str) -> str:
    """Return the lemma of a word as an animate common noun, '' where it is none."""
    for parse in parses(word):
        if "anim" in parse.tag and parse.tag.POS == "NOUN" and not {"Name", "Surn"} & set(parse.tag.grammemes):
            return str(parse.normal_form).replace("ё", "е")
    return ""


def concept(token: Token) -> str:
    """Return what a word of a description means: the place of an adjective, the common word for it, else its lemma."""
    word = lemma_of(token)
    return table("concepts").get(word) or place_of_adjective(token.text) or word


def attribute(token: Token, phrase: Sequence[Token]) -> str:
    """Return what a word of a title or description means; one whose somebody is, is marked (помощник президента)."""
    owner = token.rel == "nmod" and token.pos == "NOUN" and token.feat("Animacy") == "Anim"
    inside = owner and any(t.position == token.head for t in phrase)
    return f"{OF}{concept(token)}" if inside else concept(token)


HEADS = {"государство": "президент", "правительство": "премьер"}
"""The office of the head of something, by its concept."""


def office_of(lemma: str, words: Iterable[str]) -> str:
    """Return the office that ``глава`` and what he is the head of mean (глава государства: президент), else ''."""
    if lemma != "глава":
        return ""
    return next((HEADS[word] for word in words if word in HEADS), "")


@cache
def _places() -> frozenset[str]:
    return frozenset(table("place_adjectives").values())


def is_country(word: str) -> bool:
    """Tell whether a concept is a place (what adjectives and abbreviations of places mean)."""
    return word in _places()
