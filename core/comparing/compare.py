"""Compare two or more layers of an article: every annotation beside its counterparts, and how they differ.

``compare`` aligns the layers (``core.comparing.align``), item by item, and says of every match what differs. Ids differ
between layers: speakers are compared by canonical name, parents through the alignment. Rejected items are not compared.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from core.collecting import without_collecting
from core.comparing.align import group, strict_content, tag_of, trimmed_content
from core.errors import UserError
from core.model import Annotation, Article, Entity, Quotation, Range, State, ranges_of
from core.model.layer import Layer


class Kind(StrEnum):
    """How the versions of an annotation differ."""

    ONLY = "only"
    """Not in every layer. With a single layer under review: not yet looked at."""
    BOUNDARY = "boundary"
    EDGE = "edge"
    """Boundaries that differ by quotation marks, punctuation and white space alone."""
    FORM = "form"
    LABEL = "label"
    CUE = "cue"
    MENTION = "mention"
    SPEAKER = "speaker"
    """Another source: a quotation's speaker, an entity's actor."""
    NAME = "name"
    """The same source by a shorter or longer form of the name."""
    PARENT = "parent"


class Match(NamedTuple):
    """One annotation as each layer has it. ``kinds`` is empty where all layers say the same."""

    versions: tuple[Annotation | None, ...]
    """Parallel to ``Comparison.layers``; None where a layer does not have it."""
    kinds: frozenset[Kind]
    span: Range
    """From the first to the last code point of any version's content."""

    @property
    def present(self) -> tuple[Annotation, ...]:
        """The versions that are there, in the order of the layers."""
        return tuple(item for item in self.versions if item is not None)


class Comparison:
    """The layers of several annotators in one article, aligned. ``matches`` stand in reading order."""

    __slots__ = ("_counts", "_differing", "_indexes", "article", "layers", "matches", "parents")

    def __init__(self, layers: Sequence[Layer], matches: Iterable[Match], indexes: Sequence[Mapping[str, int]]) -> None:
        """``indexes``: for every layer, the index in ``matches`` by the id of the item."""
        self.article: Article = layers[0].article
        self.layers = tuple(layers)
        self.matches = tuple(matches)
        self.parents = frozenset(
            (at, item.parent)
            for match in self.matches
            for at, item in enumerate(match.versions)
            if isinstance(item, Quotation) and item.parent is not None
        )
        """The versions (index of the layer, id) that others stand in."""
        self._indexes = indexes
        self._differing = tuple(match for match in self.matches if match.kinds)
        self._counts = Counter(kind for match in self._differing for kind in match.kinds)

    @property
    def annotators(self) -> tuple[str, ...]:
        return tuple(layer.annotator for layer in self.layers)

    def match_of(self, layer: int, item_id: str | None) -> Match | None:
        """Return the match that holds that item of that layer (by its index), or None."""
        index = self._indexes[layer].get(item_id) if item_id is not None else None
        return None if index is None else self.matches[index]

    def index_of(self, match: Match) -> int:
        """Return where a match stands among ``matches``."""
        return next(self._indexes[at][item.id] for at, item in enumerate(match.versions) if item is not None)

    def differences(self, kinds: Iterable[Kind] | None = None) -> list[Match]:
        """Return what is not the same in all layers, in reading order; with ``kinds`` those that have one of them."""
        if kinds is None:
            return list(self._differing)
        wanted = frozenset(kinds)
        return [match for match in self._differing if match.kinds & wanted]

    def count(self, kind: Kind) -> int:
        """Return how many matches differ in that way."""
        return self._counts[kind]

    @property
    def agreed(self) -> list[Match]:
        """What all layers say, in reading order."""
        return [match for match in self.matches if not match.kinds]


def compare(layers: Sequence[Layer], *, trimmed: bool = True) -> Comparison:
    """Align ``layers`` of one article and say of every match how its versions differ.

    Content is paired without marks and punctuation at its edges (``trimmed``, the scorer's rule) or as it is marked.
    One layer alone is a review: every match is ``Kind.ONLY``. Raises UserError ``layers-differ`` (article, first,
    second, at, first_text, second_text) where two layers are not of the same text, ValueError without layers.
    """
    if not layers:
        raise ValueError("nothing to compare")
    for other in layers[1:]:
        check_same_text(layers[0], other)
    with without_collecting():
        return match_up(layers, [*_align(layers, Quotation, trimmed), *_align(layers, Entity, trimmed)])


def match_up(layers: Sequence[Layer], found: Sequence[tuple[Annotation | None, ...]]) -> Comparison:
    """Return the comparison of layers whose annotations are matched already (by id, in the ledger)."""
    hulls = [_hull(versions) for versions in found]
    order = sorted(range(len(found)), key=lambda at: (hulls[at].start, -hulls[at].end, found[at].count(None)))
    ordered = [found[at] for at in order]
    differ = _Differ(layers, ordered)
    matches = [Match(found[at], differ.kinds(found[at]), hulls[at]) for at in order]
    return Comparison(layers, matches, differ.indexes)


def check_same_text(first: Layer, second: Layer) -> None:
    """Raise UserError ``layers-differ`` with the place where the texts part, unless both layers are of one text."""
    one, other = first.article.text, second.article.text
    if first.article.id == second.article.id and one == other:
        return
    at = next((i for i, (x, y) in enumerate(zip(one, other, strict=False)) if x != y), min(len(one), len(other)))
    raise UserError(
        "layers-differ",
        article=first.article.id,
        first=first.annotator,
        second=second.annotator,
        at=at,
        first_text=one[max(0, at - 20) : at + 20],
        second_text=other[max(0, at - 20) : at + 20],
    )


