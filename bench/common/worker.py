"""A simulated annotator at the real window: turns the open article into its gold version and counts gestures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QApplication

from bench.common.driver import Click, Driver, Gesture, Impossible, Key
from bench.common.moves import Goal, wrong
from bench.common.plan import Plan, fix, make, speaks, state_of
from core.model import Quotation, Range, State
from core.model.layer import Layer
from core.model.schema import Schema
from gui.window.main_window import MainWindow

ALIKE = 0.2
"""Overlap (intersection over union) from which a proposal is taken for an attempt at a gold quotation."""


class Cost(NamedTuple):
    """What one gold quotation cost, and how it was done."""

    article: str
    gold: Quotation
    gestures: int
    done: tuple[Gesture, ...]
    begun: str
    """``accepted``, ``fixed`` or ``made``."""


class Worker:
    """Work through one article after the other in ``window``."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.driver = Driver(window)
        self.costs: list[Cost] = []
        self.spurious = 0
        self.refused: list[str] = []
        """Gestures that the window as it stood gave no way to make, and why."""
        self._gold: Layer | None = None
        self._ids: dict[str, str] = {}
        """Ids of items by those of the gold quotations that they became."""

    @property
    def layer(self) -> Layer:
        """The open layer."""
        assert self.window.session.layer is not None
        return self.window.session.layer

    def press(self, chord: str) -> None:
        """Press a key."""
        self.driver.make(Key(chord))

    # -- an article --------------------------------------------------------------------------------------------------

    def annotate(self, gold: Layer) -> None:
        """Make the open article equal ``gold``: resolve every proposal and mark what is missing."""
        self._gold, self._ids = gold, {}
        wanted = gold.quotations()
        pairs = paired(self.layer.quotations(), wanted)
        missing = [quotation for quotation in wanted if quotation.id not in pairs.values()]
        by_id = {quotation.id: quotation for quotation in wanted}
        if any(item.state is State.AUTO for item in self.layer.quotations()) and self.window.session.quotation is None:
            self.press("Tab")
        turns = 10 + 3 * len(self.layer.quotations())
        while (item := self._waiting()) is not None:
            turns -= 1
            assert turns > 0, f"{item.id} is not resolved"
            target = by_id[pairs[item.id]] if item.id in pairs else None
            if target is None:
                self.press("Delete")
                self.spurious += 1
            elif self._better_anew(item.id, target):
                self.press("Delete")
                missing.append(target)
            else:
                self._fix(item.id, target)
        for target in sorted(missing, key=lambda quotation: (quotation.start, quotation.end)):
            self._make(target)
        self._nest(wanted)
        self._check(wanted)

    def _waiting(self) -> Quotation | None:
        """Return the selected open proposal, or None when none is left."""
        left = [item for item in self.layer.quotations() if item.state is State.AUTO]
        if not left:
            return None
        item = self.window.session.quotation
        if item is None or item.state is not State.AUTO:
            self.press("Tab")
            item = self.window.session.quotation
        assert item is not None, "navigation did not stop"
        assert item.state is State.AUTO, "navigation did not stop at the next proposal"
        return item

    def _goal(self, target: Quotation) -> Goal:
        assert self._gold is not None
        return goal_of(self._gold, target, self._ids)

    @property
    def _more(self) -> bool:
        """Whether another proposal is open after the selected one is resolved."""
        return sum(item.state is State.AUTO for item in self.layer.quotations()) > 1

    def _better_anew(self, item_id: str, target: Quotation) -> bool:
        """Tell whether rejecting the proposal and marking the quotation anew costs less than fixing it."""
        return better_anew(self.layer, item_id, self._goal(target), self.window.view.schema, self._more)

    def _fix(self, item_id: str, target: Quotation) -> None:
        """Fix what is wrong with a proposal and go on to the next; accept it where nothing is."""
        before, more = self.driver.count, self._more
        if not wrong(self.layer, item_id, self._goal(target)):
            self.press("Return")
            self._note(target, before, (Key("Return"),), "accepted")
            self._ids[target.id] = item_id
            return
        done = self._carry_out(item_id, target, more)
        if more and self.window.session.selected == item_id:
            self.press("Return")
        self._note(target, before, done, "fixed")
        self._ids[target.id] = item_id

    def _carry_out(self, item_id: str, target: Quotation, go_on: bool) -> tuple[Gesture, ...]:
        """Make the gestures of the cheapest plan; where the window refuses one, look for another way."""
        banned: frozenset[Gesture] = frozenset()
        done: tuple[Gesture, ...] = ()
        for _ in range(20):
            plan = fix(self.layer, item_id, self._goal(target), self.window.view.schema, go_on=go_on, banned=banned)
            assert plan is not None, (
                f"no way to {self._goal(target)} from {state_of(self.layer, item_id)}: {self.refused}"
            )
            made, refused = self._follow(plan, go_on)
            done += made
            if refused is None:
                return done
            banned |= {refused}
        raise AssertionError(f"the window refuses every way to {target}")

    def _follow(self, plan: Plan, go_on: bool) -> tuple[tuple[Gesture, ...], Gesture | None]:
        """Make a plan's gestures, and compare after each group of them; return what was done, and what was refused."""
        done: tuple[Gesture, ...] = ()
        for at, (gestures, after) in enumerate(plan.steps):
            if go_on and at == len(plan.steps) - 1 and speaks(gestures):
                key = gestures[0]
                assert isinstance(key, Key)
                gestures = (Key(f"Shift+{key.chord}"),)
            for gesture in gestures:
                try:
                    self.driver.make(gesture)
                except Impossible as reason:
                    self.refused.append(f"{self.layer.article.id}: {gesture}: {reason}")
                    return done, gesture
                done += (gesture,)
            if plan.item in after.items and plan.item in self.layer.items:
                there, thought = state_of(self.layer, plan.item), state_of(after, plan.item)
                assert there == thought, f"{gestures} gave {there}, not {thought}"
        return done, None

    def _make(self, target: Quotation) -> None:
        """Mark a quotation that nothing proposed."""
        before = self.driver.count
        banned: frozenset[Gesture] = frozenset()
        for _ in range(20):
            plan = make(self.layer, self._goal(target), self.window.view.schema, banned)
            assert plan is not None, f"no way to make {self._goal(target)}"
            made, refused = self._follow(Plan(plan.steps[:1], ""), go_on=False)
            if refused is None:
                break
            banned |= {refused}
        item = self.window.session.quotation
        assert item is not None, "nothing was made"
        if wrong(self.layer, item.id, self._goal(target)):
            made += self._carry_out(item.id, target, go_on=False)
        self._ids[target.id] = item.id
        self._note(target, before, made, "made")

    def _nest(self, wanted: Sequence[Quotation]) -> None:
        """Go back to quotations whose parent came after them."""
        for target in wanted:
            item = self._ids[target.id]
            if wrong(self.layer, item, self._goal(target)):
                before = self.driver.count
                self._select(item)
                done = self._carry_out(item, target, go_on=False)
                self._note(target, before, done, "fixed")

    def _select(self, item_id: str) -> None:
        item = self.layer.quotation(item_id)
        for _ in range(12):
            if self.window.session.selected == item_id:
                return
            self.driver.make(Click(item.start + 1))
            QApplication.processEvents()
        raise AssertionError(f"{item_id} cannot be clicked")

    def _note(self, target: Quotation, before: int, done: tuple[Gesture, ...], begun: str) -> None:
        spent = self.driver.count - before
        old = next((one for one in self.costs if one.gold is target), None)
        if old is not None:
            self.costs.remove(old)
            spent, done, begun = spent + old.gestures, old.done + done, old.begun
        self.costs.append(Cost(self.layer.article.id, target, spent, done, begun))

    def _check(self, wanted: Sequence[Quotation]) -> None:
        """Compare the layer with the gold; AssertionError where anything differs."""
        left = self.layer.quotations()
        assert len(left) == len(wanted), f"{len(left)} quotations, the gold has {len(wanted)}"
        assert all(item.state is not State.AUTO for item in left), "a proposal was left open"
        for target in wanted:
            differs = wrong(self.layer, self._ids[target.id], self._goal(target))
            assert not differs, f"{target.id}: {sorted(differs)} differ"


