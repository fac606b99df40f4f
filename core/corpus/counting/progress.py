"""How the annotators' work goes: by day, week or month, and how far they agree over time."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from core.corpus.counting.types import Progress
from core.store import Project

GoOn = Callable[[], bool]


def _always() -> bool:
    return True


class Period(StrEnum):
    """What time is cut into."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


def progress(project: Project, period: Period = Period.DAY, *, going_on: GoOn = _always) -> Progress | None:
    """Return the work of every annotator over time (of everybody but the program); None where it was ended.

    Agreement is by month where ``period`` is, else by week.
    """
    raise NotImplementedError
