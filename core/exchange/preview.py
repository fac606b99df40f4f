"""Look at what an export would write before it is written: counts, losses, the parts of a split, a sample."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from core.exchange.selection import Split, Unsettled, Wanted, is_refused, unsettled, wanted_records
from core.exchange.transfer import Progress, reported
from core.formats import format_named
from core.formats.base import Options, Record
from core.model import Entity, State
from core.temporary import private_folder

if TYPE_CHECKING:
    from core.store import Project


@dataclass
class Preview:
    """What an export would write: counts by kind over all of it, what would be lost, and the first articles' text."""

    articles: int
    counts: list[tuple[str, int]]
    lost: list[tuple[str, int]]
    sample: str
    unsettled: Unsettled
    """What nobody has settled: to be shown first."""
    refused: bool = False
    """Whether the export is refused unless ``Options.unsettled`` asks for what nobody has settled."""
    parts: list[tuple[str, int]] = field(default_factory=list)
    """Articles in each part of a split."""


SAMPLE = 6_000
"""Characters of a preview's sample."""


def preview_export(
    project: Project,
    *,
    format: str = "jsonl",
    wanted: Wanted | None = None,
    options: Options | None = None,
    split: Split | None = None,
    limit: int | None = None,
    progress: Progress | None = None,
) -> Preview:
    """Return what ``export_project`` would write, written nowhere but to a temporary folder.

    ``limit``: look at so many layers only. ``progress`` that returns ``False`` raises UserError ``stopped``.
    """
    row, wanted = format_named(format), wanted or Wanted()
    chosen = replace(options or Options(), schema=project.schema)
    counts: Counter[str] = Counter()
    ids: set[str] = set()

    def counted() -> Iterator[Record]:
        for record in itertools.islice(wanted_records(project, wanted), limit):
            ids.add(record.article.id)
            counts[f"layer {record.layer.annotator}"] += 1
            counts.update(
                item.label if isinstance(item, Entity) else item.form.value
                for item in record.layer.annotations()
                if item.state is not State.REJECTED
            )
            yield record

    with private_folder() as made:
        out = made / f"preview{row.suffixes[0] if not row.folder else ''}"
        summary = row.write(out, reported(counted(), progress), chosen)
        drawn = Counter(split.assign(ids).values()) if split is not None else Counter()
        parts = [(name, drawn[name]) for name, _ in split.shares] if split is not None else []
        open_ = unsettled(project, wanted)
        refused = limit is None and is_refused(project, row, wanted)
        return Preview(summary.articles, counts.most_common(), summary.lines(), _sample(out), open_, refused, parts)


def _sample(out: Path) -> str:
    """Return the beginning of the first file that a person can read; empty where there is none."""
    files = [path for path in sorted(out.rglob("*")) if path.is_file()] if out.is_dir() else [out]
    for path in files:
        with path.open("rb") as file:
            start = file.read(4 * SAMPLE)
        if start and b"\x00" not in start and not path.name.startswith("."):
            return start.decode("utf-8", "ignore").removeprefix("\ufeff")[:SAMPLE]
    return ""
