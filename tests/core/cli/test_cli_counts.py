"""``citata counts`` on a small project: tables, files, charts, and what it refuses."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from core.cli import main
from tests.counts_samples import small_project
from tests.store_samples import annotated, some_work


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [*map(str, words)])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "press.citata"
    small_project(path).close()
    return path


def test_rows_lead_back_to_their_quotations(project: Path) -> None:
    """The query of every row of a file, typed as it stands, gives the lines that the row counts."""
    told = [json.loads(line) for line in run("counts", project, "--format", "jsonl", "-o", "-").stdout.splitlines()]
    assert [(one["key"], one["quotations"], one["settled"]) for one in told] == [
        ("глеб ершов", 3, 1), ("@s_1", 2, 2), ("", 1, 0),
    ]  # fmt: skip
    for one in told:
        found = json.loads(run("search", project, one["query"], "--count", "--jsonl").stdout)
        assert found == {"hits": one["quotations"], "articles": one["articles"]}


def test_a_file_has_the_format_of_its_name(project: Path, tmp_path: Path) -> None:
    for name in ("a.csv", "a.tsv", "a.jsonl", "a.xlsx"):
        done = run("counts", project, "--by", "month", "--and", "gender", "-o", tmp_path / name)
        assert done.exit_code == 0
        assert "4 rows written" in done.stderr
    text = (tmp_path / "a.tsv").read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter="\t"))
    assert [(row["month"], row["gender"], row["words"]) for row in rows[:2]] == [
        ("2031-05", "masculine", "6"), ("2031-05", "feminine", "7"),
    ]  # fmt: skip
    assert (tmp_path / "a.xlsx").read_bytes().startswith(b"PK")


def test_a_chart_is_written(project: Path, tmp_path: Path) -> None:
    for name, begin in (("a.svg", b"<?xml"), ("a.png", b"\x89PNG")):
        assert run("counts", project, "--chart", tmp_path / name, "--measure", "share").exit_code == 0
        assert (tmp_path / name).read_bytes().startswith(begin)
    assert run("counts", project, "--chart", tmp_path / "a.gif").exit_code == 2


def test_what_does_not_go_together_is_refused(project: Path, tmp_path: Path) -> None:
    for words in (
        ("--pairs", "--progress"), ("--pairs", "--chart", tmp_path / "a.svg"), ("--settled", "--proposals"),
    ):  # fmt: skip
        assert run("counts", project, *words).exit_code == 2
    for words in (("--where", "label:PER"), ("--collocates", "a OR b"), ("-o", project)):
        assert run("counts", project, *words).exit_code == 1


def test_progress_is_told(tmp_path: Path) -> None:
    path = tmp_path / "work.citata"
    with annotated(path) as made:
        some_work(made)
    done = run("counts", path, "--progress", "--format", "csv", "-o", "-")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[0].endswith("period,annotator,edits,articles,done,settled,seconds,seconds_each")
