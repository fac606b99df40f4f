"""What actors may be: proposals with reasons, of an empty register and of one with sources; what a name means."""

from __future__ import annotations

from core.model import Actor, ActorKind
from core.model.gender import Gender
from core.model.register import Appearance, Register, Source
from core.register.lookup import Lookup
from core.register.proposals import SURE, Proposal, propose
from core.register.titles import said

BELOVA = Source(id="s_1", name="Нина Белова", kind=ActorKind.PERSON, gender=Gender.FEMININE, role="мэр Лужска")


def seen(
    article: str, name: str, *mentions: str, actor: str = "a_1", source: str | None = None,
    kind: ActorKind | None = ActorKind.PERSON,
) -> Appearance:  # fmt: skip
    made = Actor(id=actor, name=name, kind=kind, source=source)
    return Appearance(article, "vera", made, 1, 0, mentions or (name,))


def told(found: list[Proposal]) -> list[tuple[str, bool, float, list[str], list[str]]]:
    return [
        (one.source.name, one.is_new, one.score, [reason.code for reason in one.reasons],
         [held.article for held in one.appearances])
        for one in found
    ]  # fmt: skip


def test_an_empty_register_is_offered_new_sources_the_whole_name_first() -> None:
    found = propose(Register(), [
        seen("1", "Белова", "мэр Белова"), seen("2", "Нина Белова", "мэр Нина Белова"), seen("3", "Белова Нина"),
        seen("4", "Нина Белова"), seen("5", "Глеб Ершов"),
    ])  # fmt: skip
    assert sorted(told(found), key=lambda row: (-row[2], row[4])) == [
        ("Нина Белова", True, 0.99, ["same", "title"], ["2"]),
        ("Нина Белова", True, 0.99, ["same"], ["4"]),
        ("Глеб Ершов", True, 0.99, ["same"], ["5"]),
        ("Нина Белова", True, 0.97, ["order"], ["3"]),
        ("Нина Белова", True, 0.93, ["surname", "title"], ["1"]),
    ]
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert len({one.source.id for one in found if one.source.name == "Нина Белова"}) == 1
    alone = propose(Register(), [seen("1", "Глеб Ершов"), seen("2", "Нина Белова"), seen("3", "Нина Белова")],
                    alone=False)  # fmt: skip
    assert {one.source.name for one in alone} == {"Нина Белова"}


def test_sources_of_the_register_are_found_by_name_and_by_what_they_are_called() -> None:
    register = Register([BELOVA])
    found = propose(register, [
        seen("1", "Н. Белова"), seen("2", "Белова", "мэр Белова"), seen("3", "Белова", "учитель Белова"),
        seen("4", "Белов"), seen("5", "Белова", kind=ActorKind.ORGANISATION),
    ])  # fmt: skip
    assert [row for row in told(found) if not row[1]] == [
        ("Нина Белова", False, 0.93, ["surname", "title"], ["2"]),
        ("Нина Белова", False, 0.92, ["initials"], ["1"]),
        ("Нина Белова", False, 0.7, ["surname"], ["3"]),
    ]
    assert min(one.score for one in found if one.source is BELOVA) < SURE


def test_gender_and_patronymic_that_contradict_keep_two_apart() -> None:
    register = Register([Source(id="s_1", name="Саша Петрович Зуев", gender=Gender.MASCULINE)])
    for name in ("Саша Ильич Зуев", "Саша Зуева"):
        assert all(one.is_new for one in propose(register, [seen("1", name)]))
    woman = Actor(id="a_1", name="Саша Зуев", kind=ActorKind.PERSON, extra={"gender": "feminine"})
    assert all(one.is_new for one in propose(register, [Appearance("1", "vera", woman, 1, 0, ())]))


def test_two_of_one_name_are_both_offered_and_neither_is_sure() -> None:
    other = Source(id="s_2", name="Нина Белова", kind=ActorKind.PERSON, role="тренер")
    register = Register([BELOVA, other])
    found = propose(register, [seen("1", "Нина Белова"), seen("2", "Нина Белова", "тренер Нина Белова")])
    by_article = {
        article: sorted((one.source.id, one.score) for one in found if article in {a.article for a in one.appearances})
        for article in "12"
    }
    assert by_article == {"1": [("s_1", 0.4), ("s_2", 0.4)], "2": [("s_1", 0.4), ("s_2", 0.75)]}
    assert all("homonyms" in [reason.code for reason in one.reasons] for one in found)
    assert max(one.score for one in found) < SURE


def test_what_linked_articles_call_a_source_speaks_for_it() -> None:
    register = Register([Source(id="s_1", name="Глеб Ершов", kind=ActorKind.PERSON)])
    linked = seen("1", "Глеб Ершов", "директор завода Глеб Ершов", source="s_1")
    found = propose(register, [linked, seen("2", "Ершов", "директор Ершов"), seen("3", "Ершов")])
    assert [(row[2], row[4]) for row in told(found)] == [(0.93, ["2"]), (0.7, ["3"])]


def test_a_surname_beside_a_namesake_in_the_article_is_nobody() -> None:
    register = Register([BELOVA])
    found = propose(register, [seen("1", "Белова"), seen("1", "Анна Белова", actor="a_2")])
    assert [row[0] for row in told(found)] == ["Анна Белова"]


def test_a_second_actor_of_an_article_is_unsure() -> None:
    found = propose(Register([BELOVA]), [seen("1", "Нина Белова", source="s_1"), seen("1", "Н. Белова", actor="a_2")])
    assert [(row[2], row[3][-1]) for row in told(found)] == [(0.6, "twice")]


def test_a_merged_source_is_what_its_id_means_and_a_lost_link_is_open() -> None:
    register = Register([BELOVA, Source(id="s_2", name="Белова Н.", merged="s_1")])
    assert propose(register, [seen("1", "Нина Белова", source="s_2")]) == []
    assert told(propose(register, [seen("1", "Нина Белова", source="s_9")]))[0][:3] == ("Нина Белова", False, 0.99)


def test_a_register_is_asked_by_a_name_and_by_its_beginning() -> None:
    paper = Source(id="s_3", name="Новый день", kind=ActorKind.ORGANISATION)
    lookup = Lookup(Register([BELOVA, Source(id="s_2", name="Глеб Ершов", aliases=("Ёрш",)), paper]))
    assert [one.id for one in lookup.begun("бел")] == ["s_1"]
    assert [one.id for one in lookup.begun("нин БЕЛ")] == ["s_1"]
    assert [one.id for one in lookup.begun("ерш")] == ["s_2"]
    assert (lookup.begun(" "), lookup.begun("нет")) == ([], [])
    assert [one.id for one in lookup.begun("н")] == ["s_1", "s_3"]
    assert [one.id for one in lookup.called("Белова")] == ["s_1"]
    assert [one.id for one in lookup.called("агентство «Новый день»")] == ["s_3"]
    assert lookup.called("эксперты") == []
    (row,) = lookup.may_be(Actor(id="a", name="Белова"), ["мэр Белова"])
    assert (row[0].id, row[1], [reason.code for reason in row[2]]) == ("s_1", 0.93, ["surname", "title"])
    assert lookup.may_be(Actor(id="a", name="эксперты")) == []


def test_places_that_no_dictionary_has_are_not_told_as_titles() -> None:
    assert said(["мэр", "лужск", "ёлочный", "директор"]) == ["директор", "ёлочный", "мэр"]
    assert said(["лужск"]) == ["лужск"]
