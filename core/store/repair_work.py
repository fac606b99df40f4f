"""A repair under way: what its parts read, write and report."""

from __future__ import annotations

from typing import NamedTuple

from core.model.layer import Edit
from core.store.database import Database
from core.store.repair_report import RepairReport
from core.store.salvage_layer import Evidence
from core.store.sources import Sources

AUTHOR = "citata verify --repair"
"""Who stands in the log for what a repair changed."""


class Work(NamedTuple):
    """A repair under way: what is read, what is written, the report."""

    seen: Evidence
    out: Database
    report: RepairReport
    changes: list[tuple[int, Edit]]
    """What each layer needs after its log, to be what is kept of it; written last, so that it comes last."""

    @property
    def given(self) -> Sources:
        return self.seen.given
