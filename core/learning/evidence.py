"""What one settled article says: people's annotations with their weights, beside the shipped proposals."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from core.model import GOLD, Annotation, Article, Entity, Quotation, Range, State
from core.model.knowledge import LEARNED, WITHHELD, Part
from core.model.layer import Layer
from core.model.scope import Scope
from core.preannotate.learned.applied import cue_words
from core.preannotate.learned.names import Span

CORRECTION, ACCEPTANCE, BLIND = 1.0, 0.25, 0.1
"""What a correction, an acceptance, and one of an annotator who accepts everything weigh."""
REVIEWER = 3.0
"""What the word of whoever adjudicates weighs."""
MANY = 5
"""Proposals of an article that can be accepted one and all without anybody looking."""


class ShippedName(NamedTuple):
    """A name as it was proposed without knowledge."""

    span: Span
    rule: str | None
    score: float
    shown: tuple[Range, ...] = ()
    """Its range as it was shown, with the edges of the project; () where that is the shipped one."""


class ShippedQuotation(NamedTuple):
    """A quotation as it was proposed without knowledge; ``cue``: its dictionary forms, "" without one."""

    ranges: tuple[Range, ...]
    rule: str | None
    score: float
    cue: str
    speaker: str | None
    at: Range | None = None
    """Where its cue stands."""
    is_judged: bool = True
    """Whether what people settled tells if it was right: not where another proposal stood in its place."""
    form: str = ""
    shown: tuple[Range, ...] = ()
    """Its ranges as they were shown, with the edges of the project; () where those are the shipped ones."""


class Shipped(NamedTuple):
    """What was proposed for an article without knowledge."""

    names: tuple[ShippedName, ...]
    quotations: tuple[ShippedQuotation, ...]


class Voice(NamedTuple):
    """One settled layer of an article; ``weight`` is that of a correction in it, ``looks``: not all was accepted."""

    layer: Layer
    weight: float
    looks: bool

    def weighs(self, item: Annotation) -> float:
        """Return what an item weighs as evidence; 0 where nobody has settled it."""
        if item.state is State.AUTO:
            return 0.0
        if self.layer.annotator == GOLD or item.state is not State.ACCEPTED:
            return self.weight * CORRECTION
        return self.weight * (ACCEPTANCE if self.looks else BLIND)


class Settled(NamedTuple):
    """A settled article: who says what of it, and what was proposed; None: nothing was."""

    article: Article
    voices: tuple[Voice, ...]
    shipped: Shipped | None
    scope: Scope
    auto: Layer | None = None

    def names(self) -> set[Span]:
        """Return the names that whoever weighs most says there are."""
        best = max(self.voices, key=lambda voice: voice.weight)
        found = best.layer.entities()
        return {Span(*one.range, one.label) for one in found if self.scope.covers(one) and one.state is not State.AUTO}

    def quotations(self) -> list[Quotation]:
        """Return the quotations that whoever weighs most says there are."""
        best = max(self.voices, key=lambda voice: voice.weight)
        return [one for one in best.layer.quotations() if one.state is not State.AUTO]

    def best(self) -> Layer:
        """Return the layer that weighs most."""
        return max(self.voices, key=lambda voice: voice.weight).layer


def settled(article: Article, layers: list[Layer], auto: Layer | None, scope: Scope) -> Settled:
    """Return what an article says by its settled layers, no machine's: the adjudicated one alone where there is one."""
    ruled = [layer for layer in layers if layer.annotator == GOLD]
    heard = ruled or layers
    weight = REVIEWER if ruled else 1.0 / len(heard)
    voices = tuple(Voice(layer, weight, _looks(layer)) for layer in heard)
    return Settled(article, voices, None if auto is None else shipped(auto), scope, auto)


def _looks(layer: Layer) -> bool:
    """Tell whether an annotator did anything but accept what was proposed."""
    states = [item.state for item in layer.annotations() if item.state is not State.AUTO]
    return len(states) < MANY or any(state is not State.ACCEPTED for state in states)


