"""Counts of what is learned: what speaks of one entry, and how often proposals were right."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from core.learning.evidence import CORRECTION
from core.model.knowledge import MOST_EXAMPLES, RECENT, Check, Entry, Example, Part

SEVERAL = 2
"""As what an article counts at most in which a part makes several errors fewer, or more: they may have one cause."""


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

    def take_in(self, entry: Entry, share: float, *, pro: str, con: str) -> None:
        """Begin with this share of what another project counted, by what speaks for its entry and what against it."""
        self.says[pro] += entry.pro * share  # type: ignore[assignment]
        self.says[con] += entry.con * share  # type: ignore[assignment]
        self.shown[entry.shown] += 1
        self.foreign += entry.articles

    def entry(self, part: Part, words: str, says: str, pro: float, con: float) -> Entry:
        """Return the entry of these words: what they are said to be, what speaks for that and what against it."""
        return Entry(
            part=part,
            words=words,
            shown=self.commonest(words),
            says=says,
            pro=round(pro, 3),
            con=round(con, 3),
            articles=len(self.articles) + self.foreign,
            examples=tuple(self.examples),
        )

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

    def together(self, more: Hits) -> Hits:
        """Return these counts and others together."""
        return Hits(self.right + more.right, self.wrong + more.wrong, self.missed + more.missed)

    @property
    def f1(self) -> float:
        every = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / every if every else 1.0

    @property
    def errors(self) -> int:
        """Wrong and missed."""
        return self.wrong + self.missed


class Beside:
    """How a part does on articles beside the shipped proposals: counts of both, and the articles that differ."""

    def __init__(self) -> None:
        self.hits = {False: Hits(), True: Hits()}
        self.articles = 0
        self._signs: deque[int] = deque(maxlen=RECENT)

    def compare(self, without: AbstractSet[object], within: AbstractSet[object], truth: AbstractSet[object]) -> None:
        """Count an article: what was proposed without and with the part, and what is right."""
        self.add(Hits().plus(without, truth), Hits().plus(within, truth))

    def add(self, without: Hits, within: Hits) -> None:
        """Count an article by its hits without and with the part."""
        for which, one in ((False, without), (True, within)):
            self.hits[which] = self.hits[which].together(one)
        self.differ(without.errors - within.errors)
        self.articles += 1

    def differ(self, gain: int) -> None:
        """Count an article in which the part makes this many fewer errors; nothing where it makes no difference."""
        if gain:
            self._signs.append(max(min(gain, SEVERAL), -SEVERAL))

    @property
    def signs(self) -> tuple[int, int]:
        """In how many of the last articles that differ the part did better, and worse; one of several errors is two."""
        return sum(max(sign, 0) for sign in self._signs), sum(max(-sign, 0) for sign in self._signs)

    def check(self, part: Part) -> Check:
        """Return how the part did."""
        without, within = (round(self.hits[which].f1, 5) for which in (False, True))
        better, worse = self.signs
        return Check(part=part, articles=self.articles, without=without, within=within, better=better, worse=worse)
