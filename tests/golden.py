"""Golden files: what a part puts out for many inputs, kept as text that people read in a diff.

A changed behaviour fails here in one place. Read the difference; where it is meant, write the file anew with
``CITATA_RENEW_GOLDEN=1 python -m pytest PATH`` and commit it with the change.
"""

from __future__ import annotations

import difflib
import os
from pathlib import Path

import pytest


def same_as_golden(path: Path, output: str) -> None:
    """Fail with the difference unless ``output`` is the text of the golden file."""
    if os.environ.get("CITATA_RENEW_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(output, encoding="utf-8", newline="")
    kept = path.read_text(encoding="utf-8")
    if kept != output:
        lines = difflib.unified_diff(kept.splitlines(), output.splitlines(), path.name, "now", lineterm="", n=2)
        pytest.fail("\n".join(lines), pytrace=False)
