"""Measure what learning from a project brings: settled article by article, each predicted with those before it.

    python bench/learning.py [--gold FOLDER] [--models FOLDER] [--orders 3] [--articles N] [--unseen folds|collections]
                             [--only TASK ...] [--window N] [--entries 10000]

An annotator who is always right (the gold) settles the articles grouped by collection, in the order of their ids (the
articles have no dates); the second and the third order draw the collections and the articles in them. What is proposed
rightly is accepted, what is wrong corrected or rejected, what is missing added. With learning on people see what the
knowledge of the articles before proposes; with learning off, what is shipped.

* ``quotations``: ``train.jsonl``. End to end (content and speaker), by ``core.agreement``; and gestures a quotation, as
  ``bench/gestures.py`` counts them, reckoned by the same plans without a window (``--window`` checks that on so many
  articles). Judge, limits and speakers' ranker are retrained without the articles, and kept in ``--models``: five folds
  by article, as ``tools/train/cross_validate.py`` does it; or, with ``--unseen collections``, a collection is a project
  of its own, and its models have seen nothing of it.
* ``names``: ``entities-dev.jsonl``. F1 of people, organisations, places. The kinds of its errors were read when the
  rules of entities were made, so what is shipped does better on it than on others; no article was learned from.
* ``series``: articles about the same invented people and firms (``bench/common/series.py``), with a label of the
  project's own: F1 of names. ``speeches``: a series with cue verbs that the lexicon does not know: as ``quotations``.
  ``habits``: a paper whose own correspondent says what nobody is named for, and whose clauses end at ``однако``.

``--entries`` measures beside that how much slower knowledge of so many entries makes the pre-annotation
(``bench/common/crowd.py``).

Printed are the figures of each order by quarters of the articles. Errors are 1 − F1. The last line is JSON: of the last
quarter, over all orders, what is left with learning on beside off; ``worst_quarter``: the largest such ratio of any
figure, order and quarter of the gold.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import itertools

from bench.common import gold
from bench.common.crowd import measure
from bench.common.oracle import Figure, Gestures, Shipped, Step, end_to_end_errors, names_errors, steps
from bench.common.report import finish
from bench.common.series import habits, series, speeches
from bench.common.unseen import Split, trained
from core.formats.base import Record
from core.formats.jsonl import read_jsonl
from core.learning.learner import Learner
from core.model.scope import Scope

QUARTERS = 4
GESTURES = Gestures()
NAMES: dict[str, Figure] = {"entity_error": names_errors}
SAID: dict[str, Figure] = {"gestures": GESTURES, "end2end_error": end_to_end_errors}


class Task(NamedTuple):
    """What is measured: of which articles, what of them is annotated, by which figures."""

    name: str
    file: str
    scope: Scope
    figures: dict[str, Figure]


TASKS = (
    Task("series", "", Scope(quotations=False), NAMES),
    Task("speeches", "", Scope(entities=False), SAID),
    Task("habits", "", Scope(entities=False), SAID),
    Task("names", "entities-dev.jsonl", Scope(quotations=False), NAMES),
    Task("quotations", "train.jsonl", Scope(entities=False), SAID),
)
OURS = {"series": series, "speeches": speeches, "habits": habits}
"""The articles of the tasks that read no file."""


def order(records: Sequence[Record], seed: int) -> list[Record]:
    """Return articles in the order in which they are settled: one collection after the other."""
    groups: dict[str, list[Record]] = defaultdict(list)
    for one in sorted(records, key=lambda one: one.article.id):
        groups[one.article.meta.get("collection", "")].append(one)
    names, draw = sorted(groups), random.Random(seed)
    if seed:
        draw.shuffle(names)
        for group in names:
            draw.shuffle(groups[group])
    return [one for group in names for one in groups[group]]


def projects(records: Sequence[Record], seed: int, split: Split) -> Iterator[list[Record]]:
    """Yield the articles of each project."""
    every = order(records, seed)
    if split is not Split.COLLECTIONS:
        yield every
        return
    for name in dict.fromkeys(one.article.meta.get("collection", "") for one in every):
        yield [one for one in every if one.article.meta.get("collection", "") == name]


def quarters(done: Sequence[Step]) -> list[list[Step]]:
    """Return the articles of a project in four parts."""
    bounds = [len(done) * number // QUARTERS for number in range(QUARTERS + 1)]
    return [list(done[first:last]) for first, last in itertools.pairwise(bounds)]


def ratio(figure: Figure, some: Sequence[Step]) -> tuple[float, float, float]:
    """Return a figure without and with knowledge, and how much of it is left."""
    without = figure([(one.truth, one.without) for one in some])
    within = figure([(one.truth, one.within) for one in some])
    return without, within, within / without if without else 1.0


class Found(NamedTuple):
    """What a task brought: each order's quarters, and the seconds that learning took."""

    quarters: list[list[list[Step]]]
    seconds: list[float]

    def last(self) -> list[Step]:
        """Return the last quarters of all orders."""
        return [one for order in self.quarters for one in order[-1]]


