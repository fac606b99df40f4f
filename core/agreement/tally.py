"""Count what two layers of an article have in common: the sums from which every measure is made.

A tally maps a name to a sum (``quotations/trimmed/exact``). Tallies of articles add up, so that measures over ten
thousand articles, a bootstrap sample or one month all come from one pass over the layers.
"""

from __future__ import annotations

import bisect
import sys
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from core.agreement.chance import coincidences
from core.agreement.clusters import Clusters, b_cubed, clusters_of, lea
from core.agreement.unitising import by_category
from core.collecting import without_collecting
from core.comparing.align import Content, Pair, group, pair, strict_content, tag_of, trimmed_content
from core.comparing.compare import items_of, name_key, same_source, source_name
from core.model import Annotation, Entity, Quotation, Range, ranges_of
from core.model.layer import Layer
from core.model.text import TOKEN

Tally: TypeAlias = dict[str, float]
OVERLAP = 0.5
"""The intersection over union (code points) from which two annotations count as the same one; the scorer's."""
NEAR = (0, 2, 10)
"""Upper bounds of the classes of boundary distance, in code points; one more class lies above the last."""
NONE = "none"
"""The token's label outside all content."""


class Side(NamedTuple):
    """The quotations or entities of one layer with the content that is compared."""

    layer: Layer
    items: list[Annotation]
    contents: list[Content]


def side_of(layer: Layer, kind: type[Quotation] | type[Entity], content: Callable[[str, Annotation], Content]) -> Side:
    """Return what is counted; as in the scorer, annotations without any content after trimming are left out."""
    text = layer.article.text
    both = [(item, content(text, item)) for item in items_of(layer, kind)]
    kept = [(item, spans) for item, spans in both if spans]
    return Side(layer, [item for item, _ in kept], [spans for _, spans in kept])


def count_pair(left: Layer, right: Layer) -> Tally:
    """Return the tally of two layers of one article (of the same text)."""
    with without_collecting():
        return _count_pair(left, right)


def _count_pair(left: Layer, right: Layer) -> Tally:
    tally: Tally = {"articles": 1}
    for policy, content in (("trimmed", trimmed_content), ("strict", strict_content)):
        sides = side_of(left, Quotation, content), side_of(right, Quotation, content)
        pairs = pair(sides[0].contents, sides[1].contents)
        _count_found(tally, f"quotations/{policy}", sides, pairs, _form)
        if policy == "trimmed":
            _count_matched(tally, sides, [found for found in pairs if found.overlap >= OVERLAP])
    sides = side_of(left, Entity, strict_content), side_of(right, Entity, strict_content)
    tags = [[tag_of(item) for item in side.items] for side in sides]
    pairs = pair(sides[0].contents, sides[1].contents, tags[0], tags[1])
    _count_found(tally, "entities/strict", sides, pairs, tag_of)
    _count_labels(tally, sides, [found for found in pairs if found.overlap >= OVERLAP])
    _count_outermost(tally, sides)
    tally.update(count_all((left, right)))
    return tally


def add(tally: Tally, name: str, amount: float = 1) -> None:
    """Add to one sum. Names are interned: ten thousand tallies share them."""
    name = sys.intern(name)
    tally[name] = tally.get(name, 0) + amount


def total(tallies: Iterable[Mapping[str, float]]) -> Tally:
    """Return the sum of tallies."""
    out: Tally = {}
    for tally in tallies:
        for name, amount in tally.items():
            out[name] = out.get(name, 0) + amount
    return out


def _form(item: Annotation) -> str:
    return item.form.value if isinstance(item, Quotation) else item.label


# -- found by both ---------------------------------------------------------------------------------------------------


