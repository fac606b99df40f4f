"""Readings of one word of a name: nominative, case, gender; from pymorphy3's dictionary and the table of paradigms."""

from __future__ import annotations

import re
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple

import msgspec
from msgspec.structs import replace

from core.preannotate.analysis.lexicon import rows
from core.preannotate.analysis.models import NOTHING, dictionary, inflected, parses

ACCENT = "\u0301"
"""The mark of stress that encyclopaedias write into names."""
CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
KINDS = {"Name": "name", "Surn": "surname", "Patr": "patronymic"}
TAIL = 4
"""The last letters of a stem, by which is told which paradigms it may follow: none asks for more."""
RULE_BESIDE_DICTIONARY = 0.35
"""How much a paradigm's reading still weighs for a word that the dictionary knows as a name."""


class Reading(msgspec.Struct, frozen=True, gc=False):
    """One way to read a word of a name. ``nominative`` is in lower case; ``gender`` is ``m`` or ``f``."""

    nominative: str
    case: str
    gender: str
    kind: str
    weight: float


class Paradigm(NamedTuple):
    """A row of ``resources/lexicons/name_paradigms.tsv``; ``endings`` per case, in the order of ``CASES``."""

    name: str
    genders: str
    stem: re.Pattern[str]
    endings: tuple[tuple[str, ...], ...]
    prior: float


@lru_cache(maxsize=50_000)
def known_parses(word: str) -> tuple[Any, ...]:
    """Return the parses of a word, in lower case, that the dictionary knows; empty for a word that it only guesses."""
    return parses(word) if dictionary().word_is_known(word) else ()


PERSONAL = frozenset(("Name", "Surn", "Patr"))
WOMENS_ENDINGS = ("ова", "ева", "ёва", "ина", "ына")
"""How women's surnames end, and men's in the genitive."""


@lru_cache(maxsize=50_000)
def grammemes(word: str) -> frozenset[str]:
    """Return all grammemes of the dictionary's parses of a word, in any case of letters; empty where it knows none."""
    return frozenset(g for p in known_parses(word.lower()) for g in p.tag.grammemes) or NOTHING


def is_somebody(word: str) -> bool:
    """Tell whether the dictionary knows a word, in lower case, as a noun for a living being, and as nothing else."""
    found = known_parses(word)
    return bool(found) and all({"NOUN", "anim"} <= p.tag.grammemes for p in found)


@lru_cache(maxsize=1)
def paradigms() -> tuple[Paradigm, ...]:
    """Read the table of paradigms, once."""
    found = []
    for name, genders, stem, *endings, prior in rows("name_paradigms"):
        split = tuple(tuple(e.replace("0", "") for e in ending.split("/")) for ending in endings)
        found.append(Paradigm(name, genders, re.compile(rf"(?:{stem})$"), split, float(prior)))
    return tuple(found)


@lru_cache(maxsize=50_000)
def folded(word: str) -> str:
    """Return the word as compared everywhere: case folded, ё as е."""
    return word.casefold().replace("ё", "е").replace(ACCENT, "")


NOMINATIVES = {gender: frozenset(("nomn", "sing", kind)) for gender, kind in (("m", "masc"), ("f", "femn"))}


def _nominative(parse: Any, gender: str) -> str | None:
    grammemes = parse.tag.grammemes
    own = "Surn" in grammemes and "ms-f" not in grammemes
    return inflected(parse, NOMINATIVES[gender] if own else frozenset(("nomn", "sing")))


def _genders(grammemes: frozenset[str]) -> str:
    if "ms-f" in grammemes:
        return "mf"
    return "m" if "masc" in grammemes else "f" if "femn" in grammemes else ""


def _dictionary_readings(word: str) -> list[Reading]:
    found: list[Reading] = []
    for parse in known_parses(word):
        grammemes = parse.tag.grammemes
        kind = next((KINDS[g] for g in KINDS if g in grammemes), None)
        if kind is None or "sing" not in grammemes:
            continue
        case = str(parse.tag.case)
        case = {"gen2": "gent", "acc2": "accs", "loc2": "loct", "voct": "nomn"}.get(case, case)
        for gender in _genders(grammemes):
            nominative = _nominative(parse, gender)
            if nominative and case in CASES:
                weight = (0.6 if "Fixd" in grammemes else 0.8) + 0.4 * parse.score
                found.append(Reading(nominative, case, gender, kind, weight))
    return found


