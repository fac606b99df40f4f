"""The learned judge of proposed quotations: how likely each is right, by a logistic regression over named facts.

Trained by ``tools/train/quotations.py`` on annotated articles; weights in ``resources/models/quotation_judge.json``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any

import msgspec

from core.preannotate.analysis.analysis import Analysis
from core.preannotate.quotations.judge_features import Features, JudgeContext, features
from core.preannotate.quotations.proposal import Proposal


@lru_cache(maxsize=1)
def model() -> dict[str, Any]:
    """Return the trained weights: ``content`` (is it a quotation), ``whole`` (and its speaker right), ``keep``.

    ``cue`` and ``speaker``: is that field right, where the content is.
    """
    raw: dict[str, Any] = json.loads(
        (files("resources") / "models" / "quotation_judge.json").read_text(encoding="utf-8")
    )
    return raw


def probability(weights: dict[str, float], found: Features) -> float:
    """Return the probability that the weights give to features, 0–1."""
    total = sum([weights.get(name, 0.0) * value for name, value in found.items()])
    return 1.0 / (1.0 + math.exp(-max(min(total, 30.0), -30.0)))


def judge(analysis: Analysis, proposals: list[Proposal]) -> list[Proposal]:
    """Return the proposals that are likely enough, each with its probability as the score."""
    trained = model()
    context = JudgeContext(analysis, proposals)
    return keep(trained["content"], trained["keep"], proposals, [features(context, p) for p in proposals])


def keep(
    weights: dict[str, float], least: float, proposals: Sequence[Proposal], found: Sequence[Features]
) -> list[Proposal]:
    """Return the proposals whose probability is at least ``least``, each with its probability as the score."""
    out = []
    for proposal, row in zip(proposals, found, strict=True):
        score = probability(weights, row)
        if score >= least:
            out.append(msgspec.structs.replace(proposal, score=score))
    return out
