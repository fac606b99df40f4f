"""Lanes: overlap is solved here, so that the painter can be dumb."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from core.model.lanes import Placed, Run, Stroke, assign_lanes, depth, outer_first, runs, short_first

spans = st.tuples(st.integers(0, 60), st.integers(0, 20)).map(lambda pair: (pair[0], pair[0] + pair[1]))
strokes = st.lists(spans, max_size=30).map(lambda found: [Stroke(s, e, n) for n, (s, e) in enumerate(found)])
orders = st.sampled_from([outer_first, short_first])
line_starts = st.sets(st.integers(1, 80), max_size=12).map(lambda found: [0, *sorted(found)])


def lanes_of(placed: list[Placed]) -> dict[object, int]:
    return {stroke.key: lane for stroke, lane in placed}


def overlap(left: Stroke, right: Stroke) -> bool:
    return left.start < right.end and right.start < left.end


def inside(inner: Stroke, outer: Stroke) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end and inner[:2] != outer[:2]


@given(strokes, orders)
def test_no_two_strokes_of_a_lane_share_a_code_point(given_strokes, order):
    placed = assign_lanes(given_strokes, order)
    assert {stroke.key for stroke, _ in placed} == {stroke.key for stroke in given_strokes if stroke.start < stroke.end}
    for (left, a), (right, b) in itertools.combinations(placed, 2):
        assert a != b or not overlap(left, right)


@given(strokes)
def test_what_stands_in_another_lies_deeper(given_strokes):
    placed = assign_lanes(given_strokes, outer_first)
    for (outer, a), (inner, b) in itertools.permutations(placed, 2):
        if inside(inner, outer):
            assert a < b


@given(strokes)
def test_the_short_lies_nearer_to_the_letters_than_the_long_around_it(given_strokes):
    placed = assign_lanes(given_strokes, short_first)
    for (outer, a), (inner, b) in itertools.permutations(placed, 2):
        if inside(inner, outer):
            assert b < a


@given(strokes, orders, line_starts)
def test_runs_cover_every_stroke_once_and_open_and_close_once(given_strokes, order, breaks):
    placed = assign_lanes(given_strokes, order)
    parts: dict[object, list[Run]] = {}
    for run in runs(placed, breaks):
        assert breaks[run.line] <= run.start < run.end
        assert run.line + 1 == len(breaks) or run.end <= breaks[run.line + 1]
        parts.setdefault(run.key, []).append(run)
    for stroke, lane in placed:
        mine = parts[stroke.key]
        assert (mine[0].start, mine[-1].end) == (stroke.start, stroke.end)
        assert all(left.end == right.start for left, right in itertools.pairwise(mine))
        assert [run.opens for run in mine] == [True] + [False] * (len(mine) - 1)
        assert [run.closes for run in mine] == [False] * (len(mine) - 1) + [True]
        assert {run.lane for run in mine} == {lane}


@given(strokes, orders)
def test_a_stroke_lies_above_all_it_overlaps_of_those_before_it_and_no_higher(given_strokes, order):
    before: list[Placed] = []
    for stroke, lane in assign_lanes(given_strokes, order):
        assert lane == max((deep for other, deep in before if overlap(stroke, other)), default=-1) + 1
        before.append(Placed(stroke, lane))


@given(strokes, orders, st.integers(1, 4))
def test_with_a_limit_the_same_strokes_stay_in_the_same_lanes(given_strokes, order, most):
    every = assign_lanes(given_strokes, order)
    assert assign_lanes(given_strokes, order, most) == [placed for placed in every if placed.lane < most]


def test_a_nested_quotation_and_a_crossing_one_get_levels_of_their_own():
    placed = lanes_of(assign_lanes([Stroke(0, 100, "outer"), Stroke(20, 40, "inner"), Stroke(90, 120, "crossing")]))
    assert placed == {"outer": 0, "inner": 1, "crossing": 1}


def test_a_name_in_a_mention_takes_the_first_underline():
    placed = lanes_of(
        assign_lanes([Stroke(0, 30, "mention"), Stroke(10, 30, "name"), Stroke(31, 40, "cue")], short_first)
    )
    assert placed == {"name": 0, "mention": 1, "cue": 0}


def test_neighbours_share_a_lane():
    assert lanes_of(assign_lanes([Stroke(0, 5, "a"), Stroke(5, 9, "b")])) == {"a": 0, "b": 0}


def test_empty_strokes_are_left_out():
    assert assign_lanes([Stroke(4, 4, "nothing")]) == []
    assert depth([]) == 0


def test_depth_counts_lanes():
    assert depth(assign_lanes([Stroke(0, 9, 1), Stroke(1, 8, 2), Stroke(2, 7, 3)])) == 3


def test_a_stroke_from_before_the_first_line_is_cut_there_and_does_not_open():
    found = list(runs([Placed(Stroke(0, 30, "long"), 0)], [10, 20]))
    assert found == [Run(0, 10, 20, 0, "long", False, False), Run(1, 20, 30, 0, "long", False, True)]


@given(strokes, orders, st.sampled_from([1, 2, 3, 100]))
def test_a_stroke_lies_above_the_highest_that_it_overlaps_of_those_before_it(given_strokes, order, most):
    lanes: list[int] = []
    ordered = sorted((stroke for stroke in given_strokes if stroke.start < stroke.end), key=order)
    for number, stroke in enumerate(ordered):
        below = (lanes[at] for at in range(number) if overlap(ordered[at], stroke))
        lanes.append(max(below, default=-1) + 1)
    wanted = [Placed(stroke, lane) for stroke, lane in zip(ordered, lanes, strict=True) if lane < most]
    found = assign_lanes(given_strokes, order, most)
    assert [one for one in found if one.lane < most] == wanted
    assert depth(found) == max((one.lane for one in wanted), default=-1) + 1
