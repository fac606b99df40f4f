"""Who is left out where a description says that somebody holds an office still, or no longer."""

from __future__ import annotations

from collections.abc import Sequence

from core.model import ActorKind
from core.preannotate.actors.cast import Candidate
from core.preannotate.speakers.mentions import Kind, View

FORMER = ("бывш", "экс-")
"""How words begin that say that somebody is something no longer."""
PRESENT = ("действующ", "нынешн")
"""How words begin that say that he is so still."""


def others_by_time(candidates: Sequence[Candidate], view: View, paragraph: int) -> list[Candidate]:
    """Return who holds an office still where somebody speaks who held it (``экс-мэр``, where one named is a former
    mayor), and the former one where the ``действующий`` does."""
    if view.kind is not Kind.DESCRIPTION or view.gender == "p":
        return []
    told = [t.lower for t in view.tokens]
    former = any(word.startswith(FORMER) for word in told)
    if not former and not any(word.startswith(PRESENT) for word in told):
        return []
    persons = [c for c in candidates if c.kind is ActorKind.PERSON]
    left = [c for c in persons if any(t.startswith(FORMER) for t in c.titles)]
    if not former:
        return left
    alike = any(t.removeprefix("экс-") == view.lemma for c in left for t in c.titles)
    return [c for c in persons if c not in left] if alike else []
