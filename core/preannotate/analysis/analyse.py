"""Text -> Analysis: paragraphs, tokens, quoted spans, sentences, then the models over all of it in batches."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import count
from typing import NamedTuple

from core.model import Range
from core.preannotate.analysis import models
from core.preannotate.analysis.analysis import Analysis, Name, Sentence, Token
from core.preannotate.analysis.blocks import is_block
from core.preannotate.analysis.inserts import Insert, find_inserts
from core.preannotate.analysis.marks import SENTENCE_END, Quoted, find_quoted
from core.preannotate.analysis.misread import DOUBTFUL, corrected
from core.preannotate.analysis.models import lower
from core.preannotate.analysis.repairs import repaired
from core.preannotate.analysis.segments import sentence_ends
from core.preannotate.analysis.taught import UNTAUGHT, UNTOLD, Cues, Told, read_again, with_classes
from core.preannotate.analysis.tokens import Piece, paragraphs_of, pieces_of

LONGEST_SENTENCE = 120
"""Tokens in one parsed sentence; the parser's time and memory grow with the square."""
LONGEST_SEQUENCE = 400
"""Tokens in one run of the names model."""
PLACEHOLDER = "Цитата"


class Draft(NamedTuple):
    """A sentence before it is parsed; a piece without a number in it is the placeholder of a quoted span."""

    words: list[Piece]
    paragraph: int
    quoted: Quoted | None
    frame: bool


def analyse(
    text: str,
    loaded: models.Models | None = None,
    cues: Cues = UNTAUGHT,
    before: Analysis | None = None,
    *,
    told: Told = UNTOLD,
) -> Analysis:
    """Return the analysis of ``text`` (any text, also an empty one); time linear in its length.

    ``cues``: verbs that introduce quotations beside those of the lexicon; ``told``: words that do, by where they
    stand. ``before``: the analysis of the text without them, whose names and parsed sentences are taken over where the
    sentences are the same.
    """
    loaded = loaded or models.load()
    direct = frozenset(verb for verb, kinds in (*cues.items(), *told.values()) if "direct" in kinds)
    if before is not None and not direct:
        return read_again(before, cues, told)
    paragraphs = paragraphs_of(text)
    pieces = [p for paragraph in paragraphs for p in pieces_of(text, paragraph)]
    for number, piece in enumerate(pieces):
        piece.number = number
    quoted = find_quoted(text, paragraphs)
    starts = [p.start for p in pieces]
    blocks = [q for q in quoted if is_block(text, q, direct)]
    inserts = {q: tuple(find_inserts(q.start, q.end, pieces, starts, direct)) for q in blocks}
    if before is not None and inserts == before.inserts:
        return read_again(before, cues, told)
    drafts = _drafts(text, paragraphs, pieces, starts, inserts)
    parsed = _parsed(drafts, loaded, before)
    tokens: list[Token | None] = [None] * (len(pieces) + 1)
    sentences = []
    for number, (draft, made) in enumerate(zip(drafts, parsed, strict=True)):
        if cues or told:
            made = tuple(with_classes(token, cues, told.get(token.start)) for token in made)
        for token in made:
            tokens[token.index] = token  # a placeholder at the end, where none is asked for
        sentences.append(Sentence(number, made, draft.paragraph, draft.quoted, draft.frame))
    ordered = tuple(
        token or Token(p.start, p.end, p.text, lower(p.text), i, 0, "PUNCT", {}, -1, "punct")
        for i, (p, token) in enumerate(zip(pieces, tokens, strict=False))
    )
    names = _names(pieces, loaded) if before is None else before.names
    return Analysis(text, tuple(paragraphs), quoted, tuple(sentences), ordered, names, inserts)


def _parsed(drafts: list[Draft], loaded: models.Models, before: Analysis | None) -> Iterator[tuple[Token, ...]]:
    """Yield each sentence's words as they are parsed, from the analysis ``before`` where it has the sentence."""
    known = {} if before is None else {_written(sentence.tokens): sentence.tokens for sentence in before.sentences}
    where = [_written(draft.words) if known else () for draft in drafts]
    new = [draft.words for draft, at in zip(drafts, where, strict=True) if at not in known]
    parsed = iter(loaded.parse([[w.text for w in words] for words in new]) if new else ())
    for draft, at in zip(drafts, where, strict=True):
        same = known.get(at)
        if same is None:
            same = repaired(map(_token, draft.words, count(), *next(parsed)))
        yield same


