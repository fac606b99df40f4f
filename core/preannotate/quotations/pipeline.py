"""The rules in their order, then the judge: which proposals stay, and how sure each is."""

from __future__ import annotations

from core.model import Form
from core.preannotate.analysis.analysis import Analysis
from core.preannotate.quotations.context import Context
from core.preannotate.quotations.dialogue import find_dialogue
from core.preannotate.quotations.direct import find_direct
from core.preannotate.quotations.indirect import find_indirect
from core.preannotate.quotations.judge import judge
from core.preannotate.quotations.mixed import find_mixed
from core.preannotate.quotations.noun_frames import find_noun_frames
from core.preannotate.quotations.parenthetical import find_parenthetical
from core.preannotate.quotations.proposal import Proposal

STAGES = (find_direct, find_indirect, find_parenthetical, find_dialogue, find_noun_frames, find_mixed)


def candidates(analysis: Analysis) -> list[Proposal]:
    """Return all that the rules propose for a text, in reading order, without doubles."""
    context = Context(analysis)
    for stage in STAGES:
        stage(context)
    found = _without_nobodys(_without_doubles(context.proposals))
    return sorted(found, key=lambda p: (p.start, -p.end))


def extract(analysis: Analysis) -> tuple[Proposal, ...]:
    """Return the proposed quotations of a text in reading order, each with its probability as the score."""
    return tuple(judge(analysis, candidates(analysis)))


def _without_doubles(proposals: list[Proposal]) -> list[Proposal]:
    """Keep the first proposal of the same content."""
    seen: set[tuple[tuple[int, int], ...]] = set()
    out = []
    for proposal in proposals:
        if proposal.ranges not in seen:
            seen.add(proposal.ranges)
            out.append(proposal)
    return out


def _without_nobodys(proposals: list[Proposal]) -> list[Proposal]:
    """Leave out what somebody's speech reports of nobody (``«Нам объявили, что А»``): nested, a speaker is named."""
    speeches = [r for p in proposals if p.form is Form.DIRECT for r in p.ranges]

    def is_within(proposal: Proposal) -> bool:
        inside = (r for r in speeches if r.start <= proposal.start and proposal.end <= r.end)
        return any((r.start, r.end) != (proposal.start, proposal.end) for r in inside)

    return [p for p in proposals if p.mention is not None or not is_within(p)]
