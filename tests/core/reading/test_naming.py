"""What a source is called: names from words in any case, whom a mention resolves to, names completed while typed."""

from __future__ import annotations

import pytest

from core.model import Actor, ActorKind, Entity, Form, Item, Quotation, Range, State
from core.model.layer import Layer
from core.reading import naming
from core.reading.candidates import choices, choose
from core.reading.completions import completions
from tests.acts import article_of

TEXT = "Мост готов, сообщила пресс-служба мэрии Лужска. Так считает и Анна Велехова. Она уехала. Велеховой рады."


def at(part: str, text: str = TEXT) -> Range:
    return Range(text.index(part), text.index(part) + len(part))


def layer(*items: Item) -> Layer:
    return Layer(article_of(TEXT), "anna", items)


@pytest.mark.parametrize(
    ("before", "words", "name"),
    [
        ("", "Пресс-служба Лужска", "пресс-служба Лужска"),
        ("сообщили ", "мэр города Глеб Ершов", "Глеб Ершов"),
        ("по словам ", "Анны Велеховой", "Анна Велехова"),
        ("по данным ", "открытого письма", "открытое письмо"),
        ("по версии ", "следствия", "следствие"),
        ("", "Эксперты совета", "эксперты совета"),
        ("решение ", "Лужского городского суда", "Лужский городской суд"),
        ("по словам ", "одного из свидетелей", "один из свидетелей"),
        ("пишет газета «", "Новый день", "Новый день"),
        ("сообщает агентство ", "Luzhsk News", "Luzhsk News"),
        ("", "Некоторые", "некоторые"),
        ("заявили ", "Белов, Зуева и Ершов", "Белов, Зуева и Ершов"),
        ("сказал ", "сын тренера и депутат Глеб Ершов", "Глеб Ершов"),
        ("сказали в ", "МЧС", "МЧС"),
        ("", "он", ""),
        ("", "🎉", ""),
    ],
)
def test_a_name_is_in_the_nominative_without_title(before: str, words: str, name: str) -> None:
    text = before + words + "."
    assert naming.name_of(text, at(words, text)) == name


def test_other_readings_follow_the_likeliest() -> None:
    text = "Так пишет белградское агентство Nova."
    assert naming.names_of(text, at("белградское агентство Nova", text)) == [
        "Nova",
        "белградское агентство Nova",
        "белградское агентство",
    ]
    assert naming.names_of("газеты «Новый день»", Range(0, 19))[1] == "газета Новый день"


def test_the_kind_of_an_actor_shows_in_its_name() -> None:
    assert naming.kind_of("Глеб Ершов") is ActorKind.PERSON
    assert naming.kind_of("пресс-служба мэрии") is None


SAID = Quotation(id="q", form=Form.INDIRECT, ranges=(at("Мост готов"),), mention=at("Анна Велехова"))


def test_a_mention_resolves_to_the_entity_in_it_or_to_another_quotations_speaker() -> None:
    anna, other = Actor(id="a", name="Анна Велехова"), Actor(id="b", name="мэр")
    named = Entity(id="e", label="PER", range=at("Анна Велехова"), actor="a")
    gone = Entity(id="g", label="PER", range=at("Анна Велехова"), actor="b", state=State.REJECTED)
    assert naming.actor_at(layer(anna, other, named, gone), at("Анна Велехова")) == "a"
    twin = Quotation(id="t", form=Form.MIXED, ranges=(at("готов"),), mention=at("Она"), speaker="b")
    assert naming.resolved(layer(anna, other, twin, SAID), at("Она"), SAID) == ("b", ())


def test_a_mention_resolves_by_name_else_to_a_new_actor() -> None:
    anna = Actor(id="a", name="Анна Велехова")
    assert naming.resolved(layer(anna, SAID), at("Велеховой"), SAID) == ("a", ())
    found, made = naming.resolved(layer(SAID), at("Анна Велехова"), SAID)
    assert [actor.name for actor in made] == ["Анна Велехова"]
    assert found == made[0].id
    two = layer(anna, Actor(id="b", name="Нина Велехова"), SAID)
    assert naming.resolved(two, at("Велеховой"), SAID)[1] != ()


