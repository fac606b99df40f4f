"""One article as the rules see it: paragraphs, quoted spans, sentences, tokens with morphology and syntax, names.

A long quoted span is parsed apart from the sentence around it, where one placeholder token stands for it: the
frame's parse is much cleaner so. Offsets are always those of the article's text. A frame inside a speech
(``«П, — сказал он, — П2»``) is cut out and is a sentence of its own, with a placeholder for the speech.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import NamedTuple

import msgspec

from core.model import Range
from core.preannotate.analysis import models
from core.preannotate.analysis.inserts import Insert
from core.preannotate.analysis.marks import Quoted

SOURCE = "source"
"""The class of the words of a phrase that a project taught to name the source."""
NEGATED = "negated"
"""The class of a verb whose negation belongs to the cue, by what a project taught (``не стал скрывать``)."""
OWNERS = frozenset(("его", "ее", "их"))
"""Possessive pronouns that say whose something is, in lower case, ё as е."""


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word or mark of the article.

    ``index``: its index among all tokens of the article, -1 for a placeholder (``start:end`` is then the quoted span
    that it stands for). ``position``: its index in its sentence. ``head``: the position of its head, -1 for the root.
    """

    start: int
    end: int
    text: str
    lower: str
    """In lower case, ё as е."""
    index: int
    position: int
    pos: str
    feats: dict[str, str]
    head: int
    rel: str
    taught: frozenset[str] = frozenset()
    """The classes of cues that it belongs to by what a project taught, beside those of the lexicon."""

    @property
    def lemma(self) -> str:
        return models.lemma(self.text, self.pos)

    @property
    def range(self) -> Range:
        return Range(self.start, self.end)

    @property
    def is_placeholder(self) -> bool:
        return self.index < 0

    def feat(self, name: str) -> str:
        return self.feats.get(name, "")


def with_changes(tokens: tuple[Token, ...], changed: dict[int, Token]) -> tuple[Token, ...]:
    """Return the tokens of a sentence with those at the positions of ``changed`` in the place of the old ones."""
    return tuple(changed.get(t.position, t) for t in tokens) if changed else tokens


class Sentence:
    """A parsed sentence: its tokens in order. ``quoted``: the span it stands in, None for the author's own text;
    ``frame``: it is a frame cut out of that span."""

    __slots__ = ("__dict__", "conjunctions", "frame", "number", "paragraph", "phrases", "quoted", "tokens")

    def __init__(
        self, number: int, tokens: tuple[Token, ...], paragraph: int, quoted: Quoted | None, frame: bool = False
    ) -> None:
        self.number = number
        self.tokens = tokens
        self.paragraph = paragraph
        self.quoted = quoted
        self.frame = frame
        self.conjunctions: dict[int, int | None] = {}
        """Where the conjunctions of its verbs' clauses are, by the positions of the verbs that were asked for."""
        self.phrases: dict[int, tuple[Token, ...]] = {}
        """The noun phrases around its words, by the positions of those that were asked for."""

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end

    @cached_property
    def children(self) -> list[list[int]]:
        """Return for each token the positions of its dependents, in order."""
        size = len(self.tokens)
        out: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if 0 <= token.head < size and token.head != token.position:
                out[token.head].append(token.position)
        return out

    def dependents(self, token: Token, *rels: str) -> list[Token]:
        """Return the direct dependents of ``token`` with one of the relations (all, where none is named)."""
        below = self.children[token.position]
        if not below or not rels:
            return [self.tokens[i] for i in below]
        found = [self.tokens[i] for i in below]
        return [t for t in found if t.rel in rels or t.rel.partition(":")[0] in rels]

    def head(self, token: Token) -> Token | None:
        at = token.head
        return self.tokens[at] if 0 <= at < len(self.tokens) and at != token.position else None

    def subtree(self, token: Token) -> list[Token]:
        """Return ``token`` and all below it in text order; safe where the parser made a circle."""
        seen = {token.position}
        todo = [token.position]
        while todo:
            for child in self.children[todo.pop()]:
                if child not in seen:
                    seen.add(child)
                    todo.append(child)
        return [self.tokens[i] for i in sorted(seen)]


