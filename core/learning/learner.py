"""Learn article by article: each is predicted with what those before it taught, then teaches itself."""

from __future__ import annotations

import math
from collections.abc import Iterable

from msgspec.structs import replace

from core.learning.added import AddedCues
from core.learning.edges import Edges
from core.learning.evidence import Settled, is_found, is_right
from core.learning.offices import Offices
from core.learning.phrases import AddedPhrases
from core.learning.rankers import Ranker, rankers
from core.learning.tally import Beside, Hits, Tally
from core.model import State
from core.model.knowledge import Check, Entry, Example, Knowledge, Part
from core.preannotate.learned.applied import entity_rule, quotation_rule, shift, shifted
from core.preannotate.learned.book import Book, Found
from core.preannotate.learned.names import Span, changed, changes

MOST = 10_000
"""Entries of a version; of more, those with the least behind them are left out, counted and some of them named."""
NAMED = 20
"""Entries that are named of those left out."""
UNMARKED = 0.5
"""What a place weighs where a known name stands and nobody marked anything."""
IMPORTED = 0.5
"""What evidence of another project weighs beside that of this one."""


class Learner:
    """Takes settled articles in the order in which they were settled; ``knowledge`` at any time is what they taught."""

    def __init__(self, imported: Iterable[Entry] = (), forgotten: Iterable[str] = (), off: Iterable[str] = ()) -> None:
        """``forgotten``: ids of entries that are not told; ``off``: of those that are told and not used."""
        self._forgotten, self._off = frozenset(forgotten), frozenset(off)
        self._unused = self._forgotten | self._off
        self._book = Book()
        self._names: dict[str, Tally] = {}
        self._cues: dict[str, Tally] = {}
        self._rules: dict[str, list[float]] = {}
        self._spoken: dict[Part, AddedCues | AddedPhrases | Offices | Ranker] = {
            Part.ADDED: AddedCues(self._unused),
            Part.PHRASES: AddedPhrases(self._unused),
            Part.OFFICES: Offices(self._unused),
            **rankers(self._unused),
        }
        self._edges = Edges(self._unused)
        self.articles = 0
        self._beside = {part: Beside() for part in (Part.NAMES, Part.CUES, Part.SCORES)}
        self._loss = {False: 0.0, True: 0.0}
        self._scored = 0
        for entry in imported:
            self._take_in(entry)

    def _parts(self) -> dict[Part, AddedCues | AddedPhrases | Offices | Ranker | Edges]:
        """Return the parts that are learned in modules of their own."""
        return {**self._spoken, Part.EDGES: self._edges}

    def _take_in(self, entry: Entry) -> None:
        """Begin with what another project taught."""
        if entry.part is Part.SCORES:
            held = self._rules.setdefault(entry.words, [0.0, 0.0, 0.0])
            for at, value in enumerate((entry.pro, entry.con, entry.expected)):
                held[at] += value * IMPORTED
            return
        part = self._parts().get(entry.part)
        if part is not None:
            part.take_in(entry, IMPORTED)
            return
        words = self._book.add(entry.shown, entry.words) if entry.part is Part.NAMES else entry.words
        if not words:
            return
        tally = (self._names if entry.part is Part.NAMES else self._cues).setdefault(words, Tally())
        other = "right" if entry.part is Part.CUES else "" if entry.says else "?"
        tally.take_in(entry, IMPORTED, pro=entry.says, con=other)

    # -- one article -----------------------------------------------------------------------------------------------

    def take(self, given: Settled) -> None:
        """Check an article with what is known, then learn from it."""
        if given.scope.entities:
            found = list(self._book.find(given.article.text))
            if given.shipped is not None:
                self._check_names(given, found)
        if given.shipped is not None:
            if given.scope.quotations:
                self._check_cues(given)
            self._check_scores(given)
            self._learn_rules(given)
            if given.scope.quotations:
                self._learn_cues(given)
        if given.scope.quotations:
            for part in self._spoken.values():
                part.check(given)
                part.learn(given)
        self._edges.check(given)
        self._edges.learn(given)
        if given.scope.entities:
            self._learn_names(given)
        self.articles += 1

    def _check_names(self, given: Settled, found: list[Found]) -> None:
        assert given.shipped is not None
        spans = sorted({one.span for one in given.shipped.names if self._in_scope(given, one.span)})
        truth = given.names()
        within = set(changed(spans, changes(spans, found, self.says)))
        self._beside[Part.NAMES].compare(set(spans), within, truth)

    @staticmethod
    def _in_scope(given: Settled, span: Span) -> bool:
        return not given.scope.labels or span.label in given.scope.labels

    def says(self, words: str) -> str | None:
        """Return what a name is, as far as that is decided."""
        tally = self._names.get(words)
        if tally is None or f"{Part.NAMES}:{words}" in self._unused:
            return None
        entry = self._entry(Part.NAMES, words, tally)
        return entry.says if entry.is_decided else None

    def _check_cues(self, given: Settled) -> None:
        assert given.shipped is not None
        there = given.quotations()
        found: list[Hits] = []
        for is_within in (False, True):
            kept = [q for q in given.shipped.quotations if not is_within or not self._is_false(q.cue)]
            right = sum(is_found(q, there) for q in kept)
            found.append(Hits(right, len(kept) - right, max(len(there) - right, 0)))
        self._beside[Part.CUES].add(*found)

    def _is_false(self, cue: str) -> bool:
        tally = self._cues.get(cue)
        if tally is None or f"{Part.CUES}:{cue}" in self._unused:
            return False
        return self._entry(Part.CUES, cue, tally).is_decided

    def _verdicts(self, given: Settled) -> list[tuple[str, float, bool]]:
        """Return of each proposal that somebody looked at: its rule, its score, and whether it was right."""
        assert given.shipped is not None
        voice = max(given.voices, key=lambda one: one.weight)
        if not voice.looks:
            return []
        found: list[tuple[str, float, bool]] = []
        if given.scope.entities:
            truth = given.names()
            names = [one for one in given.shipped.names if self._in_scope(given, one.span)]
            for one in names:
                shown = one.span if not one.shown else one.span._replace(start=one.shown[0].start, end=one.shown[0].end)
                found.append((entity_rule(one.rule), one.score, one.span in truth or shown in truth))
        if given.scope.quotations:
            there = given.quotations()
            judged = [one for one in given.shipped.quotations if one.is_judged]
            found += [(quotation_rule(q.rule), q.score, is_right(q, given.best(), there)) for q in judged]
        return found

    def _check_scores(self, given: Settled) -> None:
        verdicts = self._verdicts(given)
        for rule, score, right in verdicts:
            held = self._rules.get(rule)
            by = shift(held[0], held[1], held[2]) if held is not None and not self._is_unused_rule(rule) else 0.0
            for is_within, told in ((False, score), (True, shifted(score, by))):
                bounded = min(max(told, 0.001), 0.999)
                self._loss[is_within] -= math.log(bounded if right else 1 - bounded)
        self._scored += len(verdicts)
        self._beside[Part.SCORES].articles += bool(verdicts)

    def _is_unused_rule(self, rule: str) -> bool:
        return f"{Part.SCORES}:{rule}" in self._unused

    def _learn_rules(self, given: Settled) -> None:
        for rule, score, right in self._verdicts(given):
            held = self._rules.setdefault(rule, [0.0, 0.0, 0.0])
            held[0 if right else 1] += 1
            held[2] += score

    def _learn_cues(self, given: Settled) -> None:
        """Learn which cues introduced what was quoted, and which did not: proposals with them were rejected."""
        assert given.shipped is not None
        by_ranges = {q.shown or q.ranges: q for q in given.shipped.quotations if q.cue}
        for voice in given.voices:
            there = voice.layer.quotations()
            for item in voice.layer.quotations(rejected=True):
                one = by_ranges.get(item.ranges)
                weight = voice.weighs(item)
                if one is None or not weight:
                    continue
                wrong = item.state is State.REJECTED and not is_found(one, there)
                tally = self._cues.setdefault(one.cue, Tally())
                cue = item.cue or item.ranges[0]
                tally.shown[given.article.text[slice(*cue)]] += 1
                tally.add("" if wrong else "right", weight, Example(given.article.id, *cue))

    def _learn_names(self, given: Settled) -> None:
        text, article = given.article.text, given.article.id
        for voice in given.voices:
            settled = [one for one in voice.layer.entities() if given.scope.covers(one) and one.state is not State.AUTO]
            for item in voice.layer.entities(rejected=True):
                weight = voice.weighs(item) if given.scope.covers(item) else 0.0
                rejected = item.state is State.REJECTED
                if not weight or (rejected and any(item.range.overlaps(one.range) for one in settled)):
                    continue  # another name or label stands there, and says itself what is right
                words = self._book.add(text[slice(*item.range)])
                if words is None:
                    continue
                tally = self._names.setdefault(words, Tally())
                tally.shown[text[slice(*item.range)]] += 1
                tally.add("" if rejected else item.label, weight, Example(article, *item.range))
            marked = {at for one in voice.layer.entities(rejected=True) for at in range(*one.range)}
            unmarked = voice.weight * UNMARKED if voice.looks else 0.0
            for found in self._book.find(text) if unmarked else ():
                if marked.isdisjoint(range(found.start, found.end)):
                    self._names[found.words].add("", unmarked, Example(article, found.start, found.end))

    # -- what is known ---------------------------------------------------------------------------------------------

    @staticmethod
    def _entry(part: Part, words: str, tally: Tally) -> Entry:
        if part is Part.CUES:
            says, pro, con = "", float(tally.says[""]), float(tally.says["right"])
        else:
            says, pro, con = tally.best()
        return tally.entry(part, words, says, pro, con)

    def entries(self) -> list[Entry]:
        """Return all entries that nobody removed, by part and words."""
        found = [self._entry(Part.NAMES, words, tally) for words, tally in self._names.items() if tally.says]
        found += [self._entry(Part.CUES, words, tally) for words, tally in self._cues.items() if tally.says[""]]
        for part in self._parts().values():
            found += part.entries()
        for rule, (right, wrong, expected) in self._rules.items():
            told = round(expected, 3)
            found.append(Entry(part=Part.SCORES, words=rule, shown=rule, pro=right, con=wrong, expected=told))
        here = (one for one in found if one.id not in self._forgotten)
        switched = (replace(one, off=True) if one.id in self._off else one for one in here)
        return sorted(switched, key=lambda one: (one.part, one.words))

    def checks(self) -> tuple[Check, ...]:
        """Return how each part did, beside the shipped proposals alone."""
        every = {**self._beside, **{part: learned.beside for part, learned in self._parts().items()}}
        scores = every.pop(Part.SCORES).check(Part.SCORES)
        count = max(self._scored, 1)
        without, within = (round(self._loss[which] / count, 5) for which in (False, True))
        found = [beside.check(part) for part, beside in every.items()]
        return (*found, replace(scores, without=without, within=within, better=None, worse=None))

    def knowledge(self, most: int = MOST) -> Knowledge:
        """Return the version of knowledge that the articles so far make."""
        every = self.entries()
        kept = sorted(every, key=lambda one: (one.part is not Part.SCORES, -one.pro - one.con, one.id))
        left = kept[most:]
        chosen = {one.id for one in kept[:most]}
        return Knowledge(
            articles=self.articles,
            entries=tuple(one for one in every if one.id in chosen),
            checks=self.checks(),
            left_out=len(left),
            left_out_names=tuple(one.shown for one in left[:NAMED]),
        )
