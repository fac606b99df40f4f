"""Outlook mails for tests: a compound file ([MS-CFB]) with the properties of a message ([MS-OXMSG]) in it."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from pathlib import Path

from tests.documents import Folder, compound

SUBJECT, SENDER, ADDRESS, SENT, BODY, HTML = 0x0037, 0x0C1A, 0x0C1F, 0x0039, 0x1000, 0x1013
CODEPAGE, FILE_NAME, CONTENT = 0x3FDE, 0x3707, 0x3701
_INTEGER, _TEXT, _TIME, _BINARY = 0x0003, 0x001F, 0x0040, 0x0102

Value = str | bytes | int
"""A text, bytes, or a whole number: the moment of ``SENT`` (100 ns since 1601) or a code page."""


def msg(path: Path, mail: dict[int, Value], attached: Iterable[dict[int, Value]] = ()) -> Path:
    """Write a mail of these properties and attachments."""
    root: Folder = {**_streams(mail, 32)}
    for number, one in enumerate(attached):
        root[f"__attach_version1.0_#{number:08X}"] = {**_streams(one, 8)}
    path.write_bytes(compound(root))
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
