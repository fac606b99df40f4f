"""What the program filled in around a person's work stays a guess, field by field, until a person resolves it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from core.errors import UserError
from core.formats.base import make_article
from core.model import Actor, Entity, Form, Quotation, Range, State, Status, edits, is_open, resolving
from core.model.actor_edits import merge_actors, rename_actor
from core.model.layer import Edit, Layer
from core.model.schema import standard
from core.model.scope import Scope, count_open, open_items, parse_scope, scope_words, tally

TEXT = "«Мост откроют», — сказал Пётр Сомов. По словам Сомова, дорога готова. Лугова молчала."
ARTICLE = make_article("a", None, TEXT)
SOMOV, LUGOVA = Actor(id="a1", name="Пётр Сомов"), Actor(id="a2", name="Лугова")
CUE, MENTION = Range(18, 24), Range(25, 35)


def layer_with(*items: object) -> Layer:
    return Layer(ARTICLE, "anna", [SOMOV, LUGOVA, *items])  # type: ignore[list-item]


def marked() -> tuple[Layer, str]:
    made = edits.add_quotation(
        Form.DIRECT,
        [Range(0, 14)],
        cue=CUE,
        mention=MENTION,
        speaker="a1",
        guessed=("speaker", "cue", "parent", "mention"),
    )
    return layer_with().apply(made), made.added[0].id


def test_a_marked_quotation_says_which_of_its_fields_are_guesses() -> None:
    layer, item = marked()
    assert layer.quotation(item).guessed == ("cue", "mention", "speaker")  # there is no parent to guess
    assert layer.quotation(item).state is State.MANUAL
    assert is_open(layer.quotation(item))


def speak(layer: Layer, item: str, actor: str | None) -> Edit:
    """Say who said a quotation."""
    before = layer.quotation(item)
    return edits.change("set-speaker", [before], [edits.revised(before, speaker=actor)])


@pytest.mark.parametrize(
    ("act", "left"),
    [
        (lambda layer, item: edits.set_cue(layer, item, CUE), ("mention", "speaker")),
        (lambda layer, item: edits.set_mention(layer, item, MENTION, "a1"), ("cue",)),
        (lambda layer, item: speak(layer, item, "a2"), ("cue", "mention")),
        (lambda layer, item: speak(layer, item, None), ("cue", "mention")),
        (lambda layer, item: edits.set_form(layer, [item], Form.MIXED), ("cue", "mention", "speaker")),
        (lambda layer, item: edits.set_ranges(layer, item, [Range(1, 13)]), ("cue", "mention", "speaker")),
        (lambda layer, item: resolving.accept_fields(layer, item, ["cue"]), ("mention", "speaker")),
        (lambda layer, item: edits.accept(layer, [item]), ()),
        (lambda layer, item: rename_actor(layer, "a1", "Сомов"), ("cue", "mention", "speaker")),
        (lambda layer, item: merge_actors(layer, "a2", ["a1"]), ("cue", "mention", "speaker")),
    ],
)
def test_an_edit_of_a_field_settles_that_field_and_no_other(act, left) -> None:  # type: ignore[no-untyped-def]
    layer, item = marked()
    edit = act(layer, item)
    after = layer.apply(edit)
    assert after.quotation(item).guessed == left
    assert after.quotation(item).state is State.MANUAL
    assert after.apply(edit.inverse()) == layer


def test_a_guess_settled_as_wrong_is_empty_and_the_work_stays() -> None:
    layer, item = marked()
    after = layer.apply(resolving.clear_fields(layer, item, ["speaker", "mention"])).quotation(item)
    assert (after.cue, after.mention, after.speaker, after.guessed) == (CUE, None, None, ("cue",))


def test_a_taken_proposal_whose_guesses_are_wrong_is_corrected() -> None:
    own, item = marked()
    layer = layer_with(replace(own.quotation(item), state=State.ACCEPTED))
    one = layer.apply(resolving.clear_fields(layer, item, ["cue"])).quotation(item)
    assert (one.state, one.cue, one.guessed) == (State.CORRECTED, None, ("mention", "speaker"))
    every = layer.apply(resolving.set_done(layer, reject=[item])).quotation(item)
    assert (every.state, every.mention, every.guessed) == (State.CORRECTED, None, ())
    kept = layer.apply(resolving.set_done(layer, accept=[item])).quotation(item)
    assert (kept.state, kept.cue, kept.guessed) == (State.ACCEPTED, CUE, ())


def test_joining_takes_a_guess_along_with_its_value() -> None:
    one = Quotation(id="q1", form=Form.DIRECT, ranges=(Range(0, 14),), cue=CUE)
    two = Quotation(
        id="q2", form=Form.DIRECT, ranges=(Range(56, 70),), speaker="a1", cue=Range(37, 46), guessed=("cue", "speaker")
    )
    layer = layer_with(one, two)
    joined = layer.apply(edits.join_quotations(layer, "q1", "q2")).quotation("q1")
    assert (joined.cue, joined.speaker, joined.guessed) == (CUE, "a1", ("speaker",))


def proposal(item: str, form: Form = Form.DIRECT, score: float | None = 0.8) -> Quotation:
    return Quotation(id=item, form=form, ranges=(Range(0, 14),), state=State.AUTO, score=score, rule="direct")


def test_done_settles_what_is_given_and_leaves_the_rest_open() -> None:
    own, item = marked()
    entity = Entity(id="e1", label="PER", range=MENTION, state=State.AUTO, score=0.4)
    layer = Layer(ARTICLE, "anna", [*own.everything(), proposal("q1"), proposal("q2"), entity])
    edit = resolving.set_done(layer, accept=[item, "q1"], reject=["q2"])
    after = layer.apply(edit)
    assert after.head.status is Status.DONE
    assert [after.items[one].state for one in (item, "q1", "q2", "e1")] == [  # type: ignore[union-attr]
        State.MANUAL, State.ACCEPTED, State.REJECTED, State.AUTO,
    ]  # fmt: skip
    assert after.quotation(item).guessed == ()
    assert after.apply(edit.inverse()) == layer
    refused = layer.apply(resolving.set_done(layer, reject=[item])).quotation(item)
    assert (refused.state, refused.cue, refused.speaker) == (State.MANUAL, None, None)


def test_one_rule_counts_what_is_open_within_the_scope() -> None:
    own, item = marked()
    entities = [
        Entity(id="e1", label="PER", range=MENTION, state=State.AUTO, score=0.4),
        Entity(id="e2", label="ORG", range=Range(0, 5), state=State.AUTO),
        Entity(id="e3", label="PER", range=Range(46, 52), state=State.REJECTED, actor="a1", guessed=("actor",)),
    ]
    layer = Layer(ARTICLE, "anna", [*own.everything(), proposal("q1"), *entities])
    assert {one.id for one in open_items(layer)} == {item, "q1", "e1", "e2"}
    assert tally(layer.annotations()) == (1, 5)
    people = Scope(quotations=False, labels=("PER",))
    assert [one.id for one in open_items(layer, people)] == ["e1"]
    assert tally(layer.annotations(), people) == (1, 2)
    found = count_open(open_items(layer))
    assert found.proposals == {"direct": 1, "PER": 1, "ORG": 1}
    assert found.guesses == {"cue": 1, "mention": 1, "speaker": 1}
    assert (found.items, found.lowest) == (3, 0.4)
    assert not count_open([replace(layer.quotation(item), guessed=())])


def test_a_scope_is_said_in_words_and_read_back() -> None:
    schema = standard()
    for words in (["all"], ["quotations"], ["entities"], ["quotations", "PER"], ["PER", "LOC"]):
        assert scope_words(parse_scope(words, schema)) == words
    with pytest.raises(UserError, match="people"):
        parse_scope(["people"], schema)


def test_a_rename_keeps_the_old_name_as_an_alias() -> None:
    layer = layer_with()
    after = layer.apply(rename_actor(layer, "a1", "Пётр Ильич Сомов"))
    actor = after.actor("a1")
    assert actor is not None
    assert actor.aliases == ("Пётр Сомов",)
    back = after.apply(rename_actor(after, "a1", "Пётр Сомов")).actor("a1")
    assert back is not None
    assert back.aliases == ("Пётр Ильич Сомов",)


def test_marking_an_entity_takes_over_what_is_marked_there() -> None:
    proposed = Entity(id="e1", label="PER", range=MENTION, actor="a1", state=State.AUTO, score=0.4)
    layer = layer_with(proposed)
    same = layer.apply(resolving.mark_entity(layer, "PER", MENTION))
    assert [(e.id, e.state, e.guessed) for e in same.entities()] == [("e1", State.ACCEPTED, ("actor",))]
    other = layer.apply(resolving.mark_entity(layer, "ORG", MENTION))
    assert [(e.id, e.label, e.state) for e in other.entities()] == [("e1", "ORG", State.CORRECTED)]
    assert not resolving.mark_entity(other, "ORG", MENTION)
    fresh = layer.apply(resolving.mark_entity(layer, "PER", Range(0, 5), "a2"))
    assert [(e.actor, e.guessed) for e in fresh.entities() if e.id != "e1"] == [("a2", ("actor",))]


def test_a_split_falls_between_words_and_joining_closes_it_up() -> None:
    said = Quotation(id="q1", form=Form.DIRECT, ranges=(Range(0, 14),))
    layer = layer_with(said)
    split = layer.apply(edits.split_quotation(layer, "q1", 9))
    assert [q.ranges for q in split.quotations()] == [(Range(0, 5),), (Range(6, 14),)]
    first, second = (q.id for q in split.quotations())
    assert split.apply(edits.join_quotations(split, first, second)).quotation(first).ranges == (Range(0, 14),)
