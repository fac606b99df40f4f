"""The recipe of docs/corpus.md runs as it stands there, and its figures are those of Citata's own search."""

from __future__ import annotations

import csv
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from random import Random

import pytest

pytest.importorskip("pyarrow", reason="the extra `tables` is not installed")

from core.corpus.corpus import Corpus
from core.formats import format_named
from core.formats.base import Options, Record
from core.model import AUTO, Actor, ActorKind, Article, Form, Head, Quotation, State, Status
from core.model.gender import Gender, with_gender
from core.model.layer import Layer
from core.model.register import Source
from core.model.text import digest
from core.store import Project
from tests.corpus_samples import span_of, text_of
from tests.drawing import pick
from tests.paths import ROOT

PEOPLE = (
    ("Нина Белова", Gender.FEMININE, "Q7"), ("Н. Белова", Gender.FEMININE, "Q7"), ("Лев Ким", Gender.MASCULINE, ""),
    ("мэрия Лужска", None, ""),
)  # fmt: skip
DAYS = ("2026-04-30", "2026-05-01", "31.05.2026", "1 июня 2026", "")
ARTICLES, SHARD = 11, 4
MONTHS = ("2026-04", "2026-05", "2026-06")


def record(drawn: Random, number: int, annotator: str) -> Record:
    """Draw an annotated article: who speaks, what, in which state; some of the speakers are of the register."""
    text = text_of(drawn)
    day = pick(drawn, DAYS)
    details = {"published": day} if day else {}
    article = Article(id=f"n-{number}", title=None, text=text, digest=digest(text), meta=details)
    actors, sources = [], []
    for at, (name, gender, identifier) in enumerate(PEOPLE):
        source = Source(id=f"s_{number}_{at}", name="Нина Белова", identifier=identifier) if identifier else None
        kind = ActorKind.PERSON if gender else ActorKind.ORGANISATION
        actors.append(with_gender(Actor(id=f"a{at}", name=name, kind=kind, source=source and source.id), gender))
        sources += [source] if source else []
    said = [
        Quotation(
            id=f"q{at}", form=pick(drawn, tuple(Form)), ranges=(span_of(drawn, text),), state=pick(drawn, tuple(State)),
            speaker=pick(drawn, (None, *(actor.id for actor in actors))),
        )
        for at in range(1 + int(drawn.random() * 4))
    ]  # fmt: skip
    named = {one.speaker for one in said}
    items = [Head(status=pick(drawn, tuple(Status))), *(one for one in actors if one.id in named), *said]
    kept = {one.source for one in actors if one.id in named}
    return Record(article, Layer(article, annotator, items), sources=tuple(one for one in sources if one.id in kept))


def blocks(language: str) -> list[str]:
    """Return the blocks of the recipe in a language, each as it stands in the document, with smaller shards."""
    text = (ROOT / "docs" / "corpus.md").read_text(encoding="utf-8")
    recipe = text.split("<!-- recipe: begin -->")[1].split("<!-- recipe: end -->")[0]
    found = re.findall(rf"```{language}\n(.*?)```", recipe, re.DOTALL)
    return [block.replace("100000", str(SHARD)) for block in found]


def run(folder: Path, *words: str) -> str:
    bin_ = Path(sys.executable).parent
    environment = {**os.environ, "PATH": f"{bin_}{os.pathsep}{os.environ['PATH']}", "LANGUAGE": "en"}
    done = subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of which the recipe has made projects and a folder of Parquet."""
    made = tmp_path_factory.mktemp("recipe")
    drawn = Random(17)
    records = [record(drawn, number, pick(drawn, (AUTO, "anna"))) for number in range(ARTICLES)]
    format_named("jsonl").write(made / "corpus.jsonl", records, Options())
    for block in blocks("sh")[:2]:
        run(made, "bash", "-e", "-c", block)
    return made


def projects(folder: Path) -> Iterator[Corpus]:
    paths = sorted((folder / "projects").glob("*.citata"))
    assert len(paths) == -(-ARTICLES // SHARD)
    for path in paths:
        with Project.open(path, "anna") as project, Corpus(project) as corpus:
            assert corpus.sync()
            yield corpus


def searched(folder: Path) -> dict[tuple[str, str], int]:
    """Return how many quotations the search finds, by month and gender, in all projects."""
    found: Counter[tuple[str, str]] = Counter()
    for corpus in projects(folder):
        for gender in ("feminine", "masculine", "none"):
            for month in MONTHS:
                page = corpus.search(f"gender:{gender} date:{month}")
                assert page is not None
                found[month, gender] += page.total
            every = corpus.search(f"gender:{gender}")
            assert every is not None
            found["", gender] += every.total
    for gender in ("feminine", "masculine", "none"):
        found["", gender] -= sum(found[month, gender] for month in MONTHS)
    return dict(+found)


def said(folder: Path) -> int:
    """Return how many words are said, as the indexes of the projects have them."""
    total = 0
    for corpus in projects(folder):
        with corpus.index.reading() as db:
            total += db.execute("SELECT sum(said) FROM quotation WHERE best AND settled >= 0").fetchone()[0] or 0
    return total


def table(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


def check(folder: Path, name: str) -> None:
    rows = table(folder / name)
    assert {(month, gender): int(count) for month, gender, count, _ in rows} == searched(folder)
    assert sum(int(words) for *_, words in rows) == said(folder) > 50


def test_pyarrow_counts_over_all_projects_what_the_search_finds(folder: Path) -> None:
    (block,) = [one for one in blocks("python") if "duckdb" not in one]
    run(folder, sys.executable, "-c", block)
    check(folder, "by-month-arrow.csv")


@pytest.mark.skipif(find_spec("duckdb") is None, reason="duckdb is not installed")
def test_duckdb_counts_over_all_projects_what_the_search_finds(folder: Path) -> None:
    by_month, heard = (one for one in blocks("python") if "duckdb" in one)
    run(folder, sys.executable, "-c", by_month)
    check(folder, "by-month.csv")
    run(folder, sys.executable, "-c", heard)
    rows = {who: (name, int(count)) for who, name, count, *_ in table(folder / "heard.csv")}
    assert sorted(rows) == ["Q7", "Лев Ким", "мэрия Лужска"]
    both = sum(page.total for one in projects(folder) if (page := one.search("speaker:Белова")) is not None)
    assert rows["Q7"] == ("Нина Белова", both)


def test_a_figure_leads_back_to_the_words(folder: Path) -> None:
    shown = run(folder, "bash", "-e", "-c", blocks("sh")[2])
    found = sum(int(line.split()[0]) for line in shown.splitlines() if line.strip())
    assert found == searched(folder).get(("2026-05", "feminine"), 0) > 0
