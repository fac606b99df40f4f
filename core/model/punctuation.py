"""Quotation marks, brackets and dashes: the only module that lists the characters.

A rule about one particular mark names it directly; any test for quotation marks in general uses these sets.
"""

from __future__ import annotations

OPENERS = "«„“‹"
CLOSERS = "»”›"
"""Marks that only close; ``“`` closes as well, after ``„``."""
STRAIGHT = '"＂'
"""Marks that open and close alike."""
MARKS = frozenset(OPENERS + CLOSERS + STRAIGHT)
"""Marks of speech, which are paired to find what is quoted."""
QUOTATION_MARKS = '«»„“”‟"‘’‚‹›'
"""Quotation marks of every kind that the press uses, those inside words (``О’Нил``) among them."""
PAIRS = {"«": "»", "„": "“”", "“": "”", "‹": "›", "‘": "’", '"': '"'}
"""An opening mark and the marks that may close it, the usual one first."""
BRACKETS = "()[]{}"
TYPED_DASHES = "—–-"
"""What authors type for a dash."""
DASHES = frozenset(TYPED_DASHES + "−―")
"""What may stand for a dash: a minus and a horizontal bar too."""
