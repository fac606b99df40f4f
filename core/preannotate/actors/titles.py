"""What an article says of a person beside the name: titles, offices, trades, and which country or organisation."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from core.preannotate.actors.concepts import attribute, lemma_of, office_of
from core.preannotate.actors.deeds import called_by_deeds, deeds_of
from core.preannotate.actors.holding import become, called_by_office, headed
from core.preannotate.analysis.analysis import OWNERS, Analysis, Sentence, Token
from core.preannotate.analysis.lexicon import rows, table
from core.preannotate.entities.persons import may_be_kin
from core.preannotate.names.inflection import folded

NOMINAL = frozenset(("NOUN", "PROPN", "ADJ"))
LONGEST = 9
"""Tokens of a title before the name that are looked at."""


class Beside(NamedTuple):
    """The titles before and behind a name; ``sentence``: that of the name, None where it stands in none."""

    sentence: Sentence | None
    before: list[Token]
    after: list[Token]


def beside_name(analysis: Analysis, tokens: Sequence[Token], case: str = "") -> Beside:
    """Return the titles of the person whose name ``tokens`` are: before it, after a comma, after a dash.

    ``case``: the case that the name was read in (UD), beside the one that the morphology model gives its first word.
    """
    sentence = analysis.sentence_of.get(tokens[0].index)
    if sentence is None:
        return Beside(None, [], [])
    before = before_name(sentence, tokens[0], case) or before_comma(sentence, tokens[0])
    return Beside(sentence, before, after_name(sentence, tokens[-1]))


def titles_of(name: Token, beside: Beside) -> list[str]:
    """Return the lemmas that describe a person, by the first word of the name and the titles beside it."""
    if beside.sentence is None:
        return []
    told = become(beside.sentence, name)
    words = [attribute(t, found) for found in (beside.before, beside.after, told) for t in found]
    words += [country for word in words for country in table("demonyms").get(word, "").split()]
    words += [word for pair in pairwise(words) for word in TRADES.get(pair, ())]
    words += _called_by_body(words)
    words += headed(beside.sentence, name)
    deeds = deeds_of(beside.sentence, name, next((t for t in beside.before if t.pos == "NOUN"), None))
    words += [*called_by_deeds(deeds), *called_by_office(beside.sentence, deeds)]
    twin = next((TWINS[word] for word in words if word in TWINS), "")
    office = office_of("глава", words) if "глава" in words else twin
    return [*words, office] if office else words


OF_BODIES = {
    "мвд": ("полицейский",),
    "полиция": ("полицейский",),
    "прокуратура": ("прокурор",),
    "посольство": ("дипломат",),
    "мид": ("дипломат",),
    "армия": ("военный",),
    "оборона": ("военный",),
    "больница": ("врач", "медик"),
    "клиника": ("врач", "медик"),
    "госпиталь": ("врач", "медик"),
    "мэрия": ("чиновник", "чиновница"),
    "администрация": ("чиновник", "чиновница"),
    "департамент": ("чиновник", "чиновница"),
    "министерство": ("чиновник", "чиновница"),
    "мчс": ("спасатель",),
}
"""What people who speak for a body or head it are called by it, by its concept."""
_SPEAKING = frozenset(("chief", "spokesman", "official", "officer"))


def _called_by_body(words: Sequence[str]) -> list[str]:
    """Return what somebody is called by the body that he heads or speaks for (``пресс-секретарь полиции``)."""
    called = [noun for word in words for noun in OF_BODIES.get(word, ())]
    listed = table("descriptors")
    speaks = called and any(not _SPEAKING.isdisjoint(listed.get(word, "").split(",")) for word in words)
    return [noun for noun in called if noun not in words] if speaks else []


TWINS = {"премьер-министр": "премьер"}
"""The other name of an office."""
TRADES = {
    ("научный", "сотрудник"): ("ученый",),
    ("научный", "руководитель"): ("ученый",),
    ("классный", "руководитель"): ("учитель", "учительница"),
    ("главный", "редактор"): ("главред",),
    ("генеральный", "секретарь"): ("генсек",),
    ("генеральный", "директор"): ("гендиректор",),
    ("генеральный", "прокурор"): ("генпрокурор",),
}
"""The trade or the short word that an attribute and its noun tell together."""


def title_gender(beside: Beside) -> str:
    """Return ``f`` where a title before or behind a name is a noun for women (сестра, певица), ``m`` where it is one
    from a place that women are called otherwise by (японец), else ''."""
    words = beside.before[:3] + beside.after[:3]
    nouns = [t for t in words if t.pos == "NOUN" and t.feat("Animacy") == "Anim"]
    if nouns and nouns[0].feat("Gender") == "Fem":
        return "f"
    return "m" if nouns and nouns[0].lemma in table("demonyms") else ""


@cache
def _holders() -> dict[str, tuple[str, ...]]:
    return {folded(name): tuple(titles.split()) for name, titles in rows("office_holders")}


def known_titles(name: str) -> tuple[str, ...]:
    """Return the offices that everybody knows somebody by, from ``office_holders.tsv``; empty for most people."""
    words = folded(name).split()
    return _holders().get(words[-1], ()) if words else ()


def before_name(sentence: Sentence, first: Token, case: str) -> list[Token]:
    """Return the title in front of a name: the noun phrase that ends where the name begins, without another person."""
    found: list[Token] = []
    at = first.position - 1
    while at >= 0 and len(found) < LONGEST:
        token = sentence.tokens[at]
        numbered = token.text == "№" or token.text.isdigit()
        joins = bool(found) and (token.pos in ("ADP", "CCONJ") or token.lower in OWNERS)
        inside = token.pos in NOMINAL or joins or token.text in '«»"-()' or numbered
        if not inside or token.is_placeholder or (found and _joins_persons(sentence, token)):
            break
        found.append(token)
        at -= 1
    words = [t for t in reversed(found) if t.pos in NOMINAL]
    nouns = [t for t in words if t.pos != "ADJ"]
    cases = {first.feat("Case"), case}
    agreeing = [t for t in nouns if _agrees(t, cases) and _is_title(t) and t.feat("Animacy") != "Inan"]
    parted = max((t.position for t in found if t.pos == "ADP"), default=-1)
    agreeing = [t for t in agreeing if t.feat("Number") != "Plur" or t.position > parted]  # группа врачей во главе с
    if not agreeing:
        return []
    start = agreeing[0].position
    while start > 0 and sentence.tokens[start - 1].pos == "ADJ":
        start -= 1
    return [t for t in words if t.position >= start]


def _joins_persons(sentence: Sentence, conjunction: Token) -> bool:
    """Tell whether a word joins another title to a name (``врач Лужин и его коллега Белова``)."""
    before = sentence.tokens[conjunction.position - 1] if conjunction.position else None
    if before is None or conjunction.pos != "CCONJ":
        return False
    return before.pos == "PROPN" and before.feat("Animacy") == "Anim" and before.text[:1].isupper()


def before_comma(sentence: Sentence, first: Token) -> list[Token]:
    """Return the noun for kin that a name behind a comma is an apposition to (``Дочь певицы, 19-летняя Ева``)."""
    noun = sentence.head(first) if first.rel == "appos" else None
    if noun is None or not may_be_kin(noun) or noun.feat("Number") != "Sing":
        return []
    words = sentence.tokens[noun.position : first.position]
    commas = [t.position for t in words if t.text == ","]
    alike = noun.feat("Case") == first.feat("Case") and noun.feat("Case") != ""
    if len(commas) != 1 or not alike or any(t.pos != "ADJ" for t in sentence.tokens[commas[0] + 1 : first.position]):
        return []
    start = noun.position
    while start > 0 and sentence.tokens[start - 1].pos == "ADJ":
        start -= 1
    return [t for t in sentence.tokens[start : commas[0]] if t.pos in NOMINAL]


def _agrees(noun: Token, cases: AbstractSet[str]) -> bool:
    """Tell whether a title is in one of the cases of a name; the accusative of men is like the genitive (``ударил
    нападающего Белова``)."""
    case = noun.feat("Case")
    if case in cases:
        return True
    return case == "Acc" and "Gen" in cases and "kin" not in table("descriptors").get(noun.lemma, "kin")


def _is_title(token: Token) -> bool:
    """Tell whether a word is a common noun, be it read as a name for its capital (``Политолог Фёдор Дымов``)."""
    return token.pos == "NOUN" or (token.position == 0 and lemma_of(token) in table("descriptors"))


def after_name(sentence: Sentence, last: Token) -> list[Token]:
    """Return the apposition behind a name: ``, министр …,`` or ``— министр …``."""
    at = last.position + 1
    if at + 1 >= len(sentence.tokens) or sentence.tokens[at].text not in (",", "—", "–", "-"):
        return []
    found: list[Token] = []
    for token in sentence.tokens[at + 1 : at + 1 + LONGEST]:
        attribute_of = token.rel == "amod" and token.feat("VerbForm") == "Part"  # действующий чемпион
        if token.pos not in NOMINAL and token.pos != "ADP" and token.text not in '«»"' and not attribute_of:
            break
        found.append(token)
    words = [t for t in found if t.pos in NOMINAL]
    noun = next((t for t in words if t.pos == "NOUN"), None)
    if noun is None or noun.feat("Animacy") != "Anim" or noun.feat("Case") != last.feat("Case"):
        return []
    return [] if _opens_clause(sentence, noun) else words


def _opens_clause(sentence: Sentence, noun: Token) -> bool:
    """Tell whether a noun behind a comma is the subject of its own clause (``Как сообщил Белов, водитель скрылся``)."""
    verb = sentence.head(noun) if noun.rel.startswith("nsubj") else None
    if verb is None or verb.position < noun.position:
        return False
    return not any(t.text in (",", "—", "–", "-") for t in sentence.tokens[noun.position : verb.position])
