"""Learn where annotators set edges: with or without marks, conjunctions, commas, titles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from core.learning.evidence import ACCEPTANCE, BLIND, Settled, Voice, is_added, shipped_ranges
from core.learning.tally import Beside, Tally
from core.model import GOLD, Entity, Quotation, Range
from core.model.knowledge import Entry, Example, Part
from core.preannotate.learned.edge_pieces import MARK, NAME, Pairs, pairs_of
from core.preannotate.learned.edges import Edge, Styled, core_of, edges_of, is_pair, restyled, words_of

INSIDE, OUTSIDE = "in", "out"
"""What is decided of a kind of things at an edge."""
_TURNED = ((INSIDE, OUTSIDE), (OUTSIDE, INSIDE))
"""Where people have something, and where the shipped rules had it otherwise."""
_Key = tuple[str, tuple[int, ...]]
"""By what a proposal is found again whatever its edges: its label, "" of quotations, and what is surely inside."""


class _Proposed(NamedTuple):
    """What was proposed: its form or label, and its edges as somebody saw them and by the shipped rules."""

    of: str
    shown: tuple[Edge, ...]
    shipped: tuple[Edge, ...]


class _Choice(NamedTuple):
    """Whether something at an edge is inside, and where it stands; whether it was shown otherwise, and how shipped."""

    words: str
    is_inside: bool
    span: Range
    is_corrected: bool
    was_inside: bool


class Edges:
    """Things at edges by their words: how often each was inside, and how often outside."""

    def __init__(self, unused: frozenset[str]) -> None:
        self._unused = unused
        self.tallies: dict[str, Tally] = {}
        """What each says is where people left something, and where the shipped rules had it: ``out in``."""
        self.beside = Beside()

    # -- one article ---------------------------------------------------------------------------------------------

    def check(self, given: Settled) -> None:
        """Compare the extents that were proposed, without and with what is known, with those that people settled."""
        if given.shipped is None:
            return
        truth: set[object] = set()
        if given.scope.quotations:
            truth.update(one.ranges for one in given.quotations())
        if given.scope.entities:
            truth.update(given.names())
        decided = self.decided()
        without = _extents(given, {})
        within = _extents(given, decided) if decided else without
        self.beside.compare(without, within, truth)

    def learn(self, given: Settled) -> None:
        """Count what stands inside and outside at the edges of what is settled."""
        text = given.article.text
        pairs = pairs_of(text)
        proposed = dict(_proposed(given, pairs))
        for voice in given.voices:
            for item in _settled(given, voice):
                weight = voice.weighs(item)
                styled = styled_of(item)
                edges = edges_of(text, styled, pairs) if weight else ()
                if not edges:
                    continue
                least = min(weight, voice.weight * (ACCEPTANCE if voice.looks else BLIND))
                before = proposed.get(_key(styled, edges))
                for one in _choices(edges, before) if before is not None else ():
                    is_light = not one.is_corrected and voice.layer.annotator != GOLD
                    tally = self.tallies.setdefault(one.words, Tally())
                    tally.shown[text[slice(*one.span)].strip().lower()] += 1
                    says = _said(is_inside=one.is_inside, was_inside=one.was_inside)
                    tally.add(says, least if is_light else weight, Example(given.article.id, *one.span))

    def take_in(self, entry: Entry, share: float) -> None:
        """Begin with an entry of another project."""
        if entry.says not in (INSIDE, OUTSIDE):
            return
        other = OUTSIDE if entry.says == INSIDE else INSIDE
        tally = self.tallies.setdefault(entry.words, Tally())
        tally.take_in(entry, share, pro=f"{entry.says} {other}", con=f"{other} {other}")

    # -- what is known -------------------------------------------------------------------------------------------

    def entries(self) -> Iterator[Entry]:
        """Yield the entry of everything that people set otherwise than the shipped rules.

        Where these had it as people do, that says nothing for setting it so where they have it otherwise.
        """
        for words, tally in self.tallies.items():
            weights = {one: float(tally.says[f"{one} {other}"]) for one, other in _TURNED}
            says, other = max(_TURNED, key=lambda one: weights[one[0]])
            pro, con = weights[says], weights[other] + float(tally.says[f"{other} {other}"])
            if pro:
                yield tally.entry(Part.EDGES, words, says, pro, con)

    def decided(self) -> dict[str, bool]:
        """Return what is decided and used, by its words: whether it is inside."""
        found = (one for one in self.entries() if one.is_decided and one.id not in self._unused)
        return {one.words: one.says == INSIDE for one in found}


def styled_of(item: Entity | Quotation) -> Styled:
    """Return an item as what has edges."""
    if isinstance(item, Entity):
        return Styled(f"{NAME}{item.label}", (item.range,))
    return Styled(str(item.form), item.ranges)


def _settled(given: Settled, voice: Voice) -> Iterator[Entity | Quotation]:
    if given.scope.quotations:
        yield from voice.layer.quotations()
    if given.scope.entities:
        yield from (one for one in voice.layer.entities() if given.scope.covers(one))


def _key(styled: Styled, edges: tuple[Edge, ...]) -> _Key:
    return styled.of if styled.of.startswith(NAME) else "", core_of(edges)


def _proposed(given: Settled, pairs: Pairs) -> Iterator[tuple[_Key, _Proposed]]:
    """Yield what was proposed, by what is surely inside."""
    text = given.article.text
    found: list[tuple[str, tuple[Range, ...], tuple[Range, ...]]] = []
    if given.shipped is not None:
        for name in given.shipped.names:
            span = (Range(name.span.start, name.span.end),)
            found.append((f"{NAME}{name.span.label}", span, name.shown or span))
        found += [(one.form, one.ranges, one.shown or one.ranges) for one in given.shipped.quotations]
    if given.auto is not None:  # what cues that people added brought, whose edges are those of the shipped rules too
        own = (one for one in given.auto.quotations() if is_added(one))
        found += [(str(one.form), shipped_ranges(one), one.ranges) for one in own]
    for of, shipped, shown in found:
        before, after = (edges_of(text, Styled(of, ranges), pairs) for ranges in (shipped, shown))
        if before and core_of(before) == core_of(after):
            yield _key(Styled(of, shipped), before), _Proposed(of, after, before)


def _choices(edges: tuple[Edge, ...], proposed: _Proposed) -> Iterator[_Choice]:
    """Yield what is inside at the edges of an item, and what is next outside; marks always, a pair once."""
    pair = is_pair(edges)
    seen: set[str] = set()
    for at, edge in enumerate(edges):
        for number, piece in enumerate(edge.pieces):
            if number > edge.inside and piece.kind != MARK:
                continue
            is_inside = number < edge.inside
            words = words_of(proposed.of, edge, piece, pair=pair)
            if words in seen:
                continue
            seen.add(words)
            if pair and at == 0 and piece.kind == MARK and is_inside != _marked(edges[-1]):
                continue  # one of the two is inside: no style
            shown, shipped = (number < side[at].inside for side in (proposed.shown, proposed.shipped))
            yield _Choice(words, is_inside, Range(piece.start, piece.end), shown != is_inside, shipped)


def _said(*, is_inside: bool, was_inside: bool) -> str:
    """Return what a place says: where people have something, and where the shipped rules had it."""
    return f"{INSIDE if is_inside else OUTSIDE} {INSIDE if was_inside else OUTSIDE}"


def _marked(edge: Edge) -> bool:
    """Tell whether a quotation mark is inside."""
    return any(piece.kind == MARK for piece in edge.pieces[: edge.inside])


def _extents(given: Settled, decided: Mapping[str, bool]) -> set[object]:
    """Return the names and the contents as they are proposed by the shipped rules with these edges."""
    assert given.shipped is not None
    text, scope = given.article.text, given.scope
    found: set[object] = set()
    names = [one.span for one in given.shipped.names if scope.entities and _covers(given, one.span.label)]
    quotations = [one for one in given.shipped.quotations if scope.quotations and one.is_judged]
    spans = [(Range(one.start, one.end),) for one in names]
    contents = [one.ranges for one in quotations]
    if decided:
        styled = [Styled(f"{NAME}{one.label}", span) for one, span in zip(names, spans, strict=True)]
        spans = [one.ranges[:1] for one in restyled(text, styled, decided)]  # type: ignore[misc]
        cued = [Styled(one.form, one.ranges, (one.at,) if one.at is not None else ()) for one in quotations]
        contents = [one.ranges for one in restyled(text, cued, decided)]
    found.update(one._replace(start=span[0].start, end=span[0].end) for one, span in zip(names, spans, strict=True))
    found.update(contents)
    return found


def _covers(given: Settled, label: str) -> bool:
    return not given.scope.labels or label in given.scope.labels
