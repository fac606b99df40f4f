"""The state of reviewing in a project that needs its layers read: agreement by article, and who may see which layer."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from core.model import GOLD, Status, is_machine, is_person
from core.model.scope import within
from core.review.workflow import POLICY, ArticleState, may_see, read_policy
from core.store import Project, Reviews

WHO_SAID_WHAT = ("quotations", "end2end", "f1")
"""The measure that orders the review queue: F1 of quotations that overlap and name the same source."""


def agreement_by_article(project: Project, articles: Iterable[ArticleState]) -> dict[str, float | None]:
    """Return the agreement of the annotators of each article, within what is annotated in the project.

    None where fewer than two have a layer.
    """
    from core.agreement import at_path, count_pair, measures, total  # NumPy: not for those who only ask who may look

    out: dict[str, float | None] = {}
    scope = project.scope()
    for state in articles:
        layers = [project.layer(state.article, name) for name in state.annotators]
        there = [within(layer, scope) for layer in layers if layer is not None]
        tallies = [count_pair(one, other) for one, other in combinations(there, 2)]
        out[state.article] = at_path(measures(total(tallies)), WHO_SAID_WHAT) if tallies else None
    return out


def may_look(project: Project, article: str, viewer: str, owner: str) -> bool:
    """Tell whether ``viewer`` may see the layer of ``owner`` in an article, by the rules of the project."""
    own = next((state.status for state in Reviews(project).states(article) if state.annotator == viewer), Status.NEW)
    return may_see(viewer, owner, read_policy(project.value(POLICY)), own)


def layers_to_see(project: Project, article: str, viewer: str) -> list[str]:
    """Return whose layers of an article ``viewer`` may look at: those of other people, the proposals, the adjudicated.

    One's own is not among them.
    """
    there = [name for name in project.layers_of(article) if name != viewer]
    people = [name for name in there if is_person(name)]
    ordered = [*people, *(name for name in there if is_machine(name)), *(name for name in there if name == GOLD)]
    return [name for name in ordered if may_look(project, article, viewer, name)]
