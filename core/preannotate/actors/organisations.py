"""Organisations: inflected names, abbreviations in brackets or by initials, media with or without a descriptor."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from core.model import ActorKind
from core.model.punctuation import OPENERS, STRAIGHT
from core.preannotate.actors.cast import Candidate, Mention, mention_of
from core.preannotate.actors.concepts import concept, is_country
from core.preannotate.actors.spelling import in_latin
from core.preannotate.analysis.analysis import Analysis, Token
from core.preannotate.analysis.lexicon import rows, table
from core.preannotate.analysis.models import BEGINNING, beginnings_of
from core.preannotate.analysis.models import lemma as lemma_of_word
from core.preannotate.entities.grammar import place_of_adjective
from core.preannotate.entities.proposals import EntityProposal
from core.preannotate.names.inflection import WOMENS_ENDINGS, folded, grammemes, known_parses
from core.preannotate.names.names import WORD, same_word
from core.preannotate.names.phrase import nominative_phrase

NEWS = frozenset(
    [
        "писать",
        "передавать",
        "интервью",
        "цитировать",
        "корреспондент",
        "журналист",
        "обозреватель",
        "публикация",
        "опубликовать",
    ]
)
COINED = re.compile(
    r"(\w{2,}(?:банк|маш|пром|строй|снаб|торг|транс|завод|инвест|лес|мет|хим|телеком|фонд|софт|маркет|холдинг|газ))(?:а|у|ом|е)$"
)
"""Coined names of firms in an oblique case, by what they end with (``Онежбанке``)."""
CAPITAL = {"столичн": "москва"}
"""The place of the beginning of an adjective that means a capital."""
CHAMBERS = ("нижн", "верхн")
"""Beginnings of words for a house of a parliament that say which, and are not its name."""
OPENING = frozenset(OPENERS + STRAIGHT)
BODIES = frozenset(("media", "organisation", "office"))
SMALL = frozenset(["и", "по", "в", "на", "с", "о", "об", "для", "при", "от", "из", "за", "the", "of", "and"])


def cluster_organisations(
    analysis: Analysis, entities: Sequence[EntityProposal], of_entity: list[Candidate | None]
) -> list[Candidate]:
    """Return the organisations in the order of their first mention, and note each in ``of_entity``."""
    found: list[Candidate] = []
    by_key: dict[str, list[Candidate]] = {}
    ends: dict[int, Candidate] = {}
    straight: set[str] = set()
    for index, entity in enumerate(entities):
        tokens = analysis.touching(entity.range.start, entity.range.end) if entity.label == "ORG" else ()
        if not any(t.text[:1].isalnum() for t in tokens):
            continue
        mention = mention_of(analysis, tokens)
        mention = mention._replace(words=tuple(in_latin(" ".join(mention.words)).split(" ")))
        keys = _find_by(mention.words)
        owner = next((o for key in keys for o in by_key.get(key, ()) if _same(o, mention.words)), None)
        glossed = ends.get(entity.range.start - 2) if _is_gloss(analysis.text, entity.range.start) else None
        owner = owner or glossed
        longer = owner is not None and len(mention.words) > len(WORD.findall(owner.name))
        if owner is not None and glossed is None and longer and _is_name(mention.words):
            owner.given = organisation_name(analysis, tokens)
        if owner is None:
            owner = Candidate(organisation_name(analysis, tokens), ActorKind.ORGANISATION)
            found.append(owner)
        if owner.name.endswith(" РФ") and mention.words[-1] == "России":
            owner.given = organisation_name(analysis, tokens)
        renamed = owner.name not in straight and _may_be_renamed(owner.name, mention.words)
        if renamed and (name := _in_nominative(analysis, tokens, mention)):
            owner.given = name
            straight.add(name)
        owner.mentions.append(mention)
        around = analysis.text[max(entity.range.start - 1, 0) : entity.range.end]
        owner.marked = owner.marked or any(mark in around for mark in OPENING)
        ends[mention.end] = owner
        for key in keys:
            if owner not in by_key.setdefault(key, []):
                by_key[key].append(owner)
        if folded(analysis.text[entity.range.start : entity.range.end]) in table("media"):
            owner.titles["издание"] = owner.titles["агентство"] = 1
        if _carries_news(analysis, tokens) or (around[:1] in OPENING and _is_told(analysis, tokens)):
            owner.titles.setdefault("издание", 1)
        for word in descriptors(analysis, tokens):
            owner.titles[word] = owner.titles.get(word, 0) + 1
        of_entity[index] = owner
    for organisation in found:
        organisation.given = _with_abbreviation(organisation)
    return found


def _is_gloss(text: str, start: int) -> bool:
    """Tell whether a name stands in brackets behind another, alone or with more (``союз (Writers’ Union, WU)``)."""
    before = text[max(start - 2, 0) : start]
    return before == " (" or (before in (", ", "; ") and text.rfind("(", 0, start) > text.rfind(")", 0, start))


def _find_by(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return what organisations are looked up by: the beginning of the first word, and the initials of all."""
    parts = [p for w in words for p in w.split("-")] if len(words) > 1 else words
    initials = words[0] if len(words) == 1 else "".join(w[:1] for w in parts if w.casefold() not in SMALL)
    every = "".join(w[0] for w in words)
    known = synonym(words)
    joined: tuple[str, ...] = (f"~{known}",) if known else ()
    joined += (f"@{there}",) if (there := placed(words)) else ()
    joined += (f"={folded(words[0])}",) if len(words) > 1 and words[0].isupper() else ()  # НИИ почвы
    return folded(words[0])[:3], f"={folded(initials)}", f"={folded(every)}", f"={folded(initials[:-1])}", *joined


