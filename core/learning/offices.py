"""Learn whom descriptions mean: offices with the days on which somebody held them, aliases, abbreviations."""

from __future__ import annotations

from collections.abc import Iterator

from core.formats.dates import day_of
from core.learning.evidence import Settled, shipped_speaker
from core.learning.tally import Beside, Tally
from core.model.knowledge import Entry, Example, Part
from core.preannotate.learned.offices import Said, description, holder, holders, is_name

SEPARATOR = " = "
"""Between the words of a description and whom it means, in what an entry is known by."""


class _Held:
    """What speaks for one holder: the tally, and of each article its day and weight."""

    def __init__(self) -> None:
        self.tally = Tally()
        self.days: list[tuple[str, float]] = []


class Offices:
    """Descriptions by their words: whom people resolved each to, and when."""

    def __init__(self, unused: frozenset[str]) -> None:
        self._unused = unused
        self._held: dict[str, dict[str, _Held]] = {}
        self.beside = Beside()

    def check(self, given: Settled) -> None:
        """Compare who was proposed as the speaker, without and with what is known, with what people settled."""
        auto = given.auto
        if auto is None:
            return
        best = given.best()
        names = {actor.id: actor.name.casefold() for actor in best.actors()}
        truth = {(one.ranges, names.get(one.speaker or "", "")) for one in given.quotations()}
        spans = {ranges for ranges, _ in truth}
        proposed = [one for one in auto.quotations() if one.ranges in spans]
        day = day_of(given.article.meta)
        found = holders(
            Said(auto.article.text, auto.entities(), proposed, auto.actors()), lambda words: self._holder(words, day)
        )
        within = {one.ranges: shipped_speaker(auto, one) or "" for one in proposed}
        without = set(within.items())
        for quotation, known in found:
            actor = auto.actor(known.actor)
            within[quotation.ranges] = actor.name.casefold() if actor is not None else ""
        self.beside.compare(without, set(within.items()), truth)

    def learn(self, given: Settled) -> None:
        """Count whom the descriptions of a settled article mean."""
        text, day = given.article.text, day_of(given.article.meta)
        for voice in given.voices:
            for item in voice.layer.quotations():
                weight = voice.weighs(item)
                actor = voice.layer.actor(item.speaker)
                if not weight or item.mention is None or actor is None or not is_name(actor.name):
                    continue
                mention = text[slice(*item.mention)]
                words = description(mention, actor.name)
                if not words:
                    continue
                held = self._held.setdefault(words, {}).setdefault(actor.name, _Held())
                held.tally.shown[_written(mention, words)] += 1
                held.tally.add(actor.name, weight, Example(given.article.id, *item.mention))
                held.days.append((day, weight))

    def take_in(self, entry: Entry, share: float) -> None:
        """Begin with an entry of another project."""
        words = entry.words.partition(SEPARATOR)[0]
        held = self._held.setdefault(words, {}).setdefault(entry.says, _Held())
        held.tally.says[entry.says] += entry.pro * share  # type: ignore[assignment]
        held.tally.shown[entry.shown] += 1
        held.tally.foreign += entry.articles
        days = sorted({entry.since, entry.until})
        held.days += [(day, entry.pro * share / len(days)) for day in days]

    def entries(self) -> Iterator[Entry]:
        """Yield the entry of every description and holder."""
        for words in self._held:
            yield from self._of(words)

    def _of(self, words: str) -> Iterator[Entry]:
        """Yield the holders of an office; what speaks for another while somebody holds it speaks against both."""
        held = self._held.get(words, {})
        spans = {name: _span(one.days) for name, one in held.items()}
        for name, one in held.items():
            since, until = spans[name]
            rivals = [held[other] for other, span in spans.items() if other != name and _meet(span, spans[name])]
            against = sum((weight for rival in rivals for _, weight in rival.days), 0.0)
            yield Entry(
                part=Part.OFFICES,
                words=f"{words}{SEPARATOR}{name.casefold()}",
                shown=one.tally.commonest(words),
                says=name,
                pro=round(sum(weight for _, weight in one.days), 3),
                con=round(against, 3),
                articles=len(one.tally.articles) + one.tally.foreign,
                examples=tuple(one.tally.examples),
                since=since,
                until=until,
            )

    def _holder(self, words: str, day: str) -> Entry | None:
        return holder(day, (one for one in self._of(words) if one.id not in self._unused))


def _span(days: list[tuple[str, float]]) -> tuple[str, str]:
    """Return the first and the last day; both "" where one is not known."""
    known = [day for day, _ in days]
    return (min(known), max(known)) if all(known) else ("", "")


def _meet(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Tell whether two may have held an office at one time."""
    return not one[0] or not other[0] or (one[0] <= other[1] and other[0] <= one[1])


def _written(mention: str, words: str) -> str:
    """Return a description as it is written, without the name behind it."""
    return " ".join(mention.split()[: words.count(" ") + 1])
