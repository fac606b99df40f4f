"""The day on which a page was published, as trafilatura tells it, but for the one that it makes up.

htmldate 1.11 gives the first of January for a Russian date with a word before it, as papers print it: «Опубликовано:
14 мая 2020» (``findings/htmldate_russian_byline_is_new_year.sh``). Such a day is read from the page's own lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

_MONTHS = {
    "января": 1, "февраля": 2, "марта": 3, "апреля": 4, "мая": 5, "июня": 6, "июля": 7, "августа": 8, "сентября": 9,
    "октября": 10, "ноября": 11, "декабря": 12,
}  # fmt: skip
_RUSSIAN = re.compile(rf"(?<!\d)(\d{{1,2}})\s+({'|'.join(_MONTHS)})\s+(\d{{4}})(?!\d)", re.IGNORECASE)
_NEW_YEAR = "-01-01"


def day_of(told: str | None, lines: Iterable[str]) -> str | None:
    """Return the day (ISO) that was told; of a first of January the first Russian date of that year in the lines.

    It stays where the lines have no such date, or have it as the first of January themselves.
    """
    if told is None or not told.endswith(_NEW_YEAR):
        return told
    found = [day for line in lines for day in _days(line) if day.startswith(told.removesuffix(_NEW_YEAR))]
    return told if told in found or not found else found[0]


def _days(line: str) -> list[str]:
    days = []
    for day, month, year in _RUSSIAN.findall(line):
        try:
            days.append(date(int(year), _MONTHS[month.lower()], int(day)).isoformat())
        except ValueError:
            continue
    return days
