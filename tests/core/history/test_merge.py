"""Three-way merges of items: nothing one side did is lost, what clashes is told, every choice can be carried out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from core.errors import StaleEdit
from core.history.merge import (
    Choice,
    Conflict,
    choices,
    combined,
    differing,
    links,
    merge_items,
    resolve,
    with_fields,
)
from core.model import Actor, Entity, Form, Head, Item, Quotation, Range, State, Status, actor_edits, edits
from core.model.layer import Layer
from tests.acts import article_of, items
from tests.store_samples import make_article, proposals

ARTICLE = make_article()


def layer(*given: Item) -> Layer:
    return Layer(ARTICLE, "Анна", given or proposals())


def table(given: Layer) -> dict[str, Item]:
    return {item.id: item for item in given.everything()}


def test_what_one_side_changed_is_taken_and_what_both_did_alike_is_no_conflict() -> None:
    base = layer()
    ours = base.apply(edits.set_form(base, ["q_2"], Form.MIXED)).apply(edits.accept(base, ["e_1"]))
    theirs = base.apply(edits.set_note(base, "q_1", "новое")).apply(edits.accept(base, ["e_1"]))
    theirs = theirs.apply(edits.add_entity("ORG", Range(0, 5))).apply(edits.set_status(base, Status.DONE))
    merged = merge_items(table(base), table(ours), table(theirs))
    after = ours.apply(merged.edit)
    assert merged.conflicts == ()
    assert after.quotation("q_2").form is Form.MIXED
    assert after.quotation("q_1").note == "новое"
    assert after.head.status is Status.DONE
    assert len(after.entities()) == 3


def test_what_both_changed_otherwise_is_a_conflict_and_ours_stays() -> None:
    base = layer()
    ours = base.apply(edits.set_form(base, ["q_2"], Form.MIXED))
    theirs = base.apply(edits.reject(base, ["q_2"]))
    merged = merge_items(table(base), table(ours), table(theirs))
    assert merged.conflicts == (Conflict("q_2", base.items["q_2"], ours.items["q_2"], theirs.items["q_2"]),)
    assert not merged.edit


def test_a_deletion_and_a_change_are_a_conflict_both_ways() -> None:
    own = Quotation(id="q_own", form=Form.DIRECT, ranges=(Range(0, 3),))
    base = layer(own)
    gone = base.apply(edits.delete(base, ["q_own"]))
    changed = base.apply(edits.set_form(base, ["q_own"], Form.MIXED))
    for ours, theirs in ((gone, changed), (changed, gone)):
        (conflict,) = merge_items(table(base), table(ours), table(theirs)).conflicts
        assert choices(conflict) == (Choice.OURS, Choice.THEIRS)
        assert ours.apply(resolve(ours, conflict, Choice.THEIRS)).items == theirs.items
        assert not resolve(ours, conflict, Choice.OURS)


def test_a_deleted_actor_that_the_other_side_links_to_stays() -> None:
    base = layer(Actor(id="a", name="А"), Entity(id="e", label="PER", range=Range(0, 3)))
    ours = base.apply(actor_edits.delete_actor(base, "a"))
    theirs = base.apply(actor_edits.move_to_actor(base, ["e"], "a"))
    for mine, other in ((ours, theirs), (theirs, ours)):
        after = mine.apply(merge_items(table(base), table(mine), table(other)).edit)
        assert after.actor("a") is not None
        assert dict(links(after.items["e"])) == {"actor": "a"}


def test_a_circle_that_only_both_together_make_is_a_conflict() -> None:
    one = Quotation(id="q1", form=Form.DIRECT, ranges=(Range(0, 9),))
    two = Quotation(id="q2", form=Form.DIRECT, ranges=(Range(2, 5),))
    base = layer(one, two)
    ours = base.apply(edits.set_parent(base, "q1", "q2"))
    theirs = base.apply(edits.set_parent(base, "q2", "q1"))
    merged = merge_items(table(base), table(ours), table(theirs))
    assert [conflict.item for conflict in merged.conflicts] == ["q2"]
    after = ours.apply(merged.edit)
    resolved = after.apply(resolve(after, merged.conflicts[0], Choice.THEIRS))
    assert (resolved.quotation("q1").parent, resolved.quotation("q2").parent) == ("q2", None)


def test_fields_that_differ_on_one_side_each_can_be_combined() -> None:
    base = layer()
    ours = base.apply(edits.set_form(base, ["q_2"], Form.MIXED))
    theirs = base.apply(edits.set_cue(base, "q_2", Range(0, 5)))
    (conflict,) = merge_items(table(base), table(ours), table(theirs)).conflicts
    assert choices(conflict) == (Choice.OURS, Choice.THEIRS, Choice.COMBINED, Choice.BOTH, Choice.FIELDS)
    both = combined(conflict)
    assert isinstance(both, Quotation)
    assert (both.form, both.cue, both.state) == (Form.MIXED, Range(0, 5), State.CORRECTED)
    after = ours.apply(resolve(ours, conflict, Choice.COMBINED))
    assert after.items["q_2"] == both
    assert not resolve(after, conflict, Choice.COMBINED)
    two = ours.apply(resolve(ours, conflict, Choice.BOTH))
    assert len(two.quotations()) == 3
    theirs_again = replace(conflict.theirs, form=Form.DIRECT) if conflict.theirs else None
    clash = conflict._replace(theirs=theirs_again)
    assert combined(clash) is None
    with pytest.raises(ValueError, match="combined"):
        resolve(ours, clash, Choice.COMBINED)


def test_each_field_is_taken_from_the_side_that_is_picked() -> None:
    base = layer()
    ours = base.apply(edits.set_form(base, ["q_2"], Form.MIXED))
    theirs = base.apply(edits.set_form(base, ["q_2"], Form.DIRECT))
    ours, theirs = ours.apply(edits.set_note(ours, "q_2", "наше")), theirs.apply(edits.set_note(theirs, "q_2", "их"))
    (conflict,) = merge_items(table(base), table(ours), table(theirs)).conflicts
    assert differing(conflict) == ("form", "note")
    after = ours.apply(resolve(ours, conflict, Choice.FIELDS, {"note"})).quotation("q_2")
    assert (after.form, after.note, after.state) == (Form.MIXED, "их", State.CORRECTED)
    assert not resolve(ours, conflict, Choice.FIELDS)
    whole = ours.apply(resolve(ours, conflict, Choice.FIELDS, {"note", "form"}))
    assert whole.items["q_2"] == theirs.items["q_2"]


def test_a_picked_field_brings_whether_it_was_a_guess() -> None:
    span = (Range(0, 9),)
    ours = Quotation(id="q", form=Form.DIRECT, ranges=span, cue=Range(10, 12), guessed=("cue",))
    theirs = Quotation(
        id="q", form=Form.MIXED, ranges=span, cue=Range(13, 15), mention=Range(16, 18), guessed=("mention",)
    )
    conflict = Conflict("q", None, ours, theirs)
    made = with_fields(conflict, {"mention"})
    assert isinstance(made, Quotation)
    assert (made.form, made.cue, made.mention) == (Form.DIRECT, ours.cue, theirs.mention)
    assert made.guessed == ("cue", "mention")
    assert made.state is State.MANUAL
    other = with_fields(conflict, {"cue"})
    assert isinstance(other, Quotation)
    assert other.guessed == ()


def test_a_guess_does_not_beat_what_a_person_says() -> None:
    base = Quotation(id="q", form=Form.DIRECT, ranges=(Range(0, 9),))
    one, other = Range(10, 12), Range(13, 15)
    ours = replace(base, cue=one, guessed=("cue",), form=Form.MIXED)
    theirs = replace(base, cue=other, mention=one, guessed=("mention",))
    for mine, they in ((ours, theirs), (theirs, ours)):
        both = combined(Conflict("q", base, mine, they))
        assert isinstance(both, Quotation)
        assert (both.form, both.cue, both.mention, both.guessed) == (Form.MIXED, other, one, ("mention",))
    assert combined(Conflict("q", base, ours, replace(ours, cue=other))) is None, "two guesses are a conflict"


def test_a_guess_that_one_side_settled_is_settled() -> None:
    base = Quotation(
        id="q", form=Form.DIRECT, ranges=(Range(0, 9),), cue=Range(10, 12), mention=Range(13, 15),
        guessed=("cue", "mention"),
    )  # fmt: skip
    ours, theirs = replace(base, guessed=("mention",)), replace(base, guessed=("cue",))
    both = combined(Conflict("q", base, ours, theirs))
    assert isinstance(both, Quotation)
    assert (both.cue, both.mention, both.guessed) == (base.cue, base.mention, ())
    changed = replace(base, cue=Range(4, 5), guessed=("mention",))
    assert combined(Conflict("q", base, changed, theirs)) == replace(changed, guessed=()), "one cue each, no clash"
    settled = replace(base, guessed=("mention",), note="их")
    assert combined(Conflict("q", base, changed, settled)) is None, "both sides said something of the cue"


def test_nothing_is_picked_field_by_field_of_what_one_side_deleted() -> None:
    base = layer()
    conflict = Conflict("q_2", base.items["q_2"], base.items["q_2"], None)
    assert differing(conflict) == ()
    assert Choice.FIELDS not in choices(conflict)
    with pytest.raises(ValueError, match="fields"):
        resolve(base, conflict, Choice.FIELDS, {"note"})


def test_states_that_differ_combine_to_corrected() -> None:
    base = layer()
    ours = base.apply(edits.accept(base, ["q_2"]))
    theirs = base.apply(edits.set_cue(base, "q_2", None))
    (conflict,) = merge_items(table(base), table(ours), table(theirs)).conflicts
    both = combined(conflict)
    assert isinstance(both, Quotation)
    assert (both.state, both.cue) == (State.CORRECTED, None)


def test_a_choice_fits_the_layer_as_it_has_become() -> None:
    base = layer()
    ours = base.apply(edits.set_note(base, "e_1", "наше"))
    theirs = base.apply(edits.set_note(base, "e_1", "их"))
    (conflict,) = merge_items(table(base), table(ours), table(theirs)).conflicts
    later = ours.apply(actor_edits.delete_actor(ours, "a_lugin"))
    resolved = later.apply(resolve(later, conflict, Choice.THEIRS)).items["e_1"]
    assert isinstance(resolved, Entity)
    assert (resolved.note, resolved.actor) == ("их", None)


def test_taking_their_deletion_loosens_what_points_there() -> None:
    base = layer()
    ours = base.apply(actor_edits.rename_actor(base, "a_lugin", "П. Лугин"))
    conflict = Conflict("a_lugin", base.items["a_lugin"], ours.items["a_lugin"], None)
    after = ours.apply(resolve(ours, conflict, Choice.THEIRS))
    assert after.actors() == []
    assert all(not list(links(item)) for item in after.annotations())
    assert not resolve(after, conflict, Choice.THEIRS)


def test_heads_are_merged_like_items_but_never_deleted() -> None:
    base = layer()
    ours = base.apply(edits.set_status(base, Status.DONE))
    theirs = base.apply(edits.set_note(base, "head", "спорно"))
    (conflict,) = merge_items(table(base), table(ours), table(theirs)).conflicts
    assert choices(conflict) == (Choice.OURS, Choice.THEIRS, Choice.COMBINED, Choice.FIELDS)
    after = ours.apply(resolve(ours, conflict, Choice.COMBINED))
    assert (after.head.status, after.head.note) == (Status.DONE, "спорно")
    assert not resolve(ours, Conflict("head", base.head, ours.head, None), Choice.THEIRS)


TEXT = 'а «бв», — где "ж" зи. ' * 4


@given(base=items(len(TEXT)), ours=items(len(TEXT)), theirs=items(len(TEXT)), choice=st.randoms(use_true_random=False))
def test_any_three_layers_merge_into_one_that_holds_together(
    base: list[Item], ours: list[Item], theirs: list[Item], choice: object
) -> None:
    article = article_of(TEXT)
    sides = [
        Layer(article, "x", [item for item in side if not isinstance(item, Head)]) for side in (base, ours, theirs)
    ]
    tables = [table(side) for side in sides]
    merged = merge_items(*tables)
    after = sides[1].apply(merged.edit)
    clashes = {conflict.item for conflict in merged.conflicts}
    for item_id, item in tables[1].items():
        if tables[0].get(item_id) != item:  # what we did is there
            assert after.get(item_id) == item
    for item_id, item in tables[2].items():
        if tables[0].get(item_id) != item and item_id not in clashes:  # what they did is there too
            assert after.get(item_id) == item
    for conflict in merged.conflicts:
        for way in choices(conflict):
            try:
                after = after.apply(resolve(after, conflict, way))
            except StaleEdit as error:
                raise AssertionError(way) from error


def test_of_what_a_person_made_both_together_is_a_persons_too() -> None:
    base = layer(Quotation(id="q_own", form=Form.DIRECT, ranges=(Range(0, 3),)))
    own = base.quotation("q_own")
    assert own.state is State.MANUAL
    for mine, other in ((State.MANUAL, State.REJECTED), (State.ACCEPTED, State.REJECTED)):
        both = combined(Conflict("q_own", own, replace(own, state=mine), replace(own, state=other, note="их")))
        assert isinstance(both, Quotation)
        assert (both.state, both.note) == (State.MANUAL, "их")
    proposed = replace(own, state=State.AUTO)
    both = combined(Conflict("q_own", proposed, own, replace(own, state=State.REJECTED)))
    assert isinstance(both, Quotation)
    assert both.state is State.CORRECTED
