"""What differs between layers, seen one kind at a time, and what stays the same under any edit of ids and actors."""

from __future__ import annotations

import pytest
from hypothesis import given
from msgspec.structs import replace

from core.comparing.compare import Kind, compare, name_key, same_source
from core.errors import UserError
from core.model import Actor, Entity, Form, Item, Quotation, Range, State
from core.model.layer import Layer
from tests.acts import article_of, layers

TEXT = (
    "«Завод построят, — сказал директор завода Пётр Лебедев, — к маю». По словам главы, «дорога» готова. Ульяна ждёт."
)
ARTICLE = article_of(TEXT)
ACTORS = (Actor(id="a1", name="Пётр Лебедев"), Actor(id="a2", name="глава"), Actor(id="a3", name="Лебедев"))
FIRST = Quotation(
    id="q1",
    form=Form.DIRECT,
    ranges=(Range(0, 15), Range(58, 64)),
    cue=Range(19, 25),
    mention=Range(26, 54),
    speaker="a1",
)
INNER = Quotation(id="q2", form=Form.MIXED, ranges=(Range(1, 6),), parent="q1")
NAME = Entity(id="e1", label="PER", range=Range(42, 54), actor="a1")


def layer(name: str, *items: Item) -> Layer:
    return Layer(ARTICLE, name, (*ACTORS, *items))


def kinds(one: tuple[Item, ...], other: tuple[Item, ...]) -> list[set[Kind]]:
    found = compare((layer("anna", *one), layer("boris", *other)))
    return [set(match.kinds) for match in found.matches]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, set()),
        ({"id": "q9"}, set()),
        ({"state": State.ACCEPTED, "note": "заметка", "score": 0.5}, set()),
        ({"ranges": (Range(0, 14), Range(58, 64))}, {Kind.BOUNDARY}),
        ({"ranges": (Range(0, 15), Range(60, 64))}, {Kind.BOUNDARY}),
        ({"ranges": (Range(1, 15), Range(58, 63))}, {Kind.EDGE}),
        ({"form": Form.MIXED}, {Kind.FORM}),
        ({"cue": None}, {Kind.CUE}),
        ({"mention": Range(42, 54)}, {Kind.MENTION}),
        ({"speaker": "a2"}, {Kind.SPEAKER}),
        ({"speaker": None}, {Kind.SPEAKER}),
        ({"speaker": "a3"}, {Kind.NAME}),
        ({"form": Form.INDIRECT, "speaker": "a2"}, {Kind.FORM, Kind.SPEAKER}),
    ],
)
def test_a_quotation_differs_by_what_was_changed(changes: dict[str, object], expected: set[Kind]) -> None:
    assert kinds((FIRST,), (replace(FIRST, **changes),)) == [expected]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, set()),
        ({"range": Range(47, 54)}, {Kind.BOUNDARY}),
        ({"range": Range(41, 54)}, {Kind.EDGE}),
        ({"label": "ORG"}, {Kind.LABEL}),
        ({"actor": "a2"}, {Kind.SPEAKER}),
        ({"actor": "a3"}, {Kind.NAME}),
    ],
)
def test_an_entity_differs_by_what_was_changed(changes: dict[str, object], expected: set[Kind]) -> None:
    assert kinds((NAME,), (replace(NAME, **changes),)) == [expected]


def test_what_one_layer_lacks_is_only_in_the_other() -> None:
    assert kinds((FIRST, NAME), (NAME,)) == [{Kind.ONLY}, set()]
    assert kinds((), (FIRST,)) == [{Kind.ONLY}]
    assert kinds((FIRST,), (replace(FIRST, state=State.REJECTED),)) == [{Kind.ONLY}]


def test_nesting_is_compared_through_the_alignment_and_not_by_ids() -> None:
    renamed = (replace(INNER, id="x", parent="y"), replace(FIRST, id="y"))
    assert kinds((FIRST, INNER), renamed) == [set(), set()]
    assert kinds((FIRST, INNER), (FIRST, replace(INNER, parent=None))) == [set(), {Kind.PARENT}]


