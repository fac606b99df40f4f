"""Gestures reckoned without a window: what ``Worker`` does at the real one, with the same plans on layers alone.

Not reckoned is what the window adds: a scroll to what is out of view, another way where handles lie over each other.
"""

from __future__ import annotations

from bench.common.driver import cost
from bench.common.moves import applied, wrong
from bench.common.plan import Plan, fix, make, speaks
from bench.common.worker import better_anew, goal_of, paired
from core.model import Quotation, State, edits
from core.model.layer import Edit, Layer
from core.model.schema import standard
from core.model.scope import Scope, open_items

QUOTATIONS = Scope(entities=False)


def gestures(gold: Layer, proposals: Layer) -> int:
    """Return how many key presses, clicks and drags make an article's proposals equal the gold, and mark it done."""
    return _Reckoned(gold, Layer(gold.article, "bench", proposals.everything())).whole()


class _Reckoned:
    """One article: the layer as it becomes, and what was spent."""

    def __init__(self, gold: Layer, layer: Layer) -> None:
        self._gold, self._layer = gold, layer
        self._ids: dict[str, str] = {}
        self._count = 0

    def whole(self) -> int:
        wanted = self._gold.quotations()
        pairs = paired(self._layer.quotations(), wanted)
        by_id = {quotation.id: quotation for quotation in wanted}
        missing = [quotation for quotation in wanted if quotation.id not in pairs.values()]
        waiting = [one.id for one in self._layer.quotations() if one.state is State.AUTO]
        self._count += bool(waiting)  # Tab
        for at, item in enumerate(waiting):
            target, more = by_id.get(pairs.get(item, "")), at < len(waiting) - 1
            if target is not None and not self._better_anew(item, target, more):
                self._settle(item, target, more)
                continue
            self._do(1, edits.delete(self._layer, [item]))
            missing += [] if target is None else [target]
        for target in sorted(missing, key=lambda quotation: (quotation.start, quotation.end)):
            self._make(target)
        for target in wanted:
            goal = goal_of(self._gold, target, self._ids)
            if target.id in self._ids and wrong(self._layer, self._ids[target.id], goal):
                self._count += 1  # a click selects it
                self._fix(self._ids[target.id], target, False)
        self._count += 1 + bool(open_items(self._layer, QUOTATIONS))  # Ctrl+Shift+Return, and the answer where it asks
        return self._count

    def _better_anew(self, item: str, target: Quotation, more: bool) -> bool:
        return better_anew(self._layer, item, goal_of(self._gold, target, self._ids), standard(), more)

    def _settle(self, item: str, target: Quotation, more: bool) -> None:
        """Accept a proposal, or fix it and go on."""
        if not wrong(self._layer, item, goal_of(self._gold, target, self._ids)):
            self._do(1, edits.accept(self._layer, [item]))
        else:
            plan = self._fix(item, target, more)
            if more and not (plan is not None and plan.steps and speaks(plan.steps[-1][0])):
                self._do(1, edits.accept(self._layer, [item]))
        self._ids[target.id] = item

    def _fix(self, item: str, target: Quotation, more: bool) -> Plan | None:
        plan = fix(self._layer, item, goal_of(self._gold, target, self._ids), standard(), go_on=more)
        if plan is not None and plan.steps:
            self._count += plan.cost
            self._layer = plan.steps[-1][1]
        return plan

    def _make(self, target: Quotation) -> None:
        """Mark a quotation that nothing proposed: the first step, then what is still wrong of it."""
        plan = make(self._layer, goal_of(self._gold, target, self._ids), standard())
        assert plan is not None, f"no way to make {target}"
        first, self._layer = plan.steps[0]
        self._count += cost(first)
        if wrong(self._layer, plan.item, goal_of(self._gold, target, self._ids)):
            self._fix(plan.item, target, False)
        self._ids[target.id] = plan.item

    def _do(self, price: int, edit: Edit) -> None:
        self._count += price
        self._layer = applied(self._layer, edit) or self._layer
