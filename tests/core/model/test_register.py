"""The register of sources as a value: acts and their inverses, redirects, what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from core.errors import StaleEdit
from core.model import Actor, ActorKind, Article, Entity, Range
from core.model.gender import Gender, gender_of
from core.model.layer import Layer
from core.model.register import (
    Appearance,
    Register,
    Source,
    SourceEdit,
    add,
    as_actor,
    describe,
    heard,
    link,
    made_of,
    merge,
    part,
    remove,
    tell_apart,
    told_apart,
)
from core.model.text import digest

NAMES = ("Нина Белова", "Н. Белова", "Глеб Ершов", "Новый день", "нина белова")
IDS = ("s_1", "s_2", "s_3", "s_4")


@st.composite
def acts(draw: st.DrawFn) -> list[tuple[str, str, str, str]]:
    act = st.tuples(
        st.sampled_from(("add", "describe", "merge", "part", "remove")),
        st.sampled_from(IDS), st.sampled_from(IDS), st.sampled_from(NAMES),
    )  # fmt: skip
    return draw(st.lists(act, max_size=14))


def edits_of(register: Register, act: tuple[str, str, str, str]) -> list[SourceEdit]:
    """Return the edits of a drawn act; none where the window would not offer it."""
    name, one, other, words = act
    held = register.get(one)
    if name == "add":
        return add(Source(id=one, name=words)) if held is None else []
    if held is None:
        return []
    if name == "describe":
        return describe(held, replace(held, name=words, role=words[:3]))
    if name == "merge":
        kept, gone = register.resolve(one), register.resolve(other)
        return merge(register, kept.id, [gone.id]) if kept is not None and gone is not None else []
    return part(register, one) if name == "part" else remove(register, one) if held.merged is None else []


@given(acts())
def test_every_act_is_taken_back_by_its_inverse_and_every_id_means_one_listed_source(
    drawn: list[tuple[str, str, str, str]],
) -> None:
    states, done = [Register()], []
    for act in drawn:
        edits = edits_of(states[-1], act)
        done.append(edits)
        states.append(states[-1].apply(edits))
        register = states[-1]
        listed = register.listed()
        assert len(register) == len(listed)
        for one in register:
            meant = register.resolve(one.id)
            assert meant is not None
            assert meant in listed
            assert (one in register.merged_into(meant.id)) == (one != meant)
            assert one.name not in one.aliases
    for edits, before in zip(reversed(done), reversed(states[:-1]), strict=True):
        register = register.apply([edit.inverse() for edit in reversed(edits)])
        assert register == before


def test_a_source_that_is_renamed_keeps_its_old_name() -> None:
    (edit,) = describe(Source(id="s_1", name="Н. Белова"), Source(id="s_1", name="  Нина   Белова "))
    assert edit.after == Source(id="s_1", name="Нина Белова", aliases=("Н. Белова",))
    assert describe(Source(id="s_1", name="Нина"), Source(id="s_1", name="Нина")) == []
    (edit,) = describe(Source(id="s_1", name="нина"), Source(id="s_1", name="Нина"))
    assert edit.after is not None
    assert edit.after.aliases == ()


def test_merging_keeps_what_is_told_and_takes_what_is_not() -> None:
    one = Source(id="s_1", name="Нина Белова", kind=ActorKind.PERSON, note="да")
    two = Source(id="s_2", name="Белова", role="мэр", note="нет", gender=Gender.FEMININE, identifier="Q1")
    edits = merge(Register([one, two]), "s_1", ["s_2", "s_1"])
    assert edits[0].after == replace(
        one, aliases=("Белова",), role="мэр", gender=Gender.FEMININE, identifier="Q1"
    )  # fmt: skip
    assert edits[1].after == replace(two, merged="s_1")
    assert merge(Register([one]), "s_1", ["s_1"]) == []
    for kept, other in (("s_9", "s_1"), ("s_1", "s_9")):
        with pytest.raises(StaleEdit):
            merge(Register([one]), kept, [other])


@pytest.mark.parametrize(
    "edit",
    [
        SourceEdit(None, Source(id="s_1", name="Другая")),
        SourceEdit(Source(id="s_1", name="не та"), None),
        SourceEdit(None, Source(id="s_2", name=" ")),
        SourceEdit(None, Source(id="", name="Нина")),
        SourceEdit(None, Source(id="s_2", name="Нина", merged="s_9")),
        SourceEdit(None, Source(id="s_2", name="Нина", merged="s_2")),
    ],
)
def test_an_edit_that_does_not_fit_is_refused(edit: SourceEdit) -> None:
    with pytest.raises(StaleEdit):
        Register([Source(id="s_1", name="Нина Белова")]).apply([edit])


def test_a_circle_of_merges_means_the_least_id_and_a_lost_target_itself() -> None:
    circle = Register([Source(id=one, name="Нина", merged=other) for one, other in (("b", "c"), ("c", "a"), ("a", "b"),
                                                                                  ("d", "b"))])  # fmt: skip
    assert {found.id for one in "abcd" if (found := circle.resolve(one)) is not None} == {"a"}
    lost = Register([Source(id="s_1", name="Нина", merged="s_9"), Source(id="s_2", name="Н.", merged="s_1")])
    assert [lost.resolve(one) for one in ("s_1", "s_2", "s_3", None)] == [lost.get("s_1"), lost.get("s_1"), None, None]


def test_an_actor_becomes_a_source_and_a_source_an_actor() -> None:
    actor = Actor(id="a_1", name="Нина Белова", kind=ActorKind.PERSON, aliases=("Белова", "Нина Белова"),
                  extra={"gender": "f"})  # fmt: skip
    made = made_of(actor)
    assert (made.name, made.kind, made.gender, made.aliases) == (
        "Нина Белова", ActorKind.PERSON, Gender.FEMININE, ("Белова",),
    )  # fmt: skip
    back = as_actor(made, "a_2")
    assert (back.id, back.name, back.kind, back.source, gender_of(back)) == (
        "a_2", "Нина Белова", ActorKind.PERSON, made.id, Gender.FEMININE,
    )  # fmt: skip


def test_linking_changes_the_actors_that_are_there_and_are_linked_otherwise() -> None:
    text = "Нина Белова"
    article = Article(id="a-1", title=None, text=text, digest=digest(text))
    one, two = Actor(id="a_1", name="Нина"), Actor(id="a_2", name="Глеб", source="s_1")
    layer = Layer(article, "vera", [one, two, Entity(id="e_1", label="PER", range=Range(0, 4), actor="a_1")])
    edit = link(layer, ["a_1", "a_2", "a_9", "a_1"], "s_1")
    assert (edit.name, edit.removed, edit.added) == ("link-source", (one,), (replace(one, source="s_1"),))
    assert layer.apply(edit).apply(edit.inverse()) == layer
    assert not link(layer, ["a_2"], "s_1")


def test_of_several_annotators_whoever_heard_most_counts() -> None:
    actor = Actor(id="a_1", name="Нина")
    rows = [("a-1", "vera", 2), ("a-1", "vera", 1), ("a-1", "anna", 2), ("a-2", "anna", 0)]
    assert heard(Appearance(article, whose, actor, said, 0) for article, whose, said in rows) == (2, 3)
    assert heard([]) == (0, 0)


def test_sources_are_listed_by_the_letters_of_their_names_and_of_one_name_by_id() -> None:
    names = {
        "s_9": "Белова",
        "s_1": "белова",
        "s_5": "Ёлкин",
        "s_4": "Елин",
        "s_3": "Ершов",
        "s_2": "Белова",
        "s_0": "А",
    }
    merged = Source(id="s_8", name="Яна", merged="s_0")
    for order in (names, dict(reversed(names.items()))):
        register = Register([merged, *(Source(id=id_, name=name) for id_, name in order.items())])
        assert [one.id for one in register.listed()] == ["s_0", "s_1", "s_2", "s_9", "s_4", "s_3", "s_5"]
        assert register.listed() is register.listed()


def test_sources_told_apart_are_pairs_and_none_of_what_became_one() -> None:
    one, two, three = (Source(id=f"s_{at}", name="Нина") for at in (1, 2, 3))
    register = Register([one, two, three])
    register = register.apply(tell_apart(register, ["s_1", "s_2", "s_9", "s_3", "s_1"]))
    assert list(told_apart(register)) == [frozenset(pair) for pair in (("s_1", "s_2"), ("s_1", "s_3"), ("s_2", "s_3"))]
    assert tell_apart(register, ["s_1", "s_2", "s_3"]) == []
    merged = register.apply(merge(register, "s_1", ["s_2"]))
    assert set(told_apart(merged)) == {frozenset(("s_1", "s_3"))}
