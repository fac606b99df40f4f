"""Every decision a reviewer can take, what it makes of the adjudicated layer, and that all of it can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from core.comparing.compare import Kind, compare
from core.comparing.fields import Field, fields_of
from core.formats.jsonl import read_record, write_record
from core.model import GOLD, Actor, Annotation, Article, Entity, Form, Item, Quotation, Range, State, ranges_of
from core.model.edits import fill
from core.model.layer import Edit, Layer
from core.review.adjudicate import Adjudication
from core.review.decisions import Confidence, How, Reason, Remark, decision_of
from core.store import Project
from tests.acts import article_of, items, texts

TEXT = "«Мост откроют осенью, — сказал Лебедев, — и дорогу тоже», — пишет «Вестник». Ёлкин молчит. Больше ничего нет."
ARTICLE = article_of(TEXT)
REMARK = Remark(Reason.AMBIGUOUS, "двусмысленно", Confidence.LOW, "vera")


def quotation(item_id: str, *ranges: Range, **fields: object) -> Quotation:
    return Quotation(id=item_id, form=Form.DIRECT, ranges=ranges, **fields)  # type: ignore[arg-type]


def layer(name: str, *given_items: Item) -> Layer:
    return Layer(ARTICLE, name, given_items)


def adjudication(*layers: Layer) -> Adjudication:
    return Adjudication(compare(layers), Layer(ARTICLE, GOLD))


def do(now: Adjudication, edit: Edit) -> Adjudication:
    """Apply an edit; check that its inverse takes it back, and that what is carried on is what a fresh look finds."""
    after = now.into.apply(edit)
    assert after.apply(edit.inverse()) == now.into
    assert now.open is now.open
    assert now.not_taken is now.not_taken
    carried, fresh = now.after(after, edit), Adjudication(now.comparison, after)
    assert [id(match) for match in carried.open] == [id(match) for match in fresh.open]
    assert [id(match) for match in carried.not_taken] == [id(match) for match in fresh.not_taken]
    assert [carried.items(match) for match in now.open] == [fresh.items(match) for match in now.open]
    return carried


def said(layer_: Layer, item: Annotation) -> tuple[object, ...]:
    """What an annotation says, without ids: what must be equal in two layers."""
    actor = layer_.actor(item.speaker if isinstance(item, Quotation) else item.actor)
    name = None if actor is None else actor.name
    if isinstance(item, Entity):
        return (item.range, item.label, name)
    parent = layer_.get(item.parent) if item.parent else None
    above = ranges_of(parent) if parent is not None and not is_rejected(parent) else None
    return (item.ranges, item.form, item.cue, item.mention, name, above)


def is_rejected(item: Item) -> bool:
    return isinstance(item, (Entity, Quotation)) and item.state is State.REJECTED


A = layer(
    "anna",
    Actor(id="a1", name="Лебедев"),
    Actor(id="a2", name="Вестник"),
    quotation("q1", Range(0, 20), Range(42, 56), cue=Range(24, 30), speaker="a1"),
    quotation("q2", Range(77, 90), speaker="a2"),
    Entity(id="e1", label="PER", range=Range(77, 82), state=State.AUTO, rule="names", score=0.9),
)
B = layer(
    "boris",
    Actor(id="b7", name="лебедев"),
    Actor(id="b8", name="Ёлкин"),
    quotation("x", Range(0, 20), Range(42, 56), cue=Range(24, 30), speaker="b7"),
    quotation("y", Range(77, 89), speaker="b8", cue=Range(84, 90)),
    Entity(id="z", label="PER", range=Range(77, 82)),
)


def test_what_all_agree_on_is_taken_over_at_once_with_actors_by_name() -> None:
    now = adjudication(A, B)
    edit = now.take_agreed()
    now = do(now, edit)
    assert edit.name == "take-agreed"
    assert [actor.name for actor in now.into.actors()] == ["Лебедев"]
    first, entity = now.into.annotations()
    assert said(now.into, first) == said(A, A.quotation("q1"))
    assert first.id not in ("q1", "x")
    assert entity.state is State.ACCEPTED
    assert entity.rule == "names"
    decision = decision_of(first)
    assert decision is not None
    assert decision.how is How.AGREED
    assert [(source.annotator, source.id) for source in decision.of] == [("anna", "q1"), ("boris", "x")]
    assert [match.kinds for match in now.open] == [{Kind.EDGE, Kind.CUE, Kind.SPEAKER}]
    assert not now.take_agreed()


@pytest.mark.parametrize("at", [0, 1])
def test_one_version_is_taken_with_its_remark(at: int) -> None:
    now = adjudication(A, B)
    (match,) = now.open
    now = do(now, now.take(match, at, REMARK))
    (taken,) = now.into.quotations()
    version = match.versions[at]
    assert version is not None
    assert said(now.into, taken) == said((A, B)[at], version)
    decision = decision_of(taken)
    assert decision is not None
    assert decision.remark == REMARK
    assert decision.fields == dict.fromkeys(map(str, fields_of(taken)), ("anna", "boris")[at])
    assert now.open == []


def test_fields_are_taken_from_different_versions() -> None:
    now = adjudication(A, B)
    (match,) = now.open
    now = do(now, now.compose(match, 0, {Field.SPEAKER: 1, Field.CUE: 1}))
    (taken,) = now.into.quotations()
    assert said(now.into, taken) == ((Range(77, 90),), Form.DIRECT, Range(84, 90), None, "Ёлкин", None)
    decision = decision_of(taken)
    assert decision is not None
    assert decision.how is How.COMPOSED
    assert (decision.fields["content"], decision.fields["speaker"]) == ("anna", "boris")


def test_content_and_label_are_fields_too_and_a_mixed_proposal_is_corrected() -> None:
    one = layer("anna", Entity(id="e", label="PER", range=Range(77, 82), state=State.AUTO))
    other = layer("boris", Entity(id="f", label="ORG", range=Range(77, 84)))
    now = adjudication(one, other)
    (match,) = now.open
    now = do(now, now.compose(match, 0, {Field.CONTENT: 1}))
    (taken,) = now.into.entities()
    assert (taken.range, taken.label, taken.state) == (Range(77, 84), "PER", State.CORRECTED)
    now = do(now, now.compose(match, 0, {Field.LABEL: 1}))
    (again,) = now.into.entities()
    assert (again.range, again.label, again.id) == (Range(77, 82), "ORG", taken.id)
    composed = do(adjudication(A, B), adjudication(A, B).compose(adjudication(A, B).open[0], 0, {Field.CONTENT: 1}))
    assert composed.into.quotations()[0].ranges == (Range(77, 89),)


def test_a_version_that_is_not_there_cannot_be_composed_from() -> None:
    now = adjudication(A, layer("boris"))
    with pytest.raises(KeyError):
        now.compose(now.open[0], 1, {})
    with pytest.raises(KeyError):
        now.compose(now.open[0], 0, {Field.FORM: 1})


def test_both_versions_become_items_of_their_own_and_equal_ones_become_one() -> None:
    now = adjudication(A, B)
    (match,) = now.open
    now = do(now, now.take_both(match))
    assert [item.ranges for item in now.into.quotations()] == [(Range(77, 90),), (Range(77, 89),)]
    assert now.open == []
    three = adjudication(A, B, Layer(ARTICLE, "clara", A.everything()))
    (match,) = three.open
    three = do(three, three.take_both(match))
    assert len(three.into.quotations()) == 2
    assert three.open == []


def test_a_rejected_match_stays_as_a_rejected_item_with_its_reason() -> None:
    now = adjudication(A, B)
    (match,) = now.open
    now = do(now, now.reject(match, Remark(Reason.SPURIOUS)))
    assert now.into.quotations() == []
    (rejected,) = now.into.quotations(rejected=True)
    decision = decision_of(rejected)
    assert decision is not None
    assert (decision.how, decision.reason) == (How.REJECTED, Reason.SPURIOUS)
    assert now.open == []


def test_taking_the_side_that_has_nothing_rejects_the_other() -> None:
    now = adjudication(A, layer("boris"))
    for match in now.open:
        now = do(now, now.take(match, 1))
    assert now.into.quotations() == []
    assert now.into.entities() == []
    assert now.open == []


def test_a_version_of_the_reviewers_own_settles_a_match() -> None:
    now = adjudication(A, B)
    (match,) = now.open
    own = quotation("", Range(78, 85), state=State.AUTO)
    now = do(now, now.edit(match, own, REMARK))
    (taken,) = now.into.quotations()
    assert (taken.ranges, taken.state) == ((Range(78, 85),), State.MANUAL)
    assert now.open == []


def test_a_later_decision_replaces_the_first_and_keeps_the_id() -> None:
    now = adjudication(A, B)
    (match,) = now.open
    now = do(now, now.take_both(match))
    first = now.into.quotations()[0].id
    now = do(now, now.take(match, 1))
    (taken,) = now.into.quotations()
    assert taken.id == first
    assert taken.ranges == (Range(77, 89),)
    assert not now.take(match, 1)
    now = do(now, now.reopen(match))
    assert now.into.annotations() == []
    assert now.open == [match]


def test_a_remark_can_be_made_afterwards() -> None:
    now = do(adjudication(A, B), adjudication(A, B).take_agreed())
    match = now.comparison.agreed[0]
    now = do(now, now.remark(match, REMARK))
    decision = decision_of(now.items(match)[0])
    assert decision is not None
    assert decision.remark == REMARK
    assert decision.how is How.AGREED
    assert not now.remark(match, REMARK)


def test_a_version_that_changes_after_the_decision_is_open_again() -> None:
    now = adjudication(A, B)
    (match,) = now.open
    into = do(now, now.take(match, 0)).into
    changed = B.apply(Edit("x", (B.quotation("y"),), (replace(B.quotation("y"), form=Form.MIXED),)))
    again = Adjudication(compare((A, changed)), into)
    assert len(again.open) == 1
    again = do(again, again.take(again.open[0], 1))
    assert len(again.into.quotations()) == 1
    assert again.open == []


def test_one_decision_settles_all_that_differ_by_the_same_names() -> None:
    places = [Range(0, 5), Range(6, 12), Range(14, 20)]
    one = layer(
        "anna",
        Actor(id="a", name="Пётр Лебедев"),
        *(quotation(f"q{at}", place, speaker="a") for at, place in enumerate(places)),
    )
    other = layer(
        "boris",
        Actor(id="b", name="Лебедев"),
        *(quotation(f"q{at}", place, speaker="b") for at, place in enumerate(places)),
    )
    now = adjudication(one, other)
    assert [match.kinds for match in now.open] == [{Kind.NAME}] * 3
    alone = do(now, now.take(now.open[0], 0, alike=False))
    assert len(alone.open) == 2
    together = do(now, now.take(now.open[0], 0))
    assert together.open == []
    assert [actor.name for actor in together.into.actors()] == ["Пётр Лебедев"]


def test_a_majority_decides_field_by_field() -> None:
    base = quotation("q", Range(0, 20))
    votes = [
        layer("a", replace(base, cue=Range(24, 30))),
        layer("b", replace(base, form=Form.MIXED)),
        layer("c", replace(base, cue=Range(24, 30)), quotation("r", Range(77, 90))),
    ]
    now = adjudication(*votes)
    assert now.majority(now.open[1]) == {}
    now = do(now, now.take_majority(remark=Remark(by="vera")))
    (taken,) = now.into.quotations()
    assert (taken.form, taken.cue) == (Form.DIRECT, Range(24, 30))
    assert now.open == []


CUE, OTHER = Range(24, 30), Range(31, 38)


def test_a_guess_has_no_vote_where_a_person_has_a_word() -> None:
    base = quotation("q", Range(0, 20))
    guess = replace(base, cue=CUE, guessed=("cue",))
    now = adjudication(layer("a", guess), layer("b", guess), layer("c", replace(base, cue=OTHER)))
    assert now.majority(now.open[0]) is None
    now = adjudication(
        layer("a", guess), layer("b", replace(base, cue=OTHER)), layer("c", replace(base, cue=OTHER)), layer("d", base)
    )
    assert now.majority(now.open[0]) is None, "two of four"
    now = adjudication(layer("a", guess), layer("b", replace(base, cue=OTHER)), layer("c", replace(base, cue=OTHER)))
    now = do(now, now.take_majority())
    (taken,) = now.into.quotations()
    assert (taken.cue, taken.guessed) == (OTHER, ())


def test_what_nobody_looked_at_stays_a_guess() -> None:
    both = quotation("q", Range(0, 20), cue=CUE, mention=OTHER, speaker="p", guessed=("cue", "mention", "speaker"))
    actor = Actor(id="p", name="Лебедев")
    now = adjudication(layer("a", both, actor), layer("b", replace(both, guessed=("mention", "speaker")), actor))
    (taken,) = do(now, now.take_agreed()).into.quotations()
    assert (taken.cue, taken.mention) == (CUE, OTHER)
    assert taken.guessed == ("mention", "speaker"), "b has said that the cue is right"
    assert taken.speaker is not None


def test_what_a_reviewer_takes_is_no_guess_any_more() -> None:
    one = quotation("q", Range(0, 20), cue=CUE, guessed=("cue",))
    other = quotation("q", Range(0, 20), cue=OTHER, guessed=("cue",))
    now = adjudication(layer("a", one), layer("b", other))
    (match,) = now.open
    (taken,) = do(now, now.take(match, 1)).into.quotations()
    assert (taken.cue, taken.guessed) == (OTHER, ())
    (composed,) = do(now, now.compose(match, 0, {Field.CUE: 1})).into.quotations()
    assert (composed.cue, composed.guessed) == (OTHER, ())
    (rest,) = do(now, now.take_rest(0)).into.quotations()
    assert (rest.cue, rest.guessed) == (CUE, ("cue",)), "nobody looked at it"


def test_a_guessed_parent_stays_a_guess_only_while_it_is_there() -> None:
    outer, inner = quotation("o", Range(0, 20)), quotation("i", Range(1, 5), parent="o", guessed=("parent",))
    now = adjudication(layer("a", outer, inner), layer("b", outer, inner))
    after = do(now, now.take_agreed()).into
    taken = next(item for item in after.quotations() if item.parent is not None)
    assert taken.guessed == ("parent",)
    alone = adjudication(layer("a", inner, outer), layer("b", inner, replace(outer, form=Form.MIXED)))
    (nested,) = do(alone, alone.take_agreed()).into.quotations()
    assert (nested.parent, nested.guessed) == (None, ())


def test_without_a_majority_nothing_is_decided() -> None:
    base = quotation("q", Range(0, 20))
    split = [layer(str(form), replace(base, form=form)) for form in Form]
    assert not adjudication(*split).take_majority()
    assert not adjudication(A, B).take_majority()
    assert adjudication(A, B).majority(adjudication(A, B).open[0]) is None


def nested(name: str, outer: str, inner: str, innermost: str) -> Layer:
    return layer(
        name,
        quotation(outer, Range(0, 56)),
        quotation(inner, Range(1, 20), parent=outer),
        quotation(innermost, Range(6, 13), parent=inner),
    )


def test_nesting_is_taken_over_through_the_alignment() -> None:
    now = adjudication(nested("anna", "q1", "q2", "q3"), nested("boris", "r3", "r1", "r2"))
    now = do(now, now.take_agreed())
    outer, inner, innermost = now.into.quotations()
    assert (inner.parent, innermost.parent) == (outer.id, inner.id)


def test_a_parent_decided_later_adopts_its_children_and_a_rejected_one_hands_them_up() -> None:
    alone = adjudication(nested("anna", "q1", "q2", "q3"))
    outer, inner, innermost = alone.open
    now = do(alone, alone.take(innermost, 0))
    assert now.into.quotations()[0].parent is None
    now = do(now, now.take(outer, 0))
    assert [item.parent for item in now.into.quotations()] == [None, now.into.quotations()[0].id]
    now = do(now, now.take(inner, 0))
    top, middle, last = now.into.quotations()
    assert (middle.parent, last.parent) == (top.id, top.id)
    now = do(now, now.reject(inner))
    top, last = now.into.quotations()
    assert last.parent == top.id
    now = do(now, now.reopen(outer))
    assert [item.parent for item in now.into.quotations()] == [None]


def test_children_of_a_rejected_parent_stand_in_what_is_above_it() -> None:
    alone = adjudication(nested("anna", "q1", "q2", "q3"))
    now = do(alone, alone.take_rest(0))
    _, inner, innermost = now.into.quotations()
    assert innermost.parent == inner.id
    now = do(now, now.reject(alone.comparison.matches[1]))
    top, last = now.into.quotations()
    assert last.parent == top.id


def test_nesting_of_two_layers_never_closes_a_circle() -> None:
    ranges = Range(0, 20), Range(1, 20)
    one = layer("anna", quotation("q1", ranges[0]), quotation("q2", ranges[1], parent="q1"))
    other = layer("boris", quotation("q2", ranges[1]), quotation("q1", ranges[0], parent="q2"))
    now = adjudication(one, other)
    first, second = now.comparison.matches
    now = do(now, now.take(first, 1))
    now = do(now, now.take(second, 0))
    assert [item.parent for item in now.into.quotations()].count(None) >= 1


def test_a_foreign_note_in_the_place_of_a_decision_is_no_decision() -> None:
    strange = replace(A.quotation("q2"), extra={"decided": "вчера"})
    assert decision_of(strange) is None
    now = Adjudication(compare((A, B)), layer(GOLD, Actor(id="a2", name="Вестник"), strange))
    assert len(now.open) == 1


@st.composite
def several(draw: st.DrawFn) -> tuple[Article, list[Layer]]:
    text = draw(texts)
    article = article_of(text)
    count = draw(st.integers(1, 3))
    return article, [Layer(article, f"annotator {at}", draw(items(len(text)))) for at in range(count)]


@settings(max_examples=150)
@given(several(), st.data())
def test_any_decisions_settle_everything_and_the_log_takes_all_of_it_back(
    case: tuple[Article, list[Layer]], data: st.DataObject
) -> None:
    article, layers_ = case
    now = Adjudication(compare(layers_), Layer(article, GOLD))
    now = do(now, now.take_agreed())
    while now.open:
        match = data.draw(st.sampled_from(now.open))
        at = data.draw(st.integers(0, len(layers_) - 1))
        edit = data.draw(
            st.sampled_from([now.take(match, at), now.take_both(match), now.reject(match), now.take_majority([match])])
        )
        before = len(now.open)
        now = do(now, edit)
        assert not edit or len(now.open) < before
    assert now.not_taken == []


@settings(max_examples=150)
@given(several())
def test_taking_one_layer_for_everything_gives_that_layer(case: tuple[Article, list[Layer]]) -> None:
    article, layers_ = case
    now = Adjudication(compare(layers_), Layer(article, GOLD))
    now = do(now, now.take_agreed())
    now = do(now, now.take_rest(0))
    assert flat(now.into) == flat(layers_[0])


def flat(layer_: Layer) -> list[tuple[object, ...]]:
    """What a layer says without the nesting: parents that were rejected in the one are not there in the other."""
    return sorted((said(layer_, item)[:5] for item in [*layer_.quotations(), *layer_.entities()]), key=repr)


def test_a_note_of_the_reviewers_own_survives_when_its_parent_goes() -> None:
    alone = adjudication(nested("anna", "q1", "q2", "q3"))
    now = do(alone, alone.take_rest(0))
    outer = now.into.quotations()[0]
    own = quotation("own", Range(2, 5), parent=outer.id)
    now = do(now, Edit("add-quotation", (), (own,)))
    now = do(now, now.reject(alone.comparison.matches[0]))
    kept = now.into.quotation("own")
    assert kept.parent is None


def test_decisions_go_through_the_exchange_format_and_the_file_unchanged(tmp_path: Path) -> None:
    now = adjudication(A, B)
    now = do(now, now.take_agreed())
    now = do(now, now.compose(now.open[0], 0, {Field.SPEAKER: 1}, REMARK))
    extra = adjudication(layer("anna", quotation("q9", Range(91, 100))))
    now = do(now, extra.after(now.into).reject(extra.open[0], Remark(Reason.SPURIOUS)))
    read = read_record(write_record(ARTICLE, now.into), source="x", line_number=1).layer
    assert read == now.into
    with Project.create(tmp_path / "work.citata", "vera") as project:
        project.add_article(ARTICLE)
        into, _ = project.commit(Layer(ARTICLE, GOLD), fill(Layer(ARTICLE, GOLD), now.into.everything()))
        assert project.layer(ARTICLE.id, GOLD) == into
        again = Adjudication(now.comparison, into)
        undone, _ = project.commit(into, again.reopen(now.comparison.matches[1]))
        assert project.layer(ARTICLE.id, GOLD) == undone
