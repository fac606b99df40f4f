"""Dates as tables write them, in ISO form: ``04.05.2031``, ``4 мая 2031 г.``, ``2031-05-04 10:00``, ``05/04/2031``."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from collections.abc import Mapping

from core.model.details import DATES

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_BY_DATE = ("published", *sorted(DATES - {"published"}))
_MONTHS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_TIME = r"(?:[\sT,]+(?:в\s+)?(\d{1,2})[:.](\d{2})(?::(\d{2}))?)?"
_ISO = re.compile(rf"(\d{{4}})[-./](\d{{1,2}})[-./](\d{{1,2}}){_TIME}(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?")
_DAY_FIRST = re.compile(rf"(\d{{1,2}})[.\-/](\d{{1,2}})[.\-/](\d{{4}}|\d{{2}})(?:\s*г\.?)?{_TIME}")
_WORDED = re.compile(rf"(\d{{1,2}})\s+([а-я]+)\.?\s+(\d{{4}})(?:\s*(?:г\.?|года))?{_TIME}", re.IGNORECASE)
_IN_PROSE = re.compile(r"(?<!\d)\d{1,2}\s+[а-я]{3,8}\s+\d{4}(?!\d)", re.IGNORECASE)


def iso_date(words: str) -> str:
    """Return a date in ISO form; text that is not a valid date is returned unchanged."""
    plain = " ".join(words.split())
    if found := _ISO.fullmatch(plain):
        year, month, day, *time = found.groups()
    elif found := _DAY_FIRST.fullmatch(plain):
        day, month, year, *time = found.groups()
    elif (found := _WORDED.fullmatch(plain)) and (at := _month(found[2])):
        day, _, year, *time = found.groups()
        month = str(at)
    else:
        return words
    try:
        date = dt.date(_full_year(year), int(month), int(day))
        if not time[0]:
            return date.isoformat()
        return dt.datetime.combine(date, dt.time(int(time[0]), int(time[1]), int(time[2] or 0))).isoformat()
    except ValueError:
        return words


def days_in(line: str) -> list[str]:
    """Return the days that a line of prose has in Russian words (``14 мая 2020``), in ISO form."""
    return [day for words in _IN_PROSE.findall(line) if _DAY.fullmatch(day := iso_date(words))]


def day_of(details: Mapping[str, str]) -> str:
    """Return the day of an article by its details, in ISO form; empty where none is told."""
    for name in _BY_DATE:
        found = _DAY.match(iso_date(details.get(name, "").strip()))
        with contextlib.suppress(ValueError):  # no day of the calendar
            if found and dt.date.fromisoformat(found[0]):
                return found[0]
    return ""


def _full_year(year: str) -> int:
    """Return a year; one of two figures is of this century up to 69."""
    return int(year) + (0 if len(year) > 2 else 2000 if year < "70" else 1900)


def _month(word: str) -> int:
    return next((at for at, begin in enumerate(_MONTHS, 1) if word.lower().startswith(begin)), 0)
