"""Learn corrections of the shipped models: for speakers, for what is a quotation, for where clauses end.

Each is a weight a fact, learned article by article: a conditional logit over the options of every choice, AdaGrad with
a pull to zero, that is to the shipped model. The same articles in the same order give the same weights, to the digit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from math import sqrt
from typing import Any, NamedTuple

from core.learning.evidence import CORRECTION, Settled, Voice, is_added, is_of_added, shipped_ranges, withheld
from core.learning.tally import Beside, Hits
from core.model import Quotation, Range, State
from core.model.knowledge import LEARNED, LEAST_WEIGHT, MOST_EXAMPLES, RANKED, Entry, Example, Part
from core.model.layer import Layer
from core.preannotate.learned.applied import Applied, cue_words
from core.preannotate.learned.choices import BOUND, Choice, chosen, is_same, shares, sums
from core.preannotate.learned.contents import Seen, ends, kept, trimmed
from core.preannotate.learned.edges import Styled
from core.preannotate.learned.offices import Said
from core.preannotate.learned.rankers import UNKNOWN, Ranges, proposed_of, scored
from core.preannotate.learned.speaking import WHO, Proposed, speakers
from core.preannotate.quotations.judge import model

RATE = 0.3
"""The first step of a weight."""
PULL = 0.02
"""How strongly a weight is drawn to zero at each step, beside what a choice says."""
DIGITS = 4
"""Digits to which weights are rounded after each article: what two machines compute differently is far behind them."""
MOST_PEOPLE = 200
"""Facts of a part that name somebody; those that come later are not learned."""


class Decision(NamedTuple):
    """A choice that somebody settled: the indexes of the options that are right, what that weighs, where it stands."""

    choice: Choice[Any]
    right: tuple[int, ...]
    weight: float
    example: Example


class _Weight:
    """The correction by one fact, and what spoke for and against its option."""

    def __init__(self) -> None:
        self.value = self.squares = self.up = self.down = 0.0
        self.articles: set[str] = set()
        self.foreign = 0
        self.examples: list[Example] = []


Decisions = Callable[[Settled, Voice], Iterator[Decision]]


class Ranker:
    """The corrections of one shipped model."""

    def __init__(self, part: Part, decisions: Decisions, unused: frozenset[str]) -> None:
        self._part, self._decisions, self._unused = part, decisions, unused
        self._weights: dict[str, _Weight] = {}
        self._people = 0
        self.beside = Beside()

    def check(self, given: Settled) -> None:
        """Compare the choices, as they are shipped and as what is known corrects them, with what people settled."""
        if given.auto is None:
            return
        weights = self.used()
        voice = max(_in_order(given), key=lambda one: one.weight)
        hits = {False: Hits(), True: Hits()}
        for one in self._decisions(given, voice):
            for within, at in ((False, one.choice.shipped), (True, chosen(one.choice, weights))):
                right = at in one.right
                drops = one.choice.options[at] is False
                told = Hits(int(right and not drops), int(not right and not drops), int(not right))
                hits[within] = hits[within].together(told)
        self.beside.add(hits[False], hits[True])

    def learn(self, given: Settled) -> None:
        """Move the weights to what people settled."""
        if given.auto is None:
            return
        for voice in _in_order(given):
            for one in self._decisions(given, voice):
                self._step(one)
        for weight in self._weights.values():
            weight.value, weight.squares = round(weight.value, DIGITS), round(weight.squares, DIGITS)

    def _step(self, one: Decision) -> None:
        values = {name: held.value for name, held in self._weights.items()}
        found = sums(one.choice, values)
        share = shares(found)
        whole = sum(share[at] for at in one.right)
        slopes: dict[str, float] = {}
        for at, row in enumerate(one.choice.rows):
            slope = share[at] - (share[at] / whole if at in one.right else 0.0)
            for name in row:
                slopes[name] = slopes.get(name, 0.0) + slope
        told = self._told(one, found)
        for name, slope in slopes.items():
            weight = self._of(name)
            if weight is None:
                continue
            slope = one.weight * slope + PULL * one.weight * weight.value
            weight.squares += slope * slope
            moved = weight.value - RATE * slope / sqrt(1.0 + weight.squares)
            weight.value = min(max(moved, -BOUND), BOUND)
            if name in told:
                self._count(weight, one, told[name])

    @staticmethod
    def _told(one: Decision, found: list[float]) -> dict[str, bool]:
        """Return the facts that tell the right option (True) from the shipped one and the likeliest wrong one."""
        others = [at for at in range(len(found)) if at not in one.right]
        if not others:
            return {}
        right = max(one.right, key=lambda at: (found[at], -at))
        mine, told = set(one.choice.rows[right]), dict[str, bool]()
        for rival in {one.choice.shipped, max(others, key=lambda at: (found[at], -at))}.intersection(others):
            theirs = set(one.choice.rows[rival])
            told |= {**dict.fromkeys(mine - theirs, True), **dict.fromkeys(theirs - mine, False)}
        return told

    @staticmethod
    def _count(weight: _Weight, one: Decision, is_for: bool) -> None:
        if is_for:
            weight.up += one.weight
        else:
            weight.down += one.weight
        weight.articles.add(one.example.article)
        corrects = one.weight >= CORRECTION and one.choice.shipped not in one.right
        if corrects and len(weight.examples) < MOST_EXAMPLES and one.example not in weight.examples:
            weight.examples.append(one.example)

    def _of(self, name: str) -> _Weight | None:
        """Return the weight of a fact; None where too many people are known already."""
        held = self._weights.get(name)
        if held is None and (WHO not in name or self._people < MOST_PEOPLE):
            self._people += WHO in name
            held = self._weights[name] = _Weight()
        return held

    def take_in(self, entry: Entry, share: float) -> None:
        """Begin with an entry of another project."""
        weight = self._of(entry.words)
        if weight is None:
            return
        weight.value = round(min(max(entry.weight * share, -BOUND), BOUND), DIGITS)
        pro, con = entry.pro * share, entry.con * share
        weight.up, weight.down = (pro, con) if entry.weight >= 0 else (con, pro)
        weight.foreign += entry.articles

    def used(self) -> dict[str, float]:
        """Return the weights that would correct a choice now."""
        known = (one for one in self.entries() if one.id not in self._unused)
        return {one.words: one.weight for one in known if one.is_decided}

    def entries(self) -> Iterator[Entry]:
        """Yield the entry of every fact that corrects anything."""
        for name, held in self._weights.items():
            weight = round(held.value, 3)
            articles = len(held.articles) + held.foreign
            if abs(weight) < LEAST_WEIGHT or not articles:
                continue
            up, down = round(held.up, 3), round(held.down, 3)
            yield Entry(
                part=self._part,
                words=name,
                shown=name,
                weight=weight,
                pro=up if weight > 0 else down,
                con=down if weight > 0 else up,
                articles=articles,
                examples=tuple(held.examples),
            )


def rankers(unused: frozenset[str]) -> dict[Part, Ranker]:
    """Return what learns the corrections of each shipped model; ``unused``: ids of entries that are not used."""
    decisions: tuple[Decisions, ...] = (spoken, judged, limited)
    return {part: Ranker(part, one, unused) for part, one in zip(RANKED, decisions, strict=True)}


# -- what an article settles -----------------------------------------------------------------------------------------


def spoken(given: Settled, voice: Voice) -> Iterator[Decision]:
    """Yield who said the proposed quotations, by what somebody settled."""
    auto, layer = given.auto, voice.layer
    assert auto is not None
    said = Said(auto.article.text, auto.entities(), [q for q in auto.quotations() if not is_added(q)], auto.actors())
    there = _settled(voice)
    proposed = {one.id: shipped_proposal(auto, one) for one in said.quotations}
    names = {actor.id: actor.name for actor in auto.actors()}
    for quotation, choice in speakers(said, proposed):
        own = _matching(there, shipped_ranges(quotation)) or _matching(there, quotation.ranges)
        if own is None or not voice.weighs(own):
            continue
        actor = layer.actor(own.speaker)
        name = None if actor is None else actor.name
        options = [None if one is None else names[one] for one in choice.options]
        right = [at for at, one in enumerate(options) if one == name]
        right = right or [at for at, one in enumerate(options) if is_same(one, name)]
        if right:
            yield Decision(choice, tuple(right), voice.weighs(own), _example(given, own))


def shipped_proposal(auto: Layer, item: Quotation) -> Proposed:
    """Return whom the shipped models proposed, by a layer in which knowledge may have proposed another."""
    told = item.extra.get(LEARNED)
    before = told.get("speaker") if isinstance(told, dict) else None
    if not isinstance(before, dict):
        return proposed_of(item)
    was = next((actor.id for actor in auto.actors() if actor.name == before.get("was")), None)
    score = before.get("score")
    return Proposed(was, score if isinstance(score, float) else UNKNOWN, str(before.get("rule", "")))


def judged(given: Settled, voice: Voice) -> Iterator[Decision]:
    """Yield which shipped proposals are quotations, by what somebody settled."""
    assert given.auto is not None
    there = _settled(voice)
    refused = {one.ranges: one for one in voice.layer.quotations(rejected=True) if one.state is State.REJECTED}
    for one in seen(given.auto):
        own = _matching(there, one.ranges)
        item = own or refused.get(one.ranges)
        weight = voice.weighs(item) if item is not None else 0.0
        if item is not None and weight:
            choice = kept(given.article.text, one, float(model()["keep"]))
            yield Decision(choice, (0 if own is not None else 1,), weight, _example(given, item))


def limited(given: Settled, voice: Voice) -> Iterator[Decision]:
    """Yield where the clauses of the shipped proposals end, by what somebody settled."""
    assert given.auto is not None
    text, there = given.article.text, _settled(voice)
    for one in seen(given.auto):
        own = _matching(there, one.ranges)
        choice = ends(text, one) if own is not None else None
        if own is None or choice is None or not voice.weighs(own) or own.ranges[-1].start != one.ranges[-1].start:
            continue
        start = one.ranges[-1].start
        end = trimmed(text, start, own.ranges[-1].end)
        right = tuple(at for at, option in enumerate(choice.options) if trimmed(text, start, option) == end)
        if right:
            yield Decision(choice, right, voice.weighs(own), _example(given, own))


def seen(auto: Layer) -> Iterator[Seen]:
    """Yield the shipped quotations of a layer, also those that knowledge took away, in reading order."""
    yield from sorted(_seen(auto), key=lambda one: (one.ranges[0].start, -one.ranges[-1].end))


def _seen(auto: Layer) -> Iterator[Seen]:
    for one in auto.quotations():
        if not is_added(one):
            score = scored(one, "content", one.score or 0.5)
            yield Seen(str(one.form), one.rule or "", shipped_ranges(one), one.cue, one.mention, score)
    for told in withheld(auto):
        if "ranges" in told and not is_of_added(told["by"]):
            cue, mention = (Range(*told[key]) if told.get(key) else None for key in ("cue", "mention"))
            ranges = tuple(Range(*one) for one in told["ranges"])
            yield Seen(told.get("form", ""), told["rule"], ranges, cue, mention, float(told["score"]))


def _in_order(given: Settled) -> list[Voice]:
    """Return who says something of an article, in the same order in every copy: each step rests on those before it."""
    return sorted(given.voices, key=lambda one: one.layer.annotator)


def _settled(voice: Voice) -> list[Quotation]:
    return [one for one in voice.layer.quotations() if one.state is not State.AUTO]


def _matching(there: list[Quotation], ranges: tuple[Range, ...]) -> Quotation | None:
    """Return the settled quotation that a proposed content is, else the one that shares most with it."""
    shared = partial(_shared, ranges)
    best = max(there, key=lambda one: (one.ranges == ranges, shared(one)), default=None)
    return best if best is not None and shared(best) else None


def _shared(ranges: tuple[Range, ...], other: Quotation) -> int:
    """Return how many code points two contents share."""
    return sum(max(min(a.end, b.end) - max(a.start, b.start), 0) for a in ranges for b in other.ranges)


def _example(given: Settled, item: Quotation) -> Example:
    return Example(given.article.id, item.ranges[0].start, item.ranges[-1].end)


def changes_quotations(auto: Layer, applied: Applied) -> bool:
    """Tell whether knowledge makes other quotations, or other speakers, of the shipped ones than a layer has."""
    text, every = auto.article.text, auto.quotations()
    left = [one for one in seen(auto) if one.cue is None or not applied.is_false(cue_words(text[slice(*one.cue)]))]
    corrected = applied.corrections.contents(text, left)
    styled = [Styled(one.form, one.ranges, _beside(one)) for one in corrected]
    if set(applied.house.contents(text, styled)) != {one.ranges for one in every if not is_added(one)}:
        return True
    proposed = {one.id: shipped_proposal(auto, one) for one in every if not _is_known(one)}
    said = Said(text, auto.entities(), every, auto.actors())
    speaks = {one.id: one.speaker for one in every if one.id in proposed}
    made = applied.corrections.corrected(said, proposed)
    return speaks != {key: made.get(key, given.speaker) for key, given in proposed.items()}


def _beside(one: Seen) -> Ranges:
    return tuple(span for span in (one.cue, one.mention) if span is not None)


def _is_known(item: Quotation) -> bool:
    """Tell whether another part of knowledge says who spoke: a correction would have kept the rule."""
    told = item.extra.get(LEARNED)
    before = told.get("speaker") if isinstance(told, dict) else None
    return isinstance(before, dict) and "rule" not in before
