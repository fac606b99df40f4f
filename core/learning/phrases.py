"""Learn cues of several words that people added (``поставил в известность``), and what they introduce."""

from __future__ import annotations

from collections.abc import Iterator

from core.learning.added import use_of_item, weight_against
from core.learning.evidence import Settled, Voice
from core.learning.tally import Beside, Tally
from core.model import Range, State
from core.model.knowledge import Entry, Example, Part
from core.preannotate.learned.phrases import Phrases, Standing, parsed, phrase_of


class AddedPhrases:
    """Phrases by their words: how often they introduced what they may, and how often they stood there and did not."""

    def __init__(self, unused: frozenset[str]) -> None:
        self._unused = unused
        self.tallies: dict[str, Tally] = {}
        self._known = Phrases({})
        self.beside = Beside()

    def check(self, given: Settled) -> None:
        """Compare the cues that were proposed, without and with what is known, with those of whoever weighs most."""
        if given.shipped is None:
            return
        truth = {one.cue for one in given.quotations() if one.cue is not None}
        shipped = {one.at for one in given.shipped.quotations if one.at is not None}
        standing = self._known.places(given.article.text)
        added = {one.range for one in standing if self._is_used(one.phrase.name)}
        kept = {at for at in shipped if not any(at.overlaps(one) for one in added)} if added else shipped
        self.beside.compare(shipped, kept | added, truth)

    def learn(self, given: Settled) -> None:
        """Count where a settled layer has such a cue, and where one stands that introduces nothing."""
        text = given.article.text
        for voice in given.voices:
            for item in voice.layer.quotations():
                weight = voice.weighs(item)
                if not weight or item.cue is None:
                    continue
                words = text[slice(*item.cue)]
                phrase = phrase_of(words, use_of_item(text, item)) if " " in words or "\u00a0" in words else None
                if phrase is None:
                    continue
                if phrase.name not in self.tallies:
                    self._known.add(phrase)
                tally = self.tallies.setdefault(phrase.name, Tally())
                tally.shown[" ".join(words.lower().split())] += 1
                tally.add(str(phrase.use), weight, Example(given.article.id, *item.cue))
            for standing, weight in self._against(given, voice):
                self.tallies[standing.phrase.name].add("", weight, Example(given.article.id, *standing.range))

    def _against(self, given: Settled, voice: Voice) -> Iterator[tuple[Standing, float]]:
        """Yield the places where a known phrase introduces nothing by what somebody says, and what that weighs.

        Where a part of it is the cue the phrase is too long, and that speaks against it too.
        """
        if not self.tallies:
            return
        own = {one.cue for one in voice.layer.quotations()}
        rejected = [one.cue for one in voice.layer.quotations(rejected=True) if one.state is State.REJECTED]
        for standing in self._known.places(given.article.text):
            where: Range = standing.range
            if where in own:
                continue
            said = any(cue is not None and where.overlaps(cue) for cue in rejected)
            weight = weight_against(voice, is_said=said)
            if weight:
                yield standing, weight

    def take_in(self, entry: Entry, share: float) -> None:
        """Begin with an entry of another project."""
        phrase = parsed(entry.words)
        if phrase is None or entry.says != str(phrase.use):
            return
        if entry.words not in self.tallies:
            self._known.add(phrase)
        self.tallies.setdefault(entry.words, Tally()).take_in(entry, share, pro=entry.says, con="")

    def entries(self) -> Iterator[Entry]:
        """Yield the entry of every phrase."""
        for words, tally in self.tallies.items():
            yield entry_of(words, tally)

    def _is_used(self, words: str) -> bool:
        return f"{Part.PHRASES}:{words}" not in self._unused and entry_of(words, self.tallies[words]).is_decided


def entry_of(words: str, tally: Tally) -> Entry:
    """Return what is known of a phrase."""
    against = float(tally.says[""])
    says = max((use for use in tally.says if use), default="")
    pro = float(tally.says[says]) if says else 0.0
    return tally.entry(Part.PHRASES, words, says, pro, against)
