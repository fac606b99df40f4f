"""Whose a source is: a person's name behind a noun that is nobody's title (``штаб Лужина``, ``отец Лужина``)."""

from __future__ import annotations

from collections.abc import Sequence

from core.preannotate.actors.cast import Candidate
from core.preannotate.actors.concepts import lemma_of
from core.preannotate.actors.titles import beside_name, titles_of
from core.preannotate.analysis.analysis import Analysis, Token
from core.preannotate.analysis.lexicon import table
from core.preannotate.names.inflection import grammemes

_AGENTS = """
адвокат защитник юрист представитель представительница пресс-секретарь агент импресарио менеджер продюсер пресс-атташе
поверенный
"""
AGENTS = frozenset(_AGENTS.split())
"""Nouns for those who speak for somebody."""
_TEAMS = """
команда сборная семья клан бригада аппарат кабинет лагерь сторона офис студия контора ансамбль приемная
"""
TEAMS = frozenset(_TEAMS.split())
"""Nouns for the people around somebody."""
PARTIES = frozenset(("подсудимый", "обвиняемый", "подозреваемый", "осужденный", "арестованный", "задержанный"))
"""Nouns for those who have advocates."""
STAYING = ("и", "о", "у", "е", "э", "ю", "ых", "их")
"""Ends of surnames that are alike in the plural."""
BODIES = frozenset(("organisation", "media", "office", "collective"))
"""Classes of nouns that are nobody's title."""


def is_owner(
    analysis: Analysis,
    tokens: tuple[Token, ...],
    within: Sequence[Token],
    head: Token,
    person: Candidate,
    classes: frozenset[str],
) -> bool:
    """Tell whether a name is not that of the source, but of whose it is; ``classes``: of the head noun."""
    if head in within or within[0].index < head.index:
        return False
    if _is_body(head.lemma, classes):
        return True
    if head.feat("Number") == "Plur" and head.feat("Animacy") == "Anim" and _is_of_one(within):
        return not any(t.rel == "conj" or t.lower == "и" for t in tokens if t.index > head.index)
    if head.lemma in AGENTS and _is_agents_rank(tokens, within, head):
        return False
    if head.feat("Case") != "Nom" and ("kin" in classes or head.lemma in AGENTS) and _is_titled(tokens, within, head):
        return True
    if "kin" in classes:
        return _is_of_kin(tokens, within, head)
    if head.feat("Case") == "Nom":
        return False
    between = {lemma_of(t) for t in tokens if head.index < t.index < within[0].index and t.pos == "NOUN"}
    if between & person.known or _is_holder(analysis, within, person, between):
        return True
    return head.lemma in AGENTS and _is_known_otherwise(analysis, within, person)


def _is_body(lemma: str, classes: frozenset[str]) -> bool:
    listed = lemma in TEAMS or lemma in table("org_heads") or lemma in table("body_nouns")
    return listed or (bool(classes & BODIES) and "source" not in classes)


def _is_of_one(within: Sequence[Token]) -> bool:
    """Tell whether a name is that of one person, and cannot be one of several (``сестёр Бронти``)."""
    return within[0].feat("Number") == "Sing" and not within[-1].lower.endswith(STAYING)


def _is_of_kin(tokens: tuple[Token, ...], within: Sequence[Token], head: Token) -> bool:
    """Tell whether a surname alone stands right behind a noun for kin (``по словам отца Лужина``).

    Not behind a possessive (``её муж Лужин``), and no first name (``отец Андрей``, ``сестры Анны``).
    """
    words = [t for t in within if len(t.text) > 1 and t.text[:1].isalpha()]
    first = {"Name", "Patr"} & grammemes(words[0].text) if words else {"Name"}
    owned = any(t.pos in ("DET", "PRON") for t in tokens if t.index < head.index)
    beside = bool(words) and words[0].index == head.index + 1
    return len(words) == 1 and not first and not owned and beside


def _is_agents_rank(tokens: tuple[Token, ...], within: Sequence[Token], head: Token) -> bool:
    """Tell whether the noun before a name is the rank of an agent of whom a body, or several, are told before it
    (``представителя полиции капитана Олега Лужина``)."""
    noun = next((t for t in tokens if t.index == within[0].index - 1), head)
    if noun is head or noun.feat("Case") != head.feat("Case") or noun.feat("Number") != head.feat("Number"):
        return False
    between = (t for t in tokens if head.index < t.index < noun.index and t.pos in ("NOUN", "PROPN"))
    told = any(t.feat("Case") == "Gen" and (t.feat("Animacy") != "Anim" or t.feat("Number") == "Plur") for t in between)
    return told and bool({"officer", "scholar"} & set(table("descriptors").get(lemma_of(noun), "").split(",")))


def _is_titled(tokens: tuple[Token, ...], within: Sequence[Token], head: Token) -> bool:
    """Tell whether a noun of its own stands between a source and the name of the same sex (``сына полицейского Олега
    Лужина``, ``адвоката подсудимого Олега Лужина``)."""
    noun = next((t for t in tokens if t.index == within[0].index - 1), head)
    if noun is head or noun.feat("Case") != within[0].feat("Case") or noun.feat("Number") != "Sing":
        return False
    lemma = lemma_of(noun)
    told = set(table("descriptors").get(lemma, "").split(",")) - {"", "human", "kin"}
    people = lemma in PARTIES or bool(told - BODIES - {"document", "message", "group", "source"})
    return people and noun.feat("Gender") in ("", within[0].feat("Gender"))


def _is_holder(analysis: Analysis, within: Sequence[Token], person: Candidate, offices: set[str]) -> bool:
    """Tell whether the article has given an office to a person before (``губернатор Лужин``) that now stands between a
    noun and the name (``помощника губернатора Лужина``)."""
    first = person.mentions[0]
    words = analysis.slice(first.start, first.end) if offices and first.start < within[0].start else ()
    return bool(words) and not offices.isdisjoint(titles_of(words[0], beside_name(analysis, words)))


def _is_known_otherwise(analysis: Analysis, within: Sequence[Token], person: Candidate) -> bool:
    """Tell whether the article has named a person before, as something else than the agent of somebody."""
    first = person.mentions[0]
    if first.start >= within[0].start:
        return False
    words = analysis.slice(first.start, first.end)
    titles = titles_of(words[0], beside_name(analysis, words)) if words else []
    return bool(titles) and AGENTS.isdisjoint(titles)
