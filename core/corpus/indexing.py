"""Take a project into its search index: texts as words, layers as rows, a batch at a time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeVar

import msgspec
import numpy as np

from core.collecting import without_collecting
from core.corpus import tokens
from core.model import Actor, Entity, Quotation, Range, State
from core.model.gender import gender_of
from core.model.values import Annotation, is_open
from core.store.search_index.index import GoOn, SearchIndex
from core.store.search_index.items import EntityRow, LayerRows, Named, QuotationRow, Span
from core.store.search_index.reading import Facts, LayerRead, whole
from core.store.search_index.tables import CONTENT, CUE, ENTITY, MENTION

T = TypeVar("T")
Progress = Callable[[int, int], None]
"""Called with how many articles and layers are taken in, of how many."""
TEXTS = 500
"""Texts read at once."""
WORDS = 1_500_000
"""Words taken in by one transaction; what a killed process must do again."""
CHUNKS = 20
"""Chunks of columns that are packed by one transaction."""
LAYERS = 500
"""Layers taken in by one transaction."""


def take_in(index: SearchIndex, progress: Progress, going_on: GoOn) -> bool:
    """Take in what changed in the project; False where ``going_on`` ended it. By whoever holds the index's lock.

    What is taken in stays, whenever it ends.
    """
    found, stamp = index.changes()
    if found.gone or found.gone_layers:
        index.drop(found)
    later = set(found.layers)
    total = len(found.texts) + len(found.facts) + len(later)
    done = 0
    for batch in _texts(index, found.texts):
        if not going_on():
            return False
        _take_texts(index, batch)
        done += len(batch)
        progress(done, max(total, done))
    for keys in _parts(found.facts, TEXTS):
        if not going_on():
            return False
        index.add_facts([facts for facts, _ in index.texts(keys)])
        done += len(keys)
        progress(done, max(total, done))
    for keys in _parts([*found.texts, *found.facts], TEXTS * 20):
        later.update(index.layers_of(keys))
    for keys in _parts(sorted(later), LAYERS):
        if not going_on():
            return False
        with without_collecting():
            index.add_layers(layer_rows(index, index.layers(keys)))
        done += len(keys)
        progress(done, max(total, done))
    for chunks in _parts(index.missing_columns(), CHUNKS):
        if not going_on():
            return False
        index.pack_columns(chunks)
    index.take_register()
    index.finish(stamp)
    return True


def _parts(keys: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    for at in range(0, len(keys), size):
        yield keys[at : at + size]


# -- texts -----------------------------------------------------------------------------------------------------------


class _Text(NamedTuple):
    """An article with its words, and the numbers of those that begin a paragraph."""

    facts: Facts
    words: list[str]
    begins: list[int]


def _texts(index: SearchIndex, keys: Sequence[int]) -> Iterator[list[_Text]]:
    """Yield articles, as many as one transaction takes in."""
    batch: list[_Text] = []
    count = 0
    for part in _parts(keys, TEXTS):
        for facts, text in index.texts(part):
            batch.append(_Text(facts, *tokens.parted(text)))
            count += len(batch[-1].words)
        if count >= WORDS:
            yield batch
            batch, count = [], 0
    if batch:
        yield batch


def _take_texts(index: SearchIndex, batch: Sequence[_Text]) -> None:
    known = _number(index, {word for one in batch for word in one.words})
    ids = [np.fromiter(map(known.__getitem__, one.words), np.uint32, len(one.words)) for one in batch]
    index.add_texts([one.facts for one in batch], ids, [one.begins for one in batch])


def _number(index: SearchIndex, words: set[str]) -> dict[str, int]:
    """Return the number of every word as it stands in texts."""
    folded = {word: tokens.fold(word) for word in words}
    numbers = index.number_forms(sorted(set(folded.values())), tokens.lemmas)
    return {word: numbers[form] for word, form in folded.items()}


# -- layers ----------------------------------------------------------------------------------------------------------


def layer_rows(index: SearchIndex, found: Sequence[LayerRead]) -> list[LayerRows]:
    """Return layers as the index keeps them."""
    texts = {facts.key: text for facts, text in index.texts(sorted({one.article for one in found}))}
    out = []
    words: Words | None = None
    for one in found:
        if one.article not in texts:
            continue
        if words is None or words.article != one.article:
            words = Words(one.article, texts[one.article])
        actors = {item.id: _named(item) for item in one.items if isinstance(item, Actor)}
        quotations = [_quotation(item, words, actors) for item in one.items if isinstance(item, Quotation)]
        entities = [_entity(item, words, actors) for item in one.items if isinstance(item, Entity)]
        out.append(LayerRows(one, quotations, entities))
    return out


class Words:
    """The words of an article by code points."""

    def __init__(self, article: int, text: str) -> None:
        self.article = article
        self.text = text
        spans = tokens.spans_of(text)
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def within(self, span: Range) -> tuple[int, int]:
        """Return the first word that shares a code point with a span, and the first after it that does not."""
        first = bisect_right(self._ends, span.start)
        return first, max(first, bisect_left(self._starts, span.end))

    def span(self, part: int, of: Range) -> Span:
        """Return a span as the index keeps it."""
        return (part, *self.within(of), *of)

    def folded(self, of: Range) -> str:
        """Return the covered text, white space as one space."""
        return " ".join(whole(self.text[slice(*of)]).split())


def _named(actor: Actor) -> Named:
    name = whole(actor.name)
    source = whole(actor.source or "")
    return name, str(actor.kind or ""), str(gender_of(actor) or ""), tokens.named(name), source


def _settled(item: Annotation) -> int:
    return -1 if item.state is State.REJECTED else int(not is_open(item))


def _flags(flags: tuple[str, ...]) -> str:
    return msgspec.json.encode([whole(flag) for flag in flags]).decode() if flags else "[]"


def _quotation(item: Quotation, words: Words, actors: dict[str, Named]) -> QuotationRow:
    spans = [words.span(CONTENT, span) for span in item.ranges]
    said = sum(last - first for _, first, last, _, _ in spans)
    cue = "" if item.cue is None else words.folded(item.cue)
    if item.cue is not None:
        spans.append(words.span(CUE, item.cue))
    if item.mention is not None:
        spans.append(words.span(MENTION, item.mention))
    return QuotationRow(
        item.id,
        str(item.form),
        str(item.state),
        _settled(item),
        item.score,
        item.rule,
        actors.get(item.speaker or ""),
        tokens.cue_lemma(cue),
        cue,
        "" if item.mention is None else words.folded(item.mention),
        said,
        item.parent,
        _flags(item.flags),
        bool(item.note),
        tuple(spans),
    )


def _entity(item: Entity, words: Words, actors: dict[str, Named]) -> EntityRow:
    return EntityRow(
        item.id,
        item.label,
        str(item.state),
        _settled(item),
        item.score,
        item.rule,
        actors.get(item.actor or ""),
        words.folded(item.range),
        _flags(item.flags),
        bool(item.note),
        (words.span(ENTITY, item.range),),
    )
