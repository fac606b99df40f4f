"""Sources found by what their names may have in common with a name: of 10,000 only a few are compared with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from core.model import ActorKind
from core.model.gender import Gender
from core.model.register import Source
from core.preannotate.names.inflection import folded, grammemes
from core.register.names import (
    Likeness,
    initials_of,
    kind_of,
    likeness,
    organisation_keys,
    organisations_alike,
    parsed,
    skeleton,
)

_GENDERS = {"masc": Gender.MASCULINE, "femn": Gender.FEMININE}


class Known(NamedTuple):
    """A source that actors are compared with; ``is_new``: the register has not got it yet."""

    source: Source
    is_new: bool
    kind: ActorKind | None
    gender: Gender | None
    titles: frozenset[str]


class Match(NamedTuple):
    """A source that a name may be of, how it is alike, and which of the source's names is."""

    known: Known
    likeness: Likeness
    by: str


def known_as(source: Source, titles: frozenset[str], *, is_new: bool) -> Known:
    """Return a source with the kind and gender that it or its name tells."""
    kind = source.kind or kind_of(source.name, None)
    return Known(source, is_new, kind, source.gender or gender_by(source.name, kind), titles)


def gender_by(name: str, kind: ActorKind | None) -> Gender | None:
    """Return the gender that a person's first name or patronymic shows; None where the dictionary does not tell."""
    if kind is not ActorKind.PERSON:
        return None
    parts = parsed(name)
    for word in (parts.patronymic, parts.first):
        found = _GENDERS.keys() & grammemes(word) if word and {"Name", "Patr"} & grammemes(word) else set()
        if len(found) == 1:
            return _GENDERS[found.pop()]
    return None


class Index:
    """Sources by keys of their names."""

    def __init__(self, known: Iterable[Known] = ()) -> None:
        self._by_key: dict[str, list[Known]] = defaultdict(list)
        for one in known:
            self.add(one)

    def add(self, known: Known) -> None:
        """Add a source."""
        for name in known.source.names:
            for key in _keys(name, known.kind):
                held = self._by_key[key]
                if not held or held[-1] is not known:
                    held.append(known)

    def matches(self, names: Iterable[str], kind: ActorKind, gender: Gender | None) -> list[Match]:
        """Return the sources that some names may be of, each by what is alike most; kind and gender must meet."""
        best: dict[str, Match] = {}
        for name in names:
            for known in self._near(name, kind):
                if known.gender is not None and gender is not None and known.gender is not gender:
                    continue
                for other in known.source.names:
                    alike = _alike(name, other, kind)
                    held = best.get(known.source.id)
                    if alike > (held.likeness if held is not None else Likeness.NONE):
                        best[known.source.id] = Match(known, alike, other)
        return sorted(best.values(), key=lambda match: (-match.likeness, match.known.source.id))

    def _near(self, name: str, kind: ActorKind) -> Iterator[Known]:
        seen: set[str] = set()
        for key in _keys(name, kind):
            for known in self._by_key.get(key, ()):
                if known.source.id not in seen and known.kind in (None, kind):
                    seen.add(known.source.id)
                    yield known


def _alike(one: str, other: str, kind: ActorKind) -> Likeness:
    return likeness(one, other) if kind is ActorKind.PERSON else organisations_alike(one, other)


def _keys(name: str, kind: ActorKind | None) -> set[str]:
    """Return what a name is filed and looked up under: whatever may be alike shares one."""
    keys: set[str] = set()
    if kind is not ActorKind.ORGANISATION:
        parts = parsed(name)
        keys |= {" ".join(sorted(parts.words)), f"-{parts.surname}"} if parts.words else set()
        keys |= {f"+{parts.first} {parts.patronymic}"} if parts.patronymic else set()
        keys |= {f"~{parts.surname[:2]} {parts.first[:1]}"} if parts.first else set()  # spelt otherwise
        keys |= {f"={skeleton(name)}"} if len(parts.words) > 1 else set()
    if kind is not ActorKind.PERSON:
        keys |= {f"#{key}" for key in organisation_keys(name)}
        keys.add(f"^{folded(initials_of(name))[:2]}")
    return keys