@cache
def _synonyms() -> dict[tuple[str, int], list[tuple[tuple[str, ...], str]]]:
    """Return the names of ``org_synonyms.tsv`` by their first two letters and how many words they are: the words, and
    the name they stand for."""
    found: dict[tuple[str, int], list[tuple[tuple[str, ...], str]]] = {}
    for names in rows("org_synonyms"):
        for name in names:
            words = tuple(WORD.findall(name))
            found.setdefault((name[:2], len(words)), []).append((words, names[0]))
    return found


@lru_cache(maxsize=20_000)
def synonym(words: tuple[str, ...]) -> str:
    """Return the name in the press of an organisation that has several (ЦБ: банк россии), '' of any other.

    The place behind a name belongs to it (Минобороны Украины, Министерство обороны Украины); РФ is Россия.
    """
    low = tuple(map(folded, words))
    if whole := _listed(low):
        return whole
    tail = 2 if low[-2:] == ("российской", "федерации") else 1
    place = "россии" if tail == 2 or low[-1] == "рф" else low[-1]
    base = low[:-tail]
    if not base or not words[-1][:1].isupper():
        return ""
    known = _listed(base) or (" ".join(base) if place == "россии" else "")
    return known and f"{known} {place}"


@lru_cache(maxsize=20_000)
def placed(words: tuple[str, ...]) -> str:
    """Return a name by its place and the rest, alike for ``столичный штаб связи`` and ``штаб связи Москвы``.

    '' for other names, and of a noun with a place alone: ``датская полиция`` and ``полиция Дании`` are as good names.
    """
    if len(words) < 3:
        return ""
    place, rest = place_of_adjective(words[0]) or CAPITAL.get(folded(words[0])[:7]), words[1:]
    if place is None and words[-1][:1].isupper():
        lemma = lemma_of_word(words[-1].lower(), "NOUN")
        place, rest = table("concepts").get(lemma, lemma), words[:-1]
        place = place if is_country(place) else None
    head = lemma_of_word(rest[0].lower(), "NOUN")
    if place is None or head not in table("org_heads"):
        return ""
    return " ".join((place, *(lemma_of_word(word.lower(), "NOUN") for word in rest)))


def _listed(words: tuple[str, ...]) -> str:
    """Return the first name of the row of ``org_synonyms.tsv`` that a name, in any case form, stands in."""
    listed = _synonyms().get((words[0][:2], len(words)), ())
    return next((known for name, known in listed if _same_words(name, words)), "")


def _with_abbreviation(organisation: Candidate) -> str:
    """Return the fullest name, with the abbreviation that the article uses beside it in brackets."""
    short = next((m.words[0] for m in organisation.mentions if len(m.words) == 1 and m.words[0].isupper()), None)
    words = WORD.findall(organisation.name)
    if (
        short is None
        or len(words) < 2
        or short in words
        or not any(is_abbreviation(m.words, (short,)) for m in organisation.mentions)
    ):
        return organisation.name
    return f"{organisation.name} ({short})"


