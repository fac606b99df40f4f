"""Names that grammar finds: organisations by their head nouns with what says which; adjectives made from places."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache, lru_cache

from core.model import Range
from core.model.punctuation import PAIRS
from core.preannotate.analysis.analysis import Analysis, Sentence, Token
from core.preannotate.analysis.lexicon import classes, table
from core.preannotate.analysis.models import BEGINNING, beginnings_of, lemma, lower, parses
from core.preannotate.entities.spans import is_place
from core.preannotate.names.inflection import grammemes

NOMINAL = frozenset(("NOUN", "PROPN"))
BODIES = frozenset(("media", "organisation"))
PARTS = frozenset(("факультет", "отделение"))
"""Parts of a school that are called by an adjective written small (философский факультет МГУ)."""
FIELDED = frozenset(("комитет", "комиссия", "управление", "инспекция"))
"""Bodies that are told by their field alone (комитет по охране памятников)."""
TROOPS = frozenset(("армия", "фронт", "дивизия", "бригада", "корпус", "полк"))
"""Troops that are called by their number (1-я армия)."""
BELONGING = ("nmod", "appos", "flat:name", "conj", "obl", "iobj")
"""Relations of what goes on with a phrase."""
LONGEST_NAME = 6
"""Words of the longest name in marks that is taken for one by the noun before it."""


@cache
def _beginnings(lexicon: str) -> frozenset[str]:
    return frozenset(word[:3] for word in table(lexicon))


def may_be(token: Token, lexicon: str) -> bool:
    """Tell whether a word begins as one of a lexicon does: a lemma costs 50 µs, most words need none."""
    return token.lower[:3] in _beginnings(lexicon)


@cache
def _class_beginnings(kinds: frozenset[str]) -> frozenset[str]:
    listed = classes("descriptors")
    return beginnings_of(noun for kind in kinds for noun in listed[kind])


def may_be_of(token: Token, kinds: frozenset[str]) -> bool:
    """Tell whether a word begins as a form of a noun of the classes of ``descriptors.tsv`` does, or has a hyphen."""
    return token.lower[:BEGINNING] in _class_beginnings(kinds) or "-" in token.lower


@cache
def _head_beginnings() -> frozenset[str]:
    """Return the first letters of all forms of the nouns of ``org_heads.tsv``."""
    return beginnings_of(table("org_heads"))


def organisations(analysis: Analysis) -> list[Range]:
    """Return the noun phrases whose head is a noun of ``org_heads.tsv``, as far as they say which organisation."""
    heads, beginnings = table("org_heads"), _head_beginnings()
    out: list[Range] = []
    for sentence in analysis.sentences:
        for token in sentence.tokens:
            if token.lower[:BEGINNING] not in beginnings or token.pos not in NOMINAL or token.index < 0:
                continue
            if token.lemma not in heads or _is_land(token, sentence):
                continue
            phrase = _phrase(analysis, sentence, token, heads[token.lemma])
            if phrase and not any(phrase.start < o.end and o.start < phrase.end for o in out[-3:]):
                out.append(phrase)
    return out


def _is_land(head: Token, sentence: Sentence) -> bool:
    """Tell whether a noun for a body ends the name of a country (Российская Федерация, Советский Союз)."""
    if not head.text[:1].isupper() or head.position == 0:
        return False
    before = sentence.tokens[head.position - 1]
    return before.pos == "ADJ" and table("metonyms").get(f"{before.lemma} {head.lemma}") == "LOC"


def _phrase(analysis: Analysis, sentence: Sentence, head: Token, kind: str) -> Range | None:
    first, last = head, head
    at = head.position - 1
    while at >= 0 and _identifies(sentence.tokens[at], head):
        first = sentence.tokens[at]
        at -= 1
    at = head.position + 1
    while at < len(sentence.tokens) and (end := _goes_on(sentence, at, head)) > at:
        of_holder = kind == "office" and last.feat("Animacy") == "Anim"  # канцелярия президента | Глеба Чарусова
        if not of_holder and _is_over(analysis, sentence, last, at):
            break
        last = sentence.tokens[end - 1]
        at = end
    inside = sentence.tokens[first.position : last.position + 1]
    if "\n" in analysis.text[first.start : last.end] or _is_descriptor(analysis, head, last):
        return None
    return Range(first.start, last.end) if _says_which(sentence, inside, head, kind) else None


def _says_which(sentence: Sentence, inside: Sequence[Token], head: Token, kind: str) -> bool:
    """Tell whether the words of a phrase say enough of which organisation it is, by the kind of its head."""
    if kind in ("named", "proper") and not _in_number(head):
        return False
    if len(inside) == 1:
        return kind == "alone"
    if kind == "office":
        return says_whose(inside)
    if kind == "proper":
        return any(t.lower == "по" or (t.text[:1].isupper() and t.position and not _of_place(t)) for t in inside[1:])
    if kind == "named":
        told = any(_is_told(t) or (t.lower == "по" and head.lemma in FIELDED) for t in inside)
        return told and sentence.tokens[max(inside[0].position - 1, 0)].lower != "под"
    return True


def _in_number(head: Token) -> bool:
    """Tell whether a noun names a body in its number: one university, but the authorities (``body_numbers.tsv``)."""
    number = table("body_numbers").get(head.lemma, "Sing")
    return number == "any" or head.feat("Number") in (number, "")


def _is_told(token: Token) -> bool:
    """Tell whether a word is a name, a number or made of a place; the capital that begins a sentence tells nothing."""
    return (
        bool(token.position and token.text[:1].isupper())
        or token.text[:1].isdigit()
        or place_of_adjective(token.text) is not None
    )


def _of_place(token: Token) -> bool:
    return is_place(token.text) or place_of_adjective(token.text) is not None


def _is_over(analysis: Analysis, sentence: Sentence, last: Token, at: int) -> bool:
    """Tell whether a phrase ends before ``at``: behind its place (власти России | уличных акций), before a person."""
    after = sentence.tokens[at]
    if after.feat("Animacy") == "Anim" and after.rel == "appos" and after.text[:1].islower():
        return True  # командующий армией округа | генерал
    if last.text[:1].isupper() and is_place(last.text) and last.pos in NOMINAL and after.text[:1].islower():
        return after.lower != "по"
    return last.text.lower() != "имени" and last.lemma not in table("org_heads") and _is_person(analysis, after)


def _is_person(analysis: Analysis, token: Token) -> bool:
    return token.text[:1].isupper() and any(n.label == "PER" for n in analysis.names_in(token.range))


def says_whose(tokens: Sequence[Token]) -> bool:
    """Tell whether the words behind an office's noun name its organisation (пресс-служба МВД; not: ведомства)."""
    heads = table("org_heads")
    named = (t.text[:1].isupper() or place_of_adjective(t.text) or heads.get(t.lemma) == "alone" for t in tokens[1:])
    return any(named)


