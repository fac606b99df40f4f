"""Apply a version of a project's knowledge to what is proposed for a text, and note what it did."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from msgspec.structs import replace

from core.model import Actor, Entity, Head, Quotation, Range
from core.model.knowledge import KNOWLEDGE, LEARNED, STANDING, WITHHELD, Entry, Knowledge, Part
from core.preannotate.analysis.models import parses
from core.preannotate.entities.proposals import EntityProposal
from core.preannotate.learned.added import kept_of, verbs_of
from core.preannotate.learned.book import Book
from core.preannotate.learned.names import Span, changed, changes
from core.preannotate.learned.offices import Holder, Said, holder, holders
from core.preannotate.learned.phrases import Phrases
from core.preannotate.learned.rankers import Corrections, Ranges
from core.preannotate.learned.reading import Read, read_again, standing_in
from core.preannotate.learned.restyling import House
from core.preannotate.names.inflection import folded
from core.preannotate.names.names import WORD

if TYPE_CHECKING:
    from core.preannotate.analysis.analysis import Analysis
    from core.preannotate.analysis.models import Models
    from core.preannotate.quotations.proposal import Proposal

PRIOR = 10.0
"""How many decisions as the scores foresee them stand beside those of the project."""

T = TypeVar("T", Entity, Quotation)


class Taught(NamedTuple):
    """Names and quotations after knowledge was applied: ``by``: the words that made a name; ``said``: the entry that
    made a quotation, by its content; ``withheld``: what is gone; ``moved``: of the contents whose limits are corrected
    the entry and the shipped ones; ``standing``: the entries of added cues."""

    names: tuple[EntityProposal, ...]
    quotations: tuple[Proposal, ...]
    by: dict[Span, str]
    said: dict[tuple[Range, ...], str]
    withheld: list[dict[str, Any]]
    moved: dict[Ranges, tuple[str, Ranges]] = {}  # noqa: RUF012 - a NamedTuple's default, never changed
    standing: tuple[str, ...] = ()


class Noted(NamedTuple):
    """The items of a layer that knowledge changed."""

    head: Head
    entities: tuple[Entity, ...]
    quotations: tuple[Quotation, ...]


def cue_words(text: str) -> str:
    """Return a cue by its dictionary forms, ё as е."""
    return " ".join(folded(parses(word.group().lower())[0].normal_form) for word in WORD.finditer(text))


def entity_rule(rule: str | None) -> str:
    """Return the name under which a rule of names is calibrated."""
    return f"entity {rule or '-'}"


def quotation_rule(rule: str | None) -> str:
    """Return the name under which a rule of quotations is calibrated."""
    return f"quotation {rule or '-'}"


def shift(right: float, wrong: float, expected: float) -> float:
    """Return what a rule's log odds want: as often right as here, drawn to what its scores expected."""
    count = right + wrong
    mean = min(max(expected / count, 0.02), 0.98) if count else 0.5
    rate = (right + PRIOR * mean) / (count + PRIOR)
    return math.log(rate / (1 - rate)) - math.log(mean / (1 - mean))


def shifted(score: float, by: float) -> float:
    """Return a probability whose log odds are shifted."""
    bounded = min(max(score, 0.001), 0.999)
    return 1 / (1 + math.exp(-math.log(bounded / (1 - bounded)) - by))


def certainty(entry: Entry) -> float:
    """Return how sure a name that an entry proposes is."""
    return round((entry.pro + 0.5) / (entry.pro + entry.con + 1.0), 3)


