"""The gender of an actor: a field that files have had beside ours, so that it needs no column of its own."""

from __future__ import annotations

from enum import StrEnum

from msgspec.structs import replace

from core.model.values import Actor

FIELD = "gender"
"""Its name in an actor's ``extra``, and so in JSONL."""


class Gender(StrEnum):
    """Which pronouns and verb forms speak of an actor."""

    MASCULINE = "masculine"
    FEMININE = "feminine"


_SPELLINGS = {
    **dict.fromkeys(("m", "male", "masc", "masculine"), Gender.MASCULINE),
    **dict.fromkeys(("f", "female", "femn", "feminine"), Gender.FEMININE),
}


def gender_of(actor: Actor) -> Gender | None:
    """Return an actor's gender, as other programs spell it too; None where it is not told."""
    told = actor.extra.get(FIELD)
    return _SPELLINGS.get(told.lower()) if isinstance(told, str) else None


def with_gender(actor: Actor, gender: Gender | None) -> Actor:
    """Return ``actor`` of that gender; what a file said in other words stays where nothing changes."""
    if gender is gender_of(actor):
        return actor
    extra = {name: value for name, value in actor.extra.items() if name != FIELD}
    return replace(actor, extra={**extra, FIELD: gender.value} if gender is not None else extra)
