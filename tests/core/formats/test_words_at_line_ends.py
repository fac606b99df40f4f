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
