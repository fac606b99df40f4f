"""Cues of several words that people added: where one may introduce a quotation, found by one look at each word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from core.model import Range
from core.preannotate.analysis import lexicon, models
from core.preannotate.analysis.analysis import NEGATED, SOURCE
from core.preannotate.learned.added import CONJUNCTIONS, KNOWN, LEAD, Use, introduces
from core.preannotate.names.inflection import folded
from core.preannotate.names.names import WORD
from core.preannotate.quotations.cues import light_verbs, phrase_nouns

LONGEST = 6
"""Words of the longest phrase that is learned."""
_ENDS = {Use.DIRECT: "", Use.CLAUSE: " что", Use.SOURCE: " …"}
_INFINITIVE = ("ть", "ти", "чь", "ться", "тись", "чься")
_SET_OFF = re.compile(r"(?:\A|\n\s*|[.!?…»”\",;(—–-][ \u00a0])\Z")
_GOES_ON = re.compile(r",|[ \u00a0]+[^\s.,!?:;…]")


class Phrase(NamedTuple):
    """A cue: its words folded, the verb in its dictionary form; ``head``: where that is, -1: it has none."""

    words: tuple[str, ...]
    head: int
    use: Use

    @property
    def name(self) -> str:
        """By what its entry is known."""
        return " ".join(self.words) + _ENDS[self.use]

    @property
    def anchor(self) -> int:
        """Which of its words it is looked up by: the longest that stands as it is."""
        fixed = [at for at in range(len(self.words)) if at != self.head]
        return max(fixed, key=lambda at: (len(self.words[at]), -at))

    @property
    def extends(self) -> bool:
        """Tell whether its verb is a cue of that use by itself, and only the extent is the project's."""
        return self.head >= 0 and not _kinds(frozenset({self.words[self.head]})).isdisjoint(KNOWN[self.use])


class Standing(NamedTuple):
    """Where a phrase stands as cues do; ``spans``: those of its words."""

    phrase: Phrase
    spans: tuple[Range, ...]

    @property
    def range(self) -> Range:
        return Range(self.spans[0].start, self.spans[-1].end)

    def classes(self) -> Iterator[tuple[int, tuple[str, frozenset[str]]]]:
        """Yield what the analysis is told: where a word stands, its verb, its classes."""
        phrase = self.phrase
        if phrase.use is Use.SOURCE:
            for span in self.spans:
                yield span.start, ("", frozenset({SOURCE}))
        elif not phrase.extends:
            denied = frozenset({NEGATED}) if "не" in phrase.words[: phrase.head] else frozenset()
            verb = phrase.words[phrase.head]
            yield self.spans[phrase.head].start, (verb, frozenset({str(phrase.use)}) | denied)


def phrase_of(text: str, use: Use | None) -> Phrase | None:
    """Return the phrase of a cue of several words that the shipped lexicon does not know; None of any other cue.

    ``use``: what it introduces if it has a verb; without one it names the source (``в изложении X``).
    """
    found = list(WORD.finditer(text))
    gaps = (text[one.end() : two.start()] for one, two in pairwise(found))
    if not 2 <= len(found) <= LONGEST or (found[0].start(), found[-1].end()) != (0, len(text)):
        return None
    if any(gap.strip() for gap in gaps):
        return None
    words = [folded(one.group()) for one in found]
    if words[-1] in CONJUNCTIONS:
        return None
    head = next((at for at, word in enumerate(words) if _pos(word) == "VERB"), -1)
    if head >= 0 and use is not None:
        verbs = [p.normal_form for p in models.parses(words[head]) if str(p.tag.POS) == "VERB"]
        words[head] = folded(verbs[0])
        made = Phrase(tuple(words), head, use)
        return made if made == parsed(made.name) and not _is_known_verb(made) else None
    if head >= 0 or _pos(words[0]) not in ("PREP", "GRND"):
        return None
    made = Phrase(tuple(words), -1, Use.SOURCE)
    return None if _is_known_source(made) else made


