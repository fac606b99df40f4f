"""Whom a noun for people of a country or town means: the one person whom the article has called by that place."""

from __future__ import annotations

from collections.abc import Sequence

from core.model import ActorKind
from core.preannotate.actors.cast import Candidate
from core.preannotate.analysis.analysis import Analysis
from core.preannotate.analysis.lexicon import table
from core.preannotate.entities.grammar import place_of_adjective
from core.preannotate.speakers.bodies import body_meant
from core.preannotate.speakers.mentions import Kind, View
from core.preannotate.speakers.placed_bodies import placed_body

COLLEAGUES = frozenset(("коллега", "визави"))
"""Nouns for who holds the same office elsewhere."""


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


def colleague(view: View, near: Sequence[Candidate]) -> Candidate | None:
    """Return who is meant by ``его немецкий коллега``, after ``канцлер Германии Ганс Вебер``; None where several may
    be."""
    if view.kind is not Kind.DESCRIPTION or view.gender == "p" or not any(t.lemma in COLLEAGUES for t in view.tokens):
        return None
    places = {place for t in view.tokens if t.pos == "ADJ" and (place := place_of_adjective(t.text))}
    found = [c for c in near if c.kind is ActorKind.PERSON and places & c.titles.keys() and c.before(view.start)]
    return found[0] if len(found) == 1 and found[0].gender in ("", view.gender) else None


def one_meant(
    analysis: Analysis, view: View, near: Sequence[Candidate], spoken: Sequence[Candidate]
) -> Candidate | None:
    """Return the one organisation of its sort, or the one person of a place, that a description points back to."""
    person = countryman(view, near, spoken) or colleague(view, near)
    return person or body_meant(analysis, view, near) or placed_body(analysis, view, near)
