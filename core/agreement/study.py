"""Agreement of any number of annotators over many articles: pairs, articles, months, and how sure the figures are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Any, NamedTuple

import numpy as np

from core.agreement.measures import Measures, many, measures
from core.agreement.tally import Tally, count_all, count_pair, total
from core.comparing.compare import check_same_text
from core.model.layer import Layer

HEADLINES: tuple[tuple[str, ...], ...] = (
    ("quotations", "exact", "f1"),
    ("quotations", "overlap", "f1"),
    ("quotations", "strict", "exact", "f1"),
    ("quotations", "form", "kappa"),
    ("quotations", "form", "alpha"),
    ("quotations", "cue", "overlap"),
    ("quotations", "mention", "overlap"),
    ("quotations", "speaker", "same"),
    ("quotations", "end2end", "f1"),
    ("quotations", "token_alpha"),
    ("quotations", "unitising_alpha", "all"),
    ("actors", "b3", "f1"),
    ("actors", "lea", "f1"),
    ("entities", "exact", "f1"),
    ("entities", "overlap", "f1"),
)
"""The measures that get an interval and a column in tables; paths into ``measures``."""


class _Counted(NamedTuple):
    """The tally of one pair of annotators in one article."""

    article: str
    period: str
    tally: Tally


class Study:
    """Collect layers article by article; every measure comes from sums, so memory grows by articles, not by text."""

    def __init__(self, annotators: Sequence[str]) -> None:
        self.annotators = tuple(annotators)
        self.articles = 0
        self.left_out: dict[str, int] = dict.fromkeys(self.annotators, 0)
        """How many articles only one annotator has: they are not compared."""
        self._pairs: dict[tuple[str, str], list[_Counted]] = {pair: [] for pair in combinations(self.annotators, 2)}
        self._all: Tally = {}

    def add(self, layers: Sequence[Layer], period: str = "") -> None:
        """Count the layers of one article (two or more of the study's annotators); ``period`` is when, as ``2026-11``.

        Raises UserError ``layers-differ`` where they are not of one text. One layer alone counts nothing.
        """
        by_name = {layer.annotator: layer for layer in layers}
        present = [by_name[name] for name in self.annotators if name in by_name]
        if len(present) < 2:
            for layer in present:
                self.left_out[layer.annotator] += 1
            return
        for other in present[1:]:
            check_same_text(present[0], other)
        self.articles += 1
        for one, other in combinations(present, 2):
            counted = _Counted(one.article.id, period, count_pair(one, other))
            self._pairs[one.annotator, other.annotator].append(counted)
        if len(self.annotators) > 2:
            self._all = total((self._all, count_all(present)))

    def result(self, *, articles: bool = False, samples: int = 0, seed: int = 0) -> dict[str, Any]:
        """Return everything: pooled measures, ``left_out``, ``pairs``, ``matrix``, ``over_time``, and ``by_article``.

        ``samples`` > 0 adds ``intervals``: 95 % bootstrap percentile intervals over articles, drawn with ``seed``.
        With more than two annotators the measures at the top pool all pairs, and ``all`` has the alphas of all.
        """
        every = [counted for found in self._pairs.values() for counted in found]
        out: dict[str, Any] = {"layers": list(self.annotators), **measures(total(one.tally for one in every))}
        out["articles"] = self.articles
        out["left_out"] = dict(self.left_out)
        if len(self.annotators) > 2:
            out["all"] = many(self._all)
        out["pairs"] = [
            {"a": a, "b": b, **measures(total(one.tally for one in found))} for (a, b), found in self._pairs.items()
        ]
        out["matrix"] = {".".join(path): self._matrix(out["pairs"], path) for path in HEADLINES}
        out["over_time"] = self._over_time(every)
        if articles:
            out["by_article"] = self._by_article(every)
        if samples > 0:
            out["intervals"] = self._intervals(every, samples, seed)
        return out

    def _matrix(self, pairs: Sequence[Measures], path: tuple[str, ...]) -> list[list[float | None]]:
        index = {name: at for at, name in enumerate(self.annotators)}
        rows: list[list[float | None]] = [[None] * len(index) for _ in index]
        for found in pairs:
            a, b = index[found["a"]], index[found["b"]]
            rows[a][b] = rows[b][a] = at_path(found, path)
        return rows

    def _over_time(self, every: Iterable[_Counted]) -> dict[str, Measures]:
        periods: dict[str, list[Tally]] = {}
        for counted in every:
            if counted.period:
                periods.setdefault(counted.period, []).append(counted.tally)
        return {period: headlines(measures(total(periods[period]))) for period in sorted(periods)}

    def _by_article(self, every: Iterable[_Counted]) -> dict[str, Measures]:
        found: dict[str, list[Tally]] = {}
        for counted in every:
            found.setdefault(counted.article, []).append(counted.tally)
        return {article: headlines(measures(total(tallies))) for article, tallies in found.items()}

    def _intervals(self, every: Sequence[_Counted], samples: int, seed: int) -> dict[str, list[float | None]]:
        """Return the 2.5 and 97.5 percentiles of every headline over resampled articles.

        Source: B. Efron, R. Tibshirani, An Introduction to the Bootstrap (1993), section 13.3 (percentile intervals).
        """
        articles: dict[str, list[Tally]] = {}
        for counted in every:
            articles.setdefault(counted.article, []).append(counted.tally)
        if not articles:
            return {}
        names, sums = _as_matrix([total(tallies) for tallies in articles.values()])
        draw = np.random.default_rng(seed)
        values: dict[tuple[str, ...], list[float]] = {path: [] for path in HEADLINES}
        for _ in range(samples):
            weights = draw.multinomial(len(sums), [1 / len(sums)] * len(sums))
            drawn = measures(dict(zip(names, (weights @ sums).tolist(), strict=True)))
            for path in HEADLINES:
                value = at_path(drawn, path)
                if value is not None:
                    values[path].append(value)
        return {".".join(path): _percentiles(found) for path, found in values.items()}


def _as_matrix(tallies: Sequence[Tally]) -> tuple[list[str], np.ndarray[Any, np.dtype[np.float64]]]:
    names = list(dict.fromkeys(name for tally in tallies for name in tally))
    index = {name: at for at, name in enumerate(names)}
    sums = np.zeros((len(tallies), len(names)))
    for row, tally in enumerate(tallies):
        for name, amount in tally.items():
            sums[row, index[name]] = amount
    return names, sums


def _percentiles(values: Sequence[float]) -> list[float | None]:
    if not values:
        return [None, None]
    low, high = np.percentile(values, (2.5, 97.5))
    return [round(float(low), 4), round(float(high), 4)]


def at_path(found: Mapping[str, Any], path: Iterable[str]) -> float | None:
    """Return the number at ``path`` in nested measures."""
    value: Any = found
    for name in path:
        value = value[name]
    return None if value is None else float(value)


def headlines(found: Measures) -> Measures:
    """Return the headline measures by their dotted names, with how many quotations were compared."""
    out: Measures = {".".join(path): at_path(found, path) for path in HEADLINES}
    return {"a": found["quotations"]["a"], "b": found["quotations"]["b"], **out}
