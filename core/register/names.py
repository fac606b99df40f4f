"""Names of persons and organisations in the nominative, taken apart: how two of them may name one source."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from core.model import ActorKind
from core.model.punctuation import QUOTATION_MARKS
from core.preannotate.actors.organisations import is_abbreviation
from core.preannotate.actors.spelling import misspelt
from core.preannotate.analysis.lexicon import table
from core.preannotate.names.inflection import folded, grammemes
from core.preannotate.names.names import WORD

_QUOTES = re.compile(f"[{QUOTATION_MARKS}]")
_BRACKETS = re.compile(r"\(([^)]*)\)")
_COMMON = frozenset(("сми", "спецслужбы", "власти", "интернет", "сеть", "запад"))
"""Names with a capital letter that many different sources go by."""


class Likeness(IntEnum):
    """How two names may be of one source, the surest last."""

    NONE = 0
    SURNAME = 1
    """One is the other's surname alone."""
    ALONE = 2
    """Both are one word, and the same."""
    SCRIPT = 3
    """The same in Latin and in Cyrillic letters."""
    SPELLING = 4
    """The same but for a letter or what sounds alike."""
    ABBREVIATION = 5
    """One is the other's initials."""
    INITIALS = 6
    """The same surname; the first name is an initial in one of them."""
    LONGER = 7
    """The same first name and surname; one has a further name between."""
    PATRONYMIC = 8
    """The same first name and surname; one tells the patronymic too."""
    ORDER = 9
    """The same words in another order."""
    SAME = 10


class Name(NamedTuple):
    """A person's name, its words as ``folded`` gives them; what it does not tell is empty.

    ``words`` are all that are written out, ``initials`` the letters with a dot.
    """

    first: str
    patronymic: str
    surname: str
    words: tuple[str, ...]
    initials: tuple[str, ...]


@lru_cache(maxsize=50_000)
def parsed(name: str) -> Name:
    """Return the parts of a person's name, in whatever order it has them."""
    found = WORD.findall(_BRACKETS.sub(" ", name))
    initials = tuple(folded(word) for word in found if len(word) == 1)
    words = [word for word in found if len(word) > 1]
    keys = tuple(map(folded, words))
    at = next((n for n, word in enumerate(words) if n and _is_patronymic(word, words)), None)
    if not words:
        return Name("", "", "", (), initials)
    if len(words) == 1:
        return Name("", "", keys[0], keys, initials)
    if at is not None:
        rest = [key for n, key in enumerate(keys) if n != at]
        if at == 1:  # Иван Петрович Белов, Иван Петрович
            return Name(keys[0], keys[1], rest[-1] if len(rest) > 1 else "", keys, initials)
        return Name(keys[at - 1], keys[at], keys[0], keys, initials)  # Белов Иван Петрович
    if _is_surname(words[0]) and _is_first(words[-1]):  # Белов Иван
        return Name(keys[-1], "", keys[0], keys, initials)
    return Name(keys[0], "", keys[-1], keys, initials)


def _is_patronymic(word: str, words: list[str]) -> bool:
    return "Patr" in grammemes(word) and len(words) > 1


def _is_surname(word: str) -> bool:
    return "Surn" in grammemes(word) and "Name" not in grammemes(word)


def _is_first(word: str) -> bool:
    return "Name" in grammemes(word) and "Surn" not in grammemes(word)


@lru_cache(maxsize=200_000)
def likeness(one: str, other: str) -> Likeness:
    """Return how two names may be of one person."""
    a, b = parsed(one), parsed(other)
    if not a.words or not b.words:
        return Likeness.NONE
    if a.words == b.words and a.initials == b.initials:
        return Likeness.SAME if len(a.words) > 1 or a.initials else Likeness.ALONE
    if a.patronymic and b.patronymic and a.patronymic != b.patronymic:
        return Likeness.NONE
    if len(a.words) > 1 and sorted(a.words) == sorted(b.words):
        return Likeness.ORDER
    if a.first and b.first:
        return _both_full(a, b)
    if a.surname == b.surname and a.surname:
        return _by_surname(a, b)
    return Likeness.NONE


def _both_full(a: Name, b: Name) -> Likeness:
    """Compare two names that both tell the first name."""
    if (a.first, a.surname) == (b.first, b.surname):
        same = {*a.words} ^ {*b.words} <= {a.patronymic, b.patronymic}
        return Likeness.PATRONYMIC if same else Likeness.LONGER
    if a.first == b.first and not (a.surname and b.surname) and a.patronymic == b.patronymic:
        return Likeness.PATRONYMIC  # Иван Петрович, Иван Петрович Белов
    if _may_be_misspelt(a, b) and misspelt(a.words, b.words) and not _gendered(a, b):
        return Likeness.SPELLING
    one, other = (" ".join(name.words) for name in (a, b))
    if len(a.words) == len(b.words) and _latin(one) != _latin(other) and skeleton(one) == skeleton(other):
        return Likeness.SCRIPT
    return Likeness.NONE


def _may_be_misspelt(a: Name, b: Name) -> bool:
    """Tell quickly of most names that they are no two spellings of one."""
    return (
        len(a.words) == len(b.words)
        and abs(len(a.surname) - len(b.surname)) <= 1
        and abs(len(a.first) - len(b.first)) <= 1
        and (a.surname[:2], a.first[:1]) == (b.surname[:2], b.first[:1])
    )


