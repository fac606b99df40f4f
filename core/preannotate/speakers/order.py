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
    frames = [_frame(p) for p in proposals]
    outer = _outer(proposals, frames)

    def key(i: int) -> tuple[bool, int, int, int]:
        inside = outer[i] > frames[i]
        return _is_first_person(proposals[i]), max(frames[i], outer[i]), frames[i] if inside else 0, i

    return sorted(range(len(proposals)), key=key)


def _outer(proposals: Sequence[Proposal], frames: Sequence[int]) -> list[int]:
    """Return where the frame of the direct speech stands that each frame stands in, -1 where it stands in none."""
    spans = sorted((r.start, r.end, i) for i, p in enumerate(proposals) if p.form is Form.DIRECT for r in p.ranges)
    found = [-1] * len(proposals)
    opened: list[tuple[int, int, int]] = []
    after = 0
    for i in sorted(range(len(proposals)), key=frames.__getitem__):
        while after < len(spans) and spans[after][0] <= frames[i]:
            opened.append(spans[after])
            after += 1
        opened = [span for span in opened if span[1] > frames[i]]
        found[i] = max((frames[k] for _, _, k in opened if k != i), default=-1)
    return found


def _is_first_person(proposal: Proposal) -> bool:
    return len(proposal.mention_tokens) == 1 and proposal.mention_tokens[0].lower in FIRST_PERSON


def _frame(proposal: Proposal) -> int:
    return (proposal.cue or proposal.mention or proposal.ranges[0]).start
