"""Figures for people and, as the last line, for programs."""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable, Sequence


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which ``share`` (0–1) of ``values`` lie, by the nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def timed(run: Callable[[], object], times: int = 1) -> list[float]:
    """Return the seconds that each of ``times`` runs took."""
    out = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        out.append(time.perf_counter() - start)
    return out


def spread(seconds: Sequence[float]) -> dict[str, float]:
    """Return median, 95th percentile and maximum in milliseconds."""
    values = [1000 * value for value in seconds]
    return {
        "median_ms": round(statistics.median(values), 3),
        "p95_ms": round(percentile(values, 0.95), 3),
        "max_ms": round(max(values), 3),
    }


def finish(result: dict[str, object]) -> None:
    """Print ``result`` as the last line, one object of JSON."""
    print(json.dumps(result, ensure_ascii=False))