def test_three_layers_differ_where_any_two_do() -> None:
    found = compare((layer("a", FIRST), layer("b", FIRST), layer("c", replace(FIRST, form=Form.MIXED), NAME)))
    assert [set(match.kinds) for match in found.matches] == [{Kind.FORM}, {Kind.ONLY}]
    assert [match.versions.count(None) for match in found.matches] == [0, 2]
    assert found.annotators == ("a", "b", "c")


def test_one_layer_alone_is_all_to_be_looked_at() -> None:
    assert [match.kinds for match in compare((layer("anna", FIRST, NAME),)).matches] == [{Kind.ONLY}] * 2


def test_nothing_is_compared_with_nothing() -> None:
    with pytest.raises(ValueError, match="nothing to compare"):
        compare(())


def test_matches_come_in_reading_order_and_are_found_by_their_items() -> None:
    found = compare((layer("anna", NAME, FIRST, INNER), layer("boris", FIRST)))
    assert [match.span for match in found.matches] == [Range(0, 64), Range(1, 6), Range(42, 54)]
    assert found.match_of(0, "q2") is found.matches[1]
    assert found.match_of(1, "q2") is None
    assert found.match_of(0, None) is None
    assert found.differences([Kind.ONLY]) == list(found.matches[1:])
    assert found.differences([Kind.FORM]) == []
    assert found.agreed == [found.matches[0]]


def test_content_of_marks_alone_is_compared_as_it_is_marked() -> None:
    marks = Quotation(id="q1", form=Form.DIRECT, ranges=(Range(15, 18),))
    assert kinds((marks,), (marks,)) == [set()]


def test_texts_that_part_are_refused_with_the_place() -> None:
    other = Layer(article_of(TEXT.replace("дорога", "дача")), "boris")
    with pytest.raises(UserError) as refused:
        compare((layer("anna"), other))
    assert refused.value.code == "layers-differ"
    assert refused.value.facts["at"] == TEXT.index("дорога") + 1
    assert "anna" in str(refused.value)
    with pytest.raises(UserError):
        compare((layer("anna"), Layer(article_of(TEXT, "a-2"), "boris")))
    with pytest.raises(UserError):
        compare((layer("anna"), Layer(article_of(TEXT + "!"), "boris")))


@given(layers())
def test_a_layer_agrees_with_itself(one: Layer) -> None:
    found = compare((one, Layer(one.article, "boris", one.everything())))
    assert found.differences() == []
    assert len(found.agreed) == len(one.quotations()) + len(one.entities())


@given(layers())
def test_every_item_of_every_layer_is_in_one_match(one: Layer) -> None:
    other = Layer(one.article, "boris", [item for item in one.items.values() if isinstance(item, Actor)])
    found = compare((one, other))
    ids = [item.id for match in found.matches for item in match.present]
    assert sorted(ids) == sorted(item.id for item in [*one.quotations(), *one.entities()])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Пётр Лебедев", "Петр  лебедев", True),
        ("Лебедев", "Пётр Лебедев", True),
        ("Пётр Лебедев", "Иван Лебедев", False),
        (None, None, True),
        (None, "Лебедев", False),
        ("…", "…", False),
        ("Пётр Лебедев-Белов", "Лебедев-Белов", True),
        ("Пётр Лебедев-Белов", "Белов", False),
        ("завод «Заря»", "Заря", True),
    ],
)
def test_sources_are_the_same_up_to_a_shorter_name(one: str | None, other: str | None, same: bool) -> None:
    assert same_source(one, other) is same
    assert same_source(other, one) is same


def test_names_are_unified_without_case_yo_and_spaces() -> None:
    assert name_key(" Пётр  Ёлкин ") == name_key("петр елкин")
    assert name_key(None) is None
