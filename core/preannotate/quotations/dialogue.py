"""Dialogue: a paragraph that a dash opens and a frame interrupts is direct speech (RUSSIAN_QUOTATIONS.md, D5)."""

from __future__ import annotations

import re

import msgspec

from core.model import Form, Range
from core.model.punctuation import DASHES
from core.preannotate.analysis.marks import SPACES
from core.preannotate.quotations.after_speech import acted, somebody_acts
from core.preannotate.quotations.context import Context
from core.preannotate.quotations.proposal import Proposal, propose

_JOINT = re.compile(r"[,?!….][ \u00a0]*[—–―-][ \u00a0]*$")
"""What stands between a line of dialogue and its frame."""
_TO_FRAME = re.compile(r"[,?!….][ \u00a0]*[—–―-][ \u00a0]+(?=[а-яё])")
"""The same, from the first word of the frame on."""
_GOES_ON = re.compile(r"[,.:][ \u00a0]*[—–―-][ \u00a0]*")
"""What stands between the frame and the speech that goes on."""
REACH = 7
"""Words behind the dash among which the verb of speech must stand."""
_EDGE = "".join(DASHES | SPACES) + "-"


def find_dialogue(context: Context) -> None:
    """Take the clauses with a frame in dash-led paragraphs for what they are: one direct speech each."""
    text = context.text
    for where in context.analysis.paragraphs:
        opening = text[where.start : where.end]
        if opening.lstrip()[:1] not in DASHES | {"-"}:
            continue
        line = Range(where.start + len(opening) - len(opening.lstrip(_EDGE)), where.end)
        found = [p for p in context.proposals if p.cue is not None and line.start <= p.start and p.end <= line.end]
        clauses = [p for p in found if p.rule == "inserted-clause"]
        spoken = next((s for p in clauses if (s := _around(text, p, line)) is not None), None) or _framed(context, line)
        if spoken is None:
            continue
        for proposal in clauses:
            if spoken.start <= proposal.start and proposal.end <= spoken.end:
                context.remove(proposal)
        context.add(spoken)


def _around(text: str, clause: Proposal, line: Range) -> Proposal | None:
    """Return the direct speech of a line around the frame of a clause; None where no dash leads to the frame."""
    assert clause.cue is not None
    first = min(clause.cue.start, clause.mention.start if clause.mention else clause.cue.start)
    joint = _JOINT.search(text, line.start, first)
    return _speech(text, clause, line, joint) if joint is not None else None


def _framed(context: Context, line: Range) -> Proposal | None:
    """Return the direct speech of a line that a dash and a verb of speech soon behind it frame (``— О чём говорить? —
    добавил X``); None where there is none."""
    for joint in _TO_FRAME.finditer(context.text, line.start, line.end):
        first = next(iter(context.analysis.slice(joint.end(), line.end)), None)
        sentence = context.analysis.sentence_of.get(first.index) if first is not None else None
        if first is None or sentence is None:
            continue
        near = sentence.tokens[first.position : first.position + REACH]
        comma = next((t.position for t in near if t.text == ","), near[-1].position + 1)
        cue = next(iter(context.cues(sentence, first.position, comma)), None)
        frame = context.frame(sentence, cue) if cue else somebody_acts(context, sentence, first.position)
        if cue and frame and frame.mention is not None and frame.mention.start < first.start:
            frame = acted(sentence, cue, cue.range, "the subject behind the verb")  # — Вы опоздали, — сказал он
        if frame is not None and joint.start() > line.start:
            proposal = propose(Form.DIRECT, [line], frame, sentence.number, "direct-dialogue", 0.85)
            return _speech(context.text, proposal, line, joint)
    return None


def _speech(text: str, proposal: Proposal, line: Range, joint: re.Match[str]) -> Proposal:
    """Return a proposal as the direct speech of a line, up to the joint and what goes on behind the frame."""
    assert proposal.cue is not None
    last = max(proposal.cue.end, proposal.mention.end if proposal.mention else 0)
    kept = joint.start() + (text[joint.start()] not in ",.")
    ranges = [Range(line.start, kept)]
    after = _GOES_ON.search(text, last, line.end)
    if after is not None:
        tail = after.end() + len(text[after.end() : line.end].rstrip())
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
