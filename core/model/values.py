"""Frozen values of an annotated article: article, entity, quotation, actor, head; ids; sort order.

Offsets are Unicode code points of the article's canonical text, half-open ``[start, end)``, everywhere in ``core``.
The values are ``msgspec.Struct``: as frozen dataclasses, but cheap enough for 20,000 items in an article and read and
written as JSON without a second set of classes (docs/adr/0002).
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from enum import StrEnum
from typing import Any, NamedTuple, TypeAlias

import msgspec


class Range(NamedTuple):
    """A span of text: code points ``start`` (included) to ``end`` (excluded)."""

    start: int
    end: int

    def overlaps(self, other: Range) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Range) -> bool:
        return self.start <= other.start and other.end <= self.end


class Form(StrEnum):
    """How the content is given (docs/guidelines.md, "What counts")."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class State(StrEnum):
    """The state of an item: proposed, or settled by a person in one of four ways."""

    AUTO = "auto"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    MANUAL = "manual"
    REJECTED = "rejected"


class Status(StrEnum):
    """How far a layer is; ``done`` is the annotator's word, ``reviewed`` and ``returned`` the reviewer's."""

    NEW = "new"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    IN_REVIEW = "in_review"
    REVIEWED = "reviewed"
    RETURNED = "returned"


class ActorKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    GROUP = "group"
    UNNAMED = "unnamed"


ENTITY_GUESSES = ("actor",)
"""The fields of an entity that the program fills in when a person marks one."""
QUOTATION_GUESSES = ("cue", "mention", "speaker", "parent")
"""The fields of a quotation that the program fills in when a person marks content."""

Extra: TypeAlias = dict[str, Any]
"""Fields of a foreign record that we do not know; kept and written back."""


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """A press text. ``text`` is canonical (``core.model.text``) and never changes; ``digest`` is of ``text``."""

    id: str
    title: str | None
    text: str
    digest: str
    meta: dict[str, str] = {}


class Actor(msgspec.Struct, frozen=True, kw_only=True, tag="actor", tag_field="item", omit_defaults=True, gc=False):
    """A person, organisation, document or group that mentions resolve to; ``name`` canonical, in the nominative."""

    id: str
    name: str
    kind: ActorKind | None = None
    aliases: tuple[str, ...] = ()
    """Other names that it bore before it was renamed; words that name one of them mean it."""
    source: str | None = None
    """The id of the source of the project's register that it is, where a person has said so."""
    note: str = ""
    extra: Extra = {}


class Entity(msgspec.Struct, frozen=True, kw_only=True, tag="entity", tag_field="item", omit_defaults=True, gc=False):
    """A named span; ``actor`` is the id of whom it names, where that is known.

    ``guessed`` names the fields (``ENTITY_GUESSES``) that the program filled in and nobody has settled.
    """

    id: str
    label: str
    range: Range
    actor: str | None = None
    state: State = State.MANUAL
    guessed: tuple[str, ...] = ()
    score: float | None = None
    rule: str | None = None
    note: str = ""
    flags: tuple[str, ...] = ()
    extra: Extra = {}


class Quotation(
    msgspec.Struct, frozen=True, kw_only=True, tag="quotation", tag_field="item", omit_defaults=True, gc=False
):
    """What a source is reported to have said: content ranges (sorted, disjoint, at least one) and its attribution.

    ``mention`` is the speaker mention in the attributing frame, ``speaker`` the actor it resolves to, ``parent`` the
    quotation that this one stands in. ``guessed`` names the fields (``QUOTATION_GUESSES``) that the program filled in
    around a person's work and nobody has settled.
    """

    id: str
    form: Form
    ranges: tuple[Range, ...]
    cue: Range | None = None
    mention: Range | None = None
    speaker: str | None = None
    parent: str | None = None
    state: State = State.MANUAL
    guessed: tuple[str, ...] = ()
    score: float | None = None
    rule: str | None = None
    note: str = ""
    flags: tuple[str, ...] = ()
    extra: Extra = {}

    @property
    def start(self) -> int:
        return self.ranges[0].start

    @property
    def end(self) -> int:
        return self.ranges[-1].end


class Head(msgspec.Struct, frozen=True, kw_only=True, tag="head", tag_field="item", omit_defaults=True, gc=False):
    """What a layer says of its article as a whole. Every layer has exactly one, with the id ``head``."""

    id: str = "head"
    status: Status = Status.NEW
    note: str = ""
    flags: tuple[str, ...] = ()
    extra: Extra = {}


Item: TypeAlias = Entity | Quotation | Actor | Head
Annotation: TypeAlias = Entity | Quotation

AUTO = "auto"
"""The annotator's name of the pre-annotation's layer."""
PROPOSER = f"{AUTO}:"
"""What the names of other proposers' layers begin with (``core.proposers``): ``auto:NAME``."""
GOLD = "adjudicated"
"""The annotator's name of the layer that adjudication writes."""


def is_machine(annotator: str) -> bool:
    """Tell whether a layer is a machine's: the pre-annotation's, or that of another proposer."""
    return annotator == AUTO or annotator.startswith(PROPOSER)


def is_person(annotator: str) -> bool:
    """Tell whether a layer is a person's: no machine's, and not the adjudicated one."""
    return annotator != GOLD and not is_machine(annotator)


def new_id(item: type[Item]) -> str:
    """Return a new id for an item; random, so that two copies of a project never give the same id twice."""
    return f"{item.__name__[0].lower()}_{secrets.token_hex(6)}"


def ranges_of(item: Item) -> tuple[Range, ...]:
    """Return the content ranges of an annotation in text order; empty for an actor and a head."""
    if isinstance(item, Quotation):
        return item.ranges
    return (item.range,) if isinstance(item, Entity) else ()


def guesses_of(item: Annotation, names: Iterable[str]) -> tuple[str, ...]:
    """Return those of ``names`` that are guessable fields of ``item`` and have a value, in the fields' order."""
    wanted = set(names)
    known = QUOTATION_GUESSES if isinstance(item, Quotation) else ENTITY_GUESSES
    return tuple(name for name in known if name in wanted and getattr(item, name) is not None)


def is_open(item: Annotation) -> bool:
    """Tell whether nobody has settled an annotation: a proposal, or a person's work with guessed fields."""
    return item.state is State.AUTO or (bool(item.guessed) and item.state is not State.REJECTED)


def reading_order(item: Annotation) -> tuple[int, int, str]:
    """Sort key: by the start of the content, the longer first, then by id, so that every list has one order."""
    ranges = ranges_of(item)
    return ranges[0].start, -ranges[-1].end, item.id
