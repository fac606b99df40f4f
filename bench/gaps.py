"""Measure how long the window stands still: the longest gap of the event loop, act by act.

    QT_QPA_PLATFORM=offscreen python bench/gaps.py [--only PART ...] [--articles 100000] [--folder DIR]

The real window on real projects. A gap is the time between two turns of the event loop, in milliseconds of the GUI
thread's CPU time: other programs and the disk do not count. By the clock it stands beside it, and after it when the
next key is heard: what works in a thread lets the window paint, while keys wait. A gap may be the act itself or
anything that it sets going behind it. Acts whose name begins with ``key`` are the time from a key to the painted text
instead, of many keys the 95th percentile. Each group of acts is a process of its own, so that each begins with nothing
loaded.
``--folder`` keeps the projects for the next run. The last line is JSON: ``{"acts": {NAME: ms}, "worst_ms": ms}``.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from bench.common import gap_projects
from bench.common.gap_projects import AUTHOR, CHECKED, LARGE, SMALL, article_id
from bench.common.loop import Driver, Gap
from bench.common.report import finish, percentile
from core.model import Status
from core.model.edits import set_status
from core.reading.find import Way
from core.store import TEACHING
from gui.exchange.importing import start_import
from gui.exchange.source import Choice
from gui.marking.done import AcceptAllDialog
from gui.window.articles import ORDERS

KEYS = 30
TEXTS = 1000
Acts = Iterator[tuple[str, Gap]]
ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab


class Place:
    """Where projects are made, once for a run, and copied for each group."""

    def __init__(self, folder: Path, articles: int) -> None:
        self.folder, self.articles = folder, articles

    @contextmanager
    def copy(self, name: str, make: Callable[[Path], None]) -> Iterator[Path]:
        """Yield a copy of a project, made now if it is not there."""
        kept = self.folder / f"{name}.citata"
        if not kept.exists():
            make(kept.with_suffix(".making"))
            kept.with_suffix(".making").rename(kept)
        with tempfile.TemporaryDirectory() as folder:
            yield Path(shutil.copy(kept, Path(folder) / kept.name))


@contextmanager
def window_on(place: Place, name: str, make: Callable[[Path], None], article: str | None = None) -> Iterator[Driver]:
    """Yield the window on a copy of a project."""
    with place.copy(name, make) as path:
        driver = Driver(path.parent, AUTHOR)
        driver.open(path, article)
        yield driver
        driver.close()


def p95(gaps: list[Gap]) -> Gap:
    """Return the 95th percentiles."""
    return Gap(*(percentile(values, 0.95) for values in zip(*gaps, strict=True)))


def keys(driver: Driver, *pressed: Qt.Key, times: int = KEYS) -> Gap:
    """Return the 95th percentile of keys pressed in turn, the window resting after each."""
    gaps = []
    for _ in range(times):
        for key in pressed:
            gaps.append(driver.key(key))
            for _ in range(20):
                QApplication.processEvents()
    driver.settle()
    return p95(gaps)


# -- acts ------------------------------------------------------------------------------------------------------------


def first_acts(place: Place) -> Acts:
    """The first Tab and edit after the start: what they need is not loaded yet."""
    with window_on(place, "sizes", gap_projects.sizes, article_id(SMALL)) as driver:
        yield "first Tab after start", driver.act(lambda: driver.key(TAB))
        yield "first edit after start", driver.act(lambda: driver.key(ENTER))


def large(place: Place) -> Acts:
    """An article of 1 MB with 20,000 items."""
    with window_on(place, "sizes", gap_projects.sizes, article_id(SMALL)) as driver:
        window = driver.window
        yield "open 1 MB", driver.act(lambda: window.desk.open_article(article_id(LARGE)))
        driver.window.focus_text()
        yield "Tab at 1 MB", driver.act(lambda: driver.key(TAB))
        first: list[Gap] = []
        behind = driver.act(lambda: first.append(driver.key(ENTER)))
        yield "key: first at 1 MB", first[0]
        yield "behind the first key at 1 MB", behind
        yield "key: later at 1 MB", keys(driver, ENTER)
        yield "a key and behind it at 1 MB", driver.act(lambda: driver.key(ENTER))
        yield "accept all asks", driver.act(window.commands.actions["accept-all"].trigger)
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, AcceptAllDialog)
        yield "accept all", driver.act(dialog.go.click)
        assert window.session.layer is not None
        yield "undo of accept all", driver.act(window.commands.actions["undo"].trigger)
        yield "leave 1 MB", driver.act(lambda: window.desk.open_article(article_id(SMALL)))


def review(place: Place) -> Acts:
    """Two layers of 20,000 items compared."""
    with window_on(place, "two-layers", gap_projects.two_layers, article_id(LARGE)) as driver:
        commands, reviewed = driver.window.commands, driver.window.commands.review.review
        yield "review opens", driver.act(commands.actions["compare"].trigger, lambda: reviewed.adjudication is not None)
        yield "key: take a version", keys(driver, Qt.Key.Key_1, times=10)
        now = reviewed.adjudication
        assert now is not None
        yield (
            "take the rest",
            driver.act(commands.review.take_rest, lambda: not reviewed.counts[1] - reviewed.counts[0]),
        )
        yield "undo of take the rest", driver.act(commands.actions["undo"].trigger)


def one_spot(place: Place) -> Acts:
    """Two layers of 3,000 items in one place compared."""
    with window_on(place, "one-spot", lambda path: gap_projects.one_spot(path, 3000), "spot") as driver:
        commands, reviewed = driver.window.commands, driver.window.commands.review.review
        opened = driver.act(commands.actions["compare"].trigger, lambda: reviewed.adjudication is not None)
        yield "review opens, all in one place", opened


def checks(place: Place) -> Acts:
    """The checks of 2,000 items."""
    with window_on(place, "sizes", gap_projects.sizes, article_id(CHECKED)) as driver:
        yield "checks (F4)", driver.act(driver.window.commands.actions["checks"].trigger)
        driver.window.focus_text()
        driver.key(TAB)
        yield "edit with checks", driver.act(lambda: driver.key(ENTER))


def listing(place: Place) -> Acts:
    """A list of 100,000 articles."""
    with place.copy("many", lambda path: gap_projects.many(path, place.articles)) as path:
        driver = Driver(path.parent, AUTHOR)
        window, panel = driver.window, driver.window.articles
        first = window.settings
        first.remember_article(path, f"n-{place.articles // 2}")
        yield "open 100,000 articles", driver.act(lambda: window.desk.open_project(path))
        far = f"n-{place.articles - 10}"
        yield "jump in the list", driver.act(lambda: window.desk.open_article(far))
        yield "filter the list", driver.act(lambda: panel.filter.setText("новость 77"))
        panel.filter.clear()
        driver.settle()
        yield "narrow the list", driver.act(lambda: panel.narrow.setCurrentIndex(2))
        begun = f"n-{place.articles // 2}"
        window.desk.open_article(begun)
        driver.settle()
        yield "edit while narrowed", driver.act(lambda: _toggle(driver))
        panel.narrow.setCurrentIndex(0)
        driver.settle()
        for at, name in ((1, "title"), (2, "status"), (3, "progress")):
            yield f"sort the list by {name}", driver.act(lambda at=at: panel.order.setCurrentIndex(at))
        yield "edit while sorted", driver.act(lambda: _toggle(driver))
        yield "jump in the sorted list", driver.act(lambda: window.desk.open_article("n-15"))
        driver.close()


def useful(place: Place) -> Acts:
    """A list of 100,000 articles with proposals, by what they would teach."""
    with place.copy("proposed", lambda path: gap_projects.proposed(path, place.articles)) as path:
        driver = Driver(path.parent, AUTHOR)
        window, panel = driver.window, driver.window.articles
        window.settings.remember_article(path, f"n-{place.articles // 2}")
        window.desk.open_project(path)
        driver.settle()
        by_usefulness = [order for order, _ in ORDERS].index(TEACHING)
        yield "sort the list by usefulness", driver.act(lambda: panel.order.setCurrentIndex(by_usefulness))
        yield "edit while sorted by usefulness", driver.act(lambda: _toggle(driver))
        yield "mark done while sorted by usefulness", driver.act(lambda: _done(driver))
        panel.order.setCurrentIndex(0)
        driver.settle()
        yield "sort by usefulness again", driver.act(lambda: panel.order.setCurrentIndex(by_usefulness))
        driver.close()


def _done(driver: Driver) -> None:
    """Mark the article as done, whatever is open in it."""
    session = driver.window.session
    assert session.layer is not None
    session.do(set_status(session.layer, Status.DONE))


def _toggle(driver: Driver) -> None:
    """Mark the article as unsure: an edit."""
    driver.window.commands.actions["article-unsure"].trigger()


def pile(place: Place) -> Acts:
    """16,000 items over one another."""
    with window_on(place, "pile", lambda path: gap_projects.pile(path, 16_000), article_id(SMALL)) as driver:
        window = driver.window
        yield "open 16,000 over one another", driver.act(lambda: window.desk.open_article("pile"))
        window.focus_text()
        yield "Tab among 16,000", driver.act(lambda: driver.key(TAB))
        yield "edit among 16,000", driver.act(lambda: driver.key(ENTER))


def chain(place: Place) -> Acts:
    """3,000 quotations, each in the one before."""
    with window_on(place, "chain", lambda path: gap_projects.chain(path, 3000), article_id(SMALL)) as driver:
        window = driver.window
        yield "open a chain of 3,000 parents", driver.act(lambda: window.desk.open_article("chain"))
        window.focus_text()
        yield "Tab in the chain", driver.act(lambda: driver.key(TAB))
        yield "edit in the chain", driver.act(lambda: driver.key(ENTER))


def importing(place: Place) -> Acts:
    """1,000 texts imported while one edits."""
    with tempfile.TemporaryDirectory() as folder:
        gap_projects.texts(Path(folder) / "texts", TEXTS)
        with window_on(place, "sizes", gap_projects.sizes, article_id(CHECKED)) as driver:
            keys(driver, TAB, ENTER, times=3)
            window = driver.window
            gaps: list[Gap] = []
            turns: list[Gap] = []
            start_import(window.desk, sorted((Path(folder) / "texts").iterdir()), Choice(annotate=False))
            while not driver.idle() and len(gaps) < 2000:
                gaps.append(driver.key(ENTER))
                turns.append(driver.settle(most=0.05))
            yield "key: while 1,000 texts come in", p95(gaps)
            yield "turns while 1,000 texts come in", Gap(max(one.cpu for one in turns), max(one.wall for one in turns))
            yield "end of the import", driver.settle(driver.idle)


def find(place: Place) -> Acts:
    """Find in 1 MB, with patterns that never end among them."""
    with window_on(place, "sizes", gap_projects.sizes, article_id(LARGE)) as driver:
        bar = driver.window.commands.panels.find_bar
        bar.open()
        driver.settle()
        for way, words in (
            (Way.EXACT, "сообщил"), (Way.LEMMA, "глава города"), (Way.PATTERN, r"\w+о"),
            (Way.PATTERN, r"(\w+\s?)+Ж{7}$"), (Way.PATTERN, r"(?:а|о){1000000}("),
        ):  # fmt: skip
            bar.way.setCurrentIndex(bar.way.findData(way.value))
            yield f"find ({way}): {words}", driver.act(lambda words=words: bar.field.setText(words))


GROUPS: dict[str, Callable[[Place], Acts]] = {
    "first": first_acts, "large": large, "review": review, "one-spot": one_spot, "checks": checks, "list": listing,
    "pile": pile, "chain": chain, "import": importing, "find": find, "useful": useful,
}  # fmt: skip


def run_group(name: str, place: Place) -> None:
    """Print a group's acts, one line of JSON each, as they are measured."""
    for act, gap in GROUPS[name](place):
        print(
            json.dumps(
                {"act": act, "cpu": round(gap.cpu, 1), "wall": round(gap.wall, 1), "answered": round(gap.answered)}
            ),
            flush=True,
        )


