"""Whom somebody's own words name: nobody is told of by his name in what he says himself."""

from __future__ import annotations

from collections.abc import Sequence

from core.model import ActorKind, Form
from core.preannotate.actors.cast import Candidate
from core.preannotate.quotations.proposal import Proposal
from core.preannotate.speakers.mentions import View
from core.preannotate.speakers.together import Together

DESCRIBED = frozenset((ActorKind.UNNAMED, ActorKind.GROUP))


def told_of_in(
    proposal: Proposal, view: View, candidates: Sequence[Candidate], together: Sequence[Together]
) -> list[Candidate]:
    """Return the persons named in what is said, those named together of whom all are, and whoever is described nowhere
    else (of 294 decisions with such persons in the training articles two mean one of them).

    Not by a clause that a frame interrupts or closes (``Белов, по его словам, уехал``).
    """
    said = [r for r in proposal.ranges if proposal.form is Form.DIRECT or r.start > view.start]
    if not said:
        return []
    inside = {c: [any(r.start <= m.start and m.end <= r.end for r in said) for m in c.mentions] for c in candidates}
    named = {c for c, there in inside.items() if c.kind is ActorKind.PERSON and any(there)}
    only_there = [c for c, there in inside.items() if c.kind in DESCRIBED and all(there)]
    return [*named, *only_there, *(g.candidate for g in together if named.issuperset(g.members))]
