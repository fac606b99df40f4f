"""Measure the pre-annotation on press articles of our own, which everybody may read.

    python bench/press.py [NAME…] [--errors N]

NAME: files of ``bench/press`` (all without any): articles in the manner of a genre, with invented people, annotated by
hand by the guidelines (``bench/common/marked.py`` reads them). No rule was made by the errors of ``fresh.txt``. Prints
the figures of ``citata evaluate`` for each file and for all, wrong speakers by kind, and the first N errors of each.
The last line is JSON: exact, overlap, the share of right speakers, end to end.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

from common import marked
from common.report import finish

from core.agreement.evaluation import Mistake
from core.exchange.layer_sources import evaluate, open_sources

FOLDER = Path(__file__).resolve().parent / "press"


def measured(names: Sequence[str], made: Path) -> tuple[dict[str, Any], list[Mistake]]:
    """Annotate the articles of these files anew and return figures and errors."""
    right, found = made / "right.jsonl", made / "found.jsonl"
    rows = [row for name in names for row in marked.articles(FOLDER / f"{name}.txt")]
    right.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    command = [sys.executable, "-m", "core.cli", "annotate", "--workers", "1", str(right), "-o", str(found)]
    subprocess.run(command, cwd=ROOT, check=True, stderr=subprocess.DEVNULL)
    with open_sources([str(right), str(found)], measured=True) as sources:
        evaluation = evaluate(sources[0], sources[1])[0]
    return evaluation.result(), evaluation.mistakes


def figures(result: dict[str, Any]) -> dict[str, Any]:
    """Return the figures that stand for a file."""
    return {
        "gold": result["gold"],
        "found": result["predicted"],
        **{key: result[key]["f1"] for key in ("exact", "overlap", "end2end")},
        "speaker": result["speaker"],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    every = sorted(path.stem for path in FOLDER.glob("*.txt"))
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(every)}")
    parser.add_argument("--errors", type=int, default=0, metavar="N")
    args = parser.parse_args()
    names = args.names or every
    with tempfile.TemporaryDirectory() as made:
        for name in names:
            result, mistakes = measured([name], Path(made))
            print(f"{name}: {json.dumps(figures(result))}")
            for one in mistakes[: args.errors]:
                kind = f" ({one.speaker})" if one.speaker else ""
                print(f"  {one.article} {one.wrong}{kind}: {one.gold} | {one.found}\n      {one.words}")
        result, mistakes = measured(names, Path(made))
    print("wrong speakers by kind:", json.dumps(result["wrong_speakers"]))
    finish({"bench": "press", **figures(result)})


if __name__ == "__main__":
    main()
