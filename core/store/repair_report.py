"""What a repair did: findings that say what is not as it was, and every item that is lost or comes from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import msgspec

from core.store import rows
from core.store.checks import Finding, LayerRef
from core.store.salvage_layer import State

_LOSSES = frozenset((
    "repair-article-lost", "repair-article-named", "repair-text", "repair-title", "repair-meta",
    "repair-labels-lost", "repair-layer-lost", "repair-layer-guessed", "repair-uncounted", "repair-head",
    "repair-log", "repair-log-broken", "repair-log-entry", "repair-link", "repair-row", "repair-row-changed",
    "repair-id", "repair-article-name", "repair-title-other", "repair-annotator", "repair-layer-article",
    "repair-article-log", "repair-source",
    "repair-name", "repair-value", "repair-whole-backup", "verify-unreadable",
))  # fmt: skip
"""Codes of what is not there any more, or not as it was."""
_NAMED = 20
"""Items that a finding names; ``restored`` and ``lost`` hold them all."""


class RepairReport(msgspec.Struct, kw_only=True):
    """What a repair did: ``repaired`` says what is not as it was.

    ``lost`` holds every item left out, ``restored`` every item that is not what its row says, both as JSON with
    article, annotator and the item or its id; ``uncounted`` is how many annotations are lost that nothing names.
    """

    repaired: list[Finding] = []
    lost: list[str] = []
    restored: list[str] = []
    uncounted: int = 0
    articles: int = 0
    layers: int = 0
    backup: datetime | None = None
    """When the backup was made that the whole new file is: of the old one no text could be read."""

    @property
    def complete(self) -> bool:
        """Tell whether everything was saved, as far as can be told."""
        return not self.lost and not _LOSSES & {finding.code for finding in self.repaired}


def note(report: RepairReport, code: str, **facts: object) -> None:
    """Add a finding of what was repaired."""
    report.repaired.append(Finding(code=code, facts={name: str(value) for name, value in facts.items()}))


def where(ref: LayerRef) -> dict[str, str]:
    """Return the facts that name a layer."""
    return {"article": ref.article.id, "annotator": ref.annotator}


def line(ref: LayerRef, **facts: object) -> str:
    """Return what a report holds of an item that is lost or comes from elsewhere."""
    return rows.write_json({**where(ref), **facts})


def some(names: Iterable[str]) -> str:
    """Return the first names of many."""
    found = list(names)
    return ", ".join(found[:_NAMED]) + (" …" if len(found) > _NAMED else "")


def note_state(report: RepairReport, ref: LayerRef, found: State) -> None:
    """Name what of a layer is not as the file has it."""
    for kept, other in found.names.doubts:
        note(report, "repair-name", item=kept, other=other, **where(ref))
        report.restored += [line(ref, source="name", id=kept, other=other)]
    for source, code in (("log", "repair-from-log"), ("backup", "repair-items-backup")):
        names = [name for name, origin in found.restored if origin == source]
        if names:
            note(report, code, **where(ref), count=len(names), items=some(names))
            report.restored += [line(ref, source=source, id=name) for name in names]
    for item in found.loosened:
        note(report, "repair-link", item=item.id, **where(ref))
    for item in found.left_out:
        note(report, "repair-left-out", item=item.id, **where(ref))
        report.lost.append(line(ref, item=item))
    for name, reason in found.unread:
        note(report, "repair-item-lost", item=name, reason=reason, **where(ref))
        report.lost.append(line(ref, id=name, reason=reason))
    if found.missing is not None:
        note(report, "repair-uncounted", count=found.missing, **where(ref))
        report.uncounted += found.missing
    if found.headless:
        note(report, "repair-head", **where(ref))
