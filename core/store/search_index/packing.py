"""Lists of numbers packed into bytes: rising ones as differences, with a checksum that tells a flipped bit."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
_WIDTHS: dict[int, np.dtype[Any]] = {1: np.dtype("<u1"), 2: np.dtype("<u2"), 4: np.dtype("<u4")}
_HEAD = 9
"""Bytes before the differences: their width, the checksum of all that follows, the first number."""


class Spoilt(ValueError):
    """These bytes are not what was packed: the index is damaged."""


def table(found: Sequence[Sequence[object]], width: int) -> Numbers:
    """Return rows of numbers as an array; Spoilt where one is none, or too large."""
    try:
        return np.array(found, np.int64).reshape(-1, width)
    except (TypeError, ValueError, OverflowError) as error:
        raise Spoilt("a number is none") from error


def pack_rising(numbers: NDArray[Any]) -> bytes:
    """Return rising numbers below 2**32, at least one, as bytes."""
    steps = np.diff(numbers)
    most = int(steps.max()) if len(steps) else 0
    width = 1 if most < 1 << 8 else 2 if most < 1 << 16 else 4
    body: bytes = int(numbers[0]).to_bytes(4, "little") + steps.astype(_WIDTHS[width]).tobytes()
    return bytes([width]) + zlib.crc32(body).to_bytes(4, "little") + body


def unpack_rising(data: object) -> Numbers:
    """Return what ``pack_rising`` packed; raises Spoilt."""
    if not isinstance(data, bytes) or len(data) < _HEAD or data[0] not in _WIDTHS:
        raise Spoilt("a list of numbers is none")
    width = _WIDTHS[data[0]]
    if zlib.crc32(data[5:]).to_bytes(4, "little") != data[1:5] or (len(data) - _HEAD) % width.itemsize:
        raise Spoilt("a list of numbers has another checksum")
    out = np.empty((len(data) - _HEAD) // width.itemsize + 1, np.int64)
    out[0] = int.from_bytes(data[5:_HEAD], "little")
    out[1:] = np.frombuffer(data, width, offset=_HEAD)
    return np.cumsum(out, out=out)


def pack(numbers: NDArray[Any]) -> bytes:
    """Return numbers below 2**32 in any order as bytes."""
    body: bytes = numbers.astype("<u4").tobytes()
    return zlib.crc32(body).to_bytes(4, "little") + body


def unpack(data: object) -> NDArray[np.uint32]:
    """Return what ``pack`` packed; raises Spoilt."""
    if not isinstance(data, bytes) or len(data) % 4 or zlib.crc32(data[4:]).to_bytes(4, "little") != data[:4]:
        raise Spoilt("a piece of the corpus has another checksum")
    return np.frombuffer(data, "<u4", offset=4)