class Fit(NamedTuple):
    """How a paradigm reads a stem and an ending: in a case and gender, with another ending in the nominative."""

    nominative: str
    case: str
    gender: str
    prior: float


@lru_cache(maxsize=1)
def _by_ending() -> dict[str, list[tuple[re.Pattern[str], list[Fit]]]]:
    """Return for every ending what it may be by each paradigm, beside what the stem must end in."""
    found: dict[str, list[tuple[re.Pattern[str], list[Fit]]]] = {}
    for paradigm in paradigms():
        own: dict[str, list[Fit]] = {}
        for case, endings in zip(CASES, paradigm.endings, strict=True):
            fits = [Fit(paradigm.endings[0][0], case, gender, paradigm.prior) for gender in paradigm.genders]
            for ending in endings:
                own.setdefault(ending, []).extend(fits)
        for ending, fits in own.items():
            found.setdefault(ending, []).append((paradigm.stem, fits))
    return found


@lru_cache(maxsize=20_000)
def _fitting(tail: str, ending: str) -> tuple[Fit, ...]:
    """Return what an ending may be behind a stem with the last letters ``tail``."""
    return tuple([fit for stem, fits in _by_ending().get(ending, ()) if stem.search(tail) for fit in fits])


def _rule_readings(word: str, factor: float) -> list[Reading]:
    found: list[Reading] = []
    for length in range(min(len(word) - 1, 4)):
        stem = word[: len(word) - length]
        fits = _fitting(stem[-TAIL:], word[len(word) - length :])
        found += [Reading(stem + end, case, gender, "", prior * factor) for end, case, gender, prior in fits]
    return found


_CYRILLIC = re.compile(r"[а-яёәғқңөұүһі]+([-’'][а-яёәғқңөұүһі]+)*")
_WEIGHT = attrgetter("weight")


@lru_cache(maxsize=20_000)
def readings(word: str) -> tuple[Reading, ...]:
    """Return every reading of one word of a name, hyphenated words by their parts; the heaviest first.

    A word that is not Cyrillic, or too short to decline, has one reading per case and gender: itself.
    """
    low = word.casefold()
    if not _CYRILLIC.fullmatch(low) or len(low) < 2:
        return tuple(Reading(low, case, gender, "fixed", 0.3) for case in CASES for gender in "mf")
    known = _dictionary_readings(low)
    if "-" in low and not known:
        return _hyphenated(low)
    rules = _rule_readings(low, (RULE_BESIDE_DICTIONARY if len(low) > 3 else 0.7) if known else 1.0)
    best: dict[tuple[str, str, str], Reading] = {}
    for reading in known + rules:
        key = reading.nominative, reading.case, reading.gender
        if key not in best or best[key].weight < reading.weight:
            best[key] = reading
    return tuple(sorted(best.values(), key=_WEIGHT, reverse=True))


@lru_cache(maxsize=20_000)
def readings_in(word: str) -> dict[tuple[str, str], tuple[Reading, ...]]:
    """Return the readings of one word of a name by case and gender, the heaviest first."""
    found: dict[tuple[str, str], list[Reading]] = {}
    for reading in readings(word):
        found.setdefault((reading.case, reading.gender), []).append(reading)
    return {key: tuple(several) for key, several in found.items()}


def _hyphenated(low: str) -> tuple[Reading, ...]:
    """Read a double name: the last part declines; the first too where it is in the same case, else it stays.

    Both are given; an unknown first part that ends in a consonant is rather taken to stay (Касым-Жомартом).
    """
    first, last = low.rsplit("-", 1)
    head = readings(first)
    found = []
    for reading in readings(last):
        agreeing = [r for r in head if (r.case, r.gender) == (reading.case, reading.gender) and r.kind != "fixed"]
        declined = [r for r in agreeing if reading.case != "nomn" or r.nominative == first]
        sure = bool(declined) and (bool(declined[0].kind) or first[-1] in "аеиоуыэюя")
        if declined:
            weight = reading.weight * (1.0 if sure else 0.8)
            found.append(replace(reading, nominative=f"{declined[0].nominative}-{reading.nominative}", weight=weight))
        if not sure or declined[0].nominative != first:
            weight = reading.weight * (0.8 if sure else 1.0)
            found.append(replace(reading, nominative=f"{first}-{reading.nominative}", weight=weight))
    return tuple(sorted(found, key=_WEIGHT, reverse=True))


