"""Suggestions are whole names in the nominative."""

from __future__ import annotations

import pytest

from core.model import Range
from core.reading.completions import completions
from core.reading.whole_name import is_whole, whole_names

WHOLE = (
    "Пётр Белов", "Инна Белова", "Ангела Меркель", "Алибек Нурсеитов", "И. И. Петров", "Беловы", "Ольга Ким",
    "китайская компания «Нефрит»", "задержанный", "мэр Инна Белова", "жена Петра Белова", "пресс-служба мэрии Лужска",
    "белградское агентство Nova", "ООН", "Совет безопасности ООН", "эксперты", "два очевидца", "один из свидетелей",
    "жители села Покровка", "врач-инфекционист Анна Лисина", "ООО «Степной колос»", "глава холдинга Иван Петров",
)  # fmt: skip
NOT_WHOLE = (
    "китайскую", "китайская", "китайскую компанию", "Петры Белов", "Пётр Белова", "Петра Белову", "Анны Лисиной",
    "Анна Лисиной", "Анна Белов", "Олегом Кимом", "мэр Инне Беловой", "жена Пётр Белов", "жена подтвердили",
    "двух очевидцев", "два очевидцы", "в мэрия", "главы холдинга Иван Петров", "", "«»",
)  # fmt: skip


@pytest.mark.parametrize("name", WHOLE)
def test_a_whole_name_is_known(name: str) -> None:
    assert is_whole(name)


@pytest.mark.parametrize("name", NOT_WHOLE)
def test_a_wrong_form_or_a_part_is_no_name(name: str) -> None:
    assert not is_whole(name)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Петра Белова", ["Петр Белов"]),
        ("китайскую компанию «Нефрит»", ["китайская компания «Нефрит»", "китайская компания Нефрит"]),
        ("главы холдинга Ивана Петрова", ["Иван Петров", "глава холдинга Иван Петров", "глава холдинга"]),
        ("жителей села Покровка", ["жители села Покровка"]),
        ("китайскую", []),
    ],
)
def test_a_phrase_means_whole_names(words: str, names: list[str]) -> None:
    text = f"Об этом со слов {words} сообщили."
    assert whole_names(text, Range(16, 16 + len(words))) == names


TEXT = (
    "Директор завода Пётр Белов сказал. Слова Петра Белова подтвердили. Об этом Петру Белову сообщили. "
    "Китайскую компанию «Нефрит» обвинили. Мэр Инна Белова добавила. Инне Беловой ответили."
)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Петр", ["Пётр Белов"]),
        ("Бел", ["Пётр Белов", "Инна Белова"]),
        ("Пётр Бел", ["Пётр Белов"]),
        ("китайскую", ["китайская компания «Нефрит»", "китайская компания Нефрит"]),
        ("жена П", ["жена Петра Белова", "жена Петра"]),
        ("дир", ["Пётр Белов", "директор завода Пётр Белов", "директор завода"]),
    ],
)
def test_what_is_typed_goes_on_to_whole_names(typed: str, names: list[str]) -> None:
    assert completions(TEXT, typed) == names