def field_end(analysis: Analysis, end: int) -> int:
    """Return the end of an organisation's name ending at ``end`` with its field after it (суд по правам человека)."""
    token = analysis.at(end - 1)
    sentence = analysis.sentence_of.get(token.index) if token else None
    if token is None or sentence is None or token.position + 1 >= len(sentence.tokens):
        return end
    if sentence.tokens[token.position + 1].lower != "по" or token.lemma not in table("org_heads"):
        return end
    behind = _field(sentence, token.position + 1, token)
    while behind > token.position + 1 and behind < len(sentence.tokens):
        further = _genitive_run(sentence, behind)
        if further == behind:
            break
        behind = further
    return sentence.tokens[behind - 1].end if behind > token.position + 1 else end


def _is_descriptor(analysis: Analysis, head: Token, last: Token) -> bool:
    """Tell whether the phrase only describes the name that follows it (белградское агентство Orbis)."""
    if head.index + 1 >= len(analysis.tokens):
        return False
    after = analysis.tokens[head.index + 1]
    if last is head:
        return after.text[:1] in '«"“„' or (after.text[:1].isascii() and after.text[:1].isupper())
    media = "media" in table("descriptors").get(head.lemma, "").split(",")
    return media and after.text[:1].isupper() and not _of_place(after)  # агентство Франс Пресс


