"""The three networks (morphology, syntax, names) over a whole article at once, in few large products.

The tokens of all sentences are laid end to end with one gap before each sentence and one at the end, which stands for
what padding is elsewhere; the batch norms are folded into the next layer's weights. What the first layer makes of a
word depends on the word alone: it is computed once for all three networks and kept.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from itertools import accumulate, islice, pairwise
from typing import Any, NamedTuple

import numpy as np

from core.preannotate.analysis.best_path import Numbers, best_path
from core.preannotate.analysis.shapes import word_shape
from core.preannotate.analysis.weights import Archive, Array, Dense, Layer, Vectors

BLOCK = 1024
"""Tokens in one product (a longer sentence is a block of its own)."""
FEW = 64
"""Tokens whose relations are weighed at a time: more are no longer near the processor."""
KEPT = 4096
"""Words whose first layer is kept; 9 KB each."""
FLEETING = KEPT // 4
"""Of these, how many asked for once stay longer than words asked for again: a sixth fewer are made anew so."""
ALIKE = 16
"""Words in one product of the first layer: what it makes of a word must not depend on which articles came before.

Its last bits depend on how many words a product has, and on the word's place among them, unless the words are columns,
eight or sixteen of them (OpenBLAS with the kernels of five processors, one thread and two).
"""
WIDEST = 256
"""Words in one product where the processor's kernel makes the same of them in any number and place (``_widest``): each
word then takes three fifths of the time."""


class Laid(NamedTuple):
    """Sentences laid end to end. ``rows``: of every token, or gap (0), the row of its word; ``gaps``: where gaps are;
    ``inside``: where tokens are; ``starts`` and ``sizes``: where each sentence's begin, and how many there are."""

    rows: Numbers
    gaps: Numbers
    inside: Numbers
    starts: list[int]
    sizes: list[int]


def _cut(of_tokens: list[Any], laid: Laid) -> list[list[Any]]:
    """Cut what is told of all tokens, one after another, into what is told of each sentence's."""
    ends = accumulate(laid.sizes)
    return [of_tokens[end - size : end] for end, size in zip(ends, laid.sizes, strict=True)]


