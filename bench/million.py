"""Measure how far one project file goes: a million articles, what each part takes of time, memory and disk.

    python bench/million.py --folder DIR [--base 20000] [--copies 50] [--queries 20] [--seed 1] [--only-make]

--base articles are written by the store (``bench/common/corpus.py``: 3,000 code points each, 9 to 10 quotations, 20
entities), then copied inside the file by SQL to --copies times as many, each with ids of its own. So sizes, rows and
lists are those of a real project of that size, but no word is new in a copy: the list of words stays that of the base.
It needs about 40 GB on the disk of --folder and runs for an hour or two; what is in the folder is used again.

Every step is a process of its own, so that its memory is its own: opening the project, the first page of the article
list, the order of all of it, a filter over titles; making the index; the first search after opening it; searches of a
word by its lemma, each another one; counts by speaker, at first and again; reading layers for an export (of the base
only; the rate is given). A step that fails is a line that says how, and the others run. The last line is JSON: seconds,
MB, bytes; ``…_cpu_s`` is processor time, which other work beside it changes little.
"""

from __future__ import annotations

import argparse
import json
import resource
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

from common.corpus import make_project
from common.report import finish, spread, timed

from core.corpus import tokens
from core.corpus.corpus import Corpus
from core.corpus.counting.quotations import count
from core.corpus.counting.types import Axis
from core.corpus.query import Order, Query, word
from core.model import AUTO
from core.store import ArticleQuery, Project

Figures = dict[str, object]
LINES, ROWS, PAGE = 100, 200, 100
COPIED = {
    "article": ("key", {"id": "id || '-' || :copy", "sought": "sought || '-' || :copy"}),
    "article_text": ("article", {}),
    "layer": ("key", {"article": "article + :shift"}),
    "actor": ("layer", {}),
    "entity": ("layer", {}),
    "quotation": ("layer", {}),
    "log": ("id", {"layer": "layer + :shift", "uid": "lower(hex(randomblob(8)))"}),
}
"""Tables that hold rows of articles: the column that is shifted, and what else differs in a copy."""


def multiply(path: Path, base: int, copies: int) -> None:
    """Copy the articles of a project inside the file until there are ``copies`` times as many."""
    conn = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "foreign_keys = OFF", "cache_size = -1000000"):
        conn.execute(f"PRAGMA {pragma}")
    conn.execute("BEGIN EXCLUSIVE")
    for table, (key, changes) in COPIED.items():
        columns = [row[1] for row in conn.execute("SELECT * FROM pragma_table_info(?)", (table,))]
        every = {name: f'"{name}"' for name in columns} | {key: f"{key} + :shift"} | changes
        names = ", ".join(f'"{name}"' for name in every)
        sql = (
            f"INSERT INTO {table} ({names})"  # noqa: S608 (names of ours)
            f" SELECT {', '.join(every.values())} FROM {table} WHERE {key} <= :base ORDER BY {key}"
        )
        for copy in range(1, copies):
            conn.execute(sql, {"shift": copy * base, "copy": copy, "base": base})
        print(f"{table}: {conn.execute(f'SELECT count(*) FROM {table}').fetchone()[0]} rows", flush=True)  # noqa: S608
    conn.execute("COMMIT")
    conn.execute("PRAGMA journal_mode = WAL")
    conn.close()


# -- steps, each in a process of its own ---------------------------------------------------------------------------


def open_project(path: Path, _: argparse.Namespace) -> Figures:
    """Open the project and read the first page of the article list."""
    start = time.perf_counter()
    with Project.open(path, "bench") as project:
        opened = time.perf_counter() - start
        (page,) = timed(lambda: project.article_rows(AUTO, limit=PAGE))
        (keys,) = timed(lambda: project.article_keys(AUTO))
        (found,) = timed(lambda: project.article_keys(AUTO, ArticleQuery(text="льготы")))
    return {"open_s": round(opened, 2), "page_s": round(page, 3), "list_s": round(keys, 2), "filter_s": round(found, 2)}


