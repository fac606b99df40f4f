"""Undo and redo read from the log of a layer, so that they outlive restarts and changes of article."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from core.model.layer import Edit

BEGINNINGS = ("start",)
"""Entries that lay a layer out whole; undo stops before them."""


class Entry(Protocol):
    """What undo needs of a log entry (``core.store.LogEntry``)."""

    @property
    def id(self) -> int: ...
    @property
    def edit(self) -> Edit: ...
    @property
    def undoes(self) -> int | None: ...


class Step(NamedTuple):
    """An edit as it stands in the log."""

    id: int
    edit: Edit


class UndoStack:
    """What can be taken back and what can be done again, in the order of the log."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []
        for entry in entries:
            self.push(entry.id, entry.edit, entry.undoes)

    def push(self, log_id: int, edit: Edit, undoes: int | None = None) -> None:
        """Add what was written to the log: a new edit, an undo, or the undo of an undo (a redo)."""
        step = Step(log_id, edit)
        if undoes is not None and self._done and self._done[-1].id == undoes:
            self._done.pop()
            self._undone.append(step)
        elif undoes is not None and self._undone and self._undone[-1].id == undoes:
            self._undone.pop()
            self._done.append(step)
        elif edit.name in BEGINNINGS:
            self._done.clear()
            self._undone.clear()
        else:
            self._done.append(step)
            self._undone.clear()

    @property
    def to_undo(self) -> Step | None:
        """The edit that undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def to_redo(self) -> Step | None:
        """The undo that redo would take back."""
        return self._undone[-1] if self._undone else None
