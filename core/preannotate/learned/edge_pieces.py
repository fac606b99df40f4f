"""What may stand inside or outside at an edge: quotation marks, dashes, conjunctions, what ends sentences, titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from core.model import Range
from core.model.punctuation import CLOSERS, DASHES, OPENERS, STRAIGHT
from core.preannotate.analysis import models
from core.preannotate.analysis.marks import find_quoted
from core.preannotate.analysis.tokens import paragraphs_of

NAME = "name "
"""Before the label of a name, in what an edge is of; the edges of quotations are of a form."""
MARK, DASH, COMMA, STOP, FINAL, TITLE, ADJECTIVE = "mark", "dash", "comma", "stop", "final", "title", "adjective"
WITHIN = "-within"
"""After the kind of what stands before a closing mark."""
LEADING = ("что", "чтобы", "будто", "якобы", "как", "и", "а", "но", "однако", "зато", "мол", "дескать")
TRAILING = ("мол", "дескать")
MOST = 5
"""Things at one edge that are looked at."""
_REACH = 40
"""Code points in which one of them is looked for."""
_OPENING, _CLOSING = frozenset(OPENERS + STRAIGHT), frozenset(CLOSERS + STRAIGHT + "“")
_LEAD = re.compile(rf"({'|'.join(LEADING)}),?[ \u00a0]+(?=\S)", re.IGNORECASE)
_LEAD_BEFORE = re.compile(rf"(?<![\w-])({'|'.join(LEADING)}),?[ \u00a0]+\Z", re.IGNORECASE)
_DASHED = re.compile(rf"[{''.join(sorted(DASHES))}][ \u00a0]+(?=\S)")
_DASH_BEFORE = re.compile(rf"(?<!\S)[{''.join(sorted(DASHES))}][ \u00a0]+\Z")
_TRAIL = re.compile(rf",?[ \u00a0]+({'|'.join(TRAILING)})(?![\w-])", re.IGNORECASE)
_TRAIL_BEFORE = re.compile(rf"(?<=\S),?[ \u00a0]+({'|'.join(TRAILING)})\Z", re.IGNORECASE)
_END = re.compile(r"\.{2,}|[?!…][?!….]*|[.,]")
_END_BEFORE = re.compile(r"(?:\.{2,}|[?!…][?!….]*|[.,])\Z")
_SHORT = re.compile(
    r"(?<![\w-])(?:[^\W\d_аеёиоуыэюяАЕЁИОУЫЭЮЯ]{1,2}|[А-ЯЁ]|им|обл|ок|руб|коп|млн|млрд|тыс|долл|трлн|проц|стр|ул)\Z"
)
"""An abbreviation or an initial: the full stop behind it is its own."""
_WORD = re.compile(r"[а-яёА-ЯЁ][а-яё-]*[ \u00a0](?=\S)")
_NEXT = re.compile(r"[\w-]+")
_WORD_BEFORE = re.compile(r"(?<![\w-])[а-яёА-ЯЁ][а-яё-]*[ \u00a0]\Z")
_BEGINS = re.compile(r"(?:\A|[.!?…:»\"]\s+|\n\s*|[—–-]\s+|[«\"„“])\Z")
"""What stands before the first word of a sentence, which alone may be a title with a capital."""
_PROPER = ("Name", "Surn", "Patr", "Geox", "Orgn")


class Piece(NamedTuple):
    """Something at an edge that may be inside or outside."""

    start: int
    end: int
    kind: str


class Pairs(NamedTuple):
    """Of each quotation mark that has one its partner; of marks that close several the innermost."""

    closer: Mapping[int, int]
    opener: Mapping[int, int]


def pairs_of(text: str) -> Pairs:
    """Return which quotation marks of a text belong together."""
    closer: dict[int, int] = {}
    opener: dict[int, int] = {}
    for one in find_quoted(text, paragraphs_of(text)):
        if one.opened and one.closed:
            closer[one.start] = one.end - 1
            opener[one.end - 1] = max(one.start, opener.get(one.end - 1, -1))
    return Pairs(closer, opener)


def inner_of(text: str, span: Range, of: str, pairs: Pairs) -> Range | None:
    """Return a range without what may be outside; None where that is all of it."""
    low, high = span
    for _ in range(MOST):
        step = _left_in(text, low, of)
        if step is None or step.end >= high:
            break
        low = step.end
    for _ in range(MOST):
        back = _right_in(text, high, of)
        if back is None or back.start <= low:
            break
        high = back.start
    raw = Range(low, high)  # by this a mark is told from one whose partner is inside
    start, end = span
    while start < low:
        step = _left_in(text, start, of)
        if step is None or (step.kind == MARK and not _opens(step.start, raw, pairs)):
            break
        start = step.end
    while end > high:
        back = _right_in(text, end, of)
        if back is None or (back.kind == MARK and not _closes(back.start, raw, pairs)):
            break
        end = back.start
    return Range(start, end) if start < end else None


def _opens(at: int, inner: Range, pairs: Pairs) -> bool:
    return pairs.closer.get(at, inner.end) >= inner.end


def _closes(at: int, inner: Range, pairs: Pairs) -> bool:
    return pairs.opener.get(at, -1) < inner.start


def outward(text: str, inner: Range, bound: int, of: str, pairs: Pairs, *, is_left: bool) -> Iterator[Piece]:
    """Yield what stands at an edge, from the inside outward, up to the ``bound``."""
    at = inner.start if is_left else inner.end
    for _ in range(MOST):
        piece = _left_out(text, at, of) if is_left else _right_out(text, at, of)
        if piece is None or (piece.start < bound if is_left else piece.end > bound):
            return
        if piece.kind == MARK and not (_opens if is_left else _closes)(piece.start, inner, pairs):
            return
        yield piece
        at = piece.start if is_left else piece.end


def _left_in(text: str, at: int, of: str) -> Piece | None:
    """Return what begins at a code point, if it may be outside."""
    if text[at : at + 1] in _OPENING:
        return Piece(at, at + 1, MARK)
    if of.startswith(NAME):
        found = _WORD.match(text, at)
        kind = _kind_of(text, Range(*found.span()), of) if found is not None else ""
        return Piece(at, found.end(), kind) if found is not None and kind else None
    if found := _DASHED.match(text, at):
        return Piece(at, found.end(), DASH)
    found = _LEAD.match(text, at)
    return Piece(at, found.end(), found.group(1).lower()) if found is not None else None


def _left_out(text: str, at: int, of: str) -> Piece | None:
    """Return what ends at a code point, if it may be inside of what begins there."""
    if at and text[at - 1] in _OPENING:
        return Piece(at - 1, at, MARK)
    before = text[max(at - _REACH, 0) : at]
    base = at - len(before)
    if of.startswith(NAME):
        found = _WORD_BEFORE.search(before)
        kind = _kind_of(text, Range(base + found.start(), at), of) if found is not None else ""
        return Piece(base + found.start(), at, kind) if found is not None and kind else None
    if found := _DASH_BEFORE.search(before):
        return Piece(base + found.start(), at, DASH)
    found = _LEAD_BEFORE.search(before)
    return Piece(base + found.start(), at, found.group(1).lower()) if found is not None else None


def _right_in(text: str, at: int, of: str) -> Piece | None:
    """Return what ends at a code point, if it may be outside."""
    if at and text[at - 1] in _CLOSING:
        return Piece(at - 1, at, MARK)
    before = text[max(at - _REACH, 0) : at]
    base = at - len(before)
    found = None if of.startswith(NAME) else _END_BEFORE.search(before)
    if found is not None:
        return _ended(text, base + found.start(), at)
    found = None if of.startswith(NAME) else _TRAIL_BEFORE.search(before)
    return Piece(base + found.start(), at, found.group(1).lower()) if found is not None else None


def _right_out(text: str, at: int, of: str) -> Piece | None:
    """Return what begins at a code point, if it may be inside of what ends there."""
    if text[at : at + 1] in _CLOSING:
        return Piece(at, at + 1, MARK)
    if of.startswith(NAME):
        return None
    found = _END.match(text, at)
    if found is not None:
        return _ended(text, at, found.end())
    found = _TRAIL.match(text, at)
    return Piece(at, found.end(), found.group(1).lower()) if found is not None else None


def _ended(text: str, start: int, end: int) -> Piece | None:
    """Return a comma, a full stop or what else ends a sentence; None for the stop of an abbreviation."""
    sign = text[start:end]
    kind = COMMA if sign == "," else STOP if sign == "." else FINAL
    if kind == STOP and _SHORT.search(text, max(start - _REACH, 0), start):
        return None
    return Piece(start, end, kind + (WITHIN if text[end : end + 1] in _CLOSING else ""))


def _kind_of(text: str, span: Range, of: str) -> str:
    """Return what a word before a name is to it: a title, an adjective of one; "" where neither."""
    word, end = text[slice(*span)].strip(), span.end
    if word[:1].isupper() and not _BEGINS.search(text[max(span.start - _REACH, 0) : span.start]):
        return ""
    after = text[end : end + 1]
    if after in _OPENING or after.isupper():
        return TITLE if _is_title(word.lower(), text, end, of) else ""
    found = _WORD.match(text, end)
    if found is None or not _kind_of(text, Range(*found.span()), of):
        return ""
    return ADJECTIVE if any(str(p.tag.POS) in ("ADJF", "PRTF") for p in models.parses(word.lower())) else ""


def _is_title(word: str, text: str, end: int, of: str) -> bool:
    """Tell whether a noun is what a name behind it is called: a person that agrees with it; of others their kind."""
    person = of == f"{NAME}PER"
    readings = models.parses(word)
    if any(kind in p.tag for p in readings for kind in _PROPER):
        return False
    nouns = [p for p in readings if str(p.tag.POS) == "NOUN" and (not person or "anim" in p.tag)]
    if not person and nouns and text[end : end + 1] in _OPENING:
        return True
    found = _NEXT.match(text, end)
    if found is None:
        return False
    forms = {(str(p.tag.case), str(p.tag.number)) for p in models.parses(found.group().lower())}
    return any((str(p.tag.case), str(p.tag.number)) in forms for p in nouns)
