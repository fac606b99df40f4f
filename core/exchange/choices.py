"""What an import or an export may be asked for: what the command line offers without loading anything else."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum


class What(StrEnum):
    """Whose word is exported."""

    GOLD = "gold"
    """What adjudication settled, of finished articles."""
    PEOPLE = "people"
    """What people settled, of finished articles."""
    PEOPLE_AND_OPEN = "people+open"
    """People's layers as they are, and the proposals where nobody has begun an article."""
    PROPOSALS = "proposals"
    """What the pre-annotation proposed."""
    COUNTED = "counted"
    """The one layer that speaks for each article, as search and counts take it, without rejected items."""


class Action(StrEnum):
    """What to do with a text that the project already has, exactly or nearly."""

    KEEP = "keep"
    SKIP = "skip"
    VERSION = "version"
    """It comes in as an article of its own that names the other one as its earlier version."""


def typed_date(text: str) -> str | None:
    """Return a date typed as 2026-03-15 or 15.03.2026 in ISO; empty where nothing is typed, None where it is none."""
    text = text.strip()
    if not text:
        return ""
    if russian := re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", text):
        text = f"{russian[3]}-{int(russian[2]):02}-{int(russian[1]):02}"
    try:
        return date.fromisoformat(text).isoformat() if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None
    except ValueError:
        return None
