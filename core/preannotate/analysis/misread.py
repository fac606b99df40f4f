"""Words that the morphology took for something else, told by their endings and the dictionary."""

from __future__ import annotations

import re

from core.preannotate.analysis import models
from core.preannotate.analysis.inserts import frame_verbs
from core.preannotate.analysis.lexicon import table

_FINITE = re.compile(r"(?:[аеиоуыэюяё]л[аои]?|[аеёиуюя]т)(?:с[ья])?$")
"""How finite verbs end, and no participle in any case."""
_LONGEST = 5
"""Letters in the longest of these ends."""
_LAST = ("л", "ла", "ло", "ли", "т", "ся", "сь")
"""What they all end with: few other words do."""
_SHORT = ("ен", "ён", "ена", "ены", "ан", "ана", "аны")
"""How short adjectives and participles end that are taken for nouns."""


_THIRD = ("ёт", "ётся")
"""How verbs of the present end that are read as anything, being rare with ё (``смеётся``)."""
_GERUNDS_PAST = ("ив", "ав", "ыв", "яв")
_GERUNDS = ("ая", "яя", "уя", "ясь", *_GERUNDS_PAST)
"""How gerunds end that are taken for nouns (``сказал отец, обнимая дочь``), those of the past for adjectives."""
_PAST = re.compile(r"[аеиоуыэюяё]л[аои]?(?:с[ья])?$")
"""How verbs in the past end."""
_AGE = re.compile(r"\d+-[а-яё]{4}")
"""How adjectives begin that have a number in figures (``62-летний``, ``5-этажный``)."""

DOUBTFUL = frozenset(("VERB", "ADV", "NUM", "PROPN", "ADJ", "NOUN"))
"""Parts of speech that something else is taken for."""


def corrected(text: str, position: int, tag: models.Tag) -> models.Tag:
    """Return the tag of a word, its own where the part of speech is none of ``DOUBTFUL``; that of a finite verb for one
    taken for a declined participle (``люди утонули``), a gerund (``правила обязывают``) or an adjective
    (``каламбурит``), that of a short adjective for a noun (``возмущён``), or, where a sentence begins with a verb of
    speech, for a name (``Уточнила``);
    that of a gerund for a participle (``похваставшись``); of a noun for people for an adjective (``гонщицу``), or, if
    it begins a sentence, for a name (``Синоптики``); of an adjective for a number (``62-летний``);
    of the past for an imperative or an adverb (``парировала``, ``отшутилась``); of the plural for the singular or
    another case (``ихтиологов``, ``таблоидам``).
    """
    if tag.pos == "PROPN" and position > 0:
        return tag
    if tag.pos == "VERB" and "Case" in tag.feats and text.endswith("вшись"):
        return models.Tag("VERB", {"Aspect": "Perf", "Tense": "Past", "VerbForm": "Conv", "Voice": "Mid"})
    third = text.endswith(_THIRD) and text.islower() and tag.feats.get("Person") != "3"
    if third and is_only(text, "VERB") and (feats := models.verb_feats(text)):
        return models.Tag("VERB", feats)
    imperative = tag.pos == "VERB" and tag.feats.get("Mood") == "Imp"
    if (imperative or (tag.pos == "ADV" and text.islower())) and _PAST.search(text) and is_only(text, "VERB"):
        return models.Tag("VERB", models.verb_feats(text))
    if tag.pos == "NUM" and _AGE.match(text):
        return models.Tag("ADJ", {})
    if position == 0 and tag.pos == "PROPN" and text.istitle() and (noun := _opening_noun(text, tag)) is not None:
        return noun
    if tag.pos == "ADJ" and "Case" not in tag.feats and (person := _noun_only(text, tag)) is not None:
        return person
    if tag.pos in ("ADJ", "NOUN") and "Case" in tag.feats and text.islower():
        if _is_finite(text) and is_only(text, "VERB"):
            return models.Tag("VERB", models.verb_feats(text))
        if text.endswith(_GERUNDS if tag.pos == "NOUN" else _GERUNDS_PAST) and is_only(text, "GRND"):
            tense = "Past" if text.endswith(_GERUNDS_PAST) else "Pres"
            return models.Tag("VERB", {"Tense": tense, "VerbForm": "Conv", "Voice": "Act"})
        if tag.pos == "ADJ" and (person := _noun_only(text, tag)) is not None:
            return person
        plural = _PLURALS.get(text[-2:]) if tag.pos == "NOUN" else None
        if plural is not None and _is_plural(text, tag, plural):
            return models.Tag("NOUN", tag.feats | {"Case": models.CASES[plural], "Number": "Plur"})
        if tag.pos == "NOUN" and text.endswith(_SHORT) and is_only(text, "ADJS", "PRTS"):
            return models.Tag("ADJ", {"Variant": "Short"} | models.number_and_gender(models.parses(text)[0].tag))
    participle = tag.pos == "VERB" and ("Case" in tag.feats or tag.feats.get("VerbForm") in ("Inf", "Conv"))
    opening = position == 0 and tag.pos == "PROPN"
    if not (participle or opening) or not _is_finite(text):
        return tag
    if opening and (not text.istitle() or models.verb_lemmas(text).isdisjoint(frame_verbs())):
        return tag
    feats = models.verb_feats(text)
    return models.Tag("VERB", feats) if feats else tag