def test_a_pronoun_means_the_speaker_before() -> None:
    anna = Actor(id="a", name="Анна Велехова")
    first = Quotation(id="f", form=Form.INDIRECT, ranges=(Range(0, 12),), speaker="a")
    assert naming.resolved(layer(anna, first, SAID), at("Она"), SAID) == ("a", ())
    assert naming.resolved(layer(SAID), at("Она"), SAID) == (None, ())


def test_speaking_makes_an_actor_once() -> None:
    before = layer(SAID)
    after = before.apply(naming.speak(before, [SAID], "мэр Лужска"))
    assert [actor.name for actor in after.actors()] == ["мэр Лужска"]
    again = naming.speak(after, [after.quotation("q")], "Мэр Лужска")
    assert not again


def test_words_are_added_to_a_name_of_ones_own() -> None:
    said = Quotation(id="q", form=Form.DIRECT, ranges=(Range(0, 4),), speaker="a")
    mine = layer(Actor(id="a", name="эксперты"), said)
    after = mine.apply(naming.extend_name(mine, mine.quotation("q"), "  Лужска "))
    assert [actor.name for actor in after.actors()] == ["эксперты Лужска"]
    entity = Entity(id="e", label="PER", range=Range(5, 10), actor="a")
    shared = mine.apply(naming.Edit("add-entity", (), (entity,)))
    split = shared.apply(naming.extend_name(shared, entity, "Лужска"))
    assert [actor.name for actor in split.actors()] == ["эксперты", "эксперты Лужска"]
    nobody = layer(SAID)
    assert not naming.extend_name(nobody, SAID, "Лужска")


def test_names_of_the_mention_are_offered_under_digits() -> None:
    someone = Actor(id="s", name="Игнат Сомов")
    before = layer(someone, SAID)
    offered = choices(before, SAID)
    assert [(one.actor.name, one.why) for one in offered] == [("Анна Велехова", "new"), ("Игнат Сомов", "other")]
    after = before.apply(choose(before, [SAID], offered[0].actor))
    speaker = after.actor(after.quotation("q").speaker)
    assert speaker is not None
    assert speaker.name == "Анна Велехова"
    assert choices(after, after.quotation("q"))[0].why == "speaker"
    moved = after.apply(choose(after, [after.quotation("q")], someone))
    assert moved.quotation("q").speaker == "s"


def test_without_a_mention_nobody_new_is_offered() -> None:
    bare = Quotation(id="q", form=Form.DIRECT, ranges=(Range(0, 4),))
    assert choices(layer(bare), bare) == []


def test_a_name_that_differs_in_case_alone_gives_its_spelling() -> None:
    said = Quotation(id="q", form=Form.INDIRECT, ranges=(Range(0, 4),), mention=at("пресс-служба мэрии Лужска"))
    before = layer(Actor(id="p", name="Пресс-служба мэрии Лужска"), said)
    new = next(one for one in choices(before, said) if one.why == "new")
    after = before.apply(choose(before, [said], new.actor))
    assert [(actor.id, actor.name) for actor in after.actors()] == [("p", "пресс-служба мэрии Лужска")]
    assert after.quotation("q").speaker == "p"


def test_a_name_is_completed_from_the_article() -> None:
    assert completions(TEXT, "пресс")[0] == "пресс-служба мэрии Лужска"
    assert "Анна Велехова" in completions(TEXT, "Ан")
    assert "муж Анны Велеховой" in completions(TEXT, "муж Ан")
    assert completions(TEXT, "муж ") == []
    assert completions("Свидетели молчали.", "второй св")[0] == "второй свидетель"
    assert completions(TEXT, "Анна Велехова") == []
    assert len(completions("Мы мыли мост. " * 60, "мо")) == 1


def test_a_person_that_is_known_is_not_offered_as_new() -> None:
    text = "Мост готов, сообщила мэр Лужска Анна Велехова."
    known = Actor(id="a", name="Анна Велехова")
    said = Quotation(
        id="q", form=Form.INDIRECT, ranges=(Range(0, 10),), mention=at("мэр Лужска Анна Велехова", text), speaker="a"
    )
    offered = choices(Layer(article_of(text), "anna", [known, said]), said)
    assert [one.actor.name for one in offered if one.why == "new"] == ["мэр Лужска Анна Велехова", "мэр Лужска"]
