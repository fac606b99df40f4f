"""Lists of numbers as the index keeps them: what is packed comes back, what was not packed is refused."""

from __future__ import annotations

import zlib

import numpy as np
import pytest

from core.store.search_index.packing import Spoilt, pack, pack_rising, table, unpack, unpack_rising


@pytest.mark.parametrize(
    ("numbers", "width"),
    [
        ([0], 1),
        ([2**32 - 1], 1),
        ([5, 6, 261], 1),
        ([5, 260], 1),
        ([5, 261], 2),
        ([0, 65535], 2),
        ([0, 65536], 4),
        ([0, 2**32 - 1], 4),
        ([7, 7, 7], 1),
        ([1, 2, 300, 70_000, 70_001], 4),
    ],
)
def test_rising_numbers_come_back_and_take_as_little_as_their_steps_need(numbers: list[int], width: int) -> None:
    data = pack_rising(np.array(numbers, np.int64))
    assert len(data) == 9 + width * (len(numbers) - 1)
    assert data[0] == width
    found = unpack_rising(data)
    assert found.dtype == np.dtype(np.int64)
    assert found.tolist() == numbers


def _rising(width: int, body: bytes) -> bytes:
    """Return bytes whose checksum holds, whatever they say."""
    return bytes([width]) + zlib.crc32(body).to_bytes(4, "little") + body


def test_bytes_that_were_not_packed_as_rising_numbers_are_refused() -> None:
    good = pack_rising(np.array([3, 400, 500], np.int64))
    assert unpack_rising(_rising(2, good[5:])).tolist() == [3, 400, 500]
    wrong: list[object] = [
        None, "", 9, b"", good[:8], good[:-1], good + b"\0", bytearray(good), b"\0" + good[1:], b"\3" + good[1:],
        b"\5" + good[1:], _rising(2, good[5:-1]), _rising(4, good[5:-1]), _rising(4, good[5:9] + b"\1\1"),
        _rising(2, good[5:9] + b"\1"), _rising(1, b"\1\0\0"), _rising(3, good[5:]),
    ]  # fmt: skip
    wrong += [good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :] for at in range(1, len(good))]
    for data in wrong:
        with pytest.raises(Spoilt):
            unpack_rising(data)


@pytest.mark.parametrize("numbers", [[], [0], [9, 3, 2**32 - 1, 3]])
def test_numbers_in_any_order_come_back(numbers: list[int]) -> None:
    data = pack(np.array(numbers, np.int64))
    assert len(data) == 4 + 4 * len(numbers)
    assert unpack(data).tolist() == numbers
    for wrong in (data + b"\0", data[:-1], data + b"\0\0\0\0", b"\1\2\3\4" + data[4:], None, "x", bytearray(data)):
        with pytest.raises(Spoilt):
            unpack(wrong)
    body = b"\1\2\3"
    with pytest.raises(Spoilt):
        unpack(zlib.crc32(body).to_bytes(4, "little") + body)


def test_rows_of_numbers_are_a_table() -> None:
    assert table([(1, 2), (3, 4), (5, -6)], 2).tolist() == [[1, 2], [3, 4], [5, -6]]
    assert table([], 3).shape == (0, 3)
    assert table([(2**63 - 1,)], 1).tolist() == [[2**63 - 1]]
    for wrong in ([("a", 1)], [(None, 1)], [(2**63, 1)], [(1, 2, 3)], [(1, 2), (3,)]):
        with pytest.raises(Spoilt):
            table(wrong, 2)
