"""Names as people write them: case forms, keys, spans in a text, the nominative. pymorphy3 only; no models."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise, product
from typing import NamedTuple

from msgspec.structs import replace

from core.model import Range
from core.preannotate.analysis.lexicon import table
from core.preannotate.names.inflection import (
    ACCENT,
    CASES,
    Reading,
    folded,
    form_in,
    grammemes,
    keys,
    readings_in,
    recased,
)

WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|\u0301)*(?:[-’'][^\W\d_](?:[^\W\d_]|\u0301)*)*")
"""A word of a name; an apostrophe or a hyphen inside joins."""
GOVERNED = 1.2
"""The weight of the case that a preposition or a noun of speech before the name asks for."""
UNREAD = -1.0
"""The weight of a word that has no reading in a case and gender."""
STAYING = 0.8
"""The weight of a word that stays as it is in a name of three short words (Ким Дон Ына: only the last declines)."""


class Hint(NamedTuple):
    """What the sentence says of a name: its ``case`` (pymorphy's name) and ``gender`` (``m``, ``f``), where known.

    ``also``: another case that it may stand in; ``verb``: the gender was read off the verb it is the subject of;
    ``governed``: the word before the name asks for the case.
    """

    case: str | None = None
    gender: str | None = None
    also: str | None = None
    verb: bool = False
    governed: bool = False


UNHINTED = Hint()


class Nominative(NamedTuple):
    """A name in the nominative, with the ``case`` it stood in and its ``gender``.

    ``margin``: by how much it outweighs the next nominative; ``gender_margin``: the best reading of the other gender.
    """

    text: str
    case: str
    gender: str
    margin: float
    gender_margin: float


def _by_place(index: int, count: int) -> dict[str, float]:
    """Return what a word's reading of a kind weighs more by its place among the words of a name."""
    if count == 1:
        return {"surname": 0.1}
    if index == 0:
        return {"name": 0.3}
    return {"surname": 0.2, "patronymic": 0.2} if index == count - 1 else {}


def _word_weight(
    found: Sequence[Reading], more: Mapping[str, float], given: bool, known: Collection[str]
) -> tuple[float, str | None]:
    """Return the weight and the nominative of a word's best reading; ``given``: other words follow it as a surname."""
    best, nominative = UNREAD, None
    for reading in found:
        weight = reading.weight + more.get(reading.kind, 0.0)
        if given and len(reading.nominative) > 2 and reading.nominative.endswith("у"):
            weight -= 0.3  # given names in the nominative hardly end so (Хеллу)
        if folded(reading.nominative) in known:
            weight += 0.6
        if weight > best:
            best, nominative = weight, reading.nominative
    return best, nominative


Readings = dict[tuple[str, str], tuple[Reading, ...]]
"""The readings of one word by case and gender."""


def _is_alike_everywhere(found: Readings) -> bool:
    """Tell whether a word that the dictionary does not know is the same in all cases (``Тэцуо``)."""
    readings = [reading for several in found.values() for reading in several]
    return len({r.nominative for r in readings}) == 1 and not any(r.kind for r in readings)


def _of_foreigner(found: Readings) -> Readings:
    """Return the readings of a surname with adjectives made less likely (``с Тэцуо Ямагавой``: Ямагава)."""
    return {key: tuple(map(_less_as_adjective, readings)) for key, readings in found.items()}


def _less_as_adjective(reading: Reading) -> Reading:
    adjective = not reading.kind and reading.nominative.endswith(("ая", "ой"))
    return replace(reading, weight=reading.weight - 0.4) if adjective else reading


LIKE_PLURALS = frozenset(("ги", "ки", "хи", "жи", "ши", "чи", "щи"))
"""How genitives of surnames in ``а`` end that look like foreign names that stay."""
PATRONYMICS = ("ович", "евич")
"""Endings that make a father's name of his."""
AT_HOME = re.compile(r"(?<![сц])[кжшчщ]а$")
"""How such surnames of Russian and Ukrainian speakers end."""
ANYWHERE = re.compile(r"(?:г|[оу]х)а$")
"""How they end in any language (``Ортега``, ``Пройдоха``)."""


def _with_declining_surname(given: str, surname: Readings) -> Readings:
    """Return a surname's readings with those in ``а`` likelier behind a first name in the genitive: any that declines
    (``Даниэля Ортеги``, but ``Марио Драги``), or one of which a patronymic is made (``Ивана Галушки``, but ``Тэцуо
    Судзуки``, ``Романа Полански``)."""
    key, stem = ("gent", "m"), folded(given)[:-1]
    if key not in surname or not given.lower().endswith(("а", "я")):
        return surname
    home = any("Patr" in grammemes(stem + end) for end in PATRONYMICS)

    def weighed(reading: Reading) -> Reading:
        likely = ANYWHERE.search(reading.nominative) or (home and AT_HOME.search(reading.nominative))
        return replace(reading, weight=reading.weight + 0.3) if likely else reading

    return {**surname, key: tuple(map(weighed, surname[key]))}


def particles() -> dict[str, str]:
    """Return the parts of names that never decline (``name_particles.tsv``), as keys."""
    return table("name_particles")


def _stays(word: str) -> bool:
    """Tell whether a word of a name never declines: an initial, a particle, small letters (not ``аль-Хатиба``)."""
    return len(word) == 1 or word.casefold() in particles() or word.islower()


_CHINESE = re.compile(r"(?:Чж|Цз|Сю|Ся)[а-я]{0,4}[нйьо]")
"""Chinese family names by their first letters, in the nominative: they stay before one own name (``Чжан Ханьхуэя``)."""
STRAIGHT = frozenset(("nomn", "gent"))
"""Cases in which no Russian first name ends in ``е``."""


def _is_foreign_womans(words: Sequence[tuple[int, str]], hint: Hint) -> bool:
    """Tell whether a woman's first name in ``е`` is in the nominative: where no dative can stand, since the words
    behind it do not decline (``министра Анне Хансен``), or since her title is a subject."""
    low = folded(words[0][1])
    if hint.gender != "f" or not low.endswith("е") or len(low) < 4 or STRAIGHT.isdisjoint((hint.case, hint.also)):
        return False
    dative = ((readings_in(word).get(("datv", "f"), ()), word) for _, word in words[1:])
    return (hint.verb and hint.also == "nomn") or all(not f or folded(f[0].nominative) == folded(w) for f, w in dative)


def _is_foreign_mans(words: Sequence[tuple[int, str]], hint: Hint) -> bool:
    """Tell whether a man's first name in ``у`` is in the nominative (``губернатор Эдуарду Перейра``): where a title or
    a verb asks for it and the words behind it are in no dative."""
    low = folded(words[0][1])
    asked = hint.case != "accs" and "nomn" in (hint.case, hint.also)
    if not asked or hint.gender == "f" or not low.endswith("у") or len(low) < 4:
        return False
    dative = ((readings_in(word).get(("datv", "m"), ()), word) for _, word in words[1:])
    return all(not found or folded(found[0].nominative) == folded(word) for found, word in dative)


@lru_cache(maxsize=1_000)
def _expected(hint: Hint) -> dict[tuple[str, str], float]:
    """Return the weight of every case and gender by what the sentence says of a name."""
    out = {}
    said = GOVERNED if hint.governed else 0.5
    for case, gender in product(CASES, "mf"):
        total = said if hint.case == case else 0.4 if hint.also == case else 0.0
        total += 0.5 if hint.gender == gender else 0.0
        total += 0.12 if case == "nomn" else 0.1 if case == "gent" else 0.0
        total += 0.05 if gender == "m" else 0.0
        total -= 0.4 if case == "loct" and "loct" not in (hint.case, hint.also) else 0.0
        out[case, gender] = total
    return out


def to_nominative(name: str, hint: Hint = UNHINTED, known: Collection[str] = ()) -> Nominative:
    """Return the name in the nominative, all its words agreeing in case and gender.

    ``known`` holds folded words that the article has in the nominative; they are preferred. Initials, particles
    and words in other scripts stay. Case and gender are chosen together: the sum of the words' weights decides.
    """
    name = name.replace(ACCENT, "")
    words = list(WORD.finditer(name))
    declining = [(at, m.group()) for at, m in enumerate(words) if not _stays(m.group())]
    chinese = len(declining) == len(words) == 2 and _CHINESE.fullmatch(declining[0][1])
    if chinese or (len(declining) > 1 and (_is_foreign_womans(declining, hint) or _is_foreign_mans(declining, hint))):
        del declining[0]
    read = [readings_in(word) for _, word in declining]
    if len(read) > 1 and _is_alike_everywhere(read[0]):
        read[1:] = map(_of_foreigner, read[1:])
    if len(read) > 1 and folded(declining[-1][1])[-2:] in LIKE_PLURALS:
        read[-1] = _with_declining_surname(declining[0][1], read[-1])
    last = len(declining) - 1
    short = last > 1 and all(len(word) <= 5 for _, word in declining)
    asked = [
        (readings, _by_place(index, last + 1), last > index == 0, word.casefold(), short and index < last)
        for index, (readings, (_, word)) in enumerate(zip(read, declining, strict=True))
    ]
    best: tuple[float, str, str, list[str]] | None = None
    second = 0.0
    tops = {"m": 0.0, "f": 0.0}
    for (case, gender), total in _expected(hint).items():
        chosen: list[str] = []
        for readings, more, given, low, may_stay in asked:
            found = readings.get((case, gender))
            weight, nominative = _word_weight(found, more, given, known) if found else (UNREAD, None)
            if may_stay and weight < STAYING:
                weight, nominative = STAYING, low
            total += weight
            chosen.append(nominative or low)
        tops[gender] = max(tops[gender], total)
        if best is None or total > best[0]:
            second = best[0] if best and best[3] != chosen else second
            best = (total, case, gender, chosen)
        elif best[3] != chosen:
            second = max(second, total)
    assert best is not None
    nominatives = {at: word for (at, _), word in zip(declining, best[3], strict=True)}
    out, end = [], 0
    for at, match in enumerate(words):
        out.append(name[end : match.start()])
        out.append(recased(nominatives[at], match.group()) if at in nominatives else match.group())
        end = match.end()
    return Nominative("".join(out) + name[end:], best[1], best[2], best[0] - second, abs(tops["m"] - tops["f"]))


def in_case(name: str, case: str, gender: str) -> str:
    """Return a name given in the nominative in another case (pymorphy's name of it); initials and particles stay."""
    out, end = [], 0
    words = list(WORD.finditer(name))
    for match in words:
        out.append(name[end : match.start()])
        word = match.group()
        latin = not ("а" <= word[-1].casefold() <= "я" or word[-1] in "ёЁ")
        out.append(word if latin or _stays(word) else form_in(word, case, gender))
        end = match.end()
    return "".join(out) + name[end:]


def same_word(one: str, other: str) -> bool:
    """Tell whether two words may be case forms of one word."""
    return folded(one) == folded(other) or bool(keys(one) & keys(other))


def matches(name: str, typed: str) -> bool:
    """Tell whether what is typed, in any case form or cut short, names ``name``: each of its words must meet one."""
    wanted = WORD.findall(typed)
    words = WORD.findall(name)
    if not wanted:
        return True
    return all(any(folded(w).startswith(folded(t)) or same_word(w, t) for w in words) for t in wanted)


def occurrences(text: str, name: str, by_lemma: bool = True, *, any_case: bool = False) -> list[Range]:
    """Return where ``name`` stands in ``text`` as whole words, in text order: in any case form, or literally.

    ``any_case``: upper and lower case alike; else a name in capitals is not the common noun spelt as it. Between the
    words of the name only white space, hyphens, dots or quotation marks may stand. Linear in the text.
    """
    if by_lemma:
        return [span for span in each_occurrence(text, name, any_case=any_case) if span is not None]
    if not WORD.search(name):
        return []
    literal = re.compile(r"(?<!\w)" + re.escape(name.strip()) + r"(?!\w)")
    return [Range(m.start(), m.end()) for m in literal.finditer(text)]


def each_occurrence(text: str, name: str, *, any_case: bool = False) -> Iterator[Range | None]:
    """Yield what ``occurrences`` finds in any case form, and None now and then, so that a search can be ended."""
    wanted = WORD.findall(name)
    if not wanted:
        return
    starts = folded(wanted[0])[:2]
    run: deque[re.Match[str]] = deque(maxlen=len(wanted))
    for count, word in enumerate(WORD.finditer(text)):
        run.append(word)
        if count % 500 == 0:
            yield None
        full = len(run) == len(wanted)
        if full and folded(run[0].group()[:2]) == starts and _matches_run(text, run, wanted, any_case):
            yield Range(run[0].start(), _closed(text, run[0].start(), run[-1].end()))
            run.clear()


_GAP = re.compile(r"[\s.\-«»\"“”„]{0,3}")


def _closed(text: str, start: int, end: int) -> int:
    """Return the end of a name, behind the mark that closes one opened inside it."""
    inside = text[start:end]
    opened = inside.count("«") > inside.count("»") and text[end : end + 1] == "»"
    straight = inside.count('"') % 2 and text[end : end + 1] == '"'
    return end + 1 if opened or straight else end


def _matches_run(text: str, run: Iterable[re.Match[str]], wanted: Sequence[str], any_case: bool) -> bool:
    for before, after in pairwise(run):
        if not _GAP.fullmatch(text, before.end(), after.start()):
            return False
    return all(
        (any_case or _same_capital(m.group(), w)) and same_word(m.group(), w) for m, w in zip(run, wanted, strict=True)
    )


def _same_capital(form: str, wanted: str) -> bool:
    """A name in capitals is not the common noun that is spelt as it (Гром, гром)."""
    return not wanted[:1].isupper() or form[:1].isupper()
