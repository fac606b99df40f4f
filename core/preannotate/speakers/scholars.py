"""The group that a noun for scholars points back to: учёные, авторы работы, of researchers who were introduced."""

from __future__ import annotations

from collections.abc import Sequence

from core.preannotate.actors.cast import Candidate
from core.preannotate.speakers.candidates import Subjects
from core.preannotate.speakers.mentions import Kind, View, classes_of

POINTING = frozenset(("ученый", "исследователь", "автор", "специалист"))
"""Nouns that, bare, mean the group of whose work the article tells."""
WORKS = frozenset(
    ("исследование", "работа", "статья", "доклад", "обзор", "публикация", "отчет", "опрос", "открытие", "научный")
)
HEADLINE = 2
"""Sentences that a headline may have."""
SCHOLARS = frozenset(("scholar", "expert", "doctor"))


def points_to_scholars(view: View) -> bool:
    """Tell whether a mention is a bare plural noun for scholars, or for the authors of a work."""
    bare = view.kind is Kind.DESCRIPTION and view.gender == "p" and not view.inside
    return bare and view.lemma in POINTING and view.words <= WORKS


def scholars_meant(view: View, here: int, spoken: Sequence[Candidate], nouns: Subjects) -> Candidate | None:
    """Return the one group of scholars that is introduced by what it is of; after a headline where none is before.

    ``here``: the number of the mention's sentence; ``spoken``: the sources before that are only described.
    """
    if not points_to_scholars(view):
        return None
    ahead = (c for number in range(here + 1, here + 3) for c in nouns.of(number)) if here < HEADLINE else ()
    for some in ([*spoken, *nouns.near(here)], ahead):
        found = dict.fromkeys(c for c in some if _is_group(c, view))
        if found:
            return next(iter(found)) if len(found) == 1 else None
    return None


def _is_group(candidate: Candidate, view: View) -> bool:
    if candidate.gender != "p" or not candidate.head or not candidate.mentions:
        return False
    scholars = candidate.head in POINTING or bool(classes_of(candidate.head) & SCHOLARS)
    own = any(m.start <= view.start < m.end for m in candidate.mentions)
    told = not frozenset(candidate.titles) <= WORKS | {candidate.head}
    return scholars and told and not own
