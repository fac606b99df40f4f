"""What core says in Russian and English: numbers, dates, plurals, the order of letters, numbers in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from core import language
from core.agreement.tables import number as measure
from core.errors import UserError


@pytest.fixture(params=["ru", "en"])
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    """Speak one of the languages for a test."""
    before = language._chosen
    language.use(request.param)
    yield request.param
    language.use(before)


def test_numbers_and_measures_have_the_marks_of_the_language(spoken: str) -> None:
    russian = spoken == "ru"
    assert language.number(1234567) == ("1\u00a0234\u00a0567" if russian else "1,234,567")
    assert measure(0.8512) == ("0,8512" if russian else "0.8512")
    assert measure(None) == "—"


def test_a_number_in_a_sentence_is_parted_as_the_language_does(spoken: str) -> None:
    said = language.sentence(UserError("text-too-long", source="a.txt", length=2000000, limit=1000000))
    words = ("1\u00a0000\u00a0000", "2\u00a0000\u00a0000") if spoken == "ru" else ("1,000,000", "2,000,000")
    assert all(one in said for one in words)


def test_dates_are_written_as_the_language_does(spoken: str) -> None:
    russian = spoken == "ru"
    assert language.day_words("2031-05-04") == ("04.05.2031" if russian else "2031-05-04")
    assert language.day_words("2031-05-04T18:30:00") == ("04.05.2031" if russian else "2031-05-04T18:30:00")
    assert language.day_words("вчера") == "вчера"
    local = datetime(2031, 5, 4, 12, 30, tzinfo=UTC)
    day = local.astimezone()
    assert language.moment(local) == (f"{day:%d.%m.%Y %H:%M}" if russian else f"{day:%Y-%m-%d %H:%M}")
    exact = language.moment(local.replace(second=7), seconds=True)
    assert exact == (f"{day:%d.%m.%Y %H:%M}:07" if russian else f"{day:%Y-%m-%d %H:%M}:07")


def test_plural_forms() -> None:
    before = language._chosen
    language.use("ru")
    try:
        said = [language.tr("%n article(s) added", count) for count in (1, 3, 7, 11, 21, 1112)]
    finally:
        language.use(before)
    assert said == [
        "добавлена 1 статья", "добавлены 3 статьи", "добавлено 7 статей", "добавлено 11 статей", "добавлена 21 статья",
        "добавлено 1\u00a0112 статей",
    ]  # fmt: skip


def test_yo_comes_after_ye_and_case_does_not_matter() -> None:
    names = ["Жуков", "Ёлкин", "Яшин", "ежов", "Елин", "Anna", "Арно"]
    assert sorted(names, key=language.letters) == ["Anna", "Арно", "ежов", "Елин", "Ёлкин", "Жуков", "Яшин"]
    assert language.by_letters([("Ёлкин", 1), ("Арно", 2)]) == [("Арно", 2), ("Ёлкин", 1)]
