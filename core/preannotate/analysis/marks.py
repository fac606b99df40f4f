"""Pairing of quotation marks: which spans of the text are quoted, also where marks are missing.

Rules of recovery: one closing mark may close two levels, one opening mark open two, a
speech may run over paragraphs (opened anew in each or not), and an opening mark may stay without its partner. All
is linear in the length of the text.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from core.model import Range
from core.model.punctuation import CLOSERS, DASHES, MARKS, STRAIGHT

SPACES = frozenset(" \t\u00a0\u202f\u2009\n\r")
DEEPEST = 5
"""Levels of quoting that are kept; what lies deeper is noise."""
LOOSE = 4
"""Marks without a partner that are looked at in one paragraph, from its start and from its end."""
SENTENCE_END = frozenset(".!?…")
_MARK = re.compile(f"[{''.join(sorted(MARKS))}]")


class Quoted(NamedTuple):
    """A quoted span with its marks. ``closed`` is false where the closing mark is missing, likewise ``opened``."""

    start: int
    end: int
    depth: int
    opened: bool = True
    closed: bool = True

    @property
    def range(self) -> Range:
        return Range(self.start, self.end)


def direction(text: str, at: int, inside: bool, low: bool) -> int:
    """Return +1 where the mark at ``at`` opens, -1 where it closes. ``low``: the innermost open mark is „."""
    mark = text[at]
    if mark in "«„‹":
        return 1
    if mark in CLOSERS:
        return -1
    before = text[at - 1] if at else "\n"
    after = text[at + 1] if at + 1 < len(text) else "\n"
    if mark == "“" and not low:
        return 1
    if mark == "“" and low and (before not in SPACES):
        return -1
    opens = (before in SPACES or before in "([{/«„" or before in DASHES) and after not in SPACES
    closes = before not in SPACES and (after in SPACES or after in ".,;:!?…)]»”" or after in DASHES)
    if opens and not closes:
        return 1
    if closes and not opens:
        return -1
    if before in STRAIGHT and inside and after not in SPACES:
        return 1
    return -1 if inside else 1


def speech_closer(text: str, at: int) -> bool:
    """Tell whether the mark at ``at`` is followed by ``, —`` or a dash: the joint of direct speech and its frame."""
    rest = text[at + 1 : at + 8].lstrip(",.!?…»”\"'")
    stripped = rest.lstrip(" \u00a0\u202f\u2009")
    return bool(stripped) and stripped[0] in DASHES and (len(stripped) < 2 or stripped[1] in SPACES)


def pair_paragraph(text: str, start: int, end: int) -> tuple[list[Quoted], list[int], list[int]]:
    """Pair the marks of one paragraph; return the pairs, the openers and the closers that found no partner."""
    marks = [mark.start() for mark in _MARK.finditer(text, start, end)]
    stack: list[int] = []
    pairs: list[Quoted] = []
    loose: list[int] = []
    for order, at in enumerate(marks):
        low = bool(stack) and text[stack[-1]] == "„"
        if direction(text, at, bool(stack), low) > 0:
            stack.append(at)
        elif not stack:
            loose.append(at)
        else:
            opener = stack.pop()
            pairs.append(Quoted(opener, at + 1, len(stack)))
            if stack and speech_closer(text, at) and not _more_closers(text, marks[order + 1 :], len(stack)):
                while stack:
                    pairs.append(Quoted(stack.pop(), at + 1, len(stack)))
    return pairs, stack, loose


def _more_closers(text: str, rest: list[int], needed: int) -> bool:
    """Tell whether marks enough follow to close the levels still open (a look ahead of at most 40 marks)."""
    level = needed
    for at in rest[:40]:
        level += direction(text, at, True, False)
        if level <= 0:
            return True
    return False


def find_quoted(text: str, paragraphs: list[Range]) -> tuple[Quoted, ...]:
    """Return all quoted spans in reading order, the longer first; nested ones carry their depth."""
    out: list[Quoted] = []
    carried: int | None = None
    for number, paragraph in enumerate(paragraphs):
        pairs, openers, closers = pair_paragraph(text, paragraph.start, paragraph.end)
        if carried is not None:
            carried = _carry(text, paragraph, pairs, openers, closers, carried, out)
        openers, closers = _few(openers), _few(closers)
        following = paragraphs[number + 1 : number + 6]
        out += pairs
        out += _lost_openers(text, paragraph, pairs, closers)
        for opener in openers:
            if carried is None and opener == openers[0] and _runs_on(text, opener, paragraph, following):
                carried = opener
            elif carried != opener:
                out.append(_unclosed(text, opener, paragraph, pairs))
    if carried is not None:
        out.append(Quoted(carried, paragraphs[-1].end, 0, closed=False))
    return _ordered(out)


def _few(marks: list[int]) -> list[int]:
    return marks if len(marks) <= 2 * LOOSE else marks[:LOOSE] + marks[-LOOSE:]


def _carry(
    text: str,
    paragraph: Range,
    pairs: list[Quoted],
    openers: list[int],
    closers: list[int],
    carried: int,
    out: list[Quoted],
) -> int | None:
    """Go on with a speech of an earlier paragraph: end it at its closing mark, or carry it further."""
    if openers and openers[0] == _first(text, paragraph):
        openers.pop(0)
        return carried
    first = _first(text, paragraph)
    opening = next((p for p in pairs if p.start == first), None)
    if opening is not None and not closers:
        pairs.remove(opening)
        out.append(Quoted(carried, opening.end, 0))
        return None
    if closers:
        out.append(Quoted(carried, closers.pop(0) + 1, 0))
        return None
    return carried


def _first(text: str, paragraph: Range) -> int:
    at = paragraph.start
    while at < paragraph.end and text[at] in SPACES:
        at += 1
    return at


def _runs_on(text: str, opener: int, paragraph: Range, following: list[Range]) -> bool:
    """Tell whether the speech opened here is closed in a later paragraph (opened anew in each, or not at all)."""
    if not following:
        return False
    starts = opener == _first(text, paragraph) or text[max(opener - 2, 0) : opener].strip() in (":", "—", "–", "-")
    for after in following:
        pairs, openers, closers = pair_paragraph(text, after.start, after.end)
        first = _first(text, after)
        if closers and not openers:
            return True
        if starts and openers and openers[0] == first:
            continue
        if starts and text[opener] in "«„“" and pairs and pairs[0].start == first and text[first] == text[opener]:
            return pairs[0].end >= after.end - 2 or speech_closer(text, pairs[0].end - 1)
        if openers or (pairs and pairs[-1].end - pairs[0].start > 0 and not starts):
            return False
    return False


def _lost_openers(text: str, paragraph: Range, pairs: list[Quoted], closers: list[int]) -> list[Quoted]:
    """Give a closing mark without partner the start of its speech: the paragraph's or its first mark."""
    out = []
    for closer in closers:
        if not speech_closer(text, closer) and closer + 1 < paragraph.end:
            continue
        before = [p for p in pairs if p.end <= closer and p.depth == 0]
        first = _first(text, paragraph)
        lead = [p for p in before if p.start == first or text[max(p.start - 2, 0) : p.start].strip() == ":"]
        start = lead[-1].start if lead else first
        out.append(Quoted(start, closer + 1, 0, opened=bool(lead)))
    return out


