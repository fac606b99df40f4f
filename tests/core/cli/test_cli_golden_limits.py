"""How many rows and lines search and counts print, where they are cut, and which of them: to the row."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.formats.base import make_article
from core.model import AUTO, Actor, Form, Quotation, Range, State
from core.model.layer import Layer
from core.store import Project
from tests.command_lines import said
from tests.counts_samples import small_project
from tests.golden import same_as_golden

GOLDEN = Path(__file__).parent / "golden"
WIDE = 1000
NAMES = ("Анна", "Борис", "Вера", "Глеб", "Дина", "Егор", "Жанна")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in which 33 people are quoted, each in an article of four, and «мост» stands 102 times."""
    path = tmp_path_factory.mktemp("many") / "many.citata"
    with Project.create(path, "vera") as project:
        for at in range(33):
            name = f"{NAMES[at % 7]} Нов{'аеиоу'[at // 7]}ва"
            text = f"Мост. «Дом {at} стоит», — сказала {name}. Мост, мост{' и мост' * (at in (0, 1, 2))}."
            project.add_article(make_article(f"n-{at:02}", f"Статья {at}", text, {}))
            start, end = text.index("«"), text.index("»") + 1
            cue = Range(text.index("сказала"), text.index("сказала") + 7)
            quotation = Quotation(
                id="q1", form=Form.DIRECT, ranges=(Range(start, end),), cue=cue, speaker="a1", state=State.AUTO,
            )  # fmt: skip
            layer = Layer(project.article(f"n-{at:02}"), AUTO, (Actor(id="a1", name=name), quotation))
            project.add_layer(layer, "import")
    said(path.parent, f"search {path} --rebuild")
    return path


@pytest.fixture
def here(many: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(many.parent)
    monkeypatch.setenv("LOGNAME", "vera")
    return many.parent


def rows(folder: Path, line: str) -> list[str]:
    return [row for row in said(folder, line, width=10_000).splitlines()[1:] if row]


@pytest.mark.parametrize(
    ("asked", "shown", "note"),
    [
        ("", 30, "Not shown: 3 rows with 3 quotations; --limit 0 shows all."),
        ("--limit 0", 33, ""),
        ("--limit 32", 32, "Not shown: 1 row with 1 quotation; --limit 0 shows all."),
        ("--limit 33", 33, ""),
        ("--limit 34", 33, ""),
        ("--limit 1", 1, "Not shown: 32 rows with 32 quotations; --limit 0 shows all."),
    ],
)
def test_how_many_rows_are_printed(here: Path, asked: str, shown: int, note: str) -> None:
    found = rows(here, f"counts many.citata {asked}")
    assert len([row for row in found if row.split()[1:2] != ["quotations"] and " Нов" in row]) == shown
    assert [row for row in found if "Not shown" in row] == ([f"! {note}"] if note else [])


@pytest.mark.parametrize(("asked", "written"), [("", 33), ("--limit 0", 33), ("--limit 5", 5), ("--format jsonl", 33)])
def test_how_many_rows_are_written(here: Path, asked: str, written: int) -> None:
    found = rows(here, f"counts many.citata -o out.tsv {asked}")
    assert f"! {written} rows written: out.tsv" in found


@pytest.mark.parametrize(
    ("asked", "shown", "first", "cut"),
    [
        ("", 100, "n-00", True),
        ("--limit 0", 102, "n-00", False),
        ("--limit 101", 101, "n-00", True),
        ("--limit 102", 102, "n-00", False),
        ("--limit 1", 1, "n-00", True),
        ("--limit 0 --offset 2", 100, "n-00", False),
        ("--offset 2", 100, "n-00", False),
        ("--offset 1", 100, "n-00", True),
        ("--offset 101", 1, "n-32", False),
        ("--limit 3 --offset 4", 3, "n-01", True),
        ("--limit 3 --offset 99", 3, "n-32", False),
        ("--limit 3 --offset 98", 3, "n-31", True),
    ],
)
def test_how_many_lines_are_printed(here: Path, asked: str, shown: int, first: str, cut: bool) -> None:
    found = rows(here, f"search many.citata мост {asked}")
    lines = [row for row in found if not row.startswith("!")]
    assert (len(lines), lines[0].split()[0]) == (shown, first)
    told = f"! Shown: {shown} line{'s' if shown != 1 else ''}; --limit 0 shows all."
    assert found[shown:] == ["! 102 hits in 33 articles", *([told] if cut else [])]


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        ("", range(102)),
        ("--limit 0", range(102)),
        ("--limit 2", range(2)),
        ("--offset 100", range(100, 102)),
        ("--limit 1 --offset 3", range(3, 4)),
    ],
)
def test_which_lines_are_given_as_json(here: Path, asked: str, numbers: range) -> None:
    found = [json.loads(row) for row in rows(here, f"search many.citata мост --jsonl {asked} --context 0")[:-1]]
    assert [one["number"] for one in found] == list(numbers)
    assert {(one["left"], one["right"]) for one in found} == {("", "")}


