"""Copy the networks' weights out of the ``natasha`` wheel into ``resources/weights``, with their licence.

``python tools/weights.py`` writes what is not there yet. Every wheel and installation does it (``hatch_build.py``,
whose build environment has ``natasha``), so that an installed Citata needs neither that package nor those it would
bring (docs/adr/0004). Never committed: 28 MB that never change.
"""

from __future__ import annotations

import importlib.metadata
import shutil
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "weights"
WANTED = (
    "emb/navec_news_v1_1B_250K_300d_100q.tar",
    "model/slovnet_morph_news_v1.tar",
    "model/slovnet_ner_news_v1.tar",
    "model/slovnet_syntax_news_v1.tar",
)


def copy(folder: Path = FOLDER) -> list[Path]:
    """Copy what ``folder`` lacks; return the files written. PackageNotFoundError without ``natasha``."""
    wanted = {folder / name: f"data/{name}" for name in WANTED}
    if all(path.is_file() for path in (*wanted, folder / "LICENSE")):
        return []
    wheel = importlib.metadata.distribution("natasha")
    made = []
    for path, name in wanted.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".new")
        shutil.copyfile(str(wheel.locate_file(f"natasha/{name}")), fresh)
        fresh.replace(path)
        made.append(path)
    licence = wheel.read_text("LICENSE") or ""
    if "MIT" not in licence or "ermission is hereby granted" not in licence:
        raise ValueError("natasha's licence is no longer MIT: read docs/adr/0004 before taking its weights")
    head = f"Weights of natasha {wheel.version} (Natasha contributors), taken unchanged from its wheel.\n\n"
    (folder / "LICENSE").write_text(head + licence, encoding="utf-8")
    return [*made, folder / "LICENSE"]


if __name__ == "__main__":
    for path in copy():
        print(path, file=sys.stderr)
