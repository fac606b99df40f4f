"""Write ``docs/command-line.md`` from real runs: ``python tools/command_line_page.py``.

Every subcommand runs four times in each language: its output cut off by ``head -n 1``, with an argument that it does
not know, on a file that is missing, on a damaged one. The page has exit codes and the first sentence of each run. The
last line printed is JSON: the runs, and how many of them broke (a traceback, a code that ``--help`` does not name).
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import click  # noqa: E402

from core.cli import commands, main  # noqa: E402
from core.cli.command import Command  # noqa: E402
from tools.qm import compile_stale  # noqa: E402

PAGE = ROOT / "docs" / "command-line.md"
LANGUAGES = ("en", "ru")
CASES = ("in a pipe", "wrong argument", "missing file", "damaged file")
RUNS: dict[str, tuple[str, str, str, str]] = {
    "annotate": ("one.txt", "one.txt --output", "no.txt", "damaged.jsonl"),
    "import": (
        "p.citata gold.jsonl --preview",
        "p.citata one.txt --offsets 5",
        "p.citata no.txt",
        "damaged.citata one.txt",
    ),
    "export": (
        "p.citata -o - --what people+open",
        "p.citata -o - --since 31.02.2026",
        "no.citata -o -",
        "damaged.citata -o -",
    ),
    "search": ("p.citata холдинг", "p.citata form:odd", "no.citata мост", "damaged.citata мост"),
    "counts": ("p.citata --limit 3", "p.citata --by odd", "no.citata", "damaged.citata"),
    "evaluate": ("gold.jsonl p.citata@auto", "gold.jsonl", "gold.jsonl no.jsonl", "gold.jsonl damaged.jsonl"),
    "proposers": ("p.citata", "p.citata --add towns", "no.citata", "damaged.citata"),
    "agree": (
        "anna boris --project p.citata --bootstrap 0",
        "anna --project p.citata",
        "anna boris --project no.citata",
        "anna boris --project damaged.citata",
    ),
    "assign": (
        "p.citata --to vera --dry-run",
        "p.citata --to vera --doubled 2",
        "no.citata --to vera",
        "damaged.citata --to vera",
    ),
    "status": ("p.citata", "p.citata --jsn", "no.citata", "damaged.citata"),
    "ledger": ("p.citata", "p.citata --annotator", "no.citata", "damaged.citata"),
    "sources": ("p.citata --propose --layer anna", "p.citata --min-score 2", "no.citata", "damaged.citata"),
    "learn": ("p.citata --show", "p.citata --on --check", "no.citata", "damaged.citata"),
    "report": ("p.citata -o report.html", "p.citata", "no.citata -o x.html", "damaged.citata -o x.html"),
    "page": ("p.citata -o page.html", "p.citata", "no.citata -o x.html", "damaged.citata -o x.html"),
    "verify": ("p.citata", "p.citata more", "no.citata", "damaged.citata"),
    "restore": ("p.citata", "p.citata 1 2", "no.citata", "p.citata damaged.citata -o back.citata"),
    "backup": ("p.citata", "p.citata --output", "no.citata", "damaged.citata"),
    "merge": ("p.citata copy.citata --dry-run", "p.citata", "p.citata no.citata", "p.citata damaged.citata"),
    "compact": ("p.citata --days 30", "p.citata --days many", "no.citata", "damaged.citata"),
    "history": (
        "p.citata 01-zernovoy-terminal",
        "p.citata",
        "no.citata 01-zernovoy-terminal",
        "damaged.citata 01-zernovoy-terminal",
    ),
    "completion": ("bash", "csh", "", ""),
    "man": ("", "page", "", ""),
}  # fmt: skip
"""The arguments of each command in each case; empty in the last two: it reads no file."""
LONGEST = 200
"""Characters of a sentence that the page shows."""


class Run(NamedTuple):
    """What came of one run."""

    code: int
    said: str
    broke: bool


def make_files(folder: Path) -> None:
    """Put a project, a copy of it, a text, annotated records and their damaged twins into a folder."""
    (folder / "one.txt").write_text("Мост открыли\n\n«Мост готов», — сообщил мэр Глеб Ершов.\n", "utf-8")
    gold = (ROOT / "resources" / "sample" / "sample-gold.jsonl").read_text("utf-8")
    (folder / "gold.jsonl").write_text(gold, "utf-8")
    rows = [json.loads(line) for line in gold.splitlines()]
    layers = [{**row, "annotator": name} for row in rows for name in ("anna", "boris", "auto")]
    (folder / "layers.jsonl").write_text("".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in layers), "utf-8")
    (folder / "damaged.jsonl").write_text(gold[: len(gold) // 20], "utf-8")
    _citata(folder, "en", "import p.citata layers.jsonl --author vera")
    _citata(folder, "en", "backup p.citata -o copy.citata")
    _citata(folder, "en", "backup p.citata -o whole.citata")
    data = (folder / "whole.citata").read_bytes()
    (folder / "damaged.citata").write_bytes(data[: len(data) // 3])


def _environment(language: str) -> dict[str, str]:
    unwanted = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "CITATA_AUTHOR")
    kept = {name: value for name, value in os.environ.items() if name not in unwanted}
    locale = {"en": "en_US.UTF-8", "ru": "ru_RU.UTF-8"}[language]
    return kept | {"LANG": locale, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "COLUMNS": "100"}


def _citata(folder: Path, language: str, words: str, *, cut: bool = False) -> subprocess.CompletedProcess[str]:
    """Run a command; ``cut``: with its output into ``head -n 1``, so that its reader goes away."""
    program = shlex.join([sys.executable, "-m", "core.cli"])
    line = f"{program} {words} | head -n 1; exit ${{PIPESTATUS[0]}}" if cut else f"{program} {words}"
    return subprocess.run(
        ["bash", "-c", line], cwd=folder, env=_environment(language), capture_output=True, text=True, check=False
    )


def run(folder: Path, language: str, name: str, case: int) -> Run:
    """Run one case of a command and return its exit code and what it said first."""
    done = _citata(folder, language, f"{name} {RUNS[name][case]}", cut=case == 0)
    errors = [line for line in done.stderr.splitlines() if line.strip()]
    lines = done.stdout.splitlines() if case == 0 and done.stdout.strip() else errors or done.stdout.splitlines()
    usage = done.returncode == 2 and errors
    said = errors[-1] if usage else next((line for line in lines if line.strip()), "")
    one = main.get_command(click.Context(main), name)
    assert isinstance(one, Command)
    return Run(done.returncode, _shortened(said), "Traceback" in done.stderr or done.returncode not in one.exits)


def _shortened(said: str) -> str:
    line = re.sub(
        r"(?:\d{4}-\d\d-\d\d[ T-]\d\d[:-]?\d\d[:-]?\d\d\S*|\d\d\.\d\d\.\d{4} \d\d:\d\d:\d\d)",
        "…",
        " ".join(said.split()),
    )
    line = re.sub(r"\d+[.,]\d M?(?:МБ|MB|B)", "… MB", line)
    return (line if len(line) <= LONGEST else f"{line[:LONGEST]}…").replace("|", "\\|")


def page(found: dict[tuple[str, str, int], Run]) -> str:
    """Return the page: the exit codes, and a table a command."""
    lines = [
        "# The command line, tried",
        "",
        "Written from real runs by `python tools/command_line_page.py`: each command four times in each language, with",
        "its output into `head -n 1`, with an argument that it does not know, on a missing and on a damaged file (cut",
        "off after a third). The first line of what it says is shown; of a usage error the last one.",
        "",
        "Exit codes: " + "; ".join(f"**{code}** {words}" for code, words in sorted(_exits().items())) + ".",
    ]
    for name in commands():
        lines += [
            "",
            f"## citata {name}",
            "",
            "| case | arguments | code | English | по-русски |",
            "| --- | --- | --- | --- | --- |",
        ]
        for case, title in enumerate(CASES):
            if (name, "en", case) not in found:
                continue
            english, russian = (found[name, language, case] for language in LANGUAGES)
            codes = f"{english.code}" if english.code == russian.code else f"{english.code}, {russian.code}"
            cells = (title, f"`{RUNS[name][case]}`", codes, english.said, russian.said)
            lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _exits() -> dict[int, str]:
    assert isinstance(main, Command)
    return main.exits


def tried() -> dict[tuple[str, str, int], Run]:
    """Run everything, each command in each case and language on files of its own."""
    found = {}
    with tempfile.TemporaryDirectory(prefix="citata-page-") as made:
        whole = Path(made, "whole")
        whole.mkdir()
        make_files(whole)
        for name in commands():
            for case in range(len(CASES)):
                if case > 1 and not RUNS[name][case]:
                    continue
                for language in LANGUAGES:
                    folder = Path(made, "run")
                    shutil.copytree(whole, folder)
                    found[name, language, case] = run(folder, language, name, case)
                    shutil.rmtree(folder)
    return found


if __name__ == "__main__":
    compile_stale()
    every = tried()
    PAGE.write_text(page(every), encoding="utf-8")
    print(json.dumps({"runs": len(every), "broke": sum(one.broke for one in every.values())}))
