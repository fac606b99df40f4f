"""What the text layer of a PDF cannot say of its type, named where it stands: for the person who imports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.formats.pdf_lines import Line

_APART = re.compile(r"(?<!\w)[^\W\d_](?:[ \u00a0][^\W\d_]){2,}(?![\w.])")
"""Letters with blanks between them, three at least; initials have full stops."""
_WORDS = frozenset("авиокусяжбэ")
"""Letters that are words of their own."""


def marks_said(lines: Sequence[Line], text: str) -> Iterator[str]:
    """Yield notes on small capitals, on letters set apart, and on raised note marks, each with its number."""
    if capitals := sum(line.small_capitals for line in lines):
        yield f"small capitals read as capitals: {capitals:,}"
    apart = [found[0] for found in _APART.finditer(text) if set(found[0].lower()) - _WORDS - {" ", "\u00a0"}]
    if apart:
        shown = ", ".join(f"“{one if len(one) <= 40 else one[:39] + '…'}”" for one in apart[:5])
        yield f"letters set apart, their blanks kept: {len(apart):,} ({shown})"
    if marks := sum(line.marks for line in lines):
        yield f"raised note marks left out of the text: {marks:,}"
