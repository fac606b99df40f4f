"""Try a merge on a private copy of the project, to say what it would bring before anything is changed."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from core.store.conflicts import OpenConflict
from core.store.merging import MergeReport, are_related, merge_copy, open_conflicts
from core.store.project import Project
from core.temporary import private_folder


class Trial(NamedTuple):
    """What a merge would do, and the conflicts it would leave; by id the titles of its articles, texts of those."""

    report: MergeReport
    conflicts: list[OpenConflict]
    titles: dict[str, str]
    texts: dict[str, str]
    related: bool
    """Whether the other project is a copy of this one at all (``core.store.merging.are_related``)."""


def try_merge(project: Project, path: Path) -> Trial:
    """Merge the project at ``path`` into a copy of ``project`` that goes away again; ``project`` stays as it is.

    Raises what ``merge_copy`` and ``Project.save_copy`` raise.
    """
    with private_folder() as folder:
        copy = folder / project.path.name
        project.save_copy(copy)
        with Project.open(copy, project.author) as trial:
            related = are_related(trial, path)
            waiting = {one.id for one in open_conflicts(trial)}
            report = merge_copy(trial, path)
            found = [one for one in open_conflicts(trial) if one.id not in waiting]
            affected = {*report.articles, *(article for article, _ in report.refused)}
            affected |= {article for article, _ in (*report.layers, *report.forwarded, *report.merged)}
            affected |= {*report.details, *report.removed, *report.kept, *(name for name, _ in report.kept_details)}
            titles = {article: trial.article(article, removed=True).title or article for article in affected}
            texts = {one.article: trial.article(one.article).text for one in found}
        return Trial(report, found, titles, texts, related)
