"""A version that says something else is open again; its state, notes, flags and scores open nothing."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from core.model import Actor, Annotation, Entity, Form, Quotation, Range, State
from core.model.layer import Layer
from core.review.decisions import mark_of
from tests.acts import article_of

ACTORS = (Actor(id="a", name="Анна Лисина"), Actor(id="b", name="Пётр Ким"))
AROUND = Quotation(id="o", form=Form.DIRECT, ranges=(Range(0, 30),))
SAID = Quotation(
    id="q", form=Form.DIRECT, ranges=(Range(0, 5), Range(8, 10)), cue=Range(11, 13), mention=Range(14, 16),
    speaker="a", parent="o",
)  # fmt: skip
NAMED = Entity(id="e", label="PER", range=Range(3, 6), actor="a")


def mark(item: Annotation, *actors: Actor) -> str:
    return mark_of(Layer(article_of("а" * 40), "anna", [*(actors or ACTORS), AROUND, item]), item)


@pytest.mark.parametrize(
    ("item", "changes"),
    [
        (SAID, {"form": Form.MIXED}),
        (SAID, {"ranges": (Range(0, 5),)}),
        (SAID, {"ranges": (Range(0, 5), Range(8, 11))}),
        (SAID, {"cue": None}),
        (SAID, {"cue": Range(11, 14)}),
        (SAID, {"mention": None}),
        (SAID, {"mention": Range(14, 15)}),
        (SAID, {"parent": None}),
        (SAID, {"speaker": None}),
        (SAID, {"speaker": "b"}),
        (NAMED, {"label": "ORG"}),
        (NAMED, {"range": Range(3, 7)}),
        (NAMED, {"actor": None}),
        (NAMED, {"actor": "b"}),
    ],
)
def test_what_a_version_says_is_in_its_mark(item: Annotation, changes: dict[str, object]) -> None:
    assert mark(replace(item, **changes)) != mark(item)


@pytest.mark.parametrize("item", [SAID, NAMED])
@pytest.mark.parametrize(
    "changes", [{"state": State.ACCEPTED}, {"note": "н"}, {"flags": ("unsure",)}, {"score": 0.5}, {"id": "другой"}]
)
def test_what_is_said_of_a_version_is_not(item: Annotation, changes: dict[str, object]) -> None:
    assert mark(replace(item, **changes)) == mark(item)


@pytest.mark.parametrize("item", [SAID, NAMED])
def test_a_source_is_its_name_whatever_its_id_and_case(item: Annotation) -> None:
    assert mark(item, Actor(id="a", name="анна  лисина")) == mark(item)
    assert mark(item, Actor(id="a", name="Анна Лисина-Ким")) != mark(item)
