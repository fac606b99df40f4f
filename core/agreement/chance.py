"""Chance-corrected agreement on categories: Cohen's kappa and Krippendorff's alpha, from counts of pairs of values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import permutations
from typing import TypeAlias

Confusion: TypeAlias = Mapping[tuple[str, str], float]
"""How often the first annotator said one thing where the second said the other."""
Coincidences: TypeAlias = Mapping[tuple[str, str], float]
"""Krippendorff's coincidence matrix: pairable values, each pair both ways round; symmetric."""


def cohen_kappa(confusion: Confusion) -> float | None:
    """Return Cohen's kappa of two annotators; None where nothing was compared or chance alone explains everything.

    kappa = (p_o - p_e) / (1 - p_e), p_e from both annotators' own marginals.
    Source: J. Cohen, A coefficient of agreement for nominal scales, Educ. and Psychological Measurement 20 (1960).
    """
    total = sum(confusion.values())
    if not total:
        return None
    labels = {label for pair in confusion for label in pair}
    rows = {label: sum(n for (a, _), n in confusion.items() if a == label) / total for label in labels}
    columns = {label: sum(n for (_, b), n in confusion.items() if b == label) / total for label in labels}
    observed = sum(n for (a, b), n in confusion.items() if a == b) / total
    expected = sum(rows[label] * columns[label] for label in labels)
    return None if expected >= 1 else (observed - expected) / (1 - expected)


def nominal_alpha(coincidences: Coincidences) -> float | None:
    """Return Krippendorff's alpha for nominal data; None where fewer than two categories occur.

    alpha = 1 - (n - 1) * sum_{c != k} o_ck / sum_{c != k} n_c n_k, with n_c the row sums of the coincidence matrix.
    Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), C; Content Analysis (2004), 11.3.
    """
    sums: dict[str, float] = {}
    observed = 0.0
    for (a, b), count in coincidences.items():
        sums[a] = sums.get(a, 0.0) + count
        if a != b:
            observed += count
    n = sum(sums.values())
    expected = n * n - sum(count * count for count in sums.values())
    return None if expected <= 0 else 1 - (n - 1) * observed / expected


def coincidences(units: Iterable[Sequence[str | None]]) -> dict[tuple[str, str], float]:
    """Return the coincidence matrix of ``units``: what each annotator said of a unit, None where one said nothing.

    A unit with m values gives each of its m(m-1) ordered pairs the weight 1 / (m - 1); a single value pairs with none.
    """
    out: dict[tuple[str, str], float] = {}
    for unit in units:
        values = [value for value in unit if value is not None]
        for pair in permutations(values, 2):
            out[pair] = out.get(pair, 0.0) + 1 / (len(values) - 1)
    return out