def _count_found(
    tally: Tally, name: str, sides: tuple[Side, Side], pairs: Sequence[Pair], label: Callable[[Annotation], str]
) -> None:
    """Count items of both sides, exact and overlapping pairs, in all and by label (equal on both sides).

    For entities a pair with two labels is no hit at all; for quotations form is a matter of its own.
    """
    labels = [[label(item) for item in side.items] for side in sides]
    for letter, mine in zip("ab", labels, strict=True):
        add(tally, f"{name}/{letter}", len(mine))
        for one, count in Counter(mine).items():
            add(tally, f"{name}/{letter}/{one}", count)
    hits: Counter[tuple[str, str]] = Counter()
    by_form = bool(pairs) and isinstance(sides[0].items[pairs[0].left], Quotation)
    for i, j, overlap in pairs:
        one, same = labels[0][i], labels[0][i] == labels[1][j]
        for hit, measure in (
            (sides[0].contents[i] == sides[1].contents[j], "exact"),
            (overlap >= OVERLAP, "overlap"),
        ):
            if hit and (same or by_form):
                hits[measure, ""] += 1
            if hit and same:
                hits[measure, f"/{one}"] += 1
        if overlap >= OVERLAP:
            hits["found", f"/{one}"] += 1
    for (measure, one), count in hits.items():
        add(tally, f"{name}/{measure}{one}", count)


def _count_outermost(tally: Tally, sides: tuple[Side, Side]) -> None:
    """Count entities as the scorer does: exact offsets by label, recall over the outermost of the first layer's."""
    spans: list[dict[str, set[Range]]] = [{}, {}]
    for mine, side in zip(spans, sides, strict=True):
        for item in side.items:
            mine.setdefault(tag_of(item), set()).add(ranges_of(item)[0])
    for label in sorted(spans[0].keys() | spans[1].keys()):
        gold, proposed = spans[0].get(label, set()), spans[1].get(label, set())
        outer = outermost(gold)
        name = f"entities/outermost/{label}"
        add(tally, f"{name}/right", len(proposed & gold))
        add(tally, f"{name}/proposed", len(proposed))
        add(tally, f"{name}/found", len(proposed & outer))
        add(tally, f"{name}/wanted", len(outer))


def outermost(spans: set[Range]) -> set[Range]:
    """Return the spans that lie in no other one."""
    out: set[Range] = set()
    reach = -1
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if span.end > reach:
            out.add(span)
            reach = span.end
    return out


# -- what they say of the same quotation -----------------------------------------------------------------------------


def _count_matched(tally: Tally, sides: tuple[Side, Side], pairs: Sequence[Pair]) -> None:
    sources: tuple[dict[Hashable, str | None], dict[Hashable, str | None]] = ({}, {})
    for index, found in enumerate(pairs):
        one, other = sides[0].items[found.left], sides[1].items[found.right]
        assert isinstance(one, Quotation)
        assert isinstance(other, Quotation)
        add(tally, "matched")
        add(tally, f"matched/form/{one.form.value}|{other.form.value}")
        for part in ("cue", "mention"):
            _count_part(tally, part, getattr(one, part), getattr(other, part))
        names = source_name(sides[0].layer, one), source_name(sides[1].layer, other)
        _count_source(tally, "matched/speaker", names)
        for mine, name in zip(sources, names, strict=True):
            mine[index] = name_key(name)
        _count_distance(tally, sides[0].contents[found.left], sides[1].contents[found.right])
    _count_clusters(tally, "actors", clusters_of(sources[0]), clusters_of(sources[1]))


def _count_part(tally: Tally, part: str, one: Range | None, other: Range | None) -> None:
    """Count cues or mentions: equal, and touching (the scorer's: overlapping, or neither has one)."""
    add(tally, f"matched/{part}/exact", one == other)
    touching = one.overlaps(other) if one is not None and other is not None else one is other
    add(tally, f"matched/{part}/overlap", touching)


def _count_source(tally: Tally, name: str, names: tuple[str | None, str | None]) -> None:
    """Count sources: equal by canonical name, the same up to the length of the name, and where the first knows one."""
    same = same_source(*names)
    add(tally, f"{name}/all")
    add(tally, f"{name}/name", name_key(names[0]) == name_key(names[1]))
    add(tally, f"{name}/same", same)
    if names[0] is not None:
        add(tally, f"{name}/known")
        add(tally, f"{name}/known_same", same)


