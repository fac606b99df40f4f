"""Names that are spelt in more than one way: which of them are one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.preannotate.names.inflection import folded, known_parses
from core.preannotate.names.names import same_word

_SUFFIX = re.compile(r"-(?:младш|старш)(?:ий|ая|его|ему|им|ем|ей|ую)$")


def without_suffix(word: str) -> str:
    """Return a surname without what tells father and son, or sisters, apart (Уильямс-младшая)."""
    return _SUFFIX.sub("", word) if "-" in word else word


_LOOKALIKES = str.maketrans("АВЕКМНОРСТХ", "ABEKMHOPCTX")
_LOOKS_LATIN = re.compile(r"[АВЕКМНОРСТХ0-9]{1,4}$")


def in_latin(name: str) -> str:
    """Return a name with the words in Latin letters that only look so beside others in Latin (``Х5 Retail``)."""
    if not any(letter.isascii() and letter.isalpha() for letter in name) or name.isascii():
        return name
    words = name.split(" ")
    return " ".join(word.translate(_LOOKALIKES) if _LOOKS_LATIN.match(word) else word for word in words)


def misspelt(short: Sequence[str], long: Sequence[str]) -> bool:
    """The same first name and a surname of one letter more, less or other; or a single long surname that sounds so.

    A first name with a letter doubled or not (Гари, Гарри), and one that no dictionary has, with a letter more or other
    (Брижит, Бриджит), is the same where the surname is; so is a name of which every word sounds alike (Камерон Диас,
    Кэмерон Диаз).
    """
    if len(short) != len(long) and len(short) != 1:
        return False
    a, b = folded(short[-1]), folded(long[-1])
    if len(short) > 1 and not same_word(short[0], long[0]):
        if all(
            same_word(x, y) or (len(x) > 3 and _sounds_alike(*map(folded, (x, y))))
            for x, y in zip(short, long, strict=True)
        ):
            return True
        return same_word(short[-1], long[-1]) and _same_first_name(folded(short[0]), folded(long[0]))
    if len(short) == 1 and len(long) > 1 and not _sounds_alike(a, b):
        return False
    return min(len(a), len(b)) >= 6 and a[:2] == b[:2] and _near(a, b)


def _same_first_name(a: str, b: str) -> bool:
    """Tell whether two first names are one: but for a doubled letter, or by one letter where one of them is unknown."""
    if _undoubled(a) == _undoubled(b):
        return True
    foreign = not all(any("Name" in p.tag for p in known_parses(word)) for word in (a, b))
    return foreign and min(len(a), len(b)) >= 5 and a[:2] == b[:2] and _near(a, b)


def _undoubled(word: str) -> str:
    return re.sub(r"(\w)\1", r"\1", word)


SOUNDS = str.maketrans("оеиэыуюяйдбгзжвъ", "ааааааааатпксшфь")
"""Letters (all vowels) that are taken for each other by ear; Захаренко and Захарченко stay two."""


def _sounds_alike(a: str, b: str) -> bool:
    """Tell whether two surnames differ only by a doubled letter, a soft sign, letters swapped or alike in sound."""
    if len(a) == len(b) and sorted(a) == sorted(b):
        return True
    one, other = (_undoubled(w.translate(SOUNDS).replace("ь", "")) for w in (a, b))
    return one == other


def _near(a: str, b: str) -> bool:
    """Tell whether two words differ by one letter at most, behind their first three and before the last two."""
    if abs(len(a) - len(b)) > 1:
        return False
    if len(a) == len(b) and sorted(a) == sorted(b):
        return True
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    end = 0
    while end < min(len(a), len(b)) - start and a[-1 - end] == b[-1 - end]:
        end += 1
    return end >= 2 and max(len(a), len(b)) - start - end <= 1
