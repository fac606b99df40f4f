"""A choice that a shipped model made, open to a bounded correction: options, named facts of each, what was chosen.

Without a correction, and where a correction leaves two options alike, the shipped option stays.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from core.preannotate.names.inflection import folded
from core.preannotate.names.names import WORD

T = TypeVar("T")
Row = tuple[str, ...]
"""The names of the facts that hold of one option."""
SHIPPED = " shipped"
"""Ends the fact that an option is the shipped one: it tells how far the shipped model is right, no more."""
MARGIN = 0.7
"""Log odds by which another option must be ahead of the shipped one: a right proposal that is lost costs more than a
wrong one that stays. On articles that have nothing in common corrections do no harm from here on."""
BOUND = 3.0
"""The largest correction by one fact, in log odds."""


class Choice(NamedTuple, Generic[T]):
    """Options with the facts of each; ``base``: their log odds as shipped; ``shipped``: the index of the one chosen."""

    options: tuple[T, ...]
    rows: tuple[Row, ...]
    base: tuple[float, ...]
    shipped: int


def sums(choice: Choice[T], weights: Mapping[str, float]) -> list[float]:
    """Return the log odds of the options with a correction."""
    return [
        base + sum(weights.get(name, 0.0) for name in row) for base, row in zip(choice.base, choice.rows, strict=True)
    ]


def chosen(choice: Choice[T], weights: Mapping[str, float]) -> int:
    """Return the index of the option that is likeliest with a correction."""
    found = sums(choice, weights)
    return max(range(len(found)), key=lambda at: (found[at], at == choice.shipped))


def shares(found: Sequence[float]) -> list[float]:
    """Return the probabilities of options by their log odds; they sum to 1."""
    top = max(found)
    powers = [math.exp(one - top) for one in found]
    whole = sum(powers)
    return [one / whole for one in powers]


def reason(choice: Choice[T], weights: Mapping[str, float], at: int) -> str:
    """Return the fact that spoke most for an option beside the shipped one; of several the one that says most."""
    parts = [(weights.get(name, 0.0), name) for name in choice.rows[at]]
    parts += [(-weights.get(name, 0.0), name) for name in choice.rows[choice.shipped]]
    order = ((value <= 0 or name.endswith(SHIPPED), -value, -len(name.split()), name) for value, name in parts)
    return min(order)[-1]


def is_same(one: str | None, other: str | None) -> bool:
    """Tell whether two names are of one source: the words of one are among those of the other."""
    if one is None or other is None:
        return one is other
    mine, theirs = ({folded(word.group().lower()) for word in WORD.finditer(name)} for name in (one, other))
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)
