"""What a format that cannot hold something loses of the article that has everything, counted by kind."""

from __future__ import annotations

from pathlib import Path

from core.formats.base import Summary
from core.formats.flat import count_lost
from core.model import Status
from core.model.layer import Layer
from tests.golden import same_as_golden
from tests.rich import rich_layer

ALL = (
    "entities", "quotations", "fragments", "links", "parents", "actors", "kinds", "states", "scores", "rules", "notes",
    "flags", "extra", "rejected", "title", "meta", "status",
)  # fmt: skip


def lost_by(layer: Layer, holds: frozenset[str]) -> list[str]:
    summary = Summary()
    count_lost(layer, holds, summary)
    return [f"{summary.articles} article, {summary.items} items", *(f"{what}: {n}" for what, n in summary.lines())]


def test_what_is_lost_without_each_and_with_each_alone() -> None:
    layer = rich_layer()
    assert layer.head.status is not Status.NEW
    out = ["everything held", *(f"  {line}" for line in lost_by(layer, frozenset(ALL)))]
    for one in ALL:
        for name, holds in ((f"without {one}", frozenset(ALL) - {one}), (f"{one} alone", frozenset({one}))):
            out += [name, *(f"  {line}" for line in lost_by(layer, holds))]
    same_as_golden(Path(__file__).parent / "golden" / "lost.txt", "\n".join(out) + "\n")
