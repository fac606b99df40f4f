"""Frames whose verb stands in the frame before: ``Одни говорят, что А, другие — что Б`` (docs/guidelines.md, I1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from core.model import Form
from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.quotations.context import Context, is_dash
from core.preannotate.quotations.mixed import verbatim
from core.preannotate.quotations.phrases import span
from core.preannotate.quotations.proposal import Frame, propose

SAID = frozenset({"что", "будто", "якобы"})
LEADS = frozenset({"а", "и", "но"})
LONGEST = 8
"""Words of a source between the comma and the dash."""


class Turn(NamedTuple):
    """Where another source says something with the verb before: the comma, its words, the position of ``что``."""

    comma: int
    source: tuple[Token, ...]
    conj: int


def turns(sentence: Sentence, start: int) -> Iterator[Turn]:
    """Yield the sources behind ``start`` that a dash stands for the verb of, in order."""
    tokens = sentence.tokens
    for dash in tokens[start:-1]:
        if not is_dash(dash) or tokens[dash.position + 1].lower not in SAID:
            continue
        near = tokens[max(dash.position - LONGEST, start) : dash.position]
        comma = next((t.position for t in reversed(near) if t.text in (",", ";")), None)
        if comma is None:
            continue
        source = tuple(map(_as_subject, tokens[comma + 1 : dash.position]))
        source = source[1:] if source and source[0].lower in LEADS else source
        apart = any(t.pos in ("VERB", "AUX", "SCONJ", "PUNCT") for t in source)
        if any(map(_is_subject, source)) and not apart:
            yield Turn(comma, source, dash.position + 1)


def _as_subject(token: Token) -> Token:
    """Return ``второй``, which beside no verb is read as any case of either gender, in the nominative if it may be."""
    if token.pos not in ("ADJ", "DET") or token.feat("Case") == "Nom":
        return token
    tag = next((p.tag for p in models.parses(token.lower) if "nomn" in p.tag.grammemes), None)
    if tag is None:
        return token
    return replace(token, feats={**token.feats, "Case": "Nom", **models.number_and_gender(tag)})


def _is_subject(token: Token) -> bool:
    return token.pos in ("NOUN", "PROPN", "ADJ", "DET", "PRON") and token.feat("Case") == "Nom"


def first_turn(sentence: Sentence, start: int) -> int | None:
    """Return the last position before another source goes on without a verb; None where none does."""
    return next((turn.comma - 1 for turn in turns(sentence, start)), None)


def add_turns(context: Context, sentence: Sentence, frame: Frame, start: int) -> None:
    """Propose what the other sources behind a clause say, with the cue of its frame."""
    last = len(sentence.tokens) - 1
    for turn in reversed(list(turns(sentence, start))):
        content = context.range(sentence, turn.conj, last)
        last = turn.comma - 1
        head = next(t for t in turn.source if _is_subject(t))
        own = replace(
            frame,
            mention=span(turn.source),
            mention_tokens=turn.source,
            mention_head=head,
            omitted=False,
            evidence=(*frame.evidence[:1], "shared cue, another source"),
        )
        if content is not None:
            form = Form.MIXED if verbatim(context, content) else Form.INDIRECT
            rule = f"clause-{sentence.tokens[turn.conj].lower}"
            context.add(propose(form, [content], own, sentence.number, rule, 0.7))
