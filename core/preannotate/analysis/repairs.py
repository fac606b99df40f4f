"""Sentences as parsed with what was read or put wrongly repaired, by the dictionary and the words beside."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from msgspec.structs import replace

from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import Token
from core.preannotate.analysis.attributes import with_own_attributes, with_staying_names
from core.preannotate.analysis.lexicon import table
from core.preannotate.analysis.misread import is_only

NOUN_ENDS = ("ам", "ям", "ами", "ями", "ах", "ях", "ости", "остью")
"""How nouns end, and no adjective in any case."""


def with_nouns(given: Iterable[Token]) -> tuple[Token, ...]:
    """Return a sentence with the nouns that were taken for adjectives as nouns, and above the genitive behind them
    (``из отчётности компании``, ``по прикидкам геологов``)."""
    tokens = tuple(given)
    for token in tokens:
        if token.pos == "ADJ" and token.lower.endswith(NOUN_ENDS) and is_only(token.text, "NOUN"):
            below = _before_genitive(tokens, token)
            tokens = _put_above(tokens, token) if below else _changed(tokens, {token.position: _as_noun(token)})
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
    return _changed(tokens, changed) if changed else tokens


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
        if noun is None or noun.feat("Case") != "Gen" or noun.position < token.position:
            continue
        between = tokens[token.position + 1 : noun.position]
        above = next((t for t in between if t.pos == "NOUN" and t.feat("Case") in cases), None)
        if above is not None:
            changed[token.position] = replace(token, head=above.position)
            changed[noun.position] = replace(noun, head=above.position, rel="nmod")
        elif (all(t.pos == "ADJ" for t in between) or _has_attribute(noun, between)) and _may_be_locative(noun):
            changed[noun.position] = replace(noun, feats={**noun.feats, "Case": "Loc"})
    return _changed(tokens, changed)


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
    return _changed(tokens, changed) if changed else tokens


def _has_attribute(noun: Token, between: tuple[Token, ...]) -> bool:
    """Tell whether an attribute of a noun right behind its preposition is in the locative (``в распространённом по
    итогам встречи пресс-релизе``)."""
    first = between[0]
    return first.head == noun.position and first.feat("Case") == "Loc" and first.feat("Number") == noun.feat("Number")


def _may_be_locative(noun: Token) -> bool:
    known = (p.tag.grammemes for p in models.parses(noun.text.lower()))
    return noun.pos == "NOUN" and any({"NOUN", "loct", "sing"} <= tags for tags in known)


def with_verbs(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return a sentence with the verbs and short adjectives that the parse took for attributes above their nouns
    (``— каламбурит сторож``: the guard is the subject)."""
    changed: dict[int, Token] = {}
    for verb in tokens:
        noun = tokens[verb.head] if verb.head >= 0 else verb
        circle = noun.head == verb.position
        if not (circle or verb.rel == "amod") or noun.pos not in ("NOUN", "PROPN") or noun.feat("Case") != "Nom":
            continue
        if verb.head >= 0 and (verb.feat("VerbForm") == "Fin" or verb.feat("Variant") == "Short"):
            top = next((t.position for t in tokens if t.head < 0 and t not in (verb, noun)), -1)
            head = top if circle or noun.head < 0 else noun.head
            changed[verb.position] = replace(verb, head=head, rel="parataxis" if head >= 0 else "root")
            changed[noun.position] = replace(noun, head=verb.position, rel="nsubj")
    return _changed(tokens, changed)


SUBJECTS = ("nsubj", "nsubj:pass")
ROLES = frozenset((*SUBJECTS, "nmod", "obj", "iobj", "obl", "obl:agent"))
"""Relations of nouns, in which no adjective or participle stands but as a noun."""
BESIDE = 2
"""Words between a verb and a participle that is its subject, and no participial clause that the parse took for it."""


