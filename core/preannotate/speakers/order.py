"""In which order the quotations of an article are resolved."""

from __future__ import annotations

from collections.abc import Sequence

from core.preannotate.quotations.proposal import Proposal
from core.preannotate.speakers.mentions import FIRST_PERSON


def order(proposals: Sequence[Proposal]) -> list[int]:
    """Return the indexes of the quotations in the order in which they are resolved: by their frames.

    A frame in the first person comes last, for it needs to be known whose speech it stands in.
    """
    return sorted(range(len(proposals)), key=lambda i: (_is_first_person(proposals[i]), _frame(proposals[i]), i))


def _is_first_person(proposal: Proposal) -> bool:
    return len(proposal.mention_tokens) == 1 and proposal.mention_tokens[0].lower in FIRST_PERSON


def _frame(proposal: Proposal) -> int:
    return (proposal.cue or proposal.mention or proposal.ranges[0]).start
