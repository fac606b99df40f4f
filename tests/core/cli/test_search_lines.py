"""Lines of a search as a terminal shows them: columns, what is cut, and who is named behind them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from core.cli import search
from core.corpus.corpus import Page
from core.corpus.lines import Line
from tests.golden import same_as_golden

GOLDEN = Path(__file__).parent / "golden"


def line(article: str = "a-1", **fields: Any) -> Line:
    given = {"left": "старый ", "keyword": "мост", "right": " открыт", "title": "", "source": "", "date": ""} | fields
    return Line(number=0, article=article, start=7, end=11, **given)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, ""),
        ({"item": "q1"}, "—"),
        ({"item": "q1", "settled": True}, "—"),
        ({"item": "q1", "settled": False}, "— ?"),
        ({"item": "q1", "speaker": "Белов"}, "Белов"),
        ({"item": "q1", "speaker": "Белов", "settled": True}, "Белов"),
        ({"item": "q1", "speaker": "Белов", "settled": False}, "Белов ?"),
        ({"item": "e1", "label": "PER"}, "PER"),
        ({"item": "e1", "label": "PER", "settled": False}, "PER ?"),
        ({"item": "e1", "label": "PER", "speaker": "Белов"}, "Белов, PER"),
        ({"settled": False}, ""),
    ],
)
def test_behind_a_line_stands_who_says_it(fields: dict[str, Any], said: str) -> None:
    assert search._said(line(**fields)) == said


def printed(capsys: pytest.CaptureFixture[str], *lines: Line, offset: int = 0, total: int = 0) -> tuple[list[str], str]:
    search._print(Page(total=total or len(lines), articles=1, lines=lines), offset)
    out, err = capsys.readouterr()
    return out.splitlines(), err


@pytest.mark.parametrize(
    ("long", "shown"), [(23, "a" * 23), (24, "a" * 24), (25, "a" * 23 + "…"), (40, "a" * 23 + "…")]
)
def test_an_articles_name_gets_24_columns(capsys: pytest.CaptureFixture[str], long: int, shown: str) -> None:
    (only, other), _ = printed(capsys, line("a" * long), line("b"))
    assert only.startswith(f"{shown}  ")
    assert only.index("мост") == other.index("мост")
    assert other[: len(shown) + 2] == "b".ljust(len(shown) + 2)


@pytest.mark.parametrize(
    ("long", "shown"), [(23, "Я" * 23), (24, "Я" * 24), (25, "Я" * 23 + "…"), (40, "Я" * 23 + "…")]
)
def test_a_speaker_gets_24_columns(capsys: pytest.CaptureFixture[str], long: int, shown: str) -> None:
    (only,), _ = printed(capsys, line(item="q1", speaker="Я" * long))
    assert only.endswith(f"  {shown}")
    assert len(only) <= search.WIDE


def test_columns_of_lines_that_are_long_and_short(capsys: pytest.CaptureFixture[str]) -> None:
    far = "ж" * 200
    out, _ = printed(
        capsys,
        line("a-1", item="q1", speaker="Белов"),
        line("article-2", left=far, right=far, item="q2", speaker="Анна Зуева", settled=False),
        line("a-3", keyword="м" * 200, item="e1", label="LOC"),
    )
    same_as_golden(GOLDEN / "search-lines.txt", "\n".join(out) + "\n")


@pytest.mark.parametrize(
    ("offset", "total", "told"),
    [
        (0, 2, ""),
        (0, 3, "Shown: 2 lines; --limit 0 shows all.\n"),
        (1, 3, ""),
        (1, 4, "Shown: 2 lines; --limit 0 shows all.\n"),
    ],
)
def test_lines_that_are_left_out_are_told(
    capsys: pytest.CaptureFixture[str], offset: int, total: int, told: str
) -> None:
    _, err = printed(capsys, line(), line(), offset=offset, total=total)
    assert err == f"{total} hits in 1 article\n{told}"


def test_no_line_is_no_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys) == ([], "0 hits in 1 article\n")
