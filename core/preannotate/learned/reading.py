"""Read a text once more with the cues that people added, where some of them stand in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec.structs import replace

from core.model import Range
from core.preannotate.analysis.analyse import analyse
from core.preannotate.analysis.analysis import Analysis
from core.preannotate.learned.added import Place, Use, Verbs, cue_places, kept_of
from core.preannotate.learned.phrases import Phrases, Standing
from core.preannotate.quotations.pipeline import extract
from core.preannotate.quotations.proposal import Proposal

if TYPE_CHECKING:
    from core.preannotate.analysis.models import Models


class Read(NamedTuple):
    """A text read once more with the project's cues: ``by``: the entry of each proposal that is not a shipped one;
    ``withheld``: the shipped ones that are not proposed any more; ``standing``: the entries of the cues there."""

    analysis: Analysis
    quotations: tuple[Proposal, ...]
    by: dict[tuple[Range, ...], str]
    withheld: list[dict[str, Any]]
    standing: tuple[str, ...] = ()


class _At(NamedTuple):
    """Where a cue of the project stands, what it introduces there, and the id of its entry."""

    range: Range
    use: Use
    entry: str


def read_again(
    analysis: Analysis,
    shipped: Sequence[Proposal],
    entries: Mapping[str, str],
    verbs: Verbs,
    loaded: Models | None,
    phrases: Phrases | None = None,
) -> Read | None:
    """Return what is proposed with cues that a project added, by their words; None where none of them stands there.

    ``entries``: the ids of the entries; ``verbs``: theirs, see ``verbs_of``. A text without such a place is not
    read again, and keeps what was proposed.
    """
    text = analysis.text
    found, standing = standing_in(text, entries, verbs, phrases)
    if not found and not standing:
        return None
    cues: dict[str, frozenset[str]] = {}
    for place in found:
        cues[place.verb] = cues.get(place.verb, frozenset()) | {str(place.use)}
    told = dict(pair for one in standing for pair in one.classes())
    again = analyse(text, loaded, cues, analysis, told=told) if cues or told else analysis
    ids = phrases.ids if phrases else {}
    extents = [one.range for one in standing]
    at = [_At(one.range, one.use, entries[one.words]) for one in found]
    at += [_At(one.range, one.phrase.use, ids[one.phrase.name]) for one in standing]
    named = tuple(sorted({one.entry for one in at}))
    before = {_key(one): one for one in shipped}
    proposals, by = [], dict[tuple[Range, ...], str]()
    for proposal in extract(again):
        one = _with_extent(proposal, extents)
        same = before.pop(_key(one), None)
        proposals.append(one if same is None else replace(one, score=same.score))
        if same is None:
            by[one.ranges] = _nearest(at, one).entry
    withheld = [kept_of(one, _nearest(at, one).entry) for one in before.values()]
    return Read(again, tuple(proposals), by, withheld, named)


def standing_in(
    text: str, entries: Mapping[str, str], verbs: Verbs, phrases: Phrases | None
) -> tuple[list[Place], list[Standing]]:
    """Return where the cues that a project added stand in a text: verbs, and phrases."""
    found = [place for place in cue_places(text, verbs) if place.words in entries]
    return found, list(phrases.places(text)) if phrases else []


def _with_extent(one: Proposal, extents: Sequence[Range]) -> Proposal:
    """Return a proposal whose cue is all of the phrase that it stands in."""
    cue = one.cue
    phrase = next((span for span in extents if cue is not None and cue != span and cue.overlaps(span)), None)
    beside = (*one.ranges, one.mention) if one.mention is not None else one.ranges
    if phrase is None or any(phrase.overlaps(span) for span in beside):
        return one
    return replace(one, cue=phrase)


def _nearest(found: Sequence[_At], one: Proposal) -> _At:
    """Return the place that a difference comes from: that of its cue, else the one nearest to it."""
    at = one.cue.start if one.cue is not None else one.start
    use = USES.get(one.rule.partition("-")[0], Use.DIRECT)
    return min(found, key=lambda place: (abs(place.range.start - at), place.use is not use, place.range.start))


USES = {"clause": Use.CLAUSE, "phrase": Use.SOURCE}
"""What the cue of a rule introduces; any other: speech."""


def _key(one: Proposal) -> tuple[object, ...]:
    return (one.ranges, one.form, one.cue, one.mention, one.rule)
