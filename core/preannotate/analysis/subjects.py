"""Subjects that were read in another case, hung on another word or taken for something else; what belongs to them."""

from __future__ import annotations

import re
from itertools import pairwise

from msgspec.structs import replace

from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import OWNERS, Token, with_changes
from core.preannotate.analysis.lexicon import table

SUBJECTS = ("nsubj", "nsubj:pass")
DASHES = frozenset("—–-")
FEW = 6
"""Words that may stand between a possessive and its noun."""
STAYING = tuple("оуэюбвгджзйклмнпрстфхцчшщ")
"""Ends of names that no genitive has."""
_SURNAMES = {"Masc": re.compile(r"(?:[оеё]в|[иы]н|[сц]кий)$"), "Fem": re.compile(r"(?:[оеё]ва|[иы]на|[сц]кая)$")}
"""How surnames end in the nominative, by the gender of the verb."""


def with_subjects(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return a sentence with the subjects of verbs in the plural that were taken for singulars in another case in the
    nominative plural (``Учителя школы написали``; not ``три учителя написали``), and surnames in another case in the
    nominative (``Галеев отверг``, ``Белова отвергла``)."""
    tokens = _with_last(_with_women(_with_first_verb(tokens)))
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
    return with_changes(tokens, changed)


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
    return with_changes(tokens, {0: replace(first, head=verb.position, rel="nsubj")})


def _with_women(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return a sentence with the surname that was put below the object of a verb in the feminine behind ``так`` as
    the verb's subject (``«П» — так прокомментировала разрыв Белова``)."""
    changed: dict[int, Token] = {}
    for so in tokens[:-1]:
        if so.lower != "так":
            continue
        verb = tokens[so.position + 1]
        if verb.feat("Gender") != "Fem" or verb.feat("VerbForm") != "Fin":
            continue
        if any(t.head == verb.position and t.rel in SUBJECTS and not t.is_placeholder for t in tokens):
            continue
        near = tokens[verb.position + 1 : verb.position + 5]
        name = next((t for t in near if t.pos == "PROPN" and _is_surname_of(t, verb)), None)
        if name is not None and name.rel == "nmod" and tokens[name.head] in near:
            changed[name.position] = replace(_in_nominative(name, Gender="Fem"), head=verb.position, rel="nsubj")
    return with_changes(tokens, changed)


def _with_last(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return a sentence with a name in the nominative that was put below the thing in front of it as the subject of
    the verb before both, which has none (``Руководила раскопками Белова``)."""
    changed: dict[int, Token] = {}
    for name in tokens:
        if name.pos != "PROPN" or name.rel != "nmod" or name.feat("Case") != "Nom" or name.head >= name.position:
            continue
        thing = tokens[name.head]
        if thing.pos != "NOUN" or thing.feat("Animacy") != "Inan" or thing.rel not in ("obj", "obl", "iobj"):
            continue
        verb = tokens[thing.head]
        told = verb.feat("VerbForm") == "Fin" and verb.feat("Number") == "Sing" and verb.position < thing.position
        if told and not any(t.head == verb.position and t.rel in SUBJECTS for t in tokens):
            changed[name.position] = replace(name, head=verb.position, rel="nsubj")
    return with_changes(tokens, changed)


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
    return with_changes(tokens, changed)


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
    return with_changes(tokens, changed)


def _bears(name: Token, title: Token) -> bool:
    """Tell whether of two subjects of one verb the second is a name right behind its title."""
    beside = name.position == title.position + 1 and name.head == title.head and title.lemma in table("descriptors")
    return beside and (title.pos, name.pos) == ("NOUN", "PROPN") and title.feat("Animacy") == "Anim"


def _is_attribute(first: Token, noun: Token) -> bool:
    """Tell whether of two subjects of one verb the first is an adjective of the second that was read as a noun."""
    beside = noun.position == first.position + 1 and first.head == noun.head and {first.pos, noun.pos} == {"NOUN"}
    return beside and any(p.tag.POS in ("ADJF", "PRTF") for p in models.parses(first.lower))


def _is_nominative_only(token: Token) -> bool:
    """Tell whether a noun has a nominative singular, and not the case that it was read in (``Арахнолог``)."""
    cases = models.cases_of(p.tag for p in models.parses(token.text.lower()) if p.tag.POS == "NOUN")
    return "Nom" in cases and token.feat("Case") not in cases and token.feat("Animacy") == "Anim"


def _is_surname_of(token: Token, verb: Token) -> bool:
    """Tell whether a verb is in the gender that a name has in the nominative."""
    ends = _SURNAMES.get(verb.feat("Gender"))
    return ends is not None and token.text.istitle() and ends.search(token.lower) is not None


def _may_be_plural(token: Token) -> bool:
    """Tell whether a noun may be one in the nominative plural."""
    return any({"NOUN", "plur", "nomn"} <= p.tag.grammemes for p in models.parses(token.text.lower()))


def _in_nominative(token: Token, **more: str) -> Token:
    return replace(token, feats={**token.feats, "Case": "Nom", **more})


def with_owners(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return a sentence with the second of two subjects of a verb, right behind a person, as whose he is where it has
    that form and no nominative singular (``Аналитик [инвестгруппы] считает``)."""
    changed: dict[int, Token] = {}
    for person in tokens[:-1]:
        if person.rel != "nsubj" or tokens[person.position + 1].rel != "nsubj":
            continue
        owner = tokens[person.position + 1]
        beside = person.head == owner.head > owner.position
        if not beside or person.feat("Animacy") != "Anim" or owner.pos != "NOUN" or person.feat("Number") != "Sing":
            continue
        tags = [p.tag for p in models.parses(owner.lower)]
        if tokens[person.head].feat("Number") == "Plur" or any({"sing", "nomn"} <= t.grammemes for t in tags):
            continue
        if any({"NOUN", "sing", "gent"} <= t.grammemes for t in tags):
            feats = {**owner.feats, "Case": "Gen", "Number": "Sing"}
            changed[owner.position] = replace(owner, head=person.position, rel="nmod", feats=feats)
    return with_changes(tokens, changed)


def with_possessives(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return a sentence with the genitive of a pronoun right before a subject, which the parse took for its verb's
    object, below that subject (``Её соперница заметила, что``)."""
    changed: dict[int, Token] = {}
    for token in tokens:
        if token.lower not in OWNERS or token.pos != "PRON" or not token.rel.startswith(("obj", "iobj", "obl")):
            continue
        behind = tokens[token.position + 1 : token.position + 1 + FEW]
        noun = next((t for t in behind if t.pos != "ADJ"), None)
        subject = noun is not None and noun.rel == "nsubj" and noun.head == token.head > noun.position
        if noun is not None and subject and token.feat("Case") == "Gen":
            changed[token.position] = replace(token, head=noun.position, rel="det")
    return with_changes(tokens, changed)


def with_predicates(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return a sentence with the noun behind a dash as its root, where the parse hung it on its subject and that one
    on it (``Как сообщили в полиции, задержанный — преподаватель``)."""
    if any(t.head < 0 for t in tokens):
        return tokens
    for token in tokens:
        subject = tokens[token.head]
        if subject.head == token.position and subject.position < token.position:
            between = tokens[subject.position + 1 : token.position]
            if any(t.text in DASHES for t in between):
                root = replace(token, head=-1, rel="root")
                return with_changes(tokens, {token.position: root, subject.position: replace(subject, rel="nsubj")})
    return tokens