def recased(nominative: str, original: str) -> str:
    """Give a lower-case nominative the capitals, and the ё or е, of the form in the text."""
    if len(original) > 1 and original.isupper():
        return nominative.upper()
    low = original.lower()
    if low.startswith(nominative) and len(low) == len(original):
        return original[: len(nominative)]
    if "-" in nominative and nominative.count("-") == original.count("-"):
        parts = zip(nominative.split("-"), original.split("-"), strict=True)
        return "-".join(recased(n, o) for n, o in parts)
    out = []
    for at, letter in enumerate(nominative):
        there = original[at] if at < len(original) else ""
        if there and folded(there) == folded(letter):
            out.append(there)
        else:
            out.append(letter.upper() if there.isupper() and at == 0 else letter)
    return "".join(out)


@lru_cache(maxsize=20_000)
def keys(word: str) -> frozenset[str]:
    """Return the nominatives, folded, that a form may belong to; two forms are of one word when these meet."""
    low = folded(word)
    found = {folded(r.nominative) for r in readings(word) if r.weight > 0.25}
    known = known_parses(low)
    found |= {folded(p.normal_form) for p in known}
    return frozenset(found | {low}) if not known else frozenset(found or {low})


def form_in(word: str, case: str, gender: str) -> str:
    """Return a word of a name, given in the nominative, in another case; as it is where it does not decline."""
    low = word.casefold()
    if "-" in low:
        *first, last = word.split("-")
        return "-".join([*(_first_part(part, case, gender) for part in first), form_in(last, case, gender)])
    wanted = {"m": "masc", "f": "femn"}.get(gender, "")
    for parse in known_parses(low):
        kinds = {"Name", "Surn", "Patr"} & set(parse.tag.grammemes)
        fits = parse.tag.gender == wanted or "ms-f" in parse.tag
        if kinds and fits and parse.tag.case == "nomn" and parse.tag.number == "sing":
            form = parse.inflect({case, "sing"})
            if form and "ё" in low and "ё" not in form.word and not word.isupper():
                return str(form.word).capitalize()  # Пётр: Петра
            return recased(form.word, word) if form else word
    fitting = [p for p in paradigms() if gender in p.genders and _has_nominative(p, low)]
    if not fitting:
        return word
    best = max(fitting, key=lambda p: p.prior)
    stem = low[: len(low) - len(best.endings[0][0])]
    return recased(stem + best.endings[CASES.index(case)][0], word)


def _first_part(part: str, case: str, gender: str) -> str:
    """Decline the first part of a double name where it does (Римского-Павлова, Марии-Антуанетты; but Жан-Пьера)."""
    declines = part.casefold().endswith(("ов", "ев", "ин", "ий", "ый", "ой", "а", "я"))
    return form_in(part, case, gender) if declines else part


def _has_nominative(paradigm: Paradigm, word: str) -> bool:
    ending = paradigm.endings[0][0]
    stem = word[: len(word) - len(ending)]
    return len(stem) > 1 and word.endswith(ending) and paradigm.stem.search(stem) is not None


def forms(word: str) -> frozenset[str]:
    """Return the case forms, lower case, of a word of a name given in the nominative (all its likely paradigms)."""
    low = word.casefold()
    found = {low}
    for parse in known_parses(low):
        if parse.tag.case == "nomn" and parse.tag.number == "sing":
            found |= {form.word for form in parse.lexeme if form.tag.number == "sing" and form.tag.case}
    if len(found) > 1:
        return frozenset(found)
    for paradigm in paradigms():
        ending = paradigm.endings[0][0]
        stem = low[: len(low) - len(ending)]
        if len(stem) > 1 and low.endswith(ending) and paradigm.stem.search(stem) and paradigm.prior > 0.3:
            found |= {stem + e for endings in paradigm.endings for e in endings}
    return frozenset(found)
