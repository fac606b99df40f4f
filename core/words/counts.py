"""Counts in the words of the user's language."""

from __future__ import annotations

from core.corpus.counting.types import Axis, Figures


def axis_words(axis: Axis) -> str:
    """Return what an axis is called: ``Speaker``, ``Month``."""
    raise NotImplementedError


def label_words(axis: Axis, key: str, label: str) -> str:
    """Return a row or column in words: ``feminine``, ``May 2026``, ``nobody is named``; names as they are."""
    raise NotImplementedError


def basis_words(figures: Figures) -> str:
    """Say of what figures are counted: settled quotations, or proposals of which so many are expected to be right."""
    raise NotImplementedError
