"""Commands that only look change nothing, work beside a window that holds the project, and show progress on a terminal.

Who works is the name that --author gives, else CITATA_AUTHOR, else the user's on this machine.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from core.cli import main
from core.model import AUTO, Form, Range, edits
from core.proposers.consent import VARIABLE
from core.store import KnowledgeLog, Project
from tests.store_samples import annotated, do, some_work, work

LOOKING = (
    "export p.citata -o out.jsonl --what people+open", "export p.citata --preview", "search p.citata мост",
    "search p.citata --rebuild", "counts p.citata", "counts p.citata --progress", "agree vera boris --project p.citata",
    "evaluate p.citata@boris p.citata@vera", "status p.citata", "assign p.citata --to olga --dry-run",
    "ledger p.citata", "report p.citata -o out.html", "page p.citata -o out.html", "page p.citata a-1 -o out.html",
    "sources p.citata --propose", "learn p.citata --show", "learn p.citata --check",
    "learn p.citata --export out.json", "proposers p.citata", "verify p.citata", "backup p.citata -o out.citata",
    "merge p.citata copy.citata --dry-run", "history p.citata a-1", "import p.citata one.txt --preview",
)  # fmt: skip
OURS = {
    "p.citata", "copy.citata", "one.txt", "p.citata-wal", "p.citata-shm", "p.citata-search", "approvals.json",
    "copy.citata-wal", "copy.citata-shm",
}  # fmt: skip
"""What was there, and what may stand beside a project that is only looked at."""


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("looking") / "p.citata"
    with annotated(path, "vera") as project:
        some_work(project, 3)
        boris = project.working_layer("a-1", "boris")
        project.commit(boris, edits.add_quotation(Form.DIRECT, [Range(0, 9)]))
    return path.read_bytes()


@pytest.fixture
def here(sample: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LOGNAME", "vera")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "approvals.json"))
    monkeypatch.delenv("CITATA_AUTHOR", raising=False)
    for name in ("p.citata", "copy.citata"):
        (tmp_path / name).write_bytes(sample)
    (tmp_path / "one.txt").write_text("«Мост готов», — сообщил мэр Глеб Ершов.", "utf-8")
    return tmp_path


@pytest.mark.parametrize("line", LOOKING)
def test_looking_leaves_no_trace(here: Path, line: str) -> None:
    before = (here / "p.citata").read_bytes()
    done = CliRunner().invoke(main, line.split(), catch_exceptions=False)
    assert (done.exit_code, done.stderr.startswith("citata: ")) == (0, False), done.stderr
    assert (here / "p.citata").read_bytes() == before
    made = {path.name for path in here.iterdir()} - OURS
    assert made == ({word for word in line.split() if word.startswith("out.")} or set())


CHANGING = (
    "import p.citata one.txt", "annotate p.citata", "assign p.citata --to olga", "learn p.citata --on",
    "learn p.citata --undo", "merge p.citata copy.citata", "compact p.citata --days 0",
    "proposers p.citata --add far --url http://127.0.0.1:9/x", "proposers p.citata --show auto",
)  # fmt: skip


@pytest.mark.parametrize("line", CHANGING)
def test_changing_waits_for_nobody_who_holds_the_project(here: Path, line: str) -> None:
    with Project.open(here / "p.citata", "boris") as held:
        before = held.history("a-1", "vera")
        done = CliRunner().invoke(main, line.split(), catch_exceptions=False)
        assert done.exit_code == 1
        assert done.stderr.startswith("citata: ")
        assert done.stderr.count("\n") == 1
        assert held.history("a-1", "vera") == before


TITLED = (
    ("import p.citata one.txt --no-annotate", "Importing", ""), ("import p.citata one.txt", "Annotating", "1/1"),
    ("annotate p.citata", "Annotating", "1/1"), ("annotate one.txt -o out.jsonl", "Annotating", "1/1"),
    ("export p.citata -o out.jsonl --what people+open", "Exporting", ""), ("search p.citata мост", "Indexing", "of 5"),
    ("search p.citata --rebuild", "Indexing", "of 5"), ("counts p.citata", "Indexing", "of 5"),
    ("agree vera boris --project p.citata", "Comparing", ""), ("ledger p.citata", "Reading", ""),
    ("evaluate p.citata@boris p.citata@vera", "Comparing", ""), ("report p.citata -o out.html", "Reading", ""),
    ("verify p.citata", "Checking", "of "),
)  # fmt: skip


@pytest.mark.parametrize(("line", "title", "what"), TITLED)
def test_what_takes_long_is_shown_on_a_terminal(
    here: Path, monkeypatch: pytest.MonkeyPatch, line: str, title: str, what: str
) -> None:
    terminal = Terminal()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "160")
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    main.main(line.split(), standalone_mode=False)
    assert title in terminal.getvalue()
    assert what in terminal.getvalue()


def of_log(project: Project) -> set[str]:
    """Return who stands in the log of the pre-annotation of what is newest."""
    new = {row.id for row in project.article_rows(AUTO)} & {"one", "a-2"}
    return {project.history(one, AUTO)[-1].author for one in new if AUTO in project.layers_of(one)}


def of_learning(project: Project) -> set[str]:
    return {act.author for act in KnowledgeLog(project).acts()}


def of_consents(project: Project) -> set[str]:
    value = project.value("consents")
    return {one["by"] for one in value} if isinstance(value, list) else set()


def of_merging(project: Project) -> set[str]:
    return {entry.author for entry in project.history("a-1", "vera")}


@pytest.mark.parametrize(
    ("line", "whose"),
    [
        ("import p.citata one.txt", of_log),
        ("annotate p.citata", of_log),
        ("learn p.citata --on", of_learning),
        ("proposers p.citata --add far --url http://far.invalid/x --consent far.invalid", of_consents),
        ("merge p.citata copy.citata", of_merging),
    ],
)
def test_who_works(
    here: Path, monkeypatch: pytest.MonkeyPatch, line: str, whose: Callable[[Project], set[str]]
) -> None:
    with Project.open(here / "copy.citata", "vera") as copy:
        do(copy, edits.set_note(work(copy), "e_1", "из копии"))
    with Project.open(here / "p.citata", "vera") as ours:
        do(ours, edits.set_note(work(ours), "e_2", "отсюда"))
    bytes_ = (here / "p.citata").read_bytes()
    monkeypatch.setattr("getpass.getuser", lambda: "kira")
    for words, variable, author in (([], None, "kira"), ([], "olga", "olga"), (["--author", "nina"], "olga", "nina")):
        if variable is not None:
            monkeypatch.setenv("CITATA_AUTHOR", variable)
        (here / "p.citata").write_bytes(bytes_)
        assert CliRunner().invoke(main, [*line.split(), *words], catch_exceptions=False).exit_code == 0
        with Project.open(here / "p.citata", "x", read_only=True) as project:
            assert author in whose(project), whose(project)
            assert not whose(project) & ({"kira", "olga", "nina"} - {author})
