"""A name on its way through the rules, and what several of them ask about it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from core.preannotate.names.inflection import PERSONAL, grammemes


class Span(NamedTuple):
    """A name: its span in the text, label, the rule that gave it."""

    start: int
    end: int
    label: str
    rule: str


def covered(spans: Iterable[Span]) -> set[int]:
    """Return the offsets that lie in one of the spans."""
    return set().union(*(range(s.start, s.end) for s in spans))


def is_place(word: str) -> bool:
    """Tell whether the dictionary knows a word as a place, not as part of a person's name or an organisation (МГУ)."""
    known = grammemes(word)
    return "Geox" in known and not known & PERSONAL and "Orgn" not in known
