"""The learned part of speaker resolution: a conditional logit over candidates; inference in plain Python and numpy.

Trained by ``tools/train/speaker_ranker.py``; the weights are in ``resources/models/speaker_ranker.json``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from operator import mul

from core.preannotate.speakers.features import NAMES


@lru_cache(maxsize=1)
def weights() -> dict[str, tuple[float, ...]]:
    """Return the weights of every group of decisions, in the order of the features' ``NAMES``."""
    raw = json.loads((files("resources") / "models" / "speaker_ranker.json").read_text(encoding="utf-8"))
    return {group: tuple(by_name.get(name, 0.0) for name in NAMES) for group, by_name in raw["weights"].items()}


def probabilities(group: str, rows: Sequence[Sequence[float]]) -> list[float]:
    """Return the probability of each candidate, given their feature rows; they sum to 1."""
    wanted = weights()[group]
    sums = [sum(map(mul, wanted, row)) for row in rows]
    top = max(sums)
    powers = [math.exp(s - top) for s in sums]
    whole = sum(powers)
    return [p / whole for p in powers]


def reasons(group: str, row: Sequence[float], most: int = 4) -> tuple[str, ...]:
    """Return the names of the features that spoke most for a candidate."""
    parts = ((value, name) for value, name in zip(map(mul, weights()[group], row), NAMES, strict=True) if value > 0.2)
    return tuple(name for _, name in sorted(parts, reverse=True)[:most])