class FirstLayer:
    """What the first convolutions of several networks make of single words, at each of a window's three positions.

    ``made``: (KEPT + 1, networks, 3, filters); row 0 is a gap's, all zero.
    """

    def __init__(self, vectors: Vectors, archives: Sequence[Archive]) -> None:
        self._vectors = vectors
        self._shapes = {shape: n for n, shape in enumerate(archives[0].words("shape"))}
        size = next(iter(vectors.of([0]))).size
        layers = [archive.layers()[0] for archive in archives]
        embeddings = [archive.array(archive.scheme["emb"]["shape"]["weight"]) for archive in archives]
        self._of_word = np.ascontiguousarray(np.vstack([tap[:size].T for layer in layers for tap in layer.taps]))
        self._widest = _widest(self._of_word)
        made = zip(embeddings, layers, strict=True)
        self._of_shape = np.hstack([shapes @ tap[size:] for shapes, layer in made for tap in layer.taps])
        self.made = np.zeros((KEPT + 1, len(archives), 3, layers[0].bias.size), np.float32)
        self.made.fill(0)  # its memory is had now, not page by page in the first articles
        self._rows = self.made.reshape(KEPT + 1, -1)
        self._row_of: dict[str, int] = {}
        """The words that have rows; those that were asked for longest ago come first."""
        self._once: dict[str, None] = {}
        """Those of them that were asked for once, in that order."""

    def rows(self, words: Sequence[str]) -> list[int]:
        """Return the row of each word (at most ``KEPT`` different ones); the rows hold until the next call."""
        known = self._row_of
        if known.keys() >= (asked := dict.fromkeys(words)).keys():  # as the names' are, asked for by the parse
            return [known[word] for word in words]
        new = []
        for word in asked:
            row = known.pop(word, 0)
            if row:
                known[word] = row
                self._once.pop(word, None)
            else:
                new.append(word)
        if new:
            self._add(new)
        return [known[word] for word in words]

    def _add(self, words: list[str]) -> None:
        """Make the rows of new words; where all are taken, the words that were asked for longest ago lose theirs, of
        those that were asked for once where there are more than ``FLEETING``."""
        known = self._row_of
        free = list(range(len(known) + 1, min(len(known) + len(words), KEPT) + 1))
        missing = len(words) - len(free)
        leaving = self._once if len(self._once) > max(FLEETING, missing) else known
        for word in list(islice(leaving, missing)):
            free.append(known.pop(word))
            self._once.pop(word, None)
        numbers = [self._number(word.lower()) for word in words]
        columns = {number: column for column, number in enumerate(dict.fromkeys(numbers))}  # all unknown words are one
        products = -(-len(columns) // self._widest)
        size = -(-len(columns) // (products * ALIKE)) * ALIKE
        different = [*columns, *[numbers[0]] * (products * size - len(columns))]
        vectors = self._vectors.of(different).reshape(products, size, self._of_word.shape[1])
        made = np.matmul(self._of_word, vectors.transpose(0, 2, 1))
        for row, word, number in zip(free, words, numbers, strict=True):  # no other copy of megabytes is made
            product, column = divmod(columns[number], size)
            np.add(made[product, :, column], self._of_shape[self._shapes[word_shape(word)]], out=self._rows[row])
            known[word], self._once[word] = row, None

    def _number(self, word: str) -> int:
        """Return the number of a word's vector; of one with ё that has none, that of its spelling with е."""
        vocabulary = self._vectors.vocabulary
        found = vocabulary.number(word)
        return vocabulary.number(word.replace("ё", "е")) if found == vocabulary.unknown and "ё" in word else found


def _widest(of_word: Array) -> int:
    """Return how many words, at most ``WIDEST``, one product may have without a change of what it makes of each.

    Tried with one word in all places, in every number of words that a product may have: this processor's kernel adds
    in one order everywhere, or it does not.
    """
    wanted = None
    for size in range(ALIKE, WIDEST + 1, ALIKE):
        made = of_word @ np.tile(of_word[0], (size, 1)).T
        wanted = made[:, :1] if wanted is None else wanted
        if not (made == wanted).all():
            return size - ALIKE
    return WIDEST


class Encoder:
    """The three convolutions of one network, the ``number``-th of those whose first layer is kept."""

    def __init__(self, layers: Sequence[Layer], number: int) -> None:
        self._number = number
        self._bias = layers[0].bias
        self._next = [_folded(before, layer) for before, layer in pairwise(layers)]
        self._at_gaps = [-layer.shift / layer.scale for layer in layers]
        """What a gap's row must hold for the folded batch norm to make it zero."""
        self._last = layers[-1]

    def __call__(self, first: Array, laid: Laid) -> Array:
        """Return a row for every token and gap, before the last batch norm (see ``head``).

        ``first``: what the first layer makes of words (``FirstLayer.made``).
        """
        flat = first.reshape(-1, self._bias.size)
        rows = laid.rows * (flat.shape[0] // first.shape[0]) + 3 * self._number
        made, inner = _edged(rows.size, self._bias.size)
        flat.take(rows[1:-1] + 1, axis=0, out=inner, mode="clip")
        inner += flat.take(rows[:-2], axis=0)
        inner += flat.take(rows[2:] + 2, axis=0)
        inner += self._bias
        _rectify(inner)
        for (weight, bias), at_gap in zip(self._next, self._at_gaps, strict=False):
            made[laid.gaps] = at_gap
            wide = made @ weight
            size = bias.size
            made, inner = _edged(rows.size, size)
            np.add(wide[:-2, :size], wide[1:-1, size : 2 * size], out=inner)
            inner += wide[2:, 2 * size :]
            inner += bias
            _rectify(inner)
        return made

    def head(self, dense: Dense) -> Dense:
        """Return a linear map over the network's output with the last batch norm folded into it."""
        return Dense(self._last.scale[:, None] * dense.weight, dense.bias + self._last.shift @ dense.weight)


def _edged(rows: int, size: int) -> tuple[Array, Array]:
    """Return an array to fill whose first and last row are zero, and what lies between them."""
    made = np.empty((rows, size), np.float32)
    made[0] = made[-1] = 0
    return made, made[1:-1]


def _rectify(made: Array) -> None:
    """Set to zero what is below: beside a row of zeros it takes a third of the time that it takes beside a number."""
    np.maximum(made, np.zeros(made.shape[1], np.float32), out=made)


def _folded(before: Layer, layer: Layer) -> Dense:
    """Return the three matrices of a layer side by side, with the batch norm of the layer before folded in."""
    weight = np.hstack([before.scale[:, None] * tap for tap in layer.taps])
    bias = layer.bias + sum(before.shift @ tap for tap in layer.taps)
    return Dense(weight, bias.astype(np.float32))


class Morphology:
    """Parts of speech and features: the number of a tag for every token."""

    def __init__(self, archive: Archive, number: int) -> None:
        self.tags = archive.words("tag")
        self.encoder = Encoder(archive.layers(), number)
        self._head = self.encoder.head(archive.dense(archive.scheme["head"]["proj"]))

    def __call__(self, first: Array, laid: Laid) -> list[list[int]]:
        made = self.encoder(first, laid) @ self._head.weight
        made += self._head.bias
        return _cut(made.argmax(1)[laid.inside].tolist(), laid)


class Syntax:
    """Dependency trees: for every token the position of its head (-1: the root) and the relation."""

    def __init__(self, archive: Archive, number: int) -> None:
        self.relations = archive.words("rel")
        self.encoder = Encoder(archive.layers(), number)
        head, rel = archive.scheme["head"], archive.scheme["rel"]
        parts = [archive.dense(part["proj"]) for part in (head["head"], head["tail"], rel["head"], rel["tail"])]
        folded = [self.encoder.head(part) for part in parts]
        self._parts = Dense(np.hstack([d.weight for d in folded]), np.hstack([d.bias for d in folded]))
        self._size = parts[0].bias.size
        roots = ((head["root"], parts[1]), (rel["root"], parts[2]))
        self._roots = [np.maximum(archive.array(root) @ d.weight + d.bias, 0) for root, d in roots]
        self._head_kernel, self._rel_kernel = archive.array(head["kernel"]), archive.array(rel["kernel"])

    def __call__(self, first: Array, laid: Laid) -> list[tuple[list[int], list[str]]]:
        made = self.encoder(first, laid) @ self._parts.weight
        made += self._parts.bias
        _rectify(made)
        size = self._size
        head, tail, rel_head, rel_tail = (made[:, i * size : (i + 1) * size] for i in range(4))
        tail[laid.gaps], rel_head[laid.gaps] = self._roots
        asking = head @ self._head_kernel
        heads = np.concatenate(
            [
                (asking[start : start + count] @ tail[start - 1 : start + count].T).argmax(1)
                for start, count in zip(laid.starts, laid.sizes, strict=True)
            ]
        )
        above, which = np.unique(heads + np.repeat(laid.gaps[:-1], laid.sizes), return_inverse=True)
        said = (rel_head[above] @ self._rel_kernel).reshape(above.size, -1, size)
        below = rel_tail[laid.inside][:, :, None]
        each = (np.matmul(said[which[at : at + FEW]], below[at : at + FEW]) for at in range(0, heads.size, FEW))
        relations = [self.relations[i] for best in each for i in best[:, :, 0].argmax(1).tolist()]
        return list(zip(_cut((heads - 1).tolist(), laid), _cut(relations, laid), strict=True))


class Names:
    """Names of persons, places and organisations: a BIO tag for every token."""

    def __init__(self, archive: Archive, number: int) -> None:
        self.tags = archive.words("tag")
        self.encoder = Encoder(archive.layers(), number)
        self._head = self.encoder.head(archive.dense(archive.scheme["head"]["proj"]))
        self._transitions = archive.array(archive.scheme["head"]["crf"]["transitions"])

    def __call__(self, first: Array, laid: Laid) -> list[list[str]]:
        made = self.encoder(first, laid) @ self._head.weight + self._head.bias
        scores = made[laid.inside]
        begins = np.zeros(scores.shape[0], bool)
        begins[[*accumulate(laid.sizes[:-1], initial=0)]] = True
        best = best_path(scores, self._transitions, begins)
        return _cut([self.tags[i] for i in best.tolist()], laid)


class Networks:
    """The three networks over one set of embeddings; safe from several threads."""

    def __init__(self, vectors: Vectors, morphology: Archive, syntax: Archive, names: Archive) -> None:
        self.morphology, self.syntax, self.names = Morphology(morphology, 0), Syntax(syntax, 1), Names(names, 2)
        self._first = FirstLayer(vectors, (morphology, syntax, names))
        self._lock = threading.Lock()

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[tuple[list[int], list[int], list[str]]]:
        """Return for every sentence (at least one word each) the tags' numbers, the heads' positions, the relations."""
        out: list[tuple[list[int], list[int], list[str]]] = []
        for block in _blocks(sentences):
            with self._lock:
                laid = self._laid(block)
                tags = self.morphology(self._first.made, laid)
                arcs = self.syntax(self._first.made, laid)
            out += [(tag, heads, rels) for tag, (heads, rels) in zip(tags, arcs, strict=True)]
        return out

    def name_tags(self, sequences: Sequence[Sequence[str]]) -> list[list[str]]:
        """Return a BIO tag for every word of the sequences (at least one word each)."""
        out: list[list[str]] = []
        for block in _blocks(sequences):
            with self._lock:
                out += self.names(self._first.made, self._laid(block))
        return out

    def _laid(self, sentences: Sequence[Sequence[str]]) -> Laid:
        found = self._first.rows([word for sentence in sentences for word in sentence])
        sizes = [len(sentence) for sentence in sentences]
        gaps = np.array([*accumulate((size + 1 for size in sizes), initial=0)])
        rows = np.zeros(gaps[-1] + 1, np.int64)
        inside = np.arange(len(found)) + np.repeat(np.arange(1, gaps.size), sizes)
        rows[inside] = found
        return Laid(rows, gaps, inside, (gaps[:-1] + 1).tolist(), sizes)


def _blocks(sentences: Sequence[Sequence[str]]) -> list[list[Sequence[str]]]:
    """Group sentences in their order to blocks of at most ``BLOCK`` tokens."""
    out: list[list[Sequence[str]]] = []
    size = BLOCK
    for sentence in sentences:
        if size + len(sentence) > BLOCK:
            out.append([])
            size = 0
        out[-1].append(sentence)
        size += len(sentence)
    return out
