"""Random layers and random sequences of acts on them, for every property test of model and store."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from core.model import (
    QUOTATION_GUESSES,
    Actor,
    ActorKind,
    Article,
    Entity,
    Form,
    Head,
    Item,
    Quotation,
    Range,
    State,
    Status,
    actor_edits,
    edits,
    resolving,
)
from core.model.gender import Gender
from core.model.guesses import with_guesses
from core.model.layer import Edit, Layer
from core.model.ranges import union
from core.model.scope import open_items
from core.model.text import canonical, digest

ALPHABET = 'абвГД «»"—.,!\n 7Zй\u0306\u00a0😀'

texts = st.text(alphabet=ALPHABET, min_size=12, max_size=90).map(canonical)


def article_of(text: str, article_id: str = "a-1") -> Article:
    return Article(id=article_id, title=None, text=text, digest=digest(text))


@st.composite
def spans(draw: st.DrawFn, length: int) -> Range:
    start = draw(st.integers(0, length - 1))
    return Range(start, draw(st.integers(start + 1, length)))


@st.composite
def items(draw: st.DrawFn, length: int) -> list[Item]:
    """Draw actors, entities and quotations that fit a text of ``length`` and each other."""
    actors: list[Item] = [
        Actor(
            id=f"a{n}",
            name=f"Имя {n}",
            kind=draw(st.sampled_from([None, *ActorKind])),
            aliases=draw(st.sampled_from([(), ("Прежнее Имя",)])),
        )
        for n in range(draw(st.integers(0, 3)))
    ]
    links = st.sampled_from([None, *(actor.id for actor in actors)])
    states = st.sampled_from(list(State))
    entities: list[Item] = [
        with_guesses(
            Entity(
                id=f"e{n}",
                label=draw(st.sampled_from(["PER", "ORG", "LOC"])),
                range=draw(spans(length)),
                actor=draw(links),
                state=draw(states),
                score=draw(st.sampled_from([None, 0.25, 1.0])),
            ),
            draw(st.sampled_from([(), ("actor",)])),
        )
        for n in range(draw(st.integers(0, 4)))
    ]
    quotations: list[Item] = []
    for n in range(draw(st.integers(0, 4))):
        parents = [None, *(q.id for q in quotations)]
        drawn = Quotation(
            id=f"q{n}",
            form=draw(st.sampled_from(list(Form))),
            ranges=union(draw(st.lists(spans(length), min_size=1, max_size=3))),
            cue=draw(st.none() | spans(length)),
            mention=draw(st.none() | spans(length)),
            speaker=draw(links),
            parent=draw(st.sampled_from(parents)),
            state=draw(states),
        )
        quotations.append(with_guesses(drawn, draw(st.sets(st.sampled_from(QUOTATION_GUESSES)))))
    return [*actors, *entities, *quotations]


@st.composite
def layers(draw: st.DrawFn) -> Layer:
    text = draw(texts)
    return Layer(article_of(text), "anna", draw(items(len(text))))


def _ids(layer: Layer, kind: type[Item]) -> list[str]:
    return [item.id for item in layer.items.values() if isinstance(item, kind)]


@st.composite
def acts(draw: st.DrawFn, layer: Layer) -> Edit:
    """Draw any act of ``core.model.edits`` and ``core.model.actor_edits`` that the layer allows; it may be empty."""
    span = draw(spans(len(layer.article.text)))
    quotations, entities, actors = _ids(layer, Quotation), _ids(layer, Entity), _ids(layer, Actor)
    annotations = quotations + entities
    pick = st.sampled_from
    offered: list[Callable[[], Edit]] = [
        lambda: edits.add_entity(draw(pick(["PER", "ORG"])), span, draw(pick([None, *actors]))),
        lambda: edits.add_entities("LOC", [span]),
        lambda: edits.add_quotation(
            draw(pick(list(Form))),
            [span],
            cue=span,
            speaker=draw(pick([None, *actors])),
            parent=draw(pick([None, *quotations])),
            guessed=("cue", "speaker", "parent"),
        ),
        lambda: edits.set_status(layer, draw(pick(list(Status)))),
        lambda: edits.set_note(layer, draw(pick(["head", *annotations, *actors])), draw(pick(["", "заметка 😀"]))),
        lambda: edits.toggle_flag(layer, draw(pick(["head", *annotations])), "unsure"),
        lambda: edits.accept(layer, [item.id for item in open_items(layer) if (item.score or 0) > 0.5]),
        lambda: edits.fill(layer, draw(items(len(layer.article.text)))),
        lambda: actor_edits.delete_unused_actors(layer),
    ]
    if annotations:
        some = st.lists(pick(annotations), min_size=1, max_size=3)
        offered += [
            lambda: edits.accept(layer, draw(some)),
            lambda: edits.reject(layer, draw(some)),
            lambda: resolving.accept_fields(layer, draw(pick(annotations)), draw(st.sets(pick(QUOTATION_GUESSES)))),
            lambda: resolving.clear_fields(layer, draw(pick(annotations)), draw(st.sets(pick(QUOTATION_GUESSES)))),
            lambda: resolving.set_done(layer, accept=draw(some), reject=draw(some)),
            lambda: edits.delete(layer, draw(some)),
            lambda: actor_edits.add_actor_for(layer, draw(some), "Ещё Имя"),
            lambda: actor_edits.split_actor(layer, draw(some), "Тёзка"),
            lambda: actor_edits.move_to_actor(layer, draw(some), draw(pick([None, *actors]))),
        ]
    if actors:
        offered.append(
            lambda: actor_edits.describe_actor(
                layer,
                draw(pick(actors)),
                draw(pick(["Имя 0", "Новое Имя"])),
                draw(pick([None, *ActorKind])),
                draw(pick([None, *Gender])),
                draw(pick(["", "заметка 😀"])),
            )
        )
    if entities:
        offered += [
            lambda: edits.set_label(layer, [draw(pick(entities))], "ORG"),
            lambda: edits.set_entity_range(layer, draw(pick(entities)), span),
        ]
    if quotations:
        offered += _quotation_acts(draw, layer, span, quotations, actors)
    if actors:
        offered += [
            lambda: actor_edits.rename_actor(layer, draw(pick(actors)), "Другое Имя"),
            lambda: actor_edits.merge_actors(layer, draw(pick(actors)), draw(st.lists(pick(actors), max_size=2))),
            lambda: actor_edits.delete_actor(layer, draw(pick(actors))),
        ]
    return draw(pick(offered))()


def _quotation_acts(
    draw: st.DrawFn, layer: Layer, span: Range, quotations: list[str], actors: list[str]
) -> list[Callable[[], Edit]]:
    pick = st.sampled_from
    one = draw(pick(quotations))
    other = draw(pick(quotations))
    first = layer.quotation(one).ranges[0]
    return [
        lambda: edits.set_form(layer, [one], draw(pick(list(Form)))),
        lambda: edits.set_ranges(layer, one, [span, first]),
        lambda: edits.move_edge(layer, one, first, span),
        lambda: edits.add_range(layer, one, span),
        lambda: edits.cut_range(layer, one, span),
        lambda: edits.set_cue(layer, one, draw(pick([None, span]))),
        lambda: edits.set_mention(layer, one, span, draw(pick([None, *actors]))),
        lambda: edits.set_parent(layer, one, draw(pick([None, other]))),
        lambda: edits.split_quotation(layer, one, span.start),
        lambda: edits.join_quotations(layer, one, other),
    ]


HEAD = Head(status=Status.DONE, note="готово", flags=("unsure",))
