"""JSON from strangers that is nested more deeply than anything can read again, and arrays with one such record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeVar

import msgspec

from core.errors import UserError

LEVELS = 100
"""Levels that unknown fields may have: far more than anybody's data, far fewer than any reader of JSON gives up at."""
_TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*"|[\[\]{},]', re.DOTALL)
T = TypeVar("T")


def too_deep(field: str = "") -> UserError:
    """Return the refusal of a record that is nested too deeply."""
    return UserError("record-deep", field=field, limit=LEVELS)


def decode(data: bytes | str, kind: type[T]) -> T:
    """Return JSON as a typed value; UserError ``record-deep`` where it is nested too deeply to be read at all.

    Raises what msgspec raises of JSON that is none or is not of the type.
    """
    try:
        return msgspec.json.decode(data, type=kind)
    except RecursionError as error:
        raise too_deep() from error


def check_levels(value: Any, field: str = "") -> None:
    """Raise UserError ``record-deep`` where decoded JSON has more than ``LEVELS`` levels."""
    level: list[Any] = [value]
    for _ in range(LEVELS + 1):
        level = [one for one in level if isinstance(one, (dict, list))]
        if not level:
            return
        level = [inner for one in level for inner in (one.values() if isinstance(one, dict) else one)]
    raise too_deep(field)


def elements(data: bytes) -> Iterator[bytes]:
    """Yield the elements of a JSON array as they stand there, however deeply they are nested.

    An array that breaks off, or a thing that is no array, is one element more or less: each is still to be decoded.
    """
    depth, start = 0, None
    for token in _TOKEN.finditer(data):
        sign = token[0]
        if sign in (b"[", b"{"):
            depth += 1
            if depth == 1:
                start = token.end()
        elif sign in (b"]", b"}"):
            depth -= 1
            if depth == 0 and start is not None:
                yield data[start : token.start()].strip()
                return
        elif sign == b"," and depth == 1 and start is not None:
            yield data[start : token.start()].strip()
            start = token.end()
    if start is not None:
        yield data[start:].strip()


def decode_each(data: bytes) -> Any:
    """Return JSON; where an element of an array is nested too deeply, its UserError stands in its place."""
    try:
        return msgspec.json.decode(data)
    except RecursionError:
        return list(each_element(data))


def each_element(data: bytes) -> Iterator[Any]:
    """Yield the elements of a JSON array, decoded; in the place of one nested too deeply its UserError.

    Raises what msgspec raises where an element is no JSON.
    """
    for one in elements(data):
        try:
            yield decode(one, object)
        except UserError as error:
            yield error
