"""The exchange format ``citata/1`` as typed values on the wire, and model items made into them.

Fields are written in the order of the classes; ``UNSET`` ones are not. What a file did not say and what it said beyond
the format lies in an item's ``extra``: unknown fields by their names; and under a known field's name what is to be kept
about it (``cue``, ``ranges``: unknown fields of those spans; ``fields``: origins of fields that say nothing to us).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, Literal, TypeAlias

import msgspec
from msgspec import UNSET, UnsetType

from core.model import Actor, ActorKind, Annotation, Entity, Form, Item, Quotation, State, Status, is_machine

FORMAT = "citata/1"
UNSAID: dict[str, Any] = {"origin_unsaid": True}
"""The ``extra`` of an item whose file gave no origin: it is written back without one while it stays as it was, and
with this field once its state has changed."""

Origin: TypeAlias = Literal["auto", "manual", "corrected", "accepted"]
GUESSED = "auto"
"""The origin of a field that the program filled in."""
_WIRE_NAMES = {"mention": "speaker_mention"}
"""What the format calls fields that the model calls otherwise."""

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
    fields: dict[str, str] | UnsetType = UNSET
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
    fields: dict[str, str] | UnsetType = UNSET
    score: Score | UnsetType = UNSET
    rule: str | UnsetType = UNSET
    note: str | UnsetType = UNSET
    flags: tuple[str, ...] | UnsetType = UNSET


class WireActor(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    id: str
    name: str
    kind: ActorKind | None
    aliases: tuple[str, ...] | UnsetType = UNSET
    note: str | UnsetType = UNSET
    source: Any = UNSET


class WireRejected(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    """Rejected items, hidden from other programs; ``parents``: quotations that stand in a rejected one."""

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
    sources: Any = UNSET


class OutEntity(msgspec.Struct, omit_defaults=True, gc=False):
    """An entity to be written: as ``WireEntity``, but taking the model's own values, which costs less to make."""

    id: str
    label: str
    start: int
    end: int
    text: str
    actor: str | None
    origin: State | None = None
    fields: dict[str, str] = {}
    score: float | None = None
    rule: str | None = None
    note: str = ""
    flags: tuple[str, ...] = ()


class OutQuotation(msgspec.Struct, omit_defaults=True, gc=False):
    """A quotation to be written."""

    id: str
    form: Form
    ranges: list[WireSpan]
    cue: WireSpan | None
    speaker_mention: WireSpan | None
    speaker: str | None
    parent: str | None
    origin: State | None = None
    fields: dict[str, str] = {}
    score: float | None = None
    rule: str | None = None
    note: str = ""
    flags: tuple[str, ...] = ()


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
    sources: list[Any] | UnsetType = UNSET


_NO_FIELDS: dict[str, str] = {}


def usual_state(annotator: str) -> State:
    """Return the state of an item whose file gives no origin."""
    return State.AUTO if is_machine(annotator) else State.MANUAL


def items_out(items: Iterable[Annotation], text: str, usual: State) -> list[Any]:
    """Return entities or quotations for the wire, with the texts they cover."""
    return [item_out(item, text, usual) for item in items]


def item_out(item: Annotation, text: str, usual: State) -> Any:
    """Return an entity or a quotation for the wire, with the texts it covers."""
    extra, guessed = item.extra, item.guessed
    fields = {_WIRE_NAMES.get(name, name): GUESSED for name in guessed} if guessed else _NO_FIELDS
    origin = _origin(item, usual) if extra else item.state
    wire: OutEntity | OutQuotation
    if type(item) is Entity:
        start, end = item.range
        wire = OutEntity(
            item.id, item.label, start, end, text[start:end], item.actor, origin, fields, item.score, item.rule,
            item.note, item.flags,
        )  # fmt: skip
    else:
        cue, mention = item.cue, item.mention  # type: ignore[union-attr]
        wire = OutQuotation(
            item.id, item.form, [WireSpan(start, end, text[start:end]) for start, end in item.ranges],  # type: ignore[union-attr]
            None if cue is None else WireSpan(cue[0], cue[1], text[cue[0] : cue[1]]),
            None if mention is None else WireSpan(mention[0], mention[1], text[mention[0] : mention[1]]),
            item.speaker, item.parent, origin, fields, item.score, item.rule, item.note, item.flags,  # type: ignore[union-attr]
        )  # fmt: skip
    return _with_extra(wire, item, usual) if extra else wire


def without_origin(found: list[Any]) -> list[Any]:
    """Return rejected items without an origin: the list they stand in says it."""
    for one in found:
        if isinstance(one, dict):
            one.pop("origin", None)
        else:
            one.origin = None
    return found


def guesses_in(fields: dict[str, str]) -> dict[str, str]:
    """Return the model's names of the fields that a file calls guessed, by the file's names."""
    ours = {wire: name for name, wire in _WIRE_NAMES.items()}
    return {name: ours.get(name, name) for name, origin in fields.items() if origin == GUESSED}


def _origin(item: Entity | Quotation, usual: State) -> State | None:
    """Return the origin to write; None where its file gave none and nothing changed."""
    return None if item.state is usual and item.extra.get("origin_unsaid") is True else item.state


def actor_out(item: Actor) -> Any:
    """Return an actor for the wire."""
    source = item.extra.get("source", UNSET) if item.source is None else item.source
    wire = WireActor(item.id, item.name, item.kind, item.aliases or UNSET, item.note or UNSET, source)
    return _with_extra(wire, item, None) if item.extra else wire


def _with_extra(wire: msgspec.Struct, item: Item, usual: State | None) -> Any:
    """Return a wire value with its unknown fields back where they were read from: a dict, if there are any.

    The mark that the file gave no origin is not written where none is.
    """
    extra = item.extra
    hidden = usual is not None and getattr(item, "state", None) is usual
    if hidden and extra == UNSAID:
        return wire
    if any(name in _NESTED for name in extra):
        out: dict[str, Any] = msgspec.to_builtins(wire)
    else:
        out = {name: value for name, value in msgspec.structs.asdict(wire).items() if _is_written(name, value)}
    for name, value in extra.items():
        if name == "origin_unsaid" and hidden:
            continue
        known = out.setdefault(name, {}) if name == "fields" else out.get(name)
        if name == "ranges" and isinstance(known, list):
            for at, fields in value.items():
                if int(at) < len(known):
                    known[int(at)].update(fields)
        elif isinstance(known, dict):
            known.update(value)
        elif name not in type(wire).__struct_fields__:
            out[name] = value
    return out


_NESTED = ("ranges", "cue", "speaker_mention")
"""Known fields whose own unknown fields an ``extra`` may hold."""
_OPTIONAL = ("origin", "score", "rule")
_HOLLOW = ("note", "flags", "fields")
"""Optional fields that are not written where they hold nothing."""


def _is_written(name: str, value: Any) -> bool:
    """Tell whether a field is written: an optional one only where it has a value."""
    if name in _OPTIONAL:
        return value is not None
    return value is not UNSET and not (name in _HOLLOW and not value)
