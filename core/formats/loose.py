"""The tolerant reader of ``citata/1``: keeps unknown fields, fills left-out ones, names faults by their field."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import UNSET

from core.errors import UserError
from core.formats import nesting
from core.formats.wire import FORMAT, WireActor, WireEntity, WireQuotation, WireRecord, WireRejected, WireSpan
from core.model import Extra

_PATH = re.compile(r"(?s)^(?P<reason>.*?)(?: - at `\$\.?(?P<path>.*)`)?$")
_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")
_MAY_LACK: dict[type[msgspec.Struct], dict[str, Any]] = {
    WireEntity: {"actor": None},
    WireQuotation: {"cue": None, "speaker_mention": None, "speaker": None, "parent": None},
    WireActor: {"kind": None},
    WireRecord: {"title": None, "meta": {}, "status": "new", "entities": [], "quotations": [], "actors": []},
    WireRejected: {"entities": [], "quotations": []},
}
"""What a record may leave out, and what that means."""


def format_error(found: object) -> UserError:
    """Return the refusal of another format than ours."""
    newer = isinstance(found, str) and found.startswith("citata/") and found != FORMAT
    return UserError("record-newer" if newer else "record-format", field="format", found=json.dumps(found))


def json_error(line: bytes, error: Exception) -> UserError:
    """Return the refusal of a line that is not JSON, or not Unicode.

    The line is looked at for that: msgspec counts bytes within a string before version 0.23, and names none from there.
    """
    try:
        line.decode()
    except UnicodeDecodeError as fault:
        return UserError("record-json", reason=f"byte {fault.start + 1} is not UTF-8")
    if _SURROGATE.search(line):
        try:
            json.dumps(json.loads(line), ensure_ascii=False).encode()
        except UnicodeEncodeError:
            return UserError("record-surrogate")
        except (ValueError, RecursionError):
            pass
    return UserError("record-json", reason=str(error).removeprefix("JSON is malformed: "))


def decode(line: bytes, error: Exception) -> tuple[WireRecord, dict[str, Extra], Extra]:
    """Return the wire values of a line that is not strictly of the format, and the unknown fields by item and record.

    ``error`` is why the strict way failed. Raises UserError with ``field``.
    """
    try:
        raw = nesting.decode(line, object)
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise json_error(line, fault) from error
    if not isinstance(raw, dict):
        raise UserError("record-json", reason=f"it is {_kind(raw)}")
    if raw.get("format") != FORMAT:
        raise format_error(raw.get("format"))
    extras: dict[str, Extra] = {}
    known, head_extra = _record(raw, extras)
    for field, extra in (*head_extra.items(), *extras.items()):
        nesting.check_levels(extra, field)
    try:
        return msgspec.convert(known, WireRecord), extras, head_extra
    except msgspec.ValidationError as fault:
        raise field_error(fault) from error


def field_error(fault: msgspec.ValidationError) -> UserError:
    """Return a validation error as a refusal with the field that is wrong."""
    match = _PATH.match(str(fault))
    assert match is not None
    field, said = match["path"] or "", match["reason"].replace("`", "")
    missing = re.search(r"missing required field (\w+)", said)
    if missing:
        field = f"{field}.{missing[1]}".removeprefix(".")
        said = "the field is missing"
    return UserError("record-field", field=field, reason=said)


def article_fields(raw: Any) -> tuple[str, str | None, str, dict[str, str]]:
    """Return id, title, text and meta of a decoded record, whatever else it holds; raises UserError."""
    if not isinstance(raw, dict):
        raise UserError("record-json", reason=f"it is {_kind(raw)}")
    if raw.get("format") != FORMAT:
        raise format_error(raw.get("format"))
    known = {name: raw[name] for name in _ArticleFields.__struct_fields__ if raw.get(name) is not None}
    try:
        wire = msgspec.convert(known, _ArticleFields)
    except msgspec.ValidationError as fault:
        raise field_error(fault) from fault
    return wire.id, wire.title, wire.text, wire.meta


class _ArticleFields(msgspec.Struct):
    id: str
    text: str
    title: str | None = None
    meta: dict[str, str] = {}


# -- unknown fields --------------------------------------------------------------------------------------------------


def _record(raw: dict[str, Any], extras: dict[str, Extra]) -> tuple[dict[str, Any], Extra]:
    known, extra = _part_known(raw, WireRecord)
    _items(known, extras)
    if isinstance(known.get("actors"), list):
        known["actors"] = [_item(item, WireActor, extras) for item in known["actors"]]
    if isinstance(known.get("rejected"), dict):
        known["rejected"] = _MAY_LACK[WireRejected] | known["rejected"]
        _items(known["rejected"], extras)
    return known, extra


def _items(known: dict[str, Any], extras: dict[str, Extra]) -> None:
    for name, kind in (("entities", WireEntity), ("quotations", WireQuotation)):
        if isinstance(known.get(name), list):
            known[name] = [_item(item, kind, extras) for item in known[name]]


def _item(raw: Any, kind: type[msgspec.Struct], extras: dict[str, Extra]) -> Any:
    """Return the known fields of an item; the rest goes to ``extras`` under its id."""
    if not isinstance(raw, dict):
        return raw
    known, extra = _part_known(raw, kind)
    if kind is WireQuotation:
        _span_extras(known, extra)
    if isinstance(known.get("id"), str):
        extras[known["id"]] = extra
    return known


def _span_extras(known: dict[str, Any], extra: Extra) -> None:
    for name in ("cue", "speaker_mention"):
        if isinstance(known[name], dict):
            known[name], more = _part_known(known[name], WireSpan)
            if more:
                extra[name] = more
    spans = known.get("ranges")
    if isinstance(spans, list):
        more_of = {}
        for at, span in enumerate(spans):
            if isinstance(span, dict):
                spans[at], more = _part_known(span, WireSpan)
                if more:
                    more_of[str(at)] = more
        if more_of:
            extra["ranges"] = more_of


def _part_known(raw: dict[str, Any], kind: type[msgspec.Struct]) -> tuple[dict[str, Any], Extra]:
    """Return the fields that the format knows, left-out ones filled and null optional ones dropped; and the rest."""
    names = kind.__struct_fields__
    optional = names[len(names) - len(kind.__struct_defaults__) :]
    known = dict(_MAY_LACK.get(kind, {}))
    for name, value in raw.items():
        dropped = value is None and (name in optional or known.get(name) is not None)
        if name in names and not dropped:
            known[name] = value
    return known, {name: value for name, value in raw.items() if name not in names}


# -- faults ----------------------------------------------------------------------------------------------------------


def diagnose(wire: WireRecord) -> UserError | None:
    """Return the first fault of ids, ranges' order and links with its field, or None."""
    ids: set[str] = set()
    for field, item in _all(wire):
        if item.id == "head" or not item.id:
            return UserError("record-id-reserved" if item.id else "record-id-empty", field=f"{field}.id", id=item.id)
        if item.id in ids:
            return UserError("record-id-twice", field=f"{field}.id", id=item.id)
        ids.add(item.id)
    actors = {actor.id for actor in wire.actors}
    parents = {item.id: item.parent for _, item in _all(wire) if isinstance(item, WireQuotation)}
    if wire.rejected is not UNSET and wire.rejected.parents is not UNSET:
        for child in wire.rejected.parents:
            if child not in parents:
                return _link("rejected.parents", child, "a quotation")
        parents |= wire.rejected.parents
    for field, item in _all(wire):
        fault = _fault(item, field, actors, parents)
        if fault is not None:
            return fault
    return None


