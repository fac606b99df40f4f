"""Measure the search over all articles: the index beside pre-annotation and bare FTS5, searches beside ripgrep.

    python bench/corpus.py [--articles 100000] [--folder DIR] [--queries 40] [--seed 1] [--bulk ARTICLES]

1. A project of --articles of 3,000 code points, the paragraphs of our sample in other orders, with a layer each.
2. Making the index: seconds, beside pre-annotating a few of the articles, and beside a bare FTS5 table of the same
   texts (unicode61, without contents); its bytes beside the project's. Then a sync after one edit and after none.
3. Searches, each another one: a word by its lemma, a phrase of two, a speaker and a word, a word inside quotations, a
   word sorted by its left context: the first 100 lines and how many there are. Words are drawn as they occur in the
   texts, so that frequent ones come often.
4. The same words by bare FTS5 (documents counted, the first 100 texts read), and all its hits of one form beside our
   lists; where it is installed, by ripgrep over the texts as files (every form counted).
5. Counts of quotations by speaker, right after the index is opened (``counts_ms``); by every axis, by two, of those
   with a word, in pairs, around a word, when the columns are read (``counts``).
6. With --bulk: pre-annotating so many articles in one process, in two, by two Dask workers (bench/bulk_annotate.py).

The last line is JSON; milliseconds, bytes, ratios; null where a part could not be measured.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

import bulk_annotate
from common.corpus import make_project
from common.report import finish, spread, timed

from core.corpus import tokens
from core.corpus.corpus import Corpus
from core.corpus.counting.collocates import collocates
from core.corpus.counting.pairs import pairs
from core.corpus.counting.quotations import count
from core.corpus.counting.types import Axis, Scope
from core.corpus.query import Field, Filter, Order, Phrase, Query, Where, Word, word
from core.model import AUTO, edits
from core.preannotate.annotator import Annotator
from core.store import Project
from core.store.search_index import words as index_words

ANNOTATED = 8
"""Articles that are pre-annotated for comparison."""
LINES = 100
ROWS = 200
"""Rows of a table of counts, as many as the window shows."""
FILES = 1000
"""Texts in one folder for ripgrep."""


def size_of(path: Path) -> int:
    """Return the bytes of a file or of all files in a folder."""
    return sum(one.stat().st_size for one in path.rglob("*")) if path.is_dir() else path.stat().st_size


def memory() -> int:
    """Return the most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def bare_fts(project: Project, path: Path) -> tuple[float, sqlite3.Connection]:
    """Return the seconds that a bare FTS5 table of all texts takes, and its connection."""
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    conn = sqlite3.connect(path, isolation_level=None)
    conn.execute("PRAGMA journal_mode = WAL")
    conn.execute("PRAGMA synchronous = NORMAL")
    conn.execute("CREATE VIRTUAL TABLE t USING fts5 (text, content = '', tokenize = 'unicode61')")
    conn.execute("ATTACH ? AS p", (f"file:{project.path}?mode=ro",))
    start = time.perf_counter()
    conn.execute("BEGIN")
    conn.execute("INSERT INTO t (rowid, text) SELECT article, text FROM p.article_text")
    conn.execute("COMMIT")
    return time.perf_counter() - start, conn


def pre_annotation(project: Project, ids: list[str]) -> float:
    """Return the seconds that pre-annotating one article takes, on average, with the models loaded."""
    annotator = Annotator()
    annotator.load()
    articles = [project.article(one) for one in ids[:ANNOTATED]]
    annotator.annotate(articles[0])
    return sum(timed(lambda one=one: annotator.annotate(one))[0] for one in articles) / len(articles)


def drawn_words(project: Project, ids: list[str], count: int, drawn: Random) -> list[tuple[str, str]]:
    """Return pairs of words that stand beside each other, drawn as they occur."""
    out: list[tuple[str, str]] = []
    while len(out) < count:
        found = tokens.words_of(project.article(ids[int(drawn.random() * len(ids))]).text)
        at = int(drawn.random() * (len(found) - 1))
        if found[at][0].isalpha() and found[at + 1][0].isalpha():
            out.append((found[at], found[at + 1]))
    return out


def searches(corpus: Corpus, queries: list[tuple[Query, Order]]) -> dict[str, float]:
    """Return how long the first lines and the number of all take, each query once."""
    seconds = []
    for query, order in queries:
        seconds += timed(lambda query=query, order=order: corpus.search(query, order, limit=LINES))
    return spread(seconds)


