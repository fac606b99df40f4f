"""Cue words that people added: where one may introduce a quotation, and what is proposed with them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec.structs import replace

from core.model import Range
from core.preannotate.analysis import lexicon, models
from core.preannotate.analysis.analyse import analyse
from core.preannotate.analysis.analysis import Analysis
from core.preannotate.names.names import WORD
from core.preannotate.quotations.pipeline import extract
from core.preannotate.quotations.proposal import Proposal

if TYPE_CHECKING:
    from core.preannotate.analysis.models import Models
    from core.preannotate.learned.phrases import Phrases, Standing


class Use(StrEnum):
    """What a cue introduces: speech in marks or after a dash, a clause with its conjunction, or, of phrases that name
    the source, the clause around them."""

    DIRECT = "direct"
    CLAUSE = "clause"
    SOURCE = "source"


CONJUNCTIONS = ("что", "чтобы", "будто", "якобы")
_CLAUSE = re.compile(rf"(?:[ \u00a0][^\s.,!?:;«»]+){{0,5}},\s+(?:{'|'.join(CONJUNCTIONS)})\b", re.IGNORECASE)
_BEFORE_SPEECH = re.compile(r"(?:[ \u00a0][^\s.,!?:;«»]+){0,6}:\s*(?:[«\"„“]|[—–-])")
_JOINT = re.compile(r"(?:[»”\"“!?…],?|,)[ \u00a0]*[—–-][ \u00a0]*(?:[\w-]+[ \u00a0]){0,3}$")
LEAD = 60
"""Code points before a word in which the joint of a speech is looked for."""


class Place(NamedTuple):
    """Where a verb stands as cues do: its range, its dictionary form, and what it would introduce."""

    range: Range
    verb: str
    use: Use

    @property
    def words(self) -> str:
        """By what its entry is known."""
        return words_of(self.verb, self.use)


def words_of(verb: str, use: Use) -> str:
    """Return by what a cue is known: the verb alone, or with the conjunction where it introduces clauses."""
    return verb if use is Use.DIRECT else f"{verb} что"


def use_of(words: str) -> Use:
    """Return what the cue of an entry introduces."""
    return Use.CLAUSE if words.endswith(" что") else Use.DIRECT


KNOWN = {
    Use.DIRECT: frozenset({"say", "direct", "carrier", "passive", "opinion", "shortadj"}),
    Use.CLAUSE: frozenset({"say", "carrier", "passive", "opinion", "shortadj"}),
}
"""The classes of the lexicon whose verbs have a use."""


def unknown_verb(text: str, use: Use) -> str | None:
    """Return the verb of a cue of one word that the shipped lexicon does not know in that use: its dictionary form,
    ё as е."""
    found = WORD.fullmatch(text)
    readings = models.parses(text.lower()) if found is not None else ()
    verbs = [p.normal_form.replace("ё", "е") for p in readings if str(p.tag.POS) in ("VERB", "GRND")]
    known = lexicon.table("cue_verbs")
    kinds = {kind for verb in models.verb_lemmas(text) if verb in known for kind in known[verb].split(",")}
    return verbs[0] if verbs and kinds.isdisjoint(KNOWN[use]) else None


def begins_clause(text: str) -> bool:
    """Tell whether a content begins with a conjunction that a cue introduces."""
    word = WORD.match(text)
    return word is not None and word.group().lower() in CONJUNCTIONS


def cue_places(text: str, verbs: Collection[str]) -> Iterator[Place]:
    """Yield where one of the verbs stands beside a speech or before a clause, not negated, in text order."""
    if not verbs:
        return
    begins = {verb[:2] for verb in verbs}  # most words need no look into the dictionary
    for match in WORD.finditer(text):
        word, (start, end) = match.group(), match.span()
        if models.lower(word)[:2] not in begins:
            continue
        for verb in sorted(models.verb_lemmas(word).intersection(verbs)):
            before = text[max(start - LEAD, 0) : start]
            if before.lower().endswith(("не ", "не\u00a0")):
                continue
            for use in (Use.DIRECT, Use.CLAUSE):
                if introduces(text, start, end, use):
                    yield Place(Range(start, end), verb, use)


def introduces(text: str, start: int, end: int, use: Use) -> bool:
    """Tell whether a cue would introduce speech, or a clause, where it stands."""
    if use is Use.CLAUSE:
        return _CLAUSE.match(text, end) is not None
    before = text[max(start - LEAD, 0) : start]
    return _JOINT.search(before) is not None or _BEFORE_SPEECH.match(text, end) is not None


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
    loaded: Models | None,
    phrases: Phrases | None = None,
) -> Read | None:
    """Return what is proposed with cues that a project added, by their words; None where none of them stands there.

    ``entries``: the ids of the entries. A text without such a place is not read again, and keeps what was proposed.
    """
    text = analysis.text
    found, standing = standing_in(text, entries, phrases)
    if not found and not standing:
        return None
    cues: dict[str, frozenset[str]] = {}
    for place in found:
        cues[place.verb] = cues.get(place.verb, frozenset()) | {str(place.use)}
    told = dict(pair for one in standing for pair in one.classes())
    again = analyse(text, loaded, cues, told) if cues or told else analysis
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


def standing_in(text: str, entries: Mapping[str, str], phrases: Phrases | None) -> tuple[list[Place], list[Standing]]:
    """Return where the cues that a project added stand in a text: verbs, and phrases."""
    verbs = {words.removesuffix(" что") for words in entries}
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


def kept_of(one: Proposal, by: str) -> dict[str, Any]:
    """Return what is kept of a shipped proposal that knowledge took away."""
    ranges = [list(part) for part in one.ranges]
    of = {"form": str(one.form), "rule": one.rule, "score": round(one.score, 3)}
    return {"ranges": ranges, **of, "cue": list(one.cue or ()), "by": by}


def _nearest(found: Sequence[_At], one: Proposal) -> _At:
    """Return the place that a difference comes from: that of its cue, else the one nearest to it."""
    at = one.cue.start if one.cue is not None else one.start
    use = USES.get(one.rule.partition("-")[0], Use.DIRECT)
    return min(found, key=lambda place: (abs(place.range.start - at), place.use is not use, place.range.start))


USES = {"clause": Use.CLAUSE, "phrase": Use.SOURCE}
"""What the cue of a rule introduces; any other: speech."""


def _key(one: Proposal) -> tuple[object, ...]:
    return (one.ranges, one.form, one.cue, one.mention, one.rule)
