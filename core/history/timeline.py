"""The history of a layer as a line of points: which edits are in force, and how to get to any of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple, Protocol

from core.model.edits import fill
from core.model.layer import Edit, Layer


class Entry(Protocol):
    """What the timeline needs of a log entry (``core.store.LogEntry``)."""

    @property
    def id(self) -> int: ...
    @property
    def at(self) -> datetime: ...
    @property
    def author(self) -> str: ...
    @property
    def edit(self) -> Edit: ...
    @property
    def undoes(self) -> int | None: ...


class Point(NamedTuple):
    """An edit of the log; ``in_force``: it has not been taken back; ``takes_back``: the edit that it undoes."""

    id: int
    at: datetime
    author: str
    edit: Edit
    in_force: bool
    takes_back: Edit | None


def timeline(entries: Iterable[Entry]) -> list[Point]:
    """Return the points of a history, oldest first.

    An undo that was undone itself (a redo) puts its edit in force again.
    """
    every = list(entries)
    by_id = {entry.id: entry for entry in every}
    undone: dict[int, bool] = {}
    for entry in reversed(every):
        if entry.undoes is not None and not undone.get(entry.id, False):
            undone[entry.undoes] = True
    out = []
    for entry in every:
        target = by_id.get(entry.undoes) if entry.undoes is not None else None
        force = not undone.get(entry.id, False)
        out.append(Point(entry.id, entry.at, entry.author, entry.edit, force, target.edit if target else None))
    return out


def back_to(now: Layer, then: Layer) -> Edit:
    """Return the one act that makes ``now`` what ``then`` was; undo takes it back as any other."""
    return fill(now, then.everything(), "restore")
