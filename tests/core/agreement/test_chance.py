"""Kappa and alpha against scikit-learn, the krippendorff package and published figures."""

from __future__ import annotations

from collections import Counter

import krippendorff
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score

from core.agreement.chance import cohen_kappa, coincidences, nominal_alpha

LABELS = ["direct", "indirect", "mixed"]
label = st.sampled_from(LABELS)
codings = st.lists(st.tuples(label, label), min_size=2, max_size=40)
sheets = st.lists(st.tuples(*[st.none() | label] * 4), min_size=2, max_size=20)


@given(codings)
def test_kappa_is_scikit_learns(pairs: list[tuple[str, str]]) -> None:
    ours = cohen_kappa(Counter(pairs))
    one, other = [a for a, _ in pairs], [b for _, b in pairs]
    if len({*one, *other}) == 1:
        assert ours is None  # chance explains it all; scikit-learn divides nought by nought
    else:
        assert ours == pytest.approx(cohen_kappa_score(one, other, labels=LABELS), abs=1e-9)


@given(sheets)
def test_alpha_is_the_krippendorff_packages_with_any_number_of_annotators_and_gaps(
    units: list[tuple[str | None, ...]],
) -> None:
    pairable = {value for unit in units if sum(v is not None for v in unit) > 1 for value in unit if value is not None}
    ours = nominal_alpha(coincidences(units))
    if len(pairable) < 2:
        assert ours is None
        return
    data = np.array([[np.nan if v is None else LABELS.index(v) for v in unit] for unit in units]).T
    theirs = krippendorff.alpha(
        reliability_data=data, level_of_measurement="nominal", value_domain=list(range(len(LABELS)))
    )
    assert ours == pytest.approx(theirs, abs=1e-9)


def test_alpha_of_the_published_example() -> None:
    """Krippendorff (2011), section C: four observers, twelve units, gaps: alpha = 0.743."""
    observers = [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
        [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
    ]
    units = [[None if value is None else str(value) for value in unit] for unit in zip(*observers, strict=True)]
    assert nominal_alpha(coincidences(units)) == pytest.approx(0.743, abs=0.0005)


def test_kappa_by_hand() -> None:
    """25 of 30 agree; marginals 18/12 and 17/13: p_e = (18 * 17 + 12 * 13) / 900."""
    confusion = {("direct", "direct"): 15, ("direct", "mixed"): 3, ("mixed", "direct"): 2, ("mixed", "mixed"): 10}
    expected = (18 * 17 + 12 * 13) / 900
    assert cohen_kappa(confusion) == pytest.approx((25 / 30 - expected) / (1 - expected))


def test_nothing_compared_is_no_agreement() -> None:
    assert cohen_kappa({}) is None
    assert nominal_alpha({}) is None
    assert nominal_alpha({("direct", "direct"): 4}) is None
