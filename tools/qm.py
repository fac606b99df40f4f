"""Compile the translations: ``resources/i18n/*.ts`` to the ``.qm`` files that Qt loads, and to gettext's ``.mo``.

``python tools/qm.py`` compiles what is stale, ``--all`` everything. Built by ``make setup``, by every wheel and
installation (``hatch_build.py``) and by the tests; never committed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools.mo import compiled_mo

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "i18n"


def compiled(ts: Path) -> bytes:
    """Return the ``.qm`` that Qt's own compiler makes of a ``.ts`` file."""
    import PySide6  # only here: the catalogues of the command line need no Qt

    lrelease = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out.qm"
        subprocess.run([lrelease, "-silent", "-compress", ts, "-qm", out], check=True, capture_output=True)
        return out.read_bytes()


def compile_stale(*, every: bool = False) -> list[Path]:
    """Compile each ``.ts`` that is newer than what is made of it (``every``: all of them); return the files written."""
    made = []
    for ts in sorted(FOLDER.glob("*.ts")):
        language = ts.stem.rpartition("_")[2]
        mo = ts.parent / language / "LC_MESSAGES" / "citata.mo"
        for target in (ts.with_suffix(".qm"), mo):
            sources = [ts, *FOLDER.glob(f"click_{language}.tsv")] if target is mo else [ts]
            newest = max(one.stat().st_mtime for one in sources)
            if every or not target.exists() or target.stat().st_mtime <= newest:
                target.parent.mkdir(parents=True, exist_ok=True)
                fresh = target.with_name(f"{target.name}.{os.getpid()}")
                fresh.write_bytes(compiled_mo(ts, language) if target is mo else compiled(ts))
                fresh.replace(target)  # a window that runs has the old file mapped into its memory
                made.append(target)
    return made


if __name__ == "__main__":
    compile_stale(every="--all" in sys.argv[1:])
