"""Counts of what is learned: what speaks of one entry, and how often proposals were right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from core.learning.evidence import CORRECTION
from core.model.knowledge import MOST_EXAMPLES, Example


class Tally:
    """What speaks of one entry: weights by what it is said to be, and how it is written."""

    def __init__(self) -> None:
        self.says: Counter[str] = Counter()
        self.shown: Counter[str] = Counter()
        self.articles: set[str] = set()
        self.foreign = 0
        self.examples: list[Example] = []

    def add(self, says: str, weight: float, example: Example) -> None:
        """Count a place that says so."""
        self.says[says] += weight  # type: ignore[assignment]
        self.articles.add(example.article)
        if weight >= CORRECTION and len(self.examples) < MOST_EXAMPLES:
            self.examples.append(example)

    def best(self) -> tuple[str, float, float]:
        """Return what most says, its weight, and all other weight."""
        label, pro = min(self.says.items(), key=lambda one: (-round(one[1], 9), one[0]))  # thirds, in any order
        return label, float(pro), float(sum(self.says.values()) - pro)

    def commonest(self, otherwise: str) -> str:
        """Return as what it is mostly written."""
        return min(self.shown.items(), key=lambda one: (-one[1], one[0]))[0] if self.shown else otherwise


class Hits(NamedTuple):
    """Right, wrong and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def plus(self, predicted: AbstractSet[object], truth: AbstractSet[object]) -> Hits:
        """Return the counts with one more article's."""
        right = len(predicted & truth)
        return Hits(self.right + right, self.wrong + len(predicted) - right, self.missed + len(truth) - right)

    @property
    def f1(self) -> float:
        every = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / every if every else 1.0
