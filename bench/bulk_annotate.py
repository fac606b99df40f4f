"""Measure the pre-annotation of many articles: one process, several, a Dask scheduler; and with a killed worker.

    python bench/bulk_annotate.py [--articles 400] [--workers 2] [--rounds 3]

Articles of about 3 KB, made by rearranging the paragraphs of the sample. ``citata annotate`` runs over them as people
run it: seconds of the clock from its start to its end, loading of the models included, in turn, the best of the rounds.
So it needs an idle machine. Each output is compared with that of one process, byte for byte. The scheduler and its
workers are processes of this machine that keep running between the rounds, as on a cluster, with the settings that
docs/corpus.md gives for them. One run has a worker killed when a third of the records are written. Memory: of all
processes of the command (proportional set size), when half are written. The last line is JSON; the ratios are how many
times faster than one process.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

from common.builds import ONE_THREAD
from common.report import finish

LENGTH = 3_000
"""Code points of an article."""
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "LANGUAGE": "en"}


def write_articles(path: Path, count: int) -> None:
    """Write so many articles, each of paragraphs of the sample in an order of its own."""
    sample = sorted((ROOT / "resources" / "sample").glob("*.txt"))
    paragraphs = [part for text in sample for part in text.read_text(encoding="utf-8").split("\n") if part.strip()]
    draw = random.Random(17)
    with path.open("w", encoding="utf-8") as out:
        for number in range(count):
            chosen: list[str] = []
            while sum(map(len, chosen)) < LENGTH:
                chosen.append(draw.choice(paragraphs))
            row = {"id": f"n-{number}", "title": None, "text": "\n".join(chosen), "meta": {}}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


class Run:
    """One run of the command."""

    def __init__(self, source: Path, out: Path, *words: str) -> None:
        command = [sys.executable, "-m", "core.cli", "annotate", str(source), "-o", str(out), *words]
        out.unlink(missing_ok=True)
        self._out, self._begun = out, time.perf_counter()
        self.process = subprocess.Popen(command, env=ENVIRONMENT, cwd=ROOT, stderr=subprocess.PIPE, text=True)

    def written(self) -> int:
        """Return how many records are written."""
        return sum(part.read_bytes().count(b"\n") for part in self._out.parent.glob(f"{self._out.name}.*.part"))

    def until(self, records: int) -> None:
        """Wait until so many records are written."""
        while self.process.poll() is None and self.written() < records:
            time.sleep(0.02)

    def family(self) -> list[int]:
        """Return the ids of the process and its workers."""
        task = Path(f"/proc/{self.process.pid}/task")
        children = [int(pid) for path in task.glob("*/children") for pid in path.read_text().split()]
        return [self.process.pid, *children]

    def seconds(self) -> float:
        """Wait for the end; return how long it took."""
        said = self.process.communicate()[1]
        if self.process.returncode:
            sys.exit(said)
        return time.perf_counter() - self._begun


def is_worker(pid: int) -> bool:
    """Tell whether a process is one that annotates."""
    return b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()


def megabytes(pids: list[int]) -> float:
    """Return the memory of processes, what they share counted once."""
    total = 0
    for pid in pids:
        rows = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        total += next(int(row.split()[1]) for row in rows if row.startswith("Pss:"))
    return total / 1024


def quiet() -> dict[str, str]:
    """Return the settings that docs/corpus.md gives, as it has them."""
    text = (ROOT / "docs" / "corpus.md").read_text(encoding="utf-8")
    return dict(re.findall(r"^ +export (\w+)=(\S+)", text, re.MULTILINE))


@contextmanager
def scheduler(folder: Path, workers: int) -> Iterator[str]:
    """Give the address of a Dask scheduler with so many workers."""
    with ExitStack() as stack:

        def start(*words: str) -> None:
            process = subprocess.Popen(
                [sys.executable, "-m", "dask", *words], env={**ENVIRONMENT, **ONE_THREAD, **quiet()}, cwd=folder,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
            )  # fmt: skip
            stack.callback(process.wait)
            stack.callback(os.killpg, process.pid, signal.SIGKILL)

        file = folder / "scheduler.json"
        start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(file))
        while not file.exists() or not file.read_text().endswith("}"):
            time.sleep(0.05)
        address = json.loads(file.read_text())["address"]
        for _ in range(workers):
            start("worker", address, "--nthreads", "1", "--no-dashboard", "--memory-limit", "0")
        yield address


def measure(folder: Path, articles: int, workers: int, rounds: int) -> dict[str, object]:
    """Run each way in turn and compare what they write."""
    source, one = folder / "in.jsonl", folder / "one.jsonl"
    write_articles(source, articles)
    took: dict[str, list[float]] = {}
    memory: dict[str, float] = {}
    same: dict[str, bool] = {}
    with ExitStack() as stack:
        ways = {"one": ("--workers", "1"), "bulk": ("--workers", str(workers)), "killed": ("--workers", str(workers))}
        if find_spec("distributed"):
            address = stack.enter_context(scheduler(folder, workers))
            ways["dask"] = ("--scheduler", address, "--workers", str(workers))
        for _ in range(rounds):
            for name, words in ways.items():
                out = folder / f"{name}.jsonl"
                run = Run(source, out, *words)
                if name == "killed":
                    run.until(articles // 3)
                    os.kill(next(pid for pid in run.family() if is_worker(pid)), signal.SIGKILL)
                elif name in ("one", "bulk"):
                    run.until(articles // 2)
                    memory[name] = megabytes(run.family())
                took.setdefault(name, []).append(run.seconds())
                same[name] = same.get(name, True) and out.read_bytes() == one.read_bytes()
    best = {name: min(values) for name, values in took.items()}
    for name, value in best.items():
        is_same = "the same bytes" if same[name] else "OTHER BYTES"
        print(f"{name:8} {value:7.2f} s {articles / value:7.1f} articles/s   {is_same}")
    print(f"memory: one process {memory['one']:.0f} MB, {workers} workers and the command {memory['bulk']:.0f} MB")
    ratios = {f"{name}_ratio": round(best["one"] / best[name], 2) for name in ways if name != "one"}
    return {**ratios, "identical": all(same.values()), **{f"{name}_mb": round(mb) for name, mb in memory.items()}}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        figures = measure(Path(name), args.articles, args.workers, args.rounds)
    finish({"bench": "bulk_annotate", "articles": args.articles, "workers": args.workers, **figures})


if __name__ == "__main__":
    main()
