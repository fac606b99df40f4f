"""Pre-annotate the articles of a project: the ``auto`` layer filled by one edit an article, on the one data path."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple, Protocol

from core.errors import UserError
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


class Outcome(NamedTuple):
    """The ids of the articles whose proposals are in the project, and why others have none."""

    filled: tuple[str, ...]
    failed: tuple[UserError, ...]


def without_proposals(project: Project) -> list[str]:
    """Return the ids of the articles that have no ``auto`` layer yet, in the project's order."""
    return [row.id for row in project.article_rows(AUTO) if AUTO not in project.layers_of(row.id)]


def preannotate(
    project: Project, annotator: Proposer, article_ids: Iterable[str], progress: Progress | None = None
) -> Outcome:
    """Fill the ``auto`` layers of articles, each in a transaction of its own; return which were filled.

    An article on which the rules fail stays as it was and is reported; the others are done. An article that has
    proposals gets new ones, by an edit that the log keeps; layers that people began are left alone. Cancelled and
    taken up again, what was done stays done.
    """
    filled: list[str] = []
    failed: list[UserError] = []
    for article_id in article_ids:
        try:
            _fill(project, annotator, article_id)
            filled.append(article_id)
        except UserError as error:
            if error.code != "annotate-failed":
                raise
            failed.append(error)
        if progress is not None and progress(len(filled) + len(failed), article_id) is False:
            break
    return Outcome(tuple(filled), tuple(failed))


def _fill(project: Project, annotator: Proposer, article_id: str) -> None:
    proposed = annotator.annotate(project.article(article_id))
    before = project.working_layer(article_id, AUTO)
    edit = fill(before, proposed.everything(), "pre-annotate")
    if edit:
        project.commit(before, edit)