def by_fts(conn: sqlite3.Connection, pairs: list[tuple[str, str]]) -> dict[str, float]:
    """Return how long bare FTS5 takes to count the documents of a word and to read the first of them."""

    def ask(one: str) -> None:
        match = f'"{one}"'
        conn.execute("SELECT count(*) FROM t WHERE t MATCH ?", (match,)).fetchone()
        ids = [row[0] for row in conn.execute("SELECT rowid FROM t WHERE t MATCH ? LIMIT 100", (match,))]
        sql = "SELECT text FROM p.article_text WHERE article IN (SELECT value FROM json_each(?))"
        conn.execute(sql, (json.dumps(ids),)).fetchall()

    return spread([second for one, _ in pairs for second in timed(lambda one=one: ask(one))])


def all_hits(corpus: Corpus, conn: sqlite3.Connection, pairs: list[tuple[str, str]]) -> dict[str, dict[str, float]]:
    """Return how long it takes to learn where every hit of one form is: from our lists, and from FTS5's vocabulary."""
    conn.execute("CREATE VIRTUAL TABLE IF NOT EXISTS v USING fts5vocab (t, 'instance')")
    ours, theirs = [], []
    for one, _ in pairs:
        form = tokens.fold(one)
        with corpus.index.reading() as db:
            (number,) = index_words.ids_of(db, [form]).values()
            ours += timed(lambda db=db, number=number: index_words.positions(db, number))
        sql = "SELECT doc, offset FROM v WHERE term = ?"
        theirs += timed(lambda sql=sql, one=one: conn.execute(sql, (one.lower(),)).fetchall())
    return {"hits_ours": spread(ours), "hits_fts5": spread(theirs)}


def by_ripgrep(project: Project, ids: list[str], forms: list[list[str]], folder: Path) -> dict[str, float] | None:
    """Return how long ripgrep takes to count all forms of words in the texts as files; None where it is absent."""
    if shutil.which("rg") is None:
        print("ripgrep is not installed: not measured (apt-get install ripgrep)")
        return None
    for at, one in enumerate(ids):
        place = folder / f"{at // FILES:04}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{at}.txt").write_text(project.article(one).text, encoding="utf-8")

    def ask(words: list[str]) -> None:
        pattern = rf"\b(?:{'|'.join(words)})\b"
        subprocess.run(["rg", "-i", "--count-matches", pattern, str(folder)], capture_output=True, check=False)

    ask(forms[0])
    return spread([second for words in forms for second in timed(lambda words=words: ask(words))])


def forms_of(corpus: Corpus, one: str) -> list[str]:
    """Return the forms that a search by lemma looks for."""
    form = tokens.fold(one)
    with corpus.index.reading() as db:
        ids = index_words.ids_of_lemmas(db, tokens.asked_lemmas(form))
        return sorted({form, *index_words.forms_of(db, ids).values()})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, help="where the project is made; what is there is used again")
    parser.add_argument("--queries", type=int, default=40, help="how many searches of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--bulk", type=int, metavar="ARTICLES", help="pre-annotate so many; needs an idle machine")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        measure(args, args.folder or Path(made))


