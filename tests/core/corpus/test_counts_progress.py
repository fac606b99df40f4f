"""The annotators' work over time, of a log whose moments are known."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from core.corpus.counting.progress import Period, period_of, progress
from core.corpus.counting.types import Stretch
from core.formats.base import make_article
from core.model import Form, Quotation, Range, Status, edits
from core.store import Project

FIRST = datetime(2031, 5, 30, 12, 0, tzinfo=UTC)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def work(project: Project, annotator: str, article: str, moments: list[datetime]) -> None:
    """Mark a quotation, change its form as often as there are moments left, finish; each edit at its moment."""
    layer = project.working_layer(article, annotator)
    said = Quotation(id="q_1", form=Form.DIRECT, ranges=(Range(1, 13),))
    forms = (Form.INDIRECT, Form.MIXED)
    for number, at in enumerate(moments):
        if number == 0:
            edit = edits.fill(layer, [said], "add-quotation")
        elif number == len(moments) - 1:
            edit = edits.set_status(layer, Status.DONE)
        else:
            edit = edits.set_form(layer, ["q_1"], forms[number % 2])
        layer, entry = project.commit(layer, edit)
        stamp = at.isoformat(timespec="microseconds").replace("+00:00", "Z")
        project._db.execute("UPDATE log SET at = ?, author = ? WHERE id = ?", [stamp, annotator, entry])
        project._db.execute("UPDATE layer SET changed_at = ? WHERE annotator = ?", [stamp, annotator])


def moments(*minutes: float) -> list[datetime]:
    return [FIRST + timedelta(minutes=one) for one in minutes]


def test_work_is_told_by_day_and_annotator(tmp_path: Path, clock: None) -> None:
    with Project.create(tmp_path / "п.citata", "vera") as project:
        for article in ("one", "two"):
            project.add_article(make_article(article, None, "«Мост откроют», — сказала мэр."))
        work(project, "vera", "one", moments(0, 1, 3, 9))
        work(project, "boris", "one", moments(0, 4))
        work(project, "vera", "two", moments(1440, 1441.5))
        found = progress(project)
        by_month = progress(project, Period.MONTH)
    assert found is not None
    assert by_month is not None
    assert found.rows == (
        Stretch(period="2031-05-30", annotator="boris", edits=2, articles=1, done=1, settled=1, seconds=240.0),
        Stretch(period="2031-05-30", annotator="vera", edits=4, articles=1, done=1, settled=1, seconds=180.0),
        Stretch(period="2031-05-31", annotator="vera", edits=2, articles=1, done=1, settled=1, seconds=90.0),
    )
    assert [(row.period, row.annotator, row.articles, row.seconds_each) for row in by_month.rows] == [
        ("2031-05", "boris", 1, 240.0), ("2031-05", "vera", 2, 135.0),
    ]  # fmt: skip
    assert [(one.period, one.articles, one.f1) for one in found.agreement] == [("2031-W22", 1, 1.0)]
    assert [one.period for one in by_month.agreement] == ["2031-05"]


def test_a_project_without_work_has_no_rows(tmp_path: Path) -> None:
    with Project.create(tmp_path / "п.citata", "vera") as project:
        found = progress(project)
        assert found is not None
        assert (found.rows, found.agreement) == ((), ())


def test_it_can_be_ended(tmp_path: Path) -> None:
    with Project.create(tmp_path / "п.citata", "vera") as project:
        project.add_article(make_article("one", None, "«Мост откроют», — сказала мэр."))
        work(project, "vera", "one", moments(0, 1))
        assert progress(project, going_on=lambda: False) is None


def test_periods_are_those_of_the_local_clock(clock: None) -> None:
    assert [period_of(FIRST, one) for one in Period] == ["2031-05-30", "2031-W22", "2031-05"]
