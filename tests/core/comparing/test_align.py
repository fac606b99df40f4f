"""The alignment pairs as the scorer's rule says it, whatever lies on top of what, and groups any number of layers."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from core.comparing.align import Content, Pair, group, pair, size, strict_content, trimmed_content
from core.model import Form, Quotation, Range
from core.model.ranges import union
from tests.acts import spans

contents = st.lists(st.lists(spans(24), min_size=1, max_size=3).map(union), max_size=7)
tags = st.lists(st.sampled_from(["PER", "ORG"]), min_size=7, max_size=7)


def characters(content: Content) -> set[int]:
    return {at for start, end in content for at in range(start, end)}


def pairs_by_rule(left: list[Content], right: list[Content], left_tags: list[str], right_tags: list[str]) -> set[Pair]:
    """The rule in words: every pair that shares a character, the highest intersection over union first."""
    every = []
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            shared = len(characters(one) & characters(other))
            if shared:
                overlap = shared / len(characters(one) | characters(other))
                every.append((-overlap, left_tags[i] != right_tags[j], i, j))
    found: set[Pair] = set()
    for overlap, _, i, j in sorted(every):
        if all(i != one.left and j != one.right for one in found):
            found.add(Pair(i, j, -overlap))
    return found


@settings(max_examples=400)
@given(contents, contents)
def test_pairs_are_those_of_the_scorers_rule(left: list[Content], right: list[Content]) -> None:
    assert set(pair(left, right)) == pairs_by_rule(left, right, [""] * 7, [""] * 7)


@settings(max_examples=200)
@given(contents, contents, tags, tags)
def test_equal_tags_come_first_among_equal_overlaps(
    left: list[Content], right: list[Content], left_tags: list[str], right_tags: list[str]
) -> None:
    found = pair(left, right, left_tags, right_tags)
    assert set(found) == pairs_by_rule(left, right, left_tags, right_tags)


@settings(max_examples=200)
@given(contents, contents, st.sampled_from([0.0, 0.5]))
def test_groups_of_two_layers_are_their_pairs(left: list[Content], right: list[Content], least: float) -> None:
    found = {places for places in group([left, right], least=least) if None not in places}
    assert found == {(one.left, one.right) for one in pair(left, right) if one.overlap >= least}


@settings(max_examples=200)
@given(contents, contents, contents)
def test_groups_hold_everything_once(one: list[Content], two: list[Content], three: list[Content]) -> None:
    layers = [one, two, three]
    found = group(layers)
    for at, layer in enumerate(layers):
        assert sorted(places[at] for places in found if places[at] is not None) == list(range(len(layer)))


def test_three_that_say_the_same_are_one_group() -> None:
    same = (Range(0, 10),)
    assert group([[same], [same], [(Range(1, 10),), (Range(20, 22),)]]) == [(0, 0, 0), (None, None, 1)]


def test_ranges_that_touch_cover_what_one_range_covers() -> None:
    assert pair([(Range(0, 5), Range(5, 9))], [(Range(0, 9),)]) == [Pair(0, 0, 1.0)]


def test_content_is_trimmed_range_by_range() -> None:
    text = "«Да, — сказал он. — Нет!»"
    item = Quotation(id="q1", form=Form.DIRECT, ranges=(Range(0, 4), Range(17, 19), Range(20, 25)))
    assert trimmed_content(text, item) == (Range(1, 3), Range(20, 23))
    assert strict_content(text, item) == item.ranges
    assert size(trimmed_content(text, item)) == 5
