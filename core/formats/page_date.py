"""The day on which a page was published, as trafilatura tells it, but for the one that it makes up.

htmldate 1.11 gives the first of January for a Russian date with a word before it, as papers print it: «Опубликовано:
14 мая 2020» (``findings/htmldate_russian_byline_is_new_year.sh``). Such a day is read from the page's own lines.
"""

from __future__ import annotations

from collections.abc import Iterable

from core.formats.dates import days_in

_NEW_YEAR = "-01-01"


def published(told: str | None, lines: Iterable[str]) -> str | None:
    """Return the day (ISO) that was told; of a first of January the first Russian date of that year in the lines.

    It stays where the lines have no such date, or have it as the first of January themselves.
    """
    if told is None or not told.endswith(_NEW_YEAR):
        return told
    found = [day for line in lines for day in days_in(line) if day.startswith(told.removesuffix(_NEW_YEAR))]
    return told if told in found or not found else found[0]
