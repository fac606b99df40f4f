"""Appositions between commas: which belong to a source, and which are the subject of what it says."""

from __future__ import annotations

from itertools import dropwhile, takewhile

from core.model.punctuation import DASHES
from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.analysis.lexicon import table
from core.preannotate.quotations.phrase_ends import without_hearer

REACH = 25
"""Tokens of the longest apposition."""


def with_apposition(sentence: Sentence, head: Token, right: int) -> int:
    """Take in a nominative apposition between commas after the name (``Иванов, глава фонда, сказал``), or between
    dashes a name (``её мать — актриса Анна Белова — сказала``)."""
    tokens = sentence.tokens
    if head.feat("Case") != "Nom" or right + 3 >= len(tokens):
        return right
    if tokens[right + 1].text in DASHES:
        return _named_between_dashes(tokens, head, right)
    if tokens[right + 1].text != ",":
        return right
    start = tokens[right + 2]
    if (
        start.pos not in ("NOUN", "ADJ")
        or start.feat("Case") != "Nom"
        or start.feat("Number") not in ("", head.feat("Number"))
    ):
        return right
    for token in tokens[right + 2 : right + 2 + REACH]:
        if token.text == "." and _is_initial(tokens[token.position - 1]):
            continue
        if token.text in (",", ".") or (token.text and all(c in DASHES for c in token.text)):
            inside = tokens[right + 2 : token.position]
            noun = next((t for t in inside if t.pos in ("NOUN", "PROPN") and t.feat("Case") == "Nom"), None)
            if noun is None or is_somebody_else(head, noun) or _is_sentence(head, inside):
                return right
            return right if _is_subject_behind(sentence, head, noun, token) else token.position - 1
        if token.pos in ("VERB", "AUX", "SCONJ") or token.is_placeholder or token.text in (":", ";"):
            return right
    return right


def is_somebody_else(source: Token, noun: Token) -> bool:
    """Tell whether a noun behind a source cannot be its apposition: a person behind a body or a paper, a thing behind a
    person (``Как пишет издание, мэр``, ``Как сказал мэр, мост``; not ``перевозчик, компания «Луч»``)."""
    kinds = (source.feat("Animacy"), noun.feat("Animacy"))
    if kinds == ("Inan", "Anim"):
        return noun.feat("Number") == "Sing"
    if kinds != ("Anim", "Inan") or noun.pos != "NOUN" or noun.lemma in LIKE_PEOPLE:
        return False
    named = source.pos == "PROPN" and source.feat("Case") == "Nom"
    return named or source.feat("Number") != noun.feat("Number") or not any(noun.lemma in table(t) for t in BODIES)


BODIES = ("org_heads", "body_nouns", "descriptors")
"""The word lists with nouns for bodies."""
LIKE_PEOPLE = frozenset(("звезда", "легенда", "лицо", "гордость", "надежда", "символ", "икона"))
"""Nouns for things by which people are called (``Белова, звезда сериала,``)."""


def _is_subject_behind(sentence: Sentence, head: Token, noun: Token, comma: Token) -> bool:
    """Tell whether a noun behind a source is the subject of the next clause, with a clause of its own (``Как пишет
    издание, спортсмен, занявший второе место, ушёл``)."""
    verb = sentence.head(noun) if noun.rel.startswith("nsubj") else None
    if comma.text != "," or verb is None or verb.position < comma.position or verb.position == head.head:
        return False
    behind = sentence.tokens[comma.position + 1]
    clause = behind.feat("VerbForm") == "Part" or behind.lower.startswith("котор")
    others = (t for t in sentence.dependents(verb, "nsubj") if t is not noun)
    apart = clause or verb.feat("Number") == noun.feat("Number")
    return apart and not any(t.position > comma.position for t in others)


def _is_initial(token: Token) -> bool:
    return len(token.text) == 1 and token.text.isupper()


