"""What the command line says of drawn conflicts, and tables on terminals of every width."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from core.cli.conflict_words import EXCERPT, conflict_line
from core.cli.tables import print_table
from core.history.merge import Conflict, merge_items
from core.model import Actor, ActorKind, Entity, Head, Range, Status
from core.store import OpenConflict
from tests.drawn_layers import TEXT, by_another, layer
from tests.golden import same_as_golden

DAY = datetime(2026, 11, 1, tzinfo=UTC)
GOLDEN = Path(__file__).parent / "golden"


def line(conflict: Conflict, text: str = TEXT) -> str:
    return conflict_line(OpenConflict(1, "a-1", "anna", DAY, "anna", "copy.citata", conflict), "О мосте", text)


def test_conflicts_in_words() -> None:
    out = []
    for seed in range(7500, 7560):
        drawn = Random(seed)
        base = layer(drawn)
        sides = [{item.id: item for item in one.everything()} for one in (base, by_another(drawn, base, "anna"))]
        sides.append({item.id: item for item in by_another(drawn, base, "anna").everything()})
        out += [line(conflict) for conflict in merge_items(*sides).conflicts]
    named = (
        (Actor(id="a", name="Ли", kind=ActorKind.GROUP, aliases=("Л",)), Actor(id="a", name="Ли Ван", note="н")),
        (Head(status=Status.DONE, note="а"), Head(status=Status.NEW, flags=("unsure",))),
        (Head(status=Status.DONE), Head(status=Status.DONE)),
        (Actor(id="a", name="Ли"), Entity(id="a", label="PER", range=Range(0, 3))),
        (
            Entity(id="e", label="PER", range=Range(0, EXCERPT)),
            Entity(id="e", label="PER", range=Range(0, EXCERPT + 3)),
        ),
        (Entity(id="e", label="PER", range=Range(0, 3), extra={"x": 1}), None),
        (None, Entity(id="e", label="PER", range=Range(0, 3))),
    )
    out += [line(Conflict("x", None, ours, theirs)) for ours, theirs in named]
    same_as_golden(GOLDEN / "conflicts.txt", "\n".join(out) + "\n")


def test_tables_of_every_width(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    head = ("Имя", "Число", "Ещё число", "n", "Последнее число", "%")
    rows = [("Анна", "1", "22", "3", "4", "0"), ("Борис Белов", "10", "2", "333333", "4", "1")]
    for width in (None, *range(20, 76)):
        monkeypatch.setattr("core.cli.tables.terminal_width", lambda width=width: width)
        for words in (1, 2):
            print(f"# {width} {words}")
            print_table(head, rows, words=words)
    print_table(head, [])
    same_as_golden(GOLDEN / "widths.txt", capsys.readouterr().out)
