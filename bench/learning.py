"""Measure what learning from a project brings: settled article by article, each predicted with those before it.

    python bench/learning.py [--gold FOLDER] [--articles N] [--seed S]

An annotator who is always right (the gold) settles the articles in their order by collection and id; ``--seed`` draws
another order. What is proposed rightly is accepted, what is wrong rejected, what is missing added. Before each article
the real pre-annotation proposes for it twice: as it is shipped, and with the knowledge of the articles before it.

* Names come from ``entities-dev.jsonl``, which nothing was tuned on: F1 of people, organisations, places.
* Quotations come from ``train.jsonl``: end to end (content and speaker), by ``core.agreement``. The shipped models were
  trained on these articles and are not retrained without them, so what is left to learn is less than in new texts.

* A series of articles about the same invented people and firms (``bench/common/series.py``), with a label of the
  project's own, is where learning is for: F1 of its names. Another series has cue verbs that the lexicon does not know:
  end to end.

Printed are the figures after 10, 25, 50, 100 … articles, and by quarters; the last line is JSON. ``…_error_ratio`` is
1 − F1 with learning beside 1 − F1 without it in the last quarter; ``worst_quarter`` the worst ratio of any quarter.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from msgspec.structs import replace

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.common import gold
from bench.common.report import finish
from bench.common.series import series, speeches
from core.agreement.evaluation import Evaluation
from core.formats.base import Record
from core.formats.jsonl import read_jsonl
from core.learning.evidence import settled
from core.learning.learner import Learner
from core.model import AUTO, Entity, Item, Quotation, State, Status
from core.model.layer import Layer
from core.model.scope import Scope
from core.preannotate import Annotator

STEPS = (10, 25, 50, 100, 200, 400)


class Step(NamedTuple):
    """Of one article: the gold, what was proposed without and with knowledge."""

    truth: Layer
    without: Layer
    within: Layer


class Task(NamedTuple):
    """What is measured: a file, what of it is annotated, the figure of an evaluation."""

    name: str
    file: str
    scope: Scope
    figure: Callable[[list[tuple[Layer, Layer]]], float]


Pairs = list[tuple[Layer, Layer]]
"""The gold of articles, each with what is proposed."""


def names_f1(pairs: Pairs) -> float:
    """Return F1 of names, exact in span and label."""
    sides = [[{(one.range, one.label) for one in layer.entities()} for layer in pair] for pair in pairs]
    right = sum(len(truth & proposed) for truth, proposed in sides)
    every = sum(len(truth) + len(proposed) for truth, proposed in sides)
    return 2 * right / every if every else 1.0


def end_to_end(pairs: Pairs) -> float:
    """Return F1 of quotations with content and speaker right."""
    found = Evaluation()
    for truth, proposed in pairs:
        found.add(truth, proposed)
    return float(found.result()["end2end"]["f1"] or 0.0)


TASKS = (
    Task("series", "", Scope(quotations=False), names_f1),
    Task("speeches", "", Scope(entities=False), end_to_end),
    Task("entity", "entities-dev.jsonl", Scope(quotations=False), names_f1),
    Task("end2end", "train.jsonl", Scope(entities=False), end_to_end),
)

OURS = {"series": series, "speeches": speeches}
"""The articles of the tasks that read no file."""


def worked(truth: Layer, auto: Layer) -> Layer:
    """Return the layer of an annotator who starts from the shipped proposals and is always right."""
    items: dict[str, Item] = {item.id: item for item in auto.items.values()}
    right = {_key(truth, one): one for one in truth.annotations()}
    for one in auto.annotations():
        found = right.pop(_key(auto, one), None)
        items[one.id] = replace(one, state=State.REJECTED if found is None else State.ACCEPTED)
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


def _key(layer: Layer, one: Entity | Quotation) -> tuple[object, ...]:
    if isinstance(one, Entity):
        return (one.range, one.label)
    return (one.ranges,)


def records(path: Path, count: int, seed: int | None) -> list[Record]:
    """Return the articles of a file in the order in which they are settled."""
    found = [one for one in read_jsonl(path) if isinstance(one, Record)]
    found.sort(key=lambda one: (one.article.meta.get("collection", ""), one.article.id))
    if seed is not None:
        random.Random(seed).shuffle(found)
    return found[:count]


def run(task: Task, given: list[Record]) -> tuple[list[Step], list[float], Learner]:
    """Settle the articles; return what was proposed for each, and the seconds that learning each took."""
    shipped, taught, learner = Annotator(), Annotator(), Learner()
    steps: list[Step] = []
    times: list[float] = []
    for record in given:
        without = shipped.annotate(record.article)
        taught.knowledge = learner.knowledge() if steps else None
        steps.append(Step(record.layer, without, taught.annotate(record.article)))
        done = worked(record.layer, Layer(record.article, AUTO, without.everything()))
        start = perf_counter()
        learner.take(settled(record.article, [done], without, task.scope))
        learner.knowledge()
        times.append(perf_counter() - start)
    return steps, times, learner


def figures(task: Task, steps: list[Step]) -> tuple[float, float]:
    """Return the figure without and with knowledge over some articles."""
    without = [(step.truth, step.without) for step in steps]
    within = [(step.truth, step.within) for step in steps]
    return task.figure(without), task.figure(within)


def ratio(pair: tuple[float, float]) -> float:
    """Return how many of the errors are left with knowledge."""
    without, within = (1 - one for one in pair)
    return round(within / without, 3) if without else 1.0


def main() -> None:
    """Measure both tasks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=gold.FOLDER)
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--seed", type=int)
    asked = parser.parse_args()
    result: dict[str, object] = {}
    worst = 0.0  # of the gold's articles: the series has a line of its own
    every: list[float] = []
    for task in TASKS:
        given = records(asked.gold / task.file, asked.articles, asked.seed) if task.file else OURS[task.name]()
        steps, times, learner = run(task, given)
        every += times
        print(f"{task.name}: {len(steps)} articles of {task.file or 'ours'}, {len(learner.entries())} entries learned")
        for count in sorted({*(n for n in STEPS if n < len(steps)), len(steps)}):
            without, within = figures(task, steps[:count])
            print(f"  first {count:4d}: {without:.4f} shipped, {within:.4f} with what was learned")
        quarter = max(len(steps) // 4, 1)
        ratios = []
        for number in range(4):
            part = steps[number * quarter : (number + 1) * quarter if number < 3 else None]
            pair = figures(task, part)
            ratios.append(ratio(pair))
            print(f"  quarter {number + 1}: {pair[0]:.4f} shipped, {pair[1]:.4f} learned, errors × {ratios[-1]}")
        for check in learner.checks():
            kept = "kept" if check.is_kept else "not kept"
            print(f"  {check.part}: {check.without} → {check.within} on {check.articles} articles, {kept}")
        result[f"{task.name}_error_ratio"] = ratios[-1]
        worst = max(worst, *ratios) if task.file else worst
    finish({**result, "worst_quarter": worst, "learn_ms": round(1000 * statistics.mean(every), 1),
            "learn_ms_worst": round(1000 * max(every), 1)})  # fmt: skip


if __name__ == "__main__":
    main()
