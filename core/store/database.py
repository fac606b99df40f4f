"""A connection to SQLite as the store hands it round."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any


class Database:
    """One connection, whose transactions begin and end where the store says so (``isolation_level=None``)."""

    __slots__ = ("conn",)

    def __init__(self, conn: sqlite3.Connection) -> None:
        self.conn = conn

    def execute(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> sqlite3.Cursor:
        """Run a statement and return its cursor."""
        return self.conn.execute(sql, parameters)

    def rollback(self) -> None:
        """Take the open transaction back; without one nothing happens."""
        if self.conn.in_transaction:
            self.conn.execute("ROLLBACK")

    def vacuum(self) -> None:
        """Write the database anew without the room of what was deleted."""
        self.conn.execute("VACUUM")

    def close(self) -> None:
        """Close the connection."""
        self.conn.close()
