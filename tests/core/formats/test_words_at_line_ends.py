"""Words that a line end has parted: where the hyphen stays and where it goes."""

from __future__ import annotations

import pytest

from core.formats.hyphens import joined, vocabulary


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("в пресс", "службе порта", "в пресс-службе порта"),
        ("сказал кое", "кто из", "сказал кое-кто из"),
        ("кто", "то сказал", "кто-то сказал"),
        ("мэр Олег Рябов", "Северский", "мэр Олег Рябов-Северский"),
        ("НОВО", "СТИ ПОРТА", "НОВОСТИ ПОРТА"),
        ("паро", "мы ходят", "паромы ходят"),
        ("научно", "популярный журнал", "научно-популярный журнал"),
        ("ремонтно", "досуговый центр", "ремонтно-досуговый центр"),
        ("паромно", "пассажирский порт", "паромно-пассажирский порт"),
        ("зюзюко", "пассажирский порт", "зюзюкопассажирский порт"),
        ("вице", "бурлыкун", "вице-бурлыкун"),
        ("с 5", "7 мая", "с 5-7 мая"),
    ],
)
def test_a_hyphen_stays_where_the_word_has_one(left: str, right: str, whole: str) -> None:
    assert joined(left, right, vocabulary("")) == whole


def test_a_word_is_written_as_elsewhere_in_its_document() -> None:
    assert joined("бур", "лыкун", vocabulary("Бур-лыкун ушёл.")) == "бур-лыкун"
    assert joined("бур", "лыкун", vocabulary("Бурлыкун ушёл.")) == "бурлыкун"
    assert joined("бур", "лыкун", vocabulary("Бур-лыкун, БУР-ЛЫКУН и бурлыкун.")) == "бур-лыкун"
    assert joined("бур", "лыкун", vocabulary("Бур-лыкун, бурлыкун и бурлыкун.")) == "бурлыкун"


PARTED = ["кое", "кой", "вице", "экс", "обер", "унтер", "пресс", "онлайн", "интернет", "медиа", "северо", "юго"]
"""First parts that a hyphen follows, whatever comes then."""
PARTICLES = ["то", "либо", "нибудь", "таки", "ка", "де", "тка"]


@pytest.mark.parametrize("rest", ["бурлыкун", "пассажир", "кот"])
def test_first_parts_keep_their_hyphen_before_words_known_and_unknown(rest: str) -> None:
    assert [joined(f"в {one}", f"{rest} за", vocabulary("")) for one in PARTED] == [
        f"в {one}-{rest} за" for one in PARTED
    ]
    assert joined("в хурды", f"{rest} за", vocabulary("")) == f"в хурды{rest} за"


def test_particles_keep_their_hyphen() -> None:
    known = vocabulary("")
    assert [joined("бурлыкун", f"{one}, да", known) for one in PARTICLES] == [
        f"бурлыкун-{one}, да" for one in PARTICLES
    ]
    assert joined("кто-нибудь", "то-то", known) == "кто-нибудь-то-то"
    assert joined("шёл", "ка", known) == "шёлка"
    assert joined("бурлыкун", "ды", known) == "бурлыкунды"


@pytest.mark.parametrize(
    ("first", "kept"),
    [
        ("железо", True),  # железный
        ("американо", True),  # американский
        ("водно", True),  # водный
        ("русско", True),  # русский
        ("морско", True),  # морской
        ("сухо", False),  # сухой, but a part of four letters
        ("зюзюко", False),
    ],
)
def test_an_adjectives_part_keeps_its_hyphen_by_any_of_the_endings(first: str, kept: bool) -> None:
    assert joined(first, "пассажирский", vocabulary("")) == f"{first}{'-' if kept else ''}пассажирский"


def test_short_last_parts_are_joined_to_an_adjectives() -> None:
    known = vocabulary("")
    assert (joined("водно", "ветер", known), joined("водно", "лифт", known)) == ("водно-ветер", "воднолифт")


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("ОЛЕГ", "Северский", "ОЛЕГ-Северский"),
        ("Олег", "РФ", "Олег-РФ"),
        ("А", "БВ", "А-БВ"),
        ("АБ", "ВГ", "АБВГ"),
        ("научно-техни", "ческий", "научно-технический"),
        ("научно-техни", "ческий-то", "научно-технический-то"),
    ],
)
def test_capitals_and_words_of_three_parts(left: str, right: str, whole: str) -> None:
    assert joined(left, right, vocabulary("")) == whole
