"""What was proposed, in lines for people."""

from __future__ import annotations

import pytest

from core.cli.explaining import explained
from core.formats.base import make_article
from core.model import AUTO, Actor, Entity, Form, Quotation, Range
from core.model.layer import Layer

TEXT = "«Мост готов»,\nсказала мэр Арина Велехова. " + "Слово " * 40


def lines(*items: Actor | Entity | Quotation, title: str | None = None) -> list[str]:
    return list(explained(Layer(make_article("a-1", title, TEXT, {}), AUTO, items)))


def test_an_article_is_named_with_its_title() -> None:
    assert lines() == ["a-1"]
    assert lines(title="Мост: готов") == ["a-1: Мост: готов"]


def test_a_quotation_with_all_it_may_have() -> None:
    said = Quotation(
        id="q", form=Form.DIRECT, ranges=(Range(0, 5), Range(6, 12)), cue=Range(14, 21), mention=Range(22, 40),
        speaker="a", score=0.876, rule="direct-before", extra={"evidence": ["cue сказала"]},
    )  # fmt: skip
    assert lines(said, Actor(id="a", name="Арина Велехова"), title="Мост") == [
        "a-1: Мост",
        "  0.88 Direct 0–12 [quoted speech before its attribution] «Мост … готов»",
        "      cue сказала; mention мэр Арина Велехова; speaker Арина Велехова",
        "      because cue “сказала”",
    ]


def test_a_quotation_and_a_name_with_the_least() -> None:
    said = Quotation(id="q", form=Form.INDIRECT, ranges=(Range(10, 21),))
    name = Entity(id="e", label="PER", range=Range(26, 41))
    assert lines(said, name)[1:] == [
        "  Indirect 10–21 в», сказала",
        "      no cue; no mention; speaker unknown",
        "  PER 26–41 Арина Велехова.",
    ]
    scored = Entity(id="e", label="PER", range=Range(26, 40), score=0.5, rule="model")
    assert lines(scored)[1:] == ["  0.50 PER 26–40 [the model of names] Арина Велехова"]


@pytest.mark.parametrize(
    ("length", "shown"),
    [(99, TEXT[44:143]), (100, TEXT[44:144]), (101, f"{TEXT[44:104]} … {TEXT[110:145]}")],
)
def test_long_words_are_cut_in_the_middle(length: int, shown: str) -> None:
    assert lines(Entity(id="e", label="PER", range=Range(44, 44 + length)))[1] == f"  PER 44–{44 + length} {shown}"
