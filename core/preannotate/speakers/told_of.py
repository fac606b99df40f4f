"""Whom somebody's own words name: nobody is told of by his name in what he says himself."""

from __future__ import annotations

from collections.abc import Sequence

from core.model import ActorKind, Form
from core.preannotate.actors.cast import Candidate
from core.preannotate.quotations.proposal import Proposal
from core.preannotate.speakers.mentions import View
from core.preannotate.speakers.together import Together


def told_of_in(
    proposal: Proposal, view: View, candidates: Sequence[Candidate], together: Sequence[Together]
) -> list[Candidate]:
    """Return the persons named in what is said, and those named together of whom all are (of 294 such decisions in the
    training articles two mean one of them).

    Not by a clause that a frame interrupts or closes (``Белов, по его словам, уехал``).
    """
    said = [r for r in proposal.ranges if proposal.form is Form.DIRECT or r.start > view.start]
    if not said:
        return []
    persons = (c for c in candidates if c.kind is ActorKind.PERSON)
    named = {c for c in persons if any(r.start <= m.start and m.end <= r.end for m in c.mentions for r in said)}
    return [*named, *(g.candidate for g in together if named.issuperset(g.members))]
