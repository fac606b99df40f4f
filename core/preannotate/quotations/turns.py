"""Other sources behind a frame, that a dash stands for the verb of: ``Одни говорят, что А, другие — что Б``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from core.model.punctuation import MARKS
from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import Sentence, Token
from core.preannotate.analysis.lexicon import table
from core.preannotate.quotations.context import is_dash
from core.preannotate.quotations.frames import may_speak
from core.preannotate.quotations.phrases import span
from core.preannotate.quotations.proposal import Frame

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
        if (any(map(is_subject, source)) or _spoken_there(source) is not None) and not apart:
            yield Turn(comma, source, dash.position + 1)


def turn_to_words(sentence: Sentence, first: Token, frame: Frame) -> Frame | None:
    """Return the frame of words in marks behind a dash with another source before it, whose verb is that of a frame
    before (``Критики зовут его «шутом», поклонники — «гением»``); None for other words."""
    tokens = sentence.tokens
    at = first.position - 1
    while at > 1 and tokens[at].pos in ("ADP", "SCONJ"):
        at -= 1
    if at < 2 or not is_dash(tokens[at]) or frame.cue_token is None or frame.cue_token.position > at:
        return None
    near = tokens[max(at - LONGEST, 0) : at]
    comma = next((t.position for t in reversed(near) if t.text in (",", ";")), None)
    if comma is None or comma < frame.cue_token.position:
        return None
    source = tuple(map(_as_subject, tokens[comma + 1 : at]))
    source = source[1:] if source and source[0].lower in LEADS else source
    if (place := _place(source, frame)) is not None:
        return of_source(frame, source[1:], place)
    head = next((t for t in source if is_subject(t) or (t.pos in ("X", "PROPN") and t.text.isascii())), None)
    if head is None or any(t.pos in ("VERB", "AUX", "SCONJ", "PUNCT") for t in source if t.text not in MARKS):
        return None
    noun = next((t for t in source if t.pos in ("NOUN", "PROPN")), head)
    if noun.feat("Animacy") == "Inan" and not may_speak(noun):
        return None  # назвал суд «цирком», а свой арест — «местью»
    return of_source(frame, source, head)


def _place(source: tuple[Token, ...], frame: Frame) -> Token | None:
    """Return the place where it is said (``объяснили отмену «А», в мэрии — «Б»``); None for another's words."""
    said = frame.mention_head
    return _spoken_there(source, said is not None and said.feat("Case") == "Loc")  # В Туле зовут его «А», в Орле — «Б»


def _spoken_there(source: tuple[Token, ...], anywhere: bool = False) -> Token | None:
    """Return the noun of the place that a source is (``в компании``); ``anywhere``: of a town too."""
    if len(source) < 2 or source[0].lower not in ("в", "во") or any(t.pos in ("VERB", "SCONJ") for t in source):
        return None
    noun = next((t for t in source[1:] if t.pos in ("NOUN", "PROPN")), None)
    spoken = noun is not None and (anywhere or noun.lemma in table("places_of_speech") or may_speak(noun))
    return noun if spoken and noun is not None and noun.feat("Case") == "Loc" else None


def of_turn(frame: Frame, turn: Turn) -> Frame:
    """Return the frame of another source: its subject, or the place where it is said."""
    place = _spoken_there(turn.source)
    head = place or next(t for t in turn.source if is_subject(t))
    return of_source(frame, turn.source[1:] if place is not None else turn.source, head)


def of_source(frame: Frame, source: tuple[Token, ...], head: Token) -> Frame:
    return replace(
        frame,
        mention=span(source),
        mention_tokens=source,
        mention_head=head,
        omitted=False,
        evidence=(*frame.evidence[:1], "shared cue, another source"),
    )


def _as_subject(token: Token) -> Token:
    """Return ``второй``, which beside no verb is read as any case of either gender, in the nominative if it may be."""
    if token.pos not in ("ADJ", "DET") or token.feat("Case") == "Nom":
        return token
    tag = next((p.tag for p in models.parses(token.lower) if "nomn" in p.tag.grammemes), None)
    if tag is None:
        return token
    return replace(token, feats={**token.feats, "Case": "Nom", **models.number_and_gender(tag)})


def is_subject(token: Token) -> bool:
    return token.pos in ("NOUN", "PROPN", "ADJ", "DET", "PRON") and token.feat("Case") == "Nom"


def first_turn(sentence: Sentence, start: int) -> int | None:
    """Return the last position before another source goes on without a verb; None where none does."""
    return next((turn.comma - 1 for turn in turns(sentence, start)), None)
