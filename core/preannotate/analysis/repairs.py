"""Sentences as parsed with what was read or put wrongly repaired, by the dictionary and the words beside."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import Token, with_changes
from core.preannotate.analysis.attributes import (
    is_before_person,
    with_genitives,
    with_own_attributes,
    with_staying_names,
)
from core.preannotate.analysis.closing_subjects import with_closing_subjects
from core.preannotate.analysis.compounds import with_compounds
from core.preannotate.analysis.lexicon import table
from core.preannotate.analysis.misread import is_only
from core.preannotate.analysis.preposed import with_preposed_participles
from core.preannotate.analysis.subjects import (
    SUBJECTS,
    with_appositions,
    with_bearers,
    with_owners,
    with_possessives,
    with_predicates,
    with_subjects,
)
from core.preannotate.analysis.substantivised import with_substantivised

NOUN_ENDS = ("ам", "ям", "ами", "ями", "ах", "ях", "ости", "остью")
"""How nouns end, and no adjective in any case."""


def with_nouns(given: Iterable[Token]) -> tuple[Token, ...]:
    """Return a sentence with the nouns that were taken for adjectives as nouns, and above the genitive behind them
    (``из отчётности компании``, ``по прикидкам геологов``)."""
    tokens = tuple(given)
    for token in tokens:
        if token.pos == "ADJ" and token.lower.endswith(NOUN_ENDS) and is_only(token.text, "NOUN"):
            below = _before_genitive(tokens, token)
            tokens = _put_above(tokens, token) if below else with_changes(tokens, {token.position: _as_noun(token)})
    return tokens


def with_attributes(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return a sentence with the adjectives that were read as nominatives, and can be none, in the case of the noun
    behind them (``передали Озёрской епархии``)."""
    changed: dict[int, Token] = {}
    for token in tokens:
        noun = tokens[token.head] if token.pos == "ADJ" and token.rel == "amod" and token.head >= 0 else None
        if noun is None or token.feat("Case") != "Nom" or noun.feat("Case") in ("Nom", "Acc", ""):
            continue
        known = {(str(p.tag.case), str(p.tag.number)) for p in models.parses(token.lower) if p.tag.POS == "ADJF"}
        own = {number for case, number in known if models.CASES.get(case) == noun.feat("Case")}
        if own and not any(case == "nomn" for case, _ in known):
            agreeing = {name: noun.feat(name) for name in ("Case", "Gender", "Number") if noun.feat(name)}
            changed[token.position] = replace(token, feats={**token.feats, **agreeing})
    return with_changes(tokens, changed)


GOVERNED = {
    "в": ("Loc", "Acc"),
    "во": ("Loc", "Acc"),
    "на": ("Loc", "Acc"),
    "о": ("Loc",),
    "об": ("Loc",),
    "при": ("Loc",),
}
"""The cases that prepositions ask for, none of them the genitive."""


