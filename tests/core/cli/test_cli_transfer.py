"""``citata import`` and ``citata export`` as a shell runs them: sentences, exit codes, files."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from core.cli import commands, main, version
from core.store import Project
from tests.paths import ROOT

GOLDEN = ROOT / "tests" / "data" / "exchange.jsonl"


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], catch_exceptions=False)


def test_import_makes_the_project_and_export_gives_it_back(tmp_path: Path) -> None:
    project, out = tmp_path / "work.citata", tmp_path / "out.jsonl"
    done = run("import", project, GOLDEN, "--author", "Вера")
    said = "5 new articles, 5 layers written, 0 there already, 0 refused\n  layers: 4 by anna, 1 by auto\n"
    assert (done.exit_code, done.output) == (0, said)
    with Project.open(project, "x", read_only=True) as opened:
        assert {entry.author for entry in opened.history("zavod-1", "anna")} == {"Вера"}
    done = run("export", project, "-o", out, "--what", "people+open")
    assert done.exit_code == 0
    assert done.output.splitlines() == [
        f"5 records written: {out}",
        "  written: 4 items of 1 article that nobody has settled (origin auto, or fields auto)",
    ]
    assert [json.loads(line)["id"] for line in out.read_bytes().splitlines()] == [
        json.loads(line)["id"] for line in GOLDEN.read_bytes().splitlines()
    ]
    done = run("export", project, "-o", out, "--layer", "auto", "--format", "jsonl")
    assert done.output.startswith(f"1 record written: {out}\n  written: 4 items of 1 article that nobody")
    assert run("export", project, "-o", out, "--layer", "all", "--status", "done").output.startswith("2 records")


def test_a_bad_line_is_reported_and_the_others_go_in(tmp_path: Path) -> None:
    lines = GOLDEN.read_bytes().splitlines(keepends=True)
    path, report = tmp_path / "in.jsonl", tmp_path / "refused.tsv"
    path.write_bytes(lines[0] + lines[1][:50] + b"\n" + lines[4])
    done = run("import", tmp_path / "work.citata", path, "--report", report)
    assert done.exit_code == 1
    assert "2 new articles, 2 layers written, 0 there already, 1 refused" in done.output
    assert f"citata: {path}, line 2: this is not a whole JSON object" in done.output
    rows = [line.split("\t") for line in report.read_text(encoding="utf-8").splitlines()]
    assert rows[0] == ["file", "line", "field", "reason"]
    assert rows[1][:3] == [str(path), "2", ""]


def test_many_refusals_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text("{\n" * 25)
    done = run("import", tmp_path / "work.citata", path)
    assert done.output.count(", line ") == 20
    assert "and 5 more refused" in done.output


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["import", "{}/p.citata", "{}/none.txt"], 1, "There is no file"),
        (["export", "{}/none.citata", "-o", "{}/out.jsonl"], 1, "no file"),
        (["export", "{}/text.txt", "-o", "{}/out.jsonl"], 1, "not a Citata project"),
        (["export", "{}/text.txt", "-o", "{}/text.txt"], 1, "written over while it is read"),
        (["import", "{}/text.txt", "{}/text.txt"], 1, "not a Citata project"),
        (["export", "{}/none.citata"], 2, "-o"),
        (["import", "{}/p.citata"], 2, "FILE"),
        (["export", "x", "-o", "y", "--format", "nope"], 2, "nope"),
        (["export", "x", "-o", "y", "--split", "80/30"], 2, "add up to 100"),
        (["import", "{}/p.citata", "{}/text.txt", "--column", "text"], 2, "OURS=THEIRS"),
        (["frobnicate"], 2, "No such command"),
    ],
)
def test_trouble_is_one_sentence(tmp_path: Path, words: list[str], code: int, sentence: str) -> None:
    (tmp_path / "text.txt").write_text("текст", encoding="utf-8")
    done = run(*(word.format(tmp_path) for word in words))
    assert done.exit_code == code
    assert sentence in done.output
    assert "Traceback" not in done.output
    assert not list(tmp_path.glob("out.jsonl"))
    assert (tmp_path / "text.txt").read_text(encoding="utf-8") == "текст"


def test_an_empty_project_has_nothing_to_export(tmp_path: Path) -> None:
    Project.create(tmp_path / "p.citata", "vera").close()
    done = run("export", tmp_path / "p.citata", "-o", tmp_path / "out.jsonl")
    assert (done.exit_code, done.output) == (
        1,
        "citata: Nothing to export: the project has no annotations yet.\n",
    )


def test_a_project_that_somebody_writes_is_not_imported_into(tmp_path: Path) -> None:
    with Project.create(tmp_path / "p.citata", "vera"):
        script = "import sys; from core.cli import main; main(sys.argv[1:], prog_name='citata')"
        words = [sys.executable, "-c", script, "import", str(tmp_path / "p.citata"), str(GOLDEN)]
        done = subprocess.run(words, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 1
    assert "has had" in done.stderr
    assert done.stderr.count("\n") == 1


def test_help_and_version_speak(tmp_path: Path) -> None:
    assert run("--version").output == f"citata, version {version()}\n"
    shown = run("--help").output
    assert all(name in shown for name in commands())
    for name in commands():
        done = run(name, "--help")
        assert (done.exit_code, done.output.split()[:3]) == (0, ["Usage:", "main", name])


def test_the_module_runs_without_its_script() -> None:
    words = [sys.executable, "-m", "core.cli", "--version"]
    done = subprocess.run(words, capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout == f"citata, version {version()}\n"


def test_an_import_can_be_looked_at_first(tmp_path: Path) -> None:
    project = tmp_path / "p.citata"
    table = tmp_path / "t.csv"
    table.write_text("Body,No\nТекст раз,7\n,8\n", encoding="utf-8")
    done = run("import", project, GOLDEN, table, "--preview", "--column", "text=Body", "--column", "id=No")
    assert done.exit_code == 1
    lines = done.output.splitlines()
    assert lines[0] == "zavod-1: “Завод откроют в мае”, 119 characters, 4 items of anna"
    assert "7: 9 characters" in lines
    assert "line 3" in lines[-1]
    assert not project.exists()
    assert run("import", project, table, "--column", "text=Body", "--column", "id=No").exit_code == 1
    with Project.open(project, "x", read_only=True) as opened:
        assert opened.article("7").text == "Текст раз"


def test_an_export_can_be_looked_at_first_and_narrowed(tmp_path: Path) -> None:
    project = tmp_path / "p.citata"
    run("import", project, GOLDEN)
    done = run("export", project, "--what", "people+open", "--preview", "--label", "direct", "--format", "quotes-csv")
    assert done.exit_code == 0
    assert "\n5 records\n" in done.output
    assert "\n  4 direct\n" in done.output
    assert "article,title,annotator" in done.output
    done = run(
        "export",
        project,
        "-o",
        tmp_path / "x.dataset",
        "--what",
        "people+open",
        "--split",
        "50/50",
        "--seed",
        3,
        "--licence",
        "cc0-1.0",
    )
    assert done.exit_code == 0
    assert "license: cc0-1.0" in (tmp_path / "x.dataset" / "README.md").read_text(encoding="utf-8")
    done = run("export", project, "-o", tmp_path / "x.doccano.jsonl", "--state", "manual", "--min-score", 0.1)
    assert "not held by the format" in done.output
    assert run("import", tmp_path / "q.citata", tmp_path / "x.doccano.jsonl").exit_code == 0


def test_repairs_are_told(tmp_path: Path) -> None:
    project, out = tmp_path / "p.citata", tmp_path / "x.json"
    run("import", project, GOLDEN)
    run("export", project, "-o", out, "--offsets", "utf-16", "--what", "people+open")
    done = run("import", tmp_path / "q.citata", out)
    assert done.exit_code == 1
    assert "UTF-16 units" in done.output
    done = run("import", tmp_path / "q.citata", out, "--repair")
    assert done.exit_code == 0
    assert "emoji-2: repaired: the offsets count UTF-16 units" in done.output


PAGE = (
    "Паром пойдёт с мая\n\nПаром через Заречье пойдёт с первого мая, сообщила директор пристани Вера Климова. "
    "«Мы успели отремонтировать оба причала», — сказала она журналистам.\n"
)


def two_of_one(folder: Path) -> tuple[Path, Path]:
    """Write an article as from a page and as from a mail, under another headline."""
    page, mail = folder / "page.txt", folder / "mail.txt"
    page.write_text(PAGE, "utf-8")
    mail.write_text(PAGE.replace("Паром пойдёт с мая", "О начале навигации"), "utf-8")
    return page, mail


@pytest.mark.parametrize(
    ("asked", "articles", "said"),
    [
        ((), 2, "mail: kept beside page, whose text is nearly the same (100 %)"),
        (("--duplicates", "skip"), 1, "mail: passed over: nearly the same text as page (100 %)"),
        (("--duplicates", "version"), 2, "mail: taken as a new version of page (100 % the same)"),
    ],
)
def test_nearly_the_same_text_is_said_and_done_with_as_asked(
    tmp_path: Path, asked: tuple[str, ...], articles: int, said: str
) -> None:
    project = tmp_path / "work.citata"
    done = run("import", project, *two_of_one(tmp_path), *asked, "--no-annotate")
    assert done.exit_code == 0
    assert said in done.output
    with Project.open(project, "x", read_only=True) as opened:
        assert opened.article_count("x") == articles
        assert opened.layers_of("page") == []


def test_bare_texts_are_pre_annotated_and_annotated_ones_are_left_alone(tmp_path: Path) -> None:
    project = tmp_path / "work.citata"
    page, _ = two_of_one(tmp_path)
    done = run("import", project, page, GOLDEN)
    assert "1 article pre-annotated" in done.output
    with Project.open(project, "x", read_only=True) as opened:
        auto = opened.layer("page", "auto")
        assert auto is not None
        assert auto.annotations()
        assert opened.layers_of("zavod-1") == ["anna"]


@pytest.mark.parametrize(
    ("changes", "words"), [("accepted", "Мост откроют в мае."), ("rejected", "Мост закроют в мае.")]
)
def test_tracked_changes_are_accepted_or_rejected(tmp_path: Path, changes: str, words: str) -> None:
    body = f"<p>Мост <ins>откроют</ins><del>закроют</del> в мае.</p>{3 * f'<p>{PAGE}</p>'}"
    page, project = tmp_path / "x.html", tmp_path / "work.citata"
    page.write_text(f"<html><meta charset=utf-8><body><article>{body}</article></body></html>", "utf-8")
    assert run("import", project, page, "--changes", changes, "--no-annotate").exit_code == 0
    with Project.open(project, "x", read_only=True) as opened:
        assert opened.article("x").text.split("\n")[0] == words


def test_a_wrongly_told_delimiter_is_named_and_text_columns_are_joined(tmp_path: Path) -> None:
    table, project = tmp_path / "t.txt", tmp_path / "work.citata"
    table.write_text(
        "№\tлид\tтекст, полностью\n7\tМост откроют.\tОб этом, как ждали, сообщила Вера Климова.\n", "utf-8"
    )
    columns = ("--column", "id=№", "--column", "text=лид", "--column", "text=текст, полностью")
    words = ("import", project, table, "--format", "table", "--no-annotate", *columns)
    assert run(*words, "--delimiter", ",").exit_code == 1
    assert run(*words, "--delimiter", "tab").exit_code == 0
    with Project.open(project, "x", read_only=True) as opened:
        assert opened.article("7").text == "Мост откроют.\nОб этом, как ждали, сообщила Вера Климова."


def test_a_preview_says_what_becomes_of_each_record(tmp_path: Path) -> None:
    project = tmp_path / "work.citata"
    page, mail = two_of_one(tmp_path)
    before = run("import", project, page, mail, "--preview").output
    assert "nearly the same text as page (100%); read as utf-8)" in before
    assert not project.exists()
    run("import", project, page, "--no-annotate")
    lines = run("import", project, page, mail, "--preview").output.splitlines()
    assert [line.partition("characters (")[2] for line in lines] == [
        "there already; read as utf-8)",
        "nearly the same text as page (100%); read as utf-8)",
    ]
