"""The values of the model in words: states, statuses, forms, kinds, and what an edit did."""

from __future__ import annotations

from collections.abc import Iterable

from core.model import ActorKind
from core.model.schema import Schema
from core.words.values import (
    EDITS,
    FIELDS,
    FORMS,
    KINDS,
    STATES,
    STATUSES,
    edit_words,
    form_words,
    kind_words,
    state_words,
    status_words,
)
from gui.look.languages import tr
from gui.look.shorten import middle_out

__all__ = [
    "EDITS",
    "FIELDS",
    "FORMS",
    "KINDS",
    "KIND_ICONS",
    "STATES",
    "STATUSES",
    "edit_words",
    "excerpt",
    "form_words",
    "guess_words",
    "kind_words",
    "label_words",
    "state_words",
    "status_words",
]
KIND_ICONS: dict[ActorKind | None, str] = {
    ActorKind.PERSON: "person",
    ActorKind.ORGANISATION: "organisation",
    ActorKind.DOCUMENT: "document",
    ActorKind.GROUP: "group",
    ActorKind.UNNAMED: "unnamed",
    None: "person",
}


def label_words(schema: Schema | None, label: str, language: str) -> str:
    """Return a label's name in the window's language; its id where the schema has none."""
    found = schema.label(label) if schema is not None else None
    return found.names.get(language) or found.names.get("en") or label if found is not None else label


def excerpt(text: str, limit: int = 80) -> str:
    """Return ``text`` on one line, whole words cut out of its middle where it is longer than ``limit`` code points."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    half = (limit - 3) // 2
    return middle_out(line, half, half)


def guess_words(names: Iterable[str]) -> str:
    """Return which fields the program filled in and nobody has confirmed."""
    return tr("Filled in by the program: {fields}", fields=", ".join(tr(FIELDS[name]) for name in names))