def _identifies(token: Token, head: Token) -> bool:
    """An adjective before the head that is part of the name: from a place, or with a capital, or of a known kind."""
    if token.index < 0 or token.pos != "ADJ" or token.feat("Case") != head.feat("Case"):
        return False
    return (
        token.text[:1].isupper()
        or head.lemma in PARTS
        or (token.text[:1].isdigit() and head.lemma in TROOPS)
        or place_of_adjective(token.text) is not None
        or (may_be(token, "office_adjectives") and token.lemma in table("office_adjectives"))
    )


def _goes_on(sentence: Sentence, at: int, head: Token) -> int:
    """Return the index behind what goes on with a phrase at ``at``: a genitive, or по with a dative."""
    return _field(sentence, at, head) if sentence.tokens[at].lower == "по" else _genitive_run(sentence, at)


def _field(sentence: Sentence, at: int, head: Token) -> int:
    """Return the index behind the field of an office (комитет по охране памятников) that begins with по at ``at``."""
    noun = sentence.head(sentence.tokens[at])
    if (
        noun is None
        or noun.position <= at
        or noun.rel != "nmod"
        or noun.feat("Case") != "Dat"
        or noun.pos not in NOMINAL
        or (may_be(noun, "no_fields") and noun.lemma in table("no_fields"))
    ):
        return at
    above = sentence.head(noun)
    near = noun.position - at <= 3 and all(t.pos == "ADJ" for t in sentence.tokens[at + 1 : noun.position])
    if above is None or above.index != head.index or not near:
        return at
    return _coordinated(sentence, noun)


def _coordinated(sentence: Sentence, noun: Token) -> int:
    """Return the index behind a noun of a field and a second one that и joins to it (по законодательству и праву)."""
    at = noun.position + 1
    if at + 1 >= len(sentence.tokens) or sentence.tokens[at].lower != "и":
        return at
    end = at + 1
    while (
        end < len(sentence.tokens) and sentence.tokens[end].pos == "ADJ" and sentence.tokens[end].feat("Case") == "Dat"
    ):
        end += 1
    second = sentence.tokens[end] if end < len(sentence.tokens) else noun
    joined = second.rel == "conj" and second.head == noun.position and second.feat("Case") == "Dat"
    return end + 1 if joined and second.pos in NOMINAL else at


def _genitive_run(sentence: Sentence, at: int) -> int:
    """Return the index behind the genitive that begins at ``at`` and depends on the head's phrase; ``at`` if none."""
    end = at
    cases = ("Gen", "Ins") if sentence.tokens[at - 1].lower.startswith("управлени") else ("Gen",)  # управление делами
    while end < len(sentence.tokens):
        token = sentence.tokens[end]
        if token.index < 0:
            break
        if token.pos == "ADJ" and token.feat("Case") in cases:
            end += 1
            continue
        if token.pos in NOMINAL and token.feat("Case") in cases and token.rel in BELONGING:
            return end + 1
        break
    return at


def names_in_marks(analysis: Analysis) -> list[Range]:
    """Return the names in quotation marks right behind a noun for media or bodies (телеграм-канал «Голос реки»)."""
    tokens = analysis.tokens
    found = []
    for mark in tokens[1:-2]:
        if mark.text not in PAIRS or not is_body_noun(tokens[mark.index - 1]):
            continue
        inside = tokens[mark.index + 1 : mark.index + 2 + LONGEST_NAME]
        close = next((t for t in inside if t.text in PAIRS[mark.text]), None)
        named = close is not None and close.index > mark.index + 1 and inside[0].text[:1].isupper()
        if named and close is not None and not any(t.text in ".!?:;" for t in tokens[mark.index + 1 : close.index]):
            found.append(Range(inside[0].start, tokens[close.index - 1].end))
    return found


