"""Pre-annotate the articles of a project: the ``auto`` layer filled by one edit an article, on the one data path."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Protocol

from core.model import AUTO, Article
from core.model.edits import fill
from core.model.layer import Layer

if TYPE_CHECKING:
    from core.store import Project

Progress = Callable[[int, str], bool | None]
"""Called after every article with their number so far and its id; ``False`` back cancels."""


class Proposer(Protocol):
    """What pre-annotates: ``core.preannotate.Annotator``."""

    def annotate(self, article: Article) -> Layer: ...


def without_proposals(project: Project) -> list[str]:
    """Return the ids of the articles that have no ``auto`` layer yet, in the project's order."""
    return [row.id for row in project.article_rows(AUTO) if AUTO not in project.layers_of(row.id)]


def preannotate(
    project: Project, annotator: Proposer, article_ids: Iterable[str], progress: Progress | None = None
) -> int:
    """Fill the ``auto`` layers of articles, each in a transaction of its own; return how many were filled.

    An article that has proposals gets new ones, by an edit that the log keeps; layers that people began are left alone.
    Cancelled and taken up again, what was done stays done.
    """
    done = 0
    for article_id in article_ids:
        proposed = annotator.annotate(project.article(article_id))
        before = project.working_layer(article_id, AUTO)
        edit = fill(before, proposed.everything(), "pre-annotate")
        if edit:
            project.commit(before, edit)
        done += 1
        if progress is not None and progress(done, article_id) is False:
            break
    return done