def _align(
    layers: Sequence[Layer], kind: type[Quotation] | type[Entity], trimmed: bool
) -> list[tuple[Annotation | None, ...]]:
    items = [items_of(layer, kind) for layer in layers]
    text = layers[0].article.text
    contents = [[_content(text, item, trimmed) for item in mine] for mine in items]
    tags = [[tag_of(item) for item in mine] for mine in items]
    return [
        tuple(None if index is None else items[at][index] for at, index in enumerate(indexes))
        for indexes in group(contents, tags)
    ]


def items_of(layer: Layer, kind: type[Quotation] | type[Entity]) -> list[Annotation]:
    """Return the quotations or the entities of a layer that are not rejected, in the order in which they are kept.

    It is the order of the file for a layer that was read from one: ties in the pairing fall as in the scorer.
    """
    found = (item for item in layer.items.values() if isinstance(item, kind))
    return [item for item in found if item.state is not State.REJECTED]


def _content(text: str, item: Annotation, trimmed: bool) -> tuple[Range, ...]:
    """Return what is paired: entities as they are marked (as the scorer does), and what trimming leaves nothing of."""
    if trimmed and isinstance(item, Quotation):
        return trimmed_content(text, item) or strict_content(text, item)
    return strict_content(text, item)


def _hull(versions: Iterable[Annotation | None]) -> Range:
    spans = {ranges_of(item) for item in versions if item is not None}
    if len(spans) == 1:
        (only,) = spans
        return Range(only[0].start, only[-1].end)
    return Range(min(ranges[0].start for ranges in spans), max(ranges[-1].end for ranges in spans))


# -- how versions differ ---------------------------------------------------------------------------------------------


_SAME: frozenset[Kind] = frozenset()


class _Differ:
    """Say how versions differ: by value, by the names of their sources, by the matches of their parents."""

    def __init__(self, layers: Sequence[Layer], found: Sequence[tuple[Annotation | None, ...]]) -> None:
        self._text = layers[0].article.text
        self._names: list[dict[str | None, str | None]] = [
            {actor.id: actor.name for actor in layer.actors()} for layer in layers
        ]
        self.indexes: list[dict[str, int]] = [{} for _ in layers]
        for index, versions in enumerate(found):
            for mine, item in zip(self.indexes, versions, strict=True):
                if item is not None:
                    mine[item.id] = index

    def kinds(self, versions: tuple[Annotation | None, ...]) -> frozenset[Kind]:
        """Return how the versions of one match differ."""
        present = [(at, item) for at, item in enumerate(versions) if item is not None]
        found: set[Kind] = set()
        if len(present) < len(versions) or len(versions) == 1:
            found.add(Kind.ONLY)
        for (a, one), (b, other) in combinations(present, 2):
            self._differ(found, a, one, b, other)
        return frozenset(found) if found else _SAME

    def _differ(self, found: set[Kind], a: int, one: Annotation, b: int, other: Annotation) -> None:
        if isinstance(one, Quotation) and isinstance(other, Quotation):
            if one.ranges != other.ranges:
                found.add(self._boundary(one, other))
            if one.form is not other.form:
                found.add(Kind.FORM)
            if one.cue != other.cue:
                found.add(Kind.CUE)
            if one.mention != other.mention:
                found.add(Kind.MENTION)
            if (one.parent or other.parent) and self._parent(a, one) != self._parent(b, other):
                found.add(Kind.PARENT)
            self._source(found, self._names[a].get(one.speaker), self._names[b].get(other.speaker))
        elif isinstance(one, Entity) and isinstance(other, Entity):
            if one.range != other.range:
                found.add(self._boundary(one, other))
            if one.label != other.label:
                found.add(Kind.LABEL)
            self._source(found, self._names[a].get(one.actor), self._names[b].get(other.actor))

    def _boundary(self, one: Annotation, other: Annotation) -> Kind:
        edge = trimmed_content(self._text, one) == trimmed_content(self._text, other)
        return Kind.EDGE if edge else Kind.BOUNDARY

    def _parent(self, layer: int, item: Quotation) -> int | None:
        """Return the match of the parent: that can be compared where ids cannot."""
        return None if item.parent is None else self.indexes[layer].get(item.parent)

    @staticmethod
    def _source(found: set[Kind], one: str | None, other: str | None) -> None:
        if one != other and name_key(one) != name_key(other):
            found.add(Kind.NAME if same_source(one, other) else Kind.SPEAKER)


# -- who said it -----------------------------------------------------------------------------------------------------


def source_id(item: Annotation) -> str | None:
    """Return the id of the actor that an annotation resolves to."""
    return item.speaker if isinstance(item, Quotation) else item.actor


def source_name(layer: Layer, item: Annotation) -> str | None:
    """Return the canonical name of the actor that an annotation of ``layer`` resolves to, or None."""
    actor = layer.actor(source_id(item))
    return None if actor is None else actor.name


@lru_cache(maxsize=65536)
def _folded(name: str) -> str:
    return " ".join(name.casefold().replace("ё", "е").split())


def name_key(name: str | None) -> str | None:
    """Return what equal names have in common: case, ё and white space do not count. Unifies actors of layers."""
    return None if name is None else _folded(name)


@lru_cache(maxsize=65536)
def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"[\w-]+", _folded(name)))


def same_source(one: str | None, other: str | None) -> bool:
    """Tell whether two names are equal up to a shorter or longer form of the same name (``score.py``, same_source).

    Two unknown sources (None) are the same; a known and an unknown one are not.
    """
    if one is None or other is None:
        return one is None and other is None
    left, right = _words(one), _words(other)
    return bool(left and right) and (left <= right or right <= left)
