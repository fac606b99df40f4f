"""The states that a layer went through, computed forwards and backwards from the edits of its log; none is stored."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from core.history.timeline import Entry
from core.model import Article, Item
from core.model.layer import Edit, Layer


def net(name: str, edits: Iterable[Edit]) -> Edit:
    """Return the one edit that does what the edits do one after the other."""
    before: dict[str, Item | None] = {}
    after: dict[str, Item | None] = {}
    for edit in edits:
        added = {item.id: item for item in edit.added}
        removed = {item.id: item for item in edit.removed}
        for item_id in (*removed, *(key for key in added if key not in removed)):
            before.setdefault(item_id, removed.get(item_id))
            after[item_id] = added.get(item_id)
    changed = [item_id for item_id in before if before[item_id] != after[item_id]]
    return Edit(
        name,
        tuple(item for item_id in changed if (item := before[item_id]) is not None),
        tuple(item for item_id in changed if (item := after[item_id]) is not None),
    )


class Past:
    """The states of one layer; ``layer`` is the one right after ``entries[at]``, at first the last one.

    A step costs what the edits between the two states hold, however long the log is.
    """

    def __init__(self, article: Article, annotator: str, entries: Sequence[Entry]) -> None:
        """Build up the last state; raises StaleEdit where the entries do not fit together."""
        self.entries = entries
        self.at = len(entries) - 1
        self.layer = Layer(article, annotator).apply(net("replay", (entry.edit for entry in entries)))

    def go(self, at: int) -> Edit:
        """Go to the state after ``entries[at]`` and return the edit that leads there from the state before."""
        if at >= self.at:
            edit = net("replay", (entry.edit for entry in self.entries[self.at + 1 : at + 1]))
        else:
            edit = net("replay", (entry.edit for entry in self.entries[at + 1 : self.at + 1])).inverse()
        self.layer, self.at = self.layer.apply(edit), at
        return edit

    def on(self, moment: datetime) -> int:
        """Return the index of the last entry made no later than ``moment``; the first where all are later."""
        return max((at for at, entry in enumerate(self.entries) if entry.at <= moment), default=0)