def with_places(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return a sentence with the prepositions that were put below a genitive below the noun before it, which they
    govern (``в профсоюзе моряков``), and the nouns right behind one that were read as genitives in the locative where
    they can be (``в годовой отчётности``)."""
    changed: dict[int, Token] = {}
    for token in tokens:
        if token.pos != "ADP" or token.rel != "case":
            continue
        cases = GOVERNED.get(token.lower, ())
        noun = tokens[token.head] if cases and 0 <= token.head < len(tokens) else None
        if noun is None or noun.feat("Case") not in ("Gen", "Nom", "Acc") or noun.position < token.position:
            continue
        between = tokens[token.position + 1 : noun.position]
        if noun.feat("Case") != "Gen":
            changed.update(_in_locative(noun, between))
            continue
        above = next((t for t in between if t.pos == "NOUN" and t.feat("Case") in cases), None)
        if above is not None:
            changed[token.position] = replace(token, head=above.position)
            changed[noun.position] = replace(noun, head=above.position, rel="nmod")
        elif (all(t.pos == "ADJ" for t in between) or _has_attribute(noun, between)) and _may_be_locative(noun):
            changed[noun.position] = replace(noun, feats={**noun.feats, "Case": "Loc"})
    return with_changes(tokens, changed)


def with_prepositions(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return a sentence with the prepositions that were put below an adjective below its noun (``в судебно-правовой
    комиссии``)."""
    changed: dict[int, Token] = {}
    for token in tokens:
        word = (
            tokens[token.head] if token.pos == "ADP" and token.rel == "case" and token.head > token.position else None
        )
        if word is None or word.pos != "ADJ" or word.rel != "amod" or word.head <= word.position:
            continue
        if tokens[word.head].pos in ("NOUN", "PROPN"):
            changed[token.position] = replace(token, head=word.head)
    return with_changes(tokens, changed)


def _has_attribute(noun: Token, between: tuple[Token, ...]) -> bool:
    """Tell whether an attribute of a noun right behind its preposition is in the locative (``в распространённом по
    итогам встречи пресс-релизе``)."""
    first = between[0]
    return first.head == noun.position and first.feat("Case") == "Loc" and first.feat("Number") == noun.feat("Number")


def _in_locative(noun: Token, between: tuple[Token, ...]) -> dict[int, Token]:
    """Return a noun that was read as a nominative or accusative behind a preposition in the locative singular that an
    attribute of it stands in (``в письменном комментарии``)."""
    attribute = between[-1] if between and between[-1].pos == "ADJ" else None
    if attribute is None or attribute.feat("Case") != "Loc" or attribute.feat("Number") != "Sing":
        return {}
    told = {"Case": "Loc", "Number": "Sing", "Gender": attribute.feat("Gender") or noun.feat("Gender")}
    return {noun.position: replace(noun, feats={**noun.feats, **told})} if _may_be_locative(noun) else {}


def _may_be_locative(noun: Token) -> bool:
    known = (p.tag.grammemes for p in models.parses(noun.text.lower()))
    return noun.pos == "NOUN" and any({"NOUN", "loct", "sing"} <= tags for tags in known)


PREDICATES = frozenset(("VERB", "AUX", "ADJ"))
"""Parts of speech of finite verbs and short adjectives."""


def with_verbs(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return a sentence with the verbs and short adjectives that the parse took for attributes above their nouns
    (``— каламбурит сторож``: the guard is the subject)."""
    changed: dict[int, Token] = {}
    for verb in tokens:
        if verb.head < 0 or verb.pos not in PREDICATES:
            continue
        noun = tokens[verb.head]
        circle = noun.head == verb.position
        if not (circle or verb.rel == "amod") or noun.pos not in ("NOUN", "PROPN") or noun.feat("Case") != "Nom":
            continue
        if verb.feat("VerbForm") == "Fin" or verb.feat("Variant") == "Short":
            top = next((t.position for t in tokens if t.head < 0 and t not in (verb, noun)), -1)
            head = top if circle or noun.head < 0 else noun.head
            changed[verb.position] = replace(verb, head=head, rel="parataxis" if head >= 0 else "root")
            changed[noun.position] = replace(noun, head=verb.position, rel="nsubj")
    return with_changes(tokens, changed)


ROLES = frozenset((*SUBJECTS, "nmod", "obj", "iobj", "obl", "obl:agent"))
"""Relations of nouns, in which no adjective or participle stands but as a noun."""
BESIDE = 2
"""Words between a verb and a participle that is its subject, and no participial clause that the parse took for it."""


def with_people(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return a sentence with the participles and adjectives that stand for people as nouns (``потерпевшая сказала``,
    ``по словам арестованного``): any participle that is a subject beside its verb, and the words of
    ``descriptors.tsv``."""
    people = (t for t in tokens if t.rel in ROLES and _is_person(t) and not is_before_person(tokens, t))
    return with_changes(tokens, {t.position: _as_person(t) for t in people})


def _is_countrywoman(token: Token) -> bool:
    """Tell whether a subject is somebody from a country that is read as the thing called so (``Финка добавила``)."""
    thing = token.pos == "NOUN" and token.rel == "nsubj" and token.feat("Animacy") == "Inan"
    return thing and "к" in token.lower[-4:] and token.lemma.endswith("ка") and token.lemma in table("demonyms")


def _is_person(token: Token) -> bool:
    if _is_countrywoman(token):
        return True
    participle = token.pos == "VERB" and token.feat("VerbForm") == "Part" and token.feat("Case") != ""
    if not (participle or token.pos == "ADJ") or token.feat("Gender") == "Neut":
        return False
    beside = participle and token.rel in SUBJECTS and abs(token.head - token.position) <= BESIDE
    return beside or models.lemma(token.text, "NOUN") in table("descriptors")


def _as_person(token: Token) -> Token:
    feats = {name: value for name, value in token.feats.items() if name in ("Case", "Gender", "Number")}
    return replace(token, pos="NOUN", feats=feats | {"Animacy": "Anim"})


def _before_genitive(tokens: tuple[Token, ...], token: Token) -> bool:
    """Tell whether a word stands below a noun in the genitive right behind it."""
    owner = tokens[token.head]
    below = token.rel == "amod" and token.head == token.position + 1
    return below and owner.pos in ("NOUN", "PROPN") and owner.feat("Case") == "Gen"


def _as_noun(token: Token) -> Token:
    feats = {name: value for name, value in token.feats.items() if name != "Degree"}
    own = [p.tag for p in models.parses(token.lower)]
    read = token.feat("Case") in models.cases_of(own)
    said = {} if read or not own else {"Case": models.CASES[str(own[0].case)]} | models.number_and_gender(own[0])
    return replace(token, pos="NOUN", feats=feats | said | {"Animacy": "Inan"})


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
    return with_changes(tokens, changed)


THERE = frozenset(("там", "здесь", "тут"))


def with_adverbs(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return a sentence with ``там`` that was read as a subject as the adverb that it is (``Там считают, что``)."""
    found = {t.position: replace(t, rel="advmod") for t in tokens if t.rel == "nsubj" and t.lower in THERE}
    return with_changes(tokens, found)


KINDS = (
    with_predicates,
    with_compounds,
    with_nouns,
    with_attributes,
    with_preposed_participles,
    with_places,
    with_verbs,
    with_substantivised,
    with_people,
    with_own_attributes,
    with_genitives,
    with_owners,
    with_possessives,
    with_prepositions,
    with_staying_names,
    with_subjects,
    with_bearers,
    with_appositions,
    with_adverbs,
    with_closing_subjects,
)
"""The repairs in their order."""


def repaired(given: Iterable[Token]) -> tuple[Token, ...]:
    """Return a sentence as parsed with what was taken for something else repaired, kind by kind."""
    tokens = tuple(given)
    for repair in KINDS:
        tokens = repair(tokens)
    return tokens
