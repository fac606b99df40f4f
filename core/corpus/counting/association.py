"""How two things go together: by what is counted of each, of both, and of everything."""

from __future__ import annotations

import math


def expected(first: int, second: int, every: int) -> float:
    """Return how often both would meet by chance."""
    return first * second / every if every else 0.0


def log_likelihood(both: int, first: int, second: int, every: int) -> float:
    """Return G², below 0 where they meet less often than by chance; 3.84 is p < 0.05, 10.83 is p < 0.001.

    Source: T. Dunning, Accurate Methods for the Statistics of Surprise and Coincidence, Computational Linguistics 19
    (1993), 61-74: 2 Σ O ln (O / E) over the table of two by two.
    """
    seen = (both, first - both, second - both, every - first - second + both)
    margins = ((first, second), (first, every - second), (every - first, second), (every - first, every - second))
    terms = (
        count * math.log(count / (row * column / every))
        for count, (row, column) in zip(seen, margins, strict=True)
        if count > 0 and row > 0 and column > 0
    )
    found = max(0.0, 2 * sum(terms))
    return found if both >= expected(first, second, every) else -found


def log_dice(both: int, first: int, second: int) -> float:
    """Return log Dice: 14 where neither is without the other, one less where they meet half as often.

    Source: P. Rychlý, A Lexicographer-Friendly Association Score, RASLAN (2008), 6-9:
    14 + log₂ (2 f(xy) / (f(x) + f(y))).
    """
    return 14 + math.log2(2 * both / (first + second)) if both else -math.inf
