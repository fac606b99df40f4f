"""Find words in an article: as written, in any case form, or by a regular expression that cannot hang the window."""

from __future__ import annotations

from enum import StrEnum

import regex

from core.errors import UserError
from core.model import Range

SECONDS = 0.5
"""How long an expression may search one article before it is refused."""
MOST = 10_000
"""As many hits as are worth showing."""


class Way(StrEnum):
    """How the sought words are meant."""

    EXACT = "exact"
    LEMMA = "lemma"
    PATTERN = "pattern"


def find(text: str, sought: str, way: Way = Way.EXACT, *, match_case: bool = False) -> list[Range]:
    """Return the spans of ``text`` that match, in text order and disjoint, at most ``MOST``.

    ``exact`` and ``lemma`` take ё for е and ignore case (unless ``match_case``, for ``exact``); a no-break space is a
    space. Raises UserError ``pattern-invalid`` (reason) and ``pattern-slow``.
    """
    if not sought.strip():
        return []
    if way is Way.LEMMA:
        from core.preannotate.names.names import occurrences

        return list(occurrences(text, sought, any_case=True))[:MOST]
    return _search(text, sought if way is Way.PATTERN else _literal(sought), match_case)


def _literal(sought: str) -> str:
    """Return the expression for ``sought`` as written, but for ё/е and the kinds of space."""
    pieces = []
    for character in sought:
        if character in "её":
            pieces.append("[её]")
        elif character in "ЕЁ":
            pieces.append("[ЕЁ]")
        else:
            pieces.append(r"\s+" if character.isspace() else regex.escape(character))
    return "".join(pieces)


def _search(text: str, pattern: str, match_case: bool) -> list[Range]:
    try:
        compiled = regex.compile(pattern, 0 if match_case else regex.IGNORECASE)
        found = []
        for match in compiled.finditer(text, timeout=SECONDS):
            if match.start() < match.end():
                found.append(Range(*match.span()))
            if len(found) == MOST:
                break
    except regex.error as error:
        raise UserError("pattern-invalid", pattern=pattern, reason=str(error)) from error
    except TimeoutError as error:
        raise UserError("pattern-slow", pattern=pattern, seconds=SECONDS) from error
    return found
