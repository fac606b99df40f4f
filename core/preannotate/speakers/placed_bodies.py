"""The organisation that a noun for bodies with a place or field points back to: датское ведомство, газовый холдинг.

A body has a place by its name (МИД Франции) or by what the article calls it (шведский концерн Nordvik).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from core.preannotate.actors.bodies import (
    in_marks_or_latin,
    is_named_body,
    may_be_said_of,
    narrows,
    sorts_of,
    sorts_of_noun,
    the_one,
)
from core.preannotate.actors.cast import Candidate
from core.preannotate.actors.concepts import is_country
from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import Analysis
from core.preannotate.analysis.lexicon import table
from core.preannotate.entities.grammar import place_of_adjective
from core.preannotate.names.inflection import folded
from core.preannotate.names.names import WORD
from core.preannotate.speakers.mentions import UNTELLING, Kind, View

HOME = "россия"
SHORTEST = 3
"""Letters of the shortest beginning of an adjective that a name may hold (``газовый``: Газпром)."""
ENDING = 4
"""Letters of an adjective that a name made of the same stem has not."""


def placed_body(analysis: Analysis, view: View, named: Sequence[Candidate]) -> Candidate | None:
    """Return the organisation that a description with a place or a field points back to; None: none, or several."""
    if view.gender == "p" or view.head is None or not _is_general(view):
        return None
    sorts = sorts_of_noun(view.lemma, view.words)
    words = {w for w in view.words if w not in UNTELLING and not w.endswith("летний")}
    fields = {w for w in words if narrows(w, view.lemma)}
    places = frozenset(w for w in words if is_country(w))
    other = words - fields - places
    if not sorts or not words or (other and places):
        return None
    others = [c for c in named if c not in view.named and is_named_body(c)]
    bodies = [c for c in others if c.before(view.start) is not None and may_be_said_of(sorts, c)]
    bodies = [c for c in bodies if fields & _concepts_of(c)] or bodies
    if places:
        return _of_place(analysis, view, places, sorts, bodies)
    held = [c for c in bodies if any(_is_held(word, c.name) for word in other)]
    if len(held) == 1:
        return held[0]
    return bodies[0] if len(bodies) == 1 and _is_near(analysis, view, bodies[0], sorts) else None


def _is_near(analysis: Analysis, view: View, body: Candidate, sorts: frozenset[str]) -> bool:
    """Tell whether a body of a known sort was named in the paragraph of a description or the one before."""
    last, here = body.before(view.start), analysis.sentence_at(view.start)
    near = last is not None and here is not None and here.paragraph - last.paragraph <= 1
    return near and bool(sorts_of(body) & sorts)


def _concepts_of(body: Candidate) -> frozenset[str]:
    """Return what the words of an organisation's names mean (Минобороны: оборона)."""
    words = {folded(word) for mention in body.around(0)[:5] for word in mention.words}
    return frozenset(table("concepts").get(word, "") for word in words)


def _is_general(view: View) -> bool:
    """Tell whether a mention is a description, or a name that is only a place and a noun (``Датский суд``)."""
    if view.kind is Kind.DESCRIPTION:
        return not view.inside
    if view.kind is not Kind.ORGANISATION or view.head is None:
        return False
    rest = [t for t in view.tokens if t is not view.head]
    return bool(rest) and all(t.pos == "ADJ" for t in rest) and all(map(is_country, view.words))


def _of_place(
    analysis: Analysis, view: View, places: frozenset[str], sorts: frozenset[str], bodies: list[Candidate]
) -> Candidate | None:
    """Return the body of a place; where none is known to be of one, the only one that may be of it."""
    there = [c for c in bodies if places & places_of(c)]
    if there:
        return the_one(analysis, view.start, sorts, there)
    unknown = [c for c in bodies if not places_of(c) and sorts_of(c) & sorts]
    if len(unknown) != 1 or len(bodies) != 1:
        return None
    latin = any("a" <= letter <= "z" for letter in unknown[0].name.casefold())
    return unknown[0] if in_marks_or_latin(unknown[0]) and latin == (HOME not in places) else None


def places_of(candidate: Candidate) -> frozenset[str]:
    """Return the places that an organisation is said to be of, by its names and by what it is called."""
    words = {word for mention in candidate.around(0)[:5] for word in mention.words}
    found = {place for word in words if (place := _place(word))}
    return frozenset(found).union(word for word in candidate.titles if is_country(word))


@lru_cache(maxsize=20_000)
def _place(word: str) -> str:
    """Return the place that a word of a name is, or is made from, as a concept; '' for other words."""
    if not word[:1].isalpha():
        return ""
    lemma = folded(models.lemma(word.lower(), "NOUN"))
    known = table("concepts").get(folded(word)) or table("concepts").get(lemma) or place_of_adjective(word)
    known = known or (lemma if word[:1].isupper() else "")
    return known if is_country(known) else ""


@lru_cache(maxsize=20_000)
def _is_held(adjective: str, name: str) -> bool:
    """Tell whether a name is made of what an adjective is (``газовый``: Газпром)."""
    stem = folded(adjective)[: max(len(adjective) - ENDING, SHORTEST)]
    return any(stem in folded(word) for word in WORD.findall(name))
