"""Labels that an import brings and the project's schema lacks."""

from __future__ import annotations

from collections.abc import Iterable

from core.model import Entity
from core.model.layer import Layer
from core.model.schema import Label, Schema

_COLOURS = (("#8a1c5b", "#e08bbd"), ("#006d77", "#6cc5cf"), ("#5b4b8a", "#b3a2e8"), ("#7a3b10", "#e0a074"))
"""Colours (light, dark theme) of labels that an import brings."""


def missing_labels(schema: Schema, layer: Layer) -> list[str]:
    """Return the labels of a layer's entities that ``schema`` lacks, each once."""
    known = {label.id for label in schema.labels}
    found = dict.fromkeys([item.label for item in layer.items.values() if isinstance(item, Entity)])
    return [label for label in found if label not in known]


def with_labels(schema: Schema, ids: Iterable[str]) -> Schema:
    """Return ``schema`` with labels of those ids added, each with a colour and no key."""
    labels = list(schema.labels)
    for label_id in ids:
        light, dark = _COLOURS[len(labels) % len(_COLOURS)]
        labels.append(Label(id=label_id, names={"en": label_id, "ru": label_id}, light=light, dark=dark))
    return Schema(labels=tuple(labels), marks_inside=schema.marks_inside, full_stop_inside=schema.full_stop_inside)
