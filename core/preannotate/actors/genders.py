"""Whether the names of a person are a man's or a woman's: by first names, verbs, forms that only one gender has."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from core.preannotate.analysis.analysis import Token
from core.preannotate.analysis.models import NOTHING
from core.preannotate.names.inflection import folded, known_parses
from core.preannotate.names.names import Hint, Nominative

MARKED = ("ов", "ев", "ин", "ын", "ский", "цкий", "ова", "ева", "ина", "ына", "ская", "цкая")
"""Ends of surnames that tell a man's from a woman's."""


_EASTERN = """
ли ван чжан лю чэнь ян хуан чжао у чжоу сюй сунь ма чжу ху го хэ линь ло сун лян ким пак чхве чон чо нгуен фам чан
хан тан дэн фэн юй дун е цао цзян вэй си чжэн се хун
"""
EASTERN = frozenset(_EASTERN.split())
"""Chinese, Korean and Vietnamese surnames, behind which a short name tells no gender."""
SHORT = 5
"""Letters of the words of East Asian names at most."""


class Named(NamedTuple):
    """A person's name in the text: its entity's index in the list, words, and the name in the nominative.

    ``weight``: how full it is.
    """

    entity: int
    words: tuple[str, ...]
    nominative: Nominative
    hint: Hint
    tokens: tuple[Token, ...]
    text: str
    weight: float


@lru_cache(maxsize=20_000)
def genders_of_name(word: str) -> frozenset[str]:
    """Return the genders of a first name or patronymic (lower case) that the dictionary knows."""
    return frozenset(str(p.tag.gender) for p in known_parses(word) if "Name" in p.tag or "Patr" in p.tag) or NOTHING


def _tells_gender(name: Named) -> bool:
    """Tell whether a name's form is of one gender only: inflected, or a surname that differs (Грей may be a woman);
    three short words tell none (Ким Чжи Ён), nor two that begin with an eastern surname (Ли Дань)."""
    if _is_eastern(name) or (len(name.words) > 2 and all(len(word) <= SHORT for word in name.words)):
        return False
    if name.nominative.case != "nomn" or len(name.words) > 1:
        return True
    return folded(name.words[-1]).endswith(MARKED)


def _is_eastern(name: Named) -> bool:
    """Tell whether a short name begins with a Chinese, Korean or Vietnamese surname."""
    return len(name.words) > 1 and name.words[0].lower() in EASTERN and all(len(word) <= SHORT for word in name.words)


def _of_either_gender(name: Named) -> bool:
    """Tell whether a surname alone has one form for men and women (Руденко, Белых), or a short eastern name: its
    reading tells neither."""
    if _is_eastern(name):
        return True
    return len(name.words) == 1 and folded(name.words[0]).endswith(("ко", "ых", "их"))


def gender_of(group: Sequence[Named], sure: bool = False) -> str:
    """Return the gender a group's names and verbs agree on, '' where they do not tell.

    ``sure``: only by first names and patronymics of the dictionary, and by forms that only one gender has.
    """
    votes: dict[str, int] = {}

    def vote(gender: str, weight: int) -> None:
        votes[gender] = votes.get(gender, 0) + weight

    for name in group:
        told = len(name.words) > 1 and not _is_eastern(name)
        for word in name.words if told else ():
            known = genders_of_name(word.lower())
            if len(known) == 1:
                vote({"masc": "m", "femn": "f"}.get(next(iter(known)), ""), 4)
        if len(name.words) > 1 and not sure:
            first = name.nominative.text.split()[0]
            if first.endswith(("а", "я")):
                vote("f", 0 if genders_of_name(first.lower()) else 2)
        if name.hint.gender and name.hint.verb:
            vote(name.hint.gender, 5)
        elif name.hint.gender and not sure and not _of_either_gender(name):
            vote(name.hint.gender, 1 if name.hint.case != "nomn" else 2)
        if name.nominative.gender_margin > 0.8 and _tells_gender(name):
            vote(name.nominative.gender, 3)
        elif len(name.words) > 1 and name.nominative.margin > 0.3 and not sure:
            vote(name.nominative.gender, 2)
    votes.pop("", None)
    if len(votes) < 2:
        return "".join(votes)
    (best, count), (_, second) = sorted(votes.items(), key=itemgetter(1), reverse=True)[:2]
    return best if count >= 2 * second else ""