def descriptors(analysis: Analysis, tokens: Sequence[Token]) -> list[str]:
    """Return what an organisation is called beside its name: the nouns right before it (газета «Голос») and its own."""
    found = [concept(t) for t in tokens if t.pos in ("NOUN", "ADJ")]
    at = tokens[0].index - 1
    while at >= 0 and analysis.tokens[at].text in "«\"“„''":
        at -= 1
    one = at >= 0 and analysis.tokens[at].feat("Number") != "Plur" and analysis.tokens[at].pos == "NOUN"
    marked = at < tokens[0].index - 1 and one and analysis.tokens[at].feat("Animacy") == "Inan"  # сервис «Бричка»
    body = one and (_is_body(analysis.tokens[at].lemma) or analysis.tokens[at].lemma in table("body_nouns"))
    if marked or body:
        found.append(analysis.tokens[at].lemma)
        if at and analysis.tokens[at - 1].pos == "ADJ":
            found.append(concept(analysis.tokens[at - 1]))
    return found


def _carries_news(analysis: Analysis, tokens: Sequence[Token]) -> bool:
    """Tell whether a name is that of a paper or agency by its verb or noun (пишет X, в интервью X, передает X)."""
    sentence = analysis.sentence_of.get(tokens[0].index)
    above = sentence.head(tokens[0]) if sentence else None
    return above is not None and above.lower[:BEGINNING] in _news_beginnings() and above.lemma in NEWS


TELLS = frozenset(("рассказать", "сообщить", "заявить", "сказать", "пояснить", "подтвердить", "признаться", "ответить"))


def _is_told(analysis: Analysis, tokens: Sequence[Token]) -> bool:
    """Tell whether somebody tells a name in marks something (``рассказал «Маяку»``, ``стало известно «Маяку»``)."""
    sentence = analysis.sentence_of.get(tokens[0].index)
    above = sentence.head(tokens[0]) if sentence else None
    if above is None or tokens[0].rel not in ("iobj", "obl") or tokens[0].feat("Case") != "Dat":
        return False
    return above.lower == "известно" or above.lemma in TELLS


@cache
def _news_beginnings() -> frozenset[str]:
    """Return the first letters of all forms of the words of ``NEWS``."""
    return beginnings_of(NEWS)


def _is_body(lemma: str) -> bool:
    """Tell whether a noun is said of organisations and media (компания, газета), not of people and things."""
    return lemma in table("org_heads") or bool(BODIES & set(table("descriptors").get(lemma, "").split(",")))


def organisation_name(analysis: Analysis, tokens: Sequence[Token]) -> str:
    """Return the name of an organisation in the nominative, without marks around the whole."""
    if len(tokens) > 1 and any(t.pos == "VERB" for t in tokens) and _is_apposed(analysis, tokens):
        return in_latin(_without_marks(analysis.text[tokens[0].start : tokens[-1].end]))  # движение «Парку быть»
    kept = [
        t for t in tokens if not (t.text.islower() and t.feat("Case") == "Gen" and t.lemma in ("страна", "республика"))
    ]
    bearers = {t.index for t in kept[1:] if t.pos == "PROPN" and t.feat("Animacy") == "Anim" and _is_surname(t.text)}
    bearers |= _country_of(kept)
    name = in_latin(_without_marks(nominative_phrase(kept or tokens, None, bearers)))
    coined = COINED.match(name)
    return coined[1] if coined is not None and not known_parses(name.lower()) else name


def _country_of(tokens: Sequence[Token]) -> set[int]:
    """Return the index of a name in ``ии`` right behind a body of the state, read as its apposition (``правительства
    Сандории``)."""
    if len(tokens) != 2 or tokens[1].pos != "PROPN" or not tokens[1].lower.endswith("ии"):
        return set()
    return {tokens[1].index} if tokens[0].pos == "NOUN" and tokens[0].text.islower() else set()


def _is_surname(word: str) -> bool:
    """Tell whether a word in a name is whose name a body bears (``музея Пушкина``: музей Пушкина)."""
    return word[:1].isupper() and ("Surn" in grammemes(word) or word.lower().endswith(WOMENS_ENDINGS))