def _written(words: Sequence[Piece | Token]) -> tuple[tuple[int, str], ...]:
    """Return by what a sentence is known: where each of its words stands, and what is parsed there."""
    return tuple((word.start, word.text) for word in words)


def _token(word: Piece, position: int, tag: models.Tag, head: int, relation: str) -> Token:
    head = head if head != position else -1
    text = word.text
    pos, feats = corrected(text, position, tag) if tag.pos in DOUBTFUL else tag
    return Token(word.start, word.end, text, lower(text), word.number, position, pos, feats, head, relation)


def _names(pieces: list[Piece], loaded: models.Models) -> tuple[Name, ...]:
    """Run the names model over the pieces in chunks that end with a sentence, and read its BIO tags."""
    chunks = list(_chunks(pieces))
    out = []
    first = 0
    for chunk, tags in zip(chunks, loaded.names([[p.text for p in c] for c in chunks]), strict=True):
        begin = -1
        for i, tag in enumerate([*tags, "O"]):
            if tag == "O" and begin < 0:
                continue
            if begin >= 0 and not tag.startswith("I-"):
                where = Range(chunk[begin].start, chunk[i - 1].end)
                out.append(Name(where, tags[begin][2:], first + begin, first + i))
                begin = -1
            if tag.startswith("B-") or (tag.startswith("I-") and begin < 0):
                begin = i
        first += len(chunk)
    return tuple(out)


