"""What the stages hand to each other: entities and quotations as found, and who said what. Frozen values, no ids of items."""

from __future__ import annotations

import msgspec

from core.model import Actor, Form, Range


class EntityProposal(msgspec.Struct, frozen=True, kw_only=True):
    """A name found: where, which label, by which rule, how sure (0-1)."""

    range: Range
    label: str
    rule: str
    score: float


class QuotationProposal(msgspec.Struct, frozen=True, kw_only=True):
    """A quotation found, before its speaker is known.

    ``mention``: the speaker mention in the frame; ``omitted``: the frame has no mention, but its cue's subject is
    understood from what stands before (``Добавил, что …``; ``добавив, что …`` has its subject in the same sentence and
    so a mention). ``rule`` and ``score`` are of the content, cue and mention together.
    """

    form: Form
    ranges: tuple[Range, ...]
    cue: Range | None = None
    mention: Range | None = None
    omitted: bool = False
    rule: str = ""
    score: float = 1.0
    evidence: tuple[str, ...] = ()


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """Who said a quotation: an actor's id or None (the text does not tell), how sure (0-1), by which rule, and why."""

    speaker: str | None
    score: float
    rule: str
    evidence: tuple[str, ...] = ()


class Resolution(msgspec.Struct, frozen=True, kw_only=True):
    """The actors of an article; a decision for every quotation and an actor id (or None) for every entity, in their order."""

    actors: tuple[Actor, ...]
    decisions: tuple[Decision, ...]
    entities: tuple[str | None, ...]
