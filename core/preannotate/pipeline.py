"""The rules in their order, then what they propose put in order: doubles, forms, scores."""

from __future__ import annotations

from core.preannotate.analysis import Analysis
from core.preannotate.context import Context
from core.preannotate.direct import find_direct
from core.preannotate.indirect import find_indirect
from core.preannotate.mixed import find_mixed
from core.preannotate.parenthetical import find_parenthetical
from core.preannotate.proposal import Proposal

STAGES = (find_direct, find_indirect, find_parenthetical, find_mixed)


def extract(analysis: Analysis) -> tuple[Proposal, ...]:
    """Return the proposed quotations of a text in reading order."""
    context = Context(analysis)
    for stage in STAGES:
        stage(context)
    return tuple(sorted(_without_doubles(context.proposals), key=lambda p: (p.start, -p.end)))


def _without_doubles(proposals: list[Proposal]) -> list[Proposal]:
    """Keep the first proposal of the same content."""
    seen: set[tuple[tuple[int, int], ...]] = set()
    out = []
    for proposal in proposals:
        if proposal.ranges not in seen:
            seen.add(proposal.ranges)
            out.append(proposal)
    return out
