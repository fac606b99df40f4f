"""Thousands over one another: the same pairs as by looking at every pair, without looking at every pair."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.comparing import align
from core.comparing.align import group, pair, size
from core.comparing.nearest import Free, nearest_first
from core.model import Range

ranges = st.tuples(st.integers(0, 40), st.integers(1, 30)).map(lambda one: Range(one[0], one[0] + one[1]))
parted = st.tuples(ranges, st.integers(1, 5)).map(lambda one: (one[0], Range(one[0].end + one[1], one[0].end + 9)))
contents = st.lists(st.one_of(ranges.map(lambda one: (one,)), parted), max_size=12)
tags = st.lists(st.sampled_from(["PER", "LOC"]), min_size=12, max_size=12)


def every_edge(left, right, left_tags, right_tags):  # type: ignore[no-untyped-def]
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
            if shared:
                overlap = shared / (size(one) + size(other) - shared)
                yield -overlap, int(left_tags[i] != right_tags[j]), i, j


@pytest.fixture(autouse=True)
def dense(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(align, "DENSE", -1)


@given(contents, contents, tags, tags)
def test_pairs_are_those_of_taking_the_best_of_all_again_and_again(left, right, left_tags, right_tags):
    left_tags, right_tags = left_tags[: len(left)], right_tags[: len(right)]
    used_left, used_right, wanted = set(), set(), []
    for overlap, _, i, j in sorted(every_edge(left, right, left_tags, right_tags)):
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            wanted.append((i, j, -overlap))
    assert pair(left, right, left_tags, right_tags) == sorted(wanted)


@given(contents, contents, contents, st.sampled_from([0.0, 0.4]))
def test_groups_of_three_are_those_of_taking_the_best_of_all(one, two, three, least):
    layers = [one, two, three]
    edges = []
    for a, b in ((0, 1), (0, 2), (1, 2)):
        plain = ["" for _ in layers[a]], ["" for _ in layers[b]]
        found = every_edge(layers[a], layers[b], *plain)
        edges += [(overlap, unlike, a, i, b, j) for overlap, unlike, i, j in found if -overlap >= least]
    groups = {(a, i): {a: i} for a, mine in enumerate(layers) for i in range(len(mine))}
    for _, _, a, i, b, j in sorted(edges):
        left, right = groups[a, i], groups[b, j]
        if left is not right and left.keys().isdisjoint(right):
            left.update(right)
            for layer, index in right.items():
                groups[layer, index] = left
    wanted = {tuple(members.get(layer) for layer in range(3)) for members in groups.values()}
    assert set(group(layers, least=least)) == wanted


def looked_at(number: int) -> int:
    """Return how many pairs are compared where two layers of ``number`` lie in one place and all find a partner."""
    count = 0

    def unlike(i: int, j: int) -> int:
        nonlocal count
        count += 1
        return 0

    left = {n: Range(n, 5 * number - 2 * n) for n in range(number)}
    right = {n: Range(n, 5 * number - 2 * n - 1) for n in range(number)}
    used_left: set[int] = set()
    used_right: set[int] = set()
    free = Free(lambda i: i not in used_left, lambda j: j not in used_right)
    for _, _, i, j in nearest_first(left, right, unlike, free):
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
    assert len(used_left) == number
    return count


def test_twice_as_many_in_one_place_are_about_twice_the_work():
    assert looked_at(800) < 2.6 * looked_at(400)
