"""Whom a noun for people of a country or town means: the one person whom the article has called by that place."""

from __future__ import annotations

from collections.abc import Sequence

from core.model import ActorKind
from core.preannotate.actors.cast import Candidate
from core.preannotate.analysis.analysis import Analysis
from core.preannotate.analysis.lexicon import table
from core.preannotate.speakers.bodies import body_meant
from core.preannotate.speakers.mentions import Kind, View
from core.preannotate.speakers.placed_bodies import placed_body


def countryman(view: View, near: Sequence[Candidate], spoken: Sequence[Candidate]) -> Candidate | None:
    """Return who is meant by ``кениец`` alone, after ``кенийский бегун Самсон Киптоо``, or has spoken without a name
    (``турист из Кении``); None where several may be."""
    place = table("demonyms").get(view.lemma) if view.kind is Kind.DESCRIPTION else None
    if place is None or view.gender == "p" or view.words or view.inside:
        return None
    called = {view.lemma, *place.split()}
    found = [c for c in near if c.kind is ActorKind.PERSON and called & c.titles.keys() and c.before(view.start)]
    unnamed = (c for c in spoken if c.kind is ActorKind.UNNAMED and called & c.titles.keys() and c.head != view.lemma)
    found = [c for c in found or unnamed if not c.gender or c.gender == view.gender]
    return found[0] if len(found) == 1 else None


def one_meant(
    analysis: Analysis, view: View, near: Sequence[Candidate], spoken: Sequence[Candidate]
) -> Candidate | None:
    """Return the one organisation of its sort, or the one person of a place, that a description points back to."""
    return countryman(view, near, spoken) or body_meant(analysis, view, near) or placed_body(analysis, view, near)
