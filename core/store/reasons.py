"""What is wrong with a damaged file, in words for people."""

from __future__ import annotations

import sqlite3

import msgspec

from core.errors import StaleEdit, UserError
from core.store.rows import BadRow


def reason_of(error: Exception) -> str:
    """Return what is wrong with what was read of a file; Python's words about its own types tell nobody anything."""
    if isinstance(error, (BadRow, UserError, StaleEdit, sqlite3.Error)):
        return str(error)
    if isinstance(error, RecursionError):
        return "its JSON is nested too deeply"
    if isinstance(error, msgspec.MsgspecError):
        return f"its JSON makes no sense: {error}"
    if isinstance(error, UnicodeError):
        return "it has text that is no UTF-8"
    return "it names what is not there" if isinstance(error, LookupError) else "a value of it has a wrong type"
