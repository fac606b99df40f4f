"""Who is offered as a speaker, and in which order."""

from __future__ import annotations

from msgspec.structs import replace

from core.model import Actor, Entity, Form, Item, Quotation, Range, State
from core.model.layer import Layer
from core.reading.candidates import candidates, choices
from tests.acts import article_of

TEXT = "Игнат Сомов приехал. Арина Велехова ждала. «Мост готов», — сказала она. Потом вышел Лев Одинцов."
ACTORS = [Actor(id="i", name="Игнат Сомов"), Actor(id="a", name="Арина Велехова"), Actor(id="l", name="Лев Одинцов")]


def at(words: str) -> Range:
    return Range(TEXT.index(words), TEXT.index(words) + len(words))


def named(item_id: str, words: str, actor: str, **fields: object) -> Entity:
    return Entity(id=item_id, label="PER", range=at(words), actor=actor, **fields)  # type: ignore[arg-type]


NAMES = [named("e1", "Игнат Сомов", "i"), named("e2", "Арина Велехова", "a"), named("e3", "Лев Одинцов", "l")]
SAID = Quotation(id="q1", form=Form.DIRECT, ranges=(at("«Мост готов»"),), cue=at("сказала"), mention=at("она"))


def order(*items: Item, quotation: Quotation = SAID, limit: int = 9) -> list[tuple[str, str]]:
    layer = Layer(article_of(TEXT), "anna", [*ACTORS, *items, quotation])
    return [(found.actor.id, found.why) for found in candidates(layer, quotation, limit)]


def test_the_nearest_before_comes_first_and_what_follows_counts_double() -> None:
    assert order(*NAMES) == [("l", "near"), ("a", "near"), ("i", "near")]
    assert [actor for actor, _ in order(NAMES[0], NAMES[1])] == ["a", "i", "l"]


def test_the_speaker_already_set_is_number_one() -> None:
    said = Quotation(id="q1", form=Form.DIRECT, ranges=SAID.ranges, mention=SAID.mention, speaker="i")
    assert order(*NAMES, quotation=said)[0] == ("i", "speaker")


def test_whom_the_mention_names_outright_comes_before_anyone_near() -> None:
    said = Quotation(id="q1", form=Form.DIRECT, ranges=SAID.ranges, mention=at("Лев Одинцов"))
    assert order(*NAMES, quotation=said)[0] == ("l", "mention")


def test_actors_named_nowhere_come_last_and_rejected_items_name_nobody() -> None:
    gone = named("e3", "Лев Одинцов", "l", state=State.REJECTED)
    assert order(NAMES[0], NAMES[1], gone)[-1] == ("l", "other")


def test_another_quotations_mention_places_its_speaker_and_the_limit_holds() -> None:
    other = Quotation(id="q2", form=Form.MIXED, ranges=(at("вышел"),), mention=at("Арина"), speaker="a")
    assert order(other, limit=1) == [("a", "near")]


def test_the_distance_counts_letters_to_the_frame_and_twice_what_follows() -> None:
    layer = Layer(article_of(TEXT), "anna", [*ACTORS, *NAMES, SAID])
    far = {found.actor.id: found.distance for found in candidates(layer, SAID)}
    mention = at("она")
    assert far == {
        "l": 2 * (at("Лев").start - mention.end) + 1,
        "a": mention.start - at("Арина Велехова").end,
        "i": mention.start - at("Игнат Сомов").end,
    }
    assert next(found.distance for found in candidates(layer, replace(SAID, mention=at("Лев Одинцов")))) == 0
    bare = Layer(article_of(TEXT), "anna", [*ACTORS, SAID])
    assert {found.distance for found in candidates(bare, SAID)} == {3 * len(TEXT)}


def test_of_a_known_person_only_what_the_mention_says_beside_the_name_is_new() -> None:
    text = "Инженер завода Игнат Сомов сказал, что мост готов. Эксперт Зоя Лунина спорит."
    known = Actor(id="i", name="Игнат Сомов")
    mention = Range(0, text.index(" сказал"))
    said = Quotation(id="q1", form=Form.INDIRECT, ranges=(Range(35, 49),), mention=mention)
    layer = Layer(article_of(text), "anna", [known, said])
    offered = [found.actor.name for found in choices(layer, said) if found.why == "new"]
    assert offered
    assert all(name[:1].islower() for name in offered)
    text = "Игнат Сомов и Зоя Лунина сказали, что мост готов."
    pair = replace(said, ranges=(Range(38, 48),), mention=Range(0, text.index(" сказали")))
    names = [found.actor.name for found in choices(Layer(article_of(text), "anna", [known, pair]), pair)]
    assert [name for name in names if name[:1].isupper()] == ["Игнат Сомов"]


def test_a_name_that_nobody_bears_is_offered_first_as_it_stands() -> None:
    text = "Инженер сказал, что мост готов. Эксперт Зоя Лунина спорит."
    said = Quotation(id="q1", form=Form.INDIRECT, ranges=(Range(16, 30),))
    layer = Layer(article_of(text), "anna", [said])
    stranger = replace(said, mention=Range(text.index("Зоя"), text.index(" спорит")))
    assert next(found.actor.name for found in choices(layer, stranger) if found.why == "new") == "Зоя Лунина"


def test_a_surname_that_two_actors_bear_makes_no_third_one() -> None:
    text = "Соня Аверина и Глеб Аверин молчали. Мост готов, сказала Аверина."
    pair = [Actor(id="s", name="Соня Аверина"), Actor(id="g", name="Глеб Аверин")]
    said = Quotation(
        id="q1", form=Form.INDIRECT, ranges=(Range(35, 45),), mention=Range(text.rindex("Аверина"), len(text) - 1)
    )
    offered = choices(Layer(article_of(text), "anna", [*pair, said]), said)
    assert sorted(found.actor.name for found in offered) == ["Глеб Аверин", "Соня Аверина"]
