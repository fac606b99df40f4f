"""The learned parts of the shipped models, retrained without the articles that they are measured on.

As ``tools/train/cross_validate.py`` does it: the rules are as they are; judge, limits of clauses, the speakers' ranker
and the scores are trained anew, five folds by article, or once for each collection without the articles of it. What was
trained is kept in a folder, as JSON, and read from there the next time.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any

import msgspec

from core.preannotate.quotations import judge, limits
from core.preannotate.speakers import ranker

TRAIN = Path(__file__).resolve().parents[2] / "tools" / "train"


class Split(StrEnum):
    """Which articles a model has not seen: a fifth of them, drawn, or a collection."""

    FOLDS = "folds"
    COLLECTIONS = "collections"


class Trained(msgspec.Struct, frozen=True):
    """Weights of the learned parts; ``unseen``: the ids of the articles that they were not trained on."""

    unseen: frozenset[str]
    limit: dict[str, float]
    judge: dict[str, Any]
    speakers: dict[str, tuple[float, ...]]


def trained(gold: Path, split: Split, folder: Path) -> list[Trained]:
    """Return models that leave out each article of ``gold`` in turn, from ``folder`` or trained now (minutes)."""
    digest = hashlib.sha256(gold.read_bytes()).hexdigest()[:8]
    folder.mkdir(parents=True, exist_ok=True)
    kept = folder / f"{split}-{digest}.json"
    if not kept.exists():
        found = _train(gold, split)
        making = kept.with_suffix(".making")
        making.write_bytes(msgspec.json.encode(found))
        making.replace(kept)
    return msgspec.json.decode(kept.read_bytes(), type=list[Trained])


def _train(gold: Path, split: Split) -> list[Trained]:
    sys.path.append(str(TRAIN))
    import quotations as training  # of tools/train, which is no package

    articles = training.Articles(gold)
    every = range(len(articles.rows))
    if split is Split.FOLDS:
        groups = [str(fold) for fold in articles.fold]
    else:
        groups = [row["meta"].get("collection", "") for row in articles.rows]
    found = []
    before = limits.weights, ranker.weights
    for group in sorted(set(groups)):
        models = training.train(articles, [at for at in every if groups[at] != group])
        unseen = frozenset(articles.rows[at]["id"] for at in every if groups[at] == group)
        judged = {"keep": training.KEEP, "content": models.content, **models.scores}
        found.append(Trained(unseen, models.limit, judged, models.speakers))
        print(f"  trained without {len(unseen)} articles of {group}", file=sys.stderr, flush=True)
    limits.weights, ranker.weights = before
    return found


@contextmanager
def used(models: Trained | None) -> Iterator[None]:
    """Propose with these models meanwhile, not with the installed ones; None: with those."""
    if models is None:
        yield
        return
    before = limits.weights, judge.model, ranker.weights
    limits.weights = lambda: models.limit  # type: ignore[assignment]
    judge.model = lambda: models.judge  # type: ignore[assignment]
    ranker.weights = lambda: models.speakers  # type: ignore[assignment]
    try:
        yield
    finally:
        limits.weights, judge.model, ranker.weights = before


def main() -> None:
    """Train for a file, a split and a folder."""
    gold, split, folder = sys.argv[1:]
    json.dump([len(one.unseen) for one in trained(Path(gold), Split(split), Path(folder))], sys.stdout)


if __name__ == "__main__":
    main()
