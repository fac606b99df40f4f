"""Compile the translations: ``resources/i18n/*.ts`` to the ``.qm`` files beside them that Qt loads.

``python tools/qm.py`` compiles what is stale, ``--all`` everything. Built by ``make setup``, by every wheel and
installation (``hatch_build.py``) and by the tests; never committed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import PySide6

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "i18n"


def compiled(ts: Path) -> bytes:
    """Return the ``.qm`` that Qt's own compiler makes of a ``.ts`` file."""
    lrelease = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out.qm"
        subprocess.run([lrelease, "-silent", "-compress", ts, "-qm", out], check=True, capture_output=True)
        return out.read_bytes()


def compile_stale(*, every: bool = False) -> list[Path]:
    """Compile each ``.ts`` that is newer than its ``.qm`` (``every``: all of them); return the files written."""
    made = []
    for ts in sorted(FOLDER.glob("*.ts")):
        qm = ts.with_suffix(".qm")
        if every or not qm.exists() or qm.stat().st_mtime <= ts.stat().st_mtime:
            fresh = qm.with_name(f"{qm.name}.{os.getpid()}")
            fresh.write_bytes(compiled(ts))
            fresh.replace(qm)  # a window that runs has the old file mapped into its memory
            made.append(qm)
    return made


if __name__ == "__main__":
    compile_stale(every="--all" in sys.argv[1:])