def _chunks(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """Yield the pieces in runs of ``LONGEST_SEQUENCE`` and those up to the next sentence end, at most twice as many."""
    start = 0
    while start < len(pieces):
        last = start + 2 * LONGEST_SEQUENCE
        long = range(start + LONGEST_SEQUENCE, min(last, len(pieces)))
        end = next((at for at in long if pieces[at - 1].text in SENTENCE_END), last)
        yield pieces[start:end]
        start = end


def _drafts(
    text: str,
    paragraphs: list[Range],
    every: list[Piece],
    starts: list[int],
    inserts: dict[Quoted, tuple[Insert, ...]],
) -> list[Draft]:
    """Cut the text into sentences: the author's own text, then each long quoted span and each frame inside one."""
    blocks = list(inserts)
    inner = _nest(blocks)
    paragraph_starts = [p.start for p in paragraphs]
    out: list[Draft] = []
    for number, paragraph in enumerate(paragraphs):
        out += _region(text, paragraph, number, None, inner.get(None, []), every, starts)
    for block in blocks:
        number = max(bisect_left(paragraph_starts, block.start + 1) - 1, 0)
        out += _block(text, block, number, inserts[block], inner.get(block, []), every, starts)
    return sorted((d for d in out if d.words), key=lambda d: (d.words[0].start, -d.words[-1].end))


def _nest(blocks: list[Quoted]) -> dict[Quoted | None, list[Quoted]]:
    """Return the blocks that stand directly in each block; under None those in the author's text."""
    out: dict[Quoted | None, list[Quoted]] = {None: []}
    stack: list[Quoted] = []
    for block in blocks:
        while stack and stack[-1].end <= block.start:
            stack.pop()
        out.setdefault(stack[-1] if stack else None, []).append(block)
        stack.append(block)
    return out


def _block(
    text: str,
    block: Quoted,
    number: int,
    inserts: tuple[Insert, ...],
    inner: list[Quoted],
    every: list[Piece],
    starts: list[int],
) -> list[Draft]:
    """Return the sentences of a speech without the frames in it, and each frame as a sentence with a placeholder."""
    start = block.start + (1 if block.opened else 0)
    end = block.end - (1 if block.closed else 0)
    out: list[Draft] = []
    at = start
    for insert in inserts:
        out += _region(text, Range(at, insert.left), number, block, inner, every, starts)
        joint = _between(every, starts, insert.left, insert.start)
        words = [Piece(block.start, insert.left, PLACEHOLDER), *joint]
        words += _between(every, starts, insert.start, insert.end)
        out += [Draft(part, number, block, True) for part in _cut([words])]
        at = insert.right
    return out + _region(text, Range(at, end), number, block, inner, every, starts)


def _between(every: list[Piece], starts: list[int], start: int, end: int) -> list[Piece]:
    return every[bisect_left(starts, start) : bisect_left(starts, end)]


def _region(
    text: str,
    where: Range,
    number: int,
    quoted: Quoted | None,
    inner: list[Quoted],
    every: list[Piece],
    starts: list[int],
) -> list[Draft]:
    """Cut one span into sentences, with one placeholder for each block that stands in it."""
    words: list[Piece] = []
    at = where.start
    first = bisect_left([q.start for q in inner], where.start) if inner else 0
    if first and inner[first - 1].end > where.start:
        at = min(inner[first - 1].end, where.end)
    for block in inner[first:]:
        if block.start >= where.end:
            break
        words += _between(every, starts, at, block.start)
        words.append(Piece(block.start, min(block.end, where.end), PLACEHOLDER))
        at = block.end
    words += _between(every, starts, at, where.end)
    return [Draft(part, number, quoted, False) for part in _cut(_sentences(text, words))]


def _sentences(text: str, words: list[Piece]) -> list[list[Piece]]:
    """Cut words at sentence ends; a placeholder whose speech ends a sentence also ends one, unless a frame follows."""
    if not words:
        return []
    start, end = words[0].start, words[-1].end
    parts, at = [], start
    for w in words:
        if w.number < 0:
            parts += [text[at : w.start], "Ж" * (w.end - w.start)]
            at = w.end
    masked = "".join([*parts, text[at:end]])
    ends = [start + end for end in sentence_ends(masked)]
    out: list[list[Piece]] = []
    part: list[Piece] = []
    following = iter(ends)
    stop = next(following)
    for position, w in enumerate(words):
        while w.start >= stop:
            stop = next(following, len(text) + 1)
            out.append(part)
            part = []
        if w.text in OPENING and _begins_anew(words, position):
            out.append(part)
            part = []
        part.append(w)
        if w.number < 0 and _ends_sentence(text, w, words[position + 1 : position + 2]):
            out.append(part)
            part = []
    return [part for part in (*out, part) if part]


UNITS = frozenset({"г", "гг", "в", "вв", "тыс", "млн", "млрд", "трлн", "руб", "долл", "км", "кв", "см", "чел"})
_OPENING = """
По В Во На Как Он Она Они Об О При Также Однако Кроме Это Этот Эта Эти Его Ее Их Из За До После С Со К У Но И А
Тогда Теперь Между Ранее Тем Согласно Сейчас Среди Для Если Когда
"""
OPENING = frozenset(_OPENING.split())
"""Words that begin a sentence where a capital letter follows an abbreviation (``в 2006 г. По данным …``)."""


def _begins_anew(words: list[Piece], position: int) -> bool:
    """Tell whether one of the words ``OPENING`` begins a sentence after an abbreviation that the splitter took for one
    inside."""
    if position < 3 or words[position - 1].text != ".":
        return False
    initial = position + 1 < len(words) and words[position + 1].text == "."
    number = words[position - 3].text[-1:].isdigit() or words[position - 3].text in UNITS
    return not initial and words[position - 2].text in UNITS and number


def _ends_sentence(text: str, placeholder: Piece, after: list[Piece]) -> bool:
    inside = text[placeholder.start : placeholder.end].rstrip('»”"“ \u00a0')
    if not after or not inside or inside[-1] not in SENTENCE_END:
        return False
    return after[0].text[:1].isupper() or after[0].number < 0


def _cut(sentences: list[list[Piece]]) -> list[list[Piece]]:
    """Cut sentences longer than the parser should see, at a comma or semicolon where there is one."""
    out = []
    for words in sentences:
        while len(words) > LONGEST_SENTENCE:
            window = range(LONGEST_SENTENCE - 1, LONGEST_SENTENCE // 2, -1)
            at = next((i for i in window if words[i].text in (";", ",", ":")), LONGEST_SENTENCE - 1)
            out.append(words[: at + 1])
            words = words[at + 1 :]
        out.append(words)
    return out
