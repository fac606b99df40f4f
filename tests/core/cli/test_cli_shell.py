"""What a shell and a system are told: completion without a window, the manual page, help with exit codes."""

from __future__ import annotations

import ast
import importlib
import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from core.cli import FAMILIES, commands, main
from core.cli.command import Command, Option
from core.language import use
from tests.command_lines import context

ROOT = Path(__file__).resolve().parents[3]
TOLD = """
import sys
from gui.launch import main
try:
    main()
finally:
    loaded = [name for name in ("PySide6", "core.store", "numpy", "core.preannotate") if name in sys.modules]
    print("loaded", *loaded, file=sys.stderr)
"""


def completed(line: str, shell: str = "bash") -> tuple[list[str], str]:
    """Return what the program offers for a half-written line, and which heavy parts were loaded for it."""
    words = line.split(" ")
    asked = {"COMP_WORDS": line if shell == "bash" else " ".join(words), "COMP_CWORD": str(len(words) - 1)}
    if shell == "fish":
        asked["COMP_CWORD"] = words[-1]
    env = {key: value for key, value in os.environ.items() if key != "DISPLAY"} | asked
    env |= {"_CITATA_COMPLETE": f"{shell}_complete", "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", TOLD], capture_output=True, text=True, env=env, check=False)
    return done.stdout.splitlines(), done.stderr.strip()


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("citata ex", "plain,export"),
        ("citata work", "file,work"),
        ("citata export p.citata --wh", "plain,--what"),
        ("citata export p.citata --what pe", "plain,people"),
        ("citata import p.ci", "file,p.ci"),
        ("citata verify --rep", "plain,--repair"),
        ("citata completion z", "plain,zsh"),
    ],
)
def test_completing_starts_nothing(line: str, offered: str) -> None:
    found, loaded = completed(line)
    assert offered in found
    assert loaded == "loaded"


def test_every_shell_has_its_script_and_asks_the_same() -> None:
    for shell in ("bash", "zsh", "fish"):
        done = CliRunner().invoke(main, ["completion", shell])
        assert (done.exit_code, f"_CITATA_COMPLETE={shell}_complete" in done.stdout) == (0, True)
    assert "plain,export" in completed("citata ex", "fish")[0]
    assert CliRunner().invoke(main, ["completion", "csh"]).exit_code == 2


def test_the_script_works_in_bash(tmp_path: Path) -> None:
    program = tmp_path / "citata"
    start = "from gui.launch import main; main()"
    program.write_text(f'#!/bin/sh\nPYTHONPATH={ROOT} exec {sys.executable} -c "{start}" "$@"\n')
    program.chmod(0o755)
    source = "source <(citata completion bash); COMP_WORDS=(citata as); COMP_CWORD=1; _citata_completion citata"
    env = os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}"}
    words = ["bash", "-c", f'{source}; echo "${{COMPREPLY[@]}}"']
    done = subprocess.run(words, capture_output=True, text=True, env=env, check=False, cwd=tmp_path)
    assert done.stdout.strip() == "assign", done.stderr


def test_the_manual_page_has_every_command_and_option() -> None:
    page = CliRunner().invoke(main, ["man"]).stdout
    ctx = context()
    for name in commands():
        one = main.get_command(ctx, name)
        assert one is not None
        assert f".SS citata {name} " in page
        for param in one.params:
            if isinstance(param, click.Option):
                assert max(param.opts, key=len).replace("-", "\\-") in page
    assert not [line for line in page.splitlines() if line.startswith("'")]
    assert not re.search(r"^\.(?!TH|SH|SS|PP|TP|B )", page, re.M)
    use("ru")
    assert ".SH КОДЫ ВОЗВРАТА" in CliRunner().invoke(main, ["man"]).stdout


def test_families_hold_the_commands_that_the_table_says() -> None:
    for family, names in FAMILIES.items():
        made = importlib.import_module(f"core.cli.{family}").COMMANDS
        assert tuple(command.name for command in made) == names


@pytest.mark.parametrize("name", commands())
def test_every_help_ends_with_the_exit_codes(name: str) -> None:
    done = CliRunner().invoke(main, [name, "--help"], catch_exceptions=False)
    assert done.exit_code == 0
    codes = re.findall(r"^  (\d)  ", done.stdout.partition("Exit codes:\n")[2], re.M)
    assert codes == (["0", "1", "2", "3"] if name in ("verify", "merge") else ["0", "1", "2"])


def test_commands_and_options_are_ours_so_that_their_help_is_translated() -> None:
    ctx = context()
    for name in commands():
        one = main.get_command(ctx, name)
        assert isinstance(one, Command)
        assert all(isinstance(param, Option) for param in one.params if isinstance(param, click.Option))


def test_what_click_says_is_what_our_table_translates() -> None:
    said: set[str] = set()
    for path in Path(click.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                said.add(node.value)
    lines = (ROOT / "resources" / "i18n" / "click_ru.tsv").read_text("utf-8").splitlines()
    sources = [line.split("\t")[0].replace("\\n", "\n").replace("\\t", "\t") for line in lines if line[:1] != "#"]
    assert len(sources) > 20
    assert [source for source in sources if source not in said] == []


def test_usage_errors_are_in_the_systems_language() -> None:
    env = os.environ | {"LANGUAGE": "ru", "PYTHONPATH": str(ROOT)}
    words = [sys.executable, "-m", "core.cli", "export", "--nothing"]
    done = subprocess.run(words, capture_output=True, text=True, env=env, check=False)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("Ошибка: Нет ключа '--nothing'.")
    assert done.stderr.startswith("Вызов: citata export [КЛЮЧИ] PROJECT\n")
