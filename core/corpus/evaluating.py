"""Answer a query with arrays: where each word stands, joined, cut down to articles or items, and counted."""

from __future__ import annotations

import re
import time
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import reduce
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.corpus import hits as hits_
from core.corpus import tokens
from core.corpus.filters import Asked
from core.corpus.hits import Hits
from core.corpus.query import All, Any, Gap, How, Node, Not, Pattern, Phrase, Query, Where, Word
from core.errors import UserError
from core.reading.find import Way, find
from core.store.search_index import asking, words
from core.store.search_index.asking import Columns
from core.store.search_index.columns import Spans
from core.store.search_index.index import GoOn, Look
from core.store.search_index.packing import Numbers
from core.store.search_index.tables import CONTENT, CUE, ENTITY, MENTION

Texts = Callable[[Sequence[int]], dict[int, str]]
"""Gives the texts of articles by row numbers."""
PARTS = {Where.QUOTATION: CONTENT, Where.CUE: CUE, Where.MENTION: MENTION, Where.ENTITY: ENTITY}
FEW = 2
"""Hits are few, and spans asked for by article, where they are so many times fewer than the articles."""
PATTERN_SECONDS = 120.0
"""How long one pattern may be looked for in all texts together."""
MOST_MATCHES = 1_000_000
"""As many matches of a pattern as are kept."""
TEXTS = 200
"""Texts that a pattern is looked for in at once."""


class Stopped(Exception):
    """Nobody wants the answer any more."""


class Found(NamedTuple):
    """The units (articles by number, items by key) in which a node holds, rising, and the hits of it there."""

    units: Numbers
    hits: Hits


