"""The labels of a project as validated data: entity types with names, colours and keys; the project's policies."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import msgspec

from core.errors import UserError

COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


class Label(msgspec.Struct, frozen=True, kw_only=True):
    """An entity type. ``id`` is what is exported; ``names`` by language; one colour for each theme; a key or none."""

    id: str
    names: dict[str, str]
    light: str
    dark: str
    key: str = ""


class Schema(msgspec.Struct, frozen=True, kw_only=True):
    """What can be marked in a project: labels of entities. The forms of quotations are fixed (docs/guidelines.md)."""

    labels: tuple[Label, ...]
    marks_inside: bool = True
    """Whether direct content includes its quotation marks."""
    full_stop_inside: bool = False
    """Whether a full stop after the closing mark belongs to the content."""

    def label(self, label_id: str) -> Label | None:
        """Return the label of that id, or None."""
        return next((label for label in self.labels if label.id == label_id), None)


@cache
def standard() -> Schema:
    """Return the schema that a new project starts with; read once."""
    return read_schema(files("resources").joinpath("schema/standard.json").read_bytes(), "standard.json")


def read_schema(data: bytes, source: str) -> Schema:
    """Return the schema in JSON ``data``; raises UserError ``schema-invalid`` (source, reason)."""
    try:
        schema = msgspec.json.decode(data, type=Schema)
    except (msgspec.DecodeError, RecursionError) as error:
        raise UserError("schema-invalid", source=source, reason=str(error)) from error
    return check_schema(schema, source)


def check_schema(schema: Schema, source: str) -> Schema:
    """Return ``schema`` if it holds: ids and keys once each, colours ``#rrggbb``; else UserError."""
    ids = [label.id for label in schema.labels]
    keys = [label.key for label in schema.labels if label.key]
    reason = ""
    if not ids or "" in ids or len(set(ids)) < len(ids):
        reason = "every label needs an id of its own"
    elif len(set(keys)) < len(keys):
        reason = "two labels have the same key"
    elif not all(COLOUR.fullmatch(colour) for label in schema.labels for colour in (label.light, label.dark)):
        reason = "a colour is written #rrggbb"
    if reason:
        raise UserError("schema-invalid", source=source, reason=reason)
    return schema


def write_schema(schema: Schema) -> bytes:
    """Return ``schema`` as JSON."""
    return msgspec.json.encode(schema)
