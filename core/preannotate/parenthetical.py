"""Frames set off by commas: ``А, сообщил X``, ``Как сообщил X, А``, ``По словам X, А`` (I2, I3, I4)."""

from __future__ import annotations

from core.model import Form
from core.preannotate.analysis import Sentence, Token
from core.preannotate.context import Context, has_predicate, is_dash
from core.preannotate.indirect import conjunction, connective_end, fragments
from core.preannotate.mixed import verbatim
from core.preannotate.proposal import Frame, propose

KINDS = frozenset({"say", "carrier", "passive", "opinion", "shortadj"})


def find_parenthetical(context: Context) -> None:
    """Propose the clauses that a frame set off by commas attributes."""
    for sentence in context.analysis.sentences:
        if sentence.frame:
            continue
        taken = [p for p in context.proposals if p.sentence == sentence.number]
        for at in range(len(sentence.tokens)):
            for frame in context.phrases(sentence, at, at + 1):
                if frame.cue_token and frame.cue_token.start not in context.spent:
                    _phrase(context, sentence, frame)
        for cue in context.cues(sentence, 0, len(sentence.tokens), KINDS):
            if cue.start not in context.spent:
                _verb(context, sentence, cue)
        del taken


def _phrase(context: Context, sentence: Sentence, frame: Frame) -> None:
    """``По словам X, А``; ``А, по словам X``; ``А, по словам X, Б``."""
    tokens = sentence.tokens
    first, last = frame.first, frame.last
    if first and tokens[first - 1].lower == "и" and first > 1 and tokens[first - 2].text == ",":
        first -= 1
    left = connective_end(sentence, 0)
    spans = [(left, first - 1), (last + 1, len(tokens) - 1)]
    _propose(context, sentence, frame, spans, "phrase")


def _verb(context: Context, sentence: Sentence, cue: Token) -> None:
    """``А, сообщил X``, ``Как сообщил X, А``, ``А, сообщил X, Б``: a verb between commas, no clause of its own."""
    tokens = sentence.tokens
    if conjunction(sentence, cue) is not None:
        return
    frame = context.frame(sentence, cue)
    first, last = frame.first, frame.last
    as_clause = any(t.lower == "как" for t in tokens[max(first - 3, 0) : first]) or tokens[first].lower == "как"
    if as_clause:
        while first > 0 and tokens[first].lower != "как":
            first -= 1
    before = tokens[first - 1] if first else None
    if any(t.lower == "этом" and tokens[t.place - 1].lower == "об" for t in tokens[max(first - 4, 1) : last + 2]):
        return
    if not as_clause and (before is None or not (before.text == "," or is_dash(before))):
        return
    if not as_clause and frame.mention_head is not None and frame.mention_head.place < cue.place and frame.kind != "phrase":
        return
    last = _frame_end(sentence, last)
    left = connective_end(sentence, 0)
    _propose(context, sentence, frame, [(left, first - 1), (last + 1, len(tokens) - 1)], "as" if as_clause else "inserted")


def _frame_end(sentence: Sentence, last: int) -> int:
    """Return the place of the frame's last word: up to the next comma or the sentence's end."""
    tokens = sentence.tokens
    while last + 1 < len(tokens) and tokens[last + 1].text not in (",", ".", ";", ":", "!", "?", "…") and not is_dash(tokens[last + 1]):
        last += 1
    return last


def _propose(context: Context, sentence: Sentence, frame: Frame, spans: list[tuple[int, int]], rule: str) -> None:
    tokens = sentence.tokens
    inside = [t for first, last in spans for t in tokens[max(first, 0) : last + 1]]
    if not has_predicate([t for t in inside if t.pos != "PUNCT"]):
        return
    if sum(t.index < 0 for t in inside) and sum(t.pos != "PUNCT" for t in inside) < 3:
        return
    ranges = fragments(context, sentence, spans)
    if not ranges:
        return
    form = Form.MIXED if any(verbatim(context, r) for r in ranges) else Form.INDIRECT
    context.add(propose(form, ranges, frame, sentence.number, f"{rule}-clause", 0.75))
