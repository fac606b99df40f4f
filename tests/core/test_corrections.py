"""What an annotator gets to see of the reviewer's decisions about their own work."""

from __future__ import annotations

from msgspec.structs import replace

from core.adjudicate import Adjudication
from core.compare import Kind, compare
from core.corrections import Correction, corrections, likely_reason
from core.decisions import Confidence, Reason, Remark
from core.edits import add_quotation
from core.layer import Layer
from core.model import GOLD, Actor, Form, Item, Quotation, Range
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
    return {(one.mine or one.settled).id if one.mine else "missed": one for one in found}  # type: ignore[union-attr]


def test_an_annotator_sees_each_correction_with_its_reason_and_comment() -> None:
    found = by_id(corrections(*reviewed())[1])
    assert set(found) == {"q1", "q2", "missed"}
    assert found["q1"].match.kinds == {Kind.SPEAKER}
    assert (found["q1"].reason, found["q1"].remark.comment) == (Reason.WRONG_SPEAKER, "это слова Ёлкина")
    assert found["q1"].remark.by == "vera"
    assert found["q1"].settled is not None
    assert found["q2"].settled is None
    assert found["q2"].reason is Reason.GUIDELINE_GAP
    assert found["missed"].mine is None
    assert (found["missed"].reason, found["missed"].remark.comment) == (Reason.MISSED, "см. конец")


def test_what_the_reviewer_added_alone_is_missed_too() -> None:
    anna, gold = reviewed()
    gold = gold.apply(add_quotation(Form.MIXED, [Range(41, 50)]))
    _, found = corrections(anna, gold)
    added = [one for one in found if one.settled is not None and one.settled == gold.quotations()[1]]
    assert [(one.mine, one.reason, one.remark) for one in added] == [(None, Reason.MISSED, Remark())]


def test_a_layer_that_was_taken_as_it_is_has_no_corrections() -> None:
    anna = layer("anna", FIRST, SECOND)
    now = Adjudication(compare((anna,)), Layer(ARTICLE, GOLD))
    now = now.after(now.into.apply(now.take_rest(0)))
    comparison, found = corrections(anna, now.into)
    assert found == []
    assert len(comparison.agreed) == 2


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
