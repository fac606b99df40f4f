"""The gender of an actor: told, changed, and kept as a file spelled it."""

from __future__ import annotations

import pytest

from core.model import Actor
from core.model.gender import Gender, gender_of, with_gender

ANNA = Actor(id="a", name="Анна", extra={"wikidata": "Q1"})


def test_a_gender_is_told_and_taken_back() -> None:
    told = with_gender(ANNA, Gender.FEMININE)
    assert told.extra == {"wikidata": "Q1", "gender": "feminine"}
    assert gender_of(told) is Gender.FEMININE
    assert with_gender(told, None) == ANNA


@pytest.mark.parametrize(
    ("said", "gender"), [("F", Gender.FEMININE), ("male", Gender.MASCULINE), ("x", None), (1, None)]
)
def test_what_a_file_says_is_understood_and_stays(said: object, gender: Gender | None) -> None:
    actor = Actor(id="a", name="Анна", extra={"gender": said})
    assert gender_of(actor) is gender
    assert with_gender(actor, gender) == actor
