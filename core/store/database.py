"""A connection to SQLite as the store hands it round: sqlite-utils' class, without its plug-ins."""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database as _Database


class Database(_Database):
    """One connection, whose transactions begin and end where the store says so (``isolation_level=None``)."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        super().__init__(conn, recursive_triggers=False, execute_plugins=False)
