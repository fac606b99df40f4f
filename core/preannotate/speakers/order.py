"""In which order the quotations of an article are resolved."""

from __future__ import annotations

from collections.abc import Sequence

from core.model import Form
from core.preannotate.quotations.proposal import Proposal
from core.preannotate.speakers.mentions import FIRST_PERSON


def order(proposals: Sequence[Proposal]) -> list[int]:
    """Return the indexes of the quotations in the order in which they are resolved: by their frames.

    A frame in the first person comes last, for it needs to be known whose speech it stands in; a frame inside direct
    speech right after that speech's.
    """
    around = {i: _around(proposals, i) for i in range(len(proposals))}

    def key(i: int) -> tuple[bool, int, int, int]:
        first, outer = _is_first_person(proposals[i]), around[i]
        own = _frame(proposals[i])
        return (first, max(own, outer), int(outer > own) * own, i)

    return sorted(range(len(proposals)), key=key)


def _around(proposals: Sequence[Proposal], inner: int) -> int:
    """Return where the frame of the direct speech stands that a frame stands in, -1 where it stands in none."""
    frame = _frame(proposals[inner])
    direct = (p for i, p in enumerate(proposals) if i != inner and p.form is Form.DIRECT)
    return max((_frame(p) for p in direct if any(r.start <= frame < r.end for r in p.ranges)), default=-1)


def _is_first_person(proposal: Proposal) -> bool:
    return len(proposal.mention_tokens) == 1 and proposal.mention_tokens[0].lower in FIRST_PERSON


def _frame(proposal: Proposal) -> int:
    return (proposal.cue or proposal.mention or proposal.ranges[0]).start
