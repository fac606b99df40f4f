"""Measure the window: opening an article to painted, a key to painted and to durable, at three sizes.

    QT_QPA_PLATFORM=offscreen python bench/latency.py

The real window on a real project with three grown articles: 3 KB with 60 items, 100 KB with 2,000, 1 MB with 20,000.
Opening is from choosing the article to the end of the paint. A key is a real key event: Enter, which accepts an item
and moves on; ``durable`` is when the store's commit returns, ``painted`` the end of the paint after it. Beside them: a
bare QTextEdit with the same text, and bare sqlite3 transactions of one row and one log row with the same pragmas.
The last line is JSON.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

from common.articles import SIZES, grown
from common.report import finish, spread, timed
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit

from core.model.edits import fill
from core.model.layer import Layer
from core.store import Project
from gui.app import make_app, make_window
from gui.desk.settings import Settings
from gui.window.main_window import MainWindow

KEYS = 60


class Commits:
    """Note when a commit of the project returned last."""

    def __init__(self, project: Project) -> None:
        self.at = 0.0
        commit: Callable[..., tuple[Layer, int]] = project.commit

        def noted(*args: object, **how: object) -> tuple[Layer, int]:
            result = commit(*args, **how)
            self.at = time.perf_counter()
            return result

        project.commit = noted  # type: ignore[method-assign]


def make_project(path: Path) -> dict[str, str]:
    """Make a project with an article of each size; return their ids by the sizes' names."""
    ids = {}
    with Project.create(path, "bench") as project:
        for name, (length, number) in SIZES.items():
            layer = grown(length, number)
            project.add_article(layer.article)
            empty = project.working_layer(layer.article.id, layer.annotator)
            project.commit(empty, fill(empty, layer.everything(), "pre-annotate"))
            ids[name] = layer.article.id
    return ids


def paint(window: MainWindow) -> None:
    """Paint what waits to be painted, now."""
    window.view.viewport().repaint()


def opening(window: MainWindow, article: str, other: str, times: int) -> list[float]:
    """Return the seconds from choosing an article to its paint."""
    out = []
    for _ in range(times):
        window.desk.open_article(other)
        paint(window)
        QTest.qWait(30)
        start = time.perf_counter()
        window.desk.open_article(article)
        paint(window)
        out.append(time.perf_counter() - start)
        QTest.qWait(30)
    return out


def keys(window: MainWindow, commits: Commits) -> tuple[list[float], list[float]]:
    """Return the seconds from a key press to the commit's return and to the end of the paint."""
    durable, painted = [], []
    for n in range(KEYS):
        item = window.session.item
        if item is None:
            QTest.keyClick(window.view, Qt.Key.Key_Tab)
        start = time.perf_counter()
        QTest.keyClick(window.view, Qt.Key.Key_Return)
        paint(window)
        end = time.perf_counter()
        if commits.at > start and n:  # the first key on an article stores the layer as well: reported apart
            durable.append(commits.at - start)
            painted.append(end - start)
        QTest.qWait(2)
    return durable, painted


def first_key(window: MainWindow) -> float:
    """Return the seconds that the first edit of an article takes: it stores the whole layer with it."""
    QTest.keyClick(window.view, Qt.Key.Key_Tab)
    start = time.perf_counter()
    QTest.keyClick(window.view, Qt.Key.Key_Return)
    paint(window)
    return time.perf_counter() - start


def bare_text(text: str) -> float:
    """Return the seconds a QTextEdit takes to show the same text."""
    view = QTextEdit()
    view.resize(860, 700)
    view.show()
    start = time.perf_counter()
    view.setPlainText(text)
    view.viewport().repaint()
    taken = time.perf_counter() - start
    view.close()
    return taken


def bare_insert(folder: Path) -> list[float]:
    """Return the seconds of bare sqlite3 transactions of two rows, durable as ours are."""
    database = sqlite3.connect(folder / "bare.db", isolation_level=None)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    database.execute("CREATE TABLE item (id TEXT PRIMARY KEY, value TEXT)")
    database.execute("CREATE TABLE log (id INTEGER PRIMARY KEY, value TEXT)")

    def insert(number: int) -> None:
        database.execute("BEGIN IMMEDIATE")
        database.execute("INSERT INTO item VALUES (?, ?)", (str(number), "x" * 300))
        database.execute("INSERT INTO log (value) VALUES (?)", ("x" * 600,))
        database.execute("COMMIT")

    out = [timed(lambda n=n: insert(n))[0] for n in range(KEYS)]
    database.close()
    return out


def measure(window: MainWindow, commits: Commits, article: str, other: str, insert_ms: float) -> dict[str, object]:
    """Return all figures of one article."""
    opened = spread(opening(window, article, other, 7))
    assert window.session.layer is not None
    bare = bare_text(window.session.layer.article.text) * 1000
    window.activateWindow()
    window.focus_text()
    QTest.qWait(30)
    first = first_key(window) * 1000
    durable, painted = (spread(seconds) for seconds in keys(window, commits))
    return {
        "open": opened,
        "bare_text_ms": round(bare, 1),
        "open_ratio": round(opened["median_ms"] / bare, 2),
        "first_key_ms": round(first, 1),
        "durable": durable,
        "durable_ratio": round(durable["median_ms"] / insert_ms, 2),
        "painted": painted,
    }


def show(size: str, row: dict[str, object]) -> None:
    """Print the figures of one article for people."""
    print(f"{size}:")
    print(f"  open to painted    {row['open']}, {row['open_ratio']} x a bare QTextEdit ({row['bare_text_ms']} ms)")
    print(f"  first key          {row['first_key_ms']} ms (stores the whole layer)")
    print(f"  key to durable     {row['durable']}, {row['durable_ratio']} x the bare insert")
    print(f"  key to painted     {row['painted']}")


def main() -> None:
    """Print the figures and the line of JSON."""
    app = make_app()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ids = make_project(folder / "latency.citata")
        settings = Settings(folder / "settings")
        settings.values.author = "bench"
        window = make_window(settings)
        window.resize(1366, 768)
        window.show()
        window.desk.open_project(folder / "latency.citata")
        assert window.session.project is not None
        commits = Commits(window.session.project)
        insert = spread(bare_insert(folder))
        print(f"bare sqlite3 insert  {insert}")
        result: dict[str, object] = {"bare_insert": insert}
        for size, article in ids.items():
            other = ids["3 KB"] if size != "3 KB" else ids["100 KB"]
            result[size] = row = measure(window, commits, article, other, insert["median_ms"])
            show(size, row)
        window.close()
        app.processEvents()
    finish(result)


if __name__ == "__main__":
    main()
