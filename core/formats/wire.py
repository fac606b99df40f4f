"""The exchange format ``citata/1`` as typed values on the wire, and model items made into them.

The field order is FORMAT.md's. ``UNSET`` fields are not written. What a file did not say and what it said beyond the
format lies in an item's ``extra``: unknown fields by their names; and under a known field's name what is to be kept
about it (``cue``, ``ranges``: unknown fields of those spans).
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

import msgspec
from msgspec import UNSET, UnsetType

from core.model import AUTO, Actor, ActorKind, Entity, Form, Item, Quotation, State, Status

FORMAT = "citata/1"
UNSAID: dict[str, Any] = {"origin_unsaid": True}
"""The ``extra`` of an item whose file gave no origin: it is written back without one while it stays as it was, and
with this field once its state has changed."""

Origin: TypeAlias = Literal["auto", "manual", "corrected", "accepted"]
Score: TypeAlias = Annotated[float, msgspec.Meta(ge=0, le=1)]


class WireSpan(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    start: int
    end: int
    text: str


class WireEntity(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    id: str
    label: str
    start: int
    end: int
    text: str
    actor: str | None
    origin: Origin | UnsetType = UNSET
    score: Score | UnsetType = UNSET
    rule: str | UnsetType = UNSET
    note: str | UnsetType = UNSET
    flags: tuple[str, ...] | UnsetType = UNSET


class WireQuotation(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    id: str
    form: Form
    ranges: list[WireSpan]
    cue: WireSpan | None
    speaker_mention: WireSpan | None
    speaker: str | None
    parent: str | None
    origin: Origin | UnsetType = UNSET
    score: Score | UnsetType = UNSET
    rule: str | UnsetType = UNSET
    note: str | UnsetType = UNSET
    flags: tuple[str, ...] | UnsetType = UNSET


class WireActor(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    id: str
    name: str
    kind: ActorKind | None
    note: str | UnsetType = UNSET


class WireRejected(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    """Items settled as wrong, out of other programs' sight; ``parents``: quotations that stand in a rejected one."""

    entities: list[WireEntity]
    quotations: list[WireQuotation]
    parents: dict[str, str] | UnsetType = UNSET


class WireRecord(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    format: str
    id: str
    title: str | None
    text: str
    meta: dict[str, str]
    annotator: str
    status: Status
    entities: list[WireEntity]
    quotations: list[WireQuotation]
    actors: list[WireActor]
    note: str | UnsetType = UNSET
    flags: tuple[str, ...] | UnsetType = UNSET
    rejected: WireRejected | UnsetType = UNSET


class LeanEntity(msgspec.Struct, gc=False):
    """An entity without optional fields: most of a hand-made layer, and quicker to make."""

    id: str
    label: str
    start: int
    end: int
    text: str
    actor: str | None


class LeanQuotation(msgspec.Struct, gc=False):
    """A quotation without optional fields."""

    id: str
    form: Form
    ranges: list[WireSpan]
    cue: WireSpan | None
    speaker_mention: WireSpan | None
    speaker: str | None
    parent: str | None


class Outgoing(msgspec.Struct, gc=False):
    """A record to be written: as ``WireRecord``, but an item with unknown fields is a dict."""

    format: str
    id: str
    title: str | None
    text: str
    meta: dict[str, str]
    annotator: str
    status: Status
    entities: list[Any]
    quotations: list[Any]
    actors: list[Any]
    note: str | UnsetType = UNSET
    flags: tuple[str, ...] | UnsetType = UNSET
    rejected: dict[str, Any] | UnsetType = UNSET


def usual_state(annotator: str) -> State:
    """Return the state of an item whose file gives no origin."""
    return State.AUTO if annotator == AUTO else State.MANUAL


def entity_out(item: Entity, text: str, usual: State) -> Any:
    """Return an entity for the wire, with the text it covers."""
    start, end = item.range
    if _is_lean(item, usual):
        return LeanEntity(item.id, item.label, start, end, text[start:end], item.actor)
    wire = WireEntity(item.id, item.label, start, end, text[start:end], item.actor, *_optional(item, usual))
    return _with_extra(wire, item, hidden=item.state is usual) if item.extra else wire


def quotation_out(item: Quotation, text: str, usual: State) -> Any:
    """Return a quotation for the wire, with the texts it covers."""
    cue, mention = item.cue, item.mention
    parts = (
        item.id,
        item.form,
        [WireSpan(start, end, text[start:end]) for start, end in item.ranges],
        None if cue is None else WireSpan(cue[0], cue[1], text[cue[0] : cue[1]]),
        None if mention is None else WireSpan(mention[0], mention[1], text[mention[0] : mention[1]]),
        item.speaker,
        item.parent,
    )
    if _is_lean(item, usual):
        return LeanQuotation(*parts)
    wire = WireQuotation(*parts, *_optional(item, usual))
    return _with_extra(wire, item, hidden=item.state is usual) if item.extra else wire


def _is_lean(item: Entity | Quotation, usual: State) -> bool:
    """Tell whether an item has no optional field to write: its file gave no origin, and it is as it was."""
    return (
        item.state is usual
        and item.extra == UNSAID
        and item.score is None
        and item.rule is None
        and not item.note
        and not item.flags
    )


def _optional(item: Entity | Quotation, usual: State) -> tuple[Any, ...]:
    """Return origin, score, rule, note and flags for the wire."""
    unsaid = item.state is State.REJECTED or (item.state is usual and item.extra.get("origin_unsaid") is True)
    return (
        UNSET if unsaid else item.state.value,
        UNSET if item.score is None else item.score,
        UNSET if item.rule is None else item.rule,
        item.note or UNSET,
        item.flags or UNSET,
    )


def actor_out(item: Actor) -> WireActor | dict[str, Any]:
    """Return an actor for the wire."""
    wire = WireActor(item.id, item.name, item.kind, item.note or UNSET)
    return _with_extra(wire, item) if item.extra else wire


def _with_extra(wire: msgspec.Struct, item: Item, *, hidden: bool = False) -> dict[str, Any]:
    """Return a wire value as a dict with its unknown fields back at the places they were read from.

    ``hidden``: the mark that the file gave no origin is not written, since none is.
    """
    out: dict[str, Any] = msgspec.to_builtins(wire)
    for name, value in item.extra.items():
        if name == "origin_unsaid" and hidden:
            continue
        known = out.get(name)
        if name == "ranges" and isinstance(known, list):
            for at, fields in value.items():
                if int(at) < len(known):
                    known[int(at)].update(fields)
        elif isinstance(known, dict):
            known.update(value)
        elif name not in type(wire).__struct_fields__:
            out[name] = value
    return out
