"""The cheapest way from a layer to a goal: uniform-cost search over the moves that the interface offers."""

from __future__ import annotations

import heapq
import itertools
from typing import NamedTuple, TypeAlias

from bench.common.driver import Gesture, Key, cost
from bench.common.moves import Goal, makings, moves, wrong
from core.model.layer import Layer
from core.model.schema import Schema

MOST = 400
"""Layers looked at, for one part, before a search gives up."""


Steps: TypeAlias = tuple[tuple[tuple[Gesture, ...], Layer], ...]


class Plan(NamedTuple):
    """Gestures to make one after the other, the layer after each group of them, and which item they concern."""

    steps: Steps
    item: str

    @property
    def cost(self) -> int:
        """Presses, clicks and drags."""
        return sum(cost(gestures) for gestures, _ in self.steps)


def fix(
    layer: Layer, item_id: str, goal: Goal, schema: Schema, *, go_on: bool, banned: frozenset[Gesture] = frozenset()
) -> Plan | None:
    """Return the cheapest plan that turns an item into the goal; None where the moves do not lead there.

    ``go_on``: the next item must be reached too, which a digit with Shift does by itself and Return costs one for.
    """
    return _search([(0, (), layer, item_id)], goal, schema, go_on, banned)


def make(layer: Layer, goal: Goal, schema: Schema, banned: frozenset[Gesture] = frozenset()) -> Plan | None:
    """Return the cheapest plan that makes the goal from nothing."""
    begun: list[tuple[int, Steps, Layer, str]] = []
    for move, item in makings(layer, goal, schema):
        if not banned.intersection(move.gestures):
            begun.append((move.cost, ((move.gestures, move.layer),), move.layer, item))
    return _search(begun, goal, schema, False, banned)


def _search(
    begun: list[tuple[int, Steps, Layer, str]], goal: Goal, schema: Schema, go_on: bool, banned: frozenset[Gesture]
) -> Plan | None:
    """Return the cheapest continuation of one of the beginnings.

    The parts of a quotation do not touch each other, but for the mention, which names a speaker; so each part is
    brought to the goal by itself, the speaker last.
    """
    best: Plan | None = None
    for _, steps, layer, item in begun:
        plan: Plan | None = Plan(steps, item)
        for part in ("form", "ranges", "cue", "parent"):
            plan = _part(plan, layer, part, goal, schema, banned) if plan is not None else None
        plan = _source(plan, layer, goal, schema, go_on, banned) if plan is not None else None
        if plan is not None and (best is None or _price(plan, go_on) < _price(best, go_on)):
            best = plan
    return best


def _price(plan: Plan, go_on: bool) -> int:
    return plan.cost + (go_on and not (plan.steps and speaks(plan.steps[-1][0])))


def _part(plan: Plan, first: Layer, part: str, goal: Goal, schema: Schema, banned: frozenset[Gesture]) -> Plan | None:
    """Return the plan with the cheapest moves that bring one part to the goal; None where none do."""
    item = plan.item
    order = itertools.count()
    queue = [(0, next(order), plan.steps, plan.steps[-1][1] if plan.steps else first)]
    seen: set[object] = set()
    while queue and len(seen) < MOST:
        price, _, steps, layer = heapq.heappop(queue)
        state = state_of(layer, item)
        if state in seen:
            continue
        seen.add(state)
        if part not in wrong(layer, item, goal):
            return Plan(steps, item)
        for move in moves(layer, item, goal, schema, part):
            if not banned.intersection(move.gestures):
                step = (move.gestures, move.layer)
                heapq.heappush(queue, (price + move.cost, next(order), (*steps, step), move.layer))
    return None


def _source(
    plan: Plan, first: Layer, goal: Goal, schema: Schema, go_on: bool, banned: frozenset[Gesture]
) -> Plan | None:
    """Return the plan with mention and speaker set, the cheapest pair of moves for the two."""
    layer = plan.steps[-1][1] if plan.steps else first
    begun = [plan]
    if "mention" in wrong(layer, plan.item, goal):
        begun = [
            Plan((*plan.steps, (move.gestures, move.layer)), plan.item)
            for move in moves(layer, plan.item, goal, schema, "mention")
            if not banned.intersection(move.gestures) and "mention" not in wrong(move.layer, plan.item, goal)
        ]
    done = [_part(one, layer, "speaker", goal, schema, banned) for one in begun]
    return min((one for one in done if one is not None), key=lambda one: _price(one, go_on), default=None)


def state_of(layer: Layer, item_id: str) -> object:
    """Return what a quotation says, whatever its ids and its state."""
    item = layer.quotation(item_id)
    actor = layer.actor(item.speaker)
    return item.form, item.ranges, item.cue, item.mention, actor.name if actor is not None else None, item.parent


def speaks(gestures: tuple[Gesture, ...]) -> bool:
    """Tell whether gestures are one digit, which Shift turns into the same and going on."""
    return len(gestures) == 1 and isinstance(gestures[0], Key) and gestures[0].chord.isdigit()
