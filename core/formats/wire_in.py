"""Wire values of ``citata/1`` made into an article and a layer, the text beside every range verified."""

from __future__ import annotations

from typing import TypeVar

from msgspec import UNSET
from msgspec.structs import replace

from core.errors import StaleEdit, UserError
from core.formats import loose, nesting
from core.formats.base import Record
from core.formats.records import checked_article
from core.formats.wire import UNSAID, WireEntity, WireQuotation, WireRecord, WireSpan, guesses_in, usual_state
from core.formats.wire_sources import RECORD_FIELD, source_of, sources_in
from core.model import (
    ENTITY_GUESSES,
    QUOTATION_GUESSES,
    Actor,
    Annotation,
    Entity,
    Extra,
    Head,
    Item,
    Quotation,
    Range,
    State,
    guesses_of,
)
from core.model.layer import Layer
from core.model.text import BOM

A = TypeVar("A", bound=Annotation)
_STATES: dict[str, State] = {state.value: state for state in State}


def build(wire: WireRecord, extras: dict[str, Extra], head_extra: Extra) -> Record:
    """Return the record of wire values after all checks; raises UserError ``record-…`` with ``field``."""
    text = wire.text
    article = checked_article(wire.id, wire.title, text, wire.meta)
    if len(article.text) != len(text) and (wire.entities or wire.quotations or wire.rejected is not UNSET):
        what = "a BOM" if text.startswith(BOM) else "carriage returns"
        raise UserError("record-not-canonical", field="text", what=what)
    if not wire.annotator.strip():
        raise UserError("record-field", field="annotator", reason="the annotator has no name")
    if wire.rejected is not UNSET and wire.rejected.parents is not UNSET:
        _set_parents(wire, wire.rejected.parents)
    usual = usual_state(wire.annotator)
    sources = None if wire.sources is UNSET else sources_in(wire.sources)
    if sources is None and wire.sources is not UNSET:
        nesting.check_levels(wire.sources, RECORD_FIELD)
        head_extra = {**head_extra, RECORD_FIELD: wire.sources}
    head = Head(
        status=wire.status,
        note=wire.note if wire.note is not UNSET else "",
        flags=wire.flags if wire.flags is not UNSET else (),
        extra=head_extra,
    )
    items: list[Item] = [head]
    for at, entity in enumerate(wire.entities):
        items.append(_entity(entity, text, usual, extras, "entities", at))
    for at, quotation in enumerate(wire.quotations):
        items.append(_quotation(quotation, text, usual, extras, "quotations", at))
    if wire.rejected is not UNSET:
        for at, entity in enumerate(wire.rejected.entities):
            items.append(_entity(entity, text, State.REJECTED, extras, "rejected.entities", at))
        for at, quotation in enumerate(wire.rejected.quotations):
            items.append(_quotation(quotation, text, State.REJECTED, extras, "rejected.quotations", at))
    for actor in wire.actors:
        note = actor.note if actor.note is not UNSET else ""
        aliases = actor.aliases if actor.aliases is not UNSET else ()
        source, foreign = source_of(actor.source)
        extra = {**extras.get(actor.id, {}), **foreign}
        items.append(
            Actor(
                id=actor.id, name=actor.name, kind=actor.kind, aliases=aliases, source=source, note=note, extra=extra,
            )
        )  # fmt: skip
    try:
        layer = Layer(article, wire.annotator, items)
    except StaleEdit as error:
        raise loose.diagnose(wire) or UserError("record-field", field="", reason=str(error)) from error
    if Head().id in layer.items or "" in layer.items or wire.rejected is not UNSET:
        fault = loose.diagnose(wire)
        if fault is not None:
            raise fault
    return Record(article, layer, sources=sources or ())


