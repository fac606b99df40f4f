"""Measure the pre-annotation: speed and memory beside the three slovnet models alone, and how right it is.

    python bench/preannotate.py [--gold FOLDER] [--rounds N]
    python bench/preannotate.py --beside COMMIT [--gold FOLDER] [--articles N]

Speed: the sample articles (2–4 KB each) in a process of its own with one thread, seconds of processor time, so that
another program does not move the figure; beside it a process that only cuts sentences and words and runs the three
models over the same texts, as they come. Rightness: where FOLDER (default: $CITATA_GOLD, or ../shared/gold beside the
checkout) holds annotated articles and ``score.py``, its figures on each file, and the reliability of the scores.
``train.jsonl`` taught the learned parts, so its figures here are on seen articles; the cross-validated ones come from
``python tools/train/cross_validate.py train.jsonl``. The last line is JSON.

``--beside COMMIT``: this build and that of COMMIT (a git worktree in a temporary folder) annotate the same articles in
turn, each in a process of its own with one thread: N articles of FOLDER's ``train.jsonl``, or the sample where there is
no such file, each seen once. Ends with the ratio of articles a second, the layers that differ, the peak of memory.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

import itertools

from common import gold
from common.builds import ONE_THREAD, built
from common.report import finish

BINS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)
TURN = 10
"""Articles that one build annotates before it is the other's turn."""


def texts() -> list[str]:
    folder = files("resources") / "sample"
    return [
        p.read_text(encoding="utf-8") for p in sorted(folder.iterdir(), key=lambda p: p.name) if p.name.endswith(".txt")
    ]


def models_alone(rounds: int) -> float:
    """Return the processor seconds of the three models over the sample, the first round thrown away."""
    import navec
    import slovnet
    from razdel import sentenize, tokenize

    from core.preannotate.analysis import models

    folder = models.data_folder()
    embeddings = navec.Navec.load(folder / models.EMBEDDINGS)
    morphology = slovnet.Morph.load(folder / models.MORPH).navec(embeddings)
    syntax = slovnet.Syntax.load(folder / models.SYNTAX).navec(embeddings)
    names = slovnet.NER.load(folder / models.NER).navec(embeddings)
    start = 0.0
    for number in range(rounds + 1):
        start = time.process_time() if number == 1 else start
        for text in texts():
            words = [[token.text for token in tokenize(sentence.text)] for sentence in sentenize(text)]
            list(morphology.map(words))
            list(syntax.map(words))
            names(text)
    return time.process_time() - start


def ours(rounds: int) -> float:
    """Return the processor seconds of the whole pre-annotation over the sample, the first round thrown away."""
    from core.preannotate import Annotator

    annotator = Annotator()
    start = 0.0
    for number in range(rounds + 1):
        start = time.process_time() if number == 1 else start
        for text in texts():
            annotator.propose(text)
    return time.process_time() - start


