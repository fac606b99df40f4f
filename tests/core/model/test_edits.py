"""Every act gives a layer that holds, its inverse the layer before; the index never differs from a fresh one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import StaleEdit
from core.model import Actor, Entity, Form, Quotation, Range, State, Status, actor_edits, edits, new_id
from core.model.layer import Edit, Layer
from tests.acts import acts, article_of, layers

TEXT = "«Мост готов», — сказала Арина Велехова. По её словам, движение откроют в мае."


def layer_of(*items: object) -> Layer:
    return Layer(article_of(TEXT), "anna", items)  # type: ignore[arg-type]


def quotation(item_id: str = "q1", **fields: object) -> Quotation:
    given_fields = {"form": Form.DIRECT, "ranges": (Range(0, 12),), **fields}
    return Quotation(id=item_id, **given_fields)  # type: ignore[arg-type]


@settings(max_examples=200)
@given(st.data(), layers())
def test_any_sequence_of_acts_undone_gives_the_first_state_back(data: st.DataObject, first: Layer) -> None:
    layer, done = first, []
    for _ in range(data.draw(st.integers(1, 6))):
        edit = data.draw(acts(layer))
        layer = layer.apply(edit)
        done.append(edit)
        fresh = Layer(layer.article, layer.annotator, layer.everything())
        assert layer == fresh
        length = len(layer.article.text)
        assert layer.inside(0, length) == fresh.inside(0, length)
        assert layer.annotations() == fresh.annotations()
        assert layer.actors() == fresh.actors()
    for edit in reversed(done):
        layer = layer.apply(edit.inverse())
    assert layer == first
    assert layer.annotations() == first.annotations()


@settings(max_examples=100)
@given(st.data(), layers())
def test_an_edit_that_was_applied_is_refused_the_second_time(data: st.DataObject, layer: Layer) -> None:
    edit = data.draw(acts(layer))
    if edit:
        with pytest.raises(StaleEdit):
            layer.apply(edit).apply(edit)


def test_correcting_a_proposal_says_so_and_own_work_stays_manual() -> None:
    layer = layer_of(quotation(state=State.AUTO), quotation("q2", state=State.MANUAL))
    after = layer.apply(edits.set_form(layer, ["q1", "q2"], Form.MIXED))
    assert (after.quotation("q1").state, after.quotation("q2").state) == (State.CORRECTED, State.MANUAL)


def test_setting_what_is_there_already_changes_nothing() -> None:
    layer = layer_of(quotation(state=State.AUTO))
    assert not edits.set_form(layer, ["q1"], Form.DIRECT)
    assert not edits.set_cue(layer, "q1", None)


def test_accept_settles_only_open_proposals_and_brings_rejected_ones_back() -> None:
    states = {"q1": State.AUTO, "q2": State.CORRECTED, "q3": State.REJECTED}
    layer = layer_of(*(quotation(item_id, state=state) for item_id, state in states.items()))
    after = layer.apply(edits.accept(layer, states))
    assert [after.quotation(q).state for q in states] == [State.ACCEPTED, State.CORRECTED, State.ACCEPTED]


def test_delete_rejects_proposals_deletes_own_work_and_moves_children_up() -> None:
    layer = layer_of(
        quotation("q1"),
        quotation("q2", parent="q1", state=State.AUTO),
        quotation("q3", parent="q2"),
        quotation("q4", parent="q3", state=State.ACCEPTED),
    )
    after = layer.apply(edits.delete(layer, ["q1", "q2", "q3"]))
    assert set(after.items) == {"q2", "q4"}
    assert after.quotation("q2").state is State.REJECTED
    assert after.quotation("q2").parent is None
    assert after.quotation("q4") == quotation("q4", parent="q2", state=State.ACCEPTED)


def test_deleting_a_rejected_proposal_changes_nothing() -> None:
    layer = layer_of(quotation(state=State.REJECTED))
    assert not edits.delete(layer, ["q1"])


def test_reject_keeps_the_item_out_of_sight() -> None:
    layer = layer_of(quotation(), Entity(id="e1", label="PER", range=Range(24, 38)))
    after = layer.apply(edits.reject(layer, ["q1", "e1"]))
    assert (after.quotations(), after.entities()) == ([], [])
    assert len(after.quotations(rejected=True)) == len(after.entities(rejected=True)) == 1


def test_cut_range_splits_a_range_and_never_empties_a_quotation() -> None:
    layer = layer_of(quotation(ranges=(Range(0, 12), Range(20, 30))))
    after = layer.apply(edits.cut_range(layer, "q1", Range(4, 24)))
    assert after.quotation("q1").ranges == (Range(0, 4), Range(24, 30))
    assert not edits.cut_range(layer, "q1", Range(0, 40))


def test_add_range_joins_what_overlaps_and_keeps_apart_what_only_touches() -> None:
    layer = layer_of(quotation(ranges=(Range(0, 5),)))
    assert edits.add_range(layer, "q1", Range(3, 9)).added[0].ranges == (Range(0, 9),)  # type: ignore[union-attr]
    assert edits.add_range(layer, "q1", Range(5, 9)).added[0].ranges == (Range(0, 5), Range(5, 9))  # type: ignore[union-attr]


def test_split_then_join_gives_the_content_back() -> None:
    actor = Actor(id="a1", name="Арина Велехова")
    layer = layer_of(actor, quotation(ranges=(Range(0, 12),), cue=Range(16, 23), speaker="a1"))
    split = layer.apply(edits.split_quotation(layer, "q1", 5))
    first, second = split.quotations()
    assert (first.ranges, second.ranges) == ((Range(0, 5),), (Range(6, 12),))
    assert (second.cue, second.speaker) == (Range(16, 23), "a1")
    joined = split.apply(edits.join_quotations(split, first.id, second.id))
    assert joined == layer
    assert not edits.split_quotation(layer, "q1", 0)
    assert not edits.join_quotations(layer, "q1", "q1")


def test_joining_with_the_quotation_around_leaves_no_circle() -> None:
    layer = layer_of(quotation("q1"), quotation("q2", parent="q1"), quotation("q3", parent="q2"))
    after = layer.apply(edits.join_quotations(layer, "q3", "q1"))
    assert (after.quotation("q3").parent, after.quotation("q2").parent) == (None, "q3")


def test_a_quotation_cannot_come_to_stand_in_itself() -> None:
    layer = layer_of(quotation("q1"), quotation("q2", parent="q1"))
    assert not edits.set_parent(layer, "q1", "q2")
    assert not edits.set_parent(layer, "q1", "q1")
    with pytest.raises(StaleEdit):
        layer.apply(Edit("x", (quotation("q1"),), (quotation("q1", parent="q2"),)))


def test_set_mention_can_set_the_speaker_along() -> None:
    layer = layer_of(Actor(id="a1", name="Арина Велехова"), quotation())
    after = layer.apply(edits.set_mention(layer, "q1", Range(24, 38), "a1"))
    assert (after.quotation("q1").mention, after.quotation("q1").speaker) == (Range(24, 38), "a1")


def test_merging_actors_moves_all_that_resolved_to_them() -> None:
    layer = layer_of(
        Actor(id="a1", name="Арина Велехова"),
        Actor(id="a2", name="Велехова"),
        quotation(speaker="a2"),
        Entity(id="e1", label="PER", range=Range(24, 38), actor="a2"),
    )
    after = layer.apply(actor_edits.merge_actors(layer, "a1", ["a2", "a1"]))
    assert [actor.id for actor in after.actors()] == ["a1"]
    assert [item.id for item in after.linked_to("a1")] == ["q1", "e1"]


def test_deleting_an_actor_leaves_its_quotations_without_a_speaker() -> None:
    layer = layer_of(Actor(id="a1", name="Арина Велехова"), quotation(speaker="a1"))
    after = layer.apply(actor_edits.delete_actor(layer, "a1"))
    assert after.quotation("q1").speaker is None
    with pytest.raises(StaleEdit):
        layer.apply(Edit("x", (layer.items["a1"],), ()))


def test_a_layer_keeps_its_head_and_its_status() -> None:
    layer = layer_of()
    assert layer.apply(edits.set_status(layer, Status.DONE)).head.status is Status.DONE
    with pytest.raises(StaleEdit):
        layer.apply(Edit("x", (layer.head,), ()))


def test_flags_go_up_and_down_and_do_not_settle_anything() -> None:
    layer = layer_of(quotation(state=State.AUTO))
    up = layer.apply(edits.toggle_flag(layer, "q1", "unsure"))
    assert (up.quotation("q1").flags, up.quotation("q1").state) == (("unsure",), State.AUTO)
    assert up.apply(edits.toggle_flag(up, "q1", "unsure")) == layer


@pytest.mark.parametrize(
    "act",
    [
        lambda layer: edits.set_entity_range(layer, "q1", Range(0, 1)),
        lambda layer: edits.set_cue(layer, "e1", None),
        lambda layer: edits.set_note(layer, "nobody", "x"),
        lambda layer: edits.toggle_flag(layer, "a1", "unsure"),
        lambda layer: actor_edits.rename_actor(layer, "q1", "x"),
    ],
)
def test_an_act_on_the_wrong_kind_of_item_is_a_bug_and_says_which(act: object) -> None:
    layer = layer_of(Actor(id="a1", name="Арина"), quotation(), Entity(id="e1", label="PER", range=Range(24, 38)))
    with pytest.raises(KeyError):
        act(layer)  # type: ignore[operator]


def test_new_ids_differ_and_say_what_they_are_of() -> None:
    ids = {new_id(Quotation) for _ in range(1000)}
    assert len(ids) == 1000
    assert all(item_id.startswith("q_") for item_id in ids)