def _is_finite(text: str) -> bool:
    """Tell whether a word ends as finite verbs do."""
    return text.endswith(_LAST) and _FINITE.search(text[-_LONGEST:]) is not None


_PLURALS = {"ам": "datv", "ям": "datv", "ов": "gent", "ев": "gent"}
"""The case of the plural that nouns with such ends are likeliest in (the dictionary's)."""


def _is_plural(text: str, tag: models.Tag, case: str) -> bool:
    """Tell whether a noun is likeliest a plural in that case, and was read as something else (``сообщил таблоидам``),
    or as a singular (``по мнению ихтиологов``)."""
    if case == "gent" and tag.feats.get("Number") != "Sing":
        return False  # the accusative of people is alike
    read = tag.feats["Case"] == models.CASES[case] and tag.feats.get("Number") == "Plur"
    return not read and {"NOUN", case, "plur"} <= models.parses(text)[0].tag.grammemes


_ADJECTIVES = (
    *("ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ого", "его", "ому", "ему", "ым", "им", "ом", "ем"),
    *("ую", "юю", "ых", "их", "ыми", "ими", "ей"),
)
"""How adjectives end: the dictionary need not be asked about them."""


def _noun_only(text: str, tag: models.Tag) -> models.Tag | None:
    """Return the tag of a noun in its case where the dictionary has nothing else (``гонщицу``, ``в отчёте``)."""
    if not text.islower() or text.endswith(_ADJECTIVES) or not is_only(text, "NOUN"):
        return None
    case = tag.feats.get("Case", "Nom")
    cases = (p.tag for p in models.parses(text) if models.CASES.get(str(p.tag.case)) == case)
    found = next((t for t in cases if t.gender is not None), None)
    if found is None:
        return None
    animacy = "Anim" if found.animacy == "anim" else "Inan"
    return models.Tag("NOUN", {"Animacy": animacy, "Case": case} | models.number_and_gender(found))


def _opening_noun(text: str, tag: models.Tag) -> models.Tag | None:
    """Return the tag of a noun of ``descriptors.tsv`` that no name is written as, in the case of ``tag`` or, where
    it has no such form, in the nominative; None of other words."""
    parses = models.parses(text.lower())
    if any(models.NAMES & p.tag.grammemes for p in parses):
        return None
    listed = table("descriptors")
    nouns = [p for p in parses if p.tag.POS == "NOUN" and p.normal_form.replace("ё", "е") in listed]
    given = [p for p in nouns if models.CASES.get(str(p.tag.case)) == tag.feats.get("Case")]
    best = next(iter(given or [p for p in nouns if p.tag.case == "nomn"]), None)
    if best is None:
        return None
    feats = {"Animacy": "Anim" if best.tag.animacy == "anim" else "Inan", "Case": models.CASES[str(best.tag.case)]}
    return models.Tag("NOUN", feats | models.number_and_gender(best.tag))


def is_only(word: str, *pos: str) -> bool:
    """Tell whether the dictionary knows a word as nothing but these parts of speech (its ``NOUN``, ``VERB``)."""
    found = models.parses(word)
    return bool(found) and not any(p.tag.grammemes.isdisjoint(pos) for p in found)
