"""Days, months and years as a query has them, and spans of them."""

from __future__ import annotations

import calendar
import re
from datetime import date

_FORMS = (
    re.compile(r"(?P<y>\d{4})"),
    re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})"),
    re.compile(r"(?P<m>\d{1,2})\.(?P<y>\d{4})"),
    re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})"),
    re.compile(r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})"),
)


def span_of(typed: str) -> tuple[str, str] | None:
    """Return the first and the last day of ``2026``, ``2026-05``, ``31.05.2026``, ``2026-05..2026-07``, in ISO.

    A side that is left open is empty; None where it is no date, or ends before it begins.
    """
    since, dots, until = typed.partition("..")
    first = _one(since) if since else ("", "")
    last = (_one(until) if until else ("", "")) if dots else first
    if first is None or last is None or not (since or until):
        return None
    begin, end = first[0], last[1]
    return None if begin and end and begin > end else (begin, end)


def _one(typed: str) -> tuple[str, str] | None:
    """Return the first and the last day of a year, a month or a day."""
    found = next((match for form in _FORMS if (match := form.fullmatch(typed))), None)
    if found is None:
        return None
    parts = found.groupdict()
    year, month = int(parts["y"]), int(parts.get("m", 12))
    try:
        first = date(year, int(parts.get("m", 1)), int(parts.get("d", 1)))
        last_day = int(parts.get("d", calendar.monthrange(year, month)[1]))
        return first.isoformat(), date(year, month, last_day).isoformat()
    except ValueError:  # calendar's own among them
        return None
