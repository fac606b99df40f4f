"""Find words in an article: as written, in any case form, or by a regular expression that cannot hang the window."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from core.errors import UserError
from core.model import Range

if TYPE_CHECKING:
    import regex

SECONDS = 0.5
"""How long an expression may search one article before it is refused."""
LONGEST = 10_000
"""Code points that an expression may stand for at least: all of them are written out when it is compiled."""
LEMMA_SECONDS = 5.0
"""How long words may be looked for in any form."""
MOST = 10_000
"""As many hits as are worth showing."""
GoOn = Callable[[], bool]
"""Asked between hits; False where nobody wants the result any more."""


class Way(StrEnum):
    """How the sought words are meant."""

    EXACT = "exact"
    LEMMA = "lemma"
    PATTERN = "pattern"


def find(
    text: str, sought: str, way: Way = Way.EXACT, *, match_case: bool = False, go_on: GoOn = lambda: True
) -> list[Range]:
    """Return the spans of ``text`` that match, in text order and disjoint, at most ``MOST``.

    ``exact`` and ``lemma`` take ё for е and ignore case (unless ``match_case``, for ``exact``); a no-break space is a
    space. For a thread: an expression lets other threads run while it searches, and ``go_on`` can end any search early.
    Raises UserError ``pattern-invalid`` (pattern, reason), ``pattern-long`` (pattern, count, most), ``pattern-slow``
    (pattern, seconds) and, for the other ways, ``find-slow`` (seconds).
    """
    if not sought.strip():
        return []
    if way is Way.LEMMA:
        return _in_any_form(text, sought, go_on)
    return _search(text, sought if way is Way.PATTERN else _literal(sought), match_case, go_on)


def _in_any_form(text: str, sought: str, go_on: GoOn) -> list[Range]:
    from core.preannotate.names.names import each_occurrence

    found: list[Range] = []
    until = time.monotonic() + LEMMA_SECONDS
    for span in each_occurrence(text, sought, any_case=True):
        if not go_on():
            break
        if time.monotonic() > until:
            raise UserError("find-slow", seconds=LEMMA_SECONDS)
        if span is not None:
            found.append(span)
        if len(found) == MOST:
            break
    return found


def _literal(sought: str) -> str:
    """Return the expression for ``sought`` as written, but for ё/е and the kinds of space."""
    pieces = []
    for character in sought:
        if character in "её":
            pieces.append("[её]")
        elif character in "ЕЁ":
            pieces.append("[ЕЁ]")
        else:
            pieces.append(r"\s+" if character.isspace() else re.escape(character))
    return "".join(pieces)


def _search(text: str, pattern: str, match_case: bool, go_on: GoOn) -> list[Range]:
    found = []
    try:
        compiled = _compiled(pattern, match_case)
        for match in compiled.finditer(text, timeout=SECONDS, concurrent=True):
            if match.start() < match.end():
                found.append(Range(*match.span()))
            if len(found) == MOST or not go_on():
                break
    except TimeoutError as error:
        raise UserError("pattern-slow", pattern=pattern, seconds=SECONDS) from error
    return found


def _compiled(pattern: str, match_case: bool) -> regex.Pattern[str]:
    import regex  # its code is read with the first search, not with the window

    count = _shortest(pattern)
    if count > LONGEST:
        raise UserError("pattern-long", pattern=pattern[:40], count=count, most=LONGEST)
    try:
        return regex.compile(pattern, 0 if match_case else regex.IGNORECASE)
    except regex.error as error:
        raise UserError("pattern-invalid", pattern=pattern, reason=str(error)) from error
    except RecursionError as error:
        raise UserError("pattern-invalid", pattern=pattern[:40], reason="too many groups in groups") from error


_PIECE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{(\d+)(?:,\d*)?\}|.", re.DOTALL)


def _shortest(pattern: str) -> int:
    """Return about how many code points an expression stands for, its repetitions written out as seldom as allowed."""
    sizes, last = [0], 0
    for piece in _PIECE.finditer(pattern):
        if piece[1] is not None:
            times = max(1, int(piece[1][:9]))
            sizes[-1] += last * (times - 1)
            last *= times
        elif piece[0] == "(":
            sizes.append(0)
        elif piece[0] == ")" and len(sizes) > 1:
            last = max(1, sizes.pop())
            sizes[-1] += last
        else:
            last = 1
            sizes[-1] += 1
    return sum(sizes)