def worker(name: str, rounds: int) -> dict[str, float]:
    """Run a measurement in a process of its own; return processor seconds and the peak of memory in MB."""
    command = [sys.executable, str(Path(__file__)), "--worker", name, "--rounds", str(rounds)]
    done = subprocess.run(command, env={**os.environ, **ONE_THREAD}, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def speed(rounds: int) -> dict[str, object]:
    """Measure both processes and print them side by side."""
    count = len(texts()) * rounds
    alone, whole = worker("models", rounds), worker("ours", rounds)
    print(f"{'':26}{'articles/s':>11}{'MB':>7}")
    for name, found in (("three models alone", alone), ("pre-annotation", whole)):
        print(f"{name:26}{count / found['seconds']:11.1f}{found['mb']:7.0f}")
    ratio = whole["seconds"] / alone["seconds"]
    print(f"pre-annotation takes {ratio:.2f} times the models' time\n")
    return {
        "articles_per_second": round(count / whole["seconds"], 2),
        "models_articles_per_second": round(count / alone["seconds"], 2),
        "time_ratio": round(ratio, 3),
        "peak_mb": round(whole["mb"]),
        "models_peak_mb": round(alone["mb"]),
    }


class Build:
    """One build in a process of its own, which annotates one article at a time."""

    def __init__(self, root: Path) -> None:
        command = [sys.executable, str(Path(__file__)), "--worker", "turn", "--root", str(root)]
        pipe = subprocess.PIPE
        self._root = root
        self._process = subprocess.Popen(command, env={**os.environ, **ONE_THREAD}, stdin=pipe, stdout=pipe, text=True)
        self.seconds = 0.0
        self.mb = 0.0

    def annotate(self, text: str) -> str:
        """Annotate one article; return its layer as JSON."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(text) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            sys.exit(f"The build in {self._root} ended with code {self._process.wait()}; what it said is above.")
        found = json.loads(line)
        self.seconds += found["seconds"]
        self.mb = found["mb"]
        layer: str = found["layer"]
        return layer

    def close(self) -> None:
        self._process.communicate()


def turns() -> None:
    """Annotate the texts that come in, a line of JSON each; print the layer, the processor seconds, the memory."""
    from core.formats.base import make_article
    from core.formats.jsonl import write_record
    from core.preannotate import Annotator

    annotator = Annotator()
    annotator.load()
    for line in sys.stdin:
        article = make_article("a", None, json.loads(line))
        start = time.process_time()
        layer = annotator.annotate(article)
        seconds = time.process_time() - start
        mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        found = {"seconds": seconds, "mb": mb, "layer": write_record(article, layer, sort=True).decode()}
        print(json.dumps(found), flush=True)


def beside(commit: str, gold: Path, most: int) -> dict[str, object]:
    """Let this build and that of a commit annotate the same articles in turn, and print both."""
    train = gold / "train.jsonl"
    read = texts()
    if train.is_file():
        read = [json.loads(line)["text"] for line in train.read_text(encoding="utf-8").splitlines()[:most]]
    differ = 0
    with built(commit) as other:
        assert other is not None
        builds = {commit: Build(other), "this build": Build(ROOT)}
        for warm in texts()[:2]:
            for build in builds.values():
                build.annotate(warm)
                build.seconds = 0.0
        for at in range(0, len(read), TURN):
            one, two = ([build.annotate(text) for text in read[at : at + TURN]] for build in builds.values())
            differ += sum(a != b for a, b in zip(one, two, strict=True))
        for build in builds.values():
            build.close()
    print(f"{'':26}{'articles/s':>11}{'MB':>7}")
    for name, build in builds.items():
        print(f"{name:26}{len(read) / build.seconds:11.1f}{build.mb:7.0f}")
    ratio = builds[commit].seconds / builds["this build"].seconds
    return {
        "articles": len(read),
        "speed_ratio": round(ratio, 2),
        "layers_differ": differ,
        "peak_mb": round(builds["this build"].mb),
        "peak_mb_beside": round(builds[commit].mb),
    }


def predictions(path: Path) -> Iterator[dict[str, Any]]:
    """Yield a record of the exchange format for every article of a file, as pre-annotated."""
    from core.formats.base import make_article
    from core.formats.jsonl import write_record
    from core.preannotate import Annotator

    annotator = Annotator()
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        article = make_article(row["id"], row.get("title"), row["text"])
        yield json.loads(write_record(article, annotator.annotate(article)))


def rightness(path: Path, score: Path) -> dict[str, Any]:
    """Print and return what score.py says of a file, and the reliability of the scores."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "predicted.jsonl"
        found = list(predictions(path))
        out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found), encoding="utf-8")
        run = subprocess.run(
            [sys.executable, str(score), str(path), str(out), "--json"], capture_output=True, text=True, check=True
        )
    figures: dict[str, Any] = json.loads(run.stdout)
    print(path.name)
    for name, value in figures.items():
        print(f"  {name:15} {value}")
    if "overlap" in figures:
        gold = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        figures["reliability"] = reliability(score, gold, found)
    print()
    return figures


def reliability(score: Path, gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> dict[str, float]:
    """Print how often proposals of a score are right end to end; return share and rightness at 0.9 and above."""
    spec = importlib.util.spec_from_file_location("score", score)
    assert spec is not None
    assert spec.loader is not None
    measure = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(measure)
    pairs: list[tuple[float, bool]] = []
    for row, other in zip(gold, found, strict=True):
        g, p = measure.quotations(row), measure.quotations(other)
        right = {
            j
            for i, j, iou in measure.pair(g, p)
            if iou >= 0.5 and measure.same_source(g[i]["speaker"], p[j]["speaker"])
        }
        pairs += [(q["score"], j in right) for j, q in enumerate(other["quotations"])]
    print("  score        quotations   mean score   right end to end")
    for low, high in itertools.pairwise(BINS):
        here = [(s, ok) for s, ok in pairs if low <= s < high]
        if here:
            mean, good = sum(s for s, _ in here) / len(here), sum(ok for _, ok in here) / len(here)
            print(f"  {low:.2f}–{min(high, 1.0):.2f} {len(here):12d} {mean:12.3f} {good:18.3f}")
    sure = [ok for s, ok in pairs if s >= 0.9]
    return {
        "share_at_0.9": round(len(sure) / max(1, len(pairs)), 4),
        "right_at_0.9": round(sum(sure) / max(1, len(sure)), 4),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=gold.FOLDER)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--beside", metavar="COMMIT")
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--worker", choices=("models", "ours", "turn"))
    parser.add_argument("--root", type=Path, default=ROOT)
    args = parser.parse_args()
    if args.worker == "turn":
        sys.path.insert(0, str(args.root))
        turns()
        return
    if args.worker:
        seconds = (models_alone if args.worker == "models" else ours)(args.rounds)
        print(json.dumps({"seconds": seconds, "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
        return
    if args.beside:
        finish({"bench": "preannotate", **beside(args.beside, args.gold, args.articles)})
        return
    result: dict[str, object] = {"bench": "preannotate", **speed(args.rounds)}
    score = args.gold / "score.py"
    for name in ("dev", "train", "entities-dev"):
        path = args.gold / f"{name}.jsonl"
        if path.is_file() and score.is_file():
            result[name] = rightness(path, score)
    finish(result)


if __name__ == "__main__":
    main()