def _gendered(a: Name, b: Name) -> bool:
    """Tell whether two names differ in an ending by which a woman's is told from a man's (Александр, Александра)."""
    pairs = zip(a.words, b.words, strict=True)
    return any(x != y and (x.startswith(y) or y.startswith(x)) and abs(len(x) - len(y)) <= 2 for x, y in pairs)


def _by_surname(a: Name, b: Name) -> Likeness:
    """Compare two names of one surname of which one does not tell the first name."""
    short, long = (a, b) if not a.first else (b, a)
    letters = tuple(word[0] for word in (long.first, long.patronymic) if word) or long.initials
    if short.initials and letters:
        fits = all(x == y for x, y in zip(short.initials, letters, strict=False))
        return Likeness.INITIALS if fits else Likeness.NONE
    return Likeness.SURNAME


def _latin(name: str) -> bool:
    return re.search(r"[A-Za-z]", name) is not None


_SOUNDS = str.maketrans(
    "абвгдеёжзийклмнопрстуфхцчшщыэюяъьcqwxyju",
    "abvgdeezziiklmnoprstufhccsssieuaaakkviiu",
)


@lru_cache(maxsize=50_000)
def skeleton(name: str) -> str:
    """Return the consonants of a name as they sound in both alphabets, roughly: Obama and Обама, Trump and Трамп."""
    lower = re.sub(r"ph", "f", re.sub(r"kh", "h", re.sub(r"zh|sh|ch|tch|sch", "s", name.casefold())))
    lower = lower.replace("ж", "s").replace("ч", "s").replace("ъ", "").replace("ь", "").replace("th", "t")
    lower = lower.replace("ck", "k").replace("x", "ks").replace("кс", "ks")
    sounds = lower.translate(_SOUNDS)
    kept = re.sub(r"(?<=[a-z])[aeiou]", "", sounds)
    return re.sub(r"(.)\1", r"\1", kept)


# -- organisations -----------------------------------------------------------------------------------------------------


@lru_cache(maxsize=50_000)
def organisation_keys(name: str) -> frozenset[str]:
    """Return what an organisation's name is compared by: without quotation marks and the noun before a name in them.

    What stands in brackets behind it is a name of its own: Служба надзора (СН).
    """
    inside = [part for part in _BRACKETS.findall(name) if part.strip()]
    found = {key for part in (_BRACKETS.sub(" ", name), *inside) if (key := _organisation_key(part))}
    return frozenset(found)


def _organisation_key(name: str) -> str:
    words = [folded(word) for word in re.findall(r"[\w.-]+", _QUOTES.sub(" ", name))]
    quoted = re.search(r"[«\"„“]", name)
    if len(words) > 1 and quoted and _is_body(words[0]):
        words = words[1:]
    return " ".join(word.removesuffix("ъ") for word in words)


def _is_body(word: str) -> bool:
    """Tell whether a noun before a name in quotation marks says what the organisation is (газета «Голос»)."""
    return word in table("org_heads") or bool(
        {"media", "organisation"} & {*table("descriptors").get(word, "").split(",")}
    )


@lru_cache(maxsize=50_000)
def organisations_alike(one: str, other: str) -> Likeness:
    """Return how two names may be of one organisation."""
    if organisation_keys(one) & organisation_keys(other):
        return Likeness.SAME
    words = [tuple(WORD.findall(_BRACKETS.sub(" ", name))) for name in (one, other)]
    if all(words) and is_abbreviation(*words) and min(map(len, words)) == 1 and len(min(words, key=len)[0]) > 2:
        return Likeness.ABBREVIATION
    return Likeness.NONE


def initials_of(name: str) -> str:
    """Return the first letters of an organisation's name; of a single word its own, as of an abbreviation."""
    words = [word for word in WORD.findall(_BRACKETS.sub(" ", name)) if len(word) > 2]
    return words[0] if len(words) == 1 else "".join(word[0] for word in words)


def kind_of(name: str, kind: ActorKind | None) -> ActorKind | None:
    """Return whether a name is one of a person or of an organisation that a register may hold; else None.

    A common noun is none (эксперты, источник в полиции): in each article it is somebody else.
    """
    words = WORD.findall(_BRACKETS.sub(" ", name))
    capital = [word for word in words if word[0].isupper()]
    if not capital or kind in (ActorKind.DOCUMENT, ActorKind.GROUP, ActorKind.UNNAMED):
        return None
    if len(words) == 1 and folded(words[0]) in _COMMON:
        return None
    if kind is not None:
        return kind if kind is ActorKind.PERSON or words[0][0].isupper() or len(words) > 1 else None
    if not words[0][0].isupper():
        described = len(words) > 1 and words[1] == capital[0] and _QUOTES.search(name) is not None
        return ActorKind.ORGANISATION if described and _is_body(folded(words[0])) else None
    named = [word for word in words if {"Name", "Surn", "Patr"} & grammemes(word)]
    quoted = _QUOTES.search(name) is not None
    if not quoted and 1 < len(words) <= 4 and len(capital) == len(words) and named:
        return ActorKind.PERSON
    if not quoted and len(words) == 1 and named and not {"Orgn", "Abbr"} & grammemes(words[0]):
        return ActorKind.PERSON
    return ActorKind.ORGANISATION