def _without_marks(name: str) -> str:
    return name.strip(' «»"“”„') if name[:1] in '«"“„' and name.count("«") + name.count('"') < 3 else name


def _is_name(words: tuple[str, ...]) -> bool:
    """Tell whether words name an organisation, and are no other words for it (``нижняя палата парламента``)."""
    return not folded(words[0]).startswith(CHAMBERS)


def _may_be_renamed(name: str, words: tuple[str, ...]) -> bool:
    """Tell whether a name is a coined one whose nominative is a guess, and ``words`` are a form of it."""
    own = tuple(WORD.findall(name))
    return any(not known_parses(word.lower()) for word in own) and _same_words(own, words)


def _in_nominative(analysis: Analysis, tokens: Sequence[Token], mention: Mention) -> str:
    """Return a name that is in the nominative where it stands: in marks behind a noun for bodies (``рабочие завода
    «Маяк»``), or as a subject (``«Маяк» сообщил``); '' for others."""
    apposed = _is_apposed(analysis, tokens)
    words = [t for t in tokens if t.text[:1].isalpha()]
    subject = mention.role == "subject" and all(t.feat("Case") == "Nom" for t in words)
    if not words or not (subject or apposed):
        return ""
    return _without_marks(analysis.text[tokens[0].start : tokens[-1].end])


def _is_apposed(analysis: Analysis, tokens: Sequence[Token]) -> bool:
    """Tell whether a name stands in marks behind a noun for one body, which alone is declined (``в группе «Мы»``)."""
    first = tokens[0].index
    before = analysis.tokens[first - 2] if first > 1 and analysis.tokens[first - 1].text in OPENING else None
    one = before is not None and before.pos == "NOUN" and before.feat("Number") != "Plur"
    return one and before is not None and (_is_body(before.lemma) or before.lemma in table("body_nouns"))


def _same(candidate: Candidate, words: tuple[str, ...]) -> bool:
    forms = dict.fromkeys(m.words for m in candidate.mentions[:20])
    known, there = synonym(words), placed(words)
    return any(
        _same_words(form, words)
        or is_abbreviation(form, words)
        or (known != "" and synonym(form) == known)
        or (there != "" and placed(form) == there)
        for form in forms
    )


def _same_words(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if len(one) != len(other):
        return False
    return all(
        folded(a) == folded(b) or ((not a.isupper() or len(a) > 5) and same_word(a, b))
        for a, b in zip(one, other, strict=True)
    )


def is_abbreviation(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether one name is the initials of the other (СБУ, Служба безопасности Украины), or made of its stumps.

    The place behind a name may be left out (АНБ, Агентство национальной безопасности США).
    """
    short, long = sorted((one, other), key=len)
    if 1 < len(short) < len(long):
        rest = len(short) - 1
        alike = _same_words(short[1:], long[-rest:]) and short[0].isupper()
        return alike and is_abbreviation(short[:1], long[:-rest])
    if len(short) != 1 or len(long) < 2 or len(short[0]) < 2:
        return False
    parts = [p for w in long for p in WORD.findall(w.replace("-", " "))]
    if not short[0].isupper():
        stumps = [folded(p) for p in parts if p.casefold() not in SMALL]
        placed = len(stumps) > 2 and parts[-1][:1].isupper()
        return _is_compound(folded(short[0]), stumps) or (placed and _is_compound(folded(short[0]), stumps[:-1]))
    initials = "".join(p[0] for p in parts if p.casefold() not in SMALL)
    every = "".join(p[0] for p in parts)
    placed = initials[:-1] if len(initials) > 3 and parts[-1][:1].isupper() else initials
    return folded(short[0]) in (folded(initials), folded(every), folded(placed))


def _is_compound(short: str, parts: Sequence[str]) -> bool:
    """Tell whether a word is made of the beginnings of all the ``parts``, of the last one to its end (Нацфронт)."""
    rest = short
    for number, part in enumerate(parts):
        same = 0
        while same < min(len(rest), len(part)) and rest[same] == part[same]:
            same += 1
        if same < 3:
            return False
        rest = rest[same:]
        if number == len(parts) - 1:
            return (len(part) - same <= 3 or number > 1) and len(rest) <= 2
    return False
