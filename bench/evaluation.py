"""Compare ``citata evaluate`` with ``score.py``, number for number.

    python bench/evaluation.py [--gold FOLDER] [--draws N]

FOLDER (default: $CITATA_GOLD, or ../shared/gold beside the checkout) holds ``score.py`` and annotated articles. The
gold files are compared with each other, with themselves, and N times with drawn damage: quotations dropped and doubled,
edges moved, forms, cues, mentions and speakers exchanged, entities moved. The last line is JSON: the comparisons, the
figures compared, how many of them differ.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

from common import gold
from common.report import finish

from core.exchange.layer_sources import evaluate, open_sources

ARTICLES = 40
"""Articles of a gold file that one draw takes."""


def ours(first: Path, second: Path) -> dict[str, Any]:
    """Return our figures, with the entities where the scorer has them."""
    with open_sources([str(first), str(second)], measured=True) as sources:
        found = evaluate(sources[0], sources[1])[0].result()
    return found if "gold" in found else {"articles": found["articles"], **found.get("entities", {})}


def scorers(first: Path, second: Path, score: Path) -> dict[str, Any]:
    """Return the scorer's figures."""
    command = [sys.executable, str(score), str(first), str(second), "--json"]
    figures: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return figures


def damaged(row: dict[str, Any], draw: random.Random) -> dict[str, Any]:
    """Return a record with its annotations changed here and there, still a whole record."""
    text, length = row["text"], len(row["text"])
    actors = [actor["id"] for actor in row["actors"]]

    def moved(span: dict[str, Any] | None) -> dict[str, Any] | None:
        if span is None or draw.random() < 0.5:
            return span
        start = min(length - 1, max(0, span["start"] + draw.randint(-6, 6)))
        end = min(length, max(start + 1, span["end"] + draw.randint(-6, 6)))
        return {"start": start, "end": end, "text": text[start:end]}

    quotations = []
    for quotation in row["quotations"]:
        if draw.random() < 0.15:
            continue
        one = {**quotation, "parent": None}
        if len(one["ranges"]) == 1:
            one["ranges"] = [moved(one["ranges"][0])]
        for part in ("cue", "speaker_mention"):
            one[part] = None if draw.random() < 0.1 else moved(one[part])
        if draw.random() < 0.3:
            one["form"] = draw.choice(("direct", "indirect", "mixed"))
        if draw.random() < 0.3:
            one["speaker"] = draw.choice([None, *actors])
        quotations.append(one)
        if draw.random() < 0.1:
            quotations.append({**one, "id": f"{one['id']}-again"})
    entities = [{**one, **(moved(one) or {})} for one in row["entities"] if draw.random() < 0.85]
    return {**row, "annotator": "drawn", "quotations": quotations, "entities": entities}


def write(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows), encoding="utf-8")
    return path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=gold.FOLDER)
    parser.add_argument("--draws", type=int, default=30)
    args = parser.parse_args()
    score = args.gold / "score.py"
    if not score.is_file():
        finish({"bench": "evaluation", "comparisons": 0})
        return
    draw, figures, differ, done = random.Random(1), 0, 0, 0
    names = ("dev", "entities-dev", "train", "annotator-a", "annotator-b")
    files = {name: args.gold / f"{name}.jsonl" for name in names if (args.gold / f"{name}.jsonl").is_file()}
    pairs = [(path, path) for name, path in files.items() if name != "train"]
    if {"annotator-a", "annotator-b"} <= files.keys():
        pairs.append((files["annotator-a"], files["annotator-b"]))
    with tempfile.TemporaryDirectory() as made:
        for number in range(args.draws):
            name = draw.choice([one for one in files if not one.startswith("annotator")])
            rows = [json.loads(line) for line in files[name].read_text(encoding="utf-8").splitlines()]
            rows = draw.sample(rows, min(ARTICLES, len(rows)))
            right, wrong = (Path(made, f"{side}-{number}.jsonl") for side in ("right", "wrong"))
            pairs.append((write(right, rows), write(wrong, [damaged(row, draw) for row in rows])))
        for first, second in pairs:
            expected, found = scorers(first, second, score), ours(first, second)
            done, figures = done + 1, figures + len(expected)
            wrong_ones = {key: (value, found.get(key)) for key, value in expected.items() if found.get(key) != value}
            differ += len(wrong_ones)
            for key, (theirs, mine) in wrong_ones.items():
                print(f"{first.name} {second.name} {key}: score.py {theirs}, citata {mine}")
    print(f"{done} comparisons, {figures} figures, {differ} differ")
    finish({"bench": "evaluation", "comparisons": done, "figures": figures, "differ": differ})


if __name__ == "__main__":
    main()