class Name(NamedTuple):
    """A name as the model sees it: range, label (PER, ORG, LOC), the indexes of its first and last token plus one."""

    range: Range
    label: str
    first: int
    last: int


class Analysis:
    """All that is known of a text before the rules run. Made by ``core.preannotate.analysis.analyse``."""

    def __init__(
        self,
        text: str,
        paragraphs: tuple[Range, ...],
        quoted: tuple[Quoted, ...],
        sentences: tuple[Sentence, ...],
        tokens: tuple[Token, ...],
        names: tuple[Name, ...],
        inserts: dict[Quoted, tuple[Insert, ...]],
    ) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self.quoted = quoted
        self.sentences = sentences
        self.tokens = tokens
        self.names = names
        self.inserts = inserts
        """Every block (a quoted span that is parsed apart) and the frames inside it."""
        self._touched: dict[tuple[int, int], tuple[Token, ...]] = {}

    @cached_property
    def sentence_of(self) -> dict[int, Sentence]:
        """Return the sentence of every token, by the token's index."""
        return {t.index: s for s in self.sentences for t in s.tokens if t.index >= 0}

    @cached_property
    def frames(self) -> dict[Quoted, tuple[Sentence, ...]]:
        """Return for each block the frames that were cut out of it."""
        out: dict[Quoted, list[Sentence]] = {}
        for sentence in self.sentences:
            if sentence.frame and sentence.quoted is not None:
                out.setdefault(sentence.quoted, []).append(sentence)
        return {block: tuple(found) for block, found in out.items()}

    @cached_property
    def _name_starts(self) -> list[int]:
        return [n.range.start for n in self.names]

    @cached_property
    def _quoted_starts(self) -> list[int]:
        return [q.start for q in self.quoted]

    def names_in(self, where: Range) -> tuple[Name, ...]:
        """Return the names that share a code point with ``where`` (names do not overlap each other)."""
        low = max(bisect_right(self._name_starts, where.start) - 1, 0)
        return tuple(n for n in self.names[low : bisect_left(self._name_starts, where.end)] if n.range.overlaps(where))

    def quoted_in(self, start: int, end: int) -> tuple[Quoted, ...]:
        """Return the quoted spans that lie wholly in ``start:end``."""
        low, high = bisect_left(self._quoted_starts, start), bisect_left(self._quoted_starts, end)
        return tuple(q for q in self.quoted[low:high] if q.end <= end)

    @cached_property
    def starts(self) -> list[int]:
        """Return the start of every token, for bisection."""
        return [t.start for t in self.tokens]

    @cached_property
    def capitalised(self) -> tuple[Token, ...]:
        """Return the tokens that begin with a capital, in text order."""
        return tuple(t for t in self.tokens if t.text[:1].isupper())

    @cached_property
    def placeholders(self) -> dict[int, tuple[Sentence, Token]]:
        """Return for each block, by its start, the sentence around it and its placeholder there."""
        found: dict[int, tuple[Sentence, Token]] = {}
        for s in self.sentences:
            if not s.frame:
                found.update((t.start, (s, t)) for t in s.tokens if t.index < 0)
        return found

    def slice(self, start: int, end: int) -> tuple[Token, ...]:
        """Return the tokens that lie wholly in ``start:end``, in text order."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return self.tokens[first : last - (last > first and self.tokens[last - 1].end > end)]

    def touching(self, start: int, end: int) -> tuple[Token, ...]:
        """Return the tokens that share a code point with ``start:end``: a name may be half of a hyphenated token."""
        found = self._touched.get((start, end))
        if found is None:
            first = bisect_right(self.starts, start)
            if first and self.tokens[first - 1].end > start:
                first -= 1
            found = self._touched[start, end] = self.tokens[first : bisect_left(self.starts, end)]
        return found

    def at(self, offset: int) -> Token | None:
        """Return the token that covers ``offset``, or None."""
        i = bisect_right(self.starts, offset) - 1
        return self.tokens[i] if i >= 0 and self.tokens[i].end > offset else None

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence of the token that covers ``offset``; None where a space or a mark around speech is."""
        token = self.at(offset)
        return self.sentence_of.get(token.index) if token is not None else None