def run_apart(name: str, folder: Path, articles: int) -> dict[str, float]:
    """Measure a group in a process of its own and print it for people; return the CPU times."""
    command = [sys.executable, __file__, "--group", name, "--folder", str(folder), "--articles", str(articles)]
    found: dict[str, float] = {}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            row = json.loads(line)
            found[row["act"]] = row["cpu"]
            beside = f"by the clock {row['wall']:9.1f}   next key {row['answered']:6}"
            print(f"{row['act']:40} {row['cpu']:9.1f} ms   {beside}", flush=True)
    if process.returncode:
        raise SystemExit(f"the acts of {name} ended with {process.returncode}")
    return found


def main() -> None:
    """Measure every group, or those that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="*", choices=GROUPS, default=list(GROUPS), help="groups of acts")
    parser.add_argument("--group", choices=GROUPS, help=argparse.SUPPRESS)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, help="where the projects are kept")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = wanted.folder or Path(name)
        folder.mkdir(exist_ok=True)
        if wanted.group:
            run_group(wanted.group, Place(folder, wanted.articles))
            return
        acts: dict[str, float] = {}
        for group in wanted.only:
            acts |= run_apart(group, folder, wanted.articles)
    finish({"acts": acts, "worst_ms": max(acts.values(), default=0.0)})


if __name__ == "__main__":
    main()
