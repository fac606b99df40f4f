"""What is amiss in drawn layers, what every act makes of them, and what a layer refuses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace

from core.errors import StaleEdit
from core.model import (
    Actor,
    ActorKind,
    Entity,
    Form,
    Head,
    Item,
    Quotation,
    Range,
    State,
    Status,
    actor_edits,
    check,
    edits,
    guesses,
    is_open,
    ranges,
    resolving,
    scope,
    text,
)
from core.model.gender import Gender
from core.model.layer import Edit, Layer
from core.model.schema import standard
from tests.acts import article_of
from tests.drawing import pick, salads
from tests.drawn_layers import NAMES, TEXT, act, layer, shifted, span, told, words
from tests.golden import numbered, same_as_golden

GOLDEN = Path(__file__).parent / "golden"


def rough(drawn: Random) -> Layer:
    """Draw a layer whose edges stand anywhere, with guesses, doubles and rejected items."""
    items: list[Item] = []
    for item in layer(drawn).items.values():
        changed = item
        if isinstance(item, Entity):
            label = pick(drawn, (item.label, item.label, " "))
            guessed = pick(drawn, ((), ("actor",))) if item.actor else ()
            changed = replace(item, range=shifted(drawn, item.range), label=label, guessed=guessed)
        elif isinstance(item, Quotation):
            spans = ranges.union([shifted(drawn, one) for one in item.ranges])
            names = [name for name in ("cue", "mention", "speaker", "parent") if getattr(item, name) is not None]
            guessed = tuple(name for name in names if drawn.random() < 0.4)
            changed = replace(item, ranges=spans, guessed=guessed, score=pick(drawn, (None, 0.25, 0.75)))
        items.append(changed)
        if not isinstance(item, Actor) and drawn.random() < 0.15:
            items.append(replace(changed, id=f"{item.id}x"))
    items.append(Head(status=pick(drawn, tuple(Status)), flags=pick(drawn, ((), ("unsure",)))))
    return Layer(article_of(TEXT), "anna", items)


@pytest.mark.parametrize("part", range(2))
def test_what_is_amiss_and_open(part: int) -> None:
    out = []
    for seed in range(1000 + part * 60, 1060 + part * 60):
        drawn = Random(seed)
        now = rough(drawn)
        out += [f"# {seed}", *(told(item) for item in now.everything())]
        for issue in check.check(now):
            fix = "" if issue.fix is None else act(issue.fix, now)
            out.append(f"  {issue.code} {issue.item} [{words(issue.range)}] {fix}")
        out.append(f"  mended: {act(check.fix_all(now), now)}")
        chosen = scope.parse_scope(pick(drawn, (["all"], ["quotations"], ["PER"], ["entities"])), standard())
        opened = scope.count_open(scope.open_items(now, chosen))
        kept = [item.id for item in scope.within(now, chosen).annotations()]
        out.append(
            f"  {scope.scope_words(chosen)}: {kept} {scope.tally(now.annotations(), chosen)} {opened} {bool(opened)}"
        )
        out.append(f"  open {[item.id for item in now.annotations() if is_open(item)]}")
        start = int(drawn.random() * len(TEXT))
        marks = [(mark.item, mark.part.value, mark.start, mark.end) for mark in now.inside(start, start + 9)]
        out.append(f"  {start}: {marks} {[(mark.item, mark.part.value) for mark in now.at(start)]}")
        out.append(f"  then {[item.id for item in now.annotations_from(start)]}")
        out.append(f"  back {[item.id for item in now.annotations_from(start, back=True)]}")
    same_as_golden(GOLDEN / f"drawn-amiss-{part}.txt", "\n".join(out) + "\n")


def some_acts(drawn: Random, now: Layer) -> Iterator[tuple[str, Callable[[], Edit]]]:
    """Yield acts on drawn items of a layer."""
    every = [item.id for item in now.annotations()]
    quotations = [item.id for item in now.quotations(rejected=True)]
    entities = [item.id for item in now.entities(rejected=True)]
    actors = [actor.id for actor in now.actors()]
    several = list(dict.fromkeys(pick(drawn, every) for _ in range(3)))
    one, other, where = pick(drawn, quotations), pick(drawn, quotations), span(drawn)
    own = now.quotation(one).ranges[0]
    at = pick(drawn, (own.start, own.start + 1, own.end - 1, where.start, where.end))
    fields = [name for name in ("cue", "mention", "speaker", "parent", "actor") if drawn.random() < 0.5]
    yield f"delete {several}", partial(edits.delete, now, several)
    yield f"accept {several}", partial(edits.accept, now, several)
    yield f"reject {several}", partial(edits.reject, now, several)
    yield f"done {several}", partial(resolving.set_done, now, accept=several[:1], reject=several[1:])
    yield f"accept {fields} of {several[0]}", partial(resolving.accept_fields, now, several[0], fields)
    yield f"clear {fields} of {several[0]}", partial(resolving.clear_fields, now, several[0], fields)
    yield f"form {one}", partial(edits.set_form, now, [one, other], pick(drawn, tuple(Form)))
    yield f"content {one}", partial(edits.set_ranges, now, one, [where, shifted(drawn, own)])
    yield f"add to {one}", partial(edits.add_range, now, one, where)
    yield f"cut {words(where)} from {one}", partial(edits.cut_range, now, one, where)
    yield f"cut near {one}", partial(edits.cut_range, now, one, shifted(drawn, own))
    yield f"edge {one}", partial(edits.move_edge, now, one, own, shifted(drawn, own))
    yield f"split {one} at {at}", partial(edits.split_quotation, now, one, at)
    yield f"join {one} {other}", partial(edits.join_quotations, now, one, other)
    yield f"{one} in {other}", partial(edits.set_parent, now, one, other)
    yield f"cue {one}", partial(edits.set_cue, now, one, pick(drawn, (None, where)))
    yield f"mention {one}", partial(edits.set_mention, now, one, where, pick(drawn, (None, *actors)))
    yield f"{several} to", partial(actor_edits.move_to_actor, now, several, pick(drawn, (None, *actors)))
    yield f"actor for {several}", partial(actor_edits.add_actor_for, now, several, "Ли", ActorKind.GROUP)
    yield f"split off {several}", partial(actor_edits.split_actor, now, several, "Ли")
    yield "unused", partial(actor_edits.delete_unused_actors, now)
    form, label = pick(drawn, tuple(Form)), pick(drawn, ("PER", "ORG", "LOC"))
    yield f"take over {one} {form}", partial(resolving.take_over_quotation, now, now.quotation(one), form)
    if entities:
        entity = pick(drawn, entities)
        there = next(item.range for item in now.entities(rejected=True) if item.id == entity)
        yield f"range {entity}", partial(edits.set_entity_range, now, entity, where)
        yield f"label {several} {entity}", partial(edits.set_label, now, [entity, *several], label)
        yield (
            f"mark {words(there)} {label}",
            partial(resolving.mark_entity, now, label, there, pick(drawn, (None, *actors))),
        )
    if actors:
        actor, name = pick(drawn, actors), pick(drawn, NAMES)
        kind, gender = pick(drawn, (None, *ActorKind)), pick(drawn, (None, *Gender))
        yield f"rename {actor}", partial(actor_edits.rename_actor, now, actor, name, kind)
        yield f"describe {actor}", partial(actor_edits.describe_actor, now, actor, name, kind, gender, "заметка")
        yield f"aliases {actor}", partial(actor_edits.set_aliases, now, actor, [name, " Ли ", "", pick(drawn, NAMES)])
        yield (
            f"merge into {actor}",
            partial(actor_edits.merge_actors, now, actor, [pick(drawn, actors), pick(drawn, actors)]),
        )
        yield f"delete {actor}", partial(actor_edits.delete_actor, now, actor)


@pytest.mark.parametrize("part", range(2))
def test_acts(part: int) -> None:
    out = []
    for seed in range(2000 + part * 35, 2035 + part * 35):
        drawn = Random(seed)
        now = rough(drawn)
        if now.actors() and drawn.random() < 0.5:
            now.inside(0, 1)  # the index is changed, not made anew
        out += [f"# {seed}", *(told(item) for item in now.everything())]
        for name, build in some_acts(drawn, now):
            edit = build()
            try:
                line = act(edit)
                after = now.apply(edit)
            except StaleEdit as error:
                line = f"refused {numbered(str(error))}"
            else:
                same = Layer(now.article, "anna", after.everything())
                assert after == same
                assert after.annotations() == same.annotations()
                assert after.inside(0, len(TEXT)) == same.inside(0, len(TEXT))
                assert after.actors() == same.actors()
                assert after.apply(edit.inverse()) == now
            out.append(f"  {name} → {line}")
        for item in now.annotations():
            changes = (guesses.accepted(item), guesses.refused(item), guesses.refused(item, ["cue", "actor"]))
            out.append(f"  {item.id}: {' & '.join(told(one) for one in changes if one != item)}")
            linked = [one.id for one in now.linked_to(item.id)]
            out.append(f"    nested {[one.id for one in now.nested_in(item.id)]}, linked {linked}")
    same_as_golden(GOLDEN / f"drawn-acts-{part}.txt", "\n".join(out) + "\n")


# -- what a layer refuses ------------------------------------------------------------------------------------------

Q, E, A = (
    Quotation(id="q", form=Form.MIXED, ranges=(Range(0, 3),)),
    Entity(id="e", label="PER", range=Range(4, 6)),
    Actor(id="a", name="Ли"),
)
LENGTH = 12
BROKEN: tuple[tuple[str, tuple[Item, ...]], ...] = (
    ("sound", (Q, E, A)),
    ("to the end", (replace(E, range=Range(4, LENGTH)), replace(Q, cue=Range(LENGTH - 1, LENGTH)))),
    ("all of it", (replace(Q, ranges=(Range(0, LENGTH),)),)),
    ("twice", (E, replace(E, label="ORG"))),
    ("two heads", (Head(), Head())),
    ("beyond the end", (replace(E, range=Range(4, LENGTH + 1)),)),
    ("before the start", (replace(E, range=Range(-1, 2)),)),
    ("empty", (replace(E, range=Range(2, 2)),)),
    ("no content", (replace(Q, ranges=()),)),
    ("content overlaps", (replace(Q, ranges=(Range(0, 3), Range(2, 5))),)),
    ("content touches", (replace(Q, ranges=(Range(0, 3), Range(3, 5))),)),
    ("content unsorted", (replace(Q, ranges=(Range(4, 5), Range(0, 3))),)),
    ("content beyond", (replace(Q, ranges=(Range(0, 3), Range(5, LENGTH + 1))),)),
    ("cue empty", (replace(Q, cue=Range(2, 2)),)),
    ("cue beyond", (replace(Q, cue=Range(2, LENGTH + 1)),)),
    ("mention before", (replace(Q, mention=Range(-2, 1)),)),
    ("no actor", (replace(E, actor="a"),)),
    ("actor a quotation", (Q, replace(E, actor="q"))),
    ("no speaker", (replace(Q, speaker="a"),)),
    ("speaker an entity", (E, replace(Q, speaker="e"))),
    ("parent an actor", (A, replace(Q, parent="a"))),
    ("no parent", (A, replace(Q, parent="x", speaker="a"))),
    ("in itself", (replace(Q, parent="q"),)),
    ("in a circle", (replace(Q, parent="r"), replace(Q, id="r", parent="s"), replace(Q, id="s", parent="q"))),
    ("under a circle", (replace(Q, id="p", parent="q"), replace(Q, parent="r"), replace(Q, id="r", parent="q"))),
    ("in a row", (replace(Q, parent="r"), replace(Q, id="r", parent="s"), replace(Q, id="s"))),
    ("beside in one", (replace(Q, id="o"), replace(Q, parent="o"), replace(Q, id="r", parent="o"))),
    ("linked", (A, replace(E, actor="a"), replace(Q, speaker="a"))),
)  # fmt: skip


def refused(build: Callable[[], object]) -> str:
    try:
        build()
    except StaleEdit as error:
        return str(error)
    return "fine"


def test_what_a_layer_refuses() -> None:
    """Made at once, or by an edit on a layer that is empty or looked at: the same is refused."""
    article = article_of("а" * LENGTH)
    out = []
    for name, items in BROKEN:
        made = refused(partial(Layer, article, "anna", items))
        for empty in (Layer(article, "anna"), looked_at(Layer(article, "anna"))):
            by_edit = refused(partial(empty.apply, Edit("add", (), items)))
            assert (by_edit == "fine") == (made == "fine") or name in ("twice", "two heads")
        out.append(f"{name}: {made} | {by_edit}")
    full = Layer(article, "anna", (A, replace(Q, speaker="a"), replace(E, actor="a"), replace(Q, id="r", parent="q")))
    changes = {
        "taken": Edit("add", (), (E,)),
        "a head more": Edit("add", (), (Head(note="н"),)),
        "head gone": Edit("add", (full.head,), ()),
        "head changed": Edit("add", (full.head,), (Head(note="н"),)),
        "not as it was": Edit("add", (E,), ()),
        "not there": Edit("add", (replace(E, id="y"),), ()),
        "actor gone": Edit("add", (A,), ()),
        "entity gone": Edit("add", (replace(E, actor="a"),), ()),
        "parent gone": Edit("add", (replace(Q, speaker="a"),), ()),
        "child gone": Edit("add", (replace(Q, id="r", parent="q"),), ()),
        "another kind": Edit("add", (replace(Q, id="r", parent="q"),), (replace(E, id="r"),)),
        "into a circle": Edit("add", (replace(Q, speaker="a"),), (replace(Q, parent="r"),)),
        "moved out": Edit("add", (replace(E, actor="a"),), (replace(E, range=Range(5, LENGTH + 1)),)),
    }
    out += [f"{name}: {refused(partial(full.apply, edit))}" for name, edit in changes.items()]
    same_as_golden(GOLDEN / "refused.txt", "\n".join(out) + "\n")


def looked_at(one: Layer) -> Layer:
    one.inside(0, 1)
    return one


def test_text_at_every_offset() -> None:
    out = []
    for whole in [one.replace("🎉", "🎉\u200d🎉") for one in salads(77, 25)]:
        units, held = text.Utf16Map(whole), text.Utf8Map(whole)
        out.append(whole.replace("\n", "¶"))
        lines = []
        for at in range(len(whole) + 1):
            found = [
                text.sentence_at(whole, at),
                text.paragraph_at(whole, at),
                text.snap(whole, Range(at, min(at + 7, len(whole)))),
            ]
            found += [text.trim_edges(whole, Range(at, min(at + 9, len(whole)))), text.token_at(whole, at)]
            found += [text.next_token(whole, at) or Range(-1, -1), text.previous_token(whole, at) or Range(-1, -1)]
            lines.append("  " + " ".join(f"{one.start}–{one.end}" for one in found))
            assert units.to_code_points(units.to_utf16(at)) == at
            assert units.to_utf16(at) == len(whole[:at].encode("utf-16-le")) // 2
            assert held.to_bytes(at) == len(whole[:at].encode())
            assert held.to_code_points(held.to_bytes(at)) == at
        out += dict.fromkeys(lines)
    same_as_golden(GOLDEN / "drawn-offsets.txt", "\n".join(out) + "\n")


def test_crossings_are_those_of_a_plain_comparison() -> None:
    """Each pair of which neither stands in the other, the later one named; rejected ones cross nothing."""
    for seed in range(3000, 3060):
        drawn = Random(seed)
        items: list[Item] = []
        for n in range(12):
            spans = ranges.union([span(drawn, 5) for _ in range(1 + int(drawn.random() * 2))])
            items.append(
                Quotation(
                    id=f"q{n:02}",
                    form=Form.MIXED,
                    ranges=spans,
                    state=pick(drawn, (State.MANUAL, State.REJECTED, State.AUTO)),
                )
            )
        now = Layer(article_of(TEXT), "anna", items)
        inside = {one.id: {at for part in one.ranges for at in range(*part)} for one in now.quotations()}
        wanted = []
        standing = now.quotations()
        for later, item in enumerate(standing):
            for other in standing[:later]:
                one, two = inside[item.id], inside[other.id]
                if one & two and not held(item, other) and not held(other, item):
                    wanted.append((item.id, Range(item.start, min(item.end, other.end))))
        assert sorted((issue.item, issue.range) for issue in check.crossing(now)) == sorted(wanted)


def held(one: Quotation, other: Quotation) -> bool:
    return all(any(outer.contains(inner) for outer in one.ranges) for inner in other.ranges)
