"""Frames whose verb stands in the frame before: ``Одни говорят, что А, другие — что Б`` (docs/guidelines.md, I1)."""

from __future__ import annotations

from core.model import Form
from core.preannotate.analysis.analysis import Sentence
from core.preannotate.quotations.context import Context
from core.preannotate.quotations.mixed import verbatim
from core.preannotate.quotations.proposal import Frame, propose
from core.preannotate.quotations.turns import of_turn, turns


def add_turns(context: Context, sentence: Sentence, frame: Frame, start: int) -> None:
    """Propose what the other sources behind a clause say, with the cue of its frame."""
    last = len(sentence.tokens) - 1
    for turn in reversed(list(turns(sentence, start))):
        content = context.range(sentence, turn.conj, last)
        last = turn.comma - 1
        own = of_turn(frame, turn)
        if content is not None:
            form = Form.MIXED if verbatim(context, content) else Form.INDIRECT
            rule = f"clause-{sentence.tokens[turn.conj].lower}"
            context.add(propose(form, [content], own, sentence.number, rule, 0.7))
