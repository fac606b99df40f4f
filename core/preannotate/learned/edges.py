"""Edges as a project sets them: marks, conjunctions, commas and titles in what is proposed, or left out of it.

An edge is taken apart into what may stand inside or outside: from the first or last word that is surely inside
outward. What a project decided of a kind of these is applied to what is proposed; all else stays as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from core.model import Range
from core.model.punctuation import CLOSERS, DASHES, OPENERS, STRAIGHT
from core.preannotate.analysis import lexicon, models
from core.preannotate.analysis.marks import find_quoted
from core.preannotate.analysis.tokens import paragraphs_of

NAME = "name "
"""Before the label of a name, in what an edge is of; the edges of quotations are of a form."""
MARK, DASH, COMMA, STOP, FINAL, TITLE, ADJECTIVE = "mark", "dash", "comma", "stop", "final", "title", "adjective"
WITHIN = "-within"
"""After the kind of what stands before a closing mark."""
START, END, BREAK, RESUME, BOTH = "start", "end", "break", "resume", "both"
"""Where: of the whole, and where the author's words interrupt it; both: a pair of marks around all of it."""
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
_SHORT = re.compile(r"(?:(?<![\w-])\w{1,2}|(?<![\w-])(?:руб|коп|млн|млрд|тыс|долл|трлн|проц))\Z", re.IGNORECASE)
"""An abbreviation or an initial: the full stop behind it is its own."""
_WORD = re.compile(r"[а-яё][а-яё-]*[ \u00a0](?=\S)")
_WORD_BEFORE = re.compile(r"(?<![\w-])[а-яё][а-яё-]*[ \u00a0]\Z")


class Piece(NamedTuple):
    """Something at an edge that may be inside or outside."""

    start: int
    end: int
    kind: str


class Edge(NamedTuple):
    """One edge: where it is, its pieces from the inside outward, and how many of them are inside.

    ``inner``: the code point at which it would be without any of them.
    """

    where: str
    part: int
    inner: int
    pieces: tuple[Piece, ...]
    inside: int

    @property
    def is_left(self) -> bool:
        return self.where in (START, RESUME)

    def at(self, inside: int) -> int:
        """Return the code point of the edge with so many pieces inside."""
        if not inside:
            return self.inner
        piece = self.pieces[inside - 1]
        return piece.start if self.is_left else piece.end


class Styled(NamedTuple):
    """What has edges: ``of``: a form of quotations or ``name LABEL``; "": its edges stay; ``beside``: its cue …"""

    of: str
    ranges: tuple[Range, ...]
    beside: tuple[Range, ...] = ()


class Restyled(NamedTuple):
    """The ranges with the project's edges, and by which of them they were changed."""

    ranges: tuple[Range, ...]
    by: tuple[str, ...]


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


def edges_of(text: str, one: Styled, pairs: Pairs) -> tuple[Edge, ...]:
    """Return the edges of ranges in their order, two of each; none where nothing would be left of one without them."""
    found: list[Edge] = []
    last = len(one.ranges) - 1
    for part, span in enumerate(one.ranges):
        inner = _inner(text, span, one.of, pairs)
        if inner is None:
            return ()
        low = one.ranges[part - 1].end if part else 0
        high = one.ranges[part + 1].start if part < last else len(text)
        left = list(_outward(text, inner, low, one.of, pairs, is_left=True))
        right = list(_outward(text, inner, high, one.of, pairs, is_left=False))
        sides = ((START if not part else RESUME, inner.start, left), (END if part == last else BREAK, inner.end, right))
        for (where, core, pieces), edge in zip(sides, span, strict=True):
            made = Edge(where, part, core, tuple(pieces), 0)
            inside = next((n for n in range(len(pieces) + 1) if made.at(n) == edge), None)
            if inside is None:
                return ()
            found.append(made._replace(inside=inside))
    return tuple(found)


def core_of(edges: Sequence[Edge]) -> tuple[int, ...]:
    """Return what two that differ in their edges alone have in common."""
    return tuple(edge.inner for edge in edges)


def is_pair(edges: Sequence[Edge]) -> bool:
    """Tell whether quotation marks stand at the first and at the last edge."""
    return all(any(piece.kind == MARK for piece in edge.pieces) for edge in (edges[0], edges[-1]))


def words_of(of: str, edge: Edge, piece: Piece, *, pair: bool) -> str:
    """Return by what an entry of such a piece is known."""
    where = BOTH if pair and piece.kind == MARK and edge.where in (START, END) else edge.where
    return f"{of} {where} {piece.kind}"


