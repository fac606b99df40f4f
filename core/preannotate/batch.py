"""Pre-annotate the articles of a project: a proposer's layer filled by one edit an article, on the one data path."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from core.errors import UserError
from core.model import AUTO
from core.model.edits import fill
from core.model.layer import Layer
from core.preannotate.bulk import Many, Proposer, as_many

if TYPE_CHECKING:
    from core.store import Project

Progress = Callable[[int, str], bool | None]
"""Called after every article with their number so far and its id; ``False`` back cancels."""


class Filled(NamedTuple):
    """The ids of the articles whose proposals are in the project, and why others have none."""

    filled: tuple[str, ...]
    failed: tuple[UserError, ...]


def without_proposals(project: Project, proposer: str = AUTO) -> list[str]:
    """Return the ids of the articles that have no layer of a proposer yet, in the project's order."""
    return [row.id for row in project.article_rows(AUTO) if proposer not in project.layers_of(row.id)]


def preannotate(
    project: Project, annotator: Proposer | Many, article_ids: Iterable[str], progress: Progress | None = None
) -> Filled:
    """Fill the layers ``auto`` of articles (or those of another proposer), each in a transaction of its own.

    Return which were filled.

    An article on which the rules fail stays as it was and is reported; the others are done. An article that has
    proposals gets new ones, by an edit that the log keeps; layers that people began are left alone. Cancelled and
    taken up again, what was done stays done. While several articles are worked on at once, ``progress`` is also called
    between them, so that a cancel is soon heard.
    """
    filled: list[str] = []
    failed: list[UserError] = []
    last = ""

    def going() -> bool:
        return progress is None or progress(len(filled) + len(failed), last) is not False

    with closing(as_many(annotator).each(map(project.article, article_ids), going)) as outcomes:
        for article, found in outcomes:
            last = article.id
            if isinstance(found, UserError):
                failed.append(found)
            else:
                _fill(project, found)
                filled.append(article.id)
            if not going():
                break
    return Filled(tuple(filled), tuple(failed))


def _fill(project: Project, proposed: Layer) -> None:
    before = project.working_layer(proposed.article.id, proposed.annotator)
    edit = fill(before, proposed.everything(), "pre-annotate")
    if edit:
        project.commit(before, edit)
