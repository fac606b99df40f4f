"""Citata among the programs of a Linux desktop: its menu entry, its icon, the type of its project files.

Files by the Desktop Entry, Icon Theme and Shared MIME-info specifications of freedesktop.org, in ``resources/desktop``;
the ``.deb`` (``packaging/``) puts the same ones into ``/usr/share``.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from core.errors import UserError

SHARED: dict[str, tuple[str, ...]] = {
    "desktop/citata.desktop": ("applications/citata.desktop",),
    "desktop/citata.xml": ("mime/packages/citata.xml",),
    "icons/citata.svg": (
        "icons/hicolor/scalable/apps/citata.svg",
        "icons/hicolor/scalable/mimetypes/application-x-citata.svg",
    ),
}
"""Files of ``resources``, and where each stands below a data folder of the desktop."""
_INDEXES: tuple[tuple[str, str], ...] = (
    ("update-mime-database", "mime"),
    ("update-desktop-database", "applications"),
    ("gtk-update-icon-cache", "icons/hicolor"),
)
"""Programs that take new files into a desktop's indexes, and the folder that each is given."""


def install(command: Sequence[str] | None = None, folder: Path | None = None) -> list[Path]:
    """Write the files into this person's data folder and have them indexed; return them.

    ``command`` starts Citata (this program where not given). UserError ``desktop-only-linux``, ``file-unwritable``.
    """
    folder = folder or data_folder()
    entry = (files("resources") / "desktop" / "citata.desktop").read_text(encoding="utf-8")
    made = []
    for source, targets in SHARED.items():
        content = (files("resources") / source).read_bytes()
        if source.endswith(".desktop"):
            content = started_by(entry, command or this_program()).encode()
        for target in targets:
            path = folder / target
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
            except OSError as error:
                raise UserError("file-unwritable", path=path, reason=error.strerror or str(error)) from error
            made.append(path)
    _index(folder)
    return made


def uninstall(folder: Path | None = None) -> list[Path]:
    """Remove the files from this person's data folder; return those that were there. UserError ``file-unwritable``."""
    folder = folder or data_folder()
    there = [path for targets in SHARED.values() for path in (folder / one for one in targets) if path.exists()]
    for path in there:
        try:
            path.unlink()
        except OSError as error:
            raise UserError("file-unwritable", path=path, reason=error.strerror or str(error)) from error
    if there:
        _index(folder)
    return there


def data_folder() -> Path:
    """Return this person's data folder (XDG Base Directory); UserError ``desktop-only-linux`` on other systems."""
    if not sys.platform.startswith("linux"):
        raise UserError("desktop-only-linux", system=sys.platform)
    given = os.environ.get("XDG_DATA_HOME", "")
    return Path(given) if os.path.isabs(given) else Path.home() / ".local" / "share"


def this_program() -> list[str]:
    """Return the command that starts this program."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    script = shutil.which(sys.argv[0])
    if script and Path(script).stem == "citata":
        return [str(Path(script).absolute())]
    return [sys.executable, "-m", "gui"]


def started_by(entry: str, command: Sequence[str]) -> str:
    """Return a desktop entry that starts ``command``."""
    lines = []
    for line in entry.splitlines():
        if line.startswith("Exec="):
            line = f"Exec={' '.join(map(_quoted, command))} %F"
        elif line.startswith("TryExec="):
            line = f"TryExec={_escaped(command[0])}"
        lines.append(line)
    return "\n".join(lines) + "\n"


def _quoted(word: str) -> str:
    r"""Return a word of ``Exec``: in quotes, `"`, `` ` ``, ``$`` and ``\`` escaped, ``%`` doubled."""
    inside = "".join(f"\\{one}" if one in '"`$\\' else one for one in word.replace("%", "%%"))
    return _escaped(f'"{inside}"')


def _escaped(value: str) -> str:
    """Return a value of a desktop entry: a backslash is doubled."""
    return value.replace("\\", "\\\\")


def _index(folder: Path) -> None:
    """Have a desktop's indexes made anew; where a program for it is absent, the desktop does it at the next login."""
    for program, below in _INDEXES:
        if (folder / below).is_dir() and (found := shutil.which(program)):
            subprocess.run([found, str(folder / below)], check=False, capture_output=True)
