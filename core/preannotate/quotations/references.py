"""Frames that refer to a source: ``со ссылкой на X``, ``ссылаясь на X``; what is a reason and no source."""

from __future__ import annotations

from functools import cache

from core.model import Range
from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.analysis.lexicon import table
from core.preannotate.quotations.cues import phrase_nouns
from core.preannotate.quotations.phrases import noun_phrase
from core.preannotate.quotations.proposal import Frame, frame_of


def referred_to(sentence: Sentence, token: Token) -> Frame | None:
    """Return the frame of ``со ссылкой на Y``, ``ссылаясь на Y`` whose noun or gerund is ``token``."""
    reference = is_reference(token)
    if not reference and token.lower != "ссылаясь":
        return None
    tokens = sentence.tokens
    on = next((t for t in tokens[token.position + 1 : token.position + 3] if t.lower == "на"), None)
    if on is None or on.position + 1 >= len(tokens):
        return None
    first = token.position - 1 if reference and token.position else token.position
    head = sentence.head(on) or tokens[on.position + 1]
    if head.position <= on.position:
        head = tokens[on.position + 1]
    if _is_a_reason(head):
        return None
    phrase = tuple(t for t in noun_phrase(sentence, head) if t.position > on.position)
    return frame_of(
        "phrase",
        Range(tokens[first].start, on.end),
        token,
        phrase,
        head,
        first=first,
        last=max(on.position, *(t.position for t in phrase)) if phrase else on.position,
        evidence=(f"cue {sentence_text(tokens[first : on.position + 1])}", "the source referred to"),
    )


def _is_a_reason(noun: Token) -> bool:
    """Tell whether a noun is of a thing that tells nothing: a reason, no source (``ссылаясь на непогоду``)."""
    thing = noun.pos == "NOUN" and noun.feat("Animacy") == "Inan" and noun.text.islower()
    return thing and not any(noun.lemma in words for words in (*map(table, TELLING), _nouns_of_phrases()))


TELLING = ("descriptors", "places_of_speech", "org_heads", "cue_nouns", "general_bodies", "media")
"""The word lists of people, papers, bodies, and of what is said."""


@cache
def _nouns_of_phrases() -> frozenset[str]:
    return frozenset(noun for _, noun in phrase_nouns())


def is_reference(token: Token) -> bool:
    """Tell whether a word is ``ссылкой``, or that with a letter too many or too few (``со сслылкой на X``)."""
    return token.lower in ("ссылкой", "сслылкой", "сылкой")


def sentence_text(tokens: tuple[Token, ...]) -> str:
    return " ".join(t.text for t in tokens)
