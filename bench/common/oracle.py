"""An annotator who is always right (the gold) settles articles one by one, without and with what they teach."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from time import perf_counter
from typing import NamedTuple

from msgspec.structs import replace

from bench.common.reckoned import gestures
from bench.common.unseen import Trained, used
from core.agreement.evaluation import Evaluation
from core.formats.base import Record
from core.learning.evidence import settled
from core.learning.learner import Learner
from core.model import AUTO, Entity, Item, Quotation, State, Status
from core.model.knowledge import Part
from core.model.layer import Layer
from core.model.scope import Scope
from core.preannotate import Annotator


class Step(NamedTuple):
    """Of one article: the gold, what was proposed without and with knowledge, how long learning it took, in seconds."""

    truth: Layer
    without: Layer
    within: Layer
    seconds: float


Pairs = list[tuple[Layer, Layer]]
"""The gold of articles, each with what is proposed."""


def names_errors(pairs: Pairs) -> float:
    """Return 1 − F1 of names, exact in span and label."""
    sides = [[{(one.range, one.label) for one in layer.entities()} for layer in pair] for pair in pairs]
    right = sum(len(truth & proposed) for truth, proposed in sides)
    every = sum(len(truth) + len(proposed) for truth, proposed in sides)
    return 1 - 2 * right / every if every else 0.0


def end_to_end_errors(pairs: Pairs) -> float:
    """Return 1 − F1 of quotations with content and speaker right."""
    found = Evaluation()
    for truth, proposed in pairs:
        found.add(truth, proposed)
    return 1 - float(found.result()["end2end"]["f1"] or 0.0)


class Gestures:
    """Gestures a quotation; of layers that propose the same it is reckoned once."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], int] = {}

    def __call__(self, pairs: Pairs) -> float:
        """Return the gestures of some articles over their gold quotations."""
        count = sum(len(truth.quotations()) for truth, _ in pairs)
        return sum(self.of(*pair) for pair in pairs) / max(count, 1)

    def of(self, truth: Layer, proposed: Layer) -> int:
        """Return the gestures of one article."""
        names = {actor.id: actor.name for actor in proposed.actors()}
        said = tuple((one.form, one.ranges, one.cue, one.mention, names.get(one.speaker or ""), one.parent)
                     for one in proposed.quotations())  # fmt: skip
        key = (truth.article.id, said, tuple(sorted(names.values())))
        if key not in self._known:
            self._known[key] = gestures(truth, proposed)
        return self._known[key]


class Shipped:
    """What is proposed without knowledge, once for each article; ``models``: those that have not seen it."""

    def __init__(self, models: Sequence[Trained] = ()) -> None:
        self._of = {article: one for one in models for article in one.unseen}
        self._annotator = Annotator()
        self._made: dict[str, Layer] = {}

    def models(self, record: Record) -> Trained | None:
        """Return the models for an article; None: those that are installed."""
        return self._of.get(record.article.id)

    def layer(self, record: Record) -> Layer:
        """Return what is proposed for an article."""
        if record.article.id not in self._made:
            with used(self.models(record)):
                self._made[record.article.id] = self._annotator.annotate(record.article)
        return self._made[record.article.id]


def steps(given: Sequence[Record], scope: Scope, shipped: Shipped, learner: Learner) -> Iterator[Step]:
    """Settle the articles of a project in their order, learning on: people see what knowledge proposes."""
    taught = Annotator()
    for record in given:
        without = within = shipped.layer(record)
        with used(shipped.models(record)):
            known = learner.knowledge()
            if known.kept() - {Part.SCORES}:  # scores alone change no figure
                taught.knowledge = known
                within = taught.annotate(record.article)
            done = worked(record.layer, Layer(record.article, AUTO, within.everything()))
            start = perf_counter()
            learner.take(settled(record.article, [done], within, scope))
            learner.knowledge()
        yield Step(record.layer, without, within, perf_counter() - start)


def worked(truth: Layer, auto: Layer) -> Layer:
    """Return the layer of an annotator who starts from proposals and is always right."""
    items: dict[str, Item] = {item.id: item for item in auto.items.values()}
    right = {_key(one): one for one in truth.annotations()}
    for one in auto.annotations():
        found = right.pop(_key(one), None)
        items[one.id] = replace(one, state=State.REJECTED if found is None else State.ACCEPTED)
        if isinstance(one, Quotation) and isinstance(found, Quotation):
            items[one.id] = _spoken(one, found, truth, auto)
    added = {f"t_{item.id}": item for item in truth.items.values()}
    names = {item.id: key for key, item in added.items()}
    missing = {names[one.id] for one in right.values()}
    for key, item in added.items():
        if isinstance(item, Entity | Quotation) and key not in missing:
            continue
        changed = replace(item, id=key)
        if isinstance(changed, Entity):
            changed = replace(changed, actor=names.get(changed.actor or ""), state=State.MANUAL)
        elif isinstance(changed, Quotation):
            changed = replace(changed, speaker=names.get(changed.speaker or ""), parent=None, state=State.MANUAL)
        items[key] = changed
    return Layer(truth.article, "oracle", (replace(truth.head, status=Status.DONE), *items.values()))


def _spoken(mine: Quotation, right: Quotation, truth: Layer, auto: Layer) -> Quotation:
    """Return a proposal of the right content as people leave it: accepted, or with its other parts corrected."""
    names = [None if who is None else who.name for who in (auto.actor(mine.speaker), truth.actor(right.speaker))]
    same = names[0] == names[1] and (mine.form, mine.cue, mine.mention) == (right.form, right.cue, right.mention)
    if same:
        return replace(mine, state=State.ACCEPTED)
    speaker = mine.speaker if names[0] == names[1] else None if right.speaker is None else f"t_{right.speaker}"
    return replace(mine, state=State.CORRECTED, form=right.form, cue=right.cue, mention=right.mention, speaker=speaker)


def _key(one: Entity | Quotation) -> tuple[object, ...]:
    if isinstance(one, Entity):
        return (one.range, one.label)
    return (one.ranges,)


Figure = Callable[[Pairs], float]
"""Gives errors, or gestures, of articles: less is better."""