def _unclosed(text: str, opener: int, paragraph: Range, pairs: list[Quoted]) -> Quoted:
    """End an unclosed span at the last closing mark of the paragraph where that ends it, else at its end."""
    inner = [p for p in pairs if p.start > opener]
    if inner:
        last = max(inner, key=lambda p: p.end)
        tail = text[last.end : paragraph.end].strip(" .,!?…;\u00a0")
        if not tail or speech_closer(text, last.end - 1):
            return Quoted(opener, last.end, 0)
    end = paragraph.end
    while end > opener + 1 and text[end - 1] in SPACES:
        end -= 1
    return Quoted(opener, end, 0, closed=False)


def _ordered(found: list[Quoted]) -> tuple[Quoted, ...]:
    """Sort, drop doubles and crossings, and count depths anew."""
    out: list[Quoted] = []
    open_ends: list[int] = []
    seen: set[tuple[int, int]] = set()
    for q in sorted(found, key=lambda q: (q.start, -q.end)):
        while open_ends and open_ends[-1] <= q.start:
            open_ends.pop()
        deep = len(open_ends) >= DEEPEST
        if (q.start, q.end) in seen or q.end - q.start < 2 or deep or (open_ends and q.end > open_ends[-1]):
            continue
        seen.add((q.start, q.end))
        out.append(q._replace(depth=len(open_ends)))
        open_ends.append(q.end)
    return tuple(out)
