"""The project file: SQLite, and the only package with SQL. Others use ``Project`` and the values it gives out."""

from core.store.articles import ORDERS, ArticleQuery, ArticleRow
from core.store.backups import Backup, back_up_now, backups_of
from core.store.backups import restore as restore_backup
from core.store.checks import Finding
from core.store.compacting import Compacted, Points, compact
from core.store.conflicts import OpenConflict
from core.store.lock import Holder
from core.store.log import LogEntry
from core.store.merging import (
    MergeReport,
    Resolution,
    are_related,
    merge_copy,
    open_conflicts,
    reopen_conflict,
    resolve_conflict,
)
from core.store.project import Project
from core.store.repair import RepairReport, repair
from core.store.review import Assignment, Comment, LayerState, Start
from core.store.reviews import Reviews
from core.store.since import edits_since
from core.store.trial import Trial, try_merge
from core.store.verify import Report, damage, verify

__all__ = [
    "ORDERS",
    "ArticleQuery",
    "ArticleRow",
    "Assignment",
    "Backup",
    "Comment",
    "Compacted",
    "Finding",
    "Holder",
    "LayerState",
    "LogEntry",
    "MergeReport",
    "OpenConflict",
    "Points",
    "Project",
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
