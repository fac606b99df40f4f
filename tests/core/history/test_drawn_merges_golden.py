"""Two drawn copies of one drawn layer merged, every conflict resolved in every way; and a drawn past gone through."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import msgspec
import pytest

from core.errors import StaleEdit
from core.history.merge import Choice, choices, combined, differing, merge_items, resolve, with_fields
from core.history.past import Past, net
from core.history.timeline import back_to, timeline
from core.model import Actor, Item
from core.model.layer import Edit, Layer
from tests.drawn_layers import act, by_another, layer, told
from tests.golden import same_as_golden

GOLDEN = Path(__file__).parent / "golden"


def table(now: Layer) -> dict[str, Item]:
    return {item.id: item for item in now.everything()}


def without_loose_actors(now: Layer) -> Layer:
    """Return the layer without the actors that nothing resolves to: one side has deleted them."""
    kept = [item for item in now.items.values() if not isinstance(item, Actor) or now.linked_to(item.id)]
    return Layer(now.article, now.annotator, kept)


@pytest.mark.parametrize("part", range(2))
def test_merges(part: int) -> None:
    out = []
    for seed in range(7000 + part * 40, 7040 + part * 40):
        drawn = Random(seed)
        base = layer(drawn)
        ours, theirs = by_another(drawn, base, "anna"), by_another(drawn, base, "anna")
        theirs = without_loose_actors(theirs) if drawn.random() < 0.5 else theirs
        merged = merge_items(table(base), table(ours), table(theirs))
        now = ours.apply(merged.edit)
        out.append(f"# {seed} {act(merged.edit)}")
        for conflict in merged.conflicts:
            sides = (conflict.base, conflict.ours, conflict.theirs)
            out += [f"  ! {conflict.item}", *(f"      {'–' if one is None else told(one)}" for one in sides)]
            names = differing(conflict)
            both = combined(conflict)
            out.append(f"    {', '.join(names)} | {', '.join(choices(conflict))} | {both and told(both)}")
            some = [name for name in names if drawn.random() < 0.5]
            made = with_fields(conflict, some)
            out.append(f"    theirs in {some}: {made and told(made)}")
            for choice in choices(conflict):
                try:
                    edit = resolve(now, conflict, choice, some if choice is Choice.FIELDS else ())
                    out.append(f"    {choice}: {act(edit, now)}")
                except StaleEdit as error:
                    out.append(f"    {choice}: refused {error}")
    same_as_golden(GOLDEN / f"drawn-{part}.txt", "\n".join(out) + "\n")


class Entry(msgspec.Struct, frozen=True):
    """An entry of a log."""

    id: int
    at: datetime
    author: str
    edit: Edit
    undoes: int | None = None


DAY = datetime(2026, 11, 1, tzinfo=UTC)


def test_a_past_gone_through() -> None:
    """Every state is met from every other; undone entries are not in force, redone ones are."""
    out = []
    for seed in range(7200, 7215):
        drawn = Random(seed)
        states = [Layer(layer(Random(seed)).article, "anna")]
        entries: list[Entry] = []
        for n in range(1, 9):
            undone = {entry.undoes for entry in entries}
            last = next((entry for entry in reversed(entries) if entry.id not in undone), None)
            if last is entries[-1] if entries and drawn.random() < 0.4 else False:
                edit, undoes = entries[-1].edit.inverse(), entries[-1].id
            else:
                edit, undoes = back_to(states[-1], by_another(drawn, layer(Random(seed)), "anna")), None
            entries.append(Entry(n, DAY + timedelta(hours=n), "anna", edit, undoes))
            states.append(states[-1].apply(edit))
        past = Past(states[0].article, "anna", entries)
        assert past.layer == states[-1]
        for _ in range(12):
            to = int(drawn.random() * len(entries))
            past.go(to)
            assert past.layer == states[to + 1]
            assert past.at == to
        for hour in range(10):
            moment = DAY + timedelta(hours=hour)
            assert past.on(moment) == max(0, hour - 1) if hour < 9 else past.on(moment) == 7
            assert past.on(moment - timedelta(minutes=1)) == max(0, min(hour, 9) - 2)
        whole = net("all", [entry.edit for entry in entries])
        assert states[0].apply(whole) == states[-1]
        out += [f"# {seed} {len(whole.removed)} {len(whole.added)}"]
        for point in timeline(entries):
            out.append(f"  {point.id} {point.in_force} {point.takes_back and point.takes_back.name} {point.edit.name}")
    same_as_golden(GOLDEN / "past.txt", "\n".join(out) + "\n")
