"""What a layer refuses, what it finds at an offset, and in which order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from core.errors import StaleEdit
from core.model import Actor, Entity, Form, Head, Item, Quotation, Range, State, Status
from core.model.layer import Edit, Layer
from core.model.marks import CHUNK, Part, marks_of
from tests.acts import article_of, layers

TEXT = "слово " * 1000


def entity(item_id: str, start: int, end: int, **fields: object) -> Entity:
    return Entity(id=item_id, label="PER", range=Range(start, end), **fields)  # type: ignore[arg-type]


def layer_of(*items: Item) -> Layer:
    return Layer(article_of(TEXT), "anna", items)


@pytest.mark.parametrize(
    "items",
    [
        [entity("e1", 5, 5)],
        [entity("e1", -1, 5)],
        [entity("e1", 0, len(TEXT) + 1)],
        [entity("e1", 0, 5), entity("e1", 6, 9)],
        [entity("e1", 0, 5, actor="a1")],
        [entity("e0", 0, 5), entity("e1", 0, 5, actor="e0")],
        [Quotation(id="q1", form=Form.DIRECT, ranges=())],
        [Quotation(id="q1", form=Form.DIRECT, ranges=(Range(5, 9), Range(0, 3)))],
        [Quotation(id="q1", form=Form.DIRECT, ranges=(Range(0, 6), Range(5, 9)))],
        [Quotation(id="q1", form=Form.DIRECT, ranges=(Range(0, 6),), cue=Range(9, 9))],
        [Quotation(id="q1", form=Form.DIRECT, ranges=(Range(0, 6),), parent="q1")],
        [Quotation(id="q1", form=Form.DIRECT, ranges=(Range(0, 6),), parent="q2")],
        [entity("e1", 0, 5), Quotation(id="q1", form=Form.DIRECT, ranges=(Range(0, 6),), parent="e1")],
        [Head(), Head(status=Status.DONE)],
    ],
)
def test_items_that_do_not_fit_the_text_or_each_other_are_refused(items: list[Item]) -> None:
    with pytest.raises(StaleEdit):
        layer_of(*items)


@given(layers(), st.data())
def test_the_marks_at_a_place_are_those_that_hold_it(layer: Layer, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(layer.article.text) - 1))
    every = [mark for item in layer.items.values() for mark in marks_of(item)]
    found = layer.at(offset)
    assert set(found) == {mark for mark in every if mark.start <= offset < mark.end}
    lengths = [mark.end - mark.start for mark in found]
    assert lengths == sorted(lengths)


def test_a_mark_over_many_slots_is_found_in_each_and_once() -> None:
    layer = layer_of(entity("e1", 10, 4 * CHUNK), entity("e2", CHUNK, CHUNK + 1))
    assert [mark.item for mark in layer.inside(0, len(TEXT))] == ["e1", "e2"]
    assert [mark.item for mark in layer.at(3 * CHUNK)] == ["e1"]
    assert layer.at(3 * CHUNK)[0].part is Part.ENTITY
    assert layer.at(3 * CHUNK)[0].range == Range(10, 4 * CHUNK)


def test_annotations_go_on_from_an_item_or_an_offset_both_ways() -> None:
    layer = layer_of(entity("e1", 0, 5), entity("e2", 6, 11), entity("e3", 6, 9), entity("e4", 12, 17))
    assert [item.id for item in layer.annotations_from(layer.items["e2"])] == ["e3", "e4"]  # type: ignore[arg-type]
    assert [item.id for item in layer.annotations_from(6)] == ["e2", "e3", "e4"]
    assert [item.id for item in layer.annotations_from(6, back=True)] == ["e1"]
    assert [item.id for item in layer.annotations_from(layer.items["e3"], back=True)] == ["e2", "e1"]  # type: ignore[arg-type]


def test_lists_leave_rejected_items_out_unless_asked() -> None:
    layer = layer_of(entity("e1", 0, 5, state=State.REJECTED), entity("e2", 6, 11))
    assert [item.id for item in layer.entities()] == ["e2"]
    assert [item.id for item in layer.entities(rejected=True)] == ["e1", "e2"]


def test_get_finds_items_and_the_head() -> None:
    layer = layer_of(Actor(id="a1", name="Арина"), entity("e1", 0, 5), Head(status=Status.DONE))
    assert layer.get("head") == Head(status=Status.DONE)
    assert layer.get("a1") == layer.actor("a1")
    assert layer.get("nobody") is None
    assert layer.actor(None) is layer.actor("e1") is None
    with pytest.raises(KeyError):
        layer.quotation("e1")


def test_layers_of_other_people_or_texts_are_not_equal() -> None:
    assert layer_of() != Layer(article_of(TEXT), "boris")
    assert layer_of() != Layer(article_of("x"), "anna")
    assert layer_of() != "layer"
    assert layer_of(Head(status=Status.DONE)) != layer_of()


def test_a_parent_must_be_there_and_stay() -> None:
    outer = Quotation(id="q1", form=Form.DIRECT, ranges=(Range(0, 23),))
    inner = Quotation(id="q2", form=Form.MIXED, ranges=(Range(6, 11),), parent="q1")
    layer = layer_of(outer)
    with pytest.raises(StaleEdit, match="q9"):
        layer.apply(Edit("add-quotation", (), (replace(inner, parent="q9"),)))
    both = layer.apply(Edit("add-quotation", (), (inner,)))
    with pytest.raises(StaleEdit, match="q2 points to an item that would be gone"):
        both.apply(Edit("delete", (outer,), ()))
    assert both.apply(Edit("delete", (outer, inner), ())).quotations() == []


KINDS: tuple[Item, ...] = (
    Actor(id="x", name="Пётр"), entity("x", 0, 5), Quotation(id="x", form=Form.DIRECT, ranges=(Range(0, 6),)),
)  # fmt: skip
POINTING: tuple[Item, ...] = (
    entity("e", 6, 9, actor="x"), Quotation(id="q", form=Form.DIRECT, ranges=(Range(6, 9),), speaker="x"),
    Quotation(id="q", form=Form.DIRECT, ranges=(Range(6, 9),), parent="x"),
)  # fmt: skip


@given(old=st.sampled_from(KINDS), new=st.sampled_from(KINDS), other=st.sampled_from(POINTING), moved=st.booleans())
def test_an_item_becomes_another_kind_only_where_nothing_points_to_the_old_one(
    old: Item, new: Item, other: Item, moved: bool
) -> None:
    """Whatever an edit makes of a layer can be read again as one."""
    try:
        layer = layer_of(old, other)
    except StaleEdit:
        return
    edit = Edit("change", (old, other) if moved else (old,), (new, other) if moved else (new,))
    try:
        expected = layer_of(new, other)
    except StaleEdit:
        with pytest.raises(StaleEdit):
            layer.apply(edit)
    else:
        assert layer.apply(edit) == expected
