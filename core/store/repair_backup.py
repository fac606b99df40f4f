"""Take a whole backup where no page of a damaged project has a text."""

from __future__ import annotations

import contextlib
from pathlib import Path

from core.errors import UserError
from core.store import log
from core.store.backups import backups_of, write_copy
from core.store.opening import open_to_look
from core.store.recovered import edits_told
from core.store.repair_report import RepairReport, note
from core.store.verifying import verify


def from_backup(path: Path, out: Path) -> RepairReport | None:
    """Write the newest sound backup of ``path`` to ``out``; None where there is none."""
    for backup in backups_of(path):
        found = None
        with contextlib.suppress(UserError):
            found = verify(backup.path)
        if found is None or found.findings:
            continue
        look = open_to_look(backup.path)
        try:
            write_copy(look.db, out)
        finally:
            look.remove()
        report = RepairReport(articles=found.articles, layers=found.layers, backup=backup.at)
        note(report, "repair-whole-backup", path=path, moment=f"{backup.at.astimezone():%Y-%m-%d %H:%M}")
        told = edits_told(path, log.written(backup.at))
        if told is None:
            note(report, "repair-since-unknown")
        else:
            note(report, "repair-since", count=told)
        return report
    return None
