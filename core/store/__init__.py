"""The project file: SQLite, and the only package with SQL. Others use ``Project`` and the values it gives out.

What opening and editing a project do not need (merging, repair, compaction …) is read when it is first asked for.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

import core.store.library  # noqa: F401 (before the modules that import sqlite-utils)
from core.store.articles import ORDERS, TEACHING, ArticleQuery, ArticleRow
from core.store.learned import Change, KnowledgeLog
from core.store.lock import Holder
from core.store.log import LogEntry
from core.store.project import Project
from core.store.register_edits import RegisterAct
from core.store.registers import Links, Registers
from core.store.review import Assignment, Comment, LayerState, Start
from core.store.reviews import Reviews

if TYPE_CHECKING:
    from core.store.backups import Backup, back_up_now, backups_of
    from core.store.backups import restore as restore_backup
    from core.store.checks import Finding
    from core.store.compacting import Compacted, Points, compact
    from core.store.conflicts import OpenConflict
    from core.store.merging import (
        MergeReport,
        Resolution,
        are_related,
        merge_copy,
        open_conflicts,
        reopen_conflict,
        resolve_conflict,
    )
    from core.store.repair_report import RepairReport
    from core.store.repairing import repair
    from core.store.since import edits_since
    from core.store.trial import Trial, try_merge
    from core.store.verifying import Report, damage, verify

__all__ = [
    "ORDERS",
    "TEACHING",
    "ArticleQuery",
    "ArticleRow",
    "Assignment",
    "Backup",
    "Change",
    "Comment",
    "Compacted",
    "Finding",
    "Holder",
    "KnowledgeLog",
    "LayerState",
    "Links",
    "LogEntry",
    "MergeReport",
    "OpenConflict",
    "Points",
    "Project",
    "RegisterAct",
    "Registers",
    "RepairReport",
    "Report",
    "Resolution",
    "Reviews",
    "Start",
    "Trial",
    "are_related",
    "back_up_now",
    "backups_of",
    "compact",
    "damage",
    "edits_since",
    "merge_copy",
    "open_conflicts",
    "reopen_conflict",
    "repair",
    "resolve_conflict",
    "restore_backup",
    "try_merge",
    "verify",
]

_LATE = {
    "Backup": ("backups", "Backup"),
    "Compacted": ("compacting", "Compacted"),
    "Finding": ("checks", "Finding"),
    "MergeReport": ("merging", "MergeReport"),
    "OpenConflict": ("conflicts", "OpenConflict"),
    "Points": ("compacting", "Points"),
    "RepairReport": ("repair_report", "RepairReport"),
    "Report": ("verifying", "Report"),
    "Resolution": ("merging", "Resolution"),
    "Trial": ("trial", "Trial"),
    "are_related": ("merging", "are_related"),
    "back_up_now": ("backups", "back_up_now"),
    "backups_of": ("backups", "backups_of"),
    "compact": ("compacting", "compact"),
    "damage": ("verifying", "damage"),
    "edits_since": ("since", "edits_since"),
    "merge_copy": ("merging", "merge_copy"),
    "open_conflicts": ("merging", "open_conflicts"),
    "reopen_conflict": ("merging", "reopen_conflict"),
    "repair": ("repairing", "repair"),
    "resolve_conflict": ("merging", "resolve_conflict"),
    "restore_backup": ("backups", "restore"),
    "try_merge": ("trial", "try_merge"),
    "verify": ("verifying", "verify"),
}
"""Name: the module of this package that has it, and what it is called there."""


def __getattr__(name: str) -> Any:
    """Return what is read late."""
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, own = _LATE[name]
    found = globals()[name] = getattr(importlib.import_module(f"{__name__}.{module}"), own)
    return found
