"""The console script: commands never touch Qt, a word written wrong is no file, anything else is the window's."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.paths import ROOT


def start(*words: str) -> subprocess.CompletedProcess[str]:
    """Run the console script with a ``gui.app`` in place that only says what it was given."""
    code = (
        "import sys, types; app = types.ModuleType('gui.app'); app.run = lambda argv: print('window', argv) or 0;"
        "sys.modules['gui.app'] = app; from gui.launch import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, cwd=ROOT, check=False)
    assert "Traceback" not in done.stderr
    return done


@pytest.mark.parametrize(
    "words", [[], ["work.citata"], ["a.txt", "b.jsonl"], ["./none"], ["core"]], ids=lambda words: " ".join(words)
)
def test_the_window_gets_projects_and_files(words: list[str]) -> None:
    done = start(*words)
    assert (done.returncode, done.stdout) == (0, f"window {words}\n")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--version"], 0, "citata, version"),
        (["--help"], 0, "Usage: citata [OPTIONS] COMMAND"),
        (["import", "--help"], 0, "Usage: citata import"),
        (["anotate", "a.txt"], 2, "No such command 'anotate'"),
        (["export", "none.citata", "-o", "x.jsonl"], 1, "citata: "),
        (["--nope"], 2, "No such option"),
    ],
)
def test_commands_stay_on_the_command_line(words: list[str], code: int, said: str) -> None:
    done = start(*words)
    assert done.returncode == code
    assert said in done.stdout + done.stderr
    assert "window" not in done.stdout.split("\n")[0]


def test_a_missing_library_of_qt_is_named() -> None:
    code = (
        "import sys, gui.libraries; gui.libraries.missing = lambda: {'libEGL.so.1': 'libegl1'}\n"
        "sys.argv = ['citata']; import gui.launch; gui.launch.main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("citata: ")
    assert "libEGL.so.1" in done.stderr
    assert "libegl1" in done.stderr
    assert done.stderr.count("\n") == 1


def test_the_variable_of_completion_is_that_of_the_command_line() -> None:
    from core.cli import COMPLETE
    from gui import launch

    assert launch.COMPLETE == COMPLETE
