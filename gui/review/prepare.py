"""The parts of a review that look at whole layers: comparing them, finding what is open, or open again."""

from __future__ import annotations

from collections.abc import Sequence

from core.comparing.compare import Match, compare
from core.model import Annotation
from core.model.layer import Edit, Layer
from core.model.scope import within
from core.review.adjudicate import Adjudication
from core.review.decisions import decision_of
from core.review.resolving import key_of
from core.store import Project


def begin(project: Project, names: Sequence[str], into: Layer) -> Adjudication | None:
    """Return the comparison of the layers of ``names`` beside the adjudicated one; None where nobody has a layer.

    Where no person has one it is the pre-annotation that is reviewed.
    """
    article = into.article.id
    scope = project.scope()
    found = [project.layer(article, name) for name in names]
    layers = [within(one, scope) for one in found if one is not None]
    if not layers and (auto := project.layer(article, project.proposals_shown(article))) is not None:
        layers = [auto]
    return ready(Adjudication(compare(layers), into)) if layers else None


def ready(now: Adjudication) -> Adjudication:
    """Return an adjudication that knows what is open and what can be taken over, so that nobody waits for it later."""
    assert isinstance(now.open, list)
    assert isinstance(now.not_taken, list)
    return now


def reopened(now: Adjudication, edit: Edit) -> Match | None:
    """Return the difference that a decision was about which ``edit`` has taken back."""
    sources = {
        (source.annotator, source.id)
        for item in edit.removed
        if isinstance(item, Annotation) and (decision := decision_of(item)) is not None
        for source in decision.of
    }
    names = now.comparison.annotators
    for match in now.open:
        at, item_id = key_of(match)
        if (names[at], item_id) in sources:
            return match
    return None
