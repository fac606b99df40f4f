"""What a selection of layers and items says of itself."""

from __future__ import annotations

import pytest

from core.exchange.selection import Wanted
from core.model import State, Status


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (Wanted(), "what was asked for"),
        (Wanted(frozenset({"Яна", "Анна"})), "layer Анна, Яна"),
        (Wanted(statuses=frozenset({Status.DONE})), "status done"),
        (Wanted(states=frozenset({State.AUTO})), "state auto"),
        (Wanted(labels=frozenset({"PER"})), "label PER"),
        (Wanted(flags=frozenset({"check"})), "flag check"),
        (Wanted(min_score=0.0), "score 0.0"),
        (Wanted(since="2026-01-01", until="2026-02-01"), "since 2026-01-01 and until 2026-02-01"),
        (Wanted(labels=frozenset({"ORG"}), settled=True), "label ORG and what people settled"),
    ],
)
def test_a_selection_names_every_condition(wanted: Wanted, words: str) -> None:
    assert str(wanted) == words
