"""Verbs and nouns that the morphology took for something else, told by their endings and the dictionary."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import Token
from core.preannotate.analysis.inserts import frame_verbs

_FINITE = re.compile(r"(?:[аеиоуыэюяё]л[аои]?|[аеёиуюя]т)(?:с[ья])?$")
"""How finite verbs end, and no participle in any case."""


def corrected(text: str, position: int, tag: models.Tag) -> models.Tag:
    """Return the tag of a word; that of a finite verb for one taken for a declined participle (``люди утонули``) or
    a gerund (``правила обязывают``), or, where a sentence begins with a verb of speech, for a name (``Уточнила``);
    that of a gerund for a participle (``похваставшись``).
    """
    if tag.pos == "VERB" and "Case" in tag.feats and text.endswith("вшись"):
        return models.Tag("VERB", {"Aspect": "Perf", "Tense": "Past", "VerbForm": "Conv", "Voice": "Mid"})
    participle = tag.pos == "VERB" and ("Case" in tag.feats or tag.feats.get("VerbForm") in ("Inf", "Conv"))
    opening = position == 0 and tag.pos == "PROPN"
    if not (participle or opening) or not _FINITE.search(text):
        return tag
    if opening and (not text.istitle() or models.verb_lemmas(text).isdisjoint(frame_verbs())):
        return tag
    feats = models.verb_feats(text)
    return models.Tag("VERB", feats) if feats else tag


NOUN_ENDS = ("ам", "ям", "ами", "ями", "ах", "ях", "ости", "остью")
"""How nouns end, and no adjective in any case."""


def with_nouns(given: Iterable[Token]) -> tuple[Token, ...]:
    """Return a sentence with the nouns that were taken for adjectives as nouns, and above the genitive behind them
    (``из отчётности компании``, ``по прикидкам геологов``)."""
    tokens = tuple(given)
    for token in tokens:
        if token.pos == "ADJ" and token.lower.endswith(NOUN_ENDS) and _is_noun(token):
            below = _before_genitive(tokens, token)
            tokens = _put_above(tokens, token) if below else _changed(tokens, {token.position: _as_noun(token)})
    return tokens


def _is_noun(token: Token) -> bool:
    """Tell whether the dictionary knows a word as a noun only."""
    return {str(p.tag.POS) for p in models.parses(token.text)} == {"NOUN"}


def _before_genitive(tokens: tuple[Token, ...], token: Token) -> bool:
    """Tell whether a word stands below a noun in the genitive right behind it."""
    owner = tokens[token.head]
    below = token.rel == "amod" and token.head == token.position + 1
    return below and owner.pos in ("NOUN", "PROPN") and owner.feat("Case") == "Gen"


def _as_noun(token: Token) -> Token:
    feats = {name: value for name, value in token.feats.items() if name != "Degree"}
    return replace(token, pos="NOUN", feats=feats | {"Animacy": "Inan"})


def _changed(tokens: tuple[Token, ...], changed: dict[int, Token]) -> tuple[Token, ...]:
    return tuple(changed.get(token.position, token) for token in tokens)


def _put_above(tokens: tuple[Token, ...], noun: Token) -> tuple[Token, ...]:
    """Put a noun into the place of the genitive behind it, with what stands before both, and the genitive below it."""
    owner = tokens[noun.head]
    changed = {
        noun.position: replace(_as_noun(noun), head=owner.head, rel=owner.rel),
        owner.position: replace(owner, head=noun.position, rel="nmod"),
    }
    for token in tokens[: noun.position]:
        if token.head == owner.position:
            changed[token.position] = replace(token, head=noun.position)
    return _changed(tokens, changed)
