"""The guidelines of a project as a file beside it: read, written as a whole, watched for other writers.

The file is ``NAME.guidelines.md``, UTF-8. Whoever writes says what was read before; what somebody else has written in
the meantime is never lost.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from datetime import datetime
from pathlib import Path

from core.errors import UserError
from core.store.paths import guidelines_path


class ChangedElsewhere(Exception):
    """The file is not as it was read; nothing was written."""


def copy_along(project: Path, copy: Path) -> None:
    """Give a copy of a project the guidelines too, unless some stand there; without them the copy is whole as well."""
    source, target = guidelines_path(project), guidelines_path(copy)
    if source.is_file() and not target.exists():
        try:
            shutil.copyfile(source, target)
        except OSError as error:
            raise UserError("file-unwritable", path=str(target), reason=str(error.strerror or error)) from error


class GuidelinesFile:
    """One project's guidelines, as they were read or written last."""

    def __init__(self, project: Path) -> None:
        self.path = guidelines_path(project)
        self._known: bytes | None = None
        self._line = "\n"
        """How the file ends its lines."""

    def read(self) -> str | None:
        """Return the text, None where there is no file; UserError ``file-unreadable``."""
        self._known = data = self._data()
        if data is None:
            return None
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise UserError("file-unreadable", path=str(self.path), reason=str(error)) from error
        self._line = "\r\n" if "\r\n" in text else "\n"
        return text.replace("\r\n", "\n")

    def is_changed(self) -> bool:
        """Tell whether the file is not what was read or written last; False where it cannot be read just now."""
        try:
            return self._data() != self._known
        except UserError:
            return False

    def write(self, text: str) -> None:
        """Put the text on disk, whole or not at all; ChangedElsewhere, UserError ``file-unwritable``."""
        if self.is_changed():
            raise ChangedElsewhere(str(self.path))
        data = text.replace("\n", self._line).encode()
        _put(self.path, data)
        self._known = data

    def keep_beside(self, text: str) -> Path:
        """Write a text that gave way to another one to a file of its own, and return its path."""
        stem = self.path.name.removesuffix(".md")
        out = self.path.with_name(f"{stem}.other-{datetime.now():%Y-%m-%d-%H-%M-%S}.md")
        number = 2
        while out.exists():
            out = out.with_name(f"{out.name.removesuffix('.md')}-{number}.md")
            number += 1
        _put(out, text.encode())
        return out

    def _data(self) -> bytes | None:
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise UserError("file-unreadable", path=str(self.path), reason=str(error.strerror or error)) from error


def _put(path: Path, data: bytes) -> None:
    """Write a file beside, have it on the disk, then put it in its place; a link stays one."""
    target = Path(os.path.realpath(path))
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(data)
                out.flush()
                os.fsync(out.fileno())
            os.chmod(name, target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_mask())
            os.replace(name, target)
        finally:
            with contextlib.suppress(FileNotFoundError):  # it has its own name by now
                os.unlink(name)
    except OSError as error:
        raise UserError("file-unwritable", path=str(path), reason=str(error.strerror or error)) from error


def _mask() -> int:
    """Return the process's mask for the permissions of new files."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
