"""Do the main job by keyboard alone under Orca, and write down what Orca says at every key.

    python bench/heard.py [--language ru] [--out docs/orca.md]

A real X server, session bus, window manager, Orca and speech-dispatcher (with a voice that makes no sound) run on a
desktop of their own; the window is a process of its own, on our sample project. Needs Debian's orca, speech-dispatcher,
at-spi2-core, xvfb, openbox, dbus and xdotool. The last line is JSON: keys pressed, keys at which nothing was said.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

import click

from bench.common.desktop import run_on_own_desktop
from bench.common.report import finish

PAUSE = 2.2
"""Seconds between keys, for Orca to say what it has to."""
SAID = re.compile(r"^(\d\d:\d\d:\d\d\.\d+) - SPEECH OUTPUT: '(.*)'\s*\{", re.MULTILINE)
ECHO = re.compile(r"^(left|right) (control|shift|alt) ?$")
"""Orca's own naming of a modifier that was pressed."""


class Step(NamedTuple):
    """A part of the job and its keys, as xdotool names them; ``type:WORDS`` types."""

    what: str
    keys: tuple[str, ...]


JOB = (
    Step("The project opens, and the text has the keyboard", ()),
    Step("Read by line, word and letter", ("Down", "Down", "ctrl+Right", "ctrl+Right", "Right", "Left", "Home", "End")),
    Step("Select by word", ("shift+ctrl+Right", "shift+ctrl+Right", "Escape")),
    Step("Stop at quotations only, go to the first proposal", ("v", "Tab")),
    Step("Accept it, and the next", ("Return", "Return")),
    Step("Correct the speaker: the second candidate, then one from the list", ("2", "w", "Down", "Down", "Return")),
    Step("Reject, undo, do again", ("Delete", "ctrl+z", "ctrl+shift+z")),
    Step("Say that one is unsure, and write a note", ("u", "ctrl+m", "type:check", "Escape")),
    Step("Mark by hand: the sentence at the caret, as indirect, its cue, its speaker",
         ("ctrl+Home", "t", "i", "1", "ctrl+Home", "ctrl+Right", "ctrl+Right", "shift+ctrl+Right", "c")),
    Step("Make it a direct one, take that back", ("d", "ctrl+z")),
    Step("The checks, a command by name, and back", ("F4", "Escape", "ctrl+k", "type:unsure", "Escape")),
    Step("Mark the article as done: what is open is asked about, and accepted; the next article opens",
         ("ctrl+shift+Return", "Tab", "Return")),
    Step("Export", ("ctrl+e", "Tab", "Tab", "Tab", "Tab", "Escape", "ctrl+e", "Return", "Tab")),
)  # fmt: skip


def main_inside(language: str, folder: Path) -> None:
    """Run window and Orca here, press the keys; leave the debug file and the times of the keys in ``folder``."""
    from gui.desk.settings import Settings

    project = folder / "sample.citata"
    settings = Settings(folder / "settings.json")
    settings.change(author="vera", language=language, theme="light")
    env = {**os.environ, "CITATA_SETTINGS": str(folder / "settings.json"), "PYTHONPATH": str(ROOT)}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    manager = subprocess.Popen(["openbox"], **quiet)
    orca = subprocess.Popen(["orca", f"--debug-file={folder / 'orca.log'}", "--replace"], **quiet)
    time.sleep(4)
    window = subprocess.Popen([sys.executable, "-m", "gui", str(project)], cwd=ROOT, env=env, **quiet)
    times: list[str] = []
    _mark(times, JOB[0].what, "")
    time.sleep(9)
    for step in JOB[1:]:
        for key in step.keys:
            _mark(times, step.what, key)
            _press(key)
            time.sleep(PAUSE)
    time.sleep(2)
    (folder / "keys.tsv").write_text("".join(times), "utf-8")
    for process in (window, orca, manager):
        process.terminate()
        process.wait(10)


def _mark(times: list[str], what: str, key: str) -> None:
    now = time.time()
    stamp = f"{time.strftime('%H:%M:%S', time.localtime(now))}.{int(now % 1 * 1e6):06}"
    times.append(f"{stamp}\t{what}\t{key}\n")


def _press(key: str) -> None:
    """Press a key; modifiers are held a moment, as a hand holds them: Orca reads which are down when it speaks."""
    if key.startswith("type:"):
        subprocess.run(["xdotool", "type", "--delay", "60", key.removeprefix("type:")], check=True)
        return
    *held, last = key.split("+")
    for modifier in held:
        subprocess.run(["xdotool", "keydown", modifier], check=True)
    subprocess.run(["xdotool", "key", last], check=True)
    time.sleep(0.4 if held else 0)
    for modifier in reversed(held):
        subprocess.run(["xdotool", "keyup", modifier], check=True)


def heard(folder: Path) -> list[tuple[str, str, list[str]]]:
    """Return every key with its step and what Orca said until the next one."""
    log = (folder / "orca.log").read_text("utf-8", "replace")
    said = [(time_, words) for time_, words in SAID.findall(log) if not ECHO.match(words)]
    keys = [tuple(line.split("\t")) for line in (folder / "keys.tsv").read_text("utf-8").splitlines()]
    out = []
    for at, (begun, what, key) in enumerate(keys):
        ended = keys[at + 1][0] if at + 1 < len(keys) else "99"
        out.append((what, key, [words for time_, words in said if begun <= time_ < ended]))
    return out


def page(rows: list[tuple[str, str, list[str]]], language: str) -> str:
    """Return the log as a page of tables, a table a step."""
    version = subprocess.run(["orca", "--version"], capture_output=True, text=True).stdout.strip()
    lines = [f"## The window in `{language}`, Orca {version}", ""]
    last = ""
    for what, key, said in rows:
        if what != last:
            lines += ["", f"### {what}", "", "| key | Orca says |", "| --- | --- |"]
            last = what
        shown = " · ".join(words.strip().replace("|", "\\|") or "(blank)" for words in said) or "—"
        lines.append(f"| {f'`{key}`' if key else ''} | {shown} |")
    return "\n".join(lines) + "\n"


@click.command()
@click.option("--language", default="en", help="Language of the window.")
@click.option("--out", type=click.Path(path_type=Path), help="Write the page here; default: print it.")
@click.option("--inside", type=click.Path(path_type=Path), hidden=True)
def main(language: str, out: Path | None, inside: Path | None) -> None:
    """Write down what Orca says of the main job."""
    if inside is not None:
        main_inside(language, inside)
        return
    from core.exchange.sample import build_sample
    from core.preannotate import Annotator

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build_sample(folder / "sample.citata", "vera", Annotator()).close()
        command = [sys.executable, __file__, "--language", language, "--inside", str(folder)]
        code = run_on_own_desktop(command, needed=("orca", "speech-dispatcher"))
        if code:
            raise SystemExit(code)
        rows = heard(folder)
    text = page(rows, language)
    if out is not None:
        out.write_text(text, "utf-8")
    else:
        print(text)
    finish({"keys": len(rows) - 1, "silent": sum(not said for _, key, said in rows if key)})


if __name__ == "__main__":
    main()
