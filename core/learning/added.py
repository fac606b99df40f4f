"""Learn cue words that people added: verbs that the shipped lexicon does not know, and what they introduce."""

from __future__ import annotations

from collections.abc import Iterator

from core.learning.evidence import CORRECTION, Settled, Voice
from core.learning.tally import Beside, Tally
from core.model import Form, Quotation, Range, State
from core.model.knowledge import Entry, Example, Part
from core.preannotate.learned.added import Place, Use, Verbs, begins_clause, cue_places, unknown_verb, use_of, verbs_of

UNQUOTED = 0.5
"""What a place weighs where a known cue stands as cues do and nobody marked a quotation with it."""


class AddedCues:
    """Cues by their words: how often they introduced what they may, and how often they stood there and did not."""

    def __init__(self, unused: frozenset[str]) -> None:
        self._unused = unused
        self.tallies: dict[str, Tally] = {}
        self.beside = Beside()

    def check(self, given: Settled) -> None:
        """Compare the cues that were proposed, without and with what is known, with those of whoever weighs most."""
        if given.shipped is None:
            return
        truth = {one.cue for one in given.quotations() if one.cue is not None}
        shipped = {one.at for one in given.shipped.quotations if one.at is not None}
        places = cue_places(given.article.text, self._verbs())
        added = {place.range for place in places if self._is_used(place.words)}
        self.beside.compare(shipped, shipped | added, truth)

    def learn(self, given: Settled) -> None:
        """Count where a settled layer has such a cue, and where one stands that introduces nothing."""
        for voice in given.voices:
            for item in voice.layer.quotations():
                weight = voice.weighs(item)
                cue = _cue(given.article.text, item)
                if weight and cue is not None:
                    tally = self.tallies.setdefault(cue.words, Tally())
                    tally.shown[given.article.text[slice(*cue.range)].lower()] += 1
                    tally.add(cue.use, weight, Example(given.article.id, *cue.range))
            for place, weight in self._against(given, voice):
                self.tallies[place.words].add("", weight, Example(given.article.id, *place.range))

    def _against(self, given: Settled, voice: Voice) -> Iterator[tuple[Place, float]]:
        """Yield the places where a known cue introduces nothing by what somebody says, and what that weighs."""
        cued = [one.cue for one in voice.layer.quotations() if one.cue is not None]
        rejected = [one for one in voice.layer.quotations(rejected=True) if one.state is State.REJECTED and one.cue]
        for place in cue_places(given.article.text, self._verbs()):
            if place.words not in self.tallies or any(place.range.overlaps(one) for one in cued):
                continue
            said = any(one.cue is not None and place.range.overlaps(one.cue) for one in rejected)
            weight = weight_against(voice, is_said=said)
            if weight:
                yield place, weight

    def take_in(self, entry: Entry, share: float) -> None:
        """Begin with an entry of another project."""
        self.tallies.setdefault(entry.words, Tally()).take_in(entry, share, pro=entry.says, con="")

    def entries(self) -> Iterator[Entry]:
        """Yield the entry of every cue."""
        for words, tally in self.tallies.items():
            yield entry_of(words, tally)

    def _verbs(self) -> Verbs:
        return verbs_of(self.tallies)

    def _is_used(self, words: str) -> bool:
        tally = self.tallies.get(words)
        if tally is None or f"{Part.ADDED}:{words}" in self._unused:
            return False
        return entry_of(words, tally).is_decided


def entry_of(words: str, tally: Tally) -> Entry:
    """Return what is known of a cue."""
    against = float(tally.says[""])
    pro = float(sum(tally.says.values())) - against
    return tally.entry(Part.ADDED, words, str(use_of(words)), pro, against)


def weight_against(voice: Voice, *, is_said: bool) -> float:
    """Return what a place weighs against a cue that introduces nothing there; ``is_said``: its proposal is rejected."""
    return voice.weight * (CORRECTION if is_said else UNQUOTED if voice.looks else 0.0)


def _cue(text: str, item: Quotation) -> Place | None:
    """Return the cue of a quotation that may be learned: one verb that the lexicon does not know, and what it does."""
    use = use_of_item(text, item)
    if item.cue is None or use is None:
        return None
    verb = unknown_verb(text[slice(*item.cue)], use)
    return None if verb is None else Place(Range(*item.cue), verb, use)


def use_of_item(text: str, item: Quotation) -> Use | None:
    """Return what the cue of a quotation introduces; None: neither speech nor a clause with its conjunction."""
    if item.form is Form.DIRECT:
        return Use.DIRECT
    is_clause = item.cue is not None and item.cue < item.ranges[0] and begins_clause(text[slice(*item.ranges[0])])
    return Use.CLAUSE if is_clause else None