def is_body_noun(token: Token) -> bool:
    """Tell whether a word, or the end of it behind a hyphen, is a noun for media or organisations (Telegram-канал)."""
    if token.pos not in NOMINAL or token.feat("Number") == "Plur" or not may_be_of(token, BODIES):
        return False
    noun = lemma(token.lower.rpartition("-")[2], "NOUN") if "-" in token.text else token.lemma
    return not BODIES.isdisjoint(table("descriptors").get(noun, "").split(","))


def adjectives_of_places(analysis: Analysis, inside: Collection[int] = ()) -> list[Range]:
    """Return the adjectives made from countries, towns and regions (американский, уфимская); Тульская область whole.

    Not before people of arts, sports and trades: there they tell a nationality (``nationality_heads.tsv``), but inside
    an organisation's name (Союз польских писателей); nor where they tell a sort (``place_sorts.tsv``).
    """
    found = []
    for token in analysis.tokens:
        if token.pos not in ("ADJ", "PROPN", "NOUN") or not _stem(token.lower):
            continue
        if place_of_adjective(token.text) is None or _personal(token):
            continue
        after = analysis.tokens[token.index + 1] if token.index + 1 < len(analysis.tokens) else None
        if after and token.text[:1].isupper() and _is_unit(token, after):
            found.append(Range(token.start, after.end))
        elif after and token.text[:1].isupper() and may_be(after, "built") and after.lemma in table("built"):
            continue  # Тверская улица
        elif (noun := _modified(analysis, token)) in table("place_sorts"):
            continue
        elif noun not in table("nationality_heads") or token.start in inside:
            found.append(token.range)
    return found


def _is_unit(adjective: Token, noun: Token) -> bool:
    """Tell whether a noun makes one place with an adjective: a unit (Тульская область), a land (Советский Союз)."""
    if may_be(noun, "place_heads") and noun.lemma in table("place_heads"):
        return True
    return noun.text[:1].isupper() and table("metonyms").get(f"{adjective.lemma} {noun.lemma}") == "LOC"


def _modified(analysis: Analysis, token: Token) -> str:
    """Return the lemma of the noun that an adjective modifies, its last part; empty where there is none of interest."""
    sentence = analysis.sentence_of.get(token.index)
    head = sentence.head(token) if sentence and token.rel == "amod" else None
    if head is None or head.index < token.index:
        return ""
    if "-" in head.text:
        return lemma(head.lower.rpartition("-")[2], "NOUN")
    return head.lemma if may_be(head, "nationality_heads") or may_be(head, "place_sorts") else ""


def _personal(token: Token) -> bool:
    return token.pos != "ADJ" and "Surn" in grammemes(token.text)


_STEM = re.compile(r".*[сц]к|подмосковн")


def _stem(word: str) -> str:
    """Return what all forms of an adjective made from a place begin with, behind a hyphen; '' for other words."""
    told = "ск" in word or "цк" in word or "подмосковн" in word  # a cheap guard
    return found.group() if told and (found := _STEM.match(word.rpartition("-")[2])) else ""


@cache
def _stems() -> frozenset[str]:
    return frozenset(map(_stem, table("place_adjectives"))) - {""}


@lru_cache(maxsize=20_000)
def place_of_adjective(word: str) -> str | None:
    """Return the place that an adjective is made from, lower case; None where it is made from none."""
    low = word.lower()
    if _stem(lower(word)) not in _stems():
        return None
    for parse in parses(low)[:3]:
        if parse.tag.POS != "ADJF":
            continue
        base = parse.normal_form.replace("ё", "е")
        listed = table("place_adjectives").get(base)
        if listed is not None:
            return listed
    return None
