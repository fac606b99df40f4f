"""Measure how work grows with its size: ten and a hundred times as much should take ten and a hundred times as long.

    python bench/growth.py [--only NAME …] [--rounds 3]

Import, export, merge and verify of more articles of 20 items; agreement over more articles and within one of more
items; replay of a log of more edits; compare of two layers of more items. Processor seconds, the least of --rounds
in which the sizes have their turns; ``growth`` is the time over the time in proportion to the smallest size (1.0:
linear). The last line is JSON, with the ``worst`` growth.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

from common.articles import grown
from common.report import finish
from msgspec.structs import replace

from core.agreement import Study
from core.comparing.compare import compare
from core.exchange.layer_sources import ProjectLayers, collect
from core.exchange.transfer import export_project, import_files
from core.formats.base import Record, make_article
from core.formats.jsonl import write_jsonl
from core.model import Form, Quotation, State, edits
from core.model.layer import Layer
from core.store import Project, merge_copy, verify

TIMES = (1, 10, 100)
Ready = Callable[[], object]
"""The work whose time is taken; all that it needs is there."""


class Work(NamedTuple):
    """A kind of work: its smallest size, what is counted, and what makes it ready at a size in an empty folder."""

    size: int
    unit: str
    ready: Callable[[Path, int], Ready]


@cache
def _one(annotator: str) -> Layer:
    return grown(1_000, 20, annotator, State.MANUAL)


def layer_of(number: int, annotator: str) -> Layer:
    """Return one of many short articles, annotated."""
    layer = _one(annotator)
    article = make_article(f"n-{number}", f"Новость {number}", f"{layer.article.text}\n{number}")
    return Layer(article, annotator, layer.everything())


def changed(layer: Layer, annotator: str) -> Layer:
    """Return the layer as somebody else might have it: every third quotation of another form, every fourth gone."""
    items = []
    for number, item in enumerate(layer.everything()):
        if isinstance(item, Quotation) and item.parent is None and number % 3 == 0:
            item = replace(item, form=Form.MIXED if item.form is not Form.MIXED else Form.INDIRECT)
        items.append(item)
    made = Layer(layer.article, annotator, items)
    parents = {item.parent for item in made.quotations(rejected=True)}
    gone = [item.id for item in made.annotations() if item.id not in parents][::4]
    return made.apply(edits.delete(made, gone))


def write_file(path: Path, articles: int) -> None:
    def records() -> Iterator[Record]:
        for number in range(articles):
            layer = layer_of(number, "vera")
            yield Record(layer.article, layer)

    write_jsonl(path, records())


def project_of(path: Path, articles: int) -> None:
    """Make a project of articles that two people annotated."""
    with Project.create(path, "vera") as project, project.transaction():
        for number in range(articles):
            layer = layer_of(number, "vera")
            project.add_article(layer.article)
            project.add_layer(layer, "import")
            project.add_layer(changed(layer, "anna"), "import")


def importing(folder: Path, size: int) -> Ready:
    write_file(folder / "in.jsonl", size)
    numbers = itertools.count()

    def run() -> None:
        with Project.create(folder / f"p{next(numbers)}.citata", "vera") as project:
            assert len(import_files(project, [folder / "in.jsonl"]).articles) == size

    return run


def exporting(folder: Path, size: int) -> Ready:
    project_of(folder / "p.citata", size)

    def run() -> None:
        with Project.open(folder / "p.citata", "vera", read_only=True) as project:
            assert export_project(project, folder / "out.jsonl").articles == 2 * size

    return run


def verifying(folder: Path, size: int) -> Ready:
    project_of(folder / "p.citata", size)

    def run() -> None:
        assert not verify(folder / "p.citata").findings

    return run


def merging(folder: Path, size: int) -> Ready:
    """Two copies of a project, each with an edit in every layer of one annotator."""
    project_of(folder / "base.citata", size)
    for name, form in (("mine", Form.MIXED), ("theirs", Form.INDIRECT)):
        path = shutil.copyfile(folder / "base.citata", folder / f"{name}.citata")
        with Project.open(path, name) as project:
            project.wait_for_backup()
            with project.transaction():
                for number in range(size):
                    layer = project.working_layer(f"n-{number}", "vera")
                    item = layer.quotations()[number % 2]
                    other = form if item.form is not form else Form.DIRECT
                    project.commit(layer, edits.set_form(layer, [item.id], other))
    numbers = itertools.count()

    def run() -> None:
        path = Path(shutil.copyfile(folder / "mine.citata", folder / f"merged{next(numbers)}.citata"))
        with Project.open(path, "vera") as project:
            assert len(merge_copy(project, folder / "theirs.citata").merged) == size

    return run


def agreeing(folder: Path, size: int) -> Ready:
    project_of(folder / "p.citata", size)

    def run() -> None:
        with Project.open(folder / "p.citata", "vera", read_only=True) as project:
            study = collect([ProjectLayers(project, name) for name in ("vera", "anna")])
            assert study.result()

    return run


def pair_of(items: int) -> list[Layer]:
    layer = grown(50 * items, items, "vera", State.MANUAL)
    return [layer, changed(layer, "anna")]


def agreeing_in_one(folder: Path, size: int) -> Ready:
    layers = pair_of(size)

    def run() -> None:
        study = Study([layer.annotator for layer in layers])
        study.add(layers)
        assert study.result()

    return run


def comparing(folder: Path, size: int) -> Ready:
    layers = pair_of(size)
    return lambda: compare(layers)


def replaying(folder: Path, size: int) -> Ready:
    layer = layer_of(1, "vera")
    with Project.create(folder / "p.citata", "vera") as project, project.transaction():
        project.add_article(layer.article)
        project.add_layer(layer, "import")
        ids = [item.id for item in layer.quotations()]
        for number in range(size):
            item = layer.quotation(ids[number % len(ids)])
            form = Form.MIXED if item.form is not Form.MIXED else Form.INDIRECT
            layer, last = project.commit(layer, edits.set_form(layer, [item.id], form))

    def run() -> None:
        with Project.open(folder / "p.citata", "vera", read_only=True) as project:
            assert project.layer_at("n-1", "vera", last) == layer

    return run


WORKS = {
    "import": Work(50, "articles", importing),
    "export": Work(50, "articles", exporting),
    "merge": Work(25, "articles", merging),
    "verify": Work(25, "articles", verifying),
    "agreement": Work(20, "articles", agreeing),
    "agreement in one": Work(100, "items", agreeing_in_one),
    "replay": Work(300, "edits", replaying),
    "compare": Work(200, "items", comparing),
}


def seconds(run: Ready) -> float:
    gc.collect()
    start = time.process_time()
    run()
    return time.process_time() - start


def grow(work: Work, rounds: int) -> list[float]:
    """Return the least seconds at each size of all rounds, in which the sizes have their turns.

    In a round the small ones run several times and their mean counts: a long run meets other programs at any rate.
    """
    found: list[list[float]] = [[] for _ in TIMES]
    with ExitStack() as stack:
        ready = [
            work.ready(Path(stack.enter_context(tempfile.TemporaryDirectory())), work.size * times) for times in TIMES
        ]
        ready[0]()  # what is loaded at the first use is not the work
        for _ in range(rounds):
            for times, run, values in zip(TIMES, ready, found, strict=True):
                runs = max(1, 10 // times)
                values.append(sum(seconds(run) for _ in range(runs)) / runs)
    return [min(values) for values in found]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="*", choices=list(WORKS))
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    out: dict[str, object] = {}
    worst = 0.0
    print(f"{'':18}{'size':>8} {'':9}{'s':>8}{'x 10: s':>10}{'growth':>8}{'x 100: s':>10}{'growth':>8}")
    for name in args.only or WORKS:
        work = WORKS[name]
        took = grow(work, args.rounds)
        growth = [value / took[0] / times for value, times in zip(took, TIMES, strict=True)][1:]
        worst = max(worst, *growth)
        shown = f"{took[0]:8.3f}{took[1]:10.3f}{growth[0]:8.2f}{took[2]:10.3f}{growth[1]:8.2f}"
        print(f"{name:18}{work.size:8} {work.unit:9}{shown}", flush=True)
        out[name] = {"x10": round(growth[0], 2), "x100": round(growth[1], 2)}
    finish({"bench": "growth", **out, "worst": round(worst, 2)})


if __name__ == "__main__":
    main()
