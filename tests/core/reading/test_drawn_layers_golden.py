"""Whom words mean in drawn layers: who is offered, who is resolved to, what a click, a name and a mark do."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from core.model import Actor, Annotation, Entity, Form, Item, Quotation, Range
from core.model.layer import Layer
from core.reading import candidates, frame, naming, occurrences
from tests.acts import article_of
from tests.drawing import pick
from tests.drawn_layers import NAMED, NAMES, TEXT, WORDS, act, layer, listed, named, span, told, words
from tests.golden import numbered, same_as_golden

GOLDEN = Path(__file__).parent / "golden" / "drawn"


def offered(one: candidates.Candidate) -> str:
    return numbered(f"{one.actor.id} {one.actor.name} {one.why} {one.distance} {words(one.range)}")


@pytest.mark.parametrize("part", range(2))
def test_who_is_offered_and_chosen(part: int) -> None:
    out = []
    for seed in range(part * 45, part * 45 + 45):
        drawn = Random(seed)
        found = layer(drawn)
        out += [f"# {seed}", *(told(item) for item in found.items.values())]
        for quotation in found.quotations(rejected=True):
            limit = pick(drawn, (1, 2, 4, 9))
            ranked = candidates.candidates(found, quotation, limit)
            out.append(f"  {quotation.id}, at most {limit}: {listed(map(offered, ranked))}")
            choices = candidates.choices(found, quotation, limit)
            out.append(f"    choices: {listed(map(offered, choices))}")
            for one in choices[:2]:
                chosen = candidates.choose(found, [quotation, *found.entities()[:1]], one.actor)
                out.append(f"    {one.actor.name} → {act(chosen, found)}")
    same_as_golden(GOLDEN / f"offered-{part}.txt", "\n".join(out) + "\n")


@pytest.mark.parametrize("part", range(2))
def test_whom_words_and_names_mean(part: int) -> None:
    out = []
    for seed in range(100 + part * 60, 160 + part * 60):
        drawn = Random(seed)
        found = layer(drawn)
        out += [f"# {seed}", *(told(item) for item in found.items.values())]
        quotation = pick(drawn, found.quotations(rejected=True))
        items: list[Annotation] = [quotation, *found.entities()[:1]]
        for _ in range(4):
            where = named(drawn)
            actor, made = naming.resolved(found, where, quotation)
            out.append(
                numbered(
                    f"  {words(where)}: {naming.actor_at(found, where)} {naming.actor_at(found, where, quotation)}"
                    f" resolved {actor} {listed(map(told, made))}"
                )
            )
            out.append(f"    mention {act(frame.set_mention(found, quotation.id, where), found)}")
            word, exact = pick(drawn, WORDS), drawn.random() < 0.5
            clicked = frame.set_by_word(found, quotation.id, word, exact=exact)
            out.append(f"    click {words(word)} {exact} {act(clicked, found)}")
            out.append(f"    around {words(frame.mention_around(found, where.start))}")
        out.append(f"  none {act(frame.set_mention(found, quotation.id, None), found)}")
        out.append(f"  before {quotation.id}: {naming.speaker_before(found, quotation)}")
        for name in (pick(drawn, NAMES), pick(drawn, NAMES), "Белову", "Петром Беловым"):
            known, meant = naming.called(found, name), naming.meant(found, name)
            bearers = [one.id for one in naming.bearers(found, name)]
            out.append(f"  {name}: {known and known.id} {meant and meant.id} {listed(bearers)}")
            out.append(f"    speak {act(naming.speak(found, items, name), found)}")
        for item in items:
            more = pick(drawn, ("Белов", " завода  Лужска ", " ", "«Нива»"))
            out.append(f"  {item.id} and {more!r}: {act(naming.extend_name(found, item, more), found)}")
    same_as_golden(GOLDEN / f"meant-{part}.txt", "\n".join(out) + "\n")


@pytest.mark.parametrize("part", range(2))
def test_content_marked(part: int) -> None:
    out = []
    for seed in range(300 + part * 60, 360 + part * 60):
        drawn = Random(seed)
        found = layer(drawn)
        out += [f"# {seed}", *(told(item) for item in found.items.values())]
        quotation = pick(drawn, found.quotations(rejected=True))
        for ranges in (quotation.ranges, (span(drawn, 6),), (span(drawn, 2),), quotation.ranges[:1]):
            inside, other = frame.around(found, ranges), frame.around(found, ranges, quotation.id)
            made = frame.make(found, pick(drawn, tuple(Form)), ranges, inside)
            out.append(
                f"  {' ⁞ '.join(map(words, ranges))}: in {inside}, but {quotation.id} {other}; {act(made, found)}"
            )
    same_as_golden(GOLDEN / f"marked-{part}.txt", "\n".join(out) + "\n")


def test_occurrences_found_and_labelled() -> None:
    out = []
    for seed in range(500, 530):
        drawn = Random(seed)
        found = layer(drawn)
        out += [f"# {seed}", *(told(item) for item in found.entities(rejected=True))]
        for name in (pick(drawn, NAMES), pick(drawn, ("Белов", "мост", "Завод", "эксперт", "Белова", "«»"))):
            by_lemma = drawn.random() < 0.6
            hits = occurrences.find(found, name, "PER", by_lemma=by_lemma)
            shown = (f"…{hit.before}[{hit.words}]{hit.after}… {hit.range.start} {hit.taken}" for hit in hits)
            out += [f"  {name} {by_lemma}:", *(f"    {line}" for line in shown)]
            spans = [hit.range for hit in hits] + NAMED[:4]
            out.append(f"    label {act(occurrences.label_all(found, 'PER', spans, pick(drawn, (None, 'a0'))))}")
    same_as_golden(GOLDEN / "occurrences.txt", "\n".join(out) + "\n")


# -- bounds --------------------------------------------------------------------------------------------------------


def long_layer(count: int) -> tuple[Layer, Quotation]:
    """Return a layer of one actor per entity, ``count`` of them before a quotation and as many after it."""
    text = "Ли " * (2 * count + 1)
    said = Quotation(id="q", form=Form.DIRECT, ranges=(Range(3 * count, 3 * count + 2),))
    places = [place for place in range(2 * count + 1) if place != count]
    actors = [Actor(id=f"a{place:04}", name=f"Ли {place:04}") for place in places]
    items: list[Item] = [
        Entity(id=f"e{place:04}", label="PER", range=Range(3 * place, 3 * place + 2), actor=f"a{place:04}")
        for place in places
    ]
    return Layer(article_of(text), "anna", [*actors, *items, said]), said


def test_as_many_as_are_near_are_looked_at_on_either_side() -> None:
    count = candidates.NEAR + 5
    found, said = long_layer(count)
    near = [int(one.actor.id[1:]) - count for one in candidates.candidates(found, said, 3 * count) if one.why == "near"]
    assert min(near) == -candidates.NEAR
    assert candidates.NEAR - 2 < max(near) <= candidates.NEAR
    assert sorted(near) == [place for place in range(min(near), max(near) + 1) if place]


def test_four_new_names_at_most_and_the_known_give_way() -> None:
    whole = "Новая газета «Заря», врач Пётр Белов и пресс-служба завода Nova ждут: «мост»."
    mention = Range(0, whole.index(" ждут"))
    said = Quotation(id="q", form=Form.DIRECT, ranges=(Range(len(whole) - 7, len(whole) - 1),), mention=mention)
    actors = [Actor(id=f"a{n}", name=f"Житель {n}") for n in range(9)]
    found = Layer(article_of(whole), "anna", [*actors, said])
    for limit in range(candidates.NEW, 10):
        choices = candidates.choices(found, said, limit)
        assert [one.why for one in choices] == ["new"] * 3 + ["other"] * (limit - 3)


def test_a_text_before_and_after_an_occurrence() -> None:
    whole = f"{'а' * 60} Белов {'б' * 60}"
    hit = occurrences.find(Layer(article_of(whole), "anna"), "Белов", "PER")[0]
    assert (hit.before, hit.words, hit.after) == ("а" * 47 + " ", "Белов", " " + "б" * 47)
    whole = "первая\nвторая Белов третья\nчетвёртая"
    hit = occurrences.find(Layer(article_of(whole), "anna"), "Белов", "PER")[0]
    assert (hit.before, hit.words, hit.after) == ("вторая ", "Белов", " третья")
    assert hit.title == hit.article == "a-1"
    assert TEXT.count("Белов") > 3
