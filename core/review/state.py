"""The state of reviewing in a project that needs its layers read: agreement article by article."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from core.agreement import at_path, count_pair, measures, total
from core.model.scope import within
from core.review.workflow import ArticleState
from core.store import Project

WHO_SAID_WHAT = ("quotations", "end2end", "f1")
"""The measure that orders the review queue: F1 of quotations that overlap and name the same source."""


def agreement_by_article(project: Project, articles: Iterable[ArticleState]) -> dict[str, float | None]:
    """Return the agreement of the annotators of each article, within what is annotated in the project.

    None where fewer than two have a layer.
    """
    out: dict[str, float | None] = {}
    scope = project.scope()
    for state in articles:
        layers = [project.layer(state.article, name) for name in state.annotators]
        there = [within(layer, scope) for layer in layers if layer is not None]
        tallies = [count_pair(one, other) for one, other in combinations(there, 2)]
        out[state.article] = at_path(measures(total(tallies)), WHO_SAID_WHAT) if tallies else None
    return out