def _count_distance(tally: Tally, one: Content, other: Content) -> None:
    start, end = abs(one[0].start - other[0].start), abs(one[-1].end - other[-1].end)
    add(tally, "distance/start", start)
    add(tally, "distance/end", end)
    for off in (start, end):
        add(tally, f"distance/class/{bisect.bisect_left(NEAR, off)}")


def _count_clusters(tally: Tally, name: str, key: Clusters, response: Clusters) -> None:
    for measure, count in (("b3", b_cubed), ("lea", lea)):
        for side, share in zip("pr", count(key, response), strict=True):
            add(tally, f"{name}/{measure}/{side}/got", share.got)
            add(tally, f"{name}/{measure}/{side}/of", share.of)


def _count_labels(tally: Tally, sides: tuple[Side, Side], pairs: Sequence[Pair]) -> None:
    for found in pairs:
        one, other = sides[0].items[found.left], sides[1].items[found.right]
        add(tally, f"entities/label/{tag_of(one)}|{tag_of(other)}")
        names = source_name(sides[0].layer, one), source_name(sides[1].layer, other)
        _count_source(tally, "entities/actor", names)


# -- any number of layers --------------------------------------------------------------------------------------------


def count_all(layers: Sequence[Layer]) -> Tally:
    """Return the sums behind the alphas of any number of layers: form, tokens, units of content and of entities."""
    tally: Tally = {}
    sides = [side_of(layer, Quotation, trimmed_content) for layer in layers]
    groups = group([side.contents for side in sides], least=OVERLAP)
    forms = [
        [None if at is None else _form(side.items[at]) for side, at in zip(sides, indexes, strict=True)]
        for indexes in groups
    ]
    for (a, b), count in coincidences(forms).items():
        add(tally, f"alpha/form/{a}|{b}", count)
    _count_tokens(tally, layers)
    length = len(layers[0].article.text)
    for name, label, kind in (("content", _form, Quotation), ("entities", tag_of, Entity)):
        units = [_units(layer, kind, label) for layer in layers]
        for category, part in by_category(units, length).items():
            add(tally, f"unitising/{name}/{category}/observed", part.observed)
            add(tally, f"unitising/{name}/{category}/expected", part.expected)
    return tally


def _units(
    layer: Layer, kind: type[Quotation] | type[Entity], label: Callable[[Annotation], str]
) -> dict[str, list[Range]]:
    out: dict[str, list[Range]] = {}
    for item in items_of(layer, kind):
        out.setdefault(label(item), []).extend(ranges_of(item))
    return out


def _count_tokens(tally: Tally, layers: Sequence[Layer]) -> None:
    """Count the tokens by what each layer says of them: the form of the innermost content they start in, or none."""
    starts = token_starts(layers[0].article.text)
    labels = [_token_labels(layer, starts) for layer in layers]
    if not starts:
        return
    seen: dict[tuple[str, ...], int] = {}
    for unit in zip(*labels, strict=True):
        seen[unit] = seen.get(unit, 0) + 1
    for unit, count in seen.items():
        for (a, b), weight in coincidences([unit]).items():
            add(tally, f"alpha/token/{a}|{b}", weight * count)


@lru_cache(maxsize=2)
def token_starts(text: str) -> list[int]:
    """Return where the tokens of ``text`` start; kept for the pairs of layers of the same article."""
    return [match.start() for match in TOKEN.finditer(text)]


def _token_labels(layer: Layer, starts: Sequence[int]) -> list[str]:
    labels = [NONE] * len(starts)
    quotations = [item for item in items_of(layer, Quotation) if isinstance(item, Quotation)]
    for item in sorted(quotations, key=lambda one: one.start - one.end):
        for span in item.ranges:
            left, right = bisect.bisect_left(starts, span.start), bisect.bisect_left(starts, span.end)
            labels[left:right] = [item.form.value] * (right - left)
    return labels
