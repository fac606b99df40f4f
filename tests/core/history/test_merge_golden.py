"""Merges of two people's work on one layer, every act against every other: what comes together and what clashes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

from core.history.merge import Choice, Conflict, choices, combined, differing, merge_items, resolve, with_fields
from core.model import Actor, Entity, Form, Item, Quotation, Range, Status, actor_edits, edits, resolving
from core.model.layer import Edit, Layer
from tests.core.model.test_model_golden import at, described, layer, said
from tests.golden import numbered, same_as_golden

GOLDEN = Path(__file__).parent / "golden"
ACTS: tuple[tuple[str, Callable[[Layer], Edit]], ...] = (
    ("nothing", lambda now: Edit("nothing", (), ())),
    ("q1 mixed", lambda now: edits.set_form(now, ["q1"], Form.MIXED)),
    ("q1 accepted", lambda now: edits.accept(now, ["q1"])),
    ("q1 rejected", lambda now: edits.reject(now, ["q1"])),
    ("q1 shorter", lambda now: edits.set_ranges(now, "q1", [at("«Мост")])),
    ("q2 deleted", lambda now: edits.delete(now, ["q2"])),
    ("q2 noted", lambda now: edits.set_note(now, "q2", "моя")),
    ("q2 noted otherwise", lambda now: edits.set_note(now, "q2", "иная")),
    ("q2 accepted", lambda now: resolving.accept_fields(now, "q2", ["speaker"])),
    ("q2 of another", lambda now: actor_edits.move_to_actor(now, ["q2"], "a4")),
    ("q2 in q3", lambda now: edits.set_parent(edits_out_of(now), "q2", "q3")),
    ("q3 in q8", lambda now: edits.set_parent(now, "q3", "q8")),
    ("q8 in q3", lambda now: edits.set_parent(now, "q8", "q3")),
    ("q4 flagged and noted", lambda now: edits.set_note(now, "q4", "иное")),
    ("q4 without guess", lambda now: resolving.clear_fields(now, "q4", ["speaker"])),
    ("a1 renamed", lambda now: actor_edits.rename_actor(now, "a1", "А. Велехова")),
    ("a1 deleted", lambda now: actor_edits.delete_actor(now, "a1")),
    ("a4 deleted", lambda now: actor_edits.delete_actor(now, "a4")),
    ("actors merged", lambda now: actor_edits.merge_actors(now, "a2", ["a3"])),
    ("e2 as ORG", lambda now: edits.set_label(now, ["e2"], "ORG")),
    ("done", lambda now: edits.set_status(now, Status.DONE)),
    ("article noted", lambda now: edits.set_note(now, "head", "другая")),
    ("joined", lambda now: edits.join_quotations(now, "q1", "q7")),
    ("new x", lambda now: Edit("add", (), (Entity(id="x", label="LOC", range=Range(1, 5)),))),
    ("new x otherwise", lambda now: Edit("add", (), (Quotation(id="x", form=Form.MIXED, ranges=(Range(1, 5),)),))),
    ("new actor x", lambda now: Edit("add", (), (Actor(id="x", name="Икс"),))),
)
PICKED = (("note",), ("form", "ranges"), ("speaker", "guessed"), ("name", "label", "status"))


def edits_out_of(now: Layer) -> Layer:
    """Return the layer with q3 standing alone, so that q2 may stand in it."""
    return now.apply(edits.set_parent(now, "q3", None))


def table(now: Layer) -> dict[str, Item]:
    return {item.id: item for item in now.everything()}


def of_conflict(now: Layer, conflict: Conflict) -> Iterator[str]:
    yield f"  ! {conflict.item}: {', '.join(differing(conflict)) or 'there or not'}; {', '.join(choices(conflict))}"
    base = conflict.ours or conflict.theirs
    if base is None:
        return
    both = combined(conflict)
    if both is not None:
        yield f"    combined: {said(both, base)}"
    for names in PICKED:
        made = with_fields(conflict, [name for name in names if name in differing(conflict)])
        if made is not None and made != conflict.ours:
            yield f"    theirs in {', '.join(names)}: {said(made, base if type(made) is type(base) else None)}"
    for choice in choices(conflict):
        if choice is not Choice.FIELDS:
            yield f"    {choice}"
            yield from (f"    {line}" for line in described(resolve(now, conflict, choice)) if line.strip() != "settle")


def test_every_act_against_every_other() -> None:
    """Where ours is untouched, all of theirs comes; else only what is another than that, and conflicts, are told."""
    base, out = layer(), []
    versions = {name: applied(base, act) for name, act in ACTS}
    alone: dict[str, list[str]] = {}
    for (mine, ours), (other, theirs) in product(versions.items(), repeat=2):
        merged = merge_items(table(base), table(ours), table(theirs))
        now = ours.apply(merged.edit)
        lines = list(described(merged.edit))
        conflicts = [line for conflict in merged.conflicts for line in of_conflict(now, conflict)]
        if mine == "nothing" or conflicts or lines != alone[other]:
            out += [f"{mine} | {other}", *lines, *conflicts]
        alone.setdefault(other, lines)
    same_as_golden(GOLDEN / "merges.txt", numbered("\n".join(out)) + "\n")


def applied(base: Layer, act: Callable[[Layer], Edit]) -> Layer:
    first = edits_out_of(base) if act is dict(ACTS)["q2 in q3"] else base
    return first.apply(act(base))
