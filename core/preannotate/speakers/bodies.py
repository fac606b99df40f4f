"""The organisation that a noun for bodies of its sort points back to: компания, ведомство, кредитная организация."""

from __future__ import annotations

from collections.abc import Sequence

from core.preannotate.actors.bodies import sorts_of_noun, the_one
from core.preannotate.actors.cast import Candidate
from core.preannotate.analysis.analysis import Analysis
from core.preannotate.speakers.context import is_bare
from core.preannotate.speakers.mentions import Kind, View


def wanted_sorts(view: View) -> frozenset[str]:
    """Return the sorts of bodies that a description points back to; empty where it is no such noun, or says which."""
    if view.kind is not Kind.DESCRIPTION or view.gender == "p" or view.inside:
        return frozenset()
    sorts = sorts_of_noun(view.lemma, view.words)
    narrowed = sorts != sorts_of_noun(view.lemma)
    return sorts if sorts and (narrowed or is_bare(view)) else frozenset()


def body_meant(analysis: Analysis, view: View, named: Sequence[Candidate]) -> Candidate | None:
    """Return the organisation that a description points back to by its sort; None where it does not, or to several."""
    wanted = wanted_sorts(view)
    return the_one(analysis, view.start, wanted, named) if wanted else None
