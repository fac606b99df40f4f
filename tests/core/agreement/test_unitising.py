"""Alpha for unitising against the worked examples of Krippendorff and against the formulas written out naively."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.agreement.unitising import Disagreement, by_category, disagreement, unitising_alpha
from core.model import Range
from core.model.ranges import union
from tests.acts import spans

LENGTH = 24
marked = st.lists(st.lists(spans(LENGTH), max_size=4).map(union), min_size=2, max_size=4)


def sections(units: tuple[Range, ...]) -> list[tuple[int, int, bool]]:
    """Units and gaps of one annotator in order: (begin, length, is it a unit)."""
    out, at = [], 0
    for start, end in units:
        if at < start:
            out.append((at, start - at, False))
        out.append((start, end - start, True))
        at = end
    return [*out, (at, LENGTH - at, False)] if at < LENGTH else out


def delta(one: tuple[int, int, bool], other: tuple[int, int, bool]) -> int:
    (b, n, unit), (c, m, other_unit) = one, other
    if unit and other_unit:
        return (b - c) ** 2 + (b + n - c - m) ** 2 if -n < b - c < m else 0
    if unit and not other_unit:
        return n**2 if m - n >= b - c >= 0 else 0
    if other_unit and not unit:
        return m**2 if m - n <= b - c <= 0 else 0
    return 0


def by_the_book(annotators: list[tuple[Range, ...]]) -> Disagreement:
    """Krippendorff's D_oc and D_ec as they are printed, times L squared."""
    every = [sections(units) for units in annotators]
    count = len(every)
    observed = sum(
        delta(g, h)
        for i, one in enumerate(every)
        for j, other in enumerate(every)
        if i != j
        for g in one
        for h in other
    )
    units = [length for mine in every for _, length, unit in mine if unit]
    gaps = [length for mine in every for _, length, unit in mine if not unit]
    top = sum(
        (len(units) - 1) / 3 * (2 * n**3 - 3 * n**2 + n) + n**2 * sum(gap - n + 1 for gap in gaps if gap >= n)
        for n in units
    )
    bottom = count * LENGTH * (count * LENGTH - 1) - sum(n * (n - 1) for n in units)
    return Disagreement(observed / (count * (count - 1)), 2 / LENGTH * top / bottom * LENGTH**2)


@settings(max_examples=300)
@given(marked)
def test_disagreement_is_what_the_formulas_say(annotators: list[tuple[Range, ...]]) -> None:
    ours, book = disagreement(annotators, LENGTH), by_the_book(annotators)
    assert ours.observed == pytest.approx(book.observed, abs=1e-9)
    assert ours.expected == pytest.approx(book.expected, abs=1e-9)


def test_the_example_of_content_analysis() -> None:
    """Content Analysis (2004), p. 254: D_oc = 0.0144, D_ec = 0.0532, alpha of c 0.7286, of k 1, of both 0.859."""
    first = {"c": [Range(75, 145), Range(220, 250)], "k": [Range(30, 90), Range(150, 200)]}
    second = {"c": [Range(70, 150), Range(205, 225), Range(250, 270)], "k": [Range(30, 90), Range(150, 200)]}
    found = by_category([first, second], 300)
    assert found["c"].observed / 300**2 == pytest.approx(0.0144, abs=0.00005)
    assert found["c"].expected / 300**2 == pytest.approx(0.0532, abs=0.00005)
    assert found["k"].expected / 300**2 == pytest.approx(0.0490, abs=0.00005)
    assert unitising_alpha([found["c"]]) == pytest.approx(0.7286, abs=0.00005)
    assert unitising_alpha([found["k"]]) == 1
    assert unitising_alpha(list(found.values())) == pytest.approx(0.859, abs=0.0005)


@pytest.mark.parametrize(
    ("first", "second", "observed"),
    [
        ([(2, 10), (14, 20)], [(4, 8), (15, 17)], 0.03125),
        ([(2, 8), (10, 12), (14, 18), (20, 22)], [(0, 2), (4, 8), (10, 14), (16, 18), (20, 22)], 0.02777),
        ([(0, 2), (2, 10), (10, 14), (14, 20), (20, 24)], [(0, 4), (4, 8), (8, 15), (15, 17), (17, 24)], 0.38715),
    ],
)
def test_observed_disagreement_of_the_examples_of_1995(
    first: list[tuple[int, int]], second: list[tuple[int, int]], observed: float
) -> None:
    """Krippendorff (1995), On the reliability of unitizing continuous data, p. 57: rows A, C and D."""
    units = [[Range(*one) for one in first], [Range(*one) for one in second]]
    assert disagreement(units, 24).observed / 24**2 == pytest.approx(observed, abs=0.00001)


def test_units_that_overlap_within_one_annotator_are_joined() -> None:
    apart = disagreement([[Range(0, 10), Range(5, 12)], [Range(0, 12)]], 30)
    assert apart.observed == 0


def test_nothing_marked_is_no_agreement() -> None:
    assert unitising_alpha([]) is None
    assert by_category([{}, {}], 10) == {}
    assert unitising_alpha([disagreement([[], []], 10)]) is None
    assert disagreement([[Range(0, 1)], []], 1).expected >= 0


def test_a_small_expected_disagreement_is_one() -> None:
    assert unitising_alpha([Disagreement(0.25, 0.5)]) == 0.5
    assert unitising_alpha([Disagreement(0.0, 0.0)]) is None
