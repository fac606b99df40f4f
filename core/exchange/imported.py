"""What an import did."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from core.formats.base import Refused


@dataclass
class Imported:
    """What an import did: ids of new articles, layers written, records that were there already, refusals, notes."""

    articles: list[str] = field(default_factory=list)
    bare: list[str] = field(default_factory=list)
    """Those new articles that came without annotations."""
    there: list[str] = field(default_factory=list)
    """Articles that records named or held again, in the order of the records."""
    whose: Counter[str] = field(default_factory=Counter)
    """How many layers were written, by annotator."""
    known: int = 0
    refused: list[Refused] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    """(article id, what the reader repaired or decided)."""
    beside: int = 0
    """How many new articles are nearly the same as one that was there."""
    sources: int = 0
    """How many sources of the register came."""
    cancelled: bool = False

    @property
    def layers(self) -> int:
        """How many layers were written."""
        return self.whose.total()
