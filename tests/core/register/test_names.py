"""How two names may be of one person or organisation."""

from __future__ import annotations

import pytest

from core.model import ActorKind
from core.register.names import Likeness, kind_of, likeness, organisations_alike, parsed

L = Likeness


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Нина Белова", "Нина Белова", L.SAME),
        ("Семён Зуев", "Семен Зуев", L.SAME),
        ("Белова Нина", "Нина Белова", L.ORDER),
        ("Нина Петровна Белова", "Нина Белова", L.PATRONYMIC),
        ("Белова Нина Петровна", "Нина Белова", L.PATRONYMIC),
        ("Нина Петровна Белова", "Нина Ильинична Белова", L.NONE),
        ("Реджеп Орхан Челик", "Реджеп Челик", L.LONGER),
        ("Н. Белова", "Нина Белова", L.INITIALS),
        ("Белова Н. П.", "Нина Петровна Белова", L.INITIALS),
        ("Белова Н. И.", "Нина Петровна Белова", L.NONE),
        ("Г. Белова", "Нина Белова", L.NONE),
        ("Белова", "Нина Белова", L.SURNAME),
        ("Белов", "Нина Белова", L.NONE),
        ("Белова", "Белова", L.ALONE),
        ("Александр Зуев", "Александра Зуева", L.NONE),
        ("Нина Белова", "Анна Белова", L.NONE),
        ("Гари Олбери", "Гарри Олбери", L.SPELLING),
        ("Donald Smirnoff", "Доналд Смирнофф", L.SCRIPT),
        ("", "Нина Белова", L.NONE),
        ("— …", "— …", L.NONE),
    ],
)
def test_persons(one: str, other: str, expected: Likeness) -> None:
    assert likeness(one, other) is likeness(other, one) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Новый день", "«Новый день»", L.SAME),
        ("агентство «Новый день»", "Новый день", L.SAME),
        ("Вестникъ", "Вестник", L.SAME),
        ("Служба надзора Заречья (СНЗ)", "СНЗ", L.SAME),
        ("Служба надзора Заречья", "СНЗ", L.ABBREVIATION),
        ("Новый день", "Новый год", L.NONE),
    ],
)
def test_organisations(one: str, other: str, expected: Likeness) -> None:
    assert organisations_alike(one, other) is organisations_alike(other, one) is expected


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("Нина Белова", None, ActorKind.PERSON),
        ("агентство «Новый день»", None, ActorKind.ORGANISATION),
        ("Роснадзор", None, ActorKind.ORGANISATION),
        ("эксперты", None, None),
        ("источник в полиции Лужска", None, None),
        ("источник «Нового дня»", None, None),
        ("СМИ", None, None),
        ("Белова", ActorKind.PERSON, ActorKind.PERSON),
        ("Белова", ActorKind.GROUP, None),
        ("полиция", ActorKind.ORGANISATION, None),
    ],
)
def test_common_nouns_are_no_sources(name: str, kind: ActorKind | None, expected: ActorKind | None) -> None:
    assert kind_of(name, kind) is expected


def test_the_parts_of_a_name_are_found_in_any_order() -> None:
    for name in ("Нина Петровна Белова", "Белова Нина Петровна"):
        assert parsed(name)[:3] == ("нина", "петровна", "белова")
    assert parsed("Н. П. Белова")[2:] == ("белова", ("белова",), ("н", "п"))
    assert parsed("Нина Петровна")[:3] == ("нина", "петровна", "")