class Evaluation:
    """One query being answered; everything it reads comes from one consistent look at the index."""

    def __init__(self, db: Look, kept: Columns, query: Query, asked: Asked, texts: Texts, going_on: GoOn) -> None:
        self._db = db
        self._kept = kept
        self._articles = kept.articles(db)
        self._query = query
        self._asked = asked
        self._texts = texts
        self._going_on = going_on
        self._where = query.looks_in
        self._spans: Spans | None = None
        self._allowed = self._allowed_articles()

    # -- where hits may stand ----------------------------------------------------------------------------------------

    def _allowed_articles(self) -> NDArray[np.bool_] | None:
        """Return which articles the filters let through, as a mask; None where they let all through."""
        if self._where is not Where.TEXT or not self._asked.in_text:
            return None
        keys = asking.article_keys(self._db, self._kept, self._asked.articles, self._asked.items)
        return np.isin(self._articles.keys, keys, assume_unique=True)

    def _every_span(self) -> Spans:
        if self._spans is None:
            self._spans = asking.spans(self._db, self._kept, PARTS[self._where], self._asked.conditions)
        return self._spans

    def _placed(self, found: Hits) -> Hits:
        """Return the hits in the units that they stand in, those that stand in none left out."""
        self._check()
        articles = self._articles
        if self._where is Where.TEXT:
            inside = hits_.in_units(found, articles.bases, articles.words)
            return inside if self._allowed is None else inside.chosen(self._allowed[inside.unit])
        return hits_.in_spans(found, self._spans_for(found))

    def _spans_for(self, found: Hits) -> Spans:
        """Return the spans that hits may stand in: all, or those of the few articles that have a hit."""
        if self._spans is None and found.size * FEW < len(self._articles.keys):
            at = hits_.unique(np.searchsorted(self._articles.bases, found.start, "right") - 1)
            return asking.spans(self._db, self._kept, PARTS[self._where], self._asked.conditions, at[at >= 0])
        return self._every_span()

    def _every_unit(self) -> Numbers:
        if self._where is not Where.TEXT:
            return hits_.unique(self._every_span().owner)
        count = np.arange(len(self._articles.keys))
        return count if self._allowed is None else count[self._allowed]

    def _check(self) -> None:
        if not self._going_on():
            raise Stopped

    # -- nodes -------------------------------------------------------------------------------------------------------

    def result(self) -> Hits:
        """Return every hit once, by its start."""
        if self._query.words is None:
            return self._whole_spans(None)
        if self._query.whole and self._where is not Where.TEXT:
            return self._whole_spans(self._node(self._query.words, None).units)
        if isinstance(self._query.words, Phrase):  # nothing but its hits is asked for
            hits = self._placed(self._phrase(self._query.words))
            return hits if self._where is Where.TEXT else hits_.distinct(hits)
        found = self._node(self._query.words, None)
        if not found.hits.size and self._where is not Where.TEXT:
            return self._whole_spans(found.units)
        return hits_.distinct(found.hits)

    def _whole_spans(self, units: Numbers | None) -> Hits:
        """Return every item (some) as a hit, from its first to its last span: words alone tell nothing of it."""
        spans = self._every_span()
        owners, first, which = np.unique(spans.owner, return_index=True, return_inverse=True)
        ends = np.zeros(len(owners), np.int64)
        np.maximum.at(ends, which, spans.end)
        rising = np.argsort(first, kind="stable")  # spans are by their starts, so the first is the leftmost
        if units is not None:
            rising = rising[np.isin(owners[rising], units)]
        found = hits_.at_words(spans.start[first[rising]], ends[rising])
        whole = np.full(found.size, hits_.WHOLE, np.int64)
        return found._replace(unit=owners[rising], room=found.end - found.start, first=whole, last=whole)

    def _node(self, node: Node, within: Numbers | None) -> Found:
        """Return where a node holds; ``within``: only these units are of interest."""
        self._check()
        if isinstance(node, Phrase):
            return self._leaf(self._placed(self._phrase(node)))
        if isinstance(node, Pattern):
            return self._leaf(self._placed(self._pattern(node, within)))
        if isinstance(node, Any):
            found = [self._node(one, within) for one in node.parts]
            units = reduce(np.union1d, (one.units for one in found))
            return Found(units, hits_.together([one.hits for one in found]))
        if isinstance(node, Not):
            return Found(np.setdiff1d(self._every_unit(), self._node(node.part, within).units), hits_.NO_HITS)
        return self._all(node, within)

    def _leaf(self, placed: Hits) -> Found:
        return Found(hits_.unique(placed.unit), placed)

    def _all(self, node: All, within: Numbers | None) -> Found:
        """Return where all parts hold; words first, so that patterns are looked for in few texts."""
        found: list[Found] = []
        for one in sorted(node.parts, key=_cost):
            now = self._node(one, within)
            within = now.units if within is None else np.intersect1d(within, now.units, assume_unique=True)
            found.append(now)
        assert within is not None
        hits = hits_.together([one.hits for one in found])
        return Found(within, hits.chosen(np.isin(hits.unit, within)))

    # -- words -------------------------------------------------------------------------------------------------------

    def _phrase(self, phrase: Phrase) -> Hits:
        """Return where words stand one after the other: from the last to the first, with the nearest end of each."""
        *before, last = [part for part in phrase.parts if isinstance(part, Word)]
        gaps = _gaps(phrase)
        starts = self._word(last)
        ends = starts + 1
        for word, gap in zip(reversed(before), reversed(gaps), strict=True):
            starts, ends = hits_.joined(self._word(word), starts, ends, gap.least, gap.most)
            if gap.most == 0 and len(starts):  # beside each other: in one paragraph
                stays = ~words.begin_paragraphs(self._db, starts + 1)
                starts, ends = starts[stays], ends[stays]
        return hits_.at_words(starts, ends)

    def _word(self, word: Word) -> Numbers:
        self._check()
        found = [words.positions(self._db, id_) for id_ in self._forms(word)]
        if len(found) == 1:
            return found[0]
        return np.sort(np.concatenate(found), kind="stable") if found else np.empty(0, np.int64)

    def _forms(self, word: Word) -> list[int]:
        """Return the numbers of the forms that a word means."""
        form = tokens.fold(word.text)
        if word.how is How.WILDCARD:
            return self._like(form)
        own = list(words.ids_of(self._db, [form]).values())
        if word.how is How.EXACT:
            return own
        return sorted({*own, *words.ids_of_lemmas(self._db, tokens.asked_lemmas(form))})

    def _like(self, form: str) -> list[int]:
        beginning = re.split(r"[*?]", form, maxsplit=1)[0]
        pieces = {"*": ".*", "?": "."}
        pattern = re.compile("".join(pieces.get(one) or re.escape(one) for one in re.sub(r"\*+", "*", form)), re.DOTALL)
        return [id_ for id_, one in words.forms_like(self._db, beginning) if pattern.fullmatch(one)]

    # -- patterns ----------------------------------------------------------------------------------------------------

    def _pattern(self, pattern: Pattern, within: Numbers | None) -> Hits:
        """Return where a regular expression matches, text by text; UserError as ``core.reading.find``.

        ``search-pattern-slow`` where all texts together take too long, ``search-pattern-many`` where it matches
        everywhere.
        """
        until = time.monotonic() + PATTERN_SECONDS
        columns: list[tuple[int, int, int, int]] = []
        at = self._pattern_articles(within)
        for low in range(0, len(at), TEXTS):
            some = at[low : low + TEXTS]
            keys = self._articles.keys[some].tolist()
            texts = self._texts(keys)
            for number, key in zip(some.tolist(), keys, strict=True):
                self._check()
                base = int(self._articles.bases[number])
                columns += _matches(texts.get(key, ""), pattern.text, base, self._going_on)
            if time.monotonic() > until:
                raise UserError("search-pattern-slow", pattern=pattern.text, seconds=int(PATTERN_SECONDS))
            if len(columns) > MOST_MATCHES:
                raise UserError("search-pattern-many", pattern=pattern.text, most=MOST_MATCHES)
        found = np.array(columns, np.int64).reshape(-1, 4)
        nowhere = np.full(len(found), hits_.NOWHERE, np.int64)
        return Hits(found[:, 0], found[:, 1], found[:, 2], found[:, 3], nowhere, nowhere)

    def _pattern_articles(self, within: Numbers | None) -> Numbers:
        """Return the numbers of the articles whose texts a pattern is looked for in."""
        every = np.arange(len(self._articles.keys))
        if self._where is Where.TEXT:
            allowed = every if self._allowed is None else every[self._allowed]
            return allowed if within is None else np.intersect1d(allowed, within)
        spans = self._every_span()
        starts = spans.start if within is None else spans.start[np.isin(spans.owner, within)]
        return hits_.unique(np.searchsorted(self._articles.bases, starts, "right") - 1)


def _cost(node: Node) -> int:
    return 2 if isinstance(node, Not) else int(_has_pattern(node))


def _has_pattern(node: Node) -> bool:
    if isinstance(node, (All, Any)):
        return any(map(_has_pattern, node.parts))
    return _has_pattern(node.part) if isinstance(node, Not) else isinstance(node, Pattern)


def _gaps(phrase: Phrase) -> list[Gap]:
    """Return what stands between the words of a phrase: gaps that follow each other are one."""
    out: list[Gap] = []
    least = most = 0
    for part in phrase.parts[1:]:
        if isinstance(part, Gap):
            least, most = least + part.least, most + part.most
        else:
            out.append(Gap(least, most))
            least = most = 0
    return out


def _matches(text: str, pattern: str, base: int, going_on: GoOn) -> list[tuple[int, int, int, int]]:
    """Return the matches in a text: words of the corpus and code points."""
    found = find(text, pattern, Way.PATTERN, go_on=going_on)
    if not found:
        return []
    spans = tokens.spans_of(text)
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    out = []
    for first, last in found:
        low = bisect_right(ends, first)
        out.append((base + low, base + max(low, bisect_left(starts, last)), first, last))
    return out
