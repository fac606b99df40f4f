"""An evaluation against the scorer's rules written out with sets of characters, and by hand."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from core.agreement.calibration import Scored, calibration
from core.agreement.evaluation import Evaluation, Wrong
from core.errors import UserError
from core.model import Actor, Entity, Form, Item, Quotation, Range, State
from core.model.layer import Layer
from core.model.text import EDGE
from tests.acts import article_of, items, texts

TEXT = "«Мост откроют осенью», — сказал Лебедев. По словам главы района, дорога готова. Ёлкин заявил: «Зима близко!»"
ARTICLE = article_of(TEXT)
PEOPLE = (Actor(id="a1", name="Пётр Лебедев"), Actor(id="a2", name="глава района"), Actor(id="a3", name="Лебедев"))


def at(words: str) -> Range:
    start = TEXT.index(words)
    return Range(start, start + len(words))


DIRECT = Quotation(
    id="q1",
    form=Form.DIRECT,
    ranges=(at("«Мост откроют осенью»"),),
    cue=at("сказал"),
    mention=at("Лебедев"),
    speaker="a1",
    score=0.95,
    extra={"scores": {"content": 0.97, "speaker": 0.6}},
)
INDIRECT = Quotation(
    id="q2",
    form=Form.INDIRECT,
    ranges=(at("дорога готова"),),
    cue=at("По словам"),
    mention=at("главы района"),
    speaker="a2",
    score=0.5,
)
LAST = Quotation(id="q3", form=Form.DIRECT, ranges=(at("«Зима близко!»"),), cue=at("заявил"), score=0.2)


def layer(name: str, *given_items: Item) -> Layer:
    return Layer(ARTICLE, name, (*PEOPLE, *given_items))


# -- the scorer's rules with sets of characters ----------------------------------------------------------------------


class _Said:
    """A quotation as the scorer sees it."""

    def __init__(self, of: Layer, item: Quotation) -> None:
        text = of.article.text
        self.item = item
        trimmed = [self._trimmed(text, *span) for span in item.ranges]
        self.ranges = sorted(span for span in trimmed if span[0] < span[1])
        self.characters = {one for start, end in self.ranges for one in range(start, end)}
        actor = of.actor(item.speaker)
        self.speaker = actor.name if actor else None

    @staticmethod
    def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
        while start < end and text[start] in EDGE:
            start += 1
        while start < end and text[end - 1] in EDGE:
            end -= 1
        return start, end

    @staticmethod
    def touches(one: Range | None, other: Range | None) -> bool:
        return one is other if one is None or other is None else one[0] < other[1] and other[0] < one[1]

    def same(self, other: _Said) -> bool:
        if self.speaker is None or other.speaker is None:
            return self.speaker is other.speaker
        one, two = (
            set(re.findall(r"[\w-]+", name.casefold().replace("ё", "е"))) for name in (self.speaker, other.speaker)
        )
        return bool(one and two) and (one <= two or two <= one)


def said(of: Layer) -> list[_Said]:
    every = [_Said(of, item) for item in of.items.values() if isinstance(item, Quotation)]
    return [one for one in every if one.characters and one.item.state is not State.REJECTED]


def scored(cases: list[tuple[Layer, Layer]]) -> dict[str, Any]:
    """The figures of the scorer's report, as it computes them."""
    n: Counter[str] = Counter()
    for gold, predicted in cases:
        g, p = said(gold), said(predicted)
        n["gold"] += len(g)
        n["predicted"] += len(p)
        n.update(f"gold {one.item.form}" for one in g)
        edges = [
            (len(a.characters & b.characters) / len(a.characters | b.characters), -i, -j)
            for i, a in enumerate(g)
            for j, b in enumerate(p)
            if a.characters & b.characters
        ]
        taken: set[tuple[str, int]] = set()
        for overlap, i, j in sorted(edges, reverse=True):
            if ("g", -i) in taken or ("p", -j) in taken:
                continue
            taken |= {("g", -i), ("p", -j)}
            a, b = g[-i], p[-j]
            n["exact"] += a.ranges == b.ranges
            if overlap < 0.5:
                continue
            n["overlap"] += 1
            n[f"found {a.item.form}"] += 1
            n["form"] += a.item.form is b.item.form
            n["cue"] += a.touches(a.item.cue, b.item.cue)
            n["mention"] += a.touches(a.item.mention, b.item.mention)
            n["end2end"] += a.same(b)
            n["known"] += a.speaker is not None
            n["speaker"] += a.speaker is not None and a.same(b)

    def f1(name: str) -> dict[str, float]:
        p = n[name] / n["predicted"] if n["predicted"] else 0.0
        r = n[name] / n["gold"] if n["gold"] else 0.0
        return {"p": round(p, 4), "r": round(r, 4), "f1": round(2 * p * r / (p + r), 4) if p + r else 0.0}

    def share(hit: str, of: str) -> float | None:
        return round(n[hit] / n[of], 4) if n[of] else None

    return {
        "articles": len(cases),
        "gold": n["gold"],
        "predicted": n["predicted"],
        **{name: f1(name) for name in ("exact", "overlap", "end2end")},
        "recall_by_form": {form.value: share(f"found {form}", f"gold {form}") for form in Form},
        **{name: share(name, "overlap") for name in ("form", "cue", "mention")},
        "speaker": share("speaker", "known"),
    }


