"""Frames that stand inside a speech: ``П, — сказал он. — П2`` (docs/guidelines.md, D3 and D5).

Found before anything is parsed, by the joint (a mark and a dash) and a word of speech soon after it, since the parse
needs to know where the speech is cut.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection
from functools import cache
from typing import NamedTuple

from core.model.punctuation import DASHES, MARKS
from core.preannotate.analysis import lexicon, models
from core.preannotate.analysis.tokens import Piece

REACH = 7
"""Words after the dash among which the word of speech must stand."""
LONGEST_FRAME = 60
"""Tokens in a frame."""
BEFORE_DASH = frozenset({",", "?", "!", "…", ".", "...", "?..", "!..", "?!", "!!!", "!!", ",.", "»", '"', "”", "“"})
PREPOSITIONAL = frozenset({"словам", "мнению", "словами", "выражению"})


GESTURES = frozenset({"руками", "плечами", "головой", "рукой", "плечом", "голову", "рукою"})
"""What a person moves instead of saying that it speaks (``развёл руками``)."""


class Insert(NamedTuple):
    """A frame ``start:end``; the speech before it ends at ``left``, the speech after it begins at ``right``."""

    left: int
    start: int
    end: int
    right: int


@cache
def frame_verbs() -> frozenset[str]:
    """Return the infinitives that may frame direct speech."""
    found = lexicon.classes("cue_verbs")
    return found["say"] | found["direct"] | found["carrier"] | found["passive"] | found["opinion"]


def find_inserts(
    start: int, end: int, pieces: list[Piece], starts: list[int], more: Collection[str] = ()
) -> list[Insert]:
    """Return the frames inside the speech ``start:end``, in order; ``more``: verbs of speech beside the lexicon's."""
    verbs = frame_verbs().union(more) if more else frame_verbs()
    first = bisect_left(starts, start)
    last = bisect_left(starts, end)
    out: list[Insert] = []
    i = first + 1
    while i < last:
        if is_dash(pieces[i]) and pieces[i - 1].text in BEFORE_DASH and pieces[i - 1].text not in MARKS:
            stop = _frame_end(pieces, i + 1, last)
            if i - 1 > first and _speaks(pieces, i + 1, min(stop, i + 1 + REACH), verbs):
                out.append(_insert(pieces, i, stop, last, end))
                i = stop
        i += 1
    return out


def is_dash(piece: Piece) -> bool:
    return 0 < len(piece.text) <= 2 and DASHES.issuperset(piece.text)


def _frame_end(pieces: list[Piece], at: int, last: int) -> int:
    """Return the position after the frame's last word: before ``, —``, ``. —``, ``: —``, a sentence end or a mark."""
    depth = 0
    for i in range(at, min(last, at + LONGEST_FRAME)):
        word = pieces[i].text
        if word in "«„":
            depth += 1
        elif word in "»":
            depth -= 1
        following = pieces[i + 1] if i + 1 < last else None
        if word in (",", ".", ":", ";", "...", "…") and following and is_dash(following):
            return i
        if word in (".", "!", "?", "…") and depth <= 0 and following and following.text[:1].isupper() and i > at + 1:
            return i
        if word == ":" and depth <= 0 and i > at:
            return i
    return min(last, at + LONGEST_FRAME)


def _speaks(pieces: list[Piece], at: int, stop: int, verbs: frozenset[str]) -> bool:
    """Tell whether a word of speech stands among ``pieces[at:stop]`` before any comma that does not follow it."""
    for i in range(at, stop):
        word = pieces[i].text
        if word.lower() in PREPOSITIONAL:
            return True
        if models.verb_lemmas(word) & verbs and word[:1].islower():
            return True
        if word in GESTURES and i > at and models.verb_feats(pieces[i - 1].text):
            return True
        if word == "," or (word[:1].isupper() and i == at):
            return False
    return False


def _insert(pieces: list[Piece], dash: int, stop: int, last: int, end: int) -> Insert:
    before = pieces[dash - 1]
    left = before.start if before.text in (",", ".") else before.end
    begin = pieces[dash + 1].start if dash + 1 < last else pieces[dash].end
    finish = pieces[stop - 1].end if stop > dash + 1 else begin
    right = end
    i = stop
    while i < last and (pieces[i].text in (",", ".", ":", ";", "...", "…", "!", "?") or is_dash(pieces[i])):
        i += 1
    if i < last:
        right = pieces[i].start
    return Insert(left, begin, finish, right)