def parsed(name: str) -> Phrase | None:
    """Return the phrase that an entry is known by; None where there is none of that name."""
    use = next((one for one in (Use.CLAUSE, Use.SOURCE) if name.endswith(_ENDS[one])), Use.DIRECT)
    words = tuple(name.removesuffix(_ENDS[use]).split())
    if not 2 <= len(words) <= LONGEST or any(WORD.fullmatch(word) is None for word in words):
        return None
    head = next((at for at, word in enumerate(words) if word.endswith(_INFINITIVE) and _pos(word) == "INFN"), -1)
    if use is Use.SOURCE:
        return Phrase(words, -1, use)
    return Phrase(words, head, use) if head >= 0 else None


def _pos(word: str) -> str:
    readings = models.parses(word)
    return str(readings[0].tag.POS) if readings else ""


def _kinds(verbs: frozenset[str]) -> frozenset[str]:
    known = lexicon.table("cue_verbs")
    return frozenset(kind for verb in verbs if verb in known for kind in known[verb].split(","))


def _lemmas(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        yield from {folded(p.normal_form) for p in models.parses(word)}


def _is_known_verb(phrase: Phrase) -> bool:
    """Tell whether the lexicon has a verb with its noun (``дал понять``), or the negation is all there is beside it."""
    verb = phrase.words[phrase.head]
    others = [word for at, word in enumerate(phrase.words) if at != phrase.head]
    light = light_verbs()
    if len(others) == 1 and any(verb in light.get(one, ()) for one in _lemmas(others)):
        return True
    return others == ["не"] and phrase.extends


def _is_known_source(phrase: Phrase) -> bool:
    known = phrase_nouns()
    first, *others = phrase.words
    if any("none" not in known.get((first, one), {"none"}) for one in _lemmas(others)):
        return True
    return not {"ссылкой", "ссылаясь"}.isdisjoint(phrase.words)


class Phrases:
    """Phrases by the longest of their fixed words; ``ids``: those of their entries."""

    def __init__(self, ids: Mapping[str, str]) -> None:
        self.ids = ids
        self._by: dict[str, list[Phrase]] = {}
        for name in ids:
            phrase = parsed(name)
            if phrase is not None:
                self._by.setdefault(phrase.words[phrase.anchor], []).append(phrase)

    def __bool__(self) -> bool:
        return bool(self._by)

    def add(self, phrase: Phrase) -> None:
        """Look for one more phrase; each is added once."""
        self._by.setdefault(phrase.words[phrase.anchor], []).append(phrase)

    def places(self, text: str) -> Iterator[Standing]:
        """Yield where phrases stand as cues do, not negated, in text order; of several at one place the longest."""
        if not self._by:
            return
        found = list(WORD.finditer(text))
        taken: dict[Use, int] = {}
        for at, match in enumerate(found):
            here = self._by.get(folded(match.group()), ())
            for phrase in sorted(here, key=lambda one: (-len(one.words), one.words)):
                first = at - phrase.anchor
                words = found[first : first + len(phrase.words)] if first >= 0 else []
                spans = tuple(Range(*word.span()) for word in words)
                if len(spans) < len(phrase.words) or spans[0].start < taken.get(phrase.use, 0):
                    continue
                if _stands(text, phrase, spans):
                    taken[phrase.use] = spans[-1].end
                    yield Standing(phrase, spans)


def _stands(text: str, phrase: Phrase, spans: tuple[Range, ...]) -> bool:
    """Tell whether a phrase stands at these words, where it introduces what it may."""
    for at, (span, wanted) in enumerate(zip(spans, phrase.words, strict=True)):
        word = text[slice(*span)]
        if at != phrase.head and folded(word) != wanted:
            return False
        if at and text[spans[at - 1].end : span.start].strip(" \u00a0"):
            return False
    if phrase.head >= 0 and phrase.words[phrase.head] not in models.verb_lemmas(text[slice(*spans[phrase.head])]):
        return False
    start, end = spans[0].start, spans[-1].end
    before = text[max(start - LEAD, 0) : start]
    if phrase.words[0] != "не" and before.lower().endswith(("не ", "не\u00a0")):
        return False
    if phrase.use is Use.SOURCE:
        return _SET_OFF.search(before) is not None and _GOES_ON.match(text, end) is not None
    return introduces(text, start, end, phrase.use)