@st.composite
def cases(draw: st.DrawFn) -> list[tuple[Layer, Layer]]:
    out = []
    for number in range(draw(st.integers(1, 3))):
        article = article_of(draw(texts), f"a-{number}")
        length = len(article.text)
        out.append((Layer(article, "gold", draw(items(length))), Layer(article, "auto", draw(items(length)))))
    return out


@settings(max_examples=300)
@given(cases())
def test_the_figures_are_the_scorers(drawn: list[tuple[Layer, Layer]]) -> None:
    made = Evaluation()
    for gold, predicted in drawn:
        made.add(gold, predicted)
    result, expected = made.result(), scored(drawn)
    if not expected["gold"]:
        assert "gold" not in result
        return
    assert {name: result[name] for name in expected} == expected
    matched = sum(one.wrong is Wrong.SPEAKER for one in made.mistakes)
    assert sum(result["wrong_speakers"].values()) == matched
    found = sum(count for row in result["forms"].values() for count in row.values())
    assert result["errors"]["missed"] == result["gold"] - found
    assert result["errors"]["spurious"] == result["predicted"] - found
    assert sum(one["mistakes"] for one in result["by_article"].values()) == len(made.mistakes)


# -- by hand ---------------------------------------------------------------------------------------------------------


def test_every_kind_of_error_is_named_with_its_article() -> None:
    made = Evaluation()
    wrong = replace(
        INDIRECT, form=Form.MIXED, ranges=(Range(at("дорога").start, len(TEXT) - 27),), cue=None, mention=None
    )
    other = replace(DIRECT, speaker="a2")
    made.add(layer("gold", DIRECT, INDIRECT, LAST), layer("auto", other, wrong, replace(DIRECT, id="q9")))
    by_kind = {wrong: [one for one in made.mistakes if one.wrong is wrong] for wrong in Wrong}
    assert [(one.gold, one.found, one.speaker) for one in by_kind[Wrong.SPEAKER]] == [
        ("Пётр Лебедев", "глава района", "description")
    ]
    assert [(one.gold, one.found) for one in by_kind[Wrong.FORM]] == [("indirect", "mixed")]
    assert [(one.gold, one.found) for one in by_kind[Wrong.CUE]] == [("По словам", None)]
    assert [(one.gold, one.found) for one in by_kind[Wrong.MENTION]] == [("главы района", None)]
    assert [one.words for one in by_kind[Wrong.MISSED]] == ["Зима близко"]
    assert [one.found for one in by_kind[Wrong.SPURIOUS]] == ["Мост откроют осенью"]
    assert {one.article for one in made.mistakes} == {ARTICLE.id}


def test_labels_are_scored_over_all_articles_and_the_outermost() -> None:
    inner, outer = Entity(id="e1", label="PER", range=Range(2, 5)), Entity(id="e2", label="PER", range=Range(0, 9))
    far = Entity(id="e3", label="PER", range=Range(20, 25))
    made = Evaluation()
    made.add(layer("gold", inner, outer), layer("auto", inner, Entity(id="e4", label="LOC", range=Range(0, 3))))
    second = article_of(TEXT, "a-2")
    made.add(Layer(second, "gold", ()), Layer(second, "auto", (far,)))
    result = made.result()
    assert "gold" not in result
    assert result["entities"] == {"PER": {"p": 0.5, "r": 0.0, "f1": 0.0, "gold": 1}}


def test_scores_hold_by_the_least_of_their_fields() -> None:
    made = Evaluation()
    made.add(layer("gold", DIRECT, INDIRECT), layer("auto", DIRECT, replace(INDIRECT, speaker="a1"), LAST))
    scores = made.result()["scores"]
    at_least = {one["score"]: (one["quotations"], one["share"], one["precision"]) for one in scores["at_least"]}
    every = {one["score"]: (one["quotations"], one["share"], one["precision"]) for one in scores["all_fields"]}
    assert at_least[0.9] == (1, 0.3333, 1.0)
    assert at_least[0.5] == (2, 0.6667, 0.5)
    assert every[0.9] == (0, 0.0, None)
    assert every[0.6] == (1, 0.3333, 1.0)
    assert scores["bands"][-1] == {"from": 0.95, "to": 1.0, "quotations": 1, "mean": 0.95, "right": 1.0}
    assert [one["right"] for one in scores["fields"]["speaker"]] == [1.0]


def test_what_has_no_score_is_counted_in_the_share_alone() -> None:
    bare = Scored.of(replace(DIRECT, score=None, extra={"scores": "?"}), content=True, speaker=True)
    assert bare.least is None
    whole = Scored.of(replace(DIRECT, score=1.0, extra={}), content=True, speaker=True)
    found = calibration([bare, whole])
    assert found["scored"] == 1
    assert found["at_least"][-1] == {"score": 0.95, "quotations": 1, "share": 0.5, "precision": 1.0}
    assert found["bands"] == [{"from": 0.95, "to": 1.0, "quotations": 1, "mean": 1.0, "right": 1.0}]


def test_another_text_is_refused() -> None:
    other = Layer(article_of(f"{TEXT} И всё.", ARTICLE.id), "auto", ())
    with pytest.raises(UserError) as caught:
        Evaluation().add(layer("gold", DIRECT), other)
    assert caught.value.code == "layers-differ"
