"""What the readers of records share: checked articles, refusals with a position, lines read one by one, typed JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from core.errors import UserError, fault_of
from core.formats.base import Record, Refused, Summary, check_size, make_article, refused, replacing
from core.formats.nesting import check_levels, decode
from core.model import Article, Range
from core.model.text import canonical

T = TypeVar("T")


def placed(error: UserError, source: str, line: int) -> UserError:
    """Return an error with its position in a file."""
    return UserError(error.code, **{"field": "", **error.facts, "source": source, "line": line})


def refusal(error: UserError, path: Path, line: int = 0) -> Refused:
    """Return the refusal of a file; an error of its record gets its position."""
    return refused(placed(error, str(path), line) if error.code.startswith("record-") else error)


def read_one(path: Path, make: Callable[[], Record]) -> Iterator[Record | Refused]:
    """Yield the one record of a file, or its refusal."""
    try:
        yield make()._replace(source=str(path))
    except UserError as error:
        yield refusal(error, path)


def damaged(path: Path, kind: str, error: Exception) -> UserError:
    """Return the error of a file that is not the ``kind`` of document that it should be."""
    return UserError("file-format", path=path, format=kind, reason=fault_of(error))


def checked_article(article_id: str, title: str | None, text: str, meta: dict[str, str]) -> Article:
    """Return an article of the canonical form of ``text``; raises UserError ``record-…`` with its field."""
    if not article_id:
        raise UserError("record-id-empty", field="id")
    text = canonical(text)
    fault = check_size(text)
    if fault is not None:
        code = {"text-empty": "record-text-empty", "text-too-long": "record-text-long"}
        raise UserError(code.get(fault.code, "record-paragraph-long"), field="text", **fault.facts)
    return make_article(article_id, title, text, meta)


def decoded(data: bytes, kind: type[T]) -> T:
    """Return JSON as a typed value; raises UserError ``record-json`` or ``record-field`` with its field."""
    from core.formats.loose import field_error, json_error

    try:
        return decode(data, kind)
    except msgspec.ValidationError as error:
        raise field_error(error) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise json_error(data, error) from error


def converted(value: Any, kind: type[T], field: str) -> T:
    """Return decoded JSON as a typed value; raises UserError ``record-field`` with the field below ``field``."""
    from core.formats.loose import field_error

    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        if "got `float`" in str(error):
            whole = with_whole_numbers(value)
            if _has_changed(whole, value):
                return converted(whole, kind, field)
        fault = field_error(error)
        inner = str(fault.facts["field"])
        joined = f"{field}{'' if inner.startswith('[') or not inner else '.'}{inner}"
        raise UserError(fault.code, field=joined, reason=fault.facts["reason"]) from error


def with_whole_numbers(value: Any) -> Any:
    """Return decoded JSON with ``15.0`` as 15: tables written by way of pandas make floats of all whole numbers."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, list):
        return [with_whole_numbers(one) for one in value]
    if isinstance(value, dict):
        return {name: with_whole_numbers(one) for name, one in value.items()}
    return value


def _has_changed(whole: Any, value: Any) -> bool:
    return bool(msgspec.json.encode(whole) != msgspec.json.encode(value))


def read_each(
    found: Iterable[tuple[int, T]], source: str, make: Callable[[int, T], Record]
) -> Iterator[Record | Refused]:
    """Yield a record, or its refusal, for each numbered value that a file holds."""
    for number, value in found:
        try:
            yield make(number, value)._replace(source=source, line=number)
        except UserError as error:
            yield refused(placed(error, source, number))


def write_each(
    path: Path, records: Iterable[Record], make: Callable[[Record, Summary], bytes], summary: Summary | None = None
) -> Summary:
    """Write what ``make`` gives for every record to one file, whole or not at all; streaming."""
    summary = summary or Summary()
    with replacing(path) as out:
        for record in records:
            out.write(make(record, summary))
    return summary


def in_groups(ranges: Sequence[Range], sizes: Iterable[int]) -> Iterator[tuple[Range, ...]]:
    """Yield the ranges in consecutive groups of the given sizes."""
    at = 0
    for size in sizes:
        yield tuple(ranges[at : at + size])
        at += size


def strings(values: dict[str, Any]) -> dict[str, str]:
    """Return details of a foreign record as strings; nested ones as JSON, nulls left out.

    Raises UserError ``record-deep`` with the field.
    """
    for name, value in values.items():
        check_levels(value, name)
    return {
        name: value if isinstance(value, str) else msgspec.json.encode(value).decode()
        for name, value in values.items()
        if value is not None
    }


def notes_of(note: str | None, lost: dict[str, int]) -> tuple[str, ...]:
    """Return what a reader repaired and what it could not take, for the person who imports."""
    return (*((note,) if note else ()), *(f"left out: {number} {what}" for what, number in lost.items() if number))
