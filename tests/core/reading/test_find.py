"""Finding as written, in any case form, and by expressions, also hostile ones."""

from __future__ import annotations

import pytest

from core.errors import UserError
from core.model import Range
from core.reading.find import MOST, Way, find

TEXT = "Арина Велехова ждёт. О Велеховой писали, и ВЕЛЕХОВА ждет 5\u00a0лет."


def words(sought: str, way: Way = Way.EXACT, **how: bool) -> list[str]:
    return [TEXT[span.start : span.end] for span in find(TEXT, sought, way, **how)]


def test_as_written_takes_yo_for_ye_and_a_no_break_space_for_a_space() -> None:
    assert words("велехова") == ["Велехова", "ВЕЛЕХОВА"]
    assert words("Велехова", match_case=True) == ["Велехова"]
    assert words("ждет") == ["ждёт", "ждет"]
    assert words("5 лет") == ["5\u00a0лет"]
    assert words("  ") == []


def test_in_any_case_form() -> None:
    assert words("Велехова", Way.LEMMA) == ["Велехова", "Велеховой", "ВЕЛЕХОВА"]


def test_by_expression() -> None:
    assert words(r"Велехов\w+") == []
    assert words(r"Велехов\w+", Way.PATTERN) == ["Велехова", "Велеховой", "ВЕЛЕХОВА"]
    assert words("x*", Way.PATTERN) == []


def test_a_bad_or_slow_expression_is_refused() -> None:
    with pytest.raises(UserError, match="expression"):
        find(TEXT, "(", Way.PATTERN)
    with pytest.raises(UserError, match="expression"):
        find("а" * 5000 + "!", r"(а|аа)+(а|аа)+$", Way.PATTERN)


def test_there_are_never_more_hits_than_can_be_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.reading.find.SECONDS", 600)  # the limit is of the clock, and a busy machine is slow
    assert find("а" * (MOST + 5), "а") == [Range(n, n + 1) for n in range(MOST)]


def test_any_case_form_is_found_in_upper_and_lower_case_alike() -> None:
    text = "Мэр и мэром, МЭРА не было; мэрия была."
    found = [text[slice(*span)] for span in find(text, "мэр", Way.LEMMA)]
    assert found == ["Мэр", "мэром", "МЭРА"]
    assert [text[slice(*span)] for span in find(text, "МЭР", Way.LEMMA)] == found


@pytest.mark.parametrize(
    "pattern", ["x{100000000}", "(?:(?:(?:[ab]{100}){100}){100}){100}", r"(?:(\w{0,9}){999}[)({9}]){999}", "а" * 20_000]
)
def test_an_expression_that_would_fill_the_memory_is_refused_before_it_is_compiled(pattern: str) -> None:
    with pytest.raises(UserError) as caught:
        find(TEXT, pattern, Way.PATTERN)
    assert caught.value.code == "pattern-long"


@pytest.mark.parametrize("pattern", ["(" * 3000 + "а" + ")" * 3000, "[", "а{3}{4}", "*", "(?P<x", "\\"])
def test_what_cannot_be_compiled_is_a_sentence(pattern: str) -> None:
    with pytest.raises(UserError) as caught:
        find(TEXT, pattern, Way.PATTERN)
    assert caught.value.code == "pattern-invalid"


def test_signs_in_classes_and_escaped_ones_repeat_nothing() -> None:
    assert words(r"[{(9}]*5\s\{?", Way.PATTERN) == ["5\u00a0"]
    assert words(r"[^]\d]{2} [жО]", Way.PATTERN) == ["ва ж", "т. О", "ВА ж"]


@pytest.mark.parametrize("way", list(Way))
def test_a_search_that_nobody_waits_for_ends(way: Way) -> None:
    asked = []

    def go_on() -> bool:
        asked.append(True)
        return len(asked) < 3

    assert len(find("мост " * 20_000, "мост", way, go_on=go_on)) <= 3
    assert len(asked) == 3