def with_people(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return a sentence with the participles and adjectives that stand for people as nouns (``потерпевшая сказала``,
    ``по словам арестованного``): any participle that is a subject beside its verb, and the words of
    ``descriptors.tsv``."""
    return _changed(tokens, {t.position: _as_person(t) for t in tokens if t.rel in ROLES and _is_person(t)})


def _is_person(token: Token) -> bool:
    participle = token.pos == "VERB" and token.feat("VerbForm") == "Part" and token.feat("Case") != ""
    if not (participle or token.pos == "ADJ") or token.feat("Gender") == "Neut":
        return False
    beside = participle and token.rel in SUBJECTS and abs(token.head - token.position) <= BESIDE
    return beside or models.lemma(token.text, "NOUN") in table("descriptors")


def _as_person(token: Token) -> Token:
    feats = {name: value for name, value in token.feats.items() if name in ("Case", "Gender", "Number")}
    return replace(token, pos="NOUN", feats=feats | {"Animacy": "Anim"})


def with_subjects(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return a sentence with the subjects of verbs in the plural that were taken for singulars in another case in the
    nominative plural (``Учителя школы написали``; not ``три учителя написали``), and surnames in another case in the
    nominative (``Галеев отверг``, ``Белова отвергла``)."""
    tokens = _with_women(_with_first_verb(tokens))
    wrong = [t for t in tokens if t.rel in SUBJECTS and t.pos in ("NOUN", "PROPN") and t.feat("Case") != "Nom"]
    if not wrong:
        return tokens
    counted = {t.head for t in tokens if t.pos == "NUM" and t.rel.startswith("nummod")}
    changed: dict[int, Token] = {}
    for token in wrong:
        verb = tokens[token.head] if 0 <= token.head < len(tokens) else None
        if verb is None or verb.feat("VerbForm") != "Fin":
            continue
        noun, number = token.pos == "NOUN", verb.feat("Number")
        if number == "Plur" and noun and token.position not in counted and _may_be_plural(token):
            changed[token.position] = _in_nominative(token, Number="Plur")
        elif number == "Sing" and (_is_nominative_only(token) if noun else _is_surname_of(token, verb)):
            changed[token.position] = _in_nominative(token)
    return _changed(tokens, changed)


def _with_first_verb(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return a sentence that a surname opens with it as the subject of the verb of its clause that has its gender,
    where the parse made it that of another clause (``Белова не исключила, что опыт возможен``)."""
    first = tokens[0] if tokens else None
    if first is None or first.pos != "PROPN" or first.rel not in SUBJECTS:
        return tokens
    comma = next((t.position for t in tokens if t.text == ","), len(tokens))
    verb = next((t for t in tokens[:comma] if t.pos == "VERB" and t.feat("VerbForm") == "Fin"), None)
    if verb is None or first.head <= comma or not _is_surname_of(first, verb):
        return tokens
    return _changed(tokens, {0: replace(first, head=verb.position, rel="nsubj")})


def _with_women(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return a sentence with the surname that was put below the object of a verb in the feminine behind ``так`` as
    the verb's subject (``«П» — так прокомментировала разрыв Белова``)."""
    changed: dict[int, Token] = {}
    for so, verb in pairwise(tokens):
        if so.lower != "так" or verb.feat("Gender") != "Fem" or verb.feat("VerbForm") != "Fin":
            continue
        if any(t.head == verb.position and t.rel in SUBJECTS and not t.is_placeholder for t in tokens):
            continue
        near = tokens[verb.position + 1 : verb.position + 5]
        name = next((t for t in near if t.pos == "PROPN" and _is_surname_of(t, verb)), None)
        if name is not None and name.rel == "nmod" and tokens[name.head] in near:
            changed[name.position] = replace(_in_nominative(name, Gender="Fem"), head=verb.position, rel="nsubj")
    return _changed(tokens, changed) if changed else tokens


STAYING = tuple("оуэю")
"""Ends of names that no genitive has."""


def with_bearers(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return a sentence with the names of one form that were read as genitives, beside the nominative noun that they
    are appositions to, in the nominative (``полузащитник «Маяка» Лусиану Прадо``; not ``жена Лусиану Прадо``)."""
    changed: dict[int, Token] = {}
    for name in tokens:
        if name.rel != "appos" or name.pos != "PROPN" or name.feat("Case") != "Gen":
            continue
        noun = tokens[name.head]
        classes = table("descriptors").get(noun.lemma, "")
        if noun.feat("Case") != "Nom" or noun.pos != "NOUN" or not classes or "kin" in classes:
            continue
        words = [name, *(t for t in tokens if t.head == name.position and t.rel == "flat:name")]
        if all(t.lower.endswith(STAYING) for t in words):
            changed.update((t.position, _in_nominative(t)) for t in words)
    return _changed(tokens, changed)


def with_appositions(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return a sentence with the second subject of a verb, right behind a name and a comma, as the name's apposition
    (``Анна Белова, мама школьника, уверяет``), a name right behind a title as the title's (``: мэр Белов заявил``), and
    the first of two nouns side by side as an attribute (``управляющий партнёр``)."""
    subjects = [t for t in tokens if t.rel == "nsubj" and t.feat("Case") == "Nom"]
    changed: dict[int, Token] = {}
    for name, noun in pairwise(subjects):
        if _is_attribute(name, noun):
            changed[name.position] = replace(name, head=noun.position, rel="amod")
        if _bears(noun, name):
            changed[noun.position] = replace(noun, head=name.position, rel="appos")
        if name.pos != "PROPN" or noun.pos != "NOUN" or name.head != noun.head or noun.head < noun.position:
            continue
        between = tokens[name.position + 1 : noun.position]
        named = all(t.pos == "PROPN" for t in between[:-1]) and between[-1:] and between[-1].text == ","
        if named and any(t.text == "," for t in tokens[noun.position + 1 : noun.head]):
            changed[noun.position] = replace(noun, head=name.position, rel="appos")
    return _changed(tokens, changed) if changed else tokens


def _is_attribute(first: Token, noun: Token) -> bool:
    """Tell whether of two subjects of one verb the first is an adjective of the second that was read as a noun."""
    beside = noun.position == first.position + 1 and first.head == noun.head and {first.pos, noun.pos} == {"NOUN"}
    return beside and any(p.tag.POS in ("ADJF", "PRTF") for p in models.parses(first.lower))


def _bears(name: Token, title: Token) -> bool:
    """Tell whether of two subjects of one verb the second is a name right behind its title."""
    beside = name.position == title.position + 1 and name.head == title.head and title.lemma in table("descriptors")
    return beside and (title.pos, name.pos) == ("NOUN", "PROPN") and title.feat("Animacy") == "Anim"


def _is_nominative_only(token: Token) -> bool:
    """Tell whether a noun has a nominative singular, and not the case that it was read in (``Арахнолог``)."""
    cases = {models.CASES.get(str(p.tag.case)) for p in models.parses(token.text.lower()) if p.tag.POS == "NOUN"}
    return "Nom" in cases and token.feat("Case") not in cases and token.feat("Animacy") == "Anim"


_SURNAMES = {"Masc": re.compile(r"(?:[оеё]в|[иы]н|[сц]кий)$"), "Fem": re.compile(r"(?:[оеё]ва|[иы]на|[сц]кая)$")}
"""How surnames end in the nominative, by the gender of the verb."""


def _is_surname_of(token: Token, verb: Token) -> bool:
    """Tell whether a verb is in the gender that a name has in the nominative."""
    ends = _SURNAMES.get(verb.feat("Gender"))
    return ends is not None and token.text.istitle() and ends.search(token.lower) is not None


def _may_be_plural(token: Token) -> bool:
    """Tell whether a noun may be one in the nominative plural."""
    return any({"NOUN", "plur", "nomn"} <= p.tag.grammemes for p in models.parses(token.text.lower()))


def _in_nominative(token: Token, **more: str) -> Token:
    return replace(token, feats={**token.feats, "Case": "Nom", **more})


def _before_genitive(tokens: tuple[Token, ...], token: Token) -> bool:
    """Tell whether a word stands below a noun in the genitive right behind it."""
    owner = tokens[token.head]
    below = token.rel == "amod" and token.head == token.position + 1
    return below and owner.pos in ("NOUN", "PROPN") and owner.feat("Case") == "Gen"


def _as_noun(token: Token) -> Token:
    feats = {name: value for name, value in token.feats.items() if name != "Degree"}
    own = [p.tag for p in models.parses(token.lower)]
    read = any(models.CASES.get(str(tag.case)) == token.feat("Case") for tag in own)
    said = {} if read or not own else {"Case": models.CASES[str(own[0].case)]} | models.number_and_gender(own[0])
    return replace(token, pos="NOUN", feats=feats | said | {"Animacy": "Inan"})


def _changed(tokens: tuple[Token, ...], changed: dict[int, Token]) -> tuple[Token, ...]:
    return tuple(changed.get(token.position, token) for token in tokens) if changed else tokens


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


THERE = frozenset(("там", "здесь", "тут"))


def with_adverbs(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return a sentence with ``там`` that was read as a subject as the adverb that it is (``Там считают, что``)."""
    found = {t.position: replace(t, rel="advmod") for t in tokens if t.rel == "nsubj" and t.lower in THERE}
    return _changed(tokens, found)


KINDS = (
    with_nouns,
    with_attributes,
    with_places,
    with_verbs,
    with_people,
    with_own_attributes,
    with_prepositions,
    with_staying_names,
    with_subjects,
    with_bearers,
    with_appositions,
    with_adverbs,
)
"""The repairs in their order."""


def repaired(given: Iterable[Token]) -> tuple[Token, ...]:
    """Return a sentence as parsed with what was taken for something else repaired, kind by kind."""
    tokens = tuple(given)
    for repair in KINDS:
        tokens = repair(tokens)
    return tokens