def restyled(text: str, given: Sequence[Styled], decided: Mapping[str, bool]) -> list[Restyled]:
    """Return ranges with the edges that a project decided on, by their words: inside or not.

    Whatever stood inside another, apart from it or across it still does; else both stay as they were.
    """
    pairs = pairs_of(text)
    made = [_restyled(text, one, decided, pairs) for one in given]
    changed = [at for at, one in enumerate(made) if one.by]
    while True:
        bad = {both for at in changed for other in range(len(given)) for both in (at, other)
               if at != other and _related(given[at].ranges, given[other].ranges)
               != _related(made[at].ranges, made[other].ranges)}  # fmt: skip
        bad &= set(changed)
        if not bad:
            return made
        for at in bad:
            made[at] = Restyled(given[at].ranges, ())
        changed = [at for at in changed if at not in bad]


def _restyled(text: str, one: Styled, decided: Mapping[str, bool], pairs: Pairs) -> Restyled:
    """Return one with the edges that are decided."""
    as_it_was = Restyled(one.ranges, ())
    edges = edges_of(text, one, pairs) if one.of else ()
    if not edges:
        return as_it_was
    pair = is_pair(edges)
    by: list[str] = []
    points: list[int] = []
    marked: list[bool] = []
    for edge in edges:
        words = [words_of(one.of, edge, piece, pair=pair) for piece in edge.pieces]
        inside = 0
        while inside < len(words) and decided.get(words[inside], inside < edge.inside):
            inside += 1
        points.append(edge.at(inside))
        marked.append(any(piece.kind == MARK for piece in edge.pieces[:inside]))
        low, high = sorted((inside, edge.inside))
        by += [name for name in words[low : high + 1] if name in decided and inside != edge.inside]
    ranges = tuple(Range(*points[at : at + 2]) for at in range(0, len(points), 2))
    if ranges == one.ranges or (pair and marked[0] != marked[-1]):
        return as_it_was
    order = [point for span in ranges for point in span]
    if order != sorted(order) or any(span.start >= span.end for span in ranges):
        return as_it_was
    if any(new.overlaps(other) and not old.overlaps(other)
           for new, old in zip(ranges, one.ranges, strict=True) for other in one.beside):  # fmt: skip
        return as_it_was
    return Restyled(ranges, tuple(dict.fromkeys(by)))


def _related(one: Sequence[Range], other: Sequence[Range]) -> str:
    """Return how one lies to another, from its first to its last code point."""
    a, b = Range(one[0].start, one[-1].end), Range(other[0].start, other[-1].end)
    if a == b:
        return "same"
    if not a.overlaps(b):
        return "apart"
    return "around" if a.contains(b) else "inside" if b.contains(a) else "across"


# -- what stands at an edge ------------------------------------------------------------------------------------------


def _inner(text: str, span: Range, of: str, pairs: Pairs) -> Range | None:
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


def _outward(text: str, inner: Range, bound: int, of: str, pairs: Pairs, *, is_left: bool) -> Iterator[Piece]:
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
        kind = _kind_of(text, found.group(), found.end(), of) if found is not None else ""
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
        kind = _kind_of(text, found.group(), at, of) if found is not None else ""
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


def _kind_of(text: str, word: str, end: int, of: str) -> str:
    """Return what a word before a name is to it: a title, an adjective of one; "" where neither."""
    after = text[end : end + 1]
    word = word.strip()
    if after in _OPENING or after.isupper():
        return TITLE if _is_title(word, text, end, of) else ""
    found = _WORD.match(text, end)
    if found is None or not _kind_of(text, found.group(), found.end(), of):
        return ""
    return ADJECTIVE if any(str(p.tag.POS) in ("ADJF", "PRTF") for p in models.parses(word)) else ""


def _is_title(word: str, text: str, end: int, of: str) -> bool:
    """Tell whether a noun is what a name behind it is called: of an organisation its kind, of others whoever agrees."""
    nouns = [p for p in models.parses(word) if str(p.tag.POS) == "NOUN"]
    if of == f"{NAME}ORG":
        return any(p.normal_form in lexicon.table("org_heads") for p in nouns)
    found = re.compile(r"[\w-]+").match(text, end + (text[end : end + 1] in _OPENING))
    if found is None:
        return False
    cases = {(str(p.tag.case), str(p.tag.number)) for p in models.parses(found.group().lower())}
    return any("anim" in p.tag and (str(p.tag.case), str(p.tag.number)) in cases for p in nouns)
