"""Measure the pre-annotation on annotated articles that nothing learned has seen.

    python tools/train/cross_validate.py TRAIN.jsonl [--last 230] [--predicted OUT.jsonl]

Five folds by article: judge, limits of clauses, the speakers' ranker and the whole's score are trained without the
fold that they are measured on (the rules are as they are). Prints what ``score.py`` beside TRAIN prints, for all
articles, for the first and for the last ones apart, the wrong speakers by kind, the share with all scores 0.9 and
more, and how the scores of the whole, the cue and the speaker hold; the last line is JSON. ``--predicted`` writes
what was found, for ``score.py --errors`` to list the errors.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import click
import numpy as np

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).parent)]

from quotations import FIELDS, FOLDS, Articles, Predicted, predict, train  # noqa: E402

from core.agreement.speaker_errors import KINDS, Attribution, kind_of  # noqa: E402
from core.model import Range  # noqa: E402


def cross_validated(articles: Articles) -> list[Predicted]:
    """Return what is found in every article by models that did not see it, in the order of the articles."""
    found: list[Predicted] = []
    everything = range(len(articles.rows))
    for fold in range(FOLDS):
        models = train(articles, [i for i in everything if articles.fold[i] != fold])
        found += predict(articles, [i for i in everything if articles.fold[i] == fold], models)
    return sorted(found, key=lambda p: p.index)


def attribution(quotation: dict[str, Any]) -> Attribution:
    """Return what a quotation as ``score.quotations`` returns it says of its speaker."""
    mention = quotation["mention"]
    return Attribution(Range(*mention) if mention else None, quotation["speaker"])


def figures(articles: Articles, found: list[Predicted]) -> dict[str, Any]:
    """Return F1 of exact spans, overlap and end to end, the share of right speakers, and how the scores hold."""
    score, n, wrong = articles.score, Counter[str](), Counter[str]()
    for index, record, *_ in found:
        gold, mine = score.quotations(articles.rows[index]), score.quotations(record)
        n["gold"] += len(gold)
        n["found"] += len(mine)
        for i, j, iou in score.pair(gold, mine):
            n["exact"] += gold[i]["ranges"] == mine[j]["ranges"]
            if iou >= 0.5:
                same = score.same_source(gold[i]["speaker"], mine[j]["speaker"])
                n["overlap"] += 1
                n["end2end"] += same
                n["known"] += gold[i]["speaker"] is not None
                n["speaker"] += same and gold[i]["speaker"] is not None
                if not same:
                    wrong[kind_of(articles.rows[index]["text"], attribution(gold[i]), attribution(mine[j]))] += 1
    right = np.concatenate([p.right for p in found])
    sure = np.concatenate([p.least for p in found]) >= 0.9
    f1 = {key: round(2 * n[key] / (n["gold"] + n["found"]), 4) for key in ("exact", "overlap", "end2end")}
    return {
        "articles": len(found),
        "gold": n["gold"],
        "found": n["found"],
        **f1,
        "speaker": round(n["speaker"] / n["known"], 4),
        "wrong_speakers": {kind: wrong[kind] for kind in KINDS},
        "sure": round(float(sure.mean()), 3),
        "sure_right": round(float(right[sure].mean()), 3),
    }


def calibration(found: list[tuple[Any, Any]]) -> list[str]:
    """Return a line for each band of the scores of every article: how many, their mean, and how many are right."""
    scores, right = (np.concatenate([pair[k] for pair in found]) for k in (0, 1))
    edges = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)
    lines = []
    for low, high in pairwise(edges):
        there = (scores >= low) & (scores < high)
        if there.any():
            mean, good = scores[there].mean(), right[there].mean()
            lines.append(f"  {low:.2f}-{min(high, 1):.2f}: {there.sum():5d} mean {mean:.3f} right {good:.3f}")
    return lines


@click.command(help=__doc__)
@click.argument("gold", type=click.Path(exists=True, path_type=Path))
@click.option("--last", default=230, show_default=True, help="How many of the last articles to measure apart.")
@click.option("--predicted", type=click.Path(path_type=Path), help="Write what was found as exchange JSONL.")
def main(gold: Path, last: int, predicted: Path | None) -> None:
    articles = Articles(gold)
    found = cross_validated(articles)
    parts = {"all": found, "first": found[:-last], "last": found[-last:]}
    result = {name: figures(articles, part) for name, part in parts.items() if part}
    for name, part in result.items():
        click.echo(f"{name}: " + ", ".join(f"{key} {value}" for key, value in part.items()))
    for title, pairs in (("whole", [p[2:4] for p in found]), *((n, [p.fields[n] for p in found]) for n in FIELDS)):
        click.echo(title)
        for line in calibration(pairs):
            click.echo(line)
    if predicted is not None:
        lines = ({"id": articles.rows[p.index]["id"], **p.record} for p in found)
        predicted.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    click.echo(json.dumps(result))


if __name__ == "__main__":
    main()
