"""Dialogue: a paragraph that a dash opens and a frame interrupts is direct speech (RUSSIAN_QUOTATIONS.md, D5)."""

from __future__ import annotations

import re

import msgspec

from core.model import Form, Range
from core.model.punctuation import DASHES
from core.preannotate.analysis.marks import SPACES
from core.preannotate.quotations.context import Context
from core.preannotate.quotations.proposal import Proposal

_JOINT = re.compile(r"[,?!….][ \u00a0]*[—–―-][ \u00a0]*$")
"""What stands between a line of dialogue and its frame."""
_GOES_ON = re.compile(r"[,.:][ \u00a0]*[—–―-][ \u00a0]*")
"""What stands between the frame and the speech that goes on."""
_EDGE = "".join(DASHES | SPACES) + "-"


def find_dialogue(context: Context) -> None:
    """Take the clauses with a frame in dash-led paragraphs for what they are: one direct speech each."""
    text = context.text
    for where in context.analysis.paragraphs:
        line = text[where.start : where.end]
        if line.lstrip()[:1] not in DASHES | {"-"}:
            continue
        start = where.start + len(line) - len(line.lstrip(_EDGE))
        found = [p for p in context.proposals if p.cue is not None and start <= p.start and p.end <= where.end]
        framed = [p for p in found if p.rule == "inserted-clause"]
        spoken = next((s for p in framed if (s := _speech(text, p, start, where.end)) is not None), None)
        if spoken is None:
            continue
        low, high = spoken.start, spoken.ranges[-1].end
        for proposal in framed:
            if low <= proposal.start and proposal.end <= high:
                context.remove(proposal)
        context.add(spoken)


def _speech(text: str, proposal: Proposal, start: int, end: int) -> Proposal | None:
    """Return the direct speech of a paragraph around a frame; None where no dash leads to the frame."""
    assert proposal.cue is not None
    around = [proposal.cue, *([proposal.mention] if proposal.mention else [])]
    first, last = min(r.start for r in around), max(r.end for r in around)
    joint = _JOINT.search(text, start, first)
    if joint is None:
        return None
    kept = joint.start() + (text[joint.start()] not in ",.")
    ranges = [Range(start, kept)]
    after = _GOES_ON.search(text, last, end)
    if after is not None:
        tail = end - len(text[after.end() : end]) + len(text[after.end() : end].rstrip())
        tail -= text[tail - 1] == "."
        if tail > after.end():
            ranges.append(Range(after.end(), tail))
    return msgspec.structs.replace(
        proposal,
        form=Form.DIRECT,
        ranges=tuple(ranges),
        rule="direct-dialogue",
        evidence=(*proposal.evidence, "a line of dialogue"),
    )
