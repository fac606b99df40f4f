"""Words that a line end has parted: whether the hyphen was the word's own or only the line's, by the dictionary."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pymorphy3

_LEFT = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)$")
_RIGHT = re.compile(r"^([^\W\d_]+(?:-[^\W\d_]+)*)")
_AFTER = frozenset({"то", "либо", "нибудь", "таки", "ка", "де", "тка"})
"""Particles that are written with a hyphen after a word."""
_BEFORE = frozenset(
    {"кое", "кой", "вице", "экс", "обер", "унтер", "пресс", "онлайн", "интернет", "медиа", "северо", "юго"}
)
"""First parts that are written with a hyphen."""


@cache
def _dictionary() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer()


@cache
def _is_known(word: str) -> bool:
    return bool(_dictionary().word_is_known(word))


def vocabulary(text: str) -> Counter[str]:
    """Return the words of a document, which tell how it writes them where no line ends in them."""
    return Counter(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.lower()))


def joined(left: str, right: str, known: Counter[str]) -> str:
    """Return two lines as one, the first without its hyphen at the end; ``known``: the document's words."""
    before, after = _LEFT.search(left), _RIGHT.search(right)
    if before is None or after is None:
        return f"{left}-{right}"
    one, two = before[1], after[1]
    return f"{left}-{right}" if _keeps(one, two, known) else f"{left}{right}"


def _keeps(one: str, two: str, known: Counter[str]) -> bool:
    """Tell whether the hyphen between two parts is the word's own."""
    shouted = one.isupper() and two.isupper() and len(one) + len(two) > 3
    if two[:1].isupper() and not shouted:
        return True
    first, second = one.lower(), two.lower()
    whole, parted = first + second, f"{first}-{second}"
    if known[whole] != known[parted]:
        return known[parted] > known[whole]
    first, last = first.rpartition("-")[2], second.partition("-")[0]
    if first in _BEFORE and _is_known(last):
        return True
    if _is_known(whole) or _is_known(first + last):
        return False
    if _is_known(parted) or last in _AFTER or first in _BEFORE:
        return True
    return first.endswith("о") and len(first) > 4 and len(last) > 4 and _is_known(last) and _is_compound(first)


def _is_compound(first: str) -> bool:
    """Tell whether a part in -о is an adjective's, as in ``северо-восточный``: with its ending it is a known word."""
    stem = first[:-1]
    return any(_is_known(f"{stem}{ending}") for ending in ("ный", "ский", "ый", "ий", "ой"))