def _entity(wire: WireEntity, text: str, usual: State, extras: dict[str, Extra], where: str, at: int) -> Entity:
    start, end = wire.start, wire.end
    if text[start:end] != wire.text or not 0 <= start < end or end - start != len(wire.text):
        raise _range_error(start, end, wire.text, text, f"{where}[{at}]")
    made = Entity(
        id=wire.id,
        label=wire.label,
        range=Range(start, end),
        actor=wire.actor,
        state=_state(wire, usual),
        score=None if wire.score is UNSET else wire.score,
        rule=None if wire.rule is UNSET else wire.rule,
        note="" if wire.note is UNSET else wire.note,
        flags=() if wire.flags is UNSET else wire.flags,
        extra=_extra(wire, usual, extras),
    )
    return made if wire.fields is UNSET else _with_fields(made, wire.fields)


def _quotation(
    wire: WireQuotation, text: str, usual: State, extras: dict[str, Extra], where: str, at: int
) -> Quotation:
    spans = []
    for number, span in enumerate(wire.ranges):
        start, end = span.start, span.end
        if text[start:end] != span.text or not 0 <= start < end or end - start != len(span.text):
            raise _range_error(start, end, span.text, text, f"{where}[{at}].ranges[{number}]")
        spans.append(Range(start, end))
    made = Quotation(
        id=wire.id,
        form=wire.form,
        ranges=tuple(spans),
        cue=_part(wire.cue, text, where, at, "cue"),
        mention=_part(wire.speaker_mention, text, where, at, "speaker_mention"),
        speaker=wire.speaker,
        parent=wire.parent,
        state=_state(wire, usual),
        score=None if wire.score is UNSET else wire.score,
        rule=None if wire.rule is UNSET else wire.rule,
        note="" if wire.note is UNSET else wire.note,
        flags=() if wire.flags is UNSET else wire.flags,
        extra=_extra(wire, usual, extras),
    )
    return made if wire.fields is UNSET else _with_fields(made, wire.fields)


def _with_fields(item: A, fields: dict[str, str]) -> A:
    """Return the item with its guessed fields marked; other field origins of the file are kept unchanged."""
    named = guesses_in(fields)
    guessed = guesses_of(item, named.values())
    known = (*QUOTATION_GUESSES, *ENTITY_GUESSES)
    rest = {name: origin for name, origin in fields.items() if named.get(name) not in known}
    return replace(item, guessed=guessed, extra={**item.extra, "fields": rest} if rest else item.extra)


def _part(span: WireSpan | None, text: str, where: str, at: int, name: str) -> Range | None:
    if span is None:
        return None
    start, end = span.start, span.end
    if text[start:end] != span.text or not 0 <= start < end or end - start != len(span.text):
        raise _range_error(start, end, span.text, text, f"{where}[{at}].{name}")
    return Range(start, end)


def _range_error(start: int, end: int, found: str, text: str, field: str) -> UserError:
    if not 0 <= start < end <= len(text):
        return UserError("record-range-outside", field=field, start=start, end=end, length=len(text))
    return UserError(
        "record-text-differs", field=f"{field}.text", expected=_short(text[start:end]), found=_short(found)
    )


def _short(text: str) -> str:
    return repr(text if len(text) <= 80 else text[:40] + "…" + text[-39:])


def _state(wire: WireEntity | WireQuotation, usual: State) -> State:
    return usual if wire.origin is UNSET or usual is State.REJECTED else _STATES[wire.origin]


def _extra(wire: WireEntity | WireQuotation, usual: State, extras: dict[str, Extra]) -> Extra:
    """Return what the model has no field for; marked where the file gave no origin."""
    known = extras.get(wire.id) if extras else None
    if wire.origin is not UNSET or usual is State.REJECTED:
        return known or {}
    return {**known, **UNSAID} if known else UNSAID


def _set_parents(wire: WireRecord, parents: dict[str, str]) -> None:
    """Give quotations back the parents that were rejected."""
    rejected = wire.rejected.quotations if wire.rejected is not UNSET else []
    for quotation in (*wire.quotations, *rejected):
        quotation.parent = parents.get(quotation.id, quotation.parent)
