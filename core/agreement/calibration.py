"""How far scores hold: of the proposals with a score from some threshold on, how many there are and how many are right.

A score is a probability that a proposal is right, so that of those about 0.9 nine in ten should be.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from core.model import Annotation
from core.model.field_scores import field_scores

THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
EDGES = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)
"""The bands of scores; the last one holds 1."""


class Scored(NamedTuple):
    """A predicted quotation: its score, the scores of its fields, and which of them are right."""

    score: float | None
    fields: dict[str, float]
    right: dict[str, bool]
    """``content``: it overlaps a gold quotation; ``speaker``: that one has the same source (right end to end)."""

    @classmethod
    def of(cls, item: Annotation, *, content: bool, speaker: bool) -> Scored:
        """Return what a predicted quotation says of itself; ``extra["scores"]`` has the fields."""
        return cls(item.score, field_scores(item), {"content": content, "speaker": speaker})

    @property
    def least(self) -> float | None:
        """The least of the score and the scores of the fields; None without any."""
        every = [*self.fields.values(), *([] if self.score is None else [self.score])]
        return min(every, default=None)


def calibration(found: Sequence[Scored]) -> dict[str, Any]:
    """Return how far scores hold: shares at thresholds with how many are right, and bands of scores.

    ``at_least`` goes by the score, ``all_fields`` by the least of it and the fields' scores; both ask for the right
    content with the right speaker. A field's bands ask for the field alone, a speaker's only of the right content.
    """
    whole = [(one.score, one.right["speaker"]) for one in found if one.score is not None]
    least = [(one.least, one.right["speaker"]) for one in found if one.least is not None]
    fields = {
        "content": [(one.fields["content"], one.right["content"]) for one in found if "content" in one.fields],
        "speaker": [
            (one.fields["speaker"], one.right["speaker"])
            for one in found
            if "speaker" in one.fields and one.right["content"]
        ],
    }
    return {
        "scored": len(least),
        "at_least": _at_least(whole, len(found)),
        "all_fields": _at_least(least, len(found)),
        "bands": _bands(whole),
        "fields": {name: _bands(pairs) for name, pairs in fields.items()},
    }


def _at_least(pairs: Sequence[tuple[float, bool]], total: int) -> list[dict[str, Any]]:
    out = []
    for threshold in THRESHOLDS:
        sure = [right for score, right in pairs if score >= threshold]
        precision = round(sum(sure) / len(sure), 4) if sure else None
        share = round(len(sure) / total, 4) if total else None
        out.append({"score": threshold, "quotations": len(sure), "share": share, "precision": precision})
    return out


def _bands(pairs: Sequence[tuple[float, bool]]) -> list[dict[str, Any]]:
    out = []
    for low, high in pairwise(EDGES):
        there = [one for one in pairs if low <= one[0] < high or (high == EDGES[-1] and one[0] >= high)]
        if there:
            mean, right = (round(sum(one[at] for one in there) / len(there), 4) for at in (0, 1))
            out.append({"from": low, "to": high, "quotations": len(there), "mean": mean, "right": right})
    return out