def _all(wire: WireRecord) -> Iterator[tuple[str, WireEntity | WireQuotation | WireActor]]:
    groups: list[tuple[str, Any]] = [("entities", wire.entities), ("quotations", wire.quotations)]
    if wire.rejected is not UNSET:
        groups += [("rejected.entities", wire.rejected.entities), ("rejected.quotations", wire.rejected.quotations)]
    for name, items in (*groups, ("actors", wire.actors)):
        for at, item in enumerate(items):
            yield f"{name}[{at}]", item


def _fault(
    item: WireEntity | WireQuotation | WireActor, field: str, actors: set[str], parents: dict[str, str | None]
) -> UserError | None:
    if isinstance(item, WireEntity) and item.actor is not None and item.actor not in actors:
        return _link(f"{field}.actor", item.actor, "an actor")
    if not isinstance(item, WireQuotation):
        return None
    if not item.ranges:
        return UserError("record-ranges-none", field=f"{field}.ranges")
    if any(left.end > right.start for left, right in itertools.pairwise(item.ranges)):
        return UserError("record-ranges-order", field=f"{field}.ranges")
    if item.speaker is not None and item.speaker not in actors:
        return _link(f"{field}.speaker", item.speaker, "an actor")
    parent, seen = parents[item.id], {item.id}
    while parent is not None:
        if parent not in parents:
            return _link(f"{field}.parent", parent, "a quotation")
        if parent in seen:
            return UserError("record-cycle", field=f"{field}.parent", id=item.id)
        seen.add(parent)
        parent = parents[parent]
    return None


def _link(field: str, found: str, kind: str) -> UserError:
    return UserError("record-link", field=field, id=json.dumps(found, ensure_ascii=False), kind=kind)


def _kind(raw: Any) -> str:
    names = {list: "an array", str: "a string", bool: "a truth value", type(None): "null"}
    return names.get(type(raw), "a number")
