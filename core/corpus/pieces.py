"""The words of a typed query: a word, a phrase with its gaps, a pattern."""

from __future__ import annotations

import re

from core.corpus import tokens
from core.corpus.cursor import Cursor
from core.corpus.query import MOST_GAP, Gap, How, Pattern, Phrase, Word

_BARE = re.compile(r"[^\s()|\"«“„]+")
_GAP = re.compile(r"\.\.(\d+)|(\d+)\.\.(\d+)")
_MARKED = re.compile(r"[*?]")
_PATTERN = re.compile(r"/((?:\\.|[^/\\])*)/", re.DOTALL)


def pattern(cursor: Cursor) -> Pattern:
    """Read ``/…/``."""
    at = cursor.at
    found = _PATTERN.match(cursor.text, at)
    if found is None:
        raise cursor.error("query-unclosed", at, mark="/")
    cursor.at = found.end()
    if not found[1]:
        raise cursor.error("query-pattern-empty", at)
    return Pattern(found[1].replace("\\/", "/"))


def phrase(cursor: Cursor, how: How) -> Phrase:
    """Read a phrase in quotation marks, whose words are meant so where they do not say otherwise."""
    inside, start = cursor.quoted()
    parts: list[Word | Gap] = []
    for found in re.finditer(r"\S+", inside):
        parts += _piece(cursor, found.group(), start + found.start(), how)
    if not parts:
        raise cursor.error("query-word", start - 1, word="")
    if isinstance(parts[0], Gap) or isinstance(parts[-1], Gap):
        raise cursor.error("query-gap", start - 1)
    if sum(part.most for part in parts if isinstance(part, Gap)) > MOST_GAP:
        raise cursor.error("query-gap-long", start - 1, most=MOST_GAP)
    return Phrase(tuple(parts))


def bare(cursor: Cursor) -> Phrase:
    """Read a word without quotation marks."""
    at = cursor.at
    found = _BARE.match(cursor.text, at)
    piece = found.group() if found else cursor.here()
    cursor.at = at + len(piece)
    words = _words(*_meant(piece, How.LEMMA))
    if not words:
        raise cursor.error("query-word", at, word=piece.removeprefix("=") or piece)
    return Phrase(words)


def _piece(cursor: Cursor, piece: str, at: int, how: How) -> list[Word | Gap]:
    """Return the words of a piece of a phrase, or the gap that it is; marks alone are nothing."""
    if piece == "*":
        return [Gap(1, 1)]
    if found := _GAP.fullmatch(piece):
        least, most = (0, found[1]) if found[1] else (found[2], found[3])
        if len(most) > 3 or len(str(least)) > 3 or int(least) > int(most):
            raise cursor.error("query-gap-long", at, most=MOST_GAP)
        return [Gap(int(least), int(most))]
    return list(_words(*_meant(piece, how)))


def _meant(piece: str, how: How) -> tuple[str, How]:
    """Return a piece without the equals sign before it, and how it is meant."""
    return (piece[1:], How.EXACT) if piece.startswith("=") and len(piece) > 1 else (piece, how)


def _words(piece: str, how: How) -> tuple[Word, ...]:
    """Return the words that a typed piece holds: as a rule one; with ``*`` or ``?`` in it, that as it is."""
    if _MARKED.search(piece) and how is not How.EXACT:
        stripped = piece.strip(".,;:!…")
        return (Word(stripped, How.WILDCARD),) if re.search(r"\w", stripped) else ()
    return tuple(Word(word, how) for word in tokens.words_of(piece))
