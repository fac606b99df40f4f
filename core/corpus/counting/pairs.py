"""Who is quoted beside whom."""

from __future__ import annotations

from collections.abc import Callable

from core.corpus.corpus import Corpus
from core.corpus.counting.types import Pairs, Scope

GoOn = Callable[[], bool]


def _always() -> bool:
    return True


def pairs(
    corpus: Corpus,
    scope: Scope = Scope(),  # noqa: B008 - frozen
    *,
    least: int = 2,
    most: int = 200,
    going_on: GoOn = _always,
) -> Pairs | None:
    """Return the pairs of speakers that are quoted together in at least ``least`` articles; None where it was ended."""
    raise NotImplementedError
