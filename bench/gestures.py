"""Count the gestures that turn proposals, or an empty layer, into the gold: at the real window, by real events.

    python bench/gestures.py GOLD.jsonl [--article ID] [--auto PROPOSALS.jsonl] [--score SCORE.py] [--how]

Every key press (a chord is one), click, drag, scroll and typed letter counts; so do the key that goes to the next
article and the Delete for what was proposed wrongly. ``--auto`` takes proposals from a file instead of making them.
With ``--article`` one article is done, the window closed, the project opened anew, and what it exports is scored.
The last line is JSON: mean over all gestures, median and 95th percentile over the gold quotations' own.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import click
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bench.common.report import finish, percentile
from bench.common.worker import Cost, Worker
from core.exchange.transfer import Wanted, export_project
from core.formats.base import Record
from core.formats.jsonl import read_jsonl
from core.model import AUTO
from core.model.edits import fill
from core.model.layer import Layer
from core.model.scope import Scope
from core.preannotate import Annotator
from core.store import Project
from gui.app import make_app, make_window
from gui.desk.settings import Settings
from gui.marking.done import DoneDialog
from gui.window.main_window import MainWindow

AUTHOR = "bench"
SAMPLE = Path(__file__).resolve().parent.parent / "resources" / "sample" / "sample-gold.jsonl"
EXACT = ("form", "cue", "mention", "speaker")


def read(path: Path) -> list[Record]:
    """Return the records of a file; the first refusal ends the run."""
    out = []
    for record in read_jsonl(path):
        if not isinstance(record, Record):
            raise SystemExit(f"{path}: {record}")
        out.append(record)
    return out


def open_window(path: Path, author: str = AUTHOR) -> MainWindow:
    """Return the window on a project, as a person of the name ``author`` sees it, without animation."""
    settings = Settings(path.with_suffix(".settings"))
    settings.values.author, settings.values.language, settings.values.theme = author, "en", "light"
    window = make_window(settings)
    window.resize(1440, 900)
    window.show()
    window.desk.open_project(path)
    window.view.set_look(replace(window.view.look, animate=False))
    QApplication.processEvents()
    return window


def build(path: Path, gold: list[Record], proposals: dict[str, Layer]) -> None:
    """Make a project of the gold's articles, with the proposals where there are any."""
    with Project.create(path, AUTHOR) as project:
        project.set_scope(Scope(entities=False))  # the gold is of quotations
        for record in gold:
            project.add_article(record.article)
            if record.article.id in proposals:
                base = Layer(record.article, AUTO)
                items = proposals[record.article.id].everything()
                project.commit(base, fill(base, items, "pre-annotate"))


def annotate(path: Path, gold: list[Record]) -> Worker:
    """Do all articles of a project one after the other, and close the window."""
    window = open_window(path)
    worker = Worker(window)
    for record in gold:
        assert window.session.article is not None
        assert window.session.article.id == record.article.id, f"{record.article.id} is not the next article"
        worker.annotate(record.layer)
        worker.press("Ctrl+Shift+Return")
        asked = QApplication.activeModalWidget()
        if isinstance(asked, DoneDialog):  # what the program filled in is right by now: taken over in one click
            QTest.mouseClick(asked.accept_these, Qt.MouseButton.LeftButton)
            worker.driver.count += 1
    window.close()
    QApplication.processEvents()
    return worker


def reopened(path: Path, gold: Record) -> bool:
    """Open the window anew and tell whether it shows the article as the gold has it."""
    window = open_window(path)
    window.desk.open_article(gold.article.id)
    same = _equal(window.session.layer, gold.layer) and window.view.layer == window.session.layer
    window.close()
    QApplication.processEvents()
    print(f"  the window, closed and opened again, shows the gold: {same}")
    return same


def scored(path: Path, gold: Path, records: list[Record], score: Path) -> bool:
    """Open the project anew, compare every layer with the gold, and let the scorer compare the exported file."""
    out = path.with_suffix(".jsonl")
    with Project.open(path, AUTHOR) as project:
        same = all(_equal(project.layer(record.article.id, AUTHOR), record.layer) for record in records)
        export_project(project, out, wanted=Wanted(annotators=frozenset({AUTHOR})))
    print(f"  equal to the gold, item by item: {same}")
    if not score.exists():
        return same
    wanted = path.with_suffix(".gold.jsonl")
    ids = {record.article.id for record in records}
    lines = [line for line in gold.read_bytes().splitlines() if line.strip() and json.loads(line)["id"] in ids]
    wanted.write_bytes(b"\n".join(lines) + b"\n")
    run = subprocess.run([sys.executable, str(score), str(wanted), str(out), "--json"], capture_output=True, text=True)
    found = json.loads(run.stdout)
    print(f"  {score.name}: {run.stdout.strip()}")
    whole = all(found[name]["f1"] == 1.0 for name in ("exact", "overlap", "end2end"))
    return same and whole and all(found[name] in (1.0, None) for name in EXACT)


