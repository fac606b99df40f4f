"""Measure bulk import and export beside the least that they can cost: bare SQLite and bare msgspec.

    python bench/bulk.py [--articles 10000] [--spans 20]

--articles short articles with --spans items each, in one file of the exchange format.

Import: ``import_files`` of the file into a new project, every record checked, beside Python's ``sqlite3`` that writes
the very rows of that project into the same tables with one ``executemany`` a table, in one transaction. Export:
``export_project`` beside msgspec that encodes the same records, decoded before, and writes the lines; and beside
msgspec and ``sqlite3``, which reads the rows too. Processor seconds, in turn. The last line is JSON.
"""

from __future__ import annotations

import argparse
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

import msgspec
from common.articles import grown
from common.report import finish

from core.exchange.transfer import export_project, import_files
from core.formats.base import Record, make_article
from core.formats.jsonl import write_jsonl
from core.model import State
from core.model.layer import Layer
from core.store import Project
from core.store.connection import connect
from core.store.migrations import migrate

TABLES = ("value", "article", "article_text", "layer", "actor", "entity", "quotation", "log")
LENGTH = 1_000
"""Code points of an article."""


def seconds(work: Callable[[], object]) -> float:
    """Return the processor seconds that some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def write_articles(path: Path, articles: int, spans: int) -> None:
    """Write articles with ids and texts of their own and ``spans`` items each."""
    layer = grown(LENGTH, spans, "vera", State.MANUAL)
    text, items = layer.article.text, layer.everything()

    def records() -> Iterator[Record]:
        for number in range(articles):
            ending = f"\n{number}"
            article = make_article(f"n-{number}", f"Новость {number}", text + ending)
            yield Record(article, Layer(article, "vera", items))

    write_jsonl(path, records())


def rows_of(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return the rows of every table of a project."""
    conn = sqlite3.connect(path)
    found = {table: conn.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}  # noqa: S608 (ours)
    conn.close()
    return found


def write_rows(path: Path, rows: dict[str, list[tuple[object, ...]]]) -> None:
    """Write rows into the tables of a project file, with nothing but ``sqlite3``."""
    db = connect(path, "rwc")
    migrate(db)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("BEGIN IMMEDIATE")
    for table, made in rows.items():
        marks = ", ".join("?" * len(made[0]))
        db.conn.executemany(f"INSERT INTO {table} VALUES ({marks})", made)  # noqa: S608 (question marks)
    db.execute("COMMIT")
    db.close()


def write_lines(path: Path, records: list[object]) -> None:
    """Write records with nothing but msgspec."""
    encoder = msgspec.json.Encoder()
    with path.open("wb") as out:
        for record in records:
            out.write(encoder.encode(record))
            out.write(b"\n")


def measure(folder: Path, articles: int, spans: int, rounds: int) -> dict[str, float]:
    """Import, write the bare rows, export, write the bare lines, each ``rounds`` times in turn."""
    source = folder / "articles.jsonl"
    write_articles(source, articles, spans)
    took: dict[str, list[float]] = {}

    def note(name: str, work: Callable[[], object]) -> None:
        took.setdefault(name, []).append(seconds(work))

    for number in range(rounds):
        path = folder / f"ours{number}.citata"
        with Project.create(path, "bench") as project:
            project.wait_for_backup()
            note("import", lambda project=project: import_files(project, [source]))
            assert project.article_count("bench") == articles
        rows = rows_of(path)
        note("rows", lambda rows=rows, number=number: write_rows(folder / f"bare{number}.citata", rows))
        del rows
        lines = [msgspec.json.decode(line) for line in source.read_bytes().splitlines()]
        with Project.open(path, "bench") as project:
            project.wait_for_backup()
            out = folder / "out.jsonl"
            note("export", lambda project=project, out=out: export_project(project, out))
        note("lines", lambda lines=lines: write_lines(folder / "bare.jsonl", lines))
        note("read rows", lambda path=path: rows_of(path))
        assert out.stat().st_size == (folder / "bare.jsonl").stat().st_size
    return {name: min(values) for name, values in took.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--spans", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        took = measure(Path(name), args.articles, args.spans, args.rounds)
    for name, value in took.items():
        print(f"{name:10} {value:7.2f} s   {args.articles / value:8.0f} articles/s")
    ratios = {
        "import_to_rows": took["import"] / took["rows"],
        "export_to_rows_and_lines": took["export"] / (took["read rows"] + took["lines"]),
        "export_to_lines": took["export"] / took["lines"],
    }
    print(f"import: {ratios['import_to_rows']:.2f} x the same rows by executemany")
    print(f"export: {ratios['export_to_rows_and_lines']:.2f} x the same rows read and the same lines by msgspec")
    shown = {name: round(value, 2) for name, value in ratios.items()}
    finish({"bench": "bulk", "articles": args.articles, "spans": args.spans, **shown})


if __name__ == "__main__":
    main()
