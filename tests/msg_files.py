"""Outlook mails for tests: a compound file ([MS-CFB]) with the properties of a message ([MS-OXMSG]) in it."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from pathlib import Path

SUBJECT, SENDER, ADDRESS, SENT, BODY, HTML = 0x0037, 0x0C1A, 0x0C1F, 0x0039, 0x1000, 0x1013
CODEPAGE, FILE_NAME, CONTENT = 0x3FDE, 0x3707, 0x3701
_INTEGER, _TEXT, _TIME, _BINARY = 0x0003, 0x001F, 0x0040, 0x0102
_END, _FREE, _FAT, _NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF
_STORAGE, _STREAM, _ROOT = 1, 2, 5

Value = str | bytes | int
"""A text, bytes, or a whole number: the moment of ``SENT`` (100 ns since 1601) or a code page."""


def msg(path: Path, mail: dict[int, Value], attached: Iterable[dict[int, Value]] = ()) -> Path:
    """Write a mail of these properties and attachments, all of them together below 60 kB."""
    storages = [_streams(mail, 32), *(_streams(one, 8) for one in attached)]
    path.write_bytes(_compound(storages))
    return path


def _streams(properties: dict[int, Value], head: int) -> dict[str, bytes]:
    """Return the streams of a storage; ``head``: bytes before its list of properties."""
    listed, streams = b"\0" * head, {}
    for key, value in properties.items():
        if isinstance(value, int):
            kind, payload = (_TIME if key == SENT else _INTEGER), struct.pack("<Q", value)
        else:
            kind, data = (_TEXT, value.encode("utf-16-le")) if isinstance(value, str) else (_BINARY, value)
            payload = struct.pack("<II", len(data), 0)
            streams[f"__substg1.0_{key:04X}{kind:04X}"] = data
        listed += struct.pack("<HHI", kind, key, 6) + payload
    return {"__properties_version1.0": listed, **streams}


def _compound(storages: list[dict[str, bytes]]) -> bytes:
    """Return a compound file of a root and the storages of attachments, every stream of them in the mini stream."""
    entries: list[bytes] = []
    mini, chain = b"", []
    first_kids = []
    number = 1 + sum(len(one) for one in storages[:1]) + len(storages) - 1
    for one in storages[1:]:
        first_kids.append(number)
        number += len(one)
    for at, storage in enumerate(storages):
        inner = len(storages) - 1 if at == 0 else 0
        for place, (name, data) in enumerate(storage.items(), 1):
            begin, count = len(mini) // 64, max(1, -(-len(data) // 64))
            mini += data.ljust(64 * count, b"\0")
            chain += [*range(begin + 1, begin + count), _END]
            last = place == len(storage) and not inner
            entries.append(_entry(name, _STREAM, _NONE if last else len(entries) + 2, _NONE, begin, len(data)))
        for place in range(inner):
            after = _NONE if place == inner - 1 else len(entries) + 2
            entries.append(_entry(f"__attach_version1.0_#{place:08X}", _STORAGE, after, first_kids[place], 0, 0))
    directory_size = -(-(len(entries) + 1) // 4)
    mini_fat = struct.pack(f"<{len(chain)}I", *chain)
    mini_fat_size, mini_size = -(-len(mini_fat) // 512), -(-len(mini) // 512)
    root = _entry("Root Entry", _ROOT, _NONE, 1, 1 + directory_size + mini_fat_size, len(mini))
    directory = b"".join([root, *entries]).ljust(512 * directory_size, b"\0")
    fat, end = [_FAT], 1
    for size in (directory_size, mini_fat_size, mini_size):
        fat += [*range(end + 1, end + size), _END]
        end += size
    assert end <= 128, "more than one sector of the table of sectors can tell"
    fat += [_FREE] * (128 - end)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    head += struct.pack("<9I", 0, 1, 1, 0, 4096, 1 + directory_size, mini_fat_size, _END, 0)
    head += struct.pack("<109I", 0, *[_FREE] * 108)
    sectors = struct.pack("<128I", *fat), directory, mini_fat.ljust(512 * mini_fat_size, b"\xff")
    return b"".join([head, *sectors, mini.ljust(512 * mini_size, b"\0")])


def _entry(name: str, kind: int, right: int, child: int, begin: int, size: int) -> bytes:
    """Return an entry of the directory; its left neighbour is none: the entries of a storage hang in one chain."""
    words = name.encode("utf-16-le")
    out = words.ljust(64, b"\0") + struct.pack("<HBBIII", len(words) + 2, kind, 1, _NONE, right, child)
    return out + b"\0" * 36 + struct.pack("<IQ", begin, size)
