"""The fields of an annotation that can be taken from one version or another, and which difference is about which."""

from __future__ import annotations

from enum import StrEnum

from msgspec.structs import replace

from core.comparing.compare import Kind
from core.model import Annotation, Entity, Quotation, State, ranges_of


class Field(StrEnum):
    """What can be taken from one version or another."""

    CONTENT = "content"
    FORM = "form"
    CUE = "cue"
    MENTION = "mention"
    SPEAKER = "speaker"
    """Whom it resolves to: a quotation's speaker, an entity's actor."""
    PARENT = "parent"
    LABEL = "label"


FIELD_OF: dict[Kind, Field] = {
    Kind.BOUNDARY: Field.CONTENT,
    Kind.EDGE: Field.CONTENT,
    Kind.FORM: Field.FORM,
    Kind.CUE: Field.CUE,
    Kind.MENTION: Field.MENTION,
    Kind.SPEAKER: Field.SPEAKER,
    Kind.NAME: Field.SPEAKER,
    Kind.PARENT: Field.PARENT,
    Kind.LABEL: Field.LABEL,
}
"""Which field a kind of difference is about; ``Kind.ONLY`` is about the whole."""
_QUOTATION = (Field.CONTENT, Field.FORM, Field.CUE, Field.MENTION, Field.SPEAKER, Field.PARENT)
_ENTITY = (Field.CONTENT, Field.LABEL, Field.SPEAKER)


def fields_of(item: Annotation) -> tuple[Field, ...]:
    """Return the fields that an annotation has."""
    return _QUOTATION if isinstance(item, Quotation) else _ENTITY


def model_name(item: Annotation, field: Field) -> str:
    """Return what the model calls a field of an annotation."""
    if field is Field.CONTENT:
        return "ranges" if isinstance(item, Quotation) else "range"
    return "actor" if field is Field.SPEAKER and isinstance(item, Entity) else field.value


def is_guess(item: Annotation, field: Field) -> bool:
    """Tell whether the program filled a field in around a person's work and nobody has settled it."""
    return item.state not in (State.AUTO, State.REJECTED) and model_name(item, field) in item.guessed


def own_value(item: Annotation, field: Field) -> object:
    """Return what an annotation says in a field that is no link: content, form, cue, mention, label."""
    if field is Field.CONTENT:
        return ranges_of(item)
    return getattr(item, field.value)


def with_field(item: Annotation, field: Field, version: Annotation) -> Annotation:
    """Return ``item`` with the field of ``version``; both quotations or both entities, and no link."""
    if field is not Field.CONTENT:
        return replace(item, **{field.value: getattr(version, field.value)})
    if isinstance(item, Quotation) and isinstance(version, Quotation):
        return replace(item, ranges=version.ranges)
    assert isinstance(version, Entity)
    return replace(item, range=version.range)
