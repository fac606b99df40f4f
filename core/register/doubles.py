"""Which sources of the register may be one and the same, entered twice: proposals with reasons, for a person to merge.

They have the same name and nothing that contradicts. Two of one name that a person has told apart, or whom one article
knows as two, are not proposed; nor are those whose kinds, genders, offices or identifiers differ.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from core.model import ActorKind
from core.model.register import Appearance, Register, Source, heard, told_apart
from core.preannotate.names.inflection import folded
from core.register.index import Index, Known, Match
from core.register.names import Likeness
from core.register.proposals import FULL, Reason, known_source
from core.register.titles import said, titles_in

_SCORE, _ALONE, _WITH_TITLE, _WITH_IDENTIFIER = 0.8, 0.6, 0.93, 0.99
"""Of a whole name, of a single word; of any that are called the same, or have the same identifier."""


class Double(NamedTuple):
    """Sources that may be one, whoever is in most articles first: the one to keep."""

    sources: tuple[Source, ...]
    score: float
    reasons: tuple[Reason, ...]


class _Pairs:
    """What speaks against two sources being one."""

    def __init__(self, register: Register, linked: dict[str, list[Appearance]]) -> None:
        self._apart = set(told_apart(register))
        together: dict[tuple[str, str], set[str]] = defaultdict(set)
        for source, held in linked.items():
            for one in held:
                together[one.article, one.annotator].add(source)
        for met in together.values():
            self._apart.update(map(frozenset, combinations(met, 2)))

    def may_be_one(self, one: Known, other: Known) -> bool:
        """Tell whether nothing contradicts."""
        if frozenset((one.source.id, other.source.id)) in self._apart:
            return False
        for ours, theirs in (
            (one.kind, other.kind),
            (one.gender, other.gender),
            (one.source.identifier, other.source.identifier),
        ):
            if ours and theirs and ours != theirs:
                return False
        offices = [titles_in([known.source.role], known.source.name) for known in (one, other)]
        return not all(offices) or bool(offices[0] & offices[1])


def doubles(register: Register, appearances: Sequence[Appearance]) -> list[Double]:
    """Return the sources that may be one, the surest first; ``appearances`` are everybody's, the linked ones count."""
    linked: dict[str, list[Appearance]] = defaultdict(list)
    for one in appearances:
        if (source := register.resolve(one.actor.source)) is not None:
            linked[source.id].append(one)
    known = [known_source(source, linked.get(source.id, ())) for source in register.listed()]
    index, pairs = Index(known), _Pairs(register, linked)
    by_articles = sorted(known, key=lambda one: (-heard(linked[one.source.id])[0], folded(one.source.name)))
    found: list[Double] = []
    taken: set[str] = set()
    for first in by_articles:
        if first.source.id in taken:
            continue
        group: list[tuple[Known, Match | None]] = [(first, None)]
        for match in _alike(index, first):
            other = match.known
            if other.source.id not in taken and all(pairs.may_be_one(other, held) for held, _ in group):
                group.append((other, match))
        if len(group) > 1:
            taken |= {held.source.id for held, _ in group}
            found.append(_judged([held for held, _ in group], [match for _, match in group if match is not None]))
    return sorted(found, key=lambda one: (-one.score, folded(one.sources[0].name), one.sources[0].id))


def _alike(index: Index, one: Known) -> list[Match]:
    """Return the other sources of the same name: a whole one, or the same single word."""
    kinds = (one.kind,) if one.kind is not None else (ActorKind.PERSON, ActorKind.ORGANISATION)
    best: dict[str, Match] = {}
    for kind in kinds:
        for match in index.matches([one.source.name], kind, one.gender):
            if match.likeness in (*FULL, Likeness.ALONE) and match.known is not one:
                best.setdefault(match.known.source.id, match)
    return list(best.values())


def _judged(group: Sequence[Known], matches: Iterable[Match]) -> Double:
    every = sorted(matches, key=lambda match: match.likeness)
    reasons = [Reason(every[0].likeness.name.lower(), every[0].by)]
    score = _ALONE if every[0].likeness is Likeness.ALONE else _SCORE
    shared = frozenset.intersection(*(one.titles for one in group))
    if shared:
        reasons.append(Reason("title", ", ".join(said(shared)[:3])))
        score = _WITH_TITLE
    identifiers = {one.source.identifier for one in group}
    if len(identifiers) == 1 and "" not in identifiers:
        reasons.append(Reason("identifier", *identifiers))
        score = _WITH_IDENTIFIER
    return Double(tuple(one.source for one in group), score, tuple(reasons))
