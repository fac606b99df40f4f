"""How sure a proposal's fields are, each on its own: what the pre-annotation says in ``extra["scores"]``."""

from __future__ import annotations

from core.model.scope import Scope
from core.model.values import Annotation, Quotation, State

SCORED = ("content", "cue", "speaker")
"""The fields of a quotation that have a score of their own, in their order."""
DOUBTFUL = 0.8
"""A speaker below this score is in doubt."""


def field_scores(item: Annotation) -> dict[str, float]:
    """Return the scores of an item's fields by name, 0–1; empty where it has none, or none that are numbers."""
    given = item.extra.get("scores")
    return {
        str(name): float(value)
        for name, value in (given.items() if isinstance(given, dict) else ())
        if isinstance(value, int | float) and not isinstance(value, bool)
    }


def proposed_scores(item: Annotation) -> dict[str, float]:
    """Return the scores of the fields of a proposal; empty once a person has settled or changed it."""
    return field_scores(item) if item.state is State.AUTO else {}


def in_doubt(item: Annotation, scope: Scope) -> bool:
    """Tell whether an item is a proposed quotation of the scope whose speaker is in doubt."""
    if not isinstance(item, Quotation) or not scope.covers(item):
        return False
    return proposed_scores(item).get("speaker", 1.0) < DOUBTFUL
