"""An annotated article cut for paper: runs of text with what lies over them, whatever draws them then.

The page (``core.report.article_page``) and the window's printer draw the same pieces, so that both show the same.
"""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterator
from typing import NamedTuple

from core.model import Entity, Quotation, Range, State
from core.model.layer import Layer


class Superscript(NamedTuple):
    """What stands after a span on paper: a quotation's number with its speaker, or an entity's label."""

    words: str
    speaker: str = ""
    auto: bool = False
    """Nobody has settled it yet: it is a proposal of the program."""
    guessed: bool = False
    """A person settled the quotation, and the program alone says who its speaker is."""

    def __str__(self) -> str:
        """Return it as it is shown: ``3 Анна Белова``; a question mark follows what only the program says."""
        return f"{self.words}{'?' * self.auto} {self.speaker}{'?' * self.guessed}".strip()


class Piece(NamedTuple):
    """A run of text, and what lies over the whole of it; quotations from the outermost in."""

    text: str
    quotations: tuple[Quotation, ...]
    entities: tuple[Entity, ...]
    cue: bool
    mention: bool
    superscripts: tuple[Superscript, ...]
    """What ends with the run."""


class Numbered(NamedTuple):
    """A quotation with the number that it bears on paper."""

    number: int
    quotation: Quotation


def numbered(layer: Layer) -> list[Numbered]:
    """Return the quotations in reading order, numbered from 1; rejected ones are left out."""
    return [Numbered(number, one) for number, one in enumerate(layer.quotations(), 1)]


def paragraphs(layer: Layer) -> list[list[Piece]]:
    """Return the pieces of every line of the text; empty lines are left out. Rejected items are not there."""
    text = layer.article.text
    cut = sorted({0, len(text), *_edges(layer)})
    pieces = list(_pieces(layer, cut))
    out: list[list[Piece]] = []
    start = 0
    for line in text.split("\n"):
        first, last = bisect.bisect_left(cut, start), bisect.bisect_left(cut, start + len(line))
        inside = [piece for piece in pieces[first:last] if piece.text]
        if line.strip():
            out.append(inside)
        start += len(line) + 1
    return out


def _edges(layer: Layer) -> Iterator[int]:
    """Yield where pieces begin or end: at every span's ends, and around line breaks."""
    for at, character in enumerate(layer.article.text):
        if character == "\n":
            yield from (at, at + 1)
    for span, _ in _spans(layer):
        yield from span


def _spans(layer: Layer) -> Iterator[tuple[Range, Quotation | Entity]]:
    """Yield all spans of the items that are shown, with their items."""
    for one in layer.quotations():
        yield from ((span, one) for span in (*one.ranges, *(part for part in (one.cue, one.mention) if part)))
    for entity in layer.entities():
        yield entity.range, entity


def _pieces(layer: Layer, cut: list[int]) -> Iterator[Piece]:
    """Yield a piece for each interval between two cuts."""
    opens: dict[int, list[tuple[Range, Quotation | Entity]]] = {}
    for span, item in _spans(layer):
        opens.setdefault(span.start, []).append((span, item))
    superscripts = _superscripts(layer)
    live: list[tuple[Range, Quotation | Entity]] = []
    for start, end in itertools.pairwise(cut):
        live = [one for one in live if one[0].end > start] + opens.get(start, [])
        text = layer.article.text[start:end]
        content = [item for span, item in live if isinstance(item, Quotation) and span in item.ranges]
        content.sort(key=lambda one: (-(one.end - one.start), one.start))
        yield Piece(
            "" if text == "\n" else text,
            tuple(content),
            tuple(item for _, item in live if isinstance(item, Entity)),
            any(isinstance(item, Quotation) and span == item.cue for span, item in live),
            any(isinstance(item, Quotation) and span == item.mention for span, item in live),
            tuple(superscripts.get(end, ())),
        )


def _superscripts(layer: Layer) -> dict[int, list[Superscript]]:
    """Return the superscripts by where they stand: labels before numbers of quotations, the innermost first."""
    out: dict[int, list[Superscript]] = {}
    for entity in layer.entities():
        out.setdefault(entity.range.end, []).append(Superscript(entity.label, auto=entity.state is State.AUTO))
    for number, one in reversed(numbered(layer)):
        actor = layer.actor(one.speaker)
        auto = one.state is State.AUTO
        for span in one.ranges:
            said = actor.name if actor is not None and span == one.ranges[-1] else ""
            superscript = Superscript(str(number), said, auto, bool(said) and not auto and "speaker" in one.guessed)
            out.setdefault(span.end, []).append(superscript)
    return out
