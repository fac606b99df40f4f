"""Spans of text: which ones overlap and which hold one another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model import Range

spans = st.tuples(st.integers(0, 12), st.integers(1, 12)).map(lambda one: Range(one[0], one[0] + one[1]))


@given(spans, spans)
def test_spans_overlap_where_they_share_a_character(one: Range, other: Range) -> None:
    shared = set(range(*one)) & set(range(*other))
    assert one.overlaps(other) == bool(shared)
    assert one.contains(other) == (shared == set(range(*other)))


@pytest.mark.parametrize(("one", "other"), [((0, 3), (3, 5)), ((3, 5), (0, 3))])
def test_spans_that_touch_share_nothing(one: tuple[int, int], other: tuple[int, int]) -> None:
    assert not Range(*one).overlaps(Range(*other))


def test_a_span_holds_itself_and_no_longer_one() -> None:
    assert Range(2, 5).contains(Range(2, 5))
    assert not Range(2, 5).contains(Range(2, 6))
    assert not Range(2, 5).contains(Range(1, 5))
