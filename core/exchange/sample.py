"""The sample project: articles written for Citata, pre-annotated; what ``make demo`` and the Help menu open."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

from core.exchange.transfer import import_files
from core.preannotate.batch import Progress, preannotate
from core.preannotate.bulk import Proposer

if TYPE_CHECKING:
    from core.store import Project


def build_sample(path: Path, author: str, annotator: Proposer, progress: Progress | None = None) -> Project:
    """Make a project at ``path`` with the sample articles and their proposals; the caller closes it.

    Raises UserError where the file is there already or cannot be written.
    """
    from core.store import Project

    project = Project.create(path, author)
    with as_file(files("resources").joinpath("sample")) as folder:
        imported = import_files(project, sorted(folder.glob("*.txt")))
    preannotate(project, annotator, imported.articles, progress)
    return project