def build(path: Path, _: argparse.Namespace) -> Figures:
    """Make the index anew."""
    with Project.open(path, "bench") as project, Corpus(project) as corpus:
        start = time.perf_counter()
        corpus.rebuild()
        took = time.perf_counter() - start
        size = sum(one.stat().st_size for one in Path(corpus.index.path).parent.rglob("*"))
    return {"index_s": round(took, 1), "index_bytes": size}


def search(path: Path, args: argparse.Namespace) -> Figures:
    """Search for words of one article, each another one; the first search reads what is kept."""
    with Project.open(path, "bench") as project, Corpus(project) as corpus:
        drawn = Random(args.seed)
        every = sorted({tokens.fold(one) for one in tokens.words_of(project.article("n-000000").text) if one.isalpha()})
        words = drawn.sample(every, min(args.queries, len(every)))

        def ask(one: str) -> None:
            corpus.search(Query(words=word(one)), Order.ARTICLE, limit=LINES)

        first = timed(lambda: ask("и"))
        seconds = [second for one in words for second in timed(lambda one=one: ask(one))]
    return {"first_search_s": round(first[0], 2), **{f"lemma_{key}": value for key, value in spread(seconds).items()}}


def counts(path: Path, _: argparse.Namespace) -> Figures:
    """Count quotations by speaker, right after the index is opened and again."""
    with Project.open(path, "bench") as project, Corpus(project) as corpus:
        times = [timed(lambda: count(corpus, Axis.SPEAKER, most=ROWS))[0] for _ in range(3)]
    return {"counts_first_s": round(times[0], 2), "counts_again_s": round(min(times[1:]), 2)}


def export(path: Path, args: argparse.Namespace) -> Figures:
    """Read the layers of as many articles as the base has, as an export does."""
    with Project.open(path, "bench") as project:
        start = time.perf_counter()
        for number in range(args.base):
            project.layer(f"n-{number:06}", AUTO)
        took = time.perf_counter() - start
    return {"layers_per_s": round(args.base / took)}


STEPS: dict[str, Callable[[Path, argparse.Namespace], Figures]] = {
    "open": open_project, "index": build, "search": search, "counts": counts, "export": export,
}  # fmt: skip


def in_a_process(name: str, words: list[str]) -> Figures:
    """Run a step in a process of its own; return its figures and its memory, or how it failed."""
    done = subprocess.run(
        [sys.executable, __file__, *words, "--step", name], capture_output=True, text=True, check=False
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or [""])[-1]
        return {f"{name}_failed": f"exit {done.returncode}: {last}"}
    found: Figures = json.loads(done.stdout.splitlines()[-1])
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--base", type=int, default=20_000)
    parser.add_argument("--copies", type=int, default=50)
    parser.add_argument("--queries", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only-make", action="store_true", help="make the project, measure nothing")
    parser.add_argument("--step", choices=STEPS, help=argparse.SUPPRESS)
    args = parser.parse_args()
    path = args.folder / f"million-{args.base}-{args.copies}.citata"
    if args.step:
        found = STEPS[args.step](path, args)
        used = resource.getrusage(resource.RUSAGE_SELF)
        processor = round(used.ru_utime + used.ru_stime, 1)
        print(json.dumps({**found, f"{args.step}_cpu_s": processor, f"{args.step}_mb": used.ru_maxrss // 1024}))
        return
    args.folder.mkdir(parents=True, exist_ok=True)
    result: Figures = {"articles": args.base * args.copies}
    if not path.exists():
        part, start = path.with_suffix(".part"), time.perf_counter()
        part.unlink(missing_ok=True)
        make_project(part, args.base).close()
        result["base_s"] = round(time.perf_counter() - start, 1)
        start = time.perf_counter()
        multiply(part, args.base, args.copies)
        result["copies_s"] = round(time.perf_counter() - start, 1)
        part.rename(path)
    result["project_bytes"] = path.stat().st_size
    for name in () if args.only_make else STEPS:
        found = in_a_process(name, sys.argv[1:])
        print(json.dumps(found), flush=True)
        result |= found
    finish(result)


if __name__ == "__main__":
    main()
