"""What two layers have in common in numbers: sums that are not there count as none."""

from __future__ import annotations

import pytest

from core.agreement.measures import f1, measures, pairs_under, ratio

NOTHING = {"p": None, "r": None, "f1": None, "hits": 0}
NONE_RIGHT = {"p": 0.0, "r": 0.0, "f1": 0.0, "hits": 0}


@pytest.mark.parametrize(
    ("tally", "exact", "overlap"),
    [
        ({}, NOTHING, NOTHING),
        ({"a": 3}, NONE_RIGHT, NONE_RIGHT),
        ({"b": 3}, NONE_RIGHT, NONE_RIGHT),
        ({"a": 1, "b": 1}, NONE_RIGHT, NONE_RIGHT),
        ({"a": 4, "b": 2, "overlap": 1}, NONE_RIGHT, {"p": 0.5, "r": 0.25, "f1": 0.3333, "hits": 1}),
        ({"a": 3, "b": 3, "exact": 3, "overlap": 3}, *[{"p": 1.0, "r": 1.0, "f1": 1.0, "hits": 3}] * 2),
    ],
)
@pytest.mark.parametrize("name", ["quotations/trimmed", "quotations/strict", "entities/strict"])
def test_found_of_few_sums(name: str, tally: dict[str, int], exact: object, overlap: object) -> None:
    kind, mode = name.split("/")
    found = measures({f"{name}/{key}": count for key, count in tally.items()})[kind]
    part = found["strict"] if (kind, mode) == ("quotations", "strict") else found
    assert (part["exact"], part["overlap"], part["by_label"]) == (exact, overlap, {})


def test_found_by_label_has_every_label_of_either_side() -> None:
    name = "entities/strict"
    found = measures({f"{name}/a/PER": 2, f"{name}/found/PER": 1, f"{name}/overlap/PER": 1, f"{name}/b/LOC": 4})
    assert found["entities"]["by_label"] == {
        "LOC": {"a": 0, "b": 4, "exact": NONE_RIGHT, "overlap": NONE_RIGHT, "found": None},
        "PER": {
            "a": 2,
            "b": 0,
            "exact": NONE_RIGHT,
            "overlap": {"p": 0.0, "r": 0.5, "f1": 0.0, "hits": 1},
            "found": 0.5,
        },
    }
    assert list(found["entities"]["by_label"]) == ["LOC", "PER"]


def test_nothing_compared_is_no_measure() -> None:
    found = measures({})
    assert found["articles"] == 0
    assert {key: found["quotations"][key] for key in ("a", "b", "matched", "cue", "mention", "end2end")} == {
        "a": 0,
        "b": 0,
        "matched": 0,
        "cue": {"exact": None, "overlap": None},
        "mention": {"exact": None, "overlap": None},
        "end2end": NOTHING,
    }
    assert found["quotations"]["form"] == {"agreement": None, "kappa": None, "alpha": None, "confusion": {}}
    assert (found["entities"]["a"], found["entities"]["b"]) == (0, 0)


def test_parts_are_shares_of_the_matched() -> None:
    found = measures({"matched": 4, "matched/cue/exact": 1, "matched/cue/overlap": 2, "matched/mention/overlap": 4})
    assert found["quotations"]["matched"] == 4
    assert found["quotations"]["cue"] == {"exact": 0.25, "overlap": 0.5}
    assert found["quotations"]["mention"] == {"exact": 0.0, "overlap": 1.0}


def test_small_helpers() -> None:
    assert f1(1, 3, 3) == {"p": 0.3333, "r": 0.3333, "f1": 0.3333, "hits": 1}
    assert (ratio(1, 0), ratio(0, 2), ratio(1, 2)) == (None, 0.0, 0.5)
    assert pairs_under({"x/a|b": 1, "x/c|": 2, "y/a|b": 3}, "x/") == {("a", "b"): 1, ("c", ""): 2}
