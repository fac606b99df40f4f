"""Quotations counted by one or two axes."""

from __future__ import annotations

from collections.abc import Callable

from core.corpus.corpus import Corpus
from core.corpus.counting.types import Axis, Scope, Table

GoOn = Callable[[], bool]


def _always() -> bool:
    return True


def count(
    corpus: Corpus,
    by: Axis,
    second: Axis | None = None,
    scope: Scope = Scope(),  # noqa: B008 - frozen
    *,
    most: int | None = None,
    going_on: GoOn = _always,
) -> Table | None:
    """Count quotations by an axis, and by a second one; None where ``going_on`` ended it.

    Counts the index as it is: call ``corpus.sync`` before. ``most``: so many rows, the others together are the rest.
    Raises UserError as ``Corpus.search``, ``counts-where`` where the query finds no quotations.
    """
    raise NotImplementedError