def _equal(layer: Layer | None, gold: Layer) -> bool:
    """Tell whether two layers have the same quotations, speakers by name, parents by what they stand in."""

    def values(one: Layer) -> list[object]:
        out = []
        for item in one.quotations():
            actor = one.actor(item.speaker)
            parent = one.quotation(item.parent).ranges if item.parent is not None else None
            name = actor.name if actor is not None else None
            out.append((item.ranges, str(item.form), item.cue, item.mention, name, parent))
        return sorted(out, key=repr)

    return layer is not None and values(layer) == values(gold)


def report(title: str, worker: Worker, quotations: int, how: bool) -> dict[str, float]:
    """Print the figures of one run and its most expensive quotations; return mean, median and 95th percentile."""
    own = [cost.gestures for cost in worker.costs]
    kinds = {kind: sum(cost.begun == kind for cost in worker.costs) for kind in ("accepted", "fixed", "made")}
    print(f"{title}: {worker.driver.count} gestures for {quotations} gold quotations "
          f"({', '.join(f'{count} {kind}' for kind, count in kinds.items())}; {worker.spurious} rejected)")  # fmt: skip
    for kind in kinds:
        some = [cost.gestures for cost in worker.costs if cost.begun == kind]
        if some:
            print(f"  {kind}: {statistics.mean(some):.2f} each")
    ordered = sorted(worker.costs, key=lambda cost: -cost.gestures)
    for cost in ordered if how else ordered[:5]:
        print(f"  {cost.gestures:3} {cost.article} {cost.gold.id} {described(cost)}")
    return {
        "mean": round(worker.driver.count / max(1, quotations), 3),
        "median": statistics.median(own) if own else 0.0,
        "p95": percentile(own, 0.95) if own else 0.0,
    }


def described(cost: Cost) -> str:
    """Return what was done for a quotation, in one line."""
    return f"{cost.begun}: " + ", ".join(_gesture(gesture) for gesture in cost.done)


def _gesture(gesture: object) -> str:
    name = type(gesture).__name__.lower()
    values = [str(value) for value in gesture] if isinstance(gesture, tuple) else []
    return values[0] if name == "key" else f"{name}({' '.join(values)})"


@click.command()
@click.argument("gold", type=click.Path(exists=True, dir_okay=False, path_type=Path), default=SAMPLE)
@click.option("--article", help="Do this article alone.")
@click.option("--auto", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Take proposals from here.")
@click.option("--score", type=click.Path(path_type=Path), help="The scorer; default: score.py beside GOLD.")
@click.option("--how", is_flag=True, help="Print what was done for every quotation.")
def main(gold: Path, article: str | None, auto: Path | None, score: Path | None, how: bool) -> None:
    """Print how many gestures the gold costs from the proposals and from an empty layer."""
    records = [record for record in read(gold) if article is None or record.article.id == article]
    if not records:
        raise SystemExit(f"{gold} has no article {article}")
    if auto is not None:
        proposals = {record.article.id: record.layer for record in read(auto)}
    else:
        annotator = Annotator()
        proposals = {record.article.id: annotator.annotate(record.article) for record in records}
    make_app()
    quotations = sum(len(record.layer.quotations()) for record in records)
    result: dict[str, object] = {}
    exact = True
    with tempfile.TemporaryDirectory() as folder:
        for name, title, layers in (("from_auto", "From the proposals", proposals), ("from_empty", "From nothing", {})):
            path = Path(folder) / f"{name}.citata"
            build(path, records, layers)
            worker = annotate(path, records)
            result[name] = report(title, worker, quotations, how)
            exact = exact and (article is None or reopened(path, records[0]))
            exact = scored(path, gold, records, score or gold.parent / "score.py") and exact
    finish({**result, "exact": exact})


if __name__ == "__main__":
    main()