def goal_of(gold: Layer, target: Quotation, ids: Mapping[str, str]) -> Goal:
    """Return what an item is to become; ``ids``: the items that stand for the gold's quotations so far."""
    speaker = gold.actor(target.speaker)
    parent = ids.get(target.parent) if target.parent is not None else None
    name = speaker.name if speaker is not None else None
    return Goal(target.form, target.ranges, target.cue, target.mention, name, parent)


def better_anew(layer: Layer, item_id: str, goal: Goal, schema: Schema, more: bool) -> bool:
    """Tell whether rejecting the proposal and marking the quotation anew costs less than fixing it."""
    fixed = fix(layer, item_id, goal, schema, go_on=more)
    if fixed is not None and fixed.cost <= 3:
        return False
    remade = make(layer, goal, schema)
    return fixed is None or (remade is not None and remade.cost + 1 < fixed.cost)


def paired(found: Sequence[Quotation], wanted: Sequence[Quotation]) -> dict[str, str]:
    """Map the ids of proposals to the ids of the gold quotations they match, best overlap first."""
    scored = []
    for item in found:
        for target in wanted:
            overlap = _overlap(item.ranges, target.ranges)
            if overlap >= ALIKE:
                scored.append((-overlap, item.start, item.id, target.id))
    pairs: dict[str, str] = {}
    for _, _, item_id, target_id in sorted(scored):
        if item_id not in pairs and target_id not in pairs.values():
            pairs[item_id] = target_id
    return pairs


def _overlap(one: Sequence[Range], other: Sequence[Range]) -> float:
    """Return the code points in both over those in either."""
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    total = sum(span.end - span.start for span in (*one, *other)) - shared
    return shared / total if total else 0.0
