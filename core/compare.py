"""Compare two or more layers of an article: every annotation beside its counterparts, and how they differ.

``compare`` aligns the layers (``core.align``), item by item, and says of every match what differs. Ids differ between
layers: speakers are compared by canonical name, parents through the alignment. Rejected items are not compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from core.align import group, strict_content, tag_of, trimmed_content
from core.errors import UserError
from core.layer import Layer
from core.model import Annotation, Article, Entity, Quotation, Range, State, ranges_of


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
    place: Range
    """From the first to the last code point of any version's content."""

    @property
    def present(self) -> tuple[Annotation, ...]:
        """The versions that are there, in the order of the layers."""
        return tuple(item for item in self.versions if item is not None)

    @property
    def is_quotation(self) -> bool:
        return isinstance(self.present[0], Quotation)


class Comparison:
    """The layers of several annotators in one article, aligned. ``matches`` stand in reading order."""

    __slots__ = ("_places", "article", "layers", "matches")

    def __init__(self, layers: Sequence[Layer], matches: Iterable[Match]) -> None:
        self.article: Article = layers[0].article
        self.layers = tuple(layers)
        self.matches = tuple(matches)
        self._places = {
            (at, item.id): place
            for place, match in enumerate(self.matches)
            for at, item in enumerate(match.versions)
            if item is not None
        }

    @property
    def annotators(self) -> tuple[str, ...]:
        return tuple(layer.annotator for layer in self.layers)

    def match_of(self, layer: int, item_id: str | None) -> Match | None:
        """Return the match that holds that item of that layer (by its place), or None."""
        place = self._places.get((layer, item_id)) if item_id is not None else None
        return None if place is None else self.matches[place]

    def differences(self, kinds: Iterable[Kind] | None = None) -> list[Match]:
        """Return what is not the same in all layers, in reading order; with ``kinds`` those that have one of them."""
        wanted = frozenset(Kind if kinds is None else kinds)
        return [match for match in self.matches if match.kinds & wanted]

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
    return match_up(layers, [*_align(layers, Quotation, trimmed), *_align(layers, Entity, trimmed)])


def match_up(layers: Sequence[Layer], found: Sequence[tuple[Annotation | None, ...]]) -> Comparison:
    """Return the comparison of layers whose annotations are matched already (by id, in the ledger)."""
    hulls = [_hull(versions) for versions in found]
    order = sorted(range(len(found)), key=lambda at: (hulls[at].start, -hulls[at].end, found[at].count(None)))
    rough = Comparison(layers, [Match(found[at], frozenset(), hulls[at]) for at in order])
    return Comparison(layers, [match._replace(kinds=_kinds(rough, match)) for match in rough.matches])


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
        tuple(None if place is None else items[at][place] for at, place in enumerate(places))
        for places in group(contents, tags)
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
    spans = [ranges_of(item) for item in versions if item is not None]
    return Range(min(ranges[0].start for ranges in spans), max(ranges[-1].end for ranges in spans))


# -- how versions differ ---------------------------------------------------------------------------------------------


def _kinds(comparison: Comparison, match: Match) -> frozenset[Kind]:
    found: set[Kind] = set()
    if None in match.versions or len(match.versions) == 1:
        found.add(Kind.ONLY)
    present = [(at, item) for at, item in enumerate(match.versions) if item is not None]
    for (a, one), (b, other) in combinations(present, 2):
        found |= _differ(comparison, (a, one), (b, other))
    return frozenset(found)


def _differ(comparison: Comparison, left: tuple[int, Annotation], right: tuple[int, Annotation]) -> set[Kind]:
    (a, one), (b, other) = left, right
    found: set[Kind] = set()
    if ranges_of(one) != ranges_of(other):
        text = comparison.article.text
        edge = trimmed_content(text, one) == trimmed_content(text, other)
        found.add(Kind.EDGE if edge else Kind.BOUNDARY)
    if isinstance(one, Quotation) and isinstance(other, Quotation):
        found |= {kind for kind, same in _parts(one, other) if not same}
        if _parent(comparison, a, one) is not _parent(comparison, b, other):
            found.add(Kind.PARENT)
    elif isinstance(one, Entity) and isinstance(other, Entity) and one.label != other.label:
        found.add(Kind.LABEL)
    names = source_name(comparison.layers[a], one), source_name(comparison.layers[b], other)
    if name_key(names[0]) != name_key(names[1]):
        found.add(Kind.NAME if same_source(*names) else Kind.SPEAKER)
    return found


def _parts(one: Quotation, other: Quotation) -> Iterable[tuple[Kind, bool]]:
    yield Kind.FORM, one.form is other.form
    yield Kind.CUE, one.cue == other.cue
    yield Kind.MENTION, one.mention == other.mention


def _parent(comparison: Comparison, layer: int, item: Quotation) -> Match | None:
    """Return the match that the parent belongs to: that can be compared where ids cannot."""
    return comparison.match_of(layer, item.parent)


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
