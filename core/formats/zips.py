"""ZIP archives from strangers: how much they may unpack to, and where their members may not go."""

from __future__ import annotations

import contextlib
import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO

from core.errors import UserError, fault_of
from core.formats.zip_names import member_names

TOTAL_LIMIT = 1 << 30
"""Bytes that an archive may unpack to."""
RATIO_LIMIT = 200
"""How many times its size a member of more than a megabyte may unpack to."""
MEMBERS_LIMIT = 200_000
"""Members that an archive may have."""


def open_zip(file: IO[bytes], path: Path | str) -> zipfile.ZipFile:
    """Open an archive whose directory promises no bomb; UserError ``file-format``, ``zip-bomb``."""
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UserError("file-format", path=path, format="a ZIP archive", reason=str(error)) from error
    members = archive.infolist()
    total = sum(member.file_size for member in members)
    swollen = any(m.file_size > (1 << 20) and m.file_size > RATIO_LIMIT * max(m.compress_size, 1) for m in members)
    if total > TOTAL_LIMIT or len(members) > MEMBERS_LIMIT or swollen:
        raise UserError("zip-bomb", path=path, size=f"{total:,}", limit=f"{TOTAL_LIMIT:,}")
    return archive


def safe_name(member: zipfile.ZipInfo, shown: str) -> PurePosixPath | None:
    """Return where a member may be written below a folder, or None for a link or a name that climbs out of it.

    ``shown`` is its name in the encoding it is in.
    """
    name = shown.replace("\\", "/")
    parts = [part for part in name.split("/") if part not in ("", ".")]
    mode = member.external_attr >> 16
    if name.startswith("/") or ".." in parts or any(":" in part or "\x00" in part for part in parts) or not parts:
        return None
    if mode and stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        return None
    return PurePosixPath(*parts)


def unpack(archive: zipfile.ZipFile, folder: Path, path: Path) -> Iterator[tuple[str, UserError]]:
    """Write the members below ``folder``; yield (name, refusal) for each that is not written.

    What a member really unpacks to is counted, whatever the directory says; UserError ``zip-bomb`` over the limit.
    """
    left = TOTAL_LIMIT
    members = archive.infolist()
    for member, shown in zip(members, member_names(members), strict=True):
        if member.is_dir() or "__MACOSX/" in shown:
            continue
        name = safe_name(member, shown)
        if name is None:
            code = "zip-link" if _is_link(member) else "zip-climbs"
            yield shown, UserError(code, path=path, member=shown)
            continue
        target = folder.joinpath(*name.parts)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with archive.open(member) as source, target.open("wb") as out:
                while chunk := source.read(1 << 20):
                    left -= len(chunk)
                    if left < 0:
                        raise UserError("zip-bomb", path=path, size="more", limit=f"{TOTAL_LIMIT:,}")
                    out.write(chunk)
        except (zipfile.BadZipFile, zlib.error, RuntimeError, OSError, ValueError, EOFError) as error:
            with contextlib.suppress(OSError):  # a name too long cannot be looked for either
                target.unlink(missing_ok=True)
            reason = (error.strerror if isinstance(error, OSError) else "") or fault_of(error)
            yield shown, UserError("zip-member", path=path, member=shown, reason=reason)


def _is_link(member: zipfile.ZipInfo) -> bool:
    return stat.S_ISLNK(member.external_attr >> 16)
