"""The sources of the project's register in ``citata/1``: those that a record's actors name, read back as they were.

``sources`` stands in a record whose actors have a ``source``; a program that does not know it keeps it as any unknown
field. What stands under these names in a file and is not ours (no list of sources, a ``source`` that is no id) is kept
as an unknown field in turn.
"""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec.structs import replace

from core.formats import nesting
from core.model import Extra
from core.model.layer import Layer
from core.model.register import Register, Source
from core.model.values import Actor

FIELD = "source"
"""The name of an actor's field."""
RECORD_FIELD = "sources"
"""The name of a record's field."""
_KNOWN = frozenset(Source.__struct_fields__) - {"extra"}


def source_out(source: Source) -> dict[str, Any]:
    """Return a source for the wire: what it tells, and its unknown fields."""
    known: dict[str, Any] = msgspec.to_builtins(source)
    known.pop("extra", None)
    return {**known, **{name: value for name, value in source.extra.items() if name not in _KNOWN}}


def sources_in(value: Any) -> tuple[Source, ...] | None:
    """Return the sources of a record; None where the field is not ours. Raises UserError ``record-deep``."""
    if not isinstance(value, list):
        return None
    found: dict[str, Source] = {}
    for one in value:
        if not isinstance(one, dict):
            return None
        known = {name: field for name, field in one.items() if name in _KNOWN}
        extra = {name: field for name, field in one.items() if name not in _KNOWN}
        try:
            source = msgspec.convert(known, Source)
        except (msgspec.ValidationError, RecursionError):
            return None
        nesting.check_levels(extra, RECORD_FIELD)
        if not source.id or not source.name.strip() or source.id in found:
            return None
        found[source.id] = replace(source, extra=extra)
    return tuple(found.values())


def source_of(value: Any) -> tuple[str | None, Extra]:
    """Return the source that an actor names, or what else stands under that name, to be kept."""
    if value is msgspec.UNSET or value is None:
        return None, {}
    if isinstance(value, str) and value:
        return value, {}
    nesting.check_levels(value, f"actors.{FIELD}")
    return None, {FIELD: value}


def named_by(layer: Layer, register: Register) -> tuple[Source, ...]:
    """Return the sources that actors of a layer name, with those that they were merged into, by id."""
    found: dict[str, Source] = {}
    wanted: list[str | None] = [item.source for item in layer.items.values() if isinstance(item, Actor)]
    for source_id in wanted:
        while (source := register.get(source_id)) is not None and source.id not in found:
            found[source.id] = source
            source_id = source.merged
    return tuple(found[key] for key in sorted(found))
