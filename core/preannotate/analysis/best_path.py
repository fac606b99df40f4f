"""The likeliest path through the scores of tags: what the Viterbi algorithm finds, in few steps over arrays."""

from __future__ import annotations

from typing import Any

import numpy as np

from core.preannotate.analysis.weights import Array

Numbers = np.ndarray[Any, np.dtype[np.int64]]


def best_path(scores: Array, transitions: Array, begins: Any) -> Numbers:
    """Return the tags of the best path over ``scores`` (tokens, tags): what the Viterbi algorithm finds.

    ``begins``: at which tokens a new sequence starts, into which no transition counts. Pairs of neighbouring
    spans are joined level by level, so that the number of steps grows with the logarithm of the length.
    """
    count, tags = scores.shape
    scores = (scores - scores.max(1, keepdims=True)).T
    neutral = np.where(np.eye(tags, dtype=bool), np.float32(0), np.float32(-np.inf))[:, :, None]
    above = np.where(begins, np.float32(0), transitions[:, :, None]) + scores
    levels = []
    while above.shape[2] > 1:
        below = np.concatenate([above, neutral], axis=2) if above.shape[2] % 2 else above
        left, right = below[:, :, 0::2], below[:, :, 1::2]
        levels.append((left, right))
        above = _joined(left, right)
    ends = np.array([0, above[0, :, 0].argmax()])
    for left, right in reversed(levels):
        ends = ends[: left.shape[2] + 1]
        each = np.arange(ends.size - 1)
        through = left[ends[:-1], :, each]
        through += right.transpose(1, 2, 0)[ends[1:], each]
        middle = through.argmax(1)
        wider = np.empty(2 * ends.size - 1, np.int64)
        wider[0::2], wider[1::2] = ends, middle
        ends = wider
    return ends[1 : count + 1]


def _joined(left: Array, right: Array) -> Array:
    """Return for neighbouring spans the best score from every first to every last tag (first, last, spans)."""
    through: Array = np.ascontiguousarray(left)[:, :, None] + np.ascontiguousarray(right)  # rows of every second span
    best: Array = np.maximum.reduce(through, axis=1)
    return best