def shipped(auto: Layer) -> Shipped:
    """Return what was proposed without knowledge, by the layer that it may have changed."""
    text = auto.article.text
    names = [
        ShippedName(Span(*shipped_ranges(one)[0], one.label), one.rule, _score(one), _shown(one))
        for one in auto.entities()
        if one.rule != LEARNED
    ]
    quotations = [
        ShippedQuotation(
            shipped_ranges(one),
            one.rule,
            _score(one),
            _cue(text, one.cue),
            shipped_speaker(auto, one),
            one.cue,
            form=str(one.form),
            shown=_shown(one),
        )
        for one in auto.quotations()
        if not is_added(one)
    ]
    for told in withheld(auto):
        if "label" in told:
            span = Span(told["start"], told["end"], told["label"])
            names.append(ShippedName(span, told["rule"], float(told["score"])))
        else:
            ranges = tuple(Range(*one) for one in told["ranges"])
            at = Range(*told["cue"]) if told["cue"] else None
            judged, form = not is_of_added(told["by"]), str(told.get("form", ""))
            quotations.append(
                ShippedQuotation(ranges, told["rule"], float(told["score"]), _cue(text, at), None, at, judged, form)
            )
    return Shipped(tuple(sorted(names)), tuple(sorted(quotations, key=lambda one: one.ranges)))


def withheld(auto: Layer) -> Iterator[dict[str, Any]]:
    """Yield the shipped proposals that knowledge took away."""
    told = auto.head.extra.get(WITHHELD, ())
    yield from told if isinstance(told, list) else ()


def is_added(item: Quotation) -> bool:
    """Tell whether a quotation is proposed for a cue that people added alone."""
    told = item.extra.get(LEARNED)
    return isinstance(told, dict) and is_of_added(told.get("by"))


def is_of_added(by: object) -> bool:
    """Tell whether an entry is a cue that people added."""
    return isinstance(by, str) and by.startswith((f"{Part.ADDED}:", f"{Part.PHRASES}:"))


def shipped_ranges(item: Entity | Quotation) -> tuple[Range, ...]:
    """Return the ranges of a proposal without the limits and the edges that the project gave it, in that order."""
    told = item.extra.get(LEARNED)
    changes = (told.get("limits"), told.get("edges")) if isinstance(told, dict) else ()
    before = next((one for one in changes if isinstance(one, dict)), None)
    return _ranges(item) if before is None else tuple(Range(*one) for one in before["was"])


def _ranges(item: Entity | Quotation) -> tuple[Range, ...]:
    return (item.range,) if isinstance(item, Entity) else item.ranges


def _shown(item: Entity | Quotation) -> tuple[Range, ...]:
    own = _ranges(item)
    return () if shipped_ranges(item) == own else own


def _score(item: Annotation) -> float:
    told = item.extra.get(LEARNED)
    before = told.get("score") if isinstance(told, dict) else None
    return float(before if before is not None else item.score or 0.5)


def _cue(text: str, cue: Range | None) -> str:
    return "" if cue is None else cue_words(text[slice(*cue)])


def shipped_speaker(auto: Layer, item: Quotation) -> str | None:
    """Return who was proposed as the speaker of a quotation without knowledge, in lower case."""
    told = item.extra.get(LEARNED)
    if isinstance(told, dict) and isinstance(told.get("speaker"), dict):
        was = told["speaker"].get("was")
        return was.casefold() if isinstance(was, str) else None
    return _name(auto, item.speaker)


def _name(layer: Layer, speaker: str | None) -> str | None:
    actor = layer.actor(speaker)
    return None if actor is None else actor.name.casefold()


def is_right(one: ShippedQuotation, layer: Layer, there: list[Quotation]) -> bool:
    """Tell whether a person left a quotation's content and speaker as they were proposed."""
    as_proposed = (one.ranges, one.shown)
    return any(q.ranges in as_proposed and _name(layer, q.speaker) == one.speaker for q in there)


def is_found(one: ShippedQuotation, there: list[Quotation]) -> bool:
    """Tell whether something of what was proposed as a quotation is in one."""
    return any(mine.overlaps(own) for q in there for mine in q.ranges for own in one.ranges)
