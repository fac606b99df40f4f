"""What single values of a row must be: words, numbers, times, uids, what they belong to."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any

from core.store.database import Database
from core.store.rows import BadRow, shown

_UID = re.compile(r"[0-9a-f]{16}")

Row = dict[str, Any]
"""A row by the names of its columns."""


def word(row: Row, *names: str) -> None:
    """Raise BadRow where a value is no text, or an empty one."""
    for name in names:
        value = row[name]
        if not isinstance(value, str) or not value:
            raise BadRow(f"its {name} is {shown(value)}")


def text(row: Row, *names: str) -> None:
    """Raise BadRow where a value is no text."""
    for name in names:
        if not isinstance(row[name], str):
            raise BadRow(f"its {name} is {shown(row[name])}")


def number(row: Row, *names: str, least: int = 0) -> None:
    """Raise BadRow where a value is no number from ``least`` on."""
    for name in names:
        if not isinstance(row[name], int) or row[name] < least:
            raise BadRow(f"its {name} is {shown(row[name])}")


def time(row: Row, *names: str) -> None:
    """Raise BadRow where a value is no time."""
    for name in names:
        word(row, name)
        if not is_time(row[name]):
            raise BadRow(f"its {name} is {shown(row[name])}")


def is_time(value: object) -> bool:
    """Tell whether a value is a time as our tables have them: ISO 8601 in UTC."""
    try:
        return isinstance(value, str) and datetime.fromisoformat(value).utcoffset() == timedelta(0)
    except ValueError:
        return False


def is_uid(value: object) -> bool:
    """Tell whether a value is a uid as the log, comments, conflicts and branches have them."""
    return isinstance(value, str) and _UID.fullmatch(value) is not None


def uid(row: Row) -> None:
    """Raise BadRow where the uid is none."""
    if not is_uid(row["uid"]):
        raise BadRow(f"its uid is {shown(row['uid'])}")


def one(db: Database, sql: str, *values: object) -> tuple[Any, ...] | None:
    """Return the first row that a query finds."""
    found: tuple[Any, ...] | None = db.conn.execute(sql, values).fetchone()
    return found


def there(db: Database, table: str, row: Row, name: str) -> None:
    """Raise BadRow where what a row belongs to is not there."""
    if one(db, f"SELECT 1 FROM {table} WHERE key = ?", row[name]) is None:  # noqa: S608 (names of ours)
        raise BadRow(f"its {name} {shown(row[name])} is not there")
