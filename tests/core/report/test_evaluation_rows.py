"""Rows of an evaluation: wrong speakers by their number, and a dash where there is none to share."""

from __future__ import annotations

import pytest

from core.report.evaluation import SPEAKERS, score_rows, speaker_rows


@pytest.mark.parametrize(
    ("found", "rows"),
    [
        ({}, []),
        ({"frame": 0, "title": 0}, [("frame", "0", "—"), ("title", "0", "—")]),
        ({"frame": 1, "title": 3}, [("title", "3", "0.75"), ("frame", "1", "0.25")]),
        ({"pronoun": 1, "naming": 1, "omitted": 1}, [(kind, "1", "0.33") for kind in ("pronoun", "naming", "omitted")]),
        ({"description": 2, "frame": 0}, [("description", "2", "1.00"), ("frame", "0", "0.00")]),
    ],
)
def test_wrong_speakers_the_most_first(found: dict[str, int], rows: list[tuple[str, str, str]]) -> None:
    assert speaker_rows({"wrong_speakers": found}) == [(SPEAKERS[kind], *rest) for kind, *rest in rows]


def test_without_scores_there_are_no_rows_of_them() -> None:
    assert score_rows({"scores": {"scored": 0, "at_least": [{"score": 1}], "all_fields": [{}]}}) == []
