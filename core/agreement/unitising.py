"""Krippendorff's alpha for unitising: do annotators mark the same spans of a text, and call them the same?

The continuum of an article is its text in code points; a unit is a marked span, a category its form or label. Units
of one annotator and category must not overlap: those that do (a direct quotation inside a direct one) are joined first.
"""

from __future__ import annotations

import bisect
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from core.model import Range
from core.model.ranges import union


class Disagreement(NamedTuple):
    """Observed and expected disagreement of one category in one continuum, in squared code points.

    They are Krippendorff's D_oc and D_ec times L squared, so that those of several continua add up.
    """

    observed: float
    expected: float


def unitising_alpha(parts: Sequence[Disagreement]) -> float | None:
    """Return alpha_U over categories and continua: 1 - sum D_o / sum D_e; None where nothing is expected.

    Source: K. Krippendorff, Content Analysis (2nd ed. 2004, pp. 251-256; 3rd ed. 2013, section 12.4).
    """
    expected = sum(part.expected for part in parts)
    return None if expected <= 0 else 1 - sum(part.observed for part in parts) / expected


def disagreement(annotators: Sequence[Sequence[Range]], length: int) -> Disagreement:
    """Return the disagreement of one category: the units of each annotator in a continuum of ``length`` code points.

    Observed: sum over pairs of annotators and of their units g, h of delta squared,
    ``(b_g - b_h)^2 + (e_g - e_h)^2`` where units overlap, ``l_g^2`` where a unit lies wholly in the other's gap;
    twice (both ways round), divided by m(m-1).
    Expected: see ``_expected``. Source as above, formulas for delta, D_oc and D_ec.
    """
    units = [union(mine) for mine in annotators]
    count = len(units)
    observed = 2 * sum(_between(one, other) for one, other in combinations(units, 2))
    return Disagreement(observed / (count * (count - 1)), _expected(units, length))


def _between(one: Sequence[Range], other: Sequence[Range]) -> float:
    """Return the sum of delta squared over two annotators' units, each list sorted and disjoint."""
    total = 0
    met: set[int] = set()
    at = 0
    for start, end in one:
        while at < len(other) and other[at].end <= start:
            at += 1
        ahead, alone = at, True
        while ahead < len(other) and other[ahead].start < end:
            total += (start - other[ahead].start) ** 2 + (end - other[ahead].end) ** 2
            met.add(ahead)
            ahead, alone = ahead + 1, False
        total += (end - start) ** 2 if alone else 0
    return total + sum((end - start) ** 2 for at, (start, end) in enumerate(other) if at not in met)


def _expected(units: Sequence[Sequence[Range]], length: int) -> float:
    """Return D_ec times L squared: the mean disagreement of all ways to lay all units on the continuum.

    D_ec = 2/L * sum_units [ (N_c - 1)/3 * (2l^3 - 3l^2 + l) + l^2 * sum_{gaps h, l_h >= l} (l_h - l + 1) ]
           / ( mL(mL - 1) - sum_units l(l - 1) )
    with N_c the units and h the gaps of all annotators.
    """
    lengths = [end - start for mine in units for start, end in mine]
    gaps = sorted(gap for mine in units for gap in _gaps(mine, length))
    above = [0]
    for gap in reversed(gaps):
        above.append(above[-1] + gap)
    total = 0.0
    for size in lengths:
        longer = len(gaps) - bisect.bisect_left(gaps, size)
        room = above[longer] - longer * (size - 1)
        total += (len(lengths) - 1) / 3 * (2 * size**3 - 3 * size**2 + size) + size**2 * room
    slots = len(units) * length
    ways = slots * (slots - 1) - sum(size * (size - 1) for size in lengths)
    return 0.0 if ways <= 0 else 2 / length * total / ways * length**2


def _gaps(units: Sequence[Range], length: int) -> list[int]:
    """Return the lengths of what lies between the units and around them, nought where nothing does."""
    edges = [0, *(edge for unit in units for edge in unit), length]
    return [end - start for start, end in zip(edges[::2], edges[1::2], strict=True)]


def by_category(annotators: Sequence[Mapping[str, Sequence[Range]]], length: int) -> dict[str, Disagreement]:
    """Return the disagreement of every category that any annotator used."""
    categories = dict.fromkeys(category for mine in annotators for category in mine)
    return {category: disagreement([mine.get(category, ()) for mine in annotators], length) for category in categories}
