"""Contents whose ranges touch are one content; of places that are taken the nearest free one is found."""

from __future__ import annotations

import pytest

from core.comparing.align import _joined
from core.comparing.nearest import Order
from core.model import Range


@pytest.mark.parametrize(
    ("spans", "joined"),
    [
        ((), ()),
        (((0, 5),), ((0, 5),)),
        (((0, 5), (5, 9)), ((0, 9),)),
        (((0, 5), (6, 9)), ((0, 5), (6, 9))),
        (((0, 5), (4, 9)), ((0, 9),)),
        (((0, 9), (2, 5)), ((0, 9),)),
        (((0, 2), (2, 4), (4, 6), (8, 9)), ((0, 6), (8, 9))),
    ],
)
def test_ranges_that_touch_are_one(spans: tuple[tuple[int, int], ...], joined: tuple[tuple[int, int], ...]) -> None:
    assert _joined(tuple(Range(*one) for one in spans)) == tuple(Range(*one) for one in joined)


@pytest.mark.parametrize("taken", [set(), {0}, {3}, {0, 1}, {2, 3}, {1, 2}, {0, 1, 2}, {0, 1, 2, 3}])
def test_the_nearest_free_place_up_and_down(taken: set[int]) -> None:
    order = Order({n: n * 10 for n in range(4)}, lambda n: n not in taken)
    free = [n for n in range(4) if n not in taken]
    for _ in range(2):  # what was passed over once is passed over faster
        for at in range(4):
            assert order.up(at) == min((n for n in free if n >= at), default=4)
            assert order.down(at) == max((n for n in free if n <= at), default=-1)
    assert (order.up(4), order.down(-1)) == (4, -1)
