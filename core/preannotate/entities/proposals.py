"""What the stages pass to each other beside quotations: names found, who said what. Frozen values, no ids of items."""

from __future__ import annotations

import msgspec

from core.model import Actor, Range

INSIDE = "inside"
"""The rule of names inside names; a person's names nobody who acts: чарусовские чтения, театр имени Чарусова."""


class EntityProposal(msgspec.Struct, frozen=True, kw_only=True):
    """A name found: where, which label, by which rule, how sure (0-1)."""

    range: Range
    label: str
    rule: str
    score: float


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """Who said a quotation: an actor's id or None (the text does not tell), how sure (0-1), by which rule, and why."""

    speaker: str | None
    score: float
    rule: str
    evidence: tuple[str, ...] = ()


class Resolution(msgspec.Struct, frozen=True, kw_only=True):
    """The actors of an article; a decision a quotation and an actor id (or None) an entity, in their order."""

    actors: tuple[Actor, ...]
    decisions: tuple[Decision, ...]
    entities: tuple[str | None, ...]
