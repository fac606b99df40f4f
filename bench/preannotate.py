"""Measure the pre-annotation: speed and memory beside the three slovnet models alone, and how right it is.

    python bench/preannotate.py [--gold FOLDER] [--rounds N]

Speed: the sample articles (2–4 KB each) in a process of its own with one thread, seconds of processor time, so that
another program does not move the figure; beside it a process that only cuts sentences and words and runs the three
models over the same texts, as they come. Rightness: where FOLDER (default: $CITATA_GOLD, or ../shared/gold beside the
checkout) holds annotated articles and ``score.py``, its figures on each file, and the reliability of the scores.
``train.jsonl`` taught the learned parts, so its figures here are on seen articles; the cross-validated ones come from
``python tools/train/quotations.py train.jsonl --check-only``. The last line is JSON.
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
from common.report import finish

BINS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)
ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def texts() -> list[str]:
    folder = files("resources") / "sample"
    return [
        p.read_text(encoding="utf-8") for p in sorted(folder.iterdir(), key=lambda p: p.name) if p.name.endswith(".txt")
    ]


def models_alone(rounds: int) -> float:
    """Return the processor seconds of the three models over the sample, the first round thrown away."""
    from razdel import sentenize, tokenize

    from core.preannotate.analysis.models import load

    loaded: Any = load()
    start = 0.0
    for number in range(rounds + 1):
        start = time.process_time() if number == 1 else start
        for text in texts():
            words = [[token.text for token in tokenize(sentence.text)] for sentence in sentenize(text)]
            list(loaded._morph.map(words))
            list(loaded._syntax.map(words))
            loaded._ner(text)
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
    parser.add_argument("--worker", choices=("models", "ours"))
    args = parser.parse_args()
    if args.worker:
        seconds = (models_alone if args.worker == "models" else ours)(args.rounds)
        print(json.dumps({"seconds": seconds, "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
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
