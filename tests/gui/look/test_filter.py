"""Finding an actor while typing."""

from __future__ import annotations

import pytest

from core.model import Actor
from gui.look.filter import find, matches


@pytest.mark.parametrize(
    ("name", "typed", "fits"),
    [
        ("Глеб Ершов", "гле", True),
        ("Глеб Ершов", "ерш", True),
        ("Глеб Ершов", "ершов гл", True),
        ("Семён Семёнов", "семен", True),
        ("Семен Семенов", "семён", True),
        ("Анна Лисина", "Лисиной", True),
        ("Анна Лисина", "Анне", True),
        ("пресс-служба ВТБ", "служба", True),
        ("Глеб Ершов", "шов", False),
        ("Глеб Ершов", "Глебов", True),
        ("ТАСС", "тассе", True),
        ("Минэк", "Минфин", False),
        ("Глеб Ершов", "", True),
    ],
)
def test_a_name_is_found_by_its_beginnings_and_case_forms(name: str, typed: str, fits: bool) -> None:
    assert matches(name, typed) is fits


def test_names_that_begin_so_come_first() -> None:
    actors = [Actor(id=str(at), name=name) for at, name in enumerate(["Иван Белов", "Белова Инна", "Олег Белый"])]
    assert [actor.name for actor in find(actors, "бел")] == ["Белова Инна", "Иван Белов", "Олег Белый"]
    assert len(find(actors * 9, "бел", limit=4)) == 4
