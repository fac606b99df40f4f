"""What a selection of layers and items says of itself, and what it keeps of a layer."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.exchange.selection import Wanted, kept
from core.model import State, Status
from core.model.scope import EVERYTHING, Scope
from tests.golden import same_as_golden
from tests.rich import rich_layer


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


WANTED = (
    Wanted(),
    *(Wanted(states=frozenset({state})) for state in State),
    *(Wanted(labels=frozenset({label})) for label in ("PER", "LOC", "ORG", "direct", "indirect", "mixed")),
    *(Wanted(min_score=score) for score in (0.0, 0.25, 0.5, 0.75, 0.76, 1.0)),
    Wanted(settled=True),
    Wanted(settled=True, states=frozenset({State.ACCEPTED, State.AUTO})),
    Wanted(labels=frozenset({"PER", "mixed"}), min_score=0.5),
)
SCOPES = (EVERYTHING, Scope(quotations=False), Scope(entities=False), Scope(labels=("PER",)))


def test_what_is_kept_of_the_layer_that_has_everything() -> None:
    out: list[str] = []
    for wanted in WANTED:
        for scope in SCOPES if wanted.settled else SCOPES[:1]:
            layer = kept(rich_layer(), wanted, scope)
            parents = [f"{one.id} in {one.parent}" for one in layer.quotations() if one.parent]
            out.append(f"{wanted} of {scope}: {' '.join(layer.items)}; {', '.join(parents) or 'none in another'}")
    same_as_golden(Path(__file__).parent / "golden" / "kept.txt", "\n".join(out) + "\n")
