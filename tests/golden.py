"""Golden files: what a part puts out for many inputs, kept as text that people read in a diff.

A changed behaviour fails here in one place. Read the difference; where it is meant, write the file anew with
``CITATA_RENEW_GOLDEN=1 python -m pytest PATH`` and commit it with the change.
"""

from __future__ import annotations

import difflib
import os
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

NEW_ID = re.compile(r"\b([aeq])_[0-9a-z]{10,}\b")


def same_as_golden(path: Path, output: str) -> None:
    """Fail with the difference unless ``output`` is the text of the golden file."""
    if os.environ.get("CITATA_RENEW_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(output, encoding="utf-8", newline="")
    kept = path.read_text(encoding="utf-8")
    if kept != output:
        lines = difflib.unified_diff(kept.splitlines(), output.splitlines(), path.name, "now", lineterm="", n=2)
        pytest.fail("\n".join(lines), pytrace=False)


def undated(text: str) -> str:
    """Return a text with the month that it was made in as MONTH: it is another one from the first of the next on."""
    return re.sub(rf"(?<![\d-]){datetime.now(UTC):%Y-%m}(?![\d-])", "MONTH", text)


def numbered(text: str) -> str:
    """Return a text with its random ids as ``q0``, ``a1`` … in the order in which they come."""
    numbers: dict[str, str] = {}
    for match in NEW_ID.finditer(text):
        numbers.setdefault(match[0], f"{match[1]}_{len(numbers)}")
    return NEW_ID.sub(lambda match: numbers[match[0]], text)
