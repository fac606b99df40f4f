"""Measure the project file: commits beside bare inserts, a hundred thousand articles, a hundred thousand edits, sizes.

    python bench/store.py [--articles 100000] [--edits 100000] [--folder DIR]

1. One edit on layers of 60, 2,000 and 20,000 items, beside a bare ``sqlite3`` insert of the same rows (one quotation,
   one log row; WAL, synchronous=FULL, no index), one after the other; the price is the difference of the medians.
2. The first edit of a working layer, and loading a layer, of 20,000 items.
3. A project of --articles of 1,500 code points: opening, its first page, a page in the middle, the count, a filter.
4. A log of --edits on one article: replaying it to its last state; bytes per edit.

The last line is JSON; milliseconds and bytes.
"""

from __future__ import annotations

import argparse
import sqlite3
import statistics
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

from common.articles import SIZES, grown
from common.report import finish, spread, timed

from core.model import AUTO, Article, Form, Quotation, edits
from core.model.edits import fill
from core.model.layer import Edit, Layer
from core.model.text import digest
from core.store import ArticleQuery, Project, rows

EDITS = 200
TEXT = "Глава Заречья сообщил, что мост откроют осенью. «Деньги уже есть», — добавил он. "


class Bare:
    """The same rows in plain SQL: two tables without an index in a database with the same settings."""

    def __init__(self, path: Path) -> None:
        self.conn = sqlite3.connect(path, isolation_level=None)
        self.conn.execute("PRAGMA journal_mode = WAL")
        self.conn.execute("PRAGMA synchronous = FULL")
        columns = ", ".join(f'"{name}"' for name in ("layer", *rows.QUOTATION_WRITTEN))
        self.conn.execute(f"CREATE TABLE quotation ({columns})")
        self.conn.execute("CREATE TABLE log (author, name, removed, added)")
        places = ", ".join("?" * (len(rows.QUOTATION_WRITTEN) + 1))
        self.insert_quotation = f"INSERT INTO quotation VALUES ({places})"  # noqa: S608 (question marks)

    def insert(self, item: Quotation, edit: Edit, text: str) -> None:
        """Write one quotation and one log row, on the disk when it returns."""
        log = ("bench", edit.name, rows.write_json(edit.removed), rows.write_json(edit.added))
        self.conn.execute("BEGIN IMMEDIATE")
        self.conn.execute(self.insert_quotation, rows.quotation_row(1, item, text))
        self.conn.execute("INSERT INTO log VALUES (?, ?, ?, ?)", log)
        self.conn.execute("COMMIT")


def commits(project: Project, bare: Bare, layer: Layer) -> dict[str, object]:
    """Return the milliseconds of edits and of the bare inserts, made by turns."""
    ours, theirs = [], []
    current = [layer]
    found = layer.quotations()
    for number in range(EDITS):
        item = current[0].quotation(found[number % len(found)].id)
        form = Form.MIXED if item.form is not Form.MIXED else Form.INDIRECT
        edit = edits.set_form(current[0], [item.id], form)

        def commit(edit: Edit = edit) -> None:
            current[0], _ = project.commit(current[0], edit)

        ours += timed(commit)
        theirs += timed(lambda item=item, edit=edit: bare.insert(item, edit, layer.article.text))
    price = 1000 * (statistics.median(ours) - statistics.median(theirs))
    return {"commit": spread(ours), "bare": spread(theirs), "price_ms": round(price, 3)}


def sizes(folder: Path) -> dict[str, object]:
    """Measure commits on every size, and first edit and load on the largest."""
    out: dict[str, object] = {}
    bare = Bare(folder / "bare.db")
    with Project.create(folder / "sizes.citata", "bench") as project:
        for name, (length, number) in SIZES.items():
            auto = grown(length, number, AUTO)
            project.add_article(auto.article)
            empty = project.working_layer(auto.article.id, AUTO)
            project.commit(empty, fill(empty, auto.everything(), "pre-annotate"))
            first = []
            for turn in range(5):
                working = project.working_layer(auto.article.id, f"bench {turn}")
                edit = edits.set_note(working, working.quotations()[0].id, "первая")
                first += timed(lambda working=working, edit=edit: project.commit(working, edit))
            load = timed(lambda article=auto.article.id: project.layer(article, AUTO), 7)
            out[f"{name}, {number} items"] = {
                **commits(project, bare, project.working_layer(auto.article.id, "bench 0")),
                "first_commit": spread(first),
                "load": spread(load),
            }
    return out


