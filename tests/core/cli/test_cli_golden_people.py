"""What the commands about sources, proposers, learning and pages print, word for word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from core.language import use
from core.model.gender import Gender
from core.model.register import Source, add
from core.proposers.consent import VARIABLE
from core.store import Project, Registers
from tests.command_lines import said
from tests.core.cli.test_cli_sources import project as project_of_speakers
from tests.counts_samples import small_project
from tests.golden import same_as_golden
from tests.learning_samples import TEXTS, made
from tests.proposer_samples import command, project
from tests.store_samples import annotated

WIDE = 1000
GOLDEN = Path(__file__).parent / "golden"
press = pytest.fixture(project_of_speakers.__wrapped__)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LOGNAME", "vera")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "approvals.json"))
    monkeypatch.delenv("CITATA_AUTHOR", raising=False)
    return tmp_path


def test_sources(here: Path, press: Path) -> None:
    with Project.open(press, "vera") as opened:
        for source in (
            Source(id="s_2", name="Белова Нина", role="мэр Лужска"),
            Source(id="s_3", name="Глеб Ершов", gender=Gender.MASCULINE, identifier="Q77"),
        ):
            Registers(opened).change("add-source", add(source))
    small_project(here / "small.citata").close()
    lines = (
        "sources press.citata",
        "sources press.citata --layer boris",
        "sources press.citata --json",
        "sources press.citata --propose",
        "sources press.citata --propose --layer vera --min-score 0.93",
        "sources press.citata --propose --layer vera --min-score 0.99",
        "sources press.citata --propose --layer vera --json",
        "sources press.citata --propose --layer boris --min-score 1",
        "sources press.citata --layer olga",
        "sources press.citata --propose --layer olga",
        "sources small.citata",
        "sources small.citata --layer auto",
    )
    found = said(here, *lines, width=WIDE)
    with Project.create(here / "empty.citata", "vera"):
        pass
    found += said(here, "sources empty.citata", "sources empty.citata --propose --layer x")
    use("ru")
    same_as_golden(GOLDEN / "sources.txt", found + said(here, lines[0], lines[3]))


def test_proposers(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project(here, 2).close()
    tool = command(here, "say(article, entities=[{'label': 'NO', 'start': 0, 'end': 5}] * 6)")
    (here / "python").symlink_to(tool.command[0])
    asked = "./python tool.py"
    found = said(
        here,
        "proposers work.citata",
        "proposers work.citata --json",
        f"proposers work.citata --add tool --version 2 --seconds 30 -- {asked}",
        "proposers work.citata --add far --url http://annotator.invalid:8000/x --key FAR_KEY --author olga",
        "proposers work.citata --add model --url http://127.0.0.1:9/v1 --model gemma --part 900 --version 5",
        f"proposers work.citata --add anew --anew --author olga -- {asked}",
        "proposers work.citata",
        "proposers work.citata --json",
        "proposers work.citata --allow far",
        "proposers work.citata --add far --url http://annotator.invalid:8000/x --consent annotator.invalid",
        "proposers work.citata --allow far",
        "proposers work.citata --allow tool",
        "proposers work.citata --try tool",
        "proposers work.citata --try tool --article a-9",
        "proposers work.citata --try model",
        "proposers work.citata --show tool",
        "annotate work.citata --proposer tool",
        "annotate work.citata --proposer tool",
        "annotate work.citata --proposer tool --every",
        "annotate work.citata --proposer none",
        "annotate work.citata --proposer tool --consent other.invalid",
        "annotate work.citata --consent other.invalid",
        "annotate work.citata --proposer tool --workers 1",
        "annotate work.citata --proposer tool --scheduler local",
        "proposers work.citata --show tool",
        "proposers work.citata",
        "proposers work.citata --json",
        width=WIDE,
    )
    monkeypatch.setenv(VARIABLE, str(here / "of-somebody-else.json"))
    found += said(
        here,
        "proposers work.citata",
        "proposers work.citata --try tool",
        "proposers work.citata --allow tool",
        "proposers work.citata --try far",
        "proposers work.citata --remove far",
        "proposers work.citata --remove tool",
        "proposers work.citata --show auto",
        "proposers work.citata",
        "proposers work.citata --allow none",
        "proposers work.citata --url http://x",
        "proposers work.citata --model x",
        "proposers work.citata --key x",
        "proposers work.citata --version x",
        "proposers work.citata --anew",
        "proposers work.citata --consent x",
        "proposers work.citata --consent x --show auto",
        "proposers work.citata --add x",
        "proposers work.citata --add x --url http://127.0.0.1 -- y",
        "proposers work.citata --show auto --try x",
        "proposers work.citata --remove x --allow x",
    )
    with Project.create(here / "empty.citata", "vera"):
        pass
    found += said(here, f"proposers empty.citata --add tool -- {asked}", "proposers empty.citata --try tool")
    same_as_golden(GOLDEN / "proposers.txt", re.sub(r"\d{4}-\d\d-\d\dT[\d:]+\+00:00", "TIME", found))


def test_learning(here: Path) -> None:
    made(here / "press.citata", texts=(*TEXTS, *(f"{TEXTS[5]} Приём № {at}." for at in range(8))))
    found = said(
        here,
        "learn press.citata",
        "learn press.citata --show",
        "learn press.citata --check",
        "learn press.citata --on",
        "learn press.citata",
        "learn press.citata --show",
        "learn press.citata --show --json",
        "learn press.citata --check --json",
        "learn press.citata --forget names:гранит --author olga",
        "learn press.citata --forget names:гранит",
        "learn press.citata --show",
        "learn press.citata --undo",
        "learn press.citata --export taught.json",
        "learn press.citata --import taught.json",
        "learn press.citata --off",
        "learn press.citata --undo",
        "learn press.citata --on --off",
        "learn press.citata --on --show",
        "learn press.citata --undo --forget x",
        "learn press.citata --export x --import x",
        "learn press.citata --check --undo",
        "learn press.citata --json",
        "learn press.citata --on --json",
        width=WIDE,
    )
    same_as_golden(GOLDEN / "learn.txt", found)


def test_pages(here: Path) -> None:
    annotated(here / "work.citata").close()
    found = said(
        here,
        "page work.citata a-1 -o one.html",
        "page work.citata a-1 -o grey.html --black-and-white",
        "page work.citata a-1 -o x.html --layer vera",
        "page work.citata a-2 -o x.html",
        "page work.citata a-9 -o x.html",
        "page work.citata -o all.html",
        "page work.citata -o grey-all.html --black-and-white",
        "page work.citata -o nobody.html --layer vera",
        "page work.citata",
        "report work.citata -o report.html",
        "report work.citata -o no/report.html",
        "ledger work.citata --proposer auto",
        "ledger work.citata --proposer tool",
    )
    same_as_golden(GOLDEN / "pages.txt", found)
    read = {path.stem: path.read_text("utf-8") for path in here.glob("*.html")}
    assert sorted(read) == ["all", "grey", "grey-all", "nobody", "one", "report"]
    assert read["one"] != read["grey"]
    assert read["all"] != read["grey-all"]
    assert [name for name in sorted(read) if "работа" in read[name]] == ["all", "grey", "grey-all", "one"]
    assert "<title>Quotations: work" in read["all"]
