"""Find actors while a name is typed: any word of the name, any case form, ё as е."""

from __future__ import annotations

from collections.abc import Iterable

from core.language import letters
from core.model import Actor

ENDING = 3
"""Letters that a Russian case ending may add to or take from a name."""


def fold(text: str) -> str:
    """Return ``text`` as names are compared: no case, ё as е, hyphens as spaces."""
    return text.casefold().replace("ё", "е").replace("-", " ")


def matches(name: str, typed: str) -> bool:
    """Tell whether every typed word begins a word of ``name``, or is a case form of one."""
    words = fold(name).split()
    return all(any(_begins(word, part) for word in words) for part in fold(typed).split())


def _begins(word: str, part: str) -> bool:
    """Tell whether ``part`` begins ``word``, or differs from it in its ending alone (short names: in one letter)."""
    if word.startswith(part):
        return True
    same = next((at for at, (a, b) in enumerate(zip(word, part, strict=False)) if a != b), min(len(word), len(part)))
    ending = ENDING if same > 3 else 1
    return same >= 3 and len(word) - same <= ending and len(part) - same <= ENDING


def find(actors: Iterable[Actor], typed: str, limit: int = 9) -> list[Actor]:
    """Return the actors that ``typed`` may mean by any of their names: names that begin so first, then by name."""
    sought = fold(typed)
    found = [actor for actor in actors if any(matches(name, typed) for name in (actor.name, *actor.aliases))]
    return sorted(found, key=lambda actor: (not fold(actor.name).startswith(sought), letters(actor.name)))[:limit]
