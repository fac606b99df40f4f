"""Words that say about how many there are: ``более 20 экспертов``, ``по меньшей мере трое свидетелей``."""

from __future__ import annotations

from collections.abc import Sequence

from core.preannotate.analysis.analysis import Token

ABOUT = frozenset({"более", "менее", "больше", "меньше", "свыше", "около", "порядка", "до"})
"""Words behind which a number, or what stands for one, is in the genitive."""
MEASURES = (("по", "меньшей", "мере"), ("по", "крайней", "мере"))
SHARES = frozenset({"половина", "треть", "четверть", "сотня", "десяток", "дюжина"})
"""Nouns of how many that stay in the name of those who say something (not ``тысяча``: ``шахтёры``)."""


def is_share(tokens: Sequence[Token]) -> bool:
    """Tell whether a phrase says of how many it is by a measure or a share (``более половины опрошенных``)."""
    words = tuple(t.lower for t in tokens[:3])
    return words in MEASURES or (words[0] in ABOUT and any(t.lemma in SHARES for t in tokens[1:3]))


def opens_quantity(tokens: Sequence[Token]) -> bool:
    """Tell whether the first words of a phrase say about how many there are (``по меньшей мере 20 врачей``)."""
    words = tuple(t.lower for t in tokens[:3])
    return words in MEASURES or words[0] in ABOUT or (words[0] == "от" and "до" in (t.lower for t in tokens[:4]))
