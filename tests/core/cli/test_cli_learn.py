"""``citata learn`` on real projects: switched, shown, checked, removed, taken along; what it says and writes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from core.cli import main
from core.learning.project import Learning
from core.model import AUTO
from core.store import KnowledgeLog, Project, verify
from tests.learning_samples import made


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [*map(str, words)], env={"CITATA_AUTHOR": "anna"})


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return made(tmp_path / "press.citata")


def acts(path: Path) -> list[str]:
    with Project.open(path, "anna", read_only=True) as opened:
        return [act.name for act in KnowledgeLog(opened).acts()]


def test_without_a_switch_nothing_is_learned(project: Path) -> None:
    said = run("learn", project)
    assert (said.exit_code, said.output) == (
        0, "Learning is off: proposals are those of the shipped models. Switch it on with --on.\n",
    )  # fmt: skip
    assert acts(project) == []


def test_switched_on_it_learns_and_says_what_changed(project: Path) -> None:
    said = run("learn", project, "--on")
    assert said.exit_code == 0, said.output
    lines = said.output.splitlines()
    assert lines[0].endswith("entries from 4 articles") or lines[0].endswith("entry(s) from 4 articles")
    assert lines[3].split()[:3] == ["names", "F1", "4"]
    assert lines[3].split()[-1] == "yes"
    changed = [line.strip() for line in lines if line.startswith("  ")]
    assert "+ a-5: ORG Ромашку" in changed
    assert "− a-5: PER Гранит" in changed
    assert acts(project) == ["switch", "learn"]
    again = run("learn", project)
    assert again.output.splitlines()[-1].startswith("0 proposal")
    off = run("learn", project, "--off")
    assert "Learning is off" in off.output
    with Project.open(project, "anna", read_only=True) as opened:
        layer = opened.layer("a-5", AUTO)
        assert layer is not None
        assert layer.head.extra == {}
    assert verify(project).findings == []


def test_entries_are_listed_with_examples_counts_and_effect(project: Path) -> None:
    shown = run("learn", project, "--show").output.splitlines()
    assert shown[0] == "Learning is off."
    (line,) = [one for one in shown if one.startswith("names:гранит")]
    assert line.split()[1:4] == ["Гранит", "ORG", "used"]
    assert "a-0:7–13" in line
    told = json.loads(run("learn", project, "--show", "--json").output)
    (entry,) = [one for one in told["entries"] if one["id"] == "names:гранит"]
    assert (told["on"], entry["used"], entry["says"], entry["pro"]) == (False, False, "ORG", 5.0)
    assert entry["examples"][0] == ["a-0", 7, 13]
    assert acts(project) == []


def test_checking_changes_nothing(project: Path) -> None:
    before = project.read_bytes()
    told = json.loads(run("learn", project, "--check", "--json").output)
    (names,) = [one for one in told["checks"] if one["part"] == "names"]
    assert told["articles"] == names["articles"] == 4
    assert names["within"] > names["without"]
    assert names["kept"]
    assert run("learn", project, "--check").output.splitlines()[2].split()[0] == "names"
    assert project.read_bytes() == before


def test_removing_taking_back_and_taking_along(project: Path, tmp_path: Path) -> None:
    run("learn", project, "--on")
    assert run("learn", project, "--forget", "names:гранит").output.startswith("Removed: names:гранит\n")
    missing = run("learn", project, "--forget", "names:гранит")
    assert missing.exit_code == 1
    assert "names:гранит" in missing.output
    assert "Removed: names:гранит" in run("learn", project, "--show").output
    assert run("learn", project, "--undo").output.startswith("Taken back: remove what was learned\n")
    kept = tmp_path / "k.json"
    assert run("learn", project, "--export", kept).exit_code == 0
    assert json.loads(kept.read_text(encoding="utf-8"))["format"] == "citata-knowledge/1"
    assert run("learn", project, "--import", kept).exit_code == 0
    kept.write_text('{"format": "other"}', encoding="utf-8")
    refused = run("learn", project, "--import", kept)
    assert refused.exit_code == 1
    assert "is no file of what a project taught" in refused.output
    with Project.open(project, "anna", read_only=True) as opened:
        assert len(Learning(opened).told().imported) == 1


def test_an_entry_is_switched_off_and_on(project: Path) -> None:
    def state() -> tuple[bool, bool]:
        told = json.loads(run("learn", project, "--show", "--json").output)
        (entry,) = [one for one in told["entries"] if one["id"] == "names:гранит"]
        return entry["used"], entry.get("off", False)

    run("learn", project, "--on")
    assert state() == (True, False)
    assert run("learn", project, "--entry-off", "names:гранит").output.splitlines()[0] == "Switched off: names:гранит"
    assert state() == (False, True)
    (line,) = [one for one in run("learn", project, "--show").output.splitlines() if one.startswith("names:гранит")]
    assert line.split()[1:5] == ["Гранит", "ORG", "switched", "off"]
    assert run("learn", project, "--entry-on", "names:гранит").output.splitlines()[0] == "Switched on: names:гранит"
    assert state() == (True, False)
    assert run("learn", project, "--undo").output.splitlines()[0] == "Taken back: switch an entry on or off"
    assert state() == (False, True)
    for option in ("--entry-off", "--entry-on"):
        missing = run("learn", project, option, "names:никто")
        assert (missing.exit_code, "names:никто" in missing.output) == (1, True)


@pytest.mark.parametrize(
    "words",
    [("--on", "--check"), ("--json",), ("--undo", "--show"), ("--entry-on", "x", "--entry-off", "x"),
     ("--entry-off", "x", "--forget", "x")],
)  # fmt: skip
def test_options_that_do_not_go_together(project: Path, words: tuple[str, ...]) -> None:
    assert run("learn", project, *words).exit_code == 2


def test_annotating_a_project_uses_what_it_taught(project: Path) -> None:
    run("learn", project, "--on")
    said = run("annotate", project, "--every", "--workers", "1")
    assert said.exit_code == 0, said.output
    with Project.open(project, "anna", read_only=True) as opened:
        layer = opened.layer("a-5", AUTO)
        assert layer is not None
        assert {one.label for one in layer.entities()} == {"ORG"}
    ledger = json.loads(run("ledger", project, "--json").output)
    assert sum(ledger["knowledge"].values()) == 4
    assert "Proposals made by: knowledge" in run("ledger", project).output
    measured = run("evaluate", f"{project}@anna", f"{project}@auto")
    assert (measured.exit_code, measured.output.splitlines()[1][:18]) == (0, "Proposals made by:")
