"""Noun phrases in the nominative, from the dictionary alone: what a source is called that a phrase names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from core.preannotate.analysis.models import parses
from core.reading.phrase import Word

NOMINATIVE_FIRST = 3.0
"""How many times likelier a nominative is than the dictionary says: names of sources are mostly subjects."""
_SAME_CASE = {"gen2": "gent", "acc2": "accs", "loc2": "loct"}
_BEGINNINGS = '.!?…:»”"—–-\n'


class Reading(NamedTuple):
    """How the head of a phrase may be read."""

    case: str
    number: str
    gender: str
    parse: Any


def begins(whole: str, at: int) -> bool:
    """Tell whether a capital at ``at`` may be that of a sentence's first word; one in quotation marks is a name's."""
    if whole[max(0, at - 1) : at] in tuple("\"«„“'"):
        return False
    before = whole[max(0, at - 3) : at].rstrip(" \u00a0«„“(")
    return at == 0 or not before or before[-1] in _BEGINNINGS


def nominative_phrase(words: Sequence[Word], *, capital: bool = False, other: bool = False) -> str:
    """Return a noun phrase with its head and what agrees with it in the nominative; what depends on it stays.

    ``capital``: a capital at its start is its own; else a common noun gets a small letter. ``other``: by the second
    likeliest reading of the head (``следствия`` is one or many).
    """
    letters = [word for word in words if word.text[:1].isalnum()]
    changed: dict[int, str] = {}
    head = head_of(letters)
    if head is not None and (number := _numeral_before(letters, head)) is not None:
        changed = _counted(letters, number, head)
    elif head is not None:
        found = _readings(letters, head)
        for reading in found[min(len(found) - 1, int(other)) :][:1]:
            forms = ((word, _inflected(word, reading, word is letters[head])) for word in letters[: head + 1])
            changed = {word.start: form for word, form in forms if form is not None}
    out, end = [], words[0].start if words else 0
    for word in words:
        out.append(" " if end < word.start else "")
        out.append(changed.get(word.start, word.text))
        end = word.end
    name = "".join(out)
    return name[:1].lower() + name[1:] if letters and not capital and is_common(letters[0]) else name


ROUGHLY = frozenset(("около", "более", "менее", "свыше", "порядка", "больше", "меньше"))
"""Words that count roughly, and leave a numeral and whom it counts as they are (``около ста рабочих``)."""
FEW = frozenset(("два", "три", "четыре", "оба", "полтора", "2", "3", "4"))
"""Numerals, and last figures, behind which a noun stands in the genitive singular (``два врача``)."""


def _numeral_before(letters: Sequence[Word], head: int) -> int | None:
    """Return the index of the numeral or number that counts the head (``несколько аналитиков``, ``20 рабочих``); None
    of the ordinary phrases."""
    return next((n for n, word in enumerate(letters[:head]) if word.text.isdigit() or _numerals(word)), None)


def _numerals(word: Word) -> list[Any]:
    """Return the readings of a word as a numeral; none where it is likelier something else than an adverb."""
    found = parses(word.lower)
    sure = found and str(found[0].tag.POS) in ("NUMR", "ADVB")
    return [parse for parse in found if str(parse.tag.POS) == "NUMR"] if sure else []


def _counted(letters: Sequence[Word], number: int, head: int) -> dict[int, str]:
    """Return the words of a phrase with a numeral that change where it is put into the nominative, by where they start.

    As it is: what is counted roughly, and a numeral that stands in the nominative already. Else the numeral changes,
    and whom it counts is in the genitive, behind ``два`` and its like the singular (``двух врачей``: два врача).
    """
    numeral, found = letters[number], _numerals(letters[number])
    rough = any(word.lower in ROUGHLY for word in letters[:number])
    whom = next((parse for parse in parses(letters[head].lower) if str(parse.tag.POS) == "NOUN"), None)
    if rough or whom is None or any(str(parse.tag.case) == "nomn" for parse in found):
        return {}
    if not found and str(whom.tag.case) in ("nomn", "gent", "accs"):
        return {}
    lemma = str(found[0].normal_form) if found else numeral.text[-1:] if numeral.text[-2:-1] != "1" else ""
    one = whom.inflect({"gent", "sing"}) if lemma in FEW else None
    few = one is not None and not str(one.word).endswith(("ого", "его", "ой", "ей"))  # два рабочих
    counted = one if few else whom.inflect({"nomn", "sing"} if lemma == "1" else {"gent", "plur"})
    forms = [(letters[head], counted)]
    if found:
        form = found[0].inflect({"nomn", str(whom.tag.gender)}) if whom.tag.gender else None
        forms.append((numeral, form or found[0].inflect({"nomn"})))
    for word in letters[number + 1 : head]:
        attribute = next((p for p in parses(word.lower) if str(p.tag.POS) in ("ADJF", "PRTF")), None)
        forms.append((word, attribute.inflect({"gent", "plur"}) if attribute is not None else None))
    return {word.start: _like(word, str(form.word)) for word, form in forms if form is not None}


def _like(word: Word, form: str) -> str:
    """Return a form with a capital where the word has one."""
    return form.capitalize() if word.capital else form


def head_of(letters: Sequence[Word]) -> int | None:
    """Return the index of the phrase's head: its first noun; of ``один из свидетелей`` the word before ``из``.

    None where the phrase has neither.
    """
    if len(letters) > 2 and letters[1].lower == "из":
        return 0
    sure = next((n for n, word in enumerate(letters) if _first_kind(word) in ("NOUN", "LATN")), None)
    return sure if sure is not None else next((n for n, word in enumerate(letters) if "NOUN" in word.kinds), None)


def _first_kind(word: Word) -> str | None:
    found = parses(word.lower)
    if not found:
        return None
    return "LATN" if "LATN" in found[0].tag else str(found[0].tag.POS)


def is_common(word: Word) -> bool:
    """Tell whether a word is no name: a common noun or an adjective, ``Пресс-служба`` by its last part."""
    known = _known(word)
    names = any(kind in parse.tag for parse in known for kind in ("Name", "Surn", "Patr"))
    places = any(kind in parse.tag for parse in known for kind in ("Geox", "Orgn") if str(parse.tag.POS) == "NOUN")
    small = word.text[1:].islower() or len(word.text) == 1
    return small and bool(known) and not names and not places


def is_title(word: Word) -> bool:
    """Tell whether a word is a common noun for people: a title before a name."""
    return is_common(word) and any("anim" in parse.tag for parse in _known(word) if str(parse.tag.POS) == "NOUN")


def _known(word: Word) -> list[Any]:
    known = [parse for parse in parses(word.lower)[:3] if parse.is_known]
    if not known and "-" in word.text:
        known = [parse for parse in parses(word.lower.rsplit("-", 1)[1])[:3] if parse.is_known]
    return known


def _readings(letters: Sequence[Word], head: int) -> list[Reading]:
    """Return the readings of the head that agree with the attributes before it, the likeliest first."""
    every = [parse for parse in parses(letters[head].lower) if parse.tag.case]
    nouns = [parse for parse in every if str(parse.tag.POS) == "NOUN"] or every
    weighed: dict[tuple[str, str], tuple[float, Reading]] = {}
    for parse in nouns:
        case = _SAME_CASE.get(str(parse.tag.case), str(parse.tag.case))
        number = str(parse.tag.number or "sing")
        if not all(_agrees(word, case, number) for word in letters[:head] if word.kinds & {"ADJF", "PRTF"}):
            continue
        masculine = 1.2 if str(parse.tag.gender) == "masc" else 1.0
        weight = parse.score * masculine * (NOMINATIVE_FIRST if case == "nomn" else 1.0)
        reading = Reading(case, number, str(parse.tag.gender or ""), parse)
        if (case, number) not in weighed or weighed[case, number][0] < weight:
            weighed[case, number] = (weight, reading)
    ordered = sorted(weighed.values(), key=lambda pair: -pair[0])
    return [reading for _, reading in ordered]


def _agrees(word: Word, case: str, number: str) -> bool:
    return any(
        _SAME_CASE.get(str(parse.tag.case), str(parse.tag.case)) == case and str(parse.tag.number or number) == number
        for parse in parses(word.lower)
    )


def _inflected(word: Word, reading: Reading, is_head: bool) -> str | None:
    """Return one word of the phrase in the nominative; None where it stays as it is."""
    fixed = (word.text.isupper() and len(word.text) > 1) or re.match(r"[A-Za-z\d]", word.text) is not None
    if reading.case == "nomn" or fixed:
        return None
    wanted = {"nomn", reading.number}
    form = None
    if is_head:
        gender = {reading.gender} if reading.gender and str(reading.parse.tag.POS) != "NOUN" else set()
        form = reading.parse.inflect(wanted | gender) or reading.parse.inflect({"nomn"})
    for parse in () if is_head else parses(word.lower):
        if str(parse.tag.POS) in ("ADJF", "PRTF", "NUMR") and str(parse.tag.case) == reading.case:
            gender = {reading.gender} if reading.number == "sing" and reading.gender and parse.tag.gender else set()
            form = parse.inflect(wanted | gender) or parse.inflect({"nomn"})
            break
    if form is None:
        return None
    return _like(word, str(form.word))
