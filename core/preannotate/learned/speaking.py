"""Who may have said a quotation, seen from a layer alone: whom the article names, where, and who spoke before."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from core.model import ActorKind, Quotation
from core.preannotate.learned.choices import MARGIN, SHIPPED, Choice, Row
from core.preannotate.learned.offices import Said, is_name
from core.preannotate.scores import log_odds

MOST = 40
"""Actors of an article who are weighed: those who are named nearest to the frame."""
WHO = "who="
"""Begins the fact that somebody of this name is meant."""
CONTEXTS = {
    "name": "name",
    "itself": "name",
    "organisation": "organisation",
    "relative": "relative",
    "first-person": "first-person",
    "ranked-pronoun": "pronoun",
    "ranked-description": "description",
}
"""How a speaker was found, as facts have it, where the quotation has a mention."""
WITHOUT = {"floating": "floating", "ranked-pronoun": "omitted"}
"""The same where it has none."""


class Proposed(NamedTuple):
    """Whom the shipped model chose (an actor's id; None: nobody), how sure, and by which of its rules."""

    speaker: str | None
    score: float
    rule: str


class _Places(NamedTuple):
    """Where the actors of an article are named."""

    starts: Mapping[str, list[int]]
    first: Mapping[ActorKind, str]
    last: Mapping[ActorKind, str]
    most: int


def speakers(said: Said, proposed: Mapping[str, Proposed]) -> Iterator[tuple[Quotation, Choice[str | None]]]:
    """Yield the quotations that ``proposed`` has, by their ids, each with the actors who may have said it."""
    places = _places(said)
    kinds = {actor.id: actor.kind or ActorKind.PERSON for actor in said.actors}
    names = {actor.id: actor.name for actor in said.actors}
    before: list[str | None] = []
    for quotation in sorted(said.quotations, key=lambda one: one.ranges):
        given = proposed.get(quotation.id)
        if given is None:
            continue
        at = (quotation.cue or quotation.mention or quotation.ranges[0]).start
        options: list[str | None] = [*_nearest(at, names, places, given.speaker), None]
        context = context_of(quotation, given.rule)
        rows = [_row(said.text, at, context, one, kinds, names, places, before) for one in options]
        shipped = options.index(given.speaker) if given.speaker in options else len(options) - 1
        rows[shipped] = (*rows[shipped], f"{context}{SHIPPED}")
        base = [0.0] * len(options)
        base[shipped] = max(log_odds(given.score), 0.0) + MARGIN
        yield quotation, Choice(tuple(options), tuple(rows), tuple(base), shipped)
        before.append(given.speaker)


def context_of(quotation: Quotation, rule: str) -> str:
    """Return by what kind of words the quotation is attributed."""
    if quotation.mention is None:
        return WITHOUT.get(rule, "none")
    return CONTEXTS.get(rule, "description")


def _places(said: Said) -> _Places:
    starts: dict[str, list[int]] = defaultdict(list)
    for entity in sorted(said.entities, key=lambda one: one.range):
        if entity.actor is not None:
            starts[entity.actor].append(entity.range.start)
    first: dict[ActorKind, str] = {}
    last: dict[ActorKind, str] = {}
    for actor in said.actors:
        kind, here = actor.kind or ActorKind.PERSON, starts.get(actor.id)
        if here:
            if kind not in first or here[0] < starts[first[kind]][0]:
                first[kind] = actor.id
            if kind not in last or here[-1] > starts[last[kind]][-1]:
                last[kind] = actor.id
    return _Places(starts, first, last, max(map(len, starts.values()), default=0))


def _nearest(at: int, names: Mapping[str, str], places: _Places, shipped: str | None) -> list[str]:
    """Return the actors who are weighed, in the order of the layer."""
    if len(names) <= MOST:
        return list(names)
    far = {one: min((abs(start - at) for start in places.starts.get(one, ())), default=1 << 40) for one in names}
    near = set(sorted(names, key=lambda one: (one != shipped, far[one], one))[:MOST])
    return [one for one in names if one in near]


def _row(
    text: str,
    at: int,
    context: str,
    actor: str | None,
    kinds: Mapping[str, ActorKind],
    names: Mapping[str, str],
    places: _Places,
    before: list[str | None],
) -> Row:
    """Return the facts of one who may have said a quotation whose frame stands at ``at``."""
    if actor is None:
        return (f"{context} nobody",)
    kind = kinds[actor]
    starts = places.starts.get(actor, [])
    seen = bisect_left(starts, at)
    found = [f"kind-{kind}", *(["spoke"] if actor in before else [])]
    if before and before[-1] == actor:
        found.append("spoke-last")
    if not starts:
        found.append("unnamed")
    elif not seen:
        found.append("only-after")
    else:
        alike = (places.starts[one] for one in places.starts if kinds.get(one) is kind)
        last = [here[before_it - 1] for here in alike if (before_it := bisect_left(here, at))]
        later = sum(start > starts[seen - 1] for start in last)
        found.append(("nearest", "second-nearest")[later] if later < 2 else "farther")
        if "\n" not in text[starts[seen - 1] : at]:
            found.append("same-paragraph")
    if places.first.get(kind) == actor:
        found.append("named-first")
    if places.last.get(kind) == actor:
        found.append("named-last")
    if len(starts) == places.most > 1:
        found.append("named-most")
    if is_name(names[actor]):
        found.append(f"{WHO}{names[actor]}")
    return tuple(f"{context} {one}" for one in found)
