"""What a project's annotators are to annotate, and what is still open of it: one rule for every count and question.

An item is open (``core.model.is_open``) while it is a proposal, or has fields that the program guessed. Outside the
scope items stay proposals: nobody is asked about them, they are not counted, and they are not exported as labelled.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from core.errors import UserError
from core.model import Annotation, Entity, Item, Quotation, State, is_open
from core.model.layer import Layer
from core.model.schema import Schema

SCOPE = "scope"
"""The project value that holds the scope."""


class Scope(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is annotated: quotations, entities, or both; of the entities those of ``labels``, or of all labels."""

    quotations: bool = True
    entities: bool = True
    labels: tuple[str, ...] = ()

    def covers(self, item: Annotation) -> bool:
        """Tell whether an item is part of the work."""
        if isinstance(item, Quotation):
            return self.quotations
        return self.entities and (not self.labels or item.label in self.labels)


EVERYTHING = Scope()


def read_scope(value: object) -> Scope:
    """Return the scope of a project value; everything where none is set or it is not a scope."""
    try:
        return EVERYTHING if value is None else msgspec.convert(value, Scope)
    except msgspec.ValidationError:
        return EVERYTHING


def parse_scope(words: Iterable[str], schema: Schema) -> Scope:
    """Return the scope of ``quotations``, ``entities``, ``all`` or entity labels; UserError ``scope-unknown``."""
    chosen = [word.strip() for word in words if word.strip()]
    labels = [label.id for label in schema.labels]
    known = ("all", "quotations", "entities", *labels)
    wrong = next((word for word in chosen if word not in known), None)
    if wrong is not None or not chosen:
        raise UserError("scope-unknown", found=wrong or "", known=", ".join(known))
    every = "all" in chosen
    picked = tuple(label for label in labels if label in chosen)
    whole = every or "entities" in chosen
    return Scope(
        quotations=every or "quotations" in chosen, entities=whole or bool(picked), labels=() if whole else picked
    )


def scope_words(scope: Scope) -> list[str]:
    """Return the words that ``parse_scope`` makes the scope of."""
    if scope == EVERYTHING:
        return ["all"]
    entities = list(scope.labels) or ["entities"] if scope.entities else []
    return [*(["quotations"] if scope.quotations else []), *entities]


def within(layer: Layer, scope: Scope) -> Layer:
    """Return the layer without the annotations that the scope does not cover; the layer itself where it covers all."""
    if scope == EVERYTHING:
        return layer
    kept = [item for item in layer.everything() if not isinstance(item, (Entity, Quotation)) or scope.covers(item)]
    return Layer(layer.article, layer.annotator, kept)


# -- what is open ----------------------------------------------------------------------------------------------------


class Tally(NamedTuple):
    """How many annotations are settled, of how many there are; rejected ones count as settled."""

    settled: int
    total: int


def tally(items: Iterable[Annotation], scope: Scope = EVERYTHING) -> Tally:
    """Count the items that the scope covers: the rule of the status line, the header and the article list."""
    mine = list(items) if scope == EVERYTHING else [item for item in items if scope.covers(item)]
    auto, rejected = State.AUTO, State.REJECTED  # as ``is_open``, without a call for each of thousands
    waiting = len([1 for item in mine if item.state is auto or (item.guessed and item.state is not rejected)])
    return Tally(len(mine) - waiting, len(mine))


def counts(items: Iterable[Item], scope: Scope) -> Tally:
    """Count the annotations among ``items`` that the scope covers."""
    return tally([item for item in items if isinstance(item, (Entity, Quotation))], scope)


def open_items(layer: Layer, scope: Scope = EVERYTHING) -> list[Annotation]:
    """Return the open items that the scope covers, in reading order."""
    waiting = [item for item in layer.annotations() if is_open(item)]
    return waiting if scope == EVERYTHING else [item for item in waiting if scope.covers(item)]


class Open(NamedTuple):
    """Open items counted: ``proposals`` by form or label, ``guesses`` by field; the lowest score among proposals."""

    proposals: Counter[str]
    guesses: Counter[str]
    lowest: float | None

    @property
    def items(self) -> int:
        """How many proposals there are."""
        return self.proposals.total()

    def __bool__(self) -> bool:
        """Tell whether anything is open."""
        return bool(self.proposals or self.guesses)


def count_open(items: Sequence[Annotation]) -> Open:
    """Count open items by kind, for a question to the user; settled items are not counted."""
    proposals = [item for item in items if item.state is State.AUTO]
    guesses = Counter(name for item in items if item.state not in (State.AUTO, State.REJECTED) for name in item.guessed)
    kinds = Counter(item.label if isinstance(item, Entity) else item.form.value for item in proposals)
    return Open(kinds, guesses, min((item.score for item in proposals if item.score is not None), default=None))