def many_articles(folder: Path, count: int) -> dict[str, object]:
    """Measure opening and listing ``count`` articles."""
    path = folder / "articles.citata"
    with Project.create(path, "bench") as project:
        for first in range(0, count, 5000):
            with project.transaction():
                for number in range(first, min(first + 5000, count)):
                    text = f"{number}. " + TEXT * 18
                    title = f"Новость {number} из Заречья"
                    project.add_article(Article(id=f"n-{number}", title=title, text=text, digest=digest(text)))
        layer = project.working_layer("n-1", "bench")
        project.commit(layer, edits.set_note(layer, "head", "начато"))

    def open_and_list() -> None:
        with Project.open(path, "bench") as opened:
            assert opened.article_count("bench") == count
            assert len(opened.article_rows("bench", limit=100)) == min(100, count)

    opening = timed(open_and_list, 5)
    with Project.open(path, "bench") as project:
        project.wait_for_backup()
        middle = timed(lambda: project.article_rows("bench", offset=count // 2, limit=100), 7)
        last = timed(lambda: project.article_rows("bench", offset=count - 100, limit=100), 7)
        found = timed(lambda: project.article_rows("bench", ArticleQuery(text=f"новость {count - 1}"), limit=100), 5)
        sort = timed(lambda: project.article_rows("bench", ArticleQuery(order="title"), limit=100), 5)
    size = path.stat().st_size
    return {
        "articles": count,
        "open_count_first_page": spread(opening),
        "page_in_the_middle": spread(middle),
        "last_page": spread(last),
        "filter_by_title": spread(found),
        "sorted_by_title": spread(sort),
        "file_bytes": size,
        "bytes_per_article": round(size / count),
        "text_bytes_per_article": len(("12345. " + TEXT * 18).encode()),
    }


def many_edits(folder: Path, count: int) -> dict[str, object]:
    """Measure replaying ``count`` edits of one layer."""
    path = folder / "edits.citata"
    auto = grown(3_000, 60, AUTO)
    with Project.create(path, "bench") as project:
        project.add_article(auto.article)
        empty = project.working_layer(auto.article.id, AUTO)
        project.commit(empty, fill(empty, auto.everything(), "pre-annotate"))
        layer = project.working_layer(auto.article.id, "bench")
        before = path.stat().st_size
        ids = [item.id for item in layer.quotations()]
        with project.transaction():
            for number in range(count):
                item = layer.quotation(ids[number % len(ids)])
                form = Form.MIXED if item.form is not Form.MIXED else Form.INDIRECT
                layer, last = project.commit(layer, edits.set_form(layer, [item.id], form))
    with Project.open(path, "bench") as project:
        project.wait_for_backup()
        replay = timed(lambda: project.layer_at(auto.article.id, "bench", last), 3)
        assert project.layer_at(auto.article.id, "bench", last) == layer
        whole = timed(lambda: project.history(auto.article.id, "bench"), 3)
        one = timed(lambda: project.history(auto.article.id, "bench", item=ids[0]), 3)
    per_edit = (path.stat().st_size - before) / count
    return {
        "edits": count,
        "replay": spread(replay),
        "history": spread(whole),
        "history_of_one_item": spread(one),
        "bytes_per_edit": round(per_edit),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--edits", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, help="where to write (on the disk to be measured)")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=wanted.folder) as name:
        folder = Path(name)
        result = {
            "layers": sizes(folder),
            "articles": many_articles(folder, wanted.articles),
            "edits": many_edits(folder, wanted.edits),
        }
    for part, figures in result.items():
        print(part)
        for what, value in figures.items():
            print(f"  {what}: {value}")
    finish({"bench": "store", **result})


if __name__ == "__main__":
    main()
