"""Each check finds its trouble, stays quiet on a clean layer, and its fix removes it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.model import Actor, Entity, Form, Item, Quotation, Range, State
from core.model.check import CHECKS, MOST, check, crossing, fix_all
from core.model.layer import Edit, Layer
from tests.acts import article_of, layers

TEXT = "«Мост готов», — сказала Арина Велехова.\nДалее.\nЕщё.\nОна добавила, что ждёт."
ARINA = Actor(id="a1", name="Арина Велехова")


def quotation(item_id: str = "q1", **fields: object) -> Quotation:
    plain = {
        "form": Form.DIRECT,
        "ranges": (Range(0, 12),),
        "cue": Range(16, 23),
        "mention": Range(24, 38),
        "speaker": "a1",
    }
    return Quotation(id=item_id, **{**plain, **fields})  # type: ignore[arg-type]


def found(*items: Item) -> dict[str, str | None]:
    return {issue.code: issue.item for issue in check(Layer(article_of(TEXT), "anna", items))}


def test_a_clean_layer_has_no_issues() -> None:
    assert found(ARINA, quotation()) == {}


@pytest.mark.parametrize(
    ("code", "item", "items"),
    [
        ("no-speaker", "q1", [quotation(speaker=None)]),
        ("no-cue", "q1", [ARINA, quotation(form=Form.INDIRECT, cue=None)]),
        ("edge-on-space", "q1", [ARINA, quotation(ranges=(Range(0, 12), Range(23, 38)))]),
        ("edge-on-space", "e1", [Entity(id="e1", label="PER", range=Range(23, 38))]),
        ("edge-in-word", "e1", [Entity(id="e1", label="PER", range=Range(25, 38))]),
        ("unbalanced-marks", "q1", [ARINA, quotation(ranges=(Range(0, 11),))]),
        ("duplicate", "e2", [Entity(id=i, label="PER", range=Range(24, 38)) for i in ("e1", "e2")]),
        ("crossing", "q2", [ARINA, quotation(), quotation("q2", ranges=(Range(6, 23),), form=Form.MIXED)]),
        ("far-mention", "q1", [ARINA, quotation(mention=Range(52, 55))]),
        ("unknown-label", "e1", [Entity(id="e1", label=" ", range=Range(24, 38))]),
        ("unused-actor", "a1", [ARINA]),
        (
            "same-name",
            "a2",
            [
                ARINA,
                Actor(id="a2", name="арина велехова"),
                quotation(),
                quotation("q2", form=Form.MIXED, speaker="a2", ranges=(Range(53, 60),), mention=None),
            ],
        ),
    ],
)
def test_each_check_finds_its_trouble(code: str, item: str, items: list[Item]) -> None:
    assert found(*items).get(code) == item


def test_rejected_items_are_nobodys_trouble() -> None:
    assert found(ARINA, quotation(), quotation("q2", ranges=(Range(6, 23),), state=State.REJECTED)) == {}


def test_an_edge_in_an_emoji_that_is_all_space_has_no_fix() -> None:
    layer = Layer(article_of("а   б"), "anna", [Entity(id="e1", label="PER", range=Range(1, 3))])
    (issue,) = check(layer)
    assert (issue.code, issue.fix) == ("edge-on-space", None)


@settings(max_examples=150)
@given(layers())
def test_every_fix_applies_and_removes_its_issue(layer: Layer) -> None:
    for issue in check(layer):
        assert issue.code in dict(CHECKS)
        if issue.fix is not None:
            after = layer.apply(issue.fix)
            left = [(again.code, again.item, again.range) for again in check(after)]
            assert (issue.code, issue.item, issue.range) not in left


def test_all_fixes_are_one_act_and_rounds_of_it_end() -> None:
    wide, cut = Entity(id="e1", label="PER", range=Range(23, 38)), Entity(id="e2", label="LOC", range=Range(25, 38))
    layer = Layer(article_of(TEXT), "anna", [ARINA, wide, cut])
    edit = fix_all(layer)
    after = layer.apply(edit)
    assert [entity.range for entity in after.entities()] == [Range(24, 38), Range(24, 38)]
    assert after.actors() == []
    assert after.apply(edit.inverse()) == layer
    assert not fix_all(after)


@settings(max_examples=60)
@given(layers())
def test_fixing_all_fits_any_layer(layer: Layer) -> None:
    for _ in range(12):
        edit = fix_all(layer)
        if not edit:
            break
        layer = layer.apply(edit)


@pytest.mark.parametrize("order", [("a", "b"), ("b", "a")])
def test_of_doubles_the_persons_version_stays(order: tuple[str, str]) -> None:
    proposed, own = order
    span = (Range(0, 5),)
    items = [
        Quotation(id=proposed, form=Form.DIRECT, ranges=span, state=State.AUTO),
        Quotation(id=own, form=Form.DIRECT, ranges=span),
        Quotation(id="inner", form=Form.DIRECT, ranges=(Range(1, 3),), parent=proposed),
    ]
    layer = Layer(article_of("«Мост готов», — сказал он."), "anna", items)
    found = [issue for issue in check(layer) if issue.code == "duplicate"]
    assert [issue.item for issue in found] == [proposed]
    assert found[0].fix is not None
    after = layer.apply(found[0].fix)
    assert {q.id for q in after.quotations()} == {own, "inner"}
    assert after.quotation("inner").parent == own


STRAIGHT = 'Он сказал: "Мост готов". Потом: "Да" и "нет".'


@pytest.mark.parametrize(
    ("words", "fixed"),
    [
        ('"Мост готов"', None),
        ("Мост готов", None),
        ('"Мост готов', '"Мост готов"'),
        ('Мост готов"', '"Мост готов"'),
        ('"Да" и "нет', '"Да" и "нет"'),
        ('Да" и', '"Да" и'),
    ],
)
def test_straight_quotation_marks_pair_up_too(words: str, fixed: str | None) -> None:
    at = STRAIGHT.index(words)
    layer = Layer(
        article_of(STRAIGHT), "anna", [Quotation(id="q1", form=Form.DIRECT, ranges=(Range(at, at + len(words)),))]
    )
    issues = [issue for issue in check(layer) if issue.code == "unbalanced-marks"]
    assert len(issues) == (fixed is not None)
    for issue in issues:
        edit = next(value for value in issue if isinstance(value, Edit))
        (span,) = layer.apply(edit).quotation("q1").ranges
        assert STRAIGHT[span.start : span.end] == fixed


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 20)), max_size=14))
def test_crossings_are_found_as_by_looking_at_every_pair(spans):
    article = article_of("а" * 60)
    items = [
        Quotation(id=f"q{n:02}", form=Form.DIRECT, ranges=(Range(start, start + size),))
        for n, (start, size) in enumerate(spans)
    ]
    layer = Layer(article, "vera", items)
    ordered = layer.quotations()
    wanted = {
        (later.id, later.start, min(later.end, first.end))
        for at, later in enumerate(ordered)
        for first in ordered[:at]
        if first.start < later.start < first.end < later.end
    }
    assert {(issue.item, *issue.range) for issue in crossing(layer)} == wanted


def test_of_thousands_that_cross_a_few_are_named():
    article = article_of("а" * 8000)
    items = [Quotation(id=f"q{n}", form=Form.DIRECT, ranges=(Range(n, 4000 + n),)) for n in range(4000)]
    found = list(crossing(Layer(article, "vera", items)))
    assert len(found) <= 4000 * MOST
