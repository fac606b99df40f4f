"""Two sources of one name: proposed as one with reasons, unless something or somebody says that they are two."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from core.model import Actor, ActorKind
from core.model.gender import Gender
from core.model.register import OTHER_THAN, Appearance, Register, Source, merge, split_off, tell_apart
from core.register.doubles import doubles

NINA = Source(id="s_1", name="Нина Белова", kind=ActorKind.PERSON)
AGAIN = replace(NINA, id="s_2")


def heard(article: str, source: str, *mentions: str) -> Appearance:
    actor = Actor(id=f"a_{source}", name="Нина Белова", kind=ActorKind.PERSON, source=source)
    return Appearance(article, "vera", actor, 1, 0, mentions)


def told(register: Register, *appearances: Appearance) -> list[tuple[list[str], float, list[tuple[str, str]]]]:
    return [
        ([source.id for source in one.sources], one.score, [tuple(reason) for reason in one.reasons])
        for one in doubles(register, appearances)
    ]


def test_the_same_name_twice_is_proposed_and_whoever_is_heard_most_stays() -> None:
    gleb = Source(id="s_3", name="Глеб Ершов", kind=ActorKind.PERSON)
    found = told(Register([NINA, AGAIN, gleb]), heard("1", "s_2"))
    assert found == [(["s_2", "s_1"], 0.8, [("same", "Нина Белова")])]


def test_what_they_are_called_and_their_identifier_speak_for_it() -> None:
    register = Register([NINA, AGAIN])
    found = told(register, heard("1", "s_1", "мэр Нина Белова"), heard("2", "s_2", "мэр Белова"))
    assert found == [(["s_1", "s_2"], 0.93, [("same", "Нина Белова"), ("title", "мэр")])]
    same = Register([replace(NINA, identifier="Q7"), replace(AGAIN, identifier="Q7", name="Белова Нина")])
    assert told(same) == [(["s_2", "s_1"], 0.99, [("order", "Нина Белова"), ("identifier", "Q7")])]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ({"gender": Gender.FEMININE, "name": "Саша Зуев"}, {"gender": Gender.MASCULINE, "name": "Саша Зуев"}),
        ({"kind": ActorKind.PERSON}, {"kind": ActorKind.ORGANISATION}),
        ({"role": "мэр Лужска"}, {"role": "тренер"}),
        ({"identifier": "Q1"}, {"identifier": "Q2"}),
        ({"name": "Нина Белова"}, {"name": "Анна Белова"}),
        ({"name": "Нина Белова"}, {"name": "Белова"}),
        ({"name": "Нина Петровна Белова"}, {"name": "Нина Ильинична Белова"}),
        ({"extra": {OTHER_THAN: ["s_2"]}}, {}),
        ({}, {"extra": {OTHER_THAN: ["s_1", 5]}}),
    ],
)
def test_what_contradicts_keeps_two_apart(ours: dict[str, object], theirs: dict[str, object]) -> None:
    assert told(Register([NINA, AGAIN]))
    assert told(Register([replace(NINA, **ours), replace(AGAIN, **theirs)])) == []  # type: ignore[type-var]


def test_what_does_not_contradict_does_not() -> None:
    for ours, theirs in (
        ({"gender": Gender.FEMININE}, {}),
        ({"kind": None}, {}),
        ({"role": "мэр Лужска"}, {}),
        ({"role": "мэр Лужска"}, {"role": "бывший мэр"}),
        ({"identifier": "Q1"}, {}),
        ({"name": "Нина Петровна Белова"}, {}),
        ({"extra": {OTHER_THAN: "s_2"}}, {}),
    ):
        assert told(Register([replace(NINA, **ours), replace(AGAIN, **theirs)])), (ours, theirs)  # type: ignore[type-var]


def test_two_whom_one_article_knows_are_two() -> None:
    register = Register([NINA, AGAIN])
    assert told(register, heard("1", "s_1"), heard("2", "s_2"))
    assert told(register, heard("1", "s_1"), heard("1", "s_2")) == []


def test_three_are_one_proposal_and_a_stranger_among_them_is_left_out() -> None:
    third, stranger = replace(NINA, id="s_3"), replace(NINA, id="s_4", gender=Gender.MASCULINE)
    register = Register([replace(NINA, gender=Gender.FEMININE), AGAIN, third, stranger])
    found = told(register, heard("1", "s_1"))
    assert [sources for sources, _, _ in found] == [["s_1", "s_2", "s_3"]]


def test_who_is_split_off_or_told_apart_is_proposed_no_more_also_after_a_merge() -> None:
    other = split_off(NINA, "Нина Белова")
    register = Register([NINA, other])
    assert told(register) == []
    third = replace(NINA, id="s_3")
    register = Register([NINA, AGAIN, third])
    apart = register.apply(tell_apart(register, ["s_1", "s_2", "s_3"]))
    assert told(apart) == []
    assert tell_apart(apart, ["s_1", "s_2", "s_3"]) == []
    both = Register([NINA, AGAIN, third])
    both = both.apply(tell_apart(both, ["s_1", "s_2"]))
    both = both.apply(merge(both, "s_3", ["s_1"]))
    assert told(both) == []
    assert told(both.apply(merge(both, "s_3", ["s_2"]))) == []


def test_a_single_word_is_unsure_and_organisations_are_proposed_too() -> None:
    plant = Source(id="s_1", name="завод «Луч»", kind=ActorKind.ORGANISATION)
    assert [score for _, score, _ in told(Register([plant, replace(plant, id="s_2")]))] == [0.8]
    single = Source(id="s_1", name="Белова", kind=ActorKind.PERSON)
    assert told(Register([single, replace(single, id="s_2")])) == [(["s_1", "s_2"], 0.6, [("alone", "Белова")])]