def measure(args: argparse.Namespace, folder: Path) -> None:
    """Measure everything and print it."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"corpus-{args.articles}.citata"
    start = time.perf_counter()
    project = Project.open(path, "bench") if path.exists() else make_project(path, args.articles)
    print(f"project of {args.articles} articles: {time.perf_counter() - start:.1f} s, {size_of(path) >> 20} MB")
    result: dict[str, object] = {"articles": args.articles, "project_bytes": size_of(path)}
    with project, Corpus(project) as corpus:
        start = time.perf_counter()
        corpus.rebuild()
        build = time.perf_counter() - start
        ids = [row.id for row in project.article_rows(AUTO)]
        one = pre_annotation(project, ids)
        fts, conn = bare_fts(project, folder / f"bare-{args.articles}.db")
        size = size_of(Path(corpus.index.path).parent)
        result |= {
            "index_s": round(build, 1),
            "index_ratio": round(build / (one * len(ids)), 4),
            "index_by_fts5": round(build / fts, 2),
            "index_bytes": size,
            "index_share": round(size / size_of(path), 3),
            "sync_nothing_ms": spread(timed(corpus.sync, 9))["median_ms"],
            "sync_edit_ms": spread(_edits(project, corpus, ids))["median_ms"],
            "memory_built_mb": memory(),
        }
        print(json.dumps(result))
        result |= compared(args, project, corpus, ids, conn, folder)
        conn.close()
        result |= counts(project)
    result["memory_mb"] = memory()
    result |= bulk(args.bulk)
    finish(result)


def counts(project: Project) -> dict[str, object]:
    """Return how long counts take: by speaker right after the index is opened, then everything from its columns."""

    def first() -> None:
        with Corpus(project) as corpus:
            count(corpus, Axis.SPEAKER, most=ROWS)

    found: dict[str, object] = {"counts_ms": spread(timed(first, 5))["median_ms"]}
    with Corpus(project) as corpus:
        count(corpus, Axis.SPEAKER, most=ROWS)
        every = {
            axis.value: spread(timed(lambda axis=axis: count(corpus, axis, most=ROWS), 3))["median_ms"] for axis in Axis
        }
        crossed = timed(lambda: count(corpus, Axis.MONTH, Axis.GENDER), 3)
        inside = timed(lambda: count(corpus, Axis.SPEAKER, scope=Scope("мост"), most=ROWS), 3)
        every |= {"month_gender": spread(crossed)["median_ms"], "speaker_of_word": spread(inside)["median_ms"]}
        every |= {"pairs": spread(timed(lambda: pairs(corpus), 1))["median_ms"]}
        every |= {"collocates": spread(timed(lambda: collocates(corpus, "мост"), 1))["median_ms"]}
    return found | {"counts": every}


def bulk(articles: int | None) -> dict[str, object]:
    """Return how many times faster two processes and two Dask workers are than one process; null where not asked."""
    found: dict[str, object] = {}
    if articles:
        with tempfile.TemporaryDirectory() as name:
            found = bulk_annotate.measure(Path(name), articles, workers=2, rounds=2)
    return {name: found.get(name) for name in ("bulk_ratio", "dask_ratio", "identical")}


def _edits(project: Project, corpus: Corpus, ids: list[str]) -> list[float]:
    seconds = []
    for number, one in enumerate(ids[:9]):
        layer = project.working_layer(one, "bench")
        project.commit(layer, edits.set_note(layer, "head", f"{number}"))
        seconds += timed(corpus.sync)
    return seconds


def compared(
    args: argparse.Namespace, project: Project, corpus: Corpus, ids: list[str], conn: sqlite3.Connection, folder: Path
) -> dict[str, object]:
    """Measure searches, ours and theirs."""
    drawn = Random(args.seed)
    pairs = drawn_words(project, ids, args.queries, drawn)
    speakers = sorted({one.name for row in ids[:50] for one in project.layer(row, AUTO).actors()})  # type: ignore[union-attr]
    lemma = [(Query(words=word(one)), Order.ARTICLE) for one, _ in pairs]
    phrase = [(Query(words=Phrase((Word(one), Word(two)))), Order.ARTICLE) for one, two in pairs]
    named = [Filter(Field.SPEAKER, (speakers[int(drawn.random() * len(speakers))],)) for _ in pairs]
    by_speaker = [
        (Query(words=word(one), filters=(who,)), Order.ARTICLE) for (one, _), who in zip(pairs, named, strict=True)
    ]
    inside = [(Query(words=word(one), where=Where.QUOTATION), Order.ARTICLE) for one, _ in pairs]
    left = [(Query(words=word(one)), Order.LEFT) for one, _ in pairs]
    kinds = {"lemma": lemma, "phrase": phrase, "speaker_word": by_speaker, "in_quotation": inside, "sorted_left": left}
    cold = timed(lambda: corpus.search(Query(words=word("и"), where=Where.QUOTATION)))  # whatever is read once
    found: dict[str, object] = {"first_search_ms": spread(cold)["median_ms"]}
    found |= {name: searches(corpus, queries) for name, queries in kinds.items()}
    aimed = [found[name] for name in ("lemma", "phrase", "speaker_word")]
    every = searches(corpus, lemma + phrase + by_speaker)
    found["lemma_median_ms"], found["lemma_p95_ms"] = every["median_ms"], every["p95_ms"]
    print(json.dumps(aimed))
    found["fts5"] = by_fts(conn, pairs)
    found |= all_hits(corpus, conn, pairs)
    grep = by_ripgrep(project, ids, [forms_of(corpus, one) for one, _ in pairs[:10]], folder / f"texts-{args.articles}")
    found["ripgrep"] = grep
    ours = found["lemma"]
    assert isinstance(ours, dict)
    found["ripgrep_ratio"] = None if grep is None else round(grep["median_ms"] / ours["median_ms"], 1)
    return found


if __name__ == "__main__":
    main()
