"""How much was done in a project since a moment: what restoring a backup of that moment takes back."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from core.store import log
from core.store.connection import reporting
from core.store.opening import open_to_look


def edits_since(project: Path, moments: Sequence[datetime]) -> list[int]:
    """Return how many edits of the project's log were made after each of the moments.

    Raises what opening a project to look raises.
    """
    look = open_to_look(project)
    try:
        with reporting(project):
            times = [str(row[0]) for row in look.db.execute("SELECT at FROM log ORDER BY at")]
    finally:
        look.remove()
    return [len(times) - bisect.bisect_right(times, log.written(moment)) for moment in moments]
