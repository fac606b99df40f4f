"""Which language core speaks, and how sentences about errors are put together in it."""

from __future__ import annotations

import pytest

from core import language
from core.errors import Typed, UserError

VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.mark.parametrize(
    ("asked", "spoken"),
    [
        ({}, "en"), ({"LANG": "ru_RU.UTF-8"}, "ru"), ({"LANG": "en_US.UTF-8"}, "en"), ({"LANG": "RU"}, "ru"),
        ({"LANG": "ru@petr1708"}, "ru"), ({"LANG": "de_DE"}, "en"), ({"LANG": "rue"}, "en"), ({"LANG": "C"}, "en"),
        ({"LC_MESSAGES": "ru_RU", "LANG": "en_US"}, "ru"), ({"LC_ALL": "en_US", "LC_MESSAGES": "ru_RU"}, "en"),
        ({"LANGUAGE": "de:ru:en", "LC_ALL": "en_US"}, "ru"), ({"LANGUAGE": "de:en:ru"}, "en"),
        ({"LANGUAGE": "de", "LANG": "ru_RU"}, "en"), ({"LANGUAGE": "", "LC_ALL": "", "LANG": "ru_RU"}, "ru"),
        ({"LC_ALL": "ru_RU", "LANG": "en_US"}, "ru"), ({"LC_MESSAGES": "en", "LANG": "ru"}, "en"),
    ],
)  # fmt: skip
def test_the_language_of_the_system(asked: dict[str, str], spoken: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in asked.items():
        monkeypatch.setenv(name, value)
    language.use(None)
    assert language.system_language() == language.language() == spoken
    assert language.tr("Speaker") == ("Говорящий" if spoken == "ru" else "Speaker")
    for chosen in language.LANGUAGES:
        language.use(chosen)
        assert (language.language(), language.system_language()) == (chosen, spoken)


def test_both_languages_are_there() -> None:
    assert language.LANGUAGES == ("en", "ru")


@pytest.mark.parametrize(
    ("value", "places", "english", "russian"),
    [
        (0, 0, "0", "0"), (999, 0, "999", "999"), (1000, 0, "1,000", "1\u00a0000"), (0.5, 0, "0", "0"),
        (1234.56, 1, "1,234.6", "1\u00a0234,6"), (-0.125, 2, "-0.12", "-0,12"),
        (1e6, 0, "1,000,000", "1\u00a0000\u00a0000"),
    ],
)  # fmt: skip
def test_numbers(value: float, places: int, english: str, russian: str) -> None:
    language.use("en")
    assert language.number(value, places) == english
    language.use("ru")
    assert language.number(value, places) == russian


@pytest.mark.parametrize(
    ("value", "russian"),
    [
        ("2031-05-04", "04.05.2031"), ("2031-05-04T10:00", "04.05.2031"), ("2031-05-04 10:00", "04.05.2031"),
        ("2031-05-04x", "2031-05-04x"), ("2031-5-4", "2031-5-4"), ("31-05-04", "31-05-04"), ("", ""),
        ("12031-05-04", "12031-05-04"), ("2031-05", "2031-05"), ("2031-05-041", "2031-05-041"),
    ],
)  # fmt: skip
def test_days(value: str, russian: str) -> None:
    language.use("ru")
    assert language.day_words(value) == russian
    language.use("en")
    assert language.day_words(value) == value


def test_nothing_stays_nothing_and_facts_are_filled_in() -> None:
    for code in language.LANGUAGES:
        language.use(code)
        assert language.tr("") == ""
        assert language.tr("{no such sentence}") == "{no such sentence}"
        assert language.tr("<{what}>", what=7) == "<7>"
    language.use("en")
    assert language.tr("%n quotation(s)", 1) == "1 quotation"
    assert language.tr("%n quotation(s)", 1000) == "1,000 quotations"
    assert language.tr("%n quotation(s)", 0) == "0 quotations"


AT = {"each": 3, "count": 2}


@pytest.mark.parametrize(
    ("facts", "english", "russian"),
    [
        ({"source": "a.txt", "line": 3, "field": "text"}, "a.txt, line 3, text: ", "a.txt, строка 3, text: "),
        ({"source": "a.txt", "line": 3, "field": ""}, "a.txt, line 3: ", "a.txt, строка 3: "),
        ({"source": "a.txt", "line": 3}, "a.txt, line 3: ", "a.txt, строка 3: "),
        ({"source": "a.txt", "line": None, "field": "text"}, "a.txt, text: ", "a.txt, text: "),
        ({"source": "a.txt", "line": 0}, "a.txt: ", "a.txt: "),
        ({"source": "a.txt", "field": "text"}, "", ""), ({"source": "", "line": 3}, "", ""), ({"line": 3}, "", ""),
    ],
)  # fmt: skip
def test_an_error_says_where_it_is(facts: dict[str, object], english: str, russian: str) -> None:
    for code, where in (("en", english), ("ru", russian)):
        language.use(code)
        plain = language.sentence(UserError("assign-few", **AT))
        assert language.sentence(UserError("assign-few", **AT, **facts)) == f"{where}{plain}"


def test_facts_of_an_error_are_said_in_the_language() -> None:
    """Sentences of ours are translated, what a person typed is not, an error inside is a sentence without a stop."""
    language.use("ru")
    assert language.shown("Speaker", language.tr) == "Говорящий"
    assert language.shown(Typed("Speaker"), language.tr) == "Speaker"
    assert language.shown("", language.tr) == ""
    assert language.shown(None, language.tr) is None
    assert language.shown(True, language.tr) is True
    assert language.shown(1.5, language.tr) == 1.5
    count = language.shown(12345, language.tr)
    assert (f"{count:,}", f"{count}", f"{count:06}", count) == ("12\u00a0345", "12345", "012345", 12345)
    inner = UserError("assign-few", **AT)
    said = language.shown(inner, language.tr)
    assert f"{said}." == language.sentence(inner)
    assert language.sentence(UserError("no-such-code-at-all"))