def run(task: Task, records: Sequence[Record], shipped: Shipped, orders: int, split: Split) -> Found:
    """Settle the articles in each order, and print each order's figures."""
    found = Found([], [])
    for seed in range(orders):
        every: list[list[Step]] = [[] for _ in range(QUARTERS)]
        for given in projects(records, seed, split):
            learner = Learner()
            done = list(steps(given, task.scope, shipped, learner))
            found.seconds.extend(one.seconds for one in done)
            for quarter, some in zip(every, quarters(done), strict=True):
                quarter.extend(some)
            print(f"{task.name}, order {seed + 1}: {len(done)} articles, {len(learner.entries())} entries learned")
            for check in learner.checks():
                kept = "kept" if check.is_kept else "not kept"
                signs = f"better {check.better}, worse {check.worse}"
                print(f"  {check.part}: {check.without} → {check.within} on {check.articles} articles, {signs}, {kept}")
        for name, figure in task.figures.items():
            for number, some in enumerate(every, 1):
                without, within, left = ratio(figure, some)
                print(f"  {name}, quarter {number}: {without:.4f} off, {within:.4f} on, × {left:.3f}", flush=True)
        found.quarters.append(every)
    return found


def read(path: Path, most: int) -> list[Record]:
    """Return the first articles of a file."""
    return [one for one in read_jsonl(path) if isinstance(one, Record)][:most]


def compare_with_window(records: Sequence[Record], shipped: Shipped) -> dict[str, object]:
    """Print gestures of articles at the real window beside those that are reckoned; return both over all."""
    from bench import gestures
    from gui.app import make_app

    make_app()
    real = reckoned = same = left = 0
    with tempfile.TemporaryDirectory() as folder:
        for record in records:
            path = Path(folder) / f"{record.article.id}.citata"
            proposed = shipped.layer(record)
            gestures.build(path, [record], {record.article.id: proposed})
            try:
                counts = gestures.annotate(path, [record]).driver.count, GESTURES.of(record.layer, proposed)
            except AssertionError as reason:  # the window offers other candidates than the plan thought
                print(f"  {record.article.id}: left out, {reason!s:.150}", flush=True)
                left += 1
                continue
            print(f"  {record.article.id}: {counts[0]} at the window, {counts[1]} reckoned", flush=True)
            real, reckoned, same = real + counts[0], reckoned + counts[1], same + (counts[0] == counts[1])
    return {"window": real, "reckoned": reckoned, "same": same, "articles": len(records), "left_out": left}


def main() -> None:
    """Measure the tasks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=gold.FOLDER)
    parser.add_argument("--models", type=Path, help="where retrained models are kept for the next run")
    parser.add_argument("--articles", type=int, default=10_000, help="articles of each file at most")
    parser.add_argument("--orders", type=int, default=3)
    parser.add_argument("--unseen", type=Split, choices=list(Split), default=Split.FOLDS)
    parser.add_argument("--only", nargs="*", choices=[task.name for task in TASKS], help="tasks")
    parser.add_argument("--window", type=int, default=0, help="articles whose gestures are compared with the window")
    parser.add_argument("--entries", type=int, default=0, help="entries with which the pre-annotation is timed")
    asked = parser.parse_args()
    result: dict[str, object] = {}
    worst, seconds = 0.0, list[float]()
    with tempfile.TemporaryDirectory() as folder:
        for task in TASKS:
            if asked.only is not None and task.name not in asked.only:
                continue
            is_said = task.name == "quotations"
            models = trained(asked.gold / task.file, asked.unseen, asked.models or Path(folder)) if is_said else ()
            shipped = Shipped(models)
            records = read(asked.gold / task.file, asked.articles) if task.file else OURS[task.name]()
            if is_said and asked.window:
                result["window"] = compare_with_window(order(records, 1)[: asked.window], shipped)
            found = run(task, records, shipped, asked.orders, asked.unseen)
            seconds += found.seconds
            mark = "" if task.file else f"{task.name}_"
            for name, figure in task.figures.items():
                result[f"{mark}{name}_ratio"] = round(ratio(figure, found.last())[2], 3)
                if task.file:
                    ratios = [ratio(figure, some)[2] for every in found.quarters for some in every]
                    worst = max(worst, *ratios)
            print(json.dumps(result), flush=True)
    if asked.entries:
        result |= measure([one.article for one in read(asked.gold / "train.jsonl", 96)], asked.entries)
    times = {
        "learn_ms": round(1000 * statistics.mean(seconds or [0]), 1),
        "learn_ms_worst": round(1000 * max(seconds, default=0), 1),
    }
    finish({**result, "worst_quarter": round(worst, 3), **times})


if __name__ == "__main__":
    main()
