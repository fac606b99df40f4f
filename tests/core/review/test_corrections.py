"""What an annotator gets to see of the reviewer's decisions about their own work."""

from __future__ import annotations

from msgspec.structs import replace

from core.comparing.compare import Kind, compare
from core.model import GOLD, Actor, ActorKind, Entity, Form, Head, Item, Quotation, Range, State, Status
from core.model.edits import add_quotation, set_status
from core.model.layer import Layer
from core.review.adjudicate import Adjudication
from core.review.corrections import Correction, adopt, corrections, likely_reason
from core.review.decisions import Confidence, Reason, Remark
from tests.acts import article_of

TEXT = "«Мост откроют осенью», — сказал Лебедев. По словам главы района, дорога готова. Ёлкин заявил: «Зима близко!»"
ARTICLE = article_of(TEXT)
ACTORS = (Actor(id="a1", name="Лебедев"), Actor(id="a2", name="Ёлкин"))
FIRST = Quotation(id="q1", form=Form.DIRECT, ranges=(Range(0, 21),), speaker="a1")
SECOND = Quotation(id="q2", form=Form.INDIRECT, ranges=(Range(65, 78),))
THIRD = Quotation(id="q3", form=Form.DIRECT, ranges=(Range(94, 108),), speaker="a2")


def layer(name: str, *given: Item) -> Layer:
    return Layer(ARTICLE, name, (*ACTORS, *given))


def reviewed() -> tuple[Layer, Layer]:
    """Anna's layer, and the adjudicated one: one corrected, one rejected, one agreed on, one that she missed."""
    anna = layer("anna", FIRST, SECOND)
    boris = layer("boris", replace(FIRST, speaker="a2"), THIRD)
    now = Adjudication(compare((anna, boris)), Layer(ARTICLE, GOLD))
    decisions = {
        "q1": lambda now, match: now.take(match, 1, Remark(None, "это слова Ёлкина", Confidence.HIGH, "vera")),
        "q2": lambda now, match: now.reject(match, Remark(Reason.GUIDELINE_GAP)),
        "q3": lambda now, match: now.take(match, 1, Remark(Reason.MISSED, "см. конец")),
    }
    for match in now.open:
        decide = decisions[match.present[0].id]
        now = now.after(now.into.apply(decide(now, match)))
    return anna, now.into


def by_id(found: list[Correction]) -> dict[str, Correction]:
    return {(one.mine or one.resolved).id if one.mine else "missed": one for one in found}  # type: ignore[union-attr]


def test_an_annotator_sees_each_correction_with_its_reason_and_comment() -> None:
    found = by_id(corrections(*reviewed())[1])
    assert set(found) == {"q1", "q2", "missed"}
    assert found["q1"].match.kinds == {Kind.SPEAKER}
    assert (found["q1"].reason, found["q1"].remark.comment) == (Reason.WRONG_SPEAKER, "это слова Ёлкина")
    assert found["q1"].remark.by == "vera"
    assert found["q1"].resolved is not None
    assert found["q2"].resolved is None
    assert found["q2"].reason is Reason.GUIDELINE_GAP
    assert found["missed"].mine is None
    assert (found["missed"].reason, found["missed"].remark.comment) == (Reason.MISSED, "см. конец")


def test_what_the_reviewer_added_alone_is_missed_too() -> None:
    anna, gold = reviewed()
    gold = gold.apply(add_quotation(Form.MIXED, [Range(41, 50)]))
    _, found = corrections(anna, gold)
    added = [one for one in found if one.resolved is not None and one.resolved == gold.quotations()[1]]
    assert [(one.mine, one.reason, one.remark) for one in added] == [(None, Reason.MISSED, Remark())]


def test_a_layer_that_was_taken_as_it_is_has_no_corrections() -> None:
    anna = layer("anna", FIRST, SECOND)
    now = Adjudication(compare((anna,)), Layer(ARTICLE, GOLD))
    now = now.after(now.into.apply(now.take_rest(0)))
    comparison, found = corrections(anna, now.into)
    assert found == []
    assert len(comparison.agreed) == 2


def test_what_is_not_decided_yet_is_no_correction_until_the_article_is_reviewed() -> None:
    anna, gold = layer("anna", FIRST, SECOND), layer(GOLD, FIRST)
    assert corrections(anna, gold)[1] == []
    _, found = corrections(anna, gold.apply(set_status(gold, Status.REVIEWED)))
    assert [one.mine for one in found] == [SECOND]


def test_a_difference_shows_its_likely_reason() -> None:
    pairs = [
        (FIRST, replace(FIRST, ranges=(Range(0, 13),)), Reason.BOUNDARY),
        (FIRST, replace(FIRST, form=Form.MIXED), Reason.OTHER),
        (FIRST, replace(FIRST, speaker=None), Reason.WRONG_SPEAKER),
    ]
    for one, other, expected in pairs:
        (match,) = compare((layer("anna", one), layer("boris", other))).matches
        assert likely_reason(match) is expected
    (only,) = compare((layer("anna", FIRST), layer("boris"))).matches
    assert likely_reason(only) is Reason.SPURIOUS
    assert likely_reason(only, 1) is Reason.MISSED


def take_over(mine: Layer, gold: Layer) -> Layer:
    """Take every correction over, one after the other, as an annotator would."""
    while True:
        _, found = corrections(mine, gold)
        if not found:
            return mine
        edit = adopt(mine, gold, found[0])
        assert edit.name == "take-correction" or not edit.added or found[0].resolved is None
        after = mine.apply(edit)
        assert after.apply(edit.inverse()) == mine
        mine = after


def test_corrections_that_are_taken_over_leave_none() -> None:
    anna, gold = reviewed()
    after = take_over(anna, gold)
    assert after.quotation("q1").speaker == "a2"
    assert after.get("q2") is None
    assert len(after.quotations()) == 2
    assert after.actors() == anna.actors()


def test_entities_and_new_actors_are_taken_over_too() -> None:
    old = Entity(id="e1", label="PER", range=Range(32, 38), state=State.ACCEPTED, note="моё")
    spare = Entity(id="e9", label="PER", range=Range(80, 85), state=State.AUTO)
    mine = layer("anna", old, spare)
    gold = Layer(
        ARTICLE,
        GOLD,
        (
            Actor(id="g1", name="Глава района", kind=ActorKind.PERSON),
            replace(old, label="ORG", range=Range(32, 39), actor="g1"),
            Entity(id="g2", label="LOC", range=Range(1, 5), actor="g1"),
            Head(status=Status.REVIEWED),
        ),
    )
    after = take_over(mine, gold)
    changed = after.items["e1"]
    assert isinstance(changed, Entity)
    assert (changed.label, changed.range, changed.note, changed.state) == ("ORG", Range(32, 39), "моё", State.CORRECTED)
    made = [actor for actor in after.actors() if actor.name == "Глава района"]
    assert [actor.kind for actor in made] == [ActorKind.PERSON]
    assert changed.actor == made[0].id
    rejected = after.items["e9"]
    assert isinstance(rejected, Entity)
    assert rejected.state is State.REJECTED
    assert len(after.entities()) == 2
