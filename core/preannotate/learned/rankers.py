"""Apply the corrections that a project taught to the choices of the shipped models: speakers, judge, limits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec.structs import replace

from core.model import Quotation, Range
from core.model.knowledge import KNOWLEDGE, LEARNED, RANKED, Entry, Part
from core.preannotate.learned.added import kept_of
from core.preannotate.learned.choices import chosen, reason, shares, sums
from core.preannotate.learned.contents import Seen, ends, kept, seen_of, with_end
from core.preannotate.learned.offices import Said
from core.preannotate.learned.speaking import Proposed, speakers
from core.preannotate.quotations.judge import model

if TYPE_CHECKING:
    from core.preannotate.quotations.proposal import Proposal

Ranges = tuple[Range, ...]
UNKNOWN = 0.5
"""How sure a speaker is of which that is not said."""
RULE = "speaker: "
"""Begins the piece of evidence that says how a speaker was found."""


class Moved(NamedTuple):
    """Contents after the correction: ``by``: of those whose limits it moved, by their ranges, the entry and the shipped
    ranges; ``withheld``: what it took away."""

    quotations: tuple[Proposal, ...]
    by: dict[Ranges, tuple[str, Ranges]]
    withheld: list[dict[str, Any]]


class Corrections:
    """The weights of a version of knowledge, by part and fact."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """``entries``: those that are used, of any part."""
        self._weights: dict[Part, dict[str, float]] = {part: {} for part in RANKED}
        for entry in entries:
            if entry.part in self._weights:
                self._weights[entry.part][entry.words] = entry.weight

    def moved(self, text: str, found: Sequence[Proposal], own: Iterable[Ranges] = ()) -> Moved:
        """Return the shipped proposals with the limits, and without those, that the project corrected.

        ``own``: the ranges of those that other knowledge made: they are left as they are.
        """
        spared = set(own)
        stay: list[Proposal] = []
        by: dict[Ranges, tuple[str, Ranges]] = {}
        withheld: list[dict[str, Any]] = []
        taken = {one.ranges for one in found}
        for one in found:
            entry = None if one.ranges in spared else self.dropped(text, seen_of(one))
            if entry is not None:
                withheld.append(kept_of(one, entry))
                continue
            end = None if one.ranges in spared else self.ended(text, seen_of(one))
            if end is not None and (ranges := with_end(one.ranges, end[0])) not in taken:
                taken.add(ranges)
                by[ranges] = (end[1], one.ranges)
                one = replace(one, ranges=ranges)
            stay.append(one)
        return Moved(tuple(stay), by, withheld)

    def dropped(self, text: str, one: Seen) -> str | None:
        """Return the entry by which a proposal is taken away; None where it stays."""
        weights = self._weights[Part.JUDGE]
        if not weights:
            return None
        choice = kept(text, one, float(model()["keep"]))
        at = chosen(choice, weights)
        return None if at == choice.shipped else f"{Part.JUDGE}:{reason(choice, weights, at)}"

    def ended(self, text: str, one: Seen) -> tuple[int, str] | None:
        """Return where the clause of a proposal ends instead, and the entry that says so; None where it is left."""
        weights = self._weights[Part.LIMITS]
        choice = ends(text, one) if weights else None
        if choice is None:
            return None
        at = chosen(choice, weights)
        if at == choice.shipped:
            return None
        return choice.options[at], f"{Part.LIMITS}:{reason(choice, weights, at)}"

    def contents(self, text: str, found: Iterable[Seen]) -> list[Seen]:
        """Return what the correction makes of shipped proposals in their order: the contents of ``moved``."""
        every = list(found)
        stay = [one for one in every if self.dropped(text, one) is None]
        taken = {one.ranges for one in every}
        made: list[Seen] = []
        for one in stay:
            end = self.ended(text, one)
            ranges = with_end(one.ranges, end[0]) if end is not None else one.ranges
            made.append(one if ranges in taken else one._replace(ranges=ranges))
            taken.add(ranges)
        return made

    def corrected(self, said: Said, proposed: Mapping[str, Proposed]) -> dict[str, str | None]:
        """Return of the quotations, by their ids, whose proposed speaker the project corrected, who spoke instead."""
        weights = self._weights[Part.SPEAKERS]
        found = speakers(said, proposed) if weights else ()
        made = ((quotation.id, choice, chosen(choice, weights)) for quotation, choice in found)
        return {key: choice.options[at] for key, choice, at in made if at != choice.shipped}

    def spoken(self, said: Said, version: str) -> tuple[Quotation, ...]:
        """Return the quotations with the speakers that the project corrected; each keeps who was proposed before."""
        weights = self._weights[Part.SPEAKERS]
        if not weights:
            return tuple(said.quotations)
        proposed = {one.id: proposed_of(one) for one in said.quotations if not _is_known(one)}
        names = {actor.id: actor.name for actor in said.actors}
        made: dict[str, Quotation] = {}
        for quotation, choice in speakers(said, proposed):
            at = chosen(choice, weights)
            if at == choice.shipped:
                continue
            share = round(shares(sums(choice, weights))[at], 3)
            was, by = proposed[quotation.id], f"{Part.SPEAKERS}:{reason(choice, weights, at)}"
            spoke = {"by": by, "was": names.get(was.speaker or ""), "rule": was.rule, "score": was.score}
            before = quotation.extra.get(LEARNED, {})
            only_scored = str(before.get("by", "")).startswith(f"{Part.SCORES}:") or not before
            told = {**before, KNOWLEDGE: version, "by": by if only_scored else before["by"], "speaker": spoke}
            told.setdefault("score", quotation.score)
            why = [one for one in quotation.extra.get("evidence", ()) if not one.startswith(RULE)]
            scores = {**quotation.extra.get("scores", {}), "speaker": share}
            extra = {**quotation.extra, "evidence": [*why, f"{RULE}reranked"], "scores": scores, LEARNED: told}
            score = round(share * float(scores.get("content", 1.0)), 3)
            made[quotation.id] = replace(quotation, speaker=choice.options[at], score=score, extra=extra)
        return tuple(made.get(one.id, one) for one in said.quotations)


def proposed_of(item: Quotation) -> Proposed:
    """Return whom a proposed quotation gives as its speaker, how sure, and by which rule."""
    told = item.extra.get("evidence")
    evidence = [str(one) for one in told] if isinstance(told, list) else []
    rule = next((one.removeprefix(RULE) for one in evidence if one.startswith(RULE)), "")
    return Proposed(item.speaker, scored(item, "speaker", UNKNOWN), rule)


def scored(item: Quotation, field: str, otherwise: float) -> float:
    """Return how sure a field of a proposed quotation is; ``otherwise`` where it does not say."""
    scores = item.extra.get("scores")
    found = scores.get(field) if isinstance(scores, dict) else None
    return float(found) if isinstance(found, int | float) else otherwise


def _is_known(item: Quotation) -> bool:
    """Tell whether another entry of the project says who spoke."""
    return "speaker" in item.extra.get(LEARNED, {})