class Applied:
    """A version of knowledge, ready to be applied to any number of texts."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.version = knowledge.version
        self._book = Book()
        self._names: dict[str, Entry] = {}
        self._cues: set[str] = set()
        self._added: dict[str, str] = {}
        self._offices: dict[str, list[Entry]] = {}
        self._shifts: dict[str, float] = {}
        self.corrections = Corrections(knowledge.used())
        edges: dict[str, bool] = {}
        phrases: dict[str, str] = {}
        for entry in knowledge.used():
            if entry.part is Part.NAMES:
                if self._book.add(entry.shown, entry.words) is not None:
                    self._names[entry.words] = entry
            elif entry.part is Part.CUES:
                self._cues.add(entry.words)
            elif entry.part is Part.ADDED:
                self._added[entry.words] = entry.id
            elif entry.part is Part.PHRASES:
                phrases[entry.words] = entry.id
            elif entry.part is Part.EDGES:
                edges[entry.words] = entry.says == "in"
        self._verbs, self._phrases = verbs_of(self._added), Phrases(phrases)
        self.house = House(self.version, edges)
        for entry in knowledge.listening():
            if entry.part is Part.OFFICES:  # also the undecided ones: two holders at one time decide nothing
                self._offices.setdefault(entry.words.partition(" = ")[0], []).append(entry)
            elif entry.part is Part.SCORES:
                self._shifts[entry.words] = shift(entry.pro, entry.con, entry.expected)

    def read(self, analysis: Analysis, quotations: Sequence[Proposal], loaded: Models | None) -> Read:
        """Return the text as it is read with the cues that people added; as it was where none of them stands there."""
        if not self._added and not self._phrases:
            return Read(analysis, tuple(quotations), {}, [])
        again = read_again(analysis, quotations, self._added, self._verbs, loaded, self._phrases)
        return Read(analysis, tuple(quotations), {}, []) if again is None else again

    def apply(self, text: str, names: Sequence[EntityProposal], read: Read) -> Taught:
        """Return what is proposed with the project's names and without its false cues."""
        withheld = list(read.withheld)
        shipped = {Span(*name.range, name.label): name for name in names}
        found = list(self._book.find(text))
        made = changes(list(shipped), found, self._says) if found else []
        by = {one.becomes: one.words for one in made if one.becomes is not None}
        for one in made:
            gone = shipped.get(one.was) if one.was is not None else None
            if gone is not None:
                told = {"start": gone.range.start, "end": gone.range.end, "label": gone.label}
                source = {"rule": gone.rule, "score": gone.score, "by": self._names[one.words].id}
                withheld.append({**told, **source})
        after = [shipped.get(span) or self._name(span, by[span]) for span in changed(list(shipped), made)]
        kept: list[Proposal] = []
        for quotation in read.quotations:
            cue = cue_words(text[slice(*quotation.cue)]) if self._cues and quotation.cue else ""
            if cue not in self._cues:
                kept.append(quotation)
            elif quotation.ranges not in read.by:
                withheld.append(kept_of(quotation, f"{Part.CUES}:{cue}"))
        moved = self.corrections.moved(text, kept, read.by)
        gone_too = [*withheld, *moved.withheld]
        return Taught(tuple(after), moved.quotations, by, read.by, gone_too, moved.by, read.standing)

    def standing(self, text: str) -> set[str]:
        """Return the entries of the cues that people added and that stand in a text."""
        found, phrases = standing_in(text, self._added, self._verbs, self._phrases)
        return {self._added[one.words] for one in found} | {self._phrases.ids[one.phrase.name] for one in phrases}

    def names_of(self, text: str, spans: Sequence[Span]) -> list[Span]:
        """Return the names of a text that knowledge makes of the shipped ones."""
        made = changes(spans, self._book.find(text), self._says)
        own = (one.becomes for one in made if one.becomes is not None)
        return self.house.names(text, changed(spans, made), own)

    def is_false(self, cue: str) -> bool:
        """Tell whether a cue, by its dictionary forms, introduces no quotation in this project."""
        return cue in self._cues

    def _says(self, words: str) -> str | None:
        entry = self._names.get(words)
        return None if entry is None else entry.says

    def _name(self, span: Span, words: str) -> EntityProposal:
        entry = self._names[words]
        return EntityProposal(range=Range(span.start, span.end), label=span.label, rule=LEARNED, score=certainty(entry))

    def noted(self, taught: Taught, entities: Iterable[Entity], quotations: Iterable[Quotation]) -> Noted:
        """Return a head that says which version made the proposals, and of each that it changed what it did."""
        extra: dict[str, Any] = {KNOWLEDGE: self.version}
        if taught.withheld:
            extra[WITHHELD] = taught.withheld
        if taught.standing:
            extra[STANDING] = list(taught.standing)
        names = (
            self._scored(one, entity_rule(one.rule), self._entry_of(taught.by.get(Span(*one.range, one.label))))
            for one in entities
        )
        said = (self._limited(one, taught) for one in quotations)
        return Noted(Head(extra=extra), tuple(names), tuple(said))

    def resolved(self, said: Said, date: str) -> tuple[tuple[Actor, ...], tuple[Quotation, ...]]:
        """Return the actors and quotations of an article of that day with the speakers that descriptions mean here."""
        if not self._offices:
            return tuple(said.actors), self.corrections.spoken(said, self.version)
        known = holders(said, lambda words: holder(date, self._offices.get(words, ())))
        by = {quotation.id: one for quotation, one in known if quotation.speaker != one.actor}
        names = {actor.id: actor.name for actor in said.actors}
        quotations = tuple(
            self._spoken(one, by[one.id], names.get(one.speaker or "")) if one.id in by else one
            for one in said.quotations
        )
        before = {one.speaker for one in said.quotations if one.id in by}
        used = {one.speaker for one in quotations} | {one.actor for one in said.entities}
        actors = tuple(one for one in said.actors if one.id in used or one.id not in before)
        return actors, self.corrections.spoken(Said(said.text, said.entities, quotations, actors), self.version)

    def _spoken(self, item: Quotation, known: Holder, was: str | None) -> Quotation:
        """Return a quotation with a learned speaker; it keeps who was proposed without knowledge."""
        told = {KNOWLEDGE: self.version, "by": known.entry.id, **item.extra.get(LEARNED, {})}
        told["speaker"] = {"by": known.entry.id, "was": was}
        scores = {**item.extra.get("scores", {}), "speaker": certainty(known.entry)}
        why = [one for one in item.extra.get("evidence", ()) if not one.startswith("speaker: ")]
        extra = {**item.extra, "evidence": [*why, "speaker: learned"], "scores": scores, LEARNED: told}
        return replace(item, speaker=known.actor, extra=extra)

    def _entry_of(self, words: str | None) -> str | None:
        return None if words is None else self._names[words].id

    def _limited(self, item: Quotation, taught: Taught) -> Quotation:
        """Return a quotation with what knowledge did to it; one whose limits are corrected keeps the shipped ones."""
        moved = taught.moved.get(item.ranges)
        if moved is None:
            return self._scored(item, quotation_rule(item.rule), taught.said.get(item.ranges))
        by, was = moved
        told = {KNOWLEDGE: self.version, "by": by, "limits": {"by": by, "was": [list(one) for one in was]}}
        return replace(item, extra={**item.extra, LEARNED: told})

    def _scored(self, item: T, rule: str, by: str | None) -> T:
        if by is not None:
            return replace(item, extra={**item.extra, LEARNED: {KNOWLEDGE: self.version, "by": by}})
        change = self._shifts.get(rule)
        if change is None or item.score is None:
            return item
        score = round(shifted(item.score, change), 3)
        if score == item.score:
            return item
        told = {KNOWLEDGE: self.version, "by": f"{Part.SCORES}:{rule}", "score": item.score}
        return replace(item, score=score, extra={**item.extra, LEARNED: told})
