"""The names of a ZIP archive's members: UTF-8 where a flag or a field says so, else the code page of who packed it."""

from __future__ import annotations

import struct
import zipfile
import zlib

from core.formats.encodings import detect_name

_UTF8_FLAG = 0x800
_UNICODE_PATH = 0x7075


def member_names(members: list[zipfile.ZipInfo]) -> list[str]:
    """Return the members' names in their order.

    Without the flag for UTF-8, zipfile reads names as cp437; Windows packs them in cp866 or cp1251, other programs in
    UTF-8 all the same. All names of an archive are in one of these.
    """
    raw = [_bytes(member) for member in members]
    encoding = detect_name([data for data in raw if data is not None and not data.isascii()])
    names = []
    for member, data in zip(members, raw, strict=True):
        told = _unicode_path(member, data)
        plain = data is None or data.isascii()
        names.append(
            told or (member.filename if plain or encoding is None else (data or b"").decode(encoding, "replace"))
        )
    return names


def _bytes(member: zipfile.ZipInfo) -> bytes | None:
    """Return a name as it is packed, where nothing says what it is in."""
    return None if member.flag_bits & _UTF8_FLAG else member.orig_filename.encode("cp437")


def _unicode_path(member: zipfile.ZipInfo, data: bytes | None) -> str | None:
    """Return the name that a field of its own gives in UTF-8 (Info-ZIP), where it belongs to this name."""
    extra = member.extra
    while len(extra) >= 4:
        kind, length = struct.unpack("<HH", extra[:4])
        field, extra = extra[4 : 4 + length], extra[4 + length :]
        if kind == _UNICODE_PATH and len(field) > 5 and data is not None:
            if struct.unpack("<L", field[1:5])[0] != zlib.crc32(data):
                return None
            return field[5:].decode("utf-8", "replace")
    return None
