"""Which lines of a concordance are ticked: some, or all but some, so that a million costs what one does."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from core.corpus.lines import Line

Key: TypeAlias = tuple[str, int, int, str, str]
"""What tells a line in any order and in any later answer: its article, span, annotator and item."""


def key_of(line: Line) -> Key:
    """Return what tells a line from all others of its query."""
    return line.article, line.start, line.end, line.annotator, line.item


class Ticks:
    """The ticked lines of one query."""

    def __init__(self) -> None:
        self._all = False
        self._other: set[Key] = set()
        """Those that are not as all the others."""

    def has(self, line: Line) -> bool:
        """Tell whether a line is ticked."""
        return (key_of(line) in self._other) is not self._all

    def put(self, lines: Iterable[Line], *, on: bool) -> None:
        """Tick lines, or take their ticks away."""
        keys = {key_of(line) for line in lines}
        if on is self._all:
            self._other -= keys
        else:
            self._other |= keys

    def put_all(self, *, on: bool) -> None:
        """Tick every line of the query, seen or not; or none."""
        self._all = on
        self._other.clear()

    def count(self, total: int) -> int:
        """Return how many of so many lines are ticked."""
        return total - len(self._other) if self._all else len(self._other)
