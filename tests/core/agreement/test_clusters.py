"""B-cubed and LEA against the test cases of the reference scorers and against the definitions written out naively."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.agreement.clusters import Share, b_cubed, clusters_of, lea

KEY = ["a", "bc", "def"]


def clusters(words: list[str]) -> list[frozenset[str]]:
    return [frozenset(word) for word in words]


def ratios(shares: tuple[Share, Share]) -> tuple[float, float]:
    return tuple(share.got / share.of for share in shares)  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("response", "cubed", "links"),
    [
        (KEY, (1, 1), (1, 1)),
        (["a", "de"], (1, Fraction(7, 18)), (1, Fraction(1, 3))),
        (["a", "bcx", "defy", "z"], (Fraction(55, 108), 1), (Fraction(4, 9), 1)),
    ],
)
def test_cases_a1_to_a3_of_the_reference_scorers(
    response: list[str], cubed: tuple[float, float], links: tuple[float, float]
) -> None:
    """TC-A of the CoNLL reference scorer (B-cubed) and of the LEA scorer; precision, then recall."""
    assert ratios(b_cubed(clusters(KEY), clusters(response))) == pytest.approx(tuple(map(float, cubed)))
    assert ratios(lea(clusters(KEY), clusters(response))) == pytest.approx(tuple(map(float, links)))


def test_a_source_split_in_two_by_hand() -> None:
    """Of the 21 links among seven, 6 + 3 are left when they are split into four and three."""
    key, response = clusters(["abcdefg", "hi"]), clusters(["abcd", "efg", "hi"])
    recall = (7 * Fraction(6 + 3, 21) + 2) / 9
    assert ratios(lea(key, response)) == pytest.approx((1.0, float(recall)))


partition = st.lists(st.integers(0, 3), min_size=1, max_size=9)


@given(partition, st.data())
def test_measures_are_their_definitions(sources: list[int], data: st.DataObject) -> None:
    others = data.draw(st.lists(st.integers(0, 3), min_size=len(sources), max_size=len(sources)))
    key = clusters_of({at: str(source) for at, source in enumerate(sources)})
    response = clusters_of({at: str(source) for at, source in enumerate(others)})
    place = {item: cluster for cluster in response for item in cluster}
    recall = sum(Fraction(len(cluster & place[item]), len(cluster)) for cluster in key for item in cluster) / len(
        sources
    )
    assert ratios(b_cubed(key, response))[1] == pytest.approx(float(recall))
    assert b_cubed(key, response) == b_cubed(response, key)[::-1]
    links = Fraction(0)
    for cluster in key:
        pairs = [(x, y) for x in cluster for y in cluster if x < y]  # type: ignore[operator]
        if pairs:
            links += Fraction(len(cluster) * sum(place[x] is place[y] for x, y in pairs), len(pairs))
        else:
            (item,) = cluster
            links += len(place[item]) == 1
    assert ratios(lea(key, response))[1] == pytest.approx(float(links / len(sources)))
    assert lea(key, response) == lea(response, key)[::-1]


def test_unknown_sources_stand_alone() -> None:
    found = clusters_of({1: None, 2: "Лебедев", 3: None, 4: "Лебедев"})
    assert sorted(map(sorted, found)) == [[1], [2, 4], [3]]  # type: ignore[type-var]