def _named_between_dashes(tokens: tuple[Token, ...], head: Token, right: int) -> int:
    """Return the end of a person's phrase with the name that stands between dashes behind it."""
    inside = list(takewhile(lambda t: t.text not in DASHES, tokens[right + 2 : right + 2 + REACH]))
    close = right + 2 + len(inside)
    if head.feat("Animacy") != "Anim" or close >= len(tokens) or tokens[close].text not in DASHES:
        return right
    plain = all(t.pos in ("NOUN", "PROPN", "ADJ") for t in inside)
    named = bool(inside) and inside[-1].pos == "PROPN" and inside[0].feat("Case") == "Nom"
    return close - 1 if plain and named else right


def _is_sentence(head: Token, inside: tuple[Token, ...]) -> bool:
    """Tell whether a thing and what it is like stand behind a person (``Как сказал врач, рана чистая``)."""
    thing, told = inside[0], inside[-1]
    if head.feat("Animacy") != "Anim" or thing.pos != "NOUN" or thing.feat("Animacy") != "Inan":
        return False
    return told.pos == "ADV" or (told.pos == "ADJ" and told.feat("Case") == "Nom")


def within_clause(sentence: Sentence, cue: Token, phrase: tuple[Token, ...]) -> tuple[Token, ...]:
    """Cut what follows the comma that ends ``как сообщает РИА, Иванов уехал``: the next clause, no apposition."""
    phrase = without_hearer(cue, phrase)
    comma = next((t for t in phrase if t.text == "," and t.position > cue.position), None)
    if comma is None or phrase[0].position < cue.position or phrase[0] is comma:
        return phrase
    lead = sentence.tokens[max(cue.position - 5, 0) : cue.position]
    if not any(t.lower == "как" for t in lead):
        return phrase
    predicate = next((t for t in phrase if _is_short(t)), None)
    if predicate is not None:
        comma = max((t for t in phrase if t.text == "," and t.position < predicate.position), key=lambda t: t.position)
        return tuple(t for t in phrase if t.position < comma.position)
    last = phrase[-1].position
    after = sentence.tokens[last + 1] if last + 1 < len(sentence.tokens) else None
    if after is not None and after.text in (",", ")", ".") and not _is_subject_of_rest(sentence, phrase, comma):
        return phrase
    return tuple(t for t in phrase if t.position < comma.position)


def _is_subject_of_rest(sentence: Sentence, phrase: tuple[Token, ...], comma: Token) -> bool:
    """Tell whether what a comma sets off behind a source is the only subject that the clause behind it can have (``Как
    сказал ректор, глава союза Пётр Белов, живший в Турции, был убит``)."""
    noun = next((t for t in phrase if t.position > comma.position and _is_nominative(t)), None)
    rest = sentence.tokens[phrase[-1].position + 2 :]
    if noun is None or not rest or phrase[-1].position + 1 >= len(sentence.tokens):
        return False
    if rest[0].lower.startswith("котор") or (rest[0].feat("VerbForm") == "Part" and rest[0].feat("Case") == "Nom"):
        rest = tuple(dropwhile(lambda t: t.text != ",", rest))[1:]
    clause = tuple(takewhile(lambda t: t.text not in (",", ";", ":"), rest))
    predicate = next((t for t in clause if _is_short(t)), None)
    if predicate is None or predicate.lemma == "нет" or any(_is_nominative(t) for t in clause):
        return False
    told = [name for name in ("Number", "Gender") if predicate.feat(name) and noun.feat(name)]
    return predicate.feat("Number") != "" and all(predicate.feat(name) == noun.feat(name) for name in told)


def _is_nominative(token: Token) -> bool:
    return token.pos in ("NOUN", "PROPN", "PRON") and token.feat("Case") == "Nom"


def _is_short(token: Token) -> bool:
    """Tell whether a word is a predicate: a finite verb, a short adjective or participle."""
    if token.pos == "VERB":
        return token.feat("VerbForm") == "Fin" or (token.feat("VerbForm") == "Part" and not token.feat("Case"))
    return token.pos == "ADJ" and not token.feat("Case") and bool(token.feat("Gender")) and token.text.isalpha()
