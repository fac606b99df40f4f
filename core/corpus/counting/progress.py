"""How the annotators' work goes: by day, week or month, and how far they agree over time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from itertools import pairwise

import msgspec

from core.agreement import Study
from core.corpus.corpus import always
from core.corpus.counting.types import Agreed, Progress, Stretch
from core.model import Annotation, Head, State, Status, is_person
from core.model.values import is_open
from core.review.workflow import ANNOTATED
from core.store import Project, Reviews
from core.store.search_index.index import GoOn
from core.store.worklog import Worked, edits

PAUSE = 300.0
"""Seconds between two edits from which on an annotator is taken to have had a break."""
_F1, _SPEAKER = "quotations.exact.f1", "quotations.speaker.same"


class Period(StrEnum):
    """What time is cut into."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


def progress(project: Project, period: Period = Period.DAY, *, going_on: GoOn = always) -> Progress | None:
    """Return the work of every annotator over time (of everybody but the program); None where it was ended.

    Agreement is by month where ``period`` is, else by week. What was imported or merged is nobody's work, and what was
    compacted is not known any more. Raises UserError ``file-damaged``.
    """
    work = _Work(period)
    for one in edits(project):
        if not going_on():
            return None
        work.add(one)
    agreed = _agreement(project, period, going_on)
    return None if agreed is None else Progress(rows=work.rows(), agreement=agreed, pause=PAUSE)


def period_of(moment: datetime, period: Period) -> str:
    """Return the day, week (ISO 8601) or month of a moment by the local clock."""
    local = moment.astimezone()
    if period is Period.WEEK:
        year, week, _ = local.isocalendar()
        return f"{year}-W{week:02}"
    return f"{local:{'%Y-%m-%d' if period is Period.DAY else '%Y-%m'}}"


class _Tally(msgspec.Struct):
    """What one annotator did in one period."""

    edits: int = 0
    articles: set[int] = msgspec.field(default_factory=set)
    done: int = 0
    settled: int = 0
    seconds: float = 0.0


class _Work:
    """Counts edits that come layer by layer."""

    def __init__(self, period: Period) -> None:
        self._period = period
        self._tallies: dict[tuple[str, str], _Tally] = {}
        self._moments: dict[str, list[datetime]] = {}
        self._layer = -1
        self._settled: set[str] = set()
        self._is_done = False

    def _of(self, author: str, at: datetime) -> _Tally:
        return self._tallies.setdefault((period_of(at, self._period), author), _Tally())

    def add(self, one: Worked) -> None:
        """Count one edit."""
        if one.layer != self._layer:
            self._layer, self._settled, self._is_done = one.layer, set(), False
        tally = self._of(one.author, one.at)
        tally.edits += 1
        tally.articles.add(one.article)
        self._moments.setdefault(one.author, []).append(one.at)
        for item in one.items:
            if isinstance(item, Head):
                if item.status is Status.DONE and not self._is_done:
                    self._is_done = True
                    tally.done += 1
            elif isinstance(item, Annotation) and _is_settled(item) and item.id not in self._settled:
                self._settled.add(item.id)
                tally.settled += 1

    def rows(self) -> tuple[Stretch, ...]:
        """Return what was counted, by time, then by annotator."""
        for author, moments in self._moments.items():
            for before, after in pairwise(sorted(moments)):
                seconds = (after - before).total_seconds()
                if seconds <= PAUSE:
                    self._of(author, after).seconds += seconds
        return tuple(
            Stretch(
                period=period, annotator=author, edits=one.edits, articles=len(one.articles), done=one.done,
                settled=one.settled, seconds=one.seconds,
            )
            for (period, author), one in sorted(self._tallies.items())
        )  # fmt: skip


def _is_settled(item: Annotation) -> bool:
    return item.state is State.REJECTED or not is_open(item)


# -- agreement -------------------------------------------------------------------------------------------------------


def _agreement(project: Project, period: Period, going_on: GoOn) -> tuple[Agreed, ...] | None:
    """Return how far annotators agree on what two of them or more have finished; None where it was ended."""
    finished: dict[str, dict[str, datetime]] = {}
    for state in Reviews(project).states():
        if is_person(state.annotator) and state.status in ANNOTATED:
            finished.setdefault(state.article, {})[state.annotator] = state.changed_at
    doubled = {article: people for article, people in finished.items() if len(people) > 1}
    study = Study(sorted({name for people in doubled.values() for name in people}))
    cut = Period.MONTH if period is Period.MONTH else Period.WEEK
    counts: dict[str, int] = {}
    for article, people in doubled.items():
        if not going_on():
            return None
        layers = [layer for name in sorted(people) if (layer := project.layer(article, name)) is not None]
        when = period_of(max(people.values()), cut)
        study.add(layers, when)
        counts[when] = counts.get(when, 0) + 1
    return tuple(_agreed(study.result()["over_time"].items(), counts)) if doubled else ()


def _agreed(over_time: Iterable[tuple[str, dict[str, float | None]]], counts: dict[str, int]) -> Iterable[Agreed]:
    for period, found in over_time:
        yield Agreed(period=period, articles=counts[period], f1=found[_F1], speaker=found[_SPEAKER])