def test_what_is_written_to_files(here: Path) -> None:
    found = said(
        here,
        "search many.citata мост -o lines.jsonl --limit 3 --context 7",
        "cat lines.jsonl",
        "search many.citata дом -o lines.txt --limit 2 --offset 30 --order right",
        "cat lines.txt",
        "search many.citata дом -o - --limit 1 --order speaker",
        "search many.citata дом -o lines.jsonl --format csv --limit 1 --offset 32",
        "cat lines.jsonl",
        "search many.citata дом --limit 3 --order speaker --context 5",
        "search many.citata дом --limit 2 --order right --context 5000",
        "search many.citata дом --count --limit 1 --offset 5",
        "search many.citata --rebuild мост --count",
        "search many.citata -o many.citata --rebuild",
        "counts many.citata --limit 2 -o - --format csv",
        "counts many.citata --limit 2 -o rows.jsonl",
        "cat rows.jsonl",
        "counts many.citata --limit 2 -o rows.odd",
        "counts many.citata --limit 2 --format table -o -",
        "counts many.citata --limit 1 --format jsonl",
        "counts many.citata --chart chart.svg -o rows.csv --limit 1",
        "counts many.citata --chart chart.PNG --limit 1 --measure words",
        "counts many.citata --chart chart --limit 1",
        "counts many.citata --chart many.citata",
        "counts many.citata --collocates дом --limit 3",
        "counts many.citata --collocates дом --limit 0 --window 1 --least 34",
        "counts many.citata --pairs",
        "counts many.citata --pairs --collocates дом",
        "counts many.citata --collocates дом --chart chart.svg",
        "counts many.citata --settled --proposals",
        width=WIDE,
    )
    same_as_golden(GOLDEN / "limits.txt", found)


def test_what_is_met_how_often(here: Path, tmp_path: Path) -> None:
    small_project(tmp_path / "small.citata").close()
    small = tmp_path / "small.citata"
    found = said(
        tmp_path,
        f"counts {small} --collocates мост --least 2",
        f"counts {small} --collocates мост",
        f"counts {small} --collocates мост --least 1 --function-words --window 15",
        f"counts {small} --collocates мост --least 1 --settled",
        f"counts {small} --pairs --least 1",
        f"counts {small} --pairs --least 2 --format csv",
        f"counts {small} --pairs --least 3",
        f"counts {small} --pairs --least 1 --limit 1 -o -",
        f"counts {small} --progress --limit 1",
        f"counts {small} --progress --period month --limit 0",
        f"counts {small} --progress --period week --format csv",
        f"counts {small} --by day --and annotator --limit 2",
        f"counts {small} --by year --proposals --format jsonl",
        width=WIDE,
    )
    same_as_golden(GOLDEN / "small-counts.txt", found)
